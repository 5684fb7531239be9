#include "converters/newsml/digest_name.h"

namespace galley::newsml {

std::string digest_name(const Digest& sha256) {
    constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string name = "ni:///sha-256;";
    std::uint32_t bits = 0;
    int count = 0;
    for (const std::uint8_t byte : sha256) {
        bits = bits << 8 | byte;
        for (count += 8; count >= 6; count -= 6) {
            name += digits[bits >> (count - 6) & 63];
        }
    }
    return count == 0 ? name : name + digits[bits << (6 - count) & 63];
}

}  // namespace galley::newsml
