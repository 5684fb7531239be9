#include "galley/stands_in_body.h"

#include "galley/plain_text.h"

#include <algorithm>

namespace galley {

bool stands_in_body(const Found<Dateline>& dateline, const Document& document) {
    return std::ranges::any_of(document.body, [&](const Block& block) {
        if (block.span && dateline.span) {
            return block.span->contains(*dateline.span);
        }
        return !dateline.raw.empty() && plain_text(block).starts_with(dateline.raw);
    });
}

}  // namespace galley
