// Writes generated documents as YAML, and what they hold as JSON: for other parsers of YAML to be compared with.
//     write_yaml_samples FOLDER COUNT  ->  FOLDER/stream.yaml, FOLDER/expected.json (an array, a document each)
#include "converters/yaml/yaml_documents.h"
#include "converters/yaml/yaml_emitter.h"
#include "converters/yaml/yaml_story_writer.h"
#include "core/edge/yaml_cpp/yaml_node.h"
#include "galley/byte_source.h"
#include "galley/utf8.h"
#include "tests/support/generate_document.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

namespace {

using namespace galley;

void append_json(std::string_view text, std::string& json) {
    static constexpr std::string_view digits = "0123456789abcdef";
    json += '"';
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x20 || byte == '"' || byte == '\\') {
            json += "\\u00";
            json += digits[byte >> 4U];
            json += digits[byte & 15U];
        } else {
            json += character;
        }
    }
    json += '"';
}

bool is_number_or_truth(const YamlNode& node) {
    return !node.quoted && (node.text == "true" || node.text == "false" ||
                            (!node.text.empty() && node.text.find_first_not_of("0123456789-") == std::string::npos));
}

// Everything but numbers and truth values must be text to every parser.
void append_json(const YamlNode& node, std::string& json) {
    const char* separator = "";
    switch (node.kind) {
        case YamlKind::null: json += "null"; break;
        case YamlKind::scalar:
            if (is_number_or_truth(node)) {
                json += node.text;
            } else {
                append_json(node.text, json);
            }
            break;
        case YamlKind::sequence:
            json += '[';
            for (const YamlNode& item : node.items) {
                json += separator;
                append_json(item, json);
                separator = ",";
            }
            json += ']';
            break;
        case YamlKind::mapping:
            json += '{';
            for (const YamlEntry& entry : node.entries) {
                json += separator;
                append_json(entry.key, json);
                json += ':';
                append_json(entry.value, json);
                separator = ",";
            }
            json += '}';
            break;
    }
}

/// One text a character, alone and in lines, so that none is left to chance.
Document every_character() {
    Document document;
    for (char32_t code = 0; code <= 0x10FFFF; code += code < 0x3000 ? 1 : 0x61) {
        if (code < 0xD800 || code > 0xDFFF) {
            std::string text;
            utf8::append(code, text);
            document.provenance.events.push_back({.action = text, .detail = "a\n" + text + "\nb" + text});
        }
    }
    for (char32_t plane = 0; plane <= 0x10; ++plane) {
        std::string text;
        utf8::append((plane << 16U) + 0xFFFE, text);
        utf8::append((plane << 16U) + 0xFFFF, text);
        document.provenance.events.push_back({.action = text});
    }
    return document;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: write_yaml_samples FOLDER COUNT\n";
        return 2;
    }
    const std::string folder = argv[1];
    std::string yaml;
    YamlEmitter emitter(yaml);
    YamlStoryWriter writer(emitter);
    writer.story(every_character());
    for (std::uint64_t seed = 0; seed < std::strtoull(argv[2], nullptr, 10); ++seed) {
        writer.story(test::generate_document(seed));
    }

    std::string json = "[";
    const auto source = memory_source("stream.yaml", yaml);
    YamlDocuments documents(*source, yaml.size());
    Limits limits;
    limits.depth = deepest_yaml;
    for (auto document = documents.next(); document && *document; document = documents.next()) {
        const auto root = read_yaml("stream.yaml", (*document)->text, limits, (*document)->first_line);
        if (!root) {
            std::cerr << root.error().message << "\n";
            return 1;
        }
        json += json.size() > 1 ? ",\n" : "";
        append_json(*root, json);
    }
    json += "]\n";
    std::ofstream(folder + "/stream.yaml", std::ios::binary) << yaml;
    std::ofstream(folder + "/expected.json", std::ios::binary) << json;
    return 0;
}
