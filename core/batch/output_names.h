#pragma once

#include "galley/batch.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::batch {

/// Names of outputs: a pure function of the item's name, the story's number in it and the format, and different for
/// different ones, so that no two outputs can meet, whatever the order in which they are made.
///
/// Mirrored: the item's name, "~" and the story's number from the second story on, and the format's extension; formats
/// that share an extension, or whose extension ends like another's, put their name before it. A folder whose own name
/// ends like an output gets "~d" behind it, a component of more than 255 bytes is cut and gets "~h" with 32 digits of
/// its SHA-256, and a path of more than 3,000 bytes becomes "~long/" with 64 digits. Item names contain "~" only in
/// forms other than these.
class OutputNames {
public:
    OutputNames(const std::vector<Target>& targets, BatchLayout layout);

    /// Relative path of the rendition by the `target`th target. `story` counts from 1.
    [[nodiscard]] std::string rendition(std::string_view item, std::uint64_t story, std::size_t target) const;

    /// Relative path of what an archive keeps about a story: "~premis.xml" is no ending that a rendition can have.
    [[nodiscard]] std::string metadata(std::string_view item, std::uint64_t story) const;

    /// Relative path of the item's own bytes, which keep its name as far as a file can have it.
    [[nodiscard]] std::string original(std::string_view item) const;

private:
    [[nodiscard]] std::string place(std::string_view item, const std::string& ending) const;

    std::vector<std::string> endings_;
    BatchLayout layout_;
};

}  // namespace galley::batch
