#pragma once

#include "core/edge/libxml2/xml_tree.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace galley {

inline std::string contents(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

/// The project's own items, and those of agencies and of IPTC where they are at hand.
inline std::set<std::filesystem::path> all_items() {
    const char* shared = std::getenv("GALLEY_SHARED");
    const char* project = std::getenv("GALLEY_SOURCE");
    std::set<std::filesystem::path> files;
    const std::filesystem::path formats = std::filesystem::path(shared != nullptr ? shared : "") / "formats";
    for (const std::filesystem::path& folder :
         {std::filesystem::path(project != nullptr ? project : "") / "tests/conformance/newsml/items",
          formats / "newsml-g2", formats / "nitf"}) {
        if (std::filesystem::is_directory(folder)) {
            for (const auto& entry : std::filesystem::directory_iterator(folder)) {
                files.insert(entry.path());
            }
        }
    }
    return files;
}

/// How many faulty variants of each item are tried: more than usual by hand, with GALLEY_FAULTS.
inline int fault_rounds() {
    const char* wanted = std::getenv("GALLEY_FAULTS");
    constexpr int usual = 12;
    return wanted != nullptr ? std::atoi(wanted) : usual;
}

/// Values that are right for some types and wrong for others.
inline constexpr std::string_view values[] = {"",
                                              "1",
                                              "0",
                                              "-1",
                                              "101",
                                              "4",
                                              "x",
                                              "a:b",
                                              "stat:usable",
                                              "a: b",
                                              "en",
                                              "english language",
                                              "2026",
                                              "2026-01-02",
                                              "2026-01-02T10:00:00Z",
                                              "2026-01-02T10:00:00+0100",
                                              "2026-13-02",
                                              "true",
                                              "yes",
                                              "1.5",
                                              "http://example.org/a b",
                                              "http://example.org/%",
                                              "urn:x:y",
                                              "ltr",
                                              "P1D",
                                              "line\nend",
                                              "  spaced ",
                                              "99999999999999999999999999",
                                              "--06",
                                              "-1SU MO",
                                              "12 60",
                                              "a:b c:d"};

/// Trees with what random faults can be made of.
class Faults {
public:
    Faults(XmlTree& tree, XmlNode& root, std::uint32_t seed) : tree_(tree), random_(seed) { gather(root); }

    void make_one() {
        XmlNode& node = *elements_[below(elements_.size())];
        switch (below(9)) {
            case 0: unhook(node); break;
            case 1: repeat(node); break;
            case 2: move(node); break;
            case 3: node.name = names_[below(names_.size())]; break;
            case 4:
            case 5: attribute(node); break;
            case 6: tree_.text(node, value()); break;
            case 7: retext(node); break;
            case 8:
                node.first_attribute = node.first_attribute != nullptr ? node.first_attribute->next : nullptr;
                break;
        }
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    std::string_view value() { return values[below(std::size(values))]; }

    void gather(XmlNode& node) {
        elements_.push_back(&node);
        names_.push_back(node.name);
        for (const XmlAttribute* at = node.first_attribute; at != nullptr; at = at->next) {
            attributes_.push_back(*at);
        }
        for (XmlNode* child = node.first; child != nullptr; child = child->next) {
            if (child->kind == XmlKind::element) {
                gather(*child);
            }
        }
    }

    static void unhook(XmlNode& node) {
        if (node.parent == nullptr) {
            return;
        }
        XmlNode** place = &node.parent->first;
        XmlNode* before = nullptr;
        while (*place != &node) {
            if (*place == nullptr) {
                return;
            }
            before = *place;
            place = &before->next;
        }
        *place = node.next;
        if (node.next == nullptr) {
            node.parent->last = before;
        }
        node.next = nullptr;
    }

    // A copy that shares what it holds: trees are only read from now on.
    void repeat(XmlNode& node) {
        if (node.parent == nullptr) {
            return;
        }
        XmlNode& copy = tree_.element(nullptr, node.name_space, node.name);
        copy.first_attribute = node.first_attribute;
        copy.first = node.first;
        copy.last = node.last;
        copy.parent = node.parent;
        copy.next = node.next;
        node.next = &copy;
        node.parent->last = node.parent->last == &node ? &copy : node.parent->last;
    }

    void move(XmlNode& node) {
        XmlNode& to = *elements_[below(elements_.size())];
        for (const XmlNode* up = &to; up != nullptr; up = up->parent) {
            if (up == &node) {
                return;
            }
        }
        unhook(node);
        XmlTree::append(to, node);
    }

    void attribute(XmlNode& node) {
        if (node.first_attribute != nullptr && below(2) == 0) {
            node.first_attribute->value = value();
            return;
        }
        if (attributes_.empty()) {
            return;
        }
        const XmlAttribute& from = attributes_[below(attributes_.size())];
        if (node.attribute(from.name_space, from.name) == nullptr) {
            tree_.attribute(node, from.name, below(2) == 0 ? from.value : value(), from.name_space);
        }
    }

    void retext(XmlNode& node) {
        for (XmlNode* child = node.first; child != nullptr; child = child->next) {
            if (child->kind == XmlKind::text) {
                child->value = value();
                return;
            }
        }
    }

    XmlTree& tree_;
    std::mt19937 random_;
    std::vector<XmlNode*> elements_;
    std::vector<std::string_view> names_;
    std::vector<XmlAttribute> attributes_;
};

}  // namespace galley
