#include "cli/completion.h"

#include "cli/commands.h"
#include "cli/man_page.h"

#include <catch2/catch.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace galley::cli;

namespace {

/// True when `shell` is there and takes `script`; prints why nothing was checked otherwise.
void check_syntax(const std::string& shell, const std::string& script) {
    if (std::system(("command -v " + shell + " > /dev/null 2>&1").c_str()) != 0) {
        std::printf("SKIPPED: no %s to parse its completion script\n", shell.c_str());
        return;
    }
    const auto file = std::filesystem::temp_directory_path() / ("galley-completion-test." + shell);
    std::ofstream(file) << script;
    CHECK(std::system((shell + " -n " + file.string()).c_str()) == 0);
    std::filesystem::remove(file);
}

}  // namespace

TEST_CASE("shells parse their completion scripts, which know every command and option") {
    const std::vector<std::string_view> formats{"yaml", "pdf"};
    const std::pair<const char*, std::string> scripts[] = {
        {"bash", bash_completion(formats)}, {"zsh", zsh_completion(formats)}, {"fish", fish_completion(formats)}};
    for (const auto& [shell, script] : scripts) {
        INFO(shell);
        check_syntax(shell, script);
        CHECK(script.find("yaml pdf") != std::string::npos);
        for (const Command* command : commands()) {
            CHECK(script.find(command->name) != std::string::npos);
            for (const CommandOption& option : command->options) {
                CHECK(script.find(option.name) != std::string::npos);
            }
        }
    }
}

TEST_CASE("the manual names every command and option") {
    const std::string page = man_page();
    CHECK(page.starts_with(".TH GALLEY 1"));
    for (const Command* command : commands()) {
        INFO(command->name);
        CHECK(page.find(".SS galley " + std::string(command->name)) != std::string::npos);
    }
    CHECK(page.find("\\fB\\-\\-output\\-dir\\fR") != std::string::npos);
    CHECK(page.find("EXIT STATUS") != std::string::npos);
}

TEST_CASE("every command can be run and explains itself") {
    for (const Command* command : commands()) {
        INFO(command->name);
        CHECK(command->run != nullptr);
        CHECK_FALSE(command->summary.empty());
        CHECK(command->least_operands <= command->most_operands);
        for (const CommandOption& option : command->options) {
            INFO(option.name);
            CHECK_FALSE(option.help.empty());
            CHECK((option.completes == Completes::choice) == !option.choices.empty());
        }
    }
}
