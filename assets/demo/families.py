"""The families on their way: nine open, one concluded, one closed.

Each stands where its facts put it (assets/rules/stages.toml): the first stage
in which something is left. `stage` is what is meant; the test compares.

    run.steps       step, whose, planned, done, words
    run.references  kind, by whom, taken, words
    run.answers     whose, item, answer, and what came out of asking further
    run.assessed    whose, parts, what is not "no known risk" and why
    run.household   part, level, why: for the household as a whole
    run.outcome     how the first assessment ended, when, why
    run.methods     whose, method, its record, and the areas it lit
    run.forms       step, short form, notes by number
    run.calls       reference, notes by number
"""

ALL = "abcdefghi"
# What the forms of families who have come past the first assessment say.
ANSWERS = [
    ("a.1", "Två vuxna, båda vill."),
    ("b.2", "yes", "På övervåningen."),
    ("c.2", "Någon är hemma från klockan tre."),
    ("h.1", "Växte själv upp med fosterbror."),
    ("h.2", "yes", "Alla vid bordet har sagt ja."),
    ("i.5", "Ser föräldrarna som barnets familj."),
]


def answers(*names):
    return [(name, *it) for name in names for it in ANSWERS]


FAMILIES = [
    {
        "key": "regn",
        "name": "Familjen Regn",
        "stage": "enquiry",
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
            "outcome": ("go_on", "2026-05-18"),
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
            "household": [("g", "needs_light", "Paret bär varandra, men har få andra på orten än.")],
            "outcome": ("go_on", "2026-11-09", "Nätverket tas upp vid hembesöket."),
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
            "outcome": ("go_on", "2026-09-07"),
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
            "outcome": ("go_on", "2026-08-10"),
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
                ("own_children", None, "2026-12-02", None, "Med Nova efter skolan."),
            ],
            "references": [
                ("work", "Thereses stationschef", "2026-10-20", "Lugn när det blåser."),
                ("school", "Novas klasslärare", "2026-10-21", "Närvarande föräldrar."),
            ],
            "answers": answers("Therese", "Amir"),
            "assessed": [("Therese", ALL, {}), ("Amir", ALL, {})],
            "outcome": ("go_on", "2026-06-24"),
            "methods": [
                ("Therese", "kalvesten", {
                    "interview_on": "2026-11-10", "interviewer_1": "Ulf Kompass", "interviewer_2": "Maj Måttband",
                    "strengths": "Tydlig, varm och rak om det som varit svårt.",
                }, [("conflict", 1, "Löses samma dag, berättade båda var för sig.")]),
                ("Amir", "kalvesten", {"planned_on": "2026-12-02", "interviewer_1": "Ulf Kompass", "interviewer_2": "Maj Måttband"}),
            ],
            "forms": [
                ("home_visit", "home_visit", {1: "Therese, Amir och Nova", 2: "Radhus med eget rum på övervåningen.", 3: "Skärmar bort vid maten, läxor vid köksbordet.", 5: "Nova vill ha ett barn som är yngre.", 7: "Vem är hemma när Therese arbetar natt?"}),
            ],
            "calls": {"Thereses stationschef": {1: "Arbetskamrat och chef", 2: "nio år", 5: "Lugn när det blåser.", 8: "Nej."}},
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
            ],
            "references": [
                ("work", "Kollegan på kliniken", "2026-09-30", "Omdömesgill."),
                ("network", "Systern", "2026-10-01", "Den alla ringer till."),
                ("municipality", "Älgsund, tidigare kontaktfamilj", "2026-10-02", "Goda vitsord."),
            ],
            "answers": answers("Viveka"),
            "assessed": [("Viveka", ALL, {"g": ("needs_light", "Ensam vuxen: systern är reserv vid jour, prövat två gånger.")})],
            "outcome": ("go_on", "2026-05-06"),
            "methods": [
                ("Viveka", "nya_kalvesten", {
                    "interview_on": "2026-10-15", "interviewer_1": "Ulf Kompass", "interviewer_2": "Maj Måttband",
                    "interpreter": "Fredrika Fyr", "interpreted_on": "2026-10-29",
                    "strengths": "Berättar sammanhängande, också om det som var svårt. Söker hjälp i tid.",
                    "vulnerabilities": "Ensam med besluten; blir kort i tonen när hon är trött.",
                    "support_needs": "Handledning det första året och en fast avlastning.",
                    "suits": "Ett barn i skolåldern som tycker om djur.",
                    "does_not_suit": "Syskon, eller ett barn som behöver någon hemma hela dagen.",
                }),
            ],
        },
    },
    {
        "key": "skruvstad",
        "name": "Familjen Skruvstäd",
        "stage": "ready",
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
                ("own_children", None, None, "2026-09-18", "Ellen vill visa hönsen för någon."),
                ("told_family", None, None, "2026-11-18", "Läste tillsammans. Pontus rättade ett årtal."),
            ],
            "references": [
                ("work", "Pontus chef", "2026-08-24", "Den som alla lärlingar vill gå med."),
                ("school", "Ellens mentor", "2026-08-25", "Gott samarbete."),
            ],
            "answers": answers("Carina", "Pontus"),
            "assessed": [("Carina", ALL, {}), ("Pontus", ALL, {})],
            "outcome": ("go_on", "2026-04-02"),
            "methods": [
                ("Carina", "kalvesten", {
                    "interview_on": "2026-09-16", "interviewer_1": "Ulf Kompass", "interviewer_2": "Maj Måttband",
                    "interpreter": "Fredrika Fyr", "interpreted_on": "2026-10-08", "feedback_on": "2026-10-15",
                    "strengths": "Trygg i sig själv, minns sin barndom med värme.", "vulnerabilities": "Tar gärna på sig för mycket.",
                    "support_needs": "Någon som frågar hur hon har det.", "suits": "Barn som behöver ork och humor.", "does_not_suit": "Spädbarn, säger hon själv.",
                }, [("child_problems", 1, "Ellens skolstart, väl omhändertagen."), ("bodily_illness", 0, None)]),
                ("Pontus", "kalvesten", {
                    "interview_on": "2026-09-17", "interviewer_1": "Ulf Kompass", "interviewer_2": "Maj Måttband",
                    "interpreter": "Maj Måttband", "interpreted_on": "2026-10-08", "feedback_on": "2026-10-15",
                    "interpreter_reason": "Fredrika Fyr var sjuk och känner Pontus sedan tidigare. Hon har läst tolkningen efteråt.",
                    "strengths": "Lugn, håller vad han lovar.", "vulnerabilities": "Säger sent ifrån.",
                    "support_needs": "Korta avstämningar hellre än långa.", "suits": "Barn som vill göra saker med händerna.", "does_not_suit": "Barn som behöver mycket samtal från början.",
                }),
            ],
            "forms": [("own_children", "own_children", {1: "Ellen, hemma i köket", 2: "Jag vill visa hönsen för någon.", 4: "Om barnet får vara med på julafton."})],
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
                ("own_children", None, None, "2026-10-07"),
                ("told_family", None, None, "2026-11-05"),
            ],
            "references": [
                ("work", "Camillas chef", "2026-09-10", "Pålitlig."),
                ("network", "Eriks kusin", "2026-09-11", "Gott hjärta, torra skämt."),
            ],
            "answers": answers("Camilla", "Erik"),
            "assessed": [("Camilla", ALL, {}), ("Erik", ALL, {})],
            "outcome": ("go_on", "2026-06-05"),
            "methods": [
                ("Camilla", "vignettes", {"interview_on": "2026-10-05", "interviewer_1": "Ulf Kompass", "interviewer_2": "Maj Måttband", "vignette_set": 2,
                    "strengths": "Ser barnets sida först.", "vulnerabilities": "Vill vara omtyckt.", "support_needs": "Stöd i att säga nej.", "suits": "Barn sex till tolv år.", "does_not_suit": "Tonåring."},
                    [("c1", 1, None), ("c6", 1, "Förlust av egen syster, väl bearbetad.")]),
                ("Erik", "vignettes", {"interview_on": "2026-10-06", "interviewer_1": "Ulf Kompass", "interviewer_2": "Maj Måttband", "vignette_set": 2,
                    "strengths": "Tålmodig.", "vulnerabilities": "Ovan vid möten.", "support_needs": "Förberedelse före möten.", "suits": "Barn sex till tolv år.", "does_not_suit": "Tonåring."}),
            ],
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
