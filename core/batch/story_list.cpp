#include "core/batch/story_list.h"

#include "core/batch/json_writer.h"
#include "core/batch/text_index.h"
#include "core/model/enum_names.h"
#include "galley/utf8.h"

#include <algorithm>
#include <set>

namespace galley::batch {

namespace {

constexpr std::size_t largest_details = 12 << 20;  // bytes
constexpr std::size_t most_said = 12;              // diagnostics of one story
constexpr std::size_t longest_message = 400;

/// Numbers names in the order in which they are first asked for.
class NameList {
public:
    std::size_t number(std::string_view name) {
        const auto [at, is_new] = numbers_.try_emplace(std::string(name), names_.size());
        if (is_new) {
            names_.emplace_back(name);
        }
        return at->second;
    }

    void write(std::string_view member, JsonWriter& json) const {
        json.name(member).begin_array();
        for (const std::string& name : names_) {
            json.text(name);
        }
        json.end_array();
    }

private:
    std::map<std::string, std::size_t, std::less<>> numbers_;
    std::vector<std::string> names_;
};

struct Mark {
    std::size_t value;
    std::size_t begin;
    std::size_t end;
};

std::vector<Mark> read_marks(const JsonValue& piece, std::string_view text) {
    std::vector<Mark> marks;
    if (const JsonValue::Array* all = piece.array("marks")) {
        for (const JsonValue& one : *all) {
            const auto* const numbers = std::get_if<JsonValue::Array>(&one.value);
            if (numbers == nullptr || numbers->size() != 3) {
                continue;
            }
            const auto number = [&](std::size_t at) {
                const auto* const value = std::get_if<std::uint64_t>(&(*numbers)[at].value);
                return value == nullptr ? std::size_t{0} : static_cast<std::size_t>(*value);
            };
            const Mark mark{number(0), std::min(number(1), text.size()), std::min(number(2), text.size())};
            if (mark.begin < mark.end) {
                marks.push_back(mark);
            }
        }
    }
    // The widest first: a byline before its contributors.
    std::ranges::stable_sort(
        marks, [](const Mark& one, const Mark& other) { return one.end - one.begin > other.end - other.begin; });
    return marks;
}

/// Cuts a text wherever a mark begins or ends, so that marks may overlap in any way.
void write_segments(std::string_view text, const std::vector<Mark>& marks, JsonWriter& json) {
    std::set<std::size_t> cuts{text.size()};
    for (const Mark& mark : marks) {
        cuts.insert({mark.begin, mark.end});
    }
    std::size_t begin = 0;
    json.begin_array();
    for (const std::size_t end : cuts) {
        if (end == begin) {
            continue;
        }
        const auto covers = [&](const Mark& mark) { return mark.begin <= begin && end <= mark.end; };
        const std::string_view segment = text.substr(begin, end - begin);
        if (std::ranges::none_of(marks, covers)) {
            json.text(segment);
        } else {
            json.begin_array().text(segment);
            for (const Mark& mark : marks) {
                if (covers(mark)) {
                    json.number(mark.value);
                }
            }
            json.end_array();
        }
        begin = end;
    }
    json.end_array();
}

/// What is listed of the stories of some runs.
class StoryList {
public:
    explicit StoryList(const RunStatistics& told) : told_(told), json_(text_) {
        for (const ToldRun& run : told.runs) {
            texts_.push_back(TextIndex::open(run.state + "/texts.jsonl"));
        }
        for (const Outcome outcome : {Outcome::done, Outcome::failed, Outcome::invalid, Outcome::skipped}) {
            outcomes_.number(name_of(outcome));
        }
        for (const std::string_view method : EnumNames<Method>::all) {
            methods_.number(method);
        }
        for (const ListedStory* story : told.listed.by_ease()) {
            if (details_size_ > largest_details) {
                break;
            }
            add_detail(*story);
        }
    }

    std::string write() && {
        json_.begin_object().name("stories").begin_array();
        for (const ListedStory* story : told_.listed.in_order()) {
            write_story(*story);
        }
        json_.end_array().name("runs").begin_array();
        for (const ToldRun& run : told_.runs) {
            json_.text(run.path);
        }
        json_.end_array();
        outcomes_.write("outcomes", json_);
        formats_.write("formats", json_);
        encodings_.write("encodings", json_);
        languages_.write("languages", json_);
        codes_.write("codes", json_);
        kinds_.write("kinds", json_);
        methods_.write("methods", json_);
        severities_.write("severities", json_);
        json_.end_object();
        return std::move(text_);
    }

private:
    void add_detail(const ListedStory& story) {
        if (const auto record = read_json("", story.line)) {
            std::string& detail = details_[story.order];
            write_detail(*record, texts_[story.run].find(story.key), JsonWriter(detail));
            details_size_ += detail.size();
        }
    }

    void write_number(NameList& names, std::string_view name) {
        name.empty() ? json_.none() : json_.number(names.number(name));
    }

    void write_story(const ListedStory& story) {
        const auto read = read_json("", story.line);
        if (!read) {
            return;
        }
        static const JsonValue nothing;
        const JsonValue* there = read->find("source");
        const JsonValue& source = there == nullptr ? nothing : *there;
        json_.begin_array()
            .number(story.run)
            .text(read->text("name"))
            .number(story.key.story)
            .number(outcomes_.number(read->text("status")));
        write_number(formats_, source.text("format"));
        write_number(encodings_, source.text("encoding"));
        write_number(languages_, source.text("language"));
        write_confidence(*read);
        write_codes(*read);
        const auto detail = details_.find(story.order);
        detail == details_.end() ? json_.number(0) : json_.json(detail->second);
        json_.end_array();
    }

    void write_confidence(const JsonValue& record) {
        const JsonValue::Array* found = record.array("found");
        if (found == nullptr || found->empty()) {
            json_.none();
            return;
        }
        std::uint64_t least = 100;
        for (const JsonValue& value : *found) {
            least = std::min(least, value.number("confidence").value_or(least));
        }
        json_.number(least);
    }

    void write_codes(const JsonValue& record) {
        std::set<std::size_t> codes;
        bool warned = false;
        if (const JsonValue::Array* said = record.array("diagnostics")) {
            for (const JsonValue& one : *said) {
                codes.insert(codes_.number(one.text("code")));
                warned = warned || one.text("severity") == "warning";
            }
        }
        json_.begin_array();
        for (const std::size_t code : codes) {
            json_.number(code);
        }
        json_.end_array().number(warned ? 1 : 0);
    }

    void write_detail(const JsonValue& record, std::string_view line, JsonWriter json) {
        const auto text = read_json("", line);
        const JsonValue::Array none;
        const JsonValue::Array* found = text ? text->array("pieces") : nullptr;
        const JsonValue::Array& pieces = found != nullptr ? *found : none;
        std::vector<std::vector<Mark>> marks;
        std::set<std::size_t> shown;
        for (const JsonValue& piece : pieces) {
            marks.push_back(read_marks(piece, piece.text("text")));
            for (const Mark& mark : marks.back()) {
                shown.insert(mark.value);
            }
        }
        json.begin_array();
        write_values(record, shown, json);
        write_said(record, json);
        json.begin_array();
        for (std::size_t at = 0; at < marks.size(); ++at) {
            write_segments(pieces[at].text("text"), marks[at], json);
        }
        json.end_array().end_array();
    }

    void write_values(const JsonValue& record, const std::set<std::size_t>& shown, JsonWriter& json) {
        json.begin_array();
        if (const JsonValue::Array* found = record.array("found")) {
            for (std::size_t at = 0; at < found->size(); ++at) {
                const JsonValue& value = (*found)[at];
                json.begin_array()
                    .number(kinds_.number(value.text("what")))
                    .text(value.text("value"))
                    .number(methods_.number(value.text("method")))
                    .number(value.number("confidence").value_or(0))
                    .number(value.flag("part").value_or(false) ? 1 : 0)
                    .number(shown.contains(at) ? 1 : 0)
                    .end_array();
            }
        }
        json.end_array();
    }

    void write_said(const JsonValue& record, JsonWriter& json) {
        json.begin_array();
        if (const JsonValue::Array* said = record.array("diagnostics")) {
            for (std::size_t at = 0; at < std::min(said->size(), most_said); ++at) {
                const JsonValue& one = (*said)[at];
                json.begin_array()
                    .number(severities_.number(one.text("severity")))
                    .number(codes_.number(one.text("code")))
                    .text(utf8::prefix(one.text("message"), longest_message))
                    .number(one.number("line").value_or(0))
                    .number(one.number("column").value_or(0))
                    .end_array();
            }
        }
        json.end_array();
    }

    const RunStatistics& told_;
    std::string text_;
    JsonWriter json_;
    std::vector<TextIndex> texts_;                  // by run
    std::map<std::uint64_t, std::string> details_;  // in JSON, by the order of the stories
    std::size_t details_size_ = 0;
    NameList outcomes_;
    NameList formats_;
    NameList encodings_;
    NameList languages_;
    NameList codes_;
    NameList kinds_;
    NameList methods_;
    NameList severities_;
};

/// JSON needs no such escapes; HTML ends a script at "</script", and older scripts a line at U+2028.
std::string inside_script(std::string_view json) {
    std::string safe;
    safe.reserve(json.size() + json.size() / 16);
    for (std::size_t at = 0; at < json.size(); ++at) {
        if (json[at] == '<') {
            safe += "\\u003c";
        } else if (json[at] == '>') {
            safe += "\\u003e";
        } else if (json[at] == '&') {
            safe += "\\u0026";
        } else if (json.substr(at).starts_with("\u2028") || json.substr(at).starts_with("\u2029")) {
            safe += json[at + 2] == '\xa8' ? "\\u2028" : "\\u2029";
            at += 2;
        } else {
            safe += json[at];
        }
    }
    return safe;
}

}  // namespace

std::string story_list(const RunStatistics& statistics) { return inside_script(StoryList(statistics).write()); }

}  // namespace galley::batch
