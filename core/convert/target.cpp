#include "galley/convert.h"
#include "galley/try.h"

namespace galley {

namespace {

std::unexpected<Diagnostic> cannot(const Format& format, const char* code, const char* verb) {
    return fail({.cause = Cause::usage,
                 .code = code,
                 .message = "format '" + std::string(format.name) + "' cannot be " + verb,
                 .hints = {"choose another format"}});
}

}  // namespace

Result<Target> Target::create(const Format& format, const GivenOptions& given, const Host& host) {
    if (format.make_writer == nullptr) {
        return cannot(format, "format.cannot-write", "written");
    }
    GALLEY_TRY(const OptionValues values, OptionValues::create(format.name, format.options, given));
    GALLEY_TRY(auto writer, format.make_writer(values, host));
    return Target{&format, std::move(writer), values.canonical()};
}

Result<Origin> Origin::create(const Format& format, const GivenOptions& given, const Host& host) {
    if (format.make_reader == nullptr) {
        return cannot(format, "format.cannot-read", "read");
    }
    GALLEY_TRY(const OptionValues values, OptionValues::create(format.name, format.options, given));
    GALLEY_TRY(auto reader, format.make_reader(values, host));
    return Origin{&format, std::move(reader)};
}

}  // namespace galley
