"""`galley batch` under kill -9 at random moments, signals, a disk that fills, a second run, a target that cannot be written."""
import argparse
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import time

from support import Bench, CLOCK, contents, write_stories

parser = argparse.ArgumentParser()
parser.add_argument("galley")
parser.add_argument("--kills", type=int, default=6, help="for each form of destination")
parser.add_argument("--stories", type=int, default=500)
options = parser.parse_args()

bench = Bench()
box = bench.folder
write_stories(box / "in", options.stories)
chance = random.Random(20260102)
FORMS = (("folder", "--output-dir"), ("bag", "--bag"), ("t.tar", "--tar"), ("t.tar.zst", "--tar"))


def start(option, destination, *more, **popen):
    return subprocess.Popen([bench.galley, "batch", box / "in", option, destination, "--to", "newsml-g2,yaml", "--resume",
                             "--timestamp", CLOCK, *more], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE, **popen)


def run_whole():
    """How long an uninterrupted run takes, and its outcome, by form."""
    outcomes = {}
    for name, option in FORMS:
        begun = time.monotonic()
        bench.check_run(bench.batch(box / "in", option, box / f"whole-{name}"), 0, f"whole {name}")
        outcomes[name] = (time.monotonic() - begun, contents(box / f"whole-{name}"))
    return outcomes


def check_same(name, option, destination, outcomes, what):
    last = start(option, destination)
    message = last.communicate()[1].decode()
    bench.check(last.returncode == 0, f"{what} {name}: the last part", message)
    bench.check(contents(destination) == outcomes[name][1], f"{what} {name}: the bytes of a run that was never interrupted")
    bench.check_run(bench.run("verify", destination), 0, f"{what} {name}: verify")


outcomes = run_whole()

def remove(destination):
    shutil.rmtree(destination, ignore_errors=True)
    shutil.rmtree(f"{destination}.galley", ignore_errors=True)
    pathlib.Path(destination).unlink(missing_ok=True)


# kill -9 at moments all over the run. Whenever a run gets through it begins anew.
for name, option in FORMS:
    destination = box / f"killed-{name}"
    kills = 0
    for _ in range(4 * options.kills):
        part = start(option, destination)
        time.sleep(chance.uniform(0.002, outcomes[name][0] * 0.6))
        part.kill()
        part.communicate()
        kills += part.returncode == -signal.SIGKILL
        if kills == options.kills:
            break
        if part.returncode == 0:
            check_same(name, option, destination, outcomes, "killed")
            remove(destination)
    print(f"{name}: {kills} parts killed")
    bench.check(kills >= options.kills // 2, f"{name}: kills met the run at work")
    check_same(name, option, destination, outcomes, "killed")

# SIGINT and SIGTERM finish what is in flight and leave a state to go on from.
for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
    for name, option in FORMS:
        destination = box / f"signalled-{code}-{name}"
        part = start(option, destination)
        time.sleep(min(0.1, outcomes[name][0] / 3))
        part.send_signal(number)
        part.communicate()
        # The signal may come before the program takes it over, or after the last story.
        bench.check(part.returncode in (code, -number, 0), f"{name}: exit status {part.returncode} after signal {number}")
        check_same(name, option, destination, outcomes, f"signal {number}")

# A disk that fills: a small file system where this may be mounted, and a limit on the size of files everywhere.
small = box / "small"
small.mkdir()
mounted = os.geteuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "none", small], capture_output=True,
                                               check=False).returncode == 0
if mounted:
    try:
        for name, option in FORMS:
            destination = small / name
            part = start(option, destination)
            message = part.communicate()[1].decode()
            bench.check(part.returncode == 5 and "output.full" in message, f"{name}: full disk, exit status {part.returncode}", message)
            subprocess.run(["mount", "-o", "remount,size=64m", small], check=True)
            check_same(name, option, destination, outcomes, "full disk")
            subprocess.run(["rm", "-rf", destination, f"{destination}.galley"], check=True)
            subprocess.run(["mount", "-o", "remount,size=512k", small], check=True)
    finally:
        subprocess.run(["umount", small], check=True)
else:
    print("SKIPPED: a file system that fills needs root and mount")


def limit_files():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))


part = start("--tar", box / "limited.tar", preexec_fn=limit_files)
part.communicate()
bench.check(part.returncode == 5, f"a file that cannot grow: exit status {part.returncode}")
check_same("t.tar", "--tar", box / "limited.tar", outcomes, "limited")

# Two runs at once on one destination.
first = start("--output-dir", box / "twice", "--jobs", "1")
second = None
for _ in range(200):
    if (box / "twice" / ".galley" / "lock").exists():
        second = start("--output-dir", box / "twice")
        break
    time.sleep(0.002)
if bench.check(second is not None, "the first run began"):
    message = second.communicate()[1].decode()
    met = first.poll() is None
    bench.check(not met or (second.returncode == 5 and "batch.locked" in message), "the second run is refused", message)
first.communicate()
check_same("folder", "--output-dir", box / "twice", outcomes, "two runs")

# The watchdog: a story (of 200 MB, which takes seconds to read) that is worked on for longer than twice its deadline ends the process,
# and is passed over then.
write_stories(box / "slow", 3)
(box / "slow" / "large.txt").write_text("A very long story goes on and on, and then some.\n" * 4_000_000)
slow = [bench.galley, "batch", box / "slow", "--output-dir", box / "slow-out", "--to", "newsml-g2,yaml", "--resume"]
stuck = subprocess.run([*slow, "--deadline", "0"], capture_output=True, check=False)
bench.check(stuck.returncode == 1 and b"batch.stuck" in stuck.stderr, "a stuck story ends the run", stuck.stderr.decode())
after = subprocess.run(slow, capture_output=True, check=False)
# Under a deadline of nothing the short stories may have been late, too, on a busy machine: only the long one is sure.
bench.check(after.returncode == 1 and b"batch.crashed-before large.txt" in after.stderr, "and is passed over",
            (after.stdout + after.stderr).decode())

# Targets that cannot be written or are something else.
bench.check_run(bench.batch(box / "in", "-d", "/proc/galley-cannot-write-here"), 5, "a target that cannot be made")
bench.check_run(bench.batch(box / "in", "-d", box / "whole-folder"), 5, "a target that is taken")
bench.check_run(bench.batch(box / "in", "--tar", pathlib.Path(sys.argv[0]).resolve()), 5, "a file that is no run")
done = start("--output-dir", box / "whole-folder", "--set", "language=fr")
bench.check("batch.other-run" in done.communicate()[1].decode(), "other settings are refused")
bench.finish("interruption")
