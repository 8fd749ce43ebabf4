//! Tables and lists of facts: columns of lines that may break between rows.

use std::rc::Rc;

use crate::flow::{AIR, Flow};
use crate::lines::{Line, Style, set};
use crate::model::{Align, Column, Fact, Table, Text};
use crate::sheet::{LEFT, MEASURE, SMALL, SMALL_LEAD, baseline, strong};
use crate::slice::{Mark, Slice, TextRun, tie, tie_all};
use crate::tree::{ElementId, Role, Tree};

/// Room between columns.
const GUTTER: f32 = 12.0;
/// Room above and below the text of a row.
const PAD: f32 = 3.5;
/// A row of more lines than this may be broken inside.
const WHOLE_ROW: usize = 14;
/// No column is narrower than this, whatever share it was given.
const NARROWEST: f32 = 22.0;

/// A cell, set in lines.
pub struct Cell {
    /// Its lines.
    pub lines: Vec<Line>,
    /// What it is to a reader; none for decoration.
    pub element: Option<ElementId>,
    /// Left edge.
    pub x: f32,
    /// Width.
    pub width: f32,
    /// How it stands.
    pub align: Align,
    /// Type.
    pub style: Style,
}

/// Writes a table.
pub fn table(flow: &mut Flow, table: &Table) {
    if table.columns.is_empty() {
        return;
    }
    let element = flow.tree.add(Tree::ROOT, Role::Table);
    let air = if flow.after_heading() { 4.0 } else { AIR + 2.0 };
    let captioned = flow.caption(element, table.caption.as_deref().unwrap_or(""), air);
    let places = places(&table.columns);

    let head = flow.tree.add(element, Role::THead);
    let row = flow.tree.add(head, Role::Tr);
    let cells: Vec<Cell> = table
        .columns
        .iter()
        .zip(&places)
        .map(|(column, &(x, width))| {
            let style = strong(SMALL);
            let lines = set(
                &column.header.as_str().into(),
                Style {
                    hyphens: true,
                    ..style
                },
                width,
            );
            let element = Some(flow.tree.add(row, Role::ColumnHeader));
            Cell {
                lines,
                element,
                x,
                width,
                align: column.align,
                style,
            }
        })
        .collect();
    let mut header = slices(&cells, SMALL_LEAD, PAD);
    for slice in &mut header {
        slice.marks.insert(0, tint(slice.height));
        slice.keep = true;
    }
    if let Some(last) = header.last_mut() {
        last.marks.push(line(last.height - 0.4, 0.8, 0.0));
    }
    let again = Rc::new(decoration(&header));
    if let Some(first) = header.first_mut()
        && !captioned
    {
        first.before = air;
    }
    flow.slices.extend(header);

    let body = flow.tree.add(element, Role::TBody);
    let count = table.rows.len();
    for (at, texts) in table.rows.iter().enumerate() {
        let row = flow.tree.add(body, Role::Tr);
        let texts = fit(texts, table.columns.len());
        let cells: Vec<Cell> = texts
            .iter()
            .enumerate()
            .map(|(column, text)| {
                let (x, width) = places[column];
                let heads = table.row_headers && column == 0;
                let style = if heads { strong(SMALL) } else { SMALL };
                let role = if heads { Role::RowHeader } else { Role::Td };
                let element = Some(flow.tree.add(row, role));
                let lines = set(text, style, width);
                Cell {
                    lines,
                    element,
                    x,
                    width,
                    align: table.columns[column].align,
                    style,
                }
            })
            .collect();
        let mut slices = slices(&cells, SMALL_LEAD, PAD);
        keep_row(&mut slices);
        // A short table's first rows and last rows do not stand alone either.
        if (at == 0 || at + 2 == count)
            && at + 1 < count
            && let Some(last) = slices.last_mut()
        {
            last.keep = slices_are_few(&cells);
        }
        finish(&mut slices, at + 1 == count);
        for slice in &mut slices {
            slice.header = Some(Rc::clone(&again));
        }
        flow.slices.extend(slices);
    }
}

/// Writes labels and values.
pub fn facts(flow: &mut Flow, facts: &[Fact]) {
    if facts.is_empty() {
        return;
    }
    let columns = [Column::left("", 0.22), Column::left("", 0.78)];
    let places = places(&columns);
    let air = if flow.after_heading() { 2.0 } else { AIR };
    let table = flow.tree.add(Tree::ROOT, Role::Table);
    let body = flow.tree.add(table, Role::TBody);
    for (at, fact) in facts.iter().enumerate() {
        let row = flow.tree.add(body, Role::Tr);
        let label = flow.tree.add(row, Role::RowHeader);
        let value = flow.tree.add(row, Role::Td);
        let texts = [
            (label, strong(SMALL), Text::from(fact.label.as_str())),
            (value, SMALL, fact.value.clone()),
        ];
        let cells: Vec<Cell> = texts
            .into_iter()
            .zip(&places)
            .map(|((element, style, text), &(x, width))| Cell {
                lines: set(
                    &text,
                    Style {
                        hyphens: true,
                        ..style
                    },
                    width,
                ),
                element: Some(element),
                x,
                width,
                align: Align::Left,
                style,
            })
            .collect();
        let mut slices = slices(&cells, SMALL_LEAD, PAD - 0.5);
        keep_row(&mut slices);
        if (at == 0 || at + 2 == facts.len())
            && at + 1 < facts.len()
            && let Some(last) = slices.last_mut()
        {
            last.keep = slices_are_few(&cells);
        }
        finish(&mut slices, at + 1 == facts.len());
        if at == 0 {
            slices[0].before = air;
            slices[0].marks.insert(0, line(0.0, 0.4, 0.55));
        }
        flow.slices.extend(slices);
    }
}

/// Cells side by side, one slice for each line across them.
pub fn slices(cells: &[Cell], lead: f32, pad: f32) -> Vec<Slice> {
    let count = cells
        .iter()
        .map(|it| it.lines.len())
        .max()
        .unwrap_or(0)
        .max(1);
    (0..count)
        .map(|at| {
            let above = if at == 0 { pad } else { 0.0 };
            let below = if at + 1 == count { pad } else { 0.0 };
            let marks = cells
                .iter()
                .filter_map(|cell| {
                    let line = cell.lines.get(at)?.clone();
                    let slack = (cell.width - line.width(cell.style.size)).max(0.0);
                    let shift = if cell.align == Align::Right {
                        slack
                    } else {
                        0.0
                    };
                    let y = above + baseline(cell.style.size, lead);
                    let (size, element) = (cell.style.size, cell.element);
                    Some(Mark::Text(TextRun {
                        x: cell.x + shift,
                        y,
                        size,
                        line,
                        element,
                        cell: None,
                    }))
                })
                .collect();
            Slice {
                height: above + lead + below,
                marks,
                ..Slice::default()
            }
        })
        .collect()
}

fn slices_are_few(cells: &[Cell]) -> bool {
    cells.iter().all(|it| it.lines.len() <= WHOLE_ROW / 2)
}

fn keep_row(slices: &mut [Slice]) {
    if slices.len() <= WHOLE_ROW {
        tie_all(slices);
    } else {
        tie(slices);
    }
}

/// The thin line under a row; the table's last is darker.
fn finish(slices: &mut [Slice], last_row: bool) {
    if let Some(last) = slices.last_mut() {
        let y = last.height - 0.2;
        last.marks.push(if last_row {
            line(y, 0.6, 0.25)
        } else {
            line(y, 0.4, 0.55)
        });
    }
}

/// A row with as many cells as there are columns, and nothing lost.
fn fit(texts: &[Text], count: usize) -> Vec<Text> {
    let mut res: Vec<Text> = texts.iter().take(count).cloned().collect();
    res.resize_with(count, Text::default);
    for more in texts.iter().skip(count) {
        if let Some(last) = res.last_mut() {
            *last = std::mem::take(last).plain(" ");
            last.0.extend(more.0.iter().cloned());
        }
    }
    res
}

/// Left edge and width of each column.
fn places(columns: &[Column]) -> Vec<(f32, f32)> {
    let share = |it: &Column| {
        if it.width.is_finite() {
            it.width.clamp(0.01, 1000.0)
        } else {
            1.0
        }
    };
    let total: f32 = columns.iter().map(share).sum();
    let gutters = GUTTER * (columns.len() as f32 - 1.0);
    let spare = MEASURE - 8.0 - gutters - NARROWEST * columns.len() as f32;
    // Narrow gutters before unreadable columns.
    let (gutter, spare) = if spare > 0.0 {
        (GUTTER, spare)
    } else {
        (3.0, 0.0)
    };
    let least = if spare > 0.0 {
        NARROWEST
    } else {
        ((MEASURE - 8.0 - gutter * (columns.len() as f32 - 1.0)) / columns.len() as f32).max(1.0)
    };
    let mut x = LEFT + 4.0;
    columns
        .iter()
        .map(|column| {
            let width = least + spare * share(column) / total;
            let place = (x, width);
            x += width + gutter;
            place
        })
        .collect()
}

/// The header as it is drawn again on later pages: in one piece and without structure.
fn decoration(header: &[Slice]) -> Slice {
    let mut res = Slice::default();
    for slice in header {
        for mark in &slice.marks {
            let mut mark = mark.clone();
            match &mut mark {
                Mark::Text(run) => {
                    run.y += res.height;
                    run.element = None;
                }
                Mark::Fill { y, .. } | Mark::Picture { y, .. } => *y += res.height,
            }
            res.marks.push(mark);
        }
        res.height += slice.height;
    }
    res
}

fn tint(height: f32) -> Mark {
    Mark::Fill {
        x: LEFT,
        y: 0.0,
        width: MEASURE,
        height,
        grey: 0.92,
    }
}

fn line(y: f32, height: f32, grey: f32) -> Mark {
    Mark::Fill {
        x: LEFT,
        y: y - height / 2.0,
        width: MEASURE,
        height,
        grey,
    }
}
