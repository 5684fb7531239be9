#include "converters/newsml/kept_nitf.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/newsml_format.h"
#include "converters/newsml/newsml_reader.h"
#include "converters/newsml/newsml_validator.h"
#include "converters/newsml/nitf_document.h"
#include "converters/newsml/nitf_lint.h"
#include "converters/newsml/rule_tables.h"
#include "converters/newsml/xml_head.h"
#include "core/edge/libxml2/xml_serializer.h"
#include "galley/try.h"

namespace galley {

namespace {

SniffScore sniff(std::string_view head) { return newsml::XmlHead(head).root() == "nitf" ? 90 : 0; }

class NitfSession final : public WriterSession {
public:
    NitfSession(Sink& sink, Context& context) : sink_(sink), context_(context) {}

    Result<> story(const Document& document) override {
        XmlTree tree;
        GALLEY_TRY(XmlNode * made, newsml::make_nitf(tree, document, context_, newsml::NitfUse::alone));
        GALLEY_TRY(const newsml::RestoredNitf restored, newsml::restore_nitf(tree, *made, document, context_));
        if (restored.root == nullptr) {
            // What was made may have been used up.
            GALLEY_TRY(made, newsml::make_nitf(tree, document, context_, newsml::NitfUse::alone));
            GALLEY_CHECK(check(*made, document));
        }
        std::string bytes;
        XmlSerializer serializer(bytes, context_.diagnostics());
        serializer.declaration();
        if (restored.markup.empty()) {
            serializer.write(restored.root != nullptr ? *restored.root : *made);
        } else {
            bytes.append(restored.markup).append("\n");
        }
        return sink_.write(bytes);
    }

    Result<> end() override { return {}; }

private:
    static Result<> check(const XmlNode& root, const Document& document) {
        std::optional<std::string> fault;
        newsml::lint_nitf(root, [&](const newsml::SchemaFault& found) { fault = found.message; });
        if (fault) {
            return fail({.cause = Cause::self_check,
                         .code = "nitf.structure",
                         .message = std::move(*fault),
                         .where = {.source = document.source.name}});
        }
        return {};
    }

    Sink& sink_;
    Context& context_;
};

class NitfWriter final : public Writer {
public:
    Result<std::unique_ptr<WriterSession>> begin(Sink& sink, Context& context) const override {
        return std::make_unique<NitfSession>(sink, context);
    }
};

Result<std::unique_ptr<Writer>> make_writer(const OptionValues&, const Host&) { return std::make_unique<NitfWriter>(); }

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
