#include "converters/text/text_reader.h"

#include "converters/text/convention_builder.h"
#include "converters/text/story_reader.h"
#include "converters/text/text_options.h"
#include "galley/try.h"

#include <optional>
#include <string>

namespace galley::text {
namespace {

class TextReader final : public Reader {
public:
    TextReader(ReadOptions options, std::unique_ptr<const ConventionBuilder::Built> own)
        : options_(std::move(options)),
          own_(std::move(own)) {
        if (own_) {
            conventions_.emplace(own_->tables());
        }
    }

    Result<> read(ByteSource& source, const OnStory& on_story, Context& context) const override {
        std::string buffer;
        GALLEY_TRY(const std::string_view bytes, read_whole(source, buffer, context.limits().story_bytes));
        const Conventions& conventions = conventions_ ? *conventions_ : Conventions::builtin();
        return read_stories(source.name(), bytes, conventions, options_, on_story, context);
    }

private:
    ReadOptions options_;
    std::unique_ptr<const ConventionBuilder::Built> own_;
    std::optional<Conventions> conventions_;
};

}  // namespace

Result<std::unique_ptr<Reader>> make_reader(const OptionValues& options, const Host& host) {
    GALLEY_TRY(ReadOptions read, ReadOptions::from(options));
    std::unique_ptr<const ConventionBuilder::Built> own;
    if (!read.conventions.empty()) {
        GALLEY_TRY(const std::string_view yaml, host.load(read.conventions));
        ConventionBuilder builder{Conventions::builtin()};
        GALLEY_CHECK(builder.add_file(read.conventions, yaml));
        own = std::make_unique<const ConventionBuilder::Built>(builder.build());
    }
    return std::make_unique<TextReader>(std::move(read), std::move(own));
}

}  // namespace galley::text
