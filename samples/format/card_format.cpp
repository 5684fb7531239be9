#include "card_format.h"

namespace card {
namespace {

galley::SniffScore sniff(std::string_view head) { return head.starts_with(signature) ? 100 : 0; }

constexpr std::string_view extensions[] = {".card"};
constexpr std::string_view media_types[] = {"text/x-story-card"};
constexpr galley::OptionSpec options[] = {
    {"date", galley::OptionKind::flag, "true", "write the story's date"},
};

}  // namespace

const galley::Format& card_format() {
    static const galley::Format format{.name = "card",
                                       .title = "Story card",
                                       .extensions = extensions,
                                       .media_types = media_types,
                                       .options = options,
                                       .features = galley::Feature::none,  // paragraphs alone: core rewrites the rest
                                       .sniff = sniff,
                                       .make_reader = make_reader,
                                       .make_writer = make_writer};
    return format;
}

}  // namespace card
