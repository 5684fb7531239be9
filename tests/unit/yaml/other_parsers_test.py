"""Other parsers of YAML must read what Galley writes as Galley does: equal strings, numbers and truth values.

    other_parsers_test.py WRITE_YAML_SAMPLES pyyaml|npm-yaml
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

READ_WITH_NPM_YAML = """
const fs = require('fs');
let YAML;
try { YAML = require('yaml'); } catch { process.exit(42); }
const text = fs.readFileSync(process.argv[1], 'utf8');
const documents = YAML.parseAllDocuments(text, {version: process.argv[2], intAsBigInt: true});
const problems = documents.flatMap(document => [...document.errors, ...document.warnings]);
if (problems.length) { console.error(problems[0].message); process.exit(1); }
// Numbers beyond 2^53 would lose digits, so numbers are compared as their digits.
const as_text = (key, value) => typeof value === 'bigint' ? {number: String(value)} : value;
fs.writeFileSync(1, JSON.stringify(documents.map(document => document.toJS()), as_text));
"""


def describe_difference(ours, theirs, path=""):
    """The place and the two values where two trees differ first; None when they are equal."""
    if type(ours) is not type(theirs):
        return f"{path}: {ours!r} is {theirs!r}"
    if isinstance(ours, dict):
        if list(ours) != list(theirs):
            return f"{path}: keys {list(ours)} are {list(theirs)}"
        pairs = [(f"{path}.{key}", ours[key], theirs[key]) for key in ours]
    elif isinstance(ours, list):
        if len(ours) != len(theirs):
            return f"{path}: {len(ours)} items are {len(theirs)}"
        pairs = [(f"{path}[{index}]", *pair) for index, pair in enumerate(zip(ours, theirs))]
    else:
        return None if ours == theirs else f"{path}: {ours!r} is {theirs!r}"
    for pair_path, left, right in pairs:
        difference = describe_difference(left, right, pair_path)
        if difference:
            return difference
    return None


def numbers_as_digits(tree):
    if isinstance(tree, bool):
        return tree
    if isinstance(tree, int):
        return {"number": str(tree)}
    if isinstance(tree, dict):
        return {key: numbers_as_digits(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [numbers_as_digits(value) for value in tree]
    return tree


def check(parser, expected, read):
    difference = describe_difference(expected, read)
    if difference:
        sys.exit(f"{parser} reads something else: {difference}")
    print(f"{parser}: {len(expected)} documents read equal")


def check_pyyaml(stream, expected):
    try:
        import yaml
    except ImportError:
        print("SKIPPED: python3-yaml is not installed")
        return
    text = stream.read_bytes()
    check("PyYAML", expected, list(yaml.load_all(text, Loader=yaml.SafeLoader)))
    if hasattr(yaml, "CSafeLoader"):
        check("PyYAML with libyaml", expected, list(yaml.load_all(text, Loader=yaml.CSafeLoader)))


def check_npm_yaml(stream, expected):
    # Debian's packages for node are where only Debian's node looks.
    environment = dict(os.environ, NODE_PATH=os.pathsep.join(filter(None, [os.environ.get("NODE_PATH"), "/usr/share/nodejs"])))
    for version in ["1.1", "1.2"]:
        command = ["node", "--stack-size=4000", "-e", READ_WITH_NPM_YAML, str(stream), version]
        try:
            run = subprocess.run(command, env=environment, capture_output=True)
        except FileNotFoundError:
            print("SKIPPED: node is not installed")
            return
        if run.returncode == 42:
            print("SKIPPED: node has no package 'yaml' (Debian: node-yaml)")
            return
        if run.returncode != 0:
            sys.exit(f"npm's yaml: {run.stderr.decode()}")
        check(f"npm's yaml {version}", numbers_as_digits(expected), json.loads(run.stdout))


def main():
    program, parser = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, folder, "60"], check=True)
        stream = pathlib.Path(folder, "stream.yaml")
        expected = json.loads(pathlib.Path(folder, "expected.json").read_text(encoding="utf-8"))
        {"pyyaml": check_pyyaml, "npm-yaml": check_npm_yaml}[parser](stream, expected)


main()
