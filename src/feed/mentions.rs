//! Which records of a feed name which others. Found in what is written of them, so that no field is forgotten.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

use super::id::Kind;
use super::model::Feed;
use super::write::lists;

/// The records of a feed, and who names whom.
pub struct Mentions {
    records: Vec<(String, Kind)>,
    places: HashMap<String, usize>,
    /// The records that a record names, and those that name it; both without doubles.
    named: Vec<Vec<usize>>,
    naming: Vec<Vec<usize>>,
}

impl Mentions {
    /// # Errors
    /// Only if a record cannot be written as JSON, which no record type allows.
    pub fn of(feed: &Feed) -> Result<Self, serde_json::Error> {
        let written: Vec<(String, Kind, Value)> = lists(feed)?
            .into_iter()
            .flat_map(|(kind, records)| records.into_iter().map(move |(id, record)| (id, kind, record)))
            .collect();
        let places: HashMap<String, usize> =
            written.iter().enumerate().map(|(at, (id, ..))| (id.clone(), at)).collect();
        let mut naming: Vec<Vec<usize>> = vec![Vec::new(); written.len()];
        let mut named = Vec::with_capacity(written.len());
        for (at, (_, _, record)) in written.iter().enumerate() {
            let mut found: BTreeSet<usize> = BTreeSet::new();
            texts(record, &mut |text| {
                found.extend(places.get(text).filter(|place| **place != at));
            });
            for other in &found {
                naming[*other].push(at);
            }
            named.push(found.into_iter().collect());
        }
        let records = written.into_iter().map(|(id, kind, _)| (id, kind)).collect();
        Ok(Self { records, places, named, naming })
    }

    /// The ids of all records of a kind, in the feed's order.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.records.iter().filter(move |(_, known)| *known == kind).map(|(id, _)| id.as_str())
    }

    /// The ids of the records that this one names, with their kinds.
    pub fn named_by(&self, id: &str) -> impl Iterator<Item = (&str, Kind)> {
        self.found(&self.named, id)
    }

    /// The ids of the records that name this one, with their kinds.
    pub fn naming(&self, id: &str) -> impl Iterator<Item = (&str, Kind)> {
        self.found(&self.naming, id)
    }

    fn found<'s>(&'s self, way: &'s [Vec<usize>], id: &str) -> impl Iterator<Item = (&'s str, Kind)> {
        let others = self.places.get(id).and_then(|at| way.get(*at)).into_iter().flatten();
        others.filter_map(|at| self.records.get(*at)).map(|(id, kind)| (id.as_str(), *kind))
    }
}

/// Every text in a value; names of fields are none.
fn texts(value: &Value, hear: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => hear(text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, hear)),
        Value::Object(fields) => fields.values().for_each(|field| texts(field, hear)),
        _ => {}
    }
}
