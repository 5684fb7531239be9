#include "converters/text/transmission_frame.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t longest_header = 1000;
constexpr std::size_t longest_trailer = 400;

bool is_slug_character(char byte) { return (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '/' || byte == '&'; }

/// The keyword of a header: the first word in capitals with a hyphen in it, "BC-U.K.-MONEY-MARKET".
void find_slug(std::string_view header, TransmissionFrame& frame) {
    for (std::size_t at = 0; at < header.size();) {
        if (!is_slug_character(header[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < header.size() && is_slug_character(header[end])) {
            ++end;
        }
        const std::string_view word = header.substr(at, end - at);
        const std::size_t hyphen = word.find('-');
        if (hyphen != std::string_view::npos && hyphen > 0 && word.size() >= 5 && word[0] >= 'A') {
            frame.slug_begin = at;
            frame.slug_end = end;
            return;
        }
        at = end;
    }
}

}  // namespace

TransmissionFrame find_frame(std::string_view text) {
    TransmissionFrame frame{.end = text.size()};
    const std::size_t start = text.substr(0, longest_header).find('\x02');
    if (start != std::string_view::npos) {
        frame.begin = start + 1;
        find_slug(text.substr(0, start), frame);
    }
    const std::size_t tail = text.size() > longest_trailer ? text.size() - longest_trailer : 0;
    const std::size_t stop = text.find('\x03', std::max(tail, frame.begin));
    if (stop != std::string_view::npos) {
        frame.end = stop;
    }
    return frame;
}

}  // namespace galley::text
