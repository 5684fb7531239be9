#include "converters/text/classify.h"

#include "converters/text/asked_datelines.h"
#include "converters/text/bracketed_names.h"
#include "converters/text/closing_line.h"
#include "converters/text/end_mark.h"
#include "converters/text/fold.h"
#include "converters/text/furniture_row.h"
#include "converters/text/hangul_byline.h"
#include "converters/text/head_chunks.h"
#include "converters/text/headline_with_dash.h"
#include "converters/text/line_shape.h"
#include "converters/text/mark_numbers.h"
#include "converters/text/reporter_line.h"
#include "converters/text/short_line.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t head_chunks = 60;  ///< chunks near the top that are looked at closely
constexpr std::size_t longest_furniture = 200;
constexpr std::size_t longest_opening = 25;  ///< bytes of a phrase that nobody begins a paragraph of the text with
constexpr std::size_t most_prose_above = 4;  ///< so much of the story may stand above its author: a headline, and decks

/// What a whole line can be, however long, and what only one of a line's length can.
constexpr PhraseKinds kinds_of_long_lines = kinds_of_notes | PhraseKinds{PhraseKind::end_mark, PhraseKind::sign_off};
constexpr PhraseKinds kinds_of_lines =
    kinds_of_long_lines | PhraseKinds{PhraseKind::furniture, PhraseKind::by_word, PhraseKind::published,
                                      PhraseKind::updated,   PhraseKind::agency,  PhraseKind::section,
                                      PhraseKind::caption};

class Classifier {
public:
    Classifier(StoryText& story, const HeadLineParser& head_lines, const DatelineParser& datelines)
        : story_(story),
          head_lines_(head_lines),
          datelines_(datelines),
          lexicon_(story.conventions->lexicon()),
          asked_(datelines) {}

    void run() {
        split_head_chunks(story_, head_lines_, asked_);
        split_end_mark(story_);
        for (std::size_t index = 0; index < story_.chunks.size(); ++index) {
            StoryChunk& chunk = story_.chunks[index];
            const bool near_top = index < head_chunks;
            const bool near_end = index + 6 >= story_.chunks.size();
            if (index > 0) {
                prose_ += story_.chunks[index - 1].role == ChunkRole::prose ? 1U : 0U;
                head_over_ =
                    head_over_ || prose_ > most_prose_above || story_.chunks[index - 1].role == ChunkRole::dateline;
            }
            if (chunk.chunk.preformatted) {
                chunk.role = ChunkRole::preformatted;
                continue;
            }
            const std::string_view text = story_.text_of(chunk);
            const bool single = chunk.chunk.size() == 1;
            if (single && text.size() <= (near_top || near_end ? 2 * longest_furniture : longest_furniture) &&
                classify_line(text, chunk, near_top, near_end)) {
                doubt_dateline(index);
                text_begun_ = text_begun_ || chunk.role == ChunkRole::dateline;
                continue;
            }
            if (near_top) {
                chunk.dateline = dateline_of(text);
                if (chunk.dateline) {
                    chunk.role = ChunkRole::dateline;
                    text_begun_ = true;
                    doubt_dateline(index);
                    continue;
                }
            }
            chunk.role = reads_as_prose(text) ? ChunkRole::prose : ChunkRole::short_text;
            text_begun_ = text_begun_ || chunk.role == ChunkRole::prose;
        }
    }

private:
    /// "MIGRATION – What Kenya does", and the author on the next line: a topic above the text, and no place in it.
    void doubt_dateline(std::size_t index) {
        constexpr std::size_t longest_byline = 150;
        constexpr std::size_t most_above = 8;
        StoryChunk& chunk = story_.chunks[index];
        if (chunk.role != ChunkRole::dateline || index > most_above || index + 1 >= story_.chunks.size() ||
            chunk.head || chunk.dateline->date || !chunk.dateline->agencies.empty()) {
            return;
        }
        if (is_headline_with_dash(story_, index)) {
            chunk.dateline = {};
            chunk.role = ChunkRole::short_text;
            return;
        }
        const StoryChunk& next = story_.chunks[index + 1];
        const std::string_view line = story_.text_of(next);
        if (next.chunk.size() != 1 || line.size() > longest_byline || head_lines_.bylines().by_word_size(line) == 0) {
            return;
        }
        if (const auto head = head_lines_.parse(line); head && head->byline) {
            chunk.dateline = {};
            chunk.role = ChunkRole::prose;
        }
    }

    const std::optional<DatelineMatch>& dateline_of(std::string_view paragraph) const { return asked_.of(paragraph); }

    /// "Por Jorge Ruíz     Varsovia, 1 ene (EFE).- Los polacos": a byline, a gap, then the paragraph with its dateline.
    bool is_byline_and_dateline(std::string_view line, StoryChunk& chunk) const {
        const std::size_t gap = line.find("   ");
        if (gap == std::string_view::npos) {
            return false;
        }
        const std::size_t text = line.find_first_not_of(' ', gap);
        auto byline = head_lines_.bylines().parse(line.substr(0, gap));
        auto dateline = datelines_.parse(line.substr(text));
        if (!byline || !dateline) {
            return false;
        }
        dateline->shift(text);
        chunk.become(ChunkRole::dateline, std::move(*byline));
        chunk.dateline = std::move(dateline);
        return true;
    }

    /// "Ann Lee und Tom Ray | Foto: Harbour Museum": who is in a picture.
    [[nodiscard]] bool credits_behind_bar(std::string_view line) const {
        const std::size_t bar = line.find('|');
        return bar != std::string_view::npos &&
               lexicon_.longest(line, std::min(line.find_first_not_of(' ', bar + 1), line.size()), PhraseKind::caption,
                                story_.language);
    }

    /// "Ayşe Yılmaz / ANKARA, (DHA)", "Jānis Bērziņš, LETA - 2026. gada 22. decembrī": who reads towns reads one more.
    [[nodiscard]] bool names_author_for_town(std::string_view line, const DatelineMatch& dateline) const {
        const std::string_view name = dateline.places.empty() ? std::string_view{} : dateline.places.front().place.name;
        if (!name.contains(' ') || is_all_capitals(name) ||
            lexicon_.whole(name, {PhraseKind::place, PhraseKind::country}, story_.language)) {
            return false;
        }
        const auto head = head_lines_.parse(line);
        return head && head->byline && head->byline->contributors.front().contributor.name == name;
    }

    /// A paragraph that begins with a dateline and goes on with text.
    bool is_dateline_paragraph(std::string_view line, StoryChunk& chunk) const {
        constexpr std::size_t shortest_text = 25;
        std::optional<DatelineMatch> dateline = dateline_of(line);
        if (!dateline) {
            return false;
        }
        const bool stands_alone = dateline->proofs >= 2 && !has_letter_or_digit(line.substr(dateline->end));
        if (!stands_alone && dateline->proofs < 3 && dateline->end + shortest_text > line.size()) {
            return false;
        }
        if (names_author_for_town(line, *dateline)) {
            return false;
        }
        dateline->stands_alone = stands_alone && dateline->date.has_value();
        chunk.dateline = std::move(dateline);
        chunk.role = ChunkRole::dateline;
        return true;
    }

    /// False for a page mark of other words than numbers that do not say a page.
    [[nodiscard]] bool is_mark_of_its_kind(const Phrase& phrase, std::string_view line) const {
        if (has_letter(lexicon_.text_of(phrase))) {
            return true;
        }
        const auto kind = static_cast<FurnitureKind>(phrase.value);
        if (kind == FurnitureKind::navigation) {
            return !line.contains('.');  // "3 / 12" counts pictures, "154.25/35" is a price
        }
        return kind != FurnitureKind::page_mark || has_marks_numbers(line, phrase.kind);
    }

    bool classify_line(std::string_view text, StoryChunk& chunk, bool near_top, bool near_end) const {
        ShortLine line{.text = text,
                       .plain = without_pictograph(without_anpa_marks(text)),
                       .near_top = near_top,
                       .near_end = near_end};
        line.whole = lexicon_.kinds_of_whole(
            line.plain, text.size() <= longest_furniture ? kinds_of_lines : kinds_of_long_lines, story_.language);
        if (settle_mark(line, chunk) || settle_end_of_story(line, story_, chunk) || settle_figures(line, chunk) ||
            settle_about_story(line, story_, text_begun_, chunk)) {
            return true;
        }
        const std::size_t by_word = near_top ? head_lines_.bylines().by_word_size(text) : 0;
        return (text.size() <= longest_furniture && settle_page_part(line, by_word, chunk)) ||
               settle_head(line, by_word, chunk);
    }

    /// An address, "@annlee", a rule.
    bool settle_mark(const ShortLine& line, StoryChunk& chunk) const {
        if (is_address(line.text)) {
            chunk.become(ChunkRole::address);
        } else if (line.near_top && !text_begun_ && is_handle(line.text)) {
            chunk.become(FurnitureKind::byword);
        } else if (is_break(line.text)) {
            const bool end = line.near_end && lexicon_.whole(line.text, PhraseKind::end_mark, story_.language);
            chunk.become(end ? ChunkRole::end_mark : ChunkRole::thematic_break);
        } else {
            return false;
        }
        return true;
    }

    /// "9:51", "***": a line without a word.
    static bool settle_figures(const ShortLine& line, StoryChunk& chunk) {
        if (line.near_top && is_clock(line.text)) {
            chunk.become(FurnitureKind::reading_time);
        } else if (has_letter_or_digit(line.text)) {
            return false;
        } else if (line.whole.has(PhraseKind::end_mark)) {
            chunk.become(ChunkRole::end_mark);
        } else {
            chunk.become(FurnitureKind::separator);
        }
        return true;
    }

    /// What pages print around a text: furniture, labels, sections, pictures' captions.
    bool settle_page_part(const ShortLine& line, std::size_t by_word, StoryChunk& chunk) const {
        if (const auto furniture = find_furniture(line)) {
            chunk.become(static_cast<FurnitureKind>(furniture->phrase->value));
            chunk.role = line.near_top && line.whole.has(PhraseKind::by_word) ? ChunkRole::label : chunk.role;
        } else if (is_row_of_buttons(line.plain, lexicon_, story_.language)) {
            chunk.become(FurnitureKind::share_count);
        } else if (line.near_top && !line.whole.has(PhraseKind::agency) && is_label(line, by_word)) {
            chunk.become(ChunkRole::label);
        } else if (line.whole.has(PhraseKind::section)) {
            chunk.become(FurnitureKind::navigation);
            chunk.phrase = PhraseKind::section;
        } else if ((line.whole.has(PhraseKind::caption) || is_credit_with_sign(line.text)) &&
                   !(line.near_top && dateline_of(line.text))) {
            chunk.become(ChunkRole::caption);
        } else {
            return false;
        }
        return true;
    }

    /// The furniture that all of `line` is: an open phrase only when it makes up enough of it, or the line is no
    /// sentence.
    [[nodiscard]] std::optional<PhraseHit> find_furniture(const ShortLine& line) const {
        const auto furniture = line.whole.has(PhraseKind::furniture)
                                   ? lexicon_.whole(line.plain, PhraseKind::furniture, story_.language)
                                   : std::nullopt;
        const bool known = furniture && is_mark_of_its_kind(*furniture->phrase, line.plain) &&
                           (!furniture->phrase->open || furniture->end >= longest_opening ||
                            furniture->end * 5 >= line.plain.size() * 2 || !ends_sentence(line.plain));
        return known ? furniture : std::nullopt;
    }

    /// "By", "Published", and nothing else.
    [[nodiscard]] bool is_label(const ShortLine& line, std::size_t by_word) const {
        return line.whole.has_any({PhraseKind::by_word, PhraseKind::published, PhraseKind::updated}) ||
               (line.plain.size() == line.text.size() ? by_word : head_lines_.bylines().by_word_size(line.plain)) ==
                   line.plain.size();
    }

    /// Authors and dates, and paragraphs with a dateline.
    bool settle_head(const ShortLine& line, std::size_t by_word, StoryChunk& chunk) const {
        auto reporters = line.near_top || line.near_end
                             ? read_reporter_line(line.text, *story_.conventions, story_.language)
                             : std::nullopt;
        if (!reporters && (line.near_end || (line.near_top && !head_over_))) {
            reporters =
                read_bracketed_names(line.text, *story_.conventions, story_.language, line.near_top && !head_over_);
        }
        if (!reporters && line.near_top && !head_over_ && (line.text.starts_with('[') || line.text.starts_with('('))) {
            reporters =
                read_hangul_byline(line.text, *story_.conventions, story_.language);  // "[워싱턴=박서연 특파원]"
        }
        if (reporters) {
            chunk.become(ChunkRole::head_line, std::move(*reporters));
            return true;
        }
        if (line.near_top &&
            (by_word > 0 ? is_byline_and_dateline(line.text, chunk) : is_dateline_paragraph(line.text, chunk))) {
            return true;
        }
        if (!line.near_end && !(line.near_top && !head_over_)) {
            return false;
        }
        chunk.head = head_lines_.parse(line.text);
        if (!chunk.head) {
            return false;
        }
        const bool proven =
            chunk.head->has_date() || (chunk.head->byline && chunk.head->byline->by_word) || !chunk.head->byline;
        chunk.role = proven                          ? ChunkRole::head_line
                     : credits_behind_bar(line.text) ? ChunkRole::caption
                                                     : ChunkRole::name;
        return true;
    }

    StoryText& story_;
    const HeadLineParser& head_lines_;
    const DatelineParser& datelines_;
    const Lexicon& lexicon_;
    bool text_begun_ = false;  ///< a paragraph was met: what begins with "written by" is no byline any more
    bool head_over_ = false;   ///< no author or date is looked for any more
    std::size_t prose_ = 0;    ///< paragraphs so far
    mutable AskedDatelines asked_;
};

}  // namespace

void classify(StoryText& story, const HeadLineParser& head_lines, const DatelineParser& datelines) {
    Classifier{story, head_lines, datelines}.run();
}

}  // namespace galley::text
