//! In and out: the open bundle, and the unit's old spreadsheet.
//!
//! [`bundle`] carries a whole unit. A spreadsheet goes the way of the rest:
//! bytes → [`Workbook`] (bounded, in a child process) → [`Mapping`] (guessed,
//! then changed by the user) → [`Preview`] (one draft per home, every cell
//! that could not be read named). No database, no clock, no Swedish prose:
//! codes and facts go out, words are put on them where they are read.
//! Finding doubles and writing belong to the import itself.

pub mod bundle;
pub mod child;
pub mod columns;
pub mod files;
pub mod guess;
pub mod homes_sheet;
pub mod import;
pub mod schema;
pub mod sheet;
pub mod values;
pub mod workbook;

mod csv_text;
mod guard;
mod ods;
mod row_cells;
mod row_split;
mod sql;
#[cfg(test)]
mod stopped;
mod xlsx;

pub use child::{CHILD_ARGUMENT, CHILD_MEMORY_LIMIT, child_main, read_in_child};
pub use columns::Field;
pub use guess::{ColumnMapping, Mapping, NotUsed, SheetMapping, Sureness, guess};
pub use homes_sheet::{
    CellProblem, Edits, HomeFields, Leftover, Preview, ProblemCode, RowDraft, RowEdit, RowKey,
    Warning, apply_edits, read_rows,
};
pub use workbook::{Cell, Row, Sheet, SheetError, SheetErrorKind, Workbook};
