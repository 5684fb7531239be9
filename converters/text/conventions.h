#pragma once

#include "converters/text/lexicon.h"
#include "converters/text/phrase.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace galley::text {

/// A name in the tables of the conventions: bytes of `ConventionTables::names`.
struct ConventionName {
    std::uint32_t offset = 0;
    std::uint32_t size = 0;
};

/// The conventions of languages, agencies and the web as flat tables without pointers between them.
struct ConventionTables {
    std::string_view text;                  ///< folded texts of the phrases
    std::span<const Phrase> phrases;        ///< sorted by text, kind, language
    std::span<const PhraseNode> nodes;      ///< of the tree over the phrases
    std::span<const std::uint64_t> starts;  ///< of `PhraseStarts`
    std::string_view names;
    std::span<const ConventionName> languages;  ///< BCP 47; the first is "", for phrases of every language
    std::span<const ConventionName> agencies;   ///< as they are printed
    std::span<const ConventionName> roles;      ///< "writer", "editing"
};

/// How news is written: what the reader looks for, as data. The built-in ones are compiled from conventions/*.yaml; a
/// newsroom adds its own with a file of the same kind (see CONFORMANCE.md). Immutable and thread-safe once made.
class Conventions {
public:
    /// Those compiled into the program; costs nothing.
    [[nodiscard]] static const Conventions& builtin();

    /// REQUIRES: the tables outlive the conventions.
    explicit Conventions(const ConventionTables& tables);

    [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
    [[nodiscard]] const ConventionTables& tables() const { return tables_; }
    [[nodiscard]] std::string_view name(ConventionName name) const {
        return tables_.names.substr(name.offset, name.size);
    }
    [[nodiscard]] std::string_view agency(std::int16_t index) const;
    [[nodiscard]] std::string_view role(std::int16_t index) const;

    /// The index of a language by its primary subtag ("de" for "de-AT"), 0 when the tables do not have it.
    [[nodiscard]] std::uint8_t language(std::string_view bcp47) const;
    [[nodiscard]] std::string_view language_tag(std::uint8_t index) const;

private:
    ConventionTables tables_;
    Lexicon lexicon_;
};

}  // namespace galley::text
