//! Pictures: every screen of the practice unit in the real window, for people to look at.

fn main() {}
