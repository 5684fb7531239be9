#include "galley/direction.h"
#include "galley/guid.h"
#include "galley/profile.h"

namespace galley {

namespace {

template <class T>
Found<T> configured(T value) {
    Found<T> found(std::move(value));
    found.method = Method::configured;
    return found;
}

template <class T>
void set(const std::optional<T>& value, std::optional<Found<T>>& to) {
    if (value) {
        to = configured(*value);
    }
}

template <class T>
void add(const std::vector<T>& values, std::vector<Found<T>>& to) {
    for (const T& value : values) {
        to.push_back(configured(value));
    }
}

template <class T>
void prefer(const std::optional<T>& over, std::optional<T>& under) {
    if (over) {
        under = over;
    }
}

template <class T>
void append(const std::vector<T>& over, std::vector<T>& under) {
    under.insert(under.end(), over.begin(), over.end());
}

}  // namespace

Profile merge(Profile under, const Profile& over) {
    prefer(over.guid, under.guid);
    prefer(over.version, under.version);
    prefer(over.title, under.title);
    prefer(over.language, under.language);
    prefer(over.provider, under.provider);
    prefer(over.status, under.status);
    prefer(over.urgency, under.urgency);
    prefer(over.embargo, under.embargo);
    prefer(over.rights, under.rights);
    prefer(over.credit, under.credit);
    prefer(over.slugline, under.slugline);
    append(over.subjects, under.subjects);
    append(over.genres, under.genres);
    append(over.signals, under.signals);
    append(over.keywords, under.keywords);
    append(over.notes, under.notes);
    for (const auto& [format, given] : over.options) {
        for (const auto& [name, value] : given) {
            under.options[format][name] = value;
        }
    }
    return under;
}

void apply(const Profile& profile, Document& document) {
    Metadata& meta = document.meta;
    set(profile.guid, document.identity.guid);
    set(profile.version, document.identity.version);
    set(profile.title, meta.title);
    set(profile.language, meta.language);
    if (profile.language) {
        meta.direction = is_right_to_left(*profile.language) ? Direction::right_to_left : Direction::left_to_right;
    }
    set(profile.provider, meta.provider);
    set(profile.status, meta.status);
    set(profile.urgency, meta.urgency);
    set(profile.embargo, meta.embargo);
    if (profile.rights) {
        meta.rights.assign(1, configured(*profile.rights));
    }
    set(profile.credit, meta.credit);
    set(profile.slugline, meta.slugline);
    add(profile.subjects, meta.subjects);
    add(profile.genres, meta.genres);
    add(profile.signals, meta.signals);
    add(profile.keywords, meta.keywords);
    add(profile.notes, meta.notes);
}

void continue_from(const Document& previous, Document& document) {
    Diagnostics already_said;  // the previous version was converted once and warned then
    document.identity.guid = configured(document_guid(previous, already_said));
    const std::uint32_t version = previous.identity.version ? previous.identity.version->value : 1;
    document.identity.version = configured(version + 1);
    if (previous.meta.dates.first_created) {
        document.meta.dates.first_created = previous.meta.dates.first_created;
    } else if (previous.meta.dates.version_created) {
        document.meta.dates.first_created = previous.meta.dates.version_created;
    }
}

}  // namespace galley
