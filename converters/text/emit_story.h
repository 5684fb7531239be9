#pragma once

#include "converters/text/document_builder.h"
#include "converters/text/story_text.h"

namespace galley::text {

/// Puts the settled chunks of `story` into the document, in order.
void emit_story(const StoryText& story, DocumentBuilder& builder);

}  // namespace galley::text
