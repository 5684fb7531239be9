#pragma once

#include "galley/builtin.h"
#include "galley/convert.h"
#include "galley/invariants.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace galley::test {

/// All formats under a clock that stands still, for tests of the news formats.
class NewsBench {
public:
    NewsBench() { REQUIRE(register_builtin(registry_)); }

    [[nodiscard]] Diagnostics validate(std::string_view bytes, std::string_view format = "newsml-g2",
                                       const std::string& schemas = {}) {
        Context context(registry_, host_);
        const auto found = registry_.find(format);
        REQUIRE(found);
        if (auto checked = (*found)->validate("item.xml", bytes, schemas, context); !checked) {
            context.say(checked.error());
        }
        return context.diagnostics();
    }

    struct Written {
        std::string bytes{};
        Diagnostics said{};
    };

    [[nodiscard]] Written write(const Document& document, const GivenOptions& options = {},
                                std::string_view format = "newsml-g2") {
        Context context(registry_, host_);
        const auto found = registry_.find(format);
        REQUIRE(found);
        const auto target = Target::create(**found, options, host_);
        REQUIRE(target);
        const auto bytes = render(document, *target, {}, context);
        if (!bytes) {
            return {{}, {bytes.error()}};
        }
        return {std::string(*bytes), context.diagnostics()};
    }

    struct Read {
        std::vector<Document> documents{};
        Diagnostics said{};
    };

    [[nodiscard]] Read read(std::string_view bytes, std::string_view format = "newsml-g2") {
        Read result;
        Context context(registry_, host_);
        const auto found = registry_.find(format);
        REQUIRE(found);
        const auto origin = Origin::create(**found, {}, host_);
        REQUIRE(origin);
        const auto source = memory_source("item.xml", bytes);
        const auto done = origin->reader->read(
            *source,
            [&](Document&& document) -> Result<> {
                for (const Diagnostic& broken : check_invariants(document)) {
                    FAIL_CHECK(broken.code << " " << broken.message);
                }
                result.documents.push_back(std::move(document));
                return {};
            },
            context);
        result.said = context.diagnostics();
        if (!done) {
            result.said.push_back(done.error());
        }
        return result;
    }

    Registry& registry() { return registry_; }
    MemoryHost& host() { return host_; }

private:
    Registry registry_;
    MemoryHost host_{std::chrono::sys_days{std::chrono::year{2026} / 1 / 3}};
};

[[nodiscard]] inline const Diagnostic* find_code(const Diagnostics& said, std::string_view code) {
    const auto found = std::ranges::find(said, code, &Diagnostic::code);
    return found != said.end() ? &*found : nullptr;
}

}  // namespace galley::test
