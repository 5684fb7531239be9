#include "core/batch/record.h"

#include <algorithm>

namespace galley::batch {

namespace {

bool has_warning(const JsonValue& line) {
    if (const JsonValue::Array* diagnostics = line.array("diagnostics")) {
        for (const JsonValue& diagnostic : *diagnostics) {
            if (diagnostic.text("severity") == "warning") {
                return true;
            }
        }
    }
    return false;
}

std::uint8_t read_least_confidence(const JsonValue& line) {
    std::uint64_t least = 100;
    if (const JsonValue::Array* found = line.array("found")) {
        for (const JsonValue& value : *found) {
            least = std::min(least, value.number("confidence").value_or(least));
        }
    }
    return static_cast<std::uint8_t>(least);
}

std::optional<RecordedOutput> read_output(const JsonValue& output) {
    RecordedOutput read{.path = std::string(output.text("path")),
                        .role = std::string(output.text("role")),
                        .bytes = output.number("bytes").value_or(0),
                        .sha256 = std::string(output.text("sha256")),
                        .sha512 = std::string(output.text("sha512"))};
    // A journal from elsewhere must not lead out of its folder.
    const bool inside =
        !read.path.empty() && !read.path.starts_with('/') && ("/" + read.path + "/").find("/../") == std::string::npos;
    return inside && read_digest(read.sha256) ? std::optional(std::move(read)) : std::nullopt;
}

}  // namespace

Result<Record> read_record(const JsonValue& line, const std::string& journal, std::uint64_t line_number) {
    const auto bad = [&] {
        return fail({.cause = Cause::output,
                     .code = "batch.bad-journal",
                     .message = "line " + std::to_string(line_number) + " of '" + journal + "' is no record of a batch",
                     .where = {.source = journal, .line = line_number},
                     .hints = {"bring back the journal from a copy, or start anew in another place"}});
    };
    const auto outcome = outcome_called(line.text("status"));
    const auto item = line.number("item");
    const auto story = line.number("story");
    const JsonValue::Array* outputs = line.array("outputs");
    if (!outcome || !item || !story || outputs == nullptr || line.text("name").empty() || !line.flag("last")) {
        return bad();
    }
    Record record{.item = *item,
                  .name = std::string(line.text("name")),
                  .story = *story,
                  .last = *line.flag("last"),
                  .outcome = *outcome,
                  .warned = has_warning(line),
                  .least_confidence = read_least_confidence(line)};
    for (const JsonValue& output : *outputs) {
        auto read = read_output(output);
        if (!read) {
            return bad();
        }
        record.outputs.push_back(*std::move(read));
    }
    if (const JsonValue* range = line.find("tar")) {
        record.range = TarRange{range->number("begin").value_or(0), range->number("end").value_or(0)};
    }
    return record;
}

}  // namespace galley::batch
