#include "core/batch/record_line.h"

#include "core/batch/json_writer.h"
#include "core/batch/story_result.h"
#include "core/model/enum_names.h"

#include <algorithm>

namespace galley::batch {

namespace {

constexpr std::string_view range_member = ",\"tar\":";

void write_source(const StorySource& source, JsonWriter& json) {
    json.name("source").begin_object().number("bytes", source.bytes);
    if (source.offset) {
        json.number("offset", *source.offset);
    }
    if (source.sha256) {
        json.text("sha256", hex(*source.sha256));
    }
    if (!source.format.empty()) {
        json.text("format", source.format);
    }
    if (source.confidence >= 0) {
        json.number("confidence", static_cast<std::uint64_t>(source.confidence));
    }
    if (!source.encoding.empty()) {
        json.text("encoding", source.encoding);
        json.number("encoding_confidence", static_cast<std::uint64_t>(std::max(source.encoding_confidence, 0)));
    }
    if (!source.language.empty()) {
        json.text("language", source.language);
    }
    json.end_object();
}

void write_output(const Output& output, JsonWriter& json) {
    json.begin_object().text("path", output.path).text("role", output.role);
    if (!output.format.empty()) {
        json.text("format", output.format);
    }
    if (!output.media_type.empty()) {
        json.text("media_type", output.media_type);
    }
    if (!output.pronom.empty()) {
        json.text("pronom", output.pronom);
    }
    json.number("bytes", output.bytes.size()).text("sha256", hex(output.sha256));
    if (output.sha512) {
        json.text("sha512", hex(*output.sha512));
    }
    json.end_object();
}

void write_diagnostic(const Diagnostic& diagnostic, JsonWriter& json) {
    json.begin_object()
        .text("severity", galley::name_of(diagnostic.severity))
        .text("code", diagnostic.code)
        .text("message", diagnostic.message);
    if (diagnostic.where.line > 0) {
        json.number("line", diagnostic.where.line).number("column", diagnostic.where.column);
    }
    if (diagnostic.where.span) {
        json.number("begin", diagnostic.where.span->begin).number("end", diagnostic.where.span->end);
    }
    json.end_object();
}

void write_found(const std::vector<FoundValue>& values, JsonWriter& json) {
    json.name("found").begin_array();
    for (const FoundValue& value : values) {
        json.begin_object().text("what", value.what);
        if (value.part) {
            json.flag("part", true);
        }
        json.text("value", value.value).text("method", enum_name(value.method)).number("confidence", value.confidence);
        if (value.span) {
            json.number("begin", value.span->begin).number("end", value.span->end);
        }
        json.end_object();
    }
    json.end_array();
}

}  // namespace

RecordLine RecordLine::of(const StoryResult& result) {
    RecordLine line;
    JsonWriter json(line.text_);
    json.begin_object()
        .number("item", result.item)
        .text("name", result.name)
        .number("story", result.story)
        .flag("last", result.last)
        .text("status", name_of(result.outcome));
    write_source(result.source, json);
    if (!result.found.empty()) {
        write_found(result.found, json);
    }
    json.name("outputs").begin_array();
    for (const Output& output : result.outputs) {
        write_output(output, json);
    }
    json.end_array();
    line.range_at_ = line.text_.size();
    json.name("diagnostics").begin_array();
    for (const Diagnostic& diagnostic : result.diagnostics) {
        write_diagnostic(diagnostic, json);
    }
    json.end_array().end_object();
    return line;
}

RecordLine RecordLine::from(std::string_view line) {
    RecordLine made;
    // Inside strings quotes have a backslash before them, so the member's name with its quotes can only be the member.
    const std::size_t begin = std::min(line.find(range_member), line.rfind('}'));
    const std::size_t end = line.substr(begin).starts_with(range_member) ? line.find('}', begin) + 1 : begin;
    made.text_ = line.substr(0, begin);
    made.range_at_ = begin;
    made.text_ += line.substr(end);
    return made;
}

void RecordLine::append(const std::optional<TarRange>& range, std::string& to) const {
    to.append(text_, 0, range_at_);
    if (range) {
        to += range_member;
        JsonWriter(to).begin_object().number("begin", range->begin).number("end", range->end).end_object();
    }
    to.append(text_, range_at_);
    to += '\n';
}

}  // namespace galley::batch
