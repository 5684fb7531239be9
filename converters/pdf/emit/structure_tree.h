#pragma once

#include "converters/pdf/emit/object_list.h"
#include "converters/pdf/layout/placed_document.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// The structure type's name in PDF: "H1", "P" (ISO 32000-1, 14.8.4).
[[nodiscard]] std::string_view name_of(StructureType type);

/// The structure tree of a document under way (ISO 32000-1, 14.7): takes what is put on pages for each element, in
/// reading order, and writes elements, parent tree and identifiers.
///
/// Puts right what ISO 14289-1 forbids and a story may well hold: heading levels begin at 1 and skip none (7.4.2),
/// table rows are equally long and cells do not overlap (7.2), table headers get a scope (7.5).
class StructureTree {
public:
    /// Takes object numbers for the elements of `placed`, which must outlive the tree.
    StructureTree(const PlacedDocument& placed, ObjectList& objects);

    /// The next marked-content identifier on `page`, for content of `element`.
    [[nodiscard]] std::uint32_t mark(std::uint32_t page, std::int32_t element);

    /// Makes the annotation `object` on `page` a child of `element`; gives its /StructParent.
    [[nodiscard]] std::uint32_t attach(std::uint32_t page, std::int32_t element, std::uint32_t object);

    [[nodiscard]] StructureType type(std::int32_t element) const {
        return elements_[static_cast<std::size_t>(element)].type;
    }

    /// Sets the box of a figure, for its layout attributes: left, bottom, right, top.
    void set_box(std::int32_t element, std::array<float, 4> box);

    /// Writes everything; `pages` are the page objects. Gives the number of the structure tree root. Call once, last.
    [[nodiscard]] std::uint32_t write(std::span<const std::uint32_t> pages);

private:
    struct Kid {
        enum class Kind : std::uint8_t { element, mark, object } kind = Kind::element;
        std::uint32_t number = 0;  ///< of the element, the marked content or the object
        std::uint32_t page = 0;
    };
    struct Node {
        std::vector<Kid> kids;
        std::array<float, 4> box{};  ///< left, bottom, right, top, of a figure
        bool has_box = false;
    };

    void mend_headings();
    void mend_tables();
    void attach_up_to(std::size_t element);
    [[nodiscard]] std::string value_of(std::size_t index, bool heads_column,
                                       std::span<const std::uint32_t> pages) const;
    [[nodiscard]] static std::string note_identifier(std::size_t element);
    static void append_attributes(const StructureElement& element, const Node& node, bool heads_column,
                                  std::string& to);
    void append_kids(const Node& node, std::span<const std::uint32_t> pages, std::string& to) const;
    [[nodiscard]] std::string parent_tree() const;
    [[nodiscard]] std::string identifier_tree() const;

    ObjectList& objects_;
    std::vector<StructureElement> elements_;
    std::vector<Node> nodes_;
    std::vector<std::vector<std::uint32_t>> marks_;  ///< by page and MCID: the element
    std::vector<std::uint32_t> annotations_;         ///< their elements, in the order of /StructParent
    std::uint32_t first_object_ = 0;                 ///< number of element 0's object
    std::uint32_t root_ = 0;
    std::size_t attached_ = 0;  ///< elements whose parent knows them
};

}  // namespace galley::pdf
