#include "galley/utf8.h"
#include "tests/fuzz/require.h"

#include <string>

using namespace galley;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const std::size_t invalid = utf8::find_invalid(bytes);
    const std::string_view text = bytes.substr(0, invalid);
    require(utf8::is_valid(text), "what stands before the first ill-formed character is valid");

    std::string again;
    std::size_t characters = 0;
    for (std::size_t offset = 0; offset < text.size(); ++characters) {
        const utf8::Character character = utf8::at(text, offset);
        offset += character.size;
        require(utf8::before(text, offset).code == character.code, "a character reads the same from both ends");
        utf8::append(character.code, again);
    }
    require(again == text, "characters read and appended give the text");
    require(characters == utf8::count_characters(text), "the count of characters is how many can be read");

    require(utf8::is_valid(utf8::trim(text)), "trimming keeps characters whole");
    require(utf8::is_valid(utf8::prefix(text, size / 2)), "a prefix keeps characters whole");
    return 0;
}
