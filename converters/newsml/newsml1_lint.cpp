#include "converters/newsml/newsml1_lint.h"

#include "converters/newsml/child_order.h"
#include "converters/newsml/g2_lint.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/nitf_lint.h"
#include "converters/newsml/rule_tables.h"
#include "converters/newsml/schema/simple_value.h"
#include "converters/newsml/xhtml_lint.h"
#include "galley/iso_date.h"
#include "galley/utf8.h"

#include <algorithm>
#include <iterator>

namespace galley::newsml {

namespace {

// NewsML 1.2. Lines and parties come in any order in what agencies send, and nobody's reader minds.
constexpr AllowedChild newsml[] = {
    {"Catalog", 0, false, true}, {"TopicSet", 1}, {"NewsEnvelope", 2, true, true}, {"NewsItem", 3, true}};
constexpr AllowedChild envelope[] = {
    {"TransmissionId", 0, false, true}, {"SentFrom", 1, false, true}, {"SentTo", 2, false, true},
    {"DateAndTime", 3, true, true},     {"NewsService", 4},           {"NewsProduct", 5},
    {"Priority", 6, false, true}};
constexpr AllowedChild item[] = {{"Comment", 0},
                                 {"Catalog", 1, false, true},
                                 {"Identification", 2, true, true},
                                 {"NewsManagement", 3, true, true},
                                 {"NewsComponent", 4, false, true},
                                 {"Update", 4},
                                 {"TopicSet", 4, false, true}};
constexpr AllowedChild identification[] = {
    {"NewsIdentifier", 0, true, true}, {"NameLabel", 1, false, true}, {"DateLabel", 2, false, true}, {"Label", 3}};
constexpr AllowedChild identifier[] = {{"ProviderId", 0, true, true},
                                       {"DateId", 1, true, true},
                                       {"NewsItemId", 2, true, true},
                                       {"RevisionId", 3, true, true},
                                       {"PublicIdentifier", 4, true, true}};
constexpr AllowedChild management[] = {{"NewsItemType", 0, true, true},
                                       {"FirstCreated", 1, true, true},
                                       {"ThisRevisionCreated", 2, true, true},
                                       {"Status", 3, true, true},
                                       {"StatusWillChange", 4, false, true},
                                       {"Urgency", 5, false, true},
                                       {"RevisionHistory", 6, false, true},
                                       {"DerivedFrom", 7},
                                       {"AssociatedWith", 8},
                                       {"Instruction", 9},
                                       {"Property", 10}};
constexpr AllowedChild component[] = {{"Comment", 0},
                                      {"Catalog", 1, false, true},
                                      {"TopicSet", 2},
                                      {"Role", 3, false, true},
                                      {"BasisForChoice", 4},
                                      {"NewsLines", 5, false, true},
                                      {"AdministrativeMetadata", 6, false, true},
                                      {"RightsMetadata", 7, false, true},
                                      {"DescriptiveMetadata", 8, false, true},
                                      {"Metadata", 9},
                                      {"NewsItem", 10},
                                      {"NewsItemRef", 10},
                                      {"NewsComponent", 10},
                                      {"ContentItem", 10}};
constexpr AllowedChild lines[] = {{"HeadLine", 0},   {"SubHeadLine", 0}, {"ByLine", 0},        {"ByLineTitle", 0},
                                  {"DateLine", 0},   {"CreditLine", 0},  {"CopyrightLine", 0}, {"RightsLine", 0},
                                  {"SeriesLine", 0}, {"SlugLine", 0},    {"KeywordLine", 0},   {"NewsLine", 0}};
constexpr AllowedChild content_item[] = {{"Comment", 0},
                                         {"Catalog", 1, false, true},
                                         {"MediaType", 2, false, true},
                                         {"Format", 3, false, true},
                                         {"MimeType", 4, false, true},
                                         {"Notation", 5, false, true},
                                         {"Characteristics", 6, false, true},
                                         {"Encoding", 7, false, true},
                                         {"DataContent", 7, false, true}};

struct Tabled {
    std::string_view element;
    std::span<const AllowedChild> children;
};

constexpr Tabled tables[] = {{"ContentItem", content_item},  {"Identification", identification},
                             {"NewsComponent", component},   {"NewsEnvelope", envelope},
                             {"NewsIdentifier", identifier}, {"NewsItem", item},
                             {"NewsLines", lines},           {"NewsML", newsml},
                             {"NewsManagement", management}};
static_assert(std::ranges::is_sorted(tables, {}, &Tabled::element));

constexpr std::string_view statuses[] = {"usable", "embargoed", "withheld", "canceled"};

bool is_dated(std::string_view name) {
    return name == "FirstCreated" || name == "ThisRevisionCreated" || name == "DateAndTime" || name == "DateId";
}

bool equal_but_for_case(std::string_view left, std::string_view right) {
    const auto lower = [](char byte) {
        return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    };
    return std::ranges::equal(left, right, {}, lower, lower);
}

class Newsml1Lint {
public:
    Newsml1Lint(const XmlText& text, Diagnostics& found) : text_(text), found_(found) {}

    void element(const XmlNode& node) {
        const auto* const tabled = std::ranges::lower_bound(tables, node.name, {}, &Tabled::element);
        if (tabled != std::end(tables) && tabled->element == node.name) {
            check_children(node, tabled->children, [&](ChildFault, const XmlNode& at, std::string message) {
                say("newsml1.structure", at, std::move(message));
            });
        }
        property(node);
        if (node.name == "DataContent") {
            content(node);
            return;
        }
        for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
            if (child->kind == XmlKind::element && child->name_space == node.name_space) {
                element(*child);
            }
        }
    }

private:
    void say(std::string_view code, const XmlNode& at, std::string message) {
        const auto rules = newsml1_rules();
        const Rule& rule = *std::ranges::find(rules, code, &Rule::code);
        found_.push_back({.severity = rule.severity,
                          .code = std::string(code),
                          .message = std::move(message),
                          .where = text_.where(at.offset, at.end),
                          .hints = {std::string(rule.repair)}});
    }

    static std::string text_in(const XmlNode& node) {
        std::string storage;
        return std::string(text_of(node, storage));
    }

    [[nodiscard]] std::string child_text(const XmlNode& node, std::string_view name) const {
        const XmlNode* child = node.child(node.name_space, name);
        return child != nullptr ? text_in(*child) : std::string();
    }

    void property(const XmlNode& node) {
        const std::string_view name = node.name;
        if (is_dated(name)) {
            date(node);
        } else if (name == "NewsIdentifier") {
            identifier_parts(node);
        } else if (name == "RevisionId") {
            revision(node);
        } else if (name == "Status") {
            const std::string_view status = node.value_of("FormalName");
            if (std::ranges::none_of(statuses,
                                     [&](std::string_view known) { return equal_but_for_case(known, status); })) {
                say("newsml1.status", node, "the Status is '" + std::string(status) + "'");
            }
        } else if (name == "NewsItemRef" && node.attribute("NewsItem") == nullptr) {
            say("newsml1.link-target", node, "the NewsItemRef names no NewsItem");
        } else if (name == "ContentItem" && node.attribute("Href") == nullptr &&
                   node.attribute("DataContent") == nullptr && node.child(node.name_space, "DataContent") == nullptr &&
                   node.child(node.name_space, "Encoding") == nullptr) {
            say("newsml1.link-target", node, "the ContentItem holds nothing and has no Href");
        }
        if (const XmlAttribute* formal = node.attribute("FormalName");
            formal != nullptr && utf8::trim(formal->value).empty()) {
            say("newsml1.formal-name", node, "the FormalName of '" + path_of(node) + "' is empty");
        }
    }

    void date(const XmlNode& node) {
        const std::string value = text_in(node);
        const auto read = read_iso_date(value);
        const std::string_view day = std::string_view(value).substr(0, value.find('T'));
        if (!read || !read->is_full() || day.find('-') != std::string_view::npos) {
            say("newsml1.date-form", node,
                "'" + path_of(node) + "' has " + quoted(value) + ", which is no basic ISO 8601");
        } else if (read->time && !read->offset) {
            say("newsml1.date-form", node,
                "'" + path_of(node) + "' has " + quoted(value) + ", a time without an offset from UTC");
        }
    }

    void identifier_parts(const XmlNode& node) {
        const std::string stated = child_text(node, "PublicIdentifier");
        std::string made = "urn:newsml";
        for (const std::string_view part : {"ProviderId", "DateId", "NewsItemId", "RevisionId"}) {
            made += ":" + child_text(node, part);
        }
        const bool fits =
            stated.starts_with(made) &&
            (stated.size() == made.size() || (stated.size() == made.size() + 1 &&
                                              std::string_view("NAU").find(stated.back()) != std::string_view::npos));
        if (!stated.empty() && !fits) {
            say("newsml1.identifier", node,
                "the PublicIdentifier is '" + stated + "' and its parts make '" + made + "'");
        }
    }

    void revision(const XmlNode& node) {
        const std::string value = text_in(node);
        constexpr SimpleType positive{SimpleKind::integer, 1, INT32_MAX, 0, 0};
        if (!is_value_of(positive, value)) {
            say("newsml1.revision", node, "the RevisionId is " + quoted(value));
        } else if (node.attribute("PreviousRevision") == nullptr || node.attribute("Update") == nullptr) {
            say("newsml1.revision", node, "the RevisionId has no PreviousRevision or no Update");
        }
    }

    void content(const XmlNode& data) {
        const auto fault = [&](const XmlNode& at, std::string message) {
            say("newsml1.inner", at, std::move(message));
        };
        for (const XmlNode* child = data.first; child != nullptr; child = child->next) {
            if (child->kind != XmlKind::element) {
                continue;
            }
            if (child->name == "nitf") {
                lint_nitf(*child, [&](const SchemaFault& found) { fault(found.at, found.message); });
                lint_norm_dates(*child, [&](const XmlNode& at, std::string message) {
                    say("newsml1.date-form", at, std::move(message));
                });
            } else if (child->name == "html" || child->name_space == xhtml_space) {
                lint_xhtml(*child, fault);
            }
        }
    }

    const XmlText& text_;
    Diagnostics& found_;
};

}  // namespace

void lint_newsml1(const XmlNode& root, const XmlText& text, Diagnostics& found) {
    Newsml1Lint(text, found).element(root);
}

}  // namespace galley::newsml
