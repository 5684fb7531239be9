#include "converters/pdf/layout/status_lines.h"

#include <algorithm>
#include <array>

namespace galley::pdf {

namespace {

enum class Standing : std::uint8_t { withdrawn, withheld, correction, update };

struct StandingWords {
    std::string_view language;
    std::array<std::string_view, 4> words;  ///< by Standing
};

constexpr std::array<StandingWords, 25> all_words = {{
    {"en", {"Withdrawn", "Withheld", "Correction", "Update"}},
    {"ar", {"مسحوب", "محجوب", "تصحيح", "تحديث"}},
    {"bg", {"Оттеглено", "Задържано", "Поправка", "Актуализация"}},
    {"cs", {"Staženo", "Pozastaveno", "Oprava", "Aktualizace"}},
    {"da", {"Trukket tilbage", "Tilbageholdt", "Rettelse", "Opdatering"}},
    {"de", {"Zurückgezogen", "Zurückgehalten", "Berichtigung", "Aktualisierung"}},
    {"el", {"Ανακλήθηκε", "Παρακρατείται", "Διόρθωση", "Ενημέρωση"}},
    {"es", {"Retirado", "Retenido", "Corrección", "Actualización"}},
    {"fa", {"پس گرفته شد", "منتشر نشود", "اصلاحیه", "به‌روزرسانی"}},
    {"fi", {"Vedetty pois", "Pidätetty", "Oikaisu", "Päivitys"}},
    {"fr", {"Annulé", "Suspendu", "Correction", "Mise à jour"}},
    {"he", {"נמשך", "מעוכב", "תיקון", "עדכון"}},
    {"hi", {"वापस लिया गया", "रोका गया", "सुधार", "अपडेट"}},
    {"it", {"Ritirato", "Sospeso", "Correzione", "Aggiornamento"}},
    {"ja", {"取り消し", "掲載保留", "訂正", "更新"}},
    {"ko", {"철회", "보류", "정정", "업데이트"}},
    {"nl", {"Ingetrokken", "Aangehouden", "Correctie", "Update"}},
    {"pl", {"Wycofano", "Wstrzymano", "Korekta", "Aktualizacja"}},
    {"pt", {"Retirado", "Retido", "Correção", "Atualização"}},
    {"ru", {"Отозвано", "Задержано", "Исправление", "Обновление"}},
    {"sv", {"Återkallad", "Innehållen", "Rättelse", "Uppdatering"}},
    {"tr", {"Geri çekildi", "Bekletiliyor", "Düzeltme", "Güncelleme"}},
    {"uk", {"Відкликано", "Затримано", "Виправлення", "Оновлення"}},
    {"vi", {"Đã rút", "Tạm giữ", "Đính chính", "Cập nhật"}},
    {"zh", {"撤稿", "暂缓发布", "更正", "更新"}},
}};

std::string_view word_of(Standing standing, std::string_view language) {
    const std::string_view primary = language.substr(0, language.find('-'));
    const auto* const found = std::ranges::find(all_words, primary, &StandingWords::language);
    return (found == all_words.end() ? all_words.front() : *found).words[static_cast<std::size_t>(standing)];
}

/// Notes that tell of the standing themselves: "CORRECTION: …".
bool add_notes(const Document& story, std::string_view role, std::vector<std::string>& lines) {
    const std::size_t before = lines.size();
    for (const Found<EditorialNote>& note : story.meta.notes) {
        if (note.value.role == role && !note.value.text.empty()) {
            lines.push_back(note.value.text);
        }
    }
    return lines.size() > before;
}

bool has_signal(const Document& story, std::string_view qcode) {
    return std::ranges::any_of(story.meta.signals,
                               [&](const Found<Concept>& signal) { return signal.value.qcode == qcode; });
}

}  // namespace

std::vector<std::string> status_lines(const Document& story, std::string_view language) {
    std::vector<std::string> lines;
    const auto add = [&](bool applies, Standing standing, std::string_view role) {
        if (applies && !add_notes(story, role, lines)) {
            lines.emplace_back(word_of(standing, language));
        }
    };
    const PublicationStatus status = story.meta.status ? story.meta.status->value : PublicationStatus::usable;
    add(status == PublicationStatus::canceled, Standing::withdrawn, "withdrawn");
    add(status == PublicationStatus::withheld, Standing::withheld, "withheld");
    add(has_signal(story, "sig:correction"), Standing::correction, "correction");
    add(has_signal(story, "sig:update"), Standing::update, "update");
    return lines;
}

}  // namespace galley::pdf
