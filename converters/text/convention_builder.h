#pragma once

#include "converters/text/conventions.h"
#include "galley/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace galley::text {

/// Collects phrases from conventions files and makes tables of them. The one path for the built-in files, at build
/// time, and for a newsroom's own, at run time.
class ConventionBuilder {
public:
    ConventionBuilder();

    /// Starts from what `conventions` hold.
    explicit ConventionBuilder(const Conventions& conventions);

    /// Adds what a file says. Fails with `conventions.unknown-key` (with a suggestion), `conventions.bad-value` and as
    /// `read_yaml`, each with the file's name and line; what was added before stays.
    [[nodiscard]] Result<> add_file(std::string_view name, std::string_view yaml);

    void add(std::string_view phrase, PhraseKind kind, std::int16_t value, std::uint8_t language);
    [[nodiscard]] std::uint8_t add_language(std::string_view bcp47);
    [[nodiscard]] std::int16_t add_agency(std::string_view name);
    [[nodiscard]] std::int16_t add_role(std::string_view name);

    /// The finished tables, with what they view.
    struct Built {
        std::string text;
        std::string names;
        std::vector<Phrase> phrases;
        std::vector<PhraseNode> nodes;
        std::vector<std::uint64_t> starts;
        std::vector<ConventionName> languages, agencies, roles;

        /// REQUIRES: the value stays where it is while the tables are used.
        [[nodiscard]] ConventionTables tables() const {
            return {text, phrases, nodes, starts, names, languages, agencies, roles};
        }
    };
    [[nodiscard]] Built build() const;

private:
    struct Entry {
        std::string text;
        Phrase phrase;
    };
    static std::size_t index_of(std::vector<std::string>& list, std::string_view name);

    std::vector<Entry> entries_;
    std::vector<std::string> languages_, agencies_, roles_;
};

}  // namespace galley::text
