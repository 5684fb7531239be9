#include "tests/unit/batch/temporary_folder.h"

#include <unistd.h>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace galley::test {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    static std::atomic<int> count = 0;
    path_ = (fs::temp_directory_path() /
             ("galley_batch_test." + std::to_string(::getpid()) + "." + std::to_string(count++)))
                .string();
    fs::create_directory(path_);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
}

void TemporaryFolder::write(const std::string& name, std::string_view bytes) const {
    fs::create_directories(fs::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
}

std::string TemporaryFolder::read(const std::string& name) const {
    std::ifstream file(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::map<std::string, std::string> TemporaryFolder::files(const std::string& name) const {
    std::map<std::string, std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(path(name))) {
        const std::string inside = fs::relative(entry.path(), path(name)).string();
        const bool is_state = inside.starts_with(".galley/") && inside != ".galley/journal.jsonl";
        if (entry.is_regular_file() && !is_state) {
            found[inside] = read(name + "/" + inside);
        }
    }
    return found;
}

}  // namespace galley::test
