#include "core/edge/libxml2/xml_text.h"

#include "galley/try.h"
#include "galley/utf8.h"

#include <algorithm>
#include <array>

namespace galley {

namespace {

constexpr std::size_t head_size = 256;

/// How far a source is looked at for bytes that are no UTF-8 before it is read piece by piece: most items are no
/// longer.
constexpr std::size_t tried_size = std::size_t{64} << 10;

char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; }

std::string lowered(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

/// The encoding that the declaration at the start of `head` names, in lower case; empty when it names none.
std::string declared_encoding(std::string_view head) {
    if (!head.starts_with("<?xml")) {
        return {};
    }
    const std::string_view declaration = head.substr(0, head.find("?>"));
    std::size_t at = declaration.find("encoding");
    at = at == std::string_view::npos ? at : declaration.find_first_of("\"'", at);
    if (at == std::string_view::npos) {
        return {};
    }
    const std::size_t end = declaration.find(declaration[at], at + 1);
    return end == std::string_view::npos ? std::string() : lowered(declaration.substr(at + 1, end - at - 1));
}

// XML 1.0, appendix F: the first bytes of "<?" in an encoding of two or four bytes a character.
bool looks_wide(std::string_view head) {
    using namespace std::string_view_literals;
    return head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv) || head.starts_with("<\0"sv) ||
           head.starts_with("\0<"sv) || head.starts_with("\0\0"sv);
}

/// What the first two bytes of "<?" say without a mark before them; empty when they say nothing.
std::string_view wide_encoding(std::string_view head) {
    using namespace std::string_view_literals;
    return head.starts_with("<\0"sv) && !head.starts_with("<\0\0"sv)     ? "utf-16le"
           : head.starts_with("\0<"sv) && !head.starts_with("\0<\0\0"sv) ? "utf-16be"
                                                                         : "";
}

/// Whether `bytes`, which may end inside a character, are UTF-8.
bool begins_as_utf8(std::string_view bytes) {
    constexpr std::size_t longest_character = 4;
    const std::size_t invalid = utf8::find_invalid(bytes);
    return invalid == std::string_view::npos ||
           (bytes.size() == tried_size && invalid + longest_character > bytes.size());
}

bool is_utf8_name(std::string_view name) {
    return name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii";
}

}  // namespace

Result<XmlText> XmlText::of_bytes(std::string_view name, std::string_view bytes, Diagnostics& diagnostics) {
    XmlText text;
    text.name_ = name;
    text.bytes_ = bytes;
    const std::string_view head = bytes.substr(0, head_size);
    const bool marked = bytes.starts_with("\xEF\xBB\xBF");
    const std::string declared = declared_encoding(marked ? head.substr(3) : head);
    const bool wide = looks_wide(head);
    if (!wide && (marked || is_utf8_name(declared))) {
        if (utf8::is_valid(bytes)) {
            return text;
        }
        diagnostics.push_back({.severity = Severity::warning,
                               .code = "xml.wrong-encoding",
                               .message = "'" + text.name_ + "' says that it is UTF-8 and is not, from byte " +
                                          std::to_string(utf8::find_invalid(bytes)) + " on",
                               .where = {.source = text.name_},
                               .hints = {"send it in the encoding that its XML declaration names"}});
    }
    DecodeOptions options;
    options.encoding = wide_encoding(head);
    if (!wide && !marked && !is_utf8_name(declared)) {
        options.encoding = declared;
    }
    auto decoded = decode(name, bytes, options, diagnostics);
    if (!decoded && options.encoding.empty() && !wide && decoded.error().code == "decode.undecided") {
        // Too little to tell by: what is no UTF-8 in the West's newsrooms is this, mostly.
        decoded = decode(name, bytes, {.encoding = "windows-1252"}, diagnostics);
    }
    if (!decoded) {
        return std::unexpected(std::move(decoded).error());
    }
    text.encoding_ = decoded->encoding;
    text.map_ = decoded->map;
    text.decoded_ = std::make_shared<const DecodedText>(std::move(*decoded));
    return text;
}

Result<XmlText> XmlText::of_source(ByteSource& source, const Context& context, Diagnostics& diagnostics) {
    if (const auto whole = source.take_whole()) {
        return of_bytes(source.name(), *whole, diagnostics);
    }
    GALLEY_TRY(const std::string_view head, source.peek(head_size));
    const bool marked = head.starts_with("\xEF\xBB\xBF");
    bool is_utf8 = !looks_wide(head) && (marked || is_utf8_name(declared_encoding(head)));
    if (is_utf8) {
        GALLEY_TRY(const std::string_view begin, source.peek(tried_size));
        is_utf8 = begins_as_utf8(begin);
    }
    if (!is_utf8) {
        auto all = std::make_shared<std::string>();
        GALLEY_TRY(const std::string_view bytes, read_whole(source, *all, context.limits().story_bytes));
        GALLEY_TRY(XmlText text, of_bytes(source.name(), bytes, diagnostics));
        text.owned_ = std::move(all);
        return text;
    }
    XmlText text;
    text.name_ = source.name();
    text.source_ = &source;
    return text;
}

Result<std::size_t> XmlText::read(std::span<char> buffer) {
    if (source_ == nullptr) {
        const std::size_t copied = view().copy(buffer.data(), buffer.size(), read_);
        read_ += copied;
        return copied;
    }
    GALLEY_TRY(const std::size_t count, source_->read(buffer));
    window_.append(buffer.data(), count);
    return count;
}

std::string_view XmlText::between(std::uint64_t begin, std::uint64_t end) const {
    const std::string_view all = view();
    const std::uint64_t first = std::clamp<std::uint64_t>(begin, base_, base_ + all.size()) - base_;
    const std::uint64_t last = std::clamp<std::uint64_t>(end, base_, base_ + all.size()) - base_;
    return last <= first ? std::string_view() : all.substr(first, last - first);
}

Where XmlText::where(std::uint64_t begin, std::uint64_t end) const {
    Where place{.source = name_, .span = map_.to_source(begin, std::max(begin, end))};
    if (is_whole()) {
        if (!position_) {
            position_.emplace(view());
        }
        const LineAndColumn at = position_->at(begin);
        place.line = at.line;
        place.column = at.column;
    } else if (begin >= base_) {
        const LineAndColumn at = TextPosition(view(), line_).at(begin - base_);
        place.line = at.line;
        place.column = at.line == line_ ? at.column + column_ - 1 : at.column;
    }
    return place;
}

void XmlText::release(std::uint64_t offset) {
    if (source_ == nullptr || offset <= base_) {
        return;
    }
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(offset - base_, window_.size()));
    TextPosition position(window_, line_);
    const LineAndColumn at = position.at(count);
    column_ = at.line == line_ ? at.column + column_ - 1 : at.column;
    line_ = at.line;
    window_.erase(0, count);
    base_ += count;
}

}  // namespace galley
