#include "cli/program_registry.h"

#include "converters/separate/register_separate.h"
#include "galley/builtin.h"
#include "galley/try.h"

namespace galley::cli {

Result<> register_formats(Registry& registry) {
    GALLEY_CHECK(register_builtin(registry));
    return register_separate(registry);
}

}  // namespace galley::cli
