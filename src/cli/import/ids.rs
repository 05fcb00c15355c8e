//! Ids out of names.

use std::collections::HashSet;

use crate::words::fold;

/// Longest id that a feed knows.
const LONGEST: usize = 63;

/// Lower-case letters, digits and hyphens: "Age group (<5)" becomes `age-group-5`. Empty for scripts that have no
/// Latin letters here.
pub(super) fn slug(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit()));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// Cuts a slug at the end of a word.
pub(super) fn cut(slug: &str, longest: usize) -> &str {
    if slug.len() <= longest {
        return slug;
    }
    let head = &slug[..longest];
    head.rfind('-').filter(|at| *at > longest / 2).map_or(head, |at| &head[..at])
}

/// Gives every name an id of its own.
#[derive(Debug, Default)]
pub(super) struct Ids(HashSet<String>);

impl Ids {
    /// `prefix` and slug, at most 63 characters, with a number at the end if it is taken.
    pub(super) fn take(&mut self, prefix: &str, text: &str) -> String {
        let slug = slug(text);
        let slug = if slug.is_empty() { "unnamed".to_owned() } else { slug };
        let whole = if prefix.is_empty() { slug } else { format!("{prefix}-{slug}") };
        let mut id = cut(&whole, LONGEST).to_owned();
        let mut number = 2;
        while !self.0.insert(id.clone()) {
            let end = format!("-{number}");
            id = format!("{}{end}", cut(&whole, LONGEST - end.len()));
            number += 1;
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &[&str], expected: &[&str]) {
        let mut ids = Ids::default();
        let found: Vec<_> = names.iter().map(|name| ids.take("x", name)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_name_has_its_own_id() {
        check(
            &["Age group", "Pàrlamaid", "<5", "5", "人口", "人"],
            &["x-age-group", "x-parlamaid", "x-5", "x-5-2", "x-unnamed", "x-unnamed-2"],
        );
        let long = "word ".repeat(40);
        let mut ids = Ids::default();
        for _ in 0..30 {
            let id = ids.take("ind", &long);
            assert!(id.len() <= LONGEST && crate::feed::id::IndicatorId::new(id.clone()).is_some(), "{id}");
        }
    }
}
