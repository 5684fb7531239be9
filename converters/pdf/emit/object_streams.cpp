#include "converters/pdf/emit/object_streams.h"

#include "converters/pdf/emit/syntax.h"
#include "galley/try.h"

#include <string>

namespace galley::pdf {

namespace {

// A reader unpacks a whole stream for one object of it; and an index below 256 takes one byte in the cross-reference
// stream.
constexpr std::size_t most_objects = 256;

/// One object stream under way: pairs of numbers and offsets, and what they lead to.
struct OpenStream {
    std::string index;
    std::string values;
    std::size_t count = 0;

    void add(std::uint32_t number, std::string_view value) {
        append_integer(number, index);
        append_integer(static_cast<std::int64_t>(values.size()), index += ' ');
        index += ' ';
        (values += value) += '\n';
        ++count;
    }

    void close(ObjectList& objects) {
        std::string entries = "/Type/ObjStm/N ";
        append_integer(static_cast<std::int64_t>(count), entries);
        append_integer(static_cast<std::int64_t>(index.size()), entries += "/First ");
        objects.add_stream(entries, index += values);
        *this = {};
    }
};

}  // namespace

Result<std::vector<PackedPlace>> pack_objects(ObjectList& objects) {
    const auto before = static_cast<std::uint32_t>(objects.objects().size());
    std::vector<PackedPlace> places(before);
    OpenStream open;
    for (std::uint32_t number = 1; number <= before; ++number) {
        if (objects.at(number).is_stream) {
            continue;
        }
        places[number - 1] = {.stream = static_cast<std::uint32_t>(objects.objects().size()) + 1,
                              .index = static_cast<std::uint8_t>(open.count)};
        open.add(number, objects.at(number).value);
        if (open.count == most_objects) {
            open.close(objects);
        }
    }
    if (open.count != 0) {
        open.close(objects);
    }
    GALLEY_CHECK(objects.pack_streams());
    places.resize(objects.objects().size());
    return places;
}

}  // namespace galley::pdf
