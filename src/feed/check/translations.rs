//! Texts that are missing in a language of the site.

use super::Check;
use super::leaves::{Found, Subject};
use crate::feed::finding::quoted;
use crate::feed::read::Draft;
use crate::feed::rule::Rule;

/// Names stay as they are in every language, and so do those of rooms and halls.
const NAMES: [&str; 4] = ["name", "publisher", "license", "label_source"];

/// One finding a record, not one a text. Where hardly any record has a language, one for the language.
pub(super) fn check(draft: &Draft<'_, '_>, records: &[Subject<'_>], check: &mut Check<'_>) {
    let Some(coalition) = &draft.coalition else { return };
    let default = coalition.record.default_locale.as_str();
    for (index, locale) in coalition.record.locales.iter().map(|locale| locale.as_str()).enumerate() {
        if locale == default {
            continue;
        }
        let lacking: Vec<(&Subject<'_>, &Found, usize)> = records
            .iter()
            .filter_map(|record| {
                let mut without = record.leaves.texts.iter().filter(|found| lacks(found, locale));
                let first = without.next()?;
                Some((record, first, without.count() + 1))
            })
            .collect();
        if lacking.len() * 2 > records.len() {
            check.report(
                Rule::Untranslated,
                coalition.at(&format!("locales/{index}")),
                format!(
                    "The site is offered in \"{locale}\", but {} of {} records are not.",
                    lacking.len(),
                    records.len()
                ),
                format!(
                    "Translate them, such as {{\"{default}\": \"…\", \"{locale}\": \"…\"}}, or take \"{locale}\" out."
                ),
            );
            continue;
        }
        for (record, found, count) in lacking {
            let others = match count {
                1 => String::new(),
                2 => " and one other".to_owned(),
                more => format!(" and {} others", more - 1),
            };
            check.report(
                Rule::Untranslated,
                record.at(&found.path),
                format!(
                    "There is no \"{locale}\" for {}{others}; readers will see it in \"{default}\".",
                    quoted(&found.path)
                ),
                format!("Write {{\"{default}\": \"…\", \"{locale}\": \"…\"}}."),
            );
        }
    }
}

fn lacks(found: &Found, locale: &str) -> bool {
    let same = |tag: &str| tag == locale || tag.split('-').next() == Some(locale);
    let name = NAMES.contains(&found.field()) || found.path == "where/text";
    !name && !found.versions.iter().any(|(tag, _)| tag.as_deref().is_some_and(same))
}
