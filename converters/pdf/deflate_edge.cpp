#include "converters/pdf/deflate_edge.h"

#include <libdeflate.h>
#include <algorithm>
#include <memory>

namespace galley::pdf {

namespace {

using Compressor =
    std::unique_ptr<libdeflate_compressor, decltype([](libdeflate_compressor* it) { libdeflate_free_compressor(it); })>;
using Decompressor = std::unique_ptr<libdeflate_decompressor,
                                     decltype([](libdeflate_decompressor* it) { libdeflate_free_decompressor(it); })>;

/// One a thread and level: allocating one takes longer than compressing a page.
libdeflate_compressor* compressor_of(Level level) {
    thread_local Compressor fast, normal;
    Compressor& kept = level == Level::fast ? fast : normal;
    if (!kept) {
        kept.reset(libdeflate_alloc_compressor(static_cast<int>(level)));
    }
    return kept.get();
}

Diagnostic no_memory() {
    return {.cause = Cause::internal, .code = "pdf.internal", .message = "no memory to compress with"};
}

}  // namespace

Result<std::string> deflate(std::string_view bytes, Level level) {
    if (level == Level::none) {
        return std::string(bytes);
    }
    libdeflate_compressor* const compressor = compressor_of(level);
    if (compressor == nullptr) {
        return fail(no_memory());
    }
    std::string packed;
    packed.resize_and_overwrite(libdeflate_zlib_compress_bound(compressor, bytes.size()),
                                [&](char* to, std::size_t room) {
                                    return libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), to, room);
                                });
    return packed;
}

std::uint32_t adler32(std::string_view bytes) { return libdeflate_adler32(1, bytes.data(), bytes.size()); }

Result<std::string> inflate(std::string_view packed, std::size_t limit) {
    const Decompressor decompressor{libdeflate_alloc_decompressor()};
    if (!decompressor) {
        return fail(no_memory());
    }
    std::string bytes;
    // Most streams hold three to eight times their size; grow from there, never beyond the limit.
    for (std::size_t room = std::min(std::max<std::size_t>(packed.size() * 4, 1024), limit);;
         room = std::min(room * 4, limit)) {
        bytes.resize(room);
        std::size_t written = 0;
        switch (libdeflate_zlib_decompress(decompressor.get(), packed.data(), packed.size(), bytes.data(), room,
                                           &written)) {
            case LIBDEFLATE_SUCCESS: bytes.resize(written); return bytes;
            case LIBDEFLATE_INSUFFICIENT_SPACE:
                if (room == limit) {
                    return fail({.code = "limit.expansion",
                                 .message = "a compressed stream holds more than " + std::to_string(limit) + " bytes",
                                 .hints = {"raise the limit of a story's bytes"}});
                }
                break;
            default: return fail({.code = "pdf.bad-stream", .message = "a compressed stream is damaged"});
        }
    }
}

}  // namespace galley::pdf
