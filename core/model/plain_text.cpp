#include "galley/plain_text.h"
#include "galley/overloaded.h"
#include "galley/utf8.h"

namespace galley {

namespace {

/// Keeps parts that stand on lines of their own apart, without an empty line where a part has no text.
class Lines {
public:
    explicit Lines(std::string& to) : to_(to), begin_(to.size()) {}

    template <class Append>
    void add(Append append) {
        const std::size_t before = to_.size();
        if (before > begin_) {
            to_ += '\n';
        }
        const std::size_t start = to_.size();
        append(to_);
        if (to_.size() == start) {
            to_.resize(before);
        }
    }

private:
    std::string& to_;
    std::size_t begin_;
};

void append_blocks(const Blocks& blocks, std::string& to) {
    Lines lines(to);
    for (const Block& block : blocks) {
        lines.add([&](std::string& text) { append_plain_text(block, text); });
    }
}

}  // namespace

void append_plain_text(const Inlines& content, std::string& to) {
    for (const Inline& item : content) {
        std::visit(Overloaded{[&](const Text& text) { to += text.utf8; },
                              [&](const Emphasis& emphasis) { append_plain_text(emphasis.content, to); },
                              [&](const Link& link) { append_plain_text(link.content, to); },
                              [&](const Entity& entity) { append_plain_text(entity.content, to); },
                              [&](const Foreign& foreign) { append_plain_text(foreign.content, to); },
                              [&](const LineBreak&) { to += '\n'; }},
                   item.node);
    }
}

std::string plain_text(const Inlines& content) {
    std::string text;
    append_plain_text(content, text);
    return text;
}

void append_plain_text(const Block& block, std::string& to) {
    Lines lines(to);
    const auto add_inlines = [&](const Inlines& content) {
        lines.add([&](std::string& text) { append_plain_text(content, text); });
    };
    const auto add_blocks = [&](const Blocks& content) {
        lines.add([&](std::string& text) { append_blocks(content, text); });
    };
    std::visit(Overloaded{[&](const Paragraph& paragraph) { append_plain_text(paragraph.content, to); },
                          [&](const Heading& heading) { append_plain_text(heading.content, to); },
                          [&](const List& list) {
                              for (const Blocks& item : list.items) {
                                  add_blocks(item);
                              }
                          },
                          [&](const Quote& quote) {
                              add_blocks(quote.content);
                              add_inlines(quote.attribution);
                          },
                          [&](const Table& table) {
                              add_inlines(table.caption);
                              for (const auto& row : table.rows) {
                                  for (const Cell& cell : row) {
                                      add_blocks(cell.content);
                                  }
                              }
                          },
                          [&](const Preformatted& preformatted) { to += preformatted.utf8; },
                          [&](const Figure& figure) { append_plain_text(figure.caption, to); },
                          [&](const ThematicBreak&) {}, [&](const Note& note) { append_blocks(note.content, to); }},
               block.node);
}

std::string plain_text(const Block& block) {
    std::string text;
    append_plain_text(block, text);
    return text;
}

std::size_t count_words(std::string_view utf8) {
    std::size_t words = 0;
    bool inside = false;
    for (std::size_t offset = 0; offset < utf8.size();) {
        const auto byte = static_cast<unsigned char>(utf8[offset]);
        const bool is_graphic = byte > ' ' && byte < 0x80;  // nearly always: no rule has to be asked
        const utf8::Character character = is_graphic ? utf8::Character{byte, 1} : utf8::at(utf8, offset);
        const bool space = !is_graphic && utf8::is_space(character.code);
        words += !space && !inside ? 1 : 0;
        inside = !space;
        offset += character.size;
    }
    return words;
}

std::size_t count_words(const Blocks& blocks) {
    std::size_t words = 0;
    std::string text;
    for (const Block& block : blocks) {
        text.clear();
        append_plain_text(block, text);
        words += count_words(text);
    }
    return words;
}

}  // namespace galley
