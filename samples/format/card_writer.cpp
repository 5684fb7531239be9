#include "card_format.h"

#include <galley/find_headline.h>
#include <galley/iso_date.h>
#include <galley/plain_text.h>
#include <galley/try.h>

namespace card {
namespace {

std::string names_of(const galley::Byline& byline) {
    std::string names;
    for (const auto& contributor : byline.contributors) {
        names += (names.empty() ? "" : ", ") + contributor.value.name;
    }
    return names;
}

class Session final : public galley::WriterSession {
public:
    Session(galley::Sink& sink, bool with_date) : sink_(sink), with_date_(with_date) {}

    galley::Result<> story(const galley::Document& document) override {
        std::string text(signature);
        if (const auto* headline = galley::find_headline(document, galley::HeadlineRole::main)) {
            text += "headline: " + headline->value.text + "\n";
        }
        for (const auto& byline : document.meta.bylines) {
            text += "byline: " + names_of(byline.value) + "\n";
        }
        if (const auto& date = document.meta.dates.content_created; date && with_date_) {
            text += "date: " + galley::iso_date(date->value) + "\n";
        }
        for (const galley::Block& block : document.body) {
            text += "\n" + galley::plain_text(block) + "\n";
        }
        return sink_.write(text);
    }

    galley::Result<> end() override { return {}; }

private:
    galley::Sink& sink_;
    bool with_date_;
};

class CardWriter final : public galley::Writer {
public:
    explicit CardWriter(bool with_date) : with_date_(with_date) {}

    galley::Result<std::unique_ptr<galley::WriterSession>> begin(galley::Sink& sink, galley::Context&) const override {
        return std::make_unique<Session>(sink, with_date_);
    }

private:
    bool with_date_;
};

}  // namespace

galley::Result<std::unique_ptr<galley::Writer>> make_writer(const galley::OptionValues& options, const galley::Host&) {
    return std::make_unique<CardWriter>(options.flag("date"));
}

}  // namespace card
