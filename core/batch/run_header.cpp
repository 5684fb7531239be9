#include "core/batch/run_header.h"

#include "core/batch/json_writer.h"
#include "galley/digest.h"
#include "galley/version.h"

#include <tuple>

namespace galley::batch {

namespace {

constexpr std::string_view form_names[] = {"folder", "tar", "tar.zst", "bag"};
constexpr std::string_view layout_names[] = {"mirror", "hashed"};
constexpr std::uint64_t schema_version = 1;

template <class Enum, std::size_t Count>
std::optional<Enum> called(const std::string_view (&names)[Count], std::string_view name) {
    for (std::size_t at = 0; at < Count; ++at) {
        if (names[at] == name) {
            return static_cast<Enum>(at);
        }
    }
    return std::nullopt;
}

/// Everything that changes outputs or their names, as text with an unambiguous end to each part.
std::string settings_text(const BatchSettings& settings) {
    std::string text;
    const auto part = [&](std::string_view value) {
        append_json(value, text);
        text += '\n';
    };
    for (const Target& target : settings.targets) {
        part(target.format->name);
        part(target.options);
    }
    for (const auto& [format, options] : settings.nested_options) {
        part(format);
        for (const auto& [name, value] : options) {
            part(name);
            part(value);
        }
    }
    part(settings.options.from == nullptr ? "" : settings.options.from->name);
    part(settings.options.self_check == SelfCheck::full ? "full" : "quick");
    for (const auto* patterns : {&settings.source.include, &settings.source.exclude}) {
        part(std::to_string(patterns->size()));
        for (const std::string& pattern : *patterns) {
            part(pattern);
        }
    }
    const Limits& limits = settings.limits;
    for (const std::uint64_t limit :
         {limits.story_bytes, limits.output_bytes, std::uint64_t{limits.blocks}, std::uint64_t{limits.depth},
          std::uint64_t{limits.pages}, std::uint64_t{limits.nesting}, limits.expansion}) {
        part(std::to_string(limit));
    }
    part(settings.identity);
    if (settings.premis) {
        part("premis");
    }
    return text;
}

}  // namespace

RunHeader header_of(const BatchSettings& settings, const Host& host) {
    RunHeader header{.version = std::string(version()),
                     .settings = hex(sha256(settings_text(settings))),
                     .clock = host.now().time_since_epoch().count(),
                     .form = settings.destination.form,
                     .layout = settings.destination.layout,
                     .records_per_frame =
                         settings.destination.form == BatchForm::tar_zstd ? settings.destination.records_per_frame : 1,
                     .shard = settings.source.shard,
                     .shards = settings.source.shards,
                     .bag_info = settings.destination.bag_info,
                     .configuration = settings.configuration ? hex(*settings.configuration) : std::string()};
    for (const Target& target : settings.targets) {
        header.formats.emplace_back(target.format->name);
    }
    return header;
}

bool is_same_run(const RunHeader& one, const RunHeader& other) {
    const auto decisive = [](const RunHeader& header) {
        return std::tie(header.version, header.settings, header.clock, header.form, header.layout,
                        header.records_per_frame, header.shard, header.shards, header.formats, header.bag_info);
    };
    return decisive(one) == decisive(other);
}

std::string line_of(const RunHeader& header) {
    std::string line;
    JsonWriter json(line);
    json.begin_object()
        .number("galley_batch", schema_version)
        .text("version", header.version)
        .text("settings", header.settings)
        .number("clock", static_cast<std::uint64_t>(header.clock))
        .text("form", form_names[static_cast<std::size_t>(header.form)])
        .text("layout", layout_names[static_cast<std::size_t>(header.layout)])
        .number("records_per_frame", header.records_per_frame)
        .number("shard", header.shard)
        .number("shards", header.shards);
    json.name("formats").begin_array();
    for (const std::string& format : header.formats) {
        json.text(format);
    }
    json.end_array().name("bag_info").begin_array();
    for (const auto& [name, value] : header.bag_info) {
        json.begin_array().text(name).text(value).end_array();
    }
    json.end_array();
    if (!header.configuration.empty()) {
        json.text("configuration", header.configuration);
    }
    json.end_object();
    return line + '\n';
}

std::optional<RunHeader> read_header(const JsonValue& line) {
    const auto form = called<BatchForm>(form_names, line.text("form"));
    const auto layout = called<BatchLayout>(layout_names, line.text("layout"));
    if (line.number("galley_batch") != schema_version || !form || !layout || !line.number("clock")) {
        return std::nullopt;
    }
    RunHeader header{.version = std::string(line.text("version")),
                     .settings = std::string(line.text("settings")),
                     .clock = static_cast<std::int64_t>(*line.number("clock")),
                     .form = *form,
                     .layout = *layout,
                     .records_per_frame = static_cast<std::uint32_t>(line.number("records_per_frame").value_or(1)),
                     .shard = static_cast<std::uint32_t>(line.number("shard").value_or(1)),
                     .shards = static_cast<std::uint32_t>(line.number("shards").value_or(1)),
                     .configuration = std::string(line.text("configuration"))};
    if (const JsonValue::Array* formats = line.array("formats")) {
        for (const JsonValue& format : *formats) {
            header.formats.emplace_back(format.as_text() == nullptr ? "" : *format.as_text());
        }
    }
    if (const JsonValue::Array* info = line.array("bag_info")) {
        for (const JsonValue& element : *info) {
            const auto* pair = std::get_if<JsonValue::Array>(&element.value);
            if (pair != nullptr && pair->size() == 2 && pair->front().as_text() != nullptr &&
                pair->back().as_text() != nullptr) {
                header.bag_info.emplace_back(*pair->front().as_text(), *pair->back().as_text());
            }
        }
    }
    return header.records_per_frame == 0 ? std::nullopt : std::optional(std::move(header));
}

std::string end_line(const BatchSummary& summary) {
    std::string line;
    JsonWriter(line)
        .begin_object()
        .flag("end", true)
        .number("records", summary.records)
        .number("done", summary.done)
        .number("failed", summary.failed)
        .number("invalid", summary.invalid)
        .number("skipped", summary.skipped)
        .number("warned", summary.warned)
        .number("output_bytes", summary.output_bytes)
        .end_object();
    return line + '\n';
}

}  // namespace galley::batch
