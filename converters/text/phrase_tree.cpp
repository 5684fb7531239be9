#include "converters/text/phrase_tree.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::uint32_t most_unsplit = 4;  ///< phrases that are sooner compared than told apart by one more node

class TreeBuilder {
public:
    TreeBuilder(std::string_view text, std::span<const Phrase> phrases) : text_(text), phrases_(phrases) {}

    std::vector<PhraseNode> build() {
        nodes_.push_back(node_of(0, static_cast<std::uint32_t>(phrases_.size()), 0));
        std::vector<Place> open{{0, 0}};
        while (!open.empty()) {
            const Place place = open.back();
            open.pop_back();
            split(place, open);
        }
        return std::move(nodes_);
    }

private:
    struct Place {
        std::uint32_t node = 0;
        std::size_t depth = 0;  ///< bytes that lead to the node
    };

    [[nodiscard]] PhraseNode node_of(std::uint32_t first, std::uint32_t last, std::size_t depth) const {
        PhraseNode node{.first = first, .complete = first, .last = last};
        for (std::uint32_t index = first; index < last; ++index) {
            node.kinds |= PhraseKinds{phrases_[index].kind}.bits();
            node.complete += phrases_[index].size == depth ? 1U : 0U;
        }
        return node;
    }

    void split(Place place, std::vector<Place>& open) {
        const std::uint32_t last = nodes_[place.node].last;
        std::uint32_t begin = nodes_[place.node].complete;
        if (last - begin <= most_unsplit) {
            return;
        }
        std::vector<unsigned char> bytes;
        std::vector<PhraseNode> children;
        while (begin < last) {
            const auto byte_of = [&](std::uint32_t index) {
                return static_cast<unsigned char>(text_[phrases_[index].offset + place.depth]);
            };
            std::uint32_t end = begin + 1;
            while (end < last && byte_of(end) == byte_of(begin)) {
                ++end;
            }
            bytes.push_back(byte_of(begin));
            children.push_back(node_of(begin, end, place.depth + 1));
            children.back().parent = place.node;
            begin = end;
        }
        const std::uint32_t base = find_room(bytes);
        nodes_[place.node].children = base;
        for (std::size_t index = 0; index < children.size(); ++index) {
            nodes_[base + bytes[index]] = children[index];
            open.push_back({base + bytes[index], place.depth + 1});
        }
    }

    /// The first base at which the places of all `bytes` are free; makes the places.
    std::uint32_t find_room(const std::vector<unsigned char>& bytes) {
        while (first_free_ < nodes_.size() && is_used(first_free_)) {
            ++first_free_;
        }
        std::uint32_t base = first_free_ > bytes.front() ? first_free_ - bytes.front() : 1;
        const auto fits = [&](unsigned char byte) { return base + byte >= nodes_.size() || !is_used(base + byte); };
        while (!std::ranges::all_of(bytes, fits)) {
            ++base;
        }
        nodes_.resize(std::max(nodes_.size(), std::size_t{base} + bytes.back() + 1));
        return base;
    }

    [[nodiscard]] bool is_used(std::uint32_t place) const {
        return place == 0 || nodes_[place].parent != PhraseNode::none;
    }

    std::string_view text_;
    std::span<const Phrase> phrases_;
    std::vector<PhraseNode> nodes_{};
    std::uint32_t first_free_ = 1;
};

}  // namespace

std::vector<PhraseNode> PhraseTree::build(std::string_view text, std::span<const Phrase> phrases) {
    return TreeBuilder{text, phrases}.build();
}

}  // namespace galley::text
