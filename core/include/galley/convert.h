#pragma once

#include "galley/context.h"
#include "galley/diagnostic.h"
#include "galley/document.h"
#include "galley/export.h"
#include "galley/format.h"
#include "galley/host.h"
#include "galley/profile.h"
#include "galley/registry.h"
#include "galley/result.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace GALLEY_API galley {

/// A writer made ready, and the format it writes. Make it once, use it for every story and from every thread.
struct Target {
    const Format* format = nullptr;
    std::shared_ptr<const Writer> writer{};
    std::string options{};  ///< `OptionValues::canonical`, to know equal renditions by

    /// Checks `given` and makes the writer. Fails with `format.cannot-write` and as options and writer do.
    [[nodiscard]] static Result<Target> create(const Format& format, const GivenOptions& given, const Host& host);
};

/// A reader made ready, like `Target`.
struct Origin {
    const Format* format = nullptr;
    std::shared_ptr<const Reader> reader{};

    /// Fails with `format.cannot-read` and as options and reader do.
    [[nodiscard]] static Result<Origin> create(const Format& format, const GivenOptions& given, const Host& host);
};

enum class SelfCheck : std::uint8_t {
    quick,  ///< what each writer checks of its own output; always done
    full    ///< besides, the format's validator over the finished bytes
};

struct ConvertOptions {
    const Format* from = nullptr;        ///< null: find out
    Profile profile{};                   ///< goes over what was read
    const Document* previous = nullptr;  ///< an earlier version of the story
    SelfCheck self_check = SelfCheck::quick;
    std::string schemas{};  ///< folder of schemas for the full check; may be empty
};

/// Reads every story of `source`: detects the format unless it is given, applies profile and previous version, and
/// hands each to `on_story`. Fails as detection and the reader do, with `format.no-story` when there was none.
[[nodiscard]] Result<> read_stories(ByteSource& source, const ConvertOptions& options, const OnStory& on_story,
                                    Context& context);

/// `document` in one piece in the format of `target`: lowers, writes, checks. Bytes already rendered in this job are
/// reused. The view is valid until `context.forget(document)`.
[[nodiscard]] Result<std::string_view> render(const Document& document, const Target& target,
                                              const ConvertOptions& options, Context& context);

/// Everything in one call, for a source with one story or many and one target: writes to `sink` and commits it.
/// Fails with `convert.many-stories` when the format holds only one story and there are more; nothing is committed
/// then.
[[nodiscard]] Result<> convert(ByteSource& source, const Target& target, Sink& sink, const ConvertOptions& options,
                               Context& context);

}  // namespace galley
