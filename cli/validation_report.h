#pragma once

#include "cli/console.h"
#include "cli/examination.h"
#include "galley/registry.h"

#include <memory>
#include <span>
#include <string_view>

namespace galley::cli {

/// How `galley validate` tells its results: file by file, then what belongs to the whole run.
class ValidationReport {
public:
    virtual ~ValidationReport() = default;
    virtual void file(const Examination& examination, Console& console) = 0;
    virtual void end(Console&) {}
};

/// A shape that can be asked for.
struct ReportShape {
    std::string_view name;
    std::unique_ptr<ValidationReport> (*make)();
    bool talks;         ///< each finding goes to standard error, too, for people
    bool status_tells;  ///< the exit status says whether the files are valid; else only whether they could be checked
};

/// The first is the default.
[[nodiscard]] std::span<const ReportShape> report_shapes();

/// One log for all files, which is printed at the end (OASIS SARIF 2.1.0).
[[nodiscard]] std::unique_ptr<ValidationReport> make_sarif_report();

/// One object a file, as validation commands of Archivematica's Format Policy Registry print it.
[[nodiscard]] std::unique_ptr<ValidationReport> make_archivematica_report();

}  // namespace galley::cli
