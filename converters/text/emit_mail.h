#pragma once

#include "converters/text/document_builder.h"
#include "converters/text/mail_header.h"
#include "converters/text/story_text.h"

#include <optional>
#include <string>
#include <string_view>

namespace galley::text {

/// A mail's subject without the marks of replies and forwarding; `text` is the one that `mail` was found in.
[[nodiscard]] std::string mail_subject(const MailHead& mail, std::string_view text, const Lexicon& lexicon);

/// Puts what a mail's header says into the document, after everything that the text itself says: the subject as the
/// item's title, and as its headline where the text has none; the day it was sent where the text has no date. Gives
/// when it was sent.
std::optional<PartialDate> emit_mail(const MailHead& mail, const StoryText& story, DateOrder order,
                                     DocumentBuilder& builder);

/// Where a mail's signature begins between `begin` and `end` (a line of two hyphens near the end), else `end`.
[[nodiscard]] std::size_t find_signature(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace galley::text
