#pragma once

#include <map>
#include <string>
#include <string_view>

namespace galley::test {

/// A folder that goes with all that is in it.
class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] std::string path(const std::string& name = {}) const {
        return name.empty() ? path_ : path_ + "/" + name;
    }
    /// Makes a file, with the folders it needs.
    void write(const std::string& name, std::string_view bytes) const;
    [[nodiscard]] std::string read(const std::string& name) const;
    /// The bytes of all files below `name` by their path there, but for what a run keeps beside its journal.
    [[nodiscard]] std::map<std::string, std::string> files(const std::string& name) const;

private:
    std::string path_;
};

}  // namespace galley::test
