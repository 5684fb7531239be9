#pragma once

#include "converters/pdf/check/value.h"
#include "converters/pdf/pdf_options.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// One object as the checks see it.
struct CheckedObject {
    Value value;            ///< of a stream, its dictionary
    std::string_view data;  ///< a stream's bytes without filters; empty when they could not be had
    bool is_stream = false;
};

/// A file's objects: made before it is serialized, or read from a finished one. The checks are the same.
struct CheckedFile {
    std::vector<CheckedObject> objects;  ///< object n is at n - 1
    std::uint32_t catalog = 0;
    std::uint32_t information = 0;
    Standard standard = Standard::a_3a;
    ValueStore store{};  ///< of the objects' values

    /// The value itself, or what it refers to; never null.
    [[nodiscard]] const Value& resolve(const Value* value) const {
        static const Value nothing;
        for (int hops = 0; value != nullptr && value->is(Value::Kind::reference); ++hops) {
            const CheckedObject* const object = hops < 8 ? this->object(*value) : nullptr;
            value = object == nullptr ? nullptr : &object->value;
        }
        return value == nullptr ? nothing : *value;
    }
    [[nodiscard]] const Value& resolve(const Value& value) const { return resolve(&value); }
    [[nodiscard]] const Value& entry(const Value& dictionary, std::string_view key) const {
        return resolve(dictionary.find(key));
    }

    /// The object a reference names; null when there is none.
    [[nodiscard]] const CheckedObject* object(const Value& reference) const {
        const bool names_one = reference.is(Value::Kind::reference) && reference.integer >= 1 &&
                               static_cast<std::uint64_t>(reference.integer) <= objects.size();
        return names_one ? &objects[static_cast<std::size_t>(reference.integer) - 1] : nullptr;
    }

    /// The pages in order. Looks at no node twice.
    [[nodiscard]] std::vector<std::uint32_t> pages() const;
};

/// A rule that a file breaks.
struct Finding {
    std::string clause;  ///< "ISO 19005-3, 6.2.3"
    std::string message;
};

/// What the checks found, at most a hundred.
class Findings {
public:
    void add(std::string_view clause, std::string message) {
        if (all_.size() < most) {
            all_.push_back({std::string(clause), std::move(message)});
        }
    }
    /// Adds when `holds` is false. For messages that cost nothing to make.
    void require(bool holds, std::string_view clause, std::string_view message) {
        if (!holds) {
            add(clause, std::string(message));
        }
    }
    [[nodiscard]] const std::vector<Finding>& all() const { return all_; }
    [[nodiscard]] bool empty() const { return all_.empty(); }

private:
    static constexpr std::size_t most = 100;
    std::vector<Finding> all_;
};

}  // namespace galley::pdf
