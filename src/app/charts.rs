//! The charts as elements. Geometry comes finished from `crate::chart`; here are only tags and classes.
//!
//! Nothing is scaled: across, marks stand at percentages, down at px. Only lines live in a stretched box of their
//! own, so that they follow the width. See "Fluid SVG" in the design reference.

mod export;
mod ink;
mod line;
mod multiples;
mod parts;
pub mod ring;
mod rows;
mod shares;
mod spark;
mod track;

pub use export::{Caption, bare_picture, reads_from_right, svg_file};
pub use ink::{Theme, role};
pub use line::line_figure;
pub use multiples::multiples_figure;
pub use rows::rows_figure;
pub use shares::shares_figure;
pub use spark::sparkline;
pub use track::{track_axis, track_view};

/// A position across, as an attribute.
pub(in crate::app) fn percent(x: f64) -> String {
    format!("{x}%")
}

/// The box of the paths: 1000 wide, as high as the picture.
fn view_box(height: f64) -> String {
    format!("0 0 1000 {height}")
}
