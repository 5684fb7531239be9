#include "core/batch/second_conversion.h"

#include "core/batch/story_converter.h"

namespace galley::batch {

SecondConversion::SecondConversion(const ConversionPlan& plan)
    : plan_(plan),
      context_(plan.registry, plan.host, plan.settings.limits) {
    context_.nested_options = plan.settings.nested_options;
    context_.keep_source_bytes(carries_source(plan.second_targets));
}

void SecondConversion::begin(const std::string& name, std::string_view bytes, const Format* from) {
    read_ = true;
    stories_.clear();
    context_.diagnostics().clear();
    ConvertOptions options = plan_.settings.options;
    options.from = from;
    const auto source = memory_source(name, bytes);
    // Why it failed is what the first conversion tells.
    static_cast<void>(galley::read_stories(
        *source, options,
        [&](Document&& story) {
            stories_.push_back(render_all(story));
            return Result<>();
        },
        context_));
}

std::vector<Digest> SecondConversion::render_all(const Document& story) {
    std::vector<Digest> digests;
    for (const Target& target : plan_.second_targets) {
        const auto bytes = render(story, target, plan_.settings.options, context_);
        if (!bytes) {
            break;
        }
        digests.push_back(sha256(*bytes));
    }
    context_.forget(story);
    return digests;
}

Result<> SecondConversion::check(const Document& story, std::size_t number, const StoryResult& result) {
    if (!read_) {
        number = 0;
        stories_.assign(1, render_all(story));
    }
    for (std::size_t target = 0; target < plan_.second_targets.size(); ++target) {
        const bool is_there = number < stories_.size() && target < stories_[number].size();
        if (!is_there || stories_[number][target] != result.outputs[target].sha256) {
            return fail({.cause = Cause::self_check,
                         .code = "batch.not-reproducible",
                         .message = "'" + result.name + "' gave other bytes as " +
                                    std::string(plan_.second_targets[target].format->name) + " the second time",
                         .where = {.source = result.name},
                         .hints = {"this is a fault of Galley's: please report it with the story"}});
        }
    }
    return {};
}

}  // namespace galley::batch
