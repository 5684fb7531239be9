#!/usr/bin/env python3
"""Encode stories of the corpus in the legacy encodings of their languages, let the decoder find out, and count.

usage: encoding_accuracy.py GUESS_ENCODINGS SHARED

A guess is right when it reads the bytes as the encoding they were made with does, whatever its name. Prints the tables of
core/text/CONFORMANCE.md; fails below the floors. The corpus is outside the project: without it the test says SKIPPED.
"""
import collections, json, pathlib, random, subprocess, sys, tarfile, tempfile

WESTERN, CENTRAL = ["cp1252", "latin-1", "cp850", "mac_roman"], ["cp1250", "iso8859-2", "cp852"]
ENCODINGS = {
    "en": WESTERN, "de": WESTERN, "fr": WESTERN, "es": WESTERN, "pt": WESTERN, "it": WESTERN, "nl": WESTERN, "da": WESTERN,
    "no": WESTERN, "sv": WESTERN, "pl": CENTRAL, "ru": ["cp1251", "koi8-r", "iso8859-5", "cp866", "mac_cyrillic"], "tr": ["cp1254", "iso8859-9"],
    "ar": ["cp1256", "iso8859-6"], "lt": ["cp1257"], "ja": ["cp932", "euc-jp", "iso2022_jp"], "ko": ["euc-kr"], "zh": ["gb18030"],
}
ARCHIVES = {"cp850", "cp852", "cp866", "mac_roman", "mac_cyrillic"}   # of DOS and the Macintosh: believed in only when long
TAGS = {"zh": "zh-Hans", "no": "nb"}
PYTHON_NAMES = {"Shift_JIS": "cp932", "EUC-KR": "cp949", "macintosh": "mac_roman", "x-mac-cyrillic": "mac_cyrillic"}
TO_ASCII = str.maketrans({"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2018": "'", "\u2019": "'", "\u2013": "-", "\u2014": "-",
                          "\u2026": "...", "\u2022": "*", "\u20ac": "EUR"})
STORIES_A_SET = 60
SIZES = [None, 500, 150, 60]     # characters around the first one beyond ASCII; None: the whole story
NOT_ENGLISH = ("za_Ilanga", "tz_HabariLeo", "za_IsolezweLesiXhosa")   # Zulu, Swahili and Xhosa, "en" in the truth
ENCODING_FLOOR = {None: 0.995, 500: 0.995, 150: 0.99, 60: 0.98}
ARCHIVES_FLOOR = 0.95     # whole stories
LANGUAGE_FLOOR = 0.99
SURE, SURE_FLOOR = 90, 0.97


def stories(archive):
    """(language, text) of up to STORIES_A_SET stories a set, the same ones each time."""
    with tarfile.open(archive) as tar:   # in its order: to go back costs reading it all again
        contents = {member.name: tar.extractfile(member).read() for member in tar if member.isfile()}
    for name in sorted(name for name in contents if name.endswith("truth.jsonl")):
        rows = [json.loads(line) for line in contents[name].splitlines()]
        random.Random(7).shuffle(rows)
        for row in rows[:STORIES_A_SET]:
            text = contents[str(pathlib.PurePosixPath(name).parent / row["file"])].decode("utf-8", "replace")
            if not row["file"].startswith(NOT_ENGLISH) and "\ufffd" not in text:
                yield row["language"], text


def cut(text, size):
    first = next((i for i, c in enumerate(text) if c > "\x7f"), 0)
    begin = max(0, first - size // 2)
    while 0 < begin < first and not text[begin - 1].isspace():
        begin += 1
    return text[begin:begin + size]


def encoded(text, encoding):
    """The text's bytes, or None when it has too much that the encoding has not, or nothing beyond ASCII."""
    if not encoding.startswith(("cp12", "mac")):
        text = text.translate(TO_ASCII)
    data = text.encode(encoding, "ignore")
    kept = len(data.decode(encoding))
    has_more = b"\x1b" in data if encoding == "iso2022_jp" else any(byte > 0x7F for byte in data)
    return data if has_more and kept >= 0.97 * len(text) else None


def reads_alike(data, guess, encoding):
    name = PYTHON_NAMES.get(guess, guess.replace("windows-", "cp").replace("IBM", "cp"))
    try:
        return data.decode(name) == data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return False


def make_cases(archive, folder):
    cases = []   # path, data or None for UTF-8, encoding, size, language
    for number, (language, text) in enumerate(stories(archive)):
        for size in SIZES:
            if size is not None and size >= len(text):
                continue
            piece = text if size is None else cut(text, size)
            for encoding in ["utf-8"] + ENCODINGS.get(language, []):
                data = piece.encode() if encoding == "utf-8" else encoded(piece, encoding)
                if data is not None:
                    path = folder / f"{number}-{size}-{encoding}"
                    path.write_bytes(data)
                    cases.append((str(path), data, encoding, size, language))
    return cases


def share(counts):
    return f"{counts[True]} of {sum(counts.values())}"


def print_table(head, rows):
    print("| " + " | ".join(head) + " |\n|" + " --- |" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def main():
    tool, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    archive = shared / "corpus" / "eval.tar.gz"
    if not archive.exists():
        print(f"SKIPPED: no corpus at {archive}")
        return 0
    by_encoding = collections.defaultdict(collections.Counter)
    by_confidence = collections.defaultdict(collections.Counter)
    languages = collections.defaultdict(collections.Counter)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        cases = make_cases(archive, folder)
        (folder / "list").write_text("".join(case[0] + "\n" for case in cases))
        lines = subprocess.run([tool, str(folder / "list")], capture_output=True, text=True, check=True).stdout.splitlines()
    for (_, data, encoding, size, language), line in zip(cases, lines, strict=True):
        _, guess, confidence, tag, tag_confidence = line.split("\t")
        if encoding == "utf-8":
            languages[size, int(tag_confidence)][tag == TAGS.get(language, language)] += 1
        else:
            right = reads_alike(data, guess, encoding)
            by_encoding[encoding, size][right] += 1
            by_confidence[int(confidence)][right] += 1

    names = ["whole story"] + [f"{size} characters" for size in SIZES[1:]]
    encodings = sorted({encoding for encoding, _ in by_encoding})
    all_of = {size: sum((by_encoding[e, size] for e in encodings if e not in ARCHIVES), collections.Counter()) for size in SIZES}
    archived = sum((by_encoding[e, None] for e in ARCHIVES), collections.Counter())
    print_table(["encoding"] + names, [[encoding] + [share(by_encoding[encoding, size]) for size in SIZES] for encoding in encodings] +
                [["all but DOS and Macintosh"] + [share(all_of[size]) for size in SIZES]])
    print_table(["confidence of the encoding", "right"], [[str(c), share(by_confidence[c])] for c in sorted(by_confidence, reverse=True)])
    print_table(["confidence of the language"] + names,
                [[str(c)] + [share(languages[size, c]) for size in SIZES] for c in sorted({c for _, c in languages}, reverse=True)])

    failures = [f"encodings, {size} characters: {share(all_of[size])}" for size in SIZES
                if all_of[size][True] < ENCODING_FLOOR[size] * sum(all_of[size].values())]
    if archived[True] < ARCHIVES_FLOOR * sum(archived.values()):
        failures.append(f"encodings of DOS and the Macintosh: {share(archived)}")
    for title, table in ("encodings", by_confidence), ("languages", {key: counts for key, counts in languages.items()}):
        sure = sum((counts for key, counts in table.items() if (key if isinstance(key, int) else key[1]) >= SURE), collections.Counter())
        if sure[True] < SURE_FLOOR * sum(sure.values()):
            failures.append(f"{title} with confidence {SURE} and above: {share(sure)}")
    whole = sum((counts for (size, _), counts in languages.items() if size is None), collections.Counter())
    if whole[True] < LANGUAGE_FLOOR * sum(whole.values()):
        failures.append(f"languages of whole stories: {share(whole)}")
    print("\n".join("below the floor: " + failure for failure in failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
