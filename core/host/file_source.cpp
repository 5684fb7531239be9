#include "core/host/file_source.h"

#include "core/host/descriptor.h"
#include "core/host/system_error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <algorithm>
#include <cerrno>

namespace galley {

namespace {

constexpr std::size_t look_ahead = 64 * 1024;

class FileSource final : public ByteSource {
public:
    FileSource(std::string path, Descriptor file) : path_(std::move(path)), file_(std::move(file)) {}

    [[nodiscard]] const std::string& name() const override { return path_; }

    [[nodiscard]] Result<std::string_view> peek(std::size_t size) override {
        while (ahead_.size() - used_ < size) {
            ahead_.erase(0, used_);
            used_ = 0;
            const std::size_t before = ahead_.size();
            ahead_.resize(std::max(size, look_ahead));
            const auto read = fill(std::span(ahead_).subspan(before));
            ahead_.resize(before + read.value_or(0));
            if (!read) {
                return std::unexpected(read.error());
            }
            if (*read == 0) {
                break;
            }
        }
        return std::string_view(ahead_).substr(used_, size);
    }

    [[nodiscard]] Result<std::size_t> read(std::span<char> buffer) override {
        if (used_ < ahead_.size()) {
            const std::size_t size = std::min(buffer.size(), ahead_.size() - used_);
            std::copy_n(ahead_.data() + used_, size, buffer.data());
            used_ += size;
            return size;
        }
        return fill(buffer);
    }

private:
    Result<std::size_t> fill(std::span<char> buffer) {
        while (true) {
            const ssize_t count = ::read(file_.get(), buffer.data(), buffer.size());
            if (count >= 0) {
                return static_cast<std::size_t>(count);
            }
            if (errno != EINTR) {
                return fail(input_error(path_, errno));
            }
        }
    }

    std::string path_;
    Descriptor file_;
    std::string ahead_;
    std::size_t used_ = 0;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_file_source(const std::string& path) {
    if (path == "-") {
        return std::make_unique<FileSource>(path, Descriptor(::dup(STDIN_FILENO)));
    }
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) {
        return fail(input_error(path, errno));
    }
    struct stat status {};
    if (::fstat(file.get(), &status) == 0 && S_ISDIR(status.st_mode)) {
        return fail(input_error(path, EISDIR));
    }
    return std::make_unique<FileSource>(path, std::move(file));
}

}  // namespace galley
