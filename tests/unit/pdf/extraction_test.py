#!/usr/bin/env python3
"""A story in each script that news is written in becomes a PDF, and pdftotext gives back its words, whole and in order.

usage: extraction_test.py --program GALLEY --scripts scripts.tsv

scripts.tsv has a language, `apart` or `together` as words are written, and some sentences. They are set several times over, each
time beginning elsewhere, so that lines break everywhere. A script that no font of the machine has is skipped, and said.
"""
import argparse, collections, os, re, shutil, subprocess, sys, tempfile, unicodedata

# poppler puts marks of direction around what it turned round; hyphens at a line's end are not the story's
UNSEEN = re.compile("[\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def run(*command):
    done = subprocess.run(command, capture_output=True, env={**os.environ, "SOURCE_DATE_EPOCH": "1767312000"})
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def paragraphs(sentences):
    words = sentences.split(" ")
    turned = [" ".join(words[n % len(words):] + words[:n % len(words)]) for n in (3, 7, 11)]
    return [sentences] + [f"{each} {sentences}" for each in turned]


def pieces(text, apart):
    text = UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return text.split() if apart else [c for c in text if not c.isspace()]


def is_in(wanted, found):
    """True when `wanted` stands in `found` in one piece: before and after come the running head and the page's number."""
    return any(found[at:at + len(wanted)] == wanted for at in range(len(found) - len(wanted) + 1))


def main():
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("--program", required=True)
    ask.add_argument("--scripts", required=True)
    args = ask.parse_args()
    if not (shutil.which("pdftotext") and shutil.which("pdfinfo")):
        print("SKIPPED: pdftotext and pdfinfo are not installed")
        return 0
    failed = 0
    with open(args.scripts, encoding="utf-8") as file, tempfile.TemporaryDirectory(prefix="galley-scripts-") as folder:
        for line in file:
            if line.startswith("#"):
                continue
            language, how, sentences = line.rstrip("\n").split("\t")
            story, made = os.path.join(folder, "story.txt"), os.path.join(folder, "story.pdf")
            blocks = paragraphs(sentences)
            with open(story, "w", encoding="utf-8") as out:
                out.write("\n\n".join(blocks) + "\n")
            status, _, errors = run(args.program, "convert", story, "--to", "pdf", "--output", made, "--force")
            if "pdf.missing-glyph" in errors:
                print(f"SKIPPED: no font for {language}")
                continue
            pages = int(re.search(r"Pages:\s+(\d+)", run("pdfinfo", made)[1]).group(1)) if status == 0 else 0
            found = pieces(run("pdftotext", "-raw", made, "-")[1], how == "apart")
            lost = [n for n, block in enumerate(blocks) if not is_in(pieces(block, how == "apart"), found)]
            # poppler's structure text loses what follows a sequence inside another
            tagged = "".join(re.findall(r'^ *"(.*?)"?$', run("pdfinfo", "-struct-text", made)[1], re.M))
            untagged = collections.Counter(pieces("".join(blocks), False)) - collections.Counter(pieces(tagged, False))
            if status != 0 or pages != 1 or lost or untagged:
                failed += 1
                print(f"FAILED {language}: status {status}, {pages} pages, not whole: paragraphs {lost}, not in the structure: "
                      f"{dict(untagged)}\n{errors}{found[:60]}")
            else:
                print(f"ok: {language}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
