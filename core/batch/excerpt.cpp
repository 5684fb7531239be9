#include "core/batch/excerpt.h"

#include "galley/decode.h"
#include "galley/plain_text.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::batch {

namespace {

constexpr std::uint64_t head_size = 1500;      // bytes of the source
constexpr std::uint64_t head_reach = 4096;     // the head grows to take in what was found up to here
constexpr std::uint64_t longest_around = 400;  // before and behind what was found further down
constexpr std::size_t most_pieces = 6;

constexpr bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

/// Looks at the bytes of one story.
class Excerpt {
public:
    Excerpt(const Document& story, std::string_view item, const std::vector<FoundValue>& values)
        : item_(item),
          values_(values) {
        if (story.source.encoding) {
            encoding_ = story.source.encoding->value;
        }
        const Span all{0, item.size()};
        const Span extent = story.source.extent.value_or(all);
        extent_ = {std::min(extent.begin, all.end), std::min(extent.end, all.end)};
    }

    [[nodiscard]] std::vector<ExcerptPiece> take() const {
        std::vector<ExcerptPiece> pieces;
        for (const Span window : windows()) {
            if (auto piece = read(window)) {
                pieces.push_back(*std::move(piece));
            }
        }
        return pieces;
    }

private:
    [[nodiscard]] bool is_utf8() const { return encoding_ == "UTF-8" || encoding_ == "US-ASCII"; }

    /// The parts of the story that are shown, in order and apart from one another.
    [[nodiscard]] std::vector<Span> windows() const {
        std::vector<Span> parts{{extent_.begin, std::min(extent_.begin + head_size, extent_.end)}};
        for (const FoundValue& value : values_) {
            if (!value.span || value.span->begin < extent_.begin || value.span->end > extent_.end ||
                value.span->begin >= value.span->end) {
                continue;
            }
            if (value.span->end <= extent_.begin + head_reach) {
                parts.front().end = std::max(parts.front().end, value.span->end);
            } else if (value.span->end - value.span->begin <= head_reach) {
                parts.push_back(around(*value.span));
            }
        }
        std::ranges::sort(parts, {}, &Span::begin);
        std::vector<Span> apart;
        for (const Span part : parts) {
            if (!apart.empty() && part.begin <= apart.back().end) {
                apart.back().end = std::max(apart.back().end, part.end);
            } else if (apart.size() < most_pieces) {
                apart.push_back(part);
            }
        }
        return apart;
    }

    /// With the rest of its lines, where it is safe to look for their ends byte by byte.
    [[nodiscard]] Span around(Span span) const {
        if (!is_utf8()) {
            return span;
        }
        const std::uint64_t first = std::max(extent_.begin, span.begin - std::min(span.begin, longest_around));
        const std::string_view before = item_.substr(first, span.begin - first);
        const std::size_t line = before.rfind('\n');
        const std::string_view behind = item_.substr(span.end, std::min(longest_around, extent_.end - span.end));
        const std::size_t end = std::min(behind.find('\n'), behind.size());
        return {line == std::string_view::npos ? first : first + line + 1, span.end + end};
    }

    [[nodiscard]] std::optional<ExcerptPiece> read(Span window) const {
        if (is_utf8()) {
            // The window may cut characters at both ends.
            while (window.begin < window.end && continues_character(item_[window.begin])) {
                ++window.begin;
            }
            const std::string_view text = utf8::prefix(item_.substr(window.begin), window.end - window.begin);
            return utf8::is_valid(text) ? std::optional(marked(std::string(text), SourceMap(window.begin)))
                                        : std::nullopt;
        }
        constexpr std::uint64_t longest_character = 4;
        for (std::uint64_t cut = 0; cut < longest_character && window.begin + cut < window.end; ++cut) {
            Diagnostics ignored;
            const std::string_view bytes = item_.substr(window.begin, window.end - window.begin - cut);
            if (auto decoded = decode("", bytes, {.encoding = encoding_, .language = ""}, ignored)) {
                decoded->map.shift(window.begin);
                return marked(std::string(decoded->text), decoded->map);
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] ExcerptPiece marked(std::string text, const SourceMap& map) const {
        ExcerptPiece piece{.text = std::move(text), .marks = {}};
        for (std::size_t value = 0; value < values_.size(); ++value) {
            if (const auto& span = values_[value].span) {
                const std::size_t begin = locate(piece.text, map, span->begin);
                const std::size_t end = locate(piece.text, map, span->end);
                if (begin < end) {
                    piece.marks.push_back({value, begin, end});
                }
            }
        }
        return piece;
    }

    /// The first place of the text that comes from `byte` or later: `to_source` grows with its argument.
    static std::size_t locate(std::string_view text, const SourceMap& map, std::uint64_t byte) {
        std::size_t low = 0;
        std::size_t high = text.size();
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (map.to_source(middle, middle).begin < byte) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    std::string_view item_;
    const std::vector<FoundValue>& values_;
    std::string encoding_;
    Span extent_;
};

std::vector<ExcerptPiece> beginning_of(const Blocks& body) {
    ExcerptPiece piece;
    for (const Block& block : body) {
        append_plain_text(block, piece.text);
        if (piece.text.size() >= head_size) {
            break;
        }
        piece.text += "\n\n";
    }
    piece.text = utf8::prefix(piece.text, head_size);
    return piece.text.empty() ? std::vector<ExcerptPiece>() : std::vector{std::move(piece)};
}

}  // namespace

std::vector<ExcerptPiece> excerpt_of(const Document& story, std::string_view item,
                                     const std::vector<FoundValue>& values) {
    const bool has_places = std::ranges::any_of(values, [](const FoundValue& value) { return value.span.has_value(); });
    const bool is_text = story.source.encoding &&
                         std::ranges::any_of(story.body, [](const Block& block) { return block.span.has_value(); });
    return has_places || is_text ? Excerpt(story, item, values).take() : beginning_of(story.body);
}

std::vector<ExcerptPiece> excerpt_of_unread(std::string_view item) {
    std::string text(utf8::prefix(item, head_size));
    if (!utf8::is_valid(text)) {
        Diagnostics ignored;
        const auto decoded = decode("", item.substr(0, head_size), {}, ignored);
        text = decoded ? decoded->text : std::string_view();
    }
    const bool is_text = !text.empty() && text.find('\0') == std::string::npos;
    return is_text ? std::vector{ExcerptPiece{.text = std::move(text), .marks = {}}} : std::vector<ExcerptPiece>();
}

}  // namespace galley::batch
