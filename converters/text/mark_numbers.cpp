#include "converters/text/mark_numbers.h"

#include <cstddef>

namespace galley::text {

bool has_marks_numbers(std::string_view line, PhraseKind kind) {
    constexpr int largest_page = 999;
    int before = -1;
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] < '0' || line[at] > '9') {
            ++at;
            continue;
        }
        int number = 0;
        while (at < line.size() && line[at] >= '0' && line[at] <= '9' && number <= largest_page) {
            number = number * 10 + (line[at++] - '0');
        }
        const bool fits = kind == PhraseKind::end_mark ? number == 30 || number == 0
                                                       : number <= largest_page && (before < 0 || number == before);
        if (!fits) {
            return false;
        }
        before = number;
    }
    return true;
}

}  // namespace galley::text
