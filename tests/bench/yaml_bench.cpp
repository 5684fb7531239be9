// How fast YAML is written and read, beside what cannot be beaten: a copy of the same bytes for the writer, yaml-cpp's
// parser with nobody listening for the reader; and beside yaml-cpp's own emitter and tree.
#include "converters/yaml/yaml_format.h"
#include "core/edge/yaml_cpp/yaml_node.h"
#include "galley/context.h"
#include "galley/host.h"
#include "galley/registry.h"
#include "tests/support/generate_document.h"

#include <benchmark/benchmark.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <cstring>
#include <sstream>
#include <string>

namespace {

using namespace galley;

/// A long story: 300 blocks of words as newspapers print them.
const Document& story() {
    static const Document document = test::generate_document(
        7, {.characters = test::Characters::letters, .blocks = 300, .depth = 2, .extras = false});
    return document;
}

std::string write(const Document& document) {
    const Registry registry;
    const MemoryHost host;
    Context context(registry, host);
    std::string bytes;
    const auto sink = memory_sink(bytes);
    const auto writer = yaml_format().make_writer(OptionValues::create("yaml", {}, {}).value(), host).value();
    const auto session = writer->begin(*sink, context).value();
    if (!session->story(document) || !session->end() || !sink->commit()) {
        std::abort();
    }
    return bytes;
}

const std::string& yaml() {
    static const std::string bytes = write(story());
    return bytes;
}

void count_bytes(benchmark::State& state) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(yaml().size()));
}

void copy_bytes(benchmark::State& state) {
    for (auto _ : state) {
        std::string copy(yaml().size(), '\0');
        std::memcpy(copy.data(), yaml().data(), copy.size());
        benchmark::DoNotOptimize(copy);
    }
    count_bytes(state);
}
BENCHMARK(copy_bytes);

void write_story(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(write(story()));
    }
    count_bytes(state);
}
BENCHMARK(write_story);

void emit(const YamlNode& node, YAML::Emitter& to) {
    switch (node.kind) {
        case YamlKind::null: to << YAML::Null; break;
        case YamlKind::scalar:
            if (node.quoted) {
                to << YAML::DoubleQuoted;
            }
            to << node.text;
            break;
        case YamlKind::sequence:
            to << YAML::BeginSeq;
            for (const YamlNode& item : node.items) {
                emit(item, to);
            }
            to << YAML::EndSeq;
            break;
        case YamlKind::mapping:
            to << YAML::BeginMap;
            for (const YamlEntry& entry : node.entries) {
                to << YAML::Key << entry.key << YAML::Value;
                emit(entry.value, to);
            }
            to << YAML::EndMap;
            break;
    }
}

void write_with_yaml_cpp(benchmark::State& state) {
    const YamlNode tree = read_yaml("bench", yaml()).value();
    for (auto _ : state) {
        YAML::Emitter to;
        emit(tree, to);
        benchmark::DoNotOptimize(to.c_str());
    }
    count_bytes(state);
}
BENCHMARK(write_with_yaml_cpp);

void parse_for_nobody(benchmark::State& state) {
    struct Nobody final : YAML::EventHandler {
        void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
        void OnDocumentEnd() override {}
        void OnNull(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}
        void OnAlias(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}
        void OnScalar(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                      const std::string& /*value*/) override {}
        void OnSequenceStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                             YAML::EmitterStyle::value /*style*/) override {}
        void OnSequenceEnd() override {}
        void OnMapStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                        YAML::EmitterStyle::value /*style*/) override {}
        void OnMapEnd() override {}
    } nobody;
    for (auto _ : state) {
        std::istringstream stream(yaml());
        YAML::Parser parser(stream);
        parser.HandleNextDocument(nobody);
    }
    count_bytes(state);
}
BENCHMARK(parse_for_nobody);

void load_with_yaml_cpp(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(YAML::Load(yaml()));
    }
    count_bytes(state);
}
BENCHMARK(load_with_yaml_cpp);

void read_tree(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(read_yaml("bench", yaml()).value());
    }
    count_bytes(state);
}
BENCHMARK(read_tree);

void read_story(benchmark::State& state) {
    const Registry registry;
    const MemoryHost host;
    Context context(registry, host);
    const auto reader = yaml_format().make_reader(OptionValues::create("yaml", {}, {}).value(), host).value();
    for (auto _ : state) {
        const auto source = memory_source("bench", yaml());
        const auto read = reader->read(
            *source,
            [](Document&& document) -> Result<> {
                benchmark::DoNotOptimize(document);
                return {};
            },
            context);
        if (!read) {
            state.SkipWithError("not read");
        }
    }
    count_bytes(state);
}
BENCHMARK(read_story);

}  // namespace
