#include "converters/newsml/xml_head.h"

#include <algorithm>
#include <cstddef>

namespace galley::newsml {

namespace {

constexpr std::string_view space = " \t\r\n";

/// Local name of the first start tag behind the declaration, comments, instructions and the doctype.
std::string_view find_root(std::string_view text) {
    while (true) {
        const std::size_t tag = text.find('<');
        if (tag == std::string_view::npos || text.substr(0, tag).find_first_not_of(space) != std::string_view::npos) {
            return {};
        }
        text.remove_prefix(tag + 1);
        std::string_view end = ">";
        if (text.starts_with("!--")) {
            end = "-->";
        } else if (text.starts_with('?')) {
            end = "?>";
        } else if (text.starts_with("!DOCTYPE")) {
            end = text.substr(0, text.find('>')).find('[') != std::string_view::npos ? "]>" : ">";
        } else {
            const std::string_view name = text.substr(0, text.find_first_of(" \t\r\n/>"));
            return name.size() == text.size() ? std::string_view() : name.substr(name.find(':') + 1);
        }
        const std::size_t at = text.find(end);
        if (at == std::string_view::npos) {
            return {};
        }
        text.remove_prefix(at + end.size());
    }
}

}  // namespace

XmlHead::XmlHead(std::string_view bytes) : text_(bytes) {
    using namespace std::string_view_literals;
    const bool low_first = bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("<\0"sv);
    const bool high_first = bytes.starts_with("\xFE\xFF"sv) || bytes.starts_with("\0<"sv);
    if (low_first || high_first) {
        const std::size_t count = std::min(bytes.size() / 2, narrow_.size());
        for (std::size_t at = 0; at < count; ++at) {
            narrow_[at] = bytes[at * 2 + (low_first ? 0 : 1)];
        }
        text_ = std::string_view(narrow_.data(), count);
        const bool marked = bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv);
        text_.remove_prefix(marked ? 1 : 0);
    } else if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
        text_.remove_prefix(3);
    }
    root_ = find_root(text_);
}

}  // namespace galley::newsml
