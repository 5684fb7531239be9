#include "converters/text/web_page.h"

#include "converters/text/classify.h"
#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace galley::text {
namespace {

constexpr std::size_t longest_crosshead = 80;   ///< columns

class WebPage {
public:
    explicit WebPage(StoryText& story) : story_(story), chunks_(story.chunks) {}

    /// A web page has many lines that are no text. Where there are but one or two in the body, they are part of it; where
    /// there are more, so are the menus and lists of other stories between them.
    void run() {
        constexpr std::size_t web_page = 3;
        const auto of_the_web = [](const StoryChunk& chunk) {
            return chunk.role == ChunkRole::furniture &&
                   (chunk.furniture == FurnitureKind::navigation || chunk.furniture == FurnitureKind::share_count || chunk.furniture == FurnitureKind::byword);
        };
        std::vector<std::string_view> different;
        std::size_t beside = 0;
        for (std::size_t index = 0; index < chunks_.size() && different.size() < web_page; ++index) {
            const StoryChunk& chunk = chunks_[index];
            beside += index > first_settled() && (chunk.role == ChunkRole::address || chunk.role == ChunkRole::caption) ? 1U : 0U;
            if (of_the_web(chunk) && std::ranges::find(different, story_.text_of(chunk)) == different.end()) {
                different.push_back(story_.text_of(chunk));
            }
        }
        if (different.size() >= web_page || (different.size() + 1 >= web_page && beside >= 2)) {
            drop_link_lists();
            return;
        }
        for (std::size_t index = story_.body; index < chunks_.size(); ++index) {
            const StoryChunk& chunk = chunks_[index];
            const bool lone = of_the_web(chunk) || chunk.role == ChunkRole::address || chunk.role == ChunkRole::caption ||
                              (chunk.role == ChunkRole::furniture && chunk.furniture == FurnitureKind::separator);
            if (lone && index > first_settled()) {
                chunks_[index].role = ChunkRole::short_text;
            }
        }
    }

private:
    /// True for a caption that names its picture's source at its end: "… in Doha. Getty Images/J. Doe", "… (Foto: dpa)".
    [[nodiscard]] bool is_credited_caption(std::string_view line) const {
        constexpr std::size_t longest_caption = 400;
        if (line.size() > longest_caption || line.size() < 12) {
            return false;
        }
        const Lexicon& lexicon = story_.conventions->lexicon();
        const std::size_t earliest = line.size() > 90 ? line.size() - 90 : 0;
        for (std::size_t at = 0; at < line.size(); at += utf8::at(line, at).size) {
            if (at >= earliest && is_word_end(line, at) && (at == 0 || line[at] != ' ')) {
                const auto hit = lexicon.longest(line, at, PhraseKind::caption, story_.language);
                if (hit && hit->end - at >= 5) {
                    return true;
                }
            }
        }
        // "…Friso Gentsch/dpa", "(Robert F. Bukaty / AP)"
        const std::size_t slash = line.rfind('/');
        if (slash == std::string_view::npos || line.size() - slash > 30) {
            return false;
        }
        const std::size_t agency = line.find_first_not_of(' ', slash + 1);
        return agency != std::string_view::npos && lexicon.longest(line, agency, PhraseKind::agency, story_.language);
    }

    /// Short lines that end no sentence and stand together, or beside furniture, are links, labels and captions. One that
    /// stands alone between paragraphs is a crosshead and stays.
    void drop_link_lists() {
        constexpr std::size_t longest_link = 140;
        const auto is_loose = [&](std::size_t index) {
            const StoryChunk& chunk = chunks_[index];
            if (chunk.role != ChunkRole::short_text && chunk.role != ChunkRole::prose) {
                return false;
            }
            const std::string_view line = story_.text_of(chunk);
            return line.size() <= 3 * longest_link && !ends_sentence(line) && columns(line) <= longest_link;
        };
        const auto is_furniture = [&](std::size_t index) {
            const ChunkRole role = chunks_[index].role;
            return role == ChunkRole::furniture || role == ChunkRole::caption || role == ChunkRole::address || role == ChunkRole::label;
        };
        std::vector<bool> drop(chunks_.size(), false);
        for (std::size_t index = std::max(story_.body, first_settled() + 1); index < chunks_.size(); ++index) {
            const bool beside = (index > 0 && (is_loose(index - 1) || is_furniture(index - 1))) ||
                                (index + 1 < chunks_.size() && (is_loose(index + 1) || is_furniture(index + 1))) || index + 1 == chunks_.size();
            drop[index] = is_loose(index) && beside;
            StoryChunk& chunk = chunks_[index];
            if ((chunk.role == ChunkRole::prose || chunk.role == ChunkRole::short_text) && is_credited_caption(story_.text_of(chunk))) {
                chunk.role = ChunkRole::caption;
            }
        }
        for (std::size_t index = std::max(story_.body, first_settled() + 1); index + 1 < chunks_.size(); ++index) {
            const std::string_view line = story_.text_of(chunks_[index]);
            const bool crosshead = !drop[index] && chunks_[index].role == ChunkRole::short_text && chunks_[index + 1].role == ChunkRole::prose &&
                                   (!ends_sentence(line) || line.ends_with('?')) && columns(line) <= longest_crosshead;
            if (crosshead) {
                chunks_[index].role = ChunkRole::crosshead;
            }
        }
        for (std::size_t index = 0; index < chunks_.size(); ++index) {
            if (drop[index]) {
                chunks_[index].role = ChunkRole::furniture;
                chunks_[index].furniture = FurnitureKind::navigation;
            }
        }
    }

    /// The index of the headline, or of the first text.
    [[nodiscard]] std::size_t first_settled() const {
        std::size_t index = 0;
        const auto headline = std::ranges::find(chunks_, ChunkRole::headline, &StoryChunk::role);
        if (headline != chunks_.end()) {
            return static_cast<std::size_t>(headline - chunks_.begin());
        }
        while (index < chunks_.size() && !is_text(chunks_[index].role)) {
            ++index;
        }
        return index;
    }

    StoryText& story_;
    std::vector<StoryChunk>& chunks_;
};

}  // namespace

void settle_web_page(StoryText& story) { WebPage{story}.run(); }

}  // namespace galley::text
