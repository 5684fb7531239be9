"""Who may include whom: cli -> converters/<format> -> core -> core/edge/<library> (see core/README.md).

    layers.py ROOT
"""

import pathlib
import re
import sys

from source_tree import Findings, cpp_files, line_of, without_comments

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)

# Headers of the operating system, for the few places that talk to it.
SYSTEM = re.compile(r"^(sys/\w+|unistd|fcntl|dlfcn|termios|pwd|pthread|signal|spawn|poll|dirent)\.h$")
SYSTEM_PLACES = ("core/host/", "cli/", "converters/separate/", "core/batch/", "tests/")

# Libraries that may appear outside an edge, and where.
ELSEWHERE = {
    "fmt/": re.compile(r"\.cpp$"),          # formatting; header-only, so in no header of ours
    "CLI/": re.compile(r"^cli/"),           # the command line is its only user
    "unicode/": re.compile(r"/compile_\w+\.cpp$"),     # programs of the build
}


def is_standard(header):
    """True for the headers of C++ and C: they have no folder and no suffix, but for a few of C's."""
    return re.fullmatch(r"[a-z_]+[0-9]*", header) is not None


def is_edge(path):
    return re.match(r"core/edge/[^/]+/", path) or re.search(r"_edge(_\w+)?\.(h|cpp)$", path)


def check_own(path, header):
    """Says what is wrong with including our `header`, relative to the root or to an include folder; None when nothing is."""
    top = path.split("/")[0]
    if header.startswith(("tests/", "samples/")):
        return "the product does not include its tests or samples"
    if header.startswith("cli/") and top != "cli":
        return "only the command line includes cli/"
    if header.startswith("converters/"):
        if top == "core":
            return "core includes no converter"
        own = "/".join(path.split("/")[:2])
        if top == "converters" and not header.startswith(own + "/") and not path.endswith(".cpp.in"):
            return "a converter includes no other converter: go through Context::render and Context::read"
        if top == "cli" and not header.startswith("converters/separate/"):
            return "the command line knows formats by their descriptors, not their headers"
    if header.startswith("core/") and top in ("cli", "samples"):
        return f"{top} uses the public API, galley/*.h"
    if path.startswith("core/include/") and not header.startswith("galley/"):
        return "an installed header includes installed headers only"
    return None


def check_foreign(path, header):
    if is_standard(header) or header.startswith("galley/"):
        return None
    if SYSTEM.match(header):
        return None if path.startswith(SYSTEM_PLACES) or is_edge(path) else "a header of the operating system belongs into core/host or cli"
    if re.match(r"(core|converters)/include/", path):
        return "an installed header includes no library's header"
    if is_edge(path) or any(header.startswith(library) and places.search(path) for library, places in ELSEWHERE.items()):
        return None
    return "a library's header belongs into that library's edge: core/edge/<library>/ or <name>_edge.{h,cpp}"


def format_names(root):
    """The names of the built-in formats, but for those that are plain words of English, too."""
    names = set()
    for path in cpp_files(root, "converters"):
        if path.name.endswith("_format.cpp"):
            names.update(re.findall(r'\.name = "([^"]+)"', path.read_text(encoding="utf-8")))
    return names - {"text"}


def main():
    root = pathlib.Path(sys.argv[1])
    findings = Findings(root)
    names = format_names(root)
    for file in cpp_files(root, "core", "converters", "cli", "samples"):
        path = file.relative_to(root).as_posix()
        text = without_comments(file.read_text(encoding="utf-8"))
        for include in INCLUDE.finditer(text):
            own, foreign = include.groups()
            wrong = check_own(path, own) if own else check_foreign(path, foreign)
            if wrong:
                findings.add(file, line_of(text, include.start()), f"{own or foreign}: {wrong}")
        if re.match(r"(core|converters)/include/", path):
            for opened in re.finditer(r"^namespace galley", text, re.MULTILINE):
                findings.add(file, line_of(text, opened.start()), "an installed header opens `namespace GALLEY_API galley`, or its functions stay hidden in shared libraries")
        if path.startswith(("core/", "cli/")):
            for literal in re.finditer(r'"([^"\n]+)"', text):
                if literal[1] in names:
                    findings.add(file, line_of(text, literal.start()), f'"{literal[1]}": core and cli know formats by descriptor fields, not names')
    findings.finish("each layer includes only what is below it, and a library is known to its edge alone")


main()
