#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley::batch {

/// Appends `text` as character data or attribute value of XML 1.0 and HTML: marked-up characters escaped, bytes that
/// are not UTF-8 and control characters that XML forbids as U+FFFD.
void append_markup(std::string_view text, std::string& to);

/// Writes elements straight into a string, each on a line of its own, indented. Names must outlive the element.
class Markup {
public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    explicit Markup(std::string& to) : to_(to) {}

    Markup& open(std::string_view name, Attributes attributes = {});
    Markup& close();
    /// An element with nothing but text.
    Markup& leaf(std::string_view name, std::string_view text, Attributes attributes = {});
    /// An element of HTML that can hold nothing and has no end.
    Markup& empty(std::string_view name, Attributes attributes = {});

private:
    void begin(std::string_view name, Attributes attributes);

    std::string& to_;
    std::vector<std::string_view> open_;
};

}  // namespace galley::batch
