#include "converters/text/listing.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include "converters/text/line_shape.h"
#include "converters/text/lone_furniture.h"

namespace galley::text {
namespace {

constexpr std::size_t fewest_lines = 4;
constexpr std::size_t fewest_numbers = 3;

/// "June 9 – …", "Fri 12 June …", "12 June …": a month or a weekday, and a figure beside it.
bool begins_with_day(std::string_view line, const Lexicon& lexicon, std::uint8_t language) {
    constexpr std::size_t longest_day = 24;
    constexpr PhraseKinds days{PhraseKind::month, PhraseKind::weekday};
    const std::string_view head = line.substr(0, longest_day);
    const std::size_t digits = head.find_first_of("0123456789");
    if (digits == std::string_view::npos) {
        return false;
    }
    const std::size_t behind = std::min(head.find(' ', digits), head.size() - 1) + 1;
    return lexicon.longest(line, 0, days, language) || (digits == 0 && lexicon.longest(line, behind, days, language));
}

/// "England (Group A): 10th appearance": a few words on either side of the only colon.
bool has_name_and_value(std::string_view line) {
    constexpr std::size_t longest_name = 40;
    constexpr std::size_t longest_value = 40;
    const std::size_t colon = line.find(": ");
    return colon != std::string_view::npos && colon > 0 && colon <= longest_name &&
           line.size() - colon - 2 <= longest_value && line.find(':', colon + 1) == std::string_view::npos &&
           !line.ends_with(';');
}

/// The number that `line` begins with, as points of a list have theirs ("3) ", "3. "); 0 where it has none.
int number_of(std::string_view line) {
    int number = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + std::min<std::size_t>(line.size(), 3), number);
    const std::string_view rest = line.substr(static_cast<std::size_t>(end - line.data()));
    return error == std::errc{} && (rest.starts_with(") ") || rest.starts_with(". ")) ? number : 0;
}

class Listings {
public:
    Listings(const StoryText& story, PageShapes& page, std::size_t from) : story_(story), page_(page), from_(from) {}

    void run() {
        const Lexicon& lexicon = story_.conventions->lexicon();
        keep_groups([&](std::string_view line) { return begins_with_day(line, lexicon, story_.language); }, false);
        keep_groups(has_name_and_value, true);
        keep_numbered();
    }

private:
    [[nodiscard]] bool is_text(std::size_t index) const {
        return page_[index].text && page_[index].columns <= longest_item;
    }

    /// Lines side by side that have the shape. Names and values without figures may tell who did what: "Casting
    /// director: Ann Lee".
    template <class HasShape>
    void keep_groups(const HasShape& has_shape, bool has_figures) {
        for (std::size_t first = from_; first < story_.chunks.size();) {
            std::size_t last = first;
            std::size_t figures = 0;
            while (last < story_.chunks.size() && page_[last].group == page_[first].group && is_text(last) &&
                   has_shape(story_.text_of(story_.chunks[last]))) {
                figures += has_figure(story_.text_of(story_.chunks[last])) ? 1U : 0U;
                ++last;
            }
            if (last - first >= fewest_lines && (!has_figures || figures * 4 >= last - first)) {
                keep(first, last);
            }
            first = std::max(last, first + 1);
        }
    }

    /// Addresses and notes may stand between the numbers.
    void keep_numbered() {
        for (std::size_t first = from_; first < story_.chunks.size(); ++first) {
            if (!is_text(first) || number_of(story_.text_of(story_.chunks[first])) != 1 ||
                (first > 0 && is_label_of_the_web(story_.chunks[first - 1]))) {
                continue;
            }
            std::size_t last = first;
            int number = 1;
            for (std::size_t index = first + 1; index < story_.chunks.size() && index - last <= 3; ++index) {
                if (is_text(index) && number_of(story_.text_of(story_.chunks[index])) == number + 1) {
                    last = index;
                    ++number;
                }
            }
            if (static_cast<std::size_t>(number) >= fewest_numbers) {
                for (std::size_t index = first; index <= last; ++index) {
                    page_[index].listed = page_[index].listed || number_of(story_.text_of(story_.chunks[index])) > 0;
                }
            }
        }
    }

    void keep(std::size_t first, std::size_t last) {
        for (std::size_t index = first; index < last; ++index) {
            page_[index].listed = true;
        }
    }

    const StoryText& story_;
    PageShapes& page_;
    std::size_t from_;
};

}  // namespace

void keep_listings(const StoryText& story, PageShapes& page, std::size_t from) { Listings{story, page, from}.run(); }

}  // namespace galley::text
