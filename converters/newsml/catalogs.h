#pragma once

#include "converters/newsml/schemes.h"
#include "core/edge/libxml2/xml_tree.h"
#include "galley/context.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace galley::newsml {

/// The catalogs of schemes that the caller handed over (`Context::reference_files`). Nothing is ever fetched.
class Catalogs {
public:
    /// Reads them all; what is no catalog is a `newsml.catalog-unreadable` warning. The context's files must outlive
    /// this.
    explicit Catalogs(Context& context);

    /// The schemes of the catalog that `href` refers to: one that was given for that address, that names it as its own,
    /// or whose file has its name. Null when it is not at hand.
    [[nodiscard]] const std::vector<Scheme>* find(std::string_view href) const;

private:
    struct Known {
        std::string_view given_for;  ///< address or file name
        std::string_view own_url;
        std::vector<Scheme> schemes;
    };

    bool read(std::string_view key, std::string_view bytes, Context& context);
    void take(std::string_view key, const XmlNode& catalog);

    XmlTree tree_;
    std::vector<Known> known_;
};

/// The schemes that `catalog` declares.
[[nodiscard]] std::vector<Scheme> schemes_in(const XmlNode& catalog);

}  // namespace galley::newsml
