#include "cli/command_line.h"

#include "galley/suggest.h"
#include "galley/try.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <exception>
#include <map>
#include <utility>
#include <vector>

namespace galley::cli {
namespace {

Diagnostic usage(const Command& command, std::string code, std::string message, std::vector<std::string> hints = {}) {
    hints.push_back("`galley help " + std::string(command.name) + "` lists its options");
    return {.cause = Cause::usage, .code = std::move(code), .message = std::move(message), .hints = std::move(hints)};
}

std::string spelling(const CommandOption& option) {
    std::string names = "--" + std::string(option.name);
    if (option.letter != 0) {
        names = std::string("-") + option.letter + "," + names;
    }
    return names;
}

Diagnostic unknown_option(const Command& command, std::string_view word) {
    const std::string_view name = word.substr(0, word.find('='));
    std::vector<std::string> spelled;
    for (const CommandOption& option : command.options) {
        spelled.push_back("--" + std::string(option.name));
    }
    const std::vector<std::string_view> candidates(spelled.begin(), spelled.end());
    return usage(command, "usage.unknown-option",
                 "'galley " + std::string(command.name) + "' has no option '" + std::string(name) + "'",
                 suggest(name, candidates));
}

Result<> check_choice(const Command& command, const CommandOption& option, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
        if (option.completes == Completes::choice && std::ranges::find(option.choices, value) == option.choices.end()) {
            std::string list;
            for (const std::string_view choice : option.choices) {
                list += (list.empty() ? "" : ", ") + std::string(choice);
            }
            return fail(usage(command, "usage.bad-value",
                              "--" + std::string(option.name) + " cannot be '" + value + "'; it is one of " + list));
        }
        if (value.empty()) {
            return fail(usage(command, "usage.missing-value", "--" + std::string(option.name) + " has an empty value"));
        }
    }
    return {};
}

Result<> check_operands(const Command& command, const Arguments& arguments) {
    if (arguments.operands.size() < command.least_operands) {
        return fail(usage(
            command, "usage.too-few-operands",
            "'galley " + std::string(command.name) + "' needs " + std::string(command.operands),
            command.reads_input ? std::vector<std::string>{"'-' reads standard input"} : std::vector<std::string>()));
    }
    if (arguments.operands.size() > command.most_operands) {
        return fail(usage(command, "usage.too-many-operands",
                          "'galley " + std::string(command.name) + "' does not take '" +
                              arguments.operands[command.most_operands] + "'"));
    }
    return {};
}

/// CLI11 reports what is wrong by exceptions of its own; this is the only place that sees them.
class Parser {
public:
    explicit Parser(const Command& command) : command_(command), app_(std::string(command.summary)) {
        app_.set_help_flag();
        app_.add_flag("-h,--help");
        for (const CommandOption& option : command.options) {
            if (option.value.empty()) {
                app_.add_flag(spelling(option));
            } else {
                auto* added = app_.add_option(spelling(option));
                added->type_size(1);
                added->expected(1, option.repeatable ? CLI::detail::expected_max_vector_size : 1);
                added->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
                added->allow_extra_args(false);
            }
        }
        app_.allow_extras();
    }

    Result<Arguments> parse(std::span<const char* const> words) {
        GALLEY_CHECK(check_values(words));
        std::vector<std::string> reversed(words.rbegin(), words.rend());
        try {
            app_.parse(std::move(reversed));
        } catch (const CLI::ArgumentMismatch& error) {
            return fail(
                usage(command_, "usage.missing-value", "an option lacks its value or has it twice: " + plain(error)));
        } catch (const CLI::ParseError& error) {
            return fail(usage(command_, "usage.bad-arguments", "the arguments cannot be read: " + plain(error)));
        } catch (const std::exception& error) {
            return fail(
                usage(command_, "usage.bad-arguments", std::string("the arguments cannot be read: ") + error.what()));
        }
        return collect();
    }

private:
    /// For CLI11 an option that ends in "=" has its value in the next word.
    [[nodiscard]] Result<> check_values(std::span<const char* const> words) const {
        for (const std::string_view word : words) {
            if (word == "--") {
                break;
            }
            const auto is_meant = [&](const CommandOption& option) {
                return word.size() == option.name.size() + 3 && word.starts_with("--") && word.ends_with('=') &&
                       word.substr(2, option.name.size()) == option.name;
            };
            if (std::ranges::any_of(command_.options, is_meant)) {
                const std::string name(word.substr(0, word.size() - 1));
                return fail(usage(command_, "usage.missing-value", name + " has an empty value"));
            }
        }
        return {};
    }

    static std::string plain(const CLI::ParseError& error) {
        std::string text = error.what();
        std::ranges::replace(text, '\n', ' ');
        return text;
    }

    Result<Arguments> collect() {
        Arguments arguments;
        if (app_.count("--help") > 0) {
            arguments.give("help", {});
            return arguments;
        }
        for (const CommandOption& option : command_.options) {
            const std::string name = "--" + std::string(option.name);
            if (app_.count(name) == 0) {
                continue;
            }
            const auto values = option.value.empty() ? std::vector<std::string>{} : app_.get_option(name)->results();
            GALLEY_CHECK(check_choice(command_, option, values));
            if (values.size() > 1 && !option.repeatable) {
                return fail(usage(command_, "usage.bad-arguments", name + " can be given only once"));
            }
            arguments.give(option.name, values);
        }
        GALLEY_CHECK(collect_operands(arguments));
        return arguments;
    }

    Result<> collect_operands(Arguments& arguments) {
        bool options_ended = false;
        for (const std::string& word : app_.remaining()) {
            if (word == "--" && !options_ended) {
                options_ended = true;
            } else if (!options_ended && word.size() > 1 && word.front() == '-') {
                return fail(unknown_option(command_, word));
            } else {
                arguments.operands.push_back(word);
            }
        }
        return check_operands(command_, arguments);
    }

    const Command& command_;
    CLI::App app_;
};

}  // namespace

Result<Arguments> parse_command_line(const Command& command, std::span<const char* const> words) {
    return Parser(command).parse(words);
}

}  // namespace galley::cli
