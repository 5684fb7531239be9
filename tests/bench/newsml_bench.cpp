// How long NewsML-G2 takes against libxml2's own work on the same bytes, in one run: writing at most 3 times
// xmlTextWriter, reading at most 2 times xmlReadMemory, checking the rules at most 1.5 times reading.

#include "galley/builtin.h"
#include "galley/convert.h"
#include "galley/digest.h"

#include <benchmark/benchmark.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>

#include <map>
#include <string>
#include <vector>

namespace {

using namespace galley;

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
        document.body.emplace_back(Paragraph{.content = {Text{"HALIFAX — The harbour’s new quay opened on Friday, and "
                                                              "the city’s mayor said that “nobody had believed in "
                                                              "it” when the plans were shown for the first time. Ships "
                                                              "of every size may land there from next week on, "
                                                              "among them the ferries that had to stay outside in "
                                                              "winter; the works cost $2.5 million & took four years, "
                                                              "two more than had been planned. Its builders have asked "
                                                              "for another year to finish the second part."}}});
    }
    return document;
}

struct Set {
    Registry registry;
    MemoryHost host{std::chrono::sys_days{std::chrono::year{2026} / 1 / 3}};
    const Format* format = nullptr;
    std::string bytes;

    explicit Set(std::int64_t paragraphs) {
        (void)register_builtin(registry);
        format = registry.find("newsml-g2").value();
        Context context(registry, host);
        bytes = write(story(paragraphs), context);
    }

    std::string write(const Document& document, Context& context) const {
        static const auto writer = Target::create(*format, {}, host).value().writer;
        std::string out;
        const auto sink = memory_sink(out);
        const auto session = writer->begin(*sink, context).value();
        (void)session->story(document);
        (void)session->end();
        (void)sink->commit();
        return out;
    }
};

/// For stories of so many paragraphs.
const Set& set_for(const benchmark::State& state) {
    static std::map<std::int64_t, Set> sets;
    return sets.try_emplace(state.range(0), state.range(0)).first->second;
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

void libxml2_writes(benchmark::State& state) {
    const auto calls = calls_for(set_for(state).bytes);
    const auto view = [](const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); };
    for (auto _ : state) {
        xmlBuffer* buffer = xmlBufferCreate();
        xmlTextWriter* writer = xmlNewTextWriterMemory(buffer, 0);
        xmlTextWriterStartDocument(writer, nullptr, "UTF-8", nullptr);
        for (const Call& call : calls) {
            switch (call.kind) {
                case Call::Kind::start:
                    xmlTextWriterStartElement(writer, view(call.name));
                    break;
                case Call::Kind::attribute:
                    xmlTextWriterWriteAttribute(writer, view(call.name), view(call.value));
                    break;
                case Call::Kind::text:
                    xmlTextWriterWriteString(writer, view(call.value));
                    break;
                case Call::Kind::end:
                    xmlTextWriterEndElement(writer);
                    break;
            }
        }
        xmlTextWriterEndDocument(writer);
        xmlFreeTextWriter(writer);
        benchmark::DoNotOptimize(xmlBufferContent(buffer));
        xmlBufferFree(buffer);
    }
}

void galley_writes(benchmark::State& state) {
    const Set& set = set_for(state);
    const Document document = story(state.range(0));
    for (auto _ : state) {
        Context context(set.registry, set.host);
        benchmark::DoNotOptimize(set.write(document, context));
    }
}

void libxml2_reads(benchmark::State& state) {
    const std::string& bytes = set_for(state).bytes;
    for (auto _ : state) {
        xmlFreeDoc(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, XML_PARSE_NONET));
    }
}

void galley_reads(benchmark::State& state) {
    const Set& set = set_for(state);
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

void galley_checks(benchmark::State& state) {
    const Set& set = set_for(state);
    for (auto _ : state) {
        Context context(set.registry, set.host);
        (void)set.format->validate("bench.xml", set.bytes, {}, context);
        benchmark::DoNotOptimize(context.diagnostics().size());
    }
}

BENCHMARK(libxml2_writes)->Arg(1)->Arg(5)->Arg(200);
BENCHMARK(galley_writes)->Arg(1)->Arg(5)->Arg(200);
BENCHMARK(libxml2_reads)->Arg(1)->Arg(5)->Arg(200);
BENCHMARK(galley_reads)->Arg(1)->Arg(5)->Arg(200);
BENCHMARK(galley_checks)->Arg(1)->Arg(5)->Arg(200);

}  // namespace
