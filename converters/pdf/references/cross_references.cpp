#include "converters/pdf/references/cross_references.h"

#include "galley/try.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>

namespace galley::pdf {

namespace {

constexpr std::size_t most_entries = 1 << 21;
constexpr std::size_t search_at_end = 2048;  // ISO 32000-1, annex H, 3.4.4 has 1,024 bytes for what ends a file
constexpr std::int64_t widest_field = 8;

std::optional<std::uint64_t> natural(const Value* value) {
    if (value == nullptr || !value->is(Value::Kind::integer) || value->integer < 0) {
        return std::nullopt;
    }
    return static_cast<std::uint64_t>(value->integer);
}

std::uint32_t reference_to(const Value* value) {
    const bool is_one =
        value != nullptr && value->is(Value::Kind::reference) && value->integer > 0 && value->integer <= 0xFFFF'FFFF;
    return is_one ? static_cast<std::uint32_t>(value->integer) : 0;
}

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }

class CrossReferenceReader {
public:
    explicit CrossReferenceReader(BoundedFile& file) : file_(file) {}

    Result<CrossReferences> run() {
        GALLEY_TRY(std::uint64_t at, start());
        std::set<std::uint64_t> seen;
        for (bool is_first = true;; is_first = false) {
            if (!seen.insert(at).second) {
                return fail(file_.broken("its cross-references go round in a circle"));
            }
            GALLEY_TRY(const Value trailer, read_section(at));
            if (is_first) {
                take_trailer(trailer);
            }
            const Value* const before = trailer.find("Prev");
            if (before == nullptr) {
                break;
            }
            const std::optional<std::uint64_t> offset = natural(before);
            if (!offset) {
                return fail(file_.broken("its cross-references lead nowhere"));
            }
            at = *offset;
        }
        keep_newest();
        return std::move(found_);
    }

private:
    Result<std::uint64_t> start() {
        constexpr std::string_view keyword = "startxref";
        const std::string_view bytes = file_.bytes();
        const std::string_view end = bytes.substr(bytes.size() - std::min(bytes.size(), search_at_end));
        const std::size_t found = end.rfind(keyword);
        std::size_t at =
            found == std::string_view::npos ? bytes.size() : bytes.size() - end.size() + found + keyword.size();
        std::uint64_t offset = 0;
        if (!take_number(at, offset)) {
            return fail(file_.broken("its end does not lead to cross-references"));
        }
        return offset;
    }

    void take_trailer(const Value& trailer) {
        found_.catalog = reference_to(trailer.find("Root"));
        found_.information = reference_to(trailer.find("Info"));
        const Value* const identifier = trailer.find("ID");
        found_.has_identifier = identifier != nullptr && identifier->is(Value::Kind::array);
        found_.is_encrypted = trailer.find("Encrypt") != nullptr;
    }

    /// Reads the table or stream at `at`; gives its trailer, or the stream's dictionary, which is one.
    Result<Value> read_section(std::uint64_t at) {
        constexpr std::string_view keyword = "xref";
        std::size_t begin = static_cast<std::size_t>(std::min<std::uint64_t>(at, file_.bytes().size()));
        skip_white(begin);
        if (file_.bytes().substr(begin).starts_with(keyword)) {
            return read_table(begin + keyword.size());
        }
        return read_stream(at);
    }

    /// 7.5.4. A table may have a stream beside it for programs that know streams, whose entries come before those it
    /// says are unused (7.5.8.4).
    Result<Value> read_table(std::size_t at) {
        constexpr std::string_view keyword = "trailer";
        const std::size_t begin = at;
        std::vector<ObjectPlace> unused;
        for (skip_white(at); !file_.bytes().substr(at).starts_with(keyword); skip_white(at)) {
            std::uint64_t first = 0, count = 0;
            if (!take_number(at, first) || !take_number(at, count)) {
                return fail(file_.broken("its cross-reference table is damaged"));
            }
            for (std::uint64_t i = 0; i < count; ++i) {
                GALLEY_TRY(const ObjectPlace place, table_entry(at, first + i));
                if (place.kind == ObjectPlace::Kind::unused) {
                    unused.push_back(place);
                } else {
                    GALLEY_CHECK(add(place));
                }
            }
        }
        GALLEY_CHECK(file_.read(begin, at - begin));
        at += keyword.size();
        GALLEY_TRY(const Value trailer, file_.value_at(at));
        if (const Value* const beside = trailer.find("XRefStm"); beside != nullptr) {
            const std::optional<std::uint64_t> offset = natural(beside);
            if (!offset) {
                return fail(file_.broken("its cross-references lead nowhere"));
            }
            GALLEY_CHECK(read_stream(*offset));
        }
        for (const ObjectPlace& place : unused) {
            GALLEY_CHECK(add(place));
        }
        return trailer;
    }

    /// "0000000016 00000 n"
    Result<ObjectPlace> table_entry(std::size_t& at, std::uint64_t number) {
        ObjectPlace place;
        std::uint64_t generation = 0;
        const bool has_numbers = take_number(at, place.at) && take_number(at, generation);
        skip_white(at);
        const char kind = has_numbers && at < file_.bytes().size() ? file_.bytes()[at++] : '?';
        if ((kind != 'n' && kind != 'f') || generation > 65'535 || number > most_entries) {
            return fail(file_.broken("its cross-reference table is damaged"));
        }
        place.number = static_cast<std::uint32_t>(number);
        place.index = static_cast<std::uint32_t>(generation);
        place.kind = kind == 'n' ? ObjectPlace::Kind::in_file : ObjectPlace::Kind::unused;
        return place;
    }

    /// 7.5.8. All that its dictionary says stands in it, and not elsewhere.
    Result<Value> read_stream(std::uint64_t at) {
        GALLEY_TRY(const StreamHead head, file_.stream_at(at));
        const Value* const type = head.dictionary.find("Type");
        const std::optional<std::uint64_t> length = natural(head.dictionary.find("Length"));
        if (type == nullptr || !type->is_name("XRef") || !length) {
            return fail(file_.broken("what should be its cross-references is something else"));
        }
        GALLEY_TRY(const std::string_view stored, file_.read(head.begin, *length));
        GALLEY_TRY(const std::string table, file_.unpacked(head.dictionary, stored));
        GALLEY_CHECK(read_entries(head.dictionary, table));
        found_.streams.push_back(head.number);
        return head.dictionary;
    }

    Result<> read_entries(const Value& dictionary, std::string_view table) {
        const auto damaged = [&] { return fail(file_.broken("its cross-reference stream is damaged")); };
        std::array<std::size_t, 3> widths{};
        const Value* const fields = dictionary.find("W");
        if (fields == nullptr || fields->items.size() != widths.size()) {
            return damaged();
        }
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const std::optional<std::uint64_t> width = natural(&fields->items[i]);
            if (!width || *width > widest_field) {
                return damaged();
            }
            widths[i] = static_cast<std::size_t>(*width);
        }
        if (widths[1] == 0) {
            return damaged();
        }
        const Value* const size = dictionary.find("Size");
        const std::array<Value, 2> whole{Value{.kind = Value::Kind::integer}, size == nullptr ? Value{} : *size};
        const Value* const index = dictionary.find("Index");
        const std::span<const Value> ranges = index == nullptr ? std::span<const Value>{whole} : index->items;
        if (ranges.empty() || ranges.size() % 2 != 0) {
            return damaged();
        }
        for (std::size_t i = 0; i < ranges.size(); i += 2) {
            const std::optional<std::uint64_t> first = natural(&ranges[i]), count = natural(&ranges[i + 1]);
            if (!first || !count || *first > most_entries || *count > most_entries - *first) {
                return damaged();
            }
            for (std::uint64_t k = 0; k < *count; ++k) {
                if (table.size() < widths[0] + widths[1] + widths[2]) {
                    return damaged();
                }
                GALLEY_CHECK(take_entry(static_cast<std::uint32_t>(*first + k), widths, table));
            }
        }
        return {};
    }

    /// 7.5.8.3; an entry of a kind to come is as good as none.
    Result<> take_entry(std::uint32_t number, const std::array<std::size_t, 3>& widths, std::string_view& table) {
        std::array<std::uint64_t, 3> fields{};
        for (std::size_t i = 0; i < fields.size(); ++i) {
            for (std::size_t byte = 0; byte < widths[i]; ++byte) {
                fields[i] = fields[i] << 8 | static_cast<unsigned char>(table[byte]);
            }
            table.remove_prefix(widths[i]);
        }
        const std::uint64_t kind = widths[0] == 0 ? 1 : fields[0];
        if (fields[2] > 0xFFFF'FFFF) {
            return fail(file_.broken("its cross-reference stream is damaged"));
        }
        return add({.number = number,
                    .kind = kind == 1   ? ObjectPlace::Kind::in_file
                            : kind == 2 ? ObjectPlace::Kind::in_stream
                                        : ObjectPlace::Kind::unused,
                    .at = fields[1],
                    .index = static_cast<std::uint32_t>(fields[2])});
    }

    Result<> add(const ObjectPlace& place) {
        if (found_.places.size() == most_entries) {
            return fail(file_.broken("it has more than " + std::to_string(most_entries) + " objects"));
        }
        found_.places.push_back(place);
        return {};
    }

    /// Newer sections were read first.
    void keep_newest() {
        std::ranges::sort(found_.streams);
        std::ranges::stable_sort(found_.places, {}, &ObjectPlace::number);
        const auto older = std::ranges::unique(found_.places, {}, &ObjectPlace::number);
        found_.places.erase(older.begin(), older.end());
        std::erase_if(found_.places, [](const ObjectPlace& place) {
            return place.kind == ObjectPlace::Kind::unused || place.number == 0;
        });
    }

    void skip_white(std::size_t& at) const {
        while (at < file_.bytes().size() && is_white(file_.bytes()[at])) {
            ++at;
        }
    }

    bool take_number(std::size_t& at, std::uint64_t& number) const {
        skip_white(at);
        const std::string_view rest = file_.bytes().substr(std::min(at, file_.bytes().size()));
        const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        at += static_cast<std::size_t>(read.ptr - rest.data());
        return read.ec == std::errc{};
    }

    BoundedFile& file_;
    CrossReferences found_;
};

}  // namespace

const ObjectPlace* CrossReferences::find(std::uint64_t number) const {
    const auto found = std::ranges::lower_bound(places, number, {},
                                                [](const ObjectPlace& place) { return std::uint64_t{place.number}; });
    return found == places.end() || found->number != number ? nullptr : &*found;
}

Result<CrossReferences> read_cross_references(BoundedFile& file) { return CrossReferenceReader(file).run(); }

}  // namespace galley::pdf
