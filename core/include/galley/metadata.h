#pragma once

#include "galley/byline.h"
#include "galley/concept.h"
#include "galley/dateline.h"
#include "galley/export.h"
#include "galley/found.h"
#include "galley/furniture.h"
#include "galley/headline.h"
#include "galley/partial_date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace GALLEY_API galley {

enum class Direction : std::uint8_t { left_to_right, right_to_left };

enum class PublicationStatus : std::uint8_t { usable, withheld, canceled };

/// The party that sends the item out and answers for it.
struct Provider {
    std::string qcode{};  ///< of IPTC's list: "nprov:AFP"
    std::string uri{};
    std::string name{};
    std::string domain{};  ///< internet domain, used to make guids: "example.org"

    friend bool operator==(const Provider&, const Provider&) = default;
};

/// Not to be published before `until`. An empty date means: embargoed, the end is not known (see the notes).
struct Embargo {
    PartialDate until{};

    friend bool operator==(const Embargo&, const Embargo&) = default;
};

/// A note to editors, not for publication.
struct EditorialNote {
    std::string role{};  ///< QCode or plain word: "correction", "advisory"; may be empty
    std::string text{};

    friend bool operator==(const EditorialNote&, const EditorialNote&) = default;
};

struct Slugline {
    std::string text{};
    std::string separator{};  ///< between its parts, where known: "-", "/"

    friend bool operator==(const Slugline&, const Slugline&) = default;
};

struct Rights {
    std::string holder{};  ///< name of the copyright holder
    std::string holder_uri{};
    std::string notice{};  ///< "© 2026 Example Press"
    std::string usage_terms{};
    std::string data_mining{};  ///< URI of a text and data mining policy

    friend bool operator==(const Rights&, const Rights&) = default;
};

/// A relation of the whole item to something else.
struct ItemLink {
    std::string relation{};  ///< QCode: "irel:seeAlso"
    std::string href{};      ///< where it is
    std::string residref{};  ///< what it is called, where that is not an address
    std::string media_type{};
    std::string title{};

    friend bool operator==(const ItemLink&, const ItemLink&) = default;
};

/// When things happened to the story.
struct Dates {
    std::optional<Found<PartialDate>> content_created{};   ///< the story's own date
    std::optional<Found<PartialDate>> content_modified{};  ///< "Last updated"
    std::optional<Found<PartialDate>> first_created{};     ///< when version 1 of the item was made
    std::optional<Found<PartialDate>> version_created{};   ///< when this version of the item was made

    friend bool operator==(const Dates&, const Dates&) = default;
};

/// What is known about the story beside its text. Everything that was read out of text is `Found`.
struct Metadata {
    std::optional<Found<std::string>>
        title{};  ///< a name for windows and lists that the caller or the source gave; a headline
                  ///< is no title and none is derived here (see `document_title`)
    std::vector<Found<Headline>> headlines{};
    std::vector<Found<Byline>> bylines{};
    std::vector<Found<Dateline>> datelines{};
    Dates dates{};
    std::optional<Found<std::string>> language{};  ///< BCP 47
    Direction direction = Direction::left_to_right;
    std::optional<Found<PublicationStatus>> status{};
    std::optional<Found<std::uint8_t>> urgency{};  ///< 1 (flash) to 9
    std::optional<Found<Embargo>> embargo{};
    std::vector<Found<Concept>> signals{};  ///< "sig:update", "sig:correction"
    std::vector<Found<EditorialNote>> notes{};
    std::optional<Found<Provider>> provider{};
    std::vector<Found<Contributor>> contributors{};  ///< who took part and is not in a byline
    std::vector<Found<Contributor>> information_sources{};
    std::optional<Found<std::string>> credit{};  ///< credit the receiver must print
    std::optional<Found<Slugline>> slugline{};
    std::vector<Found<Concept>> subjects{};
    std::vector<Found<std::string>> keywords{};
    std::vector<Found<Concept>> genres{};
    std::optional<Found<std::string>> summary{};  ///< an abstract that is not part of the text
    std::vector<Found<Rights>> rights{};
    std::vector<Found<ItemLink>> links{};
    std::vector<Found<Furniture>> furniture{};  ///< in the order of the source

    friend bool operator==(const Metadata&, const Metadata&) = default;
};

}  // namespace galley
