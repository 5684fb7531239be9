#include "converters/pdf/check/checked_file.h"

#include <algorithm>
#include <ranges>

namespace galley::pdf {

std::vector<std::uint32_t> CheckedFile::pages() const {
    std::vector<std::uint32_t> found;
    if (catalog == 0 || catalog > objects.size()) {
        return found;
    }
    std::vector<bool> seen(objects.size() + 1);
    std::vector<const Value*> waiting;
    if (const Value* const root = objects[catalog - 1].value.find("Pages"); root != nullptr) {
        waiting.push_back(root);
    }
    while (!waiting.empty()) {
        const Value reference = *waiting.back();
        waiting.pop_back();
        const CheckedObject* const node = object(reference);
        if (node == nullptr || seen[static_cast<std::size_t>(reference.integer)]) {
            continue;
        }
        seen[static_cast<std::size_t>(reference.integer)] = true;
        const Value& kids = entry(node->value, "Kids");
        if (!kids.is(Value::Kind::array)) {
            found.push_back(static_cast<std::uint32_t>(reference.integer));
            continue;
        }
        for (const Value& kid : kids.items | std::views::reverse) {
            waiting.push_back(&kid);
        }
    }
    return found;
}

}  // namespace galley::pdf
