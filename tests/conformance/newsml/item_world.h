#pragma once

#include "converters/newsml/schema/schema_check.h"
#include "core/edge/libxml2/xml_parser.h"
#include "galley/builtin.h"
#include "galley/context.h"
#include "galley/convert.h"
#include "galley/host.h"
#include "galley/registry.h"
#include "tests/conformance/newsml/same_tree.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace galley {

/// A text as a tree, and all that the tree needs.
class ParsedItem {
public:
    ParsedItem(std::string_view bytes, Context& context) {
        Diagnostics ignored;
        auto text = XmlText::of_bytes("item.xml", bytes, ignored);
        REQUIRE(text);
        text_.emplace(std::move(*text));
        if (const auto parsed = parse_xml(*text_, tree, {}, context)) {
            root = parsed->root;
        }
    }

    XmlTree tree;
    XmlNode* root = nullptr;  ///< null where the text is not well-formed

private:
    std::optional<XmlText> text_;
};

/// The formats, and a host whose clock stands still.
class ItemWorld {
public:
    ItemWorld() { REQUIRE(register_builtin(registry_)); }

    Context context() { return {registry_, host_}; }
    const Format& format(std::string_view name) { return **registry_.find(name); }

    /// Gives `work` each story of `source`.
    template <class Work>
    Result<> read(ByteSource& source, std::string_view format_name, Context& context, const Work& work) {
        const auto reader = Origin::create(format(format_name), {}, host_).value().reader;
        return reader->read(
            source,
            [&](Document&& document) -> Result<> {
                work(std::move(document));
                return {};
            },
            context);
    }

    Result<std::string_view> write(const Document& document, std::string_view format_name, const GivenOptions& options,
                                   Context& context) {
        return render(document, Target::create(format(format_name), options, host_).value(), {}, context);
    }

    /// With what the standard demands filled in where the item lacks it.
    Result<std::string_view> write_repaired(Document& document, Context& context) {
        if (!document.meta.provider) {
            document.meta.provider = Provider{.name = "Example Press", .domain = "example.org"};
        }
        return write(document, "newsml-g2", {{"repair", "true"}}, context);
    }

    /// Equal as trees, but for the elements named in `but`.
    bool same(std::string_view before, std::string_view after, const std::set<std::string_view>& but = {}) {
        Context context = this->context();
        const ParsedItem left(before, context);
        const ParsedItem right(after, context);
        REQUIRE(left.root != nullptr);
        REQUIRE(right.root != nullptr);
        return same_tree(*left.root, *right.root, but);
    }

    /// What the tables of the schemas object to in `root`; empty for nothing.
    static std::string fault_in(const XmlNode& root) {
        std::string fault;
        newsml::SchemaCheck check([&](const newsml::SchemaFault& found) { fault = found.message; });
        REQUIRE(check.check(root));
        return fault;
    }

private:
    Registry registry_;
    MemoryHost host_{std::chrono::sys_days{std::chrono::year{2026} / 1 / 3}};
};

}  // namespace galley
