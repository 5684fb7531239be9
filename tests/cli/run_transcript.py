#!/usr/bin/env python3
"""Run a transcript and compare what the commands print with what it says.

usage: run_transcript.py --bin FOLDER --source FOLDER [--update] [--scratch FOLDER] TRANSCRIPT.md

A transcript is Markdown. Its ```console blocks hold commands and what they must give:

    $ galley convert broken.txt --to yaml       a command of the shell; a line ended by \\ goes on in the next
    text                                        a line of standard output
    ! error decode.binary broken.txt: ...       a line of standard error
    => 1                                        the exit status, where it is not 0

All commands of a file run one after the other in one new folder, in which `samples` leads to the project's samples.
In an expected line `[..]` stands for any text; a line `...` stands for any number of lines.
A first line `<!-- needs: WHAT -->` skips the file where WHAT is missing: `user` (runs as an ordinary user, by setpriv when
started by root), `tmpfs` (may mount one in a name space of its own).
--update writes what the commands gave into the file, for a person to read in the diff.
"""
import argparse, os, re, shlex, shutil, stat, subprocess, sys, tempfile

SKIPPED = 77
NOBODY = "65534"


class Step:
    """One command with what it must give, and the lines of the transcript it stands on."""

    def __init__(self, command, first):
        self.command, self.first, self.last = command, first, first
        self.out, self.err, self.status = [], [], 0


def read_steps(lines):
    steps, inside, number = [], False, 0
    while number < len(lines):
        line = lines[number]
        if line.startswith("```"):
            inside = line.strip() == "```console"
        elif inside and line.startswith("$ "):
            command = line[2:]
            first = number
            while command.endswith("\\"):
                number += 1
                command = command[:-1] + lines[number]
            steps.append(Step(command, first))
            steps[-1].last = number
        elif inside and steps:
            step = steps[-1]
            step.last = number
            if line.startswith("! ") or line == "!":
                step.err.append(line[2:])
            elif re.fullmatch(r"=> \d+", line):
                step.status = int(line[3:])
            else:
                step.out.append(line)
        number += 1
    return steps


def matches(expected, actual):
    pattern = ""
    for line in expected:
        if line == "...":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += ".*?".join(re.escape(part) for part in line.split("[..]")) + r"\n"
    return re.fullmatch(pattern, "".join(line + "\n" for line in actual)) is not None


def lines_of(data):
    text = data.decode("utf-8", "backslashreplace")
    return text[:-1].split("\n") if text.endswith("\n") else text.split("\n") if text else []


def shown(step, out, err, status):
    rows = list(out) + ["! " + line if line else "!" for line in err]
    return rows + ([f"=> {status}"] if status else [])


def needs_of(lines):
    found = re.fullmatch(r"<!-- needs: (.*) -->", lines[0].strip()) if lines else None
    return found.group(1).split() if found else []


def shell_for(needs, folder, program):
    """The shell that runs commands, or a reason to skip."""
    shell = ["/bin/sh", "-c"]
    if "tmpfs" in needs:
        wrap = ["unshare", "--mount", "--map-root-user"]
        trial = wrap + ["sh", "-c", f"mount -t tmpfs -o size=64k none {folder}"]
        if shutil.which("unshare") is None or subprocess.run(trial, capture_output=True).returncode != 0:
            return None, "no right to mount a tmpfs"
        return wrap + shell, None
    if "user" in needs and os.geteuid() == 0:
        wrap = ["setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"]
        # By way of the shell, as the commands are: what setpriv itself starts may still read below /root.
        trial = wrap + shell + [shlex.quote(program) + " version"]
        if shutil.which("setpriv") is None or subprocess.run(trial, capture_output=True).returncode != 0:
            return None, "started by root, and no ordinary user can run the program"
        os.chmod(folder, 0o777)
        return wrap + shell, None
    return shell, None


def environment(args, folder):
    keep = {name: value for name, value in os.environ.items() if name.startswith(("ASAN", "UBSAN", "TSAN", "LSAN"))}
    return {**keep, "PATH": os.path.abspath(args.bin) + ":/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "SOURCE_DATE_EPOCH": "1767366000"}


def run(args, lines, folder):
    program = os.path.join(os.path.abspath(args.bin), "galley")
    os.symlink(os.path.join(os.path.abspath(args.source), "samples"), os.path.join(folder, "samples"))
    shell, reason = shell_for(needs_of(lines), folder, program)
    if shell is None:
        print(f"SKIPPED: {os.path.basename(args.transcript)}: {reason}")
        return SKIPPED
    wrong, replacement = 0, []
    for step in read_steps(lines):
        done = subprocess.run(shell + [step.command], cwd=folder, env=environment(args, folder), stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=600)
        out, err = lines_of(done.stdout), lines_of(done.stderr)
        if matches(step.out, out) and matches(step.err, err) and step.status == done.returncode:
            continue
        wrong += 1
        print(f"{args.transcript}:{step.first + 1}: $ {step.command}")
        print("  expected:", *shown(step, step.out, step.err, step.status), sep="\n    ")
        print("  got:", *shown(step, out, err, done.returncode), sep="\n    ")
        head = step.first + step_lines(lines, step.first)
        replacement.append((head, step.last + 1, shown(step, out, err, done.returncode)))
    if args.update and replacement:
        for begin, end, rows in reversed(replacement):
            lines[begin:end] = rows
        with open(args.transcript, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        return 0
    return 1 if wrong else 0


def step_lines(lines, first):
    count = 1
    while lines[first + count - 1].endswith("\\"):
        count += 1
    return count


def main():
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("transcript")
    ask.add_argument("--bin", required=True)
    ask.add_argument("--source", required=True)
    ask.add_argument("--scratch", help="keep the working folder here")
    ask.add_argument("--update", action="store_true")
    args = ask.parse_args()
    with open(args.transcript, encoding="utf-8") as file:
        lines = file.read().rstrip("\n").split("\n")
    if args.scratch:
        os.makedirs(args.scratch)
        return run(args, lines, args.scratch)
    with tempfile.TemporaryDirectory(prefix="galley-") as folder:
        try:
            return run(args, lines, folder)
        finally:
            for path, folders, _ in os.walk(folder):    # what a transcript locked must not stop the clean-up
                for name in folders:
                    full = os.path.join(path, name)
                    if not os.path.islink(full):
                        os.chmod(full, stat.S_IRWXU)


if __name__ == "__main__":
    sys.exit(main())
