"""One concept a file: sources have about 300 lines. Some may be longer (long_files.txt, with why), none by much more than it is.

    file_length.py ROOT
"""

import pathlib
import sys

from source_tree import Findings, files

MOST = 330
SUFFIXES = {".h", ".cpp", ".py", ".cmake"}


def allowed(path):
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return {line.split()[0]: int(line.split()[1]) for line in lines if line and not line.startswith("#")}


def main():
    root = pathlib.Path(sys.argv[1])
    findings = Findings(root)
    longer = allowed(root / "tests" / "lint" / "long_files.txt")
    for file in files(root, "core", "converters", "cli", "samples", "tests", suffixes=SUFFIXES):
        path = file.relative_to(root).as_posix()
        count = len(file.read_text(encoding="utf-8").splitlines())
        if count > longer.get(path, MOST):
            findings.add(file, longer.get(path, MOST), f"has {count} lines: take a concept out into a file of its own")
    for path in longer:
        if not pathlib.Path(root, path).is_file():
            findings.add(pathlib.Path(root, path), 1, "is in long_files.txt and no longer there")
    findings.finish(f"files of at most {MOST} lines")


main()
