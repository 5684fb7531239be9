#include "cli/commands.h"
#include "cli/program_registry.h"
#include "cli/text_columns.h"
#include "galley/try.h"

#include <algorithm>

namespace galley::cli {
namespace {

constexpr Example examples[] = {
    {"galley formats", "every format, and what can be done with it"},
    {"galley formats pdf", "one format with its options"},
};

constexpr std::size_t width = 100;

std::string joined(std::span<const std::string_view> words, std::string_view between) {
    std::string text;
    for (const std::string_view word : words) {
        text += (text.empty() ? "" : std::string(between)) + std::string(word);
    }
    return text;
}

std::string abilities(const Format& format) {
    std::string text;
    const auto add = [&text](bool has, std::string_view word) {
        if (has) {
            text += (text.empty() ? "" : ", ") + std::string(word);
        }
    };
    add(format.make_reader != nullptr, "read");
    add(format.make_writer != nullptr, "write");
    add(format.validate != nullptr, "validate");
    return text;
}

void print_all(const Registry& registry, Console& console) {
    std::size_t names = 0;
    std::size_t extensions = 0;
    for (const Format* format : registry.formats()) {
        names = std::max(names, format->name.size());
        extensions = std::max(extensions, joined(format->extensions, " ").size());
    }
    for (const Format* format : registry.formats()) {
        console.print(console.styled(padded(format->name, names + 2), Style::bold) + padded(abilities(*format), 23) +
                      padded(joined(format->extensions, " "), extensions + 2) + std::string(format->title) + "\n");
    }
}

std::string_view kind_of(const OptionSpec& spec) {
    switch (spec.kind) {
        case OptionKind::flag: return "true or false";
        case OptionKind::integer: return "number";
        case OptionKind::text: return "text";
        case OptionKind::choice: return "one of";
        case OptionKind::choices: return "any of, with commas between,";
    }
    return "";
}

std::string values_of(const OptionSpec& spec) {
    std::string text(kind_of(spec));
    if (!spec.choices.empty()) {
        text += " " + joined(spec.choices, ", ");
    }
    if (spec.kind == OptionKind::integer) {
        text += " from " + std::to_string(spec.least) + " to " + std::to_string(spec.most);
    }
    return text + (spec.fallback.empty() ? "" : "; default " + std::string(spec.fallback));
}

void print_one(const Format& format, Console& console) {
    console.print(console.styled(format.name, Style::bold) + ": " + std::string(format.title) + "\n\n");
    const auto row = [&console](std::string_view name, std::string_view value) {
        if (!value.empty()) {
            console.print("  " + padded(name, 16) + std::string(value) + "\n");
        }
    };
    row("can", abilities(format));
    row("extensions", joined(format.extensions, " "));
    row("media types", joined(format.media_types, " "));
    row("PRONOM", format.pronom);
    row("stories", format.many_stories ? "one or many in a file" : "one in a file");
    row("lossless", format.lossless ? "yes: reading gives back the same document" : "");
    row("fuzzed", format.make_reader == nullptr ? "" : format.hardened ? "yes" : "not yet: mind hostile input");
    if (format.options.empty()) {
        return;
    }
    console.print("\noptions:\n");
    for (const OptionSpec& spec : format.options) {
        console.print("  " + console.styled(std::string(format.name) + "." + std::string(spec.name), Style::bold) +
                      "\n" + paragraph(spec.help, 6, width) + paragraph(values_of(spec), 6, width));
    }
}

Result<> print(const Arguments& arguments, Console& console) {
    Registry registry;
    GALLEY_CHECK(register_formats(registry));
    if (arguments.operands.empty()) {
        print_all(registry, console);
        return {};
    }
    GALLEY_TRY(const Format* format, registry.find(arguments.operands.front()));
    print_one(*format, console);
    return {};
}

Result<ExitCode> run(const Arguments& arguments, Console& console) {
    GALLEY_CHECK(print(arguments, console));
    return ExitCode::done;
}

}  // namespace

const Command& formats_command() {
    static constexpr Command command{
        .name = "formats",
        .summary = "list the formats, or one with its options",
        .operands = "[FORMAT]",
        .description = "An option of a format is given as --option FORMAT.NAME=VALUE.",
        .examples = examples,
        .most_operands = 1,
        .operands_complete = Completes::format,
        .run = run,
    };
    return command;
}

}  // namespace galley::cli
