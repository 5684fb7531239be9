#pragma once

#include "converters/newsml/newsml1_media.h"
#include "core/edge/libxml2/xml_tree.h"
#include "galley/block.h"
#include "galley/limits.h"
#include "galley/resource.h"

#include <cstddef>
#include <string>
#include <vector>

namespace galley::newsml {

/// A text that a component of NewsML 1 holds.
struct Newsml1Text {
    std::string role{};      ///< of the nearest component that has one, in lower case: "lead", "body"
    std::string language{};  ///< as the nearest component states it; empty where none does
    const XmlNode* data = nullptr;
    const XmlNode* rivals = nullptr;  ///< the texts of one such component stand for each other
    Blocks blocks{};
    Resources resources{};
    std::size_t words = 0;
};

/// NewsLines, AdministrativeMetadata or DescriptiveMetadata.
struct Newsml1Statement {
    const XmlNode* node = nullptr;
    std::string language{};
};

/// What a component holds, itself and in the components inside.
struct Newsml1Parts {
    std::vector<Newsml1Statement> statements{};
    std::vector<Newsml1Text> texts{};
    std::vector<Newsml1Text> titles{};    ///< roles Title and HeadLine
    std::vector<Newsml1Text> captions{};  ///< of what no medium was found for
    std::vector<Newsml1Medium> media{};   ///< one for all renditions of it
};

/// What the components of `item` hold; a medium has what its components say of it. Views `item`.
[[nodiscard]] Newsml1Parts gather_newsml1_parts(const XmlNode& item, const Limits& limits);

/// Reads the text of `data`, whatever it is written in.
[[nodiscard]] Blocks read_newsml1_text(const XmlNode& data, const Limits& limits, Resources& resources);

}  // namespace galley::newsml
