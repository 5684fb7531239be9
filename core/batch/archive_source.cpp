#include "core/batch/item_source.h"
#include "core/edge/libarchive/archive_reader.h"
#include "galley/try.h"

#include <algorithm>
#include <filesystem>

namespace galley::batch {

namespace {

class ArchiveSource final : public ItemSource {
public:
    ArchiveSource(std::unique_ptr<ArchiveReader> archive, std::uint64_t size, std::uint64_t limit)
        : archive_(std::move(archive)),
          size_(size),
          limit_(limit) {}

    [[nodiscard]] Result<bool> next(Item& item) override {
        item.bytes.clear();
        item.path.clear();
        item.refusal.reset();
        do {
            const auto any = ended_ ? Result<bool>(false) : archive_->next(member_);
            if (!any) {
                // What comes behind the damage is lost; that is one failure, and the other sources go on.
                ended_ = true;
                item.name = "rest-of-archive";
                item.refusal = any.error();
                return true;
            }
            if (!*any) {
                return false;
            }
        } while (member_.kind == MemberKind::folder);
        item.name = member_.name;
        if (member_.kind != MemberKind::file) {
            item.refusal = not_a_file(member_.name, member_.kind == MemberKind::link ? "a link" : "no regular file");
        }
        return true;
    }

    [[nodiscard]] Result<> load(Item& item) override {
        if (item.refusal) {
            return {};
        }
        if (auto read = archive_->read(item.bytes, limit_); !read) {
            item.bytes.clear();
            item.refusal = std::move(read).error();
        }
        return {};
    }

    [[nodiscard]] std::optional<double> fraction() const override {
        return size_ == 0 ? std::nullopt
                          : std::optional(
                                std::min(1.0, static_cast<double>(archive_->consumed()) / static_cast<double>(size_)));
    }

private:
    std::unique_ptr<ArchiveReader> archive_;
    ArchiveMember member_;
    std::uint64_t size_;
    std::uint64_t limit_;
    bool ended_ = false;
};

}  // namespace

Result<std::unique_ptr<ItemSource>> archive_source(const std::string& path, std::uint64_t limit) {
    GALLEY_TRY(auto archive, ArchiveReader::open(path));
    std::error_code unknown;
    const std::uintmax_t size = path == "-" ? 0 : std::filesystem::file_size(path, unknown);
    return std::make_unique<ArchiveSource>(std::move(archive), unknown ? 0 : size, limit);
}

}  // namespace galley::batch
