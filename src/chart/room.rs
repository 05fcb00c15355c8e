//! Room for texts in charts of rows, where names stand above their rows and only values beside their marks.
//!
//! A plot is never narrower than what a [`Room`] says, and marks stand at percentages: what does not collide there
//! collides at no larger width, since marks only move apart.

use super::labels::{Anchor, Label, Layout, TextStyle};
use super::round;
use super::text::{TEXT_SIZE, wrap};

/// A text of more lines is cut.
pub const MOST_LINES: usize = 4;
/// Height of a line of text in px.
pub const LINE: f64 = 16.;
/// Texts may reach this far over the left edge, in px: the start padding of `.rows`.
const OVER_THE_EDGE: f64 = 6.;

/// How far names and reasons stand from the left edge, in px: clear of a line along it.
pub const INDENT: f64 = 7.;

/// What a layout offers at its narrowest, in px: the plot, and the end padding of `.rows` beside it.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    pub layout: Layout,
    pub plot: f64,
    pub margin: f64,
}

/// Around a place, from it, before it.
pub const ANCHORS: [Anchor; 3] = [Anchor::Middle, Anchor::Start, Anchor::End];

/// Both layouts, the narrow one first. 216 and 60 are a page 320 px wide.
pub const ROOMS: [Room; 2] =
    [Room { layout: Layout::Narrow, plot: 216., margin: 60. }, Room { layout: Layout::Wide, plot: 600., margin: 76. }];

impl Room {
    /// For a chart without texts beside its marks, whose plot takes most of the margin: the padding of `.rows--full`.
    pub fn full(self) -> Self {
        Self { plot: self.width() - 12., margin: 12., ..self }
    }

    /// Plot and margin together.
    pub fn width(&self) -> f64 {
        self.plot + self.margin
    }

    /// A text in at most so many lines.
    pub fn lines(&self, text: &str, style: TextStyle, most: usize) -> Vec<String> {
        wrap(&[text.to_string()], (self.width() - INDENT) / style.scale(), TEXT_SIZE, most)
    }

    /// Whether a text is neither over the left edge nor over the margin.
    pub fn holds(&self, x: f64, dx: f64, anchor: Anchor, width: f64) -> bool {
        let (left, right) = self.span(x, dx, anchor, width);
        left >= -OVER_THE_EDGE && right <= self.width()
    }

    /// Left and right end of a text in px.
    pub fn span(&self, x: f64, dx: f64, anchor: Anchor, width: f64) -> (f64, f64) {
        let at = x / 100. * self.plot + dx;
        let left = match anchor {
            Anchor::Start => at,
            Anchor::Middle => at - width / 2.,
            Anchor::End => at - width,
        };
        (left, left + width)
    }

    /// Where a text as near to `x` as possible stands: around it, from it, before it, or from the start.
    pub fn settle(&self, x: f64, width: f64) -> (f64, Anchor) {
        let held = ANCHORS.into_iter().find(|&anchor| self.holds(x, 0., anchor, width));
        held.map_or((0., Anchor::Start), |anchor| (x, anchor))
    }

    /// Lines of text from `top` on, as near to `x` as possible. Returns where they end.
    pub fn write(&self, labels: &mut Vec<Label>, lines: Vec<String>, style: TextStyle, x: f64, top: f64) -> f64 {
        let width = lines.iter().map(|line| style.width(line)).fold(0., f64::max);
        let (x, anchor) = self.settle(x, width);
        let mut top = top;
        for text in lines {
            labels.push(self.label(text, style, (x, 0., anchor), top));
            top += LINE;
        }
        top
    }

    /// One line of text, whose line begins at `top`.
    pub fn label(&self, text: String, style: TextStyle, place: (f64, f64, Anchor), top: f64) -> Label {
        let (x, dx, anchor) = place;
        // Capitals stand in the middle of their line.
        let y = round(top + (LINE + 0.72 * TEXT_SIZE) / 2.);
        Label { text, x: round(x), dx: round(dx), y, anchor, style, layout: Some(self.layout) }
    }
}

/// Writes a text in both layouts, from `top` on, as near to `x` as possible, and returns where the longer one ends.
/// `fall`: where the shorter one stands in that height, 0 at its top and 1 at its foot.
pub fn write(labels: &mut [Vec<Label>; 2], text: &str, style: TextStyle, x: f64, (top, fall): (f64, f64)) -> f64 {
    let lines = ROOMS.map(|room| room.lines(text, style, MOST_LINES));
    let longest = lines.iter().map(Vec::len).max().unwrap_or(0);
    for ((room, lines), labels) in ROOMS.iter().zip(lines).zip(labels) {
        let missing = (longest - lines.len()) as f64 * LINE;
        room.write(labels, lines, style, x, top + missing * fall);
    }
    top + longest as f64 * LINE
}

/// The same for the name of a row or the reason in its place: from the left edge.
pub fn write_at_start(labels: &mut [Vec<Label>; 2], text: &str, style: TextStyle, place: (f64, f64)) -> f64 {
    let written = labels.each_ref().map(Vec::len);
    let end = write(labels, text, style, 0., place);
    for (labels, written) in labels.iter_mut().zip(written) {
        for label in &mut labels[written..] {
            (label.dx, label.anchor) = (INDENT, Anchor::Start);
        }
    }
    end
}

/// Pairs of texts that overlap at some width of their layout, and texts outside of the picture: for tests of charts.
#[cfg(test)]
pub(super) fn faults(labels: &[Label], height: f64, rooms: [Room; 2]) -> Vec<String> {
    let mut faults = Vec::new();
    for room in rooms {
        let shown: Vec<&Label> =
            labels.iter().filter(|label| label.layout.is_none_or(|it| it == room.layout)).collect();
        for plot in [room.plot, room.plot * 1.3, room.plot * 2.5] {
            let ink = |label: &Label| {
                let (left, right) =
                    Room { plot, ..room }.span(label.x, label.dx, label.anchor, label.style.width(&label.text));
                (left, right, label.y - 10., label.y + 1.)
            };
            for (index, label) in shown.iter().enumerate() {
                let (left, right, top, foot) = ink(label);
                if left < -OVER_THE_EDGE - 0.1 || right > plot + room.margin + 0.1 || top < 0. || foot > height {
                    faults.push(format!("outside at {plot}: {label:?}"));
                }
                for other in &shown[index + 1..] {
                    let (l, r, t, f) = ink(other);
                    if left < r && l < right && top < f && t < foot {
                        faults.push(format!("overlap at {plot}: {label:?} {other:?}"));
                    }
                }
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(x: f64, width: f64, expected: (f64, Anchor)) {
        assert_eq!(ROOMS[0].settle(x, width), expected);
    }

    #[test]
    fn a_text_stands_around_its_place_if_it_can() {
        check(50., 100., (50., Anchor::Middle));
        check(0., 12., (0., Anchor::Middle));
    }

    #[test]
    fn near_an_edge_it_turns_inwards() {
        check(0., 100., (0., Anchor::Start));
        check(100., 150., (100., Anchor::End));
        // The margin is room too.
        check(100., 100., (100., Anchor::Middle));
    }

    #[test]
    fn a_text_that_fits_nowhere_begins_at_the_start() {
        check(50., 276., (0., Anchor::Start));
        check(50., 900., (0., Anchor::Start));
    }

    #[test]
    fn both_layouts_end_at_the_foot() {
        let mut labels = [Vec::new(), Vec::new()];
        let name = "a name that is too long for one line of the narrow layout, not of the wide";
        assert_eq!(write_at_start(&mut labels, name, TextStyle::Plain, (10., 1.)), 42.);
        assert_eq!(labels[0].iter().map(|label| label.y).collect::<Vec<_>>(), [22.68, 38.68]);
        assert_eq!(labels[1].iter().map(|label| label.y).collect::<Vec<_>>(), [38.68]);
    }

    #[test]
    fn no_text_takes_no_room() {
        assert_eq!(write(&mut [Vec::new(), Vec::new()], "", TextStyle::Plain, 0., (10., 0.)), 10.);
    }
}
