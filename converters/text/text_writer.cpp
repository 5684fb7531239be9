#include "converters/text/text_writer.h"

#include "converters/text/conventions.h"
#include "converters/text/copy_layout.h"
#include "converters/text/date_parser.h"
#include "converters/text/text_options.h"
#include "galley/dateline_text.h"
#include "galley/iso_date.h"
#include "galley/stands_in_body.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace galley::text {
namespace {

/// A byline in words: as it was printed, else made of its contributors.
std::string byline_text(const Found<Byline>& byline) {
    if (!byline.raw.empty()) {
        return byline.raw;
    }
    std::string text = "By ";
    bool first = true;
    for (const Found<Contributor>& author : byline.value.contributors) {
        if (!first) {
            text += ", ";
        }
        first = false;
        text += author.value.name;
        if (!author.value.job_title.empty()) {
            text += ", " + author.value.job_title;
        }
        if (!author.value.affiliation.empty() && author.value.affiliation != author.value.name) {
            text += ", " + author.value.affiliation;
        }
    }
    if (byline.value.and_others) {
        text += " and others";
    }
    return text;
}

class TextSession final : public WriterSession {
public:
    TextSession(WriteOptions options, Sink& sink) : options_(options), layout_(options.width), sink_(sink) {}

    Result<> story(const Document& document) override {
        std::string text;
        if (options_.head_matter) {
            append_head(document, text);
        }
        layout_.append_blocks(document.body, 0, text);
        if (options_.head_matter) {
            append_rights(document.meta, text);
        }
        return sink_.write(text);
    }

    Result<> end() override { return {}; }

private:
    void append_rights(const Metadata& meta, std::string& to) const {
        for (const Found<Rights>& rights : meta.rights) {
            if (!rights.value.notice.empty()) {
                to += to.empty() ? "" : "\n";
                layout_.append_text(rights.value.notice, 0, {}, to);
            }
        }
    }

    void append_headlines(const Metadata& meta, HeadlineRole role, std::string& to) const {
        for (const Found<Headline>& headline : meta.headlines) {
            if (headline.value.role == role) {
                layout_.append_text(headline.value.text, 0, {}, to);
                to += '\n';
            }
        }
    }

    void append_head(const Document& document, std::string& to) const {
        const Metadata& meta = document.meta;
        append_headlines(meta, HeadlineRole::kicker, to);
        append_headlines(meta, HeadlineRole::main, to);
        append_headlines(meta, HeadlineRole::deck, to);
        const std::size_t before = to.size();
        for (const Found<Byline>& byline : meta.bylines) {
            layout_.append_text(byline_text(byline), 0, {}, to);
        }
        if (const auto& date = meta.dates.content_created; date && !is_in_dateline(meta, *date)) {
            layout_.append_text(date->raw.empty() ? iso_date(date->value) : date->raw, 0, {}, to);
        }
        for (const Found<Dateline>& dateline : meta.datelines) {
            if (!stands_in_body(dateline, document)) {
                layout_.append_text(dateline_text(dateline), 0, {}, to);
            }
        }
        if (to.size() > before) {
            to += '\n';
        }
    }

    /// Told by the spans of what was read out of text; else the dateline's words are asked, as formats keep no more of
    /// it.
    static bool is_in_dateline(const Metadata& meta, const Found<PartialDate>& date) {
        const Conventions& conventions = Conventions::builtin();
        return std::ranges::any_of(meta.datelines, [&](const Found<Dateline>& dateline) {
            if (dateline.value.date && date.span) {
                return dateline.value.date->span == date.span;
            }
            if (!date.raw.empty()) {
                return dateline.raw.find(date.raw) != std::string::npos;
            }
            const DateParser dates{conventions,
                                   meta.language ? conventions.language(meta.language->value) : std::uint8_t{0},
                                   DateOrder::automatic};
            const auto printed = dates.find(dateline.raw);
            return printed && !printed->relative && printed->date.month == date.value.month &&
                   printed->date.day == date.value.day &&
                   (!printed->date.year || printed->date.year == date.value.year);
        });
    }

    WriteOptions options_;
    CopyLayout layout_;
    Sink& sink_;
};

class TextWriter final : public Writer {
public:
    explicit TextWriter(WriteOptions options) : options_(options) {}

    Result<std::unique_ptr<WriterSession>> begin(Sink& sink, Context& /*context*/) const override {
        return std::make_unique<TextSession>(options_, sink);
    }

private:
    WriteOptions options_;
};

}  // namespace

Result<std::unique_ptr<Writer>> make_writer(const OptionValues& options, const Host& /*host*/) {
    return std::make_unique<TextWriter>(WriteOptions::from(options));
}

}  // namespace galley::text
