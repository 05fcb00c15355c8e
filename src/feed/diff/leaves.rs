//! The differences of two records, field by field. A record is taken apart into leaves, each with its path; so no field
//! can be forgotten, however records grow.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Change, Said, Subject, What, mark};

/// A record in pieces: what stands at each path, and the order of each list.
#[derive(Default)]
struct Leaves {
    said: Vec<(String, String)>,
    orders: Vec<(String, Vec<String>)>,
}

/// The differences, in the order of the record's fields; what is gone comes last. They are about nobody yet.
pub(super) fn changes(old: &Value, new: &Value) -> Vec<Change> {
    let (old, new) = (Leaves::of(old), Leaves::of(new));
    let known: BTreeMap<&str, &str> = old.said.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let there: BTreeMap<&str, &str> = new.said.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let mut found = Vec::new();
    let mut push = |path: &str, was: Option<Said>, now: Option<Said>| {
        found.push(Change { path: Some(path.to_owned()), was, now, ..Change::new(What::Field, Subject::Coalition) });
    };
    for (path, now) in &new.said {
        match known.get(path.as_str()) {
            None => push(path, None, Some(Said::alone(now))),
            Some(was) if was != now => {
                let (was, now) = Said::pair(was, now);
                push(path, Some(was), Some(now));
            }
            Some(_) => {}
        }
    }
    for (path, was) in old.said.iter().filter(|(path, _)| !there.contains_key(path.as_str())) {
        push(path, Some(Said::alone(was)), None);
    }
    for (path, now) in &new.orders {
        let Some((_, was)) = old.orders.iter().find(|(known, _)| known == path) else { continue };
        let common = |keys: &[String], others: &[String]| -> Vec<String> {
            keys.iter().filter(|key| others.contains(key)).cloned().collect()
        };
        if common(was, now) != common(now, was) {
            let all = |keys: &[String]| Some(Said::mark_only(&keys.join(" ")));
            push(&format!("{path}/{ORDER}"), all(was), all(now));
        }
    }
    found
}

/// The last step of the path of a list that stands in another order. No id looks like this.
pub const ORDER: &str = "~order";

impl Leaves {
    fn of(record: &Value) -> Self {
        let mut leaves = Self::default();
        leaves.take(String::new(), record);
        leaves
    }

    fn take(&mut self, path: String, value: &Value) {
        let below = |step: &str| if path.is_empty() { step.to_owned() } else { format!("{path}/{step}") };
        match value {
            Value::Null => {}
            Value::Object(fields) => fields.iter().for_each(|(name, value)| self.take(below(name), value)),
            Value::Array(items) => {
                let mut keys: Vec<String> = Vec::with_capacity(items.len());
                for item in items {
                    let first = key(item);
                    let mut key = first.clone();
                    let mut times = 1;
                    while keys.contains(&key) {
                        times += 1;
                        key = format!("{first}~{times}");
                    }
                    self.take(below(&key), item);
                    keys.push(key);
                }
                self.orders.push((path, keys));
            }
            Value::Bool(yes) => self.said.push((path, yes.to_string())),
            Value::Number(number) => {
                let text = number.as_f64().map_or_else(|| number.to_string(), |number| number.to_string());
                self.said.push((path, text));
            }
            Value::String(text) => self.said.push((path, text.clone())),
        }
    }
}

/// What an item of a list is known by: its id, or what else tells it from the others; at last a mark of all of it.
fn key(item: &Value) -> String {
    let text = |field: &str| item.get(field).and_then(Value::as_str).filter(|text| plain(text)).map(str::to_owned);
    match item {
        Value::String(text) if plain(text) => text.clone(),
        // Targets: one for each group and place.
        Value::Object(target) if target.contains_key("by") && target.contains_key("kind") => {
            let scope = target.get("scope").and_then(Value::as_object);
            let parts: Vec<&str> = scope.iter().flat_map(|scope| scope.values()).filter_map(Value::as_str).collect();
            if parts.is_empty() { "all".to_owned() } else { parts.join(".") }
        }
        Value::Object(_) => ["id", "partner"].into_iter().find_map(text).unwrap_or_else(|| mark(&item.to_string())),
        _ => mark(&item.to_string()),
    }
}

/// Whether a text can be a step of a path.
fn plain(text: &str) -> bool {
    text.len() <= 63 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(old: Value, new: Value, expected: &[&str]) {
        let said = |said: &Option<Said>| said.as_ref().map_or("-".to_owned(), |said| said.text.clone());
        let found: Vec<_> = changes(&old, &new)
            .iter()
            .map(|change| {
                format!("{} {} {}", change.path.as_deref().unwrap_or(""), said(&change.was), said(&change.now))
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn fields_come_go_and_change() {
        check(json!({"a": 1, "b": "x"}), json!({"a": 2.5, "c": true}), &["a 1 2.5", "c - true", "b x -"]);
        check(
            json!({"title": "T"}),
            json!({"title": {"en": "T", "es": "U"}}),
            &["title/en - T", "title/es - U", "title T -"],
        );
    }

    #[test]
    fn items_are_known_by_their_names() {
        check(json!({"goals": ["a", "b"]}), json!({"goals": ["b", "c"]}), &["goals/c - c", "goals/a a -"]);
        let step = |state: &str| json!({"milestones": [{"id": "m1", "state": state}]});
        check(step("planned"), step("done"), &["milestones/m1/state planned done"]);
        let target = |value: f64| json!({"targets": [{"value": value, "by": "2030", "kind": "law", "scope": {"geography": "east"}}]});
        check(target(70.0), target(75.0), &["targets/east/value 70 75"]);
    }

    #[test]
    fn equal_items_are_told_apart() {
        check(json!({"l": ["a"]}), json!({"l": ["a", "a"]}), &["l/a~2 - a"]);
    }

    #[test]
    fn another_order_is_a_difference() {
        let found = changes(&json!({"l": ["a", "b", "c"]}), &json!({"l": ["b", "a", "d"]}));
        let paths: Vec<_> = found.iter().filter_map(|change| change.path.as_deref()).collect();
        assert_eq!(paths, ["l/d", "l/c", "l/~order"]);
        assert!(
            changes(&json!({"l": ["a", "b"]}), &json!({"l": ["a", "x", "b"]}))
                .iter()
                .all(|c| c.path.as_deref() == Some("l/x"))
        );
    }
}
