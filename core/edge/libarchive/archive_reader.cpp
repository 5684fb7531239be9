#include "core/edge/libarchive/archive_reader.h"

#include "core/host/system_error.h"

#include <archive.h>
#include <archive_entry.h>

#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>

namespace galley {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t block_size = 256 * 1024;
constexpr std::uint64_t largest_piece = 4 << 20;
constexpr std::size_t tar_block = 512;

using Handle = std::unique_ptr<archive, decltype([](archive* handle) { archive_read_free(handle); })>;

/// While one lives the thread is in a locale of UTF-8: libarchive turns names that an archive declares to be UTF-8 into
/// the locale's encoding, and in the C locale loses them.
class Utf8Names {
public:
    Utf8Names() : before_(::uselocale(utf8())) {}
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;
    ~Utf8Names() { ::uselocale(before_); }

private:
    static locale_t utf8() {
        static const locale_t made = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        return made;  // null leaves the thread's locale as it is
    }
    locale_t before_;
};

class LibarchiveReader final : public ArchiveReader {
public:
    LibarchiveReader(std::string path, Handle handle) : path_(std::move(path)), handle_(std::move(handle)) {}

    [[nodiscard]] Result<bool> next(ArchiveMember& member) override {
        const Utf8Names names;
        const int status = archive_read_next_header(handle_.get(), &entry_);
        if (status == ARCHIVE_EOF) {
            return false;
        }
        // A warning is most often about a name that the C locale cannot express; its bytes are there all the same.
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
            return fail(failure("archive.damaged", "'" + path_ + "' is damaged"));
        }
        const char* name = archive_entry_pathname(entry_);
        const char* utf8 = name == nullptr ? archive_entry_pathname_utf8(entry_) : name;
        member.name = utf8 == nullptr ? "" : utf8;
        member.kind = kind();
        return true;
    }

    [[nodiscard]] Result<> read(std::string& bytes, std::uint64_t limit) override {
        bytes.clear();
        if (archive_entry_is_encrypted(entry_) != 0) {
            return fail(failure("archive.encrypted", "a member of '" + path_ + "' is encrypted"));
        }
        while (true) {
            const std::size_t before = bytes.size();
            if (before > limit) {
                return fail({.code = "limit.story-bytes",
                             .message = "a member of '" + path_ + "' has more than " + std::to_string(limit) + " bytes",
                             .where = {.source = path_},
                             .hints = {"raise the limit if the story is really that large"}});
            }
            const la_ssize_t count = read_piece(bytes, stated(), limit);
            if (count < 0) {
                return fail(failure("archive.damaged-member", "a member of '" + path_ + "' cannot be decoded"));
            }
            if (count == 0) {
                return {};
            }
        }
    }

    [[nodiscard]] std::uint64_t consumed() const override {
        return static_cast<std::uint64_t>(std::max<la_int64_t>(archive_filter_bytes(handle_.get(), -1), 0));
    }

private:
    [[nodiscard]] std::uint64_t stated() const {
        return archive_entry_size_is_set(entry_) != 0 ? static_cast<std::uint64_t>(archive_entry_size(entry_)) : 0;
    }

    /// Appends what comes next. What the header states is read in place, bounded, because it may lie; what lies behind
    /// it, mostly nothing, by way of a small buffer, so that `bytes` does not grow for it: a thousand of them wait for
    /// workers.
    la_ssize_t read_piece(std::string& bytes, std::uint64_t stated, std::uint64_t limit) {
        const std::size_t before = bytes.size();
        const std::uint64_t allowed = limit + 1 - before;  // one byte more than the limit tells that there is more
        if (stated <= before) {
            std::array<char, 16 * 1024> piece;
            const la_ssize_t count = archive_read_data(
                handle_.get(), piece.data(), static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), allowed)));
            bytes.append(piece.data(), static_cast<std::size_t>(std::max<la_ssize_t>(count, 0)));
            return count;
        }
        bytes.resize(before + static_cast<std::size_t>(std::min({stated - before, largest_piece, allowed})));
        const la_ssize_t count = archive_read_data(handle_.get(), bytes.data() + before, bytes.size() - before);
        bytes.resize(before + static_cast<std::size_t>(std::max<la_ssize_t>(count, 0)));
        return count;
    }

    [[nodiscard]] MemberKind kind() const {
        if (archive_entry_hardlink(entry_) != nullptr || archive_entry_filetype(entry_) == AE_IFLNK) {
            return MemberKind::link;
        }
        switch (archive_entry_filetype(entry_)) {
            case AE_IFREG: return MemberKind::file;
            case AE_IFDIR: return MemberKind::folder;
            default: return MemberKind::other;
        }
    }

    Diagnostic failure(const char* code, const std::string& message) const {
        const char* reason = archive_error_string(handle_.get());
        return {.code = code,
                .message = message + (reason == nullptr ? "" : ": " + std::string(reason)),
                .where = {.source = path_},
                .hints = {"fetch the archive again, or unpack what can be saved and name the folder"}};
    }

    std::string path_;
    Handle handle_;
    archive_entry* entry_ = nullptr;  // owned by the handle
};

Handle make_handle(bool seekable) {
    Handle handle(archive_read_new());
    archive_read_support_filter_gzip(handle.get());
    archive_read_support_filter_zstd(handle.get());
    archive_read_support_filter_xz(handle.get());
    archive_read_support_filter_bzip2(handle.get());
    archive_read_support_format_tar(handle.get());
    archive_read_support_format_gnutar(handle.get());
    archive_read_support_format_empty(handle.get());
    if (seekable) {
        // The streaming reader of zip cannot tell links from files: their kind stands in the directory at the end.
        archive_read_support_format_zip_seekable(handle.get());
    }
    return handle;
}

}  // namespace

bool ArchiveReader::recognises(std::string_view head) {
    constexpr std::string_view magics[] = {"\x1f\x8b"sv, "\x28\xb5\x2f\xfd"sv, "\xfd\x37zXZ\0"sv,
                                           "BZh"sv,      "PK\x03\x04"sv,       "PK\x05\x06"sv};
    for (const std::string_view magic : magics) {
        if (head.starts_with(magic)) {
            return true;
        }
    }
    // A tar without members is nothing but zeros.
    const bool is_empty_tar = head.size() >= tar_block && head.find_first_not_of('\0') == std::string_view::npos;
    return is_empty_tar || (head.size() >= 262 && head.substr(257, 5) == "ustar");
}

Result<std::unique_ptr<ArchiveReader>> ArchiveReader::open(const std::string& path) {
    const bool standard_input = path == "-";
    struct stat status {};
    if (!standard_input && ::stat(path.c_str(), &status) != 0) {
        return fail(input_error(path, errno));
    }
    Handle handle = make_handle(!standard_input);
    const int opened = standard_input ? archive_read_open_fd(handle.get(), STDIN_FILENO, block_size)
                                      : archive_read_open_filename(handle.get(), path.c_str(), block_size);
    if (opened != ARCHIVE_OK) {
        const char* reason = archive_error_string(handle.get());
        return fail({.code = "archive.unreadable",
                     .message = "'" + path + "' cannot be read as an archive" +
                                (reason == nullptr ? "" : ": " + std::string(reason)),
                     .where = {.source = path},
                     .hints = {"tar (plain, gzip, zstd, xz, bzip2) and zip can be read; zip not from standard input"}});
    }
    return std::make_unique<LibarchiveReader>(path, std::move(handle));
}

}  // namespace galley
