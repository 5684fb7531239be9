#pragma once

#include "converters/pdf/layout/line_placer.h"

#include <vector>

namespace galley::pdf {

/// Sets paragraphs as lines: cuts, chooses the breaks of the whole paragraph, places. Keeps its working memory from one
/// paragraph to the next; one thread.
class LineSetter {
public:
    /// Faces are numbered into `placed.faces` by first use; texts that lines view go to `texts`. All must outlive the
    /// setter.
    LineSetter(const FontSet& fonts, PlacedDocument& placed, PlacedTexts& texts,
               const std::vector<LinkTarget>& link_targets)
        : fonts_(fonts),
          cache_(WordCache::of_thread()),
          placer_(fonts, cache_, placed, texts, link_targets) {}

    /// Appends the lines of `paragraph`. What comes back is the first character that no font has; a substitute was set.
    [[nodiscard]] MissingCharacter set(const ParagraphText& paragraph, const ParagraphShape& shape,
                                       std::vector<SetLine>& lines);

    /// Widths of the widest part of `paragraph` that cannot be broken, and of all of it in one line.
    struct Extent {
        float least = 0;
        float most = 0;
    };
    [[nodiscard]] Extent measure(const ParagraphText& paragraph);

private:
    void find(const ParagraphText& paragraph, const ParagraphShape& shape, bool hyphens, bool emergency);
    void choose(const ParagraphText& paragraph, const ParagraphShape& shape);

    const FontSet& fonts_;
    WordCache& cache_;
    LinePlacer placer_;
    std::vector<Piece> pieces_;
    std::vector<BreakCandidate> candidates_;
    FallBack fall_back_;  // of them
    std::vector<Cut> cuts_;
    std::vector<std::uint32_t> chosen_;
};

}  // namespace galley::pdf
