#include "core/text/encoding_candidates.h"

#include "core/edge/icu/charset.h"

namespace galley {

namespace {

struct Row {
    std::string_view encoding;
    Cost prior;
    std::string_view languages;  ///< each between spaces
};

// Where two encodings read the same bytes alike, the earlier one is named. ISO 8859-1 and 8859-9 are windows-1252 and
// -1254 without the bytes 80 to 9F.
constexpr Row rows[] = {
    {"windows-1252", 0, " en fr de es pt it nl da nb sv fi is ca sq et "},
    {"windows-1251", 6, " ru uk bg be sr mk "},
    {"KOI8-R", 8, " ru bg "},
    {"ISO-8859-5", 10, " ru uk bg be sr mk "},
    {"windows-1250", 8, " pl cs sk hu ro hr sl sq "},
    {"ISO-8859-2", 8, " pl cs sk hu ro hr sl sq "},
    {"windows-1254", 10, " tr "},
    {"windows-1253", 8, " el "},
    {"ISO-8859-7", 8, " el "},
    {"windows-1255", 8, " he "},
    {"ISO-8859-8", 8, " he "},
    {"windows-1256", 8, " ar fa ur "},
    {"ISO-8859-6", 8, " ar "},
    {"KOI8-U", 10, " uk "},
    {"windows-1257", 14, " lt lv et "},
    {"ISO-8859-15", 12, " fr de es pt it nl da nb sv fi ca et "},
    {"macintosh", 20, " fr de es pt it nl da nb sv fi is "},
    {"IBM850", 20, " fr de es pt it nl da nb sv fi "},
    {"IBM852", 20, " pl cs sk hu hr sl "},
    {"IBM866", 20, " ru "},
    {"x-mac-cyrillic", 20, " ru uk bg sr mk "},
};

constexpr MultiByteCandidate multi_byte[] = {
    {"UTF-8", "", 0},          {"Shift_JIS", "ja", 6}, {"EUC-JP", "ja", 6},
    {"GB18030", "zh-Hans", 6}, {"Big5", "zh-Hant", 6}, {"EUC-KR", "ko", 6},
};

bool has_language(const Row& row, std::string_view language) {
    const std::size_t at = row.languages.find(language);
    return at != std::string_view::npos && row.languages[at - 1] == ' ' && row.languages[at + language.size()] == ' ';
}

}  // namespace

const std::vector<ByteCandidate>& byte_candidates() {
    static const std::vector<ByteCandidate> candidates = [] {
        std::vector<ByteCandidate> result;
        for (const Row& row : rows) {
            auto charset = icu::Charset::open(row.encoding);
            if (!charset) {
                continue;
            }
            ByteCandidate& candidate = result.emplace_back();
            candidate.encoding = row.encoding;
            candidate.prior = row.prior;
            candidate.table = charset->byte_table();
            const ByteSymbols symbols(candidate.table);
            for (const LetterPairs& pairs : letter_pairs()) {
                if (has_language(row, pairs.language)) {
                    candidate.languages.emplace_back(pairs, symbols);
                }
            }
        }
        return result;
    }();
    return candidates;
}

std::span<const MultiByteCandidate> multi_byte_candidates() { return multi_byte; }

}  // namespace galley
