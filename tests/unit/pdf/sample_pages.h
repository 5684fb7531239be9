#pragma once

#include "converters/pdf/font/font_set.h"
#include "converters/pdf/layout/placed_document.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf::testing {

/// One line of text for a page made by hand.
struct SampleLine {
    std::string text;
    std::int32_t element = -1;
    float x = 60;
    float baseline = 700;
    float size = 10;
    bool right_to_left = false;
    std::string script = "Latn";
};

/// A document whose pages are made by hand, in faces of the machine's fonts: what the emitter is tested with, without
/// layout.
class SamplePages {
public:
    explicit SamplePages(const FontSet& fonts) : fonts_(fonts) { add_page(); }

    PlacedDocument placed{.faces = {}, .texts = {}, .pages = {}, .elements = {}, .outline = {}, .language = "en"};

    void add_page();
    std::int32_t add_element(StructureType type, std::int32_t parent);
    PlacedItem& add_line(const SampleLine& line, FaceStyle style = {});
    PlacedItem& add_line(const SampleLine& line, const Face& face);

private:
    const FontSet& fonts_;
    std::vector<std::unique_ptr<std::string>> kept_;
};

}  // namespace galley::pdf::testing
