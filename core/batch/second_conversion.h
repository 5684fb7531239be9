#pragma once

#include "core/batch/story_result.h"
#include "galley/batch.h"

#include <string>
#include <string_view>
#include <vector>

namespace galley::batch {

struct ConversionPlan;

/// The same conversion once more, to find out whether outputs depend on anything but story, options and clock: a
/// context, a reader and writers of its own, which share nothing with the first. Used by one thread.
class SecondConversion {
public:
    explicit SecondConversion(const ConversionPlan& plan);

    /// Reads and renders all stories of an item from its bytes. What fails is found by `check`, as a story that is
    /// missing.
    void begin(const std::string& name, std::string_view bytes, const Format* from);

    /// For an item too large for one piece: its stories are rendered again as they come, not read again.
    void begin_large() { read_ = false; }

    /// Compares what the `number`th story (from 0) that was read became. Fails with `batch.not-reproducible`.
    [[nodiscard]] Result<> check(const Document& story, std::size_t number, const StoryResult& result);

private:
    [[nodiscard]] std::vector<Digest> render_all(const Document& story);

    const ConversionPlan& plan_;
    Context context_;
    bool read_ = false;
    std::vector<std::vector<Digest>> stories_;  ///< of the item: digests of the outputs, by target
};

}  // namespace galley::batch
