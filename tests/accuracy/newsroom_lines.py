#!/usr/bin/env python3
"""Tries each row of newsroom_lines.tsv in its place and fails unless every one comes out right.

usage: newsroom_lines.py INSPECT_CORPUS WORK_DIR

The columns are those of news/variants.tsv (see variants.py). The hint says where the line stands: "head" between headline and text,
"dateline" at the head of the first paragraph, "end" after the text: then the line is furniture, and the text has its two paragraphs.
A row without fields must give none. "text" stands between the paragraphs and "last" below them: such a line is a paragraph like the
others, whatever it looks like.
"""
import json
import os
import subprocess
import sys

import variants

# Headline and two paragraphs of the languages that variants.py has no story of.
STORIES = {
    "nb": ("Kommunen vedtar nytt budsjett",
           "Kommunestyret møttes tirsdag for å drøfte planen, som innbyggerne har diskutert i flere måneder.",
           "Ifølge kommunen koster prosjektet rundt to millioner kroner og tar tre år å fullføre."),
    "da": ("Byrådet vedtager nyt budget",
           "Byrådet mødtes tirsdag for at drøfte planen, som borgerne har diskuteret i flere måneder uden at blive enige.",
           "Ifølge kommunen koster projektet omkring to millioner kroner, og arbejdet vil tage tre år at gøre færdigt."),
    "fi": ("Valtuusto hyväksyi uuden talousarvion",
           "Kaupunginvaltuusto kokoontui tiistaina keskustelemaan suunnitelmasta, josta asukkaat ovat kiistelleet kuukausia.",
           "Virkamiesten mukaan hanke maksaa noin kaksi miljoonaa euroa ja sen valmistuminen kestää kolme vuotta."),
    "pl": ("Rada miasta przyjęła nowy budżet",
           "Rada zebrała się we wtorek, aby omówić plan, o którym mieszkańcy miasta dyskutowali od wielu miesięcy.",
           "Urzędnicy podali, że przedsięwzięcie będzie kosztować około dwóch milionów złotych i potrwa trzy lata."),
    "cs": ("Zastupitelé schválili nový rozpočet",
           "Zastupitelstvo se v úterý sešlo, aby projednalo plán, o kterém se obyvatelé přeli několik měsíců.",
           "Podle úředníků bude projekt stát asi dva miliony korun a jeho dokončení potrvá tři roky."),
    "hu": ("A közgyűlés elfogadta az új költségvetést",
           "A közgyűlés kedden ült össze, hogy megvitassa a tervet, amelyről a lakosok hónapok óta vitatkoztak.",
           "A tisztviselők szerint a beruházás mintegy kétmillió forintba kerül, és három évig fog tartani."),
    "ro": ("Consiliul local a aprobat noul buget",
           "Consiliul s-a întrunit marți pentru a discuta planul, despre care locuitorii au dezbătut timp de mai multe luni.",
           "Potrivit autorităților, lucrarea va costa aproximativ două milioane de lei și va dura trei ani."),
    "el": ("Το δημοτικό συμβούλιο ενέκρινε τον προϋπολογισμό",
           "Το συμβούλιο συνεδρίασε την Τρίτη για να συζητήσει το σχέδιο, για το οποίο οι κάτοικοι διαφωνούσαν επί μήνες.",
           "Σύμφωνα με τις αρχές, το έργο θα κοστίσει περίπου δύο εκατομμύρια ευρώ και θα διαρκέσει τρία χρόνια."),
    "uk": ("Міська рада ухвалила новий бюджет",
           "Рада зібралася у вівторок, щоб обговорити план, про який мешканці міста сперечалися вже кілька місяців.",
           "За словами посадовців, проєкт коштуватиме близько двох мільйонів гривень і триватиме три роки."),
    "bg": ("Общинският съвет прие новия бюджет",
           "Съветът се събра във вторник, за да обсъди плана, за който жителите на града спореха от няколко месеца.",
           "Според общината проектът ще струва около два милиона лева и ще продължи три години."),
    "sr": ("Gradsko veće usvojilo novi budžet",
           "Veće se sastalo u utorak da raspravlja o planu o kojem su građani raspravljali nekoliko meseci.",
           "Prema rečima zvaničnika, projekat će koštati oko dva miliona dinara i trajaće tri godine."),
    "fa": ("شورای شهر بودجه جدید را تصویب کرد",
           "شورای شهر روز سه‌شنبه برای بررسی طرحی تشکیل جلسه داد که ساکنان شهر چند ماه درباره آن بحث کرده بودند.",
           "مقام‌ها گفتند این طرح حدود دو میلیون دلار هزینه خواهد داشت و سه سال طول می‌کشد."),
    "hi": ("नगर परिषद ने नया बजट पारित किया",
           "परिषद ने मंगलवार को उस योजना पर चर्चा के लिए बैठक की, जिस पर निवासी कई महीनों से बहस कर रहे थे।",
           "अधिकारियों ने बताया कि इस परियोजना पर करीब बीस लाख रुपये खर्च होंगे और इसमें तीन साल लगेंगे।"),
    "bn": ("নগর পরিষদে নতুন বাজেট পাস",
           "মঙ্গলবার পরিষদের বৈঠকে পরিকল্পনাটি নিয়ে আলোচনা হয়, যা নিয়ে বাসিন্দারা কয়েক মাস ধরে বিতর্ক করছিলেন।",
           "কর্মকর্তারা জানান, প্রকল্পটিতে প্রায় বিশ লাখ টাকা খরচ হবে এবং শেষ হতে তিন বছর সময় লাগবে।"),
    "ta": ("நகர மன்றம் புதிய பட்ஜெட்டை ஏற்றது",
           "குடியிருப்பாளர்கள் பல மாதங்களாக விவாதித்து வந்த திட்டம் குறித்து ஆலோசிக்க மன்றம் செவ்வாய்க்கிழமை கூடியது.",
           "இந்தத் திட்டத்திற்கு சுமார் இருபது லட்சம் ரூபாய் செலவாகும் என்றும் மூன்று ஆண்டுகள் ஆகும் என்றும் அதிகாரிகள் கூறினர்."),
    "th": ("สภาเมืองอนุมัติงบประมาณใหม่",
           "สภาเมืองประชุมเมื่อวันอังคารเพื่อหารือเกี่ยวกับแผนดังกล่าว ซึ่งชาวเมืองถกเถียงกันมานานหลายเดือนแล้ว และยังไม่มีข้อสรุป",
           "เจ้าหน้าที่กล่าวว่าโครงการนี้จะใช้เงินประมาณสองล้านบาท และใช้เวลาสามปีจึงจะแล้วเสร็จตามแผนที่วางไว้ทั้งหมด"),
    "vi": ("Hội đồng thành phố thông qua ngân sách mới",
           "Hội đồng đã họp hôm thứ Ba để thảo luận về kế hoạch mà người dân đã tranh luận trong nhiều tháng qua.",
           "Các quan chức cho biết dự án sẽ tốn khoảng hai triệu đô la và mất ba năm để hoàn thành."),
    "sw": ("Baraza la mji laidhinisha bajeti mpya",
           "Baraza lilikutana Jumanne kujadili mpango huo, ambao wakazi wamekuwa wakiujadili kwa miezi kadhaa sasa.",
           "Maafisa walisema mradi huo utagharimu takriban shilingi milioni mbili na utachukua miaka mitatu kukamilika."),
}


def text_of(row):
    headline, first, second = (STORIES | variants.STORIES)[row[2]]
    if row[1].startswith("dateline"):
        return f"{headline}\n\n{row[0]} {first}\n\n{second}\n"
    if row[1].startswith(("end", "last")):
        return f"{headline}\n\n{first}\n\n{second}\n\n{row[0]}\n"
    if row[1].startswith("text"):
        return f"{headline}\n\n{first}\n\n{row[0]}\n\n{second}\n"
    return f"{headline}\n{row[0]}\n\n{first}\n\n{second}\n"


def main():
    inspect, work = sys.argv[1:]
    os.makedirs(work, exist_ok=True)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "newsroom_lines.tsv"), encoding="utf-8") as lines:
        rows = [(line.rstrip("\n").split("\t") + [""] * 8)[:8] for line in lines if line.strip() and not line.startswith("#")]
    files = []
    for number, row in enumerate(rows):
        files.append(os.path.join(work, f"{number:03}.txt"))
        with open(files[-1], "w", encoding="utf-8") as out:
            out.write(text_of(row))
    output = subprocess.run([inspect, *files], capture_output=True, text=True, check=True, encoding="utf-8").stdout
    failed = 0
    for row, line in zip(rows, output.splitlines()):
        record = json.loads(line)
        wrong = variants.wrong_fields(row, record)
        if len(record["paragraphs"]) != (3 if row[1].startswith(("text", "last")) else 2):
            wrong.append(f"{len(record['paragraphs'])} paragraphs")
        if variants.fold(record["headline"] or "") != variants.fold((STORIES | variants.STORIES)[row[2]][0]):
            wrong.append("headline")
        if wrong:
            failed += 1
            print(f"{row[2]} {row[0]}: wrong: {', '.join(wrong)}; authors {record['authors']}, date {record['date']}, dateline {record['dateline']}")
    print(f"{len(rows) - failed} of {len(rows)} rows right")
    return 1 if failed or len(rows) < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
