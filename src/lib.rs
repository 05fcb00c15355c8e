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

/// Whether this is the whole program, as it natively always is. The app that runs in every reader's browser lacks what
/// only few need: it is small. The feature `whole` makes the same app with everything in it, for the page where editors
/// look at drafts.
const WHOLE: bool = cfg!(any(not(target_arch = "wasm32"), feature = "whole"));

/// Whether this program shows figures: the overview and measures, with all forms of charts.
const FIGURES: bool = cfg!(any(not(target_arch = "wasm32"), feature = "figures", feature = "whole"));

/// Whether this program shows what people do together: goals, activities, partners, taking part, promises, budgets.
const TOGETHER: bool = cfg!(any(not(target_arch = "wasm32"), feature = "together", feature = "whole"));

/// Whether this program shows the coalition as a whole: who does what, how it works, its places, what meetings need.
const COALITION: bool = cfg!(any(not(target_arch = "wasm32"), feature = "coalition", feature = "whole"));

/// Whether this program shows what has changed.
const CHANGES: bool = cfg!(any(not(target_arch = "wasm32"), feature = "changes", feature = "whole"));

/// Whether this is the command line, which alone writes pages that are made of the history of a feed.
const BUILDS: bool = cfg!(not(target_arch = "wasm32"));

/// Whether findings hold sentences, and texts are searched for personal data. A reader's app only has to find a feed good
/// or not.
const SPEAKS: bool = WHOLE;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
