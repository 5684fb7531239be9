#pragma once

#include "converters/text/byline_pieces.h"
#include "converters/text/conventions.h"
#include "galley/contributor.h"
#include "galley/span.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::text {

/// A contributor found in a line, with the bytes his name came from.
struct ContributorMatch {
    Contributor contributor{};
    std::size_t begin = 0;
    std::size_t end = 0;

    template <class Where>
    void move(const Where& where) {
        begin = where(begin);
        end = where(end);
    }

    /// True when the name is the whole line.
    [[nodiscard]] bool is_all_of(std::string_view line) const {
        return begin == 0 && end == line.size() && contributor.job_title.empty() && contributor.affiliation.empty();
    }
};

/// Authors found in running text.
struct BylineMatch {
    std::vector<ContributorMatch> contributors{};
    std::size_t begin = 0;  ///< of the by-word, or of the first name
    std::size_t end = 0;    ///< after the last name, title or affiliation
    bool by_word = false;   ///< a by-word or the like proves it
    bool and_others = false;
    bool introduced = false;  ///< a title or what kind of piece it is stands before the names: "Komentarz Jana Nowaka"
    std::optional<Span> place{};  ///< a place after the names ("in Valencia"), bytes of the line

    /// Moves every span by `bytes`, or to where `where` says that a byte stands.
    void shift(std::size_t bytes) {
        move([bytes](std::size_t at) { return at + bytes; });
    }
    template <class Where>
    void move(const Where& where) {
        for (ContributorMatch& author : contributors) {
            author.move(where);
        }
        begin = where(begin);
        end = where(end);
        if (place) {
            place = Span{where(place->begin), where(place->end)};
        }
    }
};

/// All of `line` is a byline, and what stands in it from `name` on one author, whatever that may be.
[[nodiscard]] inline BylineMatch byline_of_one(std::string_view line, std::size_t name = 0,
                                               ContributorKind kind = ContributorKind::unknown) {
    BylineMatch match{.begin = 0, .end = line.size()};
    match.contributors.push_back({{.kind = kind, .name = std::string(line.substr(name))}, name, line.size()});
    return match;
}

/// Reads who wrote a story out of a line or a part of one. Pure; views its conventions.
class BylineParser {
public:
    BylineParser(const Conventions& conventions, std::uint8_t language)
        : conventions_(&conventions),
          language_(language) {}

    /// Names in all of `text`, after a by-word where there is one. Nothing when a part of it can be neither name,
    /// title, affiliation nor place. Without a by-word only what can hardly be anything else is taken for a name.
    [[nodiscard]] std::optional<BylineMatch> parse(std::string_view text) const;

    /// The bytes a by-word takes at the start of `text`, with genre before and colon after it; 0 when there is none.
    [[nodiscard]] std::size_t by_word_size(std::string_view text) const;

    /// Who the desk is that all of `text` names.
    [[nodiscard]] BylineMatch byline_of_desk(std::string_view text) const;

private:
    [[nodiscard]] std::string_view without_beat(std::string_view name) const;
    [[nodiscard]] bool is_title_glued_at(std::string_view text, std::size_t at) const;
    [[nodiscard]] std::size_t find_others(std::string_view text) const;
    [[nodiscard]] bool credits_other_work(std::string_view text) const;
    [[nodiscard]] std::size_t find_other_work(std::string_view text, std::size_t names) const;
    [[nodiscard]] bool reads_as_headline(std::string_view by_word, const BylineMatch& match) const;
    [[nodiscard]] bool add_titled_name(const BylinePiece& piece, BylineMatch& match) const;
    [[nodiscard]] bool add_joined_names(const BylinePiece& piece, BylineMatch& match) const;
    [[nodiscard]] std::size_t genre_size(std::string_view text) const;
    [[nodiscard]] bool is_place_behind_particle(std::string_view name) const;
    [[nodiscard]] bool joins_name(const BylinePiece& piece, const BylineMatch& match) const;
    [[nodiscard]] bool add_piece(const BylinePiece& piece, BylineMatch& match) const;
    [[nodiscard]] bool add_agency(const BylinePiece& piece, BylineMatch& match) const;
    [[nodiscard]] bool add_post_nominal(const BylinePiece& piece, BylineMatch& match) const;
    [[nodiscard]] bool add_place(const BylinePiece& piece, BylineMatch& match) const;
    [[nodiscard]] std::size_t capitals_before_title(std::string_view text) const;
    [[nodiscard]] bool add_helpers(const BylinePiece& piece, BylineMatch& match) const;
    [[nodiscard]] bool add_bracket(const BylinePiece& piece, BylineMatch& match) const;
    [[nodiscard]] bool add_desk(const BylinePiece& piece, BylineMatch& match) const;
    [[nodiscard]] bool add_title(const BylinePiece& piece, BylineMatch& match) const;
    [[nodiscard]] bool add_affiliation(const BylinePiece& piece, BylineMatch& match) const;
    [[nodiscard]] static bool add_affiliation_of_all(const BylinePiece& piece, BylineMatch& match);
    [[nodiscard]] bool add_name_and_tail(const BylinePiece& piece, BylineMatch& match) const;
    [[nodiscard]] bool add_name(const BylinePiece& piece, BylineMatch& match) const;
    [[nodiscard]] bool has_job_title(std::string_view text) const;

    const Conventions* conventions_;
    std::uint8_t language_;
};

}  // namespace galley::text
