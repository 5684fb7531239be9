#include "converters/pdf/check/checks.h"

#include "converters/pdf/emit/language_tag.h"
#include "converters/pdf/lcms_edge.h"

#include <algorithm>
#include <cmath>

namespace galley::pdf {

namespace {

constexpr std::int64_t invisible = 1, hidden = 2, print = 4, no_view = 32, toggle_no_view = 256;  // ISO 32000-1, 12.5.3

class DocumentChecks {
public:
    DocumentChecks(const CheckedFile& file, Findings& findings) : file_(file), findings_(findings) {}

    void run() {
        if (file_.catalog == 0 || file_.catalog > file_.objects.size()) {
            findings_.add("ISO 32000-1, 7.7.2", "there is no document catalog");
            return;
        }
        const Value& catalog = file_.objects[file_.catalog - 1].value;
        check_catalog(catalog);
        if (file_.standard != Standard::plain) {
            check_output_intent(catalog);
        }
        const auto pages = file_.pages();
        findings_.require(!pages.empty(), "ISO 32000-1, 7.7.3", "there are no pages");
        for (const std::uint32_t page : pages) {
            check_page(file_.objects[page - 1].value);
        }
        check_files(catalog);
    }

private:
    void require(bool holds, std::string_view clause, std::string_view message) {
        findings_.require(holds, clause, message);
    }

    void check_catalog(const Value& catalog) {
        require(catalog.is(Value::Kind::dictionary) && file_.entry(catalog, "Type").is_name("Catalog"),
                "ISO 32000-1, 7.7.2", "the catalog is no catalog");
        require(file_.entry(file_.entry(catalog, "MarkInfo"), "Marked").is_true(), "ISO 19005-3, 6.7.2.2",
                "the catalog does not say that the file is tagged");
        require(!file_.entry(file_.entry(catalog, "MarkInfo"), "Suspects").is_true(), "ISO 14289-1, 7.1",
                "tags are marked as suspect");
        require(file_.entry(catalog, "StructTreeRoot").is(Value::Kind::dictionary), "ISO 19005-3, 6.7.3.3",
                "there is no structure tree");
        require(file_.entry(file_.entry(catalog, "ViewerPreferences"), "DisplayDocTitle").is_true(), "ISO 14289-1, 7.1",
                "viewers are not told to show the title");
        const Value& language = file_.entry(catalog, "Lang");
        require(language.is(Value::Kind::string), "ISO 14289-1, 7.2", "the catalog names no language");
        for (const std::string_view key :
             {"OpenAction", "AcroForm", "Perms", "Requirements", "NeedsRendering", "OCProperties", "AA"}) {
            if (catalog.find(key) == nullptr) {
                continue;
            }
            findings_.add("ISO 19005-3, 6.4 to 6.11",
                          "the catalog has /" + std::string(key) + ", which Galley never writes and does not check");
        }
        require(file_.entry(file_.entry(catalog, "Names"), "AlternatePresentations").is(Value::Kind::null),
                "ISO 19005-3, 6.10", "there are alternate presentations");
        require(file_.entry(file_.entry(catalog, "Names"), "JavaScript").is(Value::Kind::null), "ISO 19005-3, 6.5.1",
                "there are scripts");
        for (const CheckedObject& object : file_.objects) {
            const Value* const tag = object.value.find("Lang");
            if (tag == nullptr || !file_.resolve(tag).is(Value::Kind::string)) {
                continue;
            }
            const std::string text = text_of(file_.resolve(tag));
            require(language_tag(text) == text, "ISO 19005-3, 6.7.4", "a language is no language tag");
        }
    }

    void check_output_intent(const Value& catalog) {
        const Value& intents = file_.entry(catalog, "OutputIntents");
        const Value* profile = nullptr;
        for (const Value& item : intents.items) {
            const Value& intent = file_.resolve(item);
            if (file_.entry(intent, "S").is_name("GTS_PDFA1")) {
                profile = intent.find("DestOutputProfile");
            }
        }
        const CheckedObject* const stream = profile == nullptr ? nullptr : file_.object(*profile);
        require(stream != nullptr && stream->is_stream && file_.entry(stream->value, "N").integer == 3 &&
                    is_rgb_output_profile(stream->data),
                "ISO 19005-3, 6.2.3", "there is no PDF/A output intent with an RGB profile");
    }

    void check_page(const Value& page) {
        require(file_.entry(page, "Type").is_name("Page"), "ISO 32000-1, 7.7.3.3", "a page is no page");
        const Value& box = file_.entry(page, "MediaBox");
        bool fits = box.is(Value::Kind::array) && box.items.size() == 4;
        for (std::size_t side = 0; fits && side < 2; ++side) {
            const double length =
                std::abs(file_.resolve(box.items[side + 2]).real - file_.resolve(box.items[side]).real);
            fits = length >= 3 && length <= 14400;
        }
        require(fits, "ISO 19005-3, 6.1.13", "a page is smaller than 3 points or larger than 14,400");
        require(page.find("PresSteps") == nullptr, "ISO 19005-3, 6.10", "a page has presentation steps");
        require(page.find("Resources") != nullptr, "ISO 19005-3, 6.2.2", "a page has no resources of its own");
        require(page.find("StructParents") != nullptr, "ISO 32000-1, 14.7.4.4", "a page has no key in the parent tree");
        const Value& annotations = file_.entry(page, "Annots");
        if (annotations.items.empty()) {
            return;
        }
        require(file_.entry(page, "Tabs").is_name("S"), "ISO 14289-1, 7.18.3",
                "tabs on a page with annotations do not follow the structure");
        for (const Value& annotation : annotations.items) {
            check_annotation(file_.resolve(annotation));
        }
    }

    void check_annotation(const Value& annotation) {
        const Value& kind = file_.entry(annotation, "Subtype");
        if (!kind.is_name("Link")) {
            findings_.add("ISO 19005-3, 6.3.1",
                          "there is an annotation that is no link; Galley writes and checks links only");
            return;
        }
        const std::int64_t flags = file_.entry(annotation, "F").integer;
        require((flags & print) != 0 && (flags & (invisible | hidden | no_view | toggle_no_view)) == 0,
                "ISO 19005-3, 6.3.2", "a link does not print, or is hidden");
        const Value& contents = file_.entry(annotation, "Contents");
        require(contents.is(Value::Kind::string) && !bytes_of(contents).empty(), "ISO 14289-1, 7.18.5",
                "a link has no description");
        require(file_.entry(annotation, "StructParent").is(Value::Kind::integer), "ISO 14289-1, 7.18.5",
                "a link is in no structure element");
    }

    void check_files(const Value& catalog) {
        const Value& associated = file_.entry(catalog, "AF");
        const Value& names = file_.entry(file_.entry(file_.entry(catalog, "Names"), "EmbeddedFiles"), "Names");
        std::size_t files = 0;
        for (std::size_t number = 1; number <= file_.objects.size(); ++number) {
            const Value& value = file_.objects[number - 1].value;
            if (value.find("EF") == nullptr) {
                continue;
            }
            ++files;
            const auto refers = [&](const Value& item) {
                return item.is(Value::Kind::reference) && item.integer == static_cast<std::int64_t>(number);
            };
            require(std::ranges::any_of(associated.items, refers), "ISO 19005-3, 6.8",
                    "an attached file is associated with nothing");
            require(std::ranges::any_of(names.items, refers), "ISO 32000-1, 7.11.4",
                    "an attached file is in no name tree");
            check_file(value);
        }
        require(files == 0 || file_.standard != Standard::a_2a, "ISO 19005-2, 6.8",
                "PDF/A-2 carries files that are no PDF/A");
    }

    void check_file(const Value& specification) {
        for (const std::string_view key : {"F", "UF"}) {
            const Value& name = file_.entry(specification, key);
            require(name.is(Value::Kind::string) && !bytes_of(name).empty(), "ISO 19005-3, 6.8",
                    "an attached file has no name (/F and /UF)");
        }
        require(file_.entry(specification, "AFRelationship").is(Value::Kind::name), "ISO 19005-3, 6.8",
                "an attached file does not say how it relates to the document");
        const Value* const embedded = file_.entry(specification, "EF").find("F");
        const CheckedObject* const stream = embedded == nullptr ? nullptr : file_.object(*embedded);
        require(stream != nullptr && stream->is_stream, "ISO 32000-1, 7.11.4", "an attached file has no data");
        if (stream == nullptr) {
            return;
        }
        const std::string media_type = name_of(file_.entry(stream->value, "Subtype"));
        const std::size_t slash = media_type.find('/');
        require(slash != std::string::npos && slash > 0 && slash + 1 < media_type.size(), "ISO 19005-3, 6.8",
                "an attached file has no media type");
        const Value& size = file_.entry(file_.entry(stream->value, "Params"), "Size");
        require(size.is(Value::Kind::integer) && size.integer == static_cast<std::int64_t>(stream->data.size()),
                "ISO 32000-1, 7.11.4", "an attached file is not as long as it says");
    }

    const CheckedFile& file_;
    Findings& findings_;
};

}  // namespace

void check_document(const CheckedFile& file, Findings& findings) { DocumentChecks(file, findings).run(); }

}  // namespace galley::pdf
