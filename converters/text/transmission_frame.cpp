#include "converters/text/transmission_frame.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t longest_header = 1000;
constexpr std::size_t longest_trailer = 400;
constexpr char start_of_header = '\x01';
constexpr char start_of_text = '\x02';
constexpr char end_of_text = '\x03';
constexpr char end_of_transmission = '\x04';

/// Where the transmission that ends its text at `stop` ends itself; another one's text starts at `next`.
std::size_t find_boundary(std::string_view text, std::size_t stop, std::size_t next) {
    const std::string_view between = text.substr(stop, next - stop);
    std::size_t end = between.find(end_of_transmission);
    if (end != std::string_view::npos) {
        return stop + end + 1;
    }
    end = between.find(start_of_header);
    const std::size_t line_end = between.find('\n');
    return stop + std::min({end, line_end == std::string_view::npos ? line_end : line_end + 1, between.size()});
}

}  // namespace

std::vector<TransmissionFrame> find_frames(std::string_view text) {
    std::vector<TransmissionFrame> frames;
    std::size_t begin = 0;
    std::size_t start = text.substr(0, longest_header).find(start_of_text);
    for (;;) {
        TransmissionFrame frame{.begin = begin, .text_begin = begin, .text_end = text.size(), .end = text.size()};
        std::size_t next = std::string_view::npos;
        if (start != std::string_view::npos) {
            frame.enveloped = true;
            frame.text_begin = start + 1;
            const std::size_t stop = text.find(end_of_text, frame.text_begin);
            next = stop == std::string_view::npos
                       ? stop
                       : text.substr(0, std::min(text.size(), stop + longest_trailer + longest_header))
                             .find(start_of_text, stop);
            const bool nested =
                stop != std::string_view::npos &&
                text.substr(frame.text_begin, stop - frame.text_begin).find(start_of_text) != std::string_view::npos;
            if (next != std::string_view::npos && !nested) {
                frame.text_end = stop;
                frame.end = find_boundary(text, stop, next);
            } else {
                next = std::string_view::npos;
            }
        }
        if (next == std::string_view::npos) {
            const std::size_t tail = text.size() > longest_trailer ? text.size() - longest_trailer : 0;
            const std::size_t stop = text.find(end_of_text, std::max(tail, frame.text_begin));
            frame.text_end = std::min(stop, text.size());
        }
        frames.push_back(frame);
        if (next == std::string_view::npos) {
            return frames;
        }
        begin = frame.end;
        start = next;
    }
}

}  // namespace galley::text
