#include "converters/pdf/pdf_reader.h"

#include "converters/pdf/finished_file.h"
#include "galley/registry.h"
#include "galley/try.h"

#include <algorithm>

namespace galley::pdf {

namespace {

/// How much of a story a carried file holds; 0 for what is no rendition of it.
int worth(const CarriedFile& file) {
    if (file.media_type == "application/yaml") {
        return 3;
    }
    if (file.media_type == "application/vnd.iptc.g2.newsitem+xml") {
        return 2;
    }
    return file.relationship == "Source" ? 1 : 0;
}

class PdfReader final : public Reader {
public:
    Result<> read(ByteSource& source, const OnStory& on_story, Context& context) const override {
        std::string buffer;
        GALLEY_TRY(const std::string_view bytes, read_whole(source, buffer, context.limits().story_bytes));
        GALLEY_TRY(const FinishedFile file, FinishedFile::read(source.name(), bytes));
        std::vector<CarriedFile> carried = file.carried();
        std::ranges::stable_sort(carried, std::ranges::greater{}, worth);
        for (const CarriedFile& one : carried) {
            const Format* const format = worth(one) == 0 ? nullptr : context.registry().find_media_type(one.media_type);
            if (format == nullptr || format->make_reader == nullptr) {
                continue;
            }
            GALLEY_TRY(const std::string inside, file.unpacked(*one.stream, context.limits().story_bytes));
            GALLEY_TRY(Document document, context.read(one.name, inside, one.media_type));
            return on_story(std::move(document));
        }
        return fail({.code = "pdf.no-attachment",
                     .message = "'" + source.name() + "' carries no story: neither YAML, nor NewsML-G2, nor its source",
                     .where = {.source = source.name()},
                     .hints = {"only PDF files with such an attachment can be read, as Galley writes them"}});
    }
};

}  // namespace

Result<std::unique_ptr<Reader>> make_pdf_reader(const OptionValues&, const Host&) {
    return std::make_unique<PdfReader>();
}

}  // namespace galley::pdf
