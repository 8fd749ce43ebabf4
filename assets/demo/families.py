"""The families on their way: nine open, one concluded, one closed.

Each stands where its facts put it (assets/rules/stages.toml): the first stage
in which something is left. `stage` is what is meant; the test compares.

    run.steps       step, whose, planned, done, words
    run.references  kind, by whom, taken, words
    run.answers     whose, item, answer
    run.assessed    whose, parts, what is not "no known risk" and why
"""

ALL = "abcdefghi"
# What the forms of families who have come past the first assessment say.
ANSWERS = [
    ("a.1", "Två vuxna, båda vill."),
    ("b.2", "Ja, på övervåningen."),
    ("c.2", "Någon är hemma från klockan tre."),
    ("h.1", "Växte själv upp med fosterbror."),
    ("h.2", "Ja, alla vid bordet har sagt ja."),
    ("i.5", "Ser föräldrarna som barnets familj."),
]


def answers(*names):
    return [(name, *it) for name in names for it in ANSWERS]


FAMILIES = [
    {
        "key": "regn",
        "name": "Familjen Regn",
        "stage": "first_contact",
        "kind": "familjehem",
        "place": ("Sjöbacka", "Björkvik", None),
        "since": "2026-11-05",
        "people": [("Siv", "carer", "1984-06-27", "f")],
        "run": {
            "opened": "2026-11-05",
            "source": "phone",
            "enquiry": "Ringde växeln och lämnade namn och nummer. Ingen har ringt tillbaka än.",
            "steps": [("information_meeting", None, "2026-12-03", None)],
        },
    },
    {
        "key": "fil",
        "name": "Familjen Fil",
        "stage": "screening",
        "kind": "familjehem",
        "place": ("Björkvik", "Björkvik", "999 10"),
        "street": "Filargatan 8",
        "since": "2026-10-26",
        "people": [
            ("Dragan", "carer", "1986-05-11", "m", {"work": "Kock"}),
            ("Malin", "carer", "1988-03-29", "f", {"work": "Vikarie"}),
            ("Ture", "own_child", "2018-10-31", "m"),
        ],
        "run": {
            "opened": "2026-10-26",
            "source": "information_meeting",
            "owner": "ulf",
            "enquiry": "Kom fram efter informationsträffen. Har tänkt länge.",
            "next": ("Boka telefontid för formuläret med Malin", "2026-11-25"),
            "steps": [
                ("first_contact", None, None, "2026-11-02", "Lättsamt samtal på en timme. Båda ville, Ture undrar var barnet ska sova."),
                ("information_meeting", None, None, "2026-10-22"),
            ],
            "answers": [("Dragan", *it) for it in ANSWERS[:4]],
            "assessed": [
                ("Dragan", "abcd", {"c": ("needs_light", "Har skiftjobb; vem är hemma på kvällarna?")}),
            ],
        },
    },
    {
        "key": "ask",
        "name": "Familjen Ask",
        "stage": "visit",
        "kind": "familjehem",
        "place": ("Lillhed", "Björkvik", "999 15"),
        "street": "Askvägen 1",
        "since": "2026-05-04",
        "people": [("Helena", "carer", "1972-09-30", "f", {"work": "Florist"})],
        "run": {
            "opened": "2026-05-04",
            "source": "ambassador",
            "owner": "maj",
            "enquiry": "Vän till Gun Hammare. Har plats och tid.",
            "next": ("Ring när huset är klart", "2027-03-01"),
            "end": {"dormant_until": "2027-03-01"},
            "steps": [("first_contact", None, None, "2026-05-11", "Helena vill vänta med hembesöket tills köket är färdigt.")],
            "answers": answers("Helena"),
            "assessed": [("Helena", ALL, {})],
        },
    },
    {
        "key": "vindfalle",
        "name": "Familjen Vindfälle",
        "stage": "visit",
        "kind": "familjehem",
        "place": ("Furuås", "Furuås", "999 40"),
        "street": "Åsgatan 17",
        "since": "2026-10-12",
        "people": [
            ("Robert", "carer", "1981-01-05", "m", {"work": "Skogsarbetare"}),
            ("Anna", "carer", "1983-11-14", "f", {"work": "Arbetsterapeut"}),
        ],
        "run": {
            "opened": "2026-10-12",
            "source": "campaign",
            "owner": "ulf",
            "enquiry": "Såg affischen på biblioteket i Furuås.",
            "next": ("Hembesök", "2026-11-26"),
            "steps": [
                ("first_contact", None, None, "2026-10-29"),
                ("home_visit", None, "2026-11-26", None, "Klockan tio. Ta med broschyren om grundutbildningen."),
            ],
            "answers": answers("Robert", "Anna"),
            "assessed": [
                ("Robert", ALL, {"g": ("needs_light", "Litet nätverk sedan flytten; fråga om avlastning.")}),
                ("Anna", ALL, {}),
            ],
        },
    },
    {
        "key": "tjale",
        "name": "Familjen Tjäle",
        "stage": "checks",
        "kind": "familjehem",
        "place": ("Granliden", "Granvik", "999 31"),
        "street": "Myrstigen 6",
        "since": "2026-08-17",
        "people": [
            ("Gunilla", "carer", "1975-05-25", "f", {"work": "Redovisningskonsult"}),
            ("Stefan", "carer", "1974-02-18", "m", {"work": "Rörmokare"}),
        ],
        "checks": "2026-11-03",
        "checks_but": {
            ("Stefan", "belastningsregistret"): {"asked_on": "2026-10-19"},
            ("Stefan", "misstankeregistret"): {"asked_on": "2026-10-19"},
            ("Gunilla", "forsakringskassan"): {"asked_on": "2026-11-16", "consent_on": "2026-11-16"},
        },
        "run": {
            "opened": "2026-08-17",
            "source": "phone",
            "owner": "ulf",
            "next": ("Påminn om Stefans utdrag", "2026-11-23"),
            "steps": [
                ("first_contact", None, None, "2026-08-20"),
                ("home_visit", None, None, "2026-10-08", "Ljust hus, vänlig hund, nyfikna grannar."),
            ],
            "answers": answers("Gunilla", "Stefan"),
            "assessed": [("Gunilla", ALL, {}), ("Stefan", ALL, {})],
        },
    },
    {
        "key": "slagga",
        "name": "Familjen Slägga",
        "stage": "references",
        "kind": "familjehem",
        "place": ("Björkvik", "Björkvik", "999 10"),
        "street": "Bruksgatan 25",
        "since": "2026-07-13",
        "people": [("Bengt", "carer", "1970-07-17", "m", {"work": "Brukstekniker"}), ("Kajsa", "carer", "1973-10-24", "f", {"work": "Fotvårdare"})],
        "checks": "2026-10-12",
        "run": {
            "opened": "2026-07-13",
            "source": "information_meeting",
            "owner": "maj",
            "next": ("Ring Kajsas chef", "2026-11-27"),
            "steps": [
                ("first_contact", None, None, "2026-07-15"),
                ("home_visit", None, None, "2026-09-03"),
            ],
            "references": [
                ("network", "Grannen Alf Stege", "2026-11-09", "Har känt dem i tjugo år. Skulle lämna sina egna barn där."),
                ("work", "Kajsas chef", None, None),
            ],
            "answers": answers("Bengt", "Kajsa"),
            "assessed": [("Bengt", ALL, {}), ("Kajsa", ALL, {"d": ("needs_light", "Opererade höften i våras, är bra nu enligt läkarintyg.")})],
        },
    },
    {
        "key": "blast",
        "name": "Familjen Blåst",
        "stage": "interview",
        "kind": "familjehem",
        "place": ("Sjöbacka", "Björkvik", "999 14"),
        "street": "Uddvägen 3",
        "since": "2026-06-08",
        "people": [
            ("Therese", "carer", "1985-12-06", "f", {"work": "Polis"}),
            ("Amir", "carer", "1984-08-19", "m", {"work": "Datatekniker"}),
            ("Nova", "own_child", "2015-03-03", "f"),
        ],
        "checks": "2026-09-28",
        "run": {
            "opened": "2026-06-08",
            "source": "min_insats",
            "owner": "ulf",
            "next": ("Djupintervju med Amir", "2026-12-02"),
            "steps": [
                ("first_contact", None, None, "2026-06-10"),
                ("home_visit", None, None, "2026-08-26"),
                ("home_visit_2", None, None, "2026-10-14"),
                ("interview", "Therese", None, "2026-11-10", "Tre timmar. Tydlig, varm och rak om det som varit svårt."),
                ("interview", "Amir", "2026-12-02", None),
                ("own_children", None, "2026-12-02", None, "Med Nova efter skolan."),
            ],
            "references": [
                ("work", "Thereses stationschef", "2026-10-20", "Lugn när det blåser."),
                ("school", "Novas klasslärare", "2026-10-21", "Närvarande föräldrar."),
            ],
            "answers": answers("Therese", "Amir"),
            "assessed": [("Therese", ALL, {}), ("Amir", ALL, {})],
        },
    },
    {
        "key": "hassel",
        "name": "Familjen Hassel",
        "stage": "writing",
        "kind": "familjehem",
        "place": ("Åmåla", "Björkvik", "999 12"),
        "street": "Hasselbacken 10",
        "since": "2026-04-13",
        "people": [("Viveka", "carer", "1977-01-22", "f", {"work": "Veterinär"})],
        "checks": "2026-09-14",
        "run": {
            "opened": "2026-04-13",
            "source": "phone",
            "owner": "ulf",
            "next": ("Skriv klart och läs upp för Viveka", "2026-12-08"),
            "steps": [
                ("first_contact", None, None, "2026-04-15"),
                ("home_visit", None, None, "2026-06-02"),
                ("interview", "Viveka", None, "2026-10-29"),
            ],
            "references": [
                ("work", "Kollegan på kliniken", "2026-09-30", "Omdömesgill."),
                ("network", "Systern", "2026-10-01", "Den alla ringer till."),
                ("municipality", "Älgsund, tidigare kontaktfamilj", "2026-10-02", "Goda vitsord."),
            ],
            "answers": answers("Viveka"),
            "assessed": [("Viveka", ALL, {"g": ("needs_light", "Ensam vuxen: systern är reserv vid jour, prövat två gånger.")})],
        },
    },
    {
        "key": "skruvstad",
        "name": "Familjen Skruvstäd",
        "stage": "decision",
        "kind": "familjehem",
        "place": ("Björkvik", "Björkvik", "999 10"),
        "street": "Verkstadsgatan 2",
        "since": "2026-03-16",
        "people": [
            ("Carina", "carer", "1982-04-01", "f", {"work": "Undersköterska"}),
            ("Pontus", "carer", "1980-11-17", "m", {"work": "Verkmästare"}),
            ("Ellen", "own_child", "2012-12-13", "f"),
        ],
        "checks": "2026-09-21",
        "run": {
            "opened": "2026-03-16",
            "source": "familjehemsverige",
            "owner": "maj",
            "next": ("Avsluta utredningen", "2026-11-24"),
            "summary": "Carina och Pontus är trygga föräldrar med tid, tålamod och ett stort nätverk. De har visat att de kan ta emot handledning. Utredningen föreslår ett barn, sex till tolv år.",
            "steps": [
                ("first_contact", None, None, "2026-03-18"),
                ("home_visit", None, None, "2026-05-12"),
                ("interview", "Carina", None, "2026-09-16"),
                ("interview", "Pontus", None, "2026-09-17"),
                ("own_children", None, None, "2026-09-18", "Ellen vill visa hönsen för någon."),
                ("told_family", None, None, "2026-11-18", "Läste tillsammans. Pontus rättade ett årtal."),
            ],
            "references": [
                ("work", "Pontus chef", "2026-08-24", "Den som alla lärlingar vill gå med."),
                ("school", "Ellens mentor", "2026-08-25", "Gott samarbete."),
            ],
            "answers": answers("Carina", "Pontus"),
            "assessed": [("Carina", ALL, {}), ("Pontus", ALL, {})],
        },
    },
    # Concluded: the home itself stands in homes.py.
    {
        "key": "salg",
        "stage": "concluded",
        "run": {
            "opened": "2026-05-18",
            "source": "own_web",
            "owner": "ulf",
            "summary": "Camilla och Erik har förutsättningar att ge ett barn ett tryggt hem. Hedda är med på det. Ett barn, sex till tolv år.",
            "end": {"concluded_on": "2026-11-12", "concluded_by": "Maj Måttband"},
            "steps": [
                ("first_contact", None, None, "2026-05-20"),
                ("home_visit", None, None, "2026-06-24"),
                ("interview", "Camilla", None, "2026-10-05"),
                ("interview", "Erik", None, "2026-10-06"),
                ("own_children", None, None, "2026-10-07"),
                ("told_family", None, None, "2026-11-05"),
            ],
            "references": [
                ("work", "Camillas chef", "2026-09-10", "Pålitlig."),
                ("network", "Eriks kusin", "2026-09-11", "Gott hjärta, torra skämt."),
            ],
            "answers": answers("Camilla", "Erik"),
            "assessed": [("Camilla", ALL, {}), ("Erik", ALL, {})],
        },
    },
    {
        "key": "kolv",
        "name": "Familjen Kolv",
        "stage": "closed",
        "kind": "familjehem",
        "place": ("Lillhed", "Björkvik", None),
        "since": "2026-06-15",
        "people": [("Jonas", "carer", "1987-10-07", "m"), ("Frida", "carer", "1989-05-03", "f")],
        "run": {
            "opened": "2026-06-15",
            "source": "campaign",
            "owner": "ulf",
            "enquiry": "Vill hjälpa till, osäkra på hur.",
            "end": {
                "closed_on": "2026-09-30",
                "closed_by": "family",
                "closing_code": "family_withdraws",
                "closing_text": "Nytt arbete med resor. De hör gärna av sig om ett par år.",
                "return_on": "2028-09-01",
            },
            "steps": [("first_contact", None, None, "2026-06-18")],
        },
    },
]
