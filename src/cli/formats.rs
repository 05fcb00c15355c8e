//! What programs read instead of pages: one file for each format. `build` writes them all, `export` each alone.

pub(super) mod calendar;
pub(super) mod linked_data;
pub(super) mod news_feed;
pub(super) mod sitemap;
