#include "converters/newsml/newsml_writer.h"

#include "converters/newsml/date_text.h"
#include "converters/newsml/g2_item.h"
#include "converters/newsml/g2_lint.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/newsml_options.h"
#include "core/edge/libxml2/xml_serializer.h"
#include "galley/iso_date.h"
#include "galley/try.h"

#include <string>
#include <vector>

namespace galley::newsml {

namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view item_indent = "    ";

class NewsmlSession final : public WriterSession {
public:
    NewsmlSession(const NewsmlOptions& options, Sink& sink, Context& context)
        : options_(options),
          sink_(sink),
          context_(context) {}

    Result<> story(const Document& document) override {
        tree_.clear();
        GALLEY_TRY(const MadeItem item, make_news_item(tree_, document, options_, context_));
        GALLEY_CHECK(check(item, document));
        if (stories_++ == 1) {
            GALLEY_CHECK(open_message());
        }
        item_.clear();
        line_starts_.clear();
        if (item.markup.empty()) {
            XmlSerializer(item_, context_.diagnostics(), &line_starts_).write(*item.root);
        } else {
            item_.append(item.markup).append(item.markup.ends_with('\n') ? "" : "\n");
        }
        if (stories_ == 1) {
            return options_.message ? open_message() : Result<>();
        }
        return put_in_message();
    }

    Result<> end() override {
        if (in_message_) {
            return put("  </itemSet>\n</newsMessage>\n");
        }
        GALLEY_CHECK(put(declaration));
        return put(item_);
    }

private:
    /// Nothing is published that breaks a rule of ours. What the story itself brings along is the reader's to know.
    Result<> check(const MadeItem& item, const Document& document) {
        if (item.restored) {
            return {};
        }
        findings_.clear();
        lint_.check(*item.root);
        for (Diagnostic& finding : findings_) {
            if (finding.severity != Severity::error) {
                continue;
            }
            finding.where.source = document.source.name;
            if (is_writers_duty(finding.code)) {
                finding.cause = Cause::self_check;
                return fail(std::move(finding));
            }
            finding.severity = Severity::warning;
            context_.say(std::move(finding));
        }
        return {};
    }

    // The first item waits in `item_` until it is known whether there are more.
    Result<> open_message() {
        if (in_message_) {
            return {};
        }
        in_message_ = true;
        std::string head(declaration);
        ((head += "<newsMessage xmlns=\"") += nar) += "\">\n  <header>\n    <sent>";
        head += date_time(to_partial_date(context_.host().now())).value_or("1970-01-01T00:00:00Z");
        head += "</sent>\n  </header>\n  <itemSet>\n";
        GALLEY_CHECK(put(head));
        return put_in_message();
    }

    // Only lines the serializer began may be moved: a line end in the text is the text's own.
    Result<> put_in_message() {
        std::string moved;
        moved.reserve(item_.size() + line_starts_.size() * item_indent.size());
        std::size_t copied = 0;
        for (const std::size_t start : line_starts_) {
            moved.append(item_, copied, start - copied).append(item_indent);
            copied = start;
        }
        moved.append(item_, copied);
        return put(moved);
    }

    Result<> put(std::string_view bytes) {
        written_ += bytes.size();
        if (written_ > context_.limits().output_bytes) {
            return fail(
                {.code = "limit.output-bytes",
                 .message = "the output is larger than " + std::to_string(context_.limits().output_bytes) + " bytes",
                 .hints = {"write fewer stories into one file"}});
        }
        return sink_.write(bytes);
    }

    const NewsmlOptions& options_;
    Sink& sink_;
    Context& context_;
    XmlTree tree_;
    Diagnostics findings_;
    G2Lint lint_{nullptr, findings_};
    std::string item_;
    std::vector<std::size_t> line_starts_;
    std::uint64_t stories_ = 0;
    std::uint64_t written_ = 0;
    bool in_message_ = false;
};

class NewsmlWriter final : public Writer {
public:
    explicit NewsmlWriter(NewsmlOptions options) : options_(std::move(options)) {}

    Result<std::unique_ptr<WriterSession>> begin(Sink& sink, Context& context) const override {
        return std::make_unique<NewsmlSession>(options_, sink, context);
    }

private:
    NewsmlOptions options_;
};

}  // namespace

Result<std::unique_ptr<Writer>> make_newsml_writer(const OptionValues& options, const Host&) {
    GALLEY_TRY(NewsmlOptions known, NewsmlOptions::from(options));
    return std::make_unique<NewsmlWriter>(std::move(known));
}

}  // namespace galley::newsml
