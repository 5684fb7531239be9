#include "core/batch/pending_outputs.h"

#include "core/batch/append_file.h"
#include "core/batch/mapped_file.h"
#include "core/host/system_error.h"

#include <fcntl.h>
#include <cerrno>
#include <charconv>

namespace galley::batch {

namespace {

/// The next line that has its end; false when there is none. Output paths hold no line ends.
bool take_line(std::string_view& text, std::string_view& line) {
    const std::size_t end = text.find('\n');
    // Blocks that never reached the disk read as zeros.
    if (end == std::string_view::npos || text.substr(0, end).find('\0') != std::string_view::npos) {
        return false;
    }
    line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return true;
}

}  // namespace

PendingOutputs::Announced PendingOutputs::read(const std::string& file) {
    Announced announced;
    const auto mapped = MappedFile::open(file);
    std::string_view text = mapped ? mapped->bytes() : std::string_view();
    std::string_view line;
    if (!take_line(text, line)) {
        return announced;
    }
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), announced.journal_size);
    if (error != std::errc() || end != line.data() + line.size()) {
        return {};
    }
    while (take_line(text, line)) {
        announced.paths.emplace_back(line);
    }
    return announced;
}

Result<PendingOutputs> PendingOutputs::open(const std::string& file) {
    Descriptor opened(::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
    if (!opened) {
        return fail(output_error(file, errno));
    }
    return PendingOutputs(file, std::move(opened));
}

Result<> PendingOutputs::announce(const Announced& announced, bool durable) {
    std::string text = std::to_string(announced.journal_size) + "\n";
    for (const std::string& path : announced.paths) {
        text += path;
        text += '\n';
    }
    int error = ::ftruncate(file_.get(), 0) != 0 || ::lseek(file_.get(), 0, SEEK_SET) != 0
                    ? errno
                    : write_fully(file_.get(), text);
    if (error == 0 && durable && ::fdatasync(file_.get()) != 0) {
        error = errno;
    }
    if (error != 0) {
        return fail(output_error(path_, error));
    }
    return {};
}

}  // namespace galley::batch
