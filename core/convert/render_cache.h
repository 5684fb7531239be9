#pragma once

#include "galley/convert.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley {

/// The bytes that were made in a job, by document, format and options, and the writers made for formats inside formats.
class RenderCache {
public:
    /// The bytes kept under `key` for `document`, or null.
    [[nodiscard]] const std::string* find(const Document& document, std::string_view key) const;

    /// Keeps `bytes`; the view stays valid until `forget`.
    std::string_view keep(const Document& document, std::string key, std::string bytes);

    void forget(const Document& document);

    /// While `copy` is being written, renditions asked of it are those of `original`.
    void begin_copy(const Document& copy, const Document& original) { copies_.emplace_back(&copy, &original); }
    void end_copy() { copies_.pop_back(); }
    [[nodiscard]] const Document& original_of(const Document& document) const;

    /// Targets by format name, made at first use.
    std::map<std::string_view, Target> targets;

    [[nodiscard]] static std::string key(const Target& target);

private:
    // Nodes of a map stay where they are, so views of the strings survive later insertions.
    std::map<const Document*, std::map<std::string, std::string, std::less<>>> kept_;
    std::vector<std::pair<const Document*, const Document*>> copies_;
};

}  // namespace galley
