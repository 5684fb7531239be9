#pragma once

#include "galley/diagnostic.h"
#include "galley/document.h"
#include "galley/export.h"
#include "galley/host.h"
#include "galley/limits.h"
#include "galley/result.h"

#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace GALLEY_API galley {

class Registry;
class RenderCache;

/// Option values as the caller wrote them: "page" to "letter", for one format.
using GivenOptions = std::map<std::string, std::string>;

/// What one job carries with it: the registry, the world, limits, and the diagnostics said so far. One thread at a
/// time.
class Context {
public:
    /// `registry` and `host` must outlive the context.
    Context(const Registry& registry, const Host& host, Limits limits = {}, std::stop_token stop = {});
    ~Context();
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    [[nodiscard]] const Registry& registry() const { return registry_; }
    [[nodiscard]] const Host& host() const { return host_; }
    [[nodiscard]] const Limits& limits() const { return limits_; }

    /// True once the caller asked to stop; long work looks now and then and fails with `stopped()`.
    [[nodiscard]] bool stop_requested() const { return stop_.stop_requested(); }
    [[nodiscard]] static Diagnostic stopped();

    /// Diagnostics beside the result.
    void say(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }
    [[nodiscard]] Diagnostics& diagnostics() { return diagnostics_; }
    [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }

    [[nodiscard]] bool keep_source_bytes() const { return keep_source_bytes_; }
    void keep_source_bytes(bool keep) { keep_source_bytes_ = keep; }

    /// The options the job gives a format when it is rendered inside another, by the format's name.
    std::map<std::string, GivenOptions, std::less<>> nested_options;

    /// Bytes of files that what is checked may refer to (catalogs of codes), by address or file name. Nothing is ever
    /// fetched.
    std::map<std::string, std::string, std::less<>> reference_files;

    /// `document` in the format that has `media_type`, for a format that carries another inside. Bytes that were
    /// already made of this document with these options in this job are reused; the view is valid until `forget`. Fails
    /// with `format.absent` when no format of the registry writes `media_type`, `limit.nesting` beyond
    /// `limits().nesting`, and as that format does.
    [[nodiscard]] Result<std::string_view> render(const Document& document, std::string_view media_type);

    /// The first story in `bytes`, read as `media_type`. Fails like `render`, or with `format.no-story`.
    [[nodiscard]] Result<Document> read(std::string_view name, std::string_view bytes, std::string_view media_type);

    /// Drops the bytes kept of a document; call it when its job is done and before it is changed or destroyed.
    void forget(const Document& document);

    /// What was rendered in this job, for the library's own use.
    [[nodiscard]] RenderCache& rendered() { return *rendered_; }

private:
    const Registry& registry_;
    const Host& host_;
    Limits limits_;
    std::stop_token stop_;
    Diagnostics diagnostics_;
    bool keep_source_bytes_ = false;
    std::uint32_t nesting_ = 0;
    std::unique_ptr<RenderCache> rendered_;
};

}  // namespace galley
