//! Who works with whom: dots on a ring, lines between them, names outside of it.
//!
//! All in px, as the picture is never scaled: a narrow page scrolls it. The dots stand at even steps down both sides of
//! the ring rather than at even angles, so that names have a line each. Where they would still collide, the dots with
//! the most ties keep theirs; the table beside the picture has them all.

use super::round;
use super::text::{TEXT_SIZE, width, wrap};
use crate::sorted::sort_by;

/// A dot that is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeIn {
    pub name: String,
    /// A circle; else a square.
    pub round: bool,
}

/// A line that is wanted, between two places in the list of dots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TieIn {
    pub from: usize,
    pub to: usize,
    /// How many things they share; at least 1.
    pub shared: usize,
}

/// The geometry of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    pub width: f64,
    pub height: f64,
    pub dots: Vec<Dot>,
    /// The weakest first, so that the strong ones lie on top.
    pub ties: Vec<Tie>,
    /// Names that found no room.
    pub without_name: usize,
    /// Dots that found no room: those with the fewest ties.
    pub left_out: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    pub x: f64,
    pub y: f64,
    /// Its upper left corner, if it is a square.
    pub corner: (f64, f64),
    pub round: bool,
    pub name: Option<Name>,
}

/// A name beside its dot.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    pub text: String,
    pub x: f64,
    pub y: f64,
    /// It ends at `x`, as it stands on the left.
    pub ends: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    pub path: String,
    /// 1, 2 or 3: shares one thing, two, or more.
    pub strength: u8,
}

/// Half the width of a dot.
pub const DOT: f64 = 5.;
/// The side of a square.
pub const SIDE: f64 = 2. * DOT;
/// Room for a name.
const NAME_ROOM: f64 = 216.;
/// Between a dot's middle and its name.
const NAME_GAP: f64 = 11.;
/// A line of text and its air.
const NAME_HEIGHT: f64 = 17.;
/// Between two dots of a side.
const STEP: (f64, f64) = (9., 23.);
/// The ring is not higher, unless the dots stand as close as they may.
const MOST_HEIGHT: f64 = 720.;
/// How many dots are drawn.
const MOST: usize = 160;
const RADIUS: (f64, f64) = (90., 240.);
const EDGE: f64 = 14.;

/// The picture of these dots, clockwise from the top in the order given.
pub fn network(nodes: &[NodeIn], ties: &[TieIn]) -> Network {
    let strength: Vec<usize> = (0..nodes.len())
        .map(|at| ties.iter().filter(|tie| tie.from == at || tie.to == at).map(|tie| tie.shared).sum())
        .collect();
    let mut by_strength: Vec<usize> = (0..nodes.len()).collect();
    sort_by(&mut by_strength, |a, b| strength[*b].cmp(&strength[*a]));
    let mut is_in = vec![false; nodes.len()];
    by_strength.iter().take(MOST).for_each(|at| is_in[*at] = true);
    let drawn: Vec<usize> = (0..nodes.len()).filter(|at| is_in[*at]).collect();

    let rows = drawn.len().div_ceil(2).max(1) as f64;
    let step = (MOST_HEIGHT / rows).clamp(STEP.0, STEP.1);
    let height = rows * step + 2. * EDGE;
    let radius = (height / 2.).clamp(RADIUS.0, RADIUS.1);
    let middle = (NAME_ROOM + NAME_GAP + radius, height / 2.);

    let mut places = vec![(0., 0., false); nodes.len()];
    for (n, at) in drawn.iter().enumerate() {
        // Down the right side, then up the left one.
        let right = (n as f64) < rows;
        let row = if right { n as f64 } else { drawn.len() as f64 - 1. - n as f64 };
        let y = EDGE + (row + 0.5) * step;
        let rise = (y - middle.1) / (height / 2.);
        let out = radius * (1. - rise * rise).max(0.).sqrt();
        places[*at] = (if right { middle.0 + out } else { middle.0 - out }, y, !right);
    }

    // The strongest choose first.
    let mut taken: [Vec<f64>; 2] = [Vec::new(), Vec::new()];
    let mut named = vec![false; nodes.len()];
    for at in by_strength.iter().copied().filter(|at| is_in[*at]) {
        let (_, y, left) = places[at];
        let side = &mut taken[usize::from(left)];
        if side.iter().all(|other| (other - y).abs() >= NAME_HEIGHT) {
            side.push(y);
            named[at] = true;
        }
    }
    let dots: Vec<Dot> = drawn.iter().map(|at| dot(&nodes[*at], places[*at], named[*at])).collect();
    let mut lines: Vec<&TieIn> =
        ties.iter().filter(|tie| tie.from != tie.to && has(&is_in, tie.from) && has(&is_in, tie.to)).collect();
    sort_by(&mut lines, |a, b| a.shared.cmp(&b.shared));
    Network {
        width: round(2. * middle.0),
        height: round(height),
        without_name: dots.iter().filter(|dot| dot.name.is_none()).count(),
        left_out: nodes.len() - dots.len(),
        ties: lines.into_iter().map(|tie| line(places[tie.from], places[tie.to], middle, tie.shared)).collect(),
        dots,
    }
}

fn has(is_in: &[bool], at: usize) -> bool {
    is_in.get(at).copied().unwrap_or(false)
}

fn dot(node: &NodeIn, (x, y, left): (f64, f64, bool), named: bool) -> Dot {
    let text = wrap(std::slice::from_ref(&node.name), NAME_ROOM, TEXT_SIZE, 1).into_iter().next();
    let beside = if left { x - NAME_GAP } else { x + NAME_GAP };
    let name = text.filter(|text| named && width(text, TEXT_SIZE) > 0.);
    let name = name.map(|text| Name { text, x: round(beside), y: round(y + TEXT_SIZE * 0.35), ends: left });
    Dot { x: round(x), y: round(y), corner: (round(x - DOT), round(y - DOT)), round: node.round, name }
}

/// A line that bends towards the middle, so that neighbours on one side are not joined by a line over the dots.
fn line(from: (f64, f64, bool), to: (f64, f64, bool), middle: (f64, f64), shared: usize) -> Tie {
    let bend = |a: f64, b: f64, middle: f64| (a + b) / 2. * 0.45 + middle * 0.55;
    let (x, y) = (bend(from.0, to.0, middle.0), bend(from.1, to.1, middle.1));
    let [x1, y1, x, y, x2, y2] = [from.0, from.1, x, y, to.0, to.1].map(round);
    Tie { path: format!("M{x1} {y1}Q{x} {y} {x2} {y2}"), strength: shared.clamp(1, 3) as u8 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nodes(n: usize) -> Vec<NodeIn> {
        (0..n).map(|at| NodeIn { name: format!("Partner number {at}"), round: at % 3 == 0 }).collect()
    }

    /// Everything is inside the picture, no name lies on another, and so many names and dots are missing.
    #[track_caller]
    fn check(n: usize, ties: &[TieIn], without_name: usize, left_out: usize) -> Network {
        let net = network(&nodes(n), ties);
        let inside = |x: f64, y: f64| x >= 0. && x <= net.width && y >= 0. && y <= net.height;
        assert!(net.dots.iter().all(|dot| inside(dot.x, dot.y)));
        let boxes: Vec<_> = (net.dots.iter().filter_map(|dot| dot.name.as_ref()))
            .map(|name| {
                let wide = width(&name.text, TEXT_SIZE);
                let from = if name.ends { name.x - wide } else { name.x };
                (from, from + wide, name.y)
            })
            .collect();
        for (at, one) in boxes.iter().enumerate() {
            assert!(inside(one.0, one.2) && inside(one.1, one.2), "{one:?} is cut");
            for other in &boxes[at + 1..] {
                let apart = one.1 <= other.0 || other.1 <= one.0 || (one.2 - other.2).abs() >= TEXT_SIZE;
                assert!(apart, "{one:?} lies on {other:?}");
            }
        }
        assert_eq!((net.without_name, net.left_out), (without_name, left_out));
        net
    }

    #[test]
    fn nobody_and_one_alone_make_a_picture() {
        check(0, &[], 0, 0);
        check(1, &[], 0, 0);
        check(2, &[TieIn { from: 0, to: 1, shared: 4 }], 0, 0);
    }

    #[test]
    fn forty_names_find_room() {
        check(40, &[TieIn { from: 0, to: 39, shared: 1 }], 0, 0);
        check(83, &[], 0, 0);
    }

    #[test]
    fn where_there_is_no_room_the_strongest_keep_their_names() {
        let net = check(120, &[TieIn { from: 3, to: 4, shared: 2 }], 60, 0);
        assert!(net.dots[3].name.is_some() && net.dots[4].name.is_none());
        assert!(network(&nodes(120), &[]).dots[0].name.is_some());
    }

    #[test]
    fn of_too_many_the_strongest_are_drawn() {
        let net =
            check(500, &[TieIn { from: 498, to: 499, shared: 9 }, TieIn { from: 2, to: 700, shared: 1 }], 80, 340);
        assert_eq!(net.ties.iter().map(|tie| tie.strength).collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn long_names_are_shortened() {
        let long =
            NodeIn { name: "A very long name of an association of many other associations".into(), round: false };
        let net = network(&[long], &[]);
        assert!(net.dots[0].name.as_ref().is_some_and(|name| name.text.ends_with('…')));
    }

    #[test]
    fn strong_ties_lie_on_top() {
        let tie = |from, to, shared| TieIn { from, to, shared };
        let net = check(5, &[tie(0, 1, 5), tie(1, 2, 1), tie(2, 2, 1), tie(3, 4, 2)], 0, 0);
        assert_eq!(net.ties.iter().map(|tie| tie.strength).collect::<Vec<_>>(), [1, 2, 3]);
    }
}
