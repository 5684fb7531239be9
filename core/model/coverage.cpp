#include "galley/invariants.h"

#include "galley/utf8.h"

#include <algorithm>
#include <vector>

namespace galley {

namespace {

class SpanCollector {
public:
    std::vector<Span> spans;

    template <class T>
    void add(const std::vector<Found<T>>& all) {
        for (const auto& one : all) {
            add(one.span);
        }
    }
    template <class T>
    void add(const std::optional<Found<T>>& one) {
        if (one) {
            add(one->span);
        }
    }
    void add(std::optional<Span> span) {
        if (span) {
            spans.push_back(*span);
        }
    }
};

std::vector<Span> spans_of(const Document& document) {
    SpanCollector collector;
    for (const Block& block : document.body) {
        collector.add(block.span);
    }
    const Metadata& meta = document.meta;
    collector.add(meta.title);
    collector.add(meta.headlines);
    collector.add(meta.bylines);
    collector.add(meta.datelines);
    collector.add(meta.dates.content_created);
    collector.add(meta.dates.content_modified);
    collector.add(meta.dates.first_created);
    collector.add(meta.dates.version_created);
    collector.add(meta.language);
    collector.add(meta.status);
    collector.add(meta.urgency);
    collector.add(meta.embargo);
    collector.add(meta.signals);
    collector.add(meta.notes);
    collector.add(meta.provider);
    collector.add(meta.contributors);
    collector.add(meta.information_sources);
    collector.add(meta.credit);
    collector.add(meta.slugline);
    collector.add(meta.subjects);
    collector.add(meta.keywords);
    collector.add(meta.genres);
    collector.add(meta.summary);
    collector.add(meta.rights);
    collector.add(meta.links);
    collector.add(meta.furniture);
    collector.add(document.identity.guid);
    collector.add(document.identity.version);
    collector.add(document.identity.alternatives);
    std::ranges::sort(collector.spans);
    return std::move(collector.spans);
}

/// White space beyond ASCII, as a UTF-8 source holds it: no-break and ideographic spaces.
bool is_unicode_space(std::string_view bytes) { return utf8::is_valid(bytes) && utf8::trim(bytes).empty(); }

/// White space and what stands for nothing in any encoding of ours: byte order marks and the zero bytes of UTF-16.
bool is_blank(std::string_view bytes) {
    constexpr std::string_view blanks(" \t\n\r\f\v\0", 7);
    constexpr std::string_view marks[] = {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"};
    for (bool again = true; again;) {
        bytes.remove_prefix(std::min(bytes.find_first_not_of(blanks), bytes.size()));
        const auto* const mark =
            std::ranges::find_if(marks, [&](std::string_view one) { return bytes.starts_with(one); });
        again = mark != std::end(marks);
        bytes.remove_prefix(again ? mark->size() : 0);
    }
    return is_unicode_space(bytes);
}

}  // namespace

Diagnostics check_coverage(const Document& document, std::string_view source) {
    Diagnostics found;
    std::uint64_t covered = document.source.extent ? document.source.extent->begin : 0;
    const std::uint64_t end = document.source.extent ? document.source.extent->end : source.size();
    const auto check_gap = [&](std::uint64_t gap_end) {
        if (gap_end <= covered || gap_end > source.size()) {
            return;
        }
        const std::string_view gap = source.substr(covered, gap_end - covered);
        if (!is_blank(gap)) {
            found.push_back({.cause = Cause::internal,
                             .code = "invariant.uncovered",
                             .message = "bytes " + std::to_string(covered) + " to " + std::to_string(gap_end) +
                                        " are in no part of the document",
                             .where = {.source = document.source.name, .span = Span{covered, gap_end}},
                             .hints = {"the reader lost them: please report it with the story"}});
        }
    };
    for (const Span& span : spans_of(document)) {
        check_gap(std::min(span.begin, end));
        covered = std::max(covered, span.end);
    }
    check_gap(end);
    return found;
}

}  // namespace galley
