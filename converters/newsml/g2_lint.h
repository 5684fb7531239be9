#pragma once

#include "converters/newsml/catalogs.h"
#include "converters/newsml/g2_rules.h"
#include "converters/newsml/schema/schema_check.h"
#include "converters/newsml/schemes.h"
#include "core/edge/libxml2/xml_text.h"
#include "core/edge/libxml2/xml_tree.h"
#include "galley/diagnostic.h"
#include "galley/partial_date.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace galley::newsml {

/// Checks NewsML-G2 against the rules of CONFORMANCE.md. One for each document; items may come one by one.
class G2Lint {
public:
    /// `text` is what the trees were parsed from, or null for trees that a writer made. Both must outlive this.
    /// `catalogs` are those at hand beside IPTC's, or null.
    G2Lint(const XmlText* text, Diagnostics& found, const Catalogs* catalogs = nullptr)
        : text_(text),
          found_(found),
          catalogs_(catalogs) {}

    /// An item of any kind, or a newsMessage with what of it is in the tree, after those of its items that went through
    /// `check_item`.
    void check(const XmlNode& root);

    /// An item of a newsMessage that is still being read, with what of the message is in the tree. Nothing of it is
    /// kept.
    void check_item(const XmlNode& item, const XmlNode& message);

    /// One property, in its item, for itself.
    void check_property(const XmlNode& node);

    /// True when something checked so far would fail against the schema.
    [[nodiscard]] bool breaks_schema() const { return breaks_schema_; }

private:
    /// What of an item its rules need to know, gathered on the way.
    struct Item {
        const XmlNode* root = nullptr;
        std::vector<Scheme> schemes;  ///< of its own catalogs and those at hand, by alias
        bool has_iptc_catalog = false;
        unsigned iptc_catalog = 0;  ///< the newest of them, 0 when its address has no number
        bool has_other_catalog = false;
        const XmlNode* power_user = nullptr;  ///< the first element that needs conformance "power"
        unsigned minor_version = 0;           ///< of the standard, 0 when not understood
    };

    void say(G2Rule rule, const XmlNode& at, std::string message, std::string_view attribute = {});

    void header(const XmlNode& message);

    // g2_lint_item.cpp: the root and what is about the whole item
    void item(const XmlNode& root, bool against_schema);
    void gather_catalogs();
    void gather_schemes();
    void root_attributes();
    void guid();
    void version();
    void history();
    void recommended();

    // g2_lint.cpp: every element
    void element(const XmlNode& node);
    void schema_fault(const SchemaFault& fault);
    void newer(const XmlNode& node);
    void attributes(const XmlNode& node);
    void text(const XmlNode& node);
    void date(const XmlNode& node, std::string_view value, std::string_view attribute);

    // g2_lint_codes.cpp
    void qcode(const XmlNode& node, const XmlAttribute& attribute, std::string_view value);
    void identifiers(const XmlNode& node);

    // g2_lint_meta.cpp: single properties
    void property(const XmlNode& node);
    void item_class(const XmlNode& node);
    void link(const XmlNode& node);
    void publication_status(const XmlNode& node);
    void language_tag(const XmlNode& node, std::string_view tag, std::string_view attribute);
    void date_order(const XmlNode& root);
    void embargo(const XmlNode& meta);

    // g2_lint_content.cpp: contentSet
    void content(const XmlNode& node);
    void inline_xml(const XmlNode& node, std::string_view type);
    void inline_data(const XmlNode& node, std::string_view type);
    void inline_html(const XmlNode& node);
    void word_count(const XmlNode& node, const XmlNode* root);

    const XmlText* text_;
    Diagnostics& found_;
    const Catalogs* catalogs_;
    SchemaCheck schema_{[this](const SchemaFault& fault) { schema_fault(fault); }};
    Item item_;
    bool breaks_schema_ = false;
    bool has_header_ = false;      ///< the message's header was checked
    bool has_items_ = false;       ///< items of the message were checked one by one
    bool inside_content_ = false;  ///< below inlineXML, where other standards use NewsML-G2's namespace, too (SportsML)
    std::set<std::string, std::less<>> seen_;  ///< guid and version of the items before
};

/// `text` between quotation marks, cut where it is long.
[[nodiscard]] std::string quoted(std::string_view text);

/// Where `node` stands, or the attribute of that name as it is written in its start tag.
[[nodiscard]] Where place_of(const XmlText& text, const XmlNode& node, std::string_view attribute = {});

/// What is wrong with the offset of a date's time, or nothing.
[[nodiscard]] std::string_view zone_fault(std::string_view value);

/// The text of `node` and all in it, white space at the ends taken off.
[[nodiscard]] std::string_view text_of(const XmlNode& node, std::string& storage);

}  // namespace galley::newsml
