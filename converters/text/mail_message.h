#pragma once

#include "converters/text/transfer_encoding.h"
#include "galley/decode.h"
#include "galley/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace galley::text {

/// The part of a mail message that holds its text (RFC 2045, RFC 2046): bytes of the message.
struct MailPart {
    std::size_t begin = 0;
    std::size_t end = 0;
    TransferEncoding encoding = TransferEncoding::identity;
    std::string charset{};  ///< as its Content-Type names it; may be empty
    bool flowed = false;    ///< its Content-Type says that lines ending in a space go on in the next (RFC 3676)
};

/// The first text/plain part that is no attachment of a message as it was sent, which says by a MIME field how it is
/// written. Nothing when `bytes` are no such message. Fails with `text.mail-without-text` when the message has none.
[[nodiscard]] Result<std::optional<MailPart>> find_mail_part(std::string_view name, std::string_view bytes);

/// A message in UTF-8: `part` decoded, everything around it as it stands. `begin` and `end` are the part's in the text.
struct MailText {
    DecodedText decoded;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool flowed = false;  ///< as `MailPart` has it
};

/// Decodes a message. A charset that the part states is taken unless `options` state one or the bytes speak against it.
/// Fails as `decode` does.
[[nodiscard]] Result<MailText> decode_mail(std::string_view name, std::string_view bytes, const MailPart& part,
                                           const DecodeOptions& options, Diagnostics& diagnostics);

/// Decodes copy of any kind: a mail message as `decode_mail` does, everything else whole.
[[nodiscard]] Result<MailText> decode_copy(std::string_view name, std::string_view bytes, const DecodeOptions& options,
                                           Diagnostics& diagnostics);

}  // namespace galley::text
