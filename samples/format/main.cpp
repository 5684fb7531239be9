// Converts a card to any format Galley has, and any story to a card: card IN FORMAT > OUT
#include "card_format.h"

#include <galley/builtin.h>
#include <galley/convert.h>
#include <galley/try.h>

#include <iostream>

namespace {

galley::Result<> convert(const std::string& path, const std::string& name) {
    galley::Registry registry;
    GALLEY_CHECK(galley::register_builtin(registry));
    GALLEY_CHECK(registry.add(card::card_format()));  // detection and conversion know it like any other from here on

    GALLEY_TRY(const auto now, galley::run_instant());
    const auto host = galley::system_host(now);
    GALLEY_TRY(const galley::Format* format, registry.find(name));
    GALLEY_TRY(const galley::Target target, galley::Target::create(*format, {}, *host));
    GALLEY_TRY(const auto source, host->open_source(path));
    GALLEY_TRY(const auto sink, host->open_sink("-", {}));
    galley::Context context(registry, *host);
    return galley::convert(*source, target, *sink, {}, context);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: card IN FORMAT > OUT\n";
        return 2;
    }
    if (const auto done = convert(argv[1], argv[2]); !done) {
        std::cerr << "error " << done.error().code << ": " << done.error().message << '\n';
        return 1;
    }
    return 0;
}
