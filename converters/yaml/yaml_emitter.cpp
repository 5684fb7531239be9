#include "converters/yaml/yaml_emitter.h"

#include "converters/yaml/yaml_scalar.h"
#include "core/edge/yaml_cpp/yaml_node.h"
#include "core/text/base64.h"
#include "galley/utf8.h"

#include <charconv>
#include <utility>

namespace galley {

namespace {

constexpr std::size_t indent_width = 2;

void append_number(auto value, std::string& to) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    to.append(digits, end);
}

}  // namespace

void YamlEmitter::start_document() {
    out_ += "---\n";
    slot_ = Slot::line_start;
    depth_ = 0;
}

void YamlEmitter::start_entry() {
    if (slot_ == Slot::after_key) {
        out_ += '\n';
    }
    if (slot_ != Slot::after_dash) {
        out_.append((depth_ - 1) * indent_width, ' ');
    }
}

void YamlEmitter::key(std::string_view name) {
    start_entry();
    out_ += name;
    out_ += ':';
    slot_ = Slot::after_key;
}

void YamlEmitter::item() {
    start_entry();
    out_ += "- ";
    slot_ = Slot::after_dash;
}

void YamlEmitter::open() {
    if (++depth_ > deepest_yaml) {
        fail_with({.code = "yaml.too-deep",
                   .message = "the document has more than " + std::to_string(deepest_yaml) +
                              " lists and mappings inside one another",
                   .hints = {"no reader of YAML would take it: nest its blocks less deep"}});
    }
}

// A collection that had no entry leaves the slot as it was; the document's own is never empty.
void YamlEmitter::close(std::string_view when_empty) {
    --depth_;
    if (slot_ != Slot::line_start) {
        plain(when_empty);
    }
}

void YamlEmitter::start_scalar() {
    if (slot_ == Slot::after_key) {
        out_ += ' ';
    }
}

void YamlEmitter::end_scalar() {
    out_ += '\n';
    slot_ = Slot::line_start;
}

void YamlEmitter::plain(std::string_view word) {
    start_scalar();
    out_ += word;
    end_scalar();
}

void YamlEmitter::number(std::int64_t value) {
    start_scalar();
    append_number(value, out_);
    end_scalar();
}

void YamlEmitter::number(std::uint64_t value) {
    start_scalar();
    append_number(value, out_);
    end_scalar();
}

void YamlEmitter::numbers(std::uint64_t first, std::uint64_t second) {
    start_scalar();
    out_ += '[';
    append_number(first, out_);
    out_ += ", ";
    append_number(second, out_);
    out_ += ']';
    end_scalar();
}

void YamlEmitter::base64(std::string_view bytes) {
    start_scalar();
    out_ += '"';
    append_base64(bytes, out_);
    out_ += '"';
    end_scalar();
}

void YamlEmitter::text(std::string_view utf8) {
    if (!utf8::is_valid(utf8)) {
        fail_with({.cause = Cause::internal,
                   .code = "yaml.not-utf8-text",
                   .message = "a text of the document is not UTF-8",
                   .hints = {"the reader or program that made the document breaks a rule of the model"}});
        utf8 = {};
    }
    start_scalar();
    switch (style_for(utf8)) {
        case ScalarStyle::double_quoted_as_is:
            out_ += '"';
            out_ += utf8;
            out_ += '"';
            break;
        case ScalarStyle::single_quoted:
            out_ += '\'';
            out_ += utf8;
            out_ += '\'';
            break;
        case ScalarStyle::double_quoted: append_double_quoted(utf8, out_); break;
        case ScalarStyle::block: append_block_scalar(utf8, depth_ * indent_width, indent_width, out_); break;
    }
    end_scalar();
}

void YamlEmitter::fail_with(Diagnostic diagnostic) {
    if (!failure_) {
        failure_ = std::move(diagnostic);
    }
}

}  // namespace galley
