#include "converters/newsml/g2_vocabulary.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace galley::newsml {

namespace {

struct NamedAttribute {
    std::string_view name{};
    G2Attribute kind = G2Attribute::unknown;
};

using enum G2Attribute;

constexpr NamedAttribute attributes[] = {
    {"accesstype", qcode},
    {"altitude", integer},
    {"approxend", date},
    {"approxstart", date},
    {"aspect", qcodes},
    {"audiobitrate", positive},
    {"audiochannels", qcode},
    {"audiocodec", qcode},
    {"audiosamplerate", positive},
    {"audiosamplesize", positive},
    {"audiovbr", boolean},
    {"authoritystatus", qcode},
    {"charcount", count},
    {"chnlid", positive},
    {"colourdepth", count},
    {"colourindicator", qcode},
    {"colourspace", qcode},
    {"concepttype", qcodes},
    {"confidence", percentage},
    {"confirmationstatus", qcode},
    {"count", positive},
    {"coversfrom", date},
    {"coversto", date},
    {"creator", power_qcode},
    {"creatoruri", power_other},
    {"custom", power_other},
    {"derivedfrom", qcodes},
    {"durationunit", qcode},
    {"encoding", qcode},
    {"environment", qcodes},
    {"format", qcode},
    {"generated", date},
    {"hascontent", boolean},
    {"hashtype", qcode},
    {"height", count},
    {"heightunit", qcode},
    {"how", power_qcode},
    {"howuri", power_other},
    {"idformat", qcode},
    {"interactions", count},
    {"interactiontype", qcode},
    {"interval", positive},
    {"jobtitle", qcode},
    {"layoutorientation", qcode},
    {"linecount", count},
    {"market", qcode},
    {"marketlabelsrc", qcode},
    {"mode", qcode},
    {"modified", power_date},
    {"orientation", count},
    {"pagecount", count},
    {"part", qcode},
    {"pubconstraint", power_qcode},
    {"pubconstrainturi", power_other},
    {"qcode", qcode},
    {"radunit", qcode},
    {"rangefrom", count},
    {"rangeto", positive},
    {"rank", count},
    {"raters", count},
    {"ratertype", qcode},
    {"ratingtype", qcode},
    {"rel", qcode},
    {"relevance", percentage},
    {"rendition", qcode},
    {"renditionref", qcode},
    {"reposrole", qcode},
    {"representation", qcode},
    {"residrefformat", qcode},
    {"resolution", positive},
    {"retired", date},
    {"role", qcodes},
    {"scaleunit", qcode},
    {"schemecreated", date},
    {"schememodified", date},
    {"schemeretired", date},
    {"scope", qcodes},
    {"seq", count},
    {"severity", qcode},
    {"size", count},
    {"symbolsrc", qcode},
    {"target", qcode},
    {"tech", qcode},
    {"timestamp", date},
    {"timeunit", qcode},
    {"type", qcodes},
    {"until", date},
    {"valcalctype", qcode},
    {"validfrom", date},
    {"validto", date},
    {"valueunit", qcode},
    {"videoavgbitrate", positive},
    {"videocodec", qcode},
    {"videodefinition", qcode},
    {"videoscaling", qcode},
    {"videovbr", boolean},
    {"why", power_qcode},
    {"whyuri", power_other},
    {"width", integer},
    {"widthunit", qcode},
    {"x", integer},
    {"y", integer},
};

constexpr std::string_view plain_attributes[] = {
#include "converters/newsml/data/g2_plain_attributes.inc"
};

struct NamedText {
    std::string_view name;
    G2Text kind;
};

constexpr NamedText texts[] = {
    {"access", G2Text::block},
    {"born", G2Text::date},
    {"by", G2Text::label},
    {"ceasedToExist", G2Text::date},
    {"contentCreated", G2Text::date},
    {"contentModified", G2Text::date},
    {"copyrightNotice", G2Text::block},
    {"created", G2Text::date},
    {"creditline", G2Text::label},
    {"dateline", G2Text::label},
    {"definition", G2Text::block},
    {"description", G2Text::block},
    {"died", G2Text::date},
    {"dissolved", G2Text::date},
    {"edNote", G2Text::block},
    {"embargoed", G2Text::optional_full_date},
    {"exDate", G2Text::date},
    {"expires", G2Text::date},
    {"fileName", G2Text::label},
    {"firstCreated", G2Text::full_date},
    {"founded", G2Text::date},
    {"generator", G2Text::label},
    {"headline", G2Text::label},
    {"keyword", G2Text::label},
    {"line", G2Text::label},
    {"name", G2Text::label},
    {"note", G2Text::block},
    {"postalCode", G2Text::label},
    {"priority", G2Text::one_to_nine},
    {"profile", G2Text::label},
    {"rDate", G2Text::date},
    {"scheduled", G2Text::date},
    {"sent", G2Text::full_date},
    {"slugline", G2Text::label},
    {"timestamp", G2Text::full_date},
    {"title", G2Text::label},
    {"urgency", G2Text::one_to_nine},
    {"usageTerms", G2Text::block},
    {"versionCreated", G2Text::full_date},
};
constexpr std::string_view power_elements[] = {
    "assert",   "derivedFrom",          "derivedFromValue",    "digitalSourceType", "inlineRef",
    "partMeta", "rightsExpressionData", "rightsExpressionXML", "userInteraction"};

constexpr auto sorted_attributes = [] {
    std::array<NamedAttribute, std::size(attributes) + std::size(plain_attributes)> table{};
    auto* end = std::ranges::copy(attributes, table.begin()).out;
    for (const std::string_view name : plain_attributes) {
        *end++ = {name, plain};
    }
    std::ranges::sort(table, {}, &NamedAttribute::name);
    return table;
}();
constexpr auto sorted_texts = [] {
    auto table = std::to_array(texts);
    std::ranges::sort(table, {}, &NamedText::name);
    return table;
}();

}  // namespace

G2Attribute attribute_kind(std::string_view name) {
    const auto* const found = std::ranges::lower_bound(sorted_attributes, name, {}, &NamedAttribute::name);
    return found != sorted_attributes.end() && found->name == name ? found->kind : unknown;
}

G2Text text_kind(std::string_view element) {
    const auto* const found = std::ranges::lower_bound(sorted_texts, element, {}, &NamedText::name);
    return found != sorted_texts.end() && found->name == element ? found->kind : G2Text::other;
}

bool is_power_element(std::string_view element) {
    return std::ranges::find(power_elements, element) != std::end(power_elements);
}

}  // namespace galley::newsml
