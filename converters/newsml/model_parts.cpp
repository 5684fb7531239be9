#include "converters/newsml/model_parts.h"

#include "converters/newsml/g2_structure.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace galley::newsml {

std::vector<std::string_view> changed_parts(std::span<const ModelPart> parts, std::string_view parent,
                                            const Document& before, const Document& now) {
    std::vector<std::string_view> changed;
    for (const ModelPart& part : parts) {
        if (part.parent == parent && !part.same(before, now)) {
            changed.push_back(part.element);
        }
    }
    return changed;
}

XmlNode* child_of(XmlNode& parent, std::string_view name) {
    for (XmlNode* child = parent.first; child != nullptr; child = child->next) {
        if (child->is(parent.name_space, name)) {
            return child;
        }
    }
    return nullptr;
}

namespace {

// Of those that the model knows, what an item may have several of without a word for the model in it.
constexpr std::string_view repeatable[] = {"edNote", "genre", "headline", "link", "rightsInfo", "signal", "subject"};

// Of these the model holds the first, and the source may have more: in other languages, for other roles.
constexpr std::string_view held_once[] = {"copyrightNotice", "creditline", "description", "language",
                                          "slugline",        "title",      "usageTerms"};

bool is_among(std::span<const std::string_view> names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

/// Kept elements of which some say what elements that were made say.
class KeptParts {
public:
    KeptParts(std::vector<XmlNode*> parts, const ReadPart& read) : parts_(std::move(parts)), read_(read) {
        if (read_) {
            for (XmlNode* part : parts_) {
                readings_.push_back(read_(*part));
            }
        }
    }

    /// Those that say nothing to the model.
    std::vector<XmlNode*> silent() {
        std::vector<XmlNode*> found;
        for (std::size_t at = 0; at < readings_.size(); ++at) {
            if (is_among(repeatable, parts_[at]->name) && readings_[at] == Document()) {
                found.push_back(std::exchange(parts_[at], nullptr));
            }
        }
        return found;
    }

    /// The next that says what `made` says, taken out; else `made`.
    XmlNode* instead_of(XmlNode& made) {
        // Elements keep their order, but for a few.
        constexpr std::size_t window = 32;
        while (from_ < readings_.size() && parts_[from_] == nullptr) {
            ++from_;
        }
        const Document wanted = readings_.empty() ? Document() : read_(made);
        for (std::size_t at = from_; at < std::min(from_ + window, readings_.size()); ++at) {
            if (parts_[at] != nullptr && parts_[at]->name == made.name && readings_[at] == wanted) {
                return std::exchange(parts_[at], nullptr);
            }
        }
        return &made;
    }

private:
    std::vector<XmlNode*> parts_;  ///< null for those that were taken
    const ReadPart& read_;
    std::vector<Document> readings_;
    std::size_t from_ = 0;
};

}  // namespace

void merge_children(XmlNode& kept, XmlNode* made, const std::vector<std::string_view>& changed, const ReadPart& read) {
    if (changed.empty()) {
        return;
    }
    const auto is_changed = [&](const XmlNode& node) {
        return node.kind == XmlKind::element && node.name_space == kept.name_space &&
               std::ranges::find(changed, node.name) != changed.end();
    };
    std::vector<XmlNode*> children;
    std::vector<XmlNode*> old;
    std::vector<XmlNode*> further;
    std::set<std::string_view> held;
    for (XmlNode* child = kept.first; child != nullptr; child = child->next) {
        if (is_changed(*child)) {
            const bool is_further = is_among(held_once, child->name) && !held.insert(child->name).second;
            (is_further ? further : old).push_back(child);
        } else if (child->kind != XmlKind::text) {
            children.push_back(child);
        }
    }
    KeptParts parts(std::move(old), read);
    std::ranges::copy(parts.silent(), std::back_inserter(children));
    for (XmlNode* child = made != nullptr ? made->first : nullptr; child != nullptr; child = child->next) {
        if (is_changed(*child)) {
            children.push_back(parts.instead_of(*child));
        }
    }
    std::ranges::copy(further, std::back_inserter(children));
    set_children_in_order(kept, children);
}

void set_attribute(XmlTree& tree, XmlNode& element, std::string_view name, std::string_view value,
                   std::string_view name_space) {
    for (XmlAttribute* at = element.first_attribute; at != nullptr; at = at->next) {
        if (at->name == name && at->name_space == name_space) {
            at->value = value;
            return;
        }
    }
    tree.attribute(element, name, value, name_space);
}

}  // namespace galley::newsml
