// Cross-reference streams and object streams (ISO 32000-1, 7.5.7 and 7.5.8) of strangers: sound ones of all kinds are
// read, hostile ones give a code, and soon.
#include "converters/pdf/deflate_edge.h"
#include "converters/pdf/read_pdf.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace galley;
using namespace galley::pdf;

namespace {

std::string big_endian(std::uint64_t value, int bytes) {
    std::string text;
    while (bytes-- > 0) {
        text += static_cast<char>(value >> (8 * bytes) & 0xFF);
    }
    return text;
}

/// A file put together by hand: objects by themselves and in streams, and entries that say where they are, rightly or
/// not.
struct PackedFile {
    std::string bytes = "%PDF-1.7\n";
    std::map<std::uint32_t, std::string> entries{{0, std::string(6, '\0')}};
    std::string extra;  ///< in the dictionary of the cross-reference stream

    static std::string in_file(std::uint64_t offset) { return '\1' + big_endian(offset, 4) + '\0'; }
    static std::string in_stream(std::uint64_t number, int index) {
        return '\2' + big_endian(number, 4) + static_cast<char>(index);
    }

    void object(std::uint32_t number, const std::string& value) {
        entries[number] = in_file(bytes.size());
        bytes += std::to_string(number) + " 0 obj\n" + value + "\nendobj\n";
    }
    void stream(std::uint32_t number, const std::string& dictionary, const std::string& data,
                const std::string& length = {}) {
        object(number, "<<" + dictionary + "/Length " + (length.empty() ? std::to_string(data.size()) : length) +
                           ">>\nstream\n" + data + "\nendstream");
    }
    /// An object stream that is not compressed, with the index `index`.
    void object_stream(std::uint32_t number, const std::string& index, const std::string& values, int count) {
        stream(number, "/Type/ObjStm/N " + std::to_string(count) + "/First " + std::to_string(index.size()),
               index + values);
    }
    /// A catalog in a stream, and pages by themselves.
    static PackedFile sound() {
        PackedFile file;
        file.object_stream(3, "1 0 2 30 ", "<</Type/Catalog/Pages 2 0 R>> <</Type/Pages/Kids[]/Count 0>>", 2);
        file.entries[1] = in_stream(3, 0);
        file.entries[2] = in_stream(3, 1);
        return file;
    }
    [[nodiscard]] std::string table() const {
        std::string all;
        for (const auto& [number, entry] : entries) {
            all += entry;
        }
        return all;
    }
    /// The whole file: the entries as a cross-reference stream with the number behind the last object's.
    [[nodiscard]] std::string finished(const std::string& packed = {}, const std::string& filter = {}) const {
        PackedFile file = *this;
        const std::size_t start = bytes.size();
        const std::uint32_t number = entries.rbegin()->first + 1;
        file.entries[number] = in_file(start);
        file.stream(number, "/Type/XRef/W[1 4 1]/Root 1 0 R/Size " + std::to_string(number + 1) + extra + filter,
                    packed.empty() ? file.table() : packed);
        return file.bytes + "startxref\n" + std::to_string(start) + "\n%%EOF\n";
    }
};

std::string outcome(const std::string& bytes) {
    const auto read = read_pdf("x.pdf", bytes);
    return read ? read->objects.at(0).value : read.error().code;
}

const std::string catalog = "<< /Pages 2 0 R /Type /Catalog >>";

}  // namespace

TEST_CASE("objects are read out of object streams") {
    const auto read = read_pdf("x.pdf", PackedFile::sound().finished());
    REQUIRE(read);
    CHECK(read->warnings.empty());
    CHECK(read->catalog == 1);
    CHECK(read->objects[0].value == catalog);
    CHECK(read->objects[1].value == "<< /Count 0 /Kids [ ] /Type /Pages >>");
    CHECK(read->objects.size() == 2);  // what they stood in, and what told of it, are no objects
}

TEST_CASE("a file may begin behind other bytes, from which offsets do not count") {
    CHECK(outcome("some mail\n\n" + PackedFile::sound().finished()) == catalog);
}

TEST_CASE("streams are packed with and without each of PNG's predictors") {
    PackedFile file = PackedFile::sound();
    const auto packed = [](const std::string& plain) { return deflate(plain, Level::normal).value(); };
    file.entries[4] = PackedFile::in_file(file.bytes.size());
    const std::string table = file.table();
    file.entries.erase(4);
    CHECK(outcome(file.finished(packed(table), "/Filter/FlateDecode")) == catalog);
    CHECK(outcome(file.finished(packed(table), "/Filter[/FlateDecode]/DecodeParms[null]")) == catalog);
    const std::string parameters = "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 6>>";
    for (int type = 0; type < 6; ++type) {
        std::string rows;
        std::vector<int> above(6);
        for (std::size_t begin = 0; begin < table.size(); begin += 6) {
            rows += static_cast<char>(type);
            std::vector<int> row;
            for (std::size_t i = 0; i < 6; ++i) {
                const int byte = static_cast<unsigned char>(table[begin + i]);
                const int left = i == 0 ? 0 : row[i - 1], up = above[i], corner = i == 0 ? 0 : above[i - 1];
                const int p = left + up - corner, pa = std::abs(p - left), pb = std::abs(p - up),
                          pc = std::abs(p - corner);
                const int guesses[] = {
                    0, left, up, (left + up) / 2, pa <= pb && pa <= pc ? left : pb <= pc ? up : corner, 0};
                rows += static_cast<char>(byte - guesses[type]);
                row.push_back(byte);
            }
            above = row;
        }
        CHECK(outcome(file.finished(packed(rows), parameters)) == (type == 5 ? "pdf.unreadable" : catalog));
        CHECK(outcome(file.finished(packed(rows + '\1'), parameters)) == "pdf.unreadable");
    }
    CHECK(outcome(file.finished(packed(table), "/Filter/FlateDecode/DecodeParms<</Predictor 2/Columns 6>>")) ==
          "pdf.unreadable");
    CHECK(
        outcome(file.finished(packed(table), "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 6/Colors 3>>")) ==
        "pdf.unreadable");
    CHECK(outcome(file.finished(packed(table), "/Filter/LZWDecode")) == "pdf.unreadable");
    CHECK(outcome(file.finished("no zlib stream", "/Filter/FlateDecode")) == "pdf.bad-stream");
}

TEST_CASE("an older table is read behind a stream, and a stream beside a table") {
    PackedFile file = PackedFile::sound();
    file.entries.erase(3);
    const std::size_t stream_at = file.bytes.find("3 0 obj");
    const std::size_t table_at = file.bytes.size();
    const std::string digits = std::to_string(stream_at);
    file.bytes += "xref\n0 1\n0000000000 65535 f \n3 1\n" + std::string(10 - digits.size(), '0') + digits +
                  " 00000 n \ntrailer\n<</Size 4>>\n";
    file.extra = "/Prev " + std::to_string(table_at) + "/Index[1 2 4 1]";
    PackedFile newest = file;
    newest.entries.erase(0);
    newest.entries[3] = PackedFile::in_file(file.bytes.size());
    CHECK(outcome(file.finished(newest.entries[1] + newest.entries[2] + newest.entries[3])) == catalog);

    // 7.5.8.4: programs that know no streams take objects 1 and 2 for unused.
    PackedFile hybrid = PackedFile::sound();
    const std::size_t beside = hybrid.bytes.size();
    hybrid.stream(4, "/Type/XRef/W[1 4 1]/Index[1 2]/Size 4", hybrid.entries[1] + hybrid.entries[2]);
    const std::size_t start = hybrid.bytes.size();
    hybrid.bytes += "xref\n0 4\n0000000000 65535 f \n0000000000 00000 f \n0000000000 00000 f \n" +
                    std::string(10 - digits.size(), '0') + digits +
                    " 00000 n \ntrailer\n<</Size 5/Root 1 0 R/XRefStm " + std::to_string(beside) + ">>\nstartxref\n" +
                    std::to_string(start) + "\n%%EOF\n";
    CHECK(outcome(hybrid.bytes) == catalog);
}

TEST_CASE("the length of an object stream may be an object, but not a loop") {
    const std::string index = "1 0 2 30 ", values = "<</Type/Catalog/Pages 2 0 R>> <</Type/Pages/Kids[]/Count 0>>";
    const auto with_length = [&](const std::string& length) {
        PackedFile file = PackedFile::sound();
        file.stream(3, "/Type/ObjStm/N 2/First 9", index + values, length);
        file.object(4, std::to_string(index.size() + values.size()));
        return outcome(file.finished());
    };
    CHECK(with_length("4 0 R") == catalog);
    CHECK(with_length("3 0 R") == "pdf.unreadable");
    CHECK(with_length("1 0 R") == "pdf.unreadable");
    CHECK(with_length("9 0 R") == "pdf.unreadable");
    CHECK(with_length("-1") == "pdf.unreadable");
    CHECK(with_length("99999999") == "pdf.unreadable");
}

TEST_CASE("cross-references that go round, lead nowhere or lie are refused") {
    PackedFile file = PackedFile::sound();
    const std::size_t start = file.bytes.size();
    for (const std::string& before :
         {std::to_string(start), std::string("9999999"), std::string("-5"), std::string("(x)"), std::string("0")}) {
        file.extra = "/Prev " + before;
        CHECK(outcome(file.finished()) == "pdf.unreadable");
    }
    file.extra = "/Index[0 2]";
    CHECK(outcome(file.finished()) != catalog);
    for (const char* const lie :
         {"/Index[0 99]", "/Index[9999999 1]", "/Index[0 1 2]", "/Index[-1 2]", "/Index[0 2097153]"}) {
        file.extra = lie;
        CHECK(outcome(file.finished()) == "pdf.unreadable");
    }
    const std::string sound = PackedFile::sound().finished();
    for (const char* const widths : {"/W[1 0 5]", "/W[9 4 1]", "/W[1 4  ]", "/W[1 4 (]", "/X[1 4 1]", "/W[-1 4 1]"}) {
        std::string spoilt = sound;
        spoilt.replace(spoilt.find("/W[1 4 1]"), 9, widths);
        CHECK(outcome(spoilt) == "pdf.unreadable");
    }
    CHECK(outcome(sound.substr(0, sound.size() - 12)) == "pdf.unreadable");
    CHECK(outcome("%PDF-1.7 /XRef") == "pdf.unreadable");
}

TEST_CASE("object streams that lie about their objects are refused") {
    const auto with = [](std::uint32_t number, const std::string& index, const std::string& values, int count) {
        PackedFile file = PackedFile::sound();
        file.object_stream(number, index, values, count);
        return outcome(file.finished());
    };
    const std::string one = "<</Type/Catalog/Pages 2 0 R>> ", two = "<</Type/Pages/Kids[]/Count 0>>";
    CHECK(with(3, "1 0 2 30 ", one + two, 2) == catalog);
    CHECK(with(3, "1 0 2 30 ", one + two, 1) == "pdf.unreadable");
    CHECK(with(3, "1 0 2 30 ", one + two, 3) == "pdf.unreadable");
    CHECK(with(3, "1 0 2 30 ", one + two, 2'000'000'000) == "pdf.unreadable");
    CHECK(with(3, "1 0 2 30 ", one + two, -1) == "pdf.unreadable");
    CHECK(with(3, "2 0 1 30 ", one + two, 2) == "pdf.unreadable");
    CHECK(with(3, "1 30 2 0 ", one + two, 2) == "pdf.unreadable");
    CHECK(with(3, "1 0 2 99 ", one + two, 2) == "pdf.unreadable");
    CHECK(with(3, "1 0 2 4294967295 ", one + two, 2) == "pdf.unreadable");
    CHECK(with(3, "1 0 2 30 ", one + "<</Kids[" + std::string(100, '['), 2) == "pdf.unreadable");
    CHECK(with(3, "1 0 2 30 ", "7 0 obj " + one + two, 2) == "pdf.unreadable");
    CHECK(with(4, "1 0 2 30 ", one + two, 2) == catalog);  // nobody asks for this one

    PackedFile nested = PackedFile::sound();
    nested.entries[3] = PackedFile::in_stream(3, 0);  // a stream in itself
    CHECK(outcome(nested.finished()) == "pdf.unreadable");
    PackedFile elsewhere = PackedFile::sound();
    elsewhere.entries[3] = PackedFile::in_file(1'000'000);
    CHECK(outcome(elsewhere.finished()) == "pdf.unreadable");
    PackedFile another = PackedFile::sound();
    another.entries[1] = PackedFile::in_stream(9, 0);
    CHECK(outcome(another.finished()) == "pdf.unreadable");
}

TEST_CASE("an encrypted file is named as such before anything in it is opened") {
    PackedFile file = PackedFile::sound();
    file.extra = "/Encrypt<</Filter/Standard>>";
    file.entries[1] = PackedFile::in_stream(9, 0);
    CHECK(outcome(file.finished()) == "pdf.encrypted");
}

TEST_CASE("what unpacks to more than the file is worth is not unpacked") {
    const std::string packed = deflate(std::string(100'000'000, '\0'), Level::normal).value();
    CHECK(outcome(PackedFile::sound().finished(packed, "/Filter/FlateDecode")) == "limit.expansion");

    PackedFile file = PackedFile::sound();
    const std::string values = deflate(std::string(100'000'000, ' '), Level::normal).value();
    file.stream(3, "/Type/ObjStm/N 2/First 9/Filter/FlateDecode", values);
    CHECK(outcome(file.finished()) == "limit.expansion");

    // Streams that are small enough, each, but not all together.
    PackedFile many;
    const std::string some = deflate("1 0 null" + std::string(1'000'000, ' '), Level::normal).value();
    for (std::uint32_t i = 0; i < 100; ++i) {
        many.stream(
            200 + i, "/Type/ObjStm/N 1/First " + std::to_string(i == 0 ? 4 : 6) + "/Filter/FlateDecode",
            i == 0 ? some
                   : deflate(std::to_string(100 + i) + " 0 null" + std::string(1'000'000, ' '), Level::normal).value());
        many.entries[i == 0 ? 1 : 100 + i] = PackedFile::in_stream(200 + i, 0);
    }
    for (std::uint32_t i = 2; i < 101; ++i) {
        many.entries[i] = std::string(6, '\0');
    }
    CHECK(outcome(many.finished()) == "limit.expansion");

    // Within the bytes, yet more values than a parser has memory for.
    PackedFile dense;
    dense.object_stream(3, "1 0 ", "[" + std::string(9'000'000, '[') + "]", 1);
    dense.entries[1] = PackedFile::in_stream(3, 0);
    dense.entries[2] = PackedFile::in_file(9);
    CHECK(outcome(dense.finished()) == "limit.expansion");
}

TEST_CASE("cross-reference streams that lie in each other are not read for ever") {
    // Each is told to reach to the end of the file, over all the others.
    constexpr int count = 5'000;
    const std::string entry = PackedFile::in_file(9);
    std::vector<std::string> heads;
    std::size_t size = 9;
    for (int i = 0; i < count; ++i) {
        const std::string before = std::to_string(size);
        heads.push_back("1 0 obj <</Type/XRef/W[1 4 1]/Index[1 1]/Size 2/Prev " + std::string(8 - before.size(), '0') +
                        before + "/Length 00000000>>\nstream\n" + entry);
        size += heads.back().size();
    }
    std::string bytes = "%PDF-1.7\n";
    std::size_t last = 0;
    for (int i = 0; i < count; ++i) {
        last = bytes.size();
        std::string head = heads[static_cast<std::size_t>(i)];
        const std::string before = std::to_string(i == 0 ? 0 : last - heads[0].size());
        head.replace(head.find("/Prev ") + 6, 8, std::string(8 - before.size(), '0') + before);
        const std::string length = std::to_string(size - last - head.find(entry));
        head.replace(head.find("/Length ") + 8, 8, std::string(8 - length.size(), '0') + length);
        bytes += head;
    }
    bytes += "startxref\n" + std::to_string(last) + "\n%%EOF\n";
    CHECK(outcome(bytes) == "pdf.unreadable");
}
