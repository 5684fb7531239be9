#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>
#include <cerrno>
#include <cstdlib>

namespace galley::cli {
namespace {

constexpr std::size_t piece = 64 * 1024;
constexpr std::size_t default_width = 100;
constexpr std::size_t least_width = 40;

bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

bool wants_colour(bool terminal) {
    if (is_set("NO_COLOR")) {
        return false;
    }
    if (is_set("CLICOLOR_FORCE") && std::string_view(std::getenv("CLICOLOR_FORCE")) != "0") {
        return true;
    }
    const char* term = std::getenv("TERM");
    return terminal && term != nullptr && std::string_view(term) != "dumb";
}

std::string_view sequence(Style style) {
    switch (style) {
        case Style::plain: return "";
        case Style::bold: return "\x1b[1m";
        case Style::dim: return "\x1b[2m";
        case Style::red: return "\x1b[1;31m";
        case Style::yellow: return "\x1b[1;33m";
        case Style::green: return "\x1b[32m";
        case Style::cyan: return "\x1b[36m";
        case Style::magenta: return "\x1b[35m";
        case Style::blue: return "\x1b[34m";
    }
    return "";
}

Style style_of(Severity severity) {
    switch (severity) {
        case Severity::info: return Style::cyan;
        case Severity::warning: return Style::yellow;
        case Severity::error: return Style::red;
    }
    return Style::plain;
}

std::string place_of(const Diagnostic& diagnostic) {
    const Where& where = diagnostic.where;
    const char* const stream = diagnostic.cause == Cause::output ? "standard output" : "standard input";
    std::string place = where.source == "-" ? stream : where.source;
    if (where.line > 0) {
        place += (place.empty() ? "" : ":") + std::to_string(where.line);
        if (where.column > 0) {
            place += ":" + std::to_string(where.column);
        }
    }
    return place;
}

/// Messages name files and quote input: what would steer the terminal, C1 controls too, is shown as a question mark.
std::string harmless(std::string_view text) {
    std::string shown;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool is_c1 =
            byte == 0xc2 && at + 1 < text.size() && (static_cast<unsigned char>(text[at + 1]) & 0xe0U) == 0x80;
        at += is_c1 ? 1 : 0;
        shown += is_c1 || byte < 0x20 || byte == 0x7f ? '?' : text[at];
    }
    return shown;
}

}  // namespace

Console::Console()
    : terminal_out_(::isatty(STDOUT_FILENO) == 1),
      terminal_error_(::isatty(STDERR_FILENO) == 1),
      colour_out_(wants_colour(terminal_out_)),
      colour_error_(wants_colour(terminal_error_)) {}

std::string Console::dress(std::string_view text, Style style, bool colour) {
    if (!colour || style == Style::plain || text.empty()) {
        return std::string(text);
    }
    std::string dressed(sequence(style));
    dressed += text;
    dressed += "\x1b[0m";
    return dressed;
}

void Console::print(std::string_view text) {
    pending_ += text;
    if (pending_.size() >= piece) {
        broken_ = !write_all(STDOUT_FILENO, pending_) || broken_;
        pending_.clear();
    }
}

bool Console::flush() {
    broken_ = !write_all(STDOUT_FILENO, pending_) || broken_;
    pending_.clear();
    return !broken_;
}

void Console::tell(std::string_view line) {
    std::string whole(line);
    whole += '\n';
    write_all(STDERR_FILENO, whole);
}

void Console::tell(const Diagnostic& diagnostic) {
    std::string text = dress(name_of(diagnostic.severity), style_of(diagnostic.severity), colour_error_);
    text += ' ' + diagnostic.code;
    const std::string place = harmless(place_of(diagnostic));
    text += (place.empty() ? "" : " " + dress(place, Style::bold, colour_error_)) + ": " +
            harmless(diagnostic.message) + '\n';
    for (const std::string& hint : diagnostic.hints) {
        text += dress("hint:", Style::green, colour_error_) + ' ' + harmless(hint) + '\n';
    }
    write_all(STDERR_FILENO, text);
}

void Console::mention(std::string_view line) {
    if (terminal_error_) {
        tell(dress(line, Style::dim, colour_error_));
    }
}

std::size_t Console::width() const {
    winsize size{};
    if (terminal_out_ && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return std::max<std::size_t>(size.ws_col, least_width);
    }
    return default_width;
}

}  // namespace galley::cli
