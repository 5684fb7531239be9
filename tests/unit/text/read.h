#pragma once

#include "galley/context.h"
#include "galley/document.h"
#include "galley/limits.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace galley::test {

/// What reading a text gave: the document, or why there is none, and what was said.
struct Reading {
    Result<Document> document;
    Diagnostics diagnostics;
};

/// Reads `copy` with the plain-text reader; checks the invariants and that every byte is accounted for.
[[nodiscard]] Reading read(std::string_view copy, const std::map<std::string, std::string>& options = {},
                           const std::map<std::string, std::string>& files = {}, Limits limits = {});

/// How many pieces of furniture of `kind` the document has.
[[nodiscard]] std::size_t count_furniture(const Document& document, FurnitureKind kind);

/// A file of the project.
[[nodiscard]] std::string project_file(const std::string& path);

}  // namespace galley::test
