//! In and out: the open bundle, the old spreadsheet.

pub mod bundle;
