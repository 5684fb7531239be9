#include "converters/pdf/emit/object_list.h"

#include "converters/pdf/deflate/stream_code.h"
#include "converters/pdf/emit/syntax.h"
#include "galley/try.h"

#include <utility>

namespace galley::pdf {

namespace {

/// Completes a stream's dictionary, of which `dictionary` has the entries.
void close_dictionary(std::size_t size, bool is_packed, std::string& dictionary) {
    if (is_packed) {
        dictionary += "/Filter/FlateDecode";
    }
    append_integer(static_cast<std::int64_t>(size), dictionary += "/Length ");
    dictionary += ">>";
}

std::string open_dictionary(std::string_view entries) {
    constexpr std::size_t closing = 48;
    std::string dictionary;
    dictionary.reserve(entries.size() + closing);
    return (dictionary += "<<") += entries;
}

}  // namespace

std::uint32_t ObjectList::reserve() {
    objects_.emplace_back();
    return static_cast<std::uint32_t>(objects_.size());
}

void ObjectList::set(std::uint32_t number, std::string value) { objects_[number - 1].value = std::move(value); }

std::uint32_t ObjectList::add(std::string value) {
    objects_.push_back({.value = std::move(value), .plain = {}, .packed = {}});
    return static_cast<std::uint32_t>(objects_.size());
}

std::uint32_t ObjectList::add_stream(std::string_view entries, std::string bytes) {
    if (level_ == Level::none) {
        return add_plain_stream(entries, std::move(bytes));
    }
    objects_.push_back({.value = open_dictionary(entries), .plain = std::move(bytes), .packed = {}, .is_stream = true});
    return unpacked_.emplace_back(static_cast<std::uint32_t>(objects_.size()));
}

std::uint32_t ObjectList::add_packed_stream(std::string_view entries, std::string bytes, std::string packed) {
    std::string dictionary = open_dictionary(entries);
    close_dictionary(packed.size(), true, dictionary);
    objects_.push_back(
        {.value = std::move(dictionary), .plain = std::move(bytes), .packed = std::move(packed), .is_stream = true});
    return static_cast<std::uint32_t>(objects_.size());
}

std::uint32_t ObjectList::add_plain_stream(std::string_view entries, std::string bytes) {
    std::string dictionary = open_dictionary(entries);
    close_dictionary(bytes.size(), false, dictionary);
    objects_.push_back({.value = std::move(dictionary), .plain = std::move(bytes), .packed = {}, .is_stream = true});
    return static_cast<std::uint32_t>(objects_.size());
}

Result<> ObjectList::pack_streams() {
    for (const std::uint32_t number : unpacked_) {
        ListedObject& stream = objects_[number - 1];
        if (const StreamCode* const code = level_ == Level::fast ? find_stream_code(stream.plain) : nullptr) {
            stream.packed = code->pack(stream.plain);
        } else {
            GALLEY_TRY(stream.packed, deflate(stream.plain, level_));
        }
        close_dictionary(stream.packed.size(), true, stream.value);
    }
    unpacked_.clear();
    return {};
}

void ObjectList::set_information(std::vector<std::pair<std::string, std::string>> entries) {
    std::string value = "<<";
    for (const auto& [key, entry] : entries) {
        append_name(key, value);
        value += entry;
    }
    information_ = std::move(entries);
    information_number_ = add(std::move(value += ">>"));
}

}  // namespace galley::pdf
