#pragma once

#include "galley/context.h"
#include "galley/export.h"
#include "galley/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace GALLEY_API galley {

/// A W3C XML schema, compiled. Immutable: one instance may validate on all threads.
class XmlSchema {
public:
    ~XmlSchema();
    XmlSchema(const XmlSchema&) = delete;
    XmlSchema& operator=(const XmlSchema&) = delete;

    /// The schema in the file `path`, which may import others below its folder; compiled at its first use in the
    /// program and kept. Thread-safe. Fails with `schema.missing` or `schema.broken`.
    [[nodiscard]] static Result<std::shared_ptr<const XmlSchema>> load(const std::string& path);

    /// Says into `context` where `bytes` break the schema, as `schema.invalid` errors with their line (columns are not
    /// known), at most 100 of them. Fails with `xml.malformed` when they are no XML.
    [[nodiscard]] Result<> validate(std::string_view name, std::string_view bytes, Context& context) const;

private:
    struct Compiled;
    explicit XmlSchema(std::unique_ptr<Compiled> compiled);
    static Result<std::shared_ptr<const XmlSchema>> compile(const std::string& path);
    std::unique_ptr<Compiled> compiled_;
};

}  // namespace GALLEY_API galley
