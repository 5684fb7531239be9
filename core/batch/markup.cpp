#include "core/batch/markup.h"

#include "galley/utf8.h"

namespace galley::batch {

namespace {

std::string_view escape_of(char byte) {
    switch (byte) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        default: return byte >= 0 && byte < 0x20 && byte != '\n' && byte != '\t' ? "\xef\xbf\xbd" : "";
    }
}

/// U+FFFE and U+FFFF are no characters of XML 1.0.
bool is_nonchar(std::string_view utf8, std::size_t at) {
    const std::string_view three = utf8.substr(at, 3);
    return three == "\xef\xbf\xbe" || three == "\xef\xbf\xbf";
}

void append_valid(std::string_view utf8, std::string& to) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if (is_nonchar(utf8, at)) {
            to.append(utf8, begin, at - begin);
            to += "\xef\xbf\xbd";
            begin = at + 3;
        } else if (const std::string_view escape = escape_of(utf8[at]); !escape.empty()) {
            to.append(utf8, begin, at - begin);
            to += escape;
            begin = at + 1;
        }
    }
    to.append(utf8, begin);
}

}  // namespace

void append_markup(std::string_view text, std::string& to) {
    for (std::size_t invalid = utf8::find_invalid(text); invalid != std::string_view::npos;
         invalid = utf8::find_invalid(text)) {
        append_valid(text.substr(0, invalid), to);
        to += "\xef\xbf\xbd";
        text.remove_prefix(invalid + 1);
    }
    append_valid(text, to);
}

void Markup::begin(std::string_view name, Attributes attributes) {
    to_.append(open_.size(), ' ');
    to_ += '<';
    to_ += name;
    for (const auto& [attribute, value] : attributes) {
        to_ += ' ';
        to_ += attribute;
        to_ += "=\"";
        append_markup(value, to_);
        to_ += '"';
    }
    to_ += '>';
}

Markup& Markup::open(std::string_view name, Attributes attributes) {
    begin(name, attributes);
    to_ += '\n';
    open_.push_back(name);
    return *this;
}

Markup& Markup::close() {
    const std::string_view name = open_.back();
    open_.pop_back();
    to_.append(open_.size(), ' ');
    to_ += "</";
    to_ += name;
    to_ += ">\n";
    return *this;
}

Markup& Markup::empty(std::string_view name, Attributes attributes) {
    begin(name, attributes);
    to_ += '\n';
    return *this;
}

Markup& Markup::leaf(std::string_view name, std::string_view text, Attributes attributes) {
    begin(name, attributes);
    append_markup(text, to_);
    to_ += "</";
    to_ += name;
    to_ += ">\n";
    return *this;
}

}  // namespace galley::batch
