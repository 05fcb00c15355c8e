//! Where labels go. The rule: by priority, each label takes the best free spot near its mark; a label without one is
//! dropped, for the figure is in the table anyway. A few may never be dropped: these are moved until they fit.
//!
//! Labels are px wide, but marks stand at percentages of a plot whose width is not known. So a spot counts as free
//! only if it is free at the narrowest, a usual and a large width of its layout.

use super::round;
use super::text::{TEXT_SIZE, width};

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
}

impl TextStyle {
    fn size(self) -> f64 {
        match self {
            Self::Plain | Self::Value | Self::Strong => TEXT_SIZE,
            Self::Now => 17.,
        }
    }

    /// How much wider a line is than in regular weight and chart size. Bold letters are wider.
    pub fn scale(self) -> f64 {
        let boldness = match self {
            Self::Plain | Self::Value => 1.,
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
            Self::Plain | Self::Value | Self::Strong => 16.,
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
    let spot = |side: &Side| {
        let (dx, anchor, dy, rise) = match side {
            Side::Above => (0., Anchor::Middle, -far, Rise::Above),
            Side::AboveStart => (-radius, Anchor::Start, -far, Rise::Above),
            Side::AboveEnd => (radius, Anchor::End, -far, Rise::Above),
            Side::UpperLeft => (-far, Anchor::End, -near, Rise::Above),
            Side::UpperRight => (far, Anchor::Start, -near, Rise::Above),
            Side::Left => (-far - 3., Anchor::End, 0., Rise::Centred),
            Side::Right => (far + 3., Anchor::Start, 0., Rise::Centred),
            Side::LowerLeft => (-far, Anchor::End, near, Rise::Below),
            Side::LowerRight => (far, Anchor::Start, near, Rise::Below),
            Side::Below => (0., Anchor::Middle, far, Rise::Below),
            Side::BelowStart => (-radius, Anchor::Start, far, Rise::Below),
            Side::BelowEnd => (radius, Anchor::End, far, Rise::Below),
        };
        Spot { x, dx, anchor, y: y + dy, rise }
    };
    sides.iter().map(spot).collect()
}

/// A label that wants a place.
#[derive(Clone, Debug)]
pub struct Request {
    /// Ways to break the text into lines, from the best to the worst.
    pub forms: Vec<Vec<(String, TextStyle)>>,
    /// The lowest is placed first.
    pub rank: u8,
    /// From the best to the worst.
    pub spots: Vec<Spot>,
    /// How much it may cover, as the sum of the weights of [`Obstacle`]s. None: it is never dropped.
    pub tolerance: Option<f64>,
}

/// A straight mark that labels should not cover. Positions are (percent, px).
#[derive(Clone, Copy, Debug)]
pub struct Obstacle {
    pub from: (f64, f64),
    pub to: (f64, f64),
    pub weight: f64,
}

/// What a later choice in the list of spots costs, in the weights of obstacles.
const COST_OF_SPOT: f64 = 0.45;
/// What a later form of the text costs.
const COST_OF_FORM: f64 = 1.5;
/// Labels may reach this far over the left edge, as a dot there does. Texts of ticks end a little farther out.
const OVER_THE_EDGE: f64 = 6.;
/// Between a label and a line, in px.
const AIR: f64 = 2.;
/// What moving a label that may not be dropped costs per px.
const COST_OF_MOVE: f64 = 0.08;

#[derive(Clone, Copy, Debug, PartialEq)]
struct Block {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// A spot, with the size of the block that stands there.
type Placed = (Spot, f64, f64);

/// Places what fits between `top` and `bottom`, in px.
pub fn place(mut requests: Vec<Request>, obstacles: &[Obstacle], layout: Layout, top: f64, bottom: f64) -> Vec<Label> {
    requests.sort_by_key(|request| request.rank);
    let room = Room { obstacles, layout, top, bottom };
    let mut taken: Vec<Placed> = Vec::new();
    let mut labels = Vec::new();
    for request in requests {
        let moves = request.tolerance.is_none();
        let tolerance = request.tolerance.unwrap_or(f64::INFINITY);
        let choices = request.forms.iter().enumerate().filter_map(|(n, form)| {
            let (width, height) = block_size(form);
            let cost = |spot: &Spot| room.cost((*spot, width, height), &taken).filter(|cost| *cost <= tolerance);
            let (cost, spot) = best(&request.spots, cost, moves.then_some((top, bottom)))?;
            (width > 0.).then_some((cost + COST_OF_FORM * n as f64, form, (spot, width, height)))
        });
        if let Some((_, form, placed)) = choices.min_by(|a, b| a.0.total_cmp(&b.0)) {
            taken.push(placed);
            write(form, placed, layout, &mut labels);
        }
    }
    labels
}

/// Where labels may stand, and what they should not cover.
struct Room<'a> {
    obstacles: &'a [Obstacle],
    layout: Layout,
    top: f64,
    bottom: f64,
}

impl Room<'_> {
    /// What a block covers there, at the worst of the widths. None if it is outside or on another label.
    fn cost(&self, placed: Placed, taken: &[Placed]) -> Option<f64> {
        let mut worst: f64 = 0.;
        for &plot in self.layout.plot_widths() {
            let block = block(placed, plot);
            let inside = block.left >= -OVER_THE_EDGE
                && block.right <= plot + self.layout.end_margin()
                && block.top >= self.top
                && block.bottom <= self.bottom;
            if !inside || taken.iter().any(|other| overlap(block, self::block(*other, plot))) {
                return None;
            }
            let covered = self.obstacles.iter().filter(|obstacle| crosses(obstacle, block, plot));
            worst = worst.max(covered.map(|obstacle| obstacle.weight).sum());
        }
        Some(worst)
    }
}

/// The best spot for a block, with its cost. With bounds it may also be moved up or down, at last anywhere between.
fn best(spots: &[Spot], cost: impl Fn(&Spot) -> Option<f64>, bounds: Option<(f64, f64)>) -> Option<(f64, Spot)> {
    let cheapest = |candidates: &mut dyn Iterator<Item = (f64, Spot)>| {
        let possible = candidates.filter_map(|(extra, spot)| Some((extra + cost(&spot)?, spot)));
        possible.min_by(|a, b| a.0.total_cmp(&b.0))
    };
    let Some((top, bottom)) = bounds else {
        return cheapest(&mut spots.iter().enumerate().map(|(n, spot)| (COST_OF_SPOT * n as f64, *spot)));
    };
    let n_moves = ((bottom - top) / 4.) as u32;
    let near = &mut spots.iter().enumerate().flat_map(|(n, spot)| {
        (0..=n_moves)
            .flat_map(|m| [f64::from(m) * 4., f64::from(m) * -4.])
            .map(move |by| (COST_OF_SPOT * n as f64 + COST_OF_MOVE * by.abs(), Spot { y: spot.y + by, ..*spot }))
    });
    cheapest(near).or_else(|| {
        let first = *spots.first()?;
        let places = (0..=20).flat_map(|n| (0..=n_moves).map(move |m| (f64::from(n) * 5., top + f64::from(m) * 4.)));
        let anywhere = &mut places.map(|(x, y)| {
            let extra = COST_OF_MOVE * ((y - first.y).abs() + 5. * (x - first.x).abs());
            (extra, Spot { x, dx: 0., anchor: Anchor::Start, y, rise: Rise::Below })
        });
        cheapest(anywhere)
    })
}

fn block_size(lines: &[(String, TextStyle)]) -> (f64, f64) {
    let width = lines.iter().map(|(line, style)| style.width(line)).fold(0., f64::max);
    (width, lines.iter().map(|(_, style)| style.line_height()).sum())
}

fn block_top(spot: &Spot, height: f64) -> f64 {
    match spot.rise {
        Rise::Above => spot.y - height,
        Rise::Centred => spot.y - height / 2.,
        Rise::Below => spot.y,
    }
}

fn block((spot, width, height): Placed, plot: f64) -> Block {
    let at = spot.x / 100. * plot + spot.dx;
    let left = match spot.anchor {
        Anchor::Start => at,
        Anchor::Middle => at - width / 2.,
        Anchor::End => at - width,
    };
    let top = block_top(&spot, height);
    Block { left, right: left + width, top, bottom: top + height }
}

/// Side by side, two labels keep the width of a space between them.
fn overlap(a: Block, b: Block) -> bool {
    a.left < b.right + 4. && b.left < a.right + 4. && a.top < b.bottom && b.top < a.bottom
}

/// Whether a straight mark runs through a block (Liang and Barsky's clipping of a line by a rectangle).
fn crosses(obstacle: &Obstacle, block: Block, plot: f64) -> bool {
    let (x, y) = (obstacle.from.0 / 100. * plot, obstacle.from.1);
    let (run, fall) = (obstacle.to.0 / 100. * plot - x, obstacle.to.1 - y);
    let (mut enter, mut leave) = (0_f64, 1_f64);
    let sides =
        [(-run, x - block.left + AIR), (run, block.right + AIR - x), (-fall, y - block.top), (fall, block.bottom - y)];
    for (speed, room) in sides {
        if speed == 0. {
            if room < 0. {
                return false;
            }
        } else if speed < 0. {
            enter = enter.max(room / speed);
        } else {
            leave = leave.min(room / speed);
        }
    }
    enter <= leave
}

fn write(lines: &[(String, TextStyle)], (spot, _, height): Placed, layout: Layout, labels: &mut Vec<Label>) {
    let mut top = block_top(&spot, height);
    for &(ref text, style) in lines {
        // The baseline, so that capitals stand in the middle of their line.
        let y = round(top + (style.line_height() + 0.72 * style.size()) / 2.);
        top += style.line_height();
        let (x, dx) = (round(spot.x), round(spot.dx));
        labels.push(Label { text: text.clone(), x, dx, y, anchor: spot.anchor, style, layout: Some(layout) });
    }
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

/// Pairs of labels of one layout that overlap at one of its widths, and labels outside the plot: for tests of charts.
#[cfg(test)]
pub(super) fn faults(labels: &[Label], layout: Layout, bottom: f64) -> Vec<String> {
    let shown: Vec<&Label> = labels.iter().filter(|label| label.layout.is_none_or(|only| only == layout)).collect();
    let mut faults = Vec::new();
    for &plot in layout.plot_widths() {
        // Measured on the ink of a line, from the top of its capitals to its baseline, not by the code under test.
        let ink = |label: &Label| {
            let width = label.style.width(&label.text);
            let at = label.x / 100. * plot + label.dx;
            let left = match label.anchor {
                Anchor::Start => at,
                Anchor::Middle => at - width / 2.,
                Anchor::End => at - width,
            };
            (left, left + width, label.y - 0.75 * label.style.size(), label.y + 1.)
        };
        for (index, label) in shown.iter().enumerate() {
            let (left, right, top, foot) = ink(label);
            if left < -OVER_THE_EDGE - 0.1 || right > plot + layout.end_margin() + 0.1 || top < 0. || foot > bottom {
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
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(text: &str, rank: u8, spots: Vec<Spot>, tolerance: Option<f64>) -> Request {
        Request { forms: vec![vec![(text.to_string(), TextStyle::Value)]], rank, spots, tolerance }
    }

    /// What was placed, in the order of placing, as `text@y`.
    #[track_caller]
    fn check(requests: Vec<Request>, obstacles: &[Obstacle], expected: &[&str]) {
        let labels = place(requests, obstacles, Layout::Narrow, 0., 300.);
        let found: Vec<String> = labels.iter().map(|label| format!("{}@{}", label.text, label.y)).collect();
        assert_eq!(found, expected);
        assert_eq!(faults(&labels, Layout::Narrow, 300.), Vec::<String>::new());
    }

    const SIDES: [Side; 2] = [Side::Above, Side::Below];

    fn line(y: f64, weight: f64) -> Obstacle {
        Obstacle { from: (0., y), to: (100., y), weight }
    }

    #[test]
    fn takes_the_first_spot() {
        check(vec![request("50.4", 1, around(50., 100., 5., &SIDES), Some(0.))], &[], &["50.4@87.68"]);
    }

    #[test]
    fn moves_off_a_line() {
        check(vec![request("50.4", 1, around(50., 100., 5., &SIDES), Some(9.))], &[line(85., 6.)], &["50.4@121.68"]);
    }

    #[test]
    fn is_dropped_where_every_spot_covers_a_line() {
        let lines = [line(85., 6.), line(115., 6.)];
        check(vec![request("50.4", 1, around(50., 100., 5., &SIDES), Some(5.))], &lines, &[]);
    }

    #[test]
    fn the_important_one_is_placed_first() {
        let spots = around(50., 100., 5., &[Side::Above]);
        check(
            vec![request("low", 9, spots.clone(), Some(5.)), request("high", 1, spots, Some(5.))],
            &[],
            &["high@87.68"],
        );
    }

    #[test]
    fn what_may_not_be_dropped_moves() {
        let spots = around(50., 100., 5., &[Side::Above]);
        check(vec![request("a", 1, spots.clone(), None), request("b", 2, spots, None)], &[], &["a@87.68", "b@103.68"]);
    }

    #[test]
    fn what_may_not_be_dropped_moves_into_the_plot() {
        let spots = vec![Spot { x: 100., dx: 50., anchor: Anchor::Start, y: 900., rise: Rise::Below }];
        assert_eq!(place(vec![request("a", 1, spots, None)], &[], Layout::Narrow, 0., 300.).len(), 1);
    }

    #[test]
    fn breaks_into_more_lines_where_one_would_not_fit() {
        let form = |lines: &[&str]| lines.iter().map(|line| (line.to_string(), TextStyle::Plain)).collect();
        let forms = vec![form(&["a rather long label, longer than half"]), form(&["a rather long", "label"])];
        let spots = vec![Spot { x: 60., dx: 0., anchor: Anchor::Start, y: 50., rise: Rise::Below }];
        check(
            vec![Request { forms, rank: 1, spots, tolerance: Some(0.) }],
            &[],
            &["a rather long@62.68", "label@78.68"],
        );
    }

    #[test]
    fn keeps_inside_the_plot() {
        check(vec![request("a label", 1, around(100., 100., 5., &[Side::Right]), Some(9.))], &[], &[]);
        check(vec![request("a label", 1, around(50., 5., 5., &[Side::Above]), Some(9.))], &[], &[]);
    }

    #[test]
    fn the_wide_layout_has_room_at_the_right() {
        let requests = vec![request("a label", 1, around(100., 100., 5., &[Side::Right]), Some(9.))];
        assert_eq!(place(requests, &[], Layout::Wide, 0., 300.).len(), 1);
    }

    #[test]
    fn a_label_without_text_takes_no_room() {
        let spots = around(50., 100., 5., &[Side::Above]);
        check(vec![request("", 1, spots.clone(), None), request("b", 2, spots, None)], &[], &["b@87.68"]);
    }

    #[test]
    fn the_same_line_in_both_layouts_is_kept_once() {
        let spots = around(50., 100., 5., &SIDES);
        let placed = |layout| place(vec![request("a", 1, spots.clone(), None)], &[], layout, 0., 300.);
        let joined = join(placed(Layout::Wide), placed(Layout::Narrow));
        assert_eq!(joined.iter().map(|label| label.layout).collect::<Vec<_>>(), [None]);
    }

    #[test]
    fn lines_are_met_only_where_they_run() {
        let block = Block { left: 10., right: 20., top: 10., bottom: 20. };
        let meets = |from, to| crosses(&Obstacle { from, to, weight: 1. }, block, 100.);
        assert!(meets((0., 0.), (30., 30.)));
        assert!(meets((15., 0.), (15., 300.)));
        assert!(meets((15., 15.), (15., 15.)));
        assert!(!meets((0., 0.), (5., 300.)));
        assert!(!meets((0., 30.), (7., 9.)));
    }
}
