// An item that was read, however faulty, and changed is written as its schema allows, or refused with a code.

#include "converters/newsml/newsml_format.h"
#include "converters/newsml/schema/schema_check.h"
#include "core/edge/libxml2/xml_parser.h"
#include "galley/context.h"
#include "galley/convert.h"
#include "galley/host.h"
#include "galley/registry.h"
#include "tests/fuzz/require.h"

#include <string>
#include <string_view>

using namespace galley;
using fuzz::require;

namespace {

void change(Document& document, std::uint8_t how) {
    if ((how & 1) != 0) {
        document.meta.headlines.assign(1, Headline{.text = "Another headline"});
    }
    if ((how & 2) != 0) {
        document.body.emplace_back(Paragraph{.content = {Text{"One more paragraph."}}});
    }
    if ((how & 4) != 0 && !document.body.empty()) {
        document.body.erase(document.body.begin());
    }
    if ((how & 8) != 0) {
        document.meta.embargo.reset();
        document.meta.bylines.clear();
        document.meta.rights.clear();
    }
    if ((how & 16) != 0) {
        document.meta.language = std::string("ar");
        document.meta.urgency = std::uint8_t{3};
    }
    if (!document.meta.provider) {
        document.meta.provider = Provider{.name = "Example Press", .domain = "example.org"};
    }
}

void check_sound(std::string_view written, Context& context) {
    Diagnostics ignored;
    auto text = XmlText::of_bytes("written.xml", written, ignored);
    require(text.has_value(), "what was written is text");
    XmlTree tree;
    const auto parsed = parse_xml(*text, tree, {}, context);
    require(parsed.has_value(), "what was written is well-formed");
    bool sound = true;
    newsml::SchemaCheck check([&](const newsml::SchemaFault&) { sound = false; });
    require(check.check(*parsed->root) && sound, "what was written is as the schema allows");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::uint8_t how = data[size - 1];
    const std::string_view bytes{reinterpret_cast<const char*>(data), size - 1};
    const Registry registry;
    const MemoryHost host;
    Context context(registry, host);
    const Format& format = (how & 32) != 0 ? nitf_format() : newsml_format();
    const auto source = memory_source("fuzz.xml", bytes);
    const auto reader = format.make_reader(OptionValues::create(format.name, format.options, {}).value(), host).value();
    (void)reader->read(
        *source,
        [&](Document&& document) -> Result<> {
            change(document, how);
            for (const Format* target : {&newsml_format(), &nitf_format()}) {
                const GivenOptions options =
                    target == &newsml_format() && (how & 64) != 0 ? GivenOptions{{"repair", "true"}} : GivenOptions{};
                const auto written = render(document, Target::create(*target, options, host).value(), {}, context);
                require(written || (!written.error().code.empty() && written.error().cause != Cause::self_check),
                        "what cannot be written is refused with a code");
                if (written) {
                    check_sound(*written, context);
                }
            }
            return {};
        },
        context);
    return 0;
}
