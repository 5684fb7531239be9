#pragma once

#include "galley/diagnostic.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace galley::cli {

/// Looks of a piece of text on a terminal.
enum class Style { plain, bold, dim, red, yellow, green, cyan, magenta, blue };

/// Where a command talks: data on standard output, everything else on standard error. Text is UTF-8.
class Console {
public:
    /// Colour as the terminal, NO_COLOR (no-color.org), CLICOLOR_FORCE and TERM say.
    Console();

    /// Appends to standard output; written in large pieces and by `flush`.
    void print(std::string_view text);
    /// `text` in `style`, where standard output shows colours.
    [[nodiscard]] std::string styled(std::string_view text, Style style) const {
        return dress(text, style, colour_out_);
    }

    /// One line of talk on standard error, at once.
    void tell(std::string_view line);
    /// A diagnostic on standard error: severity, code, place and message on one line, each hint on one below it.
    void tell(const Diagnostic& diagnostic);

    /// Something that is only worth saying to somebody who watches: one line, when standard error is a terminal.
    void mention(std::string_view line);

    /// Pushes everything out. False when standard output did not take it all (a full disk, a closed pipe).
    [[nodiscard]] bool flush();

    [[nodiscard]] bool output_is_terminal() const { return terminal_out_; }
    /// Columns of the terminal behind standard output; 100 when it is none.
    [[nodiscard]] std::size_t width() const;

private:
    [[nodiscard]] static std::string dress(std::string_view text, Style style, bool colour);

    std::string pending_;
    bool terminal_out_;
    bool terminal_error_;
    bool colour_out_;
    bool colour_error_;
    bool broken_ = false;
};

}  // namespace galley::cli
