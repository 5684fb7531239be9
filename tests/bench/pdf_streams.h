#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The bytes of all streams in `file`, which is not compressed.
inline std::vector<std::string> streams_of(std::string_view file) {
    constexpr std::string_view length = "/Length ", begin = ">>\nstream\n";
    std::vector<std::string> streams;
    for (std::size_t at = file.find(begin); at != std::string_view::npos; at = file.find(begin, at)) {
        const std::size_t digits = file.rfind(length, at) + length.size();
        const std::size_t size = std::stoul(std::string(file.substr(digits, at - digits)));
        streams.emplace_back(file.substr(at + begin.size(), size));
        at += begin.size() + size;
    }
    return streams;
}
