//! `docs/concepts.md` says where each founding concept has its place; what it says has to be there.

// Helpers of tests may stop a test in the plainest way; clippy allows it by itself only inside the tests.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::Path;

use commonweal::feed::id::Kind;
use commonweal::feed::schema::schema;
use commonweal::routes::{Page, Site};
use serde_json::Value;

/// A row of the table.
struct Row {
    number: usize,
    tier: u32,
    concept: String,
    pages: Vec<String>,
    fields: Vec<String>,
    tests: Vec<String>,
}

fn rows() -> Vec<Row> {
    let text = fs::read_to_string(root().join("docs/concepts.md")).unwrap();
    let quoted = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let number = cells[0].parse().ok()?;
        assert_eq!(cells.len(), 6, "{line}");
        Some(Row {
            number,
            concept: cells[1].to_owned(),
            tier: cells[2].parse().unwrap(),
            pages: quoted(cells[3]),
            fields: quoted(cells[4]),
            tests: quoted(cells[5]),
        })
    };
    text.lines().filter(|line| line.starts_with('|')).filter_map(row).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_concept_has_its_place() {
    let rows = rows();
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), (1..=42).collect::<Vec<_>>());
    for row in rows.iter().filter(|row| row.tier <= 2) {
        let full = !row.concept.is_empty() && [&row.pages, &row.fields, &row.tests].iter().all(|cell| !cell.is_empty());
        assert!(full, "row {} has an empty cell", row.number);
    }
}

#[test]
fn every_address_leads_to_a_page() {
    let site = Site::new("/", vec!["en".into()]);
    for row in rows() {
        for page in &row.pages {
            let address = site.parse(&page.replace("{id}", "some-id"), "");
            assert_ne!(address.page, Page::NotFound, "row {}: {page}", row.number);
        }
    }
}

/// The objects that a part of the schema stands for.
fn objects<'s>(part: &'s Value, all: &'s Value) -> Vec<&'s Value> {
    let reference = part["$ref"].as_str().and_then(|to| to.strip_prefix("#/$defs/"));
    let mut found: Vec<_> = reference.map(|name| objects(&all["$defs"][name], all)).unwrap_or_default();
    if part["properties"].is_object() {
        found.push(part);
    }
    found.extend(objects_in(&part["items"], all));
    for name in ["anyOf", "oneOf", "allOf"] {
        found.extend(part[name].as_array().into_iter().flatten().flat_map(|part| objects(part, all)));
    }
    found
}

fn objects_in<'s>(part: &'s Value, all: &'s Value) -> Vec<&'s Value> {
    if part.is_object() { objects(part, all) } else { Vec::new() }
}

fn is_field(path: &str, all: &Value) -> bool {
    let mut steps = path.split('.');
    let kind = steps.next().unwrap();
    let list = if kind == "coalition" { Some("coalition") } else { Kind::from_wire(kind).map(Kind::list) };
    let Some(list) = list else { return false };
    let mut parts = vec![&all["properties"][list]];
    for step in steps {
        let owners = parts.iter().flat_map(|part| objects(part, all));
        parts = owners.map(|owner| &owner["properties"][step]).filter(|part| !part.is_null()).collect();
    }
    !parts.is_empty()
}

#[test]
fn every_field_is_in_the_schema() {
    let schema = schema();
    for row in rows() {
        for field in &row.fields {
            assert!(is_field(field, &schema), "row {}: {field}", row.number);
        }
    }
    assert!(!is_field("goal.titel", &schema) && !is_field("goals.title", &schema));
}

#[test]
fn every_test_is_there() {
    let mut missing = Vec::new();
    for row in rows() {
        for test in &row.tests {
            let (file, name) = test.split_once(": ").expect("file: name");
            let text = fs::read_to_string(root().join(file)).unwrap_or_default();
            let at = text.find(&format!("fn {name}("));
            let marked = at.is_some_and(|at| text[..at].trim_end().ends_with("#[test]"));
            if !marked {
                missing.push(format!("row {}: {test}", row.number));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}
