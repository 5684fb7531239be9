#pragma once

#include <string_view>

namespace galley::bench {

/// Copy as it comes most often: short, and written by nobody but us.
struct ShortStory {
    std::string_view name;
    std::string_view copy;
};

inline constexpr ShortStory short_stories[] = {
    {"wire", R"(HARBOUR WORKS PROFIT FALLS ON DREDGING COSTS
    By Ines Calder, Reuters
    SALTMERE, March 4 - Harbour Works Plc said its first-half profit
fell to 4.1 mln stg from 6.3 mln a year earlier because it had to
dredge its own berths after the county put off the main channel.
    Chairman Rupert Lang told shareholders that turnover rose eight
pct to 51.2 mln stg and that the interim dividend would be held at
2.5 pence a share.
    He said the second half had begun well, with cargo up 12 pct in
January and the new grain terminal working at three quarters of
what it was built for. The company expects to pay for the rest of
the dredging out of its own cash flow.
    Analysts had expected a profit of about five mln stg. The shares
closed three pence lower at 141.
    Lang added that talks with the county on sharing the cost of the
channel were continuing, but gave no details.
 Reuter
)"},
    {"web", R"(Skip to main content
News
Sport
Weather
Fishermen fear for herring season as harbour silts up

The channel has not been dredged for forty years, and the larger boats can leave only at high tide

Ruth Penhallow
Published 4 March 2026, 09:12 GMT
Updated 2 hours ago
4 min read

Share
Facebook
Copy link

Trawlers wait for the tide in Saltmere on Tuesday. Photograph: Ola Brandt/Example Press

The trawlers of Saltmere leave at night now, whatever the weather, because the harbour is deep enough for them for only three hours in twelve.

“We used to choose our time,” said Agnes Tull, whose family has fished here since the harbour was built. “Now the mud chooses it for us.”

Advertisement

The council voted late on Tuesday to dredge the channel, at a cost of 4.2 million, but the work cannot begin before May, when the herring season is at its height.

What happens next

The county has to approve its half of the money, and a survey of the bed has to be made first. Neither is expected before the end of the month.

“It cannot wait,” said the harbour master. “Two boats have gone already, and they will not come back.”

The fishermen want the season’s dues to be waived until the work is done. The council will talk about that in April.

Related
Ferry to stop for the winter
Council sells the old customs house
More on this story
Most read
Terms of use
Privacy policy
)"},
    {"press_release", R"(Saltmere Instruments Introduces Tide Gauge That Needs No Mains

The gauge sends its readings by radio and lives on a small solar panel

SALTMERE, England, March 4, 2026 /PRNewswire/ -- Saltmere Instruments Ltd, a maker of instruments for small harbours, today announced the TG-4, a tide gauge that works without mains or cable.

"Harbours like ours cannot dig up a quay for a gauge," said Mira Holt, chief executive of Saltmere Instruments. "The TG-4 is bolted to a pile in an hour, and readings are on the harbour master's screen by lunch."

Key features of the TG-4 include:

- readings every minute, accurate to one centimetre
- ten days of work without sun
- alarms by radio and by text message

The TG-4 is available now from the company's agents in twelve countries. Prices start at 2,400 pounds.

About Saltmere Instruments

Saltmere Instruments has made tide gauges, flow meters and signal lamps since 1921. It employs 84 people in Saltmere and Porth Wen. For more information, visit www.saltmere-instruments.example.

Media Contact:
Tom Bray
+44 1632 960 017
press@saltmere-instruments.example

SOURCE Saltmere Instruments Ltd
)"},
    {"german_wire", R"(Pegel der Aller steigt langsamer als befürchtet
Von Katrin Wessel, dpa

Celle (dpa/lni) - Der Pegel der Aller steigt nach Angaben des Landkreises langsamer als befürchtet. Am Montagmorgen wurden in Celle 3,82 Meter gemessen, acht Zentimeter weniger als vorhergesagt. Die Feuerwehr bleibt dennoch in Bereitschaft.

«Wir haben Zeit gewonnen, mehr nicht», sagte Einsatzleiter Jörg Bremer am Montag. Die Sandsäcke an der Pfennigbrücke sollen bis mindestens Mittwoch liegen bleiben.

Nach der Prognose des Landesbetriebs wird der Scheitel am Dienstagabend erwartet. Oberhalb der Stadt sind mehrere Straßen gesperrt, ein Campingplatz wurde vorsorglich geräumt. Verletzt wurde nach Angaben der Polizei niemand.

Der Deutsche Wetterdienst rechnet in den kommenden Tagen nur noch mit leichtem Regen.
)"},
    // Short lines, each of which may be an author's; and hardly a function word, so that the language statistics are
    // asked.
    {"figures", R"(HARBOUR WORKS PLC <HWK.L> FIRST HALF NET
    SALTMERE, March 4 -
    Shr 4.1 pence vs 6.3 pence
    Net 4.1 mln stg vs 6.3 mln
    Turnover 51.2 mln vs 47.4 mln
    Six mths
    Shr 7.9 pence vs 10.2 pence
    Net 7.9 mln vs 10.1 mln
    Turnover 98.4 mln vs 91.7 mln
    Avg shrs 99.8 mln vs 99.1 mln
    NOTE: Company name Harbour Works Plc. Interim div 2.5 pence,
pay May 1, record April 2.
 Reuter
)"},
};

}  // namespace galley::bench
