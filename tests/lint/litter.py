"""What has no place in a repository: notes to self, paths of a machine, tabs, trailing space, line ends of other systems.

    litter.py ROOT
"""

import pathlib
import re
import sys

from source_tree import Findings, files, line_of

TEXT = {".h", ".cpp", ".in", ".py", ".cmake", ".md", ".txt", ".json", ".yaml", ".yml", ".sh", ""}
CODE = {".h", ".cpp", ".py", ".cmake"}

# The words are in pieces so that this file keeps its own rule.
NOTES = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
MACHINE_PATH = re.compile(r"(?<![\w./:~*-])/(home|root|work|Users)/(?!someone\b)\w")


def check(file, text, findings):
    for rule, what in [(NOTES, "a note to self: do it, or open an issue"), (MACHINE_PATH, "a path of one machine")]:
        for found in rule.finditer(text):
            findings.add(file, line_of(text, found.start()), f"{found[0]}: {what}")
    if file.suffix in CODE:
        for number, line in enumerate(text.split("\n"), 1):
            if line.endswith((" ", "\t", "\r")) or "\t" in line:
                findings.add(file, number, "a tab or white space at the end")
        if text and (not text.endswith("\n") or text.endswith("\n\n")):
            findings.add(file, text.count("\n"), "ends in exactly one line end")


def main():
    root = pathlib.Path(sys.argv[1])
    findings = Findings(root)
    for file in files(root, suffixes=TEXT):
        path = file.relative_to(root).as_posix()
        if path.startswith(("tests/fuzz/corpus/", "tests/cli/", "samples/copy/", "tests/golden/expected/")):
            continue    # data, which is as it is
        try:
            check(file, file.read_text(encoding="utf-8"), findings)
        except UnicodeDecodeError:
            if file.suffix in CODE:
                findings.add(file, 1, "is not UTF-8")
    findings.finish("no litter")


main()
