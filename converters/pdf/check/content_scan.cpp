#include "converters/pdf/check/content_scan.h"

#include <algorithm>
#include <array>
#include <optional>

namespace galley::pdf {

namespace {

constexpr int deepest_state = 28;           // ISO 19005-3, 6.1.13
constexpr std::size_t deepest_marks = 32;
constexpr std::size_t longest_string = 32'767;

enum class Effect : std::uint8_t { none, shows, state };

/// An operator's name as a number: none is longer than three bytes.
constexpr std::uint32_t key_of(std::string_view name) {
    std::uint32_t key = 0;
    for (const char c : name) { key = key << 8 | static_cast<unsigned char>(c); }
    return name.size() > 3 ? 0 : key;
}

struct Operator {
    constexpr Operator(std::string_view name, Effect does = Effect::none) : key(key_of(name)), effect(does) {}
    std::uint32_t key;
    Effect effect;
};

// ISO 32000-1, annex A: what Galley writes, and what else is harmless; the most frequent first. Others are reported.
constexpr std::array<Operator, 36> operators{{
    {"TJ", Effect::shows}, {"Td"}, {"BDC"}, {"EMC"}, {"BT"}, {"ET"}, {"Tf"}, {"g", Effect::state}, {"re"}, {"f", Effect::shows}, {"Ts"},
    {"rg", Effect::state}, {"BMC"}, {"Do", Effect::shows}, {"q"}, {"cm"}, {"Q"}, {"G", Effect::state}, {"J", Effect::state},
    {"RG", Effect::state}, {"T*"}, {"TD"}, {"TL"}, {"Tc"}, {"Tj", Effect::shows}, {"Tm"}, {"Tr"}, {"Tw"}, {"Tz"}, {"c"}, {"h"}, {"l"},
    {"m"}, {"n"}, {"S", Effect::shows}, {"w", Effect::state}}};

bool is_regular(char c) {
    constexpr auto regular = [] {
        std::array<bool, 256> all{};
        for (std::size_t i = ' ' + 1; i < all.size(); ++i) { all[i] = !std::string_view{"()<>[]{}/%"}.contains(static_cast<char>(i)); }
        return all;
    }();
    return regular[static_cast<unsigned char>(c)];
}

class Scanner {
public:
    Scanner(const Value& resources, const CheckedFile& file, Findings& findings)
        : resources_(resources), file_(file), findings_(findings) {}

    ContentScan run(std::string_view content) {
        while (!content.empty() && findings_.all().size() < 100) {
            if (in_text_ && content.front() == '[' && take_shown(content)) { continue; }
            if (std::optional<Value> operand = take_operand(content)) {
                operands_.push_back(std::move(*operand));
                continue;
            }
            if (content.empty()) { break; }
            std::size_t size = 0;
            while (size < content.size() && is_regular(content[size])) { ++size; }
            if (size == 0) {
                findings_.add("ISO 32000-1, 7.8.2", "a content stream is damaged");
                break;
            }
            apply(content.substr(0, size));
            content.remove_prefix(size);
            operands_.clear();
        }
        require(stack_.empty(), "ISO 32000-1, 14.6.1", "marked content is not closed");
        require(!in_text_ && state_depth_ == 0, "ISO 32000-1, 8.2", "a text object or graphics state is not closed");
        return std::move(scan_);
    }

private:
    enum class Mark : std::uint8_t { real, artifact, other };

    void require(bool holds, std::string_view clause, std::string_view message) { findings_.require(holds, clause, message); }

    void apply(std::string_view name) {
        const std::uint32_t key = key_of(name);
        const auto known = std::ranges::find(operators, key, &Operator::key);
        if (known == operators.end()) {
            findings_.add("ISO 19005-3, 6.2.2", "a content stream has the operator '" + std::string(name.substr(0, 20)) + "', which Galley never writes");
            return;
        }
        if (known->effect == Effect::shows) {
            const bool is_owned = std::ranges::any_of(stack_, [](Mark mark) { return mark != Mark::other; });
            require(is_owned, "ISO 14289-1, 7.1", "something shown is neither tagged nor an artifact");
        }
        switch (key) {
            case key_of("BDC"): begin_mark(true); break;
            case key_of("BMC"): begin_mark(false); break;
            case key_of("EMC"): end_mark(); break;
            case key_of("BT"):
            case key_of("ET"):
                require(in_text_ == (name == "ET"), "ISO 32000-1, 9.4.1", "text objects are nested");
                in_text_ = name == "BT";
                break;
            case key_of("q"):
                require(++state_depth_ <= deepest_state, "ISO 19005-3, 6.1.13", "graphics states are nested deeper than 28");
                break;
            case key_of("Q"):
                require(--state_depth_ >= 0, "ISO 32000-1, 8.4.2", "a graphics state is restored that was not saved");
                break;
            case key_of("Tf"): set_font(); break;
            case key_of("TJ"):
            case key_of("Tj"): check_text(); break;
            case key_of("Do"): require_resource("XObject"); break;
            default: break;
        }
    }

    void begin_mark(bool has_properties) {
        if (operands_.size() != (has_properties ? 2u : 1u) || !operands_[0].is(Value::Kind::name) || stack_.size() == deepest_marks) {
            findings_.add("ISO 32000-1, 14.6.1", "marked content is damaged or too deep");
            return;
        }
        const Value* const identifier = has_properties ? operands_[1].find("MCID") : nullptr;
        const bool in_artifact = std::ranges::find(stack_, Mark::artifact) != stack_.end();
        const bool in_real = std::ranges::find(stack_, Mark::real) != stack_.end();
        if (identifier != nullptr) {
            require(!in_artifact, "ISO 14289-1, 7.1", "tagged content stands in an artifact");
            require(!in_real, "ISO 32000-1, 14.7.4.2", "tagged content stands in tagged content");
            scan_.marked.push_back({std::string(operands_[0].raw), identifier->integer});
        }
        if (operands_[0].is_name("Artifact")) { require(!in_real, "ISO 14289-1, 7.1", "an artifact stands in tagged content"); }
        stack_.push_back(identifier != nullptr ? Mark::real : operands_[0].is_name("Artifact") ? Mark::artifact : Mark::other);
    }

    void end_mark() {
        require(!stack_.empty(), "ISO 32000-1, 14.6.1", "marked content ends that did not begin");
        if (!stack_.empty()) { stack_.pop_back(); }
    }

    void set_font() {
        const Value* const font = require_resource("Font");
        codes_ = 0;
        if (font == nullptr) { return; }
        const Value& descendants = file_.entry(*font, "DescendantFonts");
        if (descendants.items.empty()) { return; }
        const Value& widths = file_.entry(file_.resolve(descendants.items[0]), "W");
        if (widths.items.size() == 2) { codes_ = file_.resolve(widths.items[1]).items.size(); }
    }

    const Value* require_resource(std::string_view category) {
        const bool named = !operands_.empty() && operands_[0].is(Value::Kind::name);
        const Value* const found = named ? file_.entry(resources_, category).find(operands_[0].raw) : nullptr;
        require(found != nullptr, "ISO 19005-3, 6.2.2", "a content stream names something that the page's resources lack");
        return found == nullptr ? nullptr : &file_.resolve(found);
    }

    /// Takes an array of literal strings and whole numbers with the TJ behind it: nearly all that there is in a page. What is not of that
    /// form is left to the general way.
    bool take_shown(std::string_view& content) {
        std::size_t at = 1;
        shown_.clear();
        bool is_whole = true;
        while (at < content.size() && content[at] != ']') {
            const char c = content[at];
            if (c == '(') {
                at = take_literal(content, at + 1);
                is_whole = is_whole && shown_.size() % 2 == 0;
            } else {
                const std::size_t digits = at + (c == '-' ? 1u : 0u);
                for (at = digits; at < content.size() && content[at] >= '0' && content[at] <= '9';) { ++at; }
                if (at == digits) { return false; }
            }
        }
        if (content.substr(std::min(at, content.size()), 4) != "]TJ\n" || at > longest_string || !operands_.empty()) { return false; }
        require(is_whole, "ISO 19005-3, 6.1.13", "a shown string has half a code or is too long");
        apply("TJ");
        check_codes(shown_);
        content.remove_prefix(at + 4);
        return true;
    }

    /// Adds the bytes of the literal string from `at` on to what is shown; gives the place behind it, or the content's end when it
    /// has escapes that Galley does not write, or no end.
    std::size_t take_literal(std::string_view content, std::size_t at) {
        for (; at < content.size() && content[at] != ')'; ++at) {
            char c = content[at];
            if (c == '(') { return content.size(); }
            if (c == '\\') {
                if (++at == content.size()) { return at; }
                c = content[at] == 'r' ? '\r' : content[at];
                if (content[at] != 'r' && c != '(' && c != ')' && c != '\\') { return content.size(); }
            }
            shown_ += c;
        }
        return std::min(at + 1, content.size());
    }

    void check_text() {
        require(codes_ != 0, "ISO 32000-1, 9.3.1", "text is shown without a font");
        for (const Value& operand : operands_) {
            if (operand.is(Value::Kind::string)) { check_codes(operand); }
            for (const Value& item : operand.items) {
                if (item.is(Value::Kind::string)) { check_codes(item); }
            }
        }
    }

    void check_codes(const Value& string) {
        const std::string bytes = bytes_of(string);
        require(bytes.size() % 2 == 0 && bytes.size() <= longest_string, "ISO 19005-3, 6.1.13", "a shown string has half a code or is too long");
        check_codes(bytes);
    }

    void check_codes(std::string_view bytes) {
        for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
            const std::size_t code = static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])) << 8 | static_cast<unsigned char>(bytes[at + 1]);
            require(code != 0, "ISO 19005-3, 6.2.11.8", "the glyph .notdef is shown");
            require(code <= codes_, "ISO 19005-3, 6.2.11.4.1", "a code is shown that its font lacks");
        }
    }

    const Value& resources_;
    const CheckedFile& file_;
    Findings& findings_;
    ContentScan scan_;
    std::vector<Value> operands_;
    std::vector<Mark> stack_;
    std::string shown_;             ///< bytes of the strings of one array
    std::size_t codes_ = 0;         ///< CIDs of the current font
    int state_depth_ = 0;
    bool in_text_ = false;
};

}  // namespace

ContentScan scan_content(std::string_view content, const Value& resources, const CheckedFile& file, Findings& findings) {
    return Scanner(resources, file, findings).run(content);
}

}  // namespace galley::pdf
