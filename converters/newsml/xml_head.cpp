#include "converters/newsml/xml_head.h"

#include <algorithm>
#include <cstddef>

namespace galley::newsml {

namespace {

constexpr std::string_view space = " \t\r\n";

std::string_view local_name(std::string_view text) {
    const std::string_view name = text.substr(0, text.find_first_of(" \t\r\n/>["));
    return name.size() == text.size() ? std::string_view() : name.substr(name.find(':') + 1);
}

struct Root {
    std::string_view name{};
    bool is_cut = false;
};

/// Local name of the first start tag behind the declaration, comments, instructions and the doctype.
Root find_root(std::string_view text) {
    std::string_view named;
    for (bool is_first = true;; is_first = false) {
        const std::size_t tag = text.find('<');
        if (tag == std::string_view::npos || text.substr(0, tag).find_first_not_of(space) != std::string_view::npos) {
            return {.name = tag == std::string_view::npos ? named : std::string_view()};
        }
        text.remove_prefix(tag + 1);
        std::string_view end = ">";
        if (text.starts_with("!--")) {
            end = "-->";
        } else if (text.starts_with('?')) {
            end = "?>";
        } else if (text.starts_with("!DOCTYPE")) {
            const std::string_view doctype = text.substr(std::min(text.find_first_not_of(space, 8), text.size()));
            named = local_name(doctype);
            end = text.substr(0, text.find('>')).find('[') != std::string_view::npos ? "]>" : ">";
        } else {
            return {.name = local_name(text)};
        }
        const std::size_t at = text.find(end);
        if (at == std::string_view::npos) {
            return {.name = named, .is_cut = !is_first || end != ">"};
        }
        text.remove_prefix(at + end.size());
    }
}

}  // namespace

XmlHead::XmlHead(std::string_view bytes) : text_(bytes) {
    using namespace std::string_view_literals;
    const bool low_first = bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("<\0"sv);
    const bool wide_high_first = bytes.starts_with("\0\0\xFE\xFF"sv) || bytes.starts_with("\0\0\0<"sv);
    const bool high_first = bytes.starts_with("\xFE\xFF"sv) || bytes.starts_with("\0<"sv) || wide_high_first;
    if (low_first || high_first) {
        const bool is_wide = wide_high_first || bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("<\0\0\0"sv);
        const std::size_t stride = is_wide ? 4 : 2;
        const std::size_t count = std::min(bytes.size() / stride, narrow_.size());
        for (std::size_t at = 0; at < count; ++at) {
            narrow_[at] = bytes[at * stride + (low_first ? 0 : stride - 1)];
        }
        text_ = std::string_view(narrow_.data(), count);
        const bool marked = narrow_[0] != '<';
        text_.remove_prefix(marked ? 1 : 0);
    } else if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
        text_.remove_prefix(3);
    }
    const Root root = find_root(text_);
    root_ = root.name;
    is_cut_ = root.is_cut;
}

}  // namespace galley::newsml
