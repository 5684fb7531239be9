#include "galley/pdf.h"

#include "converters/pdf/pdf_descriptor.h"
#include "converters/pdf/pdf_reader.h"
#include "converters/pdf/pdf_validator.h"
#include "converters/pdf/pdf_writer.h"

namespace galley {

const Format& pdf_format() {
    static const Format format = [] {
        Format made = pdf_description();
        made.make_reader = pdf::make_pdf_reader;
        made.make_writer = pdf::make_pdf_writer;
        made.validate = pdf::validate_pdf;
        return made;
    }();
    return format;
}

}  // namespace galley
