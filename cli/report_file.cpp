#include "cli/report_file.h"

#include "galley/host.h"
#include "galley/sink.h"
#include "galley/try.h"

namespace galley::cli {

Result<> write_report(const std::string& path, std::string_view text) {
    const auto host = system_host({});
    GALLEY_TRY(const auto sink, host->open_sink(path, {.replace = true}));
    GALLEY_CHECK(sink->write(text));
    return sink->commit();
}

}  // namespace galley::cli
