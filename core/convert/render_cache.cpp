#include "core/convert/render_cache.h"

namespace galley {

const std::string* RenderCache::find(const Document& document, std::string_view key) const {
    const auto of_document = kept_.find(&document);
    if (of_document == kept_.end()) {
        return nullptr;
    }
    const auto bytes = of_document->second.find(key);
    return bytes == of_document->second.end() ? nullptr : &bytes->second;
}

std::string_view RenderCache::keep(const Document& document, std::string key, std::string bytes) {
    return kept_[&document].insert_or_assign(std::move(key), std::move(bytes)).first->second;
}

void RenderCache::forget(const Document& document) { kept_.erase(&document); }

const Document& RenderCache::original_of(const Document& document) const {
    for (const auto& [copy, original] : copies_) {
        if (copy == &document) {
            return *original;
        }
    }
    return document;  // NOLINT(bugprone-return-const-ref-from-parameter): it is the caller's, not a temporary
}

std::string RenderCache::key(const Target& target) { return std::string(target.format->name) + '\n' + target.options; }

}  // namespace galley
