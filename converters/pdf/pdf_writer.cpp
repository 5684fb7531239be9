#include "converters/pdf/pdf_writer.h"

#include "converters/pdf/check/object_checks.h"
#include "converters/pdf/emit/attached_file.h"
#include "converters/pdf/emit/emit_pdf.h"
#include "converters/pdf/emit/file_writer.h"
#include "converters/pdf/font/font_set.h"
#include "converters/pdf/layout/lay_out.h"
#include "converters/pdf/pdf_options.h"
#include "galley/try.h"

#include <utility>

namespace galley::pdf {

namespace {

class PdfSession final : public WriterSession {
public:
    PdfSession(const PdfOptions& options, const FontSet& fonts, Sink& sink, Context& context)
        : options_(options),
          fonts_(fonts),
          sink_(sink),
          context_(context) {}

    Result<> story(const Document& document) override {
        if (is_written_) {
            return fail({.cause = Cause::usage,
                         .code = "pdf.one-story",
                         .message = "a PDF holds one story",
                         .hints = {"write each story to a file of its own with --output-dir"}});
        }
        GALLEY_TRY(std::vector<AttachedFile> files, attached_files(document, options_, context_));
        GALLEY_TRY(const PlacedDocument placed, lay_out(document, options_.layout, fonts_, context_));
        GALLEY_TRY(ObjectList objects, emit_pdf(placed, document, std::move(files), options_, context_));
        GALLEY_CHECK(check_objects(objects, options_.standard));
        GALLEY_CHECK(write_file(std::move(objects), options_.cross_reference, context_.limits().output_bytes, sink_));
        is_written_ = true;
        return {};
    }

    Result<> end() override {
        if (is_written_) {
            return {};
        }
        return fail({.code = "pdf.no-story", .message = "there is no story to make a PDF of"});
    }

private:
    const PdfOptions& options_;
    const FontSet& fonts_;
    Sink& sink_;
    Context& context_;
    bool is_written_ = false;
};

class PdfWriter final : public Writer {
public:
    PdfWriter(PdfOptions options, FontSet fonts) : options_(std::move(options)), fonts_(std::move(fonts)) {}

    Result<std::unique_ptr<WriterSession>> begin(Sink& sink, Context& context) const override {
        return std::make_unique<PdfSession>(options_, fonts_, sink, context);
    }

private:
    PdfOptions options_;
    FontSet fonts_;
};

}  // namespace

Result<std::unique_ptr<Writer>> make_pdf_writer(const OptionValues& values, const Host& host) {
    PdfOptions options = PdfOptions::from(values);
    GALLEY_TRY(FontSet fonts, FontSet::load(host, options.families));
    return std::make_unique<PdfWriter>(std::move(options), std::move(fonts));
}

}  // namespace galley::pdf
