//! The app in a page: start-up, the feed from the network, links without page loads. Only on `wasm32`.
//!
//! Everything here is thin: what is read, judged and said comes from the pure rooms.

mod draft;
mod fetch;
mod kept;
mod mine;
mod navigate;
mod page;
mod refresh;
mod save;
mod start;

pub use start::start;
