#include "galley/dateline_text.h"

namespace galley {

std::string dateline_text(const Found<Dateline>& dateline) {
    if (!dateline.raw.empty()) {
        return dateline.raw;
    }
    std::string text;
    for (const Found<Place>& place : dateline.value.places) {
        text += text.empty() ? "" : " / ";
        text += place.value.name;
        for (const std::string& part : {place.value.region, place.value.country}) {
            text += part.empty() ? "" : ", " + part;
        }
    }
    for (const Found<std::string>& agency : dateline.value.agencies) {
        text += (text.empty() ? "(" : " (") + agency.value + ")";
    }
    return text;
}

}  // namespace galley
