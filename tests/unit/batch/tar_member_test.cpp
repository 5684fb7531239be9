#include "core/batch/tar_member.h"
#include "core/edge/libarchive/archive_reader.h"
#include "tests/unit/batch/temporary_folder.h"

#include <catch2/catch.hpp>

using namespace galley;

TEST_CASE("members of any name are read back by libarchive", "[tar]") {
    const test::TemporaryFolder folder;
    const std::string deep = std::string(120, 'd') + "/" + std::string(90, 'n') + ".xml";
    const std::string deeper = std::string(200, 'd') + "/" + std::string(120, 'n') + ".xml";
    const std::string paths[] = {"a.xml", "caf\xc3\xa9/b.xml", std::string(100, 'x'), deep, deeper};
    std::string tar;
    for (const std::string& path : paths) {
        batch::append_tar_header(path, 3, 1'700'000'000, tar);
        tar += "abc";
        tar.append(batch::tar_padding(3), '\0');
    }
    tar.append(batch::tar_end_size, '\0');
    CHECK(tar.size() % 512 == 0);
    folder.write("t.tar", tar);

    const auto archive = ArchiveReader::open(folder.path("t.tar")).value();
    ArchiveMember member;
    for (const std::string& path : paths) {
        REQUIRE(archive->next(member).value());
        CHECK(member.name == path);
        CHECK(member.kind == MemberKind::file);
        std::string bytes;
        REQUIRE(archive->read(bytes, 100));
        CHECK(bytes == "abc");
    }
    CHECK_FALSE(archive->next(member).value());
}

TEST_CASE("a size beyond what the header can hold goes into an extended one", "[tar]") {
    std::string header;
    batch::append_tar_header("a", std::uint64_t{1} << 40, 0, header);
    CHECK(header.size() == 3 * 512);
    CHECK(header[156] == 'x');
    CHECK(header.find("22 size=1099511627776\n") == 512);
}

TEST_CASE("padding fills the block", "[tar]") {
    CHECK(batch::tar_padding(0) == 0);
    CHECK(batch::tar_padding(1) == 511);
    CHECK(batch::tar_padding(512) == 0);
}
