//! Every figure of a measure as it was published, as a table to take away: what economists call its vintages.
//!
//! It is made from the same value as the page, and tells two figures apart as the page does; so it holds nothing that the
//! page would hide.

use crate::feed::date::Date;
use crate::feed::diff::Figure;
use crate::feed::history::History;
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::revisions::{Begins, Past, differ, past};
use crate::feed::series::{Scope, StatusSet};
use crate::present::Context;
use crate::present::csv::{Fixed, number, row, whose};

/// The columns: those of an indicator's table, and between which days a figure stood.
const COLUMNS: [&str; 16] = [
    "indicator",
    "title",
    "unit",
    "period",
    "place",
    "place_name",
    "dimension",
    "group",
    "group_name",
    "value",
    "status",
    "published_on",
    "or_before",
    "replaced_on",
    "withheld_later",
    "source",
];

/// A figure, and how long it stood.
struct Vintage<'p> {
    period: Period,
    figure: &'p Figure,
    on: Date,
    /// Whether it may have been there before `on`, where nothing is known of the time before.
    or_before: bool,
    /// `None` if it still stands.
    until: Option<Date>,
}

/// The table (RFC 4180, UTF-8). `None` if the history knows nothing of earlier figures.
pub fn vintages_csv(context: &Context<'_>, history: &History, indicator: &Indicator) -> Option<String> {
    let past = past(context.feed, history, indicator.id.as_str())?;
    let is_open = match past.begins {
        Begins::History => !history.complete,
        Begins::LeftOut => true,
        Begins::Indicator | Begins::Unit => false,
    };
    let fixed = Fixed::new(context, indicator);
    let mut out = String::new();
    row(&mut out, &COLUMNS.map(str::to_owned));
    for scope in super::scopes(context, indicator, &past, |_| true) {
        let [place, place_name, dimension, group, group_name] = whose(context, &scope);
        for vintage in vintages(&past, &scope, is_open) {
            let figure = vintage.figure;
            let status = figure.status.iter().fold(StatusSet::default(), |set, status| set.with(*status));
            let cells = [
                fixed.id.clone(),
                fixed.title.clone(),
                fixed.unit.clone(),
                vintage.period.to_string(),
                place.clone(),
                place_name.clone(),
                dimension.clone(),
                group.clone(),
                group_name.clone(),
                number(figure.value),
                status.written(),
                vintage.on.to_string(),
                vintage.or_before.to_string(),
                vintage.until.map_or(String::new(), |day| day.to_string()),
                figure.hidden.to_string(),
                fixed.source.clone(),
            ];
            row(&mut out, &cells);
        }
    }
    Some(out)
}

/// Of one group or place: period by period, and of each period the oldest first.
fn vintages<'p>(past: &'p Past, scope: &Scope, is_open: bool) -> Vec<Vintage<'p>> {
    let mut found: Vec<Vintage<'p>> = Vec::new();
    for period in super::table::periods(past, scope) {
        let cell = (scope.clone(), period);
        let mut stood: Option<Vintage<'p>> = None;
        let oldest_first = past.versions.iter().rev();
        for (version, is_oldest) in oldest_first.zip(std::iter::once(true).chain(std::iter::repeat(false))) {
            let figure = version.figures.get(&cell);
            if !differ(stood.as_ref().map(|one| one.figure), figure) {
                continue;
            }
            found.extend(stood.take().map(|one| Vintage { until: Some(version.on), ..one }));
            let or_before = is_oldest && is_open;
            stood = figure.map(|figure| Vintage { period, figure, on: version.on, or_before, until: None });
        }
        found.extend(stood);
    }
    found
}
