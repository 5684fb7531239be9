#pragma once

#include <galley/format.h>

namespace card {

/// A story card: lines `key: value` under a first line `%card`, an empty line, then paragraphs between empty lines.
///
///     %card
///     headline: Ferry to run all night
///     byline: Ada Lindqvist
///     date: 2026-03-03
///
///     The harbour ferry will run through the night.
const galley::Format& card_format();

/// The first line of every card.
inline constexpr std::string_view signature = "%card\n";

galley::Result<std::unique_ptr<galley::Reader>> make_reader(const galley::OptionValues& options,
                                                            const galley::Host& host);
galley::Result<std::unique_ptr<galley::Writer>> make_writer(const galley::OptionValues& options,
                                                            const galley::Host& host);

}  // namespace card
