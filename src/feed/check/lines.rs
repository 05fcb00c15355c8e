//! A series as lines: the published values of one group at one place, in time order.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::feed::period::Period;
use crate::feed::series::{Row, Scope, SeriesDraft, Status, order};
use crate::sorted::sort_by_key;

/// The rows of one group at one place, in time order.
pub(super) struct Line<'r> {
    pub(super) scope: &'r Scope,
    /// With their index in the series.
    pub(super) rows: Vec<(usize, &'r Row)>,
    /// Periods that have a note at the total: it speaks for the groups and places too.
    noted: Rc<HashSet<Period>>,
}

/// A published value. Forecasts are none: nobody has measured them.
#[derive(Clone, Copy)]
pub(super) struct Point<'r> {
    /// The index in the series.
    pub(super) index: usize,
    pub(super) row: &'r Row,
    pub(super) value: f64,
    /// Whether the feed says something about this value, so that it need not look like the others.
    pub(super) explained: bool,
}

/// All lines of a series, the total first. In a table that is not sorted the rows of a line may lie apart.
pub(super) fn lines<'r>(series: &'r SeriesDraft<'_, '_>) -> Vec<Line<'r>> {
    let noted = series.rows.iter().filter(|row| row.scope.is_total() && row.observation.note.is_some());
    let noted = Rc::new(noted.map(|row| row.observation.period).collect());
    let mut places: HashMap<&Scope, usize> = HashMap::new();
    let mut lines: Vec<Line<'r>> = Vec::new();
    for (index, row) in series.rows.iter().enumerate() {
        let place = *places.entry(&row.scope).or_insert_with(|| {
            lines.push(Line { scope: &row.scope, rows: Vec::new(), noted: Rc::clone(&noted) });
            lines.len() - 1
        });
        lines[place].rows.push((index, row));
    }
    lines.iter_mut().for_each(|line| sort_by_key(&mut line.rows, |(_, row)| row.observation.period));
    sort_by_key(&mut lines, |line| order(line.scope));
    lines
}

impl<'r> Line<'r> {
    /// Its rows, without the ones that have been found wrong.
    pub(super) fn rows_without(&self, is_wrong: impl Fn(usize) -> bool) -> Vec<&'r Row> {
        self.rows.iter().filter(|(index, _)| !is_wrong(*index)).map(|(_, row)| *row).collect()
    }

    /// Its published values, without the ones that have been found wrong.
    pub(super) fn points(&self, is_wrong: impl Fn(usize) -> bool) -> Vec<Point<'r>> {
        let point = |(index, row): &(usize, &'r Row)| {
            let observation = &row.observation;
            let explained = observation.note.is_some()
                || observation.status.has(Status::Unreliable)
                || self.noted.contains(&observation.period);
            Some(Point { index: *index, row, value: observation.value?, explained })
        };
        let right =
            self.rows.iter().filter(|(index, row)| !is_wrong(*index) && !row.observation.status.has(Status::Forecast));
        right.filter_map(point).collect()
    }
}

/// Stretches of points that can be compared with each other: a break begins a new one, and so does another definition.
pub(super) fn comparable<'p, 'r>(points: &'p [Point<'r>]) -> Vec<&'p [Point<'r>]> {
    let differs = |point: &Point<'_>| point.row.observation.status.has(Status::DefinitionDiffers);
    let broken = |point: &Point<'_>| point.row.observation.status.has(Status::Break);
    points.chunk_by(|a, b| !broken(b) && differs(a) == differs(b)).collect()
}

/// The middle of some numbers; of an even count the mean of the two in the middle. `None` without any.
pub(super) fn median(mut numbers: Vec<f64>) -> Option<f64> {
    crate::sorted::sort_by(&mut numbers, f64::total_cmp);
    let middle = numbers.len() / 2;
    let upper = *numbers.get(middle)?;
    if numbers.len() % 2 == 1 { Some(upper) } else { Some((numbers.get(middle - 1)? + upper) / 2.0) }
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_middle_of_numbers() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![3.0]), Some(3.0));
        assert_eq!(median(vec![9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![4.0, 1.0, 2.0, 100.0]), Some(3.0));
    }
}
