"""Converts every story of samples/copy and tests/golden/stories, and compares with tests/golden/expected.

    golden_test.py GALLEY ROOT [--update]

A PDF's bytes depend on the versions of the libraries that make it, so what is compared of it is what `pdfinfo` says of the file and
its structure; and it has to have every word that the text form has. Where things stand on the page is for the tests of layout.
"""

import collections
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

CLOCK = "2026-01-02T12:00:00Z"
FORMATS = {"yaml": ".yaml", "newsml-g2": ".xml", "text": ".txt"}

# What says which libraries and fonts were at hand, or how it is set, rather than what the document is.
OF_THE_MACHINE = re.compile(r"^(Producer|Creator|File size|PDF version|Pages|Page size):.*\n", re.MULTILINE)


def run(*command):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "SOURCE_DATE_EPOCH"))}
    done = subprocess.run([str(word) for word in command], capture_output=True, env=environment)
    if done.returncode != 0:
        sys.exit(f"{' '.join(str(word) for word in command)}\nends with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def convert(galley, root, story, target):
    # From the root and by a relative name: the name is part of the document.
    with tempfile.TemporaryDirectory() as folder:
        output = pathlib.Path(folder, "output")
        os.chdir(root)
        run(galley, "convert", story.relative_to(root), "--to", target, "--timestamp", CLOCK, "-o", output)
        return output.read_bytes()


def words(text):
    return collections.Counter(re.findall(r"\w+", text))


def describe_pdf(pdf, story_text):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "story.pdf")
        file.write_bytes(pdf)
        facts = OF_THE_MACHINE.sub("", run("pdfinfo", "-isodates", file).decode())
        lost = words(story_text) - words(run("pdftotext", file, "-").decode())
        structure = re.sub(r'^ *(".*|Object \d+ \d+)\n', "", run("pdfinfo", "-struct-text", file).decode(), flags=re.MULTILINE)
    return f"{facts}\n== words of the text that are not here: {sorted(lost)}\n\n== structure\n{structure}".encode()


def outputs(galley, root):
    """Pairs of a file's name below `expected` and what is to be in it."""
    known = run(galley, "formats").decode()
    stories = [*(root / "samples" / "copy").iterdir(), *(root / "tests" / "golden" / "stories").iterdir()]
    for story in sorted(stories):
        made = {target: convert(galley, root, story, target) for target in FORMATS}
        yield from ((story.stem + FORMATS[target], content) for target, content in made.items())
        if not re.search(r"^pdf\b", known, re.MULTILINE):
            print("SKIPPED for PDF: this build has none")
        elif not (shutil.which("pdfinfo") and shutil.which("pdftotext")):
            print("SKIPPED for PDF: poppler-utils is not installed")
        else:
            yield story.stem + ".pdf.txt", describe_pdf(convert(galley, root, story, "pdf"), made["text"].decode())


def difference(name, expected, made):
    lines = difflib.unified_diff(expected.decode(errors="replace").splitlines(), made.decode(errors="replace").splitlines(),
                                 f"expected/{name}", "made", lineterm="", n=1)
    return "\n".join(line[:200] for line in list(lines)[:40])


def main():
    galley, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    folder = root / "tests" / "golden" / "expected"
    made = dict(outputs(galley, root))
    if "--update" in sys.argv[3:]:
        folder.mkdir(exist_ok=True)
        for name, content in made.items():
            (folder / name).write_bytes(content)
        print(f"{len(made)} files written to tests/golden/expected: look at them before they are committed")
        return
    different = []
    for name, content in made.items():
        file = folder / name
        expected = file.read_bytes() if file.is_file() else b""
        if content != expected:
            different.append(name)
            print(difference(name, expected, content))
    if different:
        sys.exit(f"not as expected: {', '.join(different)} (accept with the target golden_update)")
    print(f"{len(made)} outputs as expected")


main()
