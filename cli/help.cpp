#include "cli/help.h"

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/text_columns.h"

#include <algorithm>

namespace galley::cli {
namespace {

constexpr std::size_t width = 100;

/// A term and what it means, the meanings aligned and wrapped.
struct Entry {
    std::string term;
    std::string meaning;
};

std::string list_of(const std::vector<Entry>& entries) {
    std::size_t widest = 0;
    for (const Entry& entry : entries) {
        widest = std::max(widest, columns(entry.term));
    }
    const std::size_t indent = std::min<std::size_t>(widest, 34) + 4;
    std::string text;
    for (const Entry& entry : entries) {
        const std::string meaning = paragraph(entry.meaning, indent, width);
        const bool beside = columns(entry.term) + 4 <= indent;
        text += "  " + (beside ? padded(entry.term, indent - 2) + meaning.substr(indent) : entry.term + "\n" + meaning);
    }
    return text;
}

std::string term_of(const CommandOption& option) {
    std::string term = option.letter != 0 ? std::string("-") + option.letter + ", " : std::string("    ");
    term += "--" + std::string(option.name);
    return option.value.empty() ? term : term + " " + std::string(option.value);
}

std::string meaning_of(const CommandOption& option) {
    std::string meaning(option.help);
    if (!option.choices.empty()) {
        meaning += ": ";
        for (std::size_t k = 0; k < option.choices.size(); ++k) {
            meaning += (k == 0 ? "" : k + 1 == option.choices.size() ? " or " : ", ") + std::string(option.choices[k]);
        }
    }
    return option.repeatable ? meaning + " (may be repeated)" : meaning;
}

std::string examples_of(const Command& command) {
    std::string text;
    for (const Example& example : command.examples) {
        text += "  " + std::string(example.line) + "\n" + paragraph(example.explanation, 6, width);
    }
    return text;
}

}  // namespace

std::string overview() {
    std::vector<Entry> listed;
    for (const Command* command : commands()) {
        listed.push_back({std::string(command->name), std::string(command->summary)});
    }
    std::vector<Entry> codes;
    for (const ExitCodeEntry& entry : exit_codes()) {
        codes.push_back({std::to_string(static_cast<int>(entry.code)), std::string(entry.meaning)});
    }
    return "galley turns news copy into documents that newsrooms, archives and machines can trust.\n\n"
           "usage: galley COMMAND [OPTION...] [FILE...]\n\n"
           "commands:\n" +
           list_of(listed) +
           "\nfor the impatient:\n"
           "  galley convert story.txt --to pdf -o story.pdf\n"
           "  galley inspect story.txt\n"
           "\n`galley help COMMAND` tells everything about one command, `galley formats` what can be read and written.\n"
           "'-' is standard input or output. Data goes to standard output, everything else to standard error.\n"
           "NO_COLOR turns colours off, SOURCE_DATE_EPOCH sets the clock, GALLEY_SCHEMAS names a folder of schemas.\n"
           "\nexit status:\n" +
           list_of(codes);
}

std::string help_for(const Command& command) {
    std::string text = "galley " + std::string(command.name) + ": " + std::string(command.summary) +
                       "\n\nusage: galley " + std::string(command.name) +
                       (command.options.empty() ? "" : " [OPTION...]") +
                       (command.operands.empty() ? "" : " " + std::string(command.operands)) + "\n";
    for (std::string_view rest = command.description; !rest.empty();) {
        const std::size_t end = std::min(rest.find("\n\n"), rest.size());
        text += "\n" + paragraph(rest.substr(0, end), 0, width);
        rest.remove_prefix(std::min(end + 2, rest.size()));
    }
    if (!command.options.empty()) {
        std::vector<Entry> options;
        for (const CommandOption& option : command.options) {
            options.push_back({term_of(option), meaning_of(option)});
        }
        options.push_back({"-h, --help", "print this help"});
        text += "\noptions:\n" + list_of(options);
    }
    if (!command.examples.empty()) {
        text += "\nexamples:\n" + examples_of(command);
    }
    return text;
}

}  // namespace galley::cli
