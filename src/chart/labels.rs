//! Where labels go. The rule: by priority, each label takes the best free spot near its mark; a label without one is
//! dropped, for the figure is in the table anyway. A few may never be dropped: these are moved until they fit.
//!
//! Labels are px wide, but marks stand at percentages of a plot whose width is not known. So a spot counts as free
//! only if it is free at the narrowest, a usual and a large width of its layout.

mod place;
#[cfg(test)]
mod tests;

pub use place::{Form, Obstacle, Request, place};
#[cfg(test)]
pub(super) use tests::faults;

use super::text::{TEXT_SIZE, width};

/// Labels may reach this far over the left edge, as a dot there does. Texts of ticks end a little farther out.
const OVER_THE_EDGE: f64 = 6.;

/// The two sets of labels. The style sheet shows one, by the width of the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// From 48 rem, with a margin for labels right of the plot.
    Wide,
    Narrow,
}

impl Layout {
    /// Widths of the plot in px at which labels must not collide. 246 is a page 320 px wide.
    pub fn plot_widths(self) -> &'static [f64] {
        match self {
            Self::Wide => &[518., 700., 860., 920.],
            Self::Narrow => &[246., 330., 500., 690.],
        }
    }

    /// Room for labels right of the plot, in px: the end padding of `.plot`.
    pub fn end_margin(self) -> f64 {
        match self {
            Self::Wide => 208.,
            Self::Narrow => 4.,
        }
    }
}

/// Which end of a line of text stands at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// What a line of text is, which decides its weight and size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextStyle {
    Plain,
    /// The value of a point.
    Value,
    Strong,
    /// The latest value.
    Now,
    /// Names of the comparison lines, in the colour of the line.
    Second,
    Third,
    Fourth,
}

impl TextStyle {
    fn size(self) -> f64 {
        match self {
            Self::Plain | Self::Value | Self::Strong | Self::Second | Self::Third | Self::Fourth => TEXT_SIZE,
            Self::Now => 17.,
        }
    }

    /// How much wider a line is than in regular weight and chart size. Bold letters are wider.
    pub fn scale(self) -> f64 {
        let boldness = match self {
            Self::Plain | Self::Value | Self::Second | Self::Third | Self::Fourth => 1.,
            Self::Strong | Self::Now => 1.08,
        };
        boldness * self.size() / TEXT_SIZE
    }

    /// Estimated width of a line in px.
    pub fn width(self, line: &str) -> f64 {
        width(line, TEXT_SIZE) * self.scale()
    }

    fn line_height(self) -> f64 {
        match self {
            Self::Plain | Self::Value | Self::Strong | Self::Second | Self::Third | Self::Fourth => 16.,
            Self::Now => 21.,
        }
    }
}

/// One line of text, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub text: String,
    /// Percent of the plot's width.
    pub x: f64,
    /// Offset from `x` in px.
    pub dx: f64,
    /// Baseline of the text, px from the top.
    pub y: f64,
    pub anchor: Anchor,
    pub style: TextStyle,
    /// The only layout that shows it; both do if none is named.
    pub layout: Option<Layout>,
}

/// Which part of a block of text stands at its height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rise {
    /// The block ends there: it is above its mark.
    Above,
    Centred,
    /// The block begins there: it is below its mark.
    Below,
}

/// A place for a block of text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Percent of the plot's width.
    pub x: f64,
    /// Offset from `x` in px.
    pub dx: f64,
    pub anchor: Anchor,
    /// Px from the top.
    pub y: f64,
    pub rise: Rise,
}

/// A side of a mark. `AboveStart` begins over the mark, `AboveEnd` ends over it; `UpperLeft` touches it at its corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Above,
    AboveStart,
    AboveEnd,
    UpperLeft,
    UpperRight,
    Left,
    Right,
    LowerLeft,
    LowerRight,
    Below,
    BelowStart,
    BelowEnd,
}

/// The spots on some sides of a round mark, in the given order.
pub fn around(x: f64, y: f64, radius: f64, sides: &[Side]) -> Vec<Spot> {
    let (far, near) = (radius + 4., radius - 2.);
    // No farther than the narrow layout has room at the end.
    let over = radius.min(Layout::Narrow.end_margin());
    let spot = |side: &Side| {
        let (dx, anchor, dy, rise) = match side {
            Side::Above => (0., Anchor::Middle, -far, Rise::Above),
            Side::AboveStart => (-over, Anchor::Start, -far, Rise::Above),
            Side::AboveEnd => (over, Anchor::End, -far, Rise::Above),
            Side::UpperLeft => (-far, Anchor::End, -near, Rise::Above),
            Side::UpperRight => (far, Anchor::Start, -near, Rise::Above),
            Side::Left => (-far - 3., Anchor::End, 0., Rise::Centred),
            Side::Right => (far + 3., Anchor::Start, 0., Rise::Centred),
            Side::LowerLeft => (-far, Anchor::End, near, Rise::Below),
            Side::LowerRight => (far, Anchor::Start, near, Rise::Below),
            Side::Below => (0., Anchor::Middle, far, Rise::Below),
            Side::BelowStart => (-over, Anchor::Start, far, Rise::Below),
            Side::BelowEnd => (over, Anchor::End, far, Rise::Below),
        };
        Spot { x, dx, anchor, y: y + dy, rise }
    };
    sides.iter().map(spot).collect()
}

/// Joins the labels of both layouts: a line that stands at the same place in both is kept once.
pub fn join(wide: Vec<Label>, mut narrow: Vec<Label>) -> Vec<Label> {
    let mut joined = Vec::with_capacity(wide.len() + narrow.len());
    for label in wide {
        let twin = Label { layout: Some(Layout::Narrow), ..label.clone() };
        let shared = narrow.iter().position(|other| *other == twin);
        if let Some(index) = shared {
            narrow.remove(index);
        }
        joined.push(if shared.is_some() { Label { layout: None, ..label } } else { label });
    }
    joined.extend(narrow);
    joined
}
