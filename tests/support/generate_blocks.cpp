#include "tests/support/generate_blocks.h"

#include "galley/feature.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace galley::test {

namespace {

constexpr std::string_view languages[] = {"en", "fr-CA", "uk", "ar", "zh-Hant", "sr-Latn-RS"};
constexpr std::string_view note_roles[] = {"correction", "disclosure", "tagline", ""};
constexpr std::string_view formats[] = {"newsml-g2", "nitf", "text", ""};

}  // namespace

std::optional<Span> BlockGenerator::span() {
    if (source_size_ == 0 || !random_.chance(50)) {
        return std::nullopt;
    }
    const auto begin = random_.up_to(source_size_);
    return Span{begin, random_.between(begin, source_size_)};
}

Extras BlockGenerator::extras(std::uint32_t depth) {
    Extras extras;
    if (!options_.extras || depth > options_.depth || !random_.chance(depth == 0 ? 8 : 50)) {
        return extras;
    }
    for (std::uint32_t count = random_.up_to(2U) + 1; count > 0; --count) {
        Extra extra;
        extra.kind = random_.pick_up_to(ExtraKind::instruction);
        extra.format = random_.pick(formats);
        extra.position = random_.up_to(9U);
        if (extra.kind != ExtraKind::text && extra.kind != ExtraKind::comment) {
            extra.name = "name-" + std::to_string(random_.up_to(99U));
            extra.name_space = random_.chance(50) ? "http://example.org/ns#" : "";
        }
        if (extra.kind == ExtraKind::element) {
            extra.children = extras.size() < 3 ? this->extras(depth + 1) : Extras{};
        } else {
            extra.value = generate_lines(random_, options_.characters);
        }
        extras.push_back(std::move(extra));
    }
    return extras;
}

Inline BlockGenerator::mark(std::uint32_t depth) {
    const auto inner = [&] { return inlines(3, depth + 1); };
    switch (random_.up_to(4U)) {
        case 0:
            if (has(options_.features, Feature::emphasis)) {
                return Emphasis{.kind = random_.pick_up_to(EmphasisKind::code), .content = inner()};
            }
            break;
        case 1:
            if (has(options_.features, Feature::links)) {
                return Link{.target = "https://example.org/a?b=" + std::to_string(random_.up_to(999U)) + "&c=%20",
                            .title = random_.chance(30) ? generate_line(random_, options_.characters, 4) : "",
                            .content = inner()};
            }
            break;
        case 2:
            if (has(options_.features, Feature::entities)) {
                return Entity{.kind = random_.pick_up_to(EntityKind::virtual_location),
                              .identifier = random_.chance(50) ? "http://example.org/id/7" : "",
                              .value = random_.chance(30) ? "2026-01-02" : "",
                              .content = inner()};
            }
            break;
        case 3:
            if (has(options_.features, Feature::foreign)) {
                return Foreign{.language = std::string(random_.pick(languages)), .content = inner()};
            }
            break;
        default:
            if (has(options_.features, Feature::line_breaks)) {
                return LineBreak{};
            }
    }
    return Text{.utf8 = generate_line(random_, options_.characters)};
}

Inlines BlockGenerator::inlines(std::uint32_t most, std::uint32_t depth) {
    Inlines inlines;
    for (std::uint32_t count = random_.up_to(most); count > 0; --count) {
        const bool plain = depth >= options_.depth || random_.chance(60);
        inlines.push_back(plain ? Inline(Text{.utf8 = generate_line(random_, options_.characters)}) : mark(depth));
        inlines.back().extra = extras();
    }
    return inlines;
}

List BlockGenerator::list(std::uint32_t depth) {
    List list{.ordered = random_.chance(50), .start = 1, .items = {}};
    if (list.ordered && random_.chance(30)) {
        list.start = random_.up_to(12);
    }
    for (std::uint32_t count = random_.up_to(3U) + 1; count > 0; --count) {
        list.items.push_back(blocks(2, depth + 1));
    }
    return list;
}

Table BlockGenerator::table(std::uint32_t depth) {
    Table table{.caption = random_.chance(50) ? inlines(2, depth) : Inlines{}, .rows = {}};
    const std::uint32_t columns = random_.up_to(3U) + 1;
    for (std::uint32_t rows = random_.up_to(3U) + 1; rows > 0; --rows) {
        std::vector<Cell> row;
        for (std::uint32_t left = columns; left > 0; left -= row.back().columns) {
            Cell cell;
            cell.header = random_.chance(25);
            cell.columns = static_cast<std::uint16_t>(random_.chance(10) ? random_.between<std::uint32_t>(1, left) : 1);
            cell.alignment = random_.pick_up_to(CellAlignment::end);
            cell.content = random_.chance(70) ? Blocks{Paragraph{.content = inlines(2, depth)}} : blocks(2, depth + 1);
            row.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Figure BlockGenerator::figure() {
    return {.resource = resources_[random_.up_to(resources_.size() - 1)].id,
            .alternative = random_.chance(70) ? generate_line(random_, options_.characters) : "",
            .caption = inlines(2),
            .credit = random_.chance(50) ? generate_line(random_, options_.characters, 3) : ""};
}

Block BlockGenerator::collection(std::uint32_t depth) {
    switch (random_.up_to(3U)) {
        case 0:
            if (has(options_.features, Feature::lists)) {
                return list(depth);
            }
            break;
        case 1:
            if (has(options_.features, Feature::quotes)) {
                return Quote{.content = blocks(3, depth + 1),
                             .attribution = random_.chance(50) ? inlines(2) : Inlines{}};
            }
            break;
        case 2:
            if (has(options_.features, Feature::tables)) {
                return table(depth);
            }
            break;
        default:
            if (has(options_.features, Feature::notes)) {
                return Note{.role = std::string(random_.pick(note_roles)), .content = blocks(2, depth + 1)};
            }
    }
    return Paragraph{.content = inlines(4)};
}

Block BlockGenerator::block(std::uint32_t depth) {
    switch (random_.up_to(9U)) {
        case 0:
            if (has(options_.features, Feature::headings)) {
                return Heading{.level = random_.between<std::uint8_t>(2, 6), .content = inlines(2)};
            }
            break;
        case 1:
            if (has(options_.features, Feature::preformatted)) {
                std::string lines = generate_lines(random_, std::min(options_.characters, Characters::scripts));
                lines.erase(lines.find_last_not_of('\n') + 1);
                return Preformatted{.utf8 = std::move(lines)};
            }
            break;
        case 2:
            if (has(options_.features, Feature::figures) && !resources_.empty()) {
                return figure();
            }
            break;
        case 3:
            if (has(options_.features, Feature::breaks)) {
                return ThematicBreak{};
            }
            break;
        case 4:
        case 5:
            if (depth < options_.depth) {
                return collection(depth);
            }
            break;
        default: break;
    }
    return Paragraph{.content = inlines(4), .lead = random_.chance(10)};
}

Blocks BlockGenerator::blocks(std::uint32_t most, std::uint32_t depth) {
    Blocks blocks;
    for (std::uint32_t count = random_.up_to(most); count > 0; --count) {
        blocks.push_back(block(depth));
        blocks.back().span = span();
        blocks.back().language = random_.chance(5) ? random_.pick(languages) : "";
        blocks.back().extra = extras();
    }
    return blocks;
}

}  // namespace galley::test
