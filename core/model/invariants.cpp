#include "galley/invariants.h"
#include "galley/digest.h"
#include "galley/overloaded.h"
#include "galley/utf8.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace galley {

namespace {

/// Walks a document once and collects what it breaks.
class Checker {
public:
    Checker(const Document& document, const Limits& limits) : document_(document), limits_(limits) {}

    [[nodiscard]] Diagnostics run() {
        check_source();
        check_identity();
        check_metadata();
        for (const Resource& resource : document_.resources) {
            if (resource.id.empty() || !resources_.insert(resource.id).second) {
                broken("invariant.resource-id", "resource '" + resource.id + "' has no id of its own", {});
            }
            text(resource.id);
            text(resource.media_type);
            text(resource.href);
            text(resource.title);
            extras(resource.extra, 0);
        }
        blocks(document_.body, 0);
        text(document_.provenance.generator);
        for (const ProvenanceEvent& event : document_.provenance.events) {
            text(event.action);
            text(event.agent);
            text(event.detail);
            date(event.when, {});
        }
        extras(document_.extra, 0);
        return std::move(found_);
    }

private:
    void broken(const char* code, std::string message, std::optional<Span> span) {
        found_.push_back({.cause = Cause::internal,
                          .code = code,
                          .message = std::move(message),
                          .where = {.source = document_.source.name, .span = span},
                          .hints = {"the reader or program that made the document breaks a rule of the model"}});
    }

    void text(std::string_view utf8, std::optional<Span> span = {}) {
        if (const std::size_t at = utf8::find_invalid(utf8); at != std::string_view::npos) {
            broken("invariant.not-utf8", "a text is not UTF-8 from its byte " + std::to_string(at) + " on", span);
        }
    }

    void date(const PartialDate& value, std::optional<Span> span) {
        if (!is_valid(value)) {
            broken("invariant.impossible-date", "a date cannot exist", span);
        }
    }

    void span(std::optional<Span> where) {
        if (!where) {
            return;
        }
        const Span extent = document_.source.extent.value_or(Span{0, document_.source.size});
        if (where->begin > where->end || !extent.contains(*where)) {
            broken("invariant.bad-span",
                   "a span of bytes " + std::to_string(where->begin) + " to " + std::to_string(where->end) +
                       " is not inside its story",
                   where);
        }
    }

    /// What every found value has, whatever it is of; `value` checks the rest.
    template <class T, class Check>
    void found(const Found<T>& one, Check value) {
        text(one.raw, one.span);
        span(one.span);
        if (one.confidence > 100) {
            broken("invariant.bad-confidence", "a confidence of " + std::to_string(one.confidence) + " is above 100",
                   one.span);
        }
        extras(one.extra, 0);
        value(one.value, one.span);
    }
    void found(const Found<std::string>& one) {
        found(one, [&](const std::string& value, auto where) { text(value, where); });
    }
    void found(const Found<PartialDate>& one) {
        found(one, [&](const PartialDate& value, auto where) { date(value, where); });
    }
    void found(const Found<Contributor>& one) {
        found(one, [&](const Contributor& value, auto where) {
            for (const auto* part :
                 {&value.name, &value.role, &value.job_title, &value.affiliation, &value.identifier}) {
                text(*part, where);
            }
        });
    }
    void found(const Found<Concept>& one) {
        found(one, [&](const Concept& value, auto where) {
            for (const auto* part : {&value.qcode, &value.uri, &value.name, &value.type}) {
                text(*part, where);
            }
            if (value.qcode.empty() && value.uri.empty() && value.name.empty()) {
                broken("invariant.empty-concept", "a concept has neither code, URI nor name", where);
            }
        });
    }
    template <class T>
    void each(const std::vector<Found<T>>& all) {
        for (const auto& one : all) {
            found(one);
        }
    }
    template <class T>
    void maybe(const std::optional<Found<T>>& one) {
        if (one) {
            found(*one);
        }
    }

    void check_source() {
        const Source& source = document_.source;
        text(source.name);
        text(source.format);
        text(source.media_type);
        maybe(source.encoding);
        if (source.extent && (source.extent->begin > source.extent->end || source.extent->size() != source.size)) {
            broken("invariant.bad-extent", "the story's extent and size disagree", source.extent);
        }
        if (source.bytes &&
            (source.bytes->size() != source.size || (source.sha256 && sha256(*source.bytes) != *source.sha256))) {
            broken("invariant.bytes-differ", "the bytes kept are not those of the source", {});
        }
    }

    void check_identity() {
        maybe(document_.identity.guid);
        if (document_.identity.version && document_.identity.version->value == 0) {
            broken("invariant.version-zero", "versions count from 1", document_.identity.version->span);
        }
        for (const auto& one : document_.identity.alternatives) {
            found(one, [&](const AlternativeId& id, auto where) {
                text(id.type, where);
                text(id.value, where);
            });
        }
    }

    void dateline(const Found<Dateline>& one) {
        found(one, [&](const Dateline& value, auto) {
            for (const auto& place : value.places) {
                found(place, [&](const Place& name, auto where) {
                    text(name.name, where);
                    text(name.region, where);
                    text(name.country, where);
                });
            }
            maybe(value.date);
            each(value.agencies);
        });
    }

    void check_metadata() {
        const Metadata& meta = document_.meta;
        maybe(meta.title);
        for (const auto& one : meta.headlines) {
            found(one, [&](const Headline& headline, auto where) { text(headline.text, where); });
        }
        for (const auto& one : meta.bylines) {
            found(one, [&](const Byline& byline, auto) { each(byline.contributors); });
        }
        for (const auto& one : meta.datelines) {
            dateline(one);
        }
        maybe(meta.dates.content_created);
        maybe(meta.dates.content_modified);
        maybe(meta.dates.first_created);
        maybe(meta.dates.version_created);
        maybe(meta.language);
        if (meta.urgency && (meta.urgency->value < 1 || meta.urgency->value > 9)) {
            broken("invariant.bad-urgency", "an urgency of " + std::to_string(meta.urgency->value) + " is not 1 to 9",
                   meta.urgency->span);
        }
        if (meta.embargo) {
            found(*meta.embargo, [&](const Embargo& embargo, auto where) { date(embargo.until, where); });
        }
        for (const auto& one : meta.notes) {
            found(one, [&](const EditorialNote& note, auto where) {
                text(note.role, where);
                text(note.text, where);
            });
        }
        if (meta.slugline) {
            found(*meta.slugline, [&](const Slugline& slugline, auto where) {
                text(slugline.text, where);
                text(slugline.separator, where);
            });
        }
        if (meta.provider) {
            found(*meta.provider, [&](const Provider& provider, auto where) {
                for (const auto* part : {&provider.qcode, &provider.uri, &provider.name, &provider.domain}) {
                    text(*part, where);
                }
            });
        }
        each(meta.signals);
        each(meta.contributors);
        each(meta.information_sources);
        maybe(meta.credit);
        each(meta.subjects);
        each(meta.keywords);
        each(meta.genres);
        maybe(meta.summary);
        for (const auto& one : meta.rights) {
            found(one, [&](const Rights& rights, auto where) {
                for (const auto* part :
                     {&rights.holder, &rights.holder_uri, &rights.notice, &rights.usage_terms, &rights.data_mining}) {
                    text(*part, where);
                }
            });
        }
        for (const auto& one : meta.links) {
            found(one, [&](const ItemLink& link, auto where) {
                for (const auto* part : {&link.relation, &link.href, &link.residref, &link.media_type, &link.title}) {
                    text(*part, where);
                }
            });
        }
        for (const auto& one : meta.furniture) {
            found(one, [&](const Furniture& furniture, auto where) { text(furniture.value, where); });
        }
    }

    /// False, with a diagnostic, where `depth` is beyond the limit; the caller then goes no deeper.
    bool may_enter(std::uint32_t depth) {
        if (depth <= limits_.depth) {
            return true;
        }
        if (!too_deep_) {
            broken("invariant.too-deep", "the document is nested more than " + std::to_string(limits_.depth) + " deep",
                   {});
        }
        too_deep_ = true;
        return false;
    }

    void extras(const Extras& all, std::uint32_t depth) {
        if (all.empty() || !may_enter(depth)) {
            return;
        }
        for (const Extra& one : all) {
            for (const auto* part : {&one.format, &one.name, &one.name_space, &one.value}) {
                text(*part);
            }
            if (one.kind != ExtraKind::element && !one.children.empty()) {
                broken("invariant.extra-children", "only an element has children", {});
            }
            extras(one.children, depth + 1);
        }
    }

    void inlines(const Inlines& content, std::uint32_t depth) {
        if (content.empty() || !may_enter(depth)) {
            return;
        }
        for (const Inline& item : content) {
            extras(item.extra, depth);
            std::visit(Overloaded{[&](const Text& run) { run_text(run.utf8); },
                                  [&](const Emphasis& emphasis) { inlines(emphasis.content, depth + 1); },
                                  [&](const Link& link) {
                                      text(link.target);
                                      text(link.title);
                                      inlines(link.content, depth + 1);
                                  },
                                  [&](const Entity& entity) {
                                      text(entity.identifier);
                                      text(entity.value);
                                      inlines(entity.content, depth + 1);
                                  },
                                  [&](const Foreign& foreign) {
                                      text(foreign.language);
                                      inlines(foreign.content, depth + 1);
                                  },
                                  [&](const LineBreak&) {}},
                       item.node);
        }
    }

    void run_text(std::string_view utf8) {
        text(utf8);
        if (std::ranges::any_of(utf8,
                                [](char byte) { return static_cast<unsigned char>(byte) < 0x20 && byte != '\t'; })) {
            broken("invariant.control-in-text", "a run of text has a line end or a control character", {});
        }
    }

    void blocks(const Blocks& all, std::uint32_t depth) {
        if (all.empty() || !may_enter(depth)) {
            return;
        }
        for (const Block& one : all) {
            if (++block_count_ > limits_.blocks) {
                if (block_count_ == limits_.blocks + std::uint64_t{1}) {
                    broken("invariant.too-many-blocks",
                           "the document has more than " + std::to_string(limits_.blocks) + " blocks", {});
                }
                return;
            }
            span(one.span);
            text(one.language);
            extras(one.extra, depth);
            block(one, depth);
        }
    }

    void block(const Block& one, std::uint32_t depth) {
        std::visit(Overloaded{[&](const Paragraph& paragraph) { inlines(paragraph.content, depth + 1); },
                              [&](const Heading& heading) {
                                  if (heading.level < 2 || heading.level > 6) {
                                      broken("invariant.bad-heading", "a heading's level is not 2 to 6", one.span);
                                  }
                                  inlines(heading.content, depth + 1);
                              },
                              [&](const List& list) {
                                  for (const Blocks& item : list.items) {
                                      blocks(item, depth + 1);
                                  }
                              },
                              [&](const Quote& quote) {
                                  blocks(quote.content, depth + 1);
                                  inlines(quote.attribution, depth + 1);
                              },
                              [&](const Table& table) { check_table(table, one.span, depth); },
                              [&](const Preformatted& preformatted) { text(preformatted.utf8, one.span); },
                              [&](const Figure& figure) {
                                  if (!resources_.contains(figure.resource)) {
                                      broken(
                                          "invariant.no-resource",
                                          "a figure names the resource '" + figure.resource + "', which is not there",
                                          one.span);
                                  }
                                  text(figure.alternative, one.span);
                                  text(figure.credit, one.span);
                                  inlines(figure.caption, depth + 1);
                              },
                              [&](const ThematicBreak&) {},
                              [&](const Note& note) {
                                  text(note.role, one.span);
                                  blocks(note.content, depth + 1);
                              }},
                   one.node);
    }

    void check_table(const Table& table, std::optional<Span> where, std::uint32_t depth) {
        inlines(table.caption, depth + 1);
        for (const auto& row : table.rows) {
            for (const Cell& cell : row) {
                if (cell.columns == 0 || cell.rows == 0) {
                    broken("invariant.empty-cell", "a cell spans no column or no row", where);
                }
                blocks(cell.content, depth + 1);
            }
        }
    }

    const Document& document_;
    const Limits& limits_;
    Diagnostics found_;
    std::set<std::string_view> resources_;
    std::uint64_t block_count_ = 0;
    bool too_deep_ = false;
};

}  // namespace

Diagnostics check_invariants(const Document& document, const Limits& limits) { return Checker(document, limits).run(); }

}  // namespace galley
