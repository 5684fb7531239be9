#include "converters/separate/module.h"

#include <dlfcn.h>
#include <array>
#include <filesystem>

namespace galley::separate {
namespace {

using Entry = const Format* (*)(const char* build, const char* format);

/// Where a module can be, the build tree's place first. Both are relative to the program, so that an installation can
/// be moved.
std::array<std::filesystem::path, 2> folders() {
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
    return {program / "../lib/galley", program / ".." / GALLEY_LIBRARY_FOLDER / "galley"};
}

Diagnostic missing(const std::string& file, const char* reason) {
    return {
        .cause = Cause::internal,
        .code = "module.missing",
        .message = "cannot load " + file + ": " + (reason != nullptr ? reason : "it is in none of the library folders"),
        .hints = {"install it as " + (folders().back() / file).lexically_normal().string()}};
}

}  // namespace

Result<const Format*> load(std::string_view converter, const std::string& format) {
    const std::string file = "galley_" + std::string(converter) + ".so";
    for (const auto& folder : folders()) {
        std::error_code ignored;
        const auto path = folder / file;
        if (!std::filesystem::exists(path, ignored)) {
            continue;
        }
        // Lazy: PoDoFo and ICU have thousands of symbols, and a conversion calls some dozens of them.
        void* const module = dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL);
        if (module == nullptr) {
            return fail(missing(file, dlerror()));
        }
        const auto entry = reinterpret_cast<Entry>(dlsym(module, "galley_module_format"));
        const Format* const found = entry != nullptr ? entry(GALLEY_BUILD, format.c_str()) : nullptr;
        if (found == nullptr) {
            return fail(
                {.cause = Cause::internal,
                 .code = "module.other-build",
                 .message = path.lexically_normal().string() + " belongs to another build of Galley than this program",
                 .hints = {"install the program and its modules together"}});
        }
        return found;
    }
    return fail(missing(file, nullptr));
}

}  // namespace galley::separate
