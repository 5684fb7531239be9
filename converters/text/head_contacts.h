#pragma once

#include "converters/text/story_text.h"

namespace galley::text {

/// Takes the contacts that a press release has above its headline out of the text: "Contact: Dana Whitfield", and the
/// short lines right below it, a company, a telephone, an address. Nothing where no text follows.
void settle_head_contacts(StoryText& story);

}  // namespace galley::text
