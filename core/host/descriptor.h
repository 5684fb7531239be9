#pragma once

#include <unistd.h>
#include <cerrno>
#include <utility>

namespace galley {

/// A file descriptor that is closed when its owner goes; -1 is none.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    /// Leaves errno alone: it often still tells why the next one could not be opened.
    ~Descriptor() {
        const int error = errno;
        close();
        errno = error;
    }

    [[nodiscard]] int get() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

    /// What close(2) answers: a full disk may be told only here. 0 when there is nothing to close.
    int close() { return number_ >= 0 ? ::close(std::exchange(number_, -1)) : 0; }

private:
    int number_;
};

}  // namespace galley
