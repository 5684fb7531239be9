#include "converters/newsml/newsml1_read.h"

#include "converters/newsml/g2_read.h"
#include "converters/newsml/newsml1_names.h"
#include "converters/newsml/newsml1_parts.h"
#include "converters/newsml/newsml1_story.h"
#include "converters/newsml/xml_build.h"
#include "converters/newsml/xml_children.h"
#include "galley/iso_date.h"
#include "galley/plain_text.h"
#include "galley/utf8.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <set>
#include <string>

namespace galley::newsml {

namespace {

void read_identification(const XmlNode& node, Document& to) {
    const XmlNode* identifier = find_child(node, "NewsIdentifier");
    if (identifier == nullptr) {
        return;
    }
    const std::string revision = newsml1_line(*identifier, "RevisionId");
    std::uint32_t version = 0;
    if (std::from_chars(revision.data(), revision.data() + revision.size(), version).ec == std::errc() && version > 0) {
        to.identity.version = version;
    }
    // The public identifier names one revision (RFC 3085); what stands before is the same for all.
    std::string guid = newsml1_line(*identifier, "PublicIdentifier");
    if (!revision.empty() && guid.ends_with(":" + revision)) {
        guid.erase(guid.size() - revision.size() - 1);
    }
    if (guid.find(':') != std::string::npos) {
        to.identity.guid = std::move(guid);
    }
    if (const std::string provider = newsml1_line(*identifier, "ProviderId"); provider.find('.') != std::string::npos) {
        to.meta.provider = Provider{.name = provider, .domain = provider};
    }
    if (std::string id = newsml1_line(*identifier, "NewsItemId"); !id.empty()) {
        to.identity.alternatives.emplace_back(AlternativeId{"NewsItemId", std::move(id)});
    }
}

void read_management(const XmlNode& node, Document& to) {
    if (const auto date = read_iso_date(newsml1_line(node, "FirstCreated"))) {
        to.meta.dates.first_created = *date;
    }
    if (const auto date = read_iso_date(newsml1_line(node, "ThisRevisionCreated"))) {
        to.meta.dates.version_created = *date;
    }
    const std::string status = lower_ascii(newsml1_formal_name(node, "Status"));
    if (status == "usable") {
        to.meta.status = PublicationStatus::usable;
    } else if (status == "canceled" || status == "cancelled") {
        to.meta.status = PublicationStatus::canceled;
    } else if (status == "withheld") {
        to.meta.status = PublicationStatus::withheld;
    } else if (status == "embargoed") {
        to.meta.status = PublicationStatus::usable;
        const XmlNode* change = find_child(node, "StatusWillChange");
        const auto until = read_iso_date(change != nullptr ? newsml1_line(*change, "DateAndTime") : std::string());
        to.meta.embargo = Embargo{until ? *until : PartialDate{}};
    }
    const std::string_view urgency = newsml1_formal_name(node, "Urgency");
    if (urgency.size() == 1 && urgency[0] >= '1' && urgency[0] <= '9') {
        to.meta.urgency = static_cast<std::uint8_t>(urgency[0] - '0');
    }
}

void add_headline(Metadata& meta, HeadlineRole role, std::string text) {
    const auto same = [&](const Found<Headline>& known) {
        return known.value.text == text || (known.value.role == role && role != HeadlineRole::alternative);
    };
    if (!text.empty() && std::ranges::none_of(meta.headlines, same)) {
        meta.headlines.emplace_back(Headline{role, std::move(text)});
    }
}

void read_lines(const XmlNode& node, Metadata& meta) {
    each_child(node, [&](const XmlNode& line, std::string_view name) {
        std::string text = line_in(line);
        if (text.empty()) {
            return;
        }
        if (name == "HeadLine") {
            add_headline(meta, HeadlineRole::main, std::move(text));
        } else if (name == "SubHeadLine") {
            add_headline(meta, HeadlineRole::deck, std::move(text));
        } else if (name == "ByLine" && meta.bylines.empty()) {
            Found<Byline> byline;
            byline.raw = std::move(text);
            meta.bylines.push_back(std::move(byline));
        } else if (name == "DateLine" && meta.datelines.empty()) {
            Found<Dateline> dateline;
            dateline.raw = std::move(text);
            meta.datelines.push_back(std::move(dateline));
        } else if (name == "CreditLine" && !meta.credit) {
            meta.credit = std::move(text);
        } else if (name == "SlugLine" && !meta.slugline) {
            meta.slugline = Slugline{.text = std::move(text)};
        } else if (name == "KeywordLine" && std::ranges::none_of(meta.keywords, [&](const Found<std::string>& known) {
                       return known.value == text;
                   })) {
            meta.keywords.emplace_back(std::move(text));
        } else if (name == "CopyrightLine" && meta.rights.empty()) {
            meta.rights.emplace_back(Rights{.notice = std::move(text)});
        }
    });
}

void read_administrative(const XmlNode& node, Metadata& meta) {
    each_child(node, [&](const XmlNode& role, std::string_view name) {
        each_child(role, [&](const XmlNode& party, std::string_view kind) {
            const std::string_view formal = utf8::trim(party.value_of("FormalName"));
            if (kind != "Party" || formal.empty()) {
                return;
            }
            if (name == "Provider") {
                if (!meta.provider || meta.provider->value.name == meta.provider->value.domain) {
                    const std::string domain = meta.provider ? meta.provider->value.domain : std::string();
                    meta.provider = Provider{.name = std::string(formal), .domain = domain};
                }
            } else if (name == "Source") {
                meta.information_sources.emplace_back(
                    Contributor{.kind = ContributorKind::organisation, .name = std::string(formal)});
            } else if (name == "Creator" || name == "Contributor") {
                meta.contributors.emplace_back(
                    Contributor{.name = std::string(formal), .role = lower_ascii(party.value_of("Topic"))});
            }
        });
    });
}

void read_location(const XmlNode& node, Metadata& meta) {
    if (node.value_of("HowPresent") != "Origin") {
        return;
    }
    Place place;
    each_child(node, [&](const XmlNode& property, std::string_view) {
        const std::string_view name = property.value_of("FormalName");
        std::string& part = name == "City" ? place.name : name == "CountryArea" ? place.region : place.country;
        if (part.empty()) {
            part = property.value_of("Value");
        }
    });
    if (place.name.empty()) {
        return;
    }
    if (meta.datelines.empty()) {
        meta.datelines.emplace_back();
    }
    meta.datelines.front().value.places.emplace_back(std::move(place));
}

void read_descriptive(const XmlNode& node, Metadata& meta) {
    each_child(node, [&](const XmlNode& property, std::string_view name) {
        if (name == "Language" && !meta.language && is_language_tag(property.value_of("FormalName"))) {
            meta.language = std::string(property.value_of("FormalName"));
        } else if (name == "Genre" && !property.value_of("FormalName").empty()) {
            meta.genres.emplace_back(Concept{.name = std::string(property.value_of("FormalName"))});
        } else if (name == "Location") {
            read_location(property, meta);
        } else if (name == "SubjectCode") {
            each_child(property, [&](const XmlNode& subject, std::string_view) {
                const std::string_view code = subject.value_of("FormalName");
                if (code.size() == 8 &&
                    std::ranges::all_of(code, [](char byte) { return byte >= '0' && byte <= '9'; })) {
                    meta.subjects.emplace_back(Concept{.qcode = "subj:" + std::string(code)});
                }
            });
        }
    });
}

void read_statements(std::vector<Newsml1Statement> statements, std::string_view language, Metadata& meta) {
    // What is said in the language of the text comes before what is said in others.
    std::ranges::stable_partition(statements, [&](const Newsml1Statement& said) {
        return said.language == language || (!said.language.empty() && may_be_one_language(said.language, language));
    });
    for (const Newsml1Statement& said : statements) {
        if (said.node->name == "NewsLines") {
            read_lines(*said.node, meta);
        } else if (said.node->name == "AdministrativeMetadata") {
            read_administrative(*said.node, meta);
        } else {
            read_descriptive(*said.node, meta);
        }
    }
    if (!meta.language && is_language_tag(language)) {
        meta.language = std::string(language);
    }
}

/// Texts that are metadata by their role. The only text of an item is its text, whatever its role.
void read_titles(Newsml1Parts& parts, Metadata& meta) {
    std::set<std::string, std::less<>> known;
    for (const Found<Headline>& headline : meta.headlines) {
        known.insert(headline.value.text);
    }
    const auto add = [&](HeadlineRole role, const Newsml1Text& text) {
        std::string line;
        for (const Block& block : text.blocks) {
            line += (line.empty() ? "" : " ") + plain_text(block);
        }
        if (role == HeadlineRole::main && !known.empty()) {
            role = HeadlineRole::alternative;
        }
        if (known.insert(line).second) {
            meta.headlines.emplace_back(Headline{role, std::move(line)});
        }
    };
    for (const Newsml1Text& title : parts.titles) {
        add(HeadlineRole::main, title);
    }
    if (parts.texts.size() == 1) {
        return;
    }
    std::erase_if(parts.texts, [&](const Newsml1Text& text) {
        if (text.role == "subheadline") {
            add(HeadlineRole::deck, text);
        } else if (text.role == "tweettext") {
            add(HeadlineRole::alternative, text);
        } else if (text.role == "abstract" && !meta.summary) {
            meta.summary = plain_text(text.blocks.front());
        } else {
            return false;
        }
        return true;
    });
}

}  // namespace

Document read_newsml1_item(const XmlNode& item, const Limits& limits, Diagnostics& diagnostics) {
    Document document;
    each_child(item, [&](const XmlNode& child, std::string_view name) {
        if (name == "Identification") {
            read_identification(child, document);
        } else if (name == "NewsManagement") {
            read_management(child, document);
        }
    });
    Newsml1Parts parts = gather_newsml1_parts(item, limits);
    const Newsml1Text* text = longest_text(parts.texts);
    read_statements(std::move(parts.statements), text != nullptr ? std::string_view(text->language) : "",
                    document.meta);
    read_titles(parts, document.meta);
    add_newsml1_texts(parts, limits, document, diagnostics);
    add_newsml1_media(std::move(parts.media), document);
    return document;
}

}  // namespace galley::newsml
