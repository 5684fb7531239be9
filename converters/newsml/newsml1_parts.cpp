// What belongs together in the components of NewsML 1: feeds nest them as they like, and few say EquivalentsList.

#include "converters/newsml/newsml1_parts.h"

#include "converters/newsml/markup_reader.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/newsml1_names.h"
#include "converters/newsml/text_blocks.h"
#include "converters/newsml/xml_build.h"
#include "galley/plain_text.h"

#include <iterator>
#include <optional>
#include <utility>

namespace galley::newsml {

namespace {

/// What a component has from those around it.
struct Around {
    std::string role{};
    std::string language{};
    const XmlNode* equivalents = nullptr;  ///< the outermost that says EquivalentsList="yes"
};

template <class Part>
void append(std::vector<Part>& to, std::vector<Part>&& from) {
    std::ranges::move(from, std::back_inserter(to));
}

bool holds_element(const XmlNode& node) {
    bool found = false;
    each_child(node, [&](const XmlNode&, std::string_view) { found = true; });
    return found;
}

// Feeds call HTML "HTML", "XHTML" and "text/html", or nothing at all.
bool is_html_text(const XmlNode& data, std::string_view text) {
    const XmlNode& item = *data.parent;
    for (const std::string& name : {newsml1_mime_type(item), lower_ascii(newsml1_formal_name(item, "Format")),
                                    lower_ascii(newsml1_formal_name(item, "MediaType"))}) {
        if (name.find("html") != std::string::npos) {
            return true;
        }
    }
    text = utf8::trim(text);
    const std::size_t end = text.find_first_of(" \t\r\n/>");
    return text.size() > 2 && text.front() == '<' && text.back() == '>' && end != std::string_view::npos &&
           find_markup(lower_ascii(text.substr(1, end - 1))).markup != Markup::span;
}

bool is_style(const XmlNode& item) {
    return newsml1_mime_type(item).find("css") != std::string::npos ||
           lower_ascii(newsml1_formal_name(item, "Format")) == "css";
}

Inlines caption_of(std::vector<Newsml1Text>&& texts) {
    Inlines caption;
    for (const Newsml1Text& text : texts) {
        for (const Block& block : text.blocks) {
            append_text((caption.empty() ? "" : " ") + plain_text(block), caption);
        }
    }
    return caption;
}

/// What a component itself says of its language. Feeds that have no xml:lang name it among what describes the content.
std::string_view language_of(const XmlNode& component) {
    if (const XmlAttribute* tag = component.attribute(xml_space, "lang"); tag != nullptr && !tag->value.empty()) {
        return tag->value;
    }
    const XmlNode* about = find_child(component, "DescriptiveMetadata");
    const std::string_view named = about != nullptr ? newsml1_formal_name(*about, "Language") : std::string_view();
    return is_language_tag(named) ? named : std::string_view();
}

class Gathering {
public:
    explicit Gathering(const Limits& limits) : limits_(limits) {}

    Newsml1Parts component(const XmlNode& node, Around around) {
        if (std::string role = lower_ascii(newsml1_formal_name(node, "Role")); !role.empty()) {
            around.role = std::move(role);
        }
        if (const std::string_view language = language_of(node); !language.empty()) {
            around.language = language;
        }
        if (node.value_of("EquivalentsList") == "yes" && around.equivalents == nullptr) {
            around.equivalents = &node;
        }
        Newsml1Parts here;
        std::vector<Newsml1Medium> renditions;
        each_child(node, [&](const XmlNode& child, std::string_view name) {
            if (name == "NewsComponent") {
                join(here, component(child, around));
            } else if (name == "NewsLines" || name == "AdministrativeMetadata" || name == "DescriptiveMetadata") {
                here.statements.push_back({&child, around.language});
            } else if (name == "ContentItem" || name == "NewsItemRef") {
                content(child, node, around, here, renditions);
            }
        });
        if (!renditions.empty()) {
            here.media.push_back(best_of(renditions));
        }
        if (here.texts.empty()) {
            settle(node, here);
        }
        return here;
    }

    static void join(Newsml1Parts& to, Newsml1Parts&& from) {
        append(to.statements, std::move(from.statements));
        append(to.texts, std::move(from.texts));
        append(to.titles, std::move(from.titles));
        append(to.captions, std::move(from.captions));
        append(to.media, std::move(from.media));
    }

private:
    void content(const XmlNode& item, const XmlNode& node, const Around& around, Newsml1Parts& here,
                 std::vector<Newsml1Medium>& renditions) {
        const XmlNode* data = find_child(item, "DataContent");
        if (data == nullptr) {
            if (Newsml1Medium medium = read_newsml1_medium(item, around.role); !medium.href.empty()) {
                (medium.kind == MediumKind::document ? here.media : renditions).push_back(std::move(medium));
            }
            return;
        }
        if (is_style(item)) {
            return;
        }
        Newsml1Text text{.role = around.role,
                         .language = around.language,
                         .data = data,
                         .rivals = around.equivalents != nullptr ? around.equivalents : &node};
        text.blocks = read_newsml1_text(*data, limits_, text.resources);
        text.words = count_words(text.blocks);
        if (text.words == 0) {
            return;
        }
        const std::string_view role = text.role;
        auto& list = role == "caption"                       ? here.captions
                     : role == "title" || role == "headline" ? here.titles
                                                             : here.texts;
        list.push_back(std::move(text));
    }

    /// A component without a text of its own tells of its media: all renditions of one thing where anything is said.
    static void settle(const XmlNode& node, Newsml1Parts& here) {
        std::vector<Newsml1Medium> open;
        std::erase_if(here.media, [&](Newsml1Medium& medium) {
            const bool taken = !medium.settled;
            if (taken) {
                open.push_back(std::move(medium));
            }
            return taken;
        });
        // What the outermost component says is said of the item.
        const bool is_outermost = node.parent == nullptr || node.parent->name != "NewsComponent";
        const bool tells =
            !here.captions.empty() || (!is_outermost && (!here.titles.empty() || !here.statements.empty()));
        if (open.empty() || !tells) {
            append(here.media, std::move(open));
            return;
        }
        Newsml1Medium medium = best_of(open);
        medium.settled = true;
        medium.id = node.value_of("Duid");
        medium.caption = caption_of(std::exchange(here.captions, {}));
        if (!is_outermost) {
            tell(medium, here);
        }
        here.media.push_back(std::move(medium));
    }

    static void tell(Newsml1Medium& medium, Newsml1Parts& here) {
        std::string line;
        for (const Newsml1Statement& said : std::exchange(here.statements, {})) {
            line = line.empty() ? newsml1_line(*said.node, "HeadLine") : line;
            for (const std::string_view name : {"ByLine", "CreditLine"}) {
                if (const std::string part = newsml1_line(*said.node, name); !part.empty()) {
                    medium.credit += (medium.credit.empty() ? "" : ", ") + part;
                }
            }
        }
        const Inlines titles = caption_of(std::exchange(here.titles, {}));
        for (const std::string& title : {std::move(line), plain_text(titles)}) {
            if (medium.caption.empty() && medium.kind != MediumKind::document) {
                append_text(title, medium.caption);
            } else if (medium.title.empty() && title != plain_text(medium.caption)) {
                medium.title = title;
            }
        }
    }

    const Limits& limits_;
};

}  // namespace

Blocks read_newsml1_text(const XmlNode& data, const Limits& limits, Resources& resources) {
    if (const XmlNode* nitf = find_child(data, "nitf")) {
        return read_nitf_body(*nitf, resources);
    }
    if (holds_element(data)) {
        return MarkupReader(resources).blocks(data);
    }
    std::string text;
    for (const XmlNode* child = data.first; child != nullptr; child = child->next) {
        text += child->kind == XmlKind::text ? child->value : std::string_view();
    }
    auto html = is_html_text(data, text) ? read_html_text(text, limits, resources) : std::nullopt;
    return html ? std::move(*html) : read_plain_text(text);
}

Newsml1Parts gather_newsml1_parts(const XmlNode& item, const Limits& limits) {
    Newsml1Parts all;
    Gathering gathering(limits);
    each_child(item, [&](const XmlNode& child, std::string_view name) {
        if (name == "NewsComponent") {
            Gathering::join(all, gathering.component(child, {}));
        }
    });
    return all;
}

}  // namespace galley::newsml
