#include "converters/pdf/font/fallback_families.h"

namespace galley::pdf {

namespace {

constexpr FallbackFamily families[] = {
    {"Adlm", "NotoSansAdlam", "NotoSansAdlam", ""},
    {"Arab", "NotoNaskhArabic", "NotoSansArabic", "NotoNastaliqUrdu"},
    {"Armn", "NotoSerifArmenian", "NotoSansArmenian", ""},
    {"Bali", "NotoSerifBalinese", "NotoSansBalinese", ""},
    {"Beng", "NotoSerifBengali", "NotoSansBengali", ""},
    {"Cans", "NotoSansCanadianAboriginal", "NotoSansCanadianAboriginal", ""},
    {"Cham", "NotoSansCham", "NotoSansCham", ""},
    {"Cher", "NotoSansCherokee", "NotoSansCherokee", ""},
    {"Copt", "NotoSansCoptic", "NotoSansCoptic", ""},
    {"Deva", "NotoSerifDevanagari", "NotoSansDevanagari", ""},
    {"Ethi", "NotoSerifEthiopic", "NotoSansEthiopic", ""},
    {"Geor", "NotoSerifGeorgian", "NotoSansGeorgian", ""},
    {"Goth", "NotoSansGothic", "NotoSansGothic", ""},
    {"Gujr", "NotoSerifGujarati", "NotoSansGujarati", ""},
    {"Guru", "NotoSerifGurmukhi", "NotoSansGurmukhi", ""},
    {"Hebr", "NotoSerifHebrew", "NotoSansHebrew", ""},
    {"Java", "NotoSansJavanese", "NotoSansJavanese", ""},
    {"Khmr", "NotoSerifKhmer", "NotoSansKhmer", ""},
    {"Knda", "NotoSerifKannada", "NotoSansKannada", ""},
    {"Laoo", "NotoSerifLao", "NotoSansLao", ""},
    {"Lisu", "NotoSansLisu", "NotoSansLisu", ""},
    {"Mlym", "NotoSerifMalayalam", "NotoSansMalayalam", ""},
    {"Mong", "NotoSansMongolian", "NotoSansMongolian", ""},
    {"Mtei", "NotoSansMeeteiMayek", "NotoSansMeeteiMayek", ""},
    {"Mymr", "NotoSerifMyanmar", "NotoSansMyanmar", ""},
    {"Nkoo", "NotoSansNKo", "NotoSansNKo", ""},
    {"Olck", "NotoSansOlChiki", "NotoSansOlChiki", ""},
    {"Orya", "NotoSansOriya", "NotoSansOriya", ""},
    {"Rohg", "NotoSansHanifiRohingya", "NotoSansHanifiRohingya", ""},
    {"Sinh", "NotoSerifSinhala", "NotoSansSinhala", ""},
    {"Sund", "NotoSansSundanese", "NotoSansSundanese", ""},
    {"Syrc", "NotoSansSyriac", "NotoSansSyriac", ""},
    {"Taml", "NotoSerifTamil", "NotoSansTamil", ""},
    {"Telu", "NotoSerifTelugu", "NotoSansTelugu", ""},
    {"Tfng", "NotoSansTifinagh", "NotoSansTifinagh", ""},
    {"Thaa", "NotoSansThaana", "NotoSansThaana", ""},
    {"Thai", "NotoSerifThai", "NotoSansThai", ""},
    {"Tibt", "NotoSerifTibetan", "NotoSerifTibetan", ""},
    {"Vaii", "NotoSansVai", "NotoSansVai", ""},
    {"Yiii", "NotoSansYi", "NotoSansYi", ""},
};

constexpr std::string_view symbols[] = {"NotoSans",  "NotoSansSymbols", "NotoSansSymbols2", "NotoSansMath",
                                        "NotoEmoji", "NotoSansMono",    "NotoMusic",        "Symbola"};

}  // namespace

std::span<const FallbackFamily> fallback_families() { return families; }
std::span<const std::string_view> symbol_families() { return symbols; }

}  // namespace galley::pdf
