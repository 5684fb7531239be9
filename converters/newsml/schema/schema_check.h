#pragma once

#include "converters/newsml/schema/schema_tables.h"
#include "core/edge/libxml2/xml_tree.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace galley::newsml {

enum class SchemaFaultKind : std::uint8_t {
    order,     ///< stands after what it has to stand before
    missing,   ///< an element that must be there
    unknown,   ///< an element that may not be there
    repeated,  ///< an element that may be there once
    text,      ///< text where only elements, or nothing, may be
    unknown_attribute,
    missing_attribute,
    value,      ///< text or an attribute's value is not of its type
    identifier  ///< an ID that another element has
};

struct SchemaFault {
    SchemaFaultKind kind;
    const XmlNode& at;
    std::string_view attribute;  ///< with its prefix; empty where the fault is not one's
    std::string message;
    const SimpleType* type;  ///< of a value, else null
    std::string_view value;
};

using OnSchemaFault = std::function<void(const SchemaFault& fault)>;

/// Checks trees against the schemas of schema_tables.h. One for each document: IDs are unique in all that it checks.
///
/// What the schemas leave open (other namespaces, names they do not declare) is passed, but looked through for what
/// they do declare. xsi:type is not followed.
class SchemaCheck {
public:
    explicit SchemaCheck(OnSchemaFault on_fault) : on_fault_(std::move(on_fault)) {}

    /// `root` as the schema of its namespace declares it; false when none does.
    bool check(const XmlNode& root);

    /// A `nitf` of any namespace, as NITF.
    bool check_nitf(const XmlNode& root);

    /// An element by its place below the root of its tree.
    void check_part(const XmlNode& node);

private:
    void element(const XmlNode& node, const SchemaType& type);
    void attributes(const XmlNode& node, const SchemaType& type);
    void foreign_attribute(const XmlNode& node, const XmlAttribute& attribute, const SchemaType& type);
    void value(const XmlNode& node, std::string_view attribute, const SimpleType& type, std::string_view value);
    void content(const XmlNode& node, const SchemaType& type);
    void open_content(const XmlNode& node);
    void by_declaration(const XmlNode& node, bool must_be_declared);
    void tell(SchemaFaultKind kind, const XmlNode& at, std::string message, std::string_view attribute = {},
              const SimpleType* type = nullptr, std::string_view value = {});
    [[nodiscard]] const SchemaType* declaration_of(const XmlNode& node) const;
    [[nodiscard]] std::optional<SchemaSpace> space_of(const XmlNode& node) const;

    OnSchemaFault on_fault_;
    std::set<std::string, std::less<>> identifiers_;
    std::string_view nitf_alias_;  ///< a namespace that is taken for NITF's, where `has_alias_`
    bool has_alias_ = false;
};

/// The type of an element by its place below the root of its tree; null where no schema declares it.
[[nodiscard]] const SchemaType* type_of(const XmlNode& node);

}  // namespace galley::newsml
