#include "converters/pdf/read_pdf.h"

#include "converters/pdf/references/bounded_file.h"
#include "converters/pdf/references/plain_copy.h"
#include "galley/try.h"

#include <utility>

namespace galley::pdf {

namespace {

constexpr std::size_t most_objects = 1 << 21;  // the library holds a few hundred bytes for each

int hexadecimal(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// True when a name that starts with `start` stands anywhere in `bytes`, however it is escaped (ISO 32000-1, 7.3.5).
bool holds_name(std::string_view bytes, std::string_view start) {
    for (std::size_t slash = bytes.find('/'); slash != std::string_view::npos; slash = bytes.find('/', slash + 1)) {
        std::size_t at = slash + 1, matched = 0;
        for (; matched < start.size() && at < bytes.size(); ++matched) {
            char c = bytes[at];
            if (c == '#' && at + 2 < bytes.size() && hexadecimal(bytes[at + 1]) >= 0 &&
                hexadecimal(bytes[at + 2]) >= 0) {
                c = static_cast<char>(hexadecimal(bytes[at + 1]) * 16 + hexadecimal(bytes[at + 2]));
                at += 2;
            }
            if (c != start[matched]) {
                break;
            }
            ++at;
        }
        if (matched == start.size()) {
            return true;
        }
    }
    return false;
}

/// How many lines of `bytes` could be entries of a cross-reference table (7.5.4).
std::size_t count_entries(std::string_view bytes) {
    std::size_t count = 0;
    for (std::size_t at = bytes.find(' '); at != std::string_view::npos && at + 2 < bytes.size();
         at = bytes.find(' ', at + 1)) {
        const char kind = bytes[at + 1], after = bytes[at + 2];
        count += (kind == 'n' || kind == 'f') && (after == ' ' || after == '\r' || after == '\n') ? 1u : 0u;
    }
    return count;
}

/// The library would unpack cross-references and object streams without a bound: they never reach it.
Result<ReadPdf> read_plain(const std::string& name, std::string_view bytes) {
    if (count_entries(bytes) > most_objects) {
        return fail(unreadable(name, "it has more than " + std::to_string(most_objects) + " objects"));
    }
    QpdfReading reading = read_with_qpdf(name, bytes);
    if (reading.is_encrypted) {
        return fail(encrypted(name));
    }
    if (!reading.fault.empty()) {
        return fail(unreadable(name, reading.fault));
    }
    return std::move(reading.pdf);
}

}  // namespace

Result<ReadPdf> read_pdf(const std::string& name, std::string_view bytes) {
    if (!holds_name(bytes, "XRef")) {
        return read_plain(name, bytes);
    }
    GALLEY_TRY(const std::string plain, plain_copy(name, bytes));
    return read_plain(name, plain);
}

}  // namespace galley::pdf
