//! Everything Hemvist knows and does, without a window.
