#include "core/batch/story_converter.h"

#include "core/batch/deadline.h"
#include "core/batch/excerpt.h"
#include "core/batch/item_bytes.h"
#include "core/batch/journaled_values.h"
#include "core/batch/story_outputs.h"
#include "galley/digest.h"
#include "galley/try.h"

#include <algorithm>
#include <exception>

namespace galley::batch {

namespace {

constexpr std::size_t sniffed = 4096;

/// Takes the errors out of what was said since the last story: they are about stories that could not be read.
Diagnostics take_errors(Diagnostics& said) {
    const auto first =
        std::ranges::stable_partition(said, [](const Diagnostic& one) { return one.severity != Severity::error; });
    Diagnostics errors(std::make_move_iterator(first.begin()), std::make_move_iterator(first.end()));
    said.erase(first.begin(), first.end());
    return errors;
}

}  // namespace

bool carries_source(const std::vector<Target>& targets) {
    return std::ranges::any_of(targets, [](const Target& target) { return target.format->carries_source; });
}

/// One item on its way through. The last result is held back until it is known whether another follows.
class StoryConverter::Pass {
public:
    Pass(StoryConverter& converter, const Item& item, const OnResult& on_result)
        : plan_(converter.plan_),
          context_(converter.context_),
          second_(converter.second_.get()),
          item_(item),
          on_result_(on_result),
          deadline_(plan_.settings.deadline) {
        context_.diagnostics().clear();
    }

    Result<> run(std::string& buffer) {
        if (item_.refusal) {
            return refuse(*item_.refusal);
        }
        auto bytes =
            ItemBytes::read(item_, plan_.host, buffer, into_bag() ? plan_.settings.limits.story_bytes : whole_limit);
        if (!bytes) {
            return refuse(bytes.error());
        }
        whole_ = bytes->whole();
        if (into_bag() && !whole_) {
            return refuse({.code = "limit.story-bytes",
                           .message = "'" + item_.name + "' is too large to be kept in a bag",
                           .where = {.source = item_.name},
                           .hints = {"split it, raise the limit, or write to a folder"}});
        }
        auto read = read_stories(*bytes);
        if (stopped_) {
            return read;
        }
        Diagnostics errors = take_errors(context_.diagnostics());
        if (!read) {
            errors.push_back(std::move(read).error());
        }
        if (!errors.empty()) {
            GALLEY_CHECK(add_failure(std::move(errors)));
        }
        return give_held(true);
    }

    /// Ends the item after an exception: memory, or a library that should not have thrown.
    Result<> give_up(const char* what) {
        Diagnostics errors{{.cause = Cause::internal,
                            .code = "batch.internal",
                            .message = "'" + item_.name + "' could not be converted: " + what,
                            .where = {.source = item_.name},
                            .hints = {"give the run more memory or fewer jobs; otherwise report it with the story"}}};
        held_.reset();
        context_.diagnostics().clear();
        GALLEY_CHECK(add_failure(std::move(errors)));
        return give_held(true);
    }

private:
    static constexpr std::uint64_t whole_limit = 64 << 20;

    Result<> read_stories(ItemBytes& bytes) {
        ConvertOptions options = plan_.settings.options;
        if (options.from == nullptr) {
            GALLEY_TRY(const std::string_view head, bytes.source().peek(sniffed));
            GALLEY_TRY(const Detection detection, detect_format(plan_.registry, item_.name, head));
            options.from = detection.format;
            confidence_ = detection.score;
        }
        convert_twice(options.from);
        return galley::read_stories(
            bytes.source(), options, [&](Document&& story) { return take(story); }, context_);
    }

    void convert_twice(const Format* from) {
        if (second_ != nullptr && whole_) {
            second_->begin(item_.name, *whole_, from);
            deadline_.restart();
        } else if (second_ != nullptr) {
            second_->begin_large();
        }
    }

    Result<> take(const Document& story) {
        if (Diagnostics errors = take_errors(context_.diagnostics()); !errors.empty()) {
            if (auto added = add_failure(std::move(errors)); !added) {
                stopped_ = true;
                return added;
            }
        }
        auto taken = stories_ + 1 <= item_.journaled ? pass_over() : add_story(story);
        context_.forget(story);
        ++documents_;
        stopped_ = stopped_ || !taken;
        return taken;
    }

    Result<> pass_over() {
        ++stories_;
        context_.diagnostics().clear();
        return {};
    }

    Result<> add_story(const Document& story) {
        StoryResult result = begin_result();
        describe_source(story, result.source);
        auto made = render_all(story, result);
        if (made && second_ != nullptr) {
            made = second_->check(story, documents_, result);
        }
        result.diagnostics = std::exchange(context_.diagnostics(), {});
        if (!made) {
            result.outputs.clear();
            result.outcome = made.error().cause == Cause::self_check ? Outcome::invalid : Outcome::failed;
            result.diagnostics.push_back(std::move(made).error());
        }
        result.found = journaled_values(story);
        if (whole_ && text_is_wanted(result)) {
            result.text = text_line(result.item, result.story, excerpt_of(story, *whole_, result.found));
        }
        return hold(std::move(result));
    }

    Result<> add_failure(Diagnostics errors) {
        if (stories_ + 1 <= item_.journaled) {
            ++stories_;
            return {};
        }
        StoryResult result = begin_result();
        result.outcome = Outcome::failed;
        result.diagnostics = std::move(errors);
        result.source.bytes = whole_ ? whole_->size() : 0;
        if (whole_ && result.story == 1) {
            result.source.sha256 = sha256(*whole_);
            if (text_is_wanted(result)) {
                result.text = text_line(result.item, result.story, excerpt_of_unread(*whole_));
            }
        }
        return hold(std::move(result));
    }

    [[nodiscard]] bool text_is_wanted(const StoryResult& result) const {
        const WantedTexts wanted = plan_.texts == nullptr ? WantedTexts::none : plan_.texts->wanted();
        return wanted == WantedTexts::all || (wanted == WantedTexts::doubtful && result.is_doubtful());
    }

    Result<> refuse(Diagnostic refusal) {
        if (item_.journaled > 0) {
            return {};
        }
        StoryResult result = begin_result();
        result.outcome = refusal.severity == Severity::info ? Outcome::skipped : Outcome::failed;
        result.diagnostics.push_back(std::move(refusal));
        GALLEY_CHECK(hold(std::move(result)));
        return give_held(true);
    }

    StoryResult begin_result() {
        StoryResult result;
        result.item = item_.number;
        result.name = item_.name;
        result.story = ++stories_;
        return result;
    }

    void describe_source(const Document& story, StorySource& source) const {
        source.bytes = story.source.size;
        source.sha256 = story.source.sha256;
        if (!source.sha256 && whole_ && !story.source.extent) {
            source.bytes = whole_->size();
            source.sha256 = sha256(*whole_);
        }
        source.format = story.source.format;
        source.confidence = confidence_;
        if (story.source.encoding) {
            source.encoding = story.source.encoding->value;
            source.encoding_confidence = story.source.encoding->confidence;
        }
        if (story.meta.language) {
            source.language = story.meta.language->value;
        }
        if (story.source.extent && (story.source.extent->begin > 0 || stories_ > 1)) {
            source.offset = story.source.extent->begin;
        }
    }

    Result<> render_all(const Document& story, StoryResult& result) {
        for (std::size_t at = 0; at < plan_.settings.targets.size(); ++at) {
            GALLEY_CHECK(deadline_.check(item_.name));
            const Target& target = plan_.settings.targets[at];
            GALLEY_TRY(const std::string_view bytes, render(story, target, plan_.settings.options, context_));
            result.outputs.push_back(rendition_output(plan_.names.rendition(item_.name, result.story, at),
                                                      *target.format, bytes, into_bag()));
        }
        GALLEY_CHECK(deadline_.check(item_.name));
        return {};
    }

    [[nodiscard]] bool into_bag() const { return plan_.settings.destination.form == BatchForm::bag; }

    Result<> hold(StoryResult&& result) {
        GALLEY_CHECK(give_held(false));
        if (into_bag() && result.story == 1 && whole_) {
            result.outputs.insert(result.outputs.begin(), original_output(plan_.names.original(item_.name), *whole_));
        }
        result.microseconds = deadline_.restart();
        held_ = std::move(result);
        return {};
    }

    Result<> give_held(bool last) {
        if (!held_) {
            return {};
        }
        held_->last = last;
        StoryResult result = std::move(*held_);
        held_.reset();
        if (into_bag()) {
            for (Output& output : result.outputs) {
                output.sha512 = sha512(output.bytes);
            }
        }
        if (plan_.settings.premis && result.outcome != Outcome::skipped) {
            const PremisRun run{.clock = plan_.host.now(),
                                .full_check = plan_.settings.options.self_check == SelfCheck::full};
            result.outputs.push_back(
                premis_output(plan_.names.metadata(item_.name, result.story), result, run, into_bag()));
        }
        return on_result_(std::move(result));
    }

    const ConversionPlan& plan_;
    Context& context_;
    SecondConversion* second_;
    const Item& item_;
    const OnResult& on_result_;
    Deadline deadline_;
    std::optional<std::string_view> whole_;  // the item's bytes, where they are in one piece
    std::uint64_t stories_ = 0;              // results so far, those journaled before included
    std::size_t documents_ = 0;              // stories that were read
    int confidence_ = -1;
    bool stopped_ = false;  // by `on_result_`
    std::optional<StoryResult> held_;
};

StoryConverter::StoryConverter(const ConversionPlan& plan)
    : plan_(plan),
      context_(plan.registry, plan.host, plan.settings.limits) {
    context_.nested_options = plan.settings.nested_options;
    context_.keep_source_bytes(carries_source(plan.settings.targets));
    if (!plan.second_targets.empty()) {
        second_ = std::make_unique<SecondConversion>(plan);
    }
}

Result<> StoryConverter::convert(const Item& item, const OnResult& on_result) {
    Pass pass(*this, item, on_result);
    try {
        return pass.run(buffer_);
    } catch (const std::exception& error) {
        return pass.give_up(error.what());
    }
}

}  // namespace galley::batch
