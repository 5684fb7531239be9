#include "converters/newsml/newsml1_story.h"

#include "converters/newsml/g2_read.h"
#include "converters/newsml/newsml1_names.h"
#include "converters/newsml/xml_children.h"
#include "galley/plain_text.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace galley::newsml {

namespace {

std::vector<std::string_view> sorted_words(const Newsml1Text& text, std::string& storage) {
    for (const Block& block : text.blocks) {
        append_plain_text(block, storage);
        storage += ' ';
    }
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < storage.size();) {
        const std::size_t end = std::min(storage.find_first_of(" \n\t", at), storage.size());
        if (end > at) {
            words.push_back(std::string_view(storage).substr(at, end - at));
        }
        at = end + 1;
    }
    std::ranges::sort(words);
    return words;
}

/// Whether the words of `text` are, but for one in ten, among `all`: another form of it, or a lead that it repeats.
bool repeats(const std::vector<std::string_view>& all, const Newsml1Text& text) {
    std::string storage;
    const auto some = sorted_words(text, storage);
    std::size_t both = 0;
    auto at = all.begin();
    for (const std::string_view word : some) {
        at = std::lower_bound(at, all.end(), word);
        if (at != all.end() && *at == word) {
            ++at;
            ++both;
        }
    }
    return both * 10 >= some.size() * 9;
}

Diagnostic other_text(const Newsml1Text& text) {
    return {.severity = Severity::warning,
            .code = "newsml1.other-text",
            .message = "a text of " + std::to_string(text.words) + " words" +
                       (text.language.empty() ? "" : " in '" + text.language + "'") +
                       " stands for the story in another language or form, and is left out",
            .hints = {"send each language as an item of its own"}};
}

/// Where media go in a document: what its text refers to as "#id", or behind it.
class MediaPlaces {
public:
    explicit MediaPlaces(Document& to) : to_(to) {
        std::map<std::string_view, std::size_t> resources;
        for (std::size_t at = 0; at < to.resources.size(); ++at) {
            resources.emplace(to.resources[at].id, at);
            ids_.insert(to.resources[at].id);
        }
        for (std::size_t at = 0; at < to.body.size(); ++at) {
            const auto* figure = std::get_if<Figure>(&to.body[at].node);
            const auto resource = figure != nullptr ? resources.find(figure->resource) : resources.end();
            if (resource != resources.end() && to.resources[resource->second].href.starts_with('#')) {
                places_.emplace(to.resources[resource->second].href.substr(1), Place{at, resource->second});
            }
        }
    }

    void add(Newsml1Medium&& medium) {
        const auto known = places_.find(medium.id);
        const Place place = known != places_.end() ? known->second : append();
        Resource& resource = to_.resources[place.resource];
        resource.href = std::move(medium.href);
        resource.media_type = std::move(medium.media_type);
        auto& figure = std::get<Figure>(to_.body[place.block].node);
        if (figure.caption.empty()) {
            figure.caption = std::move(medium.caption);
        }
        if (figure.credit.empty()) {
            figure.credit = std::move(medium.credit);
        }
        if (figure.alternative.empty()) {
            figure.alternative = std::move(medium.title);
        }
    }

private:
    struct Place {
        std::size_t block;
        std::size_t resource;
    };

    Place append() {
        std::string id;
        do {
            id = "media-" + std::to_string(++number_);
        } while (!ids_.insert(id).second);
        to_.resources.push_back({.id = id});
        to_.body.emplace_back(Figure{.resource = std::move(id)});
        return {to_.body.size() - 1, to_.resources.size() - 1};
    }

    Document& to_;
    std::map<std::string, Place> places_;
    std::set<std::string> ids_;
    std::size_t number_ = 0;
};

}  // namespace

const Newsml1Text* longest_text(const std::vector<Newsml1Text>& texts) {
    const auto longest = std::ranges::max_element(texts, {}, &Newsml1Text::words);
    return longest != texts.end() ? &*longest : nullptr;
}

bool may_be_one_language(std::string_view one, std::string_view other) {
    const std::string first = lower_ascii(one);
    const std::string second = lower_ascii(other);
    const auto& [general, exact] =
        std::minmax(first, second, [](const auto& a, const auto& b) { return a.size() < b.size(); });
    return general.empty() ||
           (exact.starts_with(general) && (exact.size() == general.size() || exact[general.size()] == '-'));
}

void add_newsml1_texts(const Newsml1Parts& parts, const Limits& limits, Document& to, Diagnostics& diagnostics) {
    std::vector<const Newsml1Text*> chosen;
    const Newsml1Text* longest = longest_text(parts.texts);
    std::map<const XmlNode*, const Newsml1Text*> best;
    for (const Newsml1Text& text : parts.texts) {
        const Newsml1Text*& known = best[text.rivals];
        known = known == nullptr || text.words > known->words ? &text : known;
    }
    std::string storage;
    const auto all = longest != nullptr ? sorted_words(*longest, storage) : std::vector<std::string_view>();
    for (const Newsml1Text& text : parts.texts) {
        if (&text != longest && repeats(all, text)) {
            continue;
        }
        if (best[text.rivals] != &text || !may_be_one_language(text.language, longest->language)) {
            diagnostics.push_back(other_text(text));
            continue;
        }
        chosen.push_back(&text);
    }
    // Whom to ask stands behind the text, wherever a feed has it.
    std::ranges::stable_partition(chosen, [](const Newsml1Text* text) { return text->role != "contact"; });
    // What is said of media that are not there.
    for (const Newsml1Text& caption : parts.captions) {
        chosen.push_back(&caption);
    }
    for (const Newsml1Text* text : chosen) {
        if (const XmlNode* nitf = find_child(*text->data, "nitf")) {
            read_nitf_head(*nitf, to);
        }
        if (chosen.size() == 1) {
            to.body = text->blocks;
            to.resources = text->resources;
        } else {
            // Once more, for the names of its media are to differ from those of the other texts.
            std::ranges::move(read_newsml1_text(*text->data, limits, to.resources), std::back_inserter(to.body));
        }
    }
}

void add_newsml1_media(std::vector<Newsml1Medium> media, Document& to) {
    // Previews of a picture that is there itself show nothing more.
    if (std::ranges::any_of(media, [](const Newsml1Medium& medium) {
            return medium.kind != MediumKind::document && !is_lesser(medium);
        })) {
        std::erase_if(media, [](const Newsml1Medium& medium) { return is_lesser(medium) && !medium.settled; });
    }
    MediaPlaces places(to);
    for (Newsml1Medium& medium : media) {
        if (medium.kind == MediumKind::document) {
            std::string title = medium.title.empty() ? plain_text(medium.caption) : std::move(medium.title);
            to.meta.links.emplace_back(ItemLink{.relation = "irel:seeAlso",
                                                .href = std::move(medium.href),
                                                .media_type = std::move(medium.media_type),
                                                .title = std::move(title)});
        } else {
            places.add(std::move(medium));
        }
    }
}

}  // namespace galley::newsml
