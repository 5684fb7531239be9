#include "core/edge/libzstd/zstd_frames.h"

#include <zstd.h>

namespace galley {

namespace {

using Compression = std::unique_ptr<ZSTD_CCtx, decltype([](ZSTD_CCtx* context) { ZSTD_freeCCtx(context); })>;
using Decompression = std::unique_ptr<ZSTD_DCtx, decltype([](ZSTD_DCtx* context) { ZSTD_freeDCtx(context); })>;

class Frames final : public ZstdFrames {
public:
    explicit Frames(int level) : context_(ZSTD_createCCtx()) {
        ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, level);
        ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_checksumFlag, 1);
    }

    [[nodiscard]] Result<> add(std::string_view bytes, std::string& to) override {
        return run(bytes, ZSTD_e_continue, to);
    }
    [[nodiscard]] Result<> end_frame(std::string& to) override { return run({}, ZSTD_e_end, to); }

private:
    Result<> run(std::string_view bytes, ZSTD_EndDirective what, std::string& to) {
        ZSTD_inBuffer input{bytes.data(), bytes.size(), 0};
        while (true) {
            const std::size_t before = to.size();
            to.resize(before + ZSTD_CStreamOutSize());
            ZSTD_outBuffer output{to.data() + before, to.size() - before, 0};
            const std::size_t left = ZSTD_compressStream2(context_.get(), &output, &input, what);
            to.resize(before + output.pos);
            if (ZSTD_isError(left) != 0) {
                return fail({.cause = Cause::internal,
                             .code = "zstd.internal",
                             .message = "the zstd library failed: " + std::string(ZSTD_getErrorName(left))});
            }
            if (what == ZSTD_e_end ? left == 0 : input.pos == input.size) {
                return {};
            }
        }
    }

    Compression context_;
};

}  // namespace

std::unique_ptr<ZstdFrames> ZstdFrames::create(int level) { return std::make_unique<Frames>(level); }

std::optional<std::uint64_t> zstd_frame_size(std::string_view compressed) {
    const std::size_t size = ZSTD_findFrameCompressedSize(compressed.data(), compressed.size());
    return ZSTD_isError(size) != 0 ? std::nullopt : std::optional<std::uint64_t>(size);
}

Result<std::string> read_zstd_frame(std::string_view compressed, std::uint64_t limit) {
    const Decompression context(ZSTD_createDCtx());
    std::string bytes;
    ZSTD_inBuffer input{compressed.data(), compressed.size(), 0};
    while (true) {
        const std::size_t before = bytes.size();
        bytes.resize(before + ZSTD_DStreamOutSize());
        ZSTD_outBuffer output{bytes.data() + before, bytes.size() - before, 0};
        const std::size_t left = ZSTD_decompressStream(context.get(), &output, &input);
        bytes.resize(before + output.pos);
        if (ZSTD_isError(left) != 0 || (left != 0 && input.pos == input.size && output.pos < output.size)) {
            return fail({.code = "zstd.damaged",
                         .message = "a zstd frame is damaged or cut short",
                         .hints = {"fetch or make the file again"}});
        }
        if (bytes.size() > limit) {
            return fail({.code = "limit.expansion",
                         .message = "a zstd frame holds more than " + std::to_string(limit) + " bytes",
                         .hints = {"it was not made by this program, or is damaged"}});
        }
        if (left == 0) {
            return bytes;
        }
    }
}

}  // namespace galley
