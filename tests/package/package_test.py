#!/usr/bin/env python3
"""Install the build, then use it as a stranger would.

usage: package_test.py --build FOLDER --source FOLDER

- every installed header stands on its own and includes nothing but ours and the standard library;
- samples/embed and samples/format build against it with find_package and run;
- samples/embed builds with pkg-config alone, too;
- the installed program runs from where it was put, finds its modules, and has its manual and completions beside it.
"""
import argparse, os, re, shutil, subprocess, sys, tempfile

CARD = "%card\nheadline: Ferry to run all night\nbyline: Ada Lindqvist\ndate: 2026-03-03\n\nThe harbour ferry will run.\n"


def run(*command, **more):
    done = subprocess.run(command, capture_output=True, text=True, **more)
    if done.returncode != 0:
        sys.exit(f"FAILED {' '.join(command)}\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    return done.stdout


def check(right, what):
    if not right:
        sys.exit("FAILED " + what)
    print("ok:", what)


def check_headers(stage):
    ours, foreign = [], []
    for folder, _, names in os.walk(os.path.join(stage, "include")):
        ours += [os.path.join(folder, name) for name in names]
    for header in ours:
        with open(header, encoding="utf-8") as text:
            for included in re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', text.read(), re.M):
                if not included.startswith("galley/") and (os.path.splitext(included)[1] or "/" in included):
                    foreign.append(f"{os.path.basename(header)} includes {included}")
    check(len(ours) > 40, f"{len(ours)} headers are installed")
    check(not foreign, "no installed header includes a third party's: " + "; ".join(foreign))


def build_sample(name, stage, source, folder):
    built = os.path.join(folder, name)
    run("cmake", "-S", os.path.join(source, "samples", name), "-B", built, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={stage}")
    run("cmake", "--build", built)
    return built


def check_embed(program, how):
    out = run(program)
    check("<newsItem" in out and "urn:newsml:example.org:20260303:" in out, f"samples/embed ({how}) converts a story in memory")
    check("# read back: equal" in out, f"samples/embed ({how}) builds a document that YAML gives back")


def check_format(program, folder):
    card = os.path.join(folder, "ferry.card")
    with open(card, "w", encoding="utf-8") as file:
        file.write(CARD)
    check(run(program, card, "card") == CARD, "samples/format reads and writes its own format")
    yaml = os.path.join(folder, "ferry.yaml")
    with open(yaml, "w", encoding="utf-8") as file:
        file.write(run(program, card, "yaml"))
    check(run(program, yaml, "card") == CARD, "samples/format converts to YAML and back")


def check_pkg_config(stage, source, folder):
    library = os.path.dirname(next(os.path.join(at, "galley.pc") for at, _, names in os.walk(stage) if "galley.pc" in names))
    where = {**os.environ, "PKG_CONFIG_PATH": library}
    flags = run("pkg-config", "--cflags", "--libs", "galley", env=where).split()
    program = os.path.join(folder, "embed-pkg-config")
    run(os.environ.get("CXX", "g++"), "-std=c++23", os.path.join(source, "samples/embed/embed.cpp"), "-o", program, *flags,
        "-Wl,-rpath," + os.path.dirname(library))
    check_embed(program, "pkg-config")


def check_program(stage, source, folder):
    moved = os.path.join(folder, "moved")
    shutil.copytree(stage, moved, symlinks=True)
    program = os.path.join(moved, "bin", "galley")
    story = os.path.join(source, "samples/copy/carney-paris.txt")
    run(program, "convert", story, "--to", "newsml-g2,yaml,pdf", "--output-dir", folder)
    check(os.path.exists(os.path.join(folder, "carney-paris.pdf")), "the program runs where it was moved, and finds its modules")
    check(os.path.exists(os.path.join(moved, "share/man/man1/galley.1")), "its manual is installed")


def main():
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("--build", required=True)
    ask.add_argument("--source", required=True)
    args = ask.parse_args()
    with tempfile.TemporaryDirectory(prefix="galley-package-") as folder:
        stage = os.path.join(folder, "stage")
        run("cmake", "--install", args.build, "--prefix", stage)
        check_headers(stage)
        check_embed(os.path.join(build_sample("embed", stage, args.source, folder), "embed"), "find_package")
        check_format(os.path.join(build_sample("format", stage, args.source, folder), "card"), folder)
        check_pkg_config(stage, args.source, folder)
        check_program(stage, args.source, folder)


if __name__ == "__main__":
    main()
