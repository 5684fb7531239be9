#pragma once

#include "core/batch/markup.h"

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace galley::batch {

struct Column {
    std::string_view name{};
    bool is_number = false;
};

/// Tables of a report page, with what screen readers go by.
class ReportTable {
public:
    explicit ReportTable(Markup& html) : html_(html) {}

    /// Opens a table up to its first row.
    void begin(std::string_view caption, std::initializer_list<Column> columns);
    void end();

    /// A cell with a bar of the length of `part` in `whole`; for the eye only.
    void bar(std::uint64_t part, std::uint64_t whole);

private:
    Markup& html_;
};

}  // namespace galley::batch
