#include "converters/text/classify.h"

#include "converters/text/copyright_notice.h"
#include "converters/text/credit_line.h"
#include "converters/text/end_mark.h"
#include "converters/text/fold.h"
#include "converters/text/line_shape.h"
#include "converters/text/lone_agency.h"
#include "converters/text/mark_numbers.h"
#include "converters/text/reporter_line.h"
#include "converters/text/sign_off.h"
#include "converters/text/source_note.h"
#include "converters/text/transmission_stamp.h"
#include "galley/utf8.h"

#include <algorithm>
#include <array>

namespace galley::text {
namespace {

constexpr std::size_t head_chunks = 60;         ///< chunks near the top that are looked at closely
constexpr std::size_t longest_furniture = 200;
constexpr std::size_t longest_opening = 25;     ///< bytes of a phrase that nobody begins a paragraph of the text with
constexpr std::size_t most_prose_above = 4;     ///< so much of the story may stand above its author: a headline, and decks

constexpr PhraseKinds kinds_of_notes{PhraseKind::embargo, PhraseKind::correction, PhraseKind::withheld, PhraseKind::editor_note,
                                     PhraseKind::editor_notes_begin};
/// What a whole line can be, however long, and what only one of a line's length can.
constexpr PhraseKinds kinds_of_long_lines = kinds_of_notes | PhraseKinds{PhraseKind::end_mark, PhraseKind::sign_off};
constexpr PhraseKinds kinds_of_lines = kinds_of_long_lines | PhraseKinds{PhraseKind::furniture, PhraseKind::by_word, PhraseKind::published, PhraseKind::updated,
                                                                         PhraseKind::agency, PhraseKind::section, PhraseKind::caption};

class Classifier {
public:
    Classifier(StoryText& story, const HeadLineParser& head_lines, const DatelineParser& datelines)
        : story_(story), head_lines_(head_lines), datelines_(datelines), lexicon_(story.conventions->lexicon()) {}

    void run() {
        split_head_chunks();
        split_end_mark(story_);
        for (std::size_t index = 0; index < story_.chunks.size(); ++index) {
            StoryChunk& chunk = story_.chunks[index];
            const bool near_top = index < head_chunks;
            const bool near_end = index + 6 >= story_.chunks.size();
            if (index > 0) {
                prose_ += story_.chunks[index - 1].role == ChunkRole::prose ? 1U : 0U;
                head_over_ = head_over_ || prose_ > most_prose_above || story_.chunks[index - 1].role == ChunkRole::dateline;
            }
            if (chunk.chunk.preformatted) {
                chunk.role = ChunkRole::preformatted;
                continue;
            }
            const std::string_view text = story_.text_of(chunk);
            const bool single = chunk.chunk.size() == 1;
            if (single && text.size() <= (near_top || near_end ? 2 * longest_furniture : longest_furniture) && classify_line(text, chunk, near_top, near_end)) {
                text_begun_ = text_begun_ || chunk.role == ChunkRole::dateline;
                continue;
            }
            if (near_top) {
                chunk.dateline = dateline_of(text);
                if (chunk.dateline) {
                    chunk.role = ChunkRole::dateline;
                    text_begun_ = true;
                    continue;
                }
            }
            chunk.role = reads_as_prose(text) ? ChunkRole::prose : ChunkRole::short_text;
            text_begun_ = text_begun_ || chunk.role == ChunkRole::prose;
        }
    }

private:
    /// Lines of authors and dates inside a wrapped chunk become chunks of their own.
    void split_head_chunks() {
        if (!story_.layout.wrapped) {
            return;
        }
        std::vector<StoryChunk> split;
        split.reserve(story_.chunks.size() + 8);
        bool text_begun = false;
        for (std::size_t index = 0; index < story_.chunks.size(); ++index) {
            const StoryChunk& whole = story_.chunks[index];
            const bool near_top = index < head_chunks / 4;
            text_begun = text_begun || (index > 0 && whole.chunk.size() > 3) || (near_top && dateline_of(story_.text_of(whole)));
            if (text_begun || !near_top || whole.chunk.preformatted || whole.chunk.size() == 1) {
                split.push_back(whole);
                continue;
            }
            std::size_t first = whole.chunk.first;
            for (std::size_t line = first; line < whole.chunk.last; ++line) {
                if (!is_head_line(story_.lines[line].in(story_.text))) {
                    continue;
                }
                if (line > first) {
                    split.push_back({.chunk = {first, line, false, first == whole.chunk.first && whole.chunk.blank_before, false}});
                }
                split.push_back({.chunk = {line, line + 1, false, line == whole.chunk.first && whole.chunk.blank_before, false}});
                first = line + 1;
            }
            if (first < whole.chunk.last) {
                split.push_back({.chunk = {first, whole.chunk.last, false, first == whole.chunk.first && whole.chunk.blank_before, false}});
            }
            split.back().chunk.blank_after = whole.chunk.blank_after;
        }
        story_.chunks = std::move(split);
    }

    /// The dateline that `paragraph` begins with. Several rules ask about the same ones near the top; each is parsed once.
    const std::optional<DatelineMatch>& dateline_of(std::string_view paragraph) const {
        for (const Asked& asked : asked_) {
            if (paragraph.data() == asked.paragraph.data() && paragraph.size() == asked.paragraph.size()) {
                return asked.dateline;
            }
        }
        Asked& next = asked_[questions_++ % asked_.size()];
        next = {paragraph, datelines_.parse(paragraph)};
        return next.dateline;
    }

    bool is_head_line(std::string_view line) const {
        const auto head = head_lines_.parse(line);
        return head && (head->byline ? head->byline->by_word : head->has_date()) &&
               std::ranges::none_of(head->furniture, [](const HeadLine::Part& part) { return part.kind == FurnitureKind::navigation; });
    }

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
        chunk.head = HeadLine{};
        chunk.head->byline = std::move(byline);
        chunk.dateline = std::move(dateline);
        chunk.role = ChunkRole::dateline;
        return true;
    }

    /// "Ann Lee und Tom Ray | Foto: Harbour Museum": who is in a picture.
    [[nodiscard]] bool credits_behind_bar(std::string_view line) const {
        const std::size_t bar = line.find('|');
        return bar != std::string_view::npos && lexicon_.longest(line, std::min(line.find_first_not_of(' ', bar + 1), line.size()), PhraseKind::caption, story_.language);
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
        dateline->stands_alone = stands_alone && dateline->date.has_value();
        chunk.dateline = std::move(dateline);
        chunk.role = ChunkRole::dateline;
        return true;
    }

    /// False for a page mark of other words than numbers that do not say a page.
    [[nodiscard]] bool is_mark_of_its_kind(const Phrase& phrase, std::string_view line) const {
        const bool figures = phrase.value == static_cast<std::int16_t>(FurnitureKind::page_mark) && !has_letter(lexicon_.text_of(phrase));
        return !figures || has_marks_numbers(line, phrase.kind);
    }

    bool classify_line(std::string_view line, StoryChunk& chunk, bool near_top, bool near_end) const {
        const std::uint8_t language = story_.language;
        const std::string_view plain = without_pictograph(without_anpa_marks(line));
        const PhraseKinds whole = lexicon_.kinds_of_whole(plain, line.size() <= longest_furniture ? kinds_of_lines : kinds_of_long_lines, language);
        if (is_address(line)) {
            chunk.role = ChunkRole::address;
            return true;
        }
        if (near_top && !text_begun_ && is_handle(line)) {
            chunk.role = ChunkRole::furniture;
            chunk.furniture = FurnitureKind::byword;
            return true;
        }
        if (is_break(line)) {
            chunk.role = lexicon_.whole(line, PhraseKind::end_mark, language) && near_end ? ChunkRole::end_mark : ChunkRole::thematic_break;
            return true;
        }
        if ((near_end || (whole.has(PhraseKind::end_mark) && is_marked_off(line))) && whole.has_any({PhraseKind::end_mark, PhraseKind::sign_off})) {
            const auto mark = lexicon_.whole(plain, {PhraseKind::end_mark, PhraseKind::sign_off}, language);
            if (mark && has_marks_numbers(plain, mark->phrase->kind)) {
                chunk.role = ChunkRole::end_mark;
                return true;
            }
        }
        if (near_end && chunk.chunk.first > 0 && is_cut_off(story_, chunk.chunk.first) && find_lone_agency(line, lexicon_, language)) {
            chunk.role = ChunkRole::end_mark;
            return true;
        }
        constexpr std::size_t longest_stamp = 30;
        if (near_end && line.size() <= longest_stamp && read_stamp(line, *story_.conventions)) {
            chunk.role = ChunkRole::furniture;
            chunk.furniture = FurnitureKind::wire_trailer;
            return true;
        }
        if (near_end && is_sign_off(line, lexicon_, language, &chunk == &story_.chunks.back())) {
            chunk.role = ChunkRole::furniture;
            chunk.furniture = FurnitureKind::sign_off;
            return true;
        }
        if (near_top && is_clock(line)) {
            chunk.role = ChunkRole::furniture;
            chunk.furniture = FurnitureKind::reading_time;
            return true;
        }
        if (!has_letter_or_digit(line)) {
            chunk.role = whole.has(PhraseKind::end_mark) ? ChunkRole::end_mark : ChunkRole::furniture;
            chunk.furniture = FurnitureKind::separator;
            return true;
        }
        if (whole.has_any(kinds_of_notes) && (near_top || near_end)) {
            chunk.role = ChunkRole::note;
            chunk.phrase = lexicon_.whole(plain, kinds_of_notes, language)->phrase->kind;
            return true;
        }
        if (near_end && is_desk_contact(line)) {
            chunk.role = ChunkRole::furniture;
            chunk.furniture = FurnitureKind::contact;
            return true;
        }
        if (near_end && (is_bracketed_credit(line, *story_.conventions, language) ||
                         (text_begun_ && !read_credit_line(line, *story_.conventions, language).empty()))) {
            chunk.role = ChunkRole::credit;
            return true;
        }
        if ((near_end || (near_top && !text_begun_)) && read_source_note(line, *story_.conventions, language).is_note) {
            chunk.role = ChunkRole::source_note;
            return true;
        }
        if (near_end && text_begun_ && is_copyright_notice(line)) {
            chunk.role = ChunkRole::rights;
            return true;
        }
        const std::size_t by_word = near_top ? head_lines_.bylines().by_word_size(line) : 0;
        if (line.size() <= longest_furniture) {
            if (const auto furniture = whole.has(PhraseKind::furniture) ? lexicon_.whole(plain, PhraseKind::furniture, language) : std::nullopt;
                furniture && is_mark_of_its_kind(*furniture->phrase, plain) &&
                (!furniture->phrase->open || furniture->end >= longest_opening || furniture->end * 5 >= plain.size() * 2 || !ends_sentence(plain))) {
                chunk.role = ChunkRole::furniture;
                chunk.furniture = static_cast<FurnitureKind>(furniture->phrase->value);
                if (near_top && whole.has(PhraseKind::by_word)) {
                    chunk.role = ChunkRole::label;
                }
                return true;
            }
            const auto is_label = [&] {
                return whole.has_any({PhraseKind::by_word, PhraseKind::published, PhraseKind::updated}) ||
                       (plain.size() == line.size() ? by_word : head_lines_.bylines().by_word_size(plain)) == plain.size();
            };
            if (near_top && !whole.has(PhraseKind::agency) && is_label()) {
                chunk.role = ChunkRole::label;
                return true;
            }
            if (whole.has(PhraseKind::section)) {
                chunk.role = ChunkRole::furniture;
                chunk.furniture = FurnitureKind::navigation;
                chunk.phrase = PhraseKind::section;
                return true;
            }
            if ((whole.has(PhraseKind::caption) || is_credit_with_sign(line)) && !(near_top && dateline_of(line))) {
                chunk.role = ChunkRole::caption;
                return true;
            }
        }
        if (near_top || near_end) {
            if (auto reporters = read_reporter_line(line, *story_.conventions, language)) {
                chunk.head = HeadLine{};
                chunk.head->byline = std::move(reporters);
                chunk.role = ChunkRole::head_line;
                return true;
            }
        }
        if (near_top) {
            if (by_word > 0 ? is_byline_and_dateline(line, chunk) : is_dateline_paragraph(line, chunk)) {
                return true;
            }
        }
        if (near_end || (near_top && !head_over_)) {
            chunk.head = head_lines_.parse(line);
            if (chunk.head) {
                const bool proven = chunk.head->has_date() || (chunk.head->byline && chunk.head->byline->by_word) || !chunk.head->byline;
                chunk.role = proven ? ChunkRole::head_line : credits_behind_bar(line) ? ChunkRole::caption : ChunkRole::name;
                return true;
            }
        }
        return false;
    }

    StoryText& story_;
    const HeadLineParser& head_lines_;
    const DatelineParser& datelines_;
    const Lexicon& lexicon_;
    bool text_begun_ = false;                               ///< a paragraph was met: what begins with "written by" is no byline any more
    bool head_over_ = false;                                ///< no author or date is looked for any more
    std::size_t prose_ = 0;                                 ///< paragraphs so far
    struct Asked {
        std::string_view paragraph{};
        std::optional<DatelineMatch> dateline{};
    };
    mutable std::array<Asked, 4> asked_{};
    mutable std::size_t questions_ = 0;
};

}  // namespace

void classify(StoryText& story, const HeadLineParser& head_lines, const DatelineParser& datelines) {
    Classifier{story, head_lines, datelines}.run();
}

}  // namespace galley::text
