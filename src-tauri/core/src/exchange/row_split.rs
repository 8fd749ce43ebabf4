//! Splits a row that holds several homes.

use super::columns::Field;
use super::row_cells::{RawCell, RawHome};
use super::values::names;
use super::workbook::Cell;

/// What one home has and another has not: never copied to both.
const PERSONAL: [Field; 9] = [
    Field::Carer1Name,
    Field::Carer2Name,
    Field::PersonalNumber,
    Field::Carer1PersonalNumber,
    Field::Carer2PersonalNumber,
    Field::Phone,
    Field::Email,
    Field::Street,
    Field::PlacedNow,
];

/// The home, or one for each named in its name cell, numbered from 1.
///
/// Other cells are split the same way where they hold as many parts; else
/// what is personal goes to each home's notes and the rest is said of all.
pub(super) fn split(home: RawHome) -> Vec<RawHome> {
    let name = home
        .cells
        .iter()
        .find(|it| matches!(it.field, Some(Field::HomeName | Field::Carer1Name)));
    let Some(name) = name else {
        return vec![home];
    };
    let named = names::homes_in(&name.cell.text());
    // More than nine homes in a cell is a list, not a cell with two families.
    if !(2..=9).contains(&named.len()) {
        return vec![home];
    }
    let name_field = name.field;
    let count = named.len();
    (1_u8..)
        .zip(named)
        .map(|(part, own_name)| {
            let cells = home
                .cells
                .iter()
                .map(|cell| share(cell, name_field, &own_name, usize::from(part), count))
                .collect();
            let mut key = home.key;
            key.part = part;
            RawHome {
                key,
                cells,
                was_split: true,
                ..home.clone()
            }
        })
        .collect()
}

fn share(
    cell: &RawCell,
    name_field: Option<Field>,
    own_name: &str,
    part: usize,
    count: usize,
) -> RawCell {
    if cell.field == name_field {
        return RawCell {
            cell: Cell::Text(own_name.to_owned()),
            ..cell.clone()
        };
    }
    let text = cell.cell.text();
    let parts: Vec<&str> = text
        .split(['/', '\n', ';'])
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    if cell.field.is_some() && cell.field != Some(Field::Notes) && parts.len() == count {
        return RawCell {
            cell: Cell::Text(parts[part - 1].to_owned()),
            ..cell.clone()
        };
    }
    let personal = cell.field.is_some_and(|it| PERSONAL.contains(&it));
    RawCell {
        field: cell.field.filter(|_| !personal),
        ..cell.clone()
    }
}
