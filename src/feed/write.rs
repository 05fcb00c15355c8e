//! Writing a feed from its records: the published `feed.json`, and records and tables that an import makes. Files that
//! people keep go through `form`, which loses nothing.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::form::quote;
use super::id::Kind;
use super::model::{Feed, Record, for_each_list};
use super::read::{CHANGED, PAGE, PAGES, PARTS, VERDICTS};
use super::series::{COLUMNS, Line, Observation, PLAIN_COLUMNS, Series};
use super::share::Share;
use crate::sorted::sort_by;

/// The whole feed as one compact `feed.json`.
///
/// # Errors
/// Only if a record cannot be written as JSON, which no record type allows.
pub fn feed_json(feed: &Feed, schema: &str) -> Result<Vec<u8>, serde_json::Error> {
    let mut root = Map::new();
    root.insert("$schema".into(), schema.into());
    insert(&mut root, feed)?;
    serde_json::to_vec(&Value::Object(root))
}

/// The entry of a feed that is published in parts: where the table of the parts is, the coalition, and the lists that
/// every page is made with. As a part, it names no schema: that of a feed knows no parts, so that nobody writes any.
///
/// # Errors
/// As [`feed_json`].
pub fn entry_json(feed: &Feed, table: &str) -> Result<Vec<u8>, serde_json::Error> {
    let mut root = Map::new();
    root.insert(PARTS.into(), json!({"table": table}));
    insert(&mut root, &feed.share(&Share::core()))?;
    serde_json::to_vec(&Value::Object(root))
}

/// All that a page is made of. `share` is the page's share of the feed; `pages` tells a page that shows records of other
/// pages where the parts of those are, by the pages' addresses.
///
/// # Errors
/// As [`feed_json`].
pub fn part_json(share: &Feed, page: &str, pages: Map<String, Value>) -> Result<Vec<u8>, serde_json::Error> {
    let mut root = Map::new();
    root.insert(PAGE.into(), page.into());
    if !pages.is_empty() {
        root.insert(PAGES.into(), Value::Object(pages));
    }
    let verdicts = share.verdicts();
    if !verdicts.is_empty() {
        let verdicts = verdicts.iter().map(|(id, code)| (id.clone(), Value::from(code.as_str())));
        root.insert(VERDICTS.into(), Value::Object(verdicts.collect()));
    }
    insert(&mut root, share)?;
    serde_json::to_vec(&Value::Object(root))
}

/// When records were changed, if that is known.
fn insert_changed(root: &mut Map<String, Value>, feed: &Feed) {
    let changed = feed.changed();
    if changed.since.is_empty() {
        return;
    }
    let days = |list: &[(String, String)]| -> Map<String, Value> {
        list.iter().map(|(id, day)| (id.clone(), Value::from(day.as_str()))).collect()
    };
    let (records, figures) = (days(&changed.records), days(&changed.figures));
    root.insert(CHANGED.into(), json!({"since": changed.since, "records": records, "figures": figures}));
}

/// The coalition, its lists, and when they were changed.
fn insert(root: &mut Map<String, Value>, feed: &Feed) -> Result<(), serde_json::Error> {
    root.insert("coalition".into(), serde_json::to_value(&feed.coalition)?);
    for (kind, records) in lists(feed)? {
        if !records.is_empty() {
            root.insert(kind.list().into(), records.into_iter().map(|(_, record)| record).collect());
        }
    }
    if !feed.series.is_empty() {
        root.insert("series".into(), feed.series.iter().map(series_json).collect());
    }
    insert_changed(root, feed);
    Ok(())
}

/// A record as staff edit it: two blanks of indent, one item a line, a line break at the end.
///
/// # Errors
/// As [`feed_json`].
pub fn pretty(record: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(record)?;
    bytes.push(b'\n');
    Ok(bytes)
}

macro_rules! all_lists {
    ($($list:ident $one:ident $Record:ident $Id:ident;)*) => {
        /// Every record as it is written, by kind, with its id.
        pub(super) fn lists(feed: &Feed) -> Result<Vec<(Kind, Vec<(String, Value)>)>, serde_json::Error> {
            let mut lists = Vec::new();
            $(
                let records: Result<Vec<_>, _> = feed
                    .$list
                    .iter()
                    .map(|record| Ok((record.id_text().to_owned(), serde_json::to_value(record)?)))
                    .collect();
                lists.push((<super::records::$Record as Record>::KIND, records?));
            )*
            Ok(lists)
        }
    };
}
for_each_list!(all_lists);

/// A number as it was written: whole numbers without a point.
fn number(value: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < EXACT { json!(value as i64) } else { json!(value) }
}

/// Writes every number in a value as [`number`] does.
pub fn plain_numbers(value: &mut Value) {
    match value {
        Value::Number(known) if known.is_f64() => {
            if let Some(known) = known.as_f64() {
                *value = number(known);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(plain_numbers),
        Value::Object(fields) => fields.values_mut().for_each(plain_numbers),
        _ => {}
    }
}

fn series_json(series: &Series) -> Value {
    let mut periods: Vec<_> = series.lines.iter().flat_map(|line| &line.points).map(|point| point.period).collect();
    sort_by(&mut periods, Ord::cmp);
    periods.dedup();
    let written: Vec<_> = periods.iter().map(ToString::to_string).collect();
    let lines: Vec<Value> = series.lines.iter().map(|line| line_json(line, &periods)).collect();
    json!({"indicator": series.indicator, "periods": written, "lines": lines})
}

fn line_json(line: &Line, periods: &[super::period::Period]) -> Value {
    let mut out = Map::new();
    if let Some(geography) = &line.scope.geography {
        out.insert("geography".into(), geography.as_str().into());
    }
    if !line.scope.groups.is_empty() {
        out.insert("dimension".into(), line.scope.dimension().into());
        out.insert("group".into(), line.scope.group().into());
    }
    let points: Vec<Option<&Observation>> =
        periods.iter().map(|period| line.points.iter().find(|point| point.period == *period)).collect();
    let numbers = |get: fn(&Observation) -> Option<f64>| -> Vec<Value> {
        points.iter().map(|point| point.and_then(get).map_or(Value::Null, number)).collect()
    };
    out.insert("value".into(), numbers(|point| point.value).into());
    type Get = fn(&Observation) -> Option<f64>;
    let columns: [(&str, Get); 6] = [
        ("lower", |point| point.lower),
        ("upper", |point| point.upper),
        ("se", |point| point.se),
        ("numerator", |point| point.numerator),
        ("denominator", |point| point.denominator),
        ("was", |point| point.was),
    ];
    for (name, get) in columns {
        insert_unless_empty(&mut out, name, numbers(get));
    }
    let status = |point: &Observation| Some(point.status.written()).filter(|written| !written.is_empty());
    insert_unless_empty(
        &mut out,
        "status",
        points.iter().map(|p| p.and_then(status).map_or(Value::Null, Value::from)).collect(),
    );
    let note = |point: &Observation| point.note.clone();
    insert_unless_empty(
        &mut out,
        "note",
        points.iter().map(|p| p.and_then(note).map_or(Value::Null, Value::from)).collect(),
    );
    let revised = |point: &Observation| point.revised.map(|day| day.to_string());
    insert_unless_empty(
        &mut out,
        "revised",
        points.iter().map(|p| p.and_then(revised).map_or(Value::Null, Value::from)).collect(),
    );
    Value::Object(out)
}

fn insert_unless_empty(out: &mut Map<String, Value>, name: &str, column: Vec<Value>) {
    if column.iter().any(|value| !value.is_null()) {
        out.insert(name.into(), column.into());
    }
}

/// A series as a table for git. Not for spreadsheets: what readers download is made safe in `present`. It has the
/// columns for revisions only if there is one.
pub fn table(series: &Series) -> Vec<u8> {
    let is_revised = |point: &Observation| point.was.is_some() || point.revised.is_some();
    let n_columns = match series.lines.iter().flat_map(|line| &line.points).any(is_revised) {
        true => COLUMNS.len(),
        false => PLAIN_COLUMNS,
    };
    let mut out = COLUMNS[..n_columns].join(",");
    out.push('\n');
    for line in &series.lines {
        let (dimension, group) = (line.scope.dimension(), line.scope.group());
        let geography = line.scope.geography.as_ref().map_or("", |id| id.as_str());
        for point in &line.points {
            let cell = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
            let cells = [
                point.period.to_string(),
                geography.to_owned(),
                dimension.clone(),
                group.clone(),
                cell(point.value),
                cell(point.lower),
                cell(point.upper),
                cell(point.se),
                cell(point.numerator),
                cell(point.denominator),
                point.status.written(),
                point.note.as_deref().map_or(String::new(), |note| quote(note).into_owned()),
                cell(point.was),
                point.revised.map_or(String::new(), |day| day.to_string()),
            ];
            out.push_str(&cells[..n_columns].join(","));
            out.push('\n');
        }
    }
    out.into_bytes()
}
