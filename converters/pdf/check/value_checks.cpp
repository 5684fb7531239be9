#include "converters/pdf/check/checks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>

namespace galley::pdf {

namespace {

constexpr std::int64_t largest_integer = 2147483647, smallest_integer = -2147483648LL;  // 6.1.13
constexpr double largest_real = 3.403e38, smallest_real = 1.175e-38;
constexpr std::size_t longest_string = 32767, longest_name = 127, most_objects = 8388607;

constexpr std::array<std::string_view, 8> filters{"ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode",
                                                  "CCITTFaxDecode", "JBIG2Decode",   "DCTDecode",   "JPXDecode"};
constexpr std::array<std::string_view, 7> actions{"GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"};

template <std::size_t Size>
bool is_one_of(const Value& value, const std::array<std::string_view, Size>& names) {
    return value.is(Value::Kind::name) && std::ranges::find(names, value.raw) != names.end();
}

void check_plain(const Value& value, Findings& findings) {
    switch (value.kind) {
        case Value::Kind::integer:
            findings.require(value.integer <= largest_integer && value.integer >= smallest_integer,
                             "ISO 19005-3, 6.1.13", "an integer is too large");
            break;
        case Value::Kind::real: {
            const double size = std::abs(value.real);
            findings.require(size == 0 || (size <= largest_real && size >= smallest_real), "ISO 19005-3, 6.1.13",
                             "a real number is out of range");
            break;
        }
        case Value::Kind::string:
            if (value.raw.starts_with('<')) {
                const auto digits =
                    std::ranges::count_if(value.raw, [](char c) { return static_cast<unsigned char>(c) > ' '; }) - 2;
                findings.require(digits % 2 == 0, "ISO 19005-3, 6.1.6",
                                 "a hexadecimal string has an odd number of digits");
            }
            findings.require(value.raw.size() <= longest_string || bytes_of(value).size() <= longest_string,
                             "ISO 19005-3, 6.1.13", "a string is longer than 32,767 bytes");
            break;
        case Value::Kind::name:
            findings.require(value.raw.size() <= longest_name || name_of(value).size() <= longest_name,
                             "ISO 19005-3, 6.1.13", "a name is longer than 127 bytes");
            break;
        default: break;
    }
}

void check_dictionary(const Value& value, Findings& findings) {
    findings.require(value.find("AA") == nullptr, "ISO 19005-3, 6.5.2", "there are additional actions (/AA)");
    const Value* const kind = value.find("S");
    if (kind != nullptr && value.find("Type") != nullptr && value.find("Type")->is_name("Action")) {
        findings.require(is_one_of(*kind, actions), "ISO 19005-3, 6.5.1", "an action is of a kind that PDF/A forbids");
    }
    if (const Value* const action = value.find("A"); action != nullptr && action->is(Value::Kind::dictionary)) {
        const Value* const of = action->find("S");
        findings.require(of == nullptr || is_one_of(*of, actions), "ISO 19005-3, 6.5.1",
                         "an action is of a kind that PDF/A forbids");
    }
    if (const Value* const intent = value.find("Interpolate"); intent != nullptr) {
        findings.require(!intent->is_true(), "ISO 19005-3, 6.2.8", "an image is interpolated");
    }
}

void check_stream(const CheckedFile& file, const CheckedObject& object, Findings& findings) {
    for (const std::string_view key : {"F", "FFilter", "FDecodeParms"}) {
        findings.require(object.value.find(key) == nullptr, "ISO 19005-3, 6.1.7.1",
                         "a stream's data is in another file");
    }
    const Value& filter = file.entry(object.value, "Filter");
    const auto check = [&](const Value& one) {
        findings.require(is_one_of(one, filters), "ISO 19005-3, 6.1.7.2", "a stream has a filter that PDF/A forbids");
    };
    if (filter.is(Value::Kind::array)) {
        for (const Value& one : filter.items) {
            check(file.resolve(one));
        }
    } else if (!filter.is(Value::Kind::null)) {
        check(filter);
    }
    if (const Value* const kind = object.value.find("Subtype"); kind != nullptr) {
        findings.require(!kind->is_name("PS"), "ISO 19005-3, 6.2.9", "there is a PostScript object");
        if (kind->is_name("Image")) {
            findings.require(object.value.find("Alternates") == nullptr && object.value.find("OPI") == nullptr,
                             "ISO 19005-3, 6.2.8", "an image has alternates or OPI data");
            const Value& bits = file.entry(object.value, "BitsPerComponent");
            const bool fits =
                bits.is(Value::Kind::null) ||
                (bits.is(Value::Kind::integer) && (bits.integer == 1 || bits.integer == 2 || bits.integer == 4 ||
                                                   bits.integer == 8 || bits.integer == 16));
            findings.require(fits, "ISO 19005-3, 6.2.8",
                             "an image has a number of bits a component that PDF does not know");
        }
    }
}

/// The last item first, and what is in it before the one in front of it. Values are nested no deeper than they are
/// read.
void check_value(const Value& value, Findings& findings) {
    if (value.is(Value::Kind::dictionary)) {
        check_dictionary(value, findings);
    }
    if (value.items.empty()) {
        check_plain(value, findings);
    }
    for (const Value& item : value.items | std::views::reverse) {
        if (item.is(Value::Kind::dictionary) || !item.items.empty()) {
            check_value(item, findings);
        } else {
            check_plain(item, findings);
        }
    }
}

}  // namespace

void check_values(const CheckedFile& file, Findings& findings) {
    findings.require(file.objects.size() <= most_objects, "ISO 19005-3, 6.1.13",
                     "there are more than 8,388,607 objects");
    for (const CheckedObject& object : file.objects) {
        if (object.is_stream) {
            check_stream(file, object, findings);
        }
        check_value(object.value, findings);
    }
}

}  // namespace galley::pdf
