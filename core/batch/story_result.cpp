#include "core/batch/story_result.h"

#include "core/batch/json_writer.h"

#include <algorithm>

namespace galley::batch {

namespace {

constexpr std::string_view outcome_names[] = {"done", "failed", "invalid", "skipped"};

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

}  // namespace

std::string_view name_of(Outcome outcome) { return outcome_names[static_cast<std::size_t>(outcome)]; }

std::optional<Outcome> outcome_called(std::string_view name) {
    for (std::size_t at = 0; at < std::size(outcome_names); ++at) {
        if (outcome_names[at] == name) {
            return static_cast<Outcome>(at);
        }
    }
    return std::nullopt;
}

std::uint64_t StoryResult::output_bytes() const {
    std::uint64_t bytes = 0;
    for (const Output& output : outputs) {
        bytes += output.bytes.size();
    }
    return bytes;
}

namespace {

void write_range(const TarRange& range, JsonWriter& json) {
    json.begin_object().number("begin", range.begin).number("end", range.end).end_object();
}

/// A line of another journal, with the place in this tar. Inside strings quotes have a backslash before them, so the member's
/// name with its quotes can only be the member.
void append_recorded(std::string_view line, const std::optional<TarRange>& range, std::string& to) {
    constexpr std::string_view member = ",\"tar\":";
    const std::size_t begin = line.find(member);
    if (!range || begin == std::string_view::npos) {
        to += line;
    } else {
        to += line.substr(0, begin + member.size());
        JsonWriter json(to);
        write_range(*range, json);
        to += line.substr(line.find('}', begin) + 1);
    }
    to += '\n';
}

}  // namespace

void append_record(const StoryResult& result, std::optional<TarRange> range, std::string& to) {
    if (!result.recorded.empty()) {
        append_recorded(result.recorded, range, to);
        return;
    }
    JsonWriter json(to);
    json.begin_object()
        .number("item", result.item)
        .text("name", result.name)
        .number("story", result.story)
        .flag("last", result.last)
        .text("status", name_of(result.outcome));
    write_source(result.source, json);
    json.name("outputs").begin_array();
    for (const Output& output : result.outputs) {
        write_output(output, json);
    }
    json.end_array();
    if (range) {
        json.name("tar");
        write_range(*range, json);
    }
    json.name("diagnostics").begin_array();
    for (const Diagnostic& diagnostic : result.diagnostics) {
        write_diagnostic(diagnostic, json);
    }
    json.end_array().end_object();
    to += '\n';
}

}  // namespace galley::batch
