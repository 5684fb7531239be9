#pragma once

#include <string_view>

namespace galley::batch {

/// How a report looks, as CSS: in the reader's light or dark theme, and on paper.
inline constexpr std::string_view report_style =
    R"(:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fdfdfb; --soft: #5c5c5c; --line: #d6d3cb; --bar: #3b6ea5; --bad: #b3261e;
  --headline: #f6d9ec; --byline: #d3efd0; --date: #cdeef2; --dateline: #d6e2fb; --other: #e9e5d8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --paper: #191a1b; --soft: #a8a6a0; --line: #3c3d3f; --bar: #7fb0e0; --bad: #ff8a80;
  --headline: #5b2a4c; --byline: #23492a; --date: #174a52; --dateline: #2b3f6b; --other: #45412f; } }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.2rem; margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: var(--soft); padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); }
th[scope=row], td:last-child { overflow-wrap: anywhere; }
th[scope=row] { font-weight: normal; } th.n, td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar { width: 35%; } .bar span { display: block; height: .8rem; margin-top: .35rem; background: var(--bar); }
.totals { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; padding: 0; } .totals div { display: flex; flex-direction: column-reverse; }
.totals dd { margin: 0; font-size: 1.6rem; } .totals dt { color: var(--soft); } .bad { color: var(--bad); }
summary { cursor: pointer; padding: .4rem 0; } details table { content-visibility: auto; contain-intrinsic-size: auto 20rem; }
svg { width: 100%; height: 8rem; } svg rect { fill: var(--bar); }
button, input, select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: .25rem; padding: .15rem .5rem; }
button { cursor: pointer; } button:disabled { opacity: .5; cursor: default; } :focus-visible { outline: 3px solid var(--bar); outline-offset: 1px; }
#filter { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; } #filter[hidden] { display: none; } #filter label span { display: block; font-size: .85rem; color: var(--soft); }
#filter .wide { flex: 1 1 16rem; } #filter .wide input { width: 100%; box-sizing: border-box; } #filter select { max-width: 16rem; }
#list th button { border: 0; padding: 0; text-align: left; color: var(--bar); text-decoration: underline; overflow-wrap: anywhere; }
#list th button[aria-expanded]::before { content: "▸ "; display: inline-block; } #list th button[aria-expanded=true]::before { content: "▾ "; }
#list tr.failed > td:nth-child(2), #list tr.invalid > td:nth-child(2) { color: var(--bad); } .soft { color: var(--soft); }
#pages { display: flex; gap: 1rem; align-items: center; padding: .75rem 0; } #pages[hidden] { display: none; }
.story { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1.5rem; }
.text { max-height: 26rem; overflow: auto; border: 1px solid var(--line); padding: .75rem; } .piece { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.7; }
mark { color: inherit; background: var(--other); border-radius: .2rem; padding: .05rem .15rem; } mark.shown { outline: 2px solid var(--ink); }
mark[data-kind=headline], mark[data-kind=kicker], mark[data-kind=deck] { background: var(--headline); } mark[data-kind=byline], mark[data-kind=by] { background: var(--byline); }
mark[data-kind=date], mark[data-kind=updated] { background: var(--date); } mark[data-kind=dateline], mark[data-kind=place], mark[data-kind=agency] { background: var(--dateline); }
.tag { font-size: .7rem; color: var(--soft); border: 1px solid var(--line); border-radius: .2rem; padding: 0 .2rem; margin-right: .25rem; background: var(--paper); user-select: none; }
.story th, .story td { overflow-wrap: normal; } .story tbody td:nth-child(2) { overflow-wrap: anywhere; } #list thead th:nth-child(6) { text-align: right; }
.story table button { border: 0; padding: 0; color: var(--bar); text-decoration: underline; } .story tr.part th { padding-left: 1rem; } .story ul { padding-left: 1.2rem; }
@media (max-width: 40rem) { body { padding: .75rem; } #list > * > tr:not(.opened) > :nth-child(n+3):nth-child(-n+5) { display: none; } }
@media print { #filter, #pages { display: none; } details > * { display: block; } body { max-width: none; } })";

}  // namespace galley::batch
