#pragma once

#include "converters/pdf/check/value.h"
#include "galley/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace galley::pdf {

/// Says that `name` is no PDF that can be read, and why: `pdf.unreadable`.
[[nodiscard]] Diagnostic unreadable(const std::string& name, const std::string& why);

/// Says that `name` is encrypted: `pdf.encrypted`.
[[nodiscard]] Diagnostic encrypted(const std::string& name);

/// A stream object up to its data.
struct StreamHead {
    std::uint32_t number = 0;
    Value dictionary;       ///< views the file, and belongs to the BoundedFile
    std::size_t begin = 0;  ///< of the data, in the file
};

/// A stranger's file, read in places that it names itself, and a meter on it: parts that lie inside each other are not
/// read for ever, and what is packed does not unpack to any size. For the few objects that tell where all others are;
/// libqpdf reads those.
///
/// All fail with `pdf.unreadable`, and `unpacked` with `limit.expansion`.
class BoundedFile {
public:
    /// `bytes` begin with the header, which offsets count from. Both must outlive this.
    BoundedFile(const std::string& name, std::string_view bytes);

    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    [[nodiscard]] Diagnostic broken(const std::string& why) const { return unreadable(name_, why); }

    /// The bytes [begin, begin + size), read once more.
    [[nodiscard]] Result<std::string_view> read(std::uint64_t begin, std::uint64_t size);

    /// The value at the start of the file's bytes from `begin` on, which is moved behind it.
    [[nodiscard]] Result<Value> value_at(std::size_t& begin);

    /// The stream object that begins at `offset`, without its data (ISO 32000-1, 7.3.8).
    [[nodiscard]] Result<StreamHead> stream_at(std::uint64_t offset);
    /// The whole number that is the object at `offset`: lengths are told that way.
    [[nodiscard]] Result<std::uint64_t> number_at(std::uint64_t offset);

    /// What `stored` is without the filters of `dictionary`: none or FlateDecode, with any predictor for single bytes
    /// (7.4.4.4).
    [[nodiscard]] Result<std::string> unpacked(const Value& dictionary, std::string_view stored);

private:
    /// Behind "12 0 obj", whose first number is `number`.
    [[nodiscard]] Result<std::size_t> object_at(std::uint64_t offset, std::uint32_t& number);

    const std::string& name_;
    std::string_view bytes_;
    std::uint64_t readings_left_;
    std::uint64_t unpacking_left_;
    ValueStore store_;
};

}  // namespace galley::pdf
