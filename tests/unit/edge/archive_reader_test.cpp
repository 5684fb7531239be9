#include "core/edge/libarchive/archive_reader.h"
#include "tests/unit/batch/temporary_folder.h"

#include <catch2/catch.hpp>

#include <string>

using namespace galley;
using namespace std::string_literals;

namespace {

/// A zip with one deflated member, a.txt: 32 times "a", 16 times "b".
std::string zip() {
    return "PK\x03\x04\x14\0\0\0\x08\0\0\0\x22\\1\x89\x64\xB9\x08\0\0\0\x30\0\0\0\x05\0\0\0a.txtKL\xC4\x0F\x92\xD0\0\0"
           "PK\x01\x02\x14\x03\x14\0\0\0\x08\0\0\0\x22\\1\x89\x64\xB9\x08\0\0\0\x30\0\0\0\x05\0\0\0\0\0\0\0\0\0\0\0\x80\x01\0\0\0\0a.txt"
           "PK\x05\x06\0\0\0\0\x01\0\x01\0\x33\0\0\0\x2B\0\0\0\0\0"s;
}

std::unique_ptr<ArchiveReader> open(const test::TemporaryFolder& folder, std::string_view bytes) {
    folder.write("a.zip", bytes);
    auto reader = ArchiveReader::open(folder.path("a.zip"));
    REQUIRE(reader);
    return *std::move(reader);
}

}  // namespace

TEST_CASE("a member of an archive is read up to the limit") {
    const test::TemporaryFolder folder;
    ArchiveMember member;
    std::string bytes;
    const auto reader = open(folder, zip());
    REQUIRE(reader->next(member).value());
    CHECK(member.name == "a.txt");
    REQUIRE(reader->read(bytes, 48));
    CHECK(bytes == std::string(32, 'a') + std::string(16, 'b'));
    CHECK_FALSE(reader->next(member).value());

    const auto limited = open(folder, zip());
    REQUIRE(limited->next(member));
    const auto refused = limited->read(bytes, 47);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "limit.story-bytes");
}

TEST_CASE("what is no archive is archive.unreadable") {
    const test::TemporaryFolder folder;
    folder.write("a.zip", "no archive at all, but some text that goes on for a while");
    const auto reader = ArchiveReader::open(folder.path("a.zip"));
    if (reader) {
        ArchiveMember member;
        const auto next = (*reader)->next(member);
        REQUIRE_FALSE(next);
        CHECK(next.error().code == "archive.damaged");
    } else {
        CHECK(reader.error().code == "archive.unreadable");
    }
    CHECK(ArchiveReader::open(folder.path("none.zip")).error().code == "input.missing");
}

TEST_CASE("a damaged archive is archive.damaged, a damaged member archive.damaged-member") {
    const test::TemporaryFolder folder;
    ArchiveMember member;
    std::string bytes;

    std::string tar(512, '\0');
    tar.replace(0, 5, "a.txt");
    tar.replace(100, 7, "0000644");
    tar.replace(124, 11, "00000000000");
    tar.replace(148, 7, "0000000");  // no checksum of this header
    tar.replace(257, 5, "ustar");
    tar[156] = '0';
    folder.write("a.tar", tar);
    const auto opened = ArchiveReader::open(folder.path("a.tar"));
    const std::string code = opened ? (*opened)->next(member).error().code : opened.error().code;
    CHECK((code == "archive.damaged" || code == "archive.unreadable"));

    std::string broken = zip();
    broken[36] = '\xFF';  // inside the compressed bytes
    const auto reader = open(folder, broken);
    REQUIRE(reader->next(member));
    const auto read = reader->read(bytes, 1000);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == "archive.damaged-member");
}

TEST_CASE("an encrypted member is archive.encrypted") {
    const test::TemporaryFolder folder;
    std::string encrypted = zip();
    encrypted[6] = '\x01';       // general purpose flag of the local header
    encrypted[43 + 8] = '\x01';  // and of the central one
    const auto reader = open(folder, encrypted);
    ArchiveMember member;
    std::string bytes;
    REQUIRE(reader->next(member));
    const auto read = reader->read(bytes, 1000);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == "archive.encrypted");
}
