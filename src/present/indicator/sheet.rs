//! The lines of a series as the sheet that a figure is made from.

use super::groups::line_name;
use super::status_words;
use crate::chart::sheet::{Entry, Moment, Revised, Sheet, SheetLine};
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::series::{Line, Observation, Status};
use crate::measure::change::is_measured;
use crate::present::Context;
use crate::present::row::reading;
use crate::sorted::sort_by;
use crate::words::say;

/// Every period that one of the lines speaks of, by lines; the first line is the main one.
pub(super) fn sheet(context: &Context<'_>, indicator: &Indicator, lines: &[&Line]) -> Sheet {
    let periods = periods(lines);
    let line = |line: &&Line| {
        let name = line_name(context, &line.scope);
        let find = |period: &Period| line.points.iter().find(|point| point.period == *period);
        let entries = periods.iter().map(|period| find(period).map(|point| entry(context, indicator, point))).collect();
        SheetLine { name: name.text, lang: name.lang, entries }
    };
    let moment = |period: &Period| Moment {
        at: at(*period),
        name: context.words.period(*period),
        inside: context.words.period_in(*period),
        short: context.words.period_short(*period),
    };
    Sheet { moments: periods.iter().map(moment).collect(), lines: lines.iter().map(line).collect() }
}

/// The periods of these lines in order of time, each once.
pub(super) fn periods(lines: &[&Line]) -> Vec<Period> {
    let mut periods: Vec<_> = lines.iter().flat_map(|line| &line.points).map(|point| point.period).collect();
    sort_by(&mut periods, Ord::cmp);
    periods.dedup();
    periods
}

fn entry(context: &Context<'_>, indicator: &Indicator, observation: &Observation) -> Entry {
    let value = observation.value.map(|value| context.bare_value(indicator, value));
    let text = match value {
        Some(value) if is_measured(observation) => value,
        Some(value) => say!(context.words, "table-forecast", value = value),
        None => match status_words(context, observation).as_slice() {
            [] => say!(context.words, "value-not-collected"),
            words => words.join(", "),
        },
    };
    let broken = observation.status.has(Status::Break);
    Entry { reading: reading(observation), text, broken, revised: revised(context, indicator, observation) }
}

/// What a figure was before. A revision that rounding hides is none to a reader.
fn revised(context: &Context<'_>, indicator: &Indicator, observation: &Observation) -> Option<Revised> {
    let (was, on) = observation.revision()?;
    let bare = context.bare_value(indicator, was);
    let seen = observation.value.is_some_and(|value| context.bare_value(indicator, value) != bare);
    seen.then(|| Revised { was, says: say!(context.words, "figure-was", was = bare, on = context.date(on)) })
}

/// Where a period stands on the axis: whole years at the tick of their year, so that a reader finds them.
pub(super) fn at(period: Period) -> f64 {
    match period {
        Period::Year(year) | Period::FinancialYear(year) => f64::from(year),
        Period::SchoolYear(year) => f64::from(year + 1),
        Period::Pooled(from, to) => f64::from(from + to) / 2.0,
        Period::Half(..) | Period::Quarter(..) | Period::Month(..) | Period::Week(..) | Period::Day(_) => {
            period.middle()
        }
    }
}
