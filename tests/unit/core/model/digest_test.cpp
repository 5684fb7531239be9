#include "galley/digest.h"

#include <catch2/catch.hpp>

using namespace galley;

TEST_CASE("digests of the standards' own test vectors", "[digest]") {
    CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex(sha1("abc")) == "a9993e364706816aba3e25717850c26c9cd0d89d");
    CHECK(hex(md5("abc")) == "900150983cd24fb0d6963f7d28e17f72");
}

TEST_CASE("read_digest takes 64 digits of either case and nothing else", "[digest]") {
    const Digest digest = sha256("abc");
    CHECK(read_digest(hex(digest)) == digest);
    CHECK(read_digest("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD") == digest);
    CHECK_FALSE(read_digest("ba78"));
    CHECK_FALSE(read_digest(std::string(64, 'g')));
}
