#pragma once

#include "galley/byte_source.h"
#include "galley/context.h"
#include "galley/document.h"
#include "galley/export.h"
#include "galley/result.h"

#include <functional>

namespace GALLEY_API galley {

/// Takes each story as it is read. A failure stops the reader, which returns it.
using OnStory = std::function<Result<>(Document&&)>;

/// Parses one format. Stateless once made: one instance serves all threads, each call with its own `Context`.
class Reader {
public:
    Reader() = default;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    virtual ~Reader() = default;

    /// Reads every story of `source` and hands each to `on_story` before it reads the next, so that memory does not
    /// grow with their number. A story that cannot be read becomes an error in `context.diagnostics()` and the rest
    /// goes on; the call fails only when nothing more can be read. Fills `Document::source` (and its bytes when
    /// `context.keep_source_bytes()`), and every `Span` counts from the start of `source`.
    [[nodiscard]] virtual Result<> read(ByteSource& source, const OnStory& on_story, Context& context) const = 0;
};

}  // namespace galley
