"""Proves that each lint can fail: runs it on a small project that keeps the rules, then on ones that break one each.

    can_fail.py
"""

import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent

CLEAN = {
    ".clang-format": "ColumnLimit: 120\n",
    "core/CODES.md": "| `core.broken` | error |\n",
    "core/include/galley/a.h": "#pragma once\n\n#include <string>\n",
    "core/a.cpp": '#include "galley/a.h"\n\n// std::locale and "core/x" in a comment are no matter\nauto d = Diagnostic{.code = "core.broken"};\n',
    "core/edge/lib/lib.cpp": "#include <lib/lib.h>\n",
    "converters/pdf/pdf_format.cpp": '#include "converters/pdf/x.h"\n#include "core/a.h"\nFormat format{.name = "pdf"};\n',
    "cli/main.cpp": '#include "galley/a.h"\n#include <CLI/App.hpp>\n',
    "converters/text/convention_file.cpp": 'constexpr KindName list_keys[] = {\n    {"by", PhraseKind::by_word},\n};\n',
    "converters/text/a.cpp": '// "電" in a comment is no matter\nauto dash = "—";\n',
    "converters/text/CONFORMANCE.md": "| `by` | before authors |\n",
    "samples/embed/main.cpp": "#include <galley/a.h>\n",
    "tests/unit/a_test.cpp": 'CHECK(code == "core.broken");\n',
}

# Lint, file, what it has instead, words of the finding.
BROKEN = [
    ("layers", "core/a.cpp", '#include "converters/pdf/x.h"\n', "core includes no converter"),
    ("layers", "core/a.cpp", '#include "cli/x.h"\n', "only the command line"),
    ("layers", "core/a.cpp", '#include "tests/x.h"\n', "tests or samples"),
    ("layers", "core/a.cpp", "#include <lib/lib.h>\n", "library's edge"),
    ("layers", "core/a.cpp", "#include <lib.hpp>\n", "library's edge"),
    ("layers", "core/a.cpp", 'auto is = name == "pdf";\n', "not names"),
    ("layers", "core/a.cpp", "#include <unistd.h>\n", "operating system"),
    ("layers", "core/include/galley/a.h", "#include <fmt/format.h>\n", "installed header"),
    ("layers", "core/include/galley/a.h", '#include "core/a.h"\n', "installed header"),
    ("layers", "core/include/galley/a.h", "namespace galley {\n}\n", "stay hidden"),
    ("layers", "converters/pdf/pdf_format.cpp", '#include "converters/newsml/x.h"\n', "no other converter"),
    ("layers", "cli/main.cpp", '#include "core/a.h"\n', "public API"),
    ("layers", "cli/main.cpp", '#include "converters/pdf/x.h"\n', "descriptors"),
    ("layers", "samples/embed/main.cpp", '#include "core/a.h"\n', "public API"),
    ("banned_calls", "core/a.cpp", "std::locale l;\n", "std::locale"),
    ("banned_calls", "core/a.cpp", "auto now = std::chrono::system_clock::now();\n", "Host::now"),
    ("banned_calls", "core/a.cpp", "auto x = getenv(name);\n", "environment"),
    ("banned_calls", "core/a.cpp", "auto x = std::stod(text);\n", "from_chars"),
    ("banned_calls", "core/a.cpp", "snprintf(b, 9, f, 1.0);\n", "locale"),
    ("banned_calls", "core/a.cpp", "std::regex r;\n", "stack"),
    ("banned_calls", "core/a.cpp", "auto x = std::rand();\n", "same bytes"),
    ("banned_calls", "core/a.cpp", "auto x = time(nullptr);\n", "Host::now"),
    ("banned_calls", "core/a.cpp", "throw Wrong{};\n", "Results"),
    ("banned_calls", "converters/pdf/pdf_format.cpp", "std::unordered_map<int, int> m;\n", "order"),
    ("file_length", "core/a.cpp", "int x;\n" * 331, "331 lines"),
    ("code_width", "core/a.cpp", "int x = 1" + " + 1" * 30 + ";\n", "130 columns"),
    ("litter", "core/a.cpp", "// TO" "DO later\n", "note to self"),
    ("litter", "core/a.cpp", "// see /ho" "me/me/x\n", "path of one machine"),
    ("litter", "core/a.cpp", "int x; \n", "white space"),
    ("litter", "core/a.cpp", "\tint x;\n", "tab"),
    ("litter", "core/a.cpp", "int x;", "line end"),
    ("codes", "core/a.cpp", 'auto d = Diagnostic{.code = "other.code"};\n', "not in core/CODES.md"),
    ("codes", "core/a.cpp", 'say("core.broken"); say("core.other");\n', "core.other: not in core/CODES.md"),
    ("codes", "core/CODES.md", "| `core.broken` | error |\n| `core.gone` | error |\n", "never used"),
    ("conventions", "converters/text/a.cpp", "auto end = \"電\";\n", "a file a language"),
    ("conventions", "converters/text/a.cpp", "auto end = U'电';\n", "a file a language"),
    ("conventions", "converters/text/CONFORMANCE.md", "nothing\n", "does not explain it"),
    ("codes", "tests/unit/a_test.cpp", "CHECK(true);\n", "no test provokes it"),
]


def run(lint, project):
    with tempfile.TemporaryDirectory() as root:
        for path, text in project.items():
            file = pathlib.Path(root, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, HERE / f"{lint}.py", root], capture_output=True, encoding="utf-8")
        return done.returncode, done.stdout + done.stderr


def main():
    for lint in sorted({lint for lint, *_ in BROKEN}):
        code, said = run(lint, CLEAN)
        if code != 0:
            sys.exit(f"{lint} finds fault with a clean project:\n{said}")
    for lint, path, text, words in BROKEN:
        code, said = run(lint, CLEAN | {path: text})
        if code == 0 or words not in said:
            sys.exit(f"{lint} does not find {text!r} in {path}:\n{said}")
    print(f"{len(BROKEN)} broken projects found")


main()
