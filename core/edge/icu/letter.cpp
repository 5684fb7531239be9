#include "core/edge/icu/letter.h"

#include <unicode/uchar.h>

namespace galley::icu {

CharacterKind kind_of(char32_t code) {
    switch (u_charType(static_cast<UChar32>(code))) {
        case U_LOWERCASE_LETTER: return CharacterKind::small_letter;
        case U_UPPERCASE_LETTER:
        case U_TITLECASE_LETTER: return CharacterKind::capital_letter;
        case U_MODIFIER_LETTER:
        case U_OTHER_LETTER: return CharacterKind::other_letter;
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_COMBINING_SPACING_MARK: return CharacterKind::mark;
        case U_SPACE_SEPARATOR:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR: return CharacterKind::space;
        case U_DECIMAL_DIGIT_NUMBER: return CharacterKind::digit;
        case U_DASH_PUNCTUATION:
        case U_START_PUNCTUATION:
        case U_END_PUNCTUATION:
        case U_CONNECTOR_PUNCTUATION:
        case U_INITIAL_PUNCTUATION:
        case U_FINAL_PUNCTUATION:
        case U_OTHER_PUNCTUATION: return CharacterKind::punctuation;
        case U_CONTROL_CHAR: return CharacterKind::control;
        case U_UNASSIGNED:
        case U_PRIVATE_USE_CHAR:
        case U_SURROGATE: return CharacterKind::unassigned;
        default: return CharacterKind::sign;
    }
}

char32_t to_small(char32_t code) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(code))); }

}  // namespace galley::icu
