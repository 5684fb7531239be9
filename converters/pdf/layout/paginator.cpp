#include "converters/pdf/layout/paginator.h"

#include "galley/try.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

namespace galley::pdf {

namespace {

constexpr float slack = 0.01F;     // rounding
constexpr float avoided_cost = 4;  // in lines left empty
constexpr float split_word_cost =
    4.5F;  // rather a paragraph of four lines overleaf, which cannot be parted without one
constexpr float forbidden_cost = 100'000;
constexpr std::size_t furthest_back = 60;  // strips

class Paginator {
public:
    Paginator(std::vector<Strip>& strips, const PageFrame& frame, PlacedDocument& placed)
        : strips_(strips),
          frame_(frame),
          placed_(placed),
          room_(frame.height - frame.top - frame.bottom) {}

    Result<> run() {
        std::size_t begin = 0;
        while (begin < strips_.size()) {
            if (placed_.pages.size() >= frame_.most_pages) {
                return fail({.code = "limit.pages",
                             .message = "the story needs more than " + std::to_string(frame_.most_pages) + " pages",
                             .hints = {"split the story, or raise the limit of pages"}});
            }
            const std::size_t end = best_end(begin);
            if (end < strips_.size() && strips_[end].splits_word) {
                give_parts_back(end);
            }
            place_page(begin, end);
            begin = end;
        }
        return {};
    }

private:
    /// Tops of the strips of a page from `begin` on, as far as they fit.
    void measure(std::size_t begin) {
        tops_.clear();
        const RepeatedHead* const head = strips_[begin].repeat.get();
        float cursor = head == nullptr ? 0 : head->height;
        float origin = 0;
        for (std::size_t i = begin; i < strips_.size(); ++i) {
            const Strip& strip = strips_[i];
            float top = cursor + (i == begin ? 0 : strip.before);
            if (strip.starts_grid) {
                origin = top;
            } else if (strip.on_grid) {
                top = origin + std::ceil((top - origin) / frame_.grid - slack) * frame_.grid;
            }
            if (i > begin && top + std::max(strip.height, strip.reserve) > room_ + slack) {
                break;
            }
            tops_.push_back(top);
            cursor = top + strip.height;
        }
    }

    [[nodiscard]] std::size_t best_end(std::size_t begin) {
        measure(begin);
        const std::size_t full = begin + tops_.size();
        if (full >= strips_.size()) {
            return strips_.size();
        }
        std::size_t best = full;
        float least = std::numeric_limits<float>::infinity();
        const std::size_t first = full - begin > furthest_back ? full - furthest_back : begin + 1;
        for (std::size_t end = full; end >= first; --end) {
            const float used = tops_[end - 1 - begin] + strips_[end - 1].height;
            const float cost = (room_ - used) / frame_.grid + cost_of(strips_[end]);
            if (cost < least) {
                least = cost;
                best = end;
            }
        }
        return best;
    }

    [[nodiscard]] static float cost_of(const Strip& strip) {
        const float word = strip.splits_word ? split_word_cost : 0.0F;
        switch (strip.break_before) {
            case PageBreak::allowed: return word;
            case PageBreak::avoided: return word + avoided_cost;
            case PageBreak::forbidden: return word + forbidden_cost;
        }
        return 0;
    }

    /// A word that goes on overleaf is read by its parts: none stands for the whole.
    void give_parts_back(std::size_t end) {
        std::optional<std::string> word;
        for (const PlacedItem& item : strips_[end - 1].items) {
            word = std::holds_alternative<GlyphRun>(item.what) && item.actual_text ? item.actual_text : word;
        }
        const auto reset = [&](Strip& strip) {
            bool found = false;
            for (PlacedItem& item : strip.items) {
                if (word && item.actual_text == word) {
                    item.actual_text.reset();
                    found = true;
                }
            }
            return found;
        };
        for (std::size_t i = end; i > 0 && reset(strips_[i - 1]); --i) {
        }
        for (std::size_t i = end; i < strips_.size() && reset(strips_[i]); ++i) {
        }
    }

    static void place_items(std::vector<PlacedItem>& items, float up, PlacedPage& page) {
        for (PlacedItem& item : items) {
            move_item(item, up);
            page.items.push_back(std::move(item));
        }
    }

    void place_page(std::size_t begin, std::size_t end) {
        const auto page_number = static_cast<std::uint32_t>(placed_.pages.size());
        PlacedPage& page = placed_.pages.emplace_back();
        page.width = frame_.width;
        page.height = frame_.height;
        std::size_t count = 0;
        for (std::size_t i = begin; i < end; ++i) {
            count += strips_[i].items.size() + strips_[i].above.size();
        }
        page.items.reserve(count + 8);  // and the page's furniture
        if (const RepeatedHead* const head = strips_[begin].repeat.get()) {
            for (PlacedItem item : head->items) {
                move_item(item, frame_.height - frame_.top);
                page.items.push_back(std::move(item));
            }
        }
        for (std::size_t i = begin; i < end; ++i) {
            Strip& strip = strips_[i];
            const float top = frame_.height - frame_.top - tops_[i - begin];
            place_items(strip.items, top - strip.baseline, page);
            if (i > begin) {
                place_items(strip.above, top - strip.baseline, page);
            }
            if (!strip.outline.empty()) {
                placed_.outline.push_back({std::move(strip.outline), page_number, top, strip.outline_level});
            }
            strip.items = {};
        }
    }

    std::vector<Strip>& strips_;
    const PageFrame& frame_;
    PlacedDocument& placed_;
    float room_;
    std::vector<float> tops_;
};

}  // namespace

Result<> paginate(std::vector<Strip>& strips, const PageFrame& frame, PlacedDocument& placed) {
    return Paginator{strips, frame, placed}.run();
}

}  // namespace galley::pdf
