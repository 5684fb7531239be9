#pragma once

#include <string_view>

namespace galley::batch {

/// The list of stories: filters it, shows it a page at a time, and opens a story's values marked in its text.
/// story_list.h has the shape of what it reads. Whatever a story says becomes text of the page and never markup.
inline constexpr std::string_view report_script = R"script(
"use strict";
(() => {
  const perPage = 50;
  const list = JSON.parse(document.getElementById("story-list").textContent);
  const form = document.getElementById("filter");
  const table = document.getElementById("list");
  const body = table.tBodies[0];
  const pages = document.getElementById("pages");
  const [earlier, place, later] = pages.children;
  const collator = new Intl.Collator(undefined, {numeric: true});

  const stories = list.stories.map((row, at) => {
    const [run, name, number, outcome, format, encoding, language, confidence, codes, warned, detail] = row;
    return {at, run, name, number, outcome, format, encoding, language, confidence, codes, warned, detail, words: null};
  });
  let chosen = stories;
  let first = 0;

  const element = (name, attributes, ...content) => {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.append(...content);
    return made;
  };
  const nameOf = (names, at) => (at === null ? "" : names[at]);
  const title = (story) => (story.number > 1 ? `${story.name}, story ${story.number}` : story.name);
  const count = (number) => number.toLocaleString("en");

  // What can be searched of a story, made when it is first asked for.
  const wordsOf = (story) => {
    if (story.words === null) {
      const parts = [title(story), ...story.codes.map((code) => list.codes[code])];
      if (story.detail) {
        const [values, said] = story.detail;
        parts.push(...values.map((value) => value[1]), ...said.map((one) => one[2]));
      }
      story.words = parts.join("\n").toLocaleLowerCase();
    }
    return story.words;
  };

  const filterOf = () => {
    const of = (name) => form.elements[name].value;
    const number = (name, otherwise) => (of(name) === "" || Number.isNaN(Number(of(name))) ? otherwise : Number(of(name)));
    return {words: of("words").toLocaleLowerCase().split(/\s+/).filter(Boolean), outcome: of("outcome"), code: of("code"), format: of("format"),
            encoding: of("encoding"), language: of("language"), from: number("from", 0), to: number("to", 100)};
  };

  const matches = (story, filter) => {
    const confidence = story.confidence === null ? 100 : story.confidence;
    const outcome = list.outcomes[story.outcome];
    return (filter.outcome === "" || outcome === filter.outcome || (filter.outcome === "warned" && outcome === "done" && story.warned === 1)) &&
      (filter.code === "" || story.codes.includes(Number(filter.code))) &&
      (filter.format === "" || story.format === Number(filter.format)) &&
      (filter.encoding === "" || story.encoding === Number(filter.encoding)) &&
      (filter.language === "" || story.language === Number(filter.language)) &&
      confidence >= filter.from && confidence <= filter.to &&
      filter.words.every((word) => wordsOf(story).includes(word));
  };

  const orders = {
    source: (one, other) => one.at - other.at,
    confidence: (one, other) => (one.confidence ?? 101) - (other.confidence ?? 101) || one.at - other.at,
    name: (one, other) => collator.compare(one.name, other.name) || one.at - other.at,
  };

  const choose = () => {
    const filter = filterOf();
    chosen = stories.filter((story) => matches(story, filter));
    if (form.elements.sort.value !== "source") chosen.sort(orders[form.elements.sort.value]);
    first = 0;
    show();
  };

  // The names of what lies over a piece of text, the outermost first, each before its text.
  const segment = (piece, values, marks) => {
    if (typeof piece === "string") return piece;
    const [text, ...over] = piece;
    let outer = null;
    let inner = null;
    for (const at of over.filter((one) => one < values.length)) {
      const kind = list.kinds[values[at][0]];
      const isNew = !marks.has(at);
      if (isNew) marks.set(at, []);
      if (inner === null || inner.dataset.kind !== kind) {
        const mark = element("mark", {"data-kind": kind, title: `${kind}, ${values[at][3]} %`});
        if (isNew) mark.append(element("span", {class: "tag"}, kind));
        if (inner === null) outer = mark;
        else inner.append(mark);
        inner = mark;
      }
      marks.get(at).push(inner);
    }
    if (inner === null) return text;
    inner.append(text);
    return outer;
  };

  const textOf = (story, values, pieces, marks) => {
    if (pieces.length === 0) {
      return element("p", {class: "soft"}, "Its text is not at hand: a run keeps pieces of its first stories and of doubtful ones, up to a bound.");
    }
    const region = element("div", {class: "text", dir: "auto", tabindex: "0", role: "region", "aria-label": `Text of ${title(story)}`});
    if (story.language !== null) region.lang = list.languages[story.language];
    pieces.forEach((piece, at) => {
      if (at > 0) region.append(element("p", {class: "soft"}, "…"));
      region.append(element("div", {class: "piece"}, ...piece.map((one) => segment(one, values, marks))));
    });
    return region;
  };

  const point = (marks) => {
    for (const mark of body.querySelectorAll("mark.shown")) mark.classList.remove("shown");
    for (const mark of marks) mark.classList.add("shown");
    marks[0].scrollIntoView({block: "nearest"});
  };

  const valuesOf = (values, marks) => {
    const rows = values.map(([kind, text, method, confidence, part], at) => {
      const name = list.kinds[kind];
      const label = marks.has(at) ? element("button", {type: "button", title: "Show it in the text"}, name) : name;
      if (marks.has(at)) label.addEventListener("click", () => point(marks.get(at)));
      return element("tr", part ? {class: "part"} : {}, element("th", {scope: "row"}, label), element("td", {dir: "auto"}, text),
                     element("td", {}, list.methods[method]), element("td", {class: "n"}, `${confidence} %`));
    });
    const head = element("tr", {}, ...["what", "value", "how", "confidence"].map((name) => element("th", {scope: "col"}, name)));
    return element("table", {}, element("caption", {}, "What was found"), element("thead", {}, head), element("tbody", {}, ...rows));
  };

  const saidOf = (said) => element("ul", {"aria-label": "What was said"}, ...said.map(([severity, code, message, line, column]) =>
    element("li", {}, `${list.severities[severity]} `, element("code", {}, list.codes[code]), line > 0 ? ` ${line}:${column}: ` : ": ",
            element("bdi", {}, message))));

  const opened = (story) => {
    const cell = element("td", {colspan: "7", id: `story-${story.at}`});
    if (list.runs.length > 1) cell.append(element("p", {class: "soft"}, list.runs[story.run]));
    if (!story.detail) {
      cell.append(element("p", {class: "soft"}, "The page has no room for its details; the journal has them."));
      return element("tr", {class: "opened"}, cell);
    }
    const [values, said, pieces] = story.detail;
    const marks = new Map();
    const text = textOf(story, values, pieces, marks);
    const beside = element("div", {});
    beside.append(values.length > 0 ? valuesOf(values, marks) : element("p", {class: "soft"}, "No values were found."));
    if (said.length > 0) beside.append(saidOf(said));
    cell.append(element("div", {class: "story"}, text, beside));
    return element("tr", {class: "opened"}, cell);
  };

  const rowOf = (story) => {
    const button = element("button", {type: "button", "aria-expanded": "false", "aria-controls": `story-${story.at}`, dir: "auto"}, title(story));
    const row = element("tr", {class: list.outcomes[story.outcome]}, element("th", {scope: "row"}, button),
      element("td", {}, list.outcomes[story.outcome]), element("td", {}, nameOf(list.formats, story.format)),
      element("td", {}, nameOf(list.encodings, story.encoding)), element("td", {}, nameOf(list.languages, story.language)),
      element("td", {class: "n"}, story.confidence === null ? "" : `${story.confidence} %`),
      element("td", {}, story.codes.map((code) => list.codes[code]).join(", ")));
    const toggle = (open) => {
      if (open === (button.getAttribute("aria-expanded") === "true")) return;
      button.setAttribute("aria-expanded", String(open));
      open ? row.after(opened(story)) : row.nextElementSibling.remove();
    };
    button.addEventListener("click", () => toggle(button.getAttribute("aria-expanded") !== "true"));
    row.close = () => toggle(false);
    return row;
  };

  const show = () => {
    const shown = chosen.slice(first, first + perPage);
    body.replaceChildren(...shown.map(rowOf));
    document.getElementById("count").textContent = chosen.length === stories.length ? `${count(stories.length)} stories`
      : `${count(chosen.length)} of ${count(stories.length)} stories`;
    pages.hidden = chosen.length <= perPage;
    place.textContent = `${count(first + 1)} to ${count(first + shown.length)} of ${count(chosen.length)}`;
    earlier.disabled = first === 0;
    later.disabled = first + perPage >= chosen.length;
  };

  const turn = (by) => {
    first = Math.max(0, Math.min(first + by, Math.floor((chosen.length - 1) / perPage) * perPage));
    show();
    table.scrollIntoView({block: "start"});
    body.querySelector("button")?.focus({preventScroll: true});
  };

  // Up and down go from story to story; Escape closes the one that is open.
  const onKey = (event) => {
    const rows = [...body.children].filter((row) => row.close);
    const within = event.target.closest("tr.opened") ? event.target.closest("tr.opened").previousElementSibling : event.target.closest("tr");
    let at = rows.indexOf(within);
    if (event.key === "Escape" && at >= 0) {
      within.close();
      within.querySelector("button").focus();
    } else if (event.target.closest("th") && within === event.target.closest("tr") && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      at += event.key === "ArrowDown" ? 1 : -1;
      rows[Math.max(0, Math.min(at, rows.length - 1))].querySelector("button").focus();
      event.preventDefault();
    }
  };

  const fill = (name, names, numbersOf) => {
    const counts = names.map(() => 0);
    for (const story of stories) for (const number of numbersOf(story)) counts[number] += 1;
    const options = names.map((text, at) => ({text, at, stories: counts[at]})).filter((one) => one.stories > 0);
    options.sort((one, other) => other.stories - one.stories || collator.compare(one.text, other.text));
    form.elements[name].append(...options.map((one) => element("option", {value: String(one.at)}, `${one.text} (${count(one.stories)})`)));
  };
  const one = (number) => (number === null ? [] : [number]);
  fill("code", list.codes, (story) => story.codes);
  fill("format", list.formats, (story) => one(story.format));
  fill("encoding", list.encodings, (story) => one(story.encoding));
  fill("language", list.languages, (story) => one(story.language));
  for (const outcome of list.outcomes) form.elements.outcome.append(element("option", {value: outcome}, outcome));

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", choose);
  form.addEventListener("reset", () => setTimeout(choose));
  earlier.addEventListener("click", () => turn(-perPage));
  later.addEventListener("click", () => turn(perPage));
  body.addEventListener("keydown", onKey);
  form.hidden = false;
  table.hidden = false;
  choose();
})();
)script";

}  // namespace galley::batch
