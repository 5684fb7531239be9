#pragma once

#include "core/batch/item.h"
#include "core/batch/output_names.h"
#include "core/batch/second_conversion.h"
#include "core/batch/story_result.h"
#include "core/batch/text_log.h"
#include "galley/batch.h"

#include <functional>
#include <memory>
#include <string>

namespace galley::batch {

/// What all workers of a run share; nothing in it changes while they work.
struct ConversionPlan {
    const BatchSettings& settings;
    const Registry& registry;
    const Host& host;
    OutputNames names;
    std::vector<Target> second_targets{};  ///< writers of their own, to check whether they make the same again
    const TextLog* texts = nullptr;        ///< tells of which stories a text is wanted
};

/// True when some target may put the source's bytes into its output.
[[nodiscard]] bool carries_source(const std::vector<Target>& targets);

/// Takes the results of an item one after the other. A failure ends the item.
using OnResult = std::function<Result<>(StoryResult&&)>;

/// Turns items into results: reads, renders, names, digests. Buffers are kept from item to item. Used by one thread.
class StoryConverter {
public:
    explicit StoryConverter(const ConversionPlan& plan);

    /// Gives the results of `item` that were not journaled yet, in an order and number that depend on its bytes alone.
    /// Whatever is wrong with the item or its stories is in the results; the call fails only as `on_result` does.
    [[nodiscard]] Result<> convert(const Item& item, const OnResult& on_result);

private:
    class Pass;

    const ConversionPlan& plan_;
    Context context_;
    std::unique_ptr<SecondConversion> second_;
    std::string buffer_;
};

}  // namespace galley::batch
