#pragma once

#include "galley/context.h"
#include "galley/document.h"
#include "galley/export.h"
#include "galley/result.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace GALLEY_API galley {

/// What a newsroom sets for all its stories, or a caller for one: values that go over what was read, and options of
/// formats.
struct Profile {
    std::optional<std::string> guid{};
    std::optional<std::uint32_t> version{};
    std::optional<std::string> title{};
    std::optional<std::string> language{};  ///< BCP 47
    std::optional<Provider> provider{};
    std::optional<PublicationStatus> status{};
    std::optional<std::uint8_t> urgency{};
    std::optional<Embargo> embargo{};
    std::optional<Rights> rights{};
    std::optional<std::string> credit{};
    std::optional<Slugline> slugline{};
    std::vector<Concept> subjects{};
    std::vector<Concept> genres{};
    std::vector<Concept> signals{};
    std::vector<std::string> keywords{};
    std::vector<EditorialNote> notes{};
    std::map<std::string, GivenOptions, std::less<>> options{};  ///< by format name

    friend bool operator==(const Profile&, const Profile&) = default;
};

/// Reads a profile file (YAML; keys as the members above, see samples/profile.yaml). Fails with `profile.not-yaml`,
/// `profile.unknown-key` (with a suggestion) or `profile.bad-value`, each with its line.
[[nodiscard]] Result<Profile> read_profile(std::string_view name, std::string_view yaml);

/// `over` on top of `under`: single values replace, lists and options join.
[[nodiscard]] Profile merge(Profile under, const Profile& over);

/// Sets what `profile` names in `document`, as `Method::configured`.
void apply(const Profile& profile, Document& document);

/// Marks `document` as the next version of `previous`: the same guid, the version after.
void continue_from(const Document& previous, Document& document);

}  // namespace galley
