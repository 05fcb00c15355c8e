//! What the figures of an indicator say, before any word is chosen for it.
//!
//! [`assess`] joins four separate facts: status since the baseline, pace to the target date, recent trend, and gap
//! between groups. They are never mixed into one score. Each carries the numbers it was made from, so that another room
//! can show the sum. The method is described in `docs/method.md`.
//!
//! The functions that take plain numbers (`status::judge`, `pace::pace`, `trend::trend`, `gap::compare`,
//! `growth::growth`) know nothing of the feed; `assess` alone reads it.

pub mod aim;
pub mod assess;
pub mod change;
pub mod freshness;
pub mod gap;
pub mod growth;
pub mod numbers;
pub mod pace;
pub mod percent_of_target;
pub mod status;
pub mod tally;
pub mod trend;

#[cfg(test)]
mod tests;

pub use assess::{Assessment, assess};

/// A closed list of findings, each with the code that programs and messages know it by.
macro_rules! codes {
    (
        $(#[$meta:meta])*
        pub enum $Name:ident { $($(#[$case_meta:meta])* $Case:ident = $code:literal,)* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $Name { $($(#[$case_meta])* $Case,)* }

        impl $Name {
            pub const ALL: &'static [Self] = &[$(Self::$Case,)*];

            pub const fn code(self) -> &'static str {
                match self { $(Self::$Case => $code,)* }
            }
        }
    };
}
use codes;
