"""Archives, lists and hostile names as sources of `galley batch`."""
import io
import os
import subprocess
import tarfile
import zipfile

from support import Bench, records_of, story, write_stories

bench = Bench()
box = bench.folder


def add(tar, name, text="", kind=tarfile.REGTYPE, target=""):
    member = tarfile.TarInfo(name)
    member.type, member.linkname, member.size = kind, target, len(text.encode())
    tar.addfile(member, io.BytesIO(text.encode()) if text else None)


def make_tar(path, mode):
    with tarfile.open(path, mode) as tar:
        add(tar, "2020/", kind=tarfile.DIRTYPE)
        add(tar, "2020/a.txt", story(1))
        add(tar, "../../escape.txt", story(2))
        add(tar, "/etc/absolute.txt", story(3))
        add(tar, "2020/a.txt", story(4))
        add(tar, "link.txt", kind=tarfile.SYMTYPE, target="/etc/passwd")
        add(tar, "hard.txt", kind=tarfile.LNKTYPE, target="2020/a.txt")
        add(tar, "device", kind=tarfile.CHRTYPE)
        add(tar, "fifo", kind=tarfile.FIFOTYPE)
        add(tar, "n" * 300 + ".txt", story(5))
        add(tar, "caf\u00e9\n.txt", story(6))


expected = {"2020/a.txt", "~up/~up/escape.txt", "etc/absolute.txt", "2020/a.txt~=4", "caf\u00e9~x0a.txt", "n" * 300 + ".txt"}
make_tar(box / "a.tar", "w")
make_tar(box / "a.tar.gz", "w:gz")
make_tar(box / "a.tar.xz", "w:xz")
archives = ["a.tar", "a.tar.gz", "a.tar.xz"]
if subprocess.run(["zstd", "-q", box / "a.tar"], check=False).returncode == 0:
    archives.append("a.tar.zst")
first = None
for archive in archives:
    out = box / ("out-" + archive)
    bench.check_run(bench.batch(box / archive, "--output-dir", out), 0, archive)
    done = {record["name"] for record in records_of(out) if record["status"] == "done"}
    bench.check(done == expected, f"{archive}: stories", str(done ^ expected))
    skipped = {record["name"] for record in records_of(out) if record["status"] == "skipped"}
    bench.check(skipped == {"link.txt", "hard.txt", "device", "fifo"}, f"{archive}: what is no story", str(skipped))
    first = first or records_of(out)
    bench.check(records_of(out) == first, f"{archive}: the same journal whatever the compression")
bench.check(not (box / "escape.txt").exists() and not (box.parent / "escape.txt").exists(), "nothing escapes")

# The same tar on standard input.
with open(box / "a.tar.gz", "rb") as tar:
    bench.check_run(bench.batch("-", "--output-dir", box / "piped", stdin=tar), 0, "tar on standard input")
bench.check(records_of(box / "piped") == first, "the same from standard input")

# Nothing in them is no input.
make_empty = box / "empty.tar"
tarfile.open(make_empty, "w").close()
bench.check_run(bench.batch(make_empty, "--output-dir", box / "nothing"), 4, "a tar without members")
bench.check_run(bench.batch("-", "--output-dir", box / "nothing-piped"), 4, "nothing on standard input")

# zip: seekable, with a name in UTF-8, a link and an encrypted flag left alone.
with zipfile.ZipFile(box / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("b/\u4f60.txt", story(7))
    archive.writestr("../c.txt", story(8))
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    archive.writestr(link, "/etc/passwd")
bench.check_run(bench.batch(box / "a.zip", "--output-dir", box / "zipped"), 0, "zip")
statuses = {record["name"]: record["status"] for record in records_of(box / "zipped")}
bench.check(statuses == {"b/\u4f60.txt": "done", "~up/c.txt": "done", "link": "skipped"}, "stories of a zip", str(statuses))

# A member that grows beyond the limit is one failure, however small it is packed.
with zipfile.ZipFile(box / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("before.txt", story(9))
    archive.writestr("bomb.txt", "a line of a bomb\n" * 500_000)
    archive.writestr("behind.txt", story(10))
bench.check_run(bench.batch(box / "bomb.zip", "--output-dir", box / "bombed", "--limit", "story-bytes=1000000"), 1, "a member that grows")
outcomes = {record["name"]: (record["status"], [said["code"] for said in record["diagnostics"] if said["severity"] == "error"])
            for record in records_of(box / "bombed")}
bench.check(outcomes["bomb.txt"] == ("failed", ["limit.story-bytes"]) and outcomes["behind.txt"][0] == "done", "the others go on", str(outcomes))

# A sparse member is its bytes; a mailbox is as many stories as it has messages.
with open(box / "sparse.txt", "wb") as file:
    file.write(story(11).encode())
    file.seek(1_000_000)
    file.write(b"\n")
if subprocess.run(["tar", "--sparse", "-cf", box / "sparse.tar", "-C", box, "sparse.txt"], check=False).returncode == 0:
    bench.check_run(bench.batch(box / "sparse.tar", "--output-dir", box / "sparse"), 1, "a sparse file of zeros is no text")
    bench.check(records_of(box / "sparse")[0]["source"]["bytes"] == 1_000_001, "read with its holes", str(records_of(box / "sparse")))
(box / "news.mbox").write_text("".join(
    f"From desk@example.org Mon Jan  5 10:00:00 2026\nFrom: desk@example.org\nSubject: Ferry {number}\nDate: Mon, 5 Jan 2026 10:00:00 +0000\n\n"
    f"{story(number)}\n" for number in range(3)), encoding="utf-8")
bench.check_run(bench.batch(box / "news.mbox", "--output-dir", box / "mails"), 0, "a mailbox")
bench.check([record["story"] for record in records_of(box / "mails")] == [1, 2, 3] and (box / "mails" / "news.mbox~3.yaml").exists(), "its messages")

# Folders in folders beyond the longest path of the system: what can be named is done, the rest is told.
folder = os.open(box, os.O_RDONLY)
for level in range(2500):
    os.mkdir("d" if level else "deep", dir_fd=folder)
    below = os.open("d" if level else "deep", os.O_RDONLY, dir_fd=folder)
    os.close(folder)
    folder = below
    if level in (3, 2499):
        file = os.open("story.txt", os.O_CREAT | os.O_WRONLY, dir_fd=folder)
        os.write(file, story(level).encode())
        os.close(file)
os.close(folder)
bench.check_run(bench.batch(box / "deep", "--output-dir", box / "deep-out"), 1, "folders in folders")
statuses = sorted((record["status"], [said["code"] for said in record["diagnostics"] if said["severity"] == "error"]) for record in records_of(box / "deep-out"))
bench.check(statuses == [("done", []), ("failed", ["input.read-failed"])], "deep folders", str(statuses))

# Damage: what comes before is done, the rest is one failure, other sources go on.
write_stories(box / "plain", 5)
with tarfile.open(box / "large.tar.gz", "w:gz") as tar:
    for number in range(400):
        add(tar, f"{number}.txt", story(number))
for name, share in (("start", 0.002), ("middle", 0.6), ("end", 0.999)):
    data = (box / "large.tar.gz").read_bytes()
    (box / f"{name}.tar.gz").write_bytes(data[: int(len(data) * share)])
    done = bench.batch(box / f"{name}.tar.gz", box / "plain", "--output-dir", box / name)
    bench.check_run(done, 1, f"an archive damaged at its {name}")
    codes = {said["code"] for record in records_of(box / name) for said in record["diagnostics"]}
    bench.check(codes & {"archive.damaged", "archive.damaged-member", "archive.unreadable"}, f"damage at the {name} is told", str(codes))
    bench.check(sum(record["status"] == "done" for record in records_of(box / name)) >= 5, "the others go on")
(box / "not.zip").write_bytes(b"PK\x03\x04" + b"rubbish" * 10)
bench.check_run(bench.batch(box / "not.zip", "--output-dir", box / "not"), 1, "no archive at all")

# Lists, by line ends and by NUL.
names = sorted(str(file) for file in (box / "plain").rglob("*.txt"))
for flags, separator in ((["-T", "-"], "\n"), (["-T", "-", "-0"], "\0")):
    out = box / f"listed{ord(separator)}"
    done = subprocess.run([bench.galley, "batch", *flags, "--to", "yaml", "--output-dir", out], capture_output=True,
                          input=separator.join(names).encode(), check=False)
    bench.check_run(done, 0, "a list")
    bench.check(len(records_of(out)) == 5, "every file of a list")
bench.check_run(bench.run("batch", "-T", "-", "--to", "yaml", "-d", box / "endless",
                          stdin=subprocess.DEVNULL), 4, "an empty list is no input")

# Patterns, odd files, formats that are none.
write_stories(box / "mixed", 12)
(box / "mixed" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
(box / "mixed" / "empty.txt").write_bytes(b"")
with open(os.fsencode(box / "mixed") + b"/caf\xe9.bin", "wb") as file:
    file.write(bytes(100))
os.mkfifo(box / "mixed" / "fifo")
done = bench.batch(box / "mixed", "--output-dir", box / "m1")
bench.check_run(done, 1, "failures in the journal")
statuses = {record["name"]: record["status"] for record in records_of(box / "m1")}
bench.check(statuses["picture.png"] == "failed" and statuses["fifo"] == "skipped", "what cannot be read", str(statuses))
bench.check(statuses.get("caf~xe9.bin") == "failed", "a name that is not UTF-8", str(statuses))
bench.check_run(bench.batch(box / "mixed", "--output-dir", box / "m1", "--resume"), 1, "the journal can be read again")
bench.check_run(bench.batch(box / "mixed", "--output-dir", box / "m2", "--include", "story-*.txt", "--exclude", "01/"), 0, "patterns")
bench.check(len(records_of(box / "m2")) == 11, "patterns choose", str(len(records_of(box / "m2"))))
bench.check(bench.batch(box / "mixed", "-d", box / "m3", "--max-failures", "1").returncode == 1, "stops after a failure")
bench.finish("sources")
