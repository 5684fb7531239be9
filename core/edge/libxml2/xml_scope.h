#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/export.h"

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace GALLEY_API galley {

inline constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace";

/// The namespaces in force where a tree is written (Namespaces in XML 1.0, section 6).
///
/// Nodes that were parsed keep their prefixes and what they declare; those that a writer made get a prefix that stands
/// for their namespace already, else the default. What is handed in must outlive this.
class XmlScope {
public:
    struct Binding {
        std::string_view prefix;
        std::string_view uri;
    };

    /// Goes into `element`; its attributes are looked up, too.
    void enter(const XmlNode& element);

    /// Of the innermost element: its prefix, and what its start tag has to declare.
    [[nodiscard]] std::string_view prefix() const { return open_.back().prefix; }
    [[nodiscard]] std::span<const Binding> declared() const {
        return std::span(bindings_).subspan(open_.back().first_binding);
    }

    /// The prefix of an attribute of the innermost element.
    [[nodiscard]] std::string_view prefix_of(const XmlAttribute& attribute) const;

    void leave();

private:
    struct Open {
        std::string_view prefix;
        std::size_t first_binding;
    };

    [[nodiscard]] std::string_view uri_of(std::string_view prefix) const;
    [[nodiscard]] const Binding* find_prefix(std::string_view uri, bool for_attribute) const;
    [[nodiscard]] bool is_declared_here(std::string_view prefix) const;
    [[nodiscard]] std::string_view element_prefix(const XmlNode& element);
    [[nodiscard]] std::string_view clear_default();
    [[nodiscard]] std::string_view new_prefix();
    void bind_attribute(const XmlAttribute& attribute);

    std::vector<Binding> bindings_;
    std::vector<Open> open_;
    std::deque<std::string> made_;  ///< prefixes that no node had
};

}  // namespace galley
