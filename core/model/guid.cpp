#include "galley/guid.h"
#include "galley/digest.h"
#include "galley/iso_date.h"
#include "galley/plain_text.h"

namespace galley {

namespace {

/// The digest of the source, or of the text for a document that was made in a program and has none.
Digest digest_of(const Document& document) {
    if (document.source.sha256) {
        return *document.source.sha256;
    }
    std::string text;
    for (const auto& headline : document.meta.headlines) {
        text += headline.value.text + '\n';
    }
    for (const Block& block : document.body) {
        append_plain_text(block, text);
        text += '\n';
    }
    return sha256(text);
}

std::string story_day(const Document& document) {
    const auto& created = document.meta.dates.content_created;
    if (!created || !created->value.is_full()) {
        return "00000000";
    }
    PartialDate day = created->value;
    day.time.reset();
    day.offset.reset();
    std::string text = iso_date(day);
    std::erase(text, '-');
    return text;
}

/// RFC 4122, 4.3: version 5 over the URL name space and the RFC 6920 name of the source.
std::string uuid_of(const Digest& digest) {
    static constexpr char url_name_space[] = "\x6b\xa7\xb8\x11\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8";
    auto hash = sha1(std::string(url_name_space, 16) + "ni:///sha-256;" + hex(digest));
    hash[6] = static_cast<std::uint8_t>((hash[6] & 0x0f) | 0x50);
    hash[8] = static_cast<std::uint8_t>((hash[8] & 0x3f) | 0x80);
    const std::string digits = hex(hash.data(), 16);
    return "urn:uuid:" + digits.substr(0, 8) + '-' + digits.substr(8, 4) + '-' + digits.substr(12, 4) + '-' +
           digits.substr(16, 4) + '-' + digits.substr(20);
}

}  // namespace

std::string document_guid(const Document& document, Diagnostics& diagnostics) {
    if (document.identity.guid && !document.identity.guid->value.empty()) {
        return document.identity.guid->value;
    }
    const Digest digest = digest_of(document);
    const auto& provider = document.meta.provider;
    if (provider && !provider->value.domain.empty()) {
        return "urn:newsml:" + provider->value.domain + ':' + story_day(document) + ':' + hex(digest.data(), 8);
    }
    diagnostics.push_back(
        {.severity = Severity::warning,
         .cause = Cause::usage,
         .code = "guid.no-provider",
         .message = "no provider's domain is known, so the guid is a urn:uuid made from the source's digest",
         .where = {.source = document.source.name},
         .hints = {"name the provider and its domain in a profile, or give --guid"}});
    return uuid_of(digest);
}

}  // namespace galley
