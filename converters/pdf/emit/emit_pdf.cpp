#include "converters/pdf/emit/emit_pdf.h"

#include "converters/pdf/emit/description.h"
#include "converters/pdf/emit/embedded_font.h"
#include "converters/pdf/emit/language_tag.h"
#include "converters/pdf/emit/link_annotation.h"
#include "converters/pdf/emit/outline.h"
#include "converters/pdf/emit/page_content.h"
#include "converters/pdf/emit/picture.h"
#include "converters/pdf/emit/structure_tree.h"
#include "converters/pdf/emit/syntax.h"
#include "converters/pdf/lcms_edge.h"
#include "galley/digest.h"
#include "galley/try.h"

#include <algorithm>
#include <map>
#include <utility>

namespace galley::pdf {

namespace {

std::string_view as_view(const std::array<std::uint8_t, 16>& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

class Emitter {
public:
    Emitter(const PlacedDocument& placed, const Document& document, std::vector<AttachedFile> files,
            const PdfOptions& options, Context& context)
        : placed_(placed),
          document_(document),
          files_(std::move(files)),
          options_(options),
          context_(context),
          objects_(options.level),
          catalog_(objects_.reserve()),
          page_tree_(objects_.reserve()),
          structure_(placed, objects_) {
        fonts_.reserve(placed.faces.size());
        for (const Face* const face : placed.faces) {
            fonts_.emplace_back(*face);
        }
        for (std::size_t i = 0; i < placed.pages.size(); ++i) {
            page_numbers_.push_back(objects_.reserve());
        }
    }

    Result<ObjectList> emit() {
        for (std::uint32_t page = 0; page < placed_.pages.size(); ++page) {
            if (context_.stop_requested()) {
                return fail(Context::stopped());
            }
            GALLEY_CHECK(emit_page(page));
        }
        GALLEY_CHECK(emit_fonts());
        GALLEY_CHECK(emit_pictures());
        emit_page_tree();
        GALLEY_CHECK(emit_catalog());
        GALLEY_CHECK(objects_.pack_streams());
        return std::move(objects_);
    }

private:
    static constexpr std::size_t usual_size = 256;  // of a dictionary

    /// What a page's dictionary needs and is known before fonts and pictures have numbers.
    struct Page {
        std::uint32_t content = 0;
        std::vector<std::uint32_t> faces;
        std::vector<std::uint32_t> pictures;
        std::vector<std::uint32_t> annotations;
    };

    Result<> emit_page(std::uint32_t number) {
        GALLEY_TRY(PageContent made, write_content(placed_.pages[number], number, fonts_, structure_));
        Page page{
            .content = 0, .faces = std::move(made.faces), .pictures = std::move(made.pictures), .annotations = {}};
        for (const PlacedItem* const item : made.links) {
            const std::uint32_t annotation = objects_.reserve();
            const std::uint32_t key = structure_.attach(number, item->element, annotation);
            objects_.set(annotation, link_annotation(std::get<PlacedLink>(item->what), page_numbers_[number], key));
            page.annotations.push_back(annotation);
        }
        page.content = objects_.add_stream("", std::move(made.operators));
        pages_.push_back(std::move(page));
        return {};
    }

    Result<> emit_fonts() {
        for (EmbeddedFont& font : fonts_) {
            std::uint32_t number = 0;
            if (!font.cids.entries().empty()) {
                GALLEY_TRY(number, font.write(objects_));
            }
            font_numbers_.push_back(number);
        }
        return {};
    }

    Result<> emit_pictures() {
        for (const Page& page : pages_) {
            for (const std::uint32_t resource : page.pictures) {
                if (picture_numbers_.contains(resource)) {
                    continue;
                }
                GALLEY_TRY(picture_numbers_[resource], write_picture(document_.resources[resource], objects_));
            }
        }
        return {};
    }

    void emit_page_tree() {
        std::string kids = "<</Type/Pages/Kids[";
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            append_reference(page_numbers_[i], kids);
            kids += ' ';
            objects_.set(page_numbers_[i], page_value(i));
        }
        append_integer(static_cast<std::int64_t>(pages_.size()), kids += "]/Count ");
        objects_.set(page_tree_, std::move(kids += ">>"));
    }

    [[nodiscard]] std::string page_value(std::size_t number) const {
        const Page& page = pages_[number];
        std::string text;
        text.reserve(usual_size);
        text += "<</Type/Page/Parent ";
        append_reference(page_tree_, text);
        append_real(static_cast<double>(placed_.pages[number].width), 2, text += "/MediaBox[0 0 ");
        append_real(static_cast<double>(placed_.pages[number].height), 2, text += ' ');
        append_reference(page.content, text += "]/Contents ");
        text += "/Resources<<";
        append_resources(
            "/Font<<", "/F", page.faces, [&](std::uint32_t face) { return font_numbers_[face]; }, text);
        append_resources(
            "/XObject<<", "/I", page.pictures, [&](std::uint32_t picture) { return picture_numbers_.at(picture); },
            text);
        append_integer(static_cast<std::int64_t>(number), text += ">>/StructParents ");
        if (!page.annotations.empty()) {
            text += "/Annots[";
            for (const std::uint32_t annotation : page.annotations) {
                append_reference(annotation, text);
                text += ' ';
            }
            text += "]/Tabs/S";  // ISO 14289-1, 7.18.3
        }
        return std::move(text += ">>");
    }

    template <class NumberOf>
    static void append_resources(std::string_view category, std::string_view prefix,
                                 const std::vector<std::uint32_t>& used, NumberOf number_of, std::string& to) {
        if (used.empty()) {
            return;
        }
        to += category;
        for (const std::uint32_t each : used) {
            append_integer(each, to += prefix);
            append_reference(number_of(each), to += ' ');
        }
        to += ">>";
    }

    Result<> emit_catalog() {
        std::string text;
        text.reserve(usual_size);
        text += "<</Type/Catalog/Pages ";
        append_reference(page_tree_, text);
        append_reference(structure_.write(page_numbers_), text += "/MarkInfo<</Marked true>>/StructTreeRoot ");
        append_text_string(language_tag(placed_.language), text += "/Lang");
        text += "/ViewerPreferences<</DisplayDocTitle true";
        if (placed_.right_to_left) {
            text += "/Direction/R2L";
        }
        text += ">>";
        if (const std::uint32_t outline = write_outline(placed_.outline, page_numbers_, objects_); outline != 0) {
            append_reference(outline, text += "/Outlines ");
        }
        if (options_.standard != Standard::plain) {
            GALLEY_TRY(const std::string intent, output_intent());
            text += intent;
        }
        GALLEY_TRY(const std::string attachments, emit_attachments());
        text += attachments;
        GALLEY_CHECK(objects_.pack_streams());
        const std::uint32_t metadata = emit_description();
        append_reference(metadata, text += "/Metadata ");
        objects_.catalog = catalog_;
        objects_.set(catalog_, std::move(text += ">>"));
        return {};
    }

    /// ISO 19005-3, 6.2.3.
    Result<std::string> output_intent() {
        const Result<std::string>& profile = srgb_profile();
        if (!profile) {
            return fail(profile.error());
        }
        GALLEY_TRY(const std::uint32_t number, add_profile(*profile));
        std::string text =
            "/OutputIntents[<</S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
            "/Info(sRGB)/DestOutputProfile ";
        append_reference(number, text);
        return std::move(text += ">>]");
    }

    /// The profile is the same in every file: it is compressed once for each level.
    Result<std::uint32_t> add_profile(const std::string& profile) {
        static const Result<std::string> fast = deflate(profile, Level::fast), normal = deflate(profile, Level::normal);
        const Result<std::string>& packed = objects_.level() == Level::fast ? fast : normal;
        if (objects_.level() == Level::none || !packed) {
            return objects_.add_stream("/N 3", profile);
        }
        return objects_.add_packed_stream("/N 3", profile, *packed);
    }

    /// ISO 19005-3, 6.8 and annex E: each file is associated with the document and stands in its name tree.
    Result<std::string> emit_attachments() {
        if (files_.empty()) {
            return std::string{};
        }
        std::ranges::sort(files_, {}, [](const AttachedFile& file) { return std::string_view{file.name}; });
        std::string names, associated;
        for (AttachedFile& file : files_) {
            GALLEY_TRY(const std::uint32_t number, emit_file(file));
            append_text_string(file.name, names);
            append_reference(number, names);
            append_reference(number, associated);
            associated += ' ';
        }
        return "/AF[" + associated + "]/Names<</EmbeddedFiles<</Names[" + names + "]>>>>";
    }

    Result<std::uint32_t> emit_file(AttachedFile& file) {
        const auto digest = md5(file.bytes);
        file_digests_ += as_view(digest);
        std::string entries = "/Subtype";
        append_name(file.media_type, entries);
        append_integer(static_cast<std::int64_t>(file.bytes.size()), entries += "/Params<</Size ");
        append_hex_string(as_view(digest), entries += "/CheckSum");
        append_date(context_.host().now(), entries += "/ModDate");
        entries += ">>";
        const std::uint32_t stream = objects_.add_stream(entries, std::move(file.bytes));

        std::string text;
        text.reserve(usual_size);
        text += "<</Type/Filespec/F";
        append_text_string(file.name, text);
        append_text_string(file.name, text += "/UF");
        append_text_string(file.description, text += "/Desc");
        append_name(file.relationship, text += "/AFRelationship");
        append_reference(stream, text += "/EF<</F ");
        return objects_.add(std::move(text += ">>>>"));
    }

    /// Identifiers come from everything shown and attached and from the instant, so that two files are called the same
    /// only when they are.
    [[nodiscard]] std::string identifier(const std::vector<std::pair<std::string, std::string>>& information) const {
        std::string all;
        for (const Page& page : pages_) {
            all += as_view(md5(objects_.at(page.content).stored()));
        }
        for (const EmbeddedFont& font : fonts_) {
            if (!font.cids.entries().empty()) {
                all += as_view(md5(font.use()));
            }
        }
        all += file_digests_;
        for (const auto& [key, value] : information) {
            (all += key) += value;
        }
        return std::string(as_view(md5(all)));
    }

    /// The packet is compressed like all else, which PDF/A-1 forbade and its later parts do not.
    std::uint32_t emit_description() {
        Description description = describe(document_, placed_.language, context_.host().now());
        auto entries = information(description);
        objects_.identifier = description.file_identifier = identifier(entries);
        objects_.set_information(std::move(entries));
        return objects_.add_stream("/Type/Metadata/Subtype/XML", xmp_packet(description, options_.standard));
    }

    const PlacedDocument& placed_;
    const Document& document_;
    std::vector<AttachedFile> files_;
    const PdfOptions& options_;
    Context& context_;
    ObjectList objects_;
    std::uint32_t catalog_;
    std::uint32_t page_tree_;
    StructureTree structure_;
    std::vector<EmbeddedFont> fonts_;
    std::vector<std::uint32_t> font_numbers_;  ///< by face; 0 when nothing was set in it
    std::map<std::uint32_t, std::uint32_t> picture_numbers_;
    std::vector<std::uint32_t> page_numbers_;
    std::vector<Page> pages_;
    std::string file_digests_;
};

}  // namespace

Result<ObjectList> emit_pdf(const PlacedDocument& placed, const Document& document, std::vector<AttachedFile> files,
                            const PdfOptions& options, Context& context) {
    return Emitter(placed, document, std::move(files), options, context).emit();
}

}  // namespace galley::pdf
