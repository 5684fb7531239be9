#pragma once

#include "galley/context.h"
#include "galley/document.h"
#include "galley/export.h"
#include "galley/result.h"
#include "galley/sink.h"

#include <memory>

namespace GALLEY_API galley {

/// One output under way: `story` for each story, then `end`. Dropped without `end`, the output is incomplete and the
/// caller must not commit its sink. Used by one thread.
class WriterSession {
public:
    WriterSession() = default;
    WriterSession(const WriterSession&) = delete;
    WriterSession& operator=(const WriterSession&) = delete;
    virtual ~WriterSession() = default;

    /// REQUIRES: `document` holds only what the format's features say, as `lower` makes it; it need not outlive the
    /// call.
    [[nodiscard]] virtual Result<> story(const Document& document) = 0;

    /// Writes what follows the last story and checks the whole. Fails with a `Cause::self_check` diagnostic when the
    /// bytes made break a rule of the format. Does not commit the sink.
    [[nodiscard]] virtual Result<> end() = 0;
};

/// Writes one format, with its options decoded and what it needs (fonts, schemas) loaded. Pure in document, options and
/// host: no clock, locale, environment or hash order. Thread-safe: one instance serves all threads.
class Writer {
public:
    Writer() = default;
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    virtual ~Writer() = default;

    /// Starts an output. `sink` and `context` must outlive the session.
    [[nodiscard]] virtual Result<std::unique_ptr<WriterSession>> begin(Sink& sink, Context& context) const = 0;
};

}  // namespace galley
