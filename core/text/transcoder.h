#pragma once

#include "core/text/transcoded.h"

#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

namespace galley {

/// Puts a Transcoded together character by character. Text goes through a small buffer and sizes through a count, so
/// that a character costs a few instructions and memory is only taken for what is there.
class Transcoder {
public:
    /// `expected` bytes of text are reserved.
    explicit Transcoder(std::size_t expected) { result_.text.reserve(expected); }

    /// `code` was read from `source` bytes.
    void add(char32_t code, std::uint32_t source) {
        if (used_ + longest_character > sizeof(buffer_)) {
            write();
        }
        char* const begin = buffer_ + used_;
        char* const end = put(code, begin);
        used_ = static_cast<std::size_t>(end - buffer_);
        count(static_cast<std::uint32_t>(end - begin), source, 1);
    }

    /// `ascii` was read as it stands.
    void add_ascii(std::string_view ascii) {
        write();
        result_.text.append(ascii);
        count(1, 1, ascii.size());
    }

    /// `source` bytes became nothing.
    void skip(std::uint32_t source) { count(0, source, 1); }

    /// Ends here with all that was added, before `invalid` where that is given.
    [[nodiscard]] Transcoded finish(std::optional<Span> invalid = std::nullopt) {
        write();
        result_.map.add(decoded_, source_, count_);
        result_.invalid = invalid;
        return std::move(result_);
    }

private:
    static constexpr std::size_t longest_character = 4;

    static char* put(char32_t code, char* to) {
        const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
        if (code < 0x80) {
            *to++ = byte(code);
            return to;
        }
        if (code < 0x800) {
            *to++ = byte(0xC0U | code >> 6U);
        } else {
            if (code < 0x10000) {
                *to++ = byte(0xE0U | code >> 12U);
            } else {
                *to++ = byte(0xF0U | code >> 18U);
                *to++ = byte(0x80U | (code >> 12U & 0x3FU));
            }
            *to++ = byte(0x80U | (code >> 6U & 0x3FU));
        }
        *to++ = byte(0x80U | (code & 0x3FU));
        return to;
    }

    void count(std::uint32_t decoded, std::uint32_t source, std::uint64_t characters) {
        if (decoded != decoded_ || source != source_) {
            result_.map.add(decoded_, source_, std::exchange(count_, 0));
            decoded_ = decoded;
            source_ = source;
        }
        count_ += characters;
    }

    void write() { result_.text.append(buffer_, std::exchange(used_, 0)); }

    Transcoded result_;
    std::uint32_t decoded_ = 0;
    std::uint32_t source_ = 0;
    std::uint64_t count_ = 0;
    std::size_t used_ = 0;
    char buffer_[4096];
};

}  // namespace galley
