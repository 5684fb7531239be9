"""Lines are as wide as .clang-format has them: only what a literal holds makes one wider. Tables (*_data.*) are free.

    code_width.py ROOT
"""

import pathlib
import re
import sys

from source_tree import Findings, cpp_files

LITERAL = re.compile(r'R"[^()\s]*\(.*?\)[^()\s]*"|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def limit(root):
    found = re.search(r"^ColumnLimit: (\d+)$", (root / ".clang-format").read_text(encoding="utf-8"), re.MULTILINE)
    return int(found[1])


def main():
    root = pathlib.Path(sys.argv[1])
    most = limit(root)
    findings = Findings(root)
    for file in cpp_files(root, "core", "converters", "cli", "samples", "tests"):
        if "_data." in file.name:
            continue
        code = LITERAL.sub(lambda literal: '"' + "\n" * literal[0].count("\n") + '"', file.read_text(encoding="utf-8"))
        for number, line in enumerate(code.splitlines(), 1):
            if len(line) > most:
                findings.add(file, number, f"is {len(line)} columns wide: run clang-format -i on it")
    findings.finish(f"lines of at most {most} columns")


main()
