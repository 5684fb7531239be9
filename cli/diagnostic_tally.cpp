#include "cli/diagnostic_tally.h"

#include <utility>

namespace galley::cli {

bool DiagnosticTally::take(Diagnostics& said, const std::string& name, std::size_t story) {
    bool failed = false;
    for (Diagnostic& one : said) {
        verdict_.saw(one.severity);
        if (one.severity == Severity::error) {
            failed = true;
            verdict_.failed(one.cause);
        }
        if (one.where.source.empty()) {
            one.where.source = name;
        }
        if (one.cause == Cause::usage && one.severity != Severity::error) {
            count(of_run_, {one.code, one.message, "", 0, 0}, std::move(one), story);
        } else {
            count(of_input_, {one.code, one.message, one.where.source, one.where.line, one.where.column},
                  std::move(one), story);
        }
    }
    said.clear();
    return failed;
}

// Every rendition of a story may say the same of it.
void DiagnosticTally::count(Entries& among, Entries::Key key, Diagnostic&& diagnostic, std::size_t story) {
    const auto [place, fresh] = among.places.try_emplace(std::move(key), among.entries.size());
    if (fresh) {
        among.entries.push_back({.diagnostic = std::move(diagnostic), .stories = 1, .last = story});
    }
    Entry& entry = among.entries[place->second];
    if (entry.last != story) {
        ++entry.stories;
        entry.last = story;
    }
}

void DiagnosticTally::end_input() { tell(of_input_); }

void DiagnosticTally::end_run() {
    for (Entry& entry : of_run_.entries) {
        if (entry.stories > 1) {
            entry.diagnostic.where.source.clear();  // it is not about the first of them more than about the others
        }
    }
    tell(of_run_);
}

void DiagnosticTally::tell(Entries& entries) {
    for (Entry& entry : entries.entries) {
        if (entry.stories > 1) {
            entry.diagnostic.message += " (" + std::to_string(entry.stories) + " stories)";
        }
        console_.tell(entry.diagnostic);
    }
    entries = {};
}

}  // namespace galley::cli
