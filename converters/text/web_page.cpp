#include "converters/text/web_page.h"

#include "converters/text/caption.h"
#include "converters/text/crosshead.h"
#include "converters/text/line_shape.h"
#include "converters/text/listing.h"
#include "converters/text/lone_furniture.h"
#include "converters/text/page_shapes.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace galley::text {
namespace {

constexpr std::size_t most_marks = 3;       ///< marks of the web that prove a page, whatever its layout
constexpr std::size_t longest_credit = 70;  ///< columns of a line that is nothing but a credit
constexpr std::size_t marks_if_spaced = 2;  ///< where paragraphs stand between blank lines, as browsers copy them

class WebPage {
public:
    explicit WebPage(StoryText& story) : story_(story), chunks_(story.chunks) {}

    void run() {
        first_ = first_settled();
        drop_invisible();
        if (!is_web_page()) {
            keep_lone_furniture(story_, first_, dated_);
            if (shapes_.spaced && may_have_crossheads()) {
                find_crossheads(story_, shapes_, text_begin(), false);
            }
            return;
        }
        find_captions();
        find_deck();
        drop_repeated();
        keep_listed();
        keep_listings(story_, shapes_, text_begin());
        drop_groups();
        drop_link_lists();
        find_crossheads(story_, shapes_, text_begin(), true);
        for (std::size_t index = 0; index < chunks_.size(); ++index) {
            if (shapes_[index].drop) {
                chunks_[index].become(FurnitureKind::navigation);
            }
        }
    }

private:
    /// "Published 4 hours ago", "Updated Jan. 2, 2026 10:15 a.m.": a page says when it was changed, to the minute.
    /// A stamp without a space was written by a machine, and not for readers.
    [[nodiscard]] bool has_page_date(const StoryChunk& chunk) const {
        if ((chunk.role != ChunkRole::head_line && chunk.role != ChunkRole::byline) || !chunk.head) {
            return false;
        }
        const bool timed = chunk.head->date && chunk.head->date->date.time &&
                           story_.text_of(chunk).find(' ') != std::string_view::npos;
        return chunk.head->relative_date || chunk.head->updated || timed;
    }

    /// A web page has many lines that are no text. Where there are but one or two in the body, they are part of it;
    /// where there are more, so are the menus and lists of other stories between them.
    [[nodiscard]] bool is_web_page() {
        std::vector<std::string_view> different;
        std::size_t beside = 0;
        std::size_t captions = 0;
        for (std::size_t index = 0; index < chunks_.size() && different.size() < most_marks; ++index) {
            const StoryChunk& chunk = chunks_[index];
            beside +=
                index > first_ && (chunk.role == ChunkRole::address || chunk.role == ChunkRole::caption) ? 1U : 0U;
            captions += index > first_ && chunk.role == ChunkRole::caption ? 1U : 0U;
            dated_ = dated_ || has_page_date(chunk);
            // The names of sections are words of the text as well: ministries, subjects.
            if (is_label_of_the_web(chunk) && std::ranges::find(different, story_.text_of(chunk)) == different.end()) {
                different.push_back(story_.text_of(chunk));
            }
        }
        const std::size_t marks = different.size() + captions + (dated_ ? 1U : 0U);
        if (marks > 0 || may_have_crossheads()) {
            shapes_ = measure_page(story_);
        }
        return different.size() + (beside >= 2 ? 1U : 0U) + (dated_ ? 1U : 0U) >= most_marks ||
               (shapes_.spaced && marks > 0 && marks + count_credits() >= marks_if_spaced);
    }

    /// How many lines end in a picture's credit, as far as that matters.
    [[nodiscard]] std::size_t count_credits() {
        std::size_t credits = 0;
        for (std::size_t index = text_begin(); index < chunks_.size() && credits < marks_if_spaced; ++index) {
            credits += shapes_[index].text && find_credit(index) ? 1U : 0U;
        }
        return credits;
    }

    [[nodiscard]] bool find_credit(std::size_t index) {
        std::optional<bool>& credit = shapes_[index].credit;
        if (!credit) {
            credit = find_picture_credit(story_.text_of(chunks_[index]), *story_.conventions, story_.language) !=
                     std::string_view::npos;
        }
        return *credit;
    }

    void drop_invisible() {
        for (std::size_t index = first_; index < chunks_.size(); ++index) {
            const bool separator =
                chunks_[index].role == ChunkRole::furniture && chunks_[index].furniture == FurnitureKind::separator;
            if (separator && is_invisible(story_.text_of(chunks_[index]))) {
                chunks_[index].furniture = FurnitureKind::control;
            }
        }
    }

    /// Where authors or a date stand below the headline and each line is a paragraph, crossheads are told by their
    /// shape, page or not; unless all that follows is running text.
    [[nodiscard]] bool may_have_crossheads() const {
        return story_.body > first_ + 1 && !story_.layout.wrapped &&
               !std::ranges::all_of(std::span(chunks_).subspan(std::min(text_begin(), chunks_.size())), is_paragraph,
                                    &StoryChunk::role);
    }

    [[nodiscard]] std::size_t text_begin() const { return std::max(story_.body, first_ + 1); }

    [[nodiscard]] bool is_loose(std::size_t index) const { return shapes_[index].is_loose(); }

    void become_caption(std::size_t index) {
        chunks_[index].role = ChunkRole::caption;
        shapes_[index].text = false;
        shapes_[index].furniture = true;
    }

    /// A line with a picture's credit at its end, and the line above one that is nothing but a credit.
    void find_captions() {
        for (std::size_t index = text_begin(); index < chunks_.size(); ++index) {
            if (shapes_[index].text && find_credit(index)) {
                become_caption(index);
            }
            const bool credit_alone =
                chunks_[index].role == ChunkRole::caption && shapes_[index].columns <= longest_credit;
            if (!credit_alone || index == text_begin()) {
                continue;
            }
            const bool same_group = shapes_.spaced && shapes_[index - 1].group == shapes_[index].group;
            if (is_loose(index - 1) ||
                (same_group && shapes_[index - 1].text && shapes_[index - 1].columns <= longest_item)) {
                become_caption(index - 1);
            }
        }
    }

    /// A sentence right below the author's or the date's line, where paragraphs stand between blank lines: the
    /// standfirst.
    void find_deck() {
        constexpr std::size_t shortest_deck = 60;
        constexpr std::size_t longest_deck = 600;
        std::size_t index = text_begin();
        while (index < chunks_.size() && shapes_[index].furniture && shapes_[index].group == shapes_[index - 1].group) {
            ++index;  // "4 min read"
        }
        if (!shapes_.spaced || index >= chunks_.size() || shapes_[index].group != shapes_[index - 1].group ||
            chunks_[index].role != ChunkRole::prose || shapes_[index].columns < shortest_deck ||
            shapes_[index].columns > longest_deck || !chunks_[index].chunk.blank_after) {
            return;
        }
        chunks_[index].role = ChunkRole::deck;
        chunks_[index].confidence = 80;
        shapes_[index].text = false;
    }

    /// What stands on a page twice is a label, a box or a teaser.
    void drop_repeated() {
        constexpr std::size_t shortest = 12;
        constexpr std::size_t shortest_quoted = 60;
        std::vector<std::pair<std::string_view, std::size_t>> lines;
        for (std::size_t index = text_begin(); index < chunks_.size(); ++index) {
            if (shapes_[index].text && shapes_[index].columns >= shortest && shapes_[index].columns < wide) {
                lines.emplace_back(story_.text_of(chunks_[index]), index);
            }
        }
        std::ranges::sort(lines);
        std::vector<std::size_t> repeated;
        for (std::size_t at = 0; at < lines.size(); ++at) {
            if (at + 1 < lines.size() && lines[at].first.size() >= shortest_quoted &&
                lines[at + 1].first.size() > lines[at].first.size() &&
                lines[at + 1].first.starts_with(lines[at].first) && !shapes_[lines[at].second].sentence) {
                shapes_[lines[at].second].drop = true;  // a picture is told of by how a sentence of the text begins
            }
            if ((at > 0 && lines[at - 1].first == lines[at].first) ||
                (at + 1 < lines.size() && lines[at + 1].first == lines[at].first)) {
                repeated.push_back(lines[at].second);
            }
        }
        if (repeated.size() * 3 > lines.size()) {
            return;  // a story that was pasted twice
        }
        for (const std::size_t index : repeated) {
            shapes_[index].drop = true;
        }
    }

    /// Browsers set a blank line around each paragraph and none between the lines of boxes, lists and menus.
    void drop_groups() {
        if (!shapes_.spaced) {
            return;
        }
        for (std::size_t first = text_begin(); first < chunks_.size();) {
            std::size_t last = first + 1;
            while (last < chunks_.size() && shapes_[last].group == shapes_[first].group) {
                ++last;
            }
            drop_group(first, last);
            first = last;
        }
    }

    /// "…a framework that includes:" and the lines below it up to the next blank one: what a sentence lists is text.
    void keep_listed() {
        bool listing = false;
        for (std::size_t index = text_begin() + 1; index < chunks_.size(); ++index) {
            listing = introduces_list(index - 1) || (listing && shapes_[index].group == shapes_[index - 1].group);
            shapes_[index].listed = listing && shapes_[index].text && !story_.text_of(chunks_[index]).ends_with('?');
        }
    }

    /// A line with a colon at its end, long enough to be no box's label, or with several items of several words right
    /// below.
    [[nodiscard]] bool introduces_list(std::size_t index) const {
        constexpr std::size_t shortest = 40;  // columns; labels of boxes are shorter
        constexpr std::size_t shortest_of_list = 20;
        const PageShape& shape = shapes_[index];
        return shape.text && shape.introduces &&
               (shape.columns >= shortest || (shape.columns >= shortest_of_list && stands_above_items(index)));
    }

    [[nodiscard]] bool stands_above_items(std::size_t index) const {
        constexpr std::size_t least_items = 2;
        constexpr std::ptrdiff_t least_spaces = 3;
        std::size_t items = 0;
        for (std::size_t at = index + 1; at < chunks_.size() && items < least_items && shapes_[at].text;
             ++at, ++items) {
            if ((at > index + 1 && shapes_[at].group != shapes_[at - 1].group) ||
                std::ranges::count(story_.text_of(chunks_[at]), ' ') < least_spaces) {
                return false;
            }
        }
        return items == least_items;
    }

    void drop_group(std::size_t first, std::size_t last) {
        const bool of_two = last - first > 1 || (first > 0 && shapes_[first - 1].group == shapes_[first].group);
        bool box = false;
        for (std::size_t index = first; index < last; ++index) {
            box = box || shapes_[index].furniture || shapes_[index].drop || is_loose(index);
        }
        if (!of_two || !box) {
            return;
        }
        for (std::size_t index = first; index < (begins_story(first, last) ? last - 1 : last); ++index) {
            shapes_[index].drop = shapes_[index].drop || (shapes_[index].text && !shapes_[index].listed &&
                                                          shapes_[index].columns <= longest_item);
        }
    }

    /// Below a picture at its head a story may begin without a blank line: the only sentence of the first group, at its
    /// end.
    [[nodiscard]] bool begins_story(std::size_t first, std::size_t last) const {
        if (first != text_begin() || !shapes_[last - 1].sentence || chunks_[last - 1].role != ChunkRole::prose) {
            return false;
        }
        return std::none_of(shapes_.shapes.begin() + static_cast<std::ptrdiff_t>(first),
                            shapes_.shapes.begin() + static_cast<std::ptrdiff_t>(last) - 1,
                            [](const PageShape& shape) { return shape.text && shape.sentence; });
    }

    /// Short lines that end no sentence and stand together, or beside furniture, are links, labels and captions. One
    /// that stands alone between paragraphs is a crosshead and stays.
    void drop_link_lists() {
        for (std::size_t index = text_begin(); index < chunks_.size(); ++index) {
            const auto speaks = [&](std::size_t other) {
                return shapes_[other].furniture ||
                       (is_loose(other) && !(shapes_.spaced && shapes_[index].lone && shapes_[other].lone));
            };
            const bool beside = (index > 0 && speaks(index - 1)) || index + 1 == chunks_.size() || speaks(index + 1);
            shapes_[index].drop = shapes_[index].drop || (is_loose(index) && beside);
        }
    }

    /// The index of the headline, or of the first text.
    [[nodiscard]] std::size_t first_settled() const {
        std::size_t index = 0;
        const auto headline = std::ranges::find(chunks_, ChunkRole::headline, &StoryChunk::role);
        if (headline != chunks_.end()) {
            return static_cast<std::size_t>(headline - chunks_.begin());
        }
        while (index < chunks_.size() && !is_text(chunks_[index].role)) {
            ++index;
        }
        return index;
    }

    StoryText& story_;
    std::vector<StoryChunk>& chunks_;
    PageShapes shapes_;
    std::size_t first_ = 0;
    bool dated_ = false;  ///< the page says to the minute when it was made or changed
};

}  // namespace

void settle_web_page(StoryText& story) { WebPage{story}.run(); }

}  // namespace galley::text
