#pragma once

#include "converters/newsml/namespaces.h"
#include "converters/newsml/schema/schema_tables.h"
#include "core/edge/libxml2/xml_tree.h"

#include <cstdint>
#include <deque>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace galley::newsml {

/// Makes elements that the schemas allow, with anything they allow in them.
class RandomItem {
public:
    RandomItem(XmlTree& tree, std::uint32_t seed) : tree_(tree), random_(seed) {}

    XmlNode& make(std::string_view name, std::string_view space) {
        XmlNode& root = tree_.element(nullptr, space, name);
        fill(root, *global_element(*schema_space(space), schema_name(name)), 0);
        return root;
    }

private:
    static constexpr int deepest = 7;

    std::size_t below(std::size_t limit) { return random_() % limit; }
    std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }

    void fill(XmlNode& node, const SchemaType& type, int depth) {
        attributes(node, type, depth);
        switch (type.content) {
            case ContentKind::any:
            case ContentKind::empty: return;
            case ContentKind::simple:
                if (const std::string_view text = value(simple_type(type.simple)); !text.empty()) {
                    tree_.text(node, text);
                }
                return;
            case ContentKind::elements:
            case ContentKind::mixed: children(node, type, depth); return;
        }
    }

    void attributes(XmlNode& node, const SchemaType& type, int depth) {
        for (const AttributeUse& use : attributes_of(type)) {
            const std::string_view name = schema_name(use.name);
            if (!use.required && below(depth > deepest ? 20 : 5) != 0) {
                continue;
            }
            if (name.starts_with("xml:")) {
                tree_.attribute(node, name.substr(4), "en", "http://www.w3.org/XML/1998/namespace");
            } else if (const std::string_view text = value(simple_type(use.simple)); text != "none") {
                tree_.attribute(node, name, text);
            }
        }
        if (type.wildcard == Wildcard::other_lax && below(30) == 0) {
            tree_.attribute(node, "own", "x < \"y\" & z", "urn:own");
        }
    }

    void children(XmlNode& node, const SchemaType& type, int depth) {
        std::uint16_t state = type.start;
        for (int step = 0;; ++step) {
            if (type.content == ContentKind::mixed && below(2) == 0) {
                tree_.text(node, below(2) == 0 ? "Words & “more”. " : "wörter\n  lines ");
            }
            const State& here = schema_state(state);
            const bool is_late = depth > deepest || step > 12;
            if (here.accepts && (is_late || below(6) == 0)) {
                return;
            }
            const auto edges = edges_of(here);
            if (here.wildcard != Wildcard::none && (edges.empty() || below(12) == 0)) {
                foreign(node, here.wildcard, depth);
                state = here.wildcard_target;
                continue;
            }
            if (edges.empty()) {
                return;
            }
            const Edge& edge = is_late ? way_out(state) : edges[below(edges.size())];
            const ChildUse& use = *find_entry(children_of(type), edge.name);
            fill(tree_.element(&node, node.name_space, schema_name(edge.name)), schema_type(use.type), depth + 1);
            state = edge.target;
        }
    }

    /// The edge towards the nearest state that accepts.
    static const Edge& way_out(std::uint16_t from) {
        struct Step {
            std::uint16_t state;
            const Edge* first;
        };
        std::vector<Step> steps;
        std::vector<bool> seen(state_count);
        for (const Edge& edge : edges_of(schema_state(from))) {
            steps.push_back({edge.target, &edge});
        }
        for (std::size_t at = 0; at < steps.size(); ++at) {
            const State& state = schema_state(steps[at].state);
            if (state.accepts || state.wildcard == Wildcard::own_lax) {
                return *steps[at].first;
            }
            for (const Edge& edge : edges_of(state)) {
                if (!seen[edge.target]) {
                    seen[edge.target] = true;
                    steps.push_back({edge.target, steps[at].first});
                }
            }
        }
        return edges_of(schema_state(from)).front();
    }

    void foreign(XmlNode& node, Wildcard wildcard, int depth) {
        if (wildcard == Wildcard::own_lax || wildcard == Wildcard::own_strict) {
            fill(tree_.element(&node, node.name_space, "newsItem"),
                 *global_element(SchemaSpace::news, schema_name("newsItem")), depth + 1);
        } else if (wildcard == Wildcard::signature_lax) {
            tree_.text(tree_.element(&node, "http://www.w3.org/2000/09/xmldsig#", "Signature"), "c2ln");
        } else if (node.name == "inlineXML" || wildcard == Wildcard::other_strict) {
            fill(tree_.element(&node, nitf_space, "nitf"), *global_element(SchemaSpace::nitf, schema_name("nitf")),
                 depth);
        } else {
            XmlNode& own = tree_.element(&node, "urn:own", "own");
            tree_.attribute(own, "kind", "own:x");
            tree_.text(tree_.element(&own, "urn:own", "part"), "foreign");
            tree_.node(&own, XmlKind::comment).value = " kept ";
        }
    }

    std::string_view value(const SimpleType& type) {
        switch (type.kind) {
            case SimpleKind::text: return below(3) == 0 ? "some text, “quoted” & <marked>" : "text";
            case SimpleKind::nothing: return "";
            case SimpleKind::one_line: return "one line";
            case SimpleKind::qcode: return below(2) == 0 ? "own:code" : "medtop:04000000";
            case SimpleKind::version: return "2.35";
            case SimpleKind::weekday: return "-1SU";
            case SimpleKind::word: return words_of(type)[below(type.count)];
            case SimpleKind::list:
                return keep(std::string(value(simple_type(type.first))) + " " +
                            std::string(value(simple_type(type.first))));
            case SimpleKind::union_of: return value(simple_type(members_of(type)[below(type.count)]));
            case SimpleKind::uri: return "http://example.org/a?b=c&d#e";
            case SimpleKind::integer:
                return keep(std::to_string(type.most < 100 ? type.most : type.least > 0 ? type.least : 7));
            case SimpleKind::decimal: return "1.50";
            case SimpleKind::number: return "1e3";
            case SimpleKind::boolean: return "true";
            case SimpleKind::duration: return "P1D";
            case SimpleKind::language: return "pt-BR";
            case SimpleKind::date_time: return "2026-01-02T10:00:00-05:00";
            case SimpleKind::date: return "2026-01-02";
            case SimpleKind::year_month: return "2026-01";
            case SimpleKind::year: return "2026";
            case SimpleKind::month: return "--01";
            case SimpleKind::month_day: return "--01-02";
            case SimpleKind::day: return "---02";
            case SimpleKind::id: return keep("id" + std::to_string(++ids_));
            case SimpleKind::entity: return "none";
            case SimpleKind::ncname:
            case SimpleKind::nmtoken:
            case SimpleKind::qname: return "name";
        }
        return "";
    }

    XmlTree& tree_;
    std::mt19937 random_;
    std::deque<std::string> kept_;
    int ids_ = 0;
};

}  // namespace galley::newsml
