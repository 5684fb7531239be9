#include "core/host/file_sink.h"

#include "core/host/descriptor.h"
#include "core/host/system_error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <atomic>
#include <cerrno>
#include <cstdio>

namespace galley {

namespace {

constexpr std::size_t buffer_size = 64 * 1024;

/// Writes all of `bytes`; 0 or the error.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return errno;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

/// Beside the target, so that the rename stays in one file system; process and counter keep two writers apart.
std::string part_name(const std::string& path) {
    static std::atomic<unsigned> counter = 0;
    const std::size_t slash = path.find_last_of('/');
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    // A target's own name may fill the 255 bytes a name can have; the start of it is enough to tell whose part it is.
    return (slash == std::string::npos ? "" : path.substr(0, slash + 1)) + '.' + name.substr(0, 200) + '.' +
           std::to_string(::getpid()) + '-' + std::to_string(counter++) + ".part";
}

class FileSink final : public Sink {
public:
    FileSink(std::string path, SinkOptions options)
        : path_(std::move(path)),
          part_(part_name(path_)),
          options_(options) {}

    ~FileSink() override {
        if (file_) {
            file_.close();
        }
        if (has_part_) {
            ::unlink(part_.c_str());
        }
    }

    [[nodiscard]] Result<> open() {
        struct stat status {};
        if (::stat(path_.c_str(), &status) == 0) {
            if (S_ISDIR(status.st_mode)) {
                return fail(output_error(path_, EISDIR));
            }
            if (!options_.replace) {
                return fail(output_error(path_, EEXIST));
            }
        }
        file_ = Descriptor(::open(part_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
        if (!file_) {
            return fail(output_error(path_, errno));
        }
        has_part_ = true;
        return {};
    }

    [[nodiscard]] Result<> write(std::string_view bytes) override {
        if (buffer_.size() + bytes.size() <= buffer_size) {
            buffer_ += bytes;
            return {};
        }
        if (auto flushed = flush(); !flushed) {
            return flushed;
        }
        if (bytes.size() <= buffer_size) {
            buffer_ = bytes;
            return {};
        }
        return check(write_all(file_.get(), bytes));
    }

    [[nodiscard]] Result<> prepare() override {
        if (!file_) {
            return {};
        }
        int error = write_all(file_.get(), buffer_);
        if (error == 0 && options_.durable && ::fsync(file_.get()) != 0) {
            error = errno;
        }
        if (file_.close() != 0 && error == 0) {
            error = errno;
        }
        return check(error);
    }

    [[nodiscard]] Result<> commit() override {
        if (auto prepared = prepare(); !prepared) {
            return prepared;
        }
        if (publish() != 0) {
            return fail(output_error(path_, errno));
        }
        has_part_ = false;
        return options_.durable ? sync_folder() : Result<>();
    }

private:
    [[nodiscard]] Result<> flush() {
        const int error = write_all(file_.get(), buffer_);
        buffer_.clear();
        return check(error);
    }

    [[nodiscard]] Result<> check(int error) const {
        if (error != 0) {
            return fail(output_error(path_, error));
        }
        return {};
    }

    /// Without leave to replace, a target that appeared in the meantime must win: link(2) refuses where rename(2) would
    /// not.
    [[nodiscard]] int publish() const {
        if (options_.replace) {
            return std::rename(part_.c_str(), path_.c_str());
        }
        if (::link(part_.c_str(), path_.c_str()) == 0) {
            return ::unlink(part_.c_str());
        }
        const bool no_hard_links = errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS;
        return no_hard_links ? std::rename(part_.c_str(), path_.c_str()) : -1;
    }

    [[nodiscard]] Result<> sync_folder() const {
        const Descriptor folder(::open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        return check(!folder || ::fsync(folder.get()) != 0 ? errno : 0);
    }

    std::string path_;
    std::string part_;
    SinkOptions options_;
    Descriptor file_;
    bool has_part_ = false;  ///< a file that nobody shall see is on the disk
    std::string buffer_;
};

/// What a stream has taken cannot be taken back, so everything waits for `commit`.
class StreamSink final : public Sink {
public:
    StreamSink(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
    StreamSink(std::string path, Descriptor opened)
        : path_(std::move(path)),
          opened_(std::move(opened)),
          descriptor_(opened_.get()) {}

    [[nodiscard]] Result<> write(std::string_view bytes) override {
        collected_ += bytes;
        return {};
    }

    [[nodiscard]] Result<> commit() override {
        if (const int error = write_all(descriptor_, collected_); error != 0) {
            return fail(output_error(path_, error));
        }
        return {};
    }

private:
    std::string path_;
    Descriptor opened_;
    int descriptor_;
    std::string collected_;
};

}  // namespace

Result<std::unique_ptr<Sink>> open_file_sink(const std::string& path, SinkOptions options) {
    if (path == "-") {
        return std::make_unique<StreamSink>(path, STDOUT_FILENO);
    }
    // A device or a pipe is written to. A rename would put a file in its place: /dev/null would be one.
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) {
        Descriptor opened(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
        if (!opened) {
            return fail(output_error(path, errno));
        }
        return std::make_unique<StreamSink>(path, std::move(opened));
    }
    auto sink = std::make_unique<FileSink>(path, options);
    if (auto opened = sink->open(); !opened) {
        return std::unexpected(opened.error());
    }
    return sink;
}

}  // namespace galley
