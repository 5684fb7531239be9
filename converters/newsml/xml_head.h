#pragma once

#include <array>
#include <string_view>

namespace galley::newsml {

/// The first bytes of what may be an XML text, looked at without parsing: in UTF-8, UTF-16, UTF-32 or whatever has
/// ASCII's characters at their places. Allocates nothing.
class XmlHead {
public:
    /// `bytes` must outlive this; of more than 4096 the rest is not looked at.
    explicit XmlHead(std::string_view bytes);
    XmlHead(const XmlHead&) = delete;
    XmlHead& operator=(const XmlHead&) = delete;

    /// Local name of the first element, where it stands in these bytes; else what a doctype names; else empty.
    [[nodiscard]] std::string_view root() const { return root_; }

    /// Whether this is XML whose first element lies behind these bytes.
    [[nodiscard]] bool is_cut() const { return is_cut_; }

    [[nodiscard]] bool holds(std::string_view text) const { return text_.find(text) != std::string_view::npos; }

private:
    std::array<char, 2048> narrow_{};
    std::string_view text_;
    std::string_view root_;
    bool is_cut_ = false;
};

}  // namespace galley::newsml
