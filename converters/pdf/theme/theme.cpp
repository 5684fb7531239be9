#include "converters/pdf/theme/theme.h"

namespace galley::pdf {

namespace {

constexpr Theme themes[] = {
#include "themes.inc"
};

}  // namespace

const Theme* find_theme(std::string_view name) {
    for (const Theme& theme : themes) {
        if (theme.name == name) {
            return &theme;
        }
    }
    return nullptr;
}

std::vector<std::string_view> theme_names() {
    std::vector<std::string_view> names;
    for (const Theme& theme : themes) {
        names.push_back(theme.name);
    }
    return names;
}

}  // namespace galley::pdf
