#include "core/batch/state_folder.h"

#include "core/host/system_error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <cerrno>
#include <filesystem>

namespace galley::batch {

std::string StateFolder::path_for(const BatchDestination& destination) {
    const bool is_file = destination.form == BatchForm::tar || destination.form == BatchForm::tar_zstd;
    return destination.path + (is_file ? ".galley" : "/.galley");
}

Result<StateFolder> StateFolder::lock(const BatchDestination& destination) {
    const std::string path = path_for(destination);
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) {
        return fail(output_error(path, error.value()));
    }
    const std::string file = path + "/lock";
    Descriptor lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (!lock) {
        return fail(output_error(file, errno));
    }
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
        return fail({.cause = Cause::output,
                     .code = "batch.locked",
                     .message = "another run is at work on '" + destination.path + "'",
                     .where = {.source = destination.path},
                     .hints = {"wait for it, or choose another destination"}});
    }
    return StateFolder(path, std::move(lock));
}

}  // namespace galley::batch
