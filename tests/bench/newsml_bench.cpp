// How long NewsML-G2 takes against libxml2's own work on the same bytes, in one run: writing at most 3 times
// xmlTextWriter, reading at most 2 times xmlReadMemory, checking the rules at most 1.5 times reading.
// Run it with --benchmark_repetitions=15 --benchmark_enable_random_interleaving=true, and compare the least of each.

#include "galley/builtin.h"
#include "galley/convert.h"
#include "galley/digest.h"

#include <benchmark/benchmark.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <malloc.h>

#include <map>
#include <string>
#include <vector>

namespace {

using namespace galley;

constexpr std::string_view sentences =
    "HALIFAX — The harbour’s new quay opened on Friday, and the city’s mayor said that “nobody had believed in it” when the "
    "plans were shown for the first time. Ships of every size may land there from next week on, among them the ferries that "
    "had to stay outside in winter; the works cost $2.5 million & took four years, two more than had been planned. Its "
    "builders have asked for another year to finish the second part.";

Document story(std::int64_t paragraphs) {
    Document document;
    document.source.sha256 = sha256("bench");
    document.source.media_type = "text/plain";
    document.meta.language = std::string("en");
    document.meta.provider = Provider{.name = "Example Press", .domain = "example.org"};
    document.meta.dates.content_created = PartialDate{.year = 2026, .month = std::uint8_t{1}, .day = std::uint8_t{2}};
    document.meta.headlines.emplace_back(Headline{.text = "Quay opens after years of work"});
    Found<Byline> byline;
    byline.raw = "By Ana Lima";
    byline.value.contributors.emplace_back(Contributor{.kind = ContributorKind::person, .name = "Ana Lima"});
    document.meta.bylines.push_back(std::move(byline));
    for (std::int64_t paragraph = 0; paragraph < paragraphs; ++paragraph) {
        document.body.emplace_back(Paragraph{.content = {Text{std::string(sentences)}}});
    }
    return document;
}

Document marked_story(std::int64_t paragraphs) {
    Document document = story(0);
    for (std::int64_t paragraph = 0; paragraph < paragraphs; ++paragraph) {
        Inlines line{
            Text{"The mayor, "},
            Entity{.kind = EntityKind::person, .content = {Text{"Ana Lima"}}},
            Text{", said "},
            Emphasis{EmphasisKind::strong, {Text{"nobody "}, Emphasis{EmphasisKind::emphasis, {Text{"at all"}}}}},
            Text{" had believed in it, as "},
            Link{.target = "https://example.org/quay?a=1&b=2", .content = {Text{"the plans"}}},
            Text{" of "},
            Entity{.kind = EntityKind::chronology, .value = "20260102", .content = {Text{"Friday"}}},
            Text{" show."}};
        document.body.emplace_back(Paragraph{.content = std::move(line)});
    }
    return document;
}

Document table_story(std::int64_t rows) {
    Document document = story(0);
    Table table;
    for (std::int64_t row = 0; row < rows; ++row) {
        std::vector<Cell> cells;
        for (const std::string_view text : {"Halifax", "12", "3,450", "—", "£7.20", "Nova Scotia"}) {
            cells.push_back(Cell{.content = {Paragraph{.content = {Text{std::string(text)}}}}});
        }
        table.rows.push_back(std::move(cells));
    }
    document.body.emplace_back(std::move(table));
    return document;
}

/// What is written and read: so many stories of one kind in one file.
struct Shape {
    std::string name;
    Document (*make)(std::int64_t size);
    std::int64_t size;
    int stories = 1;
};

const Shape shapes[] = {{"1", story, 1},
                        {"5", story, 5},
                        {"200", story, 200},
                        {"inlines", marked_story, 2000},
                        {"table", table_story, 2000},
                        {"message", story, 5, 500}};

struct Set {
    Registry registry;
    MemoryHost host{std::chrono::sys_days{std::chrono::year{2026} / 1 / 3}};
    const Format* format = nullptr;
    std::string bytes;

    explicit Set(const Shape& shape) {
        (void)register_builtin(registry);
        format = registry.find("newsml-g2").value();
        Context context(registry, host);
        Document document = shape.make(shape.size);
        bytes = write(document, shape.stories, context);
    }

    std::string write(Document& document, int stories, Context& context) const {
        static const auto writer = Target::create(*format, {}, host).value().writer;
        std::string out;
        const auto sink = memory_sink(out);
        const auto session = writer->begin(*sink, context).value();
        for (int story = 0; story < stories; ++story) {
            document.identity.guid = "urn:newsml:example.org:20260102:" + std::to_string(story);
            (void)session->story(document);
        }
        (void)session->end();
        (void)sink->commit();
        return out;
    }
};

const Set& set_for(const Shape& shape) {
    static std::map<std::string, Set> sets;
    return sets.try_emplace(shape.name, shape).first->second;
}

/// One call of xmlTextWriter, and the strings it takes.
struct Call {
    enum class Kind { start, attribute, text, end } kind;
    std::string name;
    std::string value;
};

std::vector<Call> calls_for(const std::string& bytes) {
    std::vector<Call> calls;
    xmlTextReader* reader = xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, 0);
    const auto text = [](const xmlChar* value) { return std::string(reinterpret_cast<const char*>(value)); };
    while (xmlTextReaderRead(reader) == 1) {
        const int type = xmlTextReaderNodeType(reader);
        if (type == XML_READER_TYPE_ELEMENT) {
            const bool empty = xmlTextReaderIsEmptyElement(reader) == 1;
            calls.push_back({Call::Kind::start, text(xmlTextReaderConstName(reader)), {}});
            while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
                calls.push_back({Call::Kind::attribute, text(xmlTextReaderConstName(reader)),
                                 text(xmlTextReaderConstValue(reader))});
            }
            if (empty) {
                calls.push_back({Call::Kind::end, {}, {}});
            }
        } else if (type == XML_READER_TYPE_END_ELEMENT) {
            calls.push_back({Call::Kind::end, {}, {}});
        } else if (xmlTextReaderHasValue(reader) == 1) {
            calls.push_back({Call::Kind::text, {}, text(xmlTextReaderConstValue(reader))});
        }
    }
    xmlFreeTextReader(reader);
    return calls;
}

void libxml2_writes(benchmark::State& state, const Shape& shape) {
    const auto calls = calls_for(set_for(shape).bytes);
    const auto view = [](const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); };
    for (auto _ : state) {
        xmlBuffer* buffer = xmlBufferCreate();
        xmlTextWriter* writer = xmlNewTextWriterMemory(buffer, 0);
        xmlTextWriterStartDocument(writer, nullptr, "UTF-8", nullptr);
        for (const Call& call : calls) {
            switch (call.kind) {
                case Call::Kind::start: xmlTextWriterStartElement(writer, view(call.name)); break;
                case Call::Kind::attribute:
                    xmlTextWriterWriteAttribute(writer, view(call.name), view(call.value));
                    break;
                case Call::Kind::text: xmlTextWriterWriteString(writer, view(call.value)); break;
                case Call::Kind::end: xmlTextWriterEndElement(writer); break;
            }
        }
        xmlTextWriterEndDocument(writer);
        xmlFreeTextWriter(writer);
        benchmark::DoNotOptimize(xmlBufferContent(buffer));
        xmlBufferFree(buffer);
    }
}

void galley_writes(benchmark::State& state, const Shape& shape) {
    const Set& set = set_for(shape);
    Document document = shape.make(shape.size);
    for (auto _ : state) {
        Context context(set.registry, set.host);
        benchmark::DoNotOptimize(set.write(document, shape.stories, context));
    }
}

void libxml2_reads(benchmark::State& state, const Shape& shape) {
    const std::string& bytes = set_for(shape).bytes;
    for (auto _ : state) {
        xmlFreeDoc(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, XML_PARSE_NONET));
    }
}

void galley_reads(benchmark::State& state, const Shape& shape) {
    const Set& set = set_for(shape);
    const auto reader = Origin::create(*set.format, {}, set.host).value().reader;
    for (auto _ : state) {
        Context context(set.registry, set.host);
        const auto source = memory_source("bench.xml", set.bytes);
        const auto done = reader->read(
            *source,
            [](Document&& document) -> Result<> {
                benchmark::DoNotOptimize(document.body.size());
                return {};
            },
            context);
        benchmark::DoNotOptimize(done.has_value());
    }
}

void galley_checks(benchmark::State& state, const Shape& shape) {
    const Set& set = set_for(shape);
    for (auto _ : state) {
        Context context(set.registry, set.host);
        (void)set.format->validate("bench.xml", set.bytes, {}, context);
        benchmark::DoNotOptimize(context.diagnostics().size());
    }
}

using Measure = void (*)(benchmark::State& state, const Shape& shape);

const struct {
    std::string name;
    Measure measure;
} measures[] = {{"libxml2_writes", libxml2_writes},
                {"galley_writes", galley_writes},
                {"libxml2_reads", libxml2_reads},
                {"galley_reads", galley_reads},
                {"galley_checks", galley_checks}};

}  // namespace

// The process keeps the memory it once had: else what is measured is whether the end of the heap happens to be free
// after each round, so that the kernel takes it back and gives it again, page by page.
int main(int argc, char** argv) {
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    for (const Shape& shape : shapes) {
        for (const auto& [name, measure] : measures) {
            benchmark::RegisterBenchmark((name + "/" + shape.name).c_str(), measure, shape);
        }
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
