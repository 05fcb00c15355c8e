//! What the charts of rows have in common: the picture with its name, and marks that stand at percentages.

use super::percent;
use crate::app::html::{Element, Html, Piece, el, svg};
use crate::chart::labels::{Anchor, Label, Layout, TextStyle};

/// A picture with a name and a description, and the pattern of its hatched bands. Values run from left to right in
/// every language; only the words of a label follow their own direction.
pub fn picture(
    class: &'static str,
    height: f64,
    title: String,
    description: String,
    id: &'static str,
    marks: impl Piece,
) -> Element {
    let (title_id, description_id) = (format!("{id}-title"), format!("{id}-desc"));
    let names = format!("{title_id} {description_id}");
    el("div").class(class).attr("dir", "ltr").child(
        svg("svg")
            .attr("height", height)
            .attr("role", "img")
            .attr("aria-labelledby", names)
            .child(svg("title").attr("id", title_id).child(title))
            .child(svg("desc").attr("id", description_id).child(description))
            .child(
                svg("defs").child(
                    svg("pattern")
                        .attr("id", format!("{id}-hatch"))
                        .attr("width", "7")
                        .attr("height", "7")
                        .attr("patternUnits", "userSpaceOnUse")
                        .attr("patternTransform", "rotate(45)")
                        .child(rule("hatch", ("0", "0"), (0., 7.))),
                ),
            )
            .child(marks),
    )
}

/// A hatched band across the picture, around `y`.
pub fn band(y: f64, height: f64, id: &str) -> Element {
    svg("rect")
        .attr("x", "0")
        .attr("width", "100%")
        .attr("y", y - height / 2.)
        .attr("height", height)
        .attr("fill", format!("url(#{id}-hatch)"))
}

/// A straight mark.
pub fn rule(class: &'static str, x: (impl Into<String>, impl Into<String>), y: (f64, f64)) -> Element {
    svg("line").class(class).attr("x1", x.0.into()).attr("x2", x.1.into()).attr("y1", y.0).attr("y2", y.1)
}

/// An upright mark.
pub fn upright(class: &'static str, x: f64, y: (f64, f64)) -> Element {
    rule(class, (percent(x), percent(x)), y)
}

/// A level mark.
pub fn level(class: &'static str, x: (f64, f64), y: f64) -> Element {
    rule(class, (percent(x.0), percent(x.1)), (y, y))
}

pub fn circle(class: &'static str, (x, y): (f64, f64), radius: f64) -> Element {
    svg("circle").class(class).attr("cx", percent(x)).attr("cy", y).attr("r", radius)
}

/// A shape in px around a place.
pub fn shape(class: &'static str, (x, y): (f64, f64), path: &'static str) -> Element {
    svg("svg").attr("x", percent(x)).attr("y", y).child(svg("path").class(class).attr("d", path))
}

/// Lines of text. Those of one layout are shown by the width of the figure.
pub fn texts(labels: Vec<Label>) -> Html {
    lines(labels, |style| match style {
        TextStyle::Plain => None,
        TextStyle::Value => Some("lbl"),
        TextStyle::Strong => Some("strong"),
        TextStyle::Now => Some("now"),
        TextStyle::Second => Some("name--2"),
        TextStyle::Third => Some("name--3"),
        TextStyle::Fourth => Some("name--4"),
    })
}

/// Lines of text on a filled mark.
pub fn inside(labels: Vec<Label>) -> Html {
    lines(labels, |_| Some("on-fill"))
}

fn lines(labels: Vec<Label>, class: fn(TextStyle) -> Option<&'static str>) -> Html {
    let line = |label: Label| {
        let layout = label.layout.map(|layout| match layout {
            Layout::Wide => "w",
            Layout::Narrow => "n",
        });
        let classes: Vec<&str> = class(label.style).into_iter().chain(layout).collect();
        words((!classes.is_empty()).then(|| classes.join(" ")), (label.x, label.y), label.anchor, label.text)
            .attr("dx", (label.dx != 0.).then_some(label.dx))
    };
    labels.into_iter().map(line).collect()
}

/// One line of text at (percent, px).
pub fn words(class: Option<String>, (x, y): (f64, f64), anchor: Anchor, text: String) -> Element {
    let anchor = match anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    };
    svg("text")
        .class(class)
        .attr("x", percent(x))
        .attr("y", y)
        .attr("text-anchor", anchor)
        .attr("unicode-bidi", "plaintext")
        .child(text)
}
