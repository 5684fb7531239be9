#include "tests/unit/core/convert/toy_format.h"

#include "galley/plain_text.h"
#include "galley/try.h"

#include <array>

namespace galley::test {

namespace {

class LinesReader final : public Reader {
public:
    [[nodiscard]] Result<> read(ByteSource& source, const OnStory& on_story, Context& context) const override {
        std::string buffer;
        GALLEY_TRY(std::string_view rest, read_whole(source, buffer, context.limits().story_bytes));
        Document story;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            const std::string_view line = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (line == "%%") {
                GALLEY_CHECK(on_story(std::exchange(story, {})));
            } else {
                story.body.push_back(Paragraph{{Text{std::string(line)}}});
            }
        }
        return story.body.empty() ? Result<>() : on_story(std::move(story));
    }
};

class LinesSession final : public WriterSession {
public:
    explicit LinesSession(Sink& sink) : sink_(sink) {}

    [[nodiscard]] Result<> story(const Document& document) override {
        for (const Block& block : document.body) {
            GALLEY_CHECK(sink_.write(plain_text(block) + "\n"));
        }
        return sink_.write("%%\n");
    }
    [[nodiscard]] Result<> end() override { return {}; }

private:
    Sink& sink_;
};

class WrapperSession final : public WriterSession {
public:
    WrapperSession(Sink& sink, Context& context) : sink_(sink), context_(context) {}

    [[nodiscard]] Result<> story(const Document& document) override {
        GALLEY_TRY(const std::string_view inner, context_.render(document, "text/x-lines"));
        return sink_.write("<" + std::string(inner) + ">");
    }
    [[nodiscard]] Result<> end() override { return {}; }

private:
    Sink& sink_;
    Context& context_;
};

template <class Session>
class SessionWriter final : public Writer {
public:
    [[nodiscard]] Result<std::unique_ptr<WriterSession>> begin(Sink& sink, Context& context) const override {
        if constexpr (std::is_constructible_v<Session, Sink&, Context&>) {
            return std::make_unique<Session>(sink, context);
        } else {
            return std::make_unique<Session>(sink);
        }
    }
};

constexpr std::array<std::string_view, 1> lines_extensions{".lines"};
constexpr std::array<std::string_view, 1> lines_types{"text/x-lines"};
constexpr std::array<std::string_view, 1> wrapper_extensions{".wrap"};
constexpr std::array<std::string_view, 2> wrapper_types{"text/x-wrapper", "text/x-lines"};

}  // namespace

const Format& lines_format() {
    static const Format format{.name = "lines",
                               .title = "Lines",
                               .extensions = lines_extensions,
                               .media_types = lines_types,
                               .features = Feature::none,
                               .many_stories = true,
                               .sniff = [](std::string_view head) { return head.starts_with("<") ? 0 : 10; },
                               .make_reader = [](const OptionValues&, const Host&) -> Result<std::unique_ptr<Reader>> {
                                   return std::make_unique<LinesReader>();
                               },
                               .make_writer = [](const OptionValues&, const Host&) -> Result<std::unique_ptr<Writer>> {
                                   return std::make_unique<SessionWriter<LinesSession>>();
                               }};
    return format;
}

const Format& wrapper_format() {
    static const Format format{
        .name = "wrapper",
        .title = "Wrapper",
        .extensions = wrapper_extensions,
        .media_types = wrapper_types,
        .make_writer = [](const OptionValues&, const Host&) -> Result<std::unique_ptr<Writer>> {
            return std::make_unique<SessionWriter<WrapperSession>>();
        },
        .validate = [](std::string_view, std::string_view bytes, std::string_view, Context& context) -> Result<> {
            if (bytes.find("bad") != std::string_view::npos) {
                context.say({.code = "wrapper.bad", .message = "it is bad"});
            }
            return {};
        }};
    return format;
}

}  // namespace galley::test
