#!/usr/bin/env python3
"""A long run and its figures:  long_run.py GALLEY COUNT FOLDER

Converts COUNT stories that vary.py makes, straight from its standard output, to NewsML-G2 and YAML in a tar in FOLDER (5.4 kB a story), and
prints how much memory the run took over its course, and what the first and the last 10,000 stories took.
"""
import json
import pathlib
import statistics
import subprocess
import sys
import time


def memory_of(process):
    """Resident memory in MB."""
    try:
        for line in pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass        # it ended meanwhile
    return None


def main():
    galley, count, folder = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    vary = pathlib.Path(__file__).resolve().parent / "vary.py"
    stories = subprocess.Popen([sys.executable, vary, str(count)], stdout=subprocess.PIPE)
    run = subprocess.Popen([galley, "batch", "-", "--to", "newsml-g2,yaml", "--tar", folder / "news.tar", "--timestamp", "2026-01-02T10:00:00Z"],
                           stdin=stories.stdout, stderr=subprocess.DEVNULL)
    memory = []
    while run.poll() is None:
        if (now := memory_of(run)) is not None:
            memory.append(now)
        time.sleep(1)
    lines = (folder / "news.tar.galley" / "timings.jsonl").read_text(encoding="utf-8").splitlines()
    times = [one for line in lines for one in json.loads(line)["microseconds"]]
    tenth = max(len(memory) // 10, 1)
    print(f"{len(times)} stories, exit status {run.returncode}")
    print(f"memory: {memory[tenth - 1]:.0f} MB a tenth of the way, {max(memory):.0f} MB at most, {memory[-1]:.0f} MB at the end")
    size = min(10_000, len(times) // 3)
    first, last = statistics.median(times[:size]), statistics.median(times[-size:])
    print(f"median of a story: {first} µs of the first {size}, {last} µs of the last, {last / first:.2f} times as long")


if __name__ == "__main__":
    main()
