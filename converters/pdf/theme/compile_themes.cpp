/// Build tool: compiles theme files into C++ initialisers.
///
///     compile_themes OUTPUT THEME.yaml...
///
/// Theme files are two levels of YAML mappings with plain or double-quoted scalars, two spaces deep, and comments on
/// lines of their own; anything else is an error with its line.

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>

namespace {

using Section = std::map<std::string, std::string, std::less<>>;

struct ThemeFile {
    std::string name;
    std::map<std::string, Section, std::less<>> sections;
};

constexpr std::array<std::string_view, 19> styles = {"kicker",       "headline",  "deck",         "byline",    "date",
                                                     "text",         "heading-1", "heading-2",    "heading-3", "quote",
                                                     "attribution",  "table",     "table-header", "caption",   "credit",
                                                     "preformatted", "note",      "furniture",    "embargo"};
constexpr std::array<std::string_view, 11> style_keys = {
    "face", "size", "leading", "before", "after", "indent", "tracking", "align", "colour", "capitals", "balanced"};
constexpr std::array<std::string_view, 9> page_keys = {"width",    "measure",    "top",       "bottom",  "grid",
                                                       "rail-gap", "thick-rule", "thin-rule", "end-mark"};

[[noreturn]] void die(const std::string& message) {
    std::fprintf(stderr, "%s\n", message.c_str());
    std::exit(1);
}

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& keys, std::string_view key) {
    return std::ranges::find(keys, key) != keys.end();
}

ThemeFile read_theme(const std::filesystem::path& path) {
    ThemeFile theme{.name = path.stem().string(), .sections = {}};
    std::ifstream in{path};
    std::string line;
    std::string section;
    for (int number = 1; std::getline(in, line); ++number) {
        const std::string place = path.string() + ":" + std::to_string(number) + ": ";
        if (line.empty() || line[0] == '#') {
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos) {
            die(place + "no 'key: value'");
        }
        if (line[0] != ' ') {
            section = line.substr(0, colon);
            if (section != "page" && section != "colours" && !holds(styles, section)) {
                die(place + "unknown section '" + section + "'");
            }
            theme.sections[section];
            continue;
        }
        const std::string key = line.substr(2, colon - 2);
        std::string value = line.substr(std::min(line.size(), colon + 2));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
            value = value.substr(1, value.size() - 2);
        }
        if (value.empty() || (section == "page" && !holds(page_keys, key)) ||
            (holds(styles, section) && !holds(style_keys, key))) {
            die(place + "unknown key or no value: '" + key + "'");
        }
        theme.sections[section][key] = value;
    }
    return theme;
}

std::string value_of(const Section& section, std::string_view key, std::string_view fallback) {
    const auto found = section.find(key);
    return std::string{found == section.end() ? fallback : std::string_view{found->second}};
}

std::string number(const Section& section, std::string_view key) {
    const std::string value = value_of(section, key, "0");
    if (value.find_first_not_of("-0123456789.") != std::string::npos) {
        die("'" + value + "' is no number");
    }
    return value.contains('.') ? value + "F" : value;
}

/// "#a3131f" or the name of one of the theme's colours.
std::string colour(const ThemeFile& theme, std::string name) {
    if (!name.starts_with('#')) {
        name = value_of(theme.sections.at("colours"), name, "");
    }
    if (name.size() != 7) {
        die(theme.name + ": '" + name + "' is no colour");
    }
    std::string text = "{";
    for (std::size_t i = 1; i < 7; i += 2) {
        text += std::to_string(std::stoi(name.substr(i, 2), nullptr, 16)) + (i < 5 ? " / 255.0F, " : " / 255.0F}");
    }
    return text;
}

std::string flag(bool value) { return value ? "true" : "false"; }

std::string style(const ThemeFile& theme, std::string_view name) {
    const auto found = theme.sections.find(name);
    if (found == theme.sections.end()) {
        die(theme.name + ": no section '" + std::string{name} + "'");
    }
    const Section& section = found->second;
    const std::string face = value_of(section, "face", "text");
    const std::string alignment = value_of(section, "align", "start");
    if (alignment != "justified" && alignment != "start" && alignment != "centre" && alignment != "end") {
        die(theme.name + ": unknown alignment '" + alignment + "'");
    }
    return "{.face = {FontRole::" + face.substr(0, face.find(' ')) + ", " + flag(face.contains(" bold")) + ", " +
           flag(face.contains(" italic")) + "}, .size = " + number(section, "size") +
           ", .leading = " + number(section, "leading") + ", .before = " + number(section, "before") +
           ", .after = " + number(section, "after") + ", .indent = " + number(section, "indent") +
           ", .tracking = " + number(section, "tracking") + ", .alignment = Alignment::" + alignment +
           ", .colour = " + colour(theme, value_of(section, "colour", "ink")) +
           ", .small_capitals = " + flag(value_of(section, "capitals", "") == "small") +
           ", .balanced = " + flag(value_of(section, "balanced", "no") == "yes") + "}";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        die("usage: compile_themes OUTPUT THEME.yaml...");
    }
    std::ofstream out{argv[1]};
    for (int i = 2; i < argc; ++i) {
        const ThemeFile theme = read_theme(argv[i]);
        const auto page = theme.sections.find("page");
        if (page == theme.sections.end() || !theme.sections.contains("colours")) {
            die(theme.name + ": no section 'page' or 'colours'");
        }
        out << "Theme{.name = \"" << theme.name << "\"";
        for (const std::string_view key : page_keys) {
            std::string member{key};
            std::ranges::replace(member, '-', '_');
            out << ", ." << member << " = " << number(page->second, key);
        }
        out << ",\n  .rule = " << colour(theme, "rule") << ", .accent = " << colour(theme, "accent")
            << ", .styles = {{\n";
        for (const std::string_view name : styles) {
            out << "    " << style(theme, name) << ",\n";
        }
        out << "  }}},\n";
    }
    return out.good() ? 0 : 1;
}
