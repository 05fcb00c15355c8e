//! Commonweal: an open dashboard for coalitions of agencies, nonprofits and residents.
//!
//! Data flows one way, and the rooms are named after its stations:
//!
//! ```text
//! bytes -> feed::read -> Feed + Findings -> measure -> present -> app view -> DOM (browser) or HTML text (build)
//! ```
//!
//! The rooms `feed`, `measure`, `chart`, `present`, `words` and `routes` are pure: they know no clock, disk, network,
//! environment or browser. Today's date is an argument.

pub mod app;
pub mod chart;
pub mod feed;
pub mod measure;
pub mod present;
pub mod routes;
mod sorted;
pub mod words;

/// Whether findings hold sentences, and texts are searched for personal data. In a page nobody reads findings: there a
/// feed only has to be found good or not, and the sentences would only make the app larger.
const SPEAKS: bool = cfg!(not(target_arch = "wasm32"));

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
