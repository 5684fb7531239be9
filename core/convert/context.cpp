#include "galley/context.h"

#include "core/convert/render_cache.h"
#include "galley/convert.h"
#include "galley/registry.h"
#include "galley/try.h"

#include <optional>

namespace galley {

namespace {

std::unexpected<Diagnostic> absent(std::string_view media_type, const char* what) {
    return fail({.code = "format.absent",
                 .message = "no format at hand " + std::string(what) + " " + std::string(media_type),
                 .hints = {"register one that does, or leave it out"}});
}

std::unexpected<Diagnostic> too_nested(std::uint32_t limit) {
    return fail({.code = "limit.nesting",
                 .message = "formats stand inside formats more than " + std::to_string(limit) + " deep",
                 .hints = {"embed fewer renditions"}});
}

/// Counts one level of formats inside formats for as long as it lives.
class Level {
public:
    explicit Level(std::uint32_t& depth) : depth_(depth) { ++depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    ~Level() { --depth_; }

private:
    std::uint32_t& depth_;
};

}  // namespace

Context::Context(const Registry& registry, const Host& host, Limits limits, std::stop_token stop)
    : registry_(registry),
      host_(host),
      limits_(limits),
      stop_(std::move(stop)),
      rendered_(std::make_unique<RenderCache>()) {}

Context::~Context() = default;

Diagnostic Context::stopped() {
    return {.cause = Cause::cancelled,
            .code = "job.stopped",
            .message = "the work was stopped before it was done",
            .hints = {"run it again to finish it"}};
}

Result<std::string_view> Context::render(const Document& document, std::string_view media_type) {
    if (nesting_ >= limits_.nesting) {
        return too_nested(limits_.nesting);
    }
    const Format* format = registry_.find_media_type(media_type);
    if (format == nullptr || format->make_writer == nullptr) {
        return absent(media_type, "writes");
    }
    auto target = rendered_->targets.find(format->name);
    if (target == rendered_->targets.end()) {
        const auto given = nested_options.find(format->name);
        GALLEY_TRY(Target made,
                   Target::create(*format, given == nested_options.end() ? GivenOptions{} : given->second, host_));
        target = rendered_->targets.emplace(format->name, std::move(made)).first;
    }
    const Level level(nesting_);
    return galley::render(rendered_->original_of(document), target->second, ConvertOptions{}, *this);
}

Result<Document> Context::read(std::string_view name, std::string_view bytes, std::string_view media_type) {
    if (nesting_ >= limits_.nesting) {
        return too_nested(limits_.nesting);
    }
    const Format* format = registry_.find_media_type(media_type);
    if (format == nullptr || format->make_reader == nullptr) {
        return absent(media_type, "reads");
    }
    const auto given = nested_options.find(format->name);
    GALLEY_TRY(const Origin origin,
               Origin::create(*format, given == nested_options.end() ? GivenOptions{} : given->second, host_));
    const Level level(nesting_);
    std::optional<Document> first;
    const auto source = memory_source(std::string(name), bytes);
    GALLEY_CHECK(origin.reader->read(
        *source,
        [&](Document&& story) -> Result<> {
            if (!first) {
                first = std::move(story);
            }
            return {};
        },
        *this));
    if (!first) {
        return fail({.code = "format.no-story",
                     .message = "'" + std::string(name) + "' holds no story",
                     .where = {.source = std::string(name)},
                     .hints = {"check that it is what its name says"}});
    }
    return std::move(*first);
}

void Context::forget(const Document& document) { rendered_->forget(document); }

}  // namespace galley
