#include "cli/inspect_record.h"

#include "cli/json_text.h"
#include "galley/find_headline.h"
#include "galley/iso_date.h"
#include "galley/plain_text.h"

namespace galley::cli {
namespace {

std::string byline_of(const Metadata& meta) {
    if (meta.bylines.empty()) {
        return "";
    }
    const Found<Byline>& byline = meta.bylines.front();
    if (!byline.raw.empty()) {
        return byline.raw;
    }
    std::string names;
    for (const auto& contributor : byline.value.contributors) {
        names += (names.empty() ? "" : ", ") + contributor.value.name;
    }
    return names;
}

std::string authors_of(const Metadata& meta) {
    std::vector<std::string> names;
    for (const auto& byline : meta.bylines) {
        for (const auto& contributor : byline.value.contributors) {
            names.push_back(json_string(contributor.value.name));
        }
    }
    return json_array(names);
}

std::string date_of(const Metadata& meta) {
    if (meta.dates.content_created) {
        return iso_date(meta.dates.content_created->value);
    }
    for (const auto& dateline : meta.datelines) {
        if (dateline.value.date) {
            return iso_date(dateline.value.date->value);
        }
    }
    if (meta.dates.content_modified) {
        return iso_date(meta.dates.content_modified->value);  // a page that tells only when it was changed last
    }
    return "";
}

std::string dateline_of(const Metadata& meta) {
    if (meta.datelines.empty()) {
        return "null";
    }
    const Found<Dateline>& dateline = meta.datelines.front();
    std::vector<std::string> places;
    places.reserve(dateline.value.places.size());
    for (const auto& place : dateline.value.places) {
        places.push_back(JsonObject().text("name", place.value.name).text_or_null("region", place.value.region).json());
    }
    std::string agency;
    for (const auto& one : dateline.value.agencies) {
        agency += (agency.empty() ? "" : "/") + one.value;
    }
    return JsonObject()
        .text("raw", dateline.raw)
        .member("places", json_array(places))
        .text_or_null("agency", agency)
        .json();
}

std::string paragraphs_of(const Blocks& body) {
    std::vector<std::string> texts;
    for (const Block& block : body) {
        if (std::holds_alternative<Heading>(block.node)) {
            continue;  // a crosshead stands between paragraphs
        }
        if (const std::string text = plain_text(block); !text.empty()) {
            texts.push_back(json_string(text));
        }
    }
    return json_array(texts);
}

}  // namespace

std::string inspect_record(const std::string& file, const Document& document) {
    const Metadata& meta = document.meta;
    const auto* headline = find_headline(document, HeadlineRole::main);
    return JsonObject()
        .text("file", file)
        .text_or_null("headline", headline == nullptr ? "" : headline->value.text)
        .text_or_null("byline", byline_of(meta))
        .member("authors", authors_of(meta))
        .text_or_null("date", date_of(meta))
        .member("dateline", dateline_of(meta))
        .member("paragraphs", paragraphs_of(document.body))
        .json();
}

}  // namespace galley::cli
