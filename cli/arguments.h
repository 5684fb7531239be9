#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace galley::cli {

/// A command line after parsing: the options that were given, by name, and the operands.
class Arguments {
public:
    std::vector<std::string> operands;

    void give(std::string_view option, std::vector<std::string> values) {
        options_.insert_or_assign(std::string(option), std::move(values));
    }

    [[nodiscard]] bool has(std::string_view option) const { return options_.contains(option); }

    /// Its only or last value; empty when it was not given.
    [[nodiscard]] std::string value(std::string_view option) const {
        const auto found = options_.find(option);
        return found == options_.end() || found->second.empty() ? std::string() : found->second.back();
    }

    /// All its values, in the order given.
    [[nodiscard]] std::vector<std::string> values(std::string_view option) const {
        const auto found = options_.find(option);
        return found == options_.end() ? std::vector<std::string>() : found->second;
    }

private:
    std::map<std::string, std::vector<std::string>, std::less<>> options_;
};

}  // namespace galley::cli
