#include "converters/pdf/emit/attached_file.h"

#include "galley/overloaded.h"
#include "galley/registry.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::pdf {

namespace {

constexpr std::string_view unknown_media_type = "application/octet-stream";

/// ISO 19005-3, 6.8: a media type in the form of /Subtype, "type/subtype" alone.
std::string bare_media_type(std::string_view given) {
    const std::string_view bare = utf8::trim(given.substr(0, given.find(';')));
    const auto is_part = [](std::string_view part) {
        return !part.empty() && std::ranges::all_of(part, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   std::string_view{"-+._"}.contains(c);
        });
    };
    const std::size_t slash = bare.find('/');
    const bool fits =
        slash != std::string_view::npos && is_part(bare.substr(0, slash)) && is_part(bare.substr(slash + 1));
    return std::string(fits ? bare : unknown_media_type);
}

/// The last part of a path, without what some systems forbid in names.
std::string file_name(std::string_view path) {
    std::string name{path.substr(path.find_last_of("/\\") + 1)};
    std::erase_if(
        name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || std::string_view{":*?\"<>|"}.contains(c); });
    return utf8::is_valid(name) ? std::string(utf8::prefix(name, 120)) : std::string{};
}

std::string_view stem(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

class Gatherer {
public:
    Gatherer(const Document& document, Context& context) : document_(document), context_(context) {
        source_name_ = file_name(document.source.name);
        if (source_name_.empty() || source_name_ == "-") {
            source_name_ = "story";
        }
    }

    void add_source() {
        if (!document_.source.bytes) {
            context_.say({.severity = Severity::warning,
                          .code = "pdf.source-not-kept",
                          .message = "the source's bytes are not at hand, so the PDF does not carry them",
                          .where = {.source = document_.source.name},
                          .hints = {"keep them when reading, or leave source out of pdf.attach"}});
            return;
        }
        std::string media_type = bare_media_type(document_.source.media_type);
        std::string name = source_name_;
        if (name.find('.') == std::string::npos && media_type.starts_with("text/plain")) {
            name += ".txt";
        }
        add({.name = std::move(name),
             .media_type = std::move(media_type),
             .relationship = "Source",
             .description = "The story as it was received",
             .bytes = *document_.source.bytes});
    }

    Result<> add_rendered(std::string_view media_type, std::string_view relationship, std::string_view description) {
        const Format* const format = context_.registry().find_media_type(media_type);
        if (format == nullptr || format->make_writer == nullptr) {
            context_.say(
                {.severity = Severity::warning,
                 .code = "pdf.attachment-absent",
                 .message = "no format here writes " + std::string(media_type) + ", so the PDF does not carry it",
                 .hints = {"register such a format, or change pdf.attach"}});
            return {};
        }
        const auto bytes = context_.render(document_, media_type);
        if (!bytes && bytes.error().cause == Cause::input) {
            context_.say({.severity = Severity::warning,
                          .code = "pdf.attachment-absent",
                          .message = "the PDF does not carry " + std::string(media_type) + ": " + bytes.error().message,
                          .where = bytes.error().where,
                          .hints = bytes.error().hints});
            return {};
        }
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        std::string name{stem(source_name_)};
        if (!format->extensions.empty()) {
            name += format->extensions.front();
        }
        add({.name = std::move(name),
             .media_type = bare_media_type(media_type),
             .relationship = relationship,
             .description = description,
             .bytes = std::string(*bytes)});
        return {};
    }

    std::vector<AttachedFile> files;

private:
    /// Names differ: the name tree needs it, and whoever saves all files into one folder.
    void add(AttachedFile file) {
        const auto is_taken = [&](const std::string& name) {
            return std::ranges::find(files, name, &AttachedFile::name) != files.end();
        };
        const std::string wanted = file.name;
        for (int number = 2; is_taken(file.name); ++number) {
            const std::string_view start = stem(wanted);
            file.name = std::string(start) + "-" + std::to_string(number) + wanted.substr(start.size());
        }
        files.push_back(std::move(file));
    }

    const Document& document_;
    Context& context_;
    std::string source_name_;
};

}  // namespace

Result<std::vector<AttachedFile>> attached_files(const Document& document, const PdfOptions& options,
                                                 Context& context) {
    if (options.standard == Standard::a_2a) {
        if (!options.attach.empty()) {
            context.say({.severity = Severity::info,
                         .code = "pdf.attachments-left-out",
                         .message = "PDF/A-2 allows no attached text or XML, so the PDF carries none",
                         .hints = {"use pdf.standard=a-3a for attachments"}});
        }
        return std::vector<AttachedFile>{};
    }
    Gatherer gatherer(document, context);
    for (const Attachment wanted : options.attach) {
        switch (wanted) {
            case Attachment::source: gatherer.add_source(); break;
            case Attachment::newsml:
                GALLEY_CHECK(gatherer.add_rendered("application/vnd.iptc.g2.newsitem+xml", "Alternative",
                                                   "The story as a NewsML-G2 item"));
                break;
            case Attachment::yaml:
                GALLEY_CHECK(gatherer.add_rendered("application/yaml", "Data",
                                                   "The story with all that is known about it, as YAML"));
                break;
        }
    }
    return std::move(gatherer.files);
}

}  // namespace galley::pdf
