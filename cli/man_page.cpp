#include "cli/man_page.h"

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "galley/version.h"

#include <algorithm>
#include <string_view>

namespace galley::cli {
namespace {

/// Text with what roff would take as its own made literal (groff_man(7)): backslashes, hyphens, a dot or quote at line
/// start.
std::string literal(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '\\') {
            result += "\\e";
        } else if (c == '-') {
            result += "\\-";
        } else if ((c == '.' || c == '\'') && (result.empty() || result.back() == '\n')) {
            (result += "\\&") += c;
        } else {
            result += c;
        }
    }
    return result;
}

std::string option_entry(const CommandOption& option) {
    std::string text = ".TP\n";
    if (option.letter != 0) {
        text += std::string("\\fB\\-") + option.letter + "\\fR, ";
    }
    text += "\\fB\\-\\-" + literal(option.name) + "\\fR";
    if (!option.value.empty()) {
        text += " \\fI" + literal(option.value) + "\\fR";
    }
    text += "\n" + literal(option.help);
    for (std::size_t k = 0; k < option.choices.size(); ++k) {
        text += (k == 0 ? ": \\fB" : ", \\fB") + literal(option.choices[k]) + "\\fR";
    }
    return text + "\n";
}

std::string section(const Command& command) {
    std::string text = ".SS galley " + literal(command.name);
    text += (command.options.empty() ? "" : " [\\fIOPTION\\fR...]");
    text += (command.operands.empty() ? "" : " \\fI" + literal(command.operands) + "\\fR") + "\n";
    const std::string_view summary = command.summary;
    text += literal(summary) + ".\n";
    for (std::string_view rest = command.description; !rest.empty();) {
        const std::size_t end = std::min(rest.find("\n\n"), rest.size());
        text += ".PP\n" + literal(rest.substr(0, end)) + "\n";
        rest.remove_prefix(std::min(end + 2, rest.size()));
    }
    for (const CommandOption& option : command.options) {
        text += option_entry(option);
    }
    for (const Example& example : command.examples) {
        text += ".PP\n.EX\n" + literal(example.line) + "\n.EE\n" + literal(example.explanation) + ".\n";
    }
    return text;
}

}  // namespace

std::string man_page() {
    std::string text =
        ".TH GALLEY 1 \"\" \"Galley " + literal(version()) +
        "\" \"User Commands\"\n"
        ".SH NAME\ngalley \\- turn news copy into documents that can be trusted\n"
        ".SH SYNOPSIS\n\\fBgalley\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIFILE\\fR...]\n"
        ".SH DESCRIPTION\n"
        "Galley reads news copy and writes it as NewsML\\-G2, PDF, YAML and more. Every value that it read out of "
        "the text says where it came from and how sure it is; every output is checked before it is published; "
        "the same input gives the same bytes. A file called \\- is standard input or output. Data goes to "
        "standard output, everything else to standard error.\n"
        ".SH COMMANDS\n";
    for (const Command* command : commands()) {
        text += section(*command);
    }
    text += ".SH EXIT STATUS\n";
    for (const ExitCodeEntry& entry : exit_codes()) {
        text += ".TP\n\\fB" + std::to_string(static_cast<int>(entry.code)) + "\\fR\n" + literal(entry.meaning) + "\n";
    }
    return text +
           ".SH ENVIRONMENT\n"
           ".TP\nSOURCE_DATE_EPOCH\nseconds since 1970: the clock, where \\fB\\-\\-timestamp\\fR does not set it\n"
           ".TP\nGALLEY_SCHEMAS\nfolder of schemas, where \\fB\\-\\-schema\\fR does not name it\n"
           ".TP\nNO_COLOR\nno colours\n";
}

}  // namespace galley::cli
