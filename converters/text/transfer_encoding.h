#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::text {

/// How a part of a mail message is written (RFC 2045, clause 6): as it is, quoted-printable, or base64.
enum class TransferEncoding : std::uint8_t { identity, quoted_printable, base64 };

/// The encoding that a Content-Transfer-Encoding field names; identity for 7bit, 8bit, binary and what nobody knows.
[[nodiscard]] TransferEncoding transfer_encoding_named(std::string_view value);

/// The bytes of a part, and where in the part each came from.
struct TransferredBytes {
    std::string bytes;
    std::vector<std::uint32_t> begins;  ///< a byte's first byte in the part; one more for the end of the part
};

/// Undoes `encoding`. Never fails: characters that base64 does not have are passed over, as RFC 2045 asks, and an
/// equals sign that begins no escape stays. REQUIRES: less than 4 GiB.
[[nodiscard]] TransferredBytes undo_transfer_encoding(std::string_view part, TransferEncoding encoding);

/// RFC 2047: the "=?charset?Q?...?=" words of a header's value as UTF-8, lines unfolded. Words in charsets nobody knows
/// stay.
[[nodiscard]] std::string decode_encoded_words(std::string_view value);

}  // namespace galley::text
