#pragma once

#include "galley/export.h"
#include "galley/result.h"

#include <memory>
#include <string>

namespace GALLEY_API galley {

/// A W3C XML schema, compiled, for `parse_xml` to check by. Immutable: one instance may serve all threads.
class XmlSchema {
public:
    ~XmlSchema();
    XmlSchema(const XmlSchema&) = delete;
    XmlSchema& operator=(const XmlSchema&) = delete;

    /// The schema in the file `path`, which may import others below its folder; compiled at its first use in the
    /// program and kept. Thread-safe. Fails with `schema.missing` or `schema.broken`.
    [[nodiscard]] static Result<std::shared_ptr<const XmlSchema>> load(const std::string& path);

private:
    friend class SchemaPlug;
    struct Compiled;
    explicit XmlSchema(std::unique_ptr<Compiled> compiled);
    static Result<std::shared_ptr<const XmlSchema>> compile(const std::string& path);
    std::unique_ptr<Compiled> compiled_;
};

}  // namespace galley
