#pragma once

#include "galley/diagnostic.h"
#include "galley/document.h"
#include "galley/profile.h"

#include <optional>

namespace galley {

/// The warning `profile.other-language` where a profile sets a language that the text of `story` is surely not in.
/// Languages that are told apart by little (Norwegian's two, Bosnian, Croatian and Serbian, Indonesian and Malay) do
/// not contradict each other.
[[nodiscard]] std::optional<Diagnostic> other_language(const Profile& profile, const Document& story);

}  // namespace galley
