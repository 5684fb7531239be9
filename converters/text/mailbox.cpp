#include "converters/text/mailbox.h"

#include "converters/text/mail_header.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::string_view separator = "From ";

/// Where the line that begins at `at` ends, its line end included.
std::size_t behind_line(std::string_view bytes, std::size_t at) {
    const std::size_t end = bytes.find('\n', at);
    return end == std::string_view::npos ? bytes.size() : end + 1;
}

bool is_blank_line_before(std::string_view bytes, std::size_t at) {
    const std::string_view before = bytes.substr(0, at);
    return before.ends_with("\n\n") || before.ends_with("\n\r\n");
}

bool begins_message(std::string_view bytes, std::size_t at) {
    const auto header = parse_mail_header(bytes, behind_line(bytes, at));
    return header && header->find("From") != nullptr &&
           (header->find("Subject") != nullptr || header->find("Date") != nullptr);
}

}  // namespace

std::vector<Span> divide_mailbox(std::string_view bytes) {
    std::vector<Span> messages;
    std::size_t begin = 0;
    if (bytes.starts_with(separator) && begins_message(bytes, 0)) {
        for (std::size_t line = bytes.find("\nFrom "); line != std::string_view::npos;
             line = bytes.find("\nFrom ", line + 1)) {
            const std::size_t at = line + 1;
            if (is_blank_line_before(bytes, at) && begins_message(bytes, at)) {
                messages.push_back({begin, at});
                begin = at;
            }
        }
    }
    messages.push_back({begin, bytes.size()});
    return messages;
}

}  // namespace galley::text
