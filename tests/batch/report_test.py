"""The page of `galley batch --report` in a browser without a window: filters and opens stories by keyboard, in light and dark, with hostile text."""
import os
import re
import sys
import time

import browser
from support import Bench, write_stories

if browser.program() is None:
    print("SKIPPED: needs Chromium (Debian: chromium)")
    sys.exit(77)

COUNT = 10_000
HOSTILE = ("Bridge </script><script>document.title = 'taken over'</script> opens\n\nBy Ola </Script> Brandt\n\n"
           "HARBOUR TOWN, March 3 — <img src=x onerror=\"document.title = 'taken over'\"> The <!--<script> ferry & its \u2028line\u2029s.\n\n"
           "The council said no.\n")

bench = Bench()
box = bench.folder
write_stories(box / "in", COUNT - 4)
(box / "in" / "</script><b>name</b>.txt").parent.mkdir(parents=True)
(box / "in" / "</script><b>name</b>.txt").write_text(HOSTILE, encoding="utf-8")
(box / "in" / "latin.txt").write_bytes("Café rouvre à Évian\n\nPar Zoé Brûlé\n\nÉVIAN, 3 mars — Le café a rouvert.\n\nLe maire était là.\n".encode("cp1252"))
(box / "in" / "wide.txt").write_bytes("Ferry \u00e0 quai\n\nBy Ola Brandt\n\nLYON, March 3 — The ferry stayed.\n\nNobody knew why.\n".encode("utf-16"))
(box / "in" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
page = box / "report.html"
bench.check_run(bench.batch(box / "in", "--tar", box / "out.tar", "--report", page, "--no-sync"), 1, "a run with one failure")
again = box / "again.html"
bench.check_run(bench.run("report", box / "out.tar", "--output", again), 0, "the same told again")
bench.check(page.read_bytes() == again.read_bytes(), "the same run gives the same page")
source = page.read_text(encoding="utf-8")
bench.check(len(re.findall("</script", source, re.IGNORECASE)) == 2, "no story ends a script")
bench.check("\u2028" not in source, "no line separators in scripts")
bench.check(not re.search(r"(src|href)=|url\(|@import", re.sub(r"<script.*?</script>", "", source, flags=re.DOTALL)), "nothing is fetched")


def opened():
    return tab.value("document.querySelectorAll('tr.opened').length")


def count():
    return tab.value("document.getElementById('count').textContent")


def rows():
    return tab.value("document.querySelectorAll('#list tbody tr').length")


def filter_by(**fields):
    tab.value("document.getElementById('filter').reset(), new Promise(done => setTimeout(done, 20))")
    for name, value in fields.items():
        tab.value(f"(() => {{ const field = document.getElementById('filter').elements['{name}'];"
                  f" field.value = [...(field.options ?? [])].find(one => one.text.startsWith('{value}'))?.value ?? '{value}';"
                  " field.dispatchEvent(new Event('input', {bubbles: true})); })()")
    return count()


def luminance(colour):
    channels = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(selector):
    """WCAG 2.2, 1.4.3."""
    ink, paper = tab.value(f"(() => {{ let at = document.querySelector('{selector}'); const ink = getComputedStyle(at).color;"
                           " while (getComputedStyle(at).backgroundColor === 'rgba(0, 0, 0, 0)') at = at.parentElement;"
                           " return [ink, getComputedStyle(at).backgroundColor]; })()")
    light, dark = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


tab = browser.Browser()
try:
    begun = time.monotonic()
    tab.open(page)
    bench.check(time.monotonic() - begun < 20, f"{COUNT} stories are there in time: {time.monotonic() - begun:.1f} s")
    bench.check(tab.complaints() == [], "the page complains of nothing", str(tab.complaints()))
    bench.check(count() == "10,000 stories" and rows() == 50, "all stories are listed, a page at a time", count())

    # A search by keyboard alone: to the field, a word, to the story, open it, down to the next, close.
    while tab.value("document.activeElement.name") != "words":
        tab.press("Tab")
    tab.type("story-77.txt")
    bench.check(count() == "1 of 10,000 stories", "words are searched for", count())
    for _ in range(30):
        tab.press("Tab")
        if tab.value("document.activeElement.closest('#list tbody') !== null"):
            break
    tab.press("Enter")
    marks = tab.value("[...document.querySelectorAll('tr.opened mark')].map(mark => [mark.dataset.kind, mark.textContent])")
    bench.check(opened() == 1 and ["place", "placeHARBOUR TOWN"] in marks, "Enter opens a story with its values marked", str(marks))
    bench.check(tab.value("document.activeElement.getAttribute('aria-expanded')") == "true", "and says so")
    tab.press("Tab")
    tab.press("Escape")
    bench.check(opened() == 0 and tab.value("document.activeElement.closest('#list tbody th') !== null"), "Escape closes it and goes back")
    filter_by()
    tab.value("document.querySelector('#list tbody button').focus()")
    tab.press("ArrowDown")
    bench.check(tab.value("[...document.querySelectorAll('#list tbody button')].indexOf(document.activeElement)") == 1, "down goes to the next")
    tab.press("Space")
    bench.check(opened() == 1, "Space opens, too")

    # Every filter, alone and together.
    bench.check(filter_by(outcome="failed") == "1 of 10,000 stories", "by outcome", count())
    bench.check("picture.png" in tab.value("document.querySelector('#list tbody').textContent"), "what failed")
    bench.check(filter_by(encoding="windows-1252") == "1 of 10,000 stories", "by encoding", count())
    tab.value("document.querySelector('#list tbody button').click()")
    text = tab.value("document.querySelector('.piece').textContent")
    bench.check("Évian" in text and ["by", "byZoé Brûlé"] in tab.value(
        "[...document.querySelectorAll('mark')].map(mark => [mark.dataset.kind, mark.textContent])"), "a legacy encoding is shown and marked", text)
    bench.check(filter_by(encoding="UTF-16") == "1 of 10,000 stories", "another encoding", count())
    tab.value("document.querySelector('#list tbody button').click()")
    bench.check("Ferry à quai" in tab.value("document.querySelector('.piece').textContent"), "UTF-16 is shown")
    bench.check(filter_by(code="newsml.") != "10,000 stories" and filter_by(format="text").endswith("9,999 of 10,000 stories"), "by code and format", count())
    sure = filter_by(**{"from": "99"})
    doubtful = filter_by(to="98")
    numbers = [int(said.split(" ")[0].replace(",", "")) for said in (sure, doubtful)]
    bench.check(sum(numbers) == COUNT and min(numbers) > 0, "by confidence", f"{sure}, {doubtful}")
    bench.check(filter_by(words="reporter 7", language="en").endswith("of 10,000 stories") and rows() == 50, "together", count())
    filter_by(sort="least")
    least = tab.value("[...document.querySelectorAll('#list tbody td:nth-child(6)')].map(cell => parseInt(cell.textContent))")
    bench.check(least == sorted(least), "the least sure first", str(least))
    filter_by()
    tab.value("document.querySelector('#pages button:last-child').click()")
    bench.check("51 to 100 of 10,000" in tab.value("document.getElementById('pages').textContent"), "the next page")

    # However many there are, it answers while one types.
    taken = tab.value("(() => { const field = document.getElementById('filter').elements.words; const times = [];"
                      " for (const words of ['z', 'ferry', 'ferry 9', 'ferry 99', '']) { field.value = words; const begun = performance.now();"
                      " field.dispatchEvent(new Event('input', {bubbles: true})); document.body.offsetHeight; times.push(performance.now() - begun); }"
                      " return Math.max(...times); })()")
    print(f"the slowest of five searches in {COUNT} stories took {taken:.0f} ms")
    bench.check(taken < 2000, "searches are quick", str(taken))

    # Hostile text is text.
    filter_by(words="<b>name")
    bench.check(count() == "1 of 10,000 stories", "a hostile name is found", count())
    tab.value("document.querySelector('#list tbody button').click()")
    text = tab.value("document.querySelector('.piece').textContent")
    bench.check("</script><script>document.title" in text and "<img src=x" in text and "\u2028" in text, "its text stands there as it is", text)
    bench.check(tab.value("document.querySelector('#list img, #list script, #list b') === null") and tab.value("document.title").startswith("Run "),
                "and does nothing")

    # Both themes, by the standard's contrast.
    seen = {}
    for theme in ("light", "dark"):
        tab.theme(theme)
        seen[theme] = tab.value("getComputedStyle(document.body).backgroundColor")
        for selector in ("h1", "#count", "#filter label span", "mark", ".tag", "#list tbody button", ".totals dt", "caption"):
            bench.check(contrast(selector) >= 4.5, f"{theme}: contrast of {selector}", str(contrast(selector)))
        if "GALLEY_REPORT_PICTURES" in os.environ:
            tab.value("document.getElementById('stories').scrollIntoView()")
            tab.picture(os.path.join(os.environ["GALLEY_REPORT_PICTURES"], f"report-{theme}.png"))
    bench.check(luminance(seen["light"]) > 0.8 and luminance(seen["dark"]) < 0.1, "light and dark", str(seen))

    # What a screen reader is told.
    names = tab.names()
    for wanted in (("heading", "Stories"), ("status", ""), ("searchbox", "Words in name, values and messages"), ("combobox", "Encoding"),
                   ("spinbutton", "Least confidence from"), ("table", "Stories; a story's button shows what was found in it"),
                   ("columnheader", "least confidence"), ("table", "What was found"), ("mark", "")):
        bench.check(any(role == wanted[0] and name.startswith(wanted[1]) for role, name in names), f"a screen reader is told of {wanted}",
                    str(sorted(set(names))[:60]))
    bench.check(all(name for role, name in names if role in ("button", "combobox", "searchbox", "spinbutton", "table", "region")),
                "everything that can be used has a name")
    bench.check(tab.complaints() == [], "still no complaints", str(tab.complaints()))
finally:
    tab.stop()
bench.finish("report")
