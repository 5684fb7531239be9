#include "converters/text/story_reader.h"

#include "converters/text/classify.h"
#include "converters/text/document_builder.h"
#include "converters/text/emit_story.h"
#include "converters/text/head_matter.h"
#include "converters/text/story_text.h"
#include "converters/text/tail_matter.h"
#include "converters/text/transmission_frame.h"
#include "converters/text/web_page.h"
#include "galley/decode.h"
#include "galley/digest.h"
#include "galley/direction.h"
#include "galley/identify_language.h"
#include "galley/try.h"

namespace galley::text {
namespace {

Diagnostic empty_story(std::string_view name) {
    return {.cause = Cause::input,
            .code = "text.empty",
            .message = "'" + std::string(name) + "' holds no text",
            .where = {.source = std::string(name)},
            .hints = {"check that the right file was given"}};
}

void set_language(std::string_view text, const ReadOptions& options, Metadata& meta) {
    if (!options.language.empty()) {
        meta.language = Found<std::string>{options.language};
        meta.language->method = Method::configured;
    } else {
        meta.language = identify_language(text);
    }
    if (meta.language && is_right_to_left(meta.language->value)) {
        meta.direction = Direction::right_to_left;
    }
}

/// Gives `date` the year that brings it nearest to the reference date.
void infer_year(std::optional<Found<PartialDate>>& date, const PartialDate& reference) {
    if (!date || date->value.year || !date->value.month || !date->value.day) {
        return;
    }
    const int distance = (*date->value.month - *reference.month) * 31 + (*date->value.day - *reference.day);
    PartialDate full = date->value;
    full.year = *reference.year + (distance > 186 ? -1 : distance < -186 ? 1 : 0);
    if (is_valid(full)) {
        date->value = full;
        date->method = Method::inferred;
    }
}

void infer_years(const PartialDate& reference, Metadata& meta) {
    infer_year(meta.dates.content_created, reference);
    infer_year(meta.dates.content_modified, reference);
    for (Found<Dateline>& dateline : meta.datelines) {
        infer_year(dateline.value.date, reference);
    }
}

}  // namespace

Result<Document> read_story(std::string_view name, std::string_view bytes, const Conventions& conventions,
                            const ReadOptions& options, Context& context) {
    Document document;
    document.source.name = name;
    document.source.format = "text";
    document.source.media_type = "text/plain";
    document.source.size = bytes.size();
    document.source.sha256 = sha256(bytes);
    GALLEY_TRY(const DecodedText decoded,
               decode(name, bytes, {.encoding = options.encoding, .language = options.language,
                                    .repair_double_encoding = options.repair_double_encoding}, context.diagnostics()));
    document.source.encoding = decoded.encoding;
    if (context.keep_source_bytes()) {
        document.source.bytes = bytes;
    }

    const TransmissionFrame frame = find_frame(decoded.text);
    DocumentBuilder builder{decoded, document, context};
    if (frame.begin > 0) {
        builder.add_furniture(FurnitureKind::wire_header, 0, frame.begin);
    }
    if (frame.slug_end > frame.slug_begin) {
        const std::string_view slug = decoded.text.substr(frame.slug_begin, frame.slug_end - frame.slug_begin);
        document.meta.slugline = builder.found(Slugline{.text = std::string(slug), .separator = "-"}, frame.slug_begin, frame.slug_end, 95);
    }

    Lines lines = split_lines(decoded.text.substr(0, frame.end));
    document.source.newline = lines.newline;
    std::erase_if(lines.lines, [&](const Line& line) { return line.end <= frame.begin && !(line.blank() && line.begin >= frame.begin); });
    if (!lines.lines.empty() && lines.lines.front().begin < frame.begin) {
        lines.lines.front().begin = std::min(frame.begin, lines.lines.front().end);
    }
    StoryText story{.text = decoded.text, .lines = lines.lines, .conventions = &conventions, .headline = options.headline};
    set_language(decoded.text.substr(frame.begin, frame.end - frame.begin), options, document.meta);
    if (document.meta.language) {
        story.language = conventions.language(document.meta.language->value);
    }
    story.layout = detect_layout(decoded.text, story.lines);
    for (const Chunk& chunk : make_chunks(decoded.text, story.lines, story.layout)) {
        story.chunks.push_back({.chunk = chunk});
    }
    if (story.chunks.empty()) {
        return fail(empty_story(name));
    }
    if (story.chunks.size() > context.limits().blocks) {
        return fail({.cause = Cause::input,
                     .code = "limit.blocks",
                     .message = "'" + std::string(name) + "' has more than " + std::to_string(context.limits().blocks) + " paragraphs",
                     .where = {.source = std::string(name)},
                     .hints = {"split it, or raise the limit"}});
    }
    const HeadLineParser head_lines{conventions, story.language, options.date_order};
    const DatelineParser datelines{conventions, story.language, options.date_order};
    classify(story, head_lines, datelines);
    settle_head(story);
    settle_web_page(story);
    settle_tail(story);
    emit_story(story, builder);
    if (frame.end < decoded.text.size()) {
        builder.add_furniture(FurnitureKind::wire_trailer, frame.end, decoded.text.size());
    }
    if (options.reference_date) {
        infer_years(*options.reference_date, document.meta);
    }
    return document;
}

}  // namespace galley::text
