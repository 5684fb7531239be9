#include "core/batch/run_statistics.h"

#include "core/batch/journal_reader.h"
#include "core/batch/mapped_file.h"
#include "core/batch/state_folder.h"
#include "galley/context.h"
#include "galley/try.h"

#include <algorithm>
#include <set>

namespace galley::batch {

namespace {

void add_confidence(std::optional<std::uint64_t> percent, ConfidenceHistogram& histogram) {
    if (percent) {
        ++histogram[std::min<std::uint64_t>(*percent / 10, histogram.size() - 1)];
    }
}

bool is_slower(const SlowStory& one, const SlowStory& other) {
    return one.microseconds != other.microseconds ? one.microseconds > other.microseconds : one.record < other.record;
}

void keep_slowest(std::vector<SlowStory>& stories) {
    std::ranges::sort(stories, is_slower);
    if (stories.size() > RunStatistics::most_slow) {
        stories.resize(RunStatistics::most_slow);
    }
}

}  // namespace

Result<> RunStatistics::add(const std::string& path, const std::stop_token& stop) {
    GALLEY_TRY(const BatchDestination destination, find_batch(path));
    const std::string state = StateFolder::path_for(destination);
    GALLEY_TRY(const auto journal, JournalReader::open(state + "/journal.jsonl"));
    GALLEY_TRY(auto slow, add_timings(state + "/timings.jsonl"));
    for (std::uint64_t number = 1;; ++number) {
        if (stop.stop_requested()) {
            return fail(Context::stopped());
        }
        GALLEY_TRY(const auto record, journal->next_value());
        if (!record) {
            break;
        }
        GALLEY_TRY(const Record told, read_record(*record, path, journal->line_number()));
        count(told, summary);
        add_record(*record);
        listed.add(runs.size(), told, journal->line());
        const auto found = std::ranges::find(slow, number, &SlowStory::record);
        if (found != slow.end()) {
            found->name = told.name;
        }
    }
    std::erase_if(slow, [](const SlowStory& one) { return one.name.empty(); });
    slowest.insert(slowest.end(), slow.begin(), slow.end());
    keep_slowest(slowest);
    runs.push_back({.path = path, .state = state, .header = journal->header(), .complete = journal->complete()});
    summary.complete = std::ranges::all_of(runs, &ToldRun::complete);
    return {};
}

void RunStatistics::add_record(const JsonValue& record) {
    const std::string status(record.text("status"));
    ++statuses[status];
    if (const JsonValue* source = record.find("source")) {
        add_source(*source);
    }
    if (const JsonValue::Array* found = record.array("found")) {
        add_found(*found);
    }
    for (const JsonValue& output : *record.array("outputs")) {
        const std::string_view format = output.text("format");
        RenditionTotal& total = renditions[std::string(format.empty() ? output.text("role") : format)];
        ++total.outputs;
        total.bytes += output.number("bytes").value_or(0);
    }
    const JsonValue::Array* said = record.array("diagnostics");
    if (said != nullptr) {
        add_diagnostics(*said);
    }
    if ((status == "failed" || status == "invalid") && failures.size() < most_failures) {
        const JsonValue* last = said != nullptr && !said->empty() ? &said->back() : nullptr;
        failures.push_back({.name = std::string(record.text("name")),
                            .story = record.number("story").value_or(1),
                            .status = status,
                            .code = std::string(last == nullptr ? "" : last->text("code")),
                            .message = std::string(last == nullptr ? "" : last->text("message"))});
    }
}

void RunStatistics::add_source(const JsonValue& source) {
    const auto add = [&](std::string_view member, std::map<std::string, std::uint64_t>& to) {
        if (const std::string_view value = source.text(member); !value.empty()) {
            ++to[std::string(value)];
        }
    };
    add("format", source_formats);
    add("language", languages);
    add("encoding", encodings);
    add_confidence(source.number("confidence"), format_confidence);
    add_confidence(source.number("encoding_confidence"), encoding_confidence);
}

/// What the source states is no guess, and a contributor is as sure as the byline.
void RunStatistics::add_found(const JsonValue::Array& found) {
    for (const JsonValue& value : found) {
        const bool is_guess = value.text("method") == "parsed" || value.text("method") == "inferred";
        if (is_guess && !value.flag("part").value_or(false)) {
            add_confidence(value.number("confidence"), found_confidence[std::string(value.text("what"))]);
        }
    }
}

void RunStatistics::add_diagnostics(const JsonValue::Array& diagnostics) {
    std::set<std::string_view> in_this_story;
    for (const JsonValue& diagnostic : diagnostics) {
        const std::string_view code = diagnostic.text("code");
        CodeTotal& total = codes[std::string(code)];
        if (total.times == 0) {
            total.severity = diagnostic.text("severity");
            total.example = diagnostic.text("message");
        }
        ++total.times;
        total.stories += in_this_story.insert(code).second ? 1u : 0u;
    }
}

/// Timings are for people: a line that was cut short by an interruption is passed over.
Result<std::vector<SlowStory>> RunStatistics::add_timings(const std::string& file) {
    std::vector<SlowStory> slow;
    const auto mapped = MappedFile::open(file);
    std::string_view rest = mapped ? mapped->bytes() : std::string_view();
    std::uint64_t before = 0;  // milliseconds of earlier parts
    std::uint64_t last = 0;
    const std::uint64_t begun = groups.empty() ? 0 : groups.back().milliseconds;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        const auto line = read_json(file, rest.substr(0, end));
        rest.remove_prefix(end + 1);
        const JsonValue::Array* times = line ? line->array("microseconds") : nullptr;
        if (times == nullptr) {
            continue;
        }
        const std::uint64_t now = line->number("milliseconds").value_or(0);
        before += now < last ? last : 0;
        last = now;
        groups.push_back({.milliseconds = begun + before + now, .stories = times->size()});
        std::uint64_t record = line->number("first").value_or(1);
        // A part that went on behind an earlier place made these again.
        std::erase_if(slow, [&](const SlowStory& one) { return one.record >= record; });
        for (const JsonValue& time : *times) {
            const auto* const value = std::get_if<std::uint64_t>(&time.value);
            slow.push_back(
                {.record = record++, .microseconds = value == nullptr ? 0 : static_cast<std::uint32_t>(*value)});
        }
        keep_slowest(slow);
    }
    return slow;
}

}  // namespace galley::batch
