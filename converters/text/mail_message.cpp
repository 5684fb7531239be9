#include "converters/text/mail_message.h"

#include "converters/text/mail_header.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <limits>

namespace galley::text {
namespace {

constexpr int deepest_parts = 6;

/// "text/plain; charset=utf-8": the value before its parameters.
std::string_view main_value(std::string_view value) {
    std::string_view main = value.substr(0, value.find(';'));
    while (!main.empty() && static_cast<unsigned char>(main.back()) <= ' ') {
        main.remove_suffix(1);
    }
    return main;
}

/// A parameter of a field's value, without quotes; empty when there is none.
std::string_view parameter(std::string_view value, std::string_view name) {
    for (std::size_t at = value.find(';'); at != std::string_view::npos; at = value.find(';', at + 1)) {
        const std::size_t begin = value.find_first_not_of(" \t\r\n", at + 1);
        const std::size_t equals = value.find('=', at);
        if (begin == std::string_view::npos || equals == std::string_view::npos ||
            !is_called(value.substr(begin, equals - begin), name)) {
            continue;
        }
        const std::string_view rest = value.substr(equals + 1);
        return rest.starts_with('"') ? rest.substr(1, rest.find('"', 1) - 1)
                                     : rest.substr(0, rest.find_first_of("; \t\r\n"));
    }
    return {};
}

/// Looks for the text among the parts of a message.
class PartSearch {
public:
    explicit PartSearch(std::string_view bytes) : bytes_(bytes) {}

    /// In the body or part that stands below `header`, up to `end`.
    [[nodiscard]] std::optional<MailPart> below(const MailHeader& header, std::size_t end, int depth) const {
        const std::string_view type = value_of(header, "Content-Type");
        if (is_called(main_value(value_of(header, "Content-Disposition")), "attachment")) {
            return std::nullopt;
        }
        if (type.empty() || is_called(main_value(type), "text/plain")) {
            return MailPart{
                .begin = header.end,
                .end = end,
                .encoding = transfer_encoding_named(main_value(value_of(header, "Content-Transfer-Encoding"))),
                .charset = std::string(parameter(type, "charset")),
                .flowed = is_called(parameter(type, "format"), "flowed")};
        }
        const std::string_view boundary = parameter(type, "boundary");
        const bool many = type.size() > 10 && is_called(type.substr(0, 10), "multipart/");
        return many && !boundary.empty() && depth < deepest_parts
                   ? among("--" + std::string(boundary), header.end, end, depth)
                   : std::nullopt;
    }

private:
    [[nodiscard]] std::string_view value_of(const MailHeader& header, std::string_view name) const {
        const MailLine* line = header.find(name);
        return line == nullptr ? std::string_view{} : bytes_.substr(line->begin, line->end - line->begin);
    }

    /// The next line that begins with `delimiter`.
    [[nodiscard]] std::size_t find_delimiter(std::string_view delimiter, std::size_t from, std::size_t end) const {
        for (std::size_t at = bytes_.find(delimiter, from); at < end; at = bytes_.find(delimiter, at + 1)) {
            if (at == 0 || bytes_[at - 1] == '\n') {
                return at;
            }
        }
        return end;
    }

    [[nodiscard]] std::optional<MailPart> among(std::string_view delimiter, std::size_t begin, std::size_t end,
                                                int depth) const {
        std::size_t at = find_delimiter(delimiter, begin, end);
        while (at < end) {
            const std::size_t line_end = bytes_.find('\n', at);
            if (line_end == std::string_view::npos || bytes_.substr(at + delimiter.size()).starts_with("--")) {
                return std::nullopt;
            }
            const std::size_t next = find_delimiter(delimiter, line_end + 1, end);
            if (const auto header = parse_mail_header(bytes_.substr(0, next), line_end + 1)) {
                if (auto part = below(*header, next, depth + 1)) {
                    return part;
                }
            }
            at = next;
        }
        return std::nullopt;
    }

    std::string_view bytes_;
};

Diagnostic no_text(std::string_view name) {
    return {.cause = Cause::input,
            .code = "text.mail-without-text",
            .message = "'" + std::string(name) + "' is a mail message without a plain-text part",
            .where = {.source = std::string(name)},
            .hints = {"save its text from the mail program, and convert that"}};
}

/// Puts decoded pieces one behind the other, with one way back to the source.
class Joined {
public:
    Joined(std::string_view source, DecodedText& to) : source_(source), to_(to) {}

    /// `piece` was decoded from what lies at `base` of the source: from the bytes that `transferred` stands for, or,
    /// when that is null, from the source itself. Bytes that no character came from go to the character before or after
    /// them.
    void append(const DecodedText& piece, std::uint64_t base, const TransferredBytes* transferred) {
        for (std::size_t at = 0; at < piece.text.size();) {
            const std::size_t size = utf8::at(piece.text, at).size;
            const std::uint64_t end = piece.map.to_source(at, at + size).end;
            const bool white = static_cast<unsigned char>(piece.text[at]) <= ' ';
            if (white && transferred != nullptr &&
                !stands_as_it_is(piece.text[at], base + transferred->begins[piece.map.to_source(at, at + 1).begin])) {
                to_.map.add(
                    1, 0);  // encoded white space looks like none in the source, and no span need begin or end at it
                ++at;
                continue;
            }
            const std::uint64_t source_end = base + (transferred == nullptr ? end : transferred->begins[end]);
            to_.map.add(static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(source_end - done_));
            done_ = source_end;
            at += size;
        }
        to_.storage += piece.text;
    }

private:
    [[nodiscard]] bool stands_as_it_is(char character, std::uint64_t at) const {
        return at < source_.size() && source_[at] == character;
    }

    std::string_view source_;
    DecodedText& to_;
    std::uint64_t done_ = 0;  ///< bytes of the source that characters stand for so far
};

Result<DecodedText> decode_part(std::string_view name, std::string_view bytes, const MailPart& part,
                                const DecodeOptions& options, Diagnostics& diagnostics) {
    if (!options.encoding.empty() || part.charset.empty() || utf8::is_valid(bytes)) {
        return decode(name, bytes, options, diagnostics);
    }
    DecodeOptions stated = options;
    stated.encoding = part.charset;
    if (auto decoded = decode(name, bytes, stated, diagnostics)) {
        return decoded;
    }
    return decode(name, bytes, options, diagnostics);
}

/// Header and other parts: what is not UTF-8 there is read by some rule that fits any bytes.
Result<DecodedText> decode_around(std::string_view name, std::string_view bytes) {
    Diagnostics unsaid;
    return decode(name, bytes, {.encoding = utf8::is_valid(bytes) ? "UTF-8" : "windows-1252"}, unsaid);
}

}  // namespace

Result<std::optional<MailPart>> find_mail_part(std::string_view name, std::string_view bytes) {
    std::size_t begin = 0;
    if (bytes.starts_with("From ")) {  // mbox
        begin = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    }
    const auto header = parse_mail_header(bytes, begin);
    const bool mail = header && header->find("From") != nullptr && header->find("Subject") != nullptr;
    const bool mime = mail && header->has_mime_field();
    if (!mime || bytes.size() > std::numeric_limits<std::uint32_t>::max()) {
        return std::nullopt;
    }
    auto part = PartSearch{bytes}.below(*header, bytes.size(), 0);
    return part ? Result<std::optional<MailPart>>(std::move(part)) : fail(no_text(name));
}

Result<MailText> decode_mail(std::string_view name, std::string_view bytes, const MailPart& part,
                             const DecodeOptions& options, Diagnostics& diagnostics) {
    const TransferredBytes transferred =
        undo_transfer_encoding(bytes.substr(part.begin, part.end - part.begin), part.encoding);
    GALLEY_TRY(const DecodedText text, decode_part(name, transferred.bytes, part, options, diagnostics));
    GALLEY_TRY(const DecodedText above, decode_around(name, bytes.substr(0, part.begin)));
    GALLEY_TRY(const DecodedText below, decode_around(name, bytes.substr(part.end)));
    MailText mail;
    Joined joined{bytes, mail.decoded};
    joined.append(above, 0, nullptr);
    mail.begin = mail.decoded.storage.size();
    joined.append(text, part.begin, part.encoding == TransferEncoding::identity ? nullptr : &transferred);
    mail.end = mail.decoded.storage.size();
    joined.append(below, part.end, nullptr);
    mail.decoded.text = mail.decoded.storage;
    mail.decoded.encoding = text.encoding;
    mail.flowed = part.flowed;
    return mail;
}

Result<MailText> decode_copy(std::string_view name, std::string_view bytes, const DecodeOptions& options,
                             Diagnostics& diagnostics) {
    GALLEY_TRY(const std::optional<MailPart> part, find_mail_part(name, bytes));
    if (part) {
        return decode_mail(name, bytes, *part, options, diagnostics);
    }
    MailText whole;
    GALLEY_TRY(whole.decoded, decode(name, bytes, options, diagnostics));
    whole.end = whole.decoded.text.size();
    return whole;
}

}  // namespace galley::text
