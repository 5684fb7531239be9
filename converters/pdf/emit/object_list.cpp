#include "converters/pdf/emit/object_list.h"

#include "converters/pdf/emit/syntax.h"
#include "galley/try.h"

namespace galley::pdf {

namespace {

std::string stream_dictionary(std::string_view entries, std::size_t size, bool is_packed) {
    std::string dictionary = "<<";
    dictionary += entries;
    if (is_packed) { dictionary += "/Filter/FlateDecode"; }
    dictionary += "/Length ";
    append_integer(static_cast<std::int64_t>(size), dictionary);
    dictionary += ">>";
    return dictionary;
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

Result<std::uint32_t> ObjectList::add_stream(std::string_view entries, std::string bytes) {
    if (level_ == Level::none) { return add_plain_stream(entries, std::move(bytes)); }
    GALLEY_TRY(std::string packed, deflate(bytes, level_));
    return add_packed_stream(entries, std::move(bytes), std::move(packed));
}

std::uint32_t ObjectList::add_packed_stream(std::string_view entries, std::string bytes, std::string packed) {
    std::string dictionary = stream_dictionary(entries, packed.size(), true);
    objects_.push_back({.value = std::move(dictionary), .plain = std::move(bytes), .packed = std::move(packed), .is_stream = true});
    return static_cast<std::uint32_t>(objects_.size());
}

std::uint32_t ObjectList::add_plain_stream(std::string_view entries, std::string bytes) {
    std::string dictionary = stream_dictionary(entries, bytes.size(), false);
    objects_.push_back({.value = std::move(dictionary), .plain = std::move(bytes), .packed = {}, .is_stream = true});
    return static_cast<std::uint32_t>(objects_.size());
}

void ObjectList::set_information(std::vector<std::pair<std::string, std::string>> entries) {
    std::string value = "<<";
    for (const auto& [key, entry] : entries) {
        append_name(key, value);
        value += entry;
    }
    information_ = std::move(entries);
    information_number_ = add(value + ">>");
}

}  // namespace galley::pdf
