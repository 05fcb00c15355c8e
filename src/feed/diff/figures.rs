//! The differences of two series, figure by figure.

use std::cmp::Ordering;

use super::{Figure, FigureChange, Whom, mark};
use crate::feed::period::Period;
use crate::feed::series::{Line, Observation, Series, order};

/// For each group and place with a difference: the periods that differ, in time order. What is gone comes last.
pub(super) fn changes(old: Option<&Series>, new: Option<&Series>) -> Vec<(Option<Whom>, Vec<FigureChange>)> {
    if old == new {
        return Vec::new();
    }
    let (mut found, mut gone) = (Vec::new(), Vec::new());
    for (before, after) in paired(lines(old), lines(new), |line| order(&line.scope)) {
        let Some(line) = after.or(before) else { continue };
        let figures: Vec<_> = (paired(points(before), points(after), |point| point.period).into_iter())
            .filter(|(was, now)| was != now)
            .map(|(was, now)| change(was, now))
            .collect();
        if !figures.is_empty() {
            let whose = if after.is_some() { &mut found } else { &mut gone };
            whose.push((Whom::of(&line.scope), figures));
        }
    }
    found.append(&mut gone);
    found
}

/// The items of two lists that have the same key side by side, in the order in which both lists stand.
fn paired<'f, T, K: Ord>(old: &'f [T], new: &'f [T], key: impl Fn(&T) -> K) -> Vec<(Option<&'f T>, Option<&'f T>)> {
    let (mut old, mut new) = (old.iter().peekable(), new.iter().peekable());
    let mut pairs = Vec::new();
    loop {
        pairs.push(match (old.peek(), new.peek()) {
            (None, None) => return pairs,
            (Some(was), Some(now)) => match key(was).cmp(&key(now)) {
                Ordering::Less => (old.next(), None),
                Ordering::Equal => (old.next(), new.next()),
                Ordering::Greater => (None, new.next()),
            },
            _ => (old.next(), new.next()),
        });
    }
}

fn lines(series: Option<&Series>) -> &[Line] {
    series.map_or(&[], |series| &series.lines)
}

fn points(line: Option<&Line>) -> &[Observation] {
    line.map_or(&[], |line| &line.points)
}

fn change(was: Option<&Observation>, now: Option<&Observation>) -> FigureChange {
    let period = was.or(now).map_or(Period::Year(0), |point| point.period);
    let (mut was, now) = (was.map(figure), now.map(figure));
    if now.as_ref().is_none_or(|now| now.value.is_none()) {
        was.iter_mut().for_each(hide);
    }
    FigureChange { period, was, now }
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
