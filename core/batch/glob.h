#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galley::batch {

/// A pattern for paths, as in .gitignore files: `*` is anything but a slash, `?` one byte but a slash, `[a-z]` and
/// `[!a-z]` a byte of a class, `**` anything at all, `**/` any folders or none, `\` takes the next byte as it is. A
/// pattern without a slash is for the last component, one with a slash for the whole path; a slash in front counts as
/// one and a slash behind matches what is below a folder. Matching takes time proportional to pattern times path at
/// most.
class Glob {
public:
    explicit Glob(std::string_view pattern);

    [[nodiscard]] bool matches(std::string_view path) const;

private:
    /// `**/` is two steps: it may be passed over, or takes bytes up to a slash.
    enum class Kind : char { byte, any_byte, set, star, deep_star, folders, inside_folders };
    struct Step {
        Kind kind;
        unsigned char byte = 0;
        bool negated = false;
        std::string set{};  ///< pairs: first and last byte of each range
    };

    std::size_t add_set(std::string_view pattern, std::size_t at);
    [[nodiscard]] bool takes(const Step& step, char byte) const;
    void close(std::vector<char>& states) const;
    void advance(std::size_t at, char byte, std::vector<char>& next) const;

    std::vector<Step> steps_;
    bool whole_path_ = false;
};

}  // namespace galley::batch
