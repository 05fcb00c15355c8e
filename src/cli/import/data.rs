//! From the rows of a table to the lines of series.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::leftovers::Leftovers;
use super::plain::line;
use super::scope::{REPEATED_ROW, REPEATED_YEAR, Scopes};
use super::table::{Row, Table};
use super::unit::is_known_multiplier;
use super::year::{Habits, Year};
use crate::feed::finding::quoted;
use crate::feed::period::{Period, PeriodKind};
use crate::feed::series::{Line, Observation, Scope, Status, StatusSet};

/// The rows of a table that become one indicator: one series, one unit, one kind of period.
pub(super) struct Slice<'t> {
    pub(super) series: &'t str,
    pub(super) unit: &'t str,
    pub(super) multiplier: &'t str,
    pub(super) kind: PeriodKind,
    pub(super) rows: Vec<(&'t Row, Year)>,
}

/// Cuts a table into slices, in the order in which their first rows stand.
pub(super) fn slices<'t>(table: &'t Table, habits: Habits, leftovers: &mut Leftovers) -> Vec<Slice<'t>> {
    let mut slices: Vec<Slice<'t>> = Vec::new();
    let mut index: HashMap<(&str, String, String, PeriodKind), usize> = HashMap::new();
    for row in &table.rows {
        let Some(year) = Year::read(&row.year, habits) else {
            leftovers.dropped(
                table.place(row),
                format!("A row whose year {} is not a period that a feed knows", quoted(&row.year)),
            );
            continue;
        };
        if !is_known_multiplier(&row.multiplier) {
            leftovers.dropped(
                table.place(row),
                format!("The unit multiplier {}, which this program does not know", quoted(&row.multiplier)),
            );
        }
        let kind = year.period.kind();
        // "Units" and a blank cell both mean: as they are.
        let multiplier =
            if super::table::is_filler(&row.multiplier) { String::new() } else { row.multiplier.to_lowercase() };
        let key = (row.series.as_str(), row.unit.to_lowercase(), multiplier, kind);
        let at = *index.entry(key).or_insert_with(|| {
            slices.push(Slice {
                series: &row.series,
                unit: &row.unit,
                multiplier: &row.multiplier,
                kind,
                rows: Vec::new(),
            });
            slices.len() - 1
        });
        slices[at].rows.push((row, year));
    }
    slices
}

/// What became of a slice.
pub(super) struct Lines {
    /// Sorted as a feed's tables are: dimension, group, place, then time.
    pub(super) lines: Vec<Line>,
    /// Rows with a number that are now in the lines; a row that is there twice counts twice.
    pub(super) numbers: usize,
    /// Whether a row is there twice with different values.
    pub(super) repeated: bool,
}

/// The lines of a slice. `today` tells a forecast from a measurement.
pub(super) fn lines(
    slice: &Slice<'_>,
    table: &Table,
    scopes: &mut Scopes,
    today: NaiveDate,
    leftovers: &mut Leftovers,
) -> Lines {
    let mut found: Vec<(Scope, Observation)> = Vec::new();
    let mut index: HashMap<(Scope, Period), usize> = HashMap::new();
    let (mut numbers, mut repeated) = (0, false);
    for (row, year) in &slice.rows {
        numbers += usize::from(row.number.is_some());
        let letter = year.repeat.map(String::from);
        let mut extra: Vec<(&str, &str)> = letter.iter().map(|letter| (REPEATED_YEAR, letter.as_str())).collect();
        if letter.is_some() {
            leftovers.changed(
                table.place(row),
                format!("A year with a letter; the letter is a group of \"{REPEATED_YEAR}\""),
            );
        }
        let mut scope = scopes.scope(table, row, &extra, leftovers);
        let mut observation = observation(row, year, table, today, leftovers);
        let first = index.get(&(scope.clone(), observation.period)).copied();
        if let Some(at) = first {
            let place = table.place(row);
            let before = &mut found[at].1;
            if before.value == observation.value {
                leftovers.dropped(place, "A second row with the same value for the same groups and year");
                continue;
            }
            if observation.value.is_none() {
                leftovers.dropped(place, "A second row without a value for the same groups and year");
                continue;
            }
            if before.value.is_none() {
                leftovers.dropped(place, "A first row without a value for the same groups and year");
                *before = observation;
                continue;
            }
            leftovers.changed(place, format!("A second row with another value; it is a group of \"{REPEATED_ROW}\""));
            repeated = true;
            add_note(before, "The source has another row with another value for the same groups and year.");
            let mut count = 2;
            loop {
                let label = format!("Row {count}");
                extra.retain(|(column, _)| *column != REPEATED_ROW);
                scope = scopes.scope(
                    table,
                    row,
                    &[extra.as_slice(), &[(REPEATED_ROW, label.as_str())]].concat(),
                    leftovers,
                );
                if !index.contains_key(&(scope.clone(), observation.period)) {
                    break;
                }
                count += 1;
            }
            add_note(&mut observation, "The source has another row with another value for the same groups and year.");
        }
        index.insert((scope.clone(), observation.period), found.len());
        found.push((scope, observation));
    }
    Lines { lines: sorted(found), numbers, repeated }
}

fn sorted(found: Vec<(Scope, Observation)>) -> Vec<Line> {
    let mut by_scope: HashMap<Scope, Vec<Observation>> = HashMap::new();
    for (scope, observation) in found {
        by_scope.entry(scope).or_default().push(observation);
    }
    let mut lines: Vec<Line> = by_scope.into_iter().map(|(scope, points)| Line { scope, points }).collect();
    for line in &mut lines {
        line.points.sort_by_key(|point| point.period);
    }
    lines.sort_by_key(|line| (line.scope.dimension(), line.scope.group(), line.scope.geography.clone()));
    lines
}

fn observation(row: &Row, year: &Year, table: &Table, today: NaiveDate, leftovers: &mut Leftovers) -> Observation {
    let place = table.place(row);
    let mut status = status(&row.status, &place, leftovers);
    let mut notes: Vec<String> = [year.note.as_deref(), Some(row.note.as_str())]
        .into_iter()
        .flatten()
        .filter_map(|note| line(note, &place, leftovers))
        .collect();
    if row.number.is_none() {
        if !row.value.is_empty() {
            leftovers.dropped(place.as_str(), format!("The value {}, which is not a number", quoted(&row.value)));
            notes.extend(line(&row.value, &place, leftovers).map(|value| format!("The source wrote “{value}”.")));
        }
        if !status.explains_absence() {
            if status != StatusSet::default() {
                let reason = format!("The status {} of an empty cell; it is marked missing", quoted(&row.status));
                leftovers.changed(place.as_str(), reason);
            }
            status = StatusSet::default().with(Status::Missing);
        }
    } else if [Status::Missing, Status::Suppressed].iter().any(|absent| status.has(*absent)) {
        leftovers.changed(
            place.as_str(),
            format!("The status {} of a cell that has a value; the value is kept", quoted(&row.status)),
        );
        status = StatusSet::default();
    }
    let period = year.period;
    if period.kind() == PeriodKind::Pooled && row.number.is_some() {
        status = status.with(Status::Pooled);
    }
    if period.bounds().0 > today {
        leftovers.changed(place, "A year that has not begun: the row is marked as a forecast, or as not yet due");
        let known = row.number.is_some();
        status = if known {
            status.without_final().with(Status::Forecast)
        } else {
            StatusSet::default().with(Status::NotDue)
        };
    }
    let note = Some(notes.join(" ")).filter(|note| !note.is_empty());
    let value = row.number;
    Observation {
        period,
        value,
        lower: None,
        upper: None,
        se: None,
        numerator: None,
        denominator: None,
        status,
        note,
        was: None,
        revised: None,
    }
}

fn add_note(observation: &mut Observation, sentence: &str) {
    match &mut observation.note {
        Some(note) if note.contains(sentence) => {}
        Some(note) => *note = format!("{note} {sentence}"),
        none => *none = Some(sentence.to_owned()),
    }
}

trait WithoutFinal {
    fn without_final(self) -> Self;
}

impl WithoutFinal for StatusSet {
    fn without_final(self) -> Self {
        self.iter().filter(|status| *status != Status::Final).fold(Self::default(), Self::with)
    }
}

/// The words of the column "Observation status", and the letters that SDMX has for them.
fn status(text: &str, place: &str, leftovers: &mut Leftovers) -> StatusSet {
    let mut set = StatusSet::default();
    for part in text.split([';', ',', '|']).map(|part| part.trim().to_lowercase()).filter(|part| !part.is_empty()) {
        let has = |words: &[&str]| words.iter().any(|word| part.contains(word));
        let found = match part.as_str() {
            "a" => Some(Status::Final),
            "b" => Some(Status::Break),
            "d" => Some(Status::DefinitionDiffers),
            "e" => Some(Status::Estimated),
            "f" => Some(Status::Forecast),
            "i" => Some(Status::Imputed),
            "m" | "o" | "l" => Some(Status::Missing),
            "p" => Some(Status::Provisional),
            "q" => Some(Status::Suppressed),
            "u" => Some(Status::Unreliable),
            "undefined" => continue,
            _ if has(&["suppress", "confidential"]) => Some(Status::Suppressed),
            _ if has(&["missing", "not available"]) => Some(Status::Missing),
            _ if has(&["provisional", "preliminary"]) => Some(Status::Provisional),
            _ if has(&["estimat"]) => Some(Status::Estimated),
            _ if has(&["imput"]) => Some(Status::Imputed),
            _ if has(&["forecast", "projection", "projected"]) => Some(Status::Forecast),
            _ if has(&["definition differs"]) => Some(Status::DefinitionDiffers),
            _ if has(&["break"]) => Some(Status::Break),
            _ if has(&["reliab"]) => Some(Status::Unreliable),
            _ if part.starts_with("normal") || part == "final" => Some(Status::Final),
            _ => None,
        };
        match found {
            Some(status) => set = set.with(status),
            None => leftovers.dropped(place, format!("The observation status {}", quoted(&part))),
        }
    }
    // A withheld value is not a value that was never collected.
    if set.has(Status::Suppressed) {
        set.iter().filter(|s| *s != Status::Missing).fold(StatusSet::default(), StatusSet::with)
    } else {
        set
    }
}

#[cfg(test)]
mod tests {
    use super::super::table;
    use super::*;
    use crate::feed::id::GeographyId;

    #[track_caller]
    fn check(csv: &str, expected: &[&str], listed: &str) {
        let mut leftovers = Leftovers::default();
        let table = table::read("t.csv", csv.as_bytes(), &mut leftovers).unwrap();
        let habits = Habits::of(table.rows.iter().map(|row| row.year.as_str()), false);
        let mut scopes = Scopes::new(GeographyId::new("geo-area").unwrap());
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut found = Vec::new();
        for slice in slices(&table, habits, &mut leftovers) {
            for line in lines(&slice, &table, &mut scopes, today, &mut leftovers).lines {
                for point in &line.points {
                    let value = point.value.map_or("-".to_owned(), |value| value.to_string());
                    let name = [slice.series, slice.unit].join("/");
                    found.push(format!(
                        "{name} {} {} {value} {}",
                        point.period,
                        line.scope.group(),
                        point.status.written()
                    ));
                }
            }
        }
        assert_eq!(found, expected);
        assert!(leftovers.report(true).contains(listed), "{}", leftovers.report(true));
    }

    #[test]
    fn series_units_and_kinds_of_period_are_told_apart() {
        let csv = "Year,Series,Units,Value\n2015,A,T,1\n2015/16,A,T,2\n2015,A,t,3\n2016,A,t,4\n2015,B,T,5\n";
        let expected = ["A/T 2015  1 ", "A/T 2016  4 ", "A/T 2015 row-2 3 ", "A/T FY2015  2 ", "B/T 2015  5 "];
        check(csv, &expected, "A second row with another value");
    }

    #[test]
    fn statuses_and_contradictions() {
        let csv = "Year,Observation status,Value\n2010,Normal value,1\n2011,Missing value; suppressed,\n2012,Missing value,3\n2013,Normal value,\n2014,,N/A\n2015,Odd,5\n2016,E,6\n2017,Undefined,7\n";
        let expected = [
            "/ 2010  1 final",
            "/ 2011  - suppressed",
            "/ 2012  3 ",
            "/ 2013  - missing",
            "/ 2014  - missing",
            "/ 2015  5 ",
            "/ 2016  6 estimated",
            "/ 2017  7 ",
        ];
        check(csv, &expected, "The observation status \"odd\"");
        check(csv, &expected, "The value \"N/A\", which is not a number");
        check(csv, &expected, "of a cell that has a value; the value is kept");
    }

    #[test]
    fn repeats_are_kept_apart_and_copies_are_kept_once() {
        check(
            "Year,Value\n1974a,1\n1974b,2\n1975,3\n",
            &["/ 1975  3 ", "/ 1974 a 1 ", "/ 1974 b 2 "],
            "A year with a letter",
        );
        check(
            "Year,Value\n2010,1\n2010,1\n2010,2\n2010,3\n2010,2\n",
            &["/ 2010  1 ", "/ 2010 row-2 2 ", "/ 2010 row-3 3 ", "/ 2010 row-4 2 "],
            "same value",
        );
        check("Year,Value\n2010,\n2010,2\n", &["/ 2010  2 "], "A first row without a value");
        check("Year,Value\n2090,1\n2091,\n", &["/ 2090  1 forecast", "/ 2091  - not_due"], "has not begun");
        check("Year,Value\nlong ago,1\n", &[], "not a period");
    }
}
