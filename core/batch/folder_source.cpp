#include "core/batch/item_source.h"

#include "core/host/system_error.h"
#include "galley/try.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <algorithm>
#include <cerrno>
#include <string_view>

namespace galley::batch {

namespace {

using Listing = std::unique_ptr<DIR, decltype([](DIR* listing) { ::closedir(listing); })>;

enum class Kind : std::uint8_t { file, folder, link, other };

Kind kind_of(mode_t mode) {
    return S_ISREG(mode) ? Kind::file : S_ISDIR(mode) ? Kind::folder : S_ISLNK(mode) ? Kind::link : Kind::other;
}

Kind kind_of(const dirent& entry, int folder) {
    switch (entry.d_type) {
        case DT_REG: return Kind::file;
        case DT_DIR: return Kind::folder;
        case DT_LNK: return Kind::link;
        case DT_UNKNOWN: break;
        default: return Kind::other;
    }
    struct stat status {};
    return ::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? kind_of(status.st_mode) : Kind::other;
}

/// One folder's names in one piece of memory: a folder of a million files must not cost a million allocations.
class Level {
public:
    static Result<Level> read(const std::string& path, std::size_t prefix) {
        const Listing listing(::opendir(path.c_str()));
        if (!listing) {
            return fail(input_error(path, errno));
        }
        Level level;
        level.prefix_ = prefix;
        while (true) {
            errno = 0;
            const dirent* entry = ::readdir(listing.get());
            if (entry == nullptr) {
                if (errno != 0) {
                    return fail(input_error(path, errno));
                }
                break;
            }
            const std::string_view name = entry->d_name;
            if (name != "." && name != "..") {
                level.add(name, kind_of(*entry, ::dirfd(listing.get())));
            }
        }
        level.sort();
        return level;
    }

    [[nodiscard]] bool at_end() const { return next_ == entries_.size(); }
    [[nodiscard]] std::size_t prefix() const { return prefix_; }
    /// The next name, a folder's with a slash behind.
    std::string_view take(Kind& kind) {
        const Entry& entry = entries_[next_++];
        kind = entry.kind;
        return name_of(entry);
    }

private:
    struct Entry {
        std::uint64_t begin;
        std::uint16_t size;
        Kind kind;
    };

    void add(std::string_view name, Kind kind) {
        const std::size_t begin = names_.size();
        names_ += name;
        if (kind == Kind::folder) {
            names_ += '/';
        }
        entries_.push_back({begin, static_cast<std::uint16_t>(names_.size() - begin), kind});
    }
    [[nodiscard]] std::string_view name_of(const Entry& entry) const {
        return std::string_view(names_).substr(entry.begin, entry.size);
    }
    /// With the slash behind folders' names the order is that of whole paths.
    void sort() {
        std::ranges::sort(entries_, [&](const Entry& a, const Entry& b) { return name_of(a) < name_of(b); });
    }

    std::string names_;
    std::vector<Entry> entries_;
    std::size_t next_ = 0;
    std::size_t prefix_ = 0;
};

class FolderSource final : public ItemSource {
public:
    explicit FolderSource(std::string folder) : path_(std::move(folder)) {
        if (!path_.ends_with('/')) {
            path_ += '/';
        }
        root_ = path_.size();
    }

    [[nodiscard]] Result<bool> next(Item& item) override {
        if (!begun_) {
            begun_ = true;
            if (auto entered = enter(); !entered) {
                return std::unexpected(std::move(entered).error());
            }
        }
        while (!levels_.empty()) {
            Level& level = levels_.back();
            path_.resize(level.prefix());
            if (level.at_end()) {
                levels_.pop_back();
                continue;
            }
            Kind kind{};
            path_ += level.take(kind);
            auto entered = kind == Kind::folder ? enter() : Result<>();
            if (kind == Kind::folder && entered) {
                continue;
            }
            item.bytes.clear();
            item.path = path_;
            item.name.assign(path_, root_);
            item.refusal.reset();
            if (!entered) {
                item.refusal = std::move(entered).error();
                return true;
            }
            if (kind != Kind::file) {
                item.refusal = not_a_file(item.name, kind == Kind::link ? "a symbolic link" : "no regular file");
            }
            return true;
        }
        return false;
    }

    [[nodiscard]] Result<> load(Item&) override { return {}; }

private:
    Result<> enter() {
        GALLEY_TRY(Level level, Level::read(path_, path_.size()));
        levels_.push_back(std::move(level));
        return {};
    }

    std::string path_;
    std::size_t root_ = 0;
    bool begun_ = false;
    std::vector<Level> levels_;
};

class OneItem final : public ItemSource {
public:
    OneItem(std::string path, std::string name, std::optional<Diagnostic> refusal)
        : path_(std::move(path)),
          name_(std::move(name)),
          refusal_(std::move(refusal)) {}

    [[nodiscard]] Result<bool> next(Item& item) override {
        if (given_) {
            return false;
        }
        given_ = true;
        item.bytes.clear();
        item.path = path_;
        item.name = name_;
        item.refusal = refusal_;
        return true;
    }
    [[nodiscard]] Result<> load(Item&) override { return {}; }

private:
    std::string path_;
    std::string name_;
    std::optional<Diagnostic> refusal_;
    bool given_ = false;
};

}  // namespace

Diagnostic not_a_file(const std::string& name, const char* what) {
    return {.severity = Severity::info,
            .code = "batch.not-a-file",
            .message = "'" + name + "' is " + what + " and was passed over",
            .where = {.source = name},
            .hints = {"name what it points to, if that is wanted"}};
}

std::unique_ptr<ItemSource> folder_source(std::string folder) {
    return std::make_unique<FolderSource>(std::move(folder));
}

std::unique_ptr<ItemSource> file_source(std::string path, std::string name) {
    return std::make_unique<OneItem>(std::move(path), std::move(name), std::nullopt);
}

std::unique_ptr<ItemSource> refused_source(std::string name, Diagnostic refusal) {
    return std::make_unique<OneItem>(std::string(), std::move(name), std::move(refusal));
}

}  // namespace galley::batch
