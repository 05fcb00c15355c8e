//! The series in a single `feed.json`, read and changed where it stands.

mod patch;

use std::collections::HashMap;

use jsonc_parser::ast::{Array, Object, Value};
use jsonc_parser::{CollectOptions, parse_to_ast};

use super::heads::Field;
use super::kept::{Kept, Key, rank};
use super::merge::{CellEdit, Edit};
use super::table::scope;
use crate::feed::date::Date;
use crate::feed::json::STRICT;
use crate::feed::period::Period;
use crate::feed::series::{Observation, Scope, StatusSet};
use patch::{Patch, Style, property};

/// A series and its lines.
struct Item<'n, 'a> {
    periods: Vec<Period>,
    written: &'n Array<'a>,
    lines: &'n Array<'a>,
}

impl<'n, 'a> Item<'n, 'a> {
    fn of(object: &'n Object<'a>) -> Option<Self> {
        let (written, lines) = (array(object, "periods")?, array(object, "lines")?);
        let periods = written.elements.iter().map(|element| Period::parse(&element.as_string_lit()?.value).ok());
        Some(Self { periods: periods.collect::<Option<_>>()?, written, lines })
    }

    fn objects(&self) -> impl Iterator<Item = &'n Object<'a>> {
        self.lines.elements.iter().filter_map(Value::as_object)
    }
}

fn value<'n, 'a>(object: &'n Object<'a>, name: &str) -> Option<&'n Value<'a>> {
    object.properties.iter().find(|property| property.name.as_str() == name).map(|property| &property.value)
}

fn array<'n, 'a>(object: &'n Object<'a>, name: &str) -> Option<&'n Array<'a>> {
    value(object, name)?.as_array()
}

fn text<'n>(object: &'n Object<'_>, name: &str) -> &'n str {
    value(object, name).and_then(Value::as_string_lit).map_or("", |literal| &literal.value)
}

fn scope_of(line: &Object<'_>) -> Option<Scope> {
    scope(text(line, "geography"), text(line, "dimension"), text(line, "group"))
}

/// The series of an indicator among those of the feed.
fn item<'n, 'a>(root: &'n Value<'a>, indicator: &str) -> Option<&'n Object<'a>> {
    let items = &array(root.as_object()?, "series")?.elements;
    items.iter().filter_map(Value::as_object).find(|item| text(item, "indicator") == indicator)
}

/// The observations of an indicator. None if it has no series, or one that cannot be read.
pub(super) fn read(json: &str, indicator: &str) -> Kept {
    let mut kept = Kept::default();
    let parsed = parse_to_ast(json, &CollectOptions::default(), &STRICT).ok().and_then(|parsed| parsed.value);
    let Some(item) = parsed.as_ref().and_then(|root| item(root, indicator)).and_then(Item::of) else { return kept };
    for line in item.objects() {
        let Some(scope) = scope_of(line) else { continue };
        for (index, period) in item.periods.iter().enumerate() {
            let at = |name: &str| array(line, name).and_then(|column| column.elements.get(index));
            let number =
                |name: &str| at(name).and_then(Value::as_number_lit).and_then(|number| number.value.parse().ok());
            let word = |name: &str| at(name).and_then(Value::as_string_lit).map(|literal| literal.value.to_string());
            let observation = Observation {
                period: *period,
                value: number("value"),
                lower: number("lower"),
                upper: number("upper"),
                se: number("se"),
                numerator: number("numerator"),
                denominator: number("denominator"),
                status: word("status").and_then(|status| StatusSet::parse(&status).ok()).unwrap_or_default(),
                note: word("note"),
                was: number("was"),
                revised: word("revised").and_then(|day| Date::parse(&day).ok()),
            };
            if observation.value.is_some() || observation.status.explains_absence() {
                kept.add(scope.clone(), observation);
            }
        }
    }
    kept
}

/// The feed with the changes; everything else stays byte for byte. `None` if its series cannot be read.
pub(super) fn write(json: &str, indicator: &str, edits: &[Edit]) -> Option<String> {
    let parsed = parse_to_ast(json, &CollectOptions::default(), &STRICT).ok()?.value?;
    let root = parsed.as_object()?;
    let mut patch = Patch::new(json);
    match item(&parsed, indicator) {
        Some(found) => change(&mut patch, found, edits)?,
        None => {
            let style = Style::of(json);
            let new = new_series(indicator, edits, style);
            match value(root, "series") {
                Some(list) => patch.insert(list.as_array()?, &[(list.as_array()?.elements.len(), new)]),
                None => patch.add(root, &property("series", &format!("[{new}]"), style)),
            }
        }
    }
    Some(patch.done())
}

fn change(patch: &mut Patch<'_>, object: &Object<'_>, edits: &[Edit]) -> Option<()> {
    let item = Item::of(object)?;
    let style = Style::of(patch.text_of(object.range));
    let added = added_periods(&item.periods, edits);
    let names = added.iter().map(|(at, period)| (*at, format!("\"{period}\""))).collect::<Vec<_>>();
    patch.insert(item.written, &names);
    // Periods as they will be, with the place they have now.
    let mut all: Vec<(Period, Option<usize>)> =
        item.periods.iter().enumerate().map(|(at, period)| (*period, Some(at))).collect();
    for (at, period) in added.iter().rev() {
        all.insert(*at, (*period, None));
    }
    let by_scope = by_scope(edits);
    let mut seen: Vec<Scope> = Vec::new();
    for line in item.objects() {
        let scope = Key::new(Period::Year(0), scope_of(line)?).scope;
        let mine = by_scope.get(&scope).filter(|_| !seen.contains(&scope));
        let wanted = |field: Field, period: Period| mine?.get(&period)?.cells.iter().find(|cell| cell.field == field);
        for field in FIELDS {
            let column = array(line, field.name());
            let new = |period: Period| wanted(field, period).map(literal);
            match column {
                Some(column) if column.elements.len() == item.periods.len() && !column.elements.is_empty() => {
                    for (element, period) in column.elements.iter().zip(&item.periods) {
                        if let Some(text) = new(*period) {
                            patch.replace(element, text);
                        }
                    }
                    let inserted: Vec<(usize, String)> =
                        added.iter().map(|(at, period)| (*at, new(*period).unwrap_or_else(null))).collect();
                    patch.insert(column, &inserted);
                }
                Some(column) if !column.elements.is_empty() => return None,
                _ if all.iter().any(|(period, _)| new(*period).is_some()) || field == Field::Value => {
                    let items: Vec<String> = all.iter().map(|(period, _)| new(*period).unwrap_or_else(null)).collect();
                    match column {
                        Some(column) => patch.replace_range(column.range, style.list(&items)),
                        None => patch.add(line, &property(field.name(), &style.list(&items), style)),
                    }
                }
                _ => {}
            }
        }
        seen.push(scope);
    }
    let periods: Vec<Period> = all.iter().map(|(period, _)| *period).collect();
    let new: Vec<(usize, String)> = new_scopes(edits, &seen)
        .into_iter()
        .map(|scope| (item.lines.elements.len(), new_line(&scope, &periods, &by_scope, style)))
        .collect();
    patch.insert(item.lines, &new);
    Some(())
}

/// Edits by group and place, then by period.
type ByScope<'e> = HashMap<&'e Scope, HashMap<Period, &'e Edit>>;

fn by_scope(edits: &[Edit]) -> ByScope<'_> {
    let mut all = ByScope::new();
    for edit in edits {
        all.entry(&edit.key.scope).or_default().insert(edit.key.period, edit);
    }
    all
}

const FIELDS: [Field; 8] = [
    Field::Value,
    Field::Lower,
    Field::Upper,
    Field::Se,
    Field::Numerator,
    Field::Denominator,
    Field::Status,
    Field::Note,
];

fn null() -> String {
    "null".to_owned()
}

/// A cell as JSON.
fn literal(cell: &CellEdit) -> String {
    match cell.new.as_str() {
        "" => null(),
        number if cell.field.is_number() => number.to_owned(),
        text => serde_json::Value::from(text).to_string(),
    }
}

/// Periods that the series does not have yet, each with the place before which it goes.
fn added_periods(known: &[Period], edits: &[Edit]) -> Vec<(usize, Period)> {
    let mut new: Vec<Period> =
        edits.iter().map(|edit| edit.key.period).filter(|period| !known.contains(period)).collect();
    new.sort();
    new.dedup();
    let place = |period: &Period| known.iter().position(|other| other > period).unwrap_or(known.len());
    let mut placed: Vec<(usize, Period)> = new.into_iter().map(|period| (place(&period), period)).collect();
    placed.sort_by_key(|(at, _)| *at);
    placed
}

/// Groups and places that have no line yet, as they are written, in the order of tables.
fn new_scopes(edits: &[Edit], seen: &[Scope]) -> Vec<Scope> {
    let mut new: Vec<Scope> = Vec::new();
    for edit in edits {
        if !seen.contains(&edit.key.scope) && !new.contains(&edit.scope) {
            new.push(edit.scope.clone());
        }
    }
    new.sort_by_key(rank);
    new
}

fn new_line(scope: &Scope, periods: &[Period], all: &ByScope<'_>, style: Style) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut name = |name: &str, text: &str| {
        if !text.is_empty() {
            parts.push(property(name, &format!("\"{text}\""), style));
        }
    };
    name("geography", scope.geography.as_ref().map_or("", |id| id.as_str()));
    name("dimension", &scope.dimension());
    name("group", &scope.group());
    let key = Key::new(Period::Year(0), scope.clone()).scope;
    for field in FIELDS {
        let cell =
            |period: &Period| all.get(&key)?.get(period)?.cells.iter().find(|cell| cell.field == field).map(literal);
        let items: Vec<Option<String>> = periods.iter().map(cell).collect();
        if field == Field::Value || items.iter().any(Option::is_some) {
            let items: Vec<String> = items.into_iter().map(|item| item.unwrap_or_else(null)).collect();
            parts.push(property(field.name(), &style.list(&items), style));
        }
    }
    style.object(&parts)
}

fn new_series(indicator: &str, edits: &[Edit], style: Style) -> String {
    let periods: Vec<Period> = added_periods(&[], edits).into_iter().map(|(_, period)| period).collect();
    let by_scope = by_scope(edits);
    let written: Vec<String> = periods.iter().map(|period| format!("\"{period}\"")).collect();
    let lines: Vec<String> =
        new_scopes(edits, &[]).iter().map(|scope| new_line(scope, &periods, &by_scope, style)).collect();
    style.object(&[
        property("indicator", &format!("\"{indicator}\""), style),
        property("periods", &style.list(&written), style),
        property("lines", &style.list(&lines), style),
    ])
}

#[cfg(test)]
mod tests;
