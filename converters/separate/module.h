#pragma once

#include "galley/format.h"
#include "galley/result.h"

#include <string>
#include <string_view>

namespace galley::separate {

/// The format called `format` of the module galley_`converter`.so, which is loaded at the first call and never
/// unloaded. The module is looked for beside the running program: ../lib/galley, then the installed library folder.
/// Thread-safe. Fails with `module.missing` when it is not there or cannot be loaded, and `module.other-build` when it
/// was built with another version, compiler or set of headers, so that its types could differ.
[[nodiscard]] Result<const Format*> load(std::string_view converter, const std::string& format);

/// A descriptor whose factories load the module. `Converter` has `converter` and `format`, names, and `describe()`,
/// which gives the format without factories. A format that is loaded has a reader, a writer and a validator.
template <class Converter>
const Format& deferred() {
    static const auto loaded = [] { return load(Converter::converter, Converter::format); };
    static const Format format = [] {
        Format made = Converter::describe();
        made.make_reader = [](const OptionValues& options, const Host& host) -> Result<std::unique_ptr<Reader>> {
            const auto found = loaded();
            return found ? (*found)->make_reader(options, host) : fail(found.error());
        };
        made.make_writer = [](const OptionValues& options, const Host& host) -> Result<std::unique_ptr<Writer>> {
            const auto found = loaded();
            return found ? (*found)->make_writer(options, host) : fail(found.error());
        };
        made.validate = [](std::string_view name, std::string_view bytes, std::string_view schemas,
                           Context& context) -> Result<> {
            const auto found = loaded();
            return found ? (*found)->validate(name, bytes, schemas, context) : fail(found.error());
        };
        return made;
    }();
    return format;
}

}  // namespace galley::separate
