#!/usr/bin/env python3
"""Draws the tables of news_schema.inc from W3C XML schemas: content models as automata, attributes, simple types.

    draw_tables.py OUTPUT SCHEMA…

Each SCHEMA has a namespace of its own, in the order of `SchemaSpace`; what a schema includes is read, too. Only what those of
NewsML-G2, NITF and ODRL use is understood; all else stops the drawing.
"""

import pathlib
import sys

from automaton import Automaton
from schema_reader import Schema, Tables


def draw(tables):
    names = {name for _, name, _ in tables.globals}
    for made in tables.types:
        names |= set(made["attributes"])
        made["automaton"] = Automaton(made["particle"]) if made["content"] in ("elements", "mixed") else None
        if made["automaton"]:
            names |= {symbol[1] for symbol in made["automaton"].symbols if symbol[0] == "element"}
    names = sorted(names)
    number = {name: index for index, name in enumerate(names)}
    uses, children, states, edges, types = [], [], [], [], []
    known_uses, known_children, known_states = {}, {}, {}
    for made in tables.types:
        own_uses = tuple(sorted((number[name], simple, required) for name, (simple, required) in made["attributes"].items()))
        if own_uses not in known_uses:
            known_uses[own_uses] = len(uses)
            uses.extend(own_uses)
        own_children, first_state, wildcard_place = (), 0, 255
        if made["automaton"]:
            order = made["automaton"].order()
            wildcard_place = max([order[s[1]][0] for s in made["automaton"].symbols if s[0] == "any"], default=255)
            own_children = sorted({(number[s[1]], s[2], *order[s[1]]) for s in made["automaton"].symbols if s[0] == "element"})
            if len({each[0] for each in own_children}) != len(own_children):
                raise SystemExit("one name, two types")
            model = tuple((accepts, tuple(sorted((("", number[s[1]]) if s[0] == "element" else (s[1], 0), t) for s, t in made_edges.items())))
                          for accepts, made_edges in made["automaton"].states)
            model = (made["automaton"].start, model)
            if model not in known_states:
                base = len(states)
                known_states[model] = base + model[0]
                for accepts, made_edges in model[1]:
                    wildcard = [(symbol[0], target) for symbol, target in made_edges if symbol[0]]
                    if len(wildcard) > 1:
                        raise SystemExit("two wildcards")
                    plain = [(symbol[1], base + target) for symbol, target in made_edges if not symbol[0]]
                    kind, target = wildcard[0] if wildcard else ("none", 0)
                    states.append((len(edges), len(plain), accepts, kind, base + target if wildcard else 0))
                    edges.extend(plain)
            first_state = known_states[model]
        own_children = tuple(own_children)
        if own_children not in known_children:
            known_children[own_children] = len(children)
            children.extend(own_children)
        types.append((made["content"], made["simple"], known_uses[own_uses], len(own_uses), made["wildcard"],
                      first_state, known_children[own_children], len(own_children),
                      tables.schemas.index(made["schema"]) if made["schema"] else 0, wildcard_place))
    return names, uses, children, states, edges, types, number


def entry(values):
    def text(value):
        return str(value).lower() if isinstance(value, bool) else str(value)
    return "{" + ",".join(text(value) for value in values) + "}"


def table(name, kind, entries):
    lines, line = [], ""
    for each in entries:
        if len(line) + len(each) > 128:
            lines.append(line)
            line = ""
        line += each + ","
    lines.append(line)
    return f"constexpr {kind} {name}[] = {{\n" + "\n".join(lines) + "\n};\n"


def main():
    output, *paths = [pathlib.Path(each) for each in sys.argv[1:]]
    tables = Tables([Schema(path) for path in paths])
    names, uses, children, states, edges, types, number = draw(tables)
    quoted = lambda texts: [f'"{text}"' for text in texts]
    drawn = "// Drawn by draw_tables.py from " + ", ".join(path.name for path in paths) + ": IPTC's schemas, CC BY 4.0, and W3C's.\n"
    drawn += table("names", "std::string_view", quoted(names))
    drawn += table("words", "std::string_view", quoted(tables.words))
    drawn += table("members", "std::uint8_t", [str(each) for each in tables.members])
    drawn += table("simple_types", "SimpleType", [entry(("SimpleKind::" + kind, *rest)) for kind, *rest in tables.simple])
    drawn += table("attribute_uses", "AttributeUse", [entry(each) for each in uses])
    drawn += table("child_uses", "ChildUse", [entry(each) for each in children])
    drawn += table("edges", "Edge", [entry(each) for each in edges])
    drawn += table("states", "State", [entry((first, count, accepts, "Wildcard::" + kind, target))
                                       for first, count, accepts, kind, target in states])
    drawn += table("types", "SchemaType", [entry(("ContentKind::" + content, simple, first, count, "Wildcard::" + wildcard, *rest))
                                           for content, simple, first, count, wildcard, *rest in types])
    drawn += table("global_elements", "GlobalElement", [entry((space, number[name], kind))
                                                        for space, name, kind in sorted(tables.globals, key=lambda each: (each[0], number[each[1]]))])
    output.write_text(drawn, encoding="utf-8")


main()
