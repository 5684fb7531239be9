#include "converters/text/emit_mail.h"

#include "converters/text/transfer_encoding.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t most_signature_lines = 15;

/// "Re: Fwd: Ferry aground" without the marks of replies: one to four letters, in any language, and a colon.
std::string without_reply_marks(std::string subject) {
    constexpr std::string_view marks[] = {"re:", "fw:", "fwd:", "aw:", "wg:", "tr:", "rv:", "sv:", "vs:", "vb:", "enc:", "res:", "i:", "r:", "odp:", "pd:"};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view mark : marks) {
            if (subject.size() > mark.size() && is_called(std::string_view(subject).substr(0, mark.size()), mark)) {
                subject.erase(0, std::min(subject.find_first_not_of(' ', mark.size()), subject.size()));
                again = true;
            }
        }
    }
    return subject;
}

bool has_headline(const Metadata& meta) {
    return std::ranges::any_of(meta.headlines, [](const Found<Headline>& headline) { return headline.value.role == HeadlineRole::main; });
}

}  // namespace

std::string mail_subject(const MailHead& mail, std::string_view text) {
    return without_reply_marks(decode_encoded_words(text.substr(mail.subject.begin, mail.subject.end - mail.subject.begin)));
}

std::optional<PartialDate> emit_mail(const MailHead& mail, const StoryText& story, DateOrder order, DocumentBuilder& builder) {
    Metadata& meta = builder.document().meta;
    const MailLine& line = mail.subject;
    const std::string subject = mail_subject(mail, builder.text());
    if (!subject.empty()) {
        meta.title = builder.found(subject, line.begin, line.end, 95);
        if (story.headline != HeadlineRule::none && !has_headline(meta)) {
            builder.add_found(meta.headlines, Headline{HeadlineRole::main, subject}, line.begin, line.end, 80);
        }
    }
    if (!mail.date) {
        return std::nullopt;
    }
    const DateParser dates{*story.conventions, story.language, order};
    const auto sent = dates.find(builder.text().substr(mail.date->begin, mail.date->end - mail.date->begin));
    if (!sent || sent->relative) {
        return std::nullopt;
    }
    if (!meta.dates.content_created) {
        builder.add_date(mail.date->begin, *sent, 90);
    }
    return sent->date;
}

std::size_t find_signature(std::string_view text, std::size_t begin, std::size_t end) {
    for (const std::string_view mark : {std::string_view("\n-- \n"), std::string_view("\n-- \r\n"), std::string_view("\n--\n"), std::string_view("\n--\r\n")}) {
        const std::size_t at = text.substr(0, end).rfind(mark);
        if (at != std::string_view::npos && at >= begin &&
            std::ranges::count(text.substr(at + 1, end - at - 1), '\n') <= static_cast<std::ptrdiff_t>(most_signature_lines)) {
            return at + 1;
        }
    }
    return end;
}

}  // namespace galley::text
