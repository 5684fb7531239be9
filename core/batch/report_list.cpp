#include "core/batch/report_list.h"

#include "core/batch/report_numbers.h"
#include "core/batch/report_script.h"
#include "core/batch/story_list.h"
#include "core/text/base64.h"
#include "galley/digest.h"

namespace galley::batch {

namespace {

struct Choice {
    std::string_view value;
    std::string_view label;
};

class ListSection {
public:
    ListSection(const RunStatistics& told, Markup& html) : told_(told), html_(html) {}

    void write() {
        html_.open("section", {{"id", "stories"}}).leaf("h2", "Stories");
        if (told_.listed.seen() > ListedStories::most) {
            html_.leaf(
                "p",
                "The list has " + grouped(ListedStories::most) + " of " + grouped(told_.listed.seen()) +
                    " stories: those that failed, then those with the least sure values. The journal has all of them.");
        }
        html_.open("noscript")
            .leaf("p", "The list of stories needs this page's script; the rest of the page does not.")
            .close();
        html_.open("form", {{"id", "filter"}, {"hidden", ""}, {"autocomplete", "off"}});
        write_text_field();
        write_choice("outcome", "Outcome", {{"", "all"}, {"warned", "done, with warnings"}});
        write_choice("code", "Said", {{"", "anything"}});
        write_choice("format", "Format", {{"", "all"}});
        write_choice("encoding", "Encoding", {{"", "all"}});
        write_choice("language", "Language", {{"", "all"}});
        write_number_field("from", "Least confidence from", "0");
        write_number_field("to", "to", "100");
        write_choice("sort", "Order",
                     {{"source", "as in the source"}, {"confidence", "least sure first"}, {"name", "by name"}});
        html_.leaf("button", "Show all", {{"type", "reset"}}).close();
        html_.leaf("p", "", {{"id", "count"}, {"role", "status"}});
        write_table();
        write_pages();
        html_.close();
    }

private:
    void write_text_field() {
        html_.open("label", {{"class", "wide"}})
            .leaf("span", "Words in name, values and messages")
            .empty("input", {{"type", "search"}, {"name", "words"}})
            .close();
    }

    void write_number_field(std::string_view name, std::string_view label, std::string_view value) {
        html_.open("label")
            .leaf("span", label)
            .empty("input", {{"type", "number"}, {"name", name}, {"min", "0"}, {"max", "100"}, {"value", value}})
            .close();
    }

    void write_choice(std::string_view name, std::string_view label, std::initializer_list<Choice> choices) {
        html_.open("label").leaf("span", label).open("select", {{"name", name}});
        for (const Choice& choice : choices) {
            html_.leaf("option", choice.label, {{"value", choice.value}});
        }
        html_.close().close();
    }

    void write_table() {
        html_.open("table", {{"id", "list"}, {"hidden", ""}})
            .leaf("caption", "Stories; a story's button shows what was found in it");
        html_.open("thead").open("tr");
        for (const std::string_view column :
             {"story", "outcome", "format", "encoding", "language", "least confidence", "said"}) {
            html_.leaf("th", column, {{"scope", "col"}});
        }
        html_.close().close().open("tbody").close().close();
    }

    void write_pages() {
        html_.open("nav", {{"id", "pages"}, {"aria-label", "Pages of the list"}, {"hidden", ""}})
            .leaf("button", "Earlier", {{"type", "button"}})
            .leaf("span", "")
            .leaf("button", "Later", {{"type", "button"}})
            .close();
    }

    const RunStatistics& told_;
    Markup& html_;
};

}  // namespace

void write_list(const RunStatistics& statistics, Markup& html) { ListSection(statistics, html).write(); }

void write_list_script(const RunStatistics& statistics, std::string& page) {
    page += "<script type=\"application/json\" id=\"story-list\">" + story_list(statistics) + "</script>\n<script>";
    page += report_script;
    page += "</script>\n";
}

std::string content_security_policy() {
    std::string policy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src 'sha256-";
    const Digest digest = sha256(report_script);
    append_base64({reinterpret_cast<const char*>(digest.data()), digest.size()}, policy);
    return policy + "'";
}

}  // namespace galley::batch
