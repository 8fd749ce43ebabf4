"""Who works in the practice unit, and its homes for lasting care. The rest: other_homes.py.

    people   given name, role, born, sex, more (family, work, check, moved_in)
    scopes   care, ages, places, decided, paragraph, more
    wishes   strength, words, who said it, when
    can      need, level, how we know, when, words, measure, source
    notes    day, kind, words, who wrote (ulf unless told)
    taken    municipality, places, from, to
    checks   when every register answered about everybody; `checks_but` what differs

A fact that begins with "?" is a gap, and says which.
"""

USERS = {
    "maj": {
        "name": "Maj Måttband",
        "role": "supervisor",
        "title": "Enhetschef",
        "phone": "08-465 004 10",
        "email": "maj.mattband@bjorkvik.example",
    },
    "ulf": {
        "name": "Ulf Kompass",
        "role": "recruiter",
        "title": "Familjehemshandläggare",
        "phone": "08-465 004 11",
        "email": "ulf.kompass@bjorkvik.example",
    },
}

BJORKVIK = ("Björkvik", "Björkvik", "999 10")
AMALA = ("Åmåla", "Björkvik", "999 12")
SJOBACKA = ("Sjöbacka", "Björkvik", "999 14")
LILLHED = ("Lillhed", "Björkvik", "999 15")
GRANLIDEN = ("Granliden", "Granvik", "999 31")
FURUAS = ("Furuås", "Furuås", "999 40")
ALGSUND = ("Älgsund", "Älgsund", "999 52")

HOMES = [
    # Free places: 1. With Yxa equal for Viggo; a placed child of ten.
    {
        "key": "ronnbar",
        "name": "Familjen Rönnbär",
        "kind": "familjehem",
        "street": "Ängsstigen 4",
        "place": AMALA,
        "since": "2024-02-05",
        "investigated": "2024-04-16",
        "people": [
            ("Karin", "carer", "1979-05-12", "f", {"work": "Undersköterska, 75 %"}),
            ("Anders", "carer", "1977-09-03", "m", {"work": "Snickare"}),
            ("Lovisa", "own_child", "2010-11-21", "f"),
        ],
        "scopes": [("familjehem", (6, 13), 2, "2024-04-16", "§ 41")],
        "checks": "2026-09-08",
        "facts": {"rooms": "6", "own_room": "ja", "pets": "inga djur", "smoking": "nej", "car": "ja", "languages": "svenska", "daytime": "deltid", "accessible": "delvis"},
        "wishes": [
            ("limit", "Högst två placerade barn samtidigt.", "Karin", "2026-09-02"),
            ("could_imagine", "Barn som behöver stöd i skolan.", "Anders", "2026-09-02"),
        ],
        "can": [
            ("kept_school", "yes", "seen", "2026-03-10", "Skolbussen från Åmålaskolan stannar vid grinden."),
            ("adhd", "yes", "seen", "2025-03-18", "Höll fast vid schema och bildstöd med Elsa hela första vintern."),
            ("home_after_school", "with_support", "stated", "2026-09-02", "Karin slutar tidigt tre dagar av fem.", "Fritids två dagar i veckan; kommunen ordnar platsen."),
            ("calm_evenings", "yes", "stated", "2026-09-02", "Middag klockan fem, skärmarna bort klockan sju."),
            ("cat", "no", "stated", "2026-09-02", "Lovisa är allergisk mot katt."),
            ("parent_cooperation", "yes", "seen", "2026-05-06", "Elsas mamma fikar i köket varannan söndag."),
            ("long_term", "yes", "stated", "2026-09-02", "Räknar med att Elsa stannar tills hon är vuxen."),
        ],
        "notes": [
            ("2024-08-20", "visit", "Elsa flyttade in. Anders hade byggt en bokhylla i rätt höjd."),
            ("2025-03-18", "visit", "Uppföljning. Elsa läser högt för Karin varje kväll. Skolan märker skillnad."),
            ("2026-03-10", "visit", "Uppföljning. Familjen har plats för ett barn till sedan Lovisas gamla rum målats om."),
            ("2026-09-02", "call", "Karin ringde. De tar gärna ett barn till, helst i låg- eller mellanstadiet. Hon har gått ner i tid."),
        ],
        "text": "Villa i två plan vid skogsbrynet, gångavstånd till Åmålaskolan.\n\nKarin är den som håller i scheman och skolkontakt, Anders tar hand om kvällar och snickrar gärna med barnen. Lovisa går i nian och har varit med i alla samtal om att ta emot barn.",
        "text_before": [("2024-04-16", "Villa i två plan vid skogsbrynet, gångavstånd till Åmålaskolan.")],
    },
    # Free places: 1. Equal to Rönnbär for Viggo; an own child of ten; a remark that was accepted.
    {
        "key": "yxa",
        "name": "Familjen Yxa",
        "kind": "familjehem",
        "street": "Kvarngatan 11",
        "place": BJORKVIK,
        "since": "2025-01-14",
        "investigated": "2025-05-20",
        "people": [
            ("Birgitta", "carer", "1983-02-27", "f", {"work": "Lärare i textilslöjd"}),
            ("Tomas", "carer", "1982-06-08", "m", {"work": "Arbetar hemifrån, översättare"}),
            ("Sixten", "own_child", "2016-07-19", "m"),
        ],
        "scopes": [("familjehem", (4, 12), 1, "2025-05-20", "§ 63")],
        "checks": "2026-08-25",
        "checks_but": {
            ("Tomas", "kronofogden"): {
                "received_on": "2026-08-25",
                "result": "remark",
                "assessment": "Gammal skuld från en avslutad firma, betald 2021. Ekonomin är ordnad; godtas.",
                "decision": "accepted",
            }
        },
        "facts": {"rooms": "5", "own_room": "ja", "pets": "en katt", "smoking": "nej", "car": "ja", "languages": "svenska, finska", "daytime": "heltid", "accessible": "nej"},
        "wishes": [("could_imagine", "Ett barn som är yngre än Sixten eller jämngammalt.", "Tomas", "2026-08-25")],
        "can": [
            ("kept_school", "yes", "stated", "2026-08-25", "Tolv minuter med bil till Åmålaskolan; Tomas kör."),
            ("adhd", "with_support", "seen", "2026-02-12", "Gick bra vid avlastningshelgerna i vintras när vardagen var planerad.", "Handledning varannan vecka under det första halvåret."),
            ("home_after_school", "yes", "stated", "2026-08-25", "Tomas arbetar hemifrån."),
            ("calm_evenings", "yes", "assessed", "2025-05-20", "Fasta kvällar, framgår av båda djupintervjuerna."),
            ("cat", "yes", "stated", "2026-08-25", "Katten Kardemumma delar gärna soffan."),
            ("language", "yes", "stated", "2026-08-25", "Finska i hemmet."),
        ],
        "notes": [
            ("2025-05-20", "meeting", "Medgivandet gick igenom. Familjen bjöd på bullar.", "maj"),
            ("2026-02-12", "visit", "Andra avlastningshelgen med ett barn från Granvik. Lugnt, tydligt, varmt."),
            ("2026-08-25", "call", "Årligt samtal. Redo för ett uppdrag. Sixten längtar efter sällskap."),
        ],
        "text": "Radhus mitt i Björkvik med trädgård mot ån. Birgitta har sommarlov, Tomas finns hemma alla vardagar.",
    },
    # Free places: 1. An answer that is seven months old, and an older one that says otherwise.
    {
        "key": "dimma",
        "name": "Familjen Dimma",
        "kind": "familjehem",
        "street": "Strandvägen 2",
        "place": SJOBACKA,
        "since": "2023-12-04",
        "investigated": "2024-03-19",
        "people": [
            ("Solveig", "carer", "1971-08-30", "f", {"work": "Bibliotekarie, halvtid"}),
        ],
        "scopes": [("familjehem", (7, 15), 1, "2024-03-19", "§ 28")],
        "checks": "2026-10-06",
        "facts": {"rooms": "4", "own_room": "ja", "pets": "?not_asked", "smoking": "nej", "car": "ja", "languages": "svenska", "daytime": "deltid", "accessible": "ja"},
        "wishes": [
            ("limit", "Inte spädbarn.", "Solveig", "2024-03-19"),
            ("could_imagine", "Umgänge hemma hos henne.", "Solveig", "2026-10-06"),
        ],
        "can": [
            ("kept_school", "with_support", "stated", "2026-10-06", "Fjorton kilometer till Åmålaskolan; bussen går för sent.", "Skolskjuts är beviljad i princip, beslut följer placeringen."),
            ("adhd", "yes", "stated", "2026-04-20", "Har läst på och gått kommunens kväll om adhd."),
            ("adhd", "with_support", "stated", "2025-06-02", "Tvekade då, ville ha någon att ringa."),
            ("home_after_school", "yes", "stated", "2026-10-06", "Hemma från klockan två."),
            ("cat", "yes", "stated", "2026-10-06", "Det har alltid funnits katt i huset."),
            ("contact_at_home", "yes", "stated", "2026-10-06", "Stora rummet kan användas."),
        ],
        "notes": [
            ("2025-11-03", "call", "Flickan som bott här har flyttat hem enligt plan. Solveig vill vila över jul."),
            ("2026-10-06", "visit", "Hembesök. Rummet är klart. Frågade inte om djur den här gången."),
        ],
        "text": "Litet hus vid sjön. Solveig har haft två uppdrag genom åren och vet vad hon ger sig in i.",
    },
    # Free places: 1. What was said about adhd is too old to count; where it lies does not age.
    {
        "key": "spade",
        "name": "Familjen Spade",
        "kind": "familjehem",
        "street": "Backen 7",
        "place": GRANLIDEN,
        "since": "2024-09-09",
        "investigated": "2025-01-21",
        "people": [
            ("Margareta", "carer", "1974-12-01", "f", {"work": "Trädgårdsmästare"}),
            ("Lennart", "carer", "1970-03-15", "m", {"work": "Bussförare"}),
        ],
        "scopes": [("familjehem", (5, 12), 1, "2025-01-21", "§ 7")],
        "checks": "2026-08-11",
        "facts": {"rooms": "5", "own_room": "ja", "pets": "två höns", "smoking": "utomhus", "car": "ja", "languages": "svenska", "daytime": "?unknown", "accessible": "nej"},
        "wishes": [("could_imagine", "Ett barn som tycker om att vara ute.", "Margareta", "2025-09-15")],
        "can": [
            ("kept_school", "yes", "stated", "2025-09-15", "Lennart kör linjen förbi både Åmålaskolan och Hedskolan."),
            ("adhd", "yes", "stated", "2025-09-15", "Ett syskonbarn har adhd och är ofta där."),
            ("calm_evenings", "yes", "stated", "2026-08-11", "Tidiga morgnar, tidiga kvällar."),
            ("home_after_school", "yes", "stated", "2026-08-11", "Margareta är hemma från tre."),
            ("cat", "with_support", "stated", "2026-08-11", "Går bra om hönsen får vara i fred."),
            ("parent_cooperation", "yes", "assessed", "2025-01-21", "Referens från Granvik talar väl om samarbetet."),
            ("school_support", "yes", "stated", "2026-08-11", "Läxor vid köksbordet."),
        ],
        "notes": [
            ("2025-09-15", "call", "Långt samtal om vad de kan tänka sig."),
            ("2026-08-11", "call", "Registerkontrollerna är klara. De undrar när det blir dags."),
        ],
        "text": "Gård med växthus på gränsen mot Björkvik. Har varit avlastning åt Granvik; första egna uppdraget för oss.",
    },
    # Free places: 2, the only home with room for two brothers or sisters.
    {
        "key": "hagel",
        "name": "Familjen Hagel",
        "kind": "familjehem",
        "street": "Hedvägen 20",
        "place": LILLHED,
        "since": "2024-05-20",
        "investigated": "2024-10-15",
        "people": [
            ("Jenny", "carer", "1986-04-04", "f", {"work": "Förskollärare, tjänstledig"}),
            ("Marie", "carer", "1985-10-18", "f", {"work": "Ingenjör"}),
            ("Bo", "adult", "1951-01-09", "m", {"work": "Pensionär, bor i lillstugan"}),
        ],
        "scopes": [("familjehem", (0, 14), 2, "2024-10-15", "§ 97")],
        "checks": "2026-09-22",
        "facts": {"rooms": "7", "own_room": "ja", "pets": "en hund", "smoking": "nej", "car": "ja", "languages": "svenska, teckenspråk", "daytime": "heltid", "accessible": "ja"},
        "wishes": [
            ("could_imagine", "Syskon.", "Marie", "2026-09-22"),
            ("limit", "Inget uppdrag med mer än två umgängen i veckan.", "Jenny", "2026-09-22"),
        ],
        "can": [
            ("siblings_together", "yes", "stated", "2026-09-22", "Två rum bredvid varandra."),
            ("short_notice", "yes", "stated", "2026-09-22", "Jenny är hemma hela hösten och våren."),
            ("contact_travel", "yes", "stated", "2026-09-22", "Två bilar."),
            ("trauma", "with_support", "assessed", "2024-10-15", "Har gått grundutbildningen; vill ha handledning.", "Handledning genom enheten varannan vecka."),
            ("kept_school", "yes", "stated", "2026-09-22", "Kan köra till Åmålaskolan; tjugo minuter."),
            ("adhd", "with_support", "stated", "2026-09-22", "Vill gärna, men vill inte stå ensamma."),
            ("home_after_school", "yes", "stated", "2026-09-22", "Alltid någon hemma."),
            ("calm_evenings", "yes", "stated", "2026-09-22", "Bo läser sagor."),
            ("cat", "no", "stated", "2026-09-22", "Hunden jagar katter."),
            ("health_visits", "yes", "stated", "2026-09-22", "Vana från förskolan."),
        ],
        "notes": [
            ("2026-06-11", "meeting", "De två pojkarna flyttade till sin pappa enligt plan. Fint avslut med tårta och fotobok.", "maj"),
            ("2026-09-22", "visit", "Årlig uppföljning. Båda rummen står klara."),
        ],
        "text": "Stor gammal skola som blivit bostad. Gott om plats, ute som inne. Bo är Jennys far och bor på tomten.",
    },
    # Free places: 1. Concluded eleven days ago; little is known yet (see families.py).
    {
        "key": "salg",
        "name": "Familjen Sälg",
        "kind": "familjehem",
        "street": "Smedgränd 3",
        "place": AMALA,
        "since": "2026-05-18",
        "investigated": "2026-11-12",
        "people": [
            ("Camilla", "carer", "1988-07-23", "f", {"work": "Receptionist"}),
            ("Erik", "carer", "1987-01-30", "m", {"work": "Elektriker"}),
            ("Hedda", "own_child", "2014-02-02", "f"),
        ],
        "scopes": [("familjehem", (6, 12), 1, "2026-11-12", "§ 118")],
        "checks": "2026-09-29",
        "facts": {"rooms": "4", "own_room": "ja", "pets": "inga djur", "smoking": "nej", "car": "ja", "languages": "svenska", "daytime": "nej", "accessible": "?not_asked"},
        "wishes": [("could_imagine", "Ett barn som är yngre än Hedda.", "Camilla", "2026-11-12")],
        "can": [
            ("kept_school", "yes", "assessed", "2026-11-12", "Hedda går i samma skola."),
            ("calm_evenings", "yes", "assessed", "2026-11-12", "Framgår av hemutredningen."),
        ],
        "notes": [("2026-11-12", "meeting", "Hemutredningen avslutad i dag. Nytt hem, ring och fråga om det som saknas.", "maj")],
        "text": "Nytt hem. Lägenhet på markplan med egen täppa.",
    },
    # Full: one of ours and two of others. A no that was seen.
    {
        "key": "hammare",
        "name": "Familjen Hammare",
        "kind": "familjehem",
        "street": "Byvägen 1",
        "place": BJORKVIK,
        "since": "2023-11-06",
        "investigated": "2023-11-14",
        "people": [
            ("Gun", "carer", "1966-02-11", "f", {"work": "Familjehemsförälder"}),
            ("Roland", "carer", "1964-10-26", "m", {"work": "Lantbrukare"}),
        ],
        "scopes": [("familjehem", (0, 17), 3, "2023-11-14", "§ 112")],
        "checks": "2026-09-01",
        "taken": [("Granvik", 1, "2025-02-03", None), ("Furuås", 1, "2025-08-18", None)],
        "facts": {"rooms": "9", "own_room": "ja", "pets": "hundar, katter, hästar", "smoking": "nej", "car": "ja", "languages": "svenska", "daytime": "heltid", "accessible": "delvis"},
        "wishes": [("limit", "Aldrig fler än tre.", "Gun", "2026-09-01")],
        "can": [
            ("outgoing_behaviour", "yes", "seen", "2026-03-24", "Roland och Frans har hittat ett sätt att gå ut och lugna sig."),
            ("adhd", "yes", "seen", "2025-10-14", "Vardagen på gården passar."),
            ("kept_school", "no", "seen", "2025-10-14", "För långt till Åmåla, prövat en termin."),
            ("independence", "yes", "stated", "2026-09-01", "Alla har sina sysslor."),
        ],
        "notes": [
            ("2024-10-14", "visit", "Frans kom med två kassar. Roland visade hästarna först."),
            ("2025-10-14", "visit", "Uppföljning. Frans kör fyrhjulingen på åkern och skrattar."),
            ("2026-03-24", "call", "Bråk i skolan, bra hanterat hemma."),
            ("2026-09-01", "call", "Fullt och lagom. Gun säger ifrån i god tid, det är bra."),
        ],
        "text": "Gård med djur. Tre barn från tre kommuner; tänk på anmälan till Ivo om det blir fler.",
    },
    # A pause that ends next week.
    {
        "key": "lonn",
        "name": "Familjen Lönn",
        "kind": "familjehem",
        "street": "Södra vägen 9",
        "place": FURUAS,
        "since": "2023-11-20",
        "investigated": "2023-12-12",
        "people": [
            ("Peter", "carer", "1968-06-06", "m", {"work": "Rektor"}),
            ("Eva", "carer", "1969-11-11", "f", {"work": "Kurator"}),
        ],
        "scopes": [("familjehem", (10, 18), 1, "2023-12-12", "§ 125")],
        "checks": "2026-10-13",
        "pauses": [("2025-09-15", "2025-12-31", "Vila efter sammanbrottet."), ("2026-10-01", "2026-11-30", "Evas mor är sjuk.")],
        "facts": {"rooms": "6", "own_room": "ja", "pets": "inga djur", "smoking": "nej", "car": "ja", "languages": "svenska, engelska", "daytime": "nej", "accessible": "nej"},
        "wishes": [("could_imagine", "Tonåring med egna intressen.", "Eva", "2026-03-03")],
        "can": [
            ("independence", "yes", "seen", "2025-06-10", "Leo lagade middag varje onsdag."),
            ("outgoing_behaviour", "no", "seen", "2025-09-15", "Det var det som inte höll."),
            ("outgoing_behaviour", "with_support", "stated", "2026-03-03", "Vill försöka igen med stöd."),
        ],
        "notes": [
            ("2025-09-15", "meeting", "Samtal efter att Leo flyttat. Ingen förebrår någon. De vill vila.", "maj"),
            ("2026-03-03", "visit", "De vill vara med igen. Pratade länge om vad de behöver."),
            ("2026-10-01", "call", "Paus till sista november."),
        ],
    },
    # Protected home, protected child.
    {
        "key": "snofall",
        "name": "Familjen Snöfall",
        "kind": "familjehem",
        "protected": 1,
        "street": "Postbox 3",
        "place": (None, None, None),
        "since": "2025-02-17",
        "investigated": "2025-04-15",
        "people": [
            ("Agneta", "carer", "1976-03-08", "f"),
            ("Nils", "carer", "1978-12-19", "m"),
        ],
        "scopes": [("familjehem", (5, 12), 1, "2025-04-15", "§ 44")],
        "checks": "2026-10-20",
        "facts": {"own_room": "ja", "pets": "inga djur", "smoking": "nej", "car": "ja", "languages": "?not_relevant"},
        "can": [
            ("close_supervision", "yes", "seen", "2026-04-28", "Följer skyddsplanen utan att göra vardagen trång."),
            ("trauma", "yes", "assessed", "2025-04-15", "Särskild utbildning."),
        ],
        "notes": [("2026-10-28", "visit", "Övervägande förberett. Barnet mår bra och har börjat simma.", "maj")],
        "text": "Skyddade personuppgifter. All kontakt går genom enhetschefen.",
    },
    # Over-full on purpose: approved for one, two live there.
    {
        "key": "taljkniv",
        "name": "Familjen Täljkniv",
        "kind": "familjehem",
        "street": "Sågvägen 16",
        "place": LILLHED,
        "since": "2024-11-11",
        "investigated": "2025-03-18",
        "people": [
            ("Ingrid", "carer", "1973-01-17", "f", {"work": "Distriktssköterska"}),
            ("Per", "carer", "1972-05-29", "m", {"work": "Slöjdlärare"}),
            ("Malva", "own_child", "2009-09-09", "f"),
        ],
        "scopes": [("familjehem", (8, 16), 1, "2025-03-18", "§ 31", {"conditions": "Ett barn. Utökning för syskonet Hjortron prövas när det större rummet är klart."})],
        "checks": "2026-09-15",
        "facts": {"rooms": "5", "own_room": "delas", "pets": "en kanin", "smoking": "nej", "car": "ja", "languages": "svenska", "daytime": "deltid", "accessible": "nej"},
        "wishes": [("could_imagine", "Att båda syskonen får stanna.", "Ingrid", "2026-09-15")],
        "can": [
            ("siblings_together", "with_support", "seen", "2026-05-20", "Delar rum och trivs, men det är trångt.", "Större rum klart till våren; medgivandet utökas."),
            ("health_visits", "yes", "seen", "2026-05-20", "Följer med på allt."),
            ("adhd", "with_support", "stated", "2026-09-15", "Med handledning."),
        ],
        "notes": [
            ("2025-12-01", "visit", "Noel och Tuva flyttade in tillsammans. Undantag från medgivandet beslutades samma dag.", "maj"),
            ("2026-05-20", "visit", "Uppföljning och övervägande. Syskonen vill vara kvar."),
            ("2026-09-15", "call", "Per visade ritningen till det nya rummet."),
        ],
    },
    # Paused over the start day.
    {
        "key": "asp",
        "name": "Familjen Asp",
        "kind": "familjehem",
        "street": "Aspnäs 5",
        "place": SJOBACKA,
        "since": "2024-01-22",
        "investigated": "2024-06-18",
        "people": [
            ("Linda", "carer", "1990-08-14", "f", {"work": "Frisör"}),
            ("Johan", "carer", "1989-02-05", "m", {"work": "Brandman"}),
        ],
        "scopes": [("familjehem", (3, 12), 1, "2024-06-18", "§ 58")],
        "checks": "2026-08-18",
        "pauses": [("2026-08-18", "2027-01-10", "Väntar barn i december.")],
        "facts": {"rooms": "4", "own_room": "ja", "pets": "en katt", "smoking": "nej", "car": "ja", "languages": "svenska", "daytime": "heltid", "accessible": "nej"},
        "can": [
            ("adhd", "yes", "assessed", "2024-06-18", "Johan leder idrott för barn med adhd."),
            ("kept_school", "yes", "stated", "2026-08-18", "Skolbussen stannar i Aspnäs."),
            ("cat", "yes", "stated", "2026-08-18", "Har katt."),
        ],
        "notes": [("2026-08-18", "call", "Linda väntar barn. Paus till efter nyår, sedan hör de av sig.")],
    },
    # The police registers are too old; the place is used by Älgsund.
    {
        "key": "borr",
        "name": "Familjen Borr",
        "kind": "familjehem",
        "street": "Norrgatan 30",
        "place": ALGSUND,
        "since": "2024-03-04",
        "investigated": "2024-09-17",
        "people": [
            ("Susanne", "carer", "1981-12-24", "f", {"work": "Butikschef"}),
            ("Mikael", "carer", "1980-04-13", "m", {"work": "Lagerarbetare"}),
        ],
        "scopes": [("familjehem", (6, 16), 1, "2024-09-17", "§ 88")],
        "checks": "2026-08-03",
        "checks_but": {
            ("*", "belastningsregistret"): {"received_on": "2026-04-20"},
            ("*", "misstankeregistret"): {"received_on": "2026-04-20"},
        },
        "taken": [("Älgsund", 1, "2025-01-13", None)],
        "facts": {"rooms": "5", "own_room": "ja", "pets": "inga djur", "smoking": "utomhus", "car": "ja"},
        "can": [("adhd", "yes", "stated", "2025-10-30", "Egen son med adhd, nu vuxen.")],
        "notes": [
            ("2025-10-30", "call", "Allt väl. Älgsund är nöjda."),
            ("2026-08-03", "letter", "Svar från Kronofogden och Försäkringskassan. Utdragen från polisen är inte begärda än."),
        ],
    },
]
