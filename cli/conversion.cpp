#include "cli/conversion.h"

#include "cli/discard_sink.h"
#include "galley/lower.h"
#include "galley/try.h"

#include <algorithm>
#include <optional>

namespace galley::cli {

/// A finished rendition and the sink that will publish it.
struct Conversion::Output {
    std::string path;
    const Format* format = nullptr;
    std::optional<std::size_t> size;  ///< not counted where story after story went straight to the sink
    std::unique_ptr<Sink> sink;
};

/// An output that takes story after story.
struct Conversion::Collected {
    std::string path;
    const Target* target = nullptr;
    std::string bytes;  ///< what the writer made, where it is checked as a whole before it goes on
    std::unique_ptr<Sink> sink;
    std::unique_ptr<Sink> checked;  ///< into `bytes`; null without the full check
    std::unique_ptr<WriterSession> session;

    [[nodiscard]] Sink& end_of_writer() const { return checked ? *checked : *sink; }
};

Conversion::Conversion(const Job& job, const std::vector<Target>& targets, const OutputPlan& plan,
                       PublishOptions publish, Console& console, Verdict& verdict)
    : job_(job),
      targets_(targets),
      plan_(plan),
      publish_(publish),
      console_(console),
      verdict_(verdict),
      tally_(console, verdict),
      takes_many_(std::ranges::any_of(targets, [](const Target& target) { return target.format->many_stories; })) {}

Conversion::~Conversion() = default;

bool Conversion::take(std::size_t input, const std::string& name) {
    if (!context_ || !plan_.single()) {
        context_ = job_.context(Interruption::token());
        story_number_ = 0;
    }
    input_ = input;
    name_ = name;
    story_failed_ = false;
    auto outcome = read(*context_);
    if (outcome && !plan_.single()) {
        outcome = complete_input();
    }
    tell(*context_);
    if (outcome) {
        if (!story_failed_) {
            verdict_.done();
        }
        return true;
    }
    const Cause cause = outcome.error().cause;
    over_ =
        cause == Cause::output || cause == Cause::cancelled || (plan_.single() && (broken_ || cause == Cause::usage));
    fail_input(std::move(outcome).error());
    if (!over_ && !plan_.single()) {
        publish_whole_stories();
    }
    if (over_ || !plan_.single()) {
        abandon();
    }
    return !over_;
}

/// The last story before an input broke is as whole as those before it, which are published already.
void Conversion::publish_whole_stories() {
    if (auto published = publish(waiting_); !published) {
        over_ = true;
        fail_input(std::move(published).error());
    }
}

Result<> Conversion::read(Context& context) {
    GALLEY_TRY(const auto source, job_.host().open_source(name_));
    context.keep_source_bytes(
        std::ranges::any_of(targets_, [](const Target& target) { return target.format->carries_source; }));
    return read_stories(
        *source, job_.options(),
        [&](Document&& document) -> Result<> {
            auto outcome = story(std::make_unique<Document>(std::move(document)), context);
            ++stories_;
            if (outcome) {
                hear(context);
                return {};
            }
            const Cause cause = outcome.error().cause;
            if (broken_ || (cause != Cause::input && cause != Cause::internal && cause != Cause::self_check)) {
                return outcome;
            }
            tell(context);
            fail_input(std::move(outcome).error());
            story_failed_ = true;
            return {};
        },
        context);
}

/// Makes the renditions before any goes to its sink, and publishes those of the story before. The first story of an
/// output that may hold many waits: if it stays the only one, it is rendered like any other.
Result<> Conversion::story(std::unique_ptr<Document> document, Context& context) {
    ++story_number_;
    if (plan_.single() && story_number_ > 1 && !targets_.front().format->many_stories) {
        return fail(
            {.cause = Cause::usage,
             .code = "convert.many-stories",
             .message = "there are several stories, and " + std::string(targets_.front().format->name) + " holds one",
             .where = {},
             .hints = {"write each to a file of its own, with --output-dir"}});
    }
    std::vector<Output> made;
    GALLEY_CHECK(render_into(made, *document, story_number_, false, context));
    if (!takes_many_) {
        context.forget(*document);
    } else if (!first_ && collected_.empty()) {
        first_ = std::move(document);
    } else {
        if (first_) {
            GALLEY_CHECK(open_collected(context));
            GALLEY_CHECK(collect(*first_, context));
            hear(context);  // this was of the story before
            first_.reset();
        }
        GALLEY_CHECK(collect(*document, context));
    }
    GALLEY_CHECK(publish(waiting_));
    waiting_ = std::move(made);
    return {};
}

/// The renditions of one story in the targets that hold many, or in those that do not.
Result<> Conversion::render_into(std::vector<Output>& made, const Document& document, std::size_t number, bool many,
                                 Context& context) {
    for (std::size_t k = 0; k < targets_.size(); ++k) {
        const Target& target = targets_[k];
        if (target.format->many_stories != many) {
            continue;
        }
        GALLEY_TRY(const std::string_view bytes, render(document, target, job_.options(), context));
        Output output{
            .path = plan_.path(input_, k, number), .format = target.format, .size = bytes.size(), .sink = nullptr};
        GALLEY_TRY(output.sink, open(output.path));
        GALLEY_CHECK(output.sink->write(bytes));
        made.push_back(std::move(output));
    }
    return {};
}

/// Hands a story to every output that takes many. A failure half-way leaves them broken.
Result<> Conversion::collect(const Document& document, Context& context) {
    broken_ = true;
    for (Collected& output : collected_) {
        const Format& format = *output.target->format;
        GALLEY_CHECK(needs_lowering(document, format.features)
                         ? output.session->story(lower(document, format.features, format.name, context.diagnostics()))
                         : output.session->story(document));
    }
    broken_ = false;
    context.forget(document);
    return {};
}

Result<> Conversion::open_collected(Context& context) {
    for (std::size_t k = 0; k < targets_.size(); ++k) {
        if (!targets_[k].format->many_stories) {
            continue;
        }
        Collected& output = collected_.emplace_back();
        output.path = plan_.path(input_, k, 1);
        output.target = &targets_[k];
        GALLEY_TRY(output.sink, open(output.path));
    }
    for (Collected& output : collected_) {  // their addresses are settled now
        if (job_.options().self_check == SelfCheck::full && output.target->format->validate != nullptr) {
            output.checked = memory_sink(output.bytes);
        }
        GALLEY_TRY(output.session, output.target->writer->begin(output.end_of_writer(), context));
    }
    return {};
}

Result<> Conversion::end_collected() {
    for (Collected& output : collected_) {
        GALLEY_CHECK(output.session->end());
        if (!output.checked) {
            continue;
        }
        GALLEY_CHECK(output.checked->commit());
        const std::size_t before = context_->diagnostics().size();
        GALLEY_CHECK(output.target->format->validate(output.path, output.bytes, job_.options().schemas, *context_));
        const auto& said = context_->diagnostics();
        if (std::any_of(said.begin() + static_cast<std::ptrdiff_t>(before), said.end(),
                        [](const Diagnostic& one) { return one.severity == Severity::error; })) {
            return fail({.cause = Cause::self_check,
                         .code = "convert.invalid-output",
                         .message = "the " + std::string(output.target->format->name) + " breaks its own format",
                         .hints = {"this is a fault of Galley's: please report it with the story"}});
        }
        GALLEY_CHECK(output.sink->write(output.bytes));
    }
    return {};
}

Result<std::unique_ptr<Sink>> Conversion::open(const std::string& path) {
    if (path != "-" && !taken_.insert(path).second) {
        return fail({.cause = Cause::output,
                     .code = "output.same-name",
                     .message = "'" + path + "' was written for another story in this run",
                     .where = {},
                     .hints = {"rename an input, or convert them into different folders"}});
    }
    if (publish_.dry_run) {
        return std::make_unique<DiscardSink>();
    }
    GALLEY_CHECK(plan_.make_folder());
    if (!shield_) {
        shield_.emplace();
    }
    return job_.host().open_sink(path, publish_.sink);
}

/// All that can fail for want of space is done for every output before the first has its name.
Result<> Conversion::publish(std::vector<Output>& outputs) {
    for (const Output& output : outputs) {
        GALLEY_CHECK(output.sink->prepare());
    }
    for (Output& output : outputs) {
        GALLEY_CHECK(output.sink->commit());
        const std::string size = output.size ? ", " + std::to_string(*output.size) + " bytes" : "";
        const std::string what = output.path + " (" + std::string(output.format->name) + size + ")";
        if (publish_.dry_run) {
            console_.print("would write " + what + "\n");
        } else if (output.path != "-") {
            console_.mention("wrote " + what);
        }
    }
    outputs.clear();
    return {};
}

Result<> Conversion::complete_input() {
    if (first_) {
        GALLEY_CHECK(render_into(waiting_, *first_, 1, true, *context_));
        context_->forget(*first_);
        first_.reset();
    }
    GALLEY_CHECK(end_collected());
    for (Collected& output : collected_) {
        waiting_.push_back(
            {.path = output.path, .format = output.target->format, .size = {}, .sink = std::move(output.sink)});
    }
    collected_.clear();
    GALLEY_CHECK(publish(waiting_));
    shield_.reset();
    return {};
}

void Conversion::abandon() {
    waiting_.clear();
    collected_.clear();
    first_.reset();
    broken_ = false;
    shield_.reset();
}

void Conversion::finish() {
    if (plan_.single() && context_ && !over_) {
        name_ = plan_.path(0, 0, 1);
        auto outcome = complete_input();
        tell(*context_);
        if (!outcome) {
            fail_input(std::move(outcome).error());
            abandon();
        }
    }
    tally_.end_run();
}

void Conversion::hear(Context& context) {
    story_failed_ = tally_.take(context.diagnostics(), name_, stories_) || story_failed_;
}

/// Tells what was said of the input up to now.
void Conversion::tell(Context& context) {
    hear(context);
    tally_.end_input();
}

void Conversion::fail_input(Diagnostic diagnostic) {
    verdict_.failed(diagnostic.cause);
    if (diagnostic.where.source.empty()) {
        diagnostic.where.source = name_;
    }
    console_.tell(diagnostic);
}

}  // namespace galley::cli
