//! What the history of a feed says of its records and figures: when each was last changed, what a figure was before, and
//! what had been published on earlier days.
//!
//! Values come from a history that is beside the feed ([`History::beside`]): what was withheld or taken out later, or is
//! withheld now, is hidden in it already.

use std::collections::{BTreeMap, BTreeSet};

use super::date::Date;
use super::diff::{Change, Figure, FigureChange, Subject, What};
use super::history::{History, Version};
use super::id::IndicatorId;
use super::model::{Changed, Feed};
use super::period::Period;
use super::records::Indicator;
use super::records::indicator::UnitKind;
use super::series::{Scope, Status};

/// Whose figure, and of which period.
pub type Cell = (Scope, Period);

/// The figures of an indicator as they were published from day to day.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// Each day on which a figure changed, and the one with which knowledge begins; the newest first. Of several versions
    /// of a day, the last.
    pub versions: Vec<PastVersion>,
    pub begins: Begins,
}

/// All figures of an indicator from a day on.
#[derive(Clone, Debug, PartialEq)]
pub struct PastVersion {
    pub on: Date,
    pub figures: BTreeMap<Cell, Figure>,
}

/// Why nothing is known of the time before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begins {
    /// The known history begins.
    History,
    /// The indicator was new.
    Indicator,
    /// Values had another unit.
    Unit,
    /// More changed at once than the history lists.
    LeftOut,
}

/// The changes of each indicator by its id, each with the place of its version; the newest first.
type Steps<'h> = BTreeMap<&'h str, Vec<(usize, &'h Change)>>;

impl Feed {
    /// The same feed with the days of the last changes, and with what its figures were before. A revision that the feed
    /// tells itself stays.
    #[must_use]
    pub fn with_history(mut self, history: &History) -> Self {
        if history.versions.len() < 2 {
            return self.with_changed(Changed::default());
        }
        let steps = steps(history);
        let changed = changed(&self, history, &steps);
        let mut series = std::mem::take(&mut self.series);
        for series in &mut series {
            let own = steps.get(series.indicator.as_str());
            let Some((indicator, own)) = self.indicator(&series.indicator).zip(own) else { continue };
            let known = revisions(&self, indicator, history, own);
            for line in &mut series.lines {
                for point in line.points.iter_mut().filter(|point| point.was.is_none() && point.revised.is_none()) {
                    let cell = (line.scope.clone(), point.period);
                    let Some(&(was, now, on)) = known.get(&cell) else { continue };
                    if point.value == Some(now) {
                        (point.was, point.revised) = (Some(was), Some(on));
                    }
                }
            }
        }
        self.series = series;
        self.with_changed(changed)
    }
}

/// The figures of an indicator as they were published. `None` if the feed has no such indicator, or only one version of its
/// figures is known.
pub fn past(feed: &Feed, history: &History, id: &str) -> Option<Past> {
    let indicator = feed.indicator(&IndicatorId::new(id)?)?;
    past_of(feed, indicator, history, steps(history).get(id)?)
}

fn steps(history: &History) -> Steps<'_> {
    let mut steps = Steps::new();
    for (place, version) in history.versions.iter().enumerate() {
        for change in version.changes.iter().filter(|change| change.of == Subject::Indicator) {
            if let Some(id) = &change.id {
                steps.entry(id.as_str()).or_default().push((place, change));
            }
        }
    }
    steps
}

fn changed(feed: &Feed, history: &History, steps: &Steps<'_>) -> Changed {
    let mut records = BTreeMap::new();
    let mut since = String::new();
    for version in &history.versions {
        since = version.on.to_string();
        for change in &version.changes {
            let Some(id) = &change.id else { continue };
            if feed.kind_of(id.as_str()).is_some_and(|kind| Subject::from(kind) == change.of) {
                records.entry(id.as_str().to_owned()).or_insert_with(|| since.clone());
            }
        }
        // Of what changed at once with so much else, nothing is known before.
        if version.left_out > 0 {
            break;
        }
    }
    let figures = feed.indicators.iter().filter_map(|indicator| {
        let past = past_of(feed, indicator, history, steps.get(indicator.id.as_str())?)?;
        Some((indicator.id.to_string(), past.versions.first()?.on.to_string()))
    });
    Changed { since, figures: figures.collect(), records: records.into_iter().collect() }
}

fn past_of(feed: &Feed, indicator: &Indicator, history: &History, own: &[(usize, &Change)]) -> Option<Past> {
    let mut figures = current(feed, indicator);
    let mut versions: Vec<PastVersion> = Vec::new();
    for (place, version) in history.versions.iter().enumerate() {
        let here = || own.iter().filter(|(at, _)| *at == place).map(|(_, change)| *change);
        let begins = begins(version, here(), place + 1 == history.versions.len());
        let seen = here().flat_map(|change| &change.figures).any(|one| differ(one.was.as_ref(), one.now.as_ref()));
        if (seen || begins.is_some()) && versions.last().is_none_or(|last| last.on != version.on) {
            versions.push(PastVersion { on: version.on, figures: figures.clone() });
        }
        if let Some(begins) = begins {
            return (versions.len() > 1).then_some(Past { versions, begins });
        }
        for (cell, figure) in here().flat_map(cells) {
            let Some(mut was) = figure.was.clone() else {
                figures.remove(&cell);
                continue;
            };
            if was.value.is_some_and(|value| is_small(feed, indicator, value)) {
                super::diff::hide(&mut was);
            }
            figures.insert(cell, was);
        }
    }
    None
}

/// Why nothing is known from before a version.
fn begins<'c>(version: &Version, mut own: impl Iterator<Item = &'c Change>, is_oldest: bool) -> Option<Begins> {
    let stop = own.find_map(|change| match change.what {
        What::Added | What::Removed | What::Replaced => Some(Begins::Indicator),
        What::Field if is_of_unit(change) => Some(Begins::Unit),
        _ => None,
    });
    let left_out = (version.left_out > 0).then_some(Begins::LeftOut);
    stop.or(left_out).or(is_oldest.then_some(Begins::History))
}

/// Whether values mean something else after this change. How they are shown and what they are called does not matter.
fn is_of_unit(change: &Change) -> bool {
    matches!(change.steps().as_slice(), ["unit", "kind" | "multiplier" | "currency" | "per_size" | "per", ..])
}

/// What the feed says now.
fn current(feed: &Feed, indicator: &Indicator) -> BTreeMap<Cell, Figure> {
    let lines = feed.series_of(&indicator.id).map_or(&[][..], |series| &series.lines);
    let figure = |point: &super::series::Observation| Figure {
        value: point.value,
        status: point.status.iter().collect(),
        mark: None,
        hidden: false,
    };
    let points = lines.iter().flat_map(|line| line.points.iter().map(|point| (&line.scope, point)));
    points.map(|(scope, point)| ((scope.clone(), point.period), figure(point))).collect()
}

/// The changed figures with whose they are.
fn cells(change: &Change) -> impl Iterator<Item = (Cell, &FigureChange)> {
    let scope = change.whom.as_ref().map(super::diff::Whom::scope).unwrap_or_default();
    change.figures.iter().map(move |figure| ((scope.clone(), figure.period), figure))
}

/// Whether a reader sees that two figures differ: in their value, or in what is known of them.
pub fn differ(one: Option<&Figure>, other: Option<&Figure>) -> bool {
    let seen = |figure: Option<&Figure>| figure.map(|one| (one.value, one.hidden, one.status.clone()));
    seen(one) != seen(other)
}

/// Of each figure that was never withheld: the value before its last change, the value after it, and the day.
fn revisions(
    feed: &Feed,
    indicator: &Indicator,
    history: &History,
    own: &[(usize, &Change)],
) -> BTreeMap<Cell, (f64, f64, Date)> {
    let mut found: BTreeMap<Cell, (f64, f64, Date)> = BTreeMap::new();
    let mut withheld: BTreeSet<Cell> = BTreeSet::new();
    for (place, version) in history.versions.iter().enumerate() {
        let here = || own.iter().filter(|(at, _)| *at == place).map(|(_, change)| *change);
        let begins = begins(version, here(), false);
        // With a new unit or a new indicator in the same version, the values before mean something else.
        if matches!(begins, Some(Begins::Indicator | Begins::Unit)) {
            break;
        }
        for (cell, figure) in here().flat_map(cells) {
            let both = [&figure.was, &figure.now];
            if both.into_iter().flatten().any(is_withheld) {
                withheld.insert(cell);
            } else if let [Some(was), Some(now)] = both.map(|figure| figure.as_ref().and_then(|one| one.value))
                && was != now
                && !is_small(feed, indicator, was)
            {
                found.entry(cell).or_insert((was, now, version.on));
            }
        }
        if begins.is_some() {
            break;
        }
    }
    found.retain(|cell, _| !withheld.contains(cell));
    found
}

fn is_withheld(figure: &Figure) -> bool {
    figure.hidden || figure.status.iter().any(|status| matches!(status, Status::Suppressed | Status::Withheld))
}

/// Whether a count is so small that it must not be published by the limits of today.
fn is_small(feed: &Feed, indicator: &Indicator, value: f64) -> bool {
    if indicator.unit.kind != UnitKind::Count || indicator.unit.things {
        return false;
    }
    let of_sources = indicator.source.iter().filter_map(|id| feed.source(id)?.disclosure.as_ref()?.min_count);
    let least = of_sources.chain([feed.coalition.disclosure.min_count]).max().unwrap_or_default();
    let count = value * indicator.unit.multiplier.unwrap_or(1.0);
    count < f64::from(least) && (count > 0.0 || !feed.coalition.disclosure.zero_ok)
}

#[cfg(test)]
mod tests;
