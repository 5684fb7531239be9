#include "converters/text/closing_line.h"

#include "converters/text/copyright_notice.h"
#include "converters/text/credit_line.h"
#include "converters/text/embargo_line.h"
#include "converters/text/end_mark.h"
#include "converters/text/line_shape.h"
#include "converters/text/lone_agency.h"
#include "converters/text/mark_numbers.h"
#include "converters/text/sign_off.h"
#include "converters/text/source_note.h"
#include "converters/text/transmission_stamp.h"

#include <algorithm>

namespace galley::text {
namespace {

bool is_end_mark(const ShortLine& line, const StoryText& story) {
    constexpr PhraseKinds marks{PhraseKind::end_mark, PhraseKind::sign_off};
    const bool may_be = line.near_end || (line.whole.has(PhraseKind::end_mark) && is_marked_off(line.text));
    const auto mark = may_be && line.whole.has_any(marks)
                          ? story.conventions->lexicon().whole(line.plain, marks, story.language)
                          : std::nullopt;
    return mark && has_marks_numbers(line.plain, mark->phrase->kind);
}

bool is_agency_cut_off(const ShortLine& line, const StoryText& story, const StoryChunk& chunk) {
    return line.near_end && chunk.chunk.first > 0 && is_cut_off(story, chunk.chunk.first) &&
           find_lone_agency(line.text, story.conventions->lexicon(), story.language);
}

bool is_stamp(const ShortLine& line, const StoryText& story) {
    constexpr std::size_t longest_stamp = 30;
    return line.near_end && line.text.size() <= longest_stamp && read_stamp(line.text, *story.conventions);
}

/// A paragraph below: "Written by Ann Lee" is the byline of a short story there, and no credit.
bool stands_above_text(const StoryText& story, const StoryChunk& chunk) {
    constexpr std::size_t surely_text = 100;  // bytes
    return std::any_of(story.chunks.begin() + (&chunk - story.chunks.data()) + 1, story.chunks.end(),
                       [&](const StoryChunk& below) {
                           return story.text_of(below).size() >= surely_text && ends_sentence(story.text_of(below));
                       });
}

bool is_credit(const ShortLine& line, const StoryText& story, bool text_begun, const StoryChunk& chunk) {
    return line.near_end && (is_bracketed_credit(line.text, *story.conventions, story.language) ||
                             (text_begun && !read_credit_line(line.text, *story.conventions, story.language).empty() &&
                              !stands_above_text(story, chunk)));
}

bool is_source(const ShortLine& line, const StoryText& story, bool text_begun) {
    return (line.near_end || (line.near_top && !text_begun)) &&
           read_source_note(line.text, *story.conventions, story.language).is_note;
}

}  // namespace

bool settle_end_of_story(const ShortLine& line, const StoryText& story, StoryChunk& chunk) {
    if (is_end_mark(line, story) || is_agency_cut_off(line, story, chunk)) {
        chunk.become(ChunkRole::end_mark);
    } else if (is_stamp(line, story)) {
        chunk.become(FurnitureKind::wire_trailer);
    } else if (line.near_end &&
               is_sign_off(line.text, story.conventions->lexicon(), story.language, &chunk == &story.chunks.back())) {
        chunk.become(FurnitureKind::sign_off);
    } else {
        return false;
    }
    return true;
}

bool settle_about_story(const ShortLine& line, const StoryText& story, bool text_begun, StoryChunk& chunk) {
    if ((line.near_top || line.near_end) && is_embargo_line(line.plain, *story.conventions, story.language)) {
        chunk.become(ChunkRole::note);
        chunk.phrase = PhraseKind::embargo;
    } else if (line.whole.has_any(kinds_of_notes) && (line.near_top || line.near_end)) {
        chunk.become(ChunkRole::note);
        chunk.phrase = story.conventions->lexicon().whole(line.plain, kinds_of_notes, story.language)->phrase->kind;
    } else if (line.near_end && is_desk_contact(line.text)) {
        chunk.become(FurnitureKind::contact);
    } else if (is_credit(line, story, text_begun, chunk)) {
        chunk.become(ChunkRole::credit);
    } else if (is_source(line, story, text_begun)) {
        chunk.become(ChunkRole::source_note);
    } else if (line.near_end && text_begun && is_copyright_notice(line.text)) {
        chunk.become(ChunkRole::rights);
    } else {
        return false;
    }
    return true;
}

}  // namespace galley::text
