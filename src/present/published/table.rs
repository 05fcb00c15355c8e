//! One table of earlier figures: of everybody, a group or a place.

use std::collections::BTreeSet;

use super::{MOST_DAYS, PublishedCell, PublishedRow, PublishedTable};
use crate::feed::date::Date;
use crate::feed::diff::Figure;
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::revisions::{Past, differ};
use crate::feed::series::{Observation, Scope, StatusSet};
use crate::present::Context;
use crate::present::indicator::{line_name, status_words};
use crate::present::value::digits;
use crate::words::say;

/// Of a line with more periods, only those that changed are rows.
const MOST_ROWS: usize = 60;

/// All periods of a group or place of which a figure was published.
pub(super) fn periods(past: &Past, scope: &Scope) -> BTreeSet<Period> {
    let cells = past.versions.iter().flat_map(|version| version.figures.keys());
    cells.filter(|(whose, _)| whose == scope).map(|(_, period)| *period).collect()
}

/// The newest periods and days first.
pub(super) fn table(context: &Context<'_>, indicator: &Indicator, past: &Past, scope: &Scope) -> PublishedTable {
    let words = context.words;
    let periods = periods(past, scope);
    let of = |at: usize, period: Period| past.versions.get(at)?.figures.get(&(scope.clone(), period));
    let changed = |period: &Period| (1..past.versions.len()).any(|at| differ(of(at - 1, *period), of(at, *period)));
    let is_long = periods.len() > MOST_ROWS;
    let rows = periods.iter().rev().filter(|period| !is_long || changed(period)).map(|period| PublishedRow {
        period: words.period(*period),
        cells: (0..past.versions.len().min(MOST_DAYS))
            .map(|at| {
                let before = past.versions.get(at + 1).map(|_| of(at + 1, *period));
                let is_gone = (at + 1..past.versions.len()).any(|earlier| of(earlier, *period).is_some());
                cell(context, indicator, (*period, is_gone), of(at, *period), before)
            })
            .collect(),
    });
    let day = |on: Date| say!(words, "published-as", on = context.date(on));
    PublishedTable {
        whom: line_name(context, scope),
        unit: context.unit(indicator),
        corner: say!(words, "table-period"),
        days: past.versions.iter().take(MOST_DAYS).map(|version| day(version.on)).collect(),
        rows: rows.collect(),
    }
}

/// A figure beside the one of the version before; `None` for that if there is no version before. `is_gone`: whether there was
/// a figure of the period earlier.
fn cell(
    context: &Context<'_>,
    indicator: &Indicator,
    (period, is_gone): (Period, bool),
    figure: Option<&Figure>,
    before: Option<Option<&Figure>>,
) -> PublishedCell {
    let words = context.words;
    let value = figure.and_then(|figure| figure.value);
    let text = match figure {
        None => say!(words, if is_gone { "published-no-longer" } else { "published-not-yet" }),
        Some(figure) if figure.hidden => say!(words, "published-hidden"),
        Some(figure) => match value {
            Some(value) => exact(context, indicator, value, before.flatten().and_then(|was| was.value)),
            None => match status_words(context, &observation(period, figure)).as_slice() {
                [] => say!(words, "value-not-collected"),
                reasons => reasons.join(", "),
            },
        },
    };
    let mark = before.filter(|before| differ(figure, *before)).map(|before| {
        let was = before.and_then(|figure| figure.value);
        say!(
            words,
            match (was, value) {
                (Some(was), Some(now)) if was != now => "published-mark-revised",
                (None, Some(_)) => "published-mark-new",
                _ => "published-mark-changed",
            }
        )
    });
    PublishedCell { text, known: value.is_some(), mark }
}

/// A value; with all its digits if these are needed to tell it from the one before.
fn exact(context: &Context<'_>, indicator: &Indicator, value: f64, was: Option<f64>) -> String {
    let text = context.bare_value(indicator, value);
    match was.filter(|was| *was != value && context.bare_value(indicator, *was) == text) {
        Some(_) => context.words.number(value, digits(value)),
        None => text,
    }
}

/// What is known of a figure that has no value.
fn observation(period: Period, figure: &Figure) -> Observation {
    Observation {
        period,
        value: None,
        lower: None,
        upper: None,
        se: None,
        numerator: None,
        denominator: None,
        status: figure.status.iter().fold(StatusSet::default(), |set, status| set.with(*status)),
        note: None,
        was: None,
        revised: None,
    }
}
