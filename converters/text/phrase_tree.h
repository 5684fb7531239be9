#pragma once

#include "converters/text/phrase.h"
#include "converters/text/phrase_kinds.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace galley::text {

/// The phrases that begin with the same bytes: [first, last) of the sorted table. A node is split by the next byte only
/// while many phrases share it; below that they are compared one by one.
struct PhraseNode {
    static constexpr std::uint32_t none = UINT32_MAX;

    std::uint64_t kinds = 0;  ///< `PhraseKinds` of the phrases: most searches end because none of them is wanted
    std::uint32_t first = 0;
    std::uint32_t complete = 0;  ///< [first, complete) have no further bytes
    std::uint32_t last = 0;
    std::uint32_t children =
        none;  ///< the child for a byte stands this many places after the byte's value; none: not split
    std::uint32_t parent = none;  ///< of an unused place: none

    friend bool operator==(const PhraseNode&, const PhraseNode&) = default;
};

/// A sorted table of phrases as a tree over their bytes, in one flat array without pointers: it is compiled into the
/// program. The children of all nodes are interleaved so that each is found by adding its byte ("double array"). The
/// first node is the root. Views its table.
class PhraseTree {
public:
    PhraseTree() = default;
    explicit PhraseTree(std::span<const PhraseNode> nodes) : nodes_(nodes) {}

    [[nodiscard]] const PhraseNode* root() const { return nodes_.empty() ? nullptr : nodes_.data(); }

    /// The child of `node` for `byte`, null when no phrase goes on with it. REQUIRES: `node` is split.
    [[nodiscard]] const PhraseNode* child(const PhraseNode& node, unsigned char byte) const {
        const std::size_t place = std::size_t{node.children} + byte;
        if (place >= nodes_.size()) {
            return nullptr;
        }
        const PhraseNode& found = nodes_[place];
        return found.parent == static_cast<std::uint32_t>(&node - nodes_.data()) ? &found : nullptr;
    }

    /// The nodes of a tree over sorted phrases, whose bytes lie in `text`.
    [[nodiscard]] static std::vector<PhraseNode> build(std::string_view text, std::span<const Phrase> phrases);

private:
    std::span<const PhraseNode> nodes_;
};

}  // namespace galley::text
