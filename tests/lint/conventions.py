"""What newsrooms write is data: no words of a language in the reader's code, and every key of a conventions file explained.

    conventions.py ROOT
"""

import pathlib
import re
import sys
import unicodedata

from source_tree import Findings, cpp_files, line_of, without_comments

LITERAL = re.compile(r'"(?:\\\\.|[^"\\\\\n])*"|U\'[^\'\n]+\'')
KEY = re.compile(r'^ +\{"([a-z-]+)", (?:PhraseKind|FurnitureKind)::', re.MULTILINE)
OTHER_KEYS = re.compile(r"other_keys\[\] = \{([^}]*)\}")


def is_word(literal):
    return any(ord(character) > 0x7F and unicodedata.category(character).startswith("L") for character in literal)


def excused(path):
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return {line.split()[0] for line in lines if line and not line.startswith("#")}


def find_words(root, findings):
    notations = excused(root / "tests" / "lint" / "notations.txt")
    seen = set()
    for file in cpp_files(root, "converters/text"):
        path = file.relative_to(root).as_posix()
        code = without_comments(file.read_text(encoding="utf-8"))
        for literal in LITERAL.finditer(code):
            if not is_word(literal[0]):
                continue
            seen.add(path)
            if path not in notations:
                findings.add(file, line_of(code, literal.start()), f"{literal[0]}: words stand in converters/text/conventions, a file a language")
    for path in sorted(notations - seen):
        findings.add(root / path, 1, "is in notations.txt and has no word any more")


def find_keys(root, findings):
    source = root / "converters" / "text" / "convention_file.cpp"
    code = source.read_text(encoding="utf-8")
    keys = KEY.findall(code) + re.findall(r'"([a-z-]+)"', "".join(OTHER_KEYS.findall(code)))
    told = (root / "converters" / "text" / "CONFORMANCE.md").read_text(encoding="utf-8")
    for key in keys:
        if f"`{key}`" not in told:
            findings.add(source, line_of(code, code.index(f'"{key}"')), f"{key}: CONFORMANCE.md does not explain it")


def main():
    root = pathlib.Path(sys.argv[1])
    findings = Findings(root)
    find_words(root, findings)
    find_keys(root, findings)
    findings.finish("words of languages in their files, keys of conventions explained")


main()
