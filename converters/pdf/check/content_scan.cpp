#include "converters/pdf/check/content_scan.h"

#include "converters/pdf/check/content_operators.h"
#include "converters/pdf/check/content_words.h"
#include "converters/pdf/check/literal_codes.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace galley::pdf {

namespace {

constexpr int deepest_state = 28;  // ISO 19005-3, 6.1.13
constexpr std::size_t deepest_marks = 32;
constexpr std::size_t longest_string = 32'767;

/// Reads operator by operator. Strings and properties are judged where they stand: of the operands only the first name
/// is kept.
class Scanner {
public:
    Scanner(const Value& resources, const CheckedFile& file, Findings& findings)
        : resources_(resources),
          file_(file),
          findings_(findings) {}

    ContentScan run(std::string_view content) {
        rest_ = content;
        while (!rest_.empty() && findings_.all().size() < 100) {
            switch (content_character(rest_.front())) {
                case ContentCharacter::white: rest_.remove_prefix(1); break;
                case ContentCharacter::number:
                case ContentCharacter::regular: take_word(); break;
                case ContentCharacter::delimiter: take_delimited(); break;
            }
        }
        require(marks_.empty(), "ISO 32000-1, 14.6.1", "marked content is not closed");
        require(!in_text_ && state_depth_ == 0, "ISO 32000-1, 8.2", "a text object or graphics state is not closed");
        return std::move(scan_);
    }

private:
    enum class Mark : std::uint8_t { real, artifact, other };

    struct KnownFont {
        std::string_view name;
        std::size_t codes = 0;  ///< CIDs, from 1 on
    };

    void require(bool holds, std::string_view clause, std::string_view message) {
        findings_.require(holds, clause, message);
    }

    void give_up() {
        findings_.add("ISO 32000-1, 7.8.2", "a content stream is damaged");
        rest_ = {};
    }

    void take_word() {
        const std::string_view word = rest_.substr(0, end_of_word(rest_));
        rest_.remove_prefix(word.size());
        const bool number = content_character(word.front()) == ContentCharacter::number && is_number(word);
        if (number || word == "true" || word == "false" || word == "null") {
            ++operands_;
        } else {
            apply(word);
            operands_ = 0;
            name_ = {};
            identifier_.reset();
        }
    }

    void take_delimited() {
        ++operands_;
        switch (rest_.front()) {
            case '/': return take_name();
            case '(': return take_literal();
            case '[': return take_array();
            case '%': {
                --operands_;
                const std::size_t end = rest_.find_first_of("\r\n");
                rest_.remove_prefix(std::min(end, rest_.size()));
                return;
            }
            default: return rest_.starts_with("<<") ? take_properties() : take_any();
        }
    }

    void take_name() {
        rest_.remove_prefix(1);
        const std::string_view name = rest_.substr(0, end_of_word(rest_));
        rest_.remove_prefix(name.size());
        if (operands_ == 1) {
            name_ = name;
        }
    }

    /// "<</MCID 12>>", nearly always.
    void take_properties() {
        constexpr std::string_view head = "<</MCID ", tail = ">>";
        if (rest_.starts_with(head)) {
            std::int64_t identifier = 0;
            const char* const end =
                std::from_chars(rest_.data() + head.size(), rest_.data() + rest_.size(), identifier).ptr;
            const auto size = static_cast<std::size_t>(end - rest_.data());
            if (size > head.size() && rest_.substr(size).starts_with(tail)) {
                identifier_ = identifier;
                rest_.remove_prefix(size + tail.size());
                return;
            }
        }
        std::optional<Value> properties = take_operand(rest_, store_);
        if (!properties) {
            return give_up();
        }
        if (const Value* const identifier = properties->find("MCID"); identifier != nullptr) {
            identifier_ = identifier->integer;
        }
    }

    void take_any() {
        const std::optional<Value> operand = take_operand(rest_, store_);
        if (!operand) {
            return give_up();
        }
        if (operand->is(Value::Kind::string)) {
            check_codes(bytes_of(*operand));
        }
        for (const Value& item : operand->items) {
            if (item.is(Value::Kind::string)) {
                check_codes(bytes_of(item));
            }
        }
    }

    /// Strings and numbers: nearly all that there is in a page, and nearly always as it should be, which is told at
    /// once. What is not is read string by string.
    void take_array() {
        if (const auto codes = read_array_codes(rest_); codes && in_text_ && codes->largest_less_one < codes_) {
            rest_.remove_prefix(codes->length);
            return;
        }
        take_strings();
    }

    /// What else there may be in an array is left to the general way.
    void take_strings() {
        const std::string_view whole = rest_;
        rest_.remove_prefix(1);
        while (!rest_.empty() && rest_.front() != ']') {
            const char c = rest_.front();
            if (c == '(') {
                take_literal();
            } else if (content_character(c) == ContentCharacter::number) {
                rest_.remove_prefix(end_of_word(rest_));
            } else if (content_character(c) == ContentCharacter::white) {
                rest_.remove_prefix(1);
            } else {
                rest_ = whole;
                return take_any();
            }
        }
        if (rest_.empty()) {
            return give_up();
        }
        rest_.remove_prefix(1);
    }

    void take_literal() {
        const std::optional<LiteralCodes> codes = read_literal_codes(rest_);
        if (!codes) {
            return take_any();
        }
        rest_.remove_prefix(codes->length);
        check_size(codes->bytes);
        if (codes->bytes < 2) {
            return;
        }
        check_code(codes->least);
        check_code(codes->largest);
    }

    void apply(std::string_view name) {
        const std::uint32_t key = key_of(name);
        const Effect effect = effect_of(key);
        if (effect == Effect::unknown) {
            findings_.add("ISO 19005-3, 6.2.2", "a content stream has the operator '" +
                                                    std::string(name.substr(0, 20)) + "', which Galley never writes");
            return;
        }
        if (effect == Effect::shows) {
            require(real_ + artifacts_ > 0, "ISO 14289-1, 7.1", "something shown is neither tagged nor an artifact");
        }
        switch (key) {
            case key_of("BDC"): begin_mark(2); break;
            case key_of("BMC"): begin_mark(1); break;
            case key_of("EMC"): end_mark(); break;
            case key_of("BT"):
            case key_of("ET"):
                require(in_text_ == (name == "ET"), "ISO 32000-1, 9.4.1", "text objects are nested");
                in_text_ = name == "BT";
                break;
            case key_of("q"):
                require(++state_depth_ <= deepest_state, "ISO 19005-3, 6.1.13",
                        "graphics states are nested deeper than 28");
                break;
            case key_of("Q"):
                require(--state_depth_ >= 0, "ISO 32000-1, 8.4.2", "a graphics state is restored that was not saved");
                break;
            case key_of("Tf"): set_font(); break;
            case key_of("TJ"):
            case key_of("Tj"): require(codes_ != 0, "ISO 32000-1, 9.3.1", "text is shown without a font"); break;
            case key_of("Do"): require_resource("XObject"); break;
            default: break;
        }
    }

    void begin_mark(std::size_t operands) {
        if (operands_ != operands || name_.empty() || marks_.size() == deepest_marks) {
            findings_.add("ISO 32000-1, 14.6.1", "marked content is damaged or too deep");
            return;
        }
        const bool is_artifact = name_ == "Artifact";
        if (identifier_) {
            require(artifacts_ == 0, "ISO 14289-1, 7.1", "tagged content stands in an artifact");
            require(real_ == 0, "ISO 32000-1, 14.7.4.2", "tagged content stands in tagged content");
            scan_.identifiers.push_back(*identifier_);
        }
        if (is_artifact) {
            require(real_ == 0, "ISO 14289-1, 7.1", "an artifact stands in tagged content");
        }
        marks_.push_back(identifier_ ? Mark::real : is_artifact ? Mark::artifact : Mark::other);
        real_ += marks_.back() == Mark::real ? 1 : 0;
        artifacts_ += marks_.back() == Mark::artifact ? 1 : 0;
    }

    void end_mark() {
        require(!marks_.empty(), "ISO 32000-1, 14.6.1", "marked content ends that did not begin");
        if (marks_.empty()) {
            return;
        }
        real_ -= marks_.back() == Mark::real ? 1 : 0;
        artifacts_ -= marks_.back() == Mark::artifact ? 1 : 0;
        marks_.pop_back();
    }

    void set_font() {
        const auto known = std::ranges::find(fonts_, name_, &KnownFont::name);
        codes_ =
            known != fonts_.end() ? known->codes : fonts_.emplace_back(name_, codes_of(require_resource("Font"))).codes;
    }

    [[nodiscard]] std::size_t codes_of(const Value* font) const {
        const Value& descendants = file_.entry(file_.resolve(font), "DescendantFonts");
        if (descendants.items.empty()) {
            return 0;
        }
        const Value& widths = file_.entry(file_.resolve(descendants.items[0]), "W");
        return widths.items.size() == 2 ? file_.resolve(widths.items[1]).items.size() : 0;
    }

    const Value* require_resource(std::string_view category) {
        const Value* const found = name_.empty() ? nullptr : file_.entry(resources_, category).find(name_);
        require(found != nullptr, "ISO 19005-3, 6.2.2",
                "a content stream names something that the page's resources lack");
        return found;
    }

    void check_size(std::size_t bytes) {
        require(bytes <= longest_string && (bytes % 2 == 0 || !in_text_), "ISO 19005-3, 6.1.13",
                "a shown string has half a code or is too long");
    }

    void check_code(std::size_t code) {
        if (!in_text_ || (code != 0 && code <= codes_)) {
            return;
        }
        require(code != 0, "ISO 19005-3, 6.2.11.8", "the glyph .notdef is shown");
        require(code <= codes_, "ISO 19005-3, 6.2.11.4.1", "a code is shown that its font lacks");
    }

    void check_codes(std::string_view bytes) {
        check_size(bytes.size());
        for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
            check_code(static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])) << 8 |
                       static_cast<unsigned char>(bytes[at + 1]));
        }
    }

    const Value& resources_;
    const CheckedFile& file_;
    Findings& findings_;
    std::string_view rest_;
    ValueStore store_;
    ContentScan scan_;
    std::size_t operands_ = 0;                ///< before the operator to come
    std::string_view name_;                   ///< the first of them, where that is a name
    std::optional<std::int64_t> identifier_;  ///< of the properties among them
    std::vector<Mark> marks_;
    int real_ = 0, artifacts_ = 0;  ///< open marks of these kinds
    std::vector<KnownFont> fonts_;
    std::size_t codes_ = 0;  ///< of the current font
    int state_depth_ = 0;
    bool in_text_ = false;
};

}  // namespace

ContentScan scan_content(std::string_view content, const Value& resources, const CheckedFile& file,
                         Findings& findings) {
    return Scanner(resources, file, findings).run(content);
}

}  // namespace galley::pdf
