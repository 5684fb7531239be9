#pragma once

#include "converters/text/short_line.h"
#include "converters/text/story_text.h"

namespace galley::text {

/// Phrases that make a line a note to editors; embargoes see embargo_line.h.
constexpr PhraseKinds kinds_of_notes{PhraseKind::correction, PhraseKind::withheld, PhraseKind::editor_note,
                                     PhraseKind::editor_notes_begin};

/// Makes `chunk` what ends a story, when `line` does: an end mark, an agency's name alone, a stamp, a sign-off. False
/// for any other line.
[[nodiscard]] bool settle_end_of_story(const ShortLine& line, const StoryText& story, StoryChunk& chunk);

/// Makes `chunk` what a line says about a story, and not in it: a note to editors, who to reach, credits, sources,
/// rights. `text_begun` tells whether a paragraph stands above. False for any other line.
[[nodiscard]] bool settle_about_story(const ShortLine& line, const StoryText& story, bool text_begun,
                                      StoryChunk& chunk);

}  // namespace galley::text
