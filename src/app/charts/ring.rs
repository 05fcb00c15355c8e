//! The place where somebody stands who walks through the figures of a picture.

use super::parts::{circle, upright};
use super::percent;
use crate::app::html::{Html, Piece, svg};

/// A rule at a moment, and a ring around each figure.
pub fn rings(rule: Option<f64>, marks: Vec<(f64, f64)>) -> impl Piece {
    let rule = rule.map(|x| upright("cursor", x, (8., 344.)));
    (rule, marks.into_iter().map(|mark| circle("ring", mark, 9.)).collect::<Html>())
}

/// Invisible areas over the picture: whoever points at one stands at its figure, whoever leaves them stands nowhere.
pub fn areas(
    all: Vec<Option<(f64, f64, f64, f64)>>,
    stand: impl Fn(Option<usize>) + Clone + Send + 'static,
) -> impl Piece {
    let area = |(index, area): (usize, Option<(f64, f64, f64, f64)>)| {
        let (x, width, y, height) = area?;
        let stand = stand.clone();
        let area = svg("rect")
            .attr("x", percent(x))
            .attr("width", percent(width))
            .attr("y", y)
            .attr("height", height)
            .on("pointerenter", move |_| stand(Some(index)));
        Some(area)
    };
    let areas = all.into_iter().enumerate().map(area).collect::<Html>();
    let leave = stand.clone();
    svg("g").class("stripes").on("pointerleave", move |_| leave(None)).child(areas)
}
