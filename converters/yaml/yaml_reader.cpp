#include "converters/yaml/yaml_reader.h"

#include "converters/yaml/yaml_documents.h"
#include "converters/yaml/yaml_format.h"
#include "converters/yaml/yaml_story_reader.h"
#include "core/edge/yaml_cpp/yaml_node.h"
#include "galley/digest.h"
#include "galley/invariants.h"
#include "galley/try.h"

#include <optional>
#include <string>
#include <utility>

namespace galley {

namespace {

Source source_of(std::string_view name, const YamlDocument& yaml, bool keep_bytes) {
    Source source;
    source.name = name;
    source.format = yaml_format().name;
    source.media_type = yaml_format().media_types.front();
    source.encoding = std::string("UTF-8");
    source.newline = yaml.text.contains("\r\n") ? Newline::crlf : Newline::lf;
    source.size = yaml.text.size();
    source.extent = Span{yaml.offset, yaml.offset + yaml.text.size()};
    source.sha256 = sha256(yaml.text);
    if (keep_bytes) {
        source.bytes = std::string(yaml.text);
    }
    return source;
}

bool is_sound(const Document& document, const YamlNode& root, std::string_view name, Context& context) {
    Diagnostics broken = check_invariants(document, context.limits());
    for (Diagnostic& diagnostic : broken) {
        diagnostic.cause = Cause::input;
        diagnostic.where.source = name;
        diagnostic.where.line = root.line;
        diagnostic.hints = {"correct it in the YAML file"};
        context.say(std::move(diagnostic));
    }
    return broken.empty();
}

/// The story of one document; nothing, with the reasons said, when it is none.
std::optional<Document> read_story(std::string_view name, const YamlDocument& yaml, Context& context) {
    Limits limits = context.limits();
    limits.depth = deepest_yaml;  // a level of the model takes several collections; check_invariants counts levels
    auto root = read_yaml(name, yaml.text, limits, yaml.first_line);
    if (!root) {
        context.say(std::move(root).error());
        return std::nullopt;
    }
    if (root->is_null()) {
        return std::nullopt;
    }
    std::optional<Document> document = read_yaml_story(name, *root, context.diagnostics());
    if (!document) {
        return std::nullopt;
    }
    if (root->find("source") == nullptr) {
        document->source = source_of(name, yaml, context.keep_source_bytes());
    }
    return is_sound(*document, *root, name, context) ? std::move(document) : std::nullopt;
}

}  // namespace

Result<> YamlReader::read(ByteSource& source, const OnStory& on_story, Context& context) const {
    YamlDocuments documents(source, context.limits().story_bytes);
    for (;;) {
        GALLEY_TRY(const std::optional<YamlDocument> yaml, documents.next());
        if (!yaml) {
            return {};
        }
        if (context.stop_requested()) {
            return fail(Context::stopped());
        }
        if (std::optional<Document> story = read_story(source.name(), *yaml, context)) {
            GALLEY_CHECK(on_story(std::move(*story)));
        }
    }
}

}  // namespace galley
