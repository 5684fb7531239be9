#include "core/text/function_words.h"

#include "core/text/ascii_word.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>

namespace galley {

namespace {

struct Language {
    std::string_view tag;
    std::string_view words;
};

// Words of at most 24 bytes. Languages that share many words with a larger one stand here to compete with it.
constexpr Language languages[] = {
    {"en",
     "the of and to in a for on that is was with as by at from it be said has have had he his she her will not "
     "are were their they which who this would been after its an or but than more about when out up"},
    {"de",
     "der die das und in den von zu mit dem im ist des für auf ein eine nicht sich auch nach es sie er an aus "
     "bei wird sind einer einen als am hat werden dass wie zum zur vor noch über um haben war nur aber oder "
     "bis durch"},
    {"fr",
     "le la les des et de du un une en à au aux est pour dans que qui sur par il elle ne pas plus ce cette "
     "avec sont ont été son sa ses se mais ou nous a d l qu leur selon comme"},
    {"es",
     "el la los las de del y en que a un una por con para se no es su al lo más como fue sus pero ha este esta "
     "entre sobre o desde hasta también según son sin ser está"},
    {"pt",
     "o a os as de do da dos das e em no na nos nas que um uma por com para se não é ao à mais como foi seu "
     "sua mas são pelo pela entre sobre também segundo já ser está até"},
    {"it",
     "il la lo i gli le di del della dei delle dell e in nel nella che un una per con si non è al alla da dal "
     "dalla sono più ha come anche ma su l d o se questo questa dopo stato suo"},
    {"nl",
     "de het een en van in op te dat is voor met zijn aan er niet ook als bij om uit naar door over die maar "
     "hij ze wordt was worden heeft nog dan tot deze hebben zich werd meer"},
    {"da",
     "og i at det en den til er på som af med for de ikke der et har fra han var om ved men kan vil også efter "
     "blev bliver skal sig nu eller havde være år"},
    {"nb",
     "og i at det en den til er på som av med for de ikke et har fra han var om ved men kan vil også etter ble "
     "blir skal seg nå eller hadde være år hun sier"},
    {"sv",
     "och i att det en den till är på som av med för de inte ett har från han var om vid men kan också efter "
     "blev blir ska sig nu eller hade vara år hon säger"},
    {"ca",
     "el la els les de del dels i en que a un una per amb es no és al ha als seu seva més com va són però "
     "aquest aquesta entre sobre també segons fins"},
    {"gl",
     "o a os as de do da dos das e en no na nos nas que un unha por con para se non é ao á máis como foi seu "
     "súa mais son polo pola entre sobre tamén segundo xa"},
    {"ro",
     "și şi de la în a cu pe o un din care că nu se al ale lui mai este sunt pentru au fost dar sau după prin "
     "ce va iar până între"},
    {"af",
     "die en van in is het nie dat vir te met op om ook was by aan as hy sy word deur wat uit na maar hulle "
     "kan sal nog oor tot hierdie"},
    {"lb",
     "de den d an vun a mat op ass fir déi dat net och sinn eng e sech bei ginn hat no zu gouf huet war wéi "
     "nach awer"},
    {"pl",
     "i w na z się do nie to że jest od za o po jak przez dla ale są czy już był także oraz który która które "
     "tego przy co było może ze tym jego"},
    {"cs",
     "a v na se je že s z do o to i k ve za by jsou ale jako po při od podle pro není také které který která "
     "bylo byl už ze aby jeho nebo mezi"},
    {"sk",
     "a v na sa je že s z do o to i k vo za by sú ale ako po pri od podľa pre nie aj ktoré ktorý ktorá bolo bol "
     "už zo aby jeho alebo medzi"},
    {"hu",
     "a az és hogy nem is egy ez meg csak volt van de már még el ki be fel mint vagy szerint után azt ezt pedig "
     "lehet lesz amely aki ha"},
    {"fi",
     "ja on ei että se oli hän myös ovat kun mutta joka tai kuin jo vain ole sen mukaan nyt ollut voi jos niin "
     "olisi hänen vielä sitä"},
    {"et",
     "ja on ei et see oli ka kui aga mis kes või oma ta tema nii veel siis olid pole mille kuid ning selle ole "
     "üle juba pärast"},
    {"lv",
     "un ir ka ar no uz par kas bet vai arī tika kā pie lai jau nav būs viņš pēc gan tā šo to ko līdz bija"},
    {"lt",
     "ir kad yra į iš su bet kaip tai buvo už dėl apie jis po jau ne nuo tik ar dar pat nėra bus kuris prie "
     "savo"},
    {"sl",
     "in je v na se da za so s z pa ki ne tudi po ni bi kot bo ali bil bila od pri iz pred še že le do bilo kar"},
    {"hr",
     "i je u na se da za su s od o koji a ne što kako će iz do po to ali bi nije kao biti koja koje samo prema "
     "godine"},
    {"tr",
     "ve bir bu da de için ile olarak daha çok en gibi olan ne kadar sonra var değil ise oldu her ancak veya o "
     "ki diye dedi göre"},
    {"az",
     "və bir bu da də üçün ilə olan daha çox ən kimi sonra var deyil isə olub hər görə ki o edib"},
    {"id",
     "yang dan di dengan untuk dari ini itu pada dalam tidak akan ke juga oleh ada sebagai telah karena saat "
     "mereka kata atau bisa tersebut"},
    {"ms",
     "yang dan di dengan untuk dari ini itu pada dalam tidak akan ke juga oleh ada sebagai telah kerana beliau "
     "boleh berkata mereka atau apabila tersebut"},
    {"vi",
     "và của là có được trong cho với các không những này đã một người khi từ tại về đến cũng để ra vào theo "
     "năm"},
    {"sw",
     "na ya wa kwa ni za katika la cha kuwa hiyo huo baada watu pia kama alisema bila hadi huku ambao yake wake "
     "vya"},
    {"sq",
     "të e në i dhe për me që një nga se ka do si nuk është janë më kjo ky u por duke ishte ai pas edhe"},
    {"eu",
     "eta da du ez ere bat izan dira egin baina dute zuen hori zen beste duen baino dela"},
    {"is",
     "og að í á sem er til um við með en það af fyrir ekki var hann þá verið eru hafa hún frá segir eftir"},
    {"cy",
     "yn y i a o ar yr mae wedi ei bod gan am oedd fod ond fel ac hefyd bydd"},
    {"ru",
     "и в не на что с по это как он а из за то его к для от о но у так бы был было все после или при они она "
     "также уже ее до"},
    {"uk",
     "і в у на що не з та за до як це від про по його для є був було але вони він ще після або при також вже її "
     "й"},
    {"bg",
     "и на да в се за от не с е че по са си като ще му до но има го я беше също след или при те"},
    {"mk",
     "и на да во се за од не со е дека по како ќе му до но има го таа беше исто или при тие"},
    {"sr",
     "и у је да се на за су од са који не то као што али би или о по није ће из до која које"},
    {"be",
     "і ў у на што не з да за як гэта ад пра па яго для ён быў было але яны яшчэ пасля або таксама"},
    {"el",
     "και το να του η της την με για στο από που ο στην οι τα δεν ότι θα είναι στη των τον τους μια αλλά σε"},
    {"he",
     "של על את לא הוא כי עם גם זה אל היא או כל אבל בין יותר רק אני לאחר אחרי הם"},
    {"ar",
     "في من على أن إلى عن التي الذي مع هذا هذه ما لا بعد بين كما قال كان وقد أو ذلك خلال حيث إن لم كل قد"},
    {"fa",
     "و در به از که این را با است برای آن یک می تا بر هم خود شده کرد های اما نیز ها شد اند او"},
    {"ur",
     "کے کی میں ہے کا سے اور کو نے پر کہ یہ اس بھی ہیں تھا گیا کر ایک نہیں جو تو ان"},
    {"hi",
     "के में की है को से का और पर ने कि यह इस भी हैं था गया कर एक नहीं जो तो लिए ही हो"},
    {"mr",
     "आणि आहे या ते व हे की तर मध्ये होते असे त्या आले केले यांनी ही होता"},
    {"ne",
     "को मा र ले छ छन् भने पनि गरेको गर्न यो हुने भएको लागि एक हो"},
    {"bn",
     "এই এবং ও করে থেকে হয় না করা জন্য তার সঙ্গে একটি করেন বলে এ তিনি আর যে তা হবে"},
};

constexpr std::size_t longest_word = 24;
constexpr std::size_t slots = FunctionWords::slots;

// A word of at most eight bytes is a number; a longer one is folded into as many.
struct Entry {
    std::uint64_t word = 0;
    std::uint64_t languages = 0;  ///< bit i: languages[i]; how many those are above them
};
constexpr unsigned most_languages = 56;
static_assert(std::size(languages) <= most_languages);
constexpr std::uint64_t one_more_language = std::uint64_t{1} << most_languages;

constexpr std::uint64_t with_letter(std::uint64_t word, unsigned char letter) { return std::rotl(word, 8) ^ letter; }

constexpr std::size_t slot_of(std::uint64_t word) {
    return (word * 0x9E3779B97F4A7C15U) >> 52U;
}
static_assert(slots == std::size_t{1} << (64 - 52));

constexpr void insert(std::array<Entry, slots>& table, std::uint64_t word, std::uint64_t language) {
    std::size_t slot = slot_of(word);
    while (table[slot].word != 0 && table[slot].word != word) {
        slot = (slot + 1) % slots;
    }
    table[slot].word = word;
    if ((table[slot].languages & language) == 0) {
        table[slot].languages = (table[slot].languages | language) + one_more_language;
    }
}

constexpr std::array<Entry, slots> table = [] {
    std::array<Entry, slots> result{};
    for (std::size_t i = 0; i < std::size(languages); ++i) {
        std::uint64_t word = 0;
        for (const char byte : languages[i].words) {
            if (byte != ' ') {
                word = with_letter(word, static_cast<unsigned char>(byte));
            } else {
                insert(result, std::exchange(word, 0), std::uint64_t{1} << i);
            }
        }
        insert(result, word, std::uint64_t{1} << i);
    }
    return result;
}();

// The slot of `word`; that of an empty entry when no language has it.
std::size_t find_slot(std::uint64_t word) {
    std::size_t slot = slot_of(word);
    while (table[slot].word != 0 && table[slot].word != word) {
        slot = (slot + 1) % slots;
    }
    return slot;
}

// Bytes of words in lower case; 0 for what ends a word. Everything beyond ASCII is taken for letters, but marks.
constexpr std::array<unsigned char, 256> letters = [] {
    std::array<unsigned char, 256> result{};
    for (unsigned byte = 'a'; byte <= 'z'; ++byte) {
        result[byte] = static_cast<unsigned char>(byte);
        result[byte - 'a' + 'A'] = static_cast<unsigned char>(byte);
    }
    for (unsigned byte = 0x80; byte < 0x100; ++byte) {
        result[byte] = static_cast<unsigned char>(byte);
    }
    return result;
}();

// How many bytes the mark has that begins at `at`: quotes, dashes and the like stand beside words without a space. 0: a letter.
std::size_t mark_size(std::string_view text, std::size_t at) {
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
    switch (static_cast<unsigned char>(text[at])) {
        case 0xC2: return 2;                                                        // U+0080 to U+00BF
        case 0xD8: return next == 0x8C || next == 0x9B || next == 0x9F ? 2 : 0;     // Arabic comma and the like
        case 0xE2: return next == 0x80 ? 3 : 0;                                     // U+2000 to U+203F
        case 0xE0: return next == 0xA5 && text.substr(at).starts_with("\u0964") ? 3 : 0;
        default: return 0;
    }
}

// How many letters the word at `at` has when all of them are ASCII, seen eight at a time; 0 when they are not, or it stands at the end.
std::size_t ascii_word_size(std::string_view text, std::size_t at) {
    constexpr std::size_t step = sizeof(std::uint64_t);
    for (std::size_t size = 0; text.size() - at - size >= step; size += step) {
        const std::uint64_t others = ~ascii_word::letters_of(ascii_word::bytes_at(text, at + size)) & ascii_word::high_bits;
        if (others != 0) {
            size += static_cast<std::size_t>(std::countr_zero(others)) / 8;
            return static_cast<unsigned char>(text[at + size]) >= 0x80 ? 0 : size;
        }
    }
    return 0;
}

// No function word of ASCII letters is longer: what is needs no look into the table.
constexpr std::size_t longest_ascii_word = sizeof(std::uint64_t);
static_assert(std::ranges::all_of(languages, [](const Language& language) {
    std::size_t size = 0;
    return std::ranges::all_of(language.words, [&](char byte) {
        size = byte >= 'a' && byte <= 'z' ? size + 1 : 0;
        return size <= longest_ascii_word;
    });
}));

// The word of `size` letters at `at`. REQUIRES: `ascii_word_size` gave it, and it is no longer than `longest_ascii_word`.
std::uint64_t ascii_word_of(std::string_view text, std::size_t at, std::size_t size) {
    return __builtin_bswap64(ascii_word::bytes_at(text, at) | ascii_word::small_bits) >> (64 - 8 * size);
}

}  // namespace

void FunctionWords::read(std::size_t most_words) {
    while (words_ < most_words) {
        while (at_ < text_.size() && letters[static_cast<unsigned char>(text_[at_])] == 0) {
            ++at_;
        }
        if (at_ == text_.size()) {
            return;
        }
        if (const std::size_t size = ascii_word_size(text_, at_); size > 0) {
            if (size <= longest_ascii_word) {
                count(find_slot(ascii_word_of(text_, at_, size)), size);
            }
            at_ += size;
            ++words_;
        } else {
            read_letter_by_letter();
        }
    }
}

// A word that may have letters beyond ASCII, or the mark that stands here.
void FunctionWords::read_letter_by_letter() {
    std::uint64_t word = 0;
    std::size_t mark = 0;
    const std::size_t begin = at_;
    for (; at_ < text_.size(); ++at_) {
        const unsigned char letter = letters[static_cast<unsigned char>(text_[at_])];
        if (letter == 0) {
            break;
        }
        if (letter >= 0xC2) {
            mark = mark_size(text_, at_);
            if (mark > 0) {
                break;
            }
        }
        word = with_letter(word, letter);
    }
    const std::size_t size = at_ - begin;
    at_ += mark;
    if (size == 0) {
        return;
    }
    ++words_;
    if (size <= longest_word) {
        count(find_slot(word), size);
    }
}

void FunctionWords::count(std::size_t slot, std::size_t size) {
    const std::uint64_t having = table[slot].languages;
    if (having == 0) {
        return;
    }
    const std::uint64_t sharing = having / one_more_language;
    const double weight = 1.0 / static_cast<double>(sharing);
    const bool is_new = !seen_.test(slot) && size > 1;
    seen_.set(slot);
    met_ |= having % one_more_language;
    for (std::uint64_t found = having % one_more_language; found != 0; found &= found - 1) {
        const auto language = static_cast<std::size_t>(std::countr_zero(found));
        points_[language] += weight;
        distinct_[language] += is_new ? 1 : 0;
    }
}

std::optional<FunctionWordCount> FunctionWords::count() const {
    FunctionWordCount result;
    result.words = words_;
    for (std::uint64_t met = met_; met != 0; met &= met - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(met));
        if (points_[i] > result.own) {
            result.rival = std::exchange(result.own, points_[i]);
            result.language = languages[i].tag;
            result.distinct = distinct_[i];
        } else if (points_[i] > result.rival) {
            result.rival = points_[i];
        }
    }
    return result.own > 0 ? std::optional(result) : std::nullopt;
}

}  // namespace galley
