"""samples/batch/slurm.sh on a real Slurm with three nodes on this host, one of which dies half-way."""
import os
import pathlib
import subprocess
import sys
import time

import cluster
from support import Bench, contents

if not cluster.is_possible():
    print("SKIPPED: needs root, and slurmctld, slurmd and munged (Debian: slurm-wlm, munge)")
    sys.exit(77)

STORIES, SHARES, NODES = 24000, 5, 3
samples = pathlib.Path(os.environ["GALLEY_SOURCE"]) / "samples" / "batch"
bench = Bench()
box = bench.folder
os.environ["PATH"] = f"{pathlib.Path(bench.galley).resolve().parent}:{os.environ['PATH']}"
with open(box / "stories.tar", "wb") as tar:
    subprocess.run([sys.executable, samples / "vary.py", str(STORIES)], stdout=tar, check=True)

slurm = cluster.Cluster(box / "slurm", NODES)
try:
    begun = time.monotonic()
    sent = subprocess.run([samples / "slurm.sh", "tar", "stories.tar", "news.tar", str(SHARES), "--to", "newsml-g2,yaml"],
                          env=slurm.environment, cwd=box, capture_output=True, text=True, check=False)
    bench.check(sent.returncode == 0, "the jobs are sent", sent.stdout + sent.stderr)
    array, join = sent.stdout.split()

    def at_work():
        """Some share on node2 has journaled stories."""
        numbers = slurm.ask("squeue", "--noheader", "--nodelist=node2", "--states=running", "--format=%K").split()
        journals = [box / f"news.share-{number}.tar.galley" / "journal.jsonl" for number in numbers]
        return any(journal.exists() and journal.stat().st_size > 100_000 for journal in journals)

    slurm.wait(at_work, "work on node2")
    killed = slurm.kill_node("node2")
    bench.check(killed, "the node died with its job")
    print(f"node2 died {time.monotonic() - begun:.0f} s after the jobs were sent, with {len(killed)} share at work")
    slurm.wait(lambda: "down" in slurm.ask("sinfo", "--noheader", "--nodes=node2", "--format=%T"), "the loss of node2 is noticed")
    again = slurm.ask("squeue", "--noheader", f"--jobs={','.join(killed)}", "--format=%r").splitlines()
    bench.check(len(again) == len(killed), "its share is queued again", str(again))
    # Slurm lets two minutes pass before it begins again what it queued again.
    slurm.wait(lambda: slurm.is_over(join), "the end of the run", 600)
    print(f"the run was over after {time.monotonic() - begun:.0f} s on {NODES - 1} nodes that were left")
finally:
    slurm.stop()

clock = (box / "news.tar.clock").read_text(encoding="utf-8").strip()
logs = "\n".join(file.read_text(encoding="utf-8", errors="replace")[-2000:] for file in sorted(box.glob("news.tar.*.log")))
bench.check("all as the journal says" in logs, "the whole was verified", logs)
bench.check_run(bench.run("batch", box / "stories.tar", "--to", "newsml-g2,yaml", "--tar", box / "whole.tar", "--timestamp", clock),
                0, "the same in one run")
if bench.check((box / "news.tar").exists(), "the shares were joined", logs):
    bench.check(contents(box / "news.tar") == contents(box / "whole.tar"), "the bytes of a run that was never split")
bench.finish("slurm")
