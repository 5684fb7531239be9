#pragma once

#include "galley/block.h"
#include "galley/export.h"
#include "galley/extra.h"
#include "galley/identity.h"
#include "galley/metadata.h"
#include "galley/provenance.h"
#include "galley/resource.h"
#include "galley/source.h"

namespace GALLEY_API galley {

/// A story: plain values, nothing shared, nothing hidden. Copying one copies its text; move where you can.
///
/// All text is valid UTF-8. `check_invariants` tells whether a document keeps the rules the members' comments state.
struct Document {
    Source source;
    Identity identity;
    Metadata meta;
    Blocks body;
    Resources resources;
    Provenance provenance;
    Extras extra;

    friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace galley
