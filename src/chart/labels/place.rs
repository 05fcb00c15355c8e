//! Placing labels: a greedy choice in the order of rank.

use super::{Anchor, Label, Layout, OVER_THE_EDGE, Rise, Spot, TextStyle};
use crate::chart::round;
use crate::sorted::sort_by_key;

/// A text in lines, each with its style.
pub type Form = Vec<(String, TextStyle)>;

/// A label that wants a place.
#[derive(Clone, Debug)]
pub struct Request {
    /// Ways to break the text into lines, from the best to the worst.
    pub forms: Vec<Form>,
    /// What remains of the text if no form finds a place.
    pub last_resort: Option<Form>,
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
/// Between a label and a line, in px.
const AIR: f64 = 2.;
/// What moving a label that may not be dropped costs per px.
const COST_OF_MOVE: f64 = 0.1;
/// What it costs to leave all spots of a label for any place in the plot.
const COST_OF_LEAVING: f64 = 6.;
/// Such a label is moved by multiples of this, in px.
const MOVE: f64 = 6.;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Block {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

/// A spot, with the size of the block that stands there.
pub(super) type Placed = (Spot, f64, f64);

/// Places what fits between `top` and `bottom`, in px.
pub fn place(mut requests: Vec<Request>, obstacles: &[Obstacle], layout: Layout, top: f64, bottom: f64) -> Vec<Label> {
    sort_by_key(&mut requests, |request| request.rank);
    let room = Room { obstacles, layout, top, bottom };
    let mut taken: Vec<Placed> = Vec::new();
    let mut labels = Vec::new();
    for request in requests {
        let moves = request.tolerance.is_none();
        let tolerance = request.tolerance.unwrap_or(f64::INFINITY);
        let choice = |(n, form): (usize, &Form)| {
            let (width, height) = block_size(form);
            let cost = |spot: &Spot, bound: f64| {
                room.cost((*spot, width, height), &taken, bound).filter(|cost| *cost <= tolerance)
            };
            let (cost, spot) = best(&request.spots, cost, moves.then_some((top, bottom)))?;
            (width > 0.).then(|| (cost + COST_OF_FORM * n as f64, form.clone(), (spot, width, height)))
        };
        let choices = request.forms.iter().enumerate().filter_map(choice);
        let chosen = choices.min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, form, placed)) = chosen.or_else(|| choice((0, request.last_resort.as_ref()?))) {
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
    /// What a block covers there, at the worst of the widths. None if it is outside, on another label, or covers
    /// `bound` or more.
    fn cost(&self, placed: Placed, taken: &[Placed], bound: f64) -> Option<f64> {
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
            let mut covered = 0.;
            for obstacle in self.obstacles {
                if crosses(obstacle, block, plot) {
                    covered += obstacle.weight;
                    if covered >= bound {
                        return None;
                    }
                }
            }
            worst = worst.max(covered);
        }
        Some(worst)
    }
}

/// The best spot for a block, with its cost. With bounds it may also be moved up or down, or
/// anywhere between.
fn best(spots: &[Spot], cost: impl Fn(&Spot, f64) -> Option<f64>, bounds: Option<(f64, f64)>) -> Option<(f64, Spot)> {
    let cheapest = |candidates: &mut dyn Iterator<Item = (f64, Spot)>| {
        candidates.fold(None, |best: Option<(f64, Spot)>, (extra, spot)| {
            let bound = best.map_or(f64::INFINITY, |best| best.0);
            // What a spot covers is costly to find out, and most are too far off to matter.
            let cost = if extra < bound { cost(&spot, bound - extra) } else { None };
            cost.map(|cost| (extra + cost, spot)).or(best)
        })
    };
    let Some((top, bottom)) = bounds else {
        return cheapest(&mut spots.iter().enumerate().map(|(n, spot)| (COST_OF_SPOT * n as f64, *spot)));
    };
    let n_moves = ((bottom - top) / MOVE) as u32;
    let near = spots.iter().enumerate().flat_map(|(n, spot)| {
        (0..=n_moves)
            .flat_map(|m| [f64::from(m) * MOVE, f64::from(m) * -MOVE])
            .map(move |by| (COST_OF_SPOT * n as f64 + COST_OF_MOVE * by.abs(), Spot { y: spot.y + by, ..*spot }))
    });
    let first = spots.first()?;
    let places = (0..=20).flat_map(|n| (0..=n_moves).map(move |m| (f64::from(n) * 5., top + f64::from(m) * MOVE)));
    let anywhere = places.map(|(x, y)| {
        let extra = COST_OF_MOVE * ((y - first.y).abs() + 5. * (x - first.x).abs());
        (COST_OF_LEAVING + extra, Spot { x, dx: 0., anchor: Anchor::Start, y, rise: Rise::Below })
    });
    cheapest(&mut near.chain(anywhere))
}

fn block_size(lines: &Form) -> (f64, f64) {
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

pub(super) fn block((spot, width, height): Placed, plot: f64) -> Block {
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
pub(super) fn crosses(obstacle: &Obstacle, block: Block, plot: f64) -> bool {
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

fn write(lines: Form, (spot, _, height): Placed, layout: Layout, labels: &mut Vec<Label>) {
    let mut top = block_top(&spot, height);
    for (text, style) in lines {
        // The baseline, so that capitals stand in the middle of their line.
        let y = round(top + (style.line_height() + 0.72 * style.size()) / 2.);
        top += style.line_height();
        let (x, dx) = (round(spot.x), round(spot.dx));
        labels.push(Label { text, x, dx, y, anchor: spot.anchor, style, layout: Some(layout) });
    }
}
