//! Words and their short forms.

use std::collections::HashMap;

use super::super::Check;
use super::super::fold::skeleton;
use crate::feed::finding::quoted;
use crate::feed::read::Draft;
use crate::feed::rule::Rule;

/// Two terms with one short form. Two with one word are found with all other names.
pub(super) fn check(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for term in &draft.terms {
        let Some(acronym) = term.record.acronym.as_deref() else { continue };
        let id = term.record.id.as_str();
        if let Some(other) = seen.insert(skeleton(acronym), id) {
            check.report(
                Rule::LookAlike,
                term.at("acronym"),
                format!("{} is also the short form of the term {}.", quoted(acronym), quoted(other)),
                "Keep one of the two records, or say in one definition what it can mean.",
            );
        }
    }
}
