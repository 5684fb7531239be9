#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace galley::batch {

/// The name under which a run knows what stands at `raw` in a source, and which its outputs carry: a relative path that
/// cannot leave the folder it is put below, in UTF-8 without control characters, different for different `raw` (but for
/// "." and empty components, and a slash in front).
///
/// "." and empty components go, ".." becomes "~up"; control and non-characters, line separators, '\', '%', '~', white
/// space at the end of a component and bytes that are not UTF-8 become "~x" and two hexadecimal digits a byte; a
/// component ".galley", where a run keeps its state, becomes "~.galley".
[[nodiscard]] std::string item_name(std::string_view raw);

/// `name` for the `number`th item of a source, when an earlier one has the same name already.
[[nodiscard]] std::string duplicate_name(std::string_view name, std::uint64_t number);

/// 128 bits of the SHA-256 of a name: what a run remembers of it.
struct NameKey {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    friend auto operator<=>(const NameKey&, const NameKey&) = default;
};
[[nodiscard]] NameKey name_key(std::string_view name);

/// True when the item called `name` belongs to share `shard` (from 1) of `shards`: the same whatever else the source
/// holds.
[[nodiscard]] bool in_shard(const NameKey& key, std::uint32_t shard, std::uint32_t shards);

}  // namespace galley::batch
