#include "cli/story_drawing.h"

#include "cli/text_columns.h"
#include "galley/plain_text.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::cli {
namespace {

constexpr std::size_t margin = 22;
constexpr std::size_t number_width = 5;

/// Text that is safe to show: control characters would steer the terminal, a tab would break the columns.
std::string harmless(std::string_view text) {
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = utf8::at(text, at);
        if (character.code == '\t') {
            shown += ' ';
        } else if (character.code < 0x20 || utf8::is_control_or_noncharacter(character.code)) {
            shown += "·";
        } else {
            shown += text.substr(at, character.size);
        }
        at += character.size;
    }
    return shown;
}

struct Mark {
    SourceText::Range range;
    Style style = Style::plain;
    std::string label;  ///< for the margin; empty for parts
};

std::vector<Mark> marks_of(const SourceText& source, const std::vector<FoundValue>& values, const Blocks& body) {
    std::vector<Mark> marks;
    for (const FoundValue& value : values) {
        if (value.span) {
            marks.push_back(
                {source.locate(*value.span), style_of(value), value.part || value.furniture ? "" : value.what});
        }
    }
    std::size_t number = 0;
    for (const Block& block : body) {
        ++number;
        if (block.span) {
            marks.push_back({source.locate(*block.span), Style::plain, "¶" + std::to_string(number)});
        }
    }
    std::ranges::stable_sort(marks, {}, [](const Mark& mark) { return mark.range.begin; });
    return marks;
}

/// Draws line after line; the marks that are still of use go along with it.
class Drawing {
public:
    Drawing(const SourceText& source, std::vector<Mark> marks, const Console& console)
        : source_(source),
          marks_(std::move(marks)),
          console_(console) {}

    std::string draw() {
        const std::size_t room = console_.width() - margin - number_width - 3;
        std::size_t number = 0;
        for (const auto line : source_.lines()) {
            ++number;
            std::string shown_number = std::to_string(number);
            const std::string_view text = source_.text().substr(line.begin, line.end - line.begin);
            auto pieces = wrapped(text, room);
            if (pieces.empty()) {
                pieces.push_back(text);
            }
            for (const std::string_view piece : pieces) {
                const auto begin = static_cast<std::size_t>(piece.data() - source_.text().data());
                put_line({begin, begin + piece.size()}, shown_number);
                shown_number.clear();
            }
        }
        return std::move(result_);
    }

private:
    void put_line(SourceText::Range line, const std::string& number) {
        while (next_ < marks_.size() && marks_[next_].range.begin <= line.end) {
            open_.push_back(next_++);
        }
        std::erase_if(open_, [&](std::size_t mark) {
            return marks_[mark].range.end <= line.begin && marks_[mark].range.begin < line.begin;
        });
        const std::string label = padded(shortened(labels(line), margin - 1), margin);
        const std::string numbered =
            std::string(number_width - std::min(number_width, number.size()), ' ') + number + "  ";
        std::string row = console_.styled(label, Style::bold) + console_.styled(numbered, Style::dim) + painted(line);
        row.resize(row.find_last_not_of(' ') + 1);
        result_ += row + "\n";
    }

    [[nodiscard]] std::string labels(SourceText::Range line) const {
        std::string text;
        for (const std::size_t mark : open_) {
            const Mark& one = marks_[mark];
            const bool begins_here =
                one.range.begin >= line.begin && one.range.begin < std::max(line.end, line.begin + 1);
            if (begins_here && !one.label.empty()) {
                text += (text.empty() ? "" : ", ") + one.label;
            }
        }
        return text;
    }

    [[nodiscard]] std::string painted(SourceText::Range line) const {
        std::vector<Style> styles(line.end - line.begin, Style::plain);
        for (const std::size_t mark : open_) {
            const auto range = marks_[mark].range;
            if (marks_[mark].style == Style::plain) {
                continue;
            }
            for (std::size_t at = std::max(range.begin, line.begin); at < std::min(range.end, line.end); ++at) {
                styles[at - line.begin] = marks_[mark].style;
            }
        }
        std::string text;
        for (std::size_t begin = 0; begin < styles.size();) {
            const auto end =
                static_cast<std::size_t>(std::find_if(styles.begin() + static_cast<std::ptrdiff_t>(begin), styles.end(),
                                                      [&](Style style) { return style != styles[begin]; }) -
                                         styles.begin());
            text += console_.styled(harmless(source_.text().substr(line.begin + begin, end - begin)), styles[begin]);
            begin = end;
        }
        return text;
    }

    const SourceText& source_;
    std::vector<Mark> marks_;  ///< by where they begin
    const Console& console_;
    std::size_t next_ = 0;           ///< first of `marks_` that begins behind the line
    std::vector<std::size_t> open_;  ///< marks that reach into the line
    std::string result_;
};

}  // namespace

Style style_of(const FoundValue& value) {
    const std::string_view what = value.what;
    if (what == "headline" || what == "kicker" || what == "deck") {
        return Style::magenta;
    }
    if (what == "byline" || what == "by" || what == "contributor") {
        return Style::green;
    }
    if (what == "date" || what == "updated") {
        return Style::cyan;
    }
    if (what == "dateline" || what == "place" || what == "agency") {
        return Style::blue;
    }
    return Style::dim;
}

std::string draw_story(const SourceText& source, const std::vector<FoundValue>& values, const Blocks& body,
                       const Console& console) {
    return Drawing(source, marks_of(source, values, body), console).draw();
}

std::string draw_body(const Blocks& body, const Console& console) {
    std::string text;
    std::size_t number = 0;
    for (const Block& block : body) {
        const std::string lines = paragraph(harmless(plain_text(block)), margin, console.width());
        const std::string label = padded("¶" + std::to_string(++number), margin);
        text += console.styled(label, Style::bold) + (lines.size() > margin ? lines.substr(margin) : "\n");
    }
    return text;
}

}  // namespace galley::cli
