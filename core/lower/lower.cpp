#include "galley/lower.h"

#include "core/lower/lowering.h"

namespace galley {

bool needs_lowering(const Document& document, Feature features) {
    return features != Feature::everything && lowering::needs(document.body, features);
}

Document lower(const Document& document, Feature features, std::string_view target, Diagnostics& diagnostics) {
    lowering::Lowering lowering(features, target, document.source.name, diagnostics);
    Document fitted = document;
    fitted.body = lowering.blocks(document.body);
    return fitted;
}

}  // namespace galley
