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
     "what the file claims to be: a-3a and a-3u (PDF/A-3 with PDF/UA-1), a-2a (the same without attachments), plain",
     standards},
    {"attach", OptionKind::choices, "source,newsml-g2", "what the file carries as associated files", attachments},
    {"compression", OptionKind::choice, "normal", "fast is about a sixth larger; none is for looking inside",
     compressions},
    {"cross-reference", OptionKind::choice, "stream",
     "stream packs small objects together; table is for programs older than PDF 1.5, and a sixth larger",
     cross_references},
    {"page", OptionKind::choice, "a4", "paper size", pages},
    {"theme", OptionKind::text, "broadsheet", "name of the page's design"},
    {"figures", OptionKind::choice, "lining", "shape of the digits in running text", figures},
    {"hyphenate", OptionKind::flag, "true", "break words at line ends where the language's patterns allow"},
    {"substitute", OptionKind::flag, "false",
     "set a visible substitute for a character no font has, instead of failing"},
    {"text-font", OptionKind::text, "Noto Serif", "family of the running text"},
    {"display-font", OptionKind::text, "Noto Serif Display", "family of headlines"},
    {"sans-font", OptionKind::text, "Noto Sans", "family of bylines, captions, running heads"},
    {"mono-font", OptionKind::text, "Noto Sans Mono", "family of preformatted text"},
};

constexpr Rule rules[] = {
    {"pdf.unreadable", Severity::error, "the file is a PDF whose objects can all be found and read",
     "nobody can say whether a file that cannot be read in full says what it should", "ISO 32000-1, 7.5",
     "make it anew; a file that only its table is wrong in can be repaired, as by qpdf"},
    {"pdf.encrypted", Severity::error, "the file is not encrypted",
     "whoever opens it in fifty years will not have the password", "ISO 19005-3, 6.1.3", "decrypt it first"},
    {"pdf.broken-rule", Severity::error,
     "every rule of PDF/A-3 (PDF/A-2, where the file claims that), PDF/UA-1 and PDF 1.7 holds that converters/pdf/CONFORMANCE.md lists as enforced",
     "the file promises to look the same for ever, and to be read aloud in order; each rule is a part of that promise",
     "the clause that the message names in brackets",
     "make the file anew; one that Galley made is a fault of Galley's, to be reported"},
    {"pdf.no-claim", Severity::warning, "the metadata claim a part and level of PDF/A",
     "archives and screen readers rely on what a file says of itself", "ISO 19005-3, 6.6.4",
     "write it with --option pdf.standard=a-3a"},
};

/// ISO 32000-1, 7.5.2 and annex H, 3.4.1: a header within the first kilobyte is what readers accept.
SniffScore sniff(std::string_view head) {
    if (head.starts_with("%PDF-"sv)) {
        return 100;
    }
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
            .sniff = sniff,
            .rules = rules};
}

}  // namespace galley
