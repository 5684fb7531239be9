"""Reads W3C XML schemas into numbered types, as far as those of NewsML-G2, NITF and ODRL need it; all else stops it."""

import xml.etree.ElementTree as ET

from automaton import UNBOUNDED

XS = "{http://www.w3.org/2001/XMLSchema}"
XSD_URI = XS[1:-1]
XML_URI = "http://www.w3.org/XML/1998/namespace"
DIGITAL_SIGNATURE = "http://www.w3.org/2000/09/xmldsig#"

# Patterns that simple types have, and the kind of value each stands for.
PATTERNS = {
    r"[^\s:]+:[^\s]+": "qcode",
    r"[\S ]*": "one_line",
    r"[0-9]+\.[0-9]+": "version",
    r"(\-|\+)?([0-9]){0,2}(MO|TU|WE|TH|FR|SA|SU)": "weekday",
}
BUILT_IN = {
    "string": "text", "normalizedString": "text", "token": "text", "anySimpleType": "text", "anyURI": "uri",
    "integer": "integer", "decimal": "decimal", "double": "number", "boolean": "boolean", "duration": "duration", "dateTime": "date_time", "date": "date",
    "gYearMonth": "year_month", "gYear": "year", "gMonth": "month", "gMonthDay": "month_day", "gDay": "day", "ID": "id",
    "IDREF": "ncname", "ENTITY": "entity", "NCName": "ncname", "NMTOKEN": "nmtoken", "language": "language", "QName": "qname",
}
RANGES = {"nonNegativeInteger": (0, None), "positiveInteger": (1, None)}
LISTS = {"IDREFS": "IDREF", "NMTOKENS": "NMTOKEN"}
LEAST, MOST = -2147483648, 2147483647


class Schema:
    """One namespace: its components by name."""

    def __init__(self, path):
        self.components = {}
        self.prefixes = {"xml": XML_URI}
        self.space = None
        self.read(path)

    def read(self, path):
        for event, value in ET.iterparse(path, events=("start-ns",)):
            self.prefixes[value[0]] = value[1]
        root = ET.parse(path).getroot()
        self.space = root.get("targetNamespace")
        for node in root:
            if node.tag == XS + "include":
                self.read(path.parent / node.get("schemaLocation"))
            elif node.get("name"):
                self.components[kind_of(node), node.get("name")] = node

    def name(self, text):
        prefix, _, local = text.rpartition(":")
        return self.prefixes.get(prefix, ""), local

    def find(self, kind, text):
        space, local = self.name(text)
        if space != self.space:
            raise SystemExit(f"{text} is of another schema")
        return self.components[kind, local]


def kind_of(node):
    return node.tag.removeprefix(XS)


def parts(node):
    return [child for child in node if isinstance(child.tag, str) and kind_of(child) != "annotation"]


class Tables:
    def __init__(self, schemas):
        self.schemas = schemas
        self.simple = []        # (kind, least, most, first, count)
        self.members = []       # of unions
        self.words = []         # of enumerations
        self.types = []
        self.type_index = {}
        self.pending = []
        self.texts = self.simple_type(("text", LEAST, MOST, 0, 0))
        self.any_type = self.add_type(None, None, "any")
        self.globals = []
        for number, schema in enumerate(schemas):
            for (kind, name), node in schema.components.items():
                if kind == "element":
                    self.globals.append((number, name, self.element_type(schema, node)))
        while self.pending:
            self.fill(*self.pending.pop())

    # Simple types

    def simple_type(self, made):
        if made not in self.simple:
            self.simple.append(made)
        return self.simple.index(made)

    def built_in(self, name):
        if name in LISTS:
            return self.simple_type(("list", 1, MOST, self.built_in(LISTS[name]), 0))
        if name in RANGES:
            low, high = RANGES[name]
            return self.simple_type(("integer", low, MOST if high is None else high, 0, 0))
        return self.simple_type((BUILT_IN[name], LEAST, MOST, 0, 0))

    def simple_named(self, schema, text):
        space, local = schema.name(text)
        if space == XSD_URI:
            return self.built_in(local)
        return self.simple_of(schema, schema.find("simpleType", text))

    def simple_of(self, schema, node):
        (inner,) = parts(node)
        if kind_of(inner) == "list":
            item = self.simple_named(schema, inner.get("itemType")) if inner.get("itemType") else self.simple_of(schema, parts(inner)[0])
            return self.simple_type(("list", 0, MOST, item, 0))
        if kind_of(inner) == "union":
            members = [self.simple_named(schema, each) for each in (inner.get("memberTypes") or "").split()]
            members += [self.simple_of(schema, each) for each in parts(inner)]
            return self.sequence_type("union_of", self.members, members)
        base = self.simple_named(schema, inner.get("base")) if inner.get("base") else self.simple_of(schema, parts(inner)[0])
        return self.restricted(base, [each for each in parts(inner) if kind_of(each) != "simpleType"])

    def sequence_type(self, kind, pool, entries):
        for first in range(len(pool) - len(entries) + 1):
            if pool[first:first + len(entries)] == entries:
                break
        else:
            first = len(pool)
            pool.extend(entries)
        return self.simple_type((kind, LEAST, MOST, first, len(entries)))

    def restricted(self, base, facets):
        kind, least, most, first, count = self.simple[base]
        words = [facet.get("value") for facet in facets if kind_of(facet) == "enumeration"]
        if words:
            return self.sequence_type("word", self.words, words)
        for facet in facets:
            value = facet.get("value")
            if kind_of(facet) == "pattern":
                kind = PATTERNS[value]
            elif kind_of(facet) in ("minInclusive", "minLength"):
                least = max(least, int(value))
            elif kind_of(facet) == "maxInclusive":
                most = min(most, int(value))
            elif kind_of(facet) == "length" and value == "0":
                kind = "nothing"
            else:
                raise SystemExit(f"facet {facet.tag} {value}")
        return self.simple_type((kind, least, most, first, count))

    # Complex types

    def add_type(self, schema, node, content="elements"):
        self.types.append({"content": content, "simple": self.texts, "attributes": {}, "wildcard": "none", "particle": None,
                           "schema": schema})
        return len(self.types) - 1

    def element_type(self, schema, node):
        """Index of the type of an element's declaration."""
        if node.get("type"):
            space, local = schema.name(node.get("type"))
            if space != XSD_URI and ("complexType", local) in schema.components:
                return self.complex_type(schema, schema.components["complexType", local])
            return self.simple_content(schema, self.simple_named(schema, node.get("type")))
        inner = [each for each in parts(node) if kind_of(each) in ("complexType", "simpleType")]
        if not inner:
            return self.any_type
        if kind_of(inner[0]) == "simpleType":
            return self.simple_content(schema, self.simple_of(schema, inner[0]))
        return self.complex_type(schema, inner[0])

    def simple_content(self, schema, simple):
        key = ("simple", simple)
        if key not in self.type_index:
            self.type_index[key] = self.add_type(schema, None, "simple")
            self.types[self.type_index[key]]["simple"] = simple
        return self.type_index[key]

    def complex_type(self, schema, node):
        if node not in self.type_index:
            self.type_index[node] = self.add_type(schema, node)
            self.pending.append((schema, node, self.types[self.type_index[node]]))
        return self.type_index[node]

    def fill(self, schema, node, made):
        made["content"] = "mixed" if node.get("mixed") == "true" else "elements"
        self.fill_from(schema, node, made)
        if made["content"] == "elements" and made["particle"] is None:
            made["content"] = "empty"

    def fill_from(self, schema, node, made):
        wildcard = None
        for part in parts(node):
            kind = kind_of(part)
            if kind in ("sequence", "choice", "group"):
                own = self.particle(schema, part)
                made["particle"] = own if made["particle"] is None else ("sequence", 1, 1, [made["particle"], own])
            elif kind in ("attribute", "attributeGroup", "anyAttribute"):
                wildcard = self.attributes(schema, part, made) or wildcard
            elif kind in ("simpleContent", "complexContent"):
                if part.get("mixed") == "true":
                    made["content"] = "mixed"
                (derived,) = parts(part)
                self.derive(schema, derived, made)
            else:
                raise SystemExit(f"{kind} in a type")
        if wildcard:
            made["wildcard"] = wildcard

    def derive(self, schema, derived, made):
        if kind_of(derived) != "extension":
            raise SystemExit("a type is restricted")
        space, local = schema.name(derived.get("base"))
        if space == XSD_URI:
            made["content"], made["simple"] = "simple", self.built_in(local)
        elif ("simpleType", local) in schema.components:
            made["content"], made["simple"] = "simple", self.simple_named(schema, derived.get("base"))
        else:
            base = schema.components["complexType", local]
            if base.get("mixed") == "true":
                made["content"] = "mixed"
            self.fill_from(schema, base, made)
        self.fill_from(schema, derived, made)

    def attributes(self, schema, part, made):
        """Takes over what `part` declares; the wildcard, if it has one."""
        kind = kind_of(part)
        if kind == "anyAttribute":
            process = part.get("processContents", "strict")
            space = part.get("namespace", "##any")
            return {"##other": "other_", "##local": "local_", "##any": "any_"}[space] + process
        if kind == "attributeGroup":
            wildcard = None
            for inner in parts(schema.find("attributeGroup", part.get("ref"))):
                wildcard = self.attributes(schema, inner, made) or wildcard
            return wildcard
        if part.get("use") == "prohibited":
            raise SystemExit("a prohibited attribute")
        required = part.get("use") == "required"
        if part.get("ref"):
            space, local = schema.name(part.get("ref"))
            if space != XML_URI:
                raise SystemExit(f"attribute {part.get('ref')}")
            made["attributes"]["xml:" + local] = (self.texts, required)
            return None
        if part.get("type"):
            simple = self.simple_named(schema, part.get("type"))
        else:
            inner = parts(part)
            simple = self.simple_of(schema, inner[0]) if inner else self.texts
        if part.get("fixed"):
            simple = self.sequence_type("word", self.words, [part.get("fixed")])
        made["attributes"][part.get("name")] = (simple, required)
        return None

    def particle(self, schema, node):
        """(kind, least, most, content): content of element is (name, type), of any its wildcard, else particles."""
        least = int(node.get("minOccurs", "1"))
        most = node.get("maxOccurs", "1")
        most = UNBOUNDED if most == "unbounded" else int(most)
        kind = kind_of(node)
        if kind == "element":
            declared = schema.find("element", node.get("ref")) if node.get("ref") else node
            return ("element", least, most, (declared.get("name"), self.element_type(schema, declared)))
        if kind == "any":
            return ("any", least, most, self.element_wildcard(schema, node))
        if kind == "group":
            (inner,) = parts(schema.find("group", node.get("ref")))
            return ("sequence", least, most, [self.particle(schema, inner)])
        return (kind, least, most, [self.particle(schema, each) for each in parts(node)])

    @staticmethod
    def element_wildcard(schema, node):
        space = node.get("namespace", "##any")
        process = node.get("processContents", "strict")
        names = {"##other": "other_", "##any": "any_", schema.space: "own_", DIGITAL_SIGNATURE: "signature_"}
        return names[space] + process
