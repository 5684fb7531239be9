#include "converters/text/story_reader.h"

#include "converters/text/classify.h"
#include "converters/text/document_builder.h"
#include "converters/text/emit_mail.h"
#include "converters/text/emit_story.h"
#include "converters/text/flattened_copy.h"
#include "converters/text/flowed_text.h"
#include "converters/text/fold.h"
#include "converters/text/glued_tail.h"
#include "converters/text/head_contacts.h"
#include "converters/text/head_matter.h"
#include "converters/text/mail_header.h"
#include "converters/text/mail_message.h"
#include "converters/text/mailbox.h"
#include "converters/text/story_division.h"
#include "converters/text/story_text.h"
#include "converters/text/tail_matter.h"
#include "converters/text/transmission.h"
#include "converters/text/web_page.h"
#include "galley/decode.h"
#include "galley/digest.h"
#include "galley/direction.h"
#include "galley/identify_language.h"
#include "galley/try.h"

#include <algorithm>
#include <optional>

namespace galley::text {
namespace {

Diagnostic empty_story(std::string_view name) {
    return {.cause = Cause::input,
            .code = "text.empty",
            .message = "'" + std::string(name) + "' holds no text",
            .where = {.source = std::string(name)},
            .hints = {"check that the right file was given"}};
}

/// A language that is no surer decides nothing: the words of all are looked for then, and a date in figures stays
/// ambiguous.
constexpr std::uint8_t guessed_language = 60;

void set_language(std::string_view text, const ReadOptions& options, Metadata& meta) {
    if (!options.language.empty()) {
        meta.language = Found<std::string>{options.language};
        meta.language->method = Method::configured;
    } else {
        meta.language = identify_language(text);
    }
    if (meta.language && is_right_to_left(meta.language->value)) {
        meta.direction = Direction::right_to_left;
    }
}

/// Gives `date` the year that brings it nearest to the reference date.
void infer_year(std::optional<Found<PartialDate>>& date, const PartialDate& reference) {
    if (!date || date->value.year || !date->value.month || !date->value.day) {
        return;
    }
    const int distance = (*date->value.month - *reference.month) * 31 + (*date->value.day - *reference.day);
    PartialDate full = date->value;
    full.year = *reference.year + (distance > 186 ? -1 : distance < -186 ? 1 : 0);
    if (is_valid(full)) {
        date->value = full;
        date->method = Method::inferred;
    }
}

void infer_years(const PartialDate& reference, Metadata& meta) {
    infer_year(meta.dates.content_created, reference);
    infer_year(meta.dates.content_modified, reference);
    for (Found<Dateline>& dateline : meta.datelines) {
        infer_year(dateline.value.date, reference);
    }
}

/// A whole date that stands in the copy beside those without a year: when it was sent, or what a page says of itself.
std::optional<PartialDate> stated_date(const Metadata& meta, const std::optional<PartialDate>& sent) {
    for (const auto& date : {meta.dates.version_created, meta.dates.content_created, meta.dates.content_modified}) {
        if (date && date->value.is_full()) {
            return date->value;
        }
    }
    return sent && sent->is_full() ? sent : std::nullopt;
}

/// A source with several stories, or a message of a mailbox: each frame of the piece is a story.
class StoryReader {
public:
    StoryReader(std::string_view name, std::string_view source, Span piece, const Conventions& conventions,
                const ReadOptions& options, Context& context)
        : name_(name),
          source_(source),
          piece_(piece),
          conventions_(conventions),
          options_(options),
          context_(context) {}

    Result<> decode_source() {
        const std::string_view bytes = source_.substr(piece_.begin, piece_.size());
        GALLEY_TRY(MailText copy, decode_copy(name_, bytes,
                                              {.encoding = options_.encoding,
                                               .language = options_.language,
                                               .repair_double_encoding = options_.repair_double_encoding},
                                              context_.diagnostics()));
        decoded_ = std::move(copy.decoded);
        decoded_.map.shift(piece_.begin);
        flowed_ = copy.flowed;
        mail_ = find_mail_head(decoded_.text, conventions_.lexicon());
        if (mail_) {
            const std::size_t begin = std::max(mail_->end, copy.begin);
            mail_frame_ = {.text_begin = begin,
                           .text_end = find_signature(decoded_.text, begin, copy.end),
                           .end = decoded_.text.size()};
        }
        return {};
    }

    /// The one frame of a mail, else all that `find` sees in the text.
    template <class Find>
    [[nodiscard]] std::vector<TransmissionFrame> frames(const Find& find) const {
        return mail_ ? std::vector{mail_frame_} : find(decoded_.text);
    }

    [[nodiscard]] Result<Document> read(const TransmissionFrame& frame) const {
        Result<Document> document{std::in_place};
        if (auto done = read_into(*document, frame); !done) {
            document = std::unexpected(std::move(done).error());
        }
        return document;
    }

private:
    Result<> read_into(Document& document, const TransmissionFrame& frame) const {
        document.source.name = name_;
        document.source.format = "text";
        document.source.media_type = "text/plain";
        document.source.encoding = decoded_.encoding;
        std::string_view bytes = source_;
        if (piece_.size() < source_.size() || frame.begin > 0 || frame.end < decoded_.text.size()) {
            const Span extent{
                frame.begin == 0 ? piece_.begin : decoded_.map.to_source(frame.begin, frame.begin).begin,
                frame.end == decoded_.text.size() ? piece_.end : decoded_.map.to_source(frame.end, frame.end).begin};
            document.source.extent = extent;
            bytes = source_.substr(extent.begin, extent.size());
        }
        document.source.size = bytes.size();
        document.source.sha256 = sha256(bytes);
        if (context_.keep_source_bytes()) {
            document.source.bytes = bytes;
        }
        DocumentBuilder builder{decoded_, document, context_};
        Lines lines = split_lines(decoded_.text, frame.text_begin, frame.text_end);
        document.source.newline = lines.newline;
        if (flowed_) {
            mark_soft_breaks(decoded_.text, lines.lines);
        }
        read_envelope(frame, lines.lines, builder, conventions_);
        GALLEY_TRY(const std::optional<PartialDate> sent, read_text(frame, lines.lines, builder));
        if (frame.text_begin > frame.begin || frame.text_end < frame.end) {
            // The envelope stands around the text, and was read before it.
            std::ranges::stable_sort(document.meta.furniture, {},
                                     [](const Found<Furniture>& one) { return one.span.value_or(Span{}).begin; });
        }
        if (const auto reference =
                options_.reference_date ? options_.reference_date : stated_date(document.meta, sent)) {
            infer_years(*reference, document.meta);
        }
        return {};
    }

    /// Gives when the mail was sent that the text came in.
    Result<std::optional<PartialDate>> read_text(const TransmissionFrame& frame, std::vector<Line>& lines,
                                                 DocumentBuilder& builder) const {
        StoryText story{.text = decoded_.text, .conventions = &conventions_, .headline = options_.headline};
        Metadata& meta = builder.document().meta;
        set_language(decoded_.text.substr(frame.text_begin, frame.text_end - frame.text_begin), options_, meta);
        if (meta.language && meta.language->confidence > guessed_language) {
            story.language = conventions_.language(meta.language->value);
        }
        const HeadLineParser head_lines{conventions_, story.language, options_.date_order};
        const DatelineParser datelines{conventions_, story.language, options_.date_order};
        std::vector<Line> cut = unflatten(decoded_.text, lines, conventions_, story.language, head_lines, datelines);
        story.flattened = !cut.empty();
        std::vector<Line>& copy = story.flattened ? cut : lines;
        cut_glued_tail(decoded_.text, copy, conventions_, story.language, head_lines.dates());
        story.lines = copy;
        story.layout = detect_layout(decoded_.text, story.lines);
        const std::vector<Chunk> chunks = make_chunks(decoded_.text, story.lines, story.layout);
        if (chunks.empty()) {
            return fail(empty_story(name_));
        }
        if (chunks.size() > context_.limits().blocks) {
            return fail({.cause = Cause::input,
                         .code = "limit.blocks",
                         .message = "'" + std::string(name_) + "' has more than " +
                                    std::to_string(context_.limits().blocks) + " paragraphs",
                         .where = {.source = std::string(name_)},
                         .hints = {"split it, or raise the limit"}});
        }
        story.chunks.reserve(chunks.size());
        for (const Chunk& chunk : chunks) {
            story.chunks.push_back({.chunk = chunk});
        }
        if (mail_) {
            story.announced = folded(mail_subject(*mail_, decoded_.text, story.conventions->lexicon()));
        }
        classify(story, head_lines, datelines);
        settle_head_contacts(story);
        settle_head(story);
        settle_web_page(story);
        settle_tail(story);
        emit_story(story, builder);
        return mail_ ? emit_mail(*mail_, story, options_.date_order, builder) : std::nullopt;
    }

    std::string_view name_;
    std::string_view source_;
    Span piece_;  ///< bytes of the source that are read
    const Conventions& conventions_;
    const ReadOptions& options_;
    Context& context_;
    DecodedText decoded_;
    std::optional<MailHead> mail_;  ///< views the decoded text
    TransmissionFrame mail_frame_;
    bool flowed_ = false;  ///< the mail says where its paragraphs end
};

/// What is wrong with one of several stories is said, and the others are read.
Result<> give(Result<Document>&& document, bool is_only, const OnStory& on_story, Context& context, std::size_t& read) {
    if (document) {
        ++read;
        return on_story(std::move(*document));
    }
    if (is_only) {
        return std::unexpected(std::move(document).error());
    }
    context.say(std::move(document).error());
    return {};
}

}  // namespace

Result<Document> read_story(std::string_view name, std::string_view bytes, const Conventions& conventions,
                            const ReadOptions& options, Context& context) {
    StoryReader reader{name, bytes, {0, bytes.size()}, conventions, options, context};
    GALLEY_CHECK(reader.decode_source());
    const std::vector<TransmissionFrame> frames = reader.frames(find_frames);
    TransmissionFrame whole = frames.front();
    if (frames.size() > 1) {
        whole.text_end = whole.end = frames.back().end;
    }
    return reader.read(whole);
}

Result<> read_stories(std::string_view name, std::string_view bytes, const Conventions& conventions,
                      const ReadOptions& options, const OnStory& on_story, Context& context) {
    const std::vector<Span> pieces = divide_mailbox(bytes);
    std::size_t read = 0;
    for (const Span piece : pieces) {
        StoryReader reader{name, bytes, piece, conventions, options, context};
        if (auto decoded = reader.decode_source(); !decoded) {
            GALLEY_CHECK(
                give(std::unexpected(std::move(decoded).error()), pieces.size() == 1, on_story, context, read));
            continue;
        }
        const std::vector<TransmissionFrame> frames =
            reader.frames([&](std::string_view text) { return divide_stories(text, conventions); });
        for (const TransmissionFrame& frame : frames) {
            GALLEY_CHECK(give(reader.read(frame), pieces.size() == 1 && frames.size() == 1, on_story, context, read));
        }
    }
    return read > 0 ? Result<>{} : fail(empty_story(name));
}

}  // namespace galley::text
