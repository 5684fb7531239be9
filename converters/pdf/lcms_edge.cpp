#include "converters/pdf/lcms_edge.h"

#include <lcms2.h>
#include <memory>
#include <type_traits>

namespace galley::pdf {

namespace {

using Profile =
    std::unique_ptr<std::remove_pointer_t<cmsHPROFILE>, decltype([](cmsHPROFILE it) { cmsCloseProfile(it); })>;

// ICC.1:2010, table 8: the date and time the profile was created, six big-endian numbers.
constexpr std::size_t date_begin = 24, date_size = 12;
constexpr unsigned char fixed_date[date_size] = {0x07, 0xEA, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};  // 2026-01-01T00:00:00Z

Result<std::string> make_srgb_profile() {
    const Profile profile{cmsCreate_sRGBProfile()};
    cmsUInt32Number size = 0;
    std::string bytes;
    if (profile) {
        cmsSetProfileVersion(profile.get(), 4.3);
        if (cmsSaveProfileToMem(profile.get(), nullptr, &size)) {
            bytes.resize(size);
            cmsSaveProfileToMem(profile.get(), bytes.data(), &size);
        }
    }
    if (bytes.size() < 128) {
        return fail(
            {.cause = Cause::internal, .code = "pdf.internal", .message = "the colour library gave no sRGB profile"});
    }
    bytes.replace(date_begin, date_size, reinterpret_cast<const char*>(fixed_date), date_size);
    return bytes;
}

bool is_rgb_output(std::string_view bytes) {
    const Profile profile{cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size()))};
    if (!profile) {
        return false;
    }
    const auto device = cmsGetDeviceClass(profile.get());
    return (device == cmsSigOutputClass || device == cmsSigDisplayClass) &&
           cmsGetColorSpace(profile.get()) == cmsSigRgbData && cmsGetProfileVersion(profile.get()) < 5.0;
}

}  // namespace

const Result<std::string>& srgb_profile() {
    static const Result<std::string> profile = make_srgb_profile();
    return profile;
}

bool is_rgb_output_profile(std::string_view bytes) {
    static const bool ours_is_one = srgb_profile() && is_rgb_output(*srgb_profile());
    return srgb_profile() && bytes == *srgb_profile() ? ours_is_one : is_rgb_output(bytes);
}

}  // namespace galley::pdf
