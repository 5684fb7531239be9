#include "core/lower/lowering.h"

#include "galley/overloaded.h"
#include "galley/plain_text.h"

#include <string>

namespace galley::lowering {

namespace {

/// A block that takes the place of `from`: same span, language and extras.
Block in_place_of(const Block& from, Block block) {
    block.span = from.span;
    block.language = from.language;
    return block;
}

/// Puts `mark` before the first text of an item, as "• " or "3. ".
void put_mark(Blocks& item, const std::string& mark) {
    if (!item.empty()) {
        if (auto* paragraph = std::get_if<Paragraph>(&item.front().node)) {
            paragraph->content.insert(paragraph->content.begin(), Text{mark});
            return;
        }
    }
    item.insert(item.begin(), Paragraph{{Text{mark}}});
}

std::string row_text(const std::vector<Cell>& row) {
    std::string line;
    for (const Cell& cell : row) {
        if (&cell != &row.front()) {
            line += '\t';
        }
        std::string text;
        for (const Block& block : cell.content) {
            if (!text.empty()) {
                text += ' ';
            }
            append_plain_text(block, text);
        }
        for (char& character : text) {
            if (character == '\n' || character == '\t') {
                character = ' ';
            }
        }
        line += text;
    }
    return line;
}

}  // namespace

Blocks Lowering::blocks(const Blocks& from) {
    Blocks to;
    to.reserve(from.size());
    for (const Block& block : from) {
        add_block(block, to);
    }
    return to;
}

Inlines Lowering::inlines(const Inlines& from) {
    Inlines to;
    to.reserve(from.size());
    for (const Inline& item : from) {
        add_inline(item, to);
    }
    return to;
}

void Lowering::add_block(const Block& from, Blocks& to) {
    const auto add = [&](auto node) {
        Block block = in_place_of(from, std::move(node));
        block.extra = from.extra;
        to.push_back(std::move(block));
    };
    std::visit(
        Overloaded{
            [&](const Paragraph& paragraph) {
                add(Paragraph{inlines(paragraph.content), paragraph.lead});
            },
            [&](const Heading& heading) {
                if (can(Feature::headings)) {
                    add(Heading{heading.level, inlines(heading.content)});
                } else {
                    say("lower.heading", "headings", "paragraphs");
                    to.push_back(in_place_of(from, Paragraph{inlines(heading.content)}));
                }
            },
            [&](const List& list) { add_list(list, from, to); },
            [&](const Quote& quote) { add_quote(quote, from, to); },
            [&](const Table& table) { add_table(table, from, to); },
            [&](const Preformatted& preformatted) {
                if (can(Feature::preformatted)) {
                    add(preformatted);
                    return;
                }
                say("lower.preformatted", "preformatted text", "paragraphs with line breaks");
                Inlines lines;
                std::string_view rest = preformatted.utf8;
                while (true) {
                    const std::size_t end = rest.find('\n');
                    lines.emplace_back(Text{std::string(rest.substr(0, end))});
                    if (end == std::string_view::npos) {
                        break;
                    }
                    lines.emplace_back(LineBreak{});
                    rest.remove_prefix(end + 1);
                }
                to.push_back(in_place_of(from, Paragraph{inlines(lines)}));
            },
            [&](const Figure& figure) {
                if (can(Feature::figures)) {
                    add(Figure{figure.resource, figure.alternative, inlines(figure.caption), figure.credit});
                    return;
                }
                say("lower.figure", "figures", "their captions");
                Inlines caption = figure.caption.empty() ? Inlines{Text{figure.alternative}} : inlines(figure.caption);
                if (!plain_text(caption).empty()) {
                    to.push_back(in_place_of(from, Paragraph{std::move(caption)}));
                }
            },
            [&](const ThematicBreak&) {
                if (can(Feature::breaks)) {
                    add(ThematicBreak{});
                } else {
                    say("lower.break", "breaks", "a paragraph of asterisks");
                    to.push_back(in_place_of(from, Paragraph{{Text{"* * *"}}}));
                }
            },
            [&](const Note& note) {
                Blocks content = blocks(note.content);
                if (can(Feature::notes)) {
                    add(Note{note.role, std::move(content)});
                    return;
                }
                say("lower.note", "notes", "paragraphs");
                to.insert(to.end(), std::make_move_iterator(content.begin()), std::make_move_iterator(content.end()));
            }},
        from.node);
}

void Lowering::add_list(const List& list, const Block& from, Blocks& to) {
    List fitted{list.ordered, list.start, {}};
    for (const Blocks& item : list.items) {
        fitted.items.push_back(blocks(item));
    }
    if (can(Feature::lists)) {
        Block block = in_place_of(from, std::move(fitted));
        block.extra = from.extra;
        to.push_back(std::move(block));
        return;
    }
    say("lower.list", "lists", "paragraphs with marks");
    std::int64_t number = list.start;
    for (Blocks& item : fitted.items) {
        put_mark(item, list.ordered ? std::to_string(number++) + ". " : "• ");
        to.insert(to.end(), std::make_move_iterator(item.begin()), std::make_move_iterator(item.end()));
    }
}

void Lowering::add_quote(const Quote& quote, const Block& from, Blocks& to) {
    Quote fitted{blocks(quote.content), inlines(quote.attribution)};
    if (can(Feature::quotes)) {
        Block block = in_place_of(from, std::move(fitted));
        block.extra = from.extra;
        to.push_back(std::move(block));
        return;
    }
    say("lower.quote", "block quotes", "paragraphs");
    to.insert(to.end(), std::make_move_iterator(fitted.content.begin()), std::make_move_iterator(fitted.content.end()));
    if (!fitted.attribution.empty()) {
        to.emplace_back(Paragraph{std::move(fitted.attribution)});
    }
}

void Lowering::add_table(const Table& table, const Block& from, Blocks& to) {
    if (can(Feature::tables)) {
        Table fitted{inlines(table.caption), table.rows};
        for (auto& row : fitted.rows) {
            for (Cell& cell : row) {
                cell.content = blocks(cell.content);
            }
        }
        Block block = in_place_of(from, std::move(fitted));
        block.extra = from.extra;
        to.push_back(std::move(block));
        return;
    }
    say("lower.table", "tables", "their rows as lines of text");
    if (!table.caption.empty()) {
        to.emplace_back(Paragraph{inlines(table.caption)});
    }
    Preformatted lines;
    for (const auto& row : table.rows) {
        lines.utf8 += (lines.utf8.empty() ? "" : "\n") + row_text(row);
    }
    if (can(Feature::preformatted)) {
        to.push_back(in_place_of(from, std::move(lines)));
        return;
    }
    add_block(in_place_of(from, std::move(lines)), to);
}

void Lowering::add_inline(const Inline& from, Inlines& to) {
    const auto add = [&](auto node) {
        Inline item(std::move(node));
        item.extra = from.extra;
        to.push_back(std::move(item));
    };
    const auto unwrap = [&](const Inlines& content) {
        for (const Inline& item : content) {
            add_inline(item, to);
        }
    };
    std::visit(Overloaded{[&](const Text& text) { add(text); },
                          [&](const Emphasis& emphasis) {
                              if (can(Feature::emphasis)) {
                                  add(Emphasis{emphasis.kind, inlines(emphasis.content)});
                              } else {
                                  say("lower.emphasis", "emphasis", "its text");
                                  unwrap(emphasis.content);
                              }
                          },
                          [&](const Link& link) {
                              if (can(Feature::links)) {
                                  add(Link{link.target, link.title, inlines(link.content)});
                              } else {
                                  say("lower.link", "links", "their text");
                                  unwrap(link.content);
                              }
                          },
                          [&](const Entity& entity) {
                              if (can(Feature::entities)) {
                                  add(Entity{entity.kind, entity.identifier, entity.value, inlines(entity.content)});
                              } else {
                                  say("lower.entity", "marked names and amounts", "their text");
                                  unwrap(entity.content);
                              }
                          },
                          [&](const Foreign& foreign) {
                              if (can(Feature::foreign)) {
                                  add(Foreign{foreign.language, inlines(foreign.content)});
                              } else {
                                  say("lower.foreign", "changes of language", "the text");
                                  unwrap(foreign.content);
                              }
                          },
                          [&](const LineBreak&) {
                              if (can(Feature::line_breaks)) {
                                  add(LineBreak{});
                              } else {
                                  say("lower.line-break", "line breaks", "spaces");
                                  to.emplace_back(Text{" "});
                              }
                          }},
               from.node);
}

void Lowering::say(std::string_view code, std::string_view what, std::string_view kept) {
    if (!said_.insert(code).second) {
        return;
    }
    diagnostics_.push_back(
        {.severity = Severity::warning,
         .code = std::string(code),
         .message = "'" + std::string(target_) + "' has no " + std::string(what) + "; kept " + std::string(kept),
         .where = {.source = std::string(source_)},
         .hints = {"choose a format that has them"}});
}

}  // namespace galley::lowering
