#include "tests/support/generate_document.h"

#include "galley/digest.h"
#include "tests/support/generate_blocks.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace galley::test {

namespace {

constexpr std::string_view encodings[] = {"UTF-8", "windows-1252", "UTF-16LE", "KOI8-U"};
constexpr std::string_view languages[] = {"en", "fr-CA", "uk", "ar", "zh-Hant"};
constexpr std::string_view roles[] = {"writer", "photographer", "editing", ""};

class DocumentGenerator {
public:
    DocumentGenerator(std::uint64_t seed, const GenerateOptions& options) : random_(seed), options_(options) {}

    Document document() {
        Document document;
        document.source = source();
        source_size_ = document.source.size;
        document.resources = resources();
        BlockGenerator blocks(random_, options_, source_size_, document.resources);
        blocks_ = &blocks;
        document.identity = identity();
        document.meta = metadata();
        document.body = blocks.blocks(options_.blocks);
        document.provenance = provenance();
        document.extra = blocks.extras();
        return document;
    }

private:
    std::string line(std::uint32_t most_words = 6) { return generate_line(random_, options_.characters, most_words); }
    std::string maybe_line(std::uint32_t most_words = 6) {
        return random_.chance(50) ? line(most_words) : std::string();
    }

    template <class Make>
    auto found(Make make) {
        Found<decltype(make())> found(make());
        if (random_.chance(60)) {
            found.raw = random_.chance(80) ? line() : generate_lines(random_, options_.characters);
            found.span = blocks_ ? blocks_->span() : std::nullopt;
            found.method = random_.pick_up_to(Method::configured);
            found.confidence = random_.chance(50) ? 100 : static_cast<std::uint8_t>(random_.up_to(100U));
            found.extra = blocks_ ? blocks_->extras() : Extras{};
        }
        return found;
    }

    template <class Make>
    auto maybe(Make make) -> std::optional<Found<decltype(make())>> {
        if (!random_.chance(40)) {
            return std::nullopt;
        }
        return found(make);
    }

    template <class Make>
    auto some(Make make, std::uint32_t most = 2) {
        std::vector<Found<decltype(make())>> all;
        for (std::uint32_t count = random_.chance(50) ? 0 : random_.up_to(most) + 1; count > 0; --count) {
            all.push_back(found(make));
        }
        return all;
    }

    // Every combination of parts that a date may state.
    PartialDate date() {
        PartialDate date;
        const bool full = random_.chance(50);
        if (full || random_.chance(50)) {
            date.year = random_.chance(90) ? random_.between(1980, 2030) : random_.between(-9999, 9999);
        }
        if (full || random_.chance(50)) {
            date.month = random_.between<std::uint8_t>(1, 12);
        }
        if (full || (random_.chance(50) && (date.month || !date.year))) {
            date.day = random_.between<std::uint8_t>(1, 28);
        }
        if (date.empty() || (date.day && random_.chance(50))) {
            date.time = time_of_day();
            if (random_.chance(60)) {
                date.offset = static_cast<std::int16_t>(random_.chance(50) ? 0 : random_.up_to(2878) - 1439);
            }
        }
        return date;
    }

    TimeOfDay time_of_day() {
        TimeOfDay time{.hour = random_.up_to<std::uint8_t>(23),
                       .minute = random_.up_to<std::uint8_t>(59),
                       .second = {},
                       .nanosecond = {}};
        if (random_.chance(50)) {
            time.second = random_.up_to<std::uint8_t>(59);
            if (random_.chance(30)) {
                time.nanosecond = random_.up_to<std::uint32_t>(999'999'999);
            }
        }
        return time;
    }

    Source source() {
        Source source;
        source.name = random_.chance(80) ? "story-" + std::to_string(random_.up_to(99U)) + ".txt" : maybe_line();
        source.format = random_.chance(80) ? "text" : "";
        source.media_type = random_.chance(50) ? "text/plain" : "";
        source.newline = random_.pick_up_to(Newline::mixed);
        source.encoding = maybe([&] { return std::string(random_.pick(encodings)); });
        if (random_.chance(50)) {
            const std::string bytes = generate_bytes(random_, 400);
            source.size = bytes.size();
            source.sha256 = sha256(bytes);
            if (random_.chance(60)) {
                source.bytes = bytes;
            }
        } else {
            source.size = random_.up_to<std::uint64_t>(1U << 20U);
        }
        if (random_.chance(20)) {
            source.extent = Span{0, source.size};
        }
        return source;
    }

    Resources resources() {
        Resources resources;
        for (std::uint32_t count = random_.up_to(2U); count > 0; --count) {
            Resource resource;
            resource.id = "picture-" + std::to_string(count);
            resource.media_type = "image/jpeg";
            resource.href = random_.chance(70) ? "https://example.org/p.jpg" : "";
            resource.title = maybe_line();
            if (random_.chance(30)) {
                resource.bytes = generate_bytes(random_, 100);
            }
            resources.push_back(std::move(resource));
        }
        return resources;
    }

    Identity identity() {
        Identity identity;
        identity.guid =
            maybe([&] { return "urn:newsml:example.org:20260102:" + std::to_string(random_.up_to(9999U)); });
        identity.version = maybe([&] { return random_.between<std::uint32_t>(1, 40); });
        identity.alternatives = some([&] { return AlternativeId{.type = "doc-id", .value = line(2)}; });
        return identity;
    }

    Contributor contributor() {
        return {.kind = random_.pick_up_to(ContributorKind::agency),
                .name = line(3),
                .role = std::string(random_.pick(roles)),
                .job_title = maybe_line(3),
                .affiliation = maybe_line(2),
                .identifier = random_.chance(20) ? "http://example.org/people/1" : ""};
    }

    Place place() { return {.name = line(2), .region = maybe_line(1), .country = maybe_line(2)}; }

    Concept subject() {
        Concept subject{
            .qcode = random_.chance(60) ? "medtop:04000000" : "", .uri = {}, .name = maybe_line(3), .type = {}};
        if (random_.chance(30) || (subject.qcode.empty() && subject.name.empty())) {
            subject.uri = "http://cv.iptc.org/newscodes/mediatopic/04000000";
        }
        subject.type = random_.chance(20) ? "cpnat:abstract" : "";
        return subject;
    }

    Dates dates() {
        const auto date = [&] { return this->date(); };
        return {.content_created = maybe(date),
                .content_modified = maybe(date),
                .first_created = maybe(date),
                .version_created = maybe(date)};
    }

    Metadata metadata() {
        Metadata meta;
        const auto subject = [&] { return this->subject(); };
        const auto text = [&] { return line(); };
        meta.title = maybe(text);
        meta.headlines =
            some([&] { return Headline{.role = random_.pick_up_to(HeadlineRole::alternative), .text = line()}; });
        meta.bylines = some([&] {
            return Byline{.contributors = some([&] { return contributor(); }), .and_others = random_.chance(10)};
        });
        meta.datelines = some([&] {
            return Dateline{
                .places = some([&] { return place(); }), .date = maybe([&] { return date(); }), .agencies = some(text)};
        });
        meta.dates = dates();
        meta.language = maybe([&] { return std::string(random_.pick(languages)); });
        meta.direction = random_.pick_up_to(Direction::right_to_left);
        meta.status = maybe([&] { return random_.pick_up_to(PublicationStatus::canceled); });
        meta.urgency = maybe([&] { return random_.between<std::uint8_t>(1, 9); });
        meta.embargo = maybe([&] { return Embargo{.until = random_.chance(80) ? date() : PartialDate{}}; });
        meta.signals = some(subject);
        meta.notes = some([&] {
            return EditorialNote{.role = random_.chance(50) ? "correction" : "",
                                 .text = generate_lines(random_, options_.characters)};
        });
        meta.provider = maybe([&] {
            return Provider{.qcode = "nprov:EX",
                            .uri = {},
                            .name = maybe_line(2),
                            .domain = random_.chance(50) ? "example.org" : ""};
        });
        meta.contributors = some([&] { return contributor(); });
        meta.information_sources = some([&] { return contributor(); });
        meta.credit = maybe(text);
        meta.slugline = maybe([&] { return Slugline{.text = line(2), .separator = random_.chance(50) ? "-" : ""}; });
        meta.subjects = some(subject);
        meta.keywords = some(text, 4);
        meta.genres = some(subject);
        meta.summary = maybe(text);
        meta.rights = some([&] {
            return Rights{.holder = maybe_line(2),
                          .holder_uri = {},
                          .notice = "© 2026 Example Press",
                          .usage_terms = maybe_line(),
                          .data_mining = {}};
        });
        meta.links = some([&] {
            return ItemLink{.relation = "irel:seeAlso",
                            .href = "https://example.org/1",
                            .residref = {},
                            .media_type = "text/html",
                            .title = maybe_line()};
        });
        meta.furniture = some(
            [&] { return Furniture{.kind = random_.pick_up_to(FurnitureKind::navigation), .value = maybe_line(2)}; },
            5);
        return meta;
    }

    Provenance provenance() {
        Provenance provenance;
        provenance.generator = maybe_line(2);
        for (std::uint32_t count = random_.up_to(2U); count > 0; --count) {
            provenance.events.push_back({.action = "received",
                                         .agent = maybe_line(2),
                                         .when = random_.chance(70) ? date() : PartialDate{},
                                         .detail = maybe_line()});
        }
        return provenance;
    }

    Random random_;
    const GenerateOptions& options_;
    std::uint64_t source_size_ = 0;
    BlockGenerator* blocks_ = nullptr;
};

}  // namespace

Document generate_document(std::uint64_t seed, const GenerateOptions& options) {
    return DocumentGenerator(seed, options).document();
}

Document generate_deep_document(std::uint64_t seed, std::uint32_t depth) {
    Random random(seed);
    Inlines content{Text{.utf8 = generate_line(random, Characters::scripts)}};
    std::uint32_t level = 2;  // the paragraph and its text
    for (; level < depth / 2; ++level) {
        content = random.chance(50) ? Inlines{Emphasis{.kind = EmphasisKind::strong, .content = std::move(content)}}
                                    : Inlines{Foreign{.language = "fr", .content = std::move(content)}};
    }
    Blocks body{Paragraph{.content = std::move(content)}};
    for (; level < depth; ++level) {
        switch (random.up_to(3U)) {
            case 0: body = {Quote{.content = std::move(body)}}; break;
            case 1: body = {Note{.content = std::move(body)}}; break;
            case 2: body = {List{.items = {std::move(body)}}}; break;
            default: body = {Table{.rows = {{Cell{.content = std::move(body)}}}}};
        }
    }
    Document document;
    document.body = std::move(body);
    return document;
}

}  // namespace galley::test
