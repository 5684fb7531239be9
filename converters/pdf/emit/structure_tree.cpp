#include "converters/pdf/emit/structure_tree.h"

#include "converters/pdf/emit/language_tag.h"
#include "converters/pdf/emit/syntax.h"
#include "converters/pdf/emit/table_grid.h"

#include <algorithm>
#include <utility>

namespace galley::pdf {

namespace {

constexpr std::string_view names[] = {"Document", "Art", "Sect",  "H1",    "H2",    "H3",         "H4",
                                      "H5",       "H6",  "P",     "Span",  "Quote", "BlockQuote", "Caption",
                                      "Figure",   "L",   "LI",    "Lbl",   "LBody", "Table",      "TR",
                                      "TH",       "TD",  "THead", "TBody", "Link",  "Note",       "Code"};
static_assert(std::size(names) == static_cast<std::size_t>(StructureType::code) + 1);

constexpr int coordinate_decimals = 2;

bool is_heading(StructureType type) { return type >= StructureType::heading_1 && type <= StructureType::heading_6; }

std::size_t index_of(std::int32_t element) { return static_cast<std::size_t>(element); }

}  // namespace

std::string_view name_of(StructureType type) { return names[static_cast<std::size_t>(type)]; }

StructureTree::StructureTree(const PlacedDocument& placed, ObjectList& objects)
    : objects_(objects),
      elements_(placed.elements),
      marks_(placed.pages.size()) {
    mend_headings();
    mend_tables();
    nodes_.resize(elements_.size());
    root_ = objects_.reserve();
    first_object_ = root_ + 1;
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        static_cast<void>(objects_.reserve());
    }
}

/// ISO 14289-1, 7.4.2. Levels keep their order: a story whose crossheads are all of level 3 gets them at level 1.
void StructureTree::mend_headings() {
    std::vector<StructureType> open;
    for (StructureElement& element : elements_) {
        if (!is_heading(element.type)) {
            continue;
        }
        while (!open.empty() && open.back() >= element.type) {
            open.pop_back();
        }
        open.push_back(element.type);
        element.type = static_cast<StructureType>(static_cast<std::size_t>(StructureType::heading_1) + open.size() - 1);
    }
}

void StructureTree::mend_tables() { make_tables_regular(elements_); }

/// Elements are listed in preorder and content comes in reading order, so an element stands among its parent's children
/// before whatever content comes after it, even when it has none itself.
void StructureTree::attach_up_to(std::size_t element) {
    for (; attached_ <= element; ++attached_) {
        if (elements_[attached_].parent < 0) {
            continue;
        }
        nodes_[index_of(elements_[attached_].parent)].kids.push_back(
            {.kind = Kid::Kind::element, .number = static_cast<std::uint32_t>(attached_)});
    }
}

std::uint32_t StructureTree::mark(std::uint32_t page, std::int32_t element) {
    attach_up_to(index_of(element));
    constexpr std::size_t usual_marks = 64;
    auto& marks = marks_[page];
    if (marks.empty()) {
        marks.reserve(usual_marks);
    }
    const auto identifier = static_cast<std::uint32_t>(marks.size());
    marks.push_back(static_cast<std::uint32_t>(element));
    nodes_[index_of(element)].kids.push_back({.kind = Kid::Kind::mark, .number = identifier, .page = page});
    return identifier;
}

std::uint32_t StructureTree::attach(std::uint32_t page, std::int32_t element, std::uint32_t object) {
    attach_up_to(index_of(element));
    nodes_[index_of(element)].kids.push_back({.kind = Kid::Kind::object, .number = object, .page = page});
    annotations_.push_back(static_cast<std::uint32_t>(element));
    return static_cast<std::uint32_t>(marks_.size() + annotations_.size() - 1);
}

void StructureTree::set_box(std::int32_t element, std::array<float, 4> box) {
    nodes_[index_of(element)].box = box;
    nodes_[index_of(element)].has_box = true;
}

std::uint32_t StructureTree::write(std::span<const std::uint32_t> pages) {
    attach_up_to(elements_.size() - 1);
    const std::vector<bool> columns = heads_columns(elements_);
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        objects_.set(first_object_ + static_cast<std::uint32_t>(i), value_of(i, columns[i], pages));
    }
    std::string root = "<</Type/StructTreeRoot/K ";
    append_reference(first_object_, root);
    root += "/ParentTree";
    root += parent_tree();
    root += identifier_tree();
    objects_.set(root_, std::move(root += ">>"));
    return root_;
}

std::string StructureTree::value_of(std::size_t index, bool heads_column, std::span<const std::uint32_t> pages) const {
    const StructureElement& element = elements_[index];
    const Node& node = nodes_[index];
    constexpr std::size_t usual_entries = 64, bytes_a_kid = 8;
    std::string text;
    text.reserve(usual_entries + node.kids.size() * bytes_a_kid);
    text += "<</S/";
    text += name_of(element.type);
    text += "/P ";
    append_reference(element.parent < 0 ? root_ : first_object_ + static_cast<std::uint32_t>(element.parent), text);
    const auto string_entry = [&](std::string_view key, std::string_view value) {
        if (value.empty()) {
            return;
        }
        text += key;
        append_text_string(value, text);
    };
    if (!element.language.empty()) {
        string_entry("/Lang", language_tag(element.language));
    }
    string_entry("/Alt", element.alternative);
    string_entry("/ActualText", element.actual_text);
    string_entry("/T", element.title);
    if (element.type == StructureType::note) {
        string_entry("/ID", note_identifier(index));
    }
    append_attributes(element, node, heads_column, text);
    append_kids(node, pages, text);
    return std::move(text += ">>");
}

/// ISO 14289-1, 7.9: every note has an identifier of its own.
std::string StructureTree::note_identifier(std::size_t element) {
    std::string digits = std::to_string(element);
    digits.insert(0, digits.size() < 8 ? 8 - digits.size() : 0, '0');  // the name tree is sorted as text
    return "note-" + digits;
}

void StructureTree::append_attributes(const StructureElement& element, const Node& node, bool heads_column,
                                      std::string& to) {
    switch (element.type) {
        case StructureType::list:  // ISO 14289-1, 7.6
            to += element.ordered ? "/A<</O/List/ListNumbering/Decimal>>" : "/A<</O/List/ListNumbering/Disc>>";
            break;
        case StructureType::table_header:
        case StructureType::table_cell: {
            std::string attributes;
            if (element.type == StructureType::table_header) {
                attributes += heads_column ? "/Scope/Column" : "/Scope/Row";
            }
            if (element.columns > 1) {
                append_integer(element.columns, attributes += "/ColSpan ");
            }
            if (element.rows > 1) {
                append_integer(element.rows, attributes += "/RowSpan ");
            }
            if (!attributes.empty()) {
                to += "/A<</O/Table" + attributes + ">>";
            }
            break;
        }
        case StructureType::figure:
            if (!node.has_box) {
                break;
            }
            to += "/A<</O/Layout/Placement/Block/BBox[";
            for (const float edge : node.box) {
                append_real(edge, coordinate_decimals, to);
                to += ' ';
            }
            to.back() = ']';
            to += ">>";
            break;
        default: break;
    }
}

void StructureTree::append_kids(const Node& node, std::span<const std::uint32_t> pages, std::string& to) const {
    if (node.kids.empty()) {
        return;
    }
    const auto marked = std::ranges::find(node.kids, Kid::Kind::mark, &Kid::kind);
    const std::uint32_t own_page = marked != node.kids.end() ? marked->page : 0;
    if (marked != node.kids.end()) {
        append_reference(pages[own_page], to += "/Pg ");
    }
    to += "/K[";
    for (const Kid& kid : node.kids) {
        switch (kid.kind) {
            case Kid::Kind::element: append_reference(first_object_ + kid.number, to); break;
            case Kid::Kind::mark:
                if (kid.page == own_page) {
                    append_integer(kid.number, to);
                    break;
                }
                append_reference(pages[kid.page], to += "<</Type/MCR/Pg ");
                append_integer(kid.number, to += "/MCID ");
                to += ">>";
                break;
            case Kid::Kind::object:
                append_reference(pages[kid.page], to += "<</Type/OBJR/Pg ");
                append_reference(kid.number, to += "/Obj ");
                to += ">>";
                break;
        }
        to += ' ';
    }
    to.back() = ']';
}

/// ISO 32000-1, 14.7.4.4: a page's key leads to the elements of its marked content, an annotation's to its element.
std::string StructureTree::parent_tree() const {
    std::string text = "<</Nums[";
    for (std::size_t page = 0; page < marks_.size(); ++page) {
        append_integer(static_cast<std::int64_t>(page), text);
        text += '[';
        for (const std::uint32_t element : marks_[page]) {
            append_reference(first_object_ + element, text);
            text += ' ';
        }
        text += ']';
    }
    for (std::size_t i = 0; i < annotations_.size(); ++i) {
        append_integer(static_cast<std::int64_t>(marks_.size() + i), text);
        append_reference(first_object_ + annotations_[i], text += ' ');
        text += ' ';
    }
    return text + "]>>";
}

std::string StructureTree::identifier_tree() const {
    std::string entries;
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        if (elements_[i].type != StructureType::note) {
            continue;
        }
        append_text_string(note_identifier(i), entries);
        append_reference(first_object_ + static_cast<std::uint32_t>(i), entries);
    }
    if (entries.empty()) {
        return {};
    }
    return "/IDTree<</Names[" + entries + "]>>";
}

}  // namespace galley::pdf
