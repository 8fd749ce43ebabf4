#!/usr/bin/env python3
"""Makes the practice unit, `unit.jsonl`, from what stands in the files beside it.

    python3 assets/demo/make.py

Who lives where, what was said and when is data: `homes.py`, `other_homes.py`,
`families.py`, `training.py` and `children.py`. This file only turns it into lines of the bundle (see
`assets/bundle.md`), with keys and numbers that are the same each time. It needs
nothing but Python's own library (3.11 or later).

Everybody is made up. Personal numbers are of Skatteverket's published test
series (birth numbers 238, 239, 980–982), telephone numbers of the series that
are kept free for film and theatre (070-174 06 05–99, 08-465 004 00–99),
addresses and e-mail of places that do not exist.
"""

import hashlib
import json
import sys
import tomllib
from datetime import date, datetime, timezone
from pathlib import Path

# A run leaves nothing beside the unit.
sys.dont_write_bytecode = True

from children import CHILDREN, PAPERS, PLACEMENTS
from families import FAMILIES
from homes import HOMES, USERS
from other_homes import ENDED, OTHER_HOMES
from training import TRAINING

HERE = Path(__file__).parent
TODAY = date.fromisoformat((HERE / "today.txt").read_text().strip())
RULES = HERE.parent / "rules"

HEADER = {
    "format": "hemvist-bundle",
    "version": 1,
    "practice": True,
    "municipality": "Björkvik",
    "committee": "Socialnämnden",
}

LETTERHEAD = {
    "unit_lines": "Familjehemsenheten",
    "footer": "Björkviks kommun, Exempelgatan 1, 999 10 Björkvik\nVäxel 08-465 004 00",
    "sign1_name": "Rut Regnmätare",
    "sign1_title": "Socialdirektör",
    "sign2_name": "Maj Måttband",
    "sign2_title": "Enhetschef",
    "distribution": "Familjehemsenheten\nAnsvarig socialsekreterare",
    "template": "neutral",
}
# Who approves homes, by the unit's own rules; nobody has said for contact families.
DELEGATION = [
    {"care": "familjehem", "body": "section", "title": "Sociala utskottet", "point": "3.2", "user": None},
    {"care": "jourhem", "body": "section", "title": "Sociala utskottet", "point": "3.2", "user": None},
    {"care": "natverk", "body": "delegate", "title": "Enhetschef", "point": "3.4", "user": "maj"},
]

# As core's exchange/bundle.rs lists them: parents before children.
TABLES = [
    "user", "setting", "instrument_edition", "home", "person", "scope", "wish", "pause", "taken_place", "home_fact",
    "capability", "note", "recruitment", "step", "register_check", "reference", "answer",
    "assessment", "screening", "household_assessment", "method_record", "method_area",
    "form_answer", "training", "mentor", "supervision", "investigation", "home_review", "child", "need",
    "network_person", "safety_conflict", "placement", "paper", "paper_row", "text_version",
]  # fmt: skip


def rules(name, what):
    with open(RULES / f"{name}.toml", "rb") as file:
        return tomllib.load(file)[what]


AREAS = {it["key"]: it["area"] for it in rules("needs", "need")}
REGISTERS = [it for it in rules("registers", "register") if it["compulsory"]]
FACTS = {it["key"]: it for it in rules("home_facts", "fact")}


class Unit:
    """The rows so far, and the counters that keys and numbers come from."""

    def __init__(self):
        self.rows = {table: [] for table in TABLES}
        self.counter = 0
        self.phones = iter(range(5, 100))
        self.numbers = set()
        self.homes = {}
        self.people = {}
        self.children = {}

    def key(self, day):
        """A UUID of version 7: the day's noon, a running number, and a hash for chance."""
        self.counter += 1
        noon = datetime(*day.timetuple()[:3], 11, tzinfo=timezone.utc)
        milliseconds = int(noon.timestamp() * 1000) + self.counter
        chance = hashlib.sha256(f"hemvist {self.counter}".encode()).hexdigest()
        variant = "89ab"[int(chance[0], 16) % 4]
        text = f"{milliseconds:012x}7{self.counter % 4096:03x}{variant}{chance[1:16]}"
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:32]))

    def add(self, table, day, **values):
        """One row, without the columns that have no value; gives its key."""
        key = self.key(as_day(day))
        row = {"table": table, "id": key} | {k: v for k, v in values.items() if v is not None}
        if table != "text_version":
            row = {"table": table, "id": key, "rev": 1} | row
        self.rows[table].append(row)
        return key

    def investigation(self, recruitment, users, values):
        """A recruitment's investigation has its key; users stand by their short names."""
        named = {k: users[v] if k in ("written_by", "read_by") else v for k, v in values.items()}
        row = {"table": "investigation", "id": recruitment, "rev": 1}
        self.rows["investigation"].append(row | named)

    def phone(self):
        return f"070-174 06 {next(self.phones):02}"

    def number(self, born, sex, coordination=False):
        """A personal number of the test series that nobody else has."""
        born = as_day(born)
        for serial in {"f": (238, 980, 982), "m": (239, 981)}[sex]:
            shown = born.day + (60 if coordination else 0)
            nine = f"{born:%y%m}{shown:02}{serial}"
            twelve = f"{born:%Y}"[:2] + nine + str(check_digit(nine))
            if twelve not in self.numbers:
                self.numbers.add(twelve)
                return twelve
        raise SystemExit(f"no number is left for {born}")


def as_day(text):
    return text if isinstance(text, date) else date.fromisoformat(text)


def check_digit(nine):
    products = (int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(nine))
    return -sum(it // 10 + it % 10 for it in products) % 10


def ascii_name(text):
    return text.lower().translate(str.maketrans("åäöé ", "aaoe-"))


def household(unit, home, name, data):
    family = name.removeprefix("Familjen ")
    names = []
    for person in data["people"]:
        given, role, born, sex = person[:4]
        more = person[4] if len(person) > 4 else {}
        adult = role != "own_child"
        carer = role == "carer"
        key = unit.add(
            "person",
            data["since"],
            home_id=home,
            given_name=given,
            family_name=more.get("family", family),
            personal_number=unit.number(born, sex) if born and adult else None,
            birth_date=born,
            role=role,
            to_check=int(adult and more.get("check", True)),
            protected=data.get("protected", 0),
            phone=unit.phone() if carer and len(names) == 1 and not data.get("protected") else None,
            occupation=more.get("work"),
            moved_in_on=more.get("moved_in"),
        )
        unit.people[data["key"], given] = key
        names.append((given, key, adult and more.get("check", True)))
    return names


def checks(unit, data, names):
    """The usual answer for everybody to be checked, then what differs."""
    usual, differs = data.get("checks"), data.get("checks_but", {})
    for given, person, checked in names:
        if not checked:
            continue
        for register in REGISTERS:
            values = {"received_on": usual} if usual else None
            for who, which in ((given, "*"), ("*", register["key"]), (given, register["key"])):
                if (who, which) in differs:
                    values = differs[who, which]
            if values is None:
                continue
            received = values.get("received_on")
            asked = values.get("asked_on") or str(as_day(received).replace(day=1))
            answered = {}
            if received:
                answered = {
                    "read_by": "Ulf Kompass",
                    "result": "no_remark",
                    "extract": "destroyed" if register["police"] else "returned",
                    "extract_on": received,
                }
            common = {"person_id": person, "register": register["key"], "asked_on": asked}
            consent = {"consent_on": asked if register["consent"] else None}
            unit.add("register_check", asked, **(common | consent | answered | values))


def home(unit, data):
    name, since = data["name"], data["since"]
    place = data.get("place", (None, None, None))
    key = unit.add(
        "home",
        since,
        name=name,
        kind=data["kind"],
        street=data.get("street"),
        postcode=place[2],
        locality=place[0],
        municipality=place[1],
        phone=unit.phone(),
        email=f"{ascii_name(name.removeprefix('Familjen '))}@hem.example" if place[0] else None,
        protected=data.get("protected", 0),
        investigated_on=data.get("investigated"),
        investigated_by=data.get("investigated_by", "Socialnämnden i Björkvik")
        if data.get("investigated")
        else None,
        ended_on=data.get("ended", (None,))[0],
        ended_reason=data.get("ended", (None, None))[1],
        description=data.get("text"),
    )
    unit.homes[data["key"]] = key
    names = household(unit, key, name, data)
    checks(unit, data, names)
    details(unit, key, data)
    return key


def details(unit, key, data):
    for care, ages, places, decided, paragraph, *more in data.get("scopes", []):
        unit.add(
            "scope",
            decided,
            home_id=key,
            care=care,
            age_from=ages[0],
            age_to=ages[1],
            places=places,
            decided_on=decided,
            paragraph=paragraph,
            valid_from=decided,
            **(more[0] if more else {}),
        )
    for strength, text, by, on in data.get("wishes", []):
        unit.add("wish", on, home_id=key, strength=strength, text=text, said_by=by, said_on=on)
    for start, end, reason in data.get("pauses", []):
        unit.add("pause", since_or(start), home_id=key, from_day=start, to_day=end, reason=reason)
    for municipality, places, start, end in data.get("taken", []):
        unit.add(
            "taken_place",
            start,
            home_id=key,
            municipality=municipality,
            places=places,
            from_day=start,
            to_day=end,
        )
    for fact, value in data.get("facts", {}).items():
        if fact not in FACTS or FACTS[fact]["kind"] == "choice" and value not in FACTS[fact]["choices"]:
            if value not in ("?unknown", "?not_asked", "?not_relevant"):
                raise SystemExit(f"{data['key']}: {fact} is not {value}")
        gap = value[1:] if value.startswith("?") else None
        unit.add(
            "home_fact",
            data["since"],
            home_id=key,
            key=fact,
            value=None if gap else value,
            gap=gap,
        )
    for need, level, evidence, on, text, *more in data.get("can", []):
        if need not in AREAS:
            raise SystemExit(f"{data['key']}: no need is called {need}")
        unit.add(
            "capability",
            on,
            home_id=key,
            need_key=need,
            level=level,
            evidence=evidence,
            measure=more[0] if more else None,
            text=text,
            source=more[1] if len(more) > 1 else SOURCES[evidence],
            said_on=on,
        )
    for on, kind, text, *by in data.get("notes", []):
        unit.add(
            "note",
            on,
            home_id=key,
            on_day=on,
            kind=kind,
            text=text,
            user_id=unit.homes["users"][by[0] if by else "ulf"],
        )
    for on, text in data.get("text_before", []):
        unit.add(
            "text_version",
            on,
            entity="home",
            row_id=key,
            field="description",
            at=f"{on}T09:12:00+00:00",
            user_id=unit.homes["users"]["ulf"],
            text=text,
        )


SOURCES = {"seen": "Uppföljning av placering", "assessed": "Hemutredningen", "stated": "Samtal med hemmet"}


def since_or(day):
    return min(as_day(day), TODAY)


def recruitment(unit, data):
    key = unit.homes.get(data["key"]) or home(unit, data)
    users = unit.homes["users"]
    run = data["run"]
    row = unit.add(
        "recruitment",
        run["opened"],
        home_id=key,
        opened_on=run["opened"],
        source=run.get("source"),
        owner_id=users.get(run.get("owner")),
        enquiry=run.get("enquiry"),
        next_action=run.get("next", (None, None))[0],
        next_on=run.get("next", (None, None))[1],
        **run.get("end", {}),
    )
    unit.investigation(row, users, run.get("investigation", {}))
    person = lambda given: unit.people[data["key"], given] if given else None
    for step, given, planned, done, *text in run.get("steps", []):
        unit.add(
            "step",
            since_or(done or planned),
            recruitment_id=row,
            step=step,
            person_id=person(given),
            planned_on=planned,
            done_on=done,
            done_by="Ulf Kompass" if done else None,
            text=text[0] if text else None,
        )
    for kind, by, taken, text in run.get("references", []):
        unit.add(
            "reference",
            taken or run["opened"],
            recruitment_id=row,
            kind=kind,
            given_by=by,
            phone=unit.phone(),
            taken_on=taken,
            text=text,
        )
    form = {"recruitment_id": row, "instrument": "early_screening"}
    for given, item, answer, *more in run.get("answers", []):
        unit.add(
            "answer",
            run["opened"],
            **form,
            person_id=person(given),
            item=item,
            answer=answer,
            follow_up=more[0] if more else None,
        )
    for given, parts, but in run.get("assessed", []):
        for part in parts:
            level, reason = but.get(part, ("no_known_risk", None))
            unit.add(
                "assessment",
                run["opened"],
                **form,
                person_id=person(given),
                part=part,
                level=level,
                reason=reason,
            )
    for part, level, reason in run.get("household", []):
        unit.add(
            "household_assessment", run["opened"], **form, part=part, level=level, reason=reason
        )
    if run.get("answers") or run.get("assessed"):
        outcome, on, reason = (*run.get("outcome", ()), None, None, None)[:3]
        unit.add(
            "screening",
            on or run["opened"],
            **form,
            outcome=outcome,
            outcome_on=on,
            outcome_by=outcome and "Ulf Kompass",
            outcome_reason=reason,
        )
    methods(unit, run, row, person)


def methods(unit, run, row, person):
    """Interviews by a method, and what the short forms say of steps and references."""
    for given, method, values, *areas in run.get("methods", []):
        record = unit.add(
            "method_record",
            since_or(values.get("interview_on") or values["planned_on"]),
            recruitment_id=row,
            person_id=person(given),
            method=method,
            **values,
        )
        for category, lit, note in areas[0] if areas else []:
            unit.add(
                "method_area",
                values["interview_on"],
                method_record_id=record,
                category=category,
                lit=lit,
                note=note,
            )
    for step, form, notes in run.get("forms", []):
        found = next(it for it in unit.rows["step"] if it["recruitment_id"] == row and it["step"] == step)
        for number, answer in notes.items():
            unit.add(
                "form_answer", run["opened"], step_id=found["id"], form=form, item=f"a.{number}", answer=answer
            )
    for by, notes in run.get("calls", {}).items():
        found = next(it for it in unit.rows["reference"] if it["recruitment_id"] == row and it["given_by"] == by)
        for number, answer in notes.items():
            unit.add(
                "form_answer", run["opened"], reference_id=found["id"], form="reference_call", item=f"a.{number}", answer=answer
            )


def training(unit, data):
    """Meetings of the basic training by home and adult, mentor homes and supervision."""
    for home, given, attended, planned in data["attended"]:
        days = [(on, None) for on in attended] + [(None, on) for on in planned]
        for meeting, (attended_on, planned_on) in enumerate(days, 1):
            unit.add(
                "training",
                since_or(attended_on or planned_on),
                person_id=unit.people[home, given],
                programme="ett_hem_att_vaxa_i",
                meeting=meeting,
                attended_on=attended_on,
                planned_on=planned_on,
            )
    for home, mentor, start, end, text in data["mentors"]:
        unit.add(
            "mentor",
            start,
            home_id=unit.homes[home],
            mentor_id=unit.homes[mentor],
            from_day=start,
            to_day=end,
            text=text,
        )
    for home, by, often, following, text in data["supervision"]:
        unit.add(
            "supervision",
            since_or(following),
            home_id=unit.homes[home],
            given_by=by,
            often=often,
            next_on=following,
            text=text,
        )
    unit.rows["setting"].append(
        {"table": "setting", "key": "training", "value": json.dumps(data["rule"], ensure_ascii=False)}
    )


def child(unit, data):
    born = data["born"]
    key = unit.add(
        "child",
        data["since"],
        given_name=data["name"][0],
        family_name=data["name"][1],
        personal_number=unit.number(born, data["sex"], data.get("coordination", False)),
        birth_date=born,
        case_number=data["case"],
        protected=data.get("protected", 0),
        legal_ground=data["ground"],
        care=data.get("care", "familjehem"),
        start_on=data.get("start"),
        municipality="Björkvik",
        school=data.get("school"),
        only_child=data.get("only", 0),
        pet_allergy=data.get("allergy", 0),
        sibling_group=data.get("siblings"),
        own_words=data.get("words", (None,))[0],
        own_words_on=data.get("words", (None, None))[1],
        not_asked_reason=data.get("not_asked"),
        background=data.get("background"),
        sheet_locked_at=data.get("locked"),
        social_worker=data.get("worker"),
    )
    unit.children[data["key"]] = key
    for need, importance, text, source, on, *own in data.get("needs", []):
        unit.add(
            "need",
            on,
            child_id=key,
            area=AREAS[need],
            need_key=need,
            text=text,
            importance=importance,
            source=source,
            said_on=on,
            own_words=int(bool(own)),
            after_lock=0,
        )
    for name, relation, outcome, reason, on in data.get("network", []):
        unit.add(
            "network_person",
            on or data["since"],
            child_id=key,
            name=name,
            relation=relation,
            outcome=outcome,
            reason=reason,
            weighed_on=on,
        )
    for where, kind, on in data.get("conflicts", []):
        unit.add(
            "safety_conflict", on, child_id=key, home_id=unit.homes[where], kind=kind, noted_on=on
        )


def placement(unit, who, where, kind, ground, start, end=None, cause=None, kronor=None, **more):
    unit.add(
        "placement",
        start,
        child_id=unit.children[who],
        home_id=unit.homes[where],
        regime="external" if kind.startswith("konsulentstott") else "own",
        kind=kind,
        legal_ground=ground,
        decided_on=more.pop("decided", start),
        started_on=start,
        ended_on=end,
        end_cause=cause,
        day_price_ore=kronor and kronor * 100,
        **more,
    )


def paper(unit, data):
    tables, values = data["tables"], dict(data["values"])
    key = unit.add(
        "paper",
        data["on"],
        kind="placering",
        template="neutral",
        child_id=unit.children[data["child"]],
        home_id=unit.homes[data["home"]],
        **values,
    )
    for part, rows in tables.items():
        for position, cells in enumerate(rows):
            unit.add(
                "paper_row",
                data["on"],
                paper_id=key,
                part=part,
                position=position,
                **dict(zip("abcd", cells)),
            )


def unit():
    res = Unit()
    users = {}
    for short, values in USERS.items():
        users[short] = res.add("user", "2023-11-01", **values)
    res.homes["users"] = users
    res.rows["setting"].append(
        {"table": "setting", "key": "letterhead", "value": json.dumps(LETTERHEAD, ensure_ascii=False)}
    )
    delegation = [it | {"user": users.get(it["user"])} for it in DELEGATION]
    res.rows["setting"].append(
        {"table": "setting", "key": "delegation", "value": json.dumps(delegation, ensure_ascii=False)}
    )
    for data in HOMES + OTHER_HOMES + ENDED:
        home(res, data)
    for data in FAMILIES:
        recruitment(res, data)
    training(res, TRAINING)
    for data in CHILDREN:
        child(res, data)
    # A network home is approved for a named child.
    for row in res.rows["scope"]:
        if "child_id" in row:
            row["child_id"] = res.children[row["child_id"]]
    for who, where, kind, ground, start, more in PLACEMENTS:
        placement(res, who, where, kind, ground, start, **more)
    for data in PAPERS:
        paper(res, data)
    return res


def text():
    """The whole bundle."""
    made = unit()
    lines = [HEADER] + [row for table in TABLES for row in made.rows[table]]
    return "".join(json.dumps(it, ensure_ascii=False, separators=(",", ":")) + "\n" for it in lines)


if __name__ == "__main__":
    (HERE / "unit.jsonl").write_bytes(text().encode())
