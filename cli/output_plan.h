#pragma once

#include "cli/arguments.h"
#include "galley/format.h"
#include "galley/result.h"

#include <cstddef>
#include <string>
#include <vector>

namespace galley::cli {

/// Where each rendition goes, and that it may go there, known before anything is read.
///
/// With --output-dir an output is named like its input with the format's extension: story.txt gives story.pdf, the
/// second story of an input story-2.pdf; formats that share an extension put their name before it (story.nitf.xml).
class OutputPlan {
public:
    /// Fails with `usage.*` when the options cannot be met together, `output.same-name` when two outputs would have one
    /// name, `output.is-input`, `output.exists` (without --force), `output.no-folder` and `output.is-directory`.
    [[nodiscard]] static Result<OutputPlan> create(const Arguments& arguments,
                                                   const std::vector<const Format*>& formats, bool output_is_terminal);

    /// True when all inputs go into one output.
    [[nodiscard]] bool single() const { return folder_.empty(); }

    /// Makes the folder of --output-dir and those it lies in, where they are not there: done when there is something to
    /// put into it. Fails with `output.no-folder`.
    [[nodiscard]] Result<> make_folder() const;

    /// Path of the output of the `story`th story (from 1) of an input in a format; "-" is standard output.
    [[nodiscard]] std::string path(std::size_t input, std::size_t format, std::size_t story) const;

private:
    Result<> choose_place(const Arguments& arguments, const std::vector<const Format*>& formats);
    [[nodiscard]] Result<> check_single(const Arguments& arguments, const std::vector<const Format*>& formats,
                                        bool output_is_terminal) const;
    [[nodiscard]] Result<> check_names() const;
    [[nodiscard]] Result<> check_folder() const;
    [[nodiscard]] Result<> check_files(bool force) const;

    std::vector<std::string> inputs_;
    std::vector<std::string> extensions_;  ///< by format
    std::string file_;                     ///< -o; "-" when neither was given
    std::string folder_;                   ///< --output-dir
};

}  // namespace galley::cli
