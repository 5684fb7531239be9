#include "converters/pdf/pdf_options.h"

namespace galley::pdf {

PdfOptions PdfOptions::from(const OptionValues& values) {
    constexpr Level levels[] = {Level::normal, Level::fast, Level::none};
    PdfOptions options;
    options.standard = static_cast<Standard>(values.choice("standard"));
    options.attach.clear();
    for (const std::size_t index : values.choices("attach")) {
        options.attach.push_back(static_cast<Attachment>(index));
    }
    options.level = levels[values.choice("compression")];
    options.cross_reference = static_cast<CrossReference>(values.choice("cross-reference"));
    options.layout.page = static_cast<PageSize>(values.choice("page"));
    options.layout.theme = values.text("theme");
    options.layout.figures = static_cast<Figures>(values.choice("figures"));
    options.layout.hyphenate = values.flag("hyphenate");
    options.layout.substitute = values.flag("substitute");
    options.families = {.text = std::string(values.text("text-font")),
                        .display = std::string(values.text("display-font")),
                        .sans = std::string(values.text("sans-font")),
                        .mono = std::string(values.text("mono-font"))};
    return options;
}

}  // namespace galley::pdf
