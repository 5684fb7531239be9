#include "core/text/binary_signature.h"

#include <algorithm>
#include <cstddef>

namespace galley {

using namespace std::string_view_literals;

namespace {

struct Signature {
    std::string_view bytes;
    std::string_view title;
    std::size_t offset = 0;
};

constexpr Signature signatures[] = {
    {"\x89PNG\r\n\x1A\n"sv, "a PNG picture"},
    {"\xFF\xD8\xFF"sv, "a JPEG picture"},
    {"GIF87a"sv, "a GIF picture"},
    {"GIF89a"sv, "a GIF picture"},
    {"II*\0"sv, "a TIFF picture"},
    {"MM\0*"sv, "a TIFF picture"},
    {"WEBPVP8"sv, "a WebP picture", 8},
    {"WAVEfmt "sv, "a WAV recording", 8},
    {"ftypheic"sv, "an HEIC picture", 4},
    {"ftypavif"sv, "an AVIF picture", 4},
    {"ftyp"sv, "an MP4 video", 4},
    {"8BPS"sv, "a Photoshop picture"},
    {"\0\0\1\0"sv, "an icon"},
    {"BM"sv, "a BMP picture"},
    {"PK\3\4"sv, "a ZIP archive (word processors' .docx and .odt files are such archives)"},
    {"PK\5\6"sv, "an empty ZIP archive"},
    {"\x1F\x8B"sv, "data compressed by gzip"},
    {"BZh"sv, "data compressed by bzip2"},
    {"\xFD"
     "7zXZ\0"sv,
     "data compressed by xz"},
    {"\x28\xB5\x2F\xFD"sv, "data compressed by zstd"},
    {"\x04\x22\x4D\x18"sv, "data compressed by lz4"},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    {"Rar!\x1A\x07"sv, "a RAR archive"},
    {"ustar"sv, "a tar archive", 257},
    {"\x7F"
     "ELF"sv,
     "a program (ELF)"},
    {"\xCF\xFA\xED\xFE"sv, "a program (Mach-O)"},
    {"\xCA\xFE\xBA\xBE"sv, "a program (Mach-O or Java)"},
    {"MZ"sv, "a program (Windows)"},
    {"\0asm"sv, "a program (WebAssembly)"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Microsoft Office file"},
    {"SQLite format 3\0"sv, "an SQLite database"},
    {"ID3"sv, "an MP3 recording"},
    {"OggS"sv, "an Ogg recording"},
    {"fLaC"sv, "a FLAC recording"},
    {"\x1A\x45\xDF\xA3"sv, "a Matroska video"},
    {"\0\1\0\0\0"sv, "a TrueType font"},
    {"OTTO\0"sv, "an OpenType font"},
    {"wOF2"sv, "a web font"},
};

}  // namespace

std::string_view find_binary_signature(std::string_view bytes) {
    if (bytes.starts_with("%PDF-")) {
        return "a PDF";
    }
    const bool has_nul = bytes.contains('\0');
    for (const Signature& signature : signatures) {
        // Letters alone prove nothing: "BMW", "MZ", "ID3" may begin a sentence.
        if (!has_nul && std::ranges::all_of(signature.bytes, [](char byte) { return byte >= 0x20 && byte < 0x7F; })) {
            continue;
        }
        if (bytes.size() > signature.offset && bytes.substr(signature.offset).starts_with(signature.bytes)) {
            return signature.title;
        }
    }
    return {};
}

}  // namespace galley
