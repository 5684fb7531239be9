#include "core/batch/journal_reader.h"
#include "core/batch/mapped_file.h"
#include "core/batch/store.h"
#include "galley/digest.h"
#include "galley/try.h"

#include <chrono>
#include <filesystem>

namespace galley::batch {

namespace {

/// RFC 8493, 2.1.3: '%', CR and LF in a path are percent-encoded. Output paths contain none of them; see item_name.h.
void append_manifest_line(std::string_view digest, std::string_view path, std::string& to) {
    to += digest;
    to += "  ";
    to += path;
    to += '\n';
}

/// A manifest written in pieces; it may have as many lines as there are outputs. Published by rename.
class Manifest {
public:
    static Result<Manifest> open(const std::string& path) {
        GALLEY_TRY(AppendFile file, AppendFile::open(path + ".part", 0));
        return Manifest(path, std::move(file));
    }
    Result<> add(std::string_view digest, std::string_view path) {
        const std::size_t before = file_.buffer().size();
        append_manifest_line(digest, path, file_.buffer());
        return file_.added(before);
    }
    Result<> publish(bool durable) {
        GALLEY_CHECK(file_.commit(durable));
        return rename_into_place(path_ + ".part", path_);
    }

private:
    Manifest(std::string path, AppendFile file) : path_(std::move(path)), file_(std::move(file)) {}

    std::string path_;
    AppendFile file_;
};

struct Payload {
    std::uint64_t bytes = 0;
    std::uint64_t files = 0;
};

Result<Payload> write_manifests(const std::string& bag, JournalReader& journal, bool durable) {
    GALLEY_TRY(Manifest sha256_lines, Manifest::open(bag + "/manifest-sha256.txt"));
    GALLEY_TRY(Manifest sha512_lines, Manifest::open(bag + "/manifest-sha512.txt"));
    Payload payload;
    while (true) {
        GALLEY_TRY(const auto record, journal.next());
        if (!record) {
            break;
        }
        for (const RecordedOutput& output : record->outputs) {
            payload.bytes += output.bytes;
            ++payload.files;
            GALLEY_CHECK(sha256_lines.add(output.sha256, output.path));
            GALLEY_CHECK(sha512_lines.add(output.sha512, output.path));
        }
    }
    GALLEY_CHECK(sha256_lines.publish(durable));
    GALLEY_CHECK(sha512_lines.publish(durable));
    return payload;
}

std::string bag_info(const RunHeader& header, const Payload& payload) {
    const auto day = std::chrono::year_month_day(
        std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(header.clock))));
    const auto two = [](unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    std::string text = "Bag-Software-Agent: galley " + header.version +
                       "\nBagging-Date: " + std::to_string(static_cast<int>(day.year())) + "-" +
                       two(static_cast<unsigned>(day.month())) + "-" + two(static_cast<unsigned>(day.day())) +
                       "\nPayload-Oxum: " + std::to_string(payload.bytes) + "." + std::to_string(payload.files) + "\n";
    for (const auto& [name, value] : header.bag_info) {
        text += name + ": " + value + "\n";
    }
    return text;
}

/// The digests of the tag files, the journal among them.
Result<> write_tag_manifests(const std::string& bag, bool durable) {
    std::string sha256_lines;
    std::string sha512_lines;
    for (const char* file :
         {".galley/journal.jsonl", "bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt"}) {
        GALLEY_TRY(const MappedFile bytes, MappedFile::open(bag + "/" + file));
        append_manifest_line(hex(sha256(bytes.bytes())), file, sha256_lines);
        append_manifest_line(hex(sha512(bytes.bytes())), file, sha512_lines);
    }
    GALLEY_CHECK(replace_file(bag + "/tagmanifest-sha256.txt", sha256_lines, durable));
    return replace_file(bag + "/tagmanifest-sha512.txt", sha512_lines, durable);
}

}  // namespace

Result<> write_bag_tags(const BatchDestination& destination, const std::string& journal, bool durable) {
    GALLEY_TRY(const auto reader, JournalReader::open(journal));
    if (!reader) {
        return {};
    }
    GALLEY_TRY(const Payload payload, write_manifests(destination.path, *reader, durable));
    GALLEY_CHECK(replace_file(destination.path + "/bagit.txt",
                              "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", durable));
    GALLEY_CHECK(replace_file(destination.path + "/bag-info.txt", bag_info(reader->header(), payload), durable));
    // RFC 8493, 2.1.2: the payload folder is there even when it is empty.
    std::error_code error;
    std::filesystem::create_directories(destination.path + "/data", error);
    return write_tag_manifests(destination.path, durable);
}

}  // namespace galley::batch
