#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/inline.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::newsml {

/// What a ContentItem that only names a file is: something shown with the text, or a document to be looked up.
enum class MediumKind : std::uint8_t { document, picture, sound, film };

/// A picture, sound, film or document that a NewsItem of NewsML 1 refers to, and what is said of it.
struct Newsml1Medium {
    MediumKind kind = MediumKind::document;
    std::string id{};    ///< Duid of the component it stands in: what a text refers to it by
    std::string role{};  ///< in lower case: "highdef", "thumbnail"
    std::string href{};
    std::string media_type{};
    std::uint64_t size = 0;  ///< bytes, else the width; 0 when not stated
    std::string title{};
    Inlines caption{};
    std::string credit{};
    bool settled = false;  ///< has what is said of it; not a rendition of another
};

/// Of a ContentItem or NewsItemRef without data.
[[nodiscard]] Newsml1Medium read_newsml1_medium(const XmlNode& item, std::string_view role);

/// Whether it only stands for a better one: a thumbnail, a preview.
[[nodiscard]] bool is_lesser(const Newsml1Medium& medium);

/// The rendition to show of several of one thing. REQUIRES: there is one.
[[nodiscard]] const Newsml1Medium& best_of(const std::vector<Newsml1Medium>& renditions);

}  // namespace galley::newsml
