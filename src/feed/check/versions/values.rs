//! Values that have been published: gone, changed, with two digits swapped, or withheld too late.

use std::collections::{HashMap, HashSet};

use super::super::{Check, shown};
use super::{same_unit, same_words};
use crate::feed::model::Feed;
use crate::feed::period::Period;
use crate::feed::read::{Draft, Placed};
use crate::feed::records::Indicator;
use crate::feed::rule::Rule;
use crate::feed::series::{Observation, Row, Scope, SeriesDraft, Status};

pub(super) fn check(
    draft: &Draft<'_, '_>,
    previous: &Feed,
    indicator: &Placed<'_, '_, Indicator>,
    before: &Indicator,
    corrected: &HashSet<&str>,
    check: &mut Check<'_>,
) {
    let now = &indicator.record;
    // Another kind of period gives other lines, and has been reported.
    if now.period_type != before.period_type {
        return;
    }
    let Some(old) = previous.series_of(&now.id) else { return };
    let old: HashMap<(&Scope, Period), &Observation> = (old.lines.iter())
        .flat_map(|line| line.points.iter().map(|point| ((&line.scope, point.period), point)))
        .filter(|(_, point)| point.value.is_some())
        .collect();
    let Some(series) = draft.series.iter().find(|series| series.indicator == now.id) else {
        if !draft.lost_series && !old.is_empty() {
            let message = format!("The whole series is gone. Published values: {} before, none now.", old.len());
            check.report(Rule::CoverageShrank, indicator.at("id"), message, PUT_BACK);
        }
        return;
    };
    if series.whole {
        shrunk(series, &old, check);
    }
    withheld_later(series, &old, check);
    let language = draft.coalition.as_ref().map_or("", |found| found.record.default_locale.as_str());
    let languages = (previous.coalition.default_locale.as_str(), language);
    let comparable = same_unit(&before.unit, &now.unit) && same_words(&before.definition, &now.definition, languages);
    if comparable && !corrected.contains(now.id.as_str()) {
        changed(series, &old, check);
    }
}

type Before<'f> = HashMap<(&'f Scope, Period), &'f Observation>;

const PUT_BACK: &str = "Put the lines back, or waive R109 for the indicator with the reason.";

fn counted(values: usize) -> String {
    if values == 1 { "1 value".to_owned() } else { format!("{values} values") }
}

/// Values that are not there any more. What is withheld now is told by another rule.
fn shrunk(series: &SeriesDraft<'_, '_>, old: &Before<'_>, check: &mut Check<'_>) {
    let rows: HashMap<(&Scope, Period), &Observation> =
        series.rows.iter().map(|row| ((&row.scope, row.observation.period), &row.observation)).collect();
    let there = |key: &(&Scope, Period)| rows.get(key).is_some_and(|now| now.value.is_some() || is_withheld(now));
    let gone = old.keys().filter(|key| !there(key));
    let mut gone: Vec<String> = gone.map(|(scope, period)| named(scope, *period)).collect();
    gone.sort();
    if let Some(first) = gone.first() {
        let (before, left) = (old.len(), old.len() - gone.len());
        let message = format!("Published values: {before} before, {left} of them now; {first} is gone.");
        check.report(Rule::CoverageShrank, series.start(), message, PUT_BACK);
    }
}

fn is_withheld(observation: &Observation) -> bool {
    observation.value.is_none()
        && [Status::Suppressed, Status::Withheld].iter().any(|status| observation.status.has(*status))
}

/// The message does not repeat the value: it is withheld.
fn withheld_later(series: &SeriesDraft<'_, '_>, old: &Before<'_>, check: &mut Check<'_>) {
    let published = |row: &&Row| old.contains_key(&(&row.scope, row.observation.period));
    let mut late = series.rows.iter().filter(|row| is_withheld(&row.observation)).filter(published);
    let Some(first) = late.next() else { return };
    let more = late.count();
    let message = format!(
        "{}{} was published before and is withheld now; it is still in git's history and in copies.",
        named(&first.scope, first.observation.period),
        if more == 0 { String::new() } else { format!(" and {} more", counted(more)) },
    );
    let fix = "If it can point to a person, have the history rewritten by whoever keeps the repository.";
    check.report(Rule::WithheldLater, series.place(first, "status"), message, fix);
}

/// Past values that are others now, though no correction says so: swapped digits each, the rest once for a series.
fn changed(series: &SeriesDraft<'_, '_>, old: &Before<'_>, check: &mut Check<'_>) {
    let free = [Status::Provisional, Status::Estimated, Status::Forecast, Status::NotDue];
    let mut changes = Vec::new();
    for row in &series.rows {
        let Some(before) = old.get(&(&row.scope, row.observation.period)) else { continue };
        let (Some(was), Some(is)) = (before.value, row.observation.value) else { continue };
        if was == is {
            continue;
        }
        let name = named(&row.scope, row.observation.period);
        if are_swapped(&shown(was), &shown(is)) {
            let message = format!("{} in place of {}? The version before had that for {name}.", shown(is), shown(was));
            let fix = "Correct it; if the old value was wrong, add an update of the kind correction for the indicator.";
            check.report(Rule::DigitsSwapped, series.place(row, "value"), message, fix);
        } else if !free.iter().any(|status| before.status.has(*status)) {
            changes.push((row, name, was, is));
        }
    }
    let Some((row, name, was, is)) = changes.first() else { return };
    let more = match changes.len() {
        1 => String::new(),
        many => format!(" {} changed too.", counted(many - 1)),
    };
    let message = format!("{name} was {} and is {} now; no correction says so.{more}", shown(*was), shown(*is));
    let fix = "Put it back, or add an update of the kind correction whose \"record\" is the indicator.";
    check.report(Rule::HistoryChanged, series.place(row, "value"), message, fix);
}

/// The period, and for whom or where if not for all.
fn named(scope: &Scope, period: Period) -> String {
    let group = if scope.groups.is_empty() { String::new() } else { format!(" for {}", scope.group()) };
    let place = scope.geography.as_ref().map_or(String::new(), |place| format!(" in {place}"));
    format!("{period}{group}{place}")
}

/// Whether one number is the other with two neighbouring digits in each other's place.
fn are_swapped(a: &str, b: &str) -> bool {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    let marks =
        |text: &str| text.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte }).collect::<Vec<_>>();
    let (first, second) = (digits(a), digits(b));
    let differ: Vec<usize> = (0..first.len()).filter(|at| first.get(*at) != second.get(*at)).collect();
    marks(a) == marks(b)
        && matches!(differ.as_slice(), [x, y] if x + 1 == *y && first[*x] == second[*y] && first[*y] == second[*x])
}

#[cfg(test)]
mod tests {
    use super::are_swapped;

    #[track_caller]
    fn check(a: &str, b: &str, swapped: bool) {
        assert_eq!(are_swapped(a, b), swapped, "{a} {b}");
    }

    #[test]
    fn neighbouring_digits_in_each_others_place() {
        check("71", "17", true);
        check("64.2", "46.2", true);
        check("64.2", "62.4", true);
        check("1204", "1024", true);
        check("-17", "-71", true);
        check("71", "72", false);
        check("71", "710", false);
        check("1.2", "12", false);
        check("123", "321", false);
        check("1221", "2112", false);
        check("71", "71", false);
    }
}
