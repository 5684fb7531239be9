#include "core/batch/append_file.h"

#include "core/host/system_error.h"
#include "galley/try.h"

#include <fcntl.h>
#include <cerrno>
#include <cstdio>

namespace galley::batch {

namespace {

constexpr std::size_t flush_at = 1 << 20;
constexpr std::size_t passed_on_at = 16 << 10;  // what is as large is not worth a copy into the buffer

}  // namespace

int write_fully(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return errno;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written < 0 ? 0 : written));
    }
    return 0;
}

Result<AppendFile> AppendFile::open(const std::string& path, std::uint64_t size) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
    if (!file || ::ftruncate(file.get(), static_cast<off_t>(size)) != 0 ||
        ::lseek(file.get(), static_cast<off_t>(size), SEEK_SET) < 0) {
        return fail(output_error(path, errno));
    }
    return AppendFile(path, std::move(file), size);
}

Result<> AppendFile::add(std::string_view bytes) {
    if (bytes.size() >= passed_on_at) {
        size_ += bytes.size();
        return flush_with(bytes);
    }
    const std::size_t before = buffer_.size();
    buffer_ += bytes;
    return added(before);
}

Result<> AppendFile::added(std::size_t size_before) {
    size_ += buffer_.size() - size_before;
    return buffer_.size() >= flush_at ? flush_with({}) : Result<>();
}

Result<> AppendFile::commit(bool durable) {
    GALLEY_CHECK(flush_with({}));
    if (durable && ::fdatasync(file_.get()) != 0) {
        return fail(output_error(path_, errno));
    }
    return {};
}

Result<> AppendFile::flush_with(std::string_view bytes) {
    int error = write_fully(file_.get(), buffer_);
    error = error != 0 ? error : write_fully(file_.get(), bytes);
    buffer_.clear();
    if (error != 0) {
        return fail(output_error(path_, error));
    }
    return {};
}

Result<> rename_into_place(const std::string& from, const std::string& to) {
    if (std::rename(from.c_str(), to.c_str()) != 0) {
        return fail(output_error(to, errno));
    }
    return {};
}

Result<> replace_file(const std::string& path, std::string_view bytes, bool durable) {
    const std::string part = path + ".part";
    Descriptor file(::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    int error = file ? write_fully(file.get(), bytes) : errno;
    if (error == 0 && durable && ::fdatasync(file.get()) != 0) {
        error = errno;
    }
    if (file && file.close() != 0 && error == 0) {
        error = errno;
    }
    if (error != 0) {
        return fail(output_error(path, error));
    }
    return rename_into_place(part, path);
}

}  // namespace galley::batch
