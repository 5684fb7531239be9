#include "core/batch/run_notes.h"

namespace galley::batch {

Diagnostic crashed_before(const std::string& name, bool skipped) {
    return {.severity = Severity::warning,
            .code = "batch.crashed-before",
            .message = "'" + name + "' ended the process in an earlier part of the run; it is " +
                       (skipped ? "passed over" : "tried again"),
            .where = {.source = name},
            .hints = {"please report it with the story"}};
}

Diagnostic not_tried_again(const std::string& name) {
    return {.code = "batch.crashes",
            .message = "'" + name + "' ended the process and was not tried again",
            .where = {.source = name},
            .hints = {"please report it with the story"}};
}

Diagnostic configuration_changed() {
    return {
        .severity = Severity::warning,
        .code = "batch.config-changed",
        .message =
            "the file that describes the run is another than when it began; nothing has changed that outputs depend on",
        .hints = {"the journal keeps the digest of the first"}};
}

}  // namespace galley::batch
