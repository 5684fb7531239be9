#include "converters/yaml/yaml_documents.h"

#include "galley/try.h"

#include <algorithm>
#include <span>

namespace galley {

namespace {

constexpr std::size_t piece = std::size_t{256} << 10U;

/// True for `---` and `...` at the start of `line`, with white space or nothing behind.
bool is_marker(std::string_view line, std::string_view marker) {
    return line.starts_with(marker) &&
           (line.size() == marker.size() || std::string_view(" \t\r\n").contains(line[marker.size()]));
}

/// Blank lines, comments and directives stand before a document and are none.
bool has_content(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && line[first] != '#' && line[0] != '%';
}

}  // namespace

Result<bool> YamlDocuments::read_on() {
    if (!started_) {
        started_ = true;
        if (const auto whole = source_.take_whole()) {
            rest_ = *whole;
            at_end_ = true;
            return !rest_.empty();
        }
    }
    if (at_end_) {
        return false;
    }
    buffer_.erase(0, buffer_.size() - rest_.size());
    const std::size_t size = buffer_.size();
    buffer_.resize(size + piece);
    auto read = source_.read(std::span(buffer_).subspan(size));
    if (!read) {
        return fail(std::move(read).error());
    }
    buffer_.resize(size + *read);
    rest_ = buffer_;
    at_end_ = *read == 0;
    return !at_end_;
}

/// Finds the end of the line at `at`, behind its line end, reading on as long as there is none. False when there is no
/// line.
Result<bool> YamlDocuments::has_line(std::size_t at, std::size_t& end) {
    std::size_t searched = at;
    for (;;) {
        const std::size_t found = rest_.find('\n', searched);
        if (found != std::string_view::npos) {
            end = found + 1;
            return true;
        }
        searched = rest_.size();
        if (rest_.size() > most_bytes_) {
            return fail({.code = "limit.story-bytes",
                         .message = "a story in '" + source_.name() + "' has more than " + std::to_string(most_bytes_) +
                                    " bytes",
                         .where = {.source = source_.name(), .line = line_},
                         .hints = {"raise the limit, or split the story"}});
        }
        GALLEY_TRY(const bool more, read_on());
        if (!more) {
            end = rest_.size();
            return at < rest_.size();
        }
    }
}

YamlDocument YamlDocuments::take(std::size_t size) {
    given_ = size;
    return {.text = rest_.substr(0, size), .first_line = line_, .offset = offset_};
}

Result<std::optional<YamlDocument>> YamlDocuments::next() {
    line_ += static_cast<std::uint32_t>(std::ranges::count(rest_.substr(0, given_), '\n'));
    offset_ += given_;
    rest_.remove_prefix(given_);
    given_ = 0;

    bool is_document = false;
    std::size_t end = 0;
    for (std::size_t at = 0;; at = end) {
        GALLEY_TRY(const bool has, has_line(at, end));
        if (!has) {
            return rest_.empty() ? std::nullopt : std::optional(take(rest_.size()));
        }
        const std::string_view line = rest_.substr(at, end - at);
        if (is_marker(line, "...")) {
            return take(end);
        }
        if (is_marker(line, "---")) {
            if (is_document) {
                return take(at);
            }
            is_document = true;
        }
        is_document = is_document || has_content(line);
    }
}

}  // namespace galley
