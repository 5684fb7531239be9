#pragma once

#include "core/edge/libxml2/text_position.h"
#include "galley/byte_source.h"
#include "galley/context.h"
#include "galley/decode.h"
#include "galley/diagnostic.h"
#include "galley/export.h"
#include "galley/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace GALLEY_API galley {

/// The text of an XML source as UTF-8: all of it where it is at hand, else a window on it that moves on with the
/// parser.
///
/// Offsets count bytes of that UTF-8 from the start of the source. Not thread-safe.
class XmlText {
public:
    /// A text in memory, whatever its encoding (XML 1.0, appendix F, then the declaration, then core's decoder).
    /// Invalid bytes are a warning and are read as the most likely encoding, for a file that lies about it is better
    /// than none. `bytes` must outlive the text. Fails as `decode` does.
    [[nodiscard]] static Result<XmlText> of_bytes(std::string_view name, std::string_view bytes,
                                                  Diagnostics& diagnostics);

    /// A source read piece by piece, unless its encoding or kind wants it whole: also where its first 64 KiB are not
    /// the UTF-8 that it says they are. `source` must outlive the text. Fails as `read_whole` and `of_bytes` do.
    [[nodiscard]] static Result<XmlText> of_source(ByteSource& source, const Context& context,
                                                   Diagnostics& diagnostics);

    XmlText(XmlText&&) = default;
    XmlText& operator=(XmlText&&) = default;

    [[nodiscard]] const std::string& name() const { return name_; }
    /// True when all of it is at hand.
    [[nodiscard]] bool is_whole() const { return source_ == nullptr; }
    /// All of a whole text.
    [[nodiscard]] std::string_view whole() const { return view(); }

    /// What owns the text, for those who view it longer than they keep this; null where the bytes are somebody else's.
    [[nodiscard]] std::shared_ptr<const void> owner() const {
        return decoded_ != nullptr ? std::shared_ptr<const void>(decoded_) : owned_;
    }

    /// All bytes of the source as received. REQUIRES: nothing was released.
    [[nodiscard]] std::string_view source_bytes() const {
        return source_ != nullptr ? std::string_view(window_) : bytes_;
    }

    /// The next bytes for the parser; 0 at the end.
    [[nodiscard]] Result<std::size_t> read(std::span<char> buffer);

    /// Text between two offsets, as far as the window holds it.
    [[nodiscard]] std::string_view between(std::uint64_t begin, std::uint64_t end) const;

    /// A place for messages; line and column are known as long as the window holds the offset.
    [[nodiscard]] Where where(std::uint64_t begin, std::uint64_t end) const;

    /// The bytes of the source that a range of the text came from.
    [[nodiscard]] Span source_span(std::uint64_t begin, std::uint64_t end) const { return map_.to_source(begin, end); }
    [[nodiscard]] const Found<std::string>& encoding() const { return encoding_; }

    /// What lies before `offset` will not be asked for again.
    void release(std::uint64_t offset);

private:
    XmlText() = default;
    [[nodiscard]] std::string_view view() const { return decoded_ ? decoded_->text : source_bytes(); }

    std::string name_;
    std::shared_ptr<const std::string> owned_;  ///< what `bytes_` views, where nobody else keeps it
    std::string_view bytes_;                    ///< all of it
    std::shared_ptr<const DecodedText> decoded_;
    std::size_t read_ = 0;                          ///< bytes of a whole text that the parser has
    mutable std::optional<TextPosition> position_;  ///< in a whole text
    ByteSource* source_ = nullptr;
    std::string window_;        ///< what was read of `source_` and not released
    std::uint64_t base_ = 0;    ///< offset of the window
    std::uint64_t line_ = 1;    ///< line of the window's start
    std::uint64_t column_ = 1;  ///< column of the window's start
    SourceMap map_;
    Found<std::string> encoding_{std::string("UTF-8")};
};

}  // namespace galley
