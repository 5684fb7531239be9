#pragma once

#include "converters/yaml/yaml_format.h"
#include "galley/context.h"
#include "galley/host.h"
#include "galley/registry.h"
#include "galley/sink.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace galley::test {

/// Writes and reads YAML with nothing else around.
struct YamlRoundTrip {
    Registry registry;
    MemoryHost host;
    Context context{registry, host};

    std::string write(const std::vector<Document>& documents) {
        std::string bytes;
        const auto sink = memory_sink(bytes);
        const OptionValues options = OptionValues::create("yaml", {}, {}).value();
        const auto writer = yaml_format().make_writer(options, host).value();
        const auto session = writer->begin(*sink, context).value();
        for (const Document& document : documents) {
            REQUIRE(session->story(document));
        }
        REQUIRE(session->end());
        REQUIRE(sink->commit());
        return bytes;
    }

    /// What can be read; the rest is in the context's diagnostics.
    std::vector<Document> read(std::string_view yaml) {
        const auto source = memory_source("test.yaml", yaml);
        return read(*source);
    }

    std::vector<Document> read(ByteSource& source) {
        std::vector<Document> documents;
        const OptionValues options = OptionValues::create("yaml", {}, {}).value();
        const auto reader = yaml_format().make_reader(options, host).value();
        const auto done = reader->read(
            source,
            [&](Document&& document) -> Result<> {
                documents.push_back(std::move(document));
                return {};
            },
            context);
        if (!done) {
            context.say(done.error());
        }
        return documents;
    }

    Document read_one(std::string_view yaml) {
        auto documents = read(yaml);
        for (const Diagnostic& diagnostic : context.diagnostics()) {
            FAIL(diagnostic.code << " " << diagnostic.where.line << ": " << diagnostic.message << "\n" << yaml);
        }
        REQUIRE(documents.size() == 1);
        return std::move(documents.front());
    }

    /// The first thing said about `yaml`, which gives no story.
    Diagnostic refuse(std::string_view yaml) {
        context.diagnostics().clear();
        REQUIRE(read(yaml).empty());
        REQUIRE_FALSE(context.diagnostics().empty());
        return context.diagnostics().front();
    }
};

}  // namespace galley::test
