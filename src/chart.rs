//! Data to geometry: where every mark and every label of a chart goes. No language, no colour, no feed type: the
//! caller hands in numbers and finished texts, a view maps the result to elements.
//!
//! All charts share one frame of reference. Across, positions are percent of the plot's width, so that a chart
//! fills whatever room the page has. Down, they are px from the top. Text is never scaled.

pub mod labels;
pub mod line;
pub mod multiples;
pub mod network;
pub mod path;
pub mod reading;
pub mod room;
pub mod rows;
pub mod scale;
pub mod shares;
pub mod sheet;
pub mod spark;
pub mod stack;
pub mod strategy_map;
pub mod text;
pub mod ticks;
pub mod track;

/// Rounds a position to two decimals, once and for all: snapshots stay stable, and the picture is the same natively
/// and in wasm. What is not a number becomes 0, so that no chart can hold one.
pub fn round(position: f64) -> f64 {
    if !position.is_finite() {
        return 0.;
    }
    // Adding zero turns -0 into 0.
    (position * 100.).round() / 100. + 0.
}
