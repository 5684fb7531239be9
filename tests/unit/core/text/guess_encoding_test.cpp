#include "galley/decode.h"
#include "galley/utf8.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace galley;

namespace {

Result<DecodedText> decode_as(std::string_view encoding, std::string_view bytes, Diagnostics& diagnostics) {
    return decode("story.txt", bytes, {.encoding = std::string(encoding)}, diagnostics);
}

// What the decoder reads from one or two bytes, turned round.
std::map<std::string, std::string, std::less<>> inverse_of(std::string_view encoding, bool two_bytes) {
    std::map<std::string, std::string, std::less<>> result;
    Diagnostics diagnostics;
    const auto learn = [&](std::string bytes) {
        const auto decoded = decode_as(encoding, bytes, diagnostics);
        if (decoded && utf8::count_characters(decoded->text) == 1) {
            result.emplace(decoded->text, bytes);
        }
    };
    for (int first = 1; first < 256; ++first) {
        learn(std::string(1, static_cast<char>(first)));
        if (!two_bytes || first < 0x81) {
            continue;
        }
        for (int second = 0x40; second < 256; ++second) {
            learn({static_cast<char>(first), static_cast<char>(second)});
        }
    }
    return result;
}

std::string encode(std::string_view text, std::string_view encoding, bool two_bytes) {
    const auto inverse = inverse_of(encoding, two_bytes);
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = utf8::at(text, at).size;
        const auto found = inverse.find(text.substr(at, size));
        INFO(encoding << " " << text.substr(at, size));
        REQUIRE(found != inverse.end());
        bytes += found->second;
        at += size;
    }
    return bytes;
}

struct Story {
    std::string_view encoding;
    std::string_view text;
    bool two_bytes = false;
};

constexpr std::string_view russian =
    "МОСКВА, 2 января - Мост через реку не откроют до весны, сообщил в пятницу министр.\nЛёд повредил две опоры.\n";
constexpr std::string_view polish =
    "Most nad rzeką nie zostanie otwarty przed wiosną, powiedział minister. Lód uszkodził część filarów.\n";
constexpr std::string_view greek =
    "Η γέφυρα πάνω από τον ποταμό δεν θα ανοίξει πριν από την άνοιξη, δήλωσε ο υπουργός.\n";
constexpr std::string_view hebrew = "השר אמר ביום שני כי הגשר מעל הנהר לא ייפתח לפני האביב משום שהקרח פגע בעמודיו.\n";
constexpr std::string_view arabic =
    "قال الوزير يوم الاثنين إن الجسر فوق النهر لن يفتح قبل الربيع لأن الجليد ألحق أضرارا بأعمدته.\n";
constexpr std::string_view turkish =
    "Bakan, nehrin üzerindeki köprünün ilkbahardan önce açılmayacağını, buzun ayaklara zarar verdiğini söyledi.\n";
constexpr std::string_view japanese = "大臣は月曜日、川に架かる橋は氷で橋脚が傷んだため、春まで再開しないと述べた。\n";
constexpr std::string_view korean =
    "장관은 월요일 강 위의 다리가 얼음으로 기둥이 손상되어 봄 이전에는 다시 열리지 않을 것이라고 말했다.\n";
constexpr std::string_view french =
    "Le pont ne sera pas rouvert avant l'été, a déclaré à Genève le ministre, très étonné.\n";

constexpr Story stories[] = {
    {"ISO-8859-1", french},
    {"windows-1252", "“We’ll see,” the minister said – “the café in Zürich costs €5.”\n"},
    {"windows-1252",
     "BERLIN – Die Brücke über den Fluss bleibt laut „Anzeiger“ bis zum Frühjahr für Fußgänger gesperrt.\n"},
    {"windows-1250", polish},
    {"ISO-8859-2", polish},
    {"windows-1251", russian},
    {"KOI8-R", russian},
    {"ISO-8859-5", russian},
    {"windows-1253", greek},
    {"ISO-8859-7", greek},
    {"windows-1255", hebrew},
    {"windows-1256", arabic},
    {"ISO-8859-6", arabic},
    {"windows-1254", turkish},
    {"IBM850", french},
    {"macintosh", french},
    {"IBM852", polish},
    {"IBM866", russian},
    {"x-mac-cyrillic", russian},
    {"Shift_JIS", japanese, true},
    {"EUC-JP", japanese, true},
    {"GB18030", "部长星期一说，河上的大桥在春天之前不会重新开放，因为冰块损坏了桥墩。\n", true},
    {"Big5", "部長星期一說，河上的大橋在春天之前不會重新開放，因為冰塊損壞了橋墩。\n", true},
    {"EUC-KR", korean, true},
};

// Names under which the same bytes mean the same.
bool same_reading(std::string_view guess, std::string_view encoding, std::string_view bytes, std::string_view text) {
    Diagnostics diagnostics;
    const auto decoded = decode_as(guess, bytes, diagnostics);
    return guess == encoding || (decoded && decoded->text == text);
}

}  // namespace

TEST_CASE("a line or two are enough to find a legacy encoding, and the guess is said to be one") {
    for (const Story& story : stories) {
        INFO(story.encoding);
        const std::string bytes = encode(story.text, story.encoding, story.two_bytes);
        Diagnostics diagnostics;
        const auto decoded = decode("story.txt", bytes, {}, diagnostics);
        REQUIRE(decoded);
        CHECK(decoded->text == story.text);
        CHECK(same_reading(decoded->encoding.value, story.encoding, bytes, story.text));
        CHECK(decoded->encoding.method == Method::inferred);
        CHECK(decoded->encoding.confidence >= 50);
        CHECK(decoded->encoding.confidence < 100);
        REQUIRE(diagnostics.size() == 1);
        CHECK(diagnostics.front().code == "decode.guessed-encoding");
        CHECK_FALSE(diagnostics.front().hints.empty());
    }
}

TEST_CASE("each character of a guessed encoding leads back to its bytes") {
    for (const Story& story : stories) {
        INFO(story.encoding);
        const auto inverse = inverse_of(story.encoding, story.two_bytes);
        const std::string bytes = encode(story.text, story.encoding, story.two_bytes);
        Diagnostics diagnostics;
        const auto decoded = decode("story.txt", bytes, {}, diagnostics);
        REQUIRE(decoded);
        for (std::size_t at = 0; at < decoded->text.size();) {
            const std::size_t size = utf8::at(decoded->text, at).size;
            const Span span = decoded->map.to_source(at, at + size);
            CHECK(bytes.substr(span.begin, span.size()) == inverse.find(decoded->text.substr(at, size))->second);
            at += size;
        }
    }
}

TEST_CASE("bytes 80 to 9F make it windows-1252, their absence ISO 8859-1") {
    Diagnostics diagnostics;
    const std::string plain = encode(french, "ISO-8859-1", false);
    CHECK(decode("x", plain, {}, diagnostics)->encoding.value == "ISO-8859-1");
    CHECK(decode("x", plain + "\x93oui\x94", {}, diagnostics)->encoding.value == "windows-1252");
    CHECK(decode("x", encode(turkish, "ISO-8859-9", false), {}, diagnostics)->encoding.value == "ISO-8859-9");
}

TEST_CASE("one letter is read as the most common encoding has it, without certainty") {
    Diagnostics diagnostics;
    const auto decoded = decode("x", "The M\xFCller trial goes on.\n", {}, diagnostics);
    REQUIRE(decoded);
    CHECK(decoded->text == "The M\u00fcller trial goes on.\n");
    CHECK(decoded->encoding.confidence < 90);
}

TEST_CASE("a stated language tips the balance") {
    Diagnostics diagnostics;
    const std::string bytes = encode("Жёлтый", "KOI8-R", false);
    CHECK(decode("x", bytes, {.language = "ru"}, diagnostics)->text == "Жёлтый");
    CHECK(decode("x", "S\xE3o", {.language = "pt-BR"}, diagnostics)->text == "S\u00e3o");
}

TEST_CASE("the sample finds what stands far behind, in short lines or in one") {
    const std::string bytes = encode(russian, "windows-1251", false);
    for (const char filler : {'\n', ' '}) {
        std::string far;
        while (far.size() < 1 << 20) {
            far += std::string("Nothing but ASCII here") + filler;
        }
        Diagnostics diagnostics;
        const std::string all = far + bytes;
        const auto decoded = decode("x", all, {}, diagnostics);
        REQUIRE(decoded);
        CHECK(decoded->text.ends_with(russian));
    }
    std::string one_line;
    const std::string words = encode("部长星期一说，河上的大桥在春天之前不会重新开放。", "GB18030", true);
    while (one_line.size() < 1 << 20) {
        one_line += words;
    }
    Diagnostics diagnostics;
    CHECK(decode("x", one_line, {}, diagnostics)->encoding.value == "GB18030");
}

TEST_CASE("bytes that are likely in no encoding are refused") {
    // A linear congruential generator's bytes, the high ones alone, and all but NUL.
    const auto noise = [](unsigned low) {
        std::string bytes;
        for (unsigned seed = 1; bytes.size() < 2000;) {
            seed = seed * 1664525 + 1013904223;
            if (seed >> 24U >= low) {
                bytes.push_back(static_cast<char>(seed >> 24U));
            }
        }
        return bytes;
    };
    Diagnostics diagnostics;
    const auto undecided = decode("x", noise(0x80), {}, diagnostics);
    REQUIRE_FALSE(undecided);
    CHECK(undecided.error().code == "decode.undecided");
    CHECK_FALSE(undecided.error().hints.empty());
    const auto binary = decode("x", noise(1), {}, diagnostics);
    REQUIRE_FALSE(binary);
    CHECK(binary.error().code == "decode.binary");
    CHECK(diagnostics.empty());
}

TEST_CASE("UTF-8 with a few broken bytes is never taken for something else") {
    for (const std::string_view text : {russian, polish, greek, japanese, korean, french}) {
        for (const std::string_view broken : {"\xE9", "\xC3", "\xE2\x82", "\x93"}) {
            Diagnostics diagnostics;
            const std::string bytes = std::string(text) + std::string(broken) + " end\n" + std::string(text);
            const auto decoded = decode("x", bytes, {}, diagnostics);
            REQUIRE_FALSE(decoded);
            CHECK(decoded.error().code == "decode.invalid-bytes");
            CHECK(decoded.error().where.span->begin == text.size());
        }
    }
}

TEST_CASE("two good characters for each broken one are damaged UTF-8, not a legacy encoding") {
    Diagnostics diagnostics;
    const auto decoded = decode("story.txt",
                                "Gr\xC3\xBC\xC3\x9F"
                                "e aus M\xFCnchen\n",
                                {}, diagnostics);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == "decode.invalid-bytes");
}
