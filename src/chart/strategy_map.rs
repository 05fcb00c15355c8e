//! How activities are meant to reach a goal: four columns of boxes, and lines from left to right.
//!
//! In px and never scaled: a narrow page scrolls it. Boxes of a column stand in the order of what they are tied to, so
//! that few lines cross.

use super::round;
use super::text::{TEXT_SIZE, wrap};
use crate::sorted::sort_by;

/// How many columns there are: activity, strategy, indicator, goal.
pub const COLUMNS: usize = 4;

/// A line that is wanted: from a column and a place in it to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EdgeIn {
    pub from: (usize, usize),
    pub to: (usize, usize),
    pub step: Step,
}

/// How well a step is proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Strong,
    Supported,
    Assumed,
    /// It belongs there; nothing is said of how well it works.
    Belongs,
}

/// The geometry of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct StrategyMap {
    pub width: f64,
    pub height: f64,
    /// Where each column begins.
    pub columns: [f64; COLUMNS],
    pub boxes: Vec<MapBox>,
    pub edges: Vec<Edge>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MapBox {
    pub column: usize,
    pub x: f64,
    pub y: f64,
    pub height: f64,
    /// Where its text begins.
    pub text_x: f64,
    /// Each line of text and its baseline.
    pub lines: Vec<(f64, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    pub path: String,
    pub step: Step,
}

/// Width of a box.
pub const BOX: f64 = 208.;
const GAP: f64 = 74.;
const PADDING: (f64, f64) = (9., 7.);
const LINE: f64 = 17.;
const MOST_LINES: usize = 3;
const BETWEEN: f64 = 10.;
/// Left free above, for the columns' names.
pub const HEAD: f64 = 26.;
/// A column with more boxes is not drawn: nobody could follow its lines.
const MOST: usize = 60;

/// The map of these texts, a list for each column. `None` if a column is too full for a picture.
pub fn strategy_map(texts: &[Vec<String>; COLUMNS], edges: &[EdgeIn]) -> Option<StrategyMap> {
    if texts.iter().any(|column| column.len() > MOST) {
        return None;
    }
    let columns = [0., 1., 2., 3.].map(|n: f64| n * (BOX + GAP));
    let lines: Vec<Vec<Vec<String>>> = (texts.iter())
        .map(|column| {
            let wrapped = |text: &String| wrap(std::slice::from_ref(text), BOX - 2. * PADDING.0, TEXT_SIZE, MOST_LINES);
            column.iter().map(wrapped).collect()
        })
        .collect();
    let tall = |lines: &[String]| lines.len().max(1) as f64 * LINE + 2. * PADDING.1;
    let full = |column: &Vec<Vec<String>>| column.iter().map(|lines| tall(lines) + BETWEEN).sum::<f64>() - BETWEEN;
    let height = lines.iter().map(full).fold(LINE, f64::max);

    // Strategies stand as given; goals and indicators look back, activities look ahead.
    let mut middles: [Vec<f64>; COLUMNS] = texts.each_ref().map(|column| vec![height / 2.; column.len()]);
    let mut boxes = Vec::new();
    for column in [1, 0, 2, 3] {
        let mut order: Vec<usize> = (0..texts[column].len()).collect();
        if column != 1 {
            let pull: Vec<f64> = order.iter().map(|at| pull(edges, &middles, (column, *at), height)).collect();
            sort_by(&mut order, |a, b| pull[*a].total_cmp(&pull[*b]));
        }
        let mut y = HEAD + (height - full(&lines[column])) / 2.;
        for at in order {
            let lines = &lines[column][at];
            let high = tall(lines);
            middles[column][at] = y + high / 2.;
            let text = |(n, line): (usize, &String)| (round(y + PADDING.1 + LINE * (n as f64 + 0.76)), line.clone());
            boxes.push(MapBox {
                column,
                x: columns[column],
                y: round(y),
                height: round(high),
                text_x: columns[column] + PADDING.0,
                lines: lines.iter().enumerate().map(text).collect(),
            });
            y += high + BETWEEN;
        }
    }
    let known = |(column, at): (usize, usize)| middles.get(column).and_then(|column| column.get(at)).copied();
    let drawn = edges.iter().filter(|edge| edge.from != edge.to).filter_map(|edge| {
        let (y1, y2) = (known(edge.from)?, known(edge.to)?);
        let path = path((columns[edge.from.0] + BOX, y1), columns[edge.to.0], y2);
        Some(Edge { path, step: edge.step })
    });
    Some(StrategyMap {
        width: round(columns[COLUMNS - 1] + BOX),
        height: round(height + HEAD),
        edges: drawn.collect(),
        columns,
        boxes,
    })
}

/// The mean height of what a box is tied to; what is tied to nothing goes down.
fn pull(edges: &[EdgeIn], middles: &[Vec<f64>; COLUMNS], here: (usize, usize), height: f64) -> f64 {
    let others = edges.iter().filter_map(|edge| match (edge.from == here, edge.to == here) {
        (true, false) if edge.to.0 != here.0 => Some(edge.to),
        (false, true) if edge.from.0 != here.0 => Some(edge.from),
        _ => None,
    });
    let (sum, n) = others
        .filter_map(|(column, at)| middles.get(column)?.get(at))
        .fold((0., 0.), |(sum, n), middle| (sum + middle, n + 1.));
    if n > 0. { sum / n } else { height * 2. }
}

/// From the end of a box to the beginning of another. Within one column the line goes out and comes back.
fn path((x1, y1): (f64, f64), x2: f64, y2: f64) -> String {
    let within = x2 < x1;
    let (end, bend) = if within { (x1, GAP * 0.6) } else { (x2, ((x2 - x1) / 2.).max(GAP / 2.)) };
    let second = if within { end + bend } else { end - bend };
    let [x1, y1, first, second, end, y2] = [x1, y1, x1 + bend, second, end, y2].map(round);
    format!("M{x1} {y1}C{first} {y1} {second} {y2} {end} {y2}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(counts: [usize; COLUMNS]) -> [Vec<String>; COLUMNS] {
        counts.map(|n| (0..n).map(|at| format!("Something with a rather long name, number {at}")).collect())
    }

    fn edge(from: (usize, usize), to: (usize, usize)) -> EdgeIn {
        EdgeIn { from, to, step: Step::Belongs }
    }

    /// Boxes lie inside and apart; so many lines are drawn.
    #[track_caller]
    fn check(counts: [usize; COLUMNS], edges: &[EdgeIn], drawn: usize) -> StrategyMap {
        let map = strategy_map(&texts(counts), edges).unwrap();
        assert_eq!(map.boxes.len(), counts.iter().sum::<usize>());
        for (at, one) in map.boxes.iter().enumerate() {
            assert!(one.x + BOX <= map.width && one.y >= HEAD - 0.01 && one.y + one.height <= map.height + 0.01);
            assert!(one.lines.iter().all(|(y, _)| *y > one.y && *y < one.y + one.height));
            for other in &map.boxes[at + 1..] {
                let apart = one.y + one.height <= other.y || other.y + other.height <= one.y;
                assert!(one.column != other.column || apart, "{one:?} lies on {other:?}");
            }
        }
        assert_eq!(map.edges.len(), drawn);
        map
    }

    #[test]
    fn an_empty_map_is_a_map() {
        check([0; 4], &[], 0);
        check([0, 1, 0, 1], &[edge((1, 0), (3, 0))], 1);
    }

    #[test]
    fn activities_stand_beside_their_strategies() {
        let crossed = [edge((0, 0), (1, 1)), edge((0, 1), (1, 0)), edge((1, 0), (2, 0)), edge((2, 0), (3, 0))];
        let map = check([2, 2, 1, 1], &crossed, 4);
        let activities: Vec<_> = map.boxes.iter().filter(|one| one.column == 0).collect();
        assert!(activities[0].lines.iter().any(|(_, line)| line.contains('1')));
    }

    #[test]
    fn lines_to_nowhere_and_to_itself_are_left_out() {
        check(
            [1, 2, 0, 1],
            &[edge((0, 0), (1, 7)), edge((1, 0), (1, 0)), edge((1, 0), (1, 1)), edge((9, 0), (1, 0))],
            1,
        );
    }

    #[test]
    fn too_full_a_column_is_not_drawn() {
        assert_eq!(strategy_map(&texts([61, 1, 1, 1]), &[]), None);
    }
}
