#pragma once

#include "galley/digest.h"

#include <string>

namespace galley::newsml {

/// The name of what has this digest: `ni:///sha-256;` and base64url without padding (RFC 6920, section 3).
std::string digest_name(const Digest& sha256);

}  // namespace galley::newsml
