//! What the figures of an indicator say, before any word is chosen for it.

pub mod change;
pub mod freshness;
