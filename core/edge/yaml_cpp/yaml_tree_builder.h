#pragma once

#include "core/edge/yaml_cpp/yaml_node.h"
#include "galley/diagnostic.h"
#include "galley/limits.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace galley {

/// What the builder throws through the library, which knows no other way to stop; `read_yaml` catches it.
struct YamlRefusal {
    Diagnostic diagnostic;
};

/// Makes one tree of the library's events. Refuses what `read_yaml` refuses while it reads, before it costs memory.
class YamlTreeBuilder final : public YAML::EventHandler {
public:
    /// `text` is what the library parses, without a byte order mark.
    YamlTreeBuilder(std::string_view name, std::string_view text, const Limits& limits, std::uint32_t first_line);

    [[nodiscard]] YamlNode take_root() { return std::move(root_); }

    /// The place of `mark` in the source.
    [[nodiscard]] Where where(const YAML::Mark& mark);

    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { close(); }

private:
    /// A collection whose end has not come yet.
    struct Open {
        YamlNode node;
        YAML::anchor_t anchor = 0;
        std::uint32_t height = 1;  ///< collections inside one another, this one included
        std::uint64_t cost = 0;
        bool has_key = false;                                  ///< the last entry waits for its value
        std::unordered_map<std::string, std::uint32_t> lines;  ///< of keys; only filled for large mappings
    };

    /// A node that aliases may name.
    struct Anchored {
        YamlNode node;
        std::uint32_t height = 0;
        std::uint64_t cost = 0;
    };

    struct Place {
        std::uint32_t line;
        std::uint32_t column;
    };

    [[noreturn]] void refuse(const char* code, std::string message, Where at,
                             std::vector<std::string> hints = {}) const;
    [[nodiscard]] Place locate(const YAML::Mark& mark);
    [[nodiscard]] YamlNode make(YamlKind kind, const YAML::Mark& mark);
    void open(YamlKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
    void close();
    void add(YamlNode node, YAML::anchor_t anchor, std::uint32_t height, std::uint64_t cost);
    void add_key(Open& mapping, YamlNode key);
    void remember(YAML::anchor_t anchor, const YamlNode& node, std::uint32_t height, std::uint64_t cost);
    void charge(std::uint64_t cost, const YamlNode& at);

    std::string name_;
    std::string_view text_;
    std::uint32_t deepest_;
    std::uint64_t most_nodes_;
    std::uint64_t expansion_left_;
    std::uint32_t first_line_;

    YamlNode root_;
    bool started_ = false;
    std::uint64_t nodes_ = 0;
    std::vector<Open> open_;
    std::unordered_map<YAML::anchor_t, Anchored> anchored_;

    // Where the last mark was, so that counting characters along a line is done once.
    std::size_t counted_to_ = 0;
    std::size_t counted_line_ = 0;
    std::uint32_t counted_characters_ = 0;
};

}  // namespace galley
