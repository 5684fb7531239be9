#pragma once

#include "converters/pdf/layout/lay_out.h"
#include "galley/context.h"
#include "galley/document.h"
#include "galley/host.h"
#include "galley/registry.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace galley::test {

/// Everything a layout needs, on this machine's fonts under a clock that stands still.
struct Desk {
    Desk();

    Registry registry;
    std::unique_ptr<Host> host;
    std::unique_ptr<Context> context;
    pdf::LayoutOptions options;

    [[nodiscard]] const pdf::FontSet& fonts() const { return *fonts_; }
    [[nodiscard]] Result<pdf::PlacedDocument> lay_out(const Document& document) const {
        return pdf::lay_out(document, options, *fonts_, *context);
    }

private:
    std::unique_ptr<pdf::FontSet> fonts_;
};

[[nodiscard]] Block paragraph(std::string text);
[[nodiscard]] Inlines plain(std::string text);
[[nodiscard]] Found<Headline> headline(HeadlineRole role, std::string text);

/// A story about a fish market with every kind of block there is.
[[nodiscard]] Document market_story();

/// `count` paragraphs of invented news, no two alike.
[[nodiscard]] Document long_story(std::size_t count);

/// Runs of a page or document that are content, in reading order.
[[nodiscard]] std::vector<const pdf::GlyphRun*> content_runs(const pdf::PlacedPage& page);

/// What a reader of the file would extract: actual texts once, else the runs' own.
[[nodiscard]] std::string extracted_text(const pdf::PlacedDocument& placed);

/// The words of `text`, white space and soft hyphens aside.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

[[nodiscard]] float width_of(const pdf::GlyphRun& run);

}  // namespace galley::test
