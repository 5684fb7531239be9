#include "core/batch/text_log.h"

#include "core/batch/json_writer.h"
#include "core/batch/mapped_file.h"
#include "galley/try.h"

#include <charconv>

namespace galley::batch {

namespace {

constexpr std::string_view item_member = "{\"item\":";
constexpr std::string_view story_member = ",\"story\":";

/// Takes `member` and the number behind it off `line`.
std::optional<std::uint64_t> take_number(std::string_view member, std::string_view& line) {
    if (!line.starts_with(member)) {
        return std::nullopt;
    }
    line.remove_prefix(member.size());
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
    line.remove_prefix(static_cast<std::size_t>(end - line.data()));
    return error == std::errc() ? std::optional(number) : std::nullopt;
}

}  // namespace

Result<TextLog> TextLog::open(const std::string& path) {
    std::uint64_t size = 0;
    if (const auto there = MappedFile::open(path)) {
        // What an interruption cut short goes.
        size = there->bytes().rfind('\n') + 1;
    }
    GALLEY_TRY(AppendFile file, AppendFile::open(path, size));
    return TextLog(std::move(file));
}

TextLog::TextLog(AppendFile file) : file_(std::move(file)) { judge(); }

void TextLog::judge() {
    const std::uint64_t size = file_.size();
    wanted_.store(size < largest / 2 ? WantedTexts::all
                  : size < largest   ? WantedTexts::doubtful
                                     : WantedTexts::none,
                  std::memory_order_relaxed);
}

Result<> TextLog::add(std::string_view line, bool doubtful) {
    const WantedTexts wanted = this->wanted();
    if (line.empty() || wanted == WantedTexts::none || (wanted == WantedTexts::doubtful && !doubtful)) {
        return {};
    }
    GALLEY_CHECK(file_.add(line));
    judge();
    return {};
}

std::string text_line(std::uint64_t item, std::uint64_t story, const std::vector<ExcerptPiece>& pieces) {
    std::string line;
    if (pieces.empty()) {
        return line;
    }
    JsonWriter json(line);
    json.begin_object().number("item", item).number("story", story).name("pieces").begin_array();
    for (const ExcerptPiece& piece : pieces) {
        json.begin_object().text("text", piece.text).name("marks").begin_array();
        for (const ExcerptMark& mark : piece.marks) {
            json.begin_array().number(mark.value).number(mark.begin).number(mark.end).end_array();
        }
        json.end_array().end_object();
    }
    json.end_array().end_object();
    return line + '\n';
}

std::optional<TextKey> text_key(std::string_view line) {
    const auto item = take_number(item_member, line);
    const auto story = take_number(story_member, line);
    return item && story ? std::optional(TextKey{*item, *story}) : std::nullopt;
}

}  // namespace galley::batch
