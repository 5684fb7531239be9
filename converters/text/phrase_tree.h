#pragma once

#include "converters/text/phrase.h"
#include "converters/text/phrase_kinds.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace galley::text {

/// The phrases that begin with the same bytes: [first, last) of the sorted table. A node is split by the next byte only while many
/// phrases share it; below that they are compared one by one.
struct PhraseNode {
    std::uint64_t kinds = 0;            ///< `PhraseKinds` of the phrases: most searches end because none of them is wanted
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t children = 0;         ///< index of the first child; they stand in the order of their bytes
    std::uint16_t child_count = 0;

    friend bool operator==(const PhraseNode&, const PhraseNode&) = default;
};

/// A sorted table of phrases as a tree over their bytes, flat and without pointers: it is compiled into the program. The first
/// node is the root. Views its tables.
class PhraseTree {
public:
    PhraseTree() = default;
    /// REQUIRES: `labels` has the byte that leads to each node.
    PhraseTree(std::span<const PhraseNode> nodes, std::string_view labels) : nodes_(nodes), labels_(labels) {}

    [[nodiscard]] const PhraseNode* root() const { return nodes_.empty() ? nullptr : nodes_.data(); }

    /// The child of `node` for `byte`, null when no phrase goes on with it.
    [[nodiscard]] const PhraseNode* child(const PhraseNode& node, unsigned char byte) const {
        std::uint32_t first = node.children;
        std::uint32_t size = node.child_count;
        while (size > 0) {
            const std::uint32_t half = size / 2;
            const auto label = static_cast<unsigned char>(labels_[first + half]);
            if (label == byte) {
                return &nodes_[first + half];
            }
            if (label < byte) {
                first += half + 1;
                size -= half + 1;
            } else {
                size = half;
            }
        }
        return nullptr;
    }

    /// What `PhraseTree` views, made from sorted phrases whose bytes lie in `text`.
    struct Built {
        std::vector<PhraseNode> nodes;
        std::string labels;
    };
    [[nodiscard]] static Built build(std::string_view text, std::span<const Phrase> phrases);

private:
    std::span<const PhraseNode> nodes_;
    std::string_view labels_;
};

}  // namespace galley::text
