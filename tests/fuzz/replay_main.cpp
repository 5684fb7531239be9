// Runs a fuzz target over a corpus without libFuzzer: every file whole, and cut short at up to 64 places.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t cuts = 64;

// An allocation of just the right size, so that AddressSanitizer sees one byte too far.
void run(const std::vector<std::uint8_t>& bytes, std::size_t size) {
    const auto exact = std::make_unique<std::uint8_t[]>(size);
    std::copy_n(bytes.begin(), size, exact.get());
    LLVMFuzzerTestOneInput(exact.get(), size);
}

void replay(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(file), {}};
    std::fprintf(stderr, "%s: %zu bytes\n", path.c_str(), bytes.size());
    const std::size_t step = std::max<std::size_t>(1, bytes.size() / cuts);
    for (std::size_t size = 0; size < bytes.size(); size += step) {
        run(bytes, size);
    }
    run(bytes, bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::filesystem::path> files;
    for (int i = 1; i < argc; ++i) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
            if (entry.is_regular_file()) {
                files.push_back(entry.path());
            }
        }
    }
    std::ranges::sort(files);
    for (const auto& file : files) {
        replay(file);
    }
    std::printf("%zu files\n", files.size());
    return files.empty() ? 1 : 0;
}
