#include "core/convert/write_story.h"

#include "core/convert/render_cache.h"
#include "galley/lower.h"

namespace galley {

Result<> write_story(const Document& document, const Format& format, WriterSession& session, Context& context) {
    if (context.stop_requested()) {
        return fail(Context::stopped());
    }
    if (!needs_lowering(document, format.features)) {
        return session.story(document);
    }
    const Document fitted = lower(document, format.features, format.name, context.diagnostics());
    RenderCache& rendered = context.rendered();
    rendered.begin_copy(fitted, document);
    auto written = session.story(fitted);
    rendered.end_copy();
    return written;
}

}  // namespace galley
