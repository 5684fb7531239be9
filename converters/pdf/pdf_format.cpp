#include "galley/pdf.h"

#include "converters/pdf/pdf_descriptor.h"
#include "converters/pdf/pdf_writer.h"

namespace galley {

const Format& pdf_format() {
    static const Format format = [] {
        Format made = pdf_description();
        made.make_writer = pdf::make_pdf_writer;
        return made;
    }();
    return format;
}

}  // namespace galley
