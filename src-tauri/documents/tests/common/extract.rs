//! Reads a paper back.
