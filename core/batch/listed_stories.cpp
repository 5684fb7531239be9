#include "core/batch/listed_stories.h"

#include <algorithm>

namespace galley::batch {

namespace {

std::uint8_t ease_of(const Record& record) {
    constexpr std::uint8_t passed_over = 102;
    switch (record.outcome) {
        case Outcome::failed:
        case Outcome::invalid: return 0;
        case Outcome::done: return static_cast<std::uint8_t>(1 + std::min<std::uint8_t>(record.least_confidence, 100));
        case Outcome::skipped: break;
    }
    return passed_over;
}

bool comes_before(const ListedStory& one, const ListedStory& other) {
    return one.ease != other.ease ? one.ease < other.ease : one.order < other.order;
}

}  // namespace

void ListedStories::add(std::size_t run, const Record& record, std::string_view line) {
    const std::uint8_t ease = ease_of(record);
    const std::uint64_t order = seen_++;
    if (ease >= hardest_dropped_) {
        return;  // as many as are wanted came before it
    }
    stories_.push_back(
        {.ease = ease, .order = order, .run = run, .key = {record.item, record.story}, .line = std::string(line)});
    if (stories_.size() == 2 * most) {
        drop_surplus();
    }
}

void ListedStories::drop_surplus() {
    std::ranges::nth_element(stories_, stories_.begin() + most, comes_before);
    hardest_dropped_ = stories_[most].ease;
    stories_.resize(most);
}

std::vector<const ListedStory*> ListedStories::by_ease() const {
    std::vector<const ListedStory*> chosen;
    chosen.reserve(stories_.size());
    for (const ListedStory& story : stories_) {
        chosen.push_back(&story);
    }
    std::ranges::sort(chosen,
                      [](const ListedStory* one, const ListedStory* other) { return comes_before(*one, *other); });
    chosen.resize(std::min(chosen.size(), most));
    return chosen;
}

std::vector<const ListedStory*> ListedStories::in_order() const {
    std::vector<const ListedStory*> chosen = by_ease();
    std::ranges::sort(chosen, {}, &ListedStory::order);
    return chosen;
}

}  // namespace galley::batch
