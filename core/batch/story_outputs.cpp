#include "core/batch/story_outputs.h"

#include "galley/digest.h"

namespace galley::batch {

Output rendition_output(const std::string& name, const Format& format, std::string_view bytes, bool in_bag) {
    return {.path = (in_bag ? "data/renditions/" : "") + name,
            .bytes = std::string(bytes),
            .role = "rendition",
            .format = format.name,
            .media_type = format.media_types.empty() ? std::string_view() : format.media_types.front(),
            .pronom = format.pronom,
            .sha256 = sha256(bytes)};
}

Output original_output(const std::string& name, std::string_view bytes) {
    return {.path = "data/originals/" + name,
            .bytes = std::string(bytes),
            .role = "original",
            .format = {},
            .media_type = {},
            .pronom = {},
            .sha256 = sha256(bytes)};
}

Output premis_output(const std::string& name, const StoryResult& result, const PremisRun& run, bool in_bag) {
    Output output{.path = (in_bag ? "data/metadata/" : "") + name,
                  .bytes = premis_record(result, run),
                  .role = "metadata",
                  .format = "premis",
                  .media_type = "application/xml",
                  .pronom = "fmt/101"};
    output.sha256 = sha256(output.bytes);
    if (in_bag) {
        output.sha512 = sha512(output.bytes);
    }
    return output;
}

}  // namespace galley::batch
