//! The place where somebody stands who walks through the figures of a picture.

use super::percent;
use crate::app::html::{Html, Piece, svg};

/// A rule at the moment and a ring around each of its figures.
pub fn rings(x: f64, marks: Vec<(f64, f64)>) -> impl Piece {
    let place = percent(x);
    (
        svg("line").class("cursor").attr("x1", place.clone()).attr("x2", place).attr("y1", "8").attr("y2", "344"),
        marks
            .into_iter()
            .map(|(x, y)| svg("circle").class("ring").attr("cx", percent(x)).attr("cy", y).attr("r", "9"))
            .collect::<Html>(),
    )
}

/// Invisible stripes over the picture, one around each place: whoever points at one stands there, whoever leaves the
/// picture stands nowhere.
pub fn stripes(places: Vec<f64>, stand: impl Fn(Option<usize>) + Clone + Send + 'static) -> impl Piece {
    let middle = |a: f64, b: f64| (a + b) / 2.;
    let stripe = |index: usize| {
        let here = places[index];
        // The neighbours by position: stops of several panels begin anew at the left.
        let from = places.iter().filter(|x| **x < here).copied().fold(f64::NEG_INFINITY, f64::max);
        let to = places.iter().filter(|x| **x > here).copied().fold(f64::INFINITY, f64::min);
        let from = if from.is_finite() { middle(from, here) } else { here - 3. };
        let to = if to.is_finite() { middle(to, here) } else { here + 3. };
        let stand = stand.clone();
        svg("rect")
            .attr("x", percent(from))
            .attr("width", percent((to - from).max(0.)))
            .attr("y", "0")
            .attr("height", "352")
            .on("pointerenter", move |_| stand(Some(index)))
    };
    let all = (0..places.len()).map(stripe).collect::<Html>();
    let leave = stand.clone();
    svg("g").class("stripes").on("pointerleave", move |_| leave(None)).child(all)
}
