"""What the tests of `galley batch` share: stories, runs, and the comparison of destinations."""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

CLOCK = "2026-01-02T10:00:00Z"
WORDS = ("the council of the harbour town voted on the new ferry line after a long evening of questions about fares winter "
         "timetables and the old pier that fishermen want to keep").split()


def story(number):
    """A small story of its own for every number."""
    chosen = random.Random(number)
    lines = [f"By Reporter {number}", f"HARBOUR TOWN, March {1 + number % 28} — The ferry made trip {number}."]
    for _ in range(2 + number % 3):
        lines.append(" ".join(chosen.choice(WORDS) for _ in range(30)).capitalize() + ".")
    return "\n".join(lines) + "\n"


def write_stories(folder, count):
    for number in range(count):
        file = folder / f"{number % 11:02}" / f"story-{number}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(story(number), encoding="utf-8")


class Bench:
    """A temporary folder and the program."""

    def __init__(self):
        self.galley = sys.argv[1]
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="galley_batch."))
        self.failures = 0

    def run(self, *arguments, **options):
        options.setdefault("stdin", subprocess.DEVNULL)
        return subprocess.run([self.galley, *map(str, arguments)], capture_output=True, **options)

    def batch(self, *arguments, **options):
        return self.run("batch", *arguments, "--to", "newsml-g2,yaml", "--timestamp", CLOCK, **options)

    def check(self, truth, what, more=""):
        if not truth:
            self.failures += 1
            print(f"FAILED: {what}\n{more}")
        return truth

    def check_run(self, done, code, what):
        text = (done.stdout or b"").decode(errors="replace") + (done.stderr or b"").decode(errors="replace")
        return self.check(done.returncode == code, f"{what}: exit status {done.returncode}, not {code}", text)

    def finish(self, name):
        # Folders may lie deeper than Python's own removal goes.
        subprocess.run(["rm", "-rf", self.folder], check=False)
        print(f"{name}: {'all kept' if self.failures == 0 else f'{self.failures} failures'}")
        sys.exit(1 if self.failures else 0)


def state_of(destination):
    destination = pathlib.Path(destination)
    return destination / ".galley" if destination.is_dir() else pathlib.Path(f"{destination}.galley")


def journal_of(destination):
    return [json.loads(line) for line in (state_of(destination) / "journal.jsonl").read_text(encoding="utf-8").splitlines()]


def records_of(destination):
    return [line for line in journal_of(destination) if "item" in line]


def contents(destination):
    """Every byte of a destination that counts, by path."""
    destination = pathlib.Path(destination)
    if destination.is_file():
        return {"": destination.read_bytes(), "journal": pathlib.Path(f"{destination}.galley/journal.jsonl").read_bytes()}
    files = {}
    for file in destination.rglob("*"):
        path = file.relative_to(destination)
        if file.is_file() and (path.parts[0] != ".galley" or path.name == "journal.jsonl"):
            files[str(path)] = file.read_bytes()
    return files
