#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galley::cli {

/// Scripts that teach a shell the program's commands, options and values, made of the command tables and these format
/// names.
[[nodiscard]] std::string bash_completion(const std::vector<std::string_view>& formats);
[[nodiscard]] std::string zsh_completion(const std::vector<std::string_view>& formats);
[[nodiscard]] std::string fish_completion(const std::vector<std::string_view>& formats);

}  // namespace galley::cli
