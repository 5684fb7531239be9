#include "galley/digest.h"

#include <openssl/md5.h>
#include <openssl/sha.h>

// The one-shot functions that OpenSSL 3 marks deprecated go straight to the assembly. EVP looks its algorithm up in
// providers and a configuration file first, which costs more than hashing a story does, and milliseconds at start-up.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

namespace galley {

namespace {

const unsigned char* octets(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

}  // namespace

Digest sha256(std::string_view bytes) {
    Digest digest;
    SHA256_CTX state;
    SHA256_Init(&state);
    SHA256_Update(&state, octets(bytes), bytes.size());
    SHA256_Final(digest.data(), &state);
    return digest;
}

std::array<std::uint8_t, 64> sha512(std::string_view bytes) {
    std::array<std::uint8_t, 64> digest;
    SHA512_CTX state;
    SHA512_Init(&state);
    SHA512_Update(&state, octets(bytes), bytes.size());
    SHA512_Final(digest.data(), &state);
    return digest;
}

std::array<std::uint8_t, 20> sha1(std::string_view bytes) {
    std::array<std::uint8_t, 20> digest;
    SHA_CTX state;
    SHA1_Init(&state);
    SHA1_Update(&state, octets(bytes), bytes.size());
    SHA1_Final(digest.data(), &state);
    return digest;
}

std::array<std::uint8_t, 16> md5(std::string_view bytes) {
    std::array<std::uint8_t, 16> digest;
    MD5_CTX state;
    MD5_Init(&state);
    MD5_Update(&state, octets(bytes), bytes.size());
    MD5_Final(digest.data(), &state);
    return digest;
}

}  // namespace galley
