//! The observations of one indicator in both source forms: periods and lines of columns in a single file, rows in a
//! table. What one form can hold and the other cannot is refused with a sentence.
//!
//! A column that is there without a figure is kept: with it a later figure is one line's change, without it every line's.
//! A single file says so in its first line: `"note": []`, and `"geography": null`.

use std::collections::{HashMap, HashSet};

use super::table::Table;
use super::tree::{Field, Tree};
use crate::feed::finding::quoted;
use crate::feed::period::Period;
use crate::feed::series::COLUMNS;
use crate::sorted::sort_by_key;

/// What a row says besides its place and its figures.
const SCOPE: [&str; 3] = ["geography", "dimension", "group"];
const TEXTS: [&str; 3] = ["status", "note", "revised"];

/// The indicator and the table of an item of `series`.
///
/// # Errors
/// A sentence that says what a table has no place for.
pub(super) fn table_of(series: &Tree) -> Result<(String, Table), String> {
    let Some(indicator) = series.field("indicator").and_then(Tree::says) else {
        return Err("A series does not name its indicator.".into());
    };
    let refuse = |why: String| Err(format!("The series of {}: {why}", quoted(indicator)));
    if let Some(field) = series.fields().iter().find(|f| !["indicator", "periods", "lines"].contains(&f.name.as_str()))
    {
        return refuse(format!("a table has no place for the field {}.", quoted(&field.name)));
    }
    match rows_of(series) {
        Err(why) => refuse(why),
        Ok((columns, rows)) => match Table::new(columns, rows) {
            Some(table) => Ok((indicator.to_owned(), table)),
            None => refuse("its lines have fields that a table does not know.".into()),
        },
    }
}

type Rows = (Vec<String>, Vec<Vec<String>>);

fn rows_of(series: &Tree) -> Result<Rows, String> {
    if doubled(series.fields()) {
        return Err("a field is there twice.".into());
    }
    let (Some(Tree::List(periods)), Some(Tree::List(lines))) = (series.field("periods"), series.field("lines")) else {
        return Err("it has no list of periods, or none of lines.".into());
    };
    let Some(periods) = periods.iter().map(Tree::says).collect::<Option<Vec<&str>>>() else {
        return Err("a period is not written in quotes.".into());
    };
    let mut seen = HashSet::new();
    if let Some(twice) = periods.iter().find(|period| !seen.insert(**period)) {
        return Err(format!("the period {} is there twice.", quoted(twice)));
    }
    if let Some(unclear) = periods.iter().find(|period| Period::parse(period).is_err()) {
        return Err(format!("{} is not a period.", quoted(unclear)));
    }
    let columns = columns(lines)?;
    let mut used = vec![false; periods.len()];
    let (mut rows, mut scopes) = (Vec::new(), HashSet::new());
    for line in lines {
        let scope = SCOPE.iter().map(|name| scope_cell(line, name)).collect::<Result<Vec<String>, String>>()?;
        if !scopes.insert(scope) {
            return Err("two lines are for the same group and place; put them into one.".into());
        }
        let before = rows.len();
        for (at, period) in periods.iter().enumerate() {
            let cell = |column: &String| match column.as_str() {
                "period" => Ok((*period).to_owned()),
                name if SCOPE.contains(&name) => scope_cell(line, name),
                name => point(line, name, at, periods.len()),
            };
            let row = columns.iter().map(cell).collect::<Result<Vec<String>, String>>()?;
            let says = |name: &str| columns.iter().zip(&row).any(|(column, cell)| column == name && !cell.is_empty());
            if columns.iter().all(|name| name == "period" || SCOPE.contains(&name.as_str()) || !says(name)) {
                continue;
            }
            if !says("value") && !says("status") {
                return Err(format!("{period} has neither a value nor a status that says why."));
            }
            used[at] = true;
            rows.push(row);
        }
        if rows.len() == before && !(periods.is_empty() && lines.len() == 1) {
            return Err("a line has no figure at all; take it out.".into());
        }
    }
    if let Some((period, _)) = periods.iter().zip(&used).find(|(_, used)| !**used) {
        return Err(format!("{period} has no figure; write not_due as its status, or take the period out."));
    }
    Ok((columns, rows))
}

/// The columns that the lines name, in the order of a table.
fn columns(lines: &[Tree]) -> Result<Vec<String>, String> {
    if lines.is_empty() {
        return Err("it has no line.".into());
    }
    let mut found = vec!["period".to_owned(), "value".to_owned()];
    for line in lines {
        if !matches!(line, Tree::Object(_)) || doubled(line.fields()) || line.field("value").is_none() {
            return Err("a line has no list of values, or a field twice.".into());
        }
        for field in line.fields() {
            if !COLUMNS[1..].contains(&field.name.as_str()) && !field.name.starts_with("x_") {
                return Err(format!("a table has no column {}.", quoted(&field.name)));
            }
            if !found.contains(&field.name) {
                found.push(field.name.clone());
            }
        }
    }
    let place = |name: &String| COLUMNS.iter().position(|column| column == name).unwrap_or(COLUMNS.len());
    sort_by_key(&mut found, place);
    Ok(found)
}

fn doubled(fields: &[Field]) -> bool {
    fields.iter().enumerate().any(|(at, field)| fields[..at].iter().any(|other| other.name == field.name))
}

fn scope_cell(line: &Tree, name: &str) -> Result<String, String> {
    match line.field(name) {
        None => Ok(String::new()),
        Some(tree) if tree.is_null() => Ok(String::new()),
        Some(tree) => tree.says().map_or(Err(format!("\"{name}\" of a line is not a text.")), plain),
    }
}

/// The cell of a column at a period.
fn point(line: &Tree, column: &str, at: usize, periods: usize) -> Result<String, String> {
    let item = match line.field(column) {
        None => return Ok(String::new()),
        Some(Tree::List(items)) if items.is_empty() && column != "value" => return Ok(String::new()),
        Some(Tree::List(items)) if items.len() == periods => items.get(at),
        Some(_) => return Err(format!("\"{column}\" has not one item for each period.")),
    };
    let own = column.starts_with("x_");
    match item {
        None => Ok(String::new()),
        Some(tree) if tree.is_null() => Ok(String::new()),
        Some(Tree::Bare(number)) if !TEXTS.contains(&column) && is_number(number) => Ok(number.clone()),
        Some(Tree::Text { says, .. }) if TEXTS.contains(&column) => plain(says),
        Some(Tree::Text { says, .. }) if own && !is_number(says) => plain(says),
        Some(_) => Err(format!("an item of \"{column}\" cannot stand in a table.")),
    }
}

/// A text that a cell can hold: the blanks around it would be lost, and so would a carriage return.
fn plain(text: &str) -> Result<String, String> {
    if text.is_empty() || text.trim() != text || text.contains('\r') {
        return Err(format!("{} is empty, or begins or ends with a blank.", quoted(text)));
    }
    Ok(text.to_owned())
}

/// The item of `series` that holds a table.
///
/// # Errors
/// A sentence that says what a single file has no place for.
pub(super) fn series_of(indicator: &str, table: &Table) -> Result<Tree, String> {
    let refuse = |why: String| Err(format!("The series of {}: {why}", quoted(indicator)));
    let mut periods: Vec<(Period, &str)> = Vec::new();
    for row in &table.rows {
        let text = table.cell(row, "period");
        match Period::parse(text) {
            Ok(period) => periods.push((period, text)),
            Err(_) => return refuse(format!("{} is not a period.", quoted(text))),
        }
        if table.cell(row, "value").is_empty() && table.cell(row, "status").is_empty() {
            return refuse(format!("{text} has neither a value nor a status that says why."));
        }
    }
    sort_by_key(&mut periods, |(period, _)| *period);
    periods.dedup();
    let names: Vec<&str> = periods.iter().map(|(_, text)| *text).collect();
    let mut lines: Vec<Tree> = Vec::new();
    for rows in table.rows.chunk_by(|a, b| SCOPE.iter().all(|name| table.cell(a, name) == table.cell(b, name))) {
        match line_of(table, rows, &names, lines.is_empty()) {
            Ok(line) => lines.push(line),
            Err(why) => return refuse(why),
        }
    }
    if lines.is_empty() {
        match line_of(table, &[], &names, true) {
            Ok(line) => lines.push(line),
            Err(why) => return refuse(why),
        }
    }
    let periods = names.iter().map(|name| Tree::text(name)).collect();
    Ok(Tree::Object(vec![
        Field::new("indicator", Tree::text(indicator)),
        Field::new("periods", Tree::List(periods)),
        Field::new("lines", Tree::List(lines)),
    ]))
}

/// The rows of one group and place.
fn line_of(table: &Table, rows: &[Vec<String>], periods: &[&str], first: bool) -> Result<Tree, String> {
    let mut by_period: HashMap<&str, &Vec<String>> = HashMap::new();
    for row in rows {
        let text = table.cell(row, "period");
        if by_period.insert(text, row).is_some() {
            return Err(format!("{text} is there twice for the same group and place."));
        }
    }
    let mut fields = Vec::new();
    for column in table.columns.iter().map(String::as_str).filter(|column| *column != "period") {
        let nowhere = || table.rows.iter().all(|row| table.cell(row, column).is_empty());
        if SCOPE.contains(&column) {
            let text = rows.first().map_or("", |row| table.cell(row, column));
            if !text.is_empty() {
                fields.push(Field::new(column, Tree::text(text)));
            } else if first && nowhere() {
                fields.push(Field::new(column, Tree::null()));
            }
            continue;
        }
        let cell = |period: &&str| by_period.get(period).map_or("", |row| table.cell(row, column));
        let cells: Vec<&str> = periods.iter().map(cell).collect();
        let items = cells.iter().map(|cell| item(column, cell)).collect::<Result<Vec<Tree>, String>>()?;
        if column == "value" || cells.iter().any(|cell| !cell.is_empty()) {
            fields.push(Field::new(column, Tree::List(items)));
        } else if first && (column.starts_with("x_") || nowhere()) {
            fields.push(Field::new(column, Tree::List(Vec::new())));
        }
    }
    Ok(Tree::Object(fields))
}

fn item(column: &str, cell: &str) -> Result<Tree, String> {
    match cell {
        "" => Ok(Tree::null()),
        text if text.contains('\r') => Err(format!("{} holds a bare carriage return.", quoted(text))),
        text if TEXTS.contains(&column) => Ok(Tree::text(text)),
        number if is_number(number) => Ok(Tree::Bare(number.to_owned())),
        text if column.starts_with("x_") => Ok(Tree::text(text)),
        other => Err(format!("{} is not how a single file writes a number.", quoted(other))),
    }
}

/// Whether a text is a number as JSON writes it: no plus sign, no zero in front, digits on both sides of a point.
pub(crate) fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole.len() == 1 || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent)))
}
