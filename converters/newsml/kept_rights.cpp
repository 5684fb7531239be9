#include "converters/newsml/kept_rights.h"

namespace galley::newsml {

namespace {

/// Of documents that hold one rightsInfo each.
const Rights& rights_of(const Document& document) { return document.meta.rights.front().value; }

constexpr ModelPart parts[] = {
    {"rightsInfo", "copyrightHolder",
     [](const Document& a, const Document& b) {
         return rights_of(a).holder == rights_of(b).holder && rights_of(a).holder_uri == rights_of(b).holder_uri;
     }},
    {"rightsInfo", "copyrightNotice",
     [](const Document& a, const Document& b) { return rights_of(a).notice == rights_of(b).notice; }},
    {"rightsInfo", "usageTerms",
     [](const Document& a, const Document& b) { return rights_of(a).usage_terms == rights_of(b).usage_terms; }},
    {"rightsInfo", "dataMining",
     [](const Document& a, const Document& b) { return rights_of(a).data_mining == rights_of(b).data_mining; }},
};

struct ReadRights {
    XmlNode* info = nullptr;
    Document reading;
};

/// Those that say something to the model.
std::vector<ReadRights> rights_in(XmlNode& item, const ReadPart& read) {
    std::vector<ReadRights> found;
    for (XmlNode* child = item.first; child != nullptr; child = child->next) {
        if (!child->is(item.name_space, "rightsInfo")) {
            continue;
        }
        if (Document reading = read(*child); !reading.meta.rights.empty()) {
            found.push_back({child, std::move(reading)});
        }
    }
    return found;
}

}  // namespace

bool renew_rights(XmlNode& kept, XmlNode& made, const ReadPart& read) {
    const std::vector<ReadRights> before = rights_in(kept, read);
    const std::vector<ReadRights> now = rights_in(made, read);
    if (before.size() != now.size()) {
        return false;
    }
    for (std::size_t at = 0; at < now.size(); ++at) {
        merge_children(*before[at].info, now[at].info,
                       changed_parts(parts, "rightsInfo", before[at].reading, now[at].reading));
    }
    return true;
}

}  // namespace galley::newsml
