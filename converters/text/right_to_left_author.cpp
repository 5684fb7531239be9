#include "converters/text/right_to_left_author.h"

#include "converters/text/caption.h"
#include "converters/text/fold.h"
#include "converters/text/line_shape.h"
#include "converters/text/scanner.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace galley::text {
namespace {

bool has_digit(std::string_view line) {
    for (std::size_t at = 0; at < line.size(); at += utf8::at(line, at).size) {
        if (digit_value(utf8::at(line, at).code) >= 0) {
            return true;
        }
    }
    return false;
}

/// "י״ב בכסלו תשפ״ז", "… ה׳תשפ״ז": a year of this century in letters, which nobody is called.
bool ends_in_hebrew_year(std::string_view line) {
    constexpr std::string_view seven_hundred = "תש";
    constexpr std::size_t longest_thousands = 4;  // bytes of "ה׳"
    const std::size_t word = line.rfind(' ') + 1;
    const std::string_view year = line.substr(word);
    return word > 0 && year.find(seven_hundred) <= longest_thousands && (year.contains("״") || year.contains('"'));
}

/// Its first letter is of such a script, and no sentence ends with it.
bool may_be_author(std::string_view line) {
    constexpr std::size_t widest = 70;
    constexpr std::ptrdiff_t most_spaces = 10;
    constexpr std::size_t longest_abbreviation = 4;        // bytes of " ب."
    constexpr std::string_view no_break_space = "&nbsp;";  // left over from a web page
    std::size_t first_letter = line.starts_with(no_break_space) ? no_break_space.size() : 0;
    while (first_letter < line.size() && !is_letter(utf8::at(line, first_letter).code)) {
        first_letter += utf8::at(line, first_letter).size;
    }
    const std::size_t last_space = line.rfind(' ');
    const bool abbreviation =
        last_space != std::string_view::npos && line.size() - last_space <= longest_abbreviation;  // "أ. ف. ب."
    return first_letter < line.size() && is_right_to_left_letter(utf8::at(line, first_letter).code) &&
           (!ends_sentence(line) || abbreviation || line.ends_with(')')) && !has_digit(line) &&
           columns(line) <= widest && std::ranges::count(line, ' ') <= most_spaces;
}

/// Text stands right below, at least twice as long.
bool stands_above_text(const StoryText& story, std::size_t index) {
    constexpr std::size_t reach = 4;
    const std::size_t size = story.text_of(story.chunks[index]).size();
    for (std::size_t at = index + 1; at < story.chunks.size() && at < index + reach; ++at) {
        if (story.text_of(story.chunks[at]).size() >= 2 * size) {
            return true;
        }
    }
    return false;
}

/// Behind the place at `at` and the colon or dash behind it; `at` where none stands.
std::size_t skip_place(const StoryText& story, std::string_view line, std::size_t at) {
    constexpr PhraseKinds places{PhraseKind::place, PhraseKind::country};
    const auto place = story.conventions->lexicon().longest(line, at, places, story.language);
    Scanner scanner{*story.conventions, story.language, line, place ? place->end : line.size()};
    scanner.skip_spaces();
    if (scanner.at_end() || !(scanner.peek() == ':' || is_dash(utf8::at(line, scanner.at()).code))) {
        return at;
    }
    scanner.skip();
    scanner.skip_spaces();
    return scanner.at_end() ? at : scanner.at();
}

/// "لندن: «الشرق الأوسط»", "الرياض – أحمد محمود", "باريس - لندن: «الشرق الأوسط»": places, and a colon or a dash behind
/// each, stand before the author. The first one is kept.
BylineMatch byline_behind_places(const StoryText& story, std::string_view line) {
    std::size_t names = 0;
    for (std::size_t next = skip_place(story, line, names); next > names; next = skip_place(story, line, names)) {
        names = next;
    }
    if (names == 0) {
        return byline_of_one(line);
    }
    const std::string_view text = line.substr(0, line.find_last_not_of(": ") + 1);
    auto match = BylineParser{*story.conventions, story.language}.parse(text.substr(names));
    if (match) {
        match->shift(names);
        match->begin = 0;
        match->end = line.size();
    } else {
        match = byline_of_one(text, names);
    }
    const auto place =
        story.conventions->lexicon().longest(line, 0, {PhraseKind::place, PhraseKind::country}, story.language);
    match->place = Span{0, place->end};
    return *match;
}

}  // namespace

bool settle_right_to_left_author(StoryText& story, std::size_t index, const AuthorPlace& place) {
    StoryChunk& chunk = story.chunks[index];
    if (chunk.chunk.size() != 1 ||
        !(chunk.role == ChunkRole::name || chunk.role == ChunkRole::short_text || chunk.role == ChunkRole::dateline)) {
        return false;
    }
    if (index + 1 < story.chunks.size() && story.chunks[index + 1].role == ChunkRole::name &&
        place.near_date(index + 1)) {
        return false;  // the author stands on the next line, beside the date
    }
    const std::string_view line = story.text_of(chunk);
    if (ends_in_hebrew_year(line)) {
        chunk.become(FurnitureKind::byword);
        return false;
    }
    if (!may_be_author(line) || !stands_above_text(story, index)) {
        return false;
    }
    if (begins_as_picture_credit(line, *story.conventions, story.language)) {
        chunk.become(ChunkRole::caption);
        return false;
    }
    if (!chunk.head || !chunk.head->byline) {
        chunk.become(ChunkRole::byline, byline_behind_places(story, line));
    }
    chunk.role = ChunkRole::byline;
    chunk.confidence = 85;
    return true;
}

}  // namespace galley::text
