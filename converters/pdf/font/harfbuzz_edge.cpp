#include "converters/pdf/font/harfbuzz_edge.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>

namespace galley::pdf {

namespace {

using Blob = std::unique_ptr<hb_blob_t, decltype([](hb_blob_t* blob) { hb_blob_destroy(blob); })>;
using Buffer = std::unique_ptr<hb_buffer_t, decltype([](hb_buffer_t* buffer) { hb_buffer_destroy(buffer); })>;

hb_buffer_t* thread_buffer() {
    thread_local const Buffer buffer{hb_buffer_create()};
    return buffer.get();
}

hb_feature_t on(hb_tag_t tag) { return {tag, 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}; }

}  // namespace

FaceHandles::FaceHandles(std::string_view bytes, std::uint32_t index) {
    const Blob blob{
        hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr)};
    face = hb_face_create(blob.get(), index);
    hb_face_make_immutable(face);
    font = hb_font_create(face);
    const auto units = static_cast<int>(hb_face_get_upem(face));
    hb_font_set_scale(font, units, units);
    hb_font_make_immutable(font);
}

FaceHandles::~FaceHandles() {
    hb_font_destroy(font);
    hb_face_destroy(face);
}

std::string_view FaceHandles::table(std::uint32_t tag) const {
    // The face's own reference keeps the bytes alive: tables are slices of the file.
    const Blob blob{hb_face_reference_table(face, tag)};
    unsigned size = 0;
    const char* const data = hb_blob_get_data(blob.get(), &size);
    return {data, size};
}

bool FaceHandles::has_substitution(std::uint32_t feature) const {
    std::array<hb_tag_t, 256> tags{};
    auto count = static_cast<unsigned>(tags.size());
    hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, 0, &count, tags.data());
    for (unsigned i = 0; i < count; ++i) {
        if (tags[i] == feature) {
            return true;
        }
    }
    return false;
}

std::uint32_t Face::glyph(char32_t code) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(handles_->font, code, &glyph) != 0 ? glyph : 0;
}

std::uint32_t Face::advance(std::uint32_t glyph) const {
    if (!advances_.empty() && glyph < glyph_count_) {
        const std::size_t metric = std::size_t{std::min(glyph, advance_count_ - 1)} * 4;
        return std::uint32_t{static_cast<unsigned char>(advances_[metric])} << 8 |
               static_cast<unsigned char>(advances_[metric + 1]);
    }
    return static_cast<std::uint32_t>(hb_font_get_glyph_h_advance(handles_->font, glyph));
}

void shape(const ShapeRequest& request, std::vector<ShapedGlyph>& to) {
    hb_buffer_t* const buffer = thread_buffer();
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(buffer, request.text.data(), static_cast<int>(request.text.size()), 0,
                       static_cast<int>(request.text.size()));
    hb_buffer_set_direction(buffer, request.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    if (request.script != 0) {
        hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(request.script));
    }
    if (!request.language.empty()) {
        hb_buffer_set_language(
            buffer, hb_language_from_string(request.language.data(), static_cast<int>(request.language.size())));
    }
    hb_buffer_guess_segment_properties(buffer);

    std::array<hb_feature_t, 4> features{};
    unsigned count = 0;
    if (has(request.features, Feature::small_capitals)) {
        features[count++] = on(HB_TAG('s', 'm', 'c', 'p'));
        features[count++] = on(HB_TAG('c', '2', 's', 'c'));
    }
    if (has(request.features, Feature::old_style_figures)) {
        features[count++] = on(HB_TAG('o', 'n', 'u', 'm'));
    }
    if (has(request.features, Feature::tabular_figures)) {
        features[count++] = on(HB_TAG('t', 'n', 'u', 'm'));
    }
    hb_shape(request.face->handles().font, buffer, features.data(), count);

    unsigned length = 0;
    const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer, &length);
    const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer, &length);
    for (unsigned i = 0; i < length; ++i) {
        to.push_back({.glyph = static_cast<std::uint16_t>(infos[i].codepoint),
                      .breakable = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) == 0,
                      .cluster = infos[i].cluster,
                      .advance = positions[i].x_advance,
                      .x_offset = static_cast<std::int16_t>(positions[i].x_offset),
                      .y_offset = static_cast<std::int16_t>(positions[i].y_offset)});
    }
}

}  // namespace galley::pdf
