//! Everything Hemvist knows and does, without a window.
//!
//! Read in this order: [`api`] (everything that can be asked), [`desk`] (who
//! is at the door), [`store`] (the encrypted file), then the capabilities from
//! [`people`] to [`exchange`]. A later capability may call an earlier one's
//! public functions, never the reverse.

pub mod api;
pub mod blocker;
pub mod desk;
pub mod error;
pub mod history;
pub mod law;
pub mod progress;
pub mod store;

pub mod accounts;
pub mod archive;
pub mod board;
pub mod children;
pub mod exchange;
pub mod figures;
pub mod homes;
pub mod instruments;
pub mod matching;
pub mod people;
pub mod placements;
pub mod prints;
pub mod recruitment;

pub use desk::{Desk, Moment};
pub use error::{Error, Reason, Result};
