#pragma once

#include "converters/pdf/deflate_edge.h"
#include "converters/pdf/font/font_set.h"
#include "converters/pdf/layout/layout_options.h"
#include "galley/option.h"

#include <cstdint>
#include <vector>

namespace galley::pdf {

/// What the file claims to be. The first three are PDF/UA-1 as well.
enum class Standard : std::uint8_t { a_3a, a_3u, a_2a, plain };

enum class Attachment : std::uint8_t { source, newsml, yaml };

/// How a file tells where its objects are.
enum class CrossReference : std::uint8_t { stream, table };

/// The options of the format (pdf_descriptor.cpp), decoded.
struct PdfOptions {
    Standard standard = Standard::a_3a;
    std::vector<Attachment> attach{Attachment::source, Attachment::newsml};
    Level level = Level::normal;
    CrossReference cross_reference = CrossReference::stream;
    LayoutOptions layout;
    FontFamilies families;

    [[nodiscard]] static PdfOptions from(const OptionValues& values);
};

}  // namespace galley::pdf
