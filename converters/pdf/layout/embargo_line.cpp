#include "converters/pdf/layout/embargo_line.h"

#include "converters/pdf/shape/icu_dates_edge.h"
#include "galley/iso_date.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace galley::pdf {

namespace {

struct EmbargoWord {
    std::string_view language;
    std::string_view word;
};
// Where it is not the word that most languages share.
constexpr std::array<EmbargoWord, 14> words = {{{"ar", "حظر النشر"},
                                                {"bg", "Ембарго"},
                                                {"de", "Sperrfrist"},
                                                {"el", "Εμπάργκο"},
                                                {"fa", "ممنوعیت انتشار"},
                                                {"he", "אמברגו"},
                                                {"hi", "प्रकाशन प्रतिबंध"},
                                                {"ja", "解禁"},
                                                {"ko", "엠바고"},
                                                {"ru", "Эмбарго"},
                                                {"sr", "Ембарго"},
                                                {"th", "ห้ามเผยแพร่ก่อน"},
                                                {"uk", "Ембарго"},
                                                {"zh", "禁发至"}}};

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string clock_time(const PartialDate& date) {
    if (!date.time) {
        return {};
    }
    std::string text = two_digits(date.time->hour) + ":" + two_digits(date.time->minute);
    if (date.offset) {
        const int minutes = std::abs(static_cast<int>(*date.offset));
        text += *date.offset == 0 ? " UTC"
                                  : (*date.offset < 0 ? " UTC−" : " UTC+") + two_digits(minutes / 60) + ":" +
                                        two_digits(minutes % 60);
    }
    return text;
}

}  // namespace

std::string embargo_line(const Document& story, std::string_view language) {
    if (!story.meta.embargo) {
        return {};
    }
    const std::string_view primary = language.substr(0, language.find('-'));
    const auto* const own = std::ranges::find(words, primary, &EmbargoWord::language);
    std::string line{own == words.end() ? std::string_view{"Embargo"} : own->word};
    const PartialDate& until = story.meta.embargo->value.until;
    PartialDate day = until;
    day.time.reset();
    day.offset.reset();
    const std::string printed = format_date(day, language);
    const std::string date = printed.empty() ? iso_date(day) : printed;
    const std::string time = clock_time(until);
    if (!date.empty() || !time.empty()) {
        line += ": " + date + (date.empty() || time.empty() ? "" : ", ") + time;
    }
    return line;
}

}  // namespace galley::pdf
