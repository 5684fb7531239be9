#!/usr/bin/env python3
"""Reads the corpora, scores what was found and compares it with recorded floors, which only rise.

usage: check_floors.py SHARED INSPECT_CORPUS FLOORS.tsv WORK_DIR [--update] [--calibration]

SHARED holds corpus/eval.tar.gz, corpus/score.py and news/variants.tsv; where it is absent the test is skipped.
--update raises floors to what was reached. --calibration prints, for each confidence, how often values were right.
"""
import argparse
import collections
import importlib.util
import json
import os
import re
import subprocess
import sys
import tarfile

import variants

def without_author(place):
    """The truth takes the place that the authors write from for one of them."""
    def correct(truth):
        truth["authors"] = [author for author in truth["authors"] if author != place]
    return correct


def split_authors(word):
    """The truth takes two names, or a paper and an agency, for one."""
    def correct(truth):
        truth["authors"] = [name for author in truth["authors"] for name in author.split(f" {word} ")]
    return correct


def without_last_paragraph(truth):
    truth["para_starts"] = truth["para_starts"][:-1]
    truth["n_paragraphs"] -= 1


def without_mark(mark):
    """The truth takes an agency's mark behind the last sentence for a part of it."""
    def correct(truth):
        truth["para_starts"][-1] = truth["para_starts"][-1].removesuffix(mark).rstrip()
    return correct


def with_byline(line, author):
    def correct(truth):
        truth["byline"], truth["authors"] = line, [author]
    return correct


def without_crossheads(*lines):
    def correct(truth):
        truth["para_starts"] = [start for start in truth["para_starts"] if start not in lines]
        truth["n_paragraphs"] = len(truth["para_starts"])
    return correct


def with_items(*lists):
    """Each list: the beginning of the paragraph above it, and of its items."""
    def correct(truth):
        for above, *items in lists:
            at = next(index for index, start in enumerate(truth["para_starts"]) if start.startswith(above))
            truth["para_starts"][at + 1:at + 1] = items
        truth["n_paragraphs"] = len(truth["para_starts"])
    return correct


# Rows of the truth that are wrong: what makes them right, and the reason. They are judged as they should be.
CORRECTIONS = {
    ("reuters21578", "reut_03455.txt"): (split_authors("AND"), "two authors are given as one"),
    ("reuters21578", "reut_14802.txt"): (without_mark("REUTER"), "REUTER behind the last sentence is the agency's mark, and no part of it"),
    ("sina_zh", "zh_SportNews_4e1766d55a.txt"): (without_last_paragraph, "the last line says the source, and is no paragraph"),
    ("sina_zh", "zh_TechNews_5bfdeb218d.txt"): (with_byline("新京报记者 王庆滨", "王庆滨"), "the truth's byline is a sentence of the text"),
    ("sina_zh", "zh_TechNews_fb89bd828a.txt"): (with_byline("新京报首席记者 赵毅波", "赵毅波"), "the truth's byline is a sentence of the text"),
    ("saudi_ar", "sa_20150804_0100.txt"): (without_last_paragraph, "the last line is a link, \"more....\", and no paragraph"),
    ("fundus_web", "ch_SRF_2025_01_05.txt"): (without_author("Sweidah"), "Sweidah is the place the authors write from"),
    ("fundus_web", "de_NTV_2024_08_05.txt"): (without_author("Lille"), "Lille is the place the author writes from"),
    ("fundus_web", "de_JungeWelt_2026_05_18.txt"): (without_author("Nairobi"), "Nairobi is the place the authors write from"),
    ("fundus_web", "uk_TheGuardian_2024_02_24.txt"): (with_byline("Associated Press in Valencia", "Associated Press"), "'Associated Press in Valencia' is printed as its byline"),
    ("fundus_web", "de_RuhrNachrichten_2024_05_03.txt"): (with_items(
        ["Die Eisheiligen sind", "Mamertus", "Pankratius", "Servatius", "Bonifatius", "Sophia"]), "the items of a list are text"),
    ("fundus_web", "de_Focus_2023_04_28.txt"): (with_items(
        ["Rabatte bzw. Preisnachlässe", "Ab 40 Euro", "Ab 85 Euro", "Ab 150 Euro", "Doppelte VIP-Punkte"],
        ["Im Nachfolgenden", "Lego 75363", "Lego 75346", "Lego 40623", "Lego 75361", "Lego 75356", "Lego 75353", "Lego 75348", "Lego 75352"]),
        "the items of lists are text"),
    ("fundus_web", "uk_TheTelegraph_2023_08_30.txt"): (with_items(
        ["Since the price of energy", "The best heated clothes airers", "Best heated clothes airer overall –", "Best value heated clothes airer -",
         "Best heated airer for drying shoes -", "Best for easy storage –", "Best portable heated clothes airer -"],
        ["Heated clothes airers are proving", "Robert Dyas heated", "Dunelm heated", "Argos heated", "Aldi heated", "Lakeland heated"]),
        "the items of lists are text"),
    ("fundus_web", "uk_DailyMail_2024_04_27.txt"): (with_items(
        ["Here's what to look for", "The Series date", "The bill must have", "The serial number must"]), "the items of a list are text"),
    ("fundus_web", "lu_LuxemburgerWort_2025_06_30.txt"): (with_byline("André KleinRedakteur", "André Klein"), "the author's name and title are printed"),
    ("newspaper4k", "fox13now_001.txt"): (without_crossheads(
        "Federal: Health care, of course, and vending machines", "Local: Guns, family leave and shark fins", "Illinois and drones",
        "Gender and voting identity", "Minimum wage and former felon employment", "Social media and pot"), "crossheads are headings, as in fundus_web"),
    ("newspaper4k", "cleveland.com1.txt"): (without_crossheads(
        "google.JPG", "-- By Michael Russell Follow @tdmrussell", "Related Stories"), "a file's name, a signature and a label are no paragraphs"),
    ("fundus_web", "fr_LeFigaro_2024_11_22.txt"): (split_authors("et"), "'Le Figaro et AFP' are a paper and an agency"),
}


def unpack(shared, work):
    folder = os.path.join(work, "corpus")
    archive = os.path.join(shared, "corpus", "eval.tar.gz")
    stamp = os.path.join(folder, ".unpacked")
    if not os.path.exists(stamp):
        with tarfile.open(archive) as tar:
            tar.extractall(folder)  # noqa: S202: our own archive
        open(stamp, "w", encoding="utf-8").close()
    return os.path.join(folder, "eval") if os.path.isdir(os.path.join(folder, "eval")) else folder


def correct_truth(eval_dir, work):
    """A folder with the truth of every set as `CORRECTIONS` makes it."""
    corrected = os.path.join(work, "truth")
    for name in sorted(os.listdir(eval_dir)):
        path = os.path.join(eval_dir, name, "truth.jsonl")
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines if line.strip()]
        for row in rows:
            if (name, row["file"]) in CORRECTIONS:
                CORRECTIONS[(name, row["file"])][0](row)
        os.makedirs(os.path.join(corrected, name), exist_ok=True)
        with open(os.path.join(corrected, name, "truth.jsonl"), "w", encoding="utf-8") as out:
            out.writelines(json.dumps(row) + "\n" for row in rows)
    return corrected


def read_corpus(eval_dir, inspect, work):
    names = os.path.join(work, "files.txt")
    with open(names, "w", encoding="utf-8") as out:
        for folder, _, files in sorted(os.walk(eval_dir)):
            out.writelines(os.path.join(folder, name) + "\n" for name in sorted(files) if name.endswith(".txt"))
    records = os.path.join(work, "inspect.jsonl")
    with open(records, "wb") as out:
        done = subprocess.run([inspect, "@" + names], stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        print("every text must be read, keep the invariants and account for every byte:")
        print("\n".join(done.stderr.splitlines()[:20]))
    return records, done.returncode == 0


def scores_of(shared, truth_dir, records):
    """(set, field) -> (right, asked) as the scorer has it."""
    output = subprocess.run([sys.executable, os.path.join(shared, "corpus", "score.py"), truth_dir, records],
                            capture_output=True, text=True, check=True, encoding="utf-8").stdout
    scores, name = {}, ""
    for line in output.splitlines():
        found = re.match(r"  (\S.*?)\s+(\d+) /\s+(\d+) ", line)
        if found:
            scores[(name, found[1])] = (int(found[2]), int(found[3]))
        elif line and not line.startswith(" "):
            name = line.strip()
    return scores


def calibration(shared, truth_dir, records):
    """(field, confidence) -> [right, all], judged by the scorer's own rules."""
    spec = importlib.util.spec_from_file_location("score", os.path.join(shared, "corpus", "score.py"))
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    truths = {}
    for name in sorted(os.listdir(truth_dir)):
        with open(os.path.join(truth_dir, name, "truth.jsonl"), encoding="utf-8") as lines:
            for line in lines:
                truth = json.loads(line)
                truths[truth["file"]] = (name, truth)
    table = collections.defaultdict(lambda: [0, 0])
    with open(records, encoding="utf-8") as lines:
        for line in lines:
            got = json.loads(line)
            name, truth = truths[os.path.basename(got["file"])]
            sure = got["confidence"]

            def judge(field, right):
                if field in sure:
                    table[(field, sure[field])][0] += int(bool(right))
                    table[(field, sure[field])][1] += 1

            if truth["headline"] and truth["headline_in_text"]:
                judge("headline", score.same_headline(got["headline"], truth["headline"], name in score.WEB))
            elif name in score.NO_HEADLINE:
                judge("headline", False)
            if truth["byline"]:
                judge("byline", score.same_byline(got["byline"], truth["byline"]))
            elif name not in score.BYLINES_UNKNOWN and name not in score.WEB:
                judge("byline", False)
            if truth["date"] and truth["date_in_text"] and truth["quality"].startswith("gold"):
                judge("date", score.same_day(got["date"], truth["dateline_date"] or truth["date"]))
            elif name in score.NO_DATE:
                judge("date", False)
            if truth["dateline_places"]:
                places = [place["name"] for place in (got["dateline"] or {}).get("places", [])]
                judge("dateline", score.places(places) == score.places(truth["dateline_places"]))
            elif name in score.NO_DATELINE:
                judge("dateline", False)
    return table


def print_calibration(table):
    bands = [(90, 100), (75, 89), (0, 74)]
    print("| value | confidence | right | of | share |\n| --- | --- | --- | --- | --- |")
    for field in ("headline", "byline", "date", "dateline"):
        for low, high in bands:
            cells = [counts for (name, sure), counts in table.items() if name == field and low <= sure <= high]
            right, total = sum(cell[0] for cell in cells), sum(cell[1] for cell in cells)
            if total:
                print(f"| {field} | {low} to {high} | {right} | {total} | {100 * right / total:.1f} % |")


def read_floors(path):
    floors = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                name, field, least = line.rstrip("\n").split("\t")
                floors[(name, field)] = float(least)
    return floors


def write_floors(path, floors):
    with open(path, "w", encoding="utf-8") as out:
        out.write("# set\tfield\tat least, per cent; raised with check_floors.py --update, never lowered\n")
        for (name, field), least in sorted(floors.items()):
            out.write(f"{name}\t{field}\t{least:.2f}\n")


def main():
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("shared", "inspect", "floors", "work"):
        ask.add_argument(name)
    ask.add_argument("--update", action="store_true")
    ask.add_argument("--calibration", action="store_true")
    args = ask.parse_args()
    if not os.path.exists(os.path.join(args.shared, "corpus", "eval.tar.gz")):
        print("SKIPPED: no corpora in", args.shared)
        return 0
    os.makedirs(args.work, exist_ok=True)
    eval_dir = unpack(args.shared, args.work)
    records, sound = read_corpus(eval_dir, args.inspect, args.work)
    truth_dir = correct_truth(eval_dir, args.work)
    reached = {key: 100 * right / total for key, (right, total) in scores_of(args.shared, truth_dir, records).items() if total}
    rows = list(variants.try_rows(os.path.join(args.shared, "news", "variants.tsv"), os.path.join(args.work, "variants"), args.inspect))
    for row, wrong in rows:
        if wrong:
            print("variants.tsv:", row[0][:60], "wrong:", ", ".join(wrong))
    reached[("variants", "rows")] = 100 * sum(not wrong for _, wrong in rows) / len(rows)
    negative = [wrong for row, wrong in rows if "NEGATIVE" in row[1]]
    reached[("variants", "negative rows")] = 100 * sum(not wrong for wrong in negative) / len(negative)
    table = calibration(args.shared, truth_dir, records)
    sure = [counts for (_, confidence), counts in table.items() if confidence >= 90]
    reached[("calibration", "right at 90 and above")] = 100 * sum(cell[0] for cell in sure) / sum(cell[1] for cell in sure)
    if args.calibration:
        print_calibration(table)
    floors = read_floors(args.floors) if os.path.exists(args.floors) else {}
    low = 0
    for key, least in sorted(floors.items()):
        if reached.get(key, 0) < least - 0.005:
            print(f"{key[0]}: {key[1]} fell to {reached.get(key, 0):.2f} %, below its floor of {least:.2f} %")
            low += 1
    if args.update:
        write_floors(args.floors, {key: max(int(100 * value) / 100, floors.get(key, 0)) for key, value in reached.items()})
    print(f"{len(reached)} figures, {low} below their floors")
    return 0 if sound and not low else 1


if __name__ == "__main__":
    sys.exit(main())
