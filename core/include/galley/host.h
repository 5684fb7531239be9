#pragma once

#include "galley/byte_source.h"
#include "galley/export.h"
#include "galley/result.h"
#include "galley/sink.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace GALLEY_API galley {

/// What `Host::open_sink` does when the target is already there, and how hard it publishes.
struct SinkOptions {
    bool replace = false;  ///< replace an existing file; otherwise `output.exists`
    bool durable = false;  ///< fsync the file and its folder before `commit` returns
};

/// The world outside the program: clock, files, fonts. Everything that is not in the arguments comes through it, so
/// that the same arguments and the same host give the same bytes.
///
/// Thread-safe: one host may serve all threads.
class Host {
public:
    Host() = default;
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;
    virtual ~Host() = default;

    /// The one instant of this run; every call gives the same.
    [[nodiscard]] virtual std::chrono::sys_seconds now() const = 0;

    /// Opens a file; "-" is standard input. Fails with `input.missing`, `input.permission`, `input.is-directory`,
    /// `input.read-failed`.
    [[nodiscard]] virtual Result<std::unique_ptr<ByteSource>> open_source(const std::string& path) const = 0;

    /// Prepares to publish a file; "-" is standard output. Fails with `output.exists`, `output.permission`,
    /// `output.no-folder`, `output.write-failed`.
    [[nodiscard]] virtual Result<std::unique_ptr<Sink>> open_sink(const std::string& path,
                                                                  SinkOptions options) const = 0;

    /// The bytes of a font file or another resource of the system, mapped or read once and valid as long as the host.
    /// Fails like `open_source`.
    [[nodiscard]] virtual Result<std::string_view> load(const std::string& path) const = 0;

    /// Folders that hold fonts, the first one first asked.
    [[nodiscard]] virtual std::vector<std::string> font_folders() const = 0;
};

/// The clock that `--timestamp` or SOURCE_DATE_EPOCH sets; without a value, the system's, read once.
/// Fails with `clock.bad-epoch` when SOURCE_DATE_EPOCH is set and no number of seconds.
[[nodiscard]] Result<std::chrono::sys_seconds> run_instant();

/// The machine's files and fonts, under a clock that stands still at `now`. Files are published by rename in their
/// folder.
[[nodiscard]] std::unique_ptr<Host> system_host(std::chrono::sys_seconds now);

/// A world in memory, for tests and for embedders who want no disk: files are map entries. Not thread-safe while sinks
/// commit.
class MemoryHost final : public Host {
public:
    explicit MemoryHost(std::chrono::sys_seconds now = {}) : now_(now) {}

    mutable std::map<std::string, std::string> files;  ///< what sinks commit appears here
    std::vector<std::string>
        fonts;  ///< what `font_folders` answers; `load` falls back to the machine's files below them

    [[nodiscard]] std::chrono::sys_seconds now() const override { return now_; }
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open_source(const std::string& path) const override;
    [[nodiscard]] Result<std::unique_ptr<Sink>> open_sink(const std::string& path, SinkOptions options) const override;
    [[nodiscard]] Result<std::string_view> load(const std::string& path) const override;
    [[nodiscard]] std::vector<std::string> font_folders() const override { return fonts; }

private:
    std::chrono::sys_seconds now_;
    mutable std::unique_ptr<Host> disk_;  ///< made when a font is first asked for
};

}  // namespace galley
