//! Facts in, PDF out.
