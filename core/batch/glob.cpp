#include "core/batch/glob.h"

#include <algorithm>

namespace galley::batch {

Glob::Glob(std::string_view pattern) {
    whole_path_ = pattern.find('/') != std::string_view::npos;
    const bool below = pattern.ends_with('/');
    if (pattern.starts_with('/')) {
        pattern.remove_prefix(1);
    }
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char byte = pattern[at];
        if (byte == '*' && pattern.substr(at).starts_with("**/")) {
            steps_.push_back({Kind::folders});
            steps_.push_back({Kind::inside_folders});
            at += 2;
        } else if (byte == '*' && pattern.substr(at).starts_with("**")) {
            steps_.push_back({Kind::deep_star});
            at += 1;
        } else if (byte == '*') {
            steps_.push_back({Kind::star});
        } else if (byte == '?') {
            steps_.push_back({Kind::any_byte});
        } else if (byte == '[' && pattern.find(']', at + 2) != std::string_view::npos) {
            at = add_set(pattern, at + 1);
        } else {
            at += byte == '\\' && at + 1 < pattern.size() ? 1u : 0u;
            steps_.push_back({Kind::byte, static_cast<unsigned char>(pattern[at])});
        }
    }
    if (below) {
        steps_.push_back({Kind::deep_star});
    }
}

/// Reads a class from behind its bracket on; gives the place of the closing one.
std::size_t Glob::add_set(std::string_view pattern, std::size_t at) {
    Step step{Kind::set};
    step.negated = pattern[at] == '!' || pattern[at] == '^';
    at += step.negated ? 1u : 0u;
    const std::size_t first = at;
    for (; at < pattern.size() && (pattern[at] != ']' || at == first); ++at) {
        const char low = pattern[at];
        const bool is_range = at + 2 < pattern.size() && pattern[at + 1] == '-' && pattern[at + 2] != ']';
        step.set += low;
        step.set += is_range ? pattern[at + 2] : low;
        at += is_range ? 2u : 0u;
    }
    steps_.push_back(std::move(step));
    return at;
}

bool Glob::takes(const Step& step, char byte) const {
    const auto value = static_cast<unsigned char>(byte);
    switch (step.kind) {
        case Kind::byte: return value == step.byte;
        case Kind::any_byte:
        case Kind::star: return byte != '/';
        case Kind::deep_star:
        case Kind::folders:
        case Kind::inside_folders: return true;
        case Kind::set:
            for (std::size_t range = 0; range + 1 < step.set.size(); range += 2) {
                if (value >= static_cast<unsigned char>(step.set[range]) &&
                    value <= static_cast<unsigned char>(step.set[range + 1])) {
                    return !step.negated;
                }
            }
            return step.negated && byte != '/';
    }
    return false;
}

/// A star may take nothing, and there may be no folders.
void Glob::close(std::vector<char>& states) const {
    for (std::size_t at = 0; at < steps_.size(); ++at) {
        if (states[at] == 0) {
            continue;
        }
        if (steps_[at].kind == Kind::star || steps_[at].kind == Kind::deep_star) {
            states[at + 1] = 1;
        } else if (steps_[at].kind == Kind::folders) {
            states[at + 2] = 1;
        }
    }
}

/// Sets in `next` where the step at `at` leads by `byte`, which it takes.
void Glob::advance(std::size_t at, char byte, std::vector<char>& next) const {
    switch (steps_[at].kind) {
        case Kind::star:
        case Kind::deep_star: next[at] = 1; break;
        case Kind::inside_folders:
            next[at] = 1;
            if (byte == '/') {
                next[at + 1] = 1;
            }
            break;
        case Kind::byte:
        case Kind::any_byte:
        case Kind::set:
        case Kind::folders: next[at + 1] = 1; break;
    }
}

bool Glob::matches(std::string_view path) const {
    if (!whole_path_) {
        path = path.substr(path.find_last_of('/') + 1);
    }
    std::vector<char> states(steps_.size() + 1, 0);
    std::vector<char> next(states.size(), 0);
    states[0] = 1;
    close(states);
    for (const char byte : path) {
        std::ranges::fill(next, char{0});
        for (std::size_t at = 0; at < steps_.size(); ++at) {
            if (states[at] != 0 && takes(steps_[at], byte)) {
                advance(at, byte, next);
            }
        }
        close(next);
        std::swap(states, next);
    }
    return states.back() != 0;
}

}  // namespace galley::batch
