#include "converters/text/phrase_tree.h"

namespace galley::text {
namespace {

constexpr std::uint32_t most_unsplit = 12;      ///< phrases that are sooner compared than told apart by one more node

}  // namespace

PhraseTree::Built PhraseTree::build(std::string_view text, std::span<const Phrase> phrases) {
    Built built;
    std::vector<std::size_t> depths;
    const auto add = [&](std::uint32_t first, std::uint32_t last, char label, std::size_t depth) {
        PhraseNode node{.first = first, .last = last};
        for (const Phrase& phrase : phrases.subspan(first, last - first)) {
            node.kinds |= PhraseKinds{phrase.kind}.bits();
        }
        built.nodes.push_back(node);
        built.labels += label;
        depths.push_back(depth);
    };
    add(0, static_cast<std::uint32_t>(phrases.size()), '\0', 0);
    // Level by level, so that the children of a node stand together.
    for (std::size_t index = 0; index < built.nodes.size(); ++index) {
        const std::size_t depth = depths[index];
        std::uint32_t first = built.nodes[index].first;
        const std::uint32_t last = built.nodes[index].last;
        while (first < last && phrases[first].size == depth) {
            ++first;
        }
        if (last - first <= most_unsplit) {
            continue;
        }
        const auto next_byte = [&](std::uint32_t phrase) { return text[phrases[phrase].offset + depth]; };
        const std::size_t children = built.nodes.size();
        for (std::uint32_t begin = first; begin < last;) {
            std::uint32_t end = begin + 1;
            while (end < last && next_byte(end) == next_byte(begin)) {
                ++end;
            }
            add(begin, end, next_byte(begin), depth + 1);
            begin = end;
        }
        built.nodes[index].children = static_cast<std::uint32_t>(children);
        built.nodes[index].child_count = static_cast<std::uint16_t>(built.nodes.size() - children);
    }
    return built;
}

}  // namespace galley::text
