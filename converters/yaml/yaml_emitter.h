#pragma once

#include "galley/diagnostic.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galley {

/// Writes YAML that YAML 1.1 and 1.2 parsers read alike: block collections, every text quoted or a block scalar,
/// everything escaped that a parser may refuse, normalize or take for a line end.
///
/// Calls come in the order of the document: in a mapping `key` and then its value, in a sequence `item` and then its
/// value; a value is a scalar call, or `open`, entries, and `close_mapping` or `close_sequence`. The document is one
/// value.
class YamlEmitter {
public:
    /// Appends to `out`, which must outlive it.
    explicit YamlEmitter(std::string& out) : out_(out) {}

    void start_document();

    /// `name` is a plain word of ours.
    void key(std::string_view name);
    void item();
    void open();
    void close_mapping() { close("{}"); }
    void close_sequence() { close("[]"); }

    void text(std::string_view utf8);
    /// A word or number that no parser takes for something else.
    void plain(std::string_view word);
    void number(std::int64_t value);
    void number(std::uint64_t value);
    void numbers(std::uint64_t first, std::uint64_t second);
    void base64(std::string_view bytes);

    /// What went wrong first, if anything: collections deeper than `deepest_yaml`, text that is not UTF-8.
    [[nodiscard]] const std::optional<Diagnostic>& failure() const { return failure_; }
    void fail_with(Diagnostic diagnostic);

private:
    /// What stands before the place of output on its line.
    enum class Slot : std::uint8_t { line_start, after_key, after_dash };

    void start_entry();
    void start_scalar();
    void end_scalar();
    void close(std::string_view when_empty);

    std::string& out_;
    Slot slot_ = Slot::line_start;
    std::uint32_t depth_ = 0;
    std::optional<Diagnostic> failure_;
};

}  // namespace galley
