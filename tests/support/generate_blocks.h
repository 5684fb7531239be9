#pragma once

#include "galley/block.h"
#include "galley/extra.h"
#include "galley/inline.h"
#include "galley/resource.h"
#include "tests/support/generate_document.h"
#include "tests/support/random.h"

#include <cstdint>
#include <optional>

namespace galley::test {

/// Makes the parts of a body. Figures refer to the resources it is given.
class BlockGenerator {
public:
    BlockGenerator(Random& random, const GenerateOptions& options, std::uint64_t source_size,
                   const Resources& resources)
        : random_(random),
          options_(options),
          source_size_(source_size),
          resources_(resources) {}

    [[nodiscard]] Blocks blocks(std::uint32_t most, std::uint32_t depth = 0);
    [[nodiscard]] Inlines inlines(std::uint32_t most, std::uint32_t depth = 0);
    [[nodiscard]] Extras extras(std::uint32_t depth = 0);
    [[nodiscard]] std::optional<Span> span();

private:
    [[nodiscard]] Block block(std::uint32_t depth);
    [[nodiscard]] Block collection(std::uint32_t depth);
    [[nodiscard]] List list(std::uint32_t depth);
    [[nodiscard]] Table table(std::uint32_t depth);
    [[nodiscard]] Figure figure();
    [[nodiscard]] Inline mark(std::uint32_t depth);

    Random& random_;
    const GenerateOptions& options_;
    std::uint64_t source_size_;
    const Resources& resources_;
};

}  // namespace galley::test
