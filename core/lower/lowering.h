#pragma once

#include "galley/block.h"
#include "galley/diagnostic.h"
#include "galley/feature.h"

#include <set>
#include <string_view>

namespace galley::lowering {

/// True when a block of `blocks`, or anything inside one, needs a feature that `features` lacks.
[[nodiscard]] bool needs(const Blocks& blocks, Feature features);

/// Rewrites blocks and inlines to what a target has; says each kind of loss once.
class Lowering {
public:
    Lowering(Feature features, std::string_view target, std::string_view source, Diagnostics& diagnostics)
        : features_(features),
          target_(target),
          source_(source),
          diagnostics_(diagnostics) {}

    [[nodiscard]] Blocks blocks(const Blocks& from);
    [[nodiscard]] Inlines inlines(const Inlines& from);

private:
    void add_block(const Block& from, Blocks& to);
    void add_inline(const Inline& from, Inlines& to);
    void add_list(const List& list, const Block& from, Blocks& to);
    void add_quote(const Quote& quote, const Block& from, Blocks& to);
    void add_table(const Table& table, const Block& from, Blocks& to);
    void say(std::string_view code, std::string_view what, std::string_view kept);
    [[nodiscard]] bool can(Feature one) const { return has(features_, one); }

    Feature features_;
    std::string_view target_;
    std::string_view source_;
    Diagnostics& diagnostics_;
    std::set<std::string_view> said_;
};

}  // namespace galley::lowering
