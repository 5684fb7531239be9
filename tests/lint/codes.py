"""Every diagnostic code is documented in core/CODES.md and provoked by a test that names it; none is documented that is gone.

Codes that end in `.internal` say that a library failed in a way it should not, which no test can make it do; untested_codes.txt has
those that no test provokes yet.

    codes.py ROOT
"""

import pathlib
import re
import sys

from source_tree import Findings, cpp_files, files, line_of, without_comments

CODE = r"[a-z][a-z0-9]*\.[a-z][a-z0-9-]+"
LITERAL = re.compile(rf'"({CODE})"')
ASSIGNED = re.compile(rf'\.(?:code|unknown_key|bad_value)\s*=\s*"({CODE})"')
DOCUMENTED = re.compile(rf"^\| `({CODE})` \|", re.MULTILINE)

# Look like codes of our areas and are names in other standards' vocabularies.
OTHER_NAMES = {"date.issue", "date.release", "date.expire", "date.publication"}


def codes_of(text, areas):
    """The codes in C++ text, with their offsets: what is assigned to a code, and every literal that begins like one."""
    found = {match[1]: match.start() for match in ASSIGNED.finditer(text)}
    for match in LITERAL.finditer(text):
        if match[1].split(".")[0] in areas and match[1] not in OTHER_NAMES:
            found.setdefault(match[1], match.start())
    return found


def main():
    root = pathlib.Path(sys.argv[1])
    findings = Findings(root)
    table = root / "core" / "CODES.md"
    documented = {match[1]: line_of(match.string, match.start()) for match in DOCUMENTED.finditer(table.read_text(encoding="utf-8"))}
    areas = {code.split(".")[0] for code in documented}
    tested = "\n".join(path.read_text(encoding="utf-8", errors="replace")
                       for path in files(root, "tests") if "lint" not in path.relative_to(root).parts and "corpus" not in path.parts)

    waived = root / "tests" / "lint" / "untested_codes.txt"
    untested = {line.split()[0] for line in waived.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"} if waived.is_file() else set()

    used = set()
    for file in [*cpp_files(root, "core", "converters", "cli"), *files(root, "converters", suffixes={".inc"})]:
        text = without_comments(file.read_text(encoding="utf-8"))
        for code, offset in codes_of(text, areas).items():
            if code not in used and code not in documented:
                findings.add(file, line_of(text, offset), f"{code}: not in core/CODES.md")
            is_tested = re.search(rf"(?<![\w.-]){re.escape(code)}(?![\w-])", tested) is not None
            if code not in used and not is_tested and code not in untested and not code.endswith(".internal"):
                findings.add(file, line_of(text, offset), f"{code}: no test provokes it")
            used.add(code)
    for code, line in documented.items():
        if code not in used:
            findings.add(table, line, f"{code}: documented and never used")
    findings.finish("every diagnostic code is documented and tested")


main()
