#include "converters/text/convention_builder.h"

#include "converters/text/convention_file.h"
#include "converters/text/fold.h"

#include <algorithm>
#include <tuple>

namespace galley::text {
namespace {

/// Digits of a folded phrase as "#", the way the lexicon looks for them.
std::string with_numbers_as_marks(std::string_view folded_text) {
    std::string result;
    bool in_number = false;
    for (const char byte : folded_text) {
        const bool digit = byte >= '0' && byte <= '9';
        if (!digit || !in_number) {
            result += digit ? '#' : byte;
        }
        in_number = digit;
    }
    return result;
}

std::vector<ConventionName> append_names(const std::vector<std::string>& list, std::string& names) {
    std::vector<ConventionName> result;
    for (const std::string& name : list) {
        result.push_back({static_cast<std::uint32_t>(names.size()), static_cast<std::uint32_t>(name.size())});
        names += name;
    }
    return result;
}

}  // namespace

ConventionBuilder::ConventionBuilder() : languages_{""} {}

ConventionBuilder::ConventionBuilder(const Conventions& conventions) {
    const ConventionTables& tables = conventions.tables();
    for (const Phrase& phrase : tables.phrases) {
        entries_.push_back({std::string(conventions.lexicon().text_of(phrase)), phrase});
    }
    const auto copy = [&](std::span<const ConventionName> from, std::vector<std::string>& to) {
        for (const ConventionName name : from) {
            to.emplace_back(conventions.name(name));
        }
    };
    copy(tables.languages, languages_);
    copy(tables.agencies, agencies_);
    copy(tables.roles, roles_);
}

Result<> ConventionBuilder::add_file(std::string_view name, std::string_view yaml) {
    return read_convention_file(name, yaml, *this);
}

void ConventionBuilder::add(std::string_view phrase, PhraseKind kind, std::int16_t value, std::uint8_t language) {
    bool open = false;
    if (phrase.ends_with("*") && phrase.size() > 1) {
        open = true;
        phrase.remove_suffix(1);
    }
    std::string text = with_numbers_as_marks(folded(phrase));
    if (text.empty() || text.size() > 255) {
        return;
    }
    const Phrase entry{.value = value,
                       .size = static_cast<std::uint8_t>(text.size()),
                       .kind = kind,
                       .language = language,
                       .open = open};
    entries_.push_back({std::move(text), entry});
}

std::size_t ConventionBuilder::index_of(std::vector<std::string>& list, std::string_view name) {
    const auto found = std::ranges::find(list, name);
    if (found != list.end()) {
        return static_cast<std::size_t>(found - list.begin());
    }
    list.emplace_back(name);
    return list.size() - 1;
}

std::uint8_t ConventionBuilder::add_language(std::string_view bcp47) {
    return static_cast<std::uint8_t>(index_of(languages_, bcp47));
}

std::int16_t ConventionBuilder::add_agency(std::string_view name) {
    return static_cast<std::int16_t>(index_of(agencies_, name));
}

std::int16_t ConventionBuilder::add_role(std::string_view name) {
    return static_cast<std::int16_t>(index_of(roles_, name));
}

ConventionBuilder::Built ConventionBuilder::build() const {
    std::vector<const Entry*> sorted;
    sorted.reserve(entries_.size());
    for (const Entry& entry : entries_) {
        sorted.push_back(&entry);
    }
    const auto key = [](const Entry* entry) {
        return std::tuple(std::string_view(entry->text), entry->phrase.kind, entry->phrase.language,
                          entry->phrase.value, !entry->phrase.open);
    };
    std::ranges::stable_sort(sorted, {}, key);
    const auto duplicates = std::ranges::unique(sorted, {}, key);
    sorted.erase(duplicates.begin(), duplicates.end());

    Built built;
    std::string_view previous;
    for (const Entry* entry : sorted) {
        if (entry->text != previous) {
            previous = entry->text;
            built.text += entry->text;
        }
        Phrase phrase = entry->phrase;
        phrase.offset = static_cast<std::uint32_t>(built.text.size() - entry->text.size());
        built.phrases.push_back(phrase);
    }
    built.nodes = PhraseTree::build(built.text, built.phrases);
    built.starts = PhraseStarts::build(built.text, built.phrases);
    built.languages = append_names(languages_, built.names);
    built.agencies = append_names(agencies_, built.names);
    built.roles = append_names(roles_, built.names);
    return built;
}

}  // namespace galley::text
