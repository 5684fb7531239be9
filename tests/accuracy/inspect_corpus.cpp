// Reads every text of a folder and prints one JSON record a story, in the shape that the corpus's scorer reads, with
// the confidence of each value besides. Checks the invariants and the coverage of every document on the way. usage:
// inspect_corpus FILE…   (names of files, or "@LIST": a file with one name a line)

#include "converters/text/conventions.h"
#include "converters/text/story_reader.h"
#include "galley/find_headline.h"
#include "galley/invariants.h"
#include "galley/iso_date.h"
#include "galley/plain_text.h"
#include "galley/registry.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

namespace {

using namespace galley;

std::string quoted(std::string_view text) {
    std::string json = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') {
            json += '\\';
            json += byte;
        } else if (static_cast<unsigned char>(byte) < 0x20) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(byte));
            json += escape;
        } else {
            json += byte;
        }
    }
    return json + '"';
}

std::string record(const std::string& file, const Document& document) {
    const Metadata& meta = document.meta;
    std::string json = "{\"file\": " + quoted(file);
    std::string confidence;
    const auto note = [&](std::string_view field, std::uint8_t value) {
        confidence += (confidence.empty() ? "" : ", ") + quoted(field) + ": " + std::to_string(value);
    };
    const Found<Headline>* headline = find_headline(document, HeadlineRole::main);
    json += ", \"headline\": " + (headline == nullptr ? "null" : quoted(headline->value.text));
    if (headline != nullptr) {
        note("headline", headline->confidence);
    }
    json += ", \"byline\": " + (meta.bylines.empty() ? "null" : quoted(meta.bylines.front().raw)) + ", \"authors\": [";
    bool first = true;
    for (const auto& byline : meta.bylines) {
        note("byline", byline.confidence);
        for (const auto& author : byline.value.contributors) {
            json += (first ? "" : ", ") + quoted(author.value.name);
            first = false;
        }
    }
    json += "], \"titles\": [";
    first = true;
    for (const auto& byline : meta.bylines) {
        for (const auto& author : byline.value.contributors) {
            json += (first ? "" : ", ") + quoted(author.value.job_title + "|" + author.value.affiliation);
            first = false;
        }
    }
    json += "]";
    const auto& date = meta.dates.content_created ? meta.dates.content_created : meta.dates.content_modified;
    json += ", \"date\": " + (date ? quoted(iso_date(date->value)) : "null");
    if (date) {
        note("date", date->confidence);
    }
    if (meta.datelines.empty()) {
        json += ", \"dateline\": null";
    } else {
        const auto& dateline = meta.datelines.front();
        note("dateline", dateline.confidence);
        json += ", \"dateline\": {\"raw\": " + quoted(dateline.raw) + ", \"places\": [";
        first = true;
        for (const auto& place : dateline.value.places) {
            const std::string& region = place.value.region.empty() ? place.value.country : place.value.region;
            json += (first ? "" : ", ") + std::string("{\"name\": ") + quoted(place.value.name) +
                    ", \"region\": " + (region.empty() ? "null" : quoted(region)) + "}";
            first = false;
        }
        std::string agencies;
        for (const auto& agency : dateline.value.agencies) {
            agencies += (agencies.empty() ? "" : "; ") + agency.value;
        }
        json += "], \"date\": " + (dateline.value.date ? quoted(iso_date(dateline.value.date->value)) : "null");
        json += ", \"agency\": " + (agencies.empty() ? "null" : quoted(agencies)) + "}";
    }
    json += ", \"paragraphs\": [";
    first = true;
    for (const Block& block : document.body) {
        if (std::holds_alternative<Heading>(block.node)) {
            continue;  // a crosshead is no paragraph
        }
        json += (first ? "" : ", ") + quoted(plain_text(block));
        first = false;
    }
    return json + "], \"confidence\": {" + confidence + "}}";
}

std::vector<std::string> file_names(int argc, char** argv) {
    std::vector<std::string> names;
    for (int number = 1; number < argc; ++number) {
        if (argv[number][0] != '@') {
            names.emplace_back(argv[number]);
            continue;
        }
        std::ifstream list(argv[number] + 1);
        for (std::string name; std::getline(list, name);) {
            names.push_back(name);
        }
    }
    return names;
}

}  // namespace

int main(int argc, char** argv) {
    const Registry registry;
    const MemoryHost host{std::chrono::sys_days{std::chrono::year{2026} / 1 / 2}};
    int failures = 0;
    for (const std::string& name : file_names(argc, argv)) {
        std::ifstream file(name, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        Context context{registry, host};
        const auto document = text::read_story(name, bytes, text::Conventions::builtin(), {}, context);
        if (!document) {
            std::cerr << name << ": " << document.error().code << ": " << document.error().message << '\n';
            ++failures;
            continue;
        }
        for (const Diagnostics& broken : {check_invariants(*document), check_coverage(*document, bytes)}) {
            for (const Diagnostic& diagnostic : broken) {
                std::cerr << name << ": " << diagnostic.code << ": " << diagnostic.message << '\n';
                ++failures;
            }
        }
        std::cout << record(name, *document) << '\n';
    }
    return failures == 0 ? 0 : 1;
}
