#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/document.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace galley::newsml {

/// The elements that a part of the model becomes, and whether two documents agree on that part.
struct ModelPart {
    std::string_view parent;
    std::string_view element;
    bool (*same)(const Document& left, const Document& right);
};

/// Names of the elements in `parent` of which two documents say different things.
[[nodiscard]] std::vector<std::string_view> changed_parts(std::span<const ModelPart> parts, std::string_view parent,
                                                          const Document& before, const Document& now);

/// What the model holds of one child element, for itself.
using ReadPart = std::function<Document(XmlNode& part)>;

/// Puts `made`'s children of the names in `changed` into `kept`, in the schema's order, for those that are there. With
/// `read` a kept one that says the same as a made one stays in its stead, with all that the model has no place for. So
/// does, where an element may be there several times, what says nothing to the model, and what stands behind the one
/// that the model holds.
void merge_children(XmlNode& kept, XmlNode* made, const std::vector<std::string_view>& changed,
                    const ReadPart& read = {});

/// The first child of that name in the namespace of `parent`, or null.
[[nodiscard]] XmlNode* child_of(XmlNode& parent, std::string_view name);

void set_attribute(XmlTree& tree, XmlNode& element, std::string_view name, std::string_view value,
                   std::string_view name_space = {});

}  // namespace galley::newsml
