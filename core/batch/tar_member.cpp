#include "core/batch/tar_member.h"

#include <algorithm>
#include <array>

namespace galley::batch {

namespace {

constexpr std::size_t block = 512;
constexpr std::size_t name_size = 100;
constexpr std::size_t prefix_size = 155;
constexpr std::uint64_t largest_in_header = 077777777777;  // eleven octal digits

void put_octal(std::array<char, block>& header, std::size_t at, std::size_t digits, std::uint64_t value) {
    for (std::size_t digit = digits; digit-- > 0; value >>= 3) {
        header[at + digit] = static_cast<char>('0' + (value & 7));
    }
}

void put_text(std::array<char, block>& header, std::size_t at, std::string_view text) {
    std::ranges::copy(text, header.begin() + static_cast<std::ptrdiff_t>(at));
}

/// Where the slash stands that splits `path` into the header's prefix and name; npos when it does not fit.
std::size_t split(std::string_view path) {
    for (std::size_t slash = path.rfind('/', prefix_size); slash != std::string_view::npos && slash > 0;
         slash = path.rfind('/', slash - 1)) {
        if (path.size() - slash - 1 > name_size) {
            break;
        }
        if (path.size() > slash + 1) {
            return slash;
        }
    }
    return std::string_view::npos;
}

void append_header(std::string_view prefix, std::string_view name, std::uint64_t size, std::int64_t clock, char type,
                   std::string& to) {
    std::array<char, block> header{};
    put_text(header, 0, name);
    put_text(header, 100, "0000644");
    put_text(header, 108, "0000000");
    put_text(header, 116, "0000000");
    put_octal(header, 124, 11, size);
    put_octal(header, 136, 11, static_cast<std::uint64_t>(std::max<std::int64_t>(clock, 0)));
    put_text(header, 148, "        ");  // counts as spaces in its own sum
    header[156] = type;
    put_text(header, 257, std::string_view("ustar\00000", 8));
    put_text(header, 345, prefix);
    std::uint64_t sum = 0;
    for (const char byte : header) {
        sum += static_cast<unsigned char>(byte);
    }
    put_octal(header, 148, 6, sum);
    header[154] = '\0';
    to.append(header.data(), header.size());
}

/// "LENGTH keyword=value\n", where LENGTH counts itself.
std::string pax_record(std::string_view keyword, std::string_view value) {
    const std::string rest = " " + std::string(keyword) + "=" + std::string(value) + "\n";
    std::size_t length = rest.size() + 1;
    while (std::to_string(length).size() + rest.size() != length) {
        length = std::to_string(length).size() + rest.size();
    }
    return std::to_string(length) + rest;
}

}  // namespace

void append_tar_header(std::string_view path, std::uint64_t size, std::int64_t clock, std::string& to) {
    const std::size_t slash = path.size() <= name_size ? 0 : split(path);
    const bool path_fits = slash != std::string_view::npos;
    const bool size_fits = size <= largest_in_header;
    if (!path_fits || !size_fits) {
        const std::string records =
            (path_fits ? "" : pax_record("path", path)) + (size_fits ? "" : pax_record("size", std::to_string(size)));
        append_header("", "PaxHeaders/story", records.size(), clock, 'x', to);
        to += records;
        to.append(tar_padding(records.size()), '\0');
    }
    const std::string_view name = !path_fits ? path.substr(0, name_size) : slash == 0 ? path : path.substr(slash + 1);
    append_header(slash == 0 || !path_fits ? "" : path.substr(0, slash), name, size_fits ? size : 0, clock, '0', to);
}

std::uint64_t tar_padding(std::uint64_t size) { return (block - size % block) % block; }

}  // namespace galley::batch
