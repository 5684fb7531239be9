#pragma once

#include "cli/console.h"
#include "cli/exit_code.h"
#include "galley/diagnostic.h"

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace galley::cli {

/// What was said of the stories of a run: each thing is told once, with how many stories it concerned, and judged every
/// time.
///
/// What is about stories is told when their input is done. A warning whose cause is the call (nobody named a provider)
/// is the same for every story of every input: it is told once, at the end of the run.
class DiagnosticTally {
public:
    /// Both must outlive the tally.
    DiagnosticTally(Console& console, Verdict& verdict) : console_(console), verdict_(verdict) {}

    /// Takes what was said of the `story`th story of the run, out of the input `name`, and leaves `said` empty. True
    /// when an error was among it. What is said of a story again counts once, if no later story came between.
    bool take(Diagnostics& said, const std::string& name, std::size_t story);

    /// Tells what is about the stories taken since the last call.
    void end_input();

    /// Tells what is about the call. Called once, last.
    void end_run();

private:
    struct Entry {
        Diagnostic diagnostic;
        std::size_t stories = 0;
        std::size_t last = 0;  ///< the story it was last said of
    };

    /// In the order of their first appearance; the map finds them again, or a hundred thousand warnings would take for
    /// ever.
    struct Entries {
        using Key = std::tuple<std::string, std::string, std::string, std::uint64_t, std::uint64_t>;
        std::vector<Entry> entries;
        std::map<Key, std::size_t> places;
    };

    static void count(Entries& among, Entries::Key key, Diagnostic&& diagnostic, std::size_t story);
    void tell(Entries& entries);

    Console& console_;
    Verdict& verdict_;
    Entries of_input_;
    Entries of_run_;
};

}  // namespace galley::cli
