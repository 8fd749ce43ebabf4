//! Which homes can meet one child's needs, and why: facts in, four bands out.
//!
//! Pure but for `gather`, `sweep` and `register`, which read the file and keep
//! what they read, and `ask`, which answers at the door: no clock, no Swedish. Nothing is learned, predicted or
//! left out; every home of the unit stands in exactly one band with all that
//! put it there, and a person decides. Not modelled here: the log of asked
//! homes (it adds dated answers to the home's card) and the frozen record.
//!
//! `match_child` is the errand, and what a match is proved by; the door asks it
//! home by home through `register`. Reading order: `facts`, `result`, `settings`,
//! `rules`, then the steps in their order: `network`, `gates`,
//! `overrides`, `answers`, `fit`, `bands`, `household`, `lines`.

mod answers;
pub mod ask;
mod bands;
mod calendar;
pub mod facts;
mod fit;
mod gates;
mod gather;
mod household;
mod key;
pub mod lines;
mod network;
mod overrides;
mod register;
pub mod result;
pub mod rows;
mod rules;
pub mod settings;
mod sweep;
pub mod synthetic;
#[cfg(test)]
mod tests;

pub use ask::{MatchQuery, MatchReasons, Matched, ReasonsQuery, match_homes, match_reasons};
pub use key::{Key, Keys};
pub use result::MatchResult;
pub use rules::{FrozenQuestion, Question, match_child};
pub use settings::MatchingRules;
