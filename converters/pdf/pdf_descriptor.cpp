#include "converters/pdf/pdf_descriptor.h"

#include <string_view>

namespace galley {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view extensions[] = {".pdf"};
constexpr std::string_view media_types[] = {"application/pdf"};

constexpr std::string_view standards[] = {"a-3a", "a-3u", "a-2a", "plain"};
constexpr std::string_view compressions[] = {"normal", "fast", "none"};
constexpr std::string_view cross_references[] = {"stream", "table"};
constexpr std::string_view attachments[] = {"source", "newsml-g2", "yaml"};
constexpr std::string_view pages[] = {"a4", "letter"};
constexpr std::string_view figures[] = {"lining", "old-style"};

constexpr OptionSpec options[] = {
    {"standard", OptionKind::choice, "a-3a",
     "what the file claims to be: a-3a and a-3u (PDF/A-3 with PDF/UA-1), a-2a (the same without attachments), plain", standards},
    {"attach", OptionKind::choices, "source,newsml-g2", "what the file carries as associated files", attachments},
    {"compression", OptionKind::choice, "normal", "fast is 2 to 3 % larger; none is for looking inside", compressions},
    {"cross-reference", OptionKind::choice, "stream",
     "stream packs small objects together; table is for programs older than PDF 1.5, and a sixth larger", cross_references},
    {"page", OptionKind::choice, "a4", "paper size", pages},
    {"theme", OptionKind::text, "broadsheet", "name of the page's design"},
    {"figures", OptionKind::choice, "lining", "shape of the digits in running text", figures},
    {"hyphenate", OptionKind::flag, "true", "break words at line ends where the language's patterns allow"},
    {"substitute", OptionKind::flag, "false", "set a visible substitute for a character no font has, instead of failing"},
    {"text-font", OptionKind::text, "Noto Serif", "family of the running text"},
    {"display-font", OptionKind::text, "Noto Serif Display", "family of headlines"},
    {"sans-font", OptionKind::text, "Noto Sans", "family of bylines, captions, running heads"},
    {"mono-font", OptionKind::text, "Noto Sans Mono", "family of preformatted text"},
};

/// ISO 32000-1, 7.5.2 and annex H, 3.4.1: a header within the first kilobyte is what readers accept.
SniffScore sniff(std::string_view head) {
    if (head.starts_with("%PDF-"sv)) { return 100; }
    return head.substr(0, 1024).find("%PDF-1."sv) != std::string_view::npos ? 60 : 0;
}

}  // namespace

Format pdf_description() {
    return {.name = "pdf",
            .title = "PDF page, PDF/A-3a and PDF/UA-1",
            .extensions = extensions,
            .media_types = media_types,
            .pronom = "fmt/479",
            .options = options,
            .binary = true,
            .carries_source = true,
            .hardened = true,
            .sniff = sniff};
}

}  // namespace galley
