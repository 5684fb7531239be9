"""Folders, tars and bags that `galley batch` makes, read by other programs; shards, configuration, logs."""
import hashlib
import importlib.util
import io
import json
import shutil
import subprocess
import tarfile
import xml.etree.ElementTree

from support import Bench, contents, journal_of, records_of, state_of, write_stories

bench = Bench()
box = bench.folder
COUNT = 120
write_stories(box / "in", COUNT)


def check_bag(bag):
    """RFC 8493, sections 2 and 3, by the letter."""
    bench.check((bag / "bagit.txt").read_bytes() == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "bagit.txt")
    payload = {str(file.relative_to(bag)): file for file in (bag / "data").rglob("*") if file.is_file()}
    for algorithm in ("sha256", "sha512"):
        lines = (bag / f"manifest-{algorithm}.txt").read_text(encoding="utf-8").splitlines()
        named = dict(reversed(line.split("  ", 1)) for line in lines)
        bench.check(set(named) == set(payload), f"manifest-{algorithm} names every payload file once")
        for name, digest in named.items():
            bench.check(hashlib.new(algorithm, payload[name].read_bytes()).hexdigest() == digest, f"{algorithm} of {name}")
        for line in (bag / f"tagmanifest-{algorithm}.txt").read_text(encoding="utf-8").splitlines():
            digest, name = line.split("  ", 1)
            bench.check(hashlib.new(algorithm, (bag / name).read_bytes()).hexdigest() == digest, f"{algorithm} of {name}")
    info = dict(line.split(": ", 1) for line in (bag / "bag-info.txt").read_text(encoding="utf-8").splitlines())
    size = sum(file.stat().st_size for file in payload.values())
    bench.check(info["Payload-Oxum"] == f"{size}.{len(payload)}", "Payload-Oxum")
    bench.check(info["Bagging-Date"] == "2026-01-02" and info["Source-Organization"] == "Example Press", "bag-info.txt")
    return payload


bag = box / "bag"
bench.check_run(bench.batch(box / "in", "--bag", bag, "--bag-info", "Source-Organization=Example Press"), 0, "bag")
payload = check_bag(bag)
bench.check(len(payload) == 3 * COUNT, "originals and renditions")
original = bag / "data" / "originals" / "00" / "story-0.txt"
bench.check(original.read_bytes() == (box / "in" / "00" / "story-0.txt").read_bytes(), "originals are kept as they are")
if importlib.util.find_spec("bagit"):
    import bagit
    bench.check(bagit.Bag(str(bag)).is_valid(), "bagit accepts the bag")
else:
    print("SKIPPED: Python's bagit is not installed; the bag was checked by the standard's text alone")

# An archive may hold a file and a folder of one name, and names that end in white space; a bag cannot, or is not read right.
with tarfile.open(box / "odd.tar", "w") as tar:
    for name in ("a", "a/b", "c/d", "c", "tail ", "line\u2028", "\ufffe"):
        member = tarfile.TarInfo(name)
        text = f"By Ola Brandt\n\nThe ferry {len(name)} stayed.\n".encode()
        member.size = len(text)
        tar.addfile(member, io.BytesIO(text))
bench.check_run(bench.batch(box / "odd.tar", "--bag", box / "odd", "--bag-info", "Source-Organization=Example Press", "--premis"), 0, "odd names")
check_bag(box / "odd")
if importlib.util.find_spec("bagit"):
    bench.check(bagit.Bag(str(box / "odd")).is_valid(), "bagit accepts odd names")
for record in (box / "odd" / "data" / "metadata").rglob("*.xml"):
    xml.etree.ElementTree.parse(record)

# Tars, read by Python and GNU tar.
folder = box / "folder"
bench.check_run(bench.batch(box / "in", "--output-dir", folder), 0, "folder")
files = {path: data for path, data in contents(folder).items() if not path.startswith(".galley")}
bench.check_run(bench.batch(box / "in", "--tar", box / "t.tar"), 0, "tar")
with tarfile.open(box / "t.tar") as tar:
    members = {member.name: tar.extractfile(member).read() for member in tar}
bench.check(members == files, "Python reads the tar")
listed = subprocess.run(["tar", "-tf", box / "t.tar"], capture_output=True, check=False)
bench.check(listed.returncode == 0 and len(listed.stdout.splitlines()) == 2 * COUNT and not listed.stderr, "GNU tar reads the tar")
bench.check_run(bench.batch(box / "in", "--tar", box / "t.tar.zst"), 0, "compressed tar")
if shutil.which("zstd"):
    unpacked = subprocess.run(["zstd", "-dcq", box / "t.tar.zst"], capture_output=True, check=False).stdout
    bench.check(unpacked == (box / "t.tar").read_bytes(), "zstd unpacks the same tar")

# verify finds what is missing, changed or too much.
for destination in (folder, bag, box / "t.tar", box / "t.tar.zst"):
    bench.check_run(bench.run("verify", destination), 0, f"verify {destination.name}")
victim = folder / "01" / "story-1.txt.yaml"
victim.write_bytes(victim.read_bytes() + b"#")
(folder / "02" / "story-2.txt.xml").unlink()
(folder / "stray.xml").write_text("x")
done = bench.run("verify", folder)
bench.check_run(done, 1, "verify a spoilt folder")
for code in (b"verify.changed", b"verify.missing", b"verify.unrecorded", b"3 not as the journal says"):
    bench.check(code in done.stdout + done.stderr, f"told: {code}")
data = bytearray((box / "t.tar").read_bytes())
data[10_000] ^= 1
(box / "t.tar").write_bytes(data)
bench.check_run(bench.run("verify", box / "t.tar"), 1, "verify a spoilt tar")
data = bytearray((box / "t.tar.zst").read_bytes())
data[1000] ^= 1
(box / "t.tar.zst").write_bytes(data)
bench.check_run(bench.run("verify", box / "t.tar.zst"), 1, "verify a spoilt compressed tar")
done = bench.run("verify", box / "in")
bench.check(done.returncode == 4 and b"batch.not-a-batch" in done.stderr, "no batch", done.stderr.decode())

# Shards join to the bytes of a run that was never split.
for name, option in (("f", "--output-dir"), ("b", "--bag"), ("t.tar", "--tar"), ("z.tar.zst", "--tar")):
    whole = box / f"whole-{name}"
    bench.check_run(bench.batch(box / "in", option, whole), 0, f"whole {name}")
    shards = [box / f"{number}-{name}" for number in (1, 2, 3)]
    for number, shard in enumerate(shards, 1):
        bench.check_run(bench.batch(box / "in", option, shard, "--shard", f"{number}/3"), 0, f"shard {number} of {name}")
    bench.check_run(bench.run("merge", *shards, "--output", box / f"merged-{name}"), 0, f"merge {name}")
    bench.check(contents(box / f"merged-{name}") == contents(whole), f"{name}: the merged shards are the whole run")
    bench.check_run(bench.run("verify", box / f"merged-{name}"), 0, f"verify merged {name}")
    texts = [state_of(box / f"{way}-{name}") / "texts.jsonl" for way in ("merged", "whole")]
    bench.check(texts[0].read_bytes() == texts[1].read_bytes() != b"", f"{name}: the texts for reports are joined, too")
done = bench.run("merge", box / "1-f", box / "2-f", "--output", box / "few")
bench.check(done.returncode == 2 and b"merge.not-one-run" in done.stderr, "a missing shard")
done = bench.run("merge", box / "1-f", box / "2-f", box / "2-f", "--output", box / "few")
bench.check(done.returncode == 2 and b"merge.not-one-run" in done.stderr, "a shard named twice")
journal = box / "3-f" / ".galley" / "journal.jsonl"
journal.write_bytes(b"".join(journal.read_bytes().splitlines(True)[:-1]))
done = bench.run("merge", box / "1-f", box / "2-f", box / "3-f", "--output", box / "early")
bench.check(done.returncode == 2 and b"merge.incomplete" in done.stderr, "a shard that is not complete", done.stderr.decode())
done = bench.run("verify", box / "3-f")
bench.check(done.returncode == 1 and b"verify.incomplete" in done.stderr, "verify says so, too")

# A configuration stands for the command line.
(box / "run.yaml").write_text(f"sources: [{box / 'in'}]\nto: [newsml-g2, yaml]\noutput-dir: {box / 'configured'}\n"
                              "timestamp: 2026-01-02T10:00:00Z\njobs: 2\nresume: true\n")
bench.check_run(bench.run("batch", "--config", box / "run.yaml"), 0, "configuration")
configured, whole = contents(box / "configured"), contents(box / "whole-f")
header = json.loads(configured[".galley/journal.jsonl"].splitlines()[0])
bench.check(header.pop("configuration") == hashlib.sha256((box / "run.yaml").read_bytes()).hexdigest(), "the journal has its digest")
for kept in (configured, whole):
    first, _, rest = kept.pop(".galley/journal.jsonl").partition(b"\n")
    kept["records"] = rest
bench.check(header == json.loads(first) and configured == whole, "the same as by options")
(box / "run.yaml").write_text((box / "run.yaml").read_text().replace("jobs: 2", "jobs: 1"))
done = bench.run("batch", "--config", box / "run.yaml")
bench.check(done.returncode == 0 and b"batch.config-changed" in done.stderr, "a changed configuration is told", done.stderr.decode())
(box / "run.yaml").write_text((box / "run.yaml").read_text() + "log-format: json\n")
done = bench.run("batch", "--config", box / "run.yaml")
bench.check(done.stdout == b"" and json.loads(done.stderr.splitlines()[-1])["event"] == "summary", "the log as the configuration wants it")
(box / "run.yaml").write_text((box / "run.yaml").read_text() + "from: no-such-format\n")
done = bench.run("batch", "--config", box / "run.yaml")
bench.check(done.returncode == 2 and json.loads(done.stderr.splitlines()[-1])["event"] == "diagnostic", "failures, too", done.stderr.decode())
for text, why in (("jobz: 2\n", "unknown"), ("resume: maybe\n", "flag"), ("- a\n", "no mapping"), ("jobs: [1, 2]\n", "list"),
                  ("to: {a: b}\n", "mapping")):
    (box / "bad.yaml").write_text(text)
    done = bench.run("batch", "--config", box / "bad.yaml")
    bench.check(done.returncode == 2 and b"batch.bad-config" in done.stderr, f"bad configuration: {why}", done.stderr.decode())
for arguments, code in ((["--to", "yaml"], b"usage.no-destination"), (["--to", "yaml", "-d", "x", "--tar", "y"], b"usage.no-destination"),
                        (["--to", "yaml", "-d", "x", "--shard", "3/2"], b"usage.bad-value"), (["--to", "yaml", "-d", "x", "-j", "two"], b"usage.bad-value"),
                        (["--to", "yaml", "-d", "x", "--limit", "stories=3"], b"usage.bad-value"), (["--to", "yaml", "-d", "x", "--limit", "blocks=-1"], b"usage.bad-value"),
                        (["--to", "yaml", "--bag", "x", "--bag-info", "none"], b"usage.bad-value"), (["-d", "x"], b"usage.no-target")):
    done = bench.run("batch", box / "in", *arguments, cwd=box)
    bench.check(done.returncode == 2 and code in done.stderr, f"refused: {arguments}", done.stderr.decode())
bench.check_run(bench.run("merge", box / "1-f"), 2, "merge without a destination")

# Standard error is quiet when piped, and JSON when asked.
done = bench.batch(box / "in", "-d", box / "quiet")
bench.check(done.stderr == b"" and done.stdout.count(b"\n") == 1, "quiet in a pipe", done.stderr.decode())
done = bench.batch(box / "in", "-d", box / "logged", "--log-format", "json", "--check-reproducible", "--layout", "hashed")
events = [json.loads(line) for line in done.stderr.splitlines()]
bench.check(events[-1]["event"] == "summary" and events[-1]["done"] == COUNT and events[-1]["complete"], "a log in JSON")
bench.check(all(output["path"][2] == "/" for record in records_of(box / "logged") for output in record["outputs"]), "hashed layout")
bench.check(journal_of(box / "logged")[-1]["end"] is True, "the journal ends")
done = bench.batch(box / "in", "-d", box / "limited", "--limit", "story-bytes=400", "--limit", "output-bytes=1000000")
codes = {said["code"] for record in records_of(box / "limited") for said in record["diagnostics"]}
bench.check(done.returncode == 1 and "limit.story-bytes" in codes, "a limit holds", str(codes))
bench.finish("destinations")
