"""Calls that make output differ between runs or machines, or that hide failures (see banned.txt).

    banned_calls.py ROOT
"""

import pathlib
import re
import sys

from source_tree import Findings, cpp_files, line_of, without_comments_and_literals


def read_rules(path):
    rules = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            where, what, exceptions, why = re.split(r"\s{2,}", line, maxsplit=3)
            rules.append((where, re.compile(what), None if exceptions == "-" else re.compile(exceptions), why))
    return rules


def main():
    root = pathlib.Path(sys.argv[1])
    findings = Findings(root)
    rules = read_rules(pathlib.Path(__file__).with_name("banned.txt"))
    for file in cpp_files(root, "core", "converters", "cli"):
        path = file.relative_to(root).as_posix()
        code = without_comments_and_literals(file.read_text(encoding="utf-8"))
        for where, what, exceptions, why in rules:
            if (where == "*" or path.startswith(where)) and not (exceptions and exceptions.search(path)):
                for call in what.finditer(code):
                    findings.add(file, line_of(code, call.start()), f"{call[0].strip()}: {why}")
    findings.finish("no banned calls")


main()
