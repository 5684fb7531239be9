#include "converters/text/mail_header.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t most_lines = 300;
constexpr std::size_t longest_name = 76;

/// For bytes of any encoding.
std::string_view trimmed_ascii(std::string_view text) {
    constexpr std::string_view white = " \t\r";
    const std::size_t first = text.find_first_not_of(white);
    return first == std::string_view::npos ? text.substr(text.size())
                                           : text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::size_t end_of_line(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

std::string_view without_return(std::string_view line) {
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// The colon that ends a label, ASCII or full-width, and its length.
struct Colon {
    std::size_t at = std::string_view::npos;
    std::size_t size = 1;
};

Colon find_colon(std::string_view line) {
    constexpr std::string_view wide = "：";
    const std::string_view start = line.substr(0, longest_name);
    const Colon plain{start.find(':'), 1};
    const Colon full{start.find(wide), wide.size()};
    return full.at < plain.at ? full : plain;
}

}  // namespace

bool is_called(std::string_view word, std::string_view name) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
    return std::ranges::equal(word, name, {}, lower, lower);
}

const MailLine* MailHeader::find(std::string_view name) const {
    const auto found = std::ranges::find_if(lines, [&](const MailLine& line) { return is_called(line.name, name); });
    return found == lines.end() ? nullptr : &*found;
}

bool MailHeader::has_mime_field() const {
    return find("Content-Type") != nullptr || find("Content-Transfer-Encoding") != nullptr;
}

std::optional<MailHeader> parse_mail_header(std::string_view text, std::size_t begin) {
    MailHeader header;
    std::size_t at = begin;
    for (; at < text.size(); at = std::min(end_of_line(text, at) + 1, text.size())) {
        const std::string_view line = without_return(text.substr(at, end_of_line(text, at) - at));
        if (trimmed_ascii(line).empty()) {
            header.end = std::min(end_of_line(text, at) + 1, text.size());
            return header;
        }
        if ((line[0] == ' ' || line[0] == '\t') && !header.lines.empty()) {
            header.lines.back().end = at + line.size();
            continue;
        }
        const Colon colon = find_colon(line);
        const std::string_view name = trimmed_ascii(line.substr(0, std::min(colon.at, line.size())));
        if (colon.at == std::string_view::npos || name.empty() || header.lines.size() == most_lines) {
            return std::nullopt;
        }
        const std::string_view value = trimmed_ascii(line.substr(colon.at + colon.size));
        const auto value_begin = static_cast<std::size_t>(value.data() - text.data());
        header.lines.push_back({.name = name, .begin = value_begin, .end = value_begin + value.size()});
    }
    header.end = at;
    return header;
}

std::optional<MailHead> find_mail_head(std::string_view text, const Lexicon& lexicon) {
    std::size_t begin = 0;
    while (begin < text.size() && (text[begin] == '\n' || text[begin] == '\r')) {
        ++begin;
    }
    if (text.substr(begin).starts_with("From ")) {  // an mbox sets this line above each message
        begin = std::min(end_of_line(text, begin) + 1, text.size());
    }
    const auto header = parse_mail_header(text, begin);
    if (!header) {
        return std::nullopt;
    }
    MailHead head{.end = header->end, .subject = {}, .date = {}};
    bool has_sender = false;
    bool has_subject = false;
    bool has_recipient = false;
    for (const MailLine& line : header->lines) {
        const auto label = lexicon.whole(line.name, PhraseKind::mail_field);
        if (!label) {
            continue;
        }
        switch (static_cast<MailField>(label->phrase->value)) {
            case MailField::subject:
                head.subject = has_subject ? head.subject : line;
                has_subject = true;
                break;
            case MailField::date: head.date = head.date ? head.date : line; break;
            case MailField::sender: has_sender = true; break;
            case MailField::recipient: has_recipient = true; break;
            case MailField::reply: break;
        }
    }
    return has_subject && has_sender && (head.date || has_recipient || header->has_mime_field())
               ? std::optional(std::move(head))
               : std::nullopt;
}

}  // namespace galley::text
