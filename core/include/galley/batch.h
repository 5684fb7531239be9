#pragma once

#include "galley/convert.h"
#include "galley/diagnostic.h"
#include "galley/digest.h"
#include "galley/export.h"
#include "galley/host.h"
#include "galley/limits.h"
#include "galley/registry.h"
#include "galley/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace GALLEY_API galley {

/// What a batch makes.
enum class BatchForm : std::uint8_t {
    folder,    ///< a tree of files
    tar,       ///< one POSIX tar (pax) file, stories in the order of the source
    tar_zstd,  ///< the same, in zstd frames that are cut after a fixed number of records
    bag        ///< a BagIt bag (RFC 8493) with the originals and the renditions
};

/// How the files of a folder or bag are laid out.
enum class BatchLayout : std::uint8_t {
    mirror,  ///< like the source: the story's name and the format's extension
    hashed   ///< ab/cd/<32 hexadecimal digits of the name's SHA-256>: no folder grows large
};

struct BatchDestination {
    BatchForm form = BatchForm::folder;
    std::string path{};  ///< the folder, the bag or the tar file
    BatchLayout layout = BatchLayout::mirror;
    std::uint32_t records_per_frame = 256;                        ///< of tar_zstd
    std::vector<std::pair<std::string, std::string>> bag_info{};  ///< elements for bag-info.txt, in their order
};

/// Where the stories come from. A path names a folder (read with all it holds, in the byte order of the names), an
/// archive (tar, plain or compressed with gzip, zstd, xz or bzip2; zip) or a file; "-" is a tar on standard input.
struct BatchSource {
    std::vector<std::string> paths{};
    bool list = false;  ///< besides, read file names from `list_path`
    std::string list_path = "-";
    char list_separator = '\n';          ///< or NUL
    std::vector<std::string> include{};  ///< patterns; empty: everything. See core/batch/glob.h
    std::vector<std::string> exclude{};  ///< patterns; they win
    std::uint32_t shard = 1;  ///< from 1: which share of the stories, told apart by the digest of their names
    std::uint32_t shards = 1;
};

struct BatchSettings {
    BatchSource source{};
    BatchDestination destination{};
    std::vector<Target> targets{};         ///< what each story becomes; of different formats
    std::vector<Target> second_targets{};  ///< the same once more with writers of their own: each story is read and
                                           ///< rendered twice and compared. Empty: once
    ConvertOptions options{};
    std::map<std::string, GivenOptions, std::less<>> nested_options{};
    Limits limits{};
    std::chrono::seconds deadline{600};  ///< for one story, looked at between its stages
    std::uint32_t jobs = 0;              ///< 0: as many as there are cores
    std::uint64_t max_failures = 0;      ///< stop after as many stories failed; 0: never
    bool resume = false;                 ///< go on with what is in the destination; without it that is refused
    bool premis = false;                 ///< beside the renditions of each story, a PREMIS 3 record of what was done
    bool durable = true;                 ///< bring each group of stories to the disk before it is journaled
    bool mark_crashes = false;           ///< take over SIGSEGV and its like, to name the story that crashed the process
    std::optional<Digest>
        configuration{};     ///< SHA-256 of the file that describes the run, for its journal; nothing depends on it
    std::string identity{};  ///< whatever else the outputs depend on, such as the text of a profile: a run is
                             ///< resumed only under the same
};

/// What a run came to, earlier parts of a resumed one included.
struct BatchSummary {
    std::uint64_t records = 0;
    std::uint64_t done = 0;
    std::uint64_t failed = 0;   ///< `invalid` included
    std::uint64_t invalid = 0;  ///< refused by the writers' own checks
    std::uint64_t skipped = 0;  ///< links, devices: what is no story by rule
    std::uint64_t warned = 0;   ///< done, with warnings
    std::uint64_t resumed = 0;  ///< records that an earlier part made
    std::uint64_t output_bytes = 0;
    bool complete = false;  ///< nothing of the source is left to do
};

struct BatchProgress {
    std::uint64_t records = 0;  ///< journaled, earlier parts included
    std::uint64_t failed = 0;
    std::uint64_t resumed = 0;
    std::uint64_t output_bytes = 0;
    std::uint64_t items = 0;           ///< passed by in the source, those of other shards and earlier parts included
    std::optional<double> fraction{};  ///< of the source that was passed by, where it is known
    std::string name{};                ///< the latest story
};

/// A conversion of a whole archive that can be interrupted at any moment, by kill -9 and loss of power, and resumed: a
/// story exists when its record is in the journal, with all its renditions. Outputs and journal are the same bytes
/// whatever the number of jobs and interruptions; memory does not grow with the number of stories but for some 24 bytes
/// each that an earlier part journaled, and 8 each in archives and lists (to tell duplicate names).
///
/// The journal is described in core/batch/JOURNAL.md.
class BatchRun {
public:
    /// Locks the destination, reads the journal and removes what has no record in it. `registry` and `host` must
    /// outlive the run. Fails with `batch.*` and `output.*`: `batch.locked`, `batch.exists` (something is there and
    /// `resume` is not set), `batch.other-run` (made under other settings or another clock), `batch.bad-journal`,
    /// `batch.target-in-source`, `batch.bad-targets`; by `run`, `batch.no-source` and `batch.bad-shard`.
    [[nodiscard]] static Result<std::unique_ptr<BatchRun>> open(BatchSettings settings, const Registry& registry,
                                                                const Host& host);

    BatchRun() = default;
    BatchRun(const BatchRun&) = delete;
    BatchRun& operator=(const BatchRun&) = delete;
    virtual ~BatchRun() = default;

    /// Warnings about earlier parts: stories that crashed the process.
    [[nodiscard]] virtual const Diagnostics& notes() const = 0;

    /// Converts until the source ends, `stop` is requested or too many stories failed. A story that fails is a record
    /// and stops nothing. On `stop`, what is in flight is finished. Called once. Fails when the destination cannot be
    /// written or the source is gone (`batch.source-gone`); the run can be resumed then.
    [[nodiscard]] virtual Result<BatchSummary> run(std::stop_token stop) = 0;

    /// How far the run is. Thread-safe.
    [[nodiscard]] virtual BatchProgress progress() const = 0;

    /// The story that has been worked on for longest, with the seconds since it began; nothing while none is.
    /// Thread-safe.
    struct Oldest {
        std::string name;
        std::chrono::seconds age;
    };
    [[nodiscard]] virtual std::optional<Oldest> oldest() const = 0;

    /// For a watchdog: the next part of the run journals the story called `name` as failed without trying it. The
    /// caller ends the process after it. Thread-safe.
    [[nodiscard]] virtual Result<> give_up(const std::string& name) = 0;
};

/// The clock of the run whose journal belongs to `destination`; nothing when there is none.
/// Fails with `batch.bad-journal` and `input.*`.
[[nodiscard]] Result<std::optional<std::chrono::sys_seconds>> batch_clock(const BatchDestination& destination);

/// One member of a file that describes a run: an option as the command line knows it, with its value or values.
struct BatchConfigEntry {
    std::string key{};
    std::vector<std::string> values{};
    Where where{};
};

/// Reads a YAML mapping of options to values or lists of values. Fails with `yaml.*`, and `batch.bad-config` when it is
/// something else. Thread-safe.
[[nodiscard]] Result<std::vector<BatchConfigEntry>> read_batch_config(std::string_view name, std::string_view yaml);

/// What stands at `path`: a folder, tar or bag that a batch made. Fails with `batch.not-a-batch` and `input.*`.
[[nodiscard]] Result<BatchDestination> find_batch(const std::string& path);

struct BatchCheck {
    BatchSummary summary{};
    std::uint64_t checked = 0;  ///< outputs whose size and digest were compared
    std::uint64_t wrong = 0;    ///< outputs that are missing or have other bytes, and files that have no record
};

/// Compares every output with the journal: size and SHA-256 of each, nothing missing, nothing more. `say` gets a
/// `verify.*` diagnostic for whatever is wrong. Fails when it cannot be checked at all.
[[nodiscard]] Result<BatchCheck> verify_batch(const std::string& path,
                                              const std::function<void(const Diagnostic&)>& say,
                                              std::stop_token stop = {});

/// Joins the finished shards of one run at `shards` into a destination of the same form at `path`, in the order of the
/// source, with every digest checked: the bytes are those of a run that was never split. Can be interrupted and called
/// again. Fails with `merge.*`, `batch.*`, `verify.*` and `output.*`.
[[nodiscard]] Result<BatchSummary> merge_batches(const std::vector<std::string>& shards, const std::string& path,
                                                 std::stop_token stop = {});

}  // namespace galley
