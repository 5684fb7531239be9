#pragma once

#include <cstdint>

namespace galley::text {

/// What somebody named beside a story did for it.
enum class Work : std::uint8_t {
    report,  ///< reported it, in words that datelines have as well: "報導"
    copy,    ///< made what is printed: "文/摄"
    other    ///< neither wrote nor reported it: "校对"
};

/// What a phrase of the conventions means. `Phrase::value` says more where noted.
enum class PhraseKind : std::uint8_t {
    by_word,           ///< stands before authors: "by", "von", "text:"
    weak_by_word,      ///< is a by-word only where its language is the story's: "di", "de", "av"
    after_by_word,     ///< stands after an author: "記者", "기자"
    genre,             ///< stands before a by-word: "Kolumne", "Analysis"
    and_word,          ///< joins the last two names
    and_prefix,        ///< joins names as the first letter of the second: "و", "ו"
    not_and,           ///< a name that only begins like it: "وليد"
    with_word,         ///< joins the agency that helped
    affiliation_word,  ///< stands before whom an author writes for: "for", "para"
    and_others,        ///< more authors than are named
    published,         ///< label of the story's date
    updated,           ///< label of its last change
    month,             ///< value: 1 to 12; + 16 for the Islamic, + 32 for the Persian, + 48 for the Hebrew calendar
    weekday,
    era,           ///< value: what is added to its years to give Gregorian ones
    date_word,     ///< may stand between the parts of a date: "de", "of", "at", "um"
    year_word,     ///< may stand after a year: "года", "r."
    same_day,      ///< stands between a day and the same in another calendar: "الموافق"
    time_word,     ///< stands after a time of day: "Uhr", "h"
    day_word,      ///< "today", "yesterday": a relative date
    meridiem,      ///< value: 0 a.m., 12 p.m.
    zone,          ///< value: minutes east of UTC; 9999 where the abbreviation has several meanings
    job_title,     ///< a word that makes what stands around it a title: "correspondent"
    post_nominal,  ///< letters behind a name that tell a degree or an honour: "PhD", "OBE"
    desk,          ///< a desk or staff byline: "Redacción", "staff writers"
    media_word,    ///< ends the name of a paper or a service: "Times", "Wire"
    agency,        ///< value: index of the agency
    place,         ///< a town that datelines name
    region,        ///< a state or province, also abbreviated
    country,
    not_a_place,  ///< capitals before a dash that are none: "COVID-19", "WATCH"
    section,      ///< a part of a paper: "Politics"; above a headline its kicker, elsewhere navigation
    furniture,    ///< a whole line that is no text; value: FurnitureKind
    end_mark,
    sign_off,            ///< whole line at the end that names the agency; value: index of the agency
    embargo,             ///< starts an embargo line
    weak_embargo,        ///< starts one where a date, a time or nothing stands right behind it: "Embargo"
    correction,          ///< starts a correction notice
    withheld,            ///< starts a withhold or kill notice
    editor_note,         ///< starts a note to editors
    editor_notes_begin,  ///< everything after this line is for editors only
    credit,              ///< starts a role in a credit line: "reporting by"; value: index of the role
    company_form,        ///< ends the name of a company: "GmbH", "Ltd"
    source_word,         ///< stands before the agencies whose material a story uses: "source:", "mit Material von"
    agencies_word,       ///< means agencies without naming them: "agencias"
    place_word,          ///< stands before the place that an author writes from: "à", "en"
    credit_ending,       ///< ends a credit line: "contributed to this report"; value: index of the role
    caption,             ///< starts or ends a picture's caption or credit
    mail_field,          ///< label of a line above a mail; value: MailField
    surname,             ///< begins a name that is written without a space; value: how many characters may follow
    dateline_word,       ///< ends a dateline in ideographs, says how the story came: "電", "综合讯"
    work_word,           ///< ends a line of reporters, says what they did; value: Work
    according_word,      ///< stands before the agency of a dateline: "据"
    own_paper,           ///< the paper that prints the story, in its own datelines: "本报"
    name_particle,       ///< a small word inside the names of persons: "van"
    not_in_name,         ///< a word with a capital that no name of a person has: "The"
    place_particle,      ///< a small word inside the names of places: "am"
    place_ending,        ///< ends the name of a place that is written without spaces: "県"
    article,             ///< stands before names of papers and of months' days: "the"
    ordinal              ///< ends the number of a day: "th"
};

/// One phrase: its folded text lies at `offset` in the table's text. 12 bytes without a pointer, so that a table
/// compiled into the program needs no relocation and costs nothing until it is looked into.
struct Phrase {
    std::uint32_t offset = 0;
    std::int16_t value = 0;
    std::uint8_t size = 0;
    PhraseKind kind = PhraseKind::furniture;
    std::uint8_t language = 0;  ///< index into the table of languages; 0: every language
    bool open = false;          ///< more may follow on the line ("photo by …")

    friend bool operator==(const Phrase&, const Phrase&) = default;
};

/// What a `work_word` says that was done.
[[nodiscard]] inline bool is(const Phrase& word, Work work) {
    return word.kind == PhraseKind::work_word && word.value == static_cast<std::int16_t>(work);
}

}  // namespace galley::text
