#include "core/batch/output_names.h"

#include "galley/digest.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::batch {

namespace {

constexpr std::size_t longest_component = 255;
constexpr std::size_t longest_path = 3000;
constexpr std::size_t kept_of_long = 180;

std::string plain_ending(const Format& format) {
    return format.extensions.empty() ? "." + std::string(format.name) : std::string(format.extensions.front());
}

/// True when outputs by `ending` could have the names of outputs by another.
bool is_ambiguous(const std::vector<std::string>& endings, std::size_t which) {
    for (std::size_t other = 0; other < endings.size(); ++other) {
        if (other != which && (endings[other].ends_with(endings[which]) || endings[which].ends_with(endings[other]))) {
            return true;
        }
    }
    return false;
}

std::string shortened(std::string_view component, std::size_t room) {
    if (component.size() <= room) {
        return std::string(component);
    }
    return std::string(utf8::prefix(component, kept_of_long)) + "~h" + hex(sha256(component)).substr(0, 32);
}

std::string number_of(std::uint64_t story) { return story > 1 ? "~" + std::to_string(story) : ""; }

}  // namespace

OutputNames::OutputNames(const std::vector<Target>& targets, BatchLayout layout) : layout_(layout) {
    std::vector<std::string> plain;
    plain.reserve(targets.size());
    for (const Target& target : targets) {
        plain.push_back(plain_ending(*target.format));
    }
    for (std::size_t target = 0; target < targets.size(); ++target) {
        endings_.push_back(is_ambiguous(plain, target) ? "." + std::string(targets[target].format->name) + plain[target]
                                                       : plain[target]);
    }
}

std::string OutputNames::rendition(std::string_view item, std::uint64_t story, std::size_t target) const {
    return place(item, number_of(story) + endings_[target]);
}

std::string OutputNames::metadata(std::string_view item, std::uint64_t story) const {
    return place(item, number_of(story) + "~premis.xml");
}

std::string OutputNames::original(std::string_view item) const { return place(item, ""); }

std::string OutputNames::place(std::string_view item, const std::string& ending) const {
    if (layout_ == BatchLayout::hashed) {
        const std::string digits = hex(sha256(item));
        return digits.substr(0, 2) + "/" + digits.substr(2, 2) + "/" + digits.substr(0, 32) + ending;
    }
    std::string path;
    path.reserve(item.size() + ending.size());
    const std::string_view whole = item;
    for (std::size_t slash = item.find('/'); slash != std::string_view::npos; slash = item.find('/')) {
        const std::string_view folder = item.substr(0, slash);
        path += shortened(folder, longest_component - 2);
        if (std::ranges::any_of(endings_, [&](const std::string& one) { return folder.ends_with(one); })) {
            path += "~d";
        }
        path += '/';
        item.remove_prefix(slash + 1);
    }
    path += shortened(item, longest_component - ending.size());
    path += ending;
    return path.size() <= longest_path ? path : "~long/" + hex(sha256(whole)) + ending;
}

}  // namespace galley::batch
