#include "core/batch/stored_outputs.h"

#include "core/batch/mapped_file.h"
#include "core/batch/tar_member.h"
#include "core/edge/libzstd/zstd_frames.h"
#include "galley/digest.h"
#include "galley/try.h"

#include <optional>

namespace galley::batch {

namespace {

constexpr std::uint64_t largest_frame = std::uint64_t{8} << 30;

std::unexpected<Diagnostic> wrong(const char* code, const std::string& path, const std::string& what) {
    return fail({.cause = Cause::output,
                 .code = code,
                 .message = "'" + path + "' " + what,
                 .where = {.source = path},
                 .hints = {"bring it back from a copy, or make it again from the source"}});
}

std::unexpected<Diagnostic> missing(const std::string& path) {
    return wrong("verify.missing", path, "is in the journal and not there");
}

class FolderOutputs final : public StoredOutputs {
public:
    explicit FolderOutputs(std::string root) : root_(std::move(root)) {}

private:
    [[nodiscard]] Result<std::string_view> bytes_of(const Record& record, std::size_t output) override {
        auto file = MappedFile::open(root_ + "/" + record.outputs[output].path);
        if (!file) {
            return missing(record.outputs[output].path);
        }
        file_.emplace(std::move(*file));
        return file_->bytes();
    }

    std::string root_;
    std::optional<MappedFile> file_;
};

/// Finds a member by the range of its story: headers are made again and compared, so nothing in a tar goes unchecked.
class TarOutputs : public StoredOutputs {
public:
    TarOutputs(MappedFile file, std::int64_t clock) : file_(std::move(file)), clock_(clock) {}

protected:
    [[nodiscard]] const MappedFile& file() const { return file_; }
    /// The bytes of the tar from `begin` to `end`; shorter when there are fewer.
    [[nodiscard]] virtual Result<std::string_view> range(std::uint64_t begin, std::uint64_t end) {
        const std::string_view all = file_.bytes();
        return begin >= all.size() ? std::string_view() : all.substr(begin, end - begin);
    }

private:
    [[nodiscard]] Result<std::string_view> bytes_of(const Record& record, std::size_t output) override {
        const TarRange whole = record.range.value_or(TarRange());
        GALLEY_TRY(std::string_view rest, range(whole.begin, whole.end));
        for (std::size_t at = 0; at <= output; ++at) {
            const RecordedOutput& one = record.outputs[at];
            header_.clear();
            append_tar_header(one.path, one.bytes, clock_, header_);
            const std::uint64_t size = header_.size() + one.bytes + tar_padding(one.bytes);
            if (rest.size() < size) {
                return missing(one.path);
            }
            if (!rest.starts_with(header_)) {
                return wrong("verify.changed", one.path, "has another header in the tar than it was given");
            }
            if (at == output) {
                return rest.substr(header_.size(), one.bytes);
            }
            rest.remove_prefix(size);
        }
        return missing(record.outputs[output].path);
    }

    MappedFile file_;
    std::int64_t clock_;
    std::string header_;
};

/// The same in zstd frames, one of which is unpacked at a time.
class CompressedTarOutputs final : public TarOutputs {
public:
    using TarOutputs::TarOutputs;

private:
    [[nodiscard]] Result<std::string_view> range(std::uint64_t begin, std::uint64_t end) override {
        while (begin >= frame_begin_ + frame_.size() && next_frame_ < file().bytes().size()) {
            const std::string_view rest = file().bytes().substr(next_frame_);
            const auto size = zstd_frame_size(rest);
            frame_begin_ += frame_.size();
            frame_.clear();
            if (!size) {
                return std::string_view();
            }
            GALLEY_TRY(frame_, read_zstd_frame(rest.substr(0, *size), largest_frame));
            next_frame_ += *size;
        }
        const std::string_view all = frame_;
        const bool inside = begin >= frame_begin_ && begin < frame_begin_ + all.size();
        return inside ? all.substr(begin - frame_begin_, end - begin) : std::string_view();
    }

    std::string frame_;
    std::uint64_t frame_begin_ = 0;
    std::uint64_t next_frame_ = 0;
};

}  // namespace

Result<std::unique_ptr<StoredOutputs>> StoredOutputs::open(const BatchDestination& destination,
                                                           const RunHeader& header) {
    if (header.form == BatchForm::folder || header.form == BatchForm::bag) {
        return std::make_unique<FolderOutputs>(destination.path);
    }
    GALLEY_TRY(MappedFile file, MappedFile::open(destination.path));
    if (header.form == BatchForm::tar) {
        return std::make_unique<TarOutputs>(std::move(file), header.clock);
    }
    return std::make_unique<CompressedTarOutputs>(std::move(file), header.clock);
}

Result<std::string_view> StoredOutputs::read(const Record& record, std::size_t output) {
    const RecordedOutput& recorded = record.outputs[output];
    GALLEY_TRY(const std::string_view bytes, bytes_of(record, output));
    if (bytes.size() != recorded.bytes || hex(sha256(bytes)) != recorded.sha256) {
        return wrong("verify.changed", recorded.path, "has other bytes than the journal says");
    }
    return bytes;
}

}  // namespace galley::batch
