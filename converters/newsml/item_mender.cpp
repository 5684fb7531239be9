#include "converters/newsml/item_mender.h"

#include "converters/newsml/date_text.h"
#include "converters/newsml/g2_lint.h"
#include "converters/newsml/g2_structure.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/schema/schema_check.h"
#include "converters/newsml/schema/simple_value.h"
#include "galley/iso_date.h"
#include "galley/utf8.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace galley::newsml {

namespace {

/// `value` in the form `type` asks for, when it says the same in another one.
std::optional<std::string> right_form(const SimpleType& type, std::string_view value) {
    if (is_date_type(type)) {
        const auto date = read_iso_date(utf8::trim(value));
        auto text = date && date->time && date->offset ? date_time(*date) : date ? truncated_date(*date) : std::nullopt;
        return text && is_value_of(type, *text) ? std::move(text) : std::nullopt;
    }
    if (type.kind == SimpleKind::one_line) {
        std::string line(utf8::trim(value));
        for (char& byte : line) {
            byte = byte == '\n' || byte == '\r' || byte == '\t' ? ' ' : byte;
        }
        return line;
    }
    std::string trimmed(utf8::trim(value));
    return trimmed != value && is_value_of(type, trimmed) ? std::optional(std::move(trimmed)) : std::nullopt;
}

/// What one look at the item found, and one walk over it puts right.
class Mender {
public:
    Mender(XmlTree& tree, XmlNode& item) : tree_(tree), item_(item) {}

    std::size_t look() {
        faults_ = 0;
        SchemaCheck([this](const SchemaFault& fault) { take(fault); }).check(item_);
        return faults_;
    }

    void put_right() {
        for (XmlNode* parent : disordered_) {
            std::vector<XmlNode*> children;
            for (XmlNode* child = parent->first; child != nullptr; child = child->next) {
                if (child->kind != XmlKind::text) {
                    children.push_back(child);
                }
            }
            set_children_in_order(*parent, children);
        }
        sweep(item_);
        doomed_.clear();
        disordered_.clear();
        textless_.clear();
    }

private:
    /// The check only reads; what it found is ours to change.
    XmlNode& changeable(const XmlNode& node) {
        if (nodes_.empty()) {
            gather(item_);
        }
        return *nodes_.at(&node);
    }

    void gather(XmlNode& node) {
        nodes_.emplace(&node, &node);
        for (XmlNode* child = node.first; child != nullptr; child = child->next) {
            if (child->kind == XmlKind::element) {
                gather(*child);
            }
        }
    }

    void take(const SchemaFault& fault) {
        XmlNode& node = changeable(fault.at);
        if (const XmlNode* text = text_around(fault)) {
            doomed_.insert(text);
            ++faults_;
            return;
        }
        switch (fault.kind) {
            case SchemaFaultKind::order: disordered_.insert(node.parent); break;
            case SchemaFaultKind::repeated:
            case SchemaFaultKind::unknown: doomed_.insert(&node); break;
            case SchemaFaultKind::missing:
            case SchemaFaultKind::missing_attribute:
                if (is_kept_whole(node)) {
                    return;
                }
                doomed_.insert(&node);
                break;
            case SchemaFaultKind::text: textless_.insert(&node); break;
            case SchemaFaultKind::unknown_attribute:
            case SchemaFaultKind::identifier: drop(node, fault.attribute); break;
            case SchemaFaultKind::value: revalue(node, fault); break;
        }
        ++faults_;
    }

    /// The text, or a line above it, that has the fault inside: it is written anew as a whole, or words of it would go.
    [[nodiscard]] const XmlNode* text_around(const SchemaFault& fault) const {
        const bool is_misplaced = fault.kind == SchemaFaultKind::order || fault.kind == SchemaFaultKind::repeated ||
                                  fault.kind == SchemaFaultKind::unknown;
        const XmlNode* at = is_misplaced ? fault.at.parent : &fault.at;
        for (; at != nullptr && at != &item_; at = at->parent) {
            const bool is_text = item_.name_space == nitf_space
                                     ? at->name == "body.content" || at->name == "body.end" ||
                                           (at->parent != nullptr && at->parent->name == "body.head")
                                     : at != &fault.at && at->is(nar, "inlineXML");
            if (is_text) {
                return at;
            }
        }
        return nullptr;
    }

    // What is missing here is for others to say or to refuse.
    [[nodiscard]] bool is_kept_whole(const XmlNode& node) const {
        return &node == &item_ || (node.parent == &item_ && (node.is(nar, "itemMeta") || node.is(nitf_space, "body")));
    }

    void revalue(XmlNode& node, const SchemaFault& fault) {
        const auto value = right_form(*fault.type, fault.value);
        if (!fault.attribute.empty()) {
            XmlAttribute* attribute = find(node, fault.attribute);
            if (value && attribute != nullptr) {
                attribute->value = tree_.keep(*value);
            } else {
                drop(node, fault.attribute);
            }
        } else if (value) {
            node.first = node.last = nullptr;
            tree_.text(node, tree_.keep(*value));
        } else {
            doomed_.insert(&node);
        }
    }

    static std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }

    static XmlAttribute* find(XmlNode& node, std::string_view name) {
        XmlAttribute* at = node.first_attribute;
        while (at != nullptr && !is_called(*at, name)) {
            at = at->next;
        }
        return at;
    }

    static bool is_called(const XmlAttribute& attribute, std::string_view name) {
        return attribute.name == local_name(name) &&
               attribute.name_space.empty() == (name.find(':') == std::string_view::npos);
    }

    static void drop(XmlNode& node, std::string_view name) {
        XmlAttribute* before = nullptr;
        for (XmlAttribute* at = node.first_attribute; at != nullptr; at = at->next) {
            if (is_called(*at, name)) {
                (before != nullptr ? before->next : node.first_attribute) = at->next;
                node.last_attribute = at == node.last_attribute ? before : node.last_attribute;
                return;
            }
            before = at;
        }
    }

    void sweep(XmlNode& node) {
        const bool no_text = textless_.contains(&node);
        XmlNode* kept = nullptr;
        for (XmlNode* child = node.first; child != nullptr; child = child->next) {
            if (doomed_.contains(child) || (no_text && child->kind == XmlKind::text)) {
                (kept != nullptr ? kept->next : node.first) = child->next;
                continue;
            }
            kept = child;
            if (child->kind == XmlKind::element) {
                sweep(*child);
            }
        }
        node.last = kept;
    }

    XmlTree& tree_;
    XmlNode& item_;
    std::size_t faults_ = 0;
    std::map<const XmlNode*, XmlNode*> nodes_;
    std::set<const XmlNode*> doomed_;
    std::set<XmlNode*> disordered_;
    std::set<const XmlNode*> textless_;
};

}  // namespace

std::size_t mend_item(XmlTree& tree, XmlNode& item) {
    // What is taken out may be what something else needs: each round takes out something, and few are ever needed.
    constexpr int most_rounds = 16;
    std::size_t mended = 0;
    Mender mender(tree, item);
    for (int round = 0; round < most_rounds; ++round) {
        const std::size_t faults = mender.look();
        if (faults == 0) {
            break;
        }
        mended += faults;
        mender.put_right();
    }
    return mended;
}

}  // namespace galley::newsml
