#include "converters/text/emit_mail.h"

#include "converters/text/transfer_encoding.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t most_signature_lines = 15;

/// Where the mark of a reply at `at` ends, its colon included; `at` where none stands.
std::size_t end_of_reply_mark(std::string_view subject, std::size_t at, const Lexicon& lexicon) {
    const auto mark = lexicon.longest(subject, at, PhraseKind::mail_field);
    const bool reply = mark && mark->phrase->value == static_cast<std::int16_t>(MailField::reply);
    return reply && mark->end < subject.size() ? std::min(subject.find_first_not_of(' ', mark->end), subject.size())
                                               : at;
}

/// "Re: Fwd: Ferry aground" without the marks of replies.
std::string without_reply_marks(std::string subject, const Lexicon& lexicon) {
    std::size_t begin = 0;
    for (std::size_t end = end_of_reply_mark(subject, 0, lexicon); end > begin;
         end = end_of_reply_mark(subject, begin, lexicon)) {
        begin = end;
    }
    subject.erase(0, begin);
    return subject;
}

bool has_headline(const Metadata& meta) {
    return std::ranges::any_of(
        meta.headlines, [](const Found<Headline>& headline) { return headline.value.role == HeadlineRole::main; });
}

}  // namespace

std::string mail_subject(const MailHead& mail, std::string_view text, const Lexicon& lexicon) {
    return without_reply_marks(
        decode_encoded_words(text.substr(mail.subject.begin, mail.subject.end - mail.subject.begin)), lexicon);
}

std::optional<PartialDate> emit_mail(const MailHead& mail, const StoryText& story, DateOrder order,
                                     DocumentBuilder& builder) {
    Metadata& meta = builder.document().meta;
    const MailLine& line = mail.subject;
    const std::string subject = mail_subject(mail, builder.text(), story.conventions->lexicon());
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
    for (const std::string_view mark : {std::string_view("\n-- \n"), std::string_view("\n-- \r\n"),
                                        std::string_view("\n--\n"), std::string_view("\n--\r\n")}) {
        const std::size_t at = text.substr(0, end).rfind(mark);
        if (at != std::string_view::npos && at >= begin &&
            std::ranges::count(text.substr(at + 1, end - at - 1), '\n') <=
                static_cast<std::ptrdiff_t>(most_signature_lines)) {
            return at + 1;
        }
    }
    return end;
}

}  // namespace galley::text
