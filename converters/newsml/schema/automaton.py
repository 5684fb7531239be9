"""Content models of W3C XML schemas as deterministic automata.

A particle is (kind, least, most, content): the content of an "element" is its name and type, of "any" its wildcard, of "sequence" and
"choice" particles. `most` may be UNBOUNDED.
"""

UNBOUNDED = None


class Automaton:
    """The deterministic automaton of a content model: Glushkov's positions, subsets of them as states, equal states joined."""

    def __init__(self, particle):
        self.symbols = []       # of each position: ("element", name, type) or ("any", wildcard)
        self.follow = []
        if particle is None:
            self.first, last, nullable = set(), set(), True
        else:
            self.first, last, nullable = self.walk(particle)
        self.build(last, nullable)

    def position(self, symbol):
        self.symbols.append(symbol)
        self.follow.append(set())
        return len(self.symbols) - 1

    def walk(self, particle):
        """Sets of positions that can begin and end the particle, and whether it can be absent."""
        kind, least, most, content = particle
        if most == 0:
            return set(), set(), True
        if least > 1 or (most is not UNBOUNDED and most > 1):
            raise SystemExit("a number of occurrences")
        if kind in ("element", "any"):
            here = self.position(("element", *content) if kind == "element" else ("any", content))
            first, last, nullable = {here}, {here}, False
        elif kind == "choice":
            first, last, nullable = set(), set(), not content
            for inner in content:
                inner_first, inner_last, inner_nullable = self.walk(inner)
                first |= inner_first
                last |= inner_last
                nullable = nullable or inner_nullable
        else:
            first, last, nullable = set(), set(), True
            for inner in content:
                inner_first, inner_last, inner_nullable = self.walk(inner)
                for end in last:
                    self.follow[end] |= inner_first
                first |= inner_first if nullable else set()
                last = inner_last | (last if inner_nullable else set())
                nullable = nullable and inner_nullable
        if most is UNBOUNDED:
            for end in last:
                self.follow[end] |= first
        return first, last, nullable or least == 0

    def build(self, last, nullable):
        start = frozenset([-1])
        states, queue, edges = {start: 0}, [start], []
        while queue:
            state = queue.pop(0)
            targets = {}
            for position in state:
                for following in (self.first if position == -1 else self.follow[position]):
                    targets.setdefault(self.symbols[following], set()).add(following)
            made = {}
            for symbol, positions in targets.items():
                target = frozenset(positions)
                if target not in states:
                    states[target] = len(states)
                    queue.append(target)
                made[symbol] = states[target]
            edges.append(made)
        accepts = [bool(state & last) or (nullable and state == start) for state in sorted(states, key=states.get)]
        self.join(edges, accepts)

    def order(self):
        """Of each name of an element and each wildcard: how many others must stand before it where both stand, and whether it may
        stand twice."""
        names = {symbol[1] for symbol in self.symbols}
        comes_after = {}
        for name in names:
            reached = {target for _, made in self.states for symbol, target in made.items() if symbol[1] == name}
            queue = list(reached)
            after = set()
            while queue:
                for symbol, target in self.states[queue.pop()][1].items():
                    after.add(symbol[1])
                    if target not in reached:
                        reached.add(target)
                        queue.append(target)
            comes_after[name] = after
        return {name: (sum(name in comes_after[other] and other not in comes_after[name] for other in names),
                       name in comes_after[name]) for name in names}

    def join(self, edges, accepts):
        classes = [int(each) for each in accepts]
        while True:
            signatures = {}
            joined = []
            for state, made in enumerate(edges):
                signature = (classes[state], tuple(sorted(((str(s), s), classes[t]) for s, t in made.items())))
                joined.append(signatures.setdefault(signature, len(signatures)))
            if joined == classes:
                break
            classes = joined
        order = sorted(set(classes), key=lambda each: classes.index(each))
        self.start = order.index(classes[0])
        self.states = []
        for each in order:
            state = classes.index(each)
            made = {symbol: order.index(classes[target]) for symbol, target in edges[state].items()}
            self.states.append((accepts[state], made))
