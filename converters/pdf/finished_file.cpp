#include "converters/pdf/finished_file.h"

#include "converters/pdf/deflate_edge.h"
#include "galley/try.h"

#include <optional>

namespace galley::pdf {

Result<FinishedFile> FinishedFile::read(const std::string& name, std::string_view bytes) {
    GALLEY_TRY(ReadPdf read, read_pdf(name, bytes));
    FinishedFile file;
    file.read_ = std::make_unique<ReadPdf>(std::move(read));
    file.checked_.catalog = file.read_->catalog;
    file.checked_.information = file.read_->information;
    file.checked_.objects.reserve(file.read_->objects.size());
    for (const ReadObject& object : file.read_->objects) {
        std::optional<Value> value = read_value(object.value, file.checked_.store);
        if (!value) {
            return fail({.code = "pdf.unreadable",
                         .message = "'" + name + "' has an object that is nested too deep or not well-formed",
                         .where = {.source = name},
                         .hints = {"see whether it arrived whole; `qpdf FILE COPY` mends many damaged ones"}});
        }
        file.checked_.objects.push_back({.value = *value, .data = {}, .is_stream = object.is_stream});
    }
    return file;
}

Result<std::string> FinishedFile::unpacked(const ReadObject& stream, std::size_t limit) const {
    const auto& object = checked_.objects[static_cast<std::size_t>(&stream - read_->objects.data())];
    const Value* filter = &checked_.entry(object.value, "Filter");
    if (filter->is(Value::Kind::array) && filter->items.size() == 1) {
        filter = &checked_.resolve(filter->items[0]);
    }
    if (filter->is(Value::Kind::null) || (filter->is(Value::Kind::array) && filter->items.empty())) {
        if (stream.stored.size() > limit) {
            return fail({.code = "limit.expansion",
                         .message = "a stream is larger than the limit",
                         .hints = {"raise the limit of a story's bytes"}});
        }
        return stream.stored;
    }
    const bool is_plain_deflate = filter->is_name("FlateDecode") && object.value.find("DecodeParms") == nullptr;
    if (!is_plain_deflate) {
        return fail({.code = "pdf.bad-stream", .message = "a stream has a filter that is not read here"});
    }
    return inflate(stream.stored, limit);
}

std::vector<CarriedFile> FinishedFile::carried() const {
    std::vector<CarriedFile> files;
    for (const CheckedObject& object : checked_.objects) {
        const Value& embedded = checked_.entry(object.value, "EF");
        const Value* const reference = embedded.find("F") != nullptr ? embedded.find("F") : embedded.find("UF");
        const CheckedObject* const stream = reference == nullptr ? nullptr : checked_.object(*reference);
        if (stream == nullptr || !stream->is_stream) {
            continue;
        }
        const Value& name = checked_.entry(object.value, object.value.find("UF") != nullptr ? "UF" : "F");
        files.push_back({.name = name.is(Value::Kind::string) ? text_of(name) : std::string{},
                         .media_type = name_of(checked_.entry(stream->value, "Subtype")),
                         .relationship = name_of(checked_.entry(object.value, "AFRelationship")),
                         .stream = &read_->objects[static_cast<std::size_t>(stream - checked_.objects.data())]});
    }
    return files;
}

void FinishedFile::unpack_all(std::size_t limit, Findings& findings) {
    for (std::size_t i = 0; i < checked_.objects.size(); ++i) {
        CheckedObject& object = checked_.objects[i];
        if (!object.is_stream || checked_.entry(object.value, "Filter").is_name("DCTDecode")) {
            continue;
        }
        auto bytes = unpacked(read_->objects[i], limit);
        if (!bytes) {
            findings.add("ISO 32000-1, 7.4",
                         "stream " + std::to_string(i + 1) + " cannot be read: " + bytes.error().message);
            continue;
        }
        limit -= bytes->size();
        object.data = unpacked_.emplace_back(std::move(*bytes));
    }
}

}  // namespace galley::pdf
