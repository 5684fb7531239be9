#include "converters/newsml/namespaces.h"
#include "converters/newsml/newsml_format.h"
#include "converters/newsml/newsml_reader.h"
#include "converters/newsml/newsml_validator.h"
#include "converters/newsml/nitf_document.h"
#include "converters/newsml/nitf_lint.h"
#include "converters/newsml/rule_tables.h"
#include "core/edge/libxml2/xml_serializer.h"
#include "galley/try.h"

namespace galley {

namespace {

// The root's start tag, "<nitf" and what ends a name.
SniffScore sniff(std::string_view head) {
    const std::size_t at = head.find("<nitf");
    if (at == std::string_view::npos || at + 5 >= head.size() ||
        std::string_view(" \t\r\n>/").find(head[at + 5]) == std::string_view::npos) {
        return 0;
    }
    return head.find(newsml::nar) == std::string_view::npos ? 90 : 40;
}

class NitfSession final : public WriterSession {
public:
    NitfSession(Sink& sink, Context& context) : sink_(sink), context_(context) {}

    Result<> story(const Document& document) override {
        XmlTree tree;
        GALLEY_TRY(const XmlNode* root, newsml::make_nitf(tree, document, context_, newsml::NitfUse::alone));
        std::optional<std::string> fault;
        newsml::lint_nitf(
            *root, [&](const newsml::SchemaFault& found) { fault = found.message; });
        if (fault) {
            return fail({.cause = Cause::self_check,
                         .code = "nitf.structure",
                         .message = std::move(*fault),
                         .where = {.source = document.source.name}});
        }
        std::string bytes;
        XmlSerializer serializer(bytes, context_.diagnostics());
        serializer.declaration();
        serializer.write(*root);
        return sink_.write(bytes);
    }

    Result<> end() override { return {}; }

private:
    Sink& sink_;
    Context& context_;
};

class NitfWriter final : public Writer {
public:
    Result<std::unique_ptr<WriterSession>> begin(Sink& sink, Context& context) const override {
        return std::make_unique<NitfSession>(sink, context);
    }
};

Result<std::unique_ptr<Writer>> make_writer(const OptionValues&, const Host&) {
    return std::make_unique<NitfWriter>();
}

}  // namespace

const Format& nitf_format() {
    static constexpr std::string_view extensions[] = {".nitf", ".xml"};
    static constexpr std::string_view media_types[] = {"application/nitf+xml", "text/vnd.IPTC.NITF"};
    static const Format format{.name = "nitf",
                               .title = "News Industry Text Format",
                               .extensions = extensions,
                               .media_types = media_types,
                               .features = Feature::everything,
                               .sniff = sniff,
                               .make_reader = newsml::make_nitf_reader,
                               .make_writer = make_writer,
                               .validate = newsml::validate_nitf,
                               .rules = newsml::nitf_rules()};
    return format;
}

}  // namespace galley
