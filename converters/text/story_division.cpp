#include "converters/text/story_division.h"

#include "converters/text/line.h"
#include "converters/text/line_shape.h"
#include "converters/text/mark_numbers.h"
#include "converters/text/transmission_stamp.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t longest_mark = 16;
constexpr std::size_t longest_head = 120;  ///< columns of a headline
constexpr std::size_t shortest_text = 90;  ///< columns of a paragraph, over all its lines
constexpr std::size_t most_head_lines = 8;

/// The line of `text` that starts at `begin`, white space around it aside, and where the next one starts.
struct PlainLine {
    std::string_view words;
    std::size_t next = 0;
};

PlainLine line_at(std::string_view text, std::size_t begin) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    return {utf8::trim(text.substr(begin, end - begin)), std::min(end + 1, text.size())};
}

/// True when `part` begins as a story does: a line that is a headline's, and a paragraph not far below.
bool begins_like_story(std::string_view part) {
    std::size_t lines = 0;
    std::size_t paragraph = 0;
    for (std::size_t at = 0; at < part.size() && lines <= most_head_lines;) {
        const PlainLine line = line_at(part, at);
        at = line.next;
        if (line.words.empty()) {
            paragraph = 0;
            continue;
        }
        if (lines++ == 0) {
            const bool headline = line.words.size() <= 4 * longest_head && columns(line.words) <= longest_head &&
                                  !ends_sentence(line.words);
            if (!headline) {
                return false;
            }
            continue;
        }
        paragraph += line.words.size();
        if (paragraph >= shortest_text) {
            return true;
        }
    }
    return false;
}

class Division {
public:
    Division(std::string_view text, const Conventions& conventions) : text_(text), conventions_(conventions) {}

    [[nodiscard]] std::vector<TransmissionFrame> by_telex() const {
        std::vector<TransmissionFrame> frames;
        bool ended = true;
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t begin = at;
            const PlainLine line = line_at(text_, begin);
            at = line.next;
            if (ended && line.words.starts_with("ZCZC")) {
                if (!frames.empty()) {
                    frames.back().end = begin;
                }
                const std::size_t start = frames.empty() ? 0 : begin;
                frames.push_back({.begin = start, .text_begin = at, .text_end = text_.size(), .end = text_.size()});
                ended = false;
            } else if (!ended && ends_telex(line.words)) {
                frames.back().text_end = begin;
                ended = true;
            } else if (frames.empty() && !line.words.empty() && !ends_telex(line.words)) {
                return {};  // the end of another message may stand above the first one
            }
        }
        return ended ? frames : std::vector<TransmissionFrame>{};
    }

    [[nodiscard]] std::vector<TransmissionFrame> by_end_marks() const {
        std::vector<TransmissionFrame> frames;
        std::string_view mark;
        std::size_t begin = 0;
        for (std::size_t at = 0; at < text_.size();) {
            const PlainLine line = line_at(text_, at);
            const std::size_t end = line.next;
            const bool same = is_end_mark(line.words) && (mark.empty() || mark == line.words);
            at = end;
            if (!same) {
                continue;
            }
            if (!begins_like_story(text_.substr(begin, end - begin))) {
                return {};
            }
            mark = line.words;
            frames.push_back({.begin = begin, .text_begin = begin, .text_end = end, .end = end});
            begin = end;
        }
        if (frames.empty()) {
            return {};
        }
        if (begins_like_story(text_.substr(begin))) {
            return {};  // the last one has no mark: then the marks divide, they do not end
        }
        frames.back().text_end = frames.back().end = text_.size();
        return frames;
    }

private:
    [[nodiscard]] bool is_end_mark(std::string_view line) const {
        return !line.empty() && line.size() <= longest_mark &&
               conventions_.lexicon().whole(line, PhraseKind::end_mark) &&
               has_marks_numbers(line, PhraseKind::end_mark);
    }

    std::string_view text_;
    const Conventions& conventions_;
};

}  // namespace

std::vector<TransmissionFrame> divide_stories(std::string_view text, const Conventions& conventions) {
    std::vector<TransmissionFrame> frames = find_frames(text);
    if (frames.size() > 1 || frames.front().enveloped) {
        return frames;
    }
    const Division division{text, conventions};
    if (std::vector<TransmissionFrame> telex = division.by_telex(); !telex.empty()) {
        return telex;
    }
    if (std::vector<TransmissionFrame> ended = division.by_end_marks(); ended.size() > 1) {
        return ended;
    }
    return frames;
}

}  // namespace galley::text
