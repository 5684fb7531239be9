#include "converters/pdf/check/element_rules.h"

#include <algorithm>
#include <array>
#include <set>

namespace galley::pdf {

namespace {

// ISO 32000-1, 14.8.4: what Galley writes.
constexpr std::array<std::string_view, 28> standard_types{
    "Document", "Art",   "Sect",       "H1",      "H2",     "H3",   "H4",   "H5",  "H6",    "P",
    "Span",     "Quote", "BlockQuote", "Caption", "Figure", "L",    "LI",   "Lbl", "LBody", "Table",
    "TR",       "TH",    "TD",         "THead",   "TBody",  "Link", "Note", "Code"};

/// Which parents a type may have, and which children; empty: any.
struct Nesting {
    std::string_view type;
    std::vector<std::string_view> parents;
    std::vector<std::string_view> kids;
};

const std::array<Nesting, 10>& nestings() {
    static const std::array<Nesting, 10> rules{{{"Table", {}, {"TR", "THead", "TBody", "Caption"}},
                                                {"THead", {"Table"}, {"TR"}},
                                                {"TBody", {"Table"}, {"TR"}},
                                                {"TR", {"Table", "THead", "TBody"}, {"TH", "TD"}},
                                                {"TH", {"TR"}, {}},
                                                {"TD", {"TR"}, {}},
                                                {"L", {}, {"LI", "L", "Caption"}},
                                                {"LI", {"L"}, {"Lbl", "LBody"}},
                                                {"LBody", {"LI"}, {}},
                                                {"Lbl", {}, {}}}};
    return rules;
}

bool may(const std::vector<std::string_view>& allowed, std::string_view type) {
    return allowed.empty() || std::ranges::find(allowed, type) != allowed.end();
}

class ElementRules {
public:
    ElementRules(const std::vector<ReadElement>& elements, const CheckedFile& file, Findings& findings)
        : elements_(elements),
          file_(file),
          findings_(findings) {}

    void run() {
        for (const ReadElement& element : elements_) {
            if (std::ranges::find(standard_types, element.type) == standard_types.end()) {
                findings_.add("ISO 14289-1, 7.1", "the structure type '" + std::string(element.type.substr(0, 40)) +
                                                      "' is none that Galley writes");
            }
            check_nesting(element);
            check_own(element);
        }
        check_headings();
    }

private:
    void require(bool holds, std::string_view clause, std::string_view message) {
        findings_.require(holds, clause, message);
    }

    [[nodiscard]] std::string_view parent_type(const ReadElement& element) const {
        return element.parent < 0 ? std::string_view{} : elements_[static_cast<std::size_t>(element.parent)].type;
    }

    void check_nesting(const ReadElement& element) {
        const auto rule = std::ranges::find(nestings(), element.type, &Nesting::type);
        if (rule == nestings().end()) {
            return;
        }
        if (!may(rule->parents, parent_type(element))) {
            findings_.add("ISO 14289-1, 7.2", "a " + std::string(element.type) + " stands where none may");
        }
        for (const std::size_t kid : element.kids) {
            if (may(rule->kids, elements_[kid].type)) {
                continue;
            }
            findings_.add("ISO 14289-1, 7.2",
                          "a " + std::string(elements_[kid].type) + " stands in a " + std::string(element.type));
        }
        const auto caption =
            std::ranges::find_if(element.kids, [&](std::size_t kid) { return elements_[kid].type == "Caption"; });
        const bool caption_is_first = caption == element.kids.end() || caption == element.kids.begin() ||
                                      (element.type == "Table" && caption + 1 == element.kids.end());
        require(caption_is_first, "ISO 14289-1, 7.2", "a caption stands in the middle");
    }

    void check_own(const ReadElement& element) {
        const auto says = [&](std::string_view key) {
            const Value& text = file_.entry(*element.value, key);
            return text.is(Value::Kind::string) && !bytes_of(text).empty();
        };
        if (element.type == "Figure") {
            require(says("Alt") || says("ActualText"), "ISO 14289-1, 7.3", "a figure has no alternative text");
        } else if (element.type == "Note") {
            const std::string identifier = says("ID") ? bytes_of(file_.entry(*element.value, "ID")) : std::string{};
            require(!identifier.empty() && notes_.insert(identifier).second, "ISO 14289-1, 7.9",
                    "a note has no identifier of its own");
        } else if (element.type == "TH") {
            require(attribute(*element.value, "Scope").is(Value::Kind::name), "ISO 14289-1, 7.5",
                    "a table header has no scope");
        }
    }

    [[nodiscard]] const Value& attribute(const Value& element, std::string_view key) const {
        const Value& attributes = file_.entry(element, "A");
        for (const Value& item : attributes.items) {
            const Value& found = file_.entry(file_.resolve(item), key);
            if (!found.is(Value::Kind::null)) {
                return found;
            }
        }
        return file_.entry(attributes, key);
    }

    /// 7.4.2: the first heading is H1, and none is more than one level below the one before it.
    void check_headings() {
        int last = 0;
        for (const ReadElement& element : elements_) {
            if (element.type.size() != 2 || element.type[0] != 'H' || element.type[1] < '1' || element.type[1] > '6') {
                continue;
            }
            const int level = element.type[1] - '0';
            require(level <= last + 1, "ISO 14289-1, 7.4.2", "heading levels are skipped");
            last = level;
        }
    }

    const std::vector<ReadElement>& elements_;
    const CheckedFile& file_;
    Findings& findings_;
    std::set<std::string> notes_;
};

}  // namespace

void check_elements(const std::vector<ReadElement>& elements, const CheckedFile& file, Findings& findings) {
    ElementRules(elements, file, findings).run();
}

}  // namespace galley::pdf
