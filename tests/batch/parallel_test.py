"""samples/batch/parallel.sh: a whole run in shares under GNU parallel, with shares that are killed half-way."""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

import cluster
from support import Bench, contents, write_stories

if shutil.which("parallel") is None:
    print("SKIPPED: needs GNU parallel (Debian: parallel)")
    sys.exit(77)

samples = pathlib.Path(os.environ["GALLEY_SOURCE"]) / "samples" / "batch"
bench = Bench()
box = bench.folder
os.environ["PATH"] = f"{pathlib.Path(bench.galley).resolve().parent}:{os.environ['PATH']}"
write_stories(box / "in put", 600)


def descendants(process):
    tree = cluster.children()
    found = [process]
    for one in found:
        found.extend(tree.get(one, []))
    return found[1:]


def kill_a_share(script):
    """kill -9 to one galley of the script, once it has journaled something."""
    for _ in range(500):
        for process in descendants(script.pid):
            try:
                words = pathlib.Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
                if words[:2] == [b"galley", b"batch"] and any(box.glob("*.share-*/.galley/journal.jsonl")):
                    os.kill(process, signal.SIGKILL)
                    return True
            except OSError:
                pass        # it ended meanwhile
        time.sleep(0.01)
    return False


for form in ("output-dir", "bag", "tar"):
    dest = box / (f"news-{form}.tar.zst" if form == "tar" else f"news-{form}")
    script = subprocess.Popen([samples / "parallel.sh", form, box / "in put", dest, "3", "--to", "newsml-g2,yaml", "--set", "slugline=two words"],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if form == "output-dir":
        bench.check(kill_a_share(script), "a share was killed")
    said = script.communicate()[0].decode(errors="replace")
    bench.check(script.returncode == 0 and "all as the journal says" in said, f"{form}: the whole was joined and verified", said)
    clock = (pathlib.Path(f"{dest}.clock")).read_text(encoding="utf-8").strip()
    whole = box / f"whole-{dest.name}"
    bench.check_run(bench.run("batch", box / "in put", "--to", "newsml-g2,yaml", "--set", "slugline=two words", f"--{form}", whole,
                              "--timestamp", clock), 0, f"{form}: the same in one run")
    bench.check(contents(dest) == contents(whole), f"{form}: the bytes of a run that was never split")
bench.finish("parallel")
