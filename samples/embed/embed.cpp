// Galley inside another program: a story in memory becomes NewsML-G2, and a document made in code becomes YAML and
// comes back.
#include <galley/builtin.h>
#include <galley/convert.h>
#include <galley/host.h>
#include <galley/invariants.h>
#include <galley/registry.h>
#include <galley/try.h>

#include <iostream>
#include <string>

namespace {

constexpr std::string_view copy =
    "By Ada Lindqvist | March 3, 2026\n"
    "HELSINKI — The harbour ferry will run through the night from April on, the city said.\n"
    "Tickets stay at two euros.\n";

/// Any story in, NewsML-G2 out, nothing on disk.
galley::Result<std::string> to_newsml(const galley::Registry& registry, const galley::Host& host) {
    GALLEY_TRY(const galley::Format* format, registry.find("newsml-g2"));
    GALLEY_TRY(const galley::Target target, galley::Target::create(*format, {}, host));

    galley::ConvertOptions options;
    galley::Provider provider;
    provider.name = "Example Press";
    provider.domain = "example.org";
    options.profile.provider = provider;

    std::string item;
    const auto source = galley::memory_source("ferry.txt", copy);
    const auto sink = galley::memory_sink(item);
    galley::Context context(registry, host);
    GALLEY_CHECK(galley::convert(*source, target, *sink, options, context));
    for (const galley::Diagnostic& said : context.diagnostics()) {
        std::cerr << galley::name_of(said.severity) << ' ' << said.code << ": " << said.message << '\n';
    }
    return item;
}

galley::Document made_in_code() {
    galley::Document document;
    document.meta.headlines.push_back(galley::Headline{galley::HeadlineRole::main, "Ferry to run all night"});
    galley::Contributor author;
    author.kind = galley::ContributorKind::person;
    author.name = "Ada Lindqvist";
    galley::Byline byline;
    byline.contributors.push_back(author);
    document.meta.bylines.push_back(byline);
    galley::PartialDate date;
    date.year = 2026;
    date.month = 3;
    date.day = 3;
    document.meta.dates.content_created = date;
    document.body.push_back(galley::Paragraph{{galley::Text{"The harbour ferry will run through the night."}}, false});
    return document;
}

/// YAML is the lossless form: what is read back equals what was written.
galley::Result<std::string> there_and_back(const galley::Registry& registry, const galley::Host& host) {
    const galley::Document document = made_in_code();
    if (const auto broken = galley::check_invariants(document); !broken.empty()) {
        return galley::fail(broken.front());
    }
    galley::Context context(registry, host);
    GALLEY_TRY(const galley::Format* format, registry.find("yaml"));
    GALLEY_TRY(const galley::Target target, galley::Target::create(*format, {}, host));
    GALLEY_TRY(const std::string_view yaml, galley::render(document, target, {}, context));
    GALLEY_TRY(const galley::Document again, context.read("again", yaml, format->media_types.front()));
    return std::string(yaml) + (again == document ? "# read back: equal\n" : "# read back: DIFFERENT\n");
}

galley::Result<> run() {
    galley::Registry registry;  // yours: add and leave out what you like
    GALLEY_CHECK(galley::register_builtin(registry));
    const galley::MemoryHost host(std::chrono::sys_days(std::chrono::year(2026) / 3 / 4));
    GALLEY_TRY(const std::string item, to_newsml(registry, host));
    GALLEY_TRY(const std::string yaml, there_and_back(registry, host));
    std::cout << item << yaml;
    return {};
}

}  // namespace

int main() {
    if (const auto done = run(); !done) {
        std::cerr << "error " << done.error().code << ": " << done.error().message << '\n';
        return 1;
    }
    return 0;
}
