#pragma once

#include "galley/export.h"
#include "galley/extra.h"
#include "galley/span.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace GALLEY_API galley {

/// How a value came to be.
///
/// - `stated`: the source says it in a field of its own (an XML element, a mail header), or a program set it.
/// - `parsed`: read out of running text by a rule.
/// - `inferred`: concluded from something else; the source does not say it.
/// - `configured`: an option or a profile of the caller gave it.
enum class Method : std::uint8_t { stated, parsed, inferred, configured };

/// A value with where it came from and how sure its reader is.
///
/// Converts from a plain `T`: stated, sure, without a place in a source.
/// `confidence` is in percent, 0 to 100. A reader that guesses calibrates it: values at 90 and above are right at least
/// 97 times in 100 (see the calibration table in converters/text/CONFORMANCE.md).
template <class T>
struct Found {
    T value{};
    std::string raw{};  ///< the words as they stood in the source, decoded to UTF-8; empty when nothing was read
    std::optional<Span> span{};  ///< bytes of the source that `raw` came from
    Method method = Method::stated;
    std::uint8_t confidence = 100;
    Extras extra{};

    Found() = default;
    Found(T plain) : value(std::move(plain)) {}  // NOLINT(google-explicit-constructor): a plain value is a stated one

    friend bool operator==(const Found&, const Found&) = default;
};

}  // namespace galley
