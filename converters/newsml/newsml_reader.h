#pragma once

#include "galley/host.h"
#include "galley/option.h"
#include "galley/reader.h"
#include "galley/result.h"

#include <memory>

namespace galley::newsml {

/// Reads NewsML-G2: a newsItem or packageItem, or all those of a newsMessage one by one. Items of other kinds are no
/// stories
/// (`newsml.no-story`). What the model has no place for is kept in the document's extras.
[[nodiscard]] Result<std::unique_ptr<Reader>> make_newsml_reader(const OptionValues& options, const Host& host);

/// Reads NITF 3.x standing alone, with or without its namespace or its doctype.
[[nodiscard]] Result<std::unique_ptr<Reader>> make_nitf_reader(const OptionValues& options, const Host& host);

/// Reads NewsML 1.x, each NewsItem one story.
[[nodiscard]] Result<std::unique_ptr<Reader>> make_newsml1_reader(const OptionValues& options, const Host& host);

}  // namespace galley::newsml
