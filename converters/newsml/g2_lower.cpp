#include "converters/newsml/g2_lower.h"

#include "converters/newsml/child_order.h"
#include "converters/newsml/g2_versions.h"
#include "converters/newsml/namespaces.h"

#include <set>
#include <string>

namespace galley::newsml {

namespace {

class Lowering {
public:
    Lowering(unsigned minor, std::string_view source, Context& context)
        : minor_(minor),
          source_(source),
          context_(context) {}

    void element(XmlNode& node) {
        attributes(node);
        XmlNode* kept = nullptr;
        for (XmlNode* child = node.first; child != nullptr; child = child->next) {
            if (is_too_new(node, *child) || became_empty(*child)) {
                (kept != nullptr ? kept->next : node.first) = child->next;
            } else {
                kept = child;
            }
        }
        node.last = kept;
    }

private:
    bool is_too_new(const XmlNode& parent, const XmlNode& child) {
        if (child.kind != XmlKind::element || child.name_space != nar) {
            return false;
        }
        const unsigned since = since_version(parent.name, child.name);
        if (since > minor_) {
            tell(path_of(child), since);
        }
        return since > minor_;
    }

    /// A property that said nothing but what was taken out says nothing now.
    bool became_empty(XmlNode& child) {
        if (child.kind != XmlKind::element || child.name_space != nar || child.first == nullptr) {
            return false;
        }
        element(child);
        return child.first == nullptr && child.first_attribute == nullptr;
    }

    void attributes(XmlNode& node) {
        XmlAttribute* kept = nullptr;
        for (XmlAttribute* at = node.first_attribute; at != nullptr; at = at->next) {
            const unsigned since = at->name_space.empty() ? attribute_since_version(node.name, at->name) : 0;
            if (since > minor_) {
                tell(path_of(node) + "/@" + std::string(at->name), since);
                (kept != nullptr ? kept->next : node.first_attribute) = at->next;
            } else {
                kept = at;
            }
        }
        node.last_attribute = kept;
    }

    void tell(const std::string& path, unsigned since) {
        if (!told_.insert(path).second) {
            return;
        }
        context_.say({.severity = Severity::warning,
                      .code = "newsml.lowered",
                      .message = "'" + path + "' came with NewsML-G2 2." + std::to_string(since) +
                                 " and was left out of an item of 2." + std::to_string(minor_),
                      .where = {.source = std::string(source_)},
                      .hints = {"ask for a later version: --option newsml-g2.version=2." + std::to_string(since)}});
    }

    unsigned minor_;
    std::string_view source_;
    Context& context_;
    std::set<std::string, std::less<>> told_;
};

}  // namespace

void lower_to_version(XmlNode& item, unsigned minor, std::string_view source, Context& context) {
    if (minor < newest_written_version) {
        Lowering(minor, source, context).element(item);
    }
}

}  // namespace galley::newsml
