#include "core/host/descriptor.h"
#include "core/host/file_sink.h"
#include "core/host/file_source.h"
#include "core/host/system_error.h"
#include "galley/host.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <mutex>

namespace galley {

namespace {

class SystemHost final : public Host {
public:
    explicit SystemHost(std::chrono::sys_seconds now) : now_(now) {}

    ~SystemHost() override {
        for (const auto& [path, bytes] : mapped_) {
            if (!bytes.empty()) {
                ::munmap(const_cast<char*>(bytes.data()), bytes.size());
            }
        }
    }

    [[nodiscard]] std::chrono::sys_seconds now() const override { return now_; }

    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open_source(const std::string& path) const override {
        return open_file_source(path);
    }

    [[nodiscard]] Result<std::unique_ptr<Sink>> open_sink(const std::string& path, SinkOptions options) const override {
        return open_file_sink(path, options);
    }

    [[nodiscard]] Result<std::string_view> load(const std::string& path) const override {
        const std::scoped_lock lock(mutex_);
        if (const auto known = mapped_.find(path); known != mapped_.end()) {
            return known->second;
        }
        const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        struct stat status {};
        if (!file || ::fstat(file.get(), &status) != 0) {
            return fail(input_error(path, errno));
        }
        if (S_ISDIR(status.st_mode)) {
            return fail(input_error(path, EISDIR));
        }
        const auto size = static_cast<std::size_t>(status.st_size);
        if (size == 0) {
            return mapped_.emplace(path, std::string_view()).first->second;
        }
        void* memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
        if (memory == MAP_FAILED) {
            return fail(input_error(path, errno));
        }
        return mapped_.emplace(path, std::string_view(static_cast<const char*>(memory), size)).first->second;
    }

    [[nodiscard]] std::vector<std::string> font_folders() const override {
        return {"/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto", "/usr/local/share/fonts",
                "/usr/share/fonts"};
    }

private:
    std::chrono::sys_seconds now_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, std::string_view> mapped_;
};

}  // namespace

Result<std::chrono::sys_seconds> run_instant() {
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (epoch == nullptr || *epoch == '\0') {
        return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    }
    const std::string_view text(epoch);
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    // Beyond the year 9999 no format of ours can write the date.
    const bool fits =
        error == std::errc() && end == text.data() + text.size() && seconds >= 0 && seconds < 253'402'300'800;
    if (!fits) {
        return fail(
            {.cause = Cause::usage,
             .code = "clock.bad-epoch",
             .message = "SOURCE_DATE_EPOCH is '" + std::string(text) + "', which is no number of seconds since 1970",
             .hints = {"set it like SOURCE_DATE_EPOCH=1767312000, or unset it"}});
    }
    return std::chrono::sys_seconds{std::chrono::seconds{seconds}};
}

std::unique_ptr<Host> system_host(std::chrono::sys_seconds now) { return std::make_unique<SystemHost>(now); }

}  // namespace galley
