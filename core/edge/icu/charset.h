#pragma once

#include "core/text/byte_table.h"
#include "core/text/transcoded.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct UConverter;

namespace galley::icu {

/// One of the encodings that ICU can decode. One instance serves one thread at a time.
class Charset {
public:
    /// By any name ICU or IANA has for it, in any case. Names of national standards open the superset that everybody
    /// means by them: GB2312 and GBK are read as GB18030, EUC-KR as windows-949. Nothing when nobody knows the name.
    [[nodiscard]] static std::optional<Charset> open(std::string_view name);

    /// The IANA name (the one preferred for MIME) of what was asked for; ICU's own where IANA has none.
    [[nodiscard]] const std::string& name() const { return name_; }

    [[nodiscard]] bool is_single_byte() const;

    /// REQUIRES: is_single_byte()
    [[nodiscard]] ByteTable byte_table();

    /// Strict. Shift sequences of ISO 2022 belong to no character.
    [[nodiscard]] Transcoded decode(std::string_view bytes);

private:
    struct Close {
        void operator()(UConverter* converter) const;
    };
    using Handle = std::unique_ptr<UConverter, Close>;

    Charset(std::string name, Handle converter);

    struct Read {
        char32_t code = 0;
        std::size_t size = 0;
        enum class State : unsigned char { character, end, invalid } state = State::character;
    };
    [[nodiscard]] Read read(std::string_view bytes, std::size_t offset);

    std::string name_;
    Handle converter_;
    bool has_controls_;  ///< single bytes 80 to 9F may be the C1 controls
    bool shifts_;        ///< ISO 2022
};

/// The IANA names of all encodings that can be opened, for suggestions.
[[nodiscard]] std::vector<std::string_view> charset_names();

}  // namespace galley::icu
