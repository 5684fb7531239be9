#include "core/batch/mapped_file.h"
#include "core/batch/store.h"
#include "core/batch/tar_member.h"
#include "core/edge/libzstd/zstd_frames.h"
#include "core/host/system_error.h"
#include "galley/try.h"

namespace galley::batch {

namespace {

constexpr int zstd_level = 3;  // the committer is one thread: it must keep up with many workers

class TarStore final : public Store {
public:
    TarStore(AppendFile file, std::unique_ptr<ZstdFrames> frames, const RunHeader& header, const JournalExtent& extent)
        : file_(std::move(file)),
          frames_(std::move(frames)),
          clock_(header.clock),
          records_per_frame_(header.records_per_frame),
          position_(extent.tar_end) {}

    [[nodiscard]] Result<> put(StoryResult&& result, std::string& journal) override {
        const std::uint64_t begin = position_;
        for (const Output& output : result.outputs) {
            header_.clear();
            append_tar_header(output.path, output.bytes.size(), clock_, header_);
            GALLEY_CHECK(add(header_));
            GALLEY_CHECK(add(output.bytes));
            GALLEY_CHECK(add(std::string_view(zeros, tar_padding(output.bytes.size()))));
        }
        result.record.append(TarRange{begin, position_}, journal);
        ++in_frame_;
        return frames_ && in_frame_ == records_per_frame_ ? end_frame() : Result<>();
    }

    [[nodiscard]] Result<> commit(std::uint64_t, bool durable) override { return file_.commit(durable); }

    [[nodiscard]] Result<> finish(bool durable) override {
        if (frames_ && in_frame_ > 0) {
            GALLEY_CHECK(end_frame());
        }
        GALLEY_CHECK(add(std::string_view(zeros, tar_end_size)));
        if (frames_) {
            GALLEY_CHECK(end_frame());
        }
        return file_.commit(durable);
    }

private:
    static constexpr char zeros[tar_end_size] = {};

    Result<> add(std::string_view bytes) {
        position_ += bytes.size();
        if (!frames_) {
            return file_.add(bytes);
        }
        const std::size_t before = file_.buffer().size();
        GALLEY_CHECK(frames_->add(bytes, file_.buffer()));
        return file_.added(before);
    }

    Result<> end_frame() {
        in_frame_ = 0;
        const std::size_t before = file_.buffer().size();
        GALLEY_CHECK(frames_->end_frame(file_.buffer()));
        return file_.added(before);
    }

    AppendFile file_;
    std::unique_ptr<ZstdFrames> frames_;  // null: not compressed
    std::int64_t clock_;
    std::uint32_t records_per_frame_;
    std::uint32_t in_frame_ = 0;
    std::uint64_t position_;  // in the tar, before compression
    std::string header_;
};

/// Bytes of the file that hold the first `frames` frames.
Result<std::uint64_t> size_of_frames(const std::string& path, std::uint64_t frames) {
    GALLEY_TRY(const MappedFile file, MappedFile::open(path));
    std::uint64_t size = 0;
    for (; frames > 0; --frames) {
        const auto frame = zstd_frame_size(file.bytes().substr(size));
        if (!frame) {
            return file.bytes().size() + 1;
        }
        size += *frame;
    }
    return size;
}

}  // namespace

Result<std::unique_ptr<Store>> open_tar_store(const BatchDestination& destination, const RunHeader& header,
                                              const JournalExtent& extent) {
    const bool compressed = header.form == BatchForm::tar_zstd;
    std::uint64_t size = extent.tar_end;
    if (extent.records > 0) {
        GALLEY_TRY(const MappedFile file, MappedFile::open(destination.path));
        if (compressed) {
            GALLEY_TRY(size, size_of_frames(destination.path, extent.records / header.records_per_frame));
        }
        if (size > file.bytes().size()) {
            return fail({.cause = Cause::output,
                         .code = "batch.damaged-target",
                         .message = "'" + destination.path + "' holds less than its journal tells",
                         .where = {.source = destination.path},
                         .hints = {"bring it back from a copy, or start anew in another place"}});
        }
    }
    GALLEY_TRY(AppendFile file, AppendFile::open(destination.path, size));
    return std::make_unique<TarStore>(std::move(file), compressed ? ZstdFrames::create(zstd_level) : nullptr, header,
                                      extent);
}

}  // namespace galley::batch
