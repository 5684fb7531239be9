#include "core/edge/libzstd/zstd_frames.h"

#include <catch2/catch.hpp>

#include <string>

using namespace galley;

namespace {

std::string compressed(std::string_view bytes) {
    std::string frame;
    const auto frames = ZstdFrames::create(3);
    REQUIRE(frames->add(bytes, frame));
    REQUIRE(frames->end_frame(frame));
    return frame;
}

}  // namespace

TEST_CASE("a frame of zstd reads back, up to the limit") {
    const std::string text(100'000, 'x');
    const std::string frame = compressed(text);
    CHECK(zstd_frame_size(frame) == frame.size());
    CHECK(read_zstd_frame(frame, text.size()).value() == text);
    const auto refused = read_zstd_frame(frame, text.size() - 1);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "limit.expansion");
}

TEST_CASE("a damaged frame is zstd.damaged") {
    std::string frame = compressed("some text that is worth nothing when it is broken");
    CHECK_FALSE(zstd_frame_size(frame.substr(0, frame.size() / 2)));
    frame[0] = 'x';
    const auto refused = read_zstd_frame(frame, 1000);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "zstd.damaged");
}

TEST_CASE("the same bytes give the same frame, however they are handed over") {
    std::string text;
    for (int i = 0; i < 5000; ++i) {
        text += "line " + std::to_string(i * 7919 % 1000) + "\n";
    }
    std::string pieces;
    const auto frames = ZstdFrames::create(3);
    for (std::size_t at = 0; at < text.size(); at += 777) {
        REQUIRE(frames->add(std::string_view(text).substr(at, 777), pieces));
    }
    REQUIRE(frames->end_frame(pieces));
    CHECK(pieces == compressed(text));
}
