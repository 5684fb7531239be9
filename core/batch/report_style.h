#pragma once

#include <string_view>

namespace galley::batch {

/// How a report looks, as CSS: in the reader's light or dark theme, and on paper.
inline constexpr std::string_view report_style = R"(:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fdfdfb; --soft: #5c5c5c; --line: #d6d3cb; --bar: #3b6ea5; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --paper: #191a1b; --soft: #a8a6a0; --line: #3c3d3f; --bar: #7fb0e0; --bad: #ff8a80; } }
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
@media print { details > * { display: block; } body { max-width: none; } })";

}  // namespace galley::batch
