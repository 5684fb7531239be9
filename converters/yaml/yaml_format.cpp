#include "converters/yaml/yaml_format.h"

#include "converters/yaml/yaml_reader.h"
#include "converters/yaml/yaml_writer.h"
#include "galley/byte_source.h"

#include <memory>
#include <string>

namespace galley {

namespace {

constexpr std::string_view extensions[] = {".yaml", ".yml"};
constexpr std::string_view media_types[] = {"application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"};

constexpr SniffScore beyond_doubt = 100;
constexpr SniffScore likely = 70;
constexpr SniffScore possible = 30;

/// True when a line of `head` begins with `key` and a colon.
bool has_key(std::string_view head, std::string_view key) {
    for (std::size_t at = head.find(key); at != std::string_view::npos; at = head.find(key, at + 1)) {
        const bool starts_line = at == 0 || head[at - 1] == '\n';
        if (starts_line && head.substr(at + key.size()).starts_with(':')) {
            return true;
        }
    }
    return false;
}

SniffScore sniff(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) {
        head.remove_prefix(3);
    }
    if (has_key(head, "galley")) {
        return beyond_doubt;
    }
    const int keys =
        has_key(head, "meta") + has_key(head, "body") + has_key(head, "identity") + has_key(head, "source");
    return keys >= 2 ? likely : keys == 1 ? possible : 0;
}

Result<std::unique_ptr<Reader>> make_reader(const OptionValues& /*options*/, const Host& /*host*/) {
    return std::make_unique<YamlReader>();
}

Result<std::unique_ptr<Writer>> make_writer(const OptionValues& /*options*/, const Host& /*host*/) {
    return std::make_unique<YamlWriter>();
}

/// The reader refuses whatever is not of the schema or breaks a rule of the model.
Result<> validate(std::string_view name, std::string_view bytes, std::string_view /*schemas*/, Context& context) {
    const auto source = memory_source(std::string(name), bytes);
    bool any = false;
    const std::size_t before = context.diagnostics().size();
    auto read = YamlReader().read(
        *source,
        [&](Document&&) -> Result<> {
            any = true;
            return {};
        },
        context);
    if (read && !any && context.diagnostics().size() == before) {
        context.say({.code = "yaml.no-story",
                     .message = "'" + std::string(name) + "' holds no story",
                     .where = {.source = std::string(name)}});
    }
    return read;
}

}  // namespace

const Format& yaml_format() {
    static const Format format{.name = "yaml",
                               .title = "YAML, the lossless form of a document",
                               .extensions = extensions,
                               .media_types = media_types,
                               .pronom = "fmt/818",
                               .features = Feature::everything,
                               .many_stories = true,
                               .lossless = true,
                               .hardened = true,
                               .sniff = sniff,
                               .make_reader = make_reader,
                               .make_writer = make_writer,
                               .validate = validate};
    return format;
}

}  // namespace galley
