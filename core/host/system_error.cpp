#include "core/host/system_error.h"

#include <cerrno>
#include <system_error>

namespace galley {

namespace {

/// The C library's sentence for an error, in English whatever the locale.
std::string sentence(int error) { return std::generic_category().message(error); }

Diagnostic about(const std::string& path, Cause cause, std::string code, std::string message, std::string hint) {
    return {.cause = cause,
            .code = std::move(code),
            .message = std::move(message),
            .where = {.source = path},
            .hints = {std::move(hint)}};
}

}  // namespace

Diagnostic input_error(const std::string& path, int error) {
    const std::string quoted = "'" + path + "'";
    switch (error) {
        case ENOENT:
        case ENOTDIR:
            return about(path, Cause::missing_input, "input.missing", "there is no file " + quoted, "check the name");
        case EACCES:
        case EPERM:
            return about(path, Cause::missing_input, "input.permission", "no permission to read " + quoted,
                         "change its permissions");
        case EISDIR:
            return about(path, Cause::missing_input, "input.is-directory", quoted + " is a folder, not a file",
                         "name the files in it");
        default:
            return about(path, Cause::input, "input.read-failed", quoted + " cannot be read: " + sentence(error),
                         "check the disk or the connection it lies on");
    }
}

Diagnostic output_error(const std::string& path, int error) {
    const std::string quoted = "'" + path + "'";
    switch (error) {
        case ENOENT:
        case ENOTDIR:
            return about(path, Cause::output, "output.no-folder", "the folder of " + quoted + " does not exist",
                         "make it, or write elsewhere");
        case EACCES:
        case EPERM:
        case EROFS:
            return about(path, Cause::output, "output.permission", "no permission to write " + quoted,
                         "change the folder's permissions, or write elsewhere");
        case EEXIST:
            return about(path, Cause::output, "output.exists", quoted + " exists already",
                         "choose another name, or replace it with --force");
        case EISDIR:
            return about(path, Cause::output, "output.is-directory", quoted + " is a folder, not a file",
                         "name a file in it");
        case ENOSPC:
        case EDQUOT:
            return about(path, Cause::output, "output.full", "no space is left for " + quoted,
                         "free some space, or write elsewhere");
        default:
            return about(path, Cause::output, "output.write-failed", quoted + " cannot be written: " + sentence(error),
                         "check the disk or the connection it lies on");
    }
}

}  // namespace galley
