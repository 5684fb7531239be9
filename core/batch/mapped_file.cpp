#include "core/batch/mapped_file.h"

#include "core/host/descriptor.h"
#include "core/host/system_error.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <cerrno>

namespace galley::batch {

Result<MappedFile> MappedFile::open(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0) {
        return fail(input_error(path, errno));
    }
    if (status.st_size == 0) {
        return MappedFile(nullptr, 0);
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    void* memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (memory == MAP_FAILED) {
        return fail(input_error(path, errno));
    }
    return MappedFile(memory, size);
}

MappedFile::~MappedFile() {
    if (memory_ != nullptr) {
        ::munmap(memory_, size_);
    }
}

}  // namespace galley::batch
