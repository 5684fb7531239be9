#pragma once

#include "galley/export.h"
#include "galley/found.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace GALLEY_API galley {

/// Another identifier of the same story: a wire's own number, a NITF doc-id, a mail's Message-ID.
struct AlternativeId {
    std::string type{};  ///< whose or what kind of identifier it is: a QCode, URI or plain name
    std::string value{};

    friend bool operator==(const AlternativeId&, const AlternativeId&) = default;
};

/// What tells this story from others, and this version from other versions.
struct Identity {
    std::optional<Found<std::string>> guid{};       ///< the same for all versions of the story; a URI
    std::optional<Found<std::uint32_t>> version{};  ///< from 1; absent means not stated
    std::vector<Found<AlternativeId>> alternatives{};

    friend bool operator==(const Identity&, const Identity&) = default;
};

}  // namespace galley
