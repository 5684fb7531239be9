#include "converters/pdf/references/plain_copy.h"

#include "converters/pdf/emit/syntax.h"
#include "converters/pdf/references/bounded_file.h"
#include "converters/pdf/references/cross_references.h"
#include "galley/try.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace galley::pdf {

namespace {

constexpr std::size_t most_values = 4 << 20;  // a parser has a hundred bytes and more for each
constexpr std::size_t header_within = 1024;   // ISO 32000-1, annex H, 3.4.1

/// An object stream unpacked: where each of its objects is told to be, and what stands there.
struct OpenedStream {
    std::string bytes;
    std::vector<std::pair<std::uint32_t, std::size_t>> index;  ///< number, and place in `bytes`
};

/// More than there can be values: each begins with a delimiter, or behind white space or a delimiter.
std::size_t count_starts(std::string_view bytes) {
    std::size_t count = 0;
    bool is_inside = false;
    for (const char c : bytes) {
        const bool is_word = static_cast<unsigned char>(c) > ' ' && !std::string_view{"()<>[]{}/%"}.contains(c);
        count += is_word ? (is_inside ? 0u : 1u) : static_cast<unsigned char>(c) > ' ' ? 1u : 0u;
        is_inside = is_word;
    }
    return count;
}

void append_padded(std::uint64_t number, std::size_t digits, std::string& to) {
    const std::string text = std::to_string(number);
    to.append(digits - std::min(digits, text.size()), '0');
    to += text;
}

class PlainCopier {
public:
    PlainCopier(const std::string& name, std::string_view bytes) : name_(name), file_(name, bytes) {}

    Result<std::string> run() {
        GALLEY_TRY(references_, read_cross_references(file_));
        if (references_.is_encrypted) {
            return fail(encrypted(name_));
        }
        copy_ = file_.bytes();
        copy_ += '\n';
        for (const ObjectPlace& place : references_.places) {
            if (place.kind == ObjectPlace::Kind::in_stream) {
                GALLEY_CHECK(unpack(place));
            }
        }
        for (const ObjectPlace& place : references_.places) {
            if (place.kind == ObjectPlace::Kind::in_file && !is_unpacked(place.number)) {
                GALLEY_CHECK(keep(place));
            }
        }
        std::ranges::sort(table_, {}, &Entry::number);
        append_table();
        return std::move(copy_);
    }

private:
    struct Entry {
        std::uint32_t number = 0;
        std::uint64_t offset = 0;
        std::uint32_t generation = 0;
    };

    /// True for object streams that were opened, and for the cross-reference streams.
    [[nodiscard]] bool is_unpacked(std::uint32_t number) const {
        return opened_.contains(number) || std::ranges::binary_search(references_.streams, number);
    }

    Result<> keep(const ObjectPlace& place) {
        if (place.at >= file_.bytes().size()) {
            return fail(file_.broken("an object lies outside of it"));
        }
        table_.push_back({place.number, place.at, std::min<std::uint32_t>(place.index, 65'535)});
        return {};
    }

    Result<> unpack(const ObjectPlace& place) {
        GALLEY_TRY(const OpenedStream* const stream, open(place.at));
        if (place.index >= stream->index.size() || stream->index[place.index].first != place.number) {
            return fail(file_.broken("an object is not in the object stream that it should be in"));
        }
        const std::size_t begin = stream->index[place.index].second;
        const std::size_t end =
            place.index + 1 < stream->index.size() ? stream->index[place.index + 1].second : stream->bytes.size();
        const std::string_view text = std::string_view{stream->bytes}.substr(begin, end - begin);
        ValueStore inside;
        if (!read_value(text, inside)) {
            return fail(file_.broken("an object in an object stream is not well-formed"));
        }
        table_.push_back({place.number, copy_.size(), 0});
        append_integer(place.number, copy_);
        ((copy_ += " 0 obj\n") += text) += "\nendobj\n";
        return {};
    }

    Result<const OpenedStream*> open(std::uint64_t number) {
        const auto [known, is_new] = opened_.try_emplace(number);
        if (is_new) {
            GALLEY_TRY(known->second, read_stream(number));
        }
        return &known->second;
    }

    /// ISO 32000-1, 7.5.7. What it /Extends is no concern of who reads by the cross-references.
    Result<OpenedStream> read_stream(std::uint64_t number) {
        const ObjectPlace* const place = references_.find(number);
        if (place == nullptr || place->kind != ObjectPlace::Kind::in_file) {
            return fail(file_.broken("an object stream is not there"));
        }
        GALLEY_TRY(const StreamHead head, file_.stream_at(place->at));
        const Value* const type = head.dictionary.find("Type");
        if (type == nullptr || !type->is_name("ObjStm") || head.number != number) {
            return fail(file_.broken("what should be an object stream is something else"));
        }
        GALLEY_TRY(const std::uint64_t length, length_of(head.dictionary));
        GALLEY_TRY(const std::string_view stored, file_.read(head.begin, length));
        OpenedStream opened;
        GALLEY_TRY(opened.bytes, file_.unpacked(head.dictionary, stored));
        values_ += count_starts(opened.bytes);
        if (values_ > most_values) {
            return fail({.code = "limit.expansion",
                         .message = "the object streams of '" + name_ + "' hold more than " +
                                    std::to_string(most_values) + " values",
                         .hints = {"`qpdf --object-streams=disable FILE COPY` writes them out"}});
        }
        GALLEY_CHECK(read_index(head.dictionary, opened));
        return opened;
    }

    Result<std::uint64_t> length_of(const Value& dictionary) {
        const Value* const length = dictionary.find("Length");
        if (length != nullptr && length->is(Value::Kind::reference) && length->integer > 0) {
            const ObjectPlace* const place = references_.find(static_cast<std::uint64_t>(length->integer));
            if (place != nullptr && place->kind == ObjectPlace::Kind::in_file) {
                return file_.number_at(place->at);
            }
        }
        if (length == nullptr || !length->is(Value::Kind::integer) || length->integer < 0) {
            return fail(file_.broken("an object stream has no length"));
        }
        return static_cast<std::uint64_t>(length->integer);
    }

    /// Pairs of numbers, as many as the stream says, each behind the one before.
    Result<> read_index(const Value& dictionary, OpenedStream& stream) {
        const auto damaged = [&] { return fail(file_.broken("the index of an object stream is damaged")); };
        const Value* const count = dictionary.find("N");
        const Value* const first = dictionary.find("First");
        const auto size = static_cast<std::int64_t>(stream.bytes.size());
        if (count == nullptr || !count->is(Value::Kind::integer) || count->integer < 0 || count->integer > size) {
            return damaged();
        }
        if (first == nullptr || !first->is(Value::Kind::integer) || first->integer < 0 || first->integer > size) {
            return damaged();
        }
        std::string_view index = std::string_view{stream.bytes}.substr(0, static_cast<std::size_t>(first->integer));
        std::size_t before = 0;
        for (std::int64_t i = 0; i < count->integer; ++i) {
            std::uint32_t number = 0, offset = 0;
            if (!take_number(index, number) || !take_number(index, offset)) {
                return damaged();
            }
            const std::size_t place = static_cast<std::size_t>(first->integer) + offset;
            if (place < before || place > stream.bytes.size()) {
                return damaged();
            }
            stream.index.emplace_back(number, place);
            before = place;
        }
        return {};
    }

    static bool take_number(std::string_view& text, std::uint32_t& number) {
        const std::size_t digits = text.find_first_of("0123456789");
        if (digits == std::string_view::npos) {
            return false;
        }
        const auto read = std::from_chars(text.data() + digits, text.data() + text.size(), number);
        text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
        return read.ec == std::errc{};
    }

    /// ISO 32000-1, 7.5.4 and 7.5.5.
    void append_table() {
        const std::size_t start = copy_.size();
        copy_ += "xref\n0 1\n0000000000 65535 f \n";
        for (std::size_t begin = 0; begin < table_.size();) {
            std::size_t end = begin + 1;
            while (end < table_.size() && table_[end].number == table_[end - 1].number + 1) {
                ++end;
            }
            append_integer(table_[begin].number, copy_);
            append_integer(static_cast<std::int64_t>(end - begin), copy_ += ' ');
            copy_ += '\n';
            for (; begin < end; ++begin) {
                append_padded(table_[begin].offset, 10, copy_);
                append_padded(table_[begin].generation, 5, copy_ += ' ');
                copy_ += " n \n";
            }
        }
        append_integer(table_.empty() ? 1 : std::int64_t{table_.back().number} + 1, copy_ += "trailer\n<</Size ");
        if (references_.catalog != 0) {
            append_reference(references_.catalog, copy_ += "/Root ");
        }
        if (references_.information != 0) {
            append_reference(references_.information, copy_ += "/Info ");
        }
        if (references_.has_identifier) {
            copy_ += "/ID[<00><00>]";
        }
        append_integer(static_cast<std::int64_t>(start), copy_ += ">>\nstartxref\n");
        copy_ += "\n%%EOF\n";
    }

    const std::string& name_;
    BoundedFile file_;
    CrossReferences references_;
    std::map<std::uint64_t, OpenedStream> opened_;
    std::size_t values_ = 0;
    std::vector<Entry> table_;
    std::string copy_;
};

}  // namespace

Result<std::string> plain_copy(const std::string& name, std::string_view bytes) {
    const std::size_t header = bytes.substr(0, header_within).find("%PDF-");
    return PlainCopier(name, bytes.substr(header == std::string_view::npos ? 0 : header)).run();
}

}  // namespace galley::pdf
