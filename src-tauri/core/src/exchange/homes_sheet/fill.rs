//! Fills one home's fields from its cells.

use chrono::NaiveDate;

use super::super::columns::{self, Field};
use super::super::row_cells::{RawCell, RawHome};
use super::super::values::ages::{age, count, count_span, read_ages};
use super::super::values::dates::{self, DateDraft, DateFault, Precision};
use super::super::values::identity::{self, IdentityFault};
use super::super::values::names::{self, Order};
use super::super::values::{address, answers, parts, phones};
use super::super::workbook::Cell;
use super::{CarerDraft, CellProblem, HomeFields, Leftover, ProblemCode, RowDraft, Warning};

/// Under this a carer's personal number is probably read in the wrong
/// century, or a child's: 18 is coming of age (föräldrabalken 9:1).
const ADULT: u32 = 18;

/// Capitals only, and more of them than an abbreviation has.
fn is_shouted(text: &str) -> bool {
    text.chars().filter(|it| it.is_alphabetic()).count() > 2
        && !text.chars().any(char::is_lowercase)
}

struct Filling {
    fields: HomeFields,
    problems: Vec<CellProblem>,
    warnings: Vec<Warning>,
    leftover: Vec<Leftover>,
    identities: Vec<(Option<usize>, String)>,
    order: Order,
    from_1904: bool,
    today: NaiveDate,
}

/// Reads all cells of one home.
pub(super) fn draft(home: RawHome, order: Order, from_1904: bool, today: NaiveDate) -> RowDraft {
    let mut it = Filling {
        fields: HomeFields::default(),
        problems: Vec::new(),
        warnings: Vec::new(),
        leftover: Vec::new(),
        identities: Vec::new(),
        order,
        from_1904,
        today,
    };
    // Names first: the others are given to somebody.
    let (named, others): (Vec<&RawCell>, Vec<&RawCell>) = home.cells.iter().partition(|cell| {
        matches!(
            cell.field,
            Some(Field::HomeName | Field::Carer1Name | Field::Carer2Name)
        )
    });
    it.names(&named);
    for cell in others {
        it.cell(cell);
    }
    it.give_identities();
    it.kind(&home);
    if home.was_split {
        it.warnings.push(Warning::TwoHomesInRow);
    }
    if !home.more_rows.is_empty() {
        it.warnings.push(Warning::ContinuedBelow);
    }
    RowDraft {
        key: home.key,
        sheet_name: String::new(),
        more_rows: home.more_rows,
        fields: it.fields,
        problems: it.problems,
        warnings: it.warnings,
        leftover: it.leftover,
        left_out: false,
    }
}

impl Filling {
    fn names(&mut self, cells: &[&RawCell]) {
        let mut own_carers = Vec::new();
        let mut from_home = Vec::new();
        for field in [Field::HomeName, Field::Carer1Name, Field::Carer2Name] {
            for raw in cells.iter().filter(|it| it.field == Some(field)) {
                if matches!(raw.cell, Cell::Broken(_)) {
                    self.unread(raw, field, ProblemCode::BrokenCell);
                    continue;
                }
                let text = raw.cell.text();
                let notes = if field == Field::HomeName {
                    let read = names::read_home(&text, self.order);
                    if self.fields.name.is_empty() {
                        self.fields.name = read.home;
                    }
                    if read.maybe_two {
                        self.warnings.push(Warning::MaybeTwoHomes);
                    }
                    from_home.extend(read.carers);
                    read.notes
                } else {
                    let (carers, notes) = names::read_carers(&text, self.order);
                    own_carers.extend(carers);
                    notes
                };
                self.leftover.extend(notes.into_iter().map(|text| Leftover {
                    heading: raw.heading.clone(),
                    text,
                }));
            }
        }
        let family = self.fields.name.clone();
        let carers = if own_carers.is_empty() {
            from_home
        } else {
            own_carers
        };
        // "Eva" in a column beside "Alm".
        let whole = |name: String| {
            if name.contains(' ') || family.is_empty() {
                name
            } else {
                format!("{name} {family}")
            }
        };
        self.fields.carers = carers
            .into_iter()
            .map(|name| CarerDraft {
                name: whole(name),
                personal_number: None,
            })
            .collect();
        if self.fields.name.is_empty() {
            let first = self
                .fields
                .carers
                .first()
                .and_then(|it| it.name.split_whitespace().last());
            match first {
                Some(family) => self.fields.name = family.to_owned(),
                None => self.warnings.push(Warning::NameMissing),
            }
        }
    }

    fn cell(&mut self, raw: &RawCell) {
        let text = raw.cell.text();
        let Some(field) = raw.field else {
            self.leftover.push(Leftover {
                heading: raw.heading.clone(),
                text,
            });
            return;
        };
        if matches!(raw.cell, Cell::Broken(_)) {
            self.unread(raw, field, ProblemCode::BrokenCell);
            return;
        }
        match field {
            // Names were read before; what is ignored was left out by the user.
            Field::Ignore | Field::HomeName | Field::Carer1Name | Field::Carer2Name => {}
            Field::PersonalNumber => self.identity(raw, field, None),
            Field::Carer1PersonalNumber => self.identity(raw, field, Some(0)),
            Field::Carer2PersonalNumber => self.identity(raw, field, Some(1)),
            Field::Phone => self.phone(raw),
            Field::Email => self.email(raw),
            Field::Street | Field::Locality => self.address(raw, field),
            Field::Postcode => match address::read(&text) {
                read if read.postcode.is_some() => self.address(raw, field),
                _ => self.unread(raw, field, ProblemCode::NotAPostcode),
            },
            Field::Municipality => {
                let name = ["s kommun", " kommun", "s stad", " stad"]
                    .iter()
                    .find_map(|it| text.strip_suffix(it))
                    .unwrap_or(&text);
                let name = name
                    .strip_prefix("Kommun:")
                    .unwrap_or(name)
                    .trim()
                    .to_owned();
                self.one(raw, field, name, |it| &mut it.municipality);
            }
            Field::Kind => match columns::kind_of(&text) {
                Some((kind, rest)) => {
                    self.one(raw, field, kind, |it| &mut it.kind);
                    if !rest.is_empty() {
                        self.leftover.push(Leftover {
                            heading: raw.heading.clone(),
                            text,
                        });
                    }
                }
                None => self.unread(raw, field, ProblemCode::NotAKind),
            },
            Field::Places => self.count(raw, field, |it| &mut it.places),
            Field::Rooms => self.count(raw, field, |it| &mut it.rooms),
            Field::PlacedNow => self.count(raw, field, |it| &mut it.placed_now),
            Field::Ages => self.ages(raw),
            Field::AgeFrom => self.age(raw, field, |it| &mut it.age_from),
            Field::AgeTo => self.age(raw, field, |it| &mut it.age_to),
            Field::ApprovedOn => self.date(raw, field, |it| &mut it.approved_on),
            Field::RegisterCheckedOn => self.date(raw, field, |it| &mut it.register_checked_on),
            Field::Pets => self.one(raw, field, answers::read(&text, true), |it| &mut it.pets),
            Field::Smoking | Field::Car => {
                let answer = answers::read(&text, false);
                if answer.yes.is_none() {
                    self.assumed(raw, field, ProblemCode::UnclearAnswer, text);
                }
                if field == Field::Car {
                    self.one(raw, field, answer, |it| &mut it.car);
                } else {
                    self.one(raw, field, answer, |it| &mut it.smoking);
                }
            }
            Field::Languages => self
                .fields
                .languages
                .extend(parts(&text).into_iter().map(str::to_lowercase)),
            Field::Pause => self.one(raw, field, text, |it| &mut it.pause),
            Field::Notes => self.fields.notes.push(text),
        }
    }

    /// Sets a field that has room for one value; a second goes to the notes.
    fn one<T>(
        &mut self,
        raw: &RawCell,
        field: Field,
        value: T,
        place: impl Fn(&mut HomeFields) -> &mut Option<T>,
    ) {
        let place = place(&mut self.fields);
        if place.is_none() {
            *place = Some(value);
        } else {
            self.unread(raw, field, ProblemCode::SecondValue);
        }
    }

    fn identity(&mut self, raw: &RawCell, field: Field, carer: Option<usize>) {
        let was_number = matches!(raw.cell, Cell::Number(_));
        let text = raw.cell.text();
        // A number's figures may be parted by a space; two numbers are not.
        for part in parts(&text) {
            let (part, note) = part.split_once('(').map_or((part, None), |(it, note)| {
                (it.trim(), Some(note.trim_end_matches(')')))
            });
            let code = match identity::read(part, was_number, self.today) {
                Ok(read) => {
                    if read.zeros_added {
                        self.assumed(raw, field, ProblemCode::ZerosAdded, read.number.clone());
                    }
                    if identity::age(&read.number, self.today).is_some_and(|age| age < ADULT) {
                        self.assumed(raw, field, ProblemCode::CarerUnder18, read.number.clone());
                    }
                    if let Some(note) = note.filter(|it| !it.is_empty()) {
                        self.leftover.push(Leftover {
                            heading: raw.heading.clone(),
                            text: note.to_owned(),
                        });
                    }
                    self.identities.push((carer, read.number));
                    continue;
                }
                Err(IdentityFault::WrongLength) => ProblemCode::IdentityWrongLength,
                Err(IdentityFault::BirthDateOnly) => ProblemCode::BirthDateOnly,
                Err(IdentityFault::NotADate) => ProblemCode::IdentityNotADate,
                Err(IdentityFault::WrongCheckDigit) => ProblemCode::WrongCheckDigit,
                Err(IdentityFault::InFuture) => ProblemCode::BornInFuture,
            };
            self.unread_part(raw, field, code, part);
        }
    }

    /// Personal numbers to carers: those that say whose first, then in order.
    fn give_identities(&mut self) {
        let mut identities = std::mem::take(&mut self.identities);
        identities.sort_by_key(|(carer, _)| carer.is_none());
        for (carer, number) in identities {
            let free = |it: &CarerDraft| it.personal_number.is_none();
            let wanted = carer.filter(|it| self.fields.carers.get(*it).is_some_and(free));
            match wanted.or_else(|| self.fields.carers.iter().position(free)) {
                Some(index) => self.fields.carers[index].personal_number = Some(number),
                None => {
                    self.problems.push(CellProblem {
                        column: None,
                        field: Field::PersonalNumber,
                        code: ProblemCode::CarerWithoutName,
                        text: number.clone(),
                        used: Some(number.clone()),
                    });
                    self.fields.carers.push(CarerDraft {
                        name: String::new(),
                        personal_number: Some(number),
                    });
                }
            }
        }
    }

    fn phone(&mut self, raw: &RawCell) {
        let (numbers, rest) = phones::read(&raw.cell.text());
        for number in numbers {
            if number.zero_added {
                self.assumed(
                    raw,
                    Field::Phone,
                    ProblemCode::LeadingZeroAdded,
                    number.number.clone(),
                );
            }
            if !self
                .fields
                .phones
                .iter()
                .any(|it| it.number == number.number)
            {
                self.fields.phones.push(number);
            }
        }
        for part in rest {
            self.unread_part(raw, Field::Phone, ProblemCode::NotAPhone, &part);
        }
    }

    fn email(&mut self, raw: &RawCell) {
        let text = raw.cell.text().replace("mailto:", "");
        if !text.contains('@') {
            return self.unread(raw, Field::Email, ProblemCode::NotAnEmail);
        }
        for part in text
            .split([',', ';', ' ', '\n', '<', '>'])
            .filter(|it| !it.is_empty())
        {
            let fits = part.split_once('@').is_some_and(|(user, host)| {
                !user.is_empty()
                    && !host.contains('@')
                    && host.contains('.')
                    && !host.starts_with('.')
                    && !host.ends_with('.')
            });
            if fits {
                self.fields.emails.push(part.to_lowercase());
            } else {
                self.unread_part(raw, Field::Email, ProblemCode::NotAnEmail, part);
            }
        }
    }

    fn address(&mut self, raw: &RawCell, field: Field) {
        let mut read = address::read(&raw.cell.text());
        // A locality without postcode is read as a street.
        if field == Field::Locality && read.postcode.is_none() {
            read.locality = read.street.take();
        }
        // What the user has written stands as it was written.
        let own = raw.column.is_none();
        if let Some(shouted) = read.locality.as_mut().filter(|it| !own && is_shouted(it)) {
            *shouted = names::calm(shouted);
            let calmed = shouted.clone();
            self.assumed(raw, field, ProblemCode::CapitalsCalmed, calmed);
        }
        for (value, place) in [
            (
                read.street,
                (|it| &mut it.street) as fn(&mut HomeFields) -> &mut Option<String>,
            ),
            (read.postcode, |it| &mut it.postcode),
            (read.locality, |it| &mut it.locality),
        ] {
            if let Some(value) = value
                && place(&mut self.fields).as_ref() != Some(&value)
            {
                self.one(raw, field, value, place);
            }
        }
    }

    fn count(
        &mut self,
        raw: &RawCell,
        field: Field,
        place: impl Fn(&mut HomeFields) -> &mut Option<u8>,
    ) {
        let text = raw.cell.text();
        if let Some(number) = count(&text) {
            self.one(raw, field, number, place);
        } else if let Some((_, high)) = count_span(&text) {
            self.assumed(raw, field, ProblemCode::CountWasSpan, high.to_string());
            self.one(raw, field, high, place);
        } else {
            self.unread(raw, field, ProblemCode::NotACount);
        }
    }

    fn ages(&mut self, raw: &RawCell) {
        let text = raw.cell.text();
        let found = match &raw.cell {
            // "7-12" typed in a Swedish spreadsheet program is 7 December.
            Cell::Date(date) => {
                let ages = date.format("%-d-%-m").to_string();
                let read = read_ages(&ages);
                if read.is_some() {
                    self.assumed(raw, Field::Ages, ProblemCode::AgesWereDate, ages);
                }
                read
            }
            _ => read_ages(&text),
        };
        let Some(ages) = found else {
            return self.unread(raw, Field::Ages, ProblemCode::NotAges);
        };
        if ages.by_word {
            self.assumed(
                raw,
                Field::Ages,
                ProblemCode::AgesByWord,
                format!("{}-{}", ages.from, ages.to),
            );
        }
        self.one(raw, Field::Ages, ages.from, |it| &mut it.age_from);
        self.fields.age_to = self.fields.age_to.or(Some(ages.to));
    }

    fn age(
        &mut self,
        raw: &RawCell,
        field: Field,
        place: impl Fn(&mut HomeFields) -> &mut Option<u8>,
    ) {
        match age(&raw.cell.text()) {
            Some(age) => self.one(raw, field, age, place),
            None => self.unread(raw, field, ProblemCode::NotAges),
        }
    }

    fn date(
        &mut self,
        raw: &RawCell,
        field: Field,
        place: impl Fn(&mut HomeFields) -> &mut Option<DateDraft>,
    ) {
        let exact = |date| {
            Ok(DateDraft {
                date,
                precision: Precision::Day,
            })
        };
        let read = match &raw.cell {
            Cell::Date(date) => exact(*date),
            Cell::Number(number) => match dates::of_number(*number, self.from_1904) {
                Some(date) => {
                    self.assumed(raw, field, ProblemCode::DateWasNumber, date.to_string());
                    exact(date)
                }
                None => dates::read(&raw.cell.text(), self.today),
            },
            _ => dates::read(&raw.cell.text(), self.today),
        };
        let code = match read {
            Ok(draft) => {
                if draft.precision != Precision::Day {
                    self.assumed(
                        raw,
                        field,
                        ProblemCode::DateImprecise,
                        draft.date.to_string(),
                    );
                }
                if draft.date > self.today {
                    self.assumed(
                        raw,
                        field,
                        ProblemCode::DateInFuture,
                        draft.date.to_string(),
                    );
                }
                return self.one(raw, field, draft, place);
            }
            Err(DateFault::Unknown) => ProblemCode::NotADate,
            Err(DateFault::NoSuchDay) => ProblemCode::NoSuchDay,
            Err(DateFault::NoYear) => ProblemCode::DateWithoutYear,
        };
        self.unread(raw, field, code);
    }

    fn kind(&mut self, home: &RawHome) {
        if self.fields.kind.is_some() {
            return;
        }
        let (kind, warning) = match (home.section_kind, home.sheet_kind) {
            (Some(kind), _) => (kind, Warning::KindFromSection),
            (None, Some(kind)) => (kind, Warning::KindFromSheet),
            (None, None) => return,
        };
        self.fields.kind = Some(kind);
        self.warnings.push(warning);
    }

    fn assumed(&mut self, raw: &RawCell, field: Field, code: ProblemCode, used: String) {
        self.problems.push(CellProblem {
            column: raw.column.clone(),
            field,
            code,
            text: raw.cell.text(),
            used: Some(used),
        });
    }

    fn unread(&mut self, raw: &RawCell, field: Field, code: ProblemCode) {
        self.unread_part(raw, field, code, &raw.cell.text());
    }

    fn unread_part(&mut self, raw: &RawCell, field: Field, code: ProblemCode, text: &str) {
        self.problems.push(CellProblem {
            column: raw.column.clone(),
            field,
            code,
            text: text.to_owned(),
            used: None,
        });
        self.leftover.push(Leftover {
            heading: raw.heading.clone(),
            text: text.to_owned(),
        });
    }
}
