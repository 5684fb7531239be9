#include "galley/host.h"

#include <algorithm>

namespace galley {

namespace {

class MemorySink final : public Sink {
public:
    explicit MemorySink(std::string& target) : target_(target) {}

    [[nodiscard]] Result<> write(std::string_view bytes) override {
        collected_ += bytes;
        return {};
    }

    [[nodiscard]] Result<> commit() override {
        target_ = std::move(collected_);
        return {};
    }

private:
    std::string& target_;
    std::string collected_;
};

class MemoryHostSink final : public Sink {
public:
    MemoryHostSink(std::map<std::string, std::string>& files, std::string path)
        : files_(files),
          path_(std::move(path)) {}

    [[nodiscard]] Result<> write(std::string_view bytes) override {
        collected_ += bytes;
        return {};
    }

    [[nodiscard]] Result<> commit() override {
        files_[path_] = std::move(collected_);
        return {};
    }

private:
    std::map<std::string, std::string>& files_;
    std::string path_;
    std::string collected_;
};

}  // namespace

std::unique_ptr<Sink> memory_sink(std::string& target) { return std::make_unique<MemorySink>(target); }

Result<std::string_view> MemoryHost::load(const std::string& path) const {
    if (const auto file = files.find(path); file != files.end()) {
        return file->second;
    }
    const bool is_font =
        std::ranges::any_of(fonts, [&](const std::string& folder) { return path.starts_with(folder); });
    if (is_font) {
        if (!disk_) {
            disk_ = system_host(now_);
        }
        return disk_->load(path);
    }
    return fail({.cause = Cause::missing_input,
                 .code = "input.missing",
                 .message = "there is no file '" + path + "'",
                 .where = {.source = path},
                 .hints = {"put it into the host's files"}});
}

Result<std::unique_ptr<ByteSource>> MemoryHost::open_source(const std::string& path) const {
    const auto bytes = load(path);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    return memory_source(path, *bytes);
}

Result<std::unique_ptr<Sink>> MemoryHost::open_sink(const std::string& path, SinkOptions options) const {
    if (files.contains(path) && !options.replace) {
        return fail({.cause = Cause::output,
                     .code = "output.exists",
                     .message = "'" + path + "' exists already",
                     .where = {.source = path},
                     .hints = {"choose another name, or ask to replace it"}});
    }
    return std::make_unique<MemoryHostSink>(files, path);
}

}  // namespace galley
