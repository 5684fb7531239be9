#include "converters/pdf/hyphenation/hyphenator.h"

#include "converters/pdf/hyphenation/pattern_file.h"
#include "converters/pdf/shape/icu_edge.h"
#include "galley/utf8.h"
#include "hyphenation_file.h"

#include <algorithm>
#include <array>
#include <cstring>

// The compiled patterns lie in the read-only data of the program: nothing is read before a word is divided.
asm(".pushsection .rodata\n"
    ".balign 8\n"
    ".hidden galley_hyphenation_patterns\n"
    ".globl galley_hyphenation_patterns\n"
    "galley_hyphenation_patterns:\n"
    ".incbin \"" GALLEY_HYPHENATION_FILE
    "\"\n"
    ".popsection\n");
extern "C" [[gnu::visibility("hidden")]] const char galley_hyphenation_patterns[];

namespace galley::pdf {

namespace {

constexpr std::size_t longest_word = 64;  // letters
constexpr std::uint32_t no_letter = 255;

template <class T>
T read(const char* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

struct Letters {
    std::array<char32_t, longest_word> codes{};
    std::array<std::uint32_t, longest_word> offsets{};  // bytes in the word
    std::size_t count = 0;
};

using Priorities = std::array<std::uint8_t, longest_word + 1>;  // [i]: before letter i

class TrieView {
public:
    explicit TrieView(const char* at) : header_(read<TrieHeader>(at)) {
        const auto* const words = reinterpret_cast<const std::uint32_t*>(at + sizeof(TrieHeader));
        alphabet_ = words;
        first_edges_ = alphabet_ + header_.letters;
        edges_ = first_edges_ + header_.nodes + 1;
        values_ = edges_ + header_.edges;
        bytes_ = reinterpret_cast<const std::uint8_t*>(values_ + header_.nodes);
    }

    /// Priorities of the places between the letters [begin, end), as if they were a word.
    void weigh(const Letters& letters, std::size_t begin, std::size_t end, Priorities& priorities) const {
        std::array<std::uint32_t, longest_word + 2> numbers{};
        const std::size_t count = end - begin;
        for (std::size_t i = 0; i < count; ++i) {
            numbers[i + 1] = number_of(letters.codes[begin + i]);
        }
        // numbers[0] and numbers[count + 1] are the word's edges.
        for (std::size_t start = 0; start < count + 2; ++start) {
            std::uint32_t node = 0;
            for (std::size_t at = start; at < count + 2; ++at) {
                node = child(node, numbers[at]);
                if (node == 0) {
                    break;
                }
                if (values_[node] != 0) {
                    apply(bytes_ + values_[node], at + 1, begin, priorities);
                }
            }
        }
    }

private:
    /// Raises the priorities that a pattern ending before place `end` (edges counted) speaks of.
    static void apply(const std::uint8_t* value, std::size_t end, std::size_t begin, Priorities& priorities) {
        const std::size_t first = end - value[0];
        for (std::size_t i = 0; i < value[1]; ++i) {
            const std::size_t place = first + i;  // before letter `place` - 1 of the part, which is numbers[place]
            if (place >= 1 && begin + place - 1 < priorities.size()) {
                std::uint8_t& priority = priorities[begin + place - 1];
                priority = std::max(priority, value[2 + i]);
            }
        }
    }

    [[nodiscard]] std::uint32_t number_of(char32_t code) const {
        const std::uint32_t* const end = alphabet_ + header_.letters;
        const std::uint32_t* const found = std::lower_bound(alphabet_, end, static_cast<std::uint32_t>(code));
        return found != end && *found == code ? static_cast<std::uint32_t>(found - alphabet_) + 1 : no_letter;
    }

    [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint32_t letter) const {
        const std::uint32_t* const begin = edges_ + first_edges_[node];
        const std::uint32_t* const end = edges_ + first_edges_[node + 1];
        const std::uint32_t* const found = std::lower_bound(begin, end, letter << 24);
        return found != end && *found >> 24 == letter ? *found & 0xFFFFFF : 0;
    }

    TrieHeader header_;
    const std::uint32_t* alphabet_;
    const std::uint32_t* first_edges_;
    const std::uint32_t* edges_;
    const std::uint32_t* values_;
    const std::uint8_t* bytes_;
};

std::string_view primary_of(std::string_view tag) { return tag.substr(0, tag.find('-')); }

/// The dictionary's name for languages whose countries divide words in different ways.
std::string_view preferred(std::string_view language) {
    const std::string_view region = language.size() > 3 ? language.substr(language.rfind('-') + 1) : std::string_view{};
    if (primary_of(language) == "en") {
        return region.empty() || region == "US" || region == "CA" || region == "PH" || region == "Latn" ? "en-US"
                                                                                                        : "en-GB";
    }
    if (primary_of(language) == "pt") {
        return region == "BR" ? "pt-BR" : "pt-PT";
    }
    return language;
}

struct Languages {
    std::vector<Hyphenator> hyphenators;
    std::vector<std::string_view> tags;

    Languages() {
        const auto header = read<PatternFileHeader>(galley_hyphenation_patterns);
        for (std::size_t i = 0; i < header.languages; ++i) {
            const char* const entry = galley_hyphenation_patterns + sizeof header + i * sizeof(PatternLanguage);
            hyphenators.emplace_back(entry);
            tags.emplace_back(entry);  // its first member: the tag, ended by NUL
        }
    }
};

const Languages& languages() {
    static const Languages all;
    return all;
}

}  // namespace

const Hyphenator* Hyphenator::find(std::string_view language) {
    const Languages& all = languages();
    const std::string_view wanted = preferred(language);
    const Hyphenator* same_primary = nullptr;
    for (std::size_t i = 0; i < all.tags.size(); ++i) {
        if (all.tags[i] == wanted) {
            return &all.hyphenators[i];
        }
        if (same_primary == nullptr && primary_of(all.tags[i]) == primary_of(language)) {
            same_primary = &all.hyphenators[i];
        }
    }
    return same_primary;
}

void Hyphenator::hyphenate(std::string_view word, std::vector<std::uint32_t>& to) const {
    Letters letters;
    for (std::size_t at = 0; at < word.size();) {
        if (letters.count == longest_word) {
            return;
        }
        const auto [code, size] = utf8::at(word, at);
        letters.offsets[letters.count] = static_cast<std::uint32_t>(at);
        letters.codes[letters.count++] = to_lower(code);
        at += size;
    }
    const auto language = read<PatternLanguage>(entry_);
    Priorities priorities{};
    std::size_t part = 0;
    const TrieView words{galley_hyphenation_patterns + language.words};
    if (language.compounds != 0) {
        Priorities joints{};
        TrieView{galley_hyphenation_patterns + language.compounds}.weigh(letters, 0, letters.count, joints);
        for (std::size_t i = 1; i < letters.count; ++i) {
            if ((joints[i] & 1) != 0) {
                words.weigh(letters, part, i, priorities);
                part = i;
                priorities[i] = 1;
            }
        }
        // A joint outweighs what the parts' own patterns say of their edges.
        words.weigh(letters, part, letters.count, priorities);
        for (std::size_t i = 1; i < letters.count; ++i) {
            priorities[i] = (joints[i] & 1) != 0 ? std::uint8_t{1} : priorities[i];
        }
    } else {
        words.weigh(letters, 0, letters.count, priorities);
    }
    for (std::size_t i = language.left; i + language.right <= letters.count; ++i) {
        if ((priorities[i] & 1) != 0) {
            to.push_back(letters.offsets[i]);
        }
    }
}

const std::vector<std::string_view>& hyphenated_languages() { return languages().tags; }

}  // namespace galley::pdf
