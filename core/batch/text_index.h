#pragma once

#include "core/batch/mapped_file.h"
#include "core/batch/text_log.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley::batch {

/// The lines of a texts.jsonl by story. A story that is there twice, because a part of the run did it again, has its
/// last line.
class TextIndex {
public:
    /// Without lines where there is no file.
    [[nodiscard]] static TextIndex open(const std::string& path);

    /// The line with its line end; empty when there is none.
    [[nodiscard]] std::string_view find(TextKey key) const;

private:
    std::optional<MappedFile> file_;
    std::vector<std::pair<TextKey, std::string_view>> lines_;  // sorted
};

}  // namespace galley::batch
