//! Everything Hemvist knows and does, without a window.

pub mod exchange;
