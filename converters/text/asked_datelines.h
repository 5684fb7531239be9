#pragma once

#include "converters/text/dateline_parser.h"
#include "converters/text/line_shape.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace galley::text {

/// The datelines that paragraphs begin with. Several rules ask about the same ones near the top; each is parsed once.
/// Views the parser and what it was asked about; one thread.
class AskedDatelines {
public:
    explicit AskedDatelines(const DatelineParser& parser) : parser_(parser) {}

    /// Valid until the fourth other paragraph is asked about.
    [[nodiscard]] const std::optional<DatelineMatch>& of(std::string_view paragraph) {
        for (const Asked& asked : asked_) {
            if (paragraph.data() == asked.paragraph.data() && paragraph.size() == asked.paragraph.size()) {
                return asked.dateline;
            }
        }
        Asked& next = asked_[questions_++ % asked_.size()];
        next = {paragraph, parser_.parse(paragraph)};
        if (next.dateline && is_agency_alone(paragraph, *next.dateline)) {
            next.dateline.reset();
        }
        return next.dateline;
    }

private:
    /// "(時事)", and nothing behind it: it signs a story.
    [[nodiscard]] static bool is_agency_alone(std::string_view paragraph, const DatelineMatch& dateline) {
        return dateline.places.empty() && !dateline.date && dateline.reporters.empty() &&
               !has_letter_or_digit(paragraph.substr(dateline.end));
    }

    struct Asked {
        std::string_view paragraph{};
        std::optional<DatelineMatch> dateline{};
    };

    const DatelineParser& parser_;
    std::array<Asked, 4> asked_{};
    std::size_t questions_ = 0;
};

}  // namespace galley::text
