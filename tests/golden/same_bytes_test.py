"""The same story, options and clock give the same bytes: in another order, another folder, another locale and time zone, at another
time, many at once.

    same_bytes_test.py GALLEY ROOT
"""

import concurrent.futures
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

CLOCK = "2026-01-02T12:00:00Z"

# Environments that a program which asked them would write other bytes in. Locales that are not installed do no harm.
ENVIRONMENTS = [
    {},
    {"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Kolkata"},
    {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns", "HOME": "/nonexistent"},
    {"LC_ALL": "ar_EG.UTF-8", "LANG": "C", "SOURCE_DATE_EPOCH": "86400", "COLUMNS": "20"},
    {"LC_ALL": "C", "MALLOC_PERTURB_": "85", "NO_COLOR": "1"},
]


def convert(galley, stories, formats, environment, folder):
    """The digests of all outputs, by name."""
    output = pathlib.Path(folder, "out")
    output.mkdir()
    done = subprocess.run([galley, "convert", *stories, "--to", formats, "--timestamp", CLOCK, "--output-dir", "out"],
                          cwd=folder, env={**os.environ, **environment}, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{environment}: {done.stderr.decode(errors='replace')}")
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in output.iterdir()}


def main():
    galley, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    known = subprocess.run([galley, "formats"], capture_output=True, check=True).stdout.decode()
    formats = ["yaml", "newsml-g2", "text"] + (["pdf"] if "\npdf" in "\n" + known else [])
    stories = sorted([*(root / "samples" / "copy").iterdir(), *(root / "tests" / "golden" / "stories").iterdir()])

    def one(run):
        environment = ENVIRONMENTS[run % len(ENVIRONMENTS)]
        with tempfile.TemporaryDirectory() as folder:
            for story in stories:
                shutil.copy(story, folder)
            names = [story.name for story in (stories if run % 2 == 0 else reversed(stories))]
            order = formats if run % 3 == 0 else formats[::-1]
            return convert(galley, names, ",".join(order), environment, folder)

    first = one(0)
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for run, digests in enumerate(pool.map(one, range(1, 2 * len(ENVIRONMENTS))), 1):
            for name in first.keys() | digests.keys():
                if first.get(name) != digests.get(name):
                    sys.exit(f"{name} differs in run {run}, with {ENVIRONMENTS[run % len(ENVIRONMENTS)]}")
    print(f"{len(first)} outputs, the same bytes in {2 * len(ENVIRONMENTS)} runs")


main()
