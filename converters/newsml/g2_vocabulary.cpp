#include "converters/newsml/g2_vocabulary.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace galley::newsml {

namespace {

struct NamedAttribute {
    std::string_view name{};
    G2Attribute kind = G2Attribute::plain;
};

using enum G2Attribute;

constexpr NamedAttribute attributes[] = {
    {"accesstype", qcode},
    {"approxend", date},
    {"approxstart", date},
    {"aspect", qcodes},
    {"audiochannels", qcode},
    {"audiocodec", qcode},
    {"authoritystatus", qcode},
    {"colourindicator", qcode},
    {"colourspace", qcode},
    {"concepttype", qcodes},
    {"confirmationstatus", qcode},
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
    {"hashtype", qcode},
    {"heightunit", qcode},
    {"how", power_qcode},
    {"howuri", power_other},
    {"idformat", qcode},
    {"interactiontype", qcode},
    {"jobtitle", qcode},
    {"layoutorientation", qcode},
    {"market", qcode},
    {"marketlabelsrc", qcode},
    {"mode", qcode},
    {"modified", power_date},
    {"part", qcode},
    {"pubconstraint", power_qcode},
    {"pubconstrainturi", power_other},
    {"qcode", qcode},
    {"radunit", qcode},
    {"ratertype", qcode},
    {"ratingtype", qcode},
    {"rel", qcode},
    {"rendition", qcode},
    {"renditionref", qcode},
    {"reposrole", qcode},
    {"representation", qcode},
    {"residrefformat", qcode},
    {"retired", date},
    {"role", qcodes},
    {"scaleunit", qcode},
    {"schemecreated", date},
    {"schememodified", date},
    {"schemeretired", date},
    {"scope", qcodes},
    {"severity", qcode},
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
    {"videocodec", qcode},
    {"videodefinition", qcode},
    {"videoscaling", qcode},
    {"why", power_qcode},
    {"whyuri", power_other},
    {"widthunit", qcode},
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
    {"profile", G2Text::label},
    {"rDate", G2Text::date},
    {"scheduled", G2Text::date},
    {"sent", G2Text::full_date},
    {"slugline", G2Text::label},
    {"timestamp", G2Text::full_date},
    {"title", G2Text::label},
    {"usageTerms", G2Text::block},
    {"versionCreated", G2Text::full_date},
};
constexpr std::string_view power_elements[] = {
    "assert",   "derivedFrom",          "derivedFromValue",    "digitalSourceType", "inlineRef",
    "partMeta", "rightsExpressionData", "rightsExpressionXML", "userInteraction"};

static_assert(std::ranges::is_sorted(attributes, {}, &NamedAttribute::name));
constexpr auto sorted_texts = [] {
    auto table = std::to_array(texts);
    std::ranges::sort(table, {}, &NamedText::name);
    return table;
}();

}  // namespace

G2Attribute attribute_kind(std::string_view name) {
    const auto* const found = std::ranges::lower_bound(attributes, name, {}, &NamedAttribute::name);
    return found != std::end(attributes) && found->name == name ? found->kind : plain;
}

G2Text text_kind(std::string_view element) {
    const auto* const found = std::ranges::lower_bound(sorted_texts, element, {}, &NamedText::name);
    return found != sorted_texts.end() && found->name == element ? found->kind : G2Text::other;
}

bool is_power_element(std::string_view element) {
    return std::ranges::find(power_elements, element) != std::end(power_elements);
}

}  // namespace galley::newsml
