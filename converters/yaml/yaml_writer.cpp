#include "converters/yaml/yaml_writer.h"

#include "converters/yaml/yaml_emitter.h"
#include "converters/yaml/yaml_story_writer.h"

#include <memory>
#include <string>

namespace galley {

namespace {

class YamlSession final : public WriterSession {
public:
    explicit YamlSession(Sink& sink) : sink_(sink) {}

    Result<> story(const Document& document) override {
        bytes_.clear();
        YamlEmitter emitter(bytes_);
        YamlStoryWriter(emitter).story(document);
        if (emitter.failure()) {
            return fail(*emitter.failure());
        }
        return sink_.write(bytes_);
    }

    // That the bytes can be read is so by construction (CONFORMANCE.md) and proved by the validator, which reads them.
    Result<> end() override { return {}; }

private:
    Sink& sink_;
    std::string bytes_;  // kept between stories for its memory
};

}  // namespace

Result<std::unique_ptr<WriterSession>> YamlWriter::begin(Sink& sink, Context& /*context*/) const {
    return std::make_unique<YamlSession>(sink);
}

}  // namespace galley
