#include "converters/text/dateline_dash.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

namespace galley::text {

bool take_dash(Scanner& scanner, bool after_date) {
    Scanner ahead = scanner;
    const std::size_t start = ahead.at();
    (void)ahead.take(',');
    ahead.skip_spaces();
    const bool space_before = ahead.at() > start;
    const char32_t code = ahead.peek();
    if (code == '.') {
        ahead.skip();  // EFE's ".-"
        if (!is_dash(ahead.peek())) {
            return false;
        }
        ahead.skip();
        scanner = ahead;
        return true;
    }
    if (!is_dash(code) && code != '_') {
        return false;
    }
    ahead.skip();
    const bool is_double = is_dash(ahead.peek());
    if (is_double) {
        ahead.skip();
    }
    const bool is_long = is_double || code == 0x2014 || code == 0x2013 || code == 0x2015 || code == 0x2E3A;
    const bool space_after = ahead.at_end() || ahead.peek() == ' ';
    const bool behind_bracket = scanner.before() == ')' || scanner.before() == '/';
    const char32_t next = ahead.peek();
    const bool set_off =
        (space_after && (space_before || after_date || behind_bracket)) || (space_before && after_date) ||
        (behind_bracket && is_letter(next) && !is_lower(ahead.at_end() ? 0 : utf8::at(ahead.line(), ahead.at()).code));
    if (!is_long && !set_off) {
        return false;
    }
    scanner = ahead;
    return true;
}

}  // namespace galley::text
