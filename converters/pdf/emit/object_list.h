#pragma once

#include "converters/pdf/deflate_edge.h"
#include "galley/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley::pdf {

/// One indirect object (ISO 32000-1, 7.3.10): what stands between `obj` and `endobj`.
struct ListedObject {
    std::string value;   ///< its value in PDF's notation; of a stream, the dictionary, whole when the stream is packed
    std::string plain;   ///< a stream's bytes as they are before compression
    std::string packed;  ///< a stream's bytes as they are stored, where that differs from `plain`
    bool is_stream = false;

    [[nodiscard]] const std::string& stored() const { return packed.empty() ? plain : packed; }
};

/// A whole PDF file before it is serialized: the form that the clause checks read. Object n is the n-th added, from 1;
/// how objects are put together in the file is not told here.
class ObjectList {
public:
    explicit ObjectList(Level level) : level_(level) {}

    /// Takes the next number for an object whose value comes later, with `set`.
    [[nodiscard]] std::uint32_t reserve();
    void set(std::uint32_t number, std::string value);
    std::uint32_t add(std::string value);

    /// A stream with the entries `entries` in its dictionary, beside /Length and /Filter, which `pack_streams` adds.
    std::uint32_t add_stream(std::string_view entries, std::string bytes);
    /// The same for bytes that `packed` was made of before, as a zlib stream.
    std::uint32_t add_packed_stream(std::string_view entries, std::string bytes, std::string packed);
    /// The same, never compressed by us: images that are compressed already.
    std::uint32_t add_plain_stream(std::string_view entries, std::string bytes);

    /// Compresses the streams added since the last call, at once: the compressor's tables, larger than most streams,
    /// stay in the processor's cache that way. Fails as `deflate`.
    [[nodiscard]] Result<> pack_streams();

    [[nodiscard]] Level level() const { return level_; }
    [[nodiscard]] const std::vector<ListedObject>& objects() const { return objects_; }
    [[nodiscard]] std::vector<ListedObject>& objects() { return objects_; }
    [[nodiscard]] const ListedObject& at(std::uint32_t number) const { return objects_[number - 1]; }

    /// The entries of the document information dictionary, each a key and a value in PDF's notation; becomes an object.
    void set_information(std::vector<std::pair<std::string, std::string>> entries);
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& information() const { return information_; }
    [[nodiscard]] std::uint32_t information_number() const { return information_number_; }

    std::uint32_t catalog = 0;
    std::string identifier;  ///< 16 bytes, both parts of the trailer's /ID

private:
    Level level_;
    std::vector<ListedObject> objects_;
    std::vector<std::uint32_t> unpacked_;  ///< streams that `pack_streams` has not seen
    std::vector<std::pair<std::string, std::string>> information_;
    std::uint32_t information_number_ = 0;
};

}  // namespace galley::pdf
