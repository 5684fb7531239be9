#include "converters/pdf/check/checks.h"

#include "converters/pdf/check/content_scan.h"
#include "converters/pdf/check/element_rules.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <utility>

namespace galley::pdf {

namespace {

class StructureChecks {
public:
    StructureChecks(const CheckedFile& file, Findings& findings)
        : file_(file),
          findings_(findings),
          pages_(file.pages()) {}

    void run() {
        if (file_.catalog == 0 || file_.catalog > file_.objects.size()) {
            return;
        }
        const Value& root = file_.entry(file_.objects[file_.catalog - 1].value, "StructTreeRoot");
        read_elements(root);
        sort_claims();
        check_elements(elements_, file_, findings_);
        read_parent_tree(file_.entry(root, "ParentTree"));
        for (const std::uint32_t page : pages_) {
            check_page(page);
        }
        require(std::ranges::all_of(claims_, &Claim::is_met), "ISO 32000-1, 14.7.4",
                "the structure tree names content that no page has");
    }

private:
    /// Where content is: page object and identifier.
    using Mark = std::pair<std::uint32_t, std::int64_t>;

    /// What an element claims.
    struct Claim {
        Mark mark{};
        std::int64_t element = -1;
        bool is_met = false;  ///< a page has it
    };

    void require(bool holds, std::string_view clause, std::string_view message) {
        findings_.require(holds, clause, message);
    }

    /// Walks the tree in reading order, no object twice.
    void read_elements(const Value& root) {
        struct Step {
            const Value* value = nullptr;
            std::int64_t parent = -1;
            std::uint32_t page = 0;
        };
        std::vector<bool> seen(file_.objects.size() + 1);
        std::vector<Step> waiting;
        waiting.reserve(file_.objects.size());
        elements_.reserve(file_.objects.size());
        claims_.reserve(file_.objects.size());
        const auto push = [&](const Value& kids, std::int64_t parent, std::uint32_t page) {
            if (!kids.is(Value::Kind::array)) {
                waiting.push_back({&kids, parent, page});
                return;
            }
            for (const Value& kid : kids.items | std::views::reverse) {
                waiting.push_back({&kid, parent, page});
            }
        };
        const Value* const top = root.find("K");
        if (top != nullptr) {
            push(top->is(Value::Kind::reference) && file_.resolve(top).is(Value::Kind::array) ? file_.resolve(top)
                                                                                              : *top,
                 -1, 0);
        }
        while (!waiting.empty()) {
            const Step step = waiting.back();
            waiting.pop_back();
            const Value& value = file_.resolve(step.value);
            if (value.is(Value::Kind::integer)) {
                claim({step.page, value.integer}, step.parent);
            } else if (value.find("MCID") != nullptr) {
                claim({object_number(value.find("Pg")), file_.entry(value, "MCID").integer}, step.parent);
            } else if (value.find("Obj") != nullptr) {
                owned_[object_number(value.find("Obj"))] = step.parent;
            } else if (value.find("S") != nullptr && step.value->is(Value::Kind::reference)) {
                const auto number = static_cast<std::uint32_t>(step.value->integer);
                if (seen[number]) {
                    findings_.add("ISO 32000-1, 14.7.2", "a structure element has two places");
                    continue;
                }
                seen[number] = true;
                const std::int64_t index = add_element(number, value, step.parent);
                if (const Value* const kids = value.find("K"); kids != nullptr) {
                    push(*kids, index, object_number(value.find("Pg")));
                }
            } else {
                findings_.add("ISO 32000-1, 14.7.2",
                              "the structure tree holds something that is no element or content");
            }
        }
    }

    std::int64_t add_element(std::uint32_t number, const Value& value, std::int64_t parent) {
        const auto index = static_cast<std::int64_t>(elements_.size());
        elements_.push_back(
            {.object = number, .parent = parent, .type = file_.entry(value, "S").raw, .value = &value, .kids = {}});
        if (parent >= 0) {
            ReadElement& above = elements_[static_cast<std::size_t>(parent)];
            above.kids.push_back(static_cast<std::size_t>(index));
            require(object_number(value.find("P")) == above.object, "ISO 14289-1, 7.1",
                    "a structure element does not know its parent");
        } else {
            require(value.find("P") != nullptr, "ISO 14289-1, 7.1", "a structure element does not know its parent");
        }
        return index;
    }

    [[nodiscard]] static std::uint32_t object_number(const Value* reference) {
        return reference != nullptr && reference->is(Value::Kind::reference)
                   ? static_cast<std::uint32_t>(reference->integer)
                   : 0;
    }

    void claim(Mark mark, std::int64_t element) { claims_.push_back({.mark = mark, .element = element}); }

    void sort_claims() {
        std::ranges::sort(claims_, {}, &Claim::mark);
        require(std::ranges::adjacent_find(claims_, {}, &Claim::mark) == claims_.end(), "ISO 32000-1, 14.7.4",
                "two structure elements hold the same content");
    }

    void read_parent_tree(const Value& tree) {
        const Value& numbers = file_.entry(tree, "Nums");
        for (std::size_t i = 0; i + 1 < numbers.items.size(); i += 2) {
            parents_[file_.resolve(numbers.items[i]).integer] = &numbers.items[i + 1];
        }
    }

    void check_page(std::uint32_t number) {
        const Value& page = file_.objects[number - 1].value;
        const auto key = parents_.find(file_.entry(page, "StructParents").integer);
        const Value& owners = key == parents_.end() ? file_.resolve(nullptr) : file_.resolve(key->second);
        const Value* const content = page.find("Contents");
        const CheckedObject* const stream = content == nullptr ? nullptr : file_.object(*content);
        if (stream == nullptr || !stream->is_stream) {
            findings_.add("ISO 32000-1, 7.7.3.3", "a page has no content stream");
            return;
        }
        for (const std::int64_t identifier :
             scan_content(stream->data, file_.entry(page, "Resources"), file_, findings_).identifiers) {
            check_mark(identifier, number, owners);
        }
        for (const Value& annotation : file_.entry(page, "Annots").items) {
            check_annotation(annotation);
        }
    }

    void check_mark(std::int64_t identifier, std::uint32_t page, const Value& owners) {
        const auto claimed = std::ranges::lower_bound(claims_, Mark{page, identifier}, {}, &Claim::mark);
        if (claimed == claims_.end() || claimed->mark != Mark{page, identifier} || claimed->is_met) {
            findings_.add("ISO 14289-1, 7.1", "tagged content is in no structure element, or is there twice");
            return;
        }
        const std::int64_t element = claimed->element;
        const bool is_listed = identifier >= 0 && static_cast<std::uint64_t>(identifier) < owners.items.size() &&
                               element >= 0 &&
                               object_number(&owners.items[static_cast<std::size_t>(identifier)]) ==
                                   elements_[static_cast<std::size_t>(element)].object;
        require(is_listed, "ISO 32000-1, 14.7.4.4", "the parent tree does not lead from content to its element");
        claimed->is_met = true;
    }

    void check_annotation(const Value& annotation) {
        const auto owner = owned_.find(object_number(&annotation));
        const bool is_in_link = owner != owned_.end() && owner->second >= 0 &&
                                elements_[static_cast<std::size_t>(owner->second)].type == "Link";
        require(is_in_link, "ISO 14289-1, 7.18.5", "a link annotation is in no Link element");
        if (!is_in_link) {
            return;
        }
        const auto listed = parents_.find(file_.entry(file_.resolve(annotation), "StructParent").integer);
        require(listed != parents_.end() &&
                    object_number(listed->second) == elements_[static_cast<std::size_t>(owner->second)].object,
                "ISO 32000-1, 14.7.4.4", "the parent tree does not lead from a link to its element");
    }

    const CheckedFile& file_;
    Findings& findings_;
    std::vector<std::uint32_t> pages_;
    std::vector<ReadElement> elements_;
    std::map<std::uint32_t, std::int64_t> owned_;  ///< annotations, and the element each is in
    std::vector<Claim> claims_;                    ///< by their marks
    std::map<std::int64_t, const Value*> parents_;
};

}  // namespace

void check_structure(const CheckedFile& file, Findings& findings) { StructureChecks(file, findings).run(); }

}  // namespace galley::pdf
