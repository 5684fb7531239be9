#include "converters/newsml/nitf_document.h"

#include "converters/newsml/date_text.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/nitf_body.h"
#include "galley/find_headline.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::newsml {

namespace {

// xs:NMTOKEN, as far as codes of subjects need it.
bool is_name_token(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char byte) {
        return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
               byte == '.' || byte == '-' || byte == '_';
    });
}

struct NitfScope {
    XmlTree& tree;
    XmlBuild build;
    const Document& document;
    NitfUse use;
};

void add_norm(const NitfScope& scope, XmlNode& parent, std::string_view name, const PartialDate& date) {
    if (const auto norm = norm_date(date)) {
        scope.build.set(scope.build.add(parent, name), "norm", scope.tree.keep(*norm));
    }
}

/// What an item around the text would say.
void add_own_data(const NitfScope& scope, XmlNode& data) {
    const Document& document = scope.document;
    if (document.meta.status && document.meta.status->value == PublicationStatus::canceled) {
        scope.build.set(data, "management-status", "canceled");
    }
    if (document.identity.guid) {
        scope.build.set(scope.build.add(data, "doc-id"), "id-string", document.identity.guid->value);
    }
    for (const Found<AlternativeId>& id : document.identity.alternatives) {
        XmlNode& element = scope.build.add(data, "doc-id");
        scope.build.set(element, "regsrc", id.value.type);
        scope.build.set(element, "id-string", id.value.value);
    }
    for (const Found<EditorialNote>& note : document.meta.notes) {
        XmlNode& element = scope.build.add(data, "ed-msg");
        scope.build.set(element, "msg-type", note.value.role);
        scope.build.set(element, "info", note.value.text);
    }
    if (document.meta.slugline) {
        scope.build.set(scope.build.add(data, "du-key"), "key", document.meta.slugline->value.text);
    }
    for (const Found<Rights>& rights : document.meta.rights) {
        if (!rights.value.holder.empty()) {
            scope.build.set(scope.build.add(data, "doc.copyright"), "holder", rights.value.holder);
        }
    }
}

void add_subjects(const NitfScope& scope, XmlNode& head) {
    XmlNode& list = scope.tree.element(nullptr, nitf_space, "tobject");
    for (const Found<Concept>& subject : scope.document.meta.subjects) {
        const std::string_view code = subject.value.qcode;
        const std::size_t colon = code.find(':');
        if (colon != std::string_view::npos && colon + 1 < code.size() && is_name_token(code.substr(colon + 1))) {
            XmlNode& element = scope.build.add(list, "tobject.subject");
            scope.build.set(element, "tobject.subject.refnum", code.substr(colon + 1));
            scope.build.set(element, "tobject.subject.detail", subject.value.name);
        }
    }
    if (list.first != nullptr) {
        XmlTree::append(head, list);
    }
}

void add_head(const NitfScope& scope, XmlNode& nitf) {
    const Metadata& meta = scope.document.meta;
    XmlNode& head = scope.tree.element(nullptr, nitf_space, "head");
    if (meta.title) {
        scope.build.add_text(head, "title", label(scope.tree, meta.title->value));
    }
    if (scope.use == NitfUse::alone) {
        add_subjects(scope, head);
    }
    XmlNode& data = scope.tree.element(nullptr, nitf_space, "docdata");
    if (scope.use == NitfUse::alone) {
        add_own_data(scope, data);
    }
    if (meta.urgency) {
        scope.build.set(scope.build.add(data, "urgency"), "ed-urg",
                        scope.tree.keep(std::to_string(int{meta.urgency->value})));
    }
    if (meta.dates.content_created) {
        add_norm(scope, data, "date.issue", meta.dates.content_created->value);
    }
    if (meta.embargo) {
        add_norm(scope, data, "date.release", meta.embargo->value.until);
    }
    if (!meta.keywords.empty()) {
        XmlNode& list = scope.build.add(data, "key-list");
        for (const Found<std::string>& keyword : meta.keywords) {
            scope.build.set(scope.build.add(list, "keyword"), "key", label(scope.tree, keyword.value));
        }
    }
    if (data.first != nullptr) {
        XmlTree::append(head, data);
    }
    if (head.first != nullptr) {
        XmlTree::append(nitf, head);
    }
}

void add_hedline(const NitfScope& scope, XmlNode& head) {
    const Found<Headline>* main = find_headline(scope.document, HeadlineRole::main);
    if (main == nullptr) {
        return;
    }
    XmlNode& hedline = scope.build.add(head, "hedline");
    scope.build.add_text(hedline, "hl1", label(scope.tree, main->value.text));
    for (const Found<Headline>& headline : scope.document.meta.headlines) {
        const HeadlineRole role = headline.value.role;
        // In an item its own headlines say the rest.
        if (role == HeadlineRole::main || (role != HeadlineRole::deck && scope.use != NitfUse::alone)) {
            continue;
        }
        XmlNode& line = scope.build.add_text(hedline, "hl2", label(scope.tree, headline.value.text));
        if (role != HeadlineRole::deck) {
            scope.build.set(line, "class", role == HeadlineRole::kicker ? "kicker" : "alternative");
        }
    }
}

/// Adds `line` to `parent` as it stood, with `name` of it marked up as `element` at its first place after `from`.
std::size_t add_marked(const NitfScope& scope, XmlNode& parent, std::string_view line, std::size_t from,
                       std::string_view name, std::string_view element) {
    const std::size_t at = name.empty() ? std::string_view::npos : line.find(name, from);
    if (at == std::string_view::npos) {
        return from;
    }
    if (at > from) {
        scope.tree.text(parent, line.substr(from, at - from));
    }
    scope.build.add_text(parent, element, line.substr(at, name.size()));
    return at + name.size();
}

void add_rest(const NitfScope& scope, XmlNode& parent, std::string_view line, std::size_t from) {
    if (from < line.size()) {
        scope.tree.text(parent, line.substr(from));
    }
}

void add_bylines(const NitfScope& scope, XmlNode& head) {
    for (const Found<Byline>& byline : scope.document.meta.bylines) {
        if (byline.raw.empty() && byline.value.contributors.empty()) {
            continue;
        }
        XmlNode& element = scope.build.add(head, "byline");
        element.mixed = true;
        const std::string_view line = label(scope.tree, byline.raw);
        std::size_t done = 0;
        for (const Found<Contributor>& contributor : byline.value.contributors) {
            if (line.empty()) {
                if (element.first != nullptr) {
                    scope.tree.text(element, ", ");
                }
                scope.tree.text(element, label(scope.tree, contributor.value.name));
            } else if (contributor.value.kind == ContributorKind::person) {
                done = add_marked(scope, element, line, done, contributor.value.name, "person");
            }
        }
        add_rest(scope, element, line, done);
    }
}

void add_datelines(const NitfScope& scope, XmlNode& head) {
    for (const Found<Dateline>& dateline : scope.document.meta.datelines) {
        if (dateline.raw.empty() && dateline.value.places.empty()) {
            continue;
        }
        XmlNode& element = scope.build.add(head, "dateline");
        element.mixed = true;
        const std::string_view line = label(scope.tree, dateline.raw);
        std::size_t done = 0;
        for (const Found<Place>& place : dateline.value.places) {
            if (line.empty()) {
                if (element.first != nullptr) {
                    scope.tree.text(element, " / ");
                }
                scope.build.add_text(element, "location", label(scope.tree, place.value.name));
            } else {
                done = add_marked(scope, element, line, done, place.raw.empty() ? place.value.name : place.raw,
                                  "location");
            }
        }
        if (dateline.value.date && !line.empty()) {
            const std::size_t before = done;
            done = add_marked(scope, element, line, done, dateline.value.date->raw, "story.date");
            if (const auto norm = norm_date(dateline.value.date->value); norm && done != before) {
                scope.build.set(*element.last, "norm", scope.tree.keep(*norm));
            }
        }
        add_rest(scope, element, line, done);
    }
}

/// The story's date as it was printed on a line of its own: NITF has a place for the words in datelines only.
void add_printed_date(const NitfScope& scope, XmlNode& head) {
    const Metadata& meta = scope.document.meta;
    const auto& date = meta.dates.content_created;
    const auto in_dateline = [&](const Found<Dateline>& dateline) {
        return dateline.value.date && dateline.value.date->raw == date->raw && dateline.value.date->span == date->span;
    };
    if (!date || date->raw.empty() || std::ranges::any_of(meta.datelines, in_dateline)) {
        return;
    }
    if (const auto norm = norm_date(date->value)) {
        XmlNode& element = scope.build.add(head, "dateline");
        element.mixed = true;
        scope.build.set(scope.build.add_text(element, "story.date", label(scope.tree, date->raw)), "norm",
                        scope.tree.keep(*norm));
    }
}

void add_body_head(const NitfScope& scope, XmlNode& body) {
    XmlNode& head = scope.tree.element(nullptr, nitf_space, "body.head");
    add_hedline(scope, head);
    if (scope.use == NitfUse::alone && !scope.document.meta.rights.empty() &&
        !scope.document.meta.rights.front().value.notice.empty()) {
        scope.build.add_text(head, "rights", label(scope.tree, scope.document.meta.rights.front().value.notice));
    }
    add_bylines(scope, head);
    if (scope.use == NitfUse::alone && scope.document.meta.provider &&
        !scope.document.meta.provider->value.name.empty()) {
        scope.build.add_text(head, "distributor", label(scope.tree, scope.document.meta.provider->value.name));
    }
    add_datelines(scope, head);
    add_printed_date(scope, head);
    if (scope.document.meta.summary) {
        scope.build.add_text(scope.build.add(head, "abstract"), "p", scope.document.meta.summary->value);
    }
    if (head.first != nullptr) {
        XmlTree::append(body, head);
    }
}

}  // namespace

Result<XmlNode*> make_nitf(XmlTree& tree, const Document& document, Context& context, NitfUse use) {
    const NitfScope scope{tree, {tree, nitf_space}, document, use};
    XmlNode& nitf = tree.element(nullptr, nitf_space, "nitf");
    scope.build.set(nitf, "version", "-//IPTC//DTD NITF 3.6//EN");
    if (document.meta.language && is_language_tag(document.meta.language->value)) {
        scope.build.set(nitf, "baselang", document.meta.language->value);
    }
    add_head(scope, nitf);
    XmlNode& body = scope.build.add(nitf, "body");
    add_body_head(scope, body);
    NitfBody content(scope.build, document, context.limits());
    content.blocks(scope.build.add(body, "body.content"), document.body);
    if (content.too_deep()) {
        return fail({.code = "limit.depth",
                     .message = "the text nests deeper than " + std::to_string(context.limits().depth) + " levels",
                     .where = {.source = document.source.name},
                     .hints = {"flatten its lists, quotes and tables"}});
    }
    return &nitf;
}

}  // namespace galley::newsml
