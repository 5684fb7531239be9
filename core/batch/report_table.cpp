#include "core/batch/report_table.h"

#include "core/batch/report_numbers.h"

#include <algorithm>
#include <string>

namespace galley::batch {

void ReportTable::begin(std::string_view caption, std::initializer_list<Column> columns) {
    html_.open("table").leaf("caption", caption).open("thead").open("tr");
    for (const Column& column : columns) {
        column.is_number ? html_.leaf("th", column.name, {{"scope", "col"}, {"class", "n"}})
                         : html_.leaf("th", column.name, {{"scope", "col"}});
    }
    html_.close().close().open("tbody");
}

void ReportTable::end() { html_.close().close(); }

void ReportTable::bar(std::uint64_t part, std::uint64_t whole) {
    std::string width = "width: " + percent(part, std::max<std::uint64_t>(whole, 1));
    std::erase(width, ' ');
    html_.open("td", {{"class", "bar"}, {"aria-hidden", "true"}}).leaf("span", "", {{"style", width}}).close();
}

}  // namespace galley::batch
