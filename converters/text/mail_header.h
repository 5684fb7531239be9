#pragma once

#include "converters/text/lexicon.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace galley::text {

/// What a line above a mail says, or that its subject is another's ("Re:"). The conventions know the labels that mail
/// programs print, in their languages.
enum class MailField : std::uint8_t { subject, sender, date, recipient, reply };

/// A line of a mail's header, with the lines it was folded into (RFC 5322, clause 2.2).
struct MailLine {
    std::string_view name;  ///< before the colon
    std::size_t begin = 0;  ///< of its value, white space aside: bytes of the text
    std::size_t end = 0;
};

/// The lines above a mail up to its first blank line.
struct MailHeader {
    std::vector<MailLine> lines;
    std::size_t end = 0;  ///< after the blank line

    /// The line called `name`, whatever its case; null when there is none.
    [[nodiscard]] const MailLine* find(std::string_view name) const;

    /// True when a field says how the message is written (RFC 2045).
    [[nodiscard]] bool has_mime_field() const;
};

/// True when two words of a header are one, whatever their case in ASCII.
[[nodiscard]] bool is_called(std::string_view word, std::string_view name);

/// Lines of the form "name: value" from `begin` on. Nothing unless all of them are, up to a blank line or the end.
[[nodiscard]] std::optional<MailHeader> parse_mail_header(std::string_view text, std::size_t begin);

/// What of a mail's header is worth knowing.
struct MailHead {
    std::size_t end = 0;  ///< where the text begins
    MailLine subject;
    std::optional<MailLine> date;
};

/// The header at the start of `text` when it is a mail's: a message as it was sent, or as a mail program printed it, in
/// any language of the conventions. It has a subject and a sender, and a date, a recipient or a MIME field. REQUIRES:
/// valid UTF-8.
[[nodiscard]] std::optional<MailHead> find_mail_head(std::string_view text, const Lexicon& lexicon);

}  // namespace galley::text
