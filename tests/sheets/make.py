#!/usr/bin/env python3
"""Makes the made-up spreadsheets that the import is tested with.

    python3 make.py          (needs openpyxl 3.1; ods, csv and the bad files need nothing)

Running it again gives the same bytes. Everybody in the files is invented:
family names are trees, berries and tools; telephone numbers are PTS's series
for fiction (070-174 06 05 to 99); personal numbers have birth numbers from
Skatteverket's test series (238, 239, 980, 981, 982).

WHAT THE TESTS EXPECT, counted by hand from the lists below
-----------------------------------------------------------
"unread" are cells that cannot be read, "assumed" cells read with an
assumption. The comment beside every ugly row says what it adds.

familjehem.xlsx   sheet "Familjehem 2026", headings in rows 4 and 5
    30 plain rows: 24 couples (48 carers) + 6 single carers         30 homes  54 carers
    15 ugly rows, of which 2 hold two homes                         17 homes  29 carers
    together                                                        47 homes  83 carers
    unread 7, assumed 11 (one of them a locality in capitals)
    skipped rows: 1 sum, 1 remark, 1 repeated heading
    hidden sheet "Gamla" with 5 old homes, and "Statistik": neither is used

jourhem.ods       sheets "Jourhem" and "Kontaktfamiljer", a heading row each
    Jourhem: 18 homes on two rows each (36 carers), 6 on one row (6 carers),
             4 under the heading "Vilande" (4 carers)               28 homes  46 carers
    Kontaktfamiljer: 14 homes, one carer each                       14 homes  14 carers
    together                                                        42 homes  60 carers
    unread 4, assumed 8
    skipped rows: 1 section, 1 sum; hidden sheet "Avslutade 2019" not used

register.csv      Windows-1252, semicolons, a title and an empty line first
    44 plain rows: all couples                                      44 homes  88 carers
    8 ugly rows, of which 1 holds two homes                          9 homes  14 carers
    together                                                        53 homes  102 carers
    unread 6, assumed 4
    skipped rows: 2 sections, 1 heading, 1 sum, 2 remarks
"""

import io
import pathlib
import struct
import zipfile


HERE = pathlib.Path(__file__).parent
BAD = HERE / "bad"

FAMILIES = """Alm Asp Björk Ek Gran Hassel Lind Lönn Rönn Sälg Tall Ask Bok Avenbok Idegran
Blåbär Hallon Lingon Hjortron Odon Nypon Slånbär Krusbär Smultron Åkerbär Vinbär Fläder Hägg Olvon Måbär
Hammare Hyvel Såg Tång Mejsel Borr Fil Kniv Yxa Spade Skiftnyckel Skruvmejsel Vattenpass Murslev Skyffel
Räfsa Lie Grep Hacka Korp Stämjärn Rasp Städ Blåsbälg Slägga""".split()
GIVEN_A = "Eva Siv Maj Ulla Karin Berit Lena Ingrid Åsa Mona Anna-Lena Gun Doris Viola Märta".split()
GIVEN_B = "Per Olle Sven Bo Lars Nils Göran Kjell Stig Ulf Karl-Erik Åke Tore Bengt Arne".split()
PLACES = [("331 30", "Värnamo", "Värnamo"), ("333 32", "Smålandsstenar", "Gislaved"), ("335 30", "Gnosjö", "Gnosjö"),
          ("342 30", "Alvesta", "Alvesta"), ("567 30", "Vaggeryd", "Vaggeryd"), ("571 31", "Nässjö", "Nässjö")]
STREETS = ["Hyvelvägen", "Lönnstigen", "Hallonbacken", "Tånggatan", "Odongränd", "Filvägen", "Sågargatan"]


def identity(born, birth_number):
    """`born` YYYYMMDD (day + 60 for a co-ordination number), with its Luhn digit."""
    nine = born[2:] + f"{birth_number:03d}"
    total = 0
    for place, figure in enumerate(nine):
        product = int(figure) * (2 if place % 2 == 0 else 1)
        total += product // 10 + product % 10
    return f"{born}-{birth_number:03d}{(10 - total % 10) % 10}"


def person(n, second=False):
    """The n-th invented person's number; nobody shares one."""
    year, month, day = 1956 + n % 36, 1 + n % 12, 1 + n % 28
    return identity(f"{year}{month:02d}{day:02d}", [238, 239, 980][n // 60 % 3] if not second else [981, 982][n // 60 % 2])


def phone(n):
    last = 605 + n % 95
    return f"070-174 0{last // 100} {last % 100:02d}"


def pack(parts, path, stored=()):
    """A zip with the same bytes every time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            file.writestr(info, data)
    path.write_bytes(buffer.getvalue())


def save(workbook, path):
    """openpyxl's file with its clock taken out."""
    buffer = io.BytesIO()
    workbook.save(buffer)
    import re
    with zipfile.ZipFile(buffer) as file:
        parts = [(name, file.read(name)) for name in file.namelist()]
    parts = [(name, re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-01-01T00:00:00Z", data) if name.startswith("docProps/") else data)
             for name, data in parts]
    pack(parts, path)


# --- familjehem.xlsx ------------------------------------------------------

HEADINGS_XLSX = ["Nr", "Familjehem", "Personnummer", "Telefon", "Mobil", "E-post", "Adress", "Postnr", "Ort", "Kommun",
                 "Typ", "Platser", "Ålder", "Godkänd", "Reg.kontroll", "Djur", "Rökning", "Bil", "Språk", "Placerade", "Övrigt", "Handläggare"]
GROUPS_XLSX = {"D": ("F", "Kontakt"), "G": ("J", "Bostad"), "K": ("O", "Uppdrag"), "P": ("S", "I hemmet")}


def plain_xlsx(n):
    family, a, b = FAMILIES[n], GIVEN_A[n % 15], GIVEN_B[n % 15]
    single = n % 5 == 4  # 6 of 30
    code, place, municipality = PLACES[n % 6]
    return [n + 1, f"{family} {a}" if single else f"{family} {a} & {b}",
            person(n) if single else f"{person(n)} / {person(n, True)}",
            None, phone(n), f"{family.lower().replace('å', 'a').replace('ä', 'a').replace('ö', 'o')}@exempel.se",
            f"{STREETS[n % 7]} {n + 1}", code, place, municipality,
            ["Familjehem", "familjehem", "Nätverkshem", "Konsulentstött", "SLÄKTINGHEM"][n % 5], 1 + n % 3,
            ["0-6", "7–12 år", "3-10", "13-17"][n % 4], f"20{18 + n % 8}-0{1 + n % 9}-15", f"20{24 + n % 2}-0{1 + n % 9}-01",
            ["hund", "nej", "katt", None][n % 4], ["nej", "Nej", "NEJ"][n % 3], ["ja", "x", "Ja"][n % 3],
            ["svenska", "svenska, finska", None][n % 3], n % 2, None, None]


def ugly_xlsx():
    import datetime
    day = datetime.date


    rows = []
    add = lambda **it: rows.append([it.get(h) for h in HEADINGS_XLSX])  # noqa: E731
    # 1. Two families in a cell, telephones in two parts, one address: +2 homes, 3 carers. (The address goes to both notes.)
    add(**{"Nr": 31, "Familjehem": "Hammare Eva & Per / Hyvel Siv", "Mobil": "070-174 06 40 / 070-174 06 41", "Adress": "Delade gården 1", "Typ": "Familjehem", "Platser": 1})
    # 2. Telephone as number without zero: assumed 1. Personal number as number, 12 figures. 1 carer.
    add(**{"Nr": 32, "Familjehem": "Såg Maj", "Personnummer": int(person(100).replace("-", "")), "Mobil": 701740642, "Typ": "FAMILJEHEM", "Platser": 2})
    # 3. Born 2001-03-05: ten figures as a number have lost the zero: assumed 1. Real dates. 1 carer.
    add(**{"Nr": 33, "Familjehem": "Tång Ulla", "Personnummer": int(identity("20010305", 238).replace("-", "")[2:]), "Mobil": "070-174 06 43 (kvällar)", "Typ": "familjehem", "Godkänd": day(2024, 3, 1), "Reg.kontroll": day(2026, 2, 3)})
    # 4. "mars 2024": assumed 1 (only the month). "240230": unread 1 (no such day). 2 carers.
    add(**{"Nr": 34, "Familjehem": "Mejsel Karin & Göran", "Mobil": "070-174 06 44", "Typ": "Familjehem", "Godkänd": "mars 2024", "Reg.kontroll": "240230"})
    # 5. A date as a bare number: assumed 1. Ages that became a date (7-12): assumed 1. 2 carers.
    add(**{"Nr": 35, "Familjehem": "BORR BERIT & LARS", "Mobil": "070-174 06 45", "Typ": "Familjehem", "Ålder": day(2024, 12, 7), "Godkänd": 45352})
    # 6. Wrong check digit: unread 1. Ages by a word: assumed 1. 1 carer.
    add(**{"Nr": 36, "Familjehem": "Fil Lena", "Personnummer": identity("19800101", 238)[:-1] + str((int(identity("19800101", 238)[-1]) + 1) % 10), "Mobil": "070-174 06 46", "Typ": "Familjehem", "Ålder": "Tonåring"})
    # 7. Birth date only: unread 1. Trailing note in the name. Co-ordination number for the other. 2 carers.
    add(**{"Nr": 37, "Familjehem": "Kniv Ingrid & Nils (flyttar i sommar)", "Personnummer": f"19700512 / {identity('19701063', 239)}", "Mobil": "070-174 06 47", "Typ": "familjehem"})
    # 8. A line in the kind cell that is no kind: unread 1. Two numbers, one without zero as text: assumed 1. 2 carers.
    add(**{"Nr": 38, "Familjehem": "Yxa Åsa & Kjell", "Telefon": "70-174 06 48", "Mobil": "070-174 06 49 (Åsa)", "Typ": "sommarhem"})
    # 9. Two families, one with the family word; kind and places said of both: +2 homes, 3 carers.
    add(**{"Nr": 39, "Familjehem": "Spade Mona & Stig samt Skyffel Doris", "Typ": "Kontaktfamilj", "Platser": 1})
    # 10. A broken formula in places: unread 1. 2 carers.
    add(**{"Nr": 40, "Familjehem": "Räfsa Gun & Ulf", "Mobil": "070-174 06 51", "Typ": "familjehem", "Platser": "=#REF!"})
    # 11. "1-2" places: assumed 1. Approved ahead of today (2027-05-01): assumed 1. 2 carers.
    add(**{"Nr": 41, "Familjehem": "Lie Viola & Åke", "Mobil": "070-174 06 52", "Typ": "familjehem", "Platser": "1-2", "Godkänd": "2027-05-01"})
    # 12. Telephone that is none: unread 1. "röker ibland" is neither yes nor no: assumed 1. 2 carers.
    add(**{"Nr": 42, "Familjehem": "Grep Märta & Tore", "Telefon": "se pärmen", "Mobil": "070-174 06 53", "Typ": "familjehem", "Rökning": "röker ibland"})
    # 13. Co-ordination number, hard spaces, a line break in the address. 2 carers.
    add(**{"Nr": 43, "Familjehem": "Hacka\u00a0Eva & Bengt", "Mobil": "+46 (0)70-174 06 54", "Adress": "Grusvägen 4\n331 30 VÄRNAMO", "Typ": "Jourhem (avtal)"})
    # 14. E-mail that is none: unread 1. "1 mars 2024". 2 carers.
    add(**{"Nr": 44, "Familjehem": "Korp Siv & Arne", "E-post": "korp at exempel", "Mobil": "070-174 06 55", "Typ": "familjehem", "Godkänd": "1 mars 2024"})
    # 15. No kind (the sheet's), a note, and an officer in a column nobody knows. 2 carers.
    add(**{"Nr": 45, "Familjehem": "Stämjärn Maj & Olle", "Övrigt": "Vill ha syskon. Ring först!", "Handläggare": "AK"})
    return rows


def familjehem():
    import openpyxl
    from openpyxl.utils import get_column_letter
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Familjehem 2026"
    sheet["A1"] = "FAMILJEHEM OCH NÄTVERKSHEM"
    sheet.merge_cells("A1:H1")
    sheet["A2"] = "Enheten för familjehem, påhittade uppgifter"
    for first, (last, text) in GROUPS_XLSX.items():
        sheet[f"{first}4"] = text
        sheet.merge_cells(f"{first}4:{last}4")
    for column, text in enumerate(HEADINGS_XLSX, 1):
        sheet.cell(5, column, text)
    at = 6
    ugly = ugly_xlsx()
    for n in range(30):
        for column, value in enumerate(plain_xlsx(n), 1):
            sheet.cell(at, column, value)
        at += 1
        if n == 9:
            at += 2  # empty rows
        if n == 19:
            for column, text in enumerate(HEADINGS_XLSX, 1):
                sheet.cell(at, column, text)  # the headings again, for the printer
            at += 1
    for row in ugly:
        for column, value in enumerate(row, 1):
            if value == "=#REF!":
                cell = sheet.cell(at, column)
                cell.value, cell.data_type = "#REF!", "e"
            elif value is not None:
                cell = sheet.cell(at, column, value)
                if get_column_letter(column) == "N" and value == 45352:
                    cell.number_format = "General"
        at += 1
    at += 1
    sheet.cell(at, 1, "Summa")
    sheet.cell(at, 12, 71)
    at += 2
    sheet.cell(at, 1, "* Uppdaterad av enheten i november")
    old = book.create_sheet("Gamla")
    old.append(["Familj", "Telefon", "Ort"])
    for n in range(50, 55):
        old.append([FAMILIES[n], phone(n), "Värnamo"])
    old.sheet_state = "hidden"
    numbers = book.create_sheet("Statistik")
    for row in [["År", "Antal"], [2024, 41], [2025, 44], [2026, 47]]:
        numbers.append(row)
    save(book, HERE / "familjehem.xlsx")


# --- jourhem.ods ----------------------------------------------------------

ODS_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>"""
ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"
ODS_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


class Day(str):
    """A real date in an ods cell."""


class Tall(str):
    """Text in a cell merged with the one below."""


COVERED = object()


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def ods_cell(value):
    if value is None:
        return "<table:table-cell/>"
    if value is COVERED:
        return "<table:covered-table-cell/>"
    if isinstance(value, Day):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"><text:p>{value}</text:p></table:table-cell>'
    if isinstance(value, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
    spanned = ' table:number-rows-spanned="2" table:number-columns-spanned="1"' if isinstance(value, Tall) else ""
    comment = "<office:annotation><dc:creator>AK</dc:creator><text:p>kommentar som inte är cellens text</text:p></office:annotation>" if value == "Alm" else ""
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
    return f'<table:table-cell office:value-type="string"{spanned}>{comment}{lines}</table:table-cell>'


def ods_sheet(name, rows, hidden=False):
    body = "".join("<table:table-row>" + "".join(ods_cell(it) for it in row) + "</table:table-row>" for row in rows)
    # As LibreOffice ends every sheet: a million empty rows in one line.
    body += '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    return f'<table:table table:name="{name}" table:style-name="{"ta2" if hidden else "ta1"}">{body}</table:table>'


def ods(sheets, path, manifest=ODS_MANIFEST):
    content = ODS_HEAD + "".join(sheets) + ODS_TAIL
    pack([("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.encode()), ("META-INF/manifest.xml", manifest.encode())],
         path, stored=("mimetype",))


def jourhem():
    rows = [["Efternamn", "Förnamn", "Personnr", "Tel", "Adress", "Postnr och ort", "Antal platser", "Ålder", "Utredd", "Husdjur", "Kommentar"]]
    for n in range(18):  # two rows each: the name merged over both, the second carer below
        code, place, _ = PLACES[n % 6]
        rows.append([Tall(FAMILIES[n]), GIVEN_A[n % 15], person(n), phone(n), f"{STREETS[n % 7]} {n + 40}", f"{code} {place}",
                     1 + n % 2, "0-12", Day(f"2023-0{1 + n % 9}-10"), ["hund", "inga"][n % 2], None])
        rows.append([COVERED, GIVEN_B[n % 15], person(n, True), phone(n + 30), None, None, None, None, None, None, None])
    one = [None] * 5
    # 1. "1 mars 2024"; "alla åldrar": assumed 1.
    rows.append(["Hammare", "Eva", person(70), phone(60), "Filvägen 2", "33130 Värnamo", 2, "alla åldrar", "1 mars 2024", None, None])
    # 2. A number cell has lost the telephone's zero: assumed 1. "1/3": unread 1 (no year).
    rows.append(["Hyvel", "Siv", person(71), 701740666, None, None, 1, "0-6", "1/3", None, None])
    # 3. "2023": assumed 1 (only the year). "finns" as an answer to pets is taken as what there is.
    rows.append(["Såg", "Maj", person(72), phone(62), None, None, 1, "7-12", "2023", "finns", None])
    # 4. Two telephones in two lines; postcode that is none: unread 1.
    rows.append(["Tång", "Ulla", person(73), "070-174 06 68\n070-174 06 69 jobbet", None, "Värnamo by", 1, "7-12", "230301", None, "Tar gärna syskon"])
    # 5. Ten figures with a plus would be over a hundred: read as said, born 1912. Ages that are none: unread 1.
    rows.append(["Mejsel", "Karin", "121212+1212", phone(64), None, None, 1, "små och stora", "2023-05-05", None, None])
    # 6. Ten figures without a plus: a carer born 2012, assumed 1 (under 18). Two given as places: "två".
    rows.append(["Borr", "Berit", "121212-1212", phone(65), None, None, "två", "13-17", "2023-05-05", None, None])
    rows.append([None] * 11)
    rows.append(["Vilande"])
    # Under "Vilande": 4 homes; the heading's word goes to their notes.
    rows.append(["Fil", "Lena", person(76), phone(66), None, None, 1, "tonår", "2020-01-01", None, None])  # assumed 1 (word)
    rows.append(["Kniv", "Ingrid", person(77), phone(67), None, None, 1, "0-6", "2020-02-30", None, None])  # unread 1 (no such day)
    rows.append(["Yxa", "Åsa", person(78), phone(68), None, None, 1, "0-6", "maj 2020", None, None])  # assumed 1 (month)
    rows.append(["Spade", "Mona", person(79), phone(69), None, None, "1–2", "0-6", "2020-01-01", None, None])  # assumed 1 (span)
    rows.append(["Totalt", None, None, None, None, None, 40])
    contact = [["Namn", "Telefon", "Ort", "Ålder", "Bil", "Språk"]]
    for n in range(14):
        text = f"{GIVEN_A[n]} {FAMILIES[30 + n]}"
        contact.append([text.upper() if n == 3 else text.lower() if n == 4 else text, phone(75 + n) if n != 6 else 70174068 * 10 + 6,  # n == 6: assumed 1 (zero)
                        PLACES[n % 6][1], "3-10 år", "ja", "svenska / arabiska" if n == 2 else None])
    old = [["Namn", "Telefon"]] + [[f"{GIVEN_A[n]} {FAMILIES[50 + n]}", phone(n)] for n in range(4)]
    ods([ods_sheet("Jourhem", rows), ods_sheet("Kontaktfamiljer", contact), ods_sheet("Avslutade 2019", old, hidden=True)], HERE / "jourhem.ods")


# --- register.csv ---------------------------------------------------------

def register():
    head = "Namn;Adress;Telefonnummer;Mail;Hemkommun;Slag;Antal barn;Ålder från;Ålder till;Medgivande;Registerutdrag;Röker;Anteckningar"
    lines = ["Register över våra hem (påhittat);;;;;;;;;;;;", "", head]

    def plain(n):
        code, place, municipality = PLACES[n % 6]
        family = FAMILIES[n]
        return ";".join([f"{GIVEN_A[n % 15]} och {GIVEN_B[n % 15]} {family}", f"{STREETS[n % 7]} {n + 1}, {code} {place}", phone(n),
                         f"hem{n}@exempel.se", f"{municipality} kommun", ["Familjehem", "familjehem", "FH", "Nätverkshem"][n % 4], str(1 + n % 3),
                         str(n % 6), str(8 + n % 8), f"{1 + n % 28}/{1 + n % 12} 20{18 + n % 7}", f"2{4 + n % 2}0{1 + n % 9}15", ["nej", "Nej", "röker ej"][n % 3],
                         ["", "", "Vill ha korta uppdrag, helst helger"][n % 3]])

    lines += [plain(n) for n in range(20)]
    lines += ["", head]  # the headings again
    lines += [plain(n) for n in range(20, 40)]
    lines += [";" * 12, "JOURHEM;;;;;;;;;;;;"]
    # Under "JOURHEM", without a kind of their own: 4 plain.
    lines += [";".join("" if at == 5 else it for at, it in enumerate(plain(n).split(";"))) for n in range(40, 44)]
    lines += ["Avslutade;;;;;;;;;;;;"]
    ugly = [
        # 1. Two homes in a cell: +2 homes, 3 carers.
        "Eva och Per Hacka / Siv Korp;;070-174 06 90 / 070-174 06 91;;Gnosjö;Familjehem;1;0;6;;;;",
        # 2. Family first after a comma. A note after the number. 2 carers. Ages swapped for words: unread 1 ("nyfödd").
        "Stämjärn, Maj och Olle;Gården 2;070-174 06 92 (Maj);;Gnosjö;familjehem;2;nyfödd;12;2019-01-02;;;",
        # 3. The date says more than a date: unread 1. Two numbers with whose they are. 2 carers.
        "Ulla Rasp o Sven Rasp;Gården 3;Ulla 070-1740693, Sven 070-1740694;;Gnosjö;familjehem;1;0;5;ok våren 2020;;;",
        # 4. A lost zero: assumed 1. "mars 2021": assumed 1. Home by family name only: 0 carers.
        "Familjen Städ;Gården 4;701740695;;Gnosjö;familjehem;1;0;5;mars 2021;;;",
        # 5. Two e-mails; places that are no count: unread 1. 2 carers.
        "Åsa & Ulf Blåsbälg;Gården 5;070-174 06 96;asa@exempel.se, ulf@exempel.se;Gnosjö;Familjehem;2+1;0;5;;;nej;",
        # 6. One home with two family names or two homes: told, 2 carers. Age too high: unread 1.
        "Lena Slägga / Bo Lie;Gården 6;070-174 06 97;;Gnosjö;Kontaktfam.;1;0;99;;;nej;",
        # 7. A text with a line break and quotation marks; kind not known: unread 1. Year only: assumed 1. 1 carer.
        '"Gun Grep";"Gården 7\n331 30 Värnamo";070-174 06 98;;Gnosjö;utredning;1;0;5;2018;;nej;"Sa ""kanske"" sist; ring igen"',
        # 8. Register check ahead: assumed 1. A number too short: unread 1. 2 carers.
        "Doris och Ulf Räfsa;Gården 8;070-17;;Gnosjö;familjehem;1;0;5;;2027-01-01;;",
    ]
    lines += ugly
    lines += [";;;;;;87;;;;;;"]  # a sum without a word
    lines += ["", "Uppdaterad 2026-10-01 av AK;;;;;;;;;;;;", "* = ring efter kl 17;;;;;;;;;;;;"]
    (HERE / "register.csv").write_bytes(("\r\n".join(lines) + "\r\n").encode("cp1252"))


# --- bad ------------------------------------------------------------------

XLSX_TYPES = b"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"""
XLSX_RELS = b"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""


def xlsx_parts(sheet_data, sheets=1, strings=None, date1904=False, before=b""):
    names = "".join(f'<sheet name="Blad{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, sheets + 1))
    setting = '<workbookPr date1904="1"/>' if date1904 else ""
    book = f'<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{setting}<sheets>{names}</sheets></workbook>'
    rels = "".join(f'<Relationship Id="rId{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in range(1, sheets + 1))
    parts = [("[Content_Types].xml", XLSX_TYPES), ("_rels/.rels", XLSX_RELS), ("xl/workbook.xml", book.encode()),
             ("xl/_rels/workbook.xml.rels", f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>'.encode())]
    if strings is not None:
        parts.append(("xl/sharedStrings.xml", strings))
    for n in range(1, sheets + 1):
        parts.append((f"xl/worksheets/sheet{n}.xml", b'<?xml version="1.0"?>' + before + b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + sheet_data + b"</sheetData></worksheet>"))
    return parts


def text_cell(place, text):
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'.encode()


def bad():
    BAD.mkdir(exist_ok=True)
    head = b'<row r="1">' + text_cell("A1", "Namn") + text_cell("B1", "Telefon") + b"</row>"
    # Unpacks to 300 MB of spaces between two tags.
    pack(xlsx_parts(head + b" " * (300 * 1024 * 1024)), BAD / "bomb.xlsx")
    # The same, said to be small both where the part stands and in the list of parts.
    data = bytearray((BAD / "bomb.xlsx").read_bytes())
    for mark, at in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)]:
        place = data.find(mark)
        while place >= 0:
            size = struct.unpack_from("<I", data, place + at)[0]
            if size > 1_000_000:
                struct.pack_into("<I", data, place + at, 1_000)
            place = data.find(mark, place + 4)
    (BAD / "lying-sizes.xlsx").write_bytes(data)
    # 3,000 parts.
    pack(xlsx_parts(head) + [(f"xl/media/{n}.bin", b"") for n in range(3_000)], BAD / "many-parts.xlsx")
    pack(xlsx_parts(head + b'<row r="1048576">' + text_cell("XFD1048576", "x") + b"</row>"), BAD / "far-cell.xlsx")
    pack(xlsx_parts(b'<row r="1">' + text_cell("A1", "Namn") + text_cell("XFD1", "x") + b"</row>"), BAD / "far-column.xlsx")
    pack(xlsx_parts(head, sheets=51), BAD / "many-sheets.xlsx")
    # 60 million letters in a cell; 1 GB would not even pass the first count.
    pack(xlsx_parts(b'<row r="1">' + text_cell("A1", "Namn") + text_cell("B1", "x" * 60_000_000) + b"</row>"), BAD / "long-cell.xlsx")
    # One text used in every cell; as many texts as fit; a number of texts that is a lie.
    rows = b"".join(b'<row r="%d">%s</row>' % (n, b'<c t="s"><v>0</v></c>' * 30) for n in range(1, 15_001))
    strings = b'<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><t>' + b"x" * 30_000 + b"</t></si></sst>"
    pack(xlsx_parts(rows, strings=strings), BAD / "shared-text.xlsx")
    many = b'<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + b"<si><t>x</t></si>" * 11_000_000 + b"</sst>"
    pack(xlsx_parts(head, strings=many), BAD / "many-texts.xlsx")
    said = b'<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="900000000000"></sst>'
    pack(xlsx_parts(head, strings=said), BAD / "said-texts.xlsx")
    laughs = b'<!DOCTYPE lolz [<!ENTITY a "' + b"ha" * 10 + b'">' + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(10)) + b"]>"
    pack(xlsx_parts(b'<row r="1"><c r="A1" t="inlineStr"><is><t>&k;</t></is></c></row>', before=laughs), BAD / "laughs.xlsx")
    good = io.BytesIO()
    pack(xlsx_parts(head), BAD / "empty-workbook.xlsx")
    whole = (BAD / "empty-workbook.xlsx").read_bytes()
    (BAD / "cut-off.xlsx").write_bytes(whole[: len(whole) * 2 // 3])
    pack(xlsx_parts(b""), BAD / "empty-workbook.xlsx")
    del good
    pack(xlsx_parts(head + b'<row r="2">' + text_cell("A2", "Alm") + b"</row><row r=\"3\"><c r=\"A3\"><v>1</v>"), BAD / "broken-xml.xlsx")
    (BAD / "web-page.xlsx").write_bytes("\ufeff<html><head><title>Export</title></head><body><table><tr><td>Namn</td></tr></table></body></html>".encode())
    # Formulas: one counted out, one never counted out, one that would run a program in a spreadsheet.
    formulas = (b'<row r="2">' + text_cell("A2", "Alm") + b'<c r="B2"><f>1+1</f><v>2</v></c><c r="C2"><f>SUM(A1:A9)</f></c>'
                + b'<c r="D2" t="str"><f>cmd|"/c calc"!A1</f><v>=cmd|x</v></c></row>')
    pack(xlsx_parts(head + formulas), BAD / "formulas.xlsx")
    pack(xlsx_parts(head + b'<row r="2">' + text_cell("A2", "Alm") + b'<c r="B2"><v>43890</v></c></row>', date1904=True), BAD / "dates-1904.xlsx")
    # The old container: with the stream a protected xlsx has, and without.
    compound = bytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + bytes(1_016)
    (BAD / "protected.xlsx").write_bytes(compound + "EncryptedPackage".encode("utf-16-le") + bytes(512))
    (BAD / "old.xls").write_bytes(compound + "Workbook".encode("utf-16-le") + bytes(512))
    (BAD / "empty.xlsx").write_bytes(b"")
    (BAD / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(64))
    (BAD / "paper.csv").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    (BAD / "broken-letters.csv").write_bytes("Namn;Ort\nÅsa;Nässjö\n".encode() + b"\xc3(;x\n")
    (BAD / "long-line.csv").write_bytes(b"Namn;Telefon\n" + b"x;" * 300 + b"x\n")
    # Right content under a wrong name: these are read.
    (BAD / "really-csv.xlsx").write_bytes(b"Namn;Telefon\r\nAlm;070-174 06 05\r\n")
    pack(xlsx_parts(head + b'<row r="2">' + text_cell("A2", "Alm") + b"</row>"), BAD / "really-xlsx.csv")
    # A letter and a book in OpenDocument, and repeats.
    text = ODS_HEAD.replace("office:spreadsheet>", "office:text>") + "</office:text></office:body></office:document-content>"
    pack([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", text.encode()), ("META-INF/manifest.xml", ODS_MANIFEST.encode())], BAD / "letter.ods", stored=("mimetype",))
    cell = '<table:table-cell office:value-type="string"{}><text:p>x</text:p></table:table-cell>'
    ods(['<table:table table:name="Blad1"><table:table-row table:number-rows-repeated="1000000">' + cell.format("") + "</table:table-row></table:table>"], BAD / "repeated-rows.ods")
    ods(['<table:table table:name="Blad1"><table:table-row>' + cell.format(' table:number-columns-repeated="4000000000"') + "</table:table-row></table:table>"], BAD / "repeated-cells.ods")
    # Inside both limits, and still 4 million cells.
    ods(['<table:table table:name="Blad1"><table:table-row table:number-rows-repeated="20000">' + cell.format(' table:number-columns-repeated="200"') + "</table:table-row></table:table>"], BAD / "repeated-both.ods")
    ods(['<table:table table:name="Blad1"><table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="4000000000"/>b</text:p></table:table-cell></table:table-row></table:table>'], BAD / "repeated-spaces.ods")
    locked = ODS_MANIFEST.replace("/></manifest:manifest>", '><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry></manifest:manifest>')
    pack([("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"\x01\x02\x03"), ("META-INF/manifest.xml", locked.encode())], BAD / "protected.ods", stored=("mimetype",))
    laughing = ODS_HEAD.replace("?>\n", "?>" + laughs.decode(), 1) + "&k;" + ODS_TAIL
    pack([("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", laughing.encode()), ("META-INF/manifest.xml", ODS_MANIFEST.encode())], BAD / "laughs.ods", stored=("mimetype",))


if __name__ == "__main__":
    familjehem()
    jourhem()
    register()
    bad()
