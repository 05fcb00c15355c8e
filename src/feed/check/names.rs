//! Names that cannot be told apart.

use std::collections::HashMap;

use super::Check;
use super::fold::skeleton;
use super::leaves::Subject;
use crate::feed::finding::quoted;
use crate::feed::id::Kind;
use crate::feed::rule::Rule;

/// Kinds that are chosen from lists by name. News, stories and events may repeat their titles.
const NAMED: [(Kind, &str); 11] = [
    (Kind::Goal, "title"),
    (Kind::Strategy, "title"),
    (Kind::Indicator, "title"),
    (Kind::Source, "title"),
    (Kind::Dimension, "label"),
    (Kind::Geography, "name"),
    (Kind::Partner, "name"),
    (Kind::Activity, "title"),
    (Kind::WorkGroup, "title"),
    (Kind::BudgetCycle, "title"),
    (Kind::Term, "term"),
];

pub(super) fn check(records: &[Subject<'_>], language: &str, check: &mut Check<'_>) {
    let mut seen: HashMap<(Kind, String, Option<&str>), (&str, &str)> = HashMap::new();
    for record in records {
        let Some((kind, field)) = NAMED.iter().find(|(kind, _)| Some(*kind) == record.kind) else { continue };
        let Some(found) = record.text(field) else { continue };
        // A city and its county may share a name; two places within the same place may not.
        let within = record.leaves.ids.iter().find(|(path, _)| path == "parent" && *kind == Kind::Geography);
        let within = within.map(|(_, id)| id.as_str());
        let own = found.versions.iter().find(|(tag, _)| tag.as_deref().is_none_or(|tag| tag == language));
        let Some((_, name)) = own.or_else(|| found.versions.first()) else { continue };
        let key = skeleton(name);
        if key.is_empty() {
            continue;
        }
        match seen.get(&(*kind, key.clone(), within)) {
            Some((other, id)) => {
                let how = if other == name { "is also the name of" } else { "can be taken for the name of" };
                check.report(
                    Rule::LookAlike,
                    record.at(field),
                    format!("{} {how} the {} \"{id}\".", quoted(name), kind.wire()),
                    "Make the names differ, or keep one of the two records.",
                );
            }
            None => drop(seen.insert((*kind, key, within), (name, record.id))),
        }
    }
}
