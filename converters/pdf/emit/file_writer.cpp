#include "converters/pdf/emit/file_writer.h"

#include "converters/pdf/emit/object_streams.h"
#include "converters/pdf/emit/syntax.h"
#include "converters/pdf/podofo_edge.h"
#include "galley/try.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley::pdf {

namespace {

// ISO 19005-3, 6.1.2: the second line tells programs that move files that this one is not text.
constexpr std::string_view header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

// What an object takes beside its value and data: `obj`, `stream` and the like, and its place.
constexpr std::size_t framing = 64;

// A smaller table loses a few dozen bytes at best, which takes longer than they are worth.
constexpr std::size_t worth_packing = 256;

std::uint64_t size_of(const ObjectList& objects) {
    std::uint64_t size = 1024;
    for (const ListedObject& listed : objects.objects()) {
        size += listed.value.size() + listed.stored().size() + framing;
    }
    return size;
}

std::uint64_t size_of_streams(const ObjectList& objects) {
    std::uint64_t size = 1024 + objects.objects().size() * 8;
    for (const ListedObject& listed : objects.objects()) {
        if (listed.is_stream) {
            size += listed.value.size() + listed.stored().size() + framing;
        }
    }
    return size;
}

void append_big_endian(std::uint64_t value, int bytes, std::string& to) {
    while (bytes-- > 0) {
        to += static_cast<char>(value >> (8 * bytes) & 0xFF);
    }
}

int bytes_for(std::uint64_t value) {
    int bytes = 1;
    for (; value > 0xFF; value >>= 8) {
        ++bytes;
    }
    return bytes;
}

/// ISO 32000-1, 7.5.8.3. An entry for object 0, which does not exist, then one for each: 1 and where it begins in the
/// file, or 2, the stream it stands in and its index there.
std::string entries(const std::vector<PackedPlace>& packed, const std::vector<std::size_t>& offsets, int width) {
    std::string table;
    table.reserve((packed.size() + 1) * static_cast<std::size_t>(width + 2));
    table.append(static_cast<std::size_t>(width + 2), '\0');
    for (std::size_t i = 0; i < packed.size(); ++i) {
        const bool is_packed = packed[i].stream != 0;
        table += is_packed ? '\2' : '\1';
        append_big_endian(is_packed ? packed[i].stream : offsets[i], width, table);
        table += static_cast<char>(packed[i].index);
    }
    return table;
}

std::string trailer_entries(const ObjectList& objects, std::size_t size) {
    std::string text = "/Type/XRef/Size ";
    append_integer(static_cast<std::int64_t>(size), text);
    append_reference(objects.catalog, text += "/Root ");
    append_reference(objects.information_number(), text += "/Info ");
    append_hex_string(objects.identifier, text += "/ID[");
    append_hex_string(objects.identifier, text);
    return text + ']';
}

/// The stream tells its own place, too: it is the last object, and where it begins is known when it is made.
Result<> append_cross_reference(ObjectList& objects, std::vector<PackedPlace> packed, std::vector<std::size_t> offsets,
                                std::string& file) {
    const std::size_t place = file.size();
    packed.emplace_back();
    offsets.push_back(place);
    const int width = bytes_for(std::max(place, packed.size()));
    std::string dictionary = trailer_entries(objects, packed.size() + 1);
    append_integer(width, dictionary += "/W[1 ");
    dictionary += " 1]";
    std::string table = entries(packed, offsets, width);
    const bool is_small = table.size() < worth_packing;
    const std::uint32_t number = is_small ? objects.add_plain_stream(dictionary, std::move(table))
                                          : objects.add_stream(dictionary, std::move(table));
    GALLEY_CHECK(objects.pack_streams());
    GALLEY_CHECK(append_stream_object(number, objects.at(number).value, objects.at(number).stored(), file));
    append_integer(static_cast<std::int64_t>(place), file += "startxref\n");
    file += "\n%%EOF\n";
    return {};
}

Result<std::string> with_stream(ObjectList objects) {
    GALLEY_TRY(std::vector<PackedPlace> packed, pack_objects(objects));
    std::string file;
    file.reserve(size_of_streams(objects));
    file += header;
    std::vector<std::size_t> offsets(packed.size());
    for (std::uint32_t number = 1; number <= packed.size(); ++number) {
        const ListedObject& object = objects.at(number);
        if (!object.is_stream) {
            continue;
        }
        offsets[number - 1] = file.size();
        GALLEY_CHECK(append_stream_object(number, object.value, object.stored(), file));
    }
    GALLEY_CHECK(append_cross_reference(objects, std::move(packed), std::move(offsets), file));
    return file;
}

}  // namespace

Result<> write_file(ObjectList objects, CrossReference form, std::uint64_t limit, Sink& sink) {
    if (size_of(objects) > limit) {
        return fail({.code = "limit.output-bytes",
                     .message = "the PDF would be larger than " + std::to_string(limit) + " bytes",
                     .hints = {"split the story, or raise the limit"}});
    }
    GALLEY_TRY(const std::string file,
               form == CrossReference::stream ? with_stream(std::move(objects)) : write_with_table(objects));
    return sink.write(file);
}

}  // namespace galley::pdf
