#include "tests/unit/text/table.h"

#include "tests/unit/text/read.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

namespace galley::test {

void each_row(const std::string& path,
              const std::function<void(const std::string&, const std::string&, const std::string&)>& on_row) {
    std::istringstream table{project_file(path)};
    for (std::string row; std::getline(table, row);) {
        if (row.starts_with('#')) {
            continue;
        }
        const std::size_t second = row.find('\t') + 1;
        const std::size_t third = row.find('\t', second) + 1;
        CAPTURE(row);
        REQUIRE(second > 1);
        REQUIRE(third > second);
        on_row(row.substr(0, second - 1), row.substr(second, third - second - 1), row.substr(third));
    }
}

std::string with_line_breaks(const std::string& field) {
    std::string text;
    for (std::size_t at = 0; at < field.size(); ++at) {
        const bool line_break = field.compare(at, 2, "\\n") == 0;
        text += line_break ? '\n' : field[at];
        at += line_break ? 1U : 0U;
    }
    return text;
}

std::string with_no_break_spaces(std::string text) {
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at)) {
        text.replace(at, 1, "\u00A0");
    }
    return text;
}

std::string with_last_space_no_break(std::string text) {
    const std::size_t last = text.rfind(' ');
    return last == std::string::npos ? text : text.replace(last, 1, "\u00A0");
}

std::string with_two_spaces(std::string text) {
    constexpr std::size_t longest_abbreviation = 3;
    for (std::size_t space = text.find(' '); space != std::string::npos; space = text.find(' ', space + 1)) {
        const bool bracket = text[space - (space > 0 ? 1 : 0)] == ')';
        const std::size_t word = space - std::min(space, text.substr(0, space).rfind(' ') + 1);
        if (bracket || (space > 0 && text[space - 1] == '.' && word > longest_abbreviation + 1)) {
            return text.insert(space, 1, ' ');
        }
    }
    return text;
}

std::string with_plain_spaces(std::string text) {
    for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0")) {
        text.replace(at, std::string_view("\u00A0").size(), " ");
    }
    return text;
}

}  // namespace galley::test
