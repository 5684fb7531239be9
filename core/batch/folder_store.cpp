#include "core/batch/journal_reader.h"
#include "core/batch/pending_outputs.h"
#include "core/batch/store.h"
#include "core/host/system_error.h"
#include "galley/try.h"

#include <fcntl.h>
#include <cerrno>
#include <filesystem>
#include <set>

namespace galley::batch {

namespace {

/// Makes files below one folder. Consecutive files are mostly neighbours, so the folder of the last one stays open.
class FileMaker {
public:
    explicit FileMaker(std::string root) : root_(std::move(root)) {}

    Result<> make(const std::string& path, std::string_view bytes) {
        const std::size_t slash = path.rfind('/');
        GALLEY_CHECK(enter(slash == std::string::npos ? std::string_view() : std::string_view(path).substr(0, slash)));
        const char* name = path.c_str() + (slash == std::string::npos ? 0 : slash + 1);
        Descriptor file(::openat(folder_.get(), name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
        int error = file ? write_fully(file.get(), bytes) : errno;
        if (file && file.close() != 0 && error == 0) {
            error = errno;
        }
        if (error != 0) {
            return fail(output_error(root_ + "/" + path, error));
        }
        return {};
    }

private:
    Result<> enter(std::string_view folder) {
        if (folder_ && folder == name_) {
            return {};
        }
        name_ = folder;
        const std::string path = root_ + "/" + name_;
        folder_ = Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!folder_ && errno == ENOENT) {
            std::error_code error;
            std::filesystem::create_directories(path, error);
            folder_ = Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        }
        if (!folder_) {
            return fail(output_error(path, errno));
        }
        return {};
    }

    std::string root_;
    std::string name_;
    Descriptor folder_;
};

class FolderStore final : public Store {
public:
    FolderStore(BatchDestination destination, std::string journal, PendingOutputs pending, Descriptor root)
        : destination_(std::move(destination)),
          journal_(std::move(journal)),
          pending_(std::move(pending)),
          root_(std::move(root)),
          maker_(destination_.path) {}

    [[nodiscard]] Result<> put(StoryResult&& result, std::string& journal) override {
        result.record.append(std::nullopt, journal);
        for (Output& output : result.outputs) {
            announced_.paths.push_back(std::move(output.path));
            bytes_.push_back(std::move(output.bytes));
        }
        return {};
    }

    [[nodiscard]] Result<> commit(std::uint64_t journal_size, bool durable) override {
        announced_.journal_size = journal_size;
        GALLEY_CHECK(pending_.announce(announced_, durable));
        auto made = make_files();
        if (made && durable && ::syncfs(root_.get()) != 0) {
            made = fail(output_error(destination_.path, errno));
        }
        if (!made) {
            // They have no record; on a full disk their space helps whoever has to tidy up.
            for (const std::string& path : announced_.paths) {
                ::unlink((destination_.path + "/" + path).c_str());
            }
            static_cast<void>(pending_.announce({.journal_size = journal_size}, false));
        }
        announced_.paths.clear();
        bytes_.clear();
        return made;
    }

    [[nodiscard]] bool journal_belongs_inside() const override { return destination_.form == BatchForm::bag; }

    [[nodiscard]] Result<> finish(bool durable) override {
        return destination_.form == BatchForm::bag ? write_bag_tags(destination_, journal_, durable) : Result<>();
    }

private:
    Result<> make_files() {
        for (std::size_t at = 0; at < bytes_.size(); ++at) {
            if (auto made = maker_.make(announced_.paths[at], bytes_[at]); !made) {
                announced_.paths.resize(at + (made.error().code == "output.exists" ? 0 : 1));
                return made;
            }
        }
        return {};
    }

    BatchDestination destination_;
    std::string journal_;
    PendingOutputs pending_;
    Descriptor root_;
    FileMaker maker_;
    PendingOutputs::Announced announced_;
    std::vector<std::string> bytes_;
};

/// Removes the announced files that have no record.
Result<> remove_unrecorded(const std::string& root, const std::string& journal,
                           const PendingOutputs::Announced& announced) {
    std::set<std::string> recorded;
    GALLEY_TRY(const auto reader, JournalReader::open(journal));
    if (reader) {
        GALLEY_CHECK(reader->go_to(announced.journal_size));
    }
    while (reader) {
        GALLEY_TRY(const auto record, reader->next());
        if (!record) {
            break;
        }
        for (const RecordedOutput& output : record->outputs) {
            recorded.insert(output.path);
        }
    }
    for (const std::string& path : announced.paths) {
        const std::string file = root + "/" + path;
        if (!recorded.contains(path) && ::unlink(file.c_str()) != 0 && errno != ENOENT && errno != ENOTDIR) {
            return fail(output_error(file, errno));
        }
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<Store>> open_folder_store(const BatchDestination& destination, const StateFolder& state,
                                                 const JournalExtent& extent) {
    const std::string pending_file = state.file("pending");
    const PendingOutputs::Announced announced = PendingOutputs::read(pending_file);
    if (!announced.paths.empty()) {
        GALLEY_CHECK(remove_unrecorded(destination.path, state.journal(), announced));
    }
    GALLEY_TRY(PendingOutputs pending, PendingOutputs::open(pending_file));
    GALLEY_CHECK(pending.announce({.journal_size = extent.size}, true));
    Descriptor root(::open(destination.path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root) {
        return fail(output_error(destination.path, errno));
    }
    return std::make_unique<FolderStore>(destination, state.journal(), std::move(pending), std::move(root));
}

}  // namespace galley::batch
