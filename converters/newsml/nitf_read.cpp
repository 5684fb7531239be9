// NITF to the model, by IPTC's own table of what corresponds to NewsML-G2 (Guide, chapter 21).

#include "converters/newsml/g2_read.h"
#include "converters/newsml/markup_reader.h"
#include "converters/newsml/xml_build.h"
#include "converters/newsml/xml_children.h"
#include "galley/iso_date.h"
#include "galley/plain_text.h"
#include "galley/utf8.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <utility>

namespace galley::newsml {

namespace {

std::optional<PartialDate> norm_in(const XmlNode& node) {
    const auto date = read_iso_date(utf8::trim(node.value_of("norm")));
    if (!date) {
        return std::nullopt;
    }
    // Midnight without a zone is how NITF writes a date without a time.
    PartialDate read = *date;
    if (read.time && !read.offset && read.time->hour == 0 && read.time->minute == 0 &&
        read.time->second.value_or(0) == 0) {
        read.time.reset();
    }
    return read;
}

void read_doc_id(const XmlNode& node, Identity& to) {
    const std::string_view registry = node.value_of("regsrc");
    if (const std::string_view id = node.value_of("id-string"); !id.empty()) {
        to.alternatives.emplace_back(
            AlternativeId{registry.empty() ? "doc-id" : std::string(registry), std::string(id)});
    }
}

void read_urgency(const XmlNode& node, Metadata& meta) {
    if (const auto urgency = urgency_from(node.value_of("ed-urg")); urgency && !meta.urgency) {
        meta.urgency = *urgency;
    }
}

void read_copyright(const XmlNode& node, Metadata& meta) {
    const std::string year(node.value_of("year"));
    const std::string holder(node.value_of("holder"));
    if (meta.rights.empty() && !holder.empty()) {
        meta.rights.emplace_back(
            Rights{.holder = holder, .notice = "© " + (year.empty() ? year : year + " ") + holder});
    }
}

void read_keywords(const XmlNode& list, Metadata& meta) {
    each_child(list, [&](const XmlNode& keyword, std::string_view) {
        if (!keyword.value_of("key").empty()) {
            meta.keywords.emplace_back(std::string(keyword.value_of("key")));
        }
    });
}

void read_docdata(const XmlNode& docdata, Document& to) {
    Metadata& meta = to.meta;
    if (docdata.value_of("management-status") == "canceled" && !meta.status) {
        meta.status = PublicationStatus::canceled;
    }
    each_child(docdata, [&](const XmlNode& node, std::string_view name) {
        if (name == "doc-id") {
            read_doc_id(node, to.identity);
        } else if (name == "urgency") {
            read_urgency(node, meta);
        } else if (name == "date.issue" && !meta.dates.content_created) {
            if (const auto date = norm_in(node)) {
                meta.dates.content_created = *date;
            }
        } else if (name == "date.release" && !meta.embargo) {
            if (const auto date = norm_in(node)) {
                meta.embargo = Embargo{*date};
            }
        } else if (name == "ed-msg" && !node.value_of("info").empty()) {
            meta.notes.emplace_back(
                EditorialNote{std::string(node.value_of("msg-type")), std::string(node.value_of("info"))});
        } else if (name == "du-key" && !meta.slugline && !node.value_of("key").empty()) {
            meta.slugline = Slugline{.text = std::string(node.value_of("key"))};
        } else if (name == "doc.copyright") {
            read_copyright(node, meta);
        } else if (name == "key-list" && meta.keywords.empty()) {
            read_keywords(node, meta);
        }
    });
}

void read_subjects(const XmlNode& tobject, Metadata& meta) {
    each_child(tobject, [&](const XmlNode& node, std::string_view name) {
        const std::string_view code = node.value_of("tobject.subject.refnum");
        if (name != "tobject.subject" || code.empty()) {
            return;
        }
        Concept subject{.qcode = "subj:" + std::string(code)};
        for (const std::string_view part :
             {"tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type"}) {
            if (subject.name.empty()) {
                subject.name = node.value_of(part);
            }
        }
        meta.subjects.emplace_back(std::move(subject));
    });
}

bool has_headline(const Metadata& meta, std::string_view text) {
    return std::ranges::any_of(meta.headlines, [&](const Found<Headline>& known) { return known.value.text == text; });
}

// NITF knows headlines and what stands below them; `add_hedline` tells the others by class.
HeadlineRole headline_role(const XmlNode& node) {
    const std::string_view kind = node.value_of("class");
    if (node.name == "hl1") {
        return HeadlineRole::main;
    }
    return kind == "kicker"        ? HeadlineRole::kicker
           : kind == "alternative" ? HeadlineRole::alternative
                                   : HeadlineRole::deck;
}

void read_hedline(const XmlNode& hedline, Metadata& meta) {
    std::set<std::string, std::less<>> known;
    bool has_main = false;
    for (const Found<Headline>& headline : meta.headlines) {
        known.insert(headline.value.text);
        has_main = has_main || headline.value.role == HeadlineRole::main;
    }
    each_child(hedline, [&](const XmlNode& node, std::string_view) {
        std::string text = line_in(node);
        if (text.empty() || !known.insert(text).second) {
            return;
        }
        const HeadlineRole stated = headline_role(node);
        const bool is_other = stated == HeadlineRole::main && std::exchange(has_main, true);
        meta.headlines.emplace_back(Headline{is_other ? HeadlineRole::alternative : stated, std::move(text)});
    });
}

void read_byline(const XmlNode& node, Metadata& meta) {
    Found<Byline> byline;
    byline.raw = line_in(node);
    if (byline.raw.empty() ||
        std::ranges::any_of(meta.bylines, [&](const Found<Byline>& known) { return known.raw == byline.raw; })) {
        return;
    }
    each_child(node, [&](const XmlNode& part, std::string_view name) {
        if (name == "person") {
            byline.value.contributors.emplace_back(Contributor{.kind = ContributorKind::person, .name = line_in(part)});
        } else if (name == "byttl" && !byline.value.contributors.empty()) {
            const XmlNode* org = find_child(part, "org");
            Contributor& last = byline.value.contributors.back().value;
            (org != nullptr ? last.affiliation : last.job_title) = line_in(org != nullptr ? *org : part);
        }
    });
    // A line that an item's own property has without its people gets them from here.
    if (!meta.bylines.empty() && meta.bylines.front().raw.empty()) {
        byline.value.contributors = meta.bylines.front().value.contributors;
        meta.bylines.front() = std::move(byline);
        return;
    }
    meta.bylines.push_back(std::move(byline));
}

/// A dateline that is a date alone is the story's, as it was printed. False when it is another day than the one known.
bool read_printed_date(const XmlNode& node, std::string_view line, Metadata& meta) {
    const XmlNode* part = find_child(node, "story.date");
    const auto date = part != nullptr && line_in(*part) == line ? norm_in(*part) : std::nullopt;
    if (!date) {
        return false;
    }
    auto& known = meta.dates.content_created;
    if (known &&
        (known->value.year != date->year || known->value.month != date->month || known->value.day != date->day)) {
        return false;
    }
    if (!known) {
        known.emplace(*date);
    } else if (!known->value.time) {
        known->value = *date;
    }
    known->raw = line;
    return true;
}

void read_dateline(const XmlNode& node, Metadata& meta) {
    Found<Dateline> dateline;
    dateline.raw = line_in(node);
    if (read_printed_date(node, dateline.raw, meta)) {
        return;
    }
    if (dateline.raw.empty() ||
        std::ranges::any_of(meta.datelines, [&](const Found<Dateline>& known) { return known.raw == dateline.raw; })) {
        return;
    }
    each_child(node, [&](const XmlNode& part, std::string_view name) {
        if (name == "location") {
            Found<Place> place(Place{.name = line_in(part)});
            place.raw = place.value.name;
            if (const XmlNode* city = find_child(part, "city")) {
                place.value.name = line_in(*city);
                const XmlNode* region =
                    find_child(part, "state") != nullptr ? find_child(part, "state") : find_child(part, "region");
                place.value.region = region != nullptr ? line_in(*region) : "";
                const XmlNode* country = find_child(part, "country");
                place.value.country = country != nullptr ? line_in(*country) : "";
            }
            dateline.value.places.push_back(std::move(place));
        } else if (name == "story.date") {
            if (const auto date = norm_in(part)) {
                Found<PartialDate> found(*date);
                found.raw = line_in(part);
                dateline.value.date = std::move(found);
            }
        }
    });
    if (!meta.datelines.empty() && meta.datelines.front().raw.empty()) {
        dateline.value.places = meta.datelines.front().value.places;
        meta.datelines.front() = std::move(dateline);
        return;
    }
    meta.datelines.push_back(std::move(dateline));
}

std::string text_of_blocks(const XmlNode& node, Resources& resources) {
    std::string text;
    for (const Block& block : MarkupReader(resources).blocks(node)) {
        (text += text.empty() ? "" : "\n") += plain_text(block);
    }
    return text;
}

void read_body_head(const XmlNode& head, Document& to) {
    Metadata& meta = to.meta;
    const bool had_summary = meta.summary.has_value();
    each_child(head, [&](const XmlNode& node, std::string_view name) {
        if (name == "hedline") {
            read_hedline(node, meta);
        } else if (name == "byline") {
            read_byline(node, meta);
        } else if (name == "dateline") {
            read_dateline(node, meta);
        } else if (name == "distributor" && !meta.provider) {
            if (std::string provider = line_in(node); !provider.empty()) {
                meta.provider = Provider{.name = std::move(provider)};
            }
        } else if (name == "abstract" && !had_summary) {
            if (std::string summary = text_of_blocks(node, to.resources); !summary.empty()) {
                meta.summary = meta.summary ? meta.summary->value + "\n" + summary : std::move(summary);
            }
        } else if (name == "note") {
            if (std::string note = text_of_blocks(node, to.resources); !note.empty()) {
                meta.notes.emplace_back(EditorialNote{std::string(node.value_of("noteclass")), std::move(note)});
            }
        } else if (name == "rights" && meta.rights.empty()) {
            if (std::string notice = line_in(node); !notice.empty()) {
                meta.rights.emplace_back(Rights{.notice = std::move(notice)});
            }
        }
    });
}

}  // namespace

void read_nitf_head(const XmlNode& nitf, Document& to) {
    if (const std::string_view tag = nitf.value_of("baselang"); !to.meta.language && is_language_tag(tag)) {
        to.meta.language = std::string(tag);
    }
    if (const XmlNode* head = find_child(nitf, "head")) {
        each_child(*head, [&](const XmlNode& node, std::string_view name) {
            if (name == "title" && !to.meta.title) {
                if (std::string title = line_in(node); !title.empty() && !has_headline(to.meta, title)) {
                    to.meta.title = std::move(title);
                }
            } else if (name == "tobject" && to.meta.subjects.empty()) {
                read_subjects(node, to.meta);
            } else if (name == "docdata") {
                read_docdata(node, to);
            }
        });
    }
    const XmlNode* body = find_child(nitf, "body");
    if (const XmlNode* head = body != nullptr ? find_child(*body, "body.head") : nullptr) {
        read_body_head(*head, to);
    }
}

Blocks read_nitf_body(const XmlNode& nitf, Resources& resources) {
    Blocks blocks;
    const XmlNode* body = find_child(nitf, "body");
    if (body == nullptr) {
        return blocks;
    }
    MarkupReader reader(resources);
    each_child(*body, [&](const XmlNode& part, std::string_view name) {
        if (name == "body.content") {
            std::ranges::move(reader.blocks(part), std::back_inserter(blocks));
        } else if (name == "body.end") {
            each_child(part, [&](const XmlNode& node, std::string_view end) {
                if (Inlines line = reader.line(node); !line.empty()) {
                    Blocks content;
                    content.emplace_back(Paragraph{.content = std::move(line)});
                    blocks.emplace_back(Note{.role = std::string(end), .content = std::move(content)});
                }
            });
        }
    });
    return blocks;
}

}  // namespace galley::newsml
