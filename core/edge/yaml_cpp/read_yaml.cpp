#include "core/edge/yaml_cpp/yaml_node.h"
#include "core/edge/yaml_cpp/yaml_tree_builder.h"
#include "galley/utf8.h"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <istream>
#include <streambuf>
#include <utility>

namespace galley {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Lets the library read a view without a copy of it.
class ViewBuffer final : public std::streambuf {
public:
    explicit ViewBuffer(std::string_view text) {
        char* begin = const_cast<char*>(text.data());  // NOLINT: streambuf's get area is never written to
        setg(begin, begin, begin + text.size());
    }
};

Where place_of(std::string_view name, std::string_view text, std::size_t offset, std::uint32_t first_line) {
    const std::string_view before = text.substr(0, offset);
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    return {.source = std::string(name),
            .line = first_line + static_cast<std::uint64_t>(std::ranges::count(before, '\n')),
            .column = utf8::count_characters(before.substr(line_start)) + 1};
}

// What the library would take for something else than it is: bytes that are not UTF-8 become U+FFFD, U+0004 ends the
// input.
Result<> check_characters(std::string_view name, std::string_view text, std::uint32_t first_line) {
    if (const std::size_t invalid = utf8::find_invalid(text); invalid != std::string_view::npos) {
        return fail({.code = "yaml.not-utf8",
                     .message = "'" + std::string(name) + "' is not UTF-8 from byte " + std::to_string(invalid) + " on",
                     .where = place_of(name, text, invalid, first_line),
                     .hints = {"save it as UTF-8"}});
    }
    const auto control = std::ranges::find_if(text, [](char byte) {
        return static_cast<unsigned char>(byte) < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
    });
    if (control != text.end()) {
        return fail({.code = "yaml.syntax",
                     .message = "a control character stands in the text",
                     .where = place_of(name, text, static_cast<std::size_t>(control - text.begin()), first_line),
                     .hints = {"remove it, or write it as an escape (\\x07) inside double quotes"}});
    }
    return {};
}

std::string lower_initial(std::string message) {
    if (!message.empty() && message.front() >= 'A' && message.front() <= 'Z') {
        message.front() = static_cast<char>(message.front() - 'A' + 'a');
    }
    return message;
}

}  // namespace

Result<YamlNode> read_yaml(std::string_view name, std::string_view text, const Limits& limits,
                           std::uint32_t first_line) {
    if (text.size() > limits.story_bytes) {
        return fail(
            {.code = "yaml.too-large",
             .message = "'" + std::string(name) + "' has more than " + std::to_string(limits.story_bytes) + " bytes",
             .where = {.source = std::string(name)}});
    }
    if (auto fit = check_characters(name, text, first_line); !fit) {
        return fail(std::move(fit).error());
    }
    if (text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    YamlTreeBuilder builder(name, text, limits, first_line);
    try {
        ViewBuffer buffer(text);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
        return builder.take_root();
    } catch (YamlRefusal& refusal) {
        return fail(std::move(refusal.diagnostic));
    } catch (const YAML::DeepRecursion& error) {
        return fail({.code = "yaml.too-deep",
                     .message = "too many lists and mappings inside one another",
                     .where = builder.where(error.mark)});
    } catch (const YAML::Exception& error) {
        return fail({.code = "yaml.syntax", .message = lower_initial(error.msg), .where = builder.where(error.mark)});
    } catch (const std::exception& error) {
        return fail({.cause = Cause::internal,
                     .code = "yaml.internal",
                     .message = error.what(),
                     .where = {.source = std::string(name)}});
    }
}

}  // namespace galley
