#include "converters/text/convention_file.h"

#include "converters/text/mail_header.h"

#include "converters/text/convention_builder.h"
#include "core/edge/yaml_cpp/yaml_node.h"
#include "galley/furniture.h"
#include "galley/suggest.h"
#include "galley/try.h"

#include <charconv>
#include <optional>

namespace galley::text {
namespace {

struct KindName {
    std::string_view name;
    PhraseKind kind;
    std::int16_t value = 0;
};

/// Keys whose value is a list of phrases.
constexpr KindName list_keys[] = {
    {"by", PhraseKind::by_word},
    {"weak-by", PhraseKind::weak_by_word},
    {"after-by", PhraseKind::after_by_word},
    {"genres", PhraseKind::genre},
    {"and", PhraseKind::and_word},
    {"and-prefix", PhraseKind::and_prefix},
    {"not-and", PhraseKind::not_and},
    {"with", PhraseKind::with_word},
    {"for", PhraseKind::affiliation_word},
    {"company-forms", PhraseKind::company_form},
    {"sources", PhraseKind::source_word},
    {"agencies-words", PhraseKind::agencies_word},
    {"place-words", PhraseKind::place_word},
    {"and-others", PhraseKind::and_others},
    {"published", PhraseKind::published},
    {"updated", PhraseKind::updated},
    {"weekdays", PhraseKind::weekday},
    {"date-words", PhraseKind::date_word},
    {"year-words", PhraseKind::year_word},
    {"same-day-words", PhraseKind::same_day},
    {"time-words", PhraseKind::time_word},
    {"day-words", PhraseKind::day_word},
    {"am", PhraseKind::meridiem, 0},
    {"pm", PhraseKind::meridiem, 12},
    {"job-titles", PhraseKind::job_title},
    {"media-words", PhraseKind::media_word},
    {"post-nominals", PhraseKind::post_nominal},
    {"desks", PhraseKind::desk},
    {"places", PhraseKind::place},
    {"regions", PhraseKind::region},
    {"countries", PhraseKind::country},
    {"not-places", PhraseKind::not_a_place},
    {"sections", PhraseKind::section},
    {"end-marks", PhraseKind::end_mark},
    {"embargo", PhraseKind::embargo},
    {"weak-embargo", PhraseKind::weak_embargo},
    {"correction", PhraseKind::correction},
    {"withheld", PhraseKind::withheld},
    {"editor-notes", PhraseKind::editor_note},
    {"editor-notes-begin", PhraseKind::editor_notes_begin},
    {"captions", PhraseKind::caption},
    {"surnames-short", PhraseKind::surname, 2},
    {"surnames", PhraseKind::surname, 4},
    {"dateline-words", PhraseKind::dateline_word},
    {"according-words", PhraseKind::according_word},
    {"own-paper", PhraseKind::own_paper},
    {"name-particles", PhraseKind::name_particle},
    {"not-in-names", PhraseKind::not_in_name},
    {"place-particles", PhraseKind::place_particle},
    {"place-endings", PhraseKind::place_ending},
    {"articles", PhraseKind::article},
    {"ordinals", PhraseKind::ordinal},
    {"report-words", PhraseKind::work_word, static_cast<std::int16_t>(Work::report)},
    {"copy-words", PhraseKind::work_word, static_cast<std::int16_t>(Work::copy)},
    {"other-work", PhraseKind::work_word, static_cast<std::int16_t>(Work::other)},
    {"mail-subject", PhraseKind::mail_field, static_cast<std::int16_t>(MailField::subject)},
    {"mail-sender", PhraseKind::mail_field, static_cast<std::int16_t>(MailField::sender)},
    {"mail-date", PhraseKind::mail_field, static_cast<std::int16_t>(MailField::date)},
    {"mail-recipient", PhraseKind::mail_field, static_cast<std::int16_t>(MailField::recipient)},
    {"mail-reply", PhraseKind::mail_field, static_cast<std::int16_t>(MailField::reply)},
};

/// Keys whose value is a list of twelve months, each a phrase or a list of phrases. The number is added to the month.
constexpr KindName month_keys[] = {
    {"months", PhraseKind::month, 0},
    {"islamic-months", PhraseKind::month, 16},
    {"persian-months", PhraseKind::month, 32},
    {"hebrew-months", PhraseKind::month, 48},
};

struct FurnitureName {
    std::string_view name;
    FurnitureKind kind;
};

/// Keys below `furniture`.
constexpr FurnitureName furniture_keys[] = {
    {"separator", FurnitureKind::separator},
    {"continuation-mark", FurnitureKind::continuation_mark},
    {"page-mark", FurnitureKind::page_mark},
    {"version-mark", FurnitureKind::version_mark},
    {"priority-mark", FurnitureKind::priority_mark},
    {"advisory", FurnitureKind::advisory},
    {"byword", FurnitureKind::byword},
    {"reading-time", FurnitureKind::reading_time},
    {"share-count", FurnitureKind::share_count},
    {"contact", FurnitureKind::contact},
    {"navigation", FurnitureKind::navigation},
};

constexpr std::string_view other_keys[] = {"language", "furniture", "zones",         "eras",
                                           "agencies", "credits",   "credit-endings"};

/// One file on its way into the builder.
class ConventionFile {
public:
    ConventionFile(std::string_view name, ConventionBuilder& builder) : name_(name), builder_(builder) {}

    Result<> read(const YamlNode& root) {
        if (root.kind != YamlKind::mapping) {
            return bad_value(root, "the file must be a mapping of keys to lists");
        }
        if (const YamlNode* language = root.find("language")) {
            language_ = builder_.add_language(language->text);
        }
        for (const YamlEntry& entry : root.entries) {
            const std::string& key = entry.key;
            const YamlNode& value = entry.value;
            GALLEY_CHECK(read_entry(key, value));
        }
        return {};
    }

private:
    Result<> read_entry(const std::string& key, const YamlNode& value) {
        for (const KindName& known : list_keys) {
            if (key == known.name) {
                return add_list(value, known.kind, known.value);
            }
        }
        for (const KindName& known : month_keys) {
            if (key == known.name) {
                return add_months(value, known.value);
            }
        }
        if (key == "language") {
            return value.is_scalar() ? Result<>{} : bad_value(value, "'language' must be a BCP 47 tag");
        }
        if (key == "furniture") {
            return add_furniture(value);
        }
        if (key == "zones") {
            return add_zones(value);
        }
        if (key == "eras") {
            return add_eras(value);
        }
        if (key == "agencies") {
            return add_agencies(value);
        }
        if (key == "credits" || key == "credit-endings") {
            return add_credits(value, key == "credits" ? PhraseKind::credit : PhraseKind::credit_ending);
        }
        std::vector<std::string_view> known(std::begin(other_keys), std::end(other_keys));
        for (const KindName& entry : list_keys) {
            known.push_back(entry.name);
        }
        for (const KindName& entry : month_keys) {
            known.push_back(entry.name);
        }
        return unknown_key(value, key, known);
    }

    /// A phrase, or a list of them.
    Result<> add_list(const YamlNode& list, PhraseKind kind, std::int16_t value) {
        if (list.is_scalar()) {
            builder_.add(list.text, kind, value, language_);
            return {};
        }
        for (const YamlNode& item : list.items) {
            if (!item.is_scalar()) {
                return bad_value(item, "a phrase must be text");
            }
            builder_.add(item.text, kind, value, language_);
        }
        return list.kind == YamlKind::mapping ? bad_value(list, "a list of phrases is wanted") : Result<>{};
    }

    Result<> add_months(const YamlNode& list, std::int16_t calendar) {
        if (list.items.size() < 12 || list.items.size() > 13) {
            return bad_value(list, "a calendar has 12 months (or 13)");
        }
        std::int16_t number = calendar;
        for (const YamlNode& month : list.items) {
            GALLEY_CHECK(add_list(month, PhraseKind::month, ++number));
        }
        return {};
    }

    Result<> add_furniture(const YamlNode& map) {
        for (const YamlEntry& entry : map.entries) {
            const std::string& key = entry.key;
            const YamlNode& list = entry.value;
            const FurnitureName* found = nullptr;
            std::vector<std::string_view> names;
            for (const FurnitureName& known : furniture_keys) {
                names.push_back(known.name);
                found = known.name == key ? &known : found;
            }
            if (found == nullptr) {
                return unknown_key(list, key, names);
            }
            GALLEY_CHECK(add_list(list, PhraseKind::furniture, static_cast<std::int16_t>(found->kind)));
        }
        return {};
    }

    /// "+05:30", or "?" for an abbreviation with several meanings.
    Result<> add_zones(const YamlNode& map) {
        for (const YamlEntry& entry : map.entries) {
            const std::string& zone = entry.key;
            const YamlNode& value = entry.value;
            const std::string& text = value.text;
            int hours = 0;
            int minutes = 0;
            if (text == "?") {
                builder_.add(zone, PhraseKind::zone, 9999, language_);
                continue;
            }
            const bool fits = text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':' &&
                              std::from_chars(&text[1], &text[3], hours).ptr == &text[3] &&
                              std::from_chars(&text[4], text.data() + 6, minutes).ptr == text.data() + 6;
            if (!fits || hours > 14 || minutes > 59) {
                return bad_value(value, "a zone is '+05:30', or '?' when it has several meanings");
            }
            const int offset = hours * 60 + minutes;
            builder_.add(zone, PhraseKind::zone, static_cast<std::int16_t>(text[0] == '-' ? -offset : offset),
                         language_);
        }
        return {};
    }

    Result<> add_eras(const YamlNode& map) {
        for (const YamlEntry& entry : map.entries) {
            const std::string& era = entry.key;
            const YamlNode& value = entry.value;
            std::int16_t years = 0;
            const char* end = value.text.data() + value.text.size();
            if (std::from_chars(value.text.data(), end, years).ptr != end || value.text.empty()) {
                return bad_value(value, "an era has the number of years that lead to Gregorian ones");
            }
            builder_.add(era, PhraseKind::era, years, language_);
        }
        return {};
    }

    Result<> add_agencies(const YamlNode& list) {
        for (const YamlNode& agency : list.items) {
            const YamlNode* name = agency.find("name");
            if (name == nullptr || !name->is_scalar()) {
                return bad_value(agency, "an agency needs a 'name'");
            }
            const std::int16_t index = builder_.add_agency(name->text);
            builder_.add(name->text, PhraseKind::agency, index, language_);
            for (const YamlEntry& entry : agency.entries) {
                const std::string& key = entry.key;
                const YamlNode& value = entry.value;
                if (key == "also") {
                    GALLEY_CHECK(add_list(value, PhraseKind::agency, index));
                } else if (key == "sign-offs") {
                    GALLEY_CHECK(add_list(value, PhraseKind::sign_off, index));
                } else if (key != "name") {
                    return unknown_key(value, key, {"name", "also", "sign-offs"});
                }
            }
        }
        return {};
    }

    Result<> add_credits(const YamlNode& map, PhraseKind kind) {
        for (const YamlEntry& entry : map.entries) {
            const std::string& role = entry.key;
            const YamlNode& list = entry.value;
            GALLEY_CHECK(add_list(list, kind, builder_.add_role(role)));
        }
        return {};
    }

    [[nodiscard]] Diagnostic at(const YamlNode& node, std::string code, std::string message) const {
        return {
            .cause = Cause::usage, .code = std::move(code), .message = std::move(message), .where = node.where(name_)};
    }

    [[nodiscard]] Result<> bad_value(const YamlNode& node, std::string_view why) const {
        Diagnostic diagnostic = at(node, "conventions.bad-value", "'" + std::string(name_) + "': " + std::string(why));
        diagnostic.hints = {"see the conventions file format in converters/text/CONFORMANCE.md"};
        return fail(std::move(diagnostic));
    }

    [[nodiscard]] Result<> unknown_key(const YamlNode& node, std::string_view key,
                                       const std::vector<std::string_view>& known) const {
        Diagnostic diagnostic =
            at(node, "conventions.unknown-key",
               "'" + std::string(name_) + "' has a key '" + std::string(key) + "' that conventions do not have");
        diagnostic.hints = suggest(key, known);
        return fail(std::move(diagnostic));
    }

    std::string_view name_;
    ConventionBuilder& builder_;
    std::uint8_t language_ = 0;
};

}  // namespace

Result<> read_convention_file(std::string_view name, std::string_view yaml, ConventionBuilder& builder) {
    GALLEY_TRY(const YamlNode root, read_yaml(name, yaml));
    return ConventionFile{name, builder}.read(root);
}

}  // namespace galley::text
