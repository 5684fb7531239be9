#include "galley/convert.h"
#include "core/convert/limited_sink.h"
#include "core/convert/other_language.h"
#include "core/convert/write_story.h"
#include "galley/try.h"

namespace galley {

namespace {

constexpr std::size_t sniffed = 4096;

const GivenOptions& options_for(const Profile& profile, std::string_view format) {
    static const GivenOptions none;
    const auto given = profile.options.find(format);
    return given == profile.options.end() ? none : given->second;
}

Result<Origin> origin_of(ByteSource& source, const ConvertOptions& options, Context& context) {
    const Format* format = options.from;
    if (format == nullptr) {
        GALLEY_TRY(const std::string_view head, source.peek(sniffed));
        GALLEY_TRY(const Detection detection, detect_format(context.registry(), source.name(), head));
        format = detection.format;
    }
    return Origin::create(*format, options_for(options.profile, format->name), context.host());
}

}  // namespace

Result<> read_stories(ByteSource& source, const ConvertOptions& options, const OnStory& on_story, Context& context) {
    GALLEY_TRY(const Origin origin, origin_of(source, options, context));
    bool any = false;
    GALLEY_CHECK(origin.reader->read(
        source,
        [&](Document&& story) -> Result<> {
            any = true;
            if (context.stop_requested()) {
                return fail(Context::stopped());
            }
            if (options.previous != nullptr) {
                continue_from(*options.previous, story);
            }
            if (auto warning = other_language(options.profile, story)) {
                context.say(std::move(*warning));
            }
            apply(options.profile, story);
            return on_story(std::move(story));
        },
        context));
    if (!any) {
        return fail({.code = "format.no-story",
                     .message = "'" + source.name() + "' holds no story that can be read",
                     .where = {.source = source.name()},
                     .hints = {"see what was said about it before, or name its format with --from"}});
    }
    return {};
}

namespace {

/// A format that holds one story: rendered whole, so that the full check can see it before it goes on.
Result<> convert_one(ByteSource& source, const Target& target, Sink& sink, const ConvertOptions& options,
                     Context& context) {
    bool written = false;
    GALLEY_CHECK(read_stories(
        source, options,
        [&](Document&& story) -> Result<> {
            if (written) {
                return fail({.cause = Cause::usage,
                             .code = "convert.many-stories",
                             .message = "'" + source.name() + "' holds several stories, and " +
                                        std::string(target.format->name) + " holds one",
                             .where = {.source = source.name()},
                             .hints = {"write each to a file of its own, with --output-dir"}});
            }
            GALLEY_TRY(const std::string_view bytes, render(story, target, options, context));
            written = true;
            auto done = sink.write(bytes);
            context.forget(story);
            return done;
        },
        context));
    return sink.commit();
}

/// A format that holds many: each story leaves memory before the next is read.
Result<> convert_many(ByteSource& source, const Target& target, Sink& sink, const ConvertOptions& options,
                      Context& context) {
    LimitedSink limited(sink, context.limits().output_bytes);
    GALLEY_TRY(const auto session, target.writer->begin(limited, context));
    GALLEY_CHECK(read_stories(
        source, options,
        [&](Document&& story) -> Result<> {
            auto written = write_story(story, *target.format, *session, context);
            context.forget(story);
            return written;
        },
        context));
    GALLEY_CHECK(session->end());
    return limited.commit();
}

}  // namespace

Result<> convert(ByteSource& source, const Target& target, Sink& sink, const ConvertOptions& options,
                 Context& context) {
    context.keep_source_bytes(context.keep_source_bytes() || target.format->carries_source);
    return target.format->many_stories ? convert_many(source, target, sink, options, context)
                                       : convert_one(source, target, sink, options, context);
}

}  // namespace galley
