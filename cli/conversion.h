#pragma once

#include "cli/console.h"
#include "cli/diagnostic_tally.h"
#include "cli/exit_code.h"
#include "cli/interruption.h"
#include "cli/job.h"
#include "cli/output_plan.h"
#include "galley/convert.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace galley::cli {

/// How outputs are published.
struct PublishOptions {
    SinkOptions sink;
    bool dry_run = false;
};

/// One run of `galley convert`: takes its inputs one after the other and publishes the renditions of each story
/// together.
///
/// A story whose renditions cannot all be made publishes none of them and does not stop the others; what it said is
/// told on the console and counted in the verdict.
class Conversion {
public:
    /// Everything must outlive the conversion.
    Conversion(const Job& job, const std::vector<Target>& targets, const OutputPlan& plan, PublishOptions publish,
               Console& console, Verdict& verdict);
    ~Conversion();
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;

    /// Converts the input called `name`, the `input`th of the plan. False when going on is of no use: the outputs
    /// cannot be stored, or the user stopped the run.
    [[nodiscard]] bool take(std::size_t input, const std::string& name);

    /// Publishes what was waiting for the last input, and tells what is to be told once a run. Called once, after the
    /// last `take`, however that ended.
    void finish();

private:
    struct Output;
    struct Collected;

    Result<> read(Context& context);
    Result<> story(std::unique_ptr<Document> document, Context& context);
    Result<> render_into(std::vector<Output>& made, const Document& document, std::size_t number, bool many,
                         Context& context);
    Result<> open_collected(Context& context);
    Result<> collect(const Document& document, Context& context);
    Result<> end_collected();
    Result<std::unique_ptr<Sink>> open(const std::string& path);
    Result<> publish(std::vector<Output>& outputs);
    void publish_whole_stories();
    Result<> complete_input();
    void abandon();
    void hear(Context& context);
    void tell(Context& context);
    void fail_input(Diagnostic diagnostic);

    const Job& job_;
    const std::vector<Target>& targets_;
    const OutputPlan& plan_;
    PublishOptions publish_;
    Console& console_;
    Verdict& verdict_;
    DiagnosticTally tally_;
    bool takes_many_;                             ///< some target holds several stories in one output
    std::optional<Interruption::Shield> shield_;  ///< while there are part files
    std::unique_ptr<Context> context_;            ///< of the input under way, or of all where they share one output
    std::set<std::string> taken_;                 ///< paths of this run's outputs
    std::size_t input_ = 0;                       ///< index of the input under way
    std::string name_;                            ///< its name
    std::unique_ptr<Document> first_;             ///< of an output that may hold many, until there is a second
    std::vector<Output> waiting_;                 ///< renditions of the last story, not yet published
    std::vector<Collected> collected_;            ///< outputs under way that hold many stories
    std::size_t story_number_ = 0;                ///< in the input, or in all where they share one output
    std::size_t stories_ = 0;                     ///< read in this run
    bool story_failed_ = false;                   ///< some story of the input under way
    bool broken_ = false;                         ///< a session of `collected_` took a story in part
    bool over_ = false;                           ///< going on is of no use
};

}  // namespace galley::cli
