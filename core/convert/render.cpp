#include "core/convert/limited_sink.h"
#include "core/convert/render_cache.h"
#include "core/convert/write_story.h"
#include "galley/convert.h"
#include "galley/try.h"

#include <algorithm>

namespace galley {

namespace {

/// The format's validator over finished bytes. What it calls an error is a fault of the writer's.
Result<> check_fully(std::string_view bytes, const Document& document, const Target& target,
                     const ConvertOptions& options, Context& context) {
    if (target.format->validate == nullptr) {
        return {};
    }
    const std::size_t before = context.diagnostics().size();
    GALLEY_CHECK(target.format->validate(document.source.name, bytes, options.schemas, context));
    const auto found = context.diagnostics().begin() + static_cast<std::ptrdiff_t>(before);
    if (std::none_of(found, context.diagnostics().end(),
                     [](const Diagnostic& one) { return one.severity == Severity::error; })) {
        return {};
    }
    return fail({.cause = Cause::self_check,
                 .code = "convert.invalid-output",
                 .message = "the " + std::string(target.format->name) + " made of '" + document.source.name +
                            "' breaks its own format",
                 .where = {.source = document.source.name},
                 .hints = {"this is a fault of Galley's: please report it with the story"}});
}

}  // namespace

Result<std::string_view> render(const Document& document, const Target& target, const ConvertOptions& options,
                                Context& context) {
    RenderCache& rendered = context.rendered();
    std::string key = RenderCache::key(target);
    if (const std::string* known = rendered.find(document, key)) {
        // It may have been made for the inside of another format, which only the quick check has seen.
        if (options.self_check == SelfCheck::full) {
            GALLEY_CHECK(check_fully(*known, document, target, options, context));
        }
        return *known;
    }
    std::string bytes;
    const auto memory = memory_sink(bytes);
    LimitedSink sink(*memory, context.limits().output_bytes);
    GALLEY_TRY(auto session, target.writer->begin(sink, context));
    GALLEY_CHECK(write_story(document, *target.format, *session, context));
    GALLEY_CHECK(session->end());
    GALLEY_CHECK(sink.commit());
    if (options.self_check == SelfCheck::full) {
        GALLEY_CHECK(check_fully(bytes, document, target, options, context));
    }
    return rendered.keep(document, std::move(key), std::move(bytes));
}

}  // namespace galley
