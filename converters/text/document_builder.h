#pragma once

#include "converters/text/byline_parser.h"
#include "converters/text/conventions.h"
#include "converters/text/date_parser.h"
#include "converters/text/dateline_parser.h"
#include "converters/text/head_line.h"
#include "converters/text/layout.h"
#include "galley/context.h"
#include "galley/decode.h"
#include "galley/document.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley::text {

/// Puts what the stages find into a document, with spans in the source. Positions are bytes of the decoded text.
class DocumentBuilder {
public:
    /// All must outlive the builder.
    DocumentBuilder(const DecodedText& decoded, Document& document, Context& context)
        : decoded_(decoded),
          document_(document),
          context_(context) {}

    [[nodiscard]] std::string_view text() const { return decoded_.text; }
    [[nodiscard]] Document& document() { return document_; }

    void add_headline(HeadlineRole role, std::span<const Line> lines, std::uint8_t confidence);
    void add_byline(std::size_t base, const BylineMatch& match, std::uint8_t confidence);
    /// Sets the story's date unless it has one already; says so where a date has two readings.
    void add_date(std::size_t base, const DateMatch& match, std::uint8_t confidence);
    void add_updated(std::size_t base, const DateMatch& match, std::uint8_t confidence);
    void add_dateline(std::size_t base, const DatelineMatch& match);
    /// Everything a line around the text says. `line` is where it starts.
    void add_head_line(const Line& line, const HeadLine& head, std::uint8_t byline_confidence,
                       std::uint8_t date_confidence);
    void add_furniture(FurnitureKind kind, std::size_t begin, std::size_t end, std::string value = {});
    void add_note(std::size_t begin, std::size_t end, std::string role);
    void add_contributor(Contributor contributor, std::size_t begin, std::size_t end);
    void add_paragraph(std::span<const Line> lines);
    void add_heading(const Line& line);
    void add_break(const Line& line);
    void add_preformatted(std::span<const Line> lines, std::uint32_t indent);

    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const { return decoded_.map.to_source(begin, end); }

    /// A value with the words it was read from.
    template <class T>
    [[nodiscard]] Found<T> found(T value, std::size_t begin, std::size_t end, std::uint8_t confidence) const {
        Found<T> result;
        move_into(result, value, begin, end, confidence);
        return result;
    }

    /// Appends one to `list`, made where it stays.
    template <class T>
    void add_found(std::vector<Found<T>>& list, T value, std::size_t begin, std::size_t end,
                   std::uint8_t confidence) const {
        move_into(list.emplace_back(), value, begin, end, confidence);
    }

private:
    template <class T>
    void move_into(Found<T>& result, T& value, std::size_t begin, std::size_t end, std::uint8_t confidence) const {
        result.value = std::move(value);
        result.raw = decoded_.text.substr(begin, end - begin);
        result.span = span(begin, end);
        result.method = Method::parsed;
        result.confidence = confidence;
    }
    [[nodiscard]] Found<PartialDate> found_date(std::size_t base, const DateMatch& match, std::uint8_t confidence);

    const DecodedText& decoded_;
    Document& document_;
    Context& context_;
    Span created_;  ///< bytes of the decoded text that the story's date was read from
};

/// Lines of one paragraph in one: joined with a space, without one after a hyphen or between characters of scripts that
/// set none. Control characters are dropped.
[[nodiscard]] std::string join_lines(std::string_view text, std::span<const Line> lines);

}  // namespace galley::text
