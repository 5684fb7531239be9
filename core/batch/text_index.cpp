#include "core/batch/text_index.h"

#include <algorithm>

namespace galley::batch {

TextIndex TextIndex::open(const std::string& path) {
    TextIndex index;
    auto file = MappedFile::open(path);
    if (!file) {
        return index;
    }
    index.file_ = std::move(*file);
    std::string_view rest = index.file_->bytes();
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        if (const auto key = text_key(rest)) {
            index.lines_.emplace_back(*key, rest.substr(0, end + 1));
        }
        rest.remove_prefix(end + 1);
    }
    std::ranges::stable_sort(index.lines_, {}, [](const auto& line) { return line.first; });
    return index;
}

std::string_view TextIndex::find(TextKey key) const {
    const auto after = std::ranges::upper_bound(lines_, key, {}, [](const auto& line) { return line.first; });
    return after != lines_.begin() && std::prev(after)->first == key ? std::prev(after)->second : std::string_view();
}

}  // namespace galley::batch
