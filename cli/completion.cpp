#include "cli/completion.h"

#include "cli/commands.h"

namespace galley::cli {
namespace {

using Words = std::vector<std::string_view>;

std::string joined(const Words& words) {
    std::string text;
    for (const std::string_view word : words) {
        text += (text.empty() ? "" : " ") + std::string(word);
    }
    return text;
}

Words command_names() {
    Words names;
    for (const Command* command : commands()) {
        names.push_back(command->name);
    }
    return names;
}

/// The words that complete a value; empty where files do, or nothing.
std::string candidates(Completes completes, std::span<const std::string_view> choices, const Words& formats) {
    switch (completes) {
        case Completes::format: return joined(formats);
        case Completes::command: return joined(command_names());
        case Completes::choice: return joined({choices.begin(), choices.end()});
        case Completes::nothing:
        case Completes::file:
        case Completes::folder: return "";
    }
    return "";
}

std::string spellings(const Command& command) {
    std::string text = "--help";
    for (const CommandOption& option : command.options) {
        text += " --" + std::string(option.name);
    }
    return text;
}

/// `text` inside single quotes of a shell, with `escaped` taken literally by the completion system, too.
std::string quoted(std::string_view text, std::string_view escaped) {
    std::string result;
    for (const char c : text) {
        if (c == '\'') {
            result += "'\\''";
            continue;
        }
        if (escaped.find(c) != std::string_view::npos) {
            result += '\\';
        }
        result += c;
    }
    return result;
}

std::string bash_values(const Command& command, const Words& formats) {
    std::string text;
    for (const CommandOption& option : command.options) {
        const std::string words = candidates(option.completes, option.choices, formats);
        if (option.value.empty()) {
            continue;
        }
        const std::string name(command.name);
        text += "        '" + name + " --" + std::string(option.name) + "'";
        text += option.letter != 0 ? "|'" + name + " -" + option.letter + "')" : ")";
        if (option.completes == Completes::folder) {
            text += " compopt -o dirnames;";
        }
        text += words.empty() ? " return ;;\n" : " words='" + words + "' ;;\n";
    }
    return text;
}

std::string zsh_action(Completes completes, std::span<const std::string_view> choices, const Words& formats) {
    if (completes == Completes::file) {
        return "_files";
    }
    if (completes == Completes::folder) {
        return "_files -/";
    }
    const std::string words = candidates(completes, choices, formats);
    return words.empty() ? " " : "(" + words + ")";
}

std::string zsh_option(const CommandOption& option, const Words& formats) {
    const std::string name = "--" + std::string(option.name);
    std::string text = option.repeatable ? "'*'" : "";
    if (option.letter != 0) {
        text += std::string("{-") + option.letter + "," + name + "}";
    } else {
        text += name;
    }
    text += "'[" + quoted(option.help, "[]:\\") + "]";
    if (!option.value.empty()) {
        text += ":" + quoted(option.value, ":\\") + ":" + zsh_action(option.completes, option.choices, formats);
    }
    return text + "'";
}

}  // namespace

std::string bash_completion(const Words& formats) {
    std::string values;
    std::string options;
    for (const Command* command : commands()) {
        values += bash_values(*command, formats);
        options += "        " + std::string(command->name) + ") options='" + spellings(*command) + "' words='" +
                   candidates(command->operands_complete, {}, formats) + "' ;;\n";
    }
    return "# bash completion of galley; put into /usr/share/bash-completion/completions/galley\n"
           "_galley() {\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} words='' options='' list=''\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
           "        mapfile -t COMPREPLY < <(compgen -W '" +
           joined(command_names()) +
           " --help --version' -- \"$current\")\n"
           "        return\n"
           "    fi\n"
           "    case \"${COMP_WORDS[1]} $previous\" in\n" +
           values + "        *) case ${COMP_WORDS[1]} in\n" + options +
           "        esac\n"
           "        case $current in -*) words=$options ;; esac ;;\n"
           "    esac\n"
           "    case $current in *,*) list=${current%,*}, ;; esac\n"
           "    mapfile -t COMPREPLY < <(compgen -P \"$list\" -W \"$words\" -- \"${current##*,}\")\n"
           "}\n"
           "complete -o default -F _galley galley\n";
}

std::string zsh_completion(const Words& formats) {
    std::string listed;
    std::string cases;
    for (const Command* command : commands()) {
        listed += "        '" + std::string(command->name) + ":" + quoted(command->summary, ":\\") + "'\n";
        cases += "        " + std::string(command->name) + ") _arguments -s";
        for (const CommandOption& option : command->options) {
            cases += " \\\n            " + zsh_option(option, formats);
        }
        cases += " \\\n            '(- *)'{-h,--help}'[print help]'";
        if (!command->operands.empty()) {
            cases += " \\\n            '*:" + quoted(command->operands, ":\\") + ":" +
                     zsh_action(command->operands_complete, {}, formats) + "'";
        }
        cases += " ;;\n";
    }
    return "#compdef galley\n"
           "# zsh completion of galley; put into a folder of $fpath as _galley\n"
           "_galley() {\n"
           "    local -a galley_commands=(\n" +
           listed +
           "    )\n"
           "    if (( CURRENT == 2 )); then\n"
           "        _describe command galley_commands\n"
           "        return\n"
           "    fi\n"
           "    shift words\n"
           "    (( CURRENT-- ))\n"
           "    case $words[1] in\n" +
           cases +
           "    esac\n"
           "}\n"
           "if [ \"$funcstack[1]\" = _galley ]; then _galley \"$@\"; else compdef _galley galley; fi\n";
}

std::string fish_completion(const Words& formats) {
    std::string text = "# fish completion of galley; put into ~/.config/fish/completions/galley.fish\n";
    for (const Command* command : commands()) {
        const std::string name(command->name);
        text += "complete -c galley -n __fish_use_subcommand -f -a " + name + " -d '" + quoted(command->summary, "") +
                "'\n";
        const std::string start = "complete -c galley -n '__fish_seen_subcommand_from " + name + "'";
        for (const CommandOption& option : command->options) {
            text += start + " -l " + std::string(option.name);
            text += option.letter != 0 ? std::string(" -s ") + option.letter : "";
            const std::string words = candidates(option.completes, option.choices, formats);
            if (!option.value.empty()) {
                text += words.empty()
                            ? option.completes == Completes::folder ? " -x -a '(__fish_complete_directories)'" : " -r"
                            : " -x -a '" + words + "'";
            }
            text += " -d '" + quoted(option.help, "") + "'\n";
        }
        if (const std::string words = candidates(command->operands_complete, {}, formats); !words.empty()) {
            text += start + " -f -a '" + words + "'\n";
        }
    }
    return text;
}

}  // namespace galley::cli
