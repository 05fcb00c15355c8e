//! The differences of two series, figure by figure.

use super::{Figure, FigureChange, Whom, mark};
use crate::feed::series::{Line, Observation, Series};
use crate::sorted::sort_by;

/// For each group and place with a difference: the periods that differ, in time order.
pub(super) fn changes(old: Option<&Series>, new: Option<&Series>) -> Vec<(Option<Whom>, Vec<FigureChange>)> {
    let (old, new) = (lines(old), lines(new));
    let mut found = Vec::new();
    for line in new {
        let before = old.iter().find(|known| known.scope == line.scope);
        found.push((Whom::of(&line.scope), points(before.map_or(&[], |line| &line.points), &line.points)));
    }
    for line in old.iter().filter(|line| !new.iter().any(|there| there.scope == line.scope)) {
        found.push((Whom::of(&line.scope), points(&line.points, &[])));
    }
    found.retain(|(_, figures)| !figures.is_empty());
    found
}

fn lines(series: Option<&Series>) -> &[Line] {
    series.map_or(&[], |series| &series.lines)
}

fn points(old: &[Observation], new: &[Observation]) -> Vec<FigureChange> {
    let at =
        |points: &[Observation], wanted: &Observation| points.iter().position(|point| point.period == wanted.period);
    let mut found = Vec::new();
    for point in new {
        let was = at(old, point).and_then(|place| old.get(place));
        if was != Some(point) {
            found.push(change(was, Some(point)));
        }
    }
    for point in old.iter().filter(|point| at(new, point).is_none()) {
        found.push(change(Some(point), None));
    }
    sort_by(&mut found, |(a, _), (b, _)| a.cmp(b));
    found.into_iter().map(|(_, change)| change).collect()
}

fn change(was: Option<&Observation>, now: Option<&Observation>) -> (crate::feed::period::Period, FigureChange) {
    let period = was.or(now).map_or(crate::feed::period::Period::Year(0), |point| point.period);
    let (mut was, now) = (was.map(figure), now.map(figure));
    if now.as_ref().is_none_or(|now| now.value.is_none()) {
        was.iter_mut().for_each(hide);
    }
    (period, FigureChange { period, was, now })
}

/// Takes the value out of a figure that must not be repeated.
pub(crate) fn hide(figure: &mut Figure) {
    if figure.value.take().is_some() {
        figure.hidden = true;
        figure.mark = None;
    }
}

fn figure(point: &Observation) -> Figure {
    let parts = [point.lower, point.upper, point.se, point.numerator, point.denominator, point.was];
    let bare = parts.iter().all(Option::is_none) && point.note.is_none() && point.revised.is_none();
    Figure {
        value: point.value,
        status: point.status.iter().collect(),
        mark: (!bare).then(|| mark(&format!("{parts:?}{:?}{:?}", point.note, point.revised))),
        hidden: false,
    }
}
