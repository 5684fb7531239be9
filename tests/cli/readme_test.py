#!/usr/bin/env python3
"""Run every ```sh block of the README, one after the other, in a new folder with the project's samples.

usage: readme_test.py --bin FOLDER --source FOLDER

Blocks that are marked ```shell set a machine up or install; .ci/setup and tests/package run those.
"""
import argparse, os, re, subprocess, sys, tempfile


def main():
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("--bin", required=True)
    ask.add_argument("--source", required=True)
    args = ask.parse_args()
    with open(os.path.join(args.source, "README.md"), encoding="utf-8") as file:
        text = file.read()
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        if "://" not in target and not os.path.exists(os.path.join(args.source, target)):
            sys.exit(f"FAILED: the README leads to {target}, which is not there")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S)
    if len(blocks) < 4:
        sys.exit(f"FAILED: only {len(blocks)} blocks of commands")
    with tempfile.TemporaryDirectory(prefix="galley-readme-") as folder:
        os.symlink(os.path.join(os.path.abspath(args.source), "samples"), os.path.join(folder, "samples"))
        where = {**os.environ, "PATH": os.path.abspath(args.bin) + ":/usr/bin:/bin"}
        for block in blocks:
            done = subprocess.run(["/bin/sh", "-eu", "-c", block], cwd=folder, env=where, stdin=subprocess.DEVNULL,
                                  capture_output=True, text=True)
            if done.returncode != 0:
                sys.exit(f"FAILED with {done.returncode}:\n{block}{done.stdout}{done.stderr}")
            print(f"ok:\n{block}")


if __name__ == "__main__":
    main()
