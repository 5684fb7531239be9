#include "converters/text/emit_story.h"

#include "converters/text/credit_line.h"
#include "converters/text/embargo_line.h"
#include "converters/text/fold.h"
#include "converters/text/lone_agency.h"
#include "converters/text/source_note.h"
#include "converters/text/transmission_stamp.h"

#include <algorithm>
#include <array>
#include <span>

namespace galley::text {
namespace {

class Emitter {
public:
    Emitter(const StoryText& story, DocumentBuilder& builder) : story_(story), builder_(builder) {}

    void emit(const StoryChunk& chunk) {
        const std::span<const Line> lines = story_.lines_of(chunk);
        const std::size_t begin = story_.begin_of(chunk);
        const std::size_t end = story_.end_of(chunk);
        switch (chunk.role) {
            case ChunkRole::headline: emit_headline(lines, sure(chunk.confidence)); break;
            case ChunkRole::kicker: builder_.add_headline(HeadlineRole::kicker, lines, chunk.confidence); break;
            case ChunkRole::deck: builder_.add_headline(HeadlineRole::deck, lines, chunk.confidence); break;
            case ChunkRole::head_line: builder_.add_head_line(lines.front(), *chunk.head, sure(95), sure(97)); break;
            case ChunkRole::byline: builder_.add_head_line(lines.front(), *chunk.head, chunk.confidence, 95); break;
            case ChunkRole::crosshead: builder_.add_heading(lines.front()); break;
            case ChunkRole::keyword: emit_keyword(begin, end); break;
            case ChunkRole::label: builder_.add_furniture(FurnitureKind::byword, begin, end); break;
            case ChunkRole::address: builder_.add_furniture(FurnitureKind::address, begin, end); break;
            case ChunkRole::caption: builder_.add_furniture(FurnitureKind::caption, begin, end); break;
            case ChunkRole::furniture:
                if (chunk.furniture == FurnitureKind::wire_trailer) {
                    emit_stamp(story_.text_of(chunk), begin);
                }
                builder_.add_furniture(chunk.furniture, begin, end, folded(story_.text_of(chunk)));
                break;
            case ChunkRole::note: emit_note(chunk, begin, end); break;
            case ChunkRole::end_mark: emit_end_mark(begin, end); break;
            case ChunkRole::after_end: builder_.add_furniture(FurnitureKind::contact, begin, end); break;
            case ChunkRole::credit: emit_credit(begin, end); break;
            case ChunkRole::source_note: emit_source_note(begin, end); break;
            case ChunkRole::rights: emit_rights(begin, end); break;
            case ChunkRole::thematic_break: builder_.add_break(lines.front()); break;
            case ChunkRole::dateline:
                if (chunk.head && chunk.head->byline) {
                    builder_.add_byline(begin, *chunk.head->byline, 95);
                }
                builder_.add_dateline(begin, *chunk.dateline);
                if (chunk.dateline->stands_alone) {
                    builder_.add_furniture(FurnitureKind::separator, begin + chunk.dateline->end, end);
                    builder_.add_furniture(FurnitureKind::separator, begin, begin + chunk.dateline->begin);
                } else {
                    builder_.add_paragraph(lines);
                }
                break;
            case ChunkRole::preformatted: builder_.add_preformatted(lines, story_.layout.base_indent); break;
            case ChunkRole::prose:
            case ChunkRole::short_text:
            case ChunkRole::name:
            case ChunkRole::paragraph: builder_.add_paragraph(lines); break;
        }
    }

private:
    [[nodiscard]] std::uint8_t sure(std::uint8_t confidence) const {
        constexpr std::uint8_t most_when_cut = 80;
        return story_.flattened ? std::min(confidence, most_when_cut) : confidence;
    }

    /// "OPINION | A harbour for everyone": a genre or a part of the paper before a bar is the headline's kicker.
    void emit_headline(std::span<const Line> lines, std::uint8_t confidence) {
        constexpr std::size_t longest_kicker = 40;
        const Line& line = lines.front();
        const std::string_view text = line.in(builder_.text());
        const std::size_t bar = text.find('|');
        std::size_t end = std::min(bar, text.size());
        while (end > 0 && text[end - 1] == ' ') {
            --end;
        }
        const std::size_t begin = bar == std::string_view::npos ? bar : text.find_first_not_of(' ', bar + 1);
        const bool kicker = lines.size() == 1 && begin != std::string_view::npos && end > 0 && end <= longest_kicker &&
                            text.find('|', begin) == std::string_view::npos &&
                            story_.conventions->lexicon().whole(
                                text.substr(0, end), {PhraseKind::genre, PhraseKind::section}, story_.language);
        if (!kicker) {
            builder_.add_headline(HeadlineRole::main, lines, confidence);
            return;
        }
        const std::array parts{Line{line.begin, line.begin + end, line.indent}, Line{line.begin + begin, line.end, 0}};
        builder_.add_headline(HeadlineRole::kicker, std::span(parts).first(1), confidence);
        builder_.add_furniture(FurnitureKind::separator, line.begin + bar, line.begin + bar + 1);
        builder_.add_headline(HeadlineRole::main, std::span(parts).last(1), confidence);
    }

    void emit_keyword(std::size_t begin, std::size_t end) {
        const std::string keyword{builder_.text().substr(begin, end - begin)};
        builder_.add_found(builder_.document().meta.keywords, keyword, begin, end, 80);
    }

    /// A transmission's stamp whose envelope was lost on the way.
    void emit_stamp(std::string_view line, std::size_t begin) {
        auto& version = builder_.document().meta.dates.version_created;
        const auto stamp = read_stamp(line, *story_.conventions);
        if (stamp && !version) {
            version = builder_.found(stamp->date, begin + stamp->begin, begin + stamp->end, 95);
        }
    }

    void emit_note(const StoryChunk& chunk, std::size_t begin, std::size_t end) {
        Metadata& meta = builder_.document().meta;
        switch (chunk.phrase) {
            case PhraseKind::embargo: {
                meta.embargo = builder_.found(read_embargo(story_.text_of(chunk), *story_.conventions, story_.language),
                                              begin, end, 90);
                builder_.add_note(begin, end, "embargo");
                builder_.add_furniture(FurnitureKind::embargo_line, begin, end);
                break;
            }
            case PhraseKind::withheld:
                meta.status = builder_.found(PublicationStatus::withheld, begin, end, 90);
                builder_.add_note(begin, end, "withheld");
                builder_.add_furniture(FurnitureKind::correction_line, begin, end);
                break;
            case PhraseKind::correction:
                builder_.add_found(meta.signals, Concept{.qcode = "sig:correction"}, begin, end, 90);
                builder_.add_note(begin, end, "correction");
                builder_.add_furniture(FurnitureKind::correction_line, begin, end);
                break;
            default:
                builder_.add_note(begin, end, "advisory");
                builder_.add_furniture(FurnitureKind::advisory, begin, end);
                break;
        }
    }

    /// The agency that `line` names as it signs, or nothing else than it: "(EFE)".
    [[nodiscard]] std::string agency_of(std::string_view line) const {
        const Lexicon& lexicon = story_.conventions->lexicon();
        if (const auto sign_off = lexicon.whole(line, PhraseKind::sign_off, story_.language)) {
            return std::string(story_.conventions->agency(sign_off->phrase->value));
        }
        const auto agency = find_lone_agency(line, lexicon, story_.language);
        return agency ? std::string(story_.conventions->agency(agency->phrase->value)) : std::string();
    }

    /// A story that names its agency twice has one source.
    void add_source(Contributor source, std::size_t begin, std::size_t end, std::uint8_t confidence) {
        std::vector<Found<Contributor>>& sources = builder_.document().meta.information_sources;
        if (std::ranges::none_of(sources,
                                 [&](const Found<Contributor>& one) { return one.value.name == source.name; })) {
            builder_.add_found(sources, std::move(source), begin, end, confidence);
        }
    }

    void emit_end_mark(std::size_t begin, std::size_t end) {
        std::string agency = agency_of(builder_.text().substr(begin, end - begin));
        builder_.add_furniture(FurnitureKind::end_mark, begin, end, agency.empty() ? "end" : agency);
        if (!agency.empty()) {
            add_source({.kind = ContributorKind::agency, .name = std::move(agency)}, begin, end, 95);
        }
    }

    void emit_credit(std::size_t begin, std::size_t end) {
        const std::string_view line = builder_.text().substr(begin, end - begin);
        for (Credit& credit : read_credit_line(line, *story_.conventions, story_.language)) {
            Contributor contributor = std::move(credit.person.contributor);
            contributor.role = story_.conventions->role(credit.role);
            builder_.add_contributor(std::move(contributor), begin + credit.person.begin, begin + credit.person.end);
        }
        builder_.add_furniture(FurnitureKind::credit_line, begin, end);
    }

    void emit_source_note(std::size_t begin, std::size_t end) {
        SourceNote note =
            read_source_note(builder_.text().substr(begin, end - begin), *story_.conventions, story_.language);
        for (NotedSource& source : note.sources) {
            add_source({.kind = source.agency ? ContributorKind::agency : ContributorKind::organisation,
                        .name = std::move(source.name)},
                       begin + source.span.begin, begin + source.span.end, 90);
        }
        builder_.add_furniture(FurnitureKind::credit_line, begin, end);
    }

    void emit_rights(std::size_t begin, std::size_t end) {
        Rights rights{.notice = std::string(builder_.text().substr(begin, end - begin))};
        builder_.add_found(builder_.document().meta.rights, std::move(rights), begin, end, 90);
    }

    const StoryText& story_;
    DocumentBuilder& builder_;
};

}  // namespace

void emit_story(const StoryText& story, DocumentBuilder& builder) {
    Emitter emitter{story, builder};
    const auto furniture =
        std::ranges::count_if(story.chunks, [](const StoryChunk& chunk) { return !is_text(chunk.role); });
    std::vector<Found<Furniture>>& kept = builder.document().meta.furniture;
    kept.reserve(kept.size() + static_cast<std::size_t>(furniture));
    builder.document().body.reserve(story.chunks.size());
    for (const StoryChunk& chunk : story.chunks) {
        emitter.emit(chunk);
    }
}

}  // namespace galley::text
