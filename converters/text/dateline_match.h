#pragma once

#include "converters/text/date_parser.h"
#include "galley/place.h"
#include "galley/span.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace galley::text {

/// A dateline found at the head of a paragraph. Spans are bytes of the paragraph's line.
struct DatelineMatch {
    struct FoundPlace {
        Place place{};
        Span span{};
    };
    struct FoundName {
        std::string name{};
        Span span{};
        std::string title{};  ///< of a reporter
    };
    /// Moves all of it `bytes` to the right in its line, or to where `where` says that a byte stands.
    void shift(std::size_t bytes) {
        move([bytes](std::size_t at) { return at + bytes; });
    }
    template <class Where>
    void move(const Where& where) {
        const auto move_span = [&](Span& span) { span = {where(span.begin), where(span.end)}; };
        for (FoundPlace& found : places) {
            move_span(found.span);
        }
        for (std::vector<FoundName>* names : {&agencies, &reporters}) {
            for (FoundName& found : *names) {
                move_span(found.span);
            }
        }
        if (date) {
            date->move(where);
        }
        begin = where(begin);
        end = where(end);
    }

    std::vector<FoundPlace> places{};
    std::vector<FoundName> agencies{};
    std::vector<FoundName> reporters{};  ///< named inside it: "(서울=연합뉴스) 이도흔 기자 ="
    std::optional<DateMatch> date{};
    std::size_t begin = 0;
    std::size_t end = 0;        ///< after its last word; the dash after it not included
    bool stands_alone = false;  ///< nothing but a dash follows on its line
    int proofs = 0;             ///< how many things speak for it; at least two
};

}  // namespace galley::text
