#include "converters/pdf/shape/icu_dates_edge.h"

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/unum.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

namespace galley::pdf {

namespace {

using DateFormat = std::unique_ptr<UDateFormat, decltype([](UDateFormat* format) { udat_close(format); })>;
using PatternGenerator =
    std::unique_ptr<UDateTimePatternGenerator, decltype([](UDateTimePatternGenerator* g) { udatpg_close(g); })>;
using NumberFormat = std::unique_ptr<UNumberFormat, decltype([](UNumberFormat* format) { unum_close(format); })>;
using Calendar = std::unique_ptr<UCalendar, decltype([](UCalendar* calendar) { ucal_close(calendar); })>;
using Bundle = std::unique_ptr<UResourceBundle, decltype([](UResourceBundle* bundle) { ures_close(bundle); })>;

constexpr std::size_t longest_tag = 32;
constexpr std::size_t kept_formats = 64;

/// ICU's name of the language; empty where it knows none, and would take the machine's own instead.
std::string locale_of(std::string_view language) {
    std::string locale{language.substr(0, longest_tag)};
    std::ranges::replace(locale, '-', '_');
    if (locale.empty() || locale.starts_with("und")) {
        return {};
    }
    UErrorCode status = U_ZERO_ERROR;
    const Bundle bundle{ures_open(nullptr, locale.c_str(), &status)};
    return U_FAILURE(status) || status == U_USING_DEFAULT_WARNING ? std::string{} : locale;
}

/// CLDR's skeleton of the parts that are there.
std::u16string skeleton_of(const PartialDate& date) {
    std::u16string skeleton;
    skeleton += date.year ? u"y" : u"";
    skeleton += date.month ? u"MMMM" : u"";
    skeleton += date.day && date.month ? u"d" : u"";
    return skeleton;
}

DateFormat open_format(const std::string& locale, const std::u16string& skeleton, Digits digits) {
    const std::string gregorian =
        locale + (digits == Digits::latin ? "@calendar=gregorian;numbers=latn" : "@calendar=gregorian");
    UErrorCode status = U_ZERO_ERROR;
    const PatternGenerator generator{udatpg_open(gregorian.c_str(), &status)};
    std::array<UChar, 64> pattern{};
    const std::int32_t length =
        U_SUCCESS(status)
            ? udatpg_getBestPattern(generator.get(), skeleton.data(), static_cast<std::int32_t>(skeleton.size()),
                                    pattern.data(), static_cast<std::int32_t>(pattern.size()), &status)
            : 0;
    if (U_FAILURE(status)) {
        return {};
    }
    return DateFormat{
        udat_open(UDAT_PATTERN, UDAT_PATTERN, gregorian.c_str(), u"UTC", 3, pattern.data(), length, &status)};
}

/// One thread's formats are kept: to open one takes longer than to set a story.
UDateFormat* format_of(const std::string& locale, const std::u16string& skeleton, Digits digits) {
    thread_local std::map<std::string, DateFormat> formats;
    std::string key = locale + (digits == Digits::latin ? "|latin|" : "|");
    key.append(skeleton.begin(), skeleton.end());
    auto found = formats.find(key);
    if (found == formats.end()) {
        if (formats.size() >= kept_formats) {
            formats.clear();
        }
        found = formats.emplace(std::move(key), open_format(locale, skeleton, digits)).first;
    }
    return found->second.get();
}

std::string to_utf8(const UChar* text, std::int32_t size) {
    std::string utf8(static_cast<std::size_t>(size) * 3, '\0');
    std::int32_t bytes = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(utf8.data(), static_cast<std::int32_t>(utf8.size()), &bytes, text, size, &status);
    utf8.resize(U_SUCCESS(status) ? static_cast<std::size_t>(bytes) : 0);
    return utf8;
}

}  // namespace

std::string format_date(const PartialDate& date, std::string_view language, Digits digits) {
    const std::u16string skeleton = skeleton_of(date);
    const std::string locale = locale_of(language);
    if (skeleton.empty() || locale.empty() || date.year.value_or(1) < 1) {
        return {};
    }
    UDateFormat* const format = format_of(locale, skeleton, digits);
    UErrorCode status = U_ZERO_ERROR;
    const Calendar calendar{ucal_open(u"UTC", 3, "en@calendar=gregorian", UCAL_GREGORIAN, &status)};
    if (format == nullptr || U_FAILURE(status)) {
        return {};
    }
    // A leap year where none is there: 29 February may be meant.
    ucal_setDateTime(calendar.get(), date.year.value_or(2000), date.month.value_or(1) - 1, date.day.value_or(1), 12, 0,
                     0, &status);
    std::array<UChar, 128> text{};
    const std::int32_t size = udat_format(format, ucal_getMillis(calendar.get(), &status), text.data(),
                                          static_cast<std::int32_t>(text.size()), nullptr, &status);
    return U_FAILURE(status) || size > static_cast<std::int32_t>(text.size()) ? std::string{}
                                                                              : to_utf8(text.data(), size);
}

char32_t decimal_separator(std::string_view language) {
    const std::string locale = locale_of(language);
    if (locale.empty()) {
        return U'.';
    }
    UErrorCode status = U_ZERO_ERROR;
    const NumberFormat numbers{
        unum_open(UNUM_DECIMAL, nullptr, 0, (locale + "@numbers=latn").c_str(), nullptr, &status)};
    std::array<UChar, 8> symbol{};
    const std::int32_t length = U_FAILURE(status)
                                    ? 0
                                    : unum_getSymbol(numbers.get(), UNUM_DECIMAL_SEPARATOR_SYMBOL, symbol.data(),
                                                     static_cast<std::int32_t>(symbol.size()), &status);
    return U_FAILURE(status) || length != 1 ? U'.' : char32_t{symbol.front()};
}

}  // namespace galley::pdf
