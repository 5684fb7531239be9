"""Tries each row of news/variants.tsv in its place, as news/README.md says, and tells which rows come out right."""
import json
import os
import re
import subprocess
import unicodedata

# A headline and two paragraphs of each language, for a row to stand between.
STORIES = {
    "en": ("Town council approves new budget",
           "The council met on Tuesday to discuss the plan, which had been debated for several months by residents.",
           "Officials said the project would cost about two million dollars and take three years to finish."),
    "de": ("Stadtrat beschließt neuen Haushalt",
           "Der Stadtrat hat am Dienstag über den Plan beraten, der seit Monaten in der Bevölkerung umstritten war.",
           "Nach Angaben der Verwaltung kostet das Vorhaben rund zwei Millionen Euro und dauert drei Jahre."),
    "fr": ("Le conseil municipal adopte le budget",
           "Le conseil s’est réuni mardi pour discuter du projet, qui était débattu depuis plusieurs mois par les habitants.",
           "Selon la mairie, le chantier coûtera environ deux millions d’euros et durera trois ans."),
    "es": ("El ayuntamiento aprueba el presupuesto",
           "El consejo se reunió el martes para discutir el plan, que los vecinos debatían desde hacía varios meses.",
           "Según las autoridades, la obra costará unos dos millones de euros y durará tres años."),
    "it": ("Il consiglio approva il bilancio",
           "Il consiglio si è riunito martedì per discutere il piano, che da mesi divideva gli abitanti della città.",
           "Secondo le autorità il progetto costerà circa due milioni di euro e durerà tre anni."),
    "pt": ("Câmara aprova novo orçamento",
           "A câmara reuniu-se na terça-feira para discutir o plano, que era debatido há vários meses pelos moradores.",
           "Segundo as autoridades, a obra custará cerca de dois milhões de reais e vai durar três anos."),
    "sv": ("Kommunen antar ny budget",
           "Kommunfullmäktige möttes på tisdagen för att diskutera planen som har debatterats i flera månader av invånarna.",
           "Enligt kommunen kostar projektet ungefär två miljoner kronor och tar tre år att slutföra."),
    "nl": ("Gemeenteraad keurt begroting goed",
           "De gemeenteraad kwam dinsdag bijeen om het plan te bespreken, waarover bewoners al maanden discussiëren.",
           "Volgens de gemeente kost het project ongeveer twee miljoen euro en duurt het drie jaar."),
    "tr": ("Belediye yeni bütçeyi onayladı",
           "Belediye meclisi, sakinlerin aylardır tartıştığı planı görüşmek üzere salı günü toplandı ve karar aldı.",
           "Yetkililere göre proje yaklaşık iki milyon liraya mal olacak ve üç yıl sürecek."),
    "ru": ("Городской совет утвердил бюджет",
           "Городской совет собрался во вторник, чтобы обсудить план, о котором жители спорили уже несколько месяцев.",
           "По словам чиновников, проект обойдется примерно в два миллиона рублей и займет три года."),
    "ar": ("مجلس المدينة يقر الميزانية الجديدة",
           "اجتمع المجلس يوم الثلاثاء لمناقشة الخطة التي ظل السكان يتجادلون حولها منذ عدة أشهر في المدينة القديمة.",
           "وقال مسؤولون إن المشروع سيكلف نحو مليوني دولار وسيستغرق ثلاث سنوات حتى يكتمل."),
    "he": ("מועצת העיר אישרה את התקציב",
           "המועצה התכנסה ביום שלישי כדי לדון בתוכנית, שהתושבים מתווכחים עליה כבר כמה חודשים ברציפות.",
           "לדברי הפקידים הפרויקט יעלה כשני מיליון דולר ויימשך שלוש שנים."),
    "zh": ("市议会通过新预算", "市议会周二召开会议讨论这项计划，居民们对此已经争论了好几个月，各方意见分歧很大。",
           "官员表示，该项目将耗资约两百万元，预计需要三年时间才能完成。"),
    "zh-Hant": ("市議會通過新預算", "市議會週二召開會議討論這項計畫，居民們對此已經爭論了好幾個月，各方意見分歧很大。",
                "官員表示，該項目將耗資約兩百萬元，預計需要三年時間才能完成。"),
    "ja": ("市議会が新予算を可決", "市議会は火曜日に会議を開き、住民が数か月にわたって議論してきた計画について話し合った。",
           "当局によると、この事業には約二百万ドルの費用がかかり、完成までに三年を要する見込みだ。"),
    "ko": ("시의회, 새 예산안 통과", "시의회는 화요일 회의를 열고 주민들이 몇 달 동안 논쟁을 벌여 온 계획을 논의했다고 밝혔다.",
           "관계자들은 이 사업에 약 2백만 달러가 들고 완공까지 3년이 걸릴 것이라고 말했다."),
    "id": ("Dewan kota setujui anggaran baru",
           "Dewan kota bertemu pada hari Selasa untuk membahas rencana yang telah diperdebatkan warga selama beberapa bulan.",
           "Para pejabat mengatakan proyek itu akan menelan biaya sekitar dua juta dolar dan selesai dalam tiga tahun."),
}

# Rows that can only be right together with a line they do not hold: "^AP Sports Writer=" follows in the source.
UNTESTABLE = {"^By CHARLES ODUM="}

PARAGRAPH_HINTS = ("press release", "bracketed", "place=agency", "two places", "no reporter", "no 电", "讯",
                   "Taiwan", "Reuters-21578 <DATELINE>", "NewsML 1.2", "dateline", "NEGATIVE")


def fold(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def stands_in_paragraph(line, hint):
    if "byline" in hint or line.startswith(("By-", "Di Maio")):
        return False
    return hint.startswith(PARAGRAPH_HINTS)


def listed(cell):
    return [part.strip() for part in cell.split(";") if part.strip()]


def wrong_fields(row, record):
    line, _, _, byline, date, places, agency = row[:7]
    dateline = record["dateline"] or {}
    wrong = []
    names = [re.sub(r"\s*\[.*\]", "", name).strip() for name in listed(byline)]
    if [fold(name) for name in names] != [fold(name) for name in record["authors"]]:
        wrong.append("authors")
    elif line not in UNTESTABLE:
        titles = [(re.findall(r"\[(.*)\]", name) or [""])[0] for name in listed(byline)]
        if any(title and title not in found for title, found in zip(titles, record["titles"])):
            wrong.append("title")
    dates = {record["date"] or "", dateline.get("date") or ""}
    if (date and date not in dates) or (not date and dates != {""}):
        wrong.append("date")
    found = [place["name"] + (", " + place["region"] if place["region"] else "") for place in dateline.get("places", [])]
    if [fold(place) for place in listed(places)] != [fold(place) for place in found]:
        wrong.append("places")
    affiliations = [title.split("|")[1] for title in record["titles"] if title.split("|")[1]]
    agencies = [name for name in (dateline.get("agency") or "").split("; ") if name]
    wanted = {fold(name) for name in listed(agency)}
    if not wanted <= {fold(name) for name in agencies + affiliations} or (not wanted and agencies):
        wrong.append("agency")
    return wrong


def try_rows(tsv, folder, inspect):
    """Yields (row, wrong fields)."""
    os.makedirs(folder, exist_ok=True)
    rows, files = [], []
    with open(tsv, encoding="utf-8") as lines:
        for line in lines.read().split("\n")[1:]:
            if line.strip():
                rows.append((line.split("\t") + [""] * 8)[:8])
    for number, row in enumerate(rows):
        headline, first, second = STORIES[row[2]]
        if stands_in_paragraph(row[0], row[1]):
            text = f"{headline}\n\n{row[0].rstrip(' ')} {first}\n\n{second}\n"
        else:
            text = f"{headline}\n{row[0]}\n\n{first}\n\n{second}\n"
        files.append(os.path.join(folder, f"{number:03}.txt"))
        with open(files[-1], "w", encoding="utf-8") as out:
            out.write(text)
    output = subprocess.run([inspect, *files], capture_output=True, text=True, check=True, encoding="utf-8").stdout
    for row, line in zip(rows, output.splitlines()):
        yield row, wrong_fields(row, json.loads(line))
