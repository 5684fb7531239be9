// Build tool: compiles conventions files into the tables that `Conventions::builtin` views.
// usage: compile_conventions OUTPUT.cpp FILE.yaml…

#include "converters/text/convention_builder.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

using galley::text::ConventionBuilder;
using galley::text::ConventionName;
using galley::text::Phrase;
using galley::text::PhraseNode;

void write_text(std::ostream& out, std::string_view name, const std::string& text) {
    constexpr std::size_t bytes_a_line = 40;
    out << "constexpr char " << name << "[] = {\n";
    for (std::size_t at = 0; at < text.size(); at += bytes_a_line) {
        for (const char byte : std::string_view(text).substr(at, bytes_a_line)) {
            out << static_cast<int>(byte) << ',';
        }
        out << '\n';
    }
    out << "};\n";
}

void write_names(std::ostream& out, std::string_view name, const std::vector<ConventionName>& names) {
    out << "constexpr ConventionName " << name << "[] = {\n";
    for (const ConventionName entry : names) {
        out << '{' << entry.offset << ',' << entry.size << "},";
    }
    out << "};\n";
}

void write_tables(std::ostream& out, const ConventionBuilder::Built& built) {
    out << "// Made by compile_conventions from conventions/*.yaml.\n"
           "#include \"converters/text/conventions.h\"\n\nnamespace galley::text {\nnamespace {\n\n";
    write_text(out, "text", built.text);
    write_text(out, "names", built.names);
    out << "constexpr Phrase phrases[] = {\n";
    for (const Phrase& phrase : built.phrases) {
        out << '{' << phrase.offset << ',' << phrase.value << ',' << static_cast<int>(phrase.size) << ",PhraseKind{"
            << static_cast<int>(phrase.kind) << "}," << static_cast<int>(phrase.language) << ','
            << (phrase.open ? "true" : "false") << "},\n";
    }
    out << "};\n";
    out << "constexpr PhraseNode nodes[] = {\n";
    for (const PhraseNode& node : built.nodes) {
        out << '{' << node.kinds << "U," << node.first << ',' << node.complete << ',' << node.last << ','
            << node.children << "U," << node.parent << "U},\n";
    }
    out << "};\n";
    out << "constexpr std::uint64_t starts[] = {\n";
    for (const std::uint64_t kinds : built.starts) {
        out << kinds << "U,\n";
    }
    out << "};\n";
    write_names(out, "languages", built.languages);
    write_names(out, "agencies", built.agencies);
    write_names(out, "roles", built.roles);
    out << "\n}  // namespace\n\nconst Conventions& Conventions::builtin() {\n"
           "    static const Conventions conventions{ConventionTables{{text, sizeof text}, phrases, nodes, starts, {names, sizeof names},\n"
           "                                                          languages, agencies, roles}};\n"
           "    return conventions;\n}\n\n}  // namespace galley::text\n";
}

}  // namespace

int main(int argc, char** argv) {
    ConventionBuilder builder;
    for (int number = 2; number < argc; ++number) {
        std::ifstream file(argv[number], std::ios::binary);
        const std::string yaml{std::istreambuf_iterator<char>(file), {}};
        if (!file) {
            std::cerr << "cannot read " << argv[number] << '\n';
            return 1;
        }
        if (auto added = builder.add_file(argv[number], yaml); !added) {
            std::cerr << added.error().where.source << ':' << added.error().where.line << ": " << added.error().message
                      << '\n';
            return 1;
        }
    }
    std::ofstream out(argv[1], std::ios::binary);
    write_tables(out, builder.build());
    out.flush();
    return out ? 0 : 1;
}
