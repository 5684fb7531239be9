#include "cli/commands.h"
#include "cli/inspect_record.h"
#include "cli/job.h"
#include "cli/job_options.h"
#include "cli/source_text.h"
#include "cli/story_drawing.h"
#include "cli/text_columns.h"
#include "galley/found_values.h"
#include "galley/plain_text.h"
#include "galley/try.h"

#include <algorithm>
#include <limits>

namespace galley::cli {
namespace {

constexpr CommandOption options[] = {
    {.name = "jsonl", .help = "one line of JSON a story: file, headline, byline, authors, date, dateline, paragraphs"},
    {.name = "values", .help = "only the table of values, without the text"},
    from_option,
    encoding_option,
    language_option,
    option_option,
    fail_on_option,
};

constexpr Example examples[] = {
    {"galley inspect story.txt", "what was found in the text, where, and how surely"},
    {"galley inspect --jsonl *.txt | jq -r .byline", "for a program"},
};

std::string_view name_of(Method method) {
    switch (method) {
        case Method::stated: return "stated";
        case Method::parsed: return "parsed";
        case Method::inferred: return "inferred";
        case Method::configured: return "configured";
    }
    return "";
}

std::string heading(const std::string& name, const Document& document) {
    const Source& source = document.source;
    std::string text = (name == "-" ? "standard input" : name) + ": " + source.format;
    if (source.encoding) {
        text += ", " + source.encoding->value;
        if (source.encoding->confidence < 100) {
            text += " (" + std::string(name_of(source.encoding->method)) + ", " +
                    std::to_string(source.encoding->confidence) + " %)";
        }
    }
    const std::size_t blocks = document.body.size();
    return text + ", " + std::to_string(source.size) + " bytes, " + std::to_string(blocks) +
           (blocks == 1 ? " block, " : " blocks, ") + std::to_string(count_words(document.body)) + " words";
}

std::string place_of(const FoundValue& value, const std::optional<SourceText>& source) {
    if (!value.span) {
        return "";
    }
    if (!source) {
        return "byte " + std::to_string(value.span->begin);
    }
    const auto position = source->position(*value.span);
    return std::to_string(position.line) + ":" + std::to_string(position.column);
}

std::string table(const std::vector<FoundValue>& values, const std::optional<SourceText>& source,
                  const Console& console) {
    constexpr std::size_t what_width = 18;
    constexpr std::size_t place_width = 10;
    constexpr std::size_t method_width = 12;
    const std::size_t value_width = console.width() - what_width - place_width - method_width - 8;
    const auto row = [&](std::string_view what, std::string_view value, std::string_view place, std::string_view method,
                         std::string_view sure, Style style) {
        return console.styled(padded(what, what_width), style) +
               padded(shortened(value, value_width), value_width + 2) + padded(place, place_width) +
               padded(method, method_width) + std::string(sure) + "\n";
    };
    std::string text = row("what", "value", "line:col", "how", "sure", Style::dim);
    for (const FoundValue& value : values) {
        text += row((value.part ? "  " : "") + value.what, value.value, place_of(value, source), name_of(value.method),
                    std::to_string(value.confidence) + " %", style_of(value));
    }
    return text;
}

void show(const std::string& name, const Document& document, bool with_text, Console& console) {
    const auto values = found_values(document);
    const auto source = SourceText::of(document);
    const bool has_spans =
        std::ranges::any_of(document.body, [](const Block& block) { return block.span.has_value(); });
    console.print(console.styled(heading(name, document), Style::bold) + "\n\n");
    if (with_text) {
        console.print(source && has_spans ? draw_story(*source, values, document.body, console)
                                          : draw_body(document.body, console));
        console.print("\n");
    }
    console.print(table(values, source, console));
}

void report(const std::string& name, Diagnostic diagnostic, Console& console, Verdict& verdict) {
    if (diagnostic.severity == Severity::error) {
        verdict.failed(diagnostic.cause);
    }
    verdict.saw(diagnostic.severity);
    if (diagnostic.where.source.empty()) {
        diagnostic.where.source = name;
    }
    console.tell(diagnostic);
}

Result<> inspect(const std::string& name, const Job& job, const Arguments& arguments, Context& context,
                 Console& console) {
    const bool as_json = arguments.has("jsonl");
    context.keep_source_bytes(!as_json);
    GALLEY_TRY(const auto source, job.host().open_source(name));
    bool first = true;
    return read_stories(
        *source, job.options(),
        [&](Document&& document) -> Result<> {
            if (as_json) {
                console.print(inspect_record(name, document) + "\n");
            } else {
                console.print(first ? "" : "\n");
                show(name, document, !arguments.has("values"), console);
            }
            first = false;
            return {};
        },
        context);
}

Result<ExitCode> run(const Arguments& arguments, Console& console) {
    GALLEY_TRY(const auto job, Job::create(arguments));
    Verdict verdict;
    bool first = true;
    for (const std::string& name : arguments.operands) {
        if (!first && !arguments.has("jsonl")) {
            console.print("\n");
        }
        first = false;
        const auto context = job->context();
        auto outcome = inspect(name, *job, arguments, *context, console);
        for (Diagnostic& diagnostic : context->diagnostics()) {
            report(name, std::move(diagnostic), console, verdict);
        }
        if (outcome) {
            verdict.done();
        } else {
            report(name, std::move(outcome).error(), console, verdict);
        }
    }
    return verdict.code(fail_on(arguments));
}

}  // namespace

const Command& inspect_command() {
    static constexpr Command command{
        .name = "inspect",
        .summary = "show what was found in a story, where and how surely",
        .operands = "STORY...",
        .description =
            "Draws the text with line numbers and puts what was found into the margin and, on a terminal, in colour; below it "
            "stands a table: each value, the line and column it was read from, how it came to be (stated by the source, parsed "
            "out of the text, inferred, configured by an option), and how sure Galley is of it.",
        .options = options,
        .examples = examples,
        .least_operands = 1,
        .most_operands = std::numeric_limits<std::size_t>::max(),
        .operands_complete = Completes::file,
        .reads_input = true,
        .run = run,
    };
    return command;
}

}  // namespace galley::cli
