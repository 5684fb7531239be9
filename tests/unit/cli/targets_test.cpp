#include "cli/targets.h"

#include <catch2/catch.hpp>

using namespace galley;
using namespace galley::cli;

namespace {

constexpr std::string_view xml[] = {".xml"};
constexpr std::string_view txt[] = {".txt"};

Result<std::unique_ptr<Writer>> no_writer(const OptionValues&, const Host&) {
    return fail({.code = "test.no-writer", .message = "no writer here"});
}
Result<std::unique_ptr<Reader>> no_reader(const OptionValues&, const Host&) {
    return fail({.code = "test.no-reader", .message = "no reader here"});
}

const Format first{.name = "first", .title = "First", .extensions = xml, .make_writer = no_writer};
const Format second{.name = "second", .title = "Second", .extensions = xml, .make_writer = no_writer};
const Format text{.name = "text", .title = "Text", .extensions = txt, .make_writer = no_writer};
const Format input{.name = "input", .title = "Input", .extensions = txt, .make_reader = no_reader};

Registry registry() {
    Registry made;
    for (const Format* format : {&first, &second, &text, &input}) {
        REQUIRE(made.add(*format));
    }
    return made;
}

Arguments with(const char* option, std::vector<std::string> values) {
    Arguments arguments;
    arguments.give(option, std::move(values));
    return arguments;
}

}  // namespace

TEST_CASE("formats come from --to, in lists and repeated, or from the extension of -o") {
    const Registry known = registry();
    CHECK(chosen_formats(with("to", {"first,text", "second"}), known).value() ==
          std::vector<const Format*>{&first, &text, &second});
    CHECK(chosen_formats(with("output", {"a/b.txt"}), known).value() == std::vector<const Format*>{&text});
}

TEST_CASE("what names no format to write is refused") {
    const Registry known = registry();
    const auto code = [&](const Arguments& arguments) { return chosen_formats(arguments, known).error().code; };
    CHECK(code(Arguments()) == "usage.no-target");
    CHECK(code(with("output", {"-"})) == "usage.no-target");
    CHECK(code(with("output", {"a.doc"})) == "usage.no-target");
    CHECK(code(with("output", {"a.xml"})) == "usage.unclear-extension");
    CHECK(code(with("to", {"frist"})) == "format.unknown");
    CHECK(code(with("to", {"input"})) == "format.cannot-write");
}
