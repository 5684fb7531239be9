"""What the lints share: the project's files, and C++ without its comments or its literals."""

import pathlib
import re
import sys

NOT_OURS = {".git", "build", "out", "__pycache__", "node_modules"}
CPP_SUFFIXES = {".h", ".cpp", ".in"}

_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/'                                   # comments
    r'|R"([^()\\ ]{0,16})\(.*?\)\1"'                        # raw strings
    r'|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\'',
    re.DOTALL)


def files(root, *folders, suffixes=None):
    """The project's files below `folders` (default: all), sorted, without what is built."""
    found = []
    for folder in folders or ["."]:
        start = pathlib.Path(root, folder)
        found += [path for path in start.rglob("*")
                  if path.is_file() and not NOT_OURS.intersection(path.relative_to(root).parts)]
    return sorted({path for path in found if suffixes is None or path.suffix in suffixes})


def cpp_files(root, *folders):
    return [path for path in files(root, *folders, suffixes=CPP_SUFFIXES) if path.suffix != ".in" or path.name.endswith(".cpp.in")]


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(text):
    """`text` with comments blanked, so that lines and columns stay."""
    return _TOKEN.sub(lambda token: _blank(token[0]) if token[0].startswith(("//", "/*")) else token[0], text)


def without_comments_and_literals(text):
    return _TOKEN.sub(lambda token: _blank(token[0]), text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


class Findings:
    """Collects what is wrong and ends the program with it."""

    def __init__(self, root):
        self._root = pathlib.Path(root)
        self._lines = []

    def add(self, path, line, what):
        self._lines.append(f"{pathlib.Path(path).relative_to(self._root)}:{line}: {what}")

    def finish(self, rule):
        for line in self._lines:
            print(line)
        if self._lines:
            sys.exit(f"{len(self._lines)} times not: {rule}")
        print(f"kept: {rule}")
