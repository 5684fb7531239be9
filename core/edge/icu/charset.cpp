#include "core/edge/icu/charset.h"

#include "core/text/transcoder.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>

namespace galley::icu {

namespace {

// What ICU would take for an option, a locale or a path is no name.
bool is_plain_name(std::string_view name) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-_:.+() ").contains(c);
    };
    return !name.empty() && name.size() < UCNV_MAX_CONVERTER_NAME_LENGTH && !name.contains("..") &&
           std::ranges::all_of(name, plain);
}

// The preferred MIME name where IANA gives one ("ISO-8859-1", not "ISO_8859-1:1987"), else the IANA name, else ICU's.
std::string preferred_name(const std::string& name, UConverter* converter) {
    for (const char* registry : {"MIME", "IANA"}) {
        UErrorCode status = U_ZERO_ERROR;
        if (const char* standard = ucnv_getStandardName(name.c_str(), registry, &status); standard != nullptr) {
            return standard;
        }
    }
    UErrorCode status = U_ZERO_ERROR;
    const char* own = ucnv_getName(converter, &status);
    return own == nullptr ? name : own;
}

struct Superset {
    std::string_view standard;
    const char* converter;
};
constexpr Superset supersets[] = {
    {"GB2312", "gb18030"},
    {"GBK", "gb18030"},
    {"EUC-KR", "windows-949"},
    {"KS_C_5601-1987", "windows-949"},
};

UConverter* open_converter(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(name, &status);
    if (U_FAILURE(status)) {
        return nullptr;
    }
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    return converter;
}

// How many bytes at the start of `bytes` shift to another set of characters (ISO 2022: ECMA-35, 6.2 and 13): SO, SI,
// and escape sequences: ESC, bytes 20 to 2F, a final byte 30 to 7E.
std::size_t shift_size(std::string_view bytes) {
    std::size_t size = 0;
    while (size < bytes.size()) {
        if (bytes[size] == '\x0E' || bytes[size] == '\x0F') {
            ++size;
            continue;
        }
        if (bytes[size] != '\x1B') {
            break;
        }
        std::size_t last = size + 1;
        while (last < bytes.size() && bytes[last] >= 0x20 && bytes[last] <= 0x2F) {
            ++last;
        }
        if (last == bytes.size() || bytes[last] < 0x30 || bytes[last] > 0x7E) {
            break;
        }
        size = last + 1;
    }
    return size;
}

}  // namespace

void Charset::Close::operator()(UConverter* converter) const { ucnv_close(converter); }

Charset::Charset(std::string name, Handle converter)
    : name_(std::move(name)),
      converter_(std::move(converter)),
      has_controls_(name_.starts_with("ISO-8859") || ucnv_getType(converter_.get()) == UCNV_EBCDIC_STATEFUL),
      shifts_(name_.starts_with("ISO-2022")) {}

std::optional<Charset> Charset::open(std::string_view name) {
    if (!is_plain_name(name)) {
        return std::nullopt;
    }
    const std::string asked(name);
    Handle converter(open_converter(asked.c_str()));
    if (!converter) {
        return std::nullopt;
    }
    std::string standard = preferred_name(asked, converter.get());
    if (const auto* superset = std::ranges::find(supersets, standard, &Superset::standard);
        superset != std::end(supersets)) {
        converter.reset(open_converter(superset->converter));
        if (!converter) {
            return std::nullopt;
        }
    }
    return Charset(std::move(standard), std::move(converter));
}

bool Charset::is_single_byte() const { return ucnv_getMaxCharSize(converter_.get()) == 1; }

Charset::Read Charset::read(std::string_view bytes, std::size_t offset) {
    const char* from = bytes.data() + offset;
    UErrorCode status = U_ZERO_ERROR;
    const UChar32 code = ucnv_getNextUChar(converter_.get(), &from, bytes.data() + bytes.size(), &status);
    const auto size = static_cast<std::size_t>(from - bytes.data()) - offset;
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) {
        return {0, size, Read::State::end};
    }
    // Bytes without a meaning in a Windows code page come back as the controls of the same number.
    const bool meaningless = !has_controls_ && size == 1 && code >= 0x80 && code <= 0x9F &&
                             static_cast<unsigned char>(bytes[offset]) == code;
    if (U_FAILURE(status) || meaningless) {
        return {0, size, Read::State::invalid};
    }
    return {static_cast<char32_t>(code), size, Read::State::character};
}

ByteTable Charset::byte_table() {
    ByteTable table;
    for (unsigned byte = 0; byte < table.codes.size(); ++byte) {
        const char single = static_cast<char>(byte);
        ucnv_resetToUnicode(converter_.get());
        const Read character = read({&single, 1}, 0);
        table.codes[byte] = character.state == Read::State::character ? character.code : ByteTable::undefined;
    }
    return table;
}

Transcoded Charset::decode(std::string_view bytes) {
    Transcoder transcoder(bytes.size() + bytes.size() / 2);
    ucnv_resetToUnicode(converter_.get());
    for (std::size_t offset = 0; offset < bytes.size();) {
        const Read character = read(bytes, offset);
        const std::size_t shift = shifts_ ? shift_size(bytes.substr(offset, character.size)) : 0;
        if (shift > 0) {
            transcoder.skip(static_cast<std::uint32_t>(shift));
        }
        if (character.state == Read::State::end) {
            break;
        }
        if (character.state == Read::State::invalid) {
            const std::size_t begin = shift < character.size ? shift : 0;  // the shift itself may be invalid
            return transcoder.finish(Span{offset + begin, offset + std::max(character.size, begin + 1)});
        }
        transcoder.add(character.code, static_cast<std::uint32_t>(character.size - shift));
        offset += character.size;
    }
    return transcoder.finish();
}

std::vector<std::string_view> charset_names() {
    std::vector<std::string_view> names;
    for (std::int32_t i = 0; i < ucnv_countAvailable(); ++i) {
        UErrorCode status = U_ZERO_ERROR;
        const char* name = ucnv_getStandardName(ucnv_getAvailableName(i), "MIME", &status);
        if (name == nullptr) {
            name = ucnv_getStandardName(ucnv_getAvailableName(i), "IANA", &status);
        }
        if (name != nullptr) {
            names.emplace_back(name);
        }
    }
    return names;
}

}  // namespace galley::icu
