#pragma once

#include "galley/export.h"
#include "galley/feature.h"
#include "galley/option.h"
#include "galley/reader.h"
#include "galley/result.h"
#include "galley/rule.h"
#include "galley/writer.h"

#include <memory>
#include <span>
#include <string_view>

namespace GALLEY_API galley {

/// What a format's `sniff` answers: 0 is "not mine", 100 is "beyond doubt".
using SniffScore = int;

/// A format as data, with factories. All views point to memory that lives as long as the program, so a descriptor costs
/// nothing to ask and the libraries behind the factories are loaded only when one is called.
struct Format {
    std::string_view name;                            ///< "newsml-g2": lower case, unique in a registry
    std::string_view title;                           ///< for people: "NewsML-G2 news item"
    std::span<const std::string_view> extensions{};   ///< with the dot, the one used for output first
    std::span<const std::string_view> media_types{};  ///< the preferred one first
    std::string_view pronom{};                        ///< PRONOM unique identifier of what the writer makes
    std::span<const OptionSpec> options{};
    Feature features = Feature::everything;  ///< what its body can express
    bool many_stories = false;               ///< one output may hold several stories
    bool binary = false;                     ///< not for a terminal
    bool lossless = false;                   ///< reading its output gives back an equal document
    bool carries_source = false;             ///< its writer may put the source's bytes into the output: whoever reads a
                                             ///< story for it keeps them (`Context::keep_source_bytes`)
    bool hardened = false;                   ///< its reader is fuzzed and safe on hostile input

    /// How surely the first bytes of a source (at most 4 KiB) are of this format. Pure; does not allocate or throw.
    SniffScore (*sniff)(std::string_view head) = nullptr;

    /// Null when the format cannot be read. Fails as the options do.
    Result<std::unique_ptr<Reader>> (*make_reader)(const OptionValues& options, const Host& host) = nullptr;

    /// Null when the format cannot be written. Loads what the writer needs from `host`, which must outlive it.
    Result<std::unique_ptr<Writer>> (*make_writer)(const OptionValues& options, const Host& host) = nullptr;

    /// Null when there is no way to check it. Says what is wrong with `bytes` into the context's diagnostics, errors
    /// for what breaks the format; fails only when it could not check. `schemas` names a folder of schemas, or is
    /// empty; files that the text refers to are taken from `Context::reference_files`.
    Result<> (*validate)(std::string_view name, std::string_view bytes, std::string_view schemas,
                         Context& context) = nullptr;

    /// What `validate` checks, in the order of a report; empty where that is not told.
    std::span<const Rule> rules{};
};

}  // namespace galley
