#include "converters/pdf/emit/outline.h"

#include "converters/pdf/emit/syntax.h"

#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

namespace {

/// An entry's place in the tree, by index + 1; 0 is the root, and "none".
struct Links {
    std::size_t parent = 0, previous = 0, next = 0, first = 0, last = 0;
    std::size_t count = 0;  ///< entries below it
};

std::vector<Links> link(std::span<const OutlineEntry> entries) {
    std::vector<Links> links(entries.size() + 1);
    std::vector<std::size_t> open{0};
    for (std::size_t i = 1; i <= entries.size(); ++i) {
        while (open.size() > 1 && entries[open.back() - 1].level >= entries[i - 1].level) {
            open.pop_back();
        }
        Links& parent = links[open.back()];
        links[i].parent = open.back();
        links[i].previous = parent.last;
        if (parent.last != 0) {
            links[parent.last].next = i;
        } else {
            parent.first = i;
        }
        parent.last = i;
        for (const std::size_t above : open) {
            ++links[above].count;
        }
        open.push_back(i);
    }
    return links;
}

}  // namespace

std::uint32_t write_outline(std::span<const OutlineEntry> entries, std::span<const std::uint32_t> pages,
                            ObjectList& objects) {
    if (entries.empty()) {
        return 0;
    }
    const std::vector<Links> links = link(entries);
    const std::uint32_t root = objects.reserve();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        static_cast<void>(objects.reserve());
    }
    const auto append_link = [&](std::string_view key, std::size_t entry, std::string& to) {
        if (entry != 0) {
            append_reference(root + static_cast<std::uint32_t>(entry), to += key);
        }
    };
    const auto append_children = [&](const Links& of, std::string& to) {
        append_link("/First ", of.first, to);
        append_link("/Last ", of.last, to);
        if (of.count != 0) {
            append_integer(static_cast<std::int64_t>(of.count), to += "/Count ");
        }
    };

    std::string text = "<</Type/Outlines";
    append_children(links[0], text);
    objects.set(root, text + ">>");
    for (std::size_t i = 1; i <= entries.size(); ++i) {
        const OutlineEntry& entry = entries[i - 1];
        text = "<</Title";
        append_text_string(entry.title, text);
        append_reference(root + static_cast<std::uint32_t>(links[i].parent), text += "/Parent ");
        append_link("/Prev ", links[i].previous, text);
        append_link("/Next ", links[i].next, text);
        append_children(links[i], text);
        append_reference(pages[entry.page], text += "/Dest[");
        append_real(static_cast<double>(entry.top), 2, text += "/XYZ null ");
        objects.set(root + static_cast<std::uint32_t>(i), text + " null]>>");
    }
    return root;
}

}  // namespace galley::pdf
