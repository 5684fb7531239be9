#include "galley/pdf.h"

#include "converters/pdf/pdf_descriptor.h"

namespace galley {

const Format& pdf_format() {
    static const Format format = pdf_description();
    return format;
}

}  // namespace galley
