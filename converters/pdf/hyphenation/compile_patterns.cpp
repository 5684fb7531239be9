/// Build tool: compiles hyphenation dictionaries (hyph_*.dic of libhyphen, Liang's patterns) into one file that is
/// mapped with the program.
///
///     compile_patterns OUTPUT HEADER [DICTIONARY...]
///
/// HEADER gets the macro that names OUTPUT. Dictionaries that are the same file under several names are compiled once,
/// by the name of the file itself. Rules that change letters (with "/") are left out.

#include "converters/pdf/hyphenation/pattern_file.h"

#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace galley::pdf;

struct Node {
    std::map<std::uint32_t, std::uint32_t> children;  // letter to node
    std::string value;                                // "" or: back, count, priorities
};

/// The patterns of one level.
struct Trie {
    std::vector<Node> nodes{1};
    std::set<char32_t> alphabet;

    void add(std::u32string_view pattern) {
        std::u32string letters;
        std::string priorities(1, '\0');
        for (const char32_t c : pattern) {
            if (c >= U'0' && c <= U'9') {
                priorities.back() = static_cast<char>(c - U'0');
            } else {
                letters += c;
                priorities += '\0';
            }
        }
        std::uint32_t node = 0;
        for (const char32_t letter : letters) {
            if (letter != U'.') {
                alphabet.insert(letter);
            }
            auto [child, fresh] = nodes[node].children.try_emplace(letter, static_cast<std::uint32_t>(nodes.size()));
            node = child->second;
            if (fresh) {
                nodes.emplace_back();
            }
        }
        const std::size_t first = priorities.find_first_not_of('\0');
        if (first == std::string::npos) {
            return;
        }
        const std::size_t last = priorities.find_last_not_of('\0');
        std::string value;
        value += static_cast<char>(letters.size() - first);
        value += static_cast<char>(last - first + 1);
        value += priorities.substr(first, last - first + 1);
        nodes[node].value = value;
    }
};

struct Dictionary {
    std::string tag;
    Trie compounds;
    Trie words;
    bool has_compounds = false;
    std::uint32_t left = 2;
    std::uint32_t right = 2;
};

std::string to_utf8(const std::string& bytes, const std::string& encoding) {
    if (encoding == "UTF-8") {
        return bytes;
    }
    const std::string name = encoding.starts_with("microsoft-cp") ? "windows-" + encoding.substr(12)
                             : encoding.starts_with("ISO8859")    ? "ISO-" + encoding.substr(3)
                                                                  : encoding;
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t size =
        ucnv_convert("UTF-8", name.c_str(), nullptr, 0, bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    std::string utf8(static_cast<std::size_t>(std::max(size, 0)) + 1, '\0');
    status = U_ZERO_ERROR;
    ucnv_convert("UTF-8", name.c_str(), utf8.data(), static_cast<std::int32_t>(utf8.size()), bytes.data(),
                 static_cast<std::int32_t>(bytes.size()), &status);
    utf8.pop_back();
    return U_SUCCESS(status) ? utf8 : std::string{};
}

std::u32string to_utf32(std::string_view utf8) {
    std::u32string text;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto length = static_cast<std::int32_t>(utf8.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 code = 0;
        U8_NEXT(bytes, at, length, code);
        text += code < 0 ? U'\uFFFD' : static_cast<char32_t>(code);
    }
    return text;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines(1);
    for (const char c : text) {
        if (c == '\n') {
            lines.emplace_back();
        } else if (c != '\r') {
            lines.back() += c;
        }
    }
    return lines;
}

/// A keyword's number, where `line` is that keyword's.
bool read_number(const std::string& line, std::string_view keyword, std::uint32_t& number) {
    if (!line.starts_with(keyword) || line.size() <= keyword.size() || line[keyword.size()] != ' ') {
        return false;
    }
    std::from_chars(line.data() + keyword.size() + 1, line.data() + line.size(), number);
    return true;
}

bool is_keyword(const std::string& line) {
    return line.size() > 1 && line[0] >= 'A' && line[0] <= 'Z' && line[1] >= 'A' && line[1] <= 'Z';
}

Dictionary read_dictionary(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    const std::string encoding = bytes.substr(0, bytes.find_first_of("\r\n"));
    Dictionary dictionary;
    dictionary.tag = path.stem().string().substr(std::string_view{"hyph_"}.size());
    std::ranges::replace(dictionary.tag, '_', '-');

    std::vector<std::string> lines = lines_of(to_utf8(bytes, encoding));
    dictionary.has_compounds = std::ranges::find(lines, "NEXTLEVEL") != lines.end();
    Trie* level = dictionary.has_compounds ? &dictionary.compounds : &dictionary.words;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::string& line = lines[i];
        if (line == "NEXTLEVEL") {
            level = &dictionary.words;
        } else if (read_number(line, "LEFTHYPHENMIN", dictionary.left) ||
                   read_number(line, "RIGHTHYPHENMIN", dictionary.right) || line.empty() || line[0] == '#' ||
                   line[0] == '%' || is_keyword(line) || line.contains('/')) {
            continue;
        } else {
            level->add(to_utf32(std::string_view{line}.substr(0, line.find_first_of(" \t"))));
        }
    }
    dictionary.left = std::max(dictionary.left, 1u);
    dictionary.right = std::max(dictionary.right, 1u);
    // French puts nothing but its apostrophes into the first level.
    dictionary.has_compounds = dictionary.has_compounds && dictionary.compounds.nodes.size() > 16;
    return dictionary;
}

void put(std::string& out, std::uint32_t number) {
    char bytes[4];
    std::memcpy(bytes, &number, 4);
    out.append(bytes, 4);
}

/// The trie with equal subtrees joined, numbered so that the root is node 0.
class Minimised {
public:
    explicit Minimised(const Trie& trie) : trie_(trie), letters_(trie.alphabet.begin(), trie.alphabet.end()) {
        values_.assign(1, '\0');
        const std::uint32_t root = visit(0);
        // Nodes were numbered children first: turned round, the root comes first.
        root_ = root;
    }

    void write(std::string& out) const {
        const auto count = static_cast<std::uint32_t>(nodes_.size());
        const auto flipped = [&](std::uint32_t node) { return root_ - node; };
        std::string first_edges, edges, values;
        std::uint32_t edge_count = 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            const Joined& node = nodes_[flipped(i)];
            put(first_edges, edge_count);
            put(values, node.value);
            for (const auto& [letter, target] : node.edges) {
                put(edges, letter << 24 | flipped(target));
                ++edge_count;
            }
        }
        put(first_edges, edge_count);
        std::string bytes = values_;
        bytes.resize((bytes.size() + 3) / 4 * 4, '\0');
        put(out, static_cast<std::uint32_t>(letters_.size()));
        put(out, count);
        put(out, edge_count);
        put(out, static_cast<std::uint32_t>(bytes.size()));
        for (const char32_t letter : letters_) {
            put(out, letter);
        }
        out += first_edges + edges + values + bytes;
    }

    [[nodiscard]] bool fits() const { return letters_.size() < 255 && nodes_.size() < 1u << 24; }

private:
    struct Joined {
        std::uint32_t value = 0;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
        friend auto operator<=>(const Joined&, const Joined&) = default;
    };

    /// Depth is bounded by the longest pattern.
    std::uint32_t visit(std::uint32_t index) {
        Joined joined;
        for (const auto& [letter, child] : trie_.nodes[index].children) {
            const std::uint32_t number =
                letter == U'.'
                    ? 0
                    : static_cast<std::uint32_t>(std::ranges::lower_bound(letters_, letter) - letters_.begin()) + 1;
            joined.edges.emplace_back(number, visit(child));
        }
        std::ranges::sort(joined.edges);
        if (const std::string& value = trie_.nodes[index].value; !value.empty()) {
            auto [known, fresh] = value_offsets_.try_emplace(value, static_cast<std::uint32_t>(values_.size()));
            if (fresh) {
                values_ += value;
            }
            joined.value = known->second;
        }
        auto [known, fresh] = numbers_.try_emplace(joined, static_cast<std::uint32_t>(nodes_.size()));
        if (fresh) {
            nodes_.push_back(std::move(joined));
        }
        return known->second;
    }

    const Trie& trie_;
    std::vector<char32_t> letters_;
    std::map<Joined, std::uint32_t> numbers_;
    std::vector<Joined> nodes_;
    std::map<std::string, std::uint32_t> value_offsets_;
    std::string values_;
    std::uint32_t root_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("usage: compile_patterns OUTPUT HEADER [DICTIONARY...]\n", stderr);
        return 2;
    }
    std::set<std::filesystem::path> paths;
    for (int i = 3; i < argc; ++i) {
        paths.insert(std::filesystem::canonical(argv[i]));
    }
    std::vector<Dictionary> dictionaries;
    for (const std::filesystem::path& path : paths) {
        dictionaries.push_back(read_dictionary(path));
    }
    const std::size_t table = sizeof(PatternFileHeader) + dictionaries.size() * sizeof(PatternLanguage);
    std::string head, tries;
    put(head, pattern_magic);
    put(head, static_cast<std::uint32_t>(dictionaries.size()));
    for (const Dictionary& dictionary : dictionaries) {
        PatternLanguage language;
        std::strncpy(language.tag, dictionary.tag.c_str(), sizeof language.tag - 1);
        language.left = dictionary.left;
        language.right = dictionary.right;
        if (dictionary.has_compounds) {
            language.compounds = static_cast<std::uint32_t>(table + tries.size());
            Minimised{dictionary.compounds}.write(tries);
        }
        language.words = static_cast<std::uint32_t>(table + tries.size());
        const Minimised words{dictionary.words};
        if (!words.fits()) {
            std::fprintf(stderr, "%s: too many letters or nodes\n", dictionary.tag.c_str());
            return 1;
        }
        words.write(tries);
        head.append(reinterpret_cast<const char*>(&language), sizeof language);
    }
    std::ofstream{argv[1], std::ios::binary} << head << tries;
    // The size makes the header change with the patterns, so that what includes it is compiled anew.
    std::ofstream{argv[2]} << "#define GALLEY_HYPHENATION_FILE \"" << argv[1] << "\"\n#define GALLEY_HYPHENATION_SIZE "
                           << head.size() + tries.size() << "\n";
    return 0;
}
