// Prints what the decoder makes of each file: name, encoding, confidence, language, its confidence, between tabs.
// usage: guess_encodings LIST   (a file with one name a line)

#include "galley/decode.h"
#include "galley/identify_language.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

using namespace galley;

namespace {

std::string describe(const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    Diagnostics diagnostics;
    const auto decoded = decode(name, bytes, {}, diagnostics);
    if (!decoded) {
        return decoded.error().code + "\t0\t-\t0";
    }
    const auto language = identify_language(decoded->text);
    return decoded->encoding.value + '\t' + std::to_string(decoded->encoding.confidence) + '\t' +
           (language ? language->value + '\t' + std::to_string(language->confidence) : "-\t0");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: guess_encodings LIST\n";
        return 2;
    }
    std::ifstream list(argv[1]);
    for (std::string name; std::getline(list, name);) {
        std::cout << name << '\t' << describe(name) << '\n';
    }
    return 0;
}
