#include "converters/text/transfer_encoding.h"

#include "converters/text/mail_header.h"
#include "core/text/base64.h"
#include "galley/decode.h"

#include <algorithm>
#include <optional>

namespace galley::text {
namespace {

int hex_digit(char character) {
    if (character >= '0' && character <= '9') {
        return character - '0';
    }
    const char small = static_cast<char>(character | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// The byte that "=C3" at `at` stands for.
std::optional<char> escaped_byte(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size()) {
        return std::nullopt;
    }
    const int high = hex_digit(text[at + 1]);
    const int low = hex_digit(text[at + 2]);
    return high < 0 || low < 0 ? std::nullopt : std::optional(static_cast<char>(high * 16 + low));
}

/// Length of the soft line break at `at` ("=", white space, line end), else 0.
std::size_t soft_break(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) {
        ++end;
    }
    return end >= text.size() || text[end] == '\n' ? std::min(end + 1, text.size()) - at : 0;
}

void undo_quoted_printable(std::string_view part, TransferredBytes& result) {
    for (std::size_t at = 0; at < part.size();) {
        const auto begin = static_cast<std::uint32_t>(at);
        char byte = part[at];
        std::size_t size = 1;
        if (byte == '=') {
            if (const std::size_t skipped = soft_break(part, at)) {
                at += skipped;
                continue;
            }
            if (const auto escaped = escaped_byte(part, at)) {
                byte = *escaped;
                size = 3;
            }
        }
        result.bytes += byte;
        result.begins.push_back(begin);
        at += size;
    }
}

void undo_base64(std::string_view part, TransferredBytes& result) {
    std::uint32_t pending = 0;
    unsigned bits = 0;
    std::uint32_t begin = 0;
    for (std::size_t at = 0; at < part.size(); ++at) {
        const auto digit = base64_digit(part[at]);
        if (!digit) {
            continue;
        }
        if (bits == 0) {
            begin = static_cast<std::uint32_t>(at);
        }
        pending = (pending << 6U | *digit) & 0xFFFFU;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            result.bytes += static_cast<char>(pending >> bits & 0xFFU);
            result.begins.push_back(begin);
            begin = static_cast<std::uint32_t>(at);
        }
    }
}

/// One encoded word, "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", that begins at `at` of `value`; `end` is set after it.
std::optional<std::string> encoded_word(std::string_view value, std::size_t at, std::size_t& end) {
    constexpr std::size_t longest = 200;
    const std::string_view word = value.substr(at, longest);
    const std::size_t charset_end = word.find('?', 2);
    if (!word.starts_with("=?") || charset_end == std::string_view::npos || charset_end + 2 >= word.size() ||
        word[charset_end + 2] != '?') {
        return std::nullopt;
    }
    const std::size_t stop = word.find("?=", charset_end + 3);
    if (stop == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view charset = word.substr(2, charset_end - 2);
    charset = charset.substr(0, charset.find('*'));  // RFC 2231 puts a language after it
    std::string words{word.substr(charset_end + 3, stop - charset_end - 3)};
    const char kind = static_cast<char>(word[charset_end + 1] | 0x20);
    if (kind == 'q') {
        std::ranges::replace(words, '_', ' ');
    }
    const auto bytes =
        undo_transfer_encoding(words, kind == 'q' ? TransferEncoding::quoted_printable : TransferEncoding::base64);
    Diagnostics unsaid;
    const auto text = decode("header", bytes.bytes, {.encoding = std::string(charset)}, unsaid);
    if (!text) {
        return std::nullopt;
    }
    end = at + stop + 2;
    return std::string(text->text);
}

}  // namespace

TransferEncoding transfer_encoding_named(std::string_view value) {
    if (is_called(value, "quoted-printable")) {
        return TransferEncoding::quoted_printable;
    }
    return is_called(value, "base64") ? TransferEncoding::base64 : TransferEncoding::identity;
}

TransferredBytes undo_transfer_encoding(std::string_view part, TransferEncoding encoding) {
    TransferredBytes result;
    result.bytes.reserve(part.size());
    result.begins.reserve(part.size() + 1);
    switch (encoding) {
        case TransferEncoding::identity:
            result.bytes = part;
            for (std::size_t at = 0; at < part.size(); ++at) {
                result.begins.push_back(static_cast<std::uint32_t>(at));
            }
            break;
        case TransferEncoding::quoted_printable: undo_quoted_printable(part, result); break;
        case TransferEncoding::base64: undo_base64(part, result); break;
    }
    if (!result.begins.empty()) {
        result.begins.front() = 0;
    }
    result.begins.push_back(static_cast<std::uint32_t>(part.size()));
    return result;
}

std::string decode_encoded_words(std::string_view value) {
    std::string result;
    bool after_word = false;
    for (std::size_t at = 0; at < value.size();) {
        std::size_t end = at;
        if (value[at] == '=') {
            if (const auto word = encoded_word(value, at, end)) {
                if (after_word) {
                    result.erase(result.find_last_not_of(' ') +
                                 1);  // white space between two words is none (clause 6.2)
                }
                result += *word;
                after_word = true;
                at = end;
                continue;
            }
        }
        const bool space = value[at] == ' ' || value[at] == '\t' || value[at] == '\r' || value[at] == '\n';
        if (!space) {
            result += value[at];
            after_word = false;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
        ++at;
    }
    result.erase(result.find_last_not_of(' ') + 1);
    return result;
}

}  // namespace galley::text
