//! Groups over time: one group keeps one name, and does not stop while the others go on.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Check;
use super::lines::Line;
use super::scopes::in_order;
use crate::feed::finding::quoted;
use crate::feed::id::{DimensionId, Name};
use crate::feed::period::Period;
use crate::feed::read::{Draft, Placed};
use crate::feed::records::geography::{Dimension, Group};
use crate::feed::rule::Rule;
use crate::feed::series::{Row, Scope, SeriesDraft};

/// Two groups of a dimension whose labels differ by case, hyphens, a plural or one letter.
pub(super) fn labels(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    for dimension in &draft.dimensions {
        let groups = &dimension.record.groups;
        for (index, group) in groups.iter().enumerate() {
            let twin = groups.iter().take(index).find(|other| other.id != group.id && alike(other, group));
            if let Some(twin) = twin {
                let message = format!(
                    "The groups {} and {} have nearly the same name.",
                    quoted(twin.id.as_str()),
                    quoted(group.id.as_str())
                );
                let fix = "If they are one group, keep one of them here and in the series; else name them apart.";
                check.report(Rule::GroupLookAlike, dimension.at(&format!("groups/{index}/label")), message, fix);
            }
        }
    }
}

fn alike(a: &Group, b: &Group) -> bool {
    a.label.versions().any(|first| b.label.versions().any(|second| look_alike(first, second)))
}

/// Whether two labels are one with a slip: equal without case, signs and plural, or one letter more in a longer word.
/// Digits and first letters tell groups apart: grade 1 and grade 10, typical and atypical.
fn look_alike(a: &str, b: &str) -> bool {
    let (a, b) = (plain(a), plain(b));
    if a == b {
        return !a.is_empty();
    }
    let (short, long) = if a.len() < b.len() { (&a, &b) } else { (&b, &a) };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    short.chars().count() >= 6
        && short.chars().next() == long.chars().next()
        && digits(short) == digits(long)
        && long.chars().count() == short.chars().count() + 1
        && (0..long.chars().count())
            .any(|skip| long.chars().enumerate().filter(|(at, _)| *at != skip).map(|(_, c)| c).eq(short.chars()))
}

/// The letters and digits of a label in small letters, words without the s of a plural.
fn plain(label: &str) -> String {
    let words = label.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.map(|word| if word.chars().count() > 3 { word.trim_end_matches('s').to_owned() } else { word }).collect()
}

/// Groups of a series, dimension by dimension.
pub(super) fn check(
    series: &SeriesDraft<'_, '_>,
    lines: &[Line<'_>],
    dimensions: &HashMap<&DimensionId, &Placed<'_, '_, Dimension>>,
    check: &mut Check<'_>,
) {
    if !series.whole {
        return;
    }
    // The lines that differ in the group of one dimension only.
    let mut families: BTreeMap<(&DimensionId, Scope), Vec<(&Name, &Line<'_>)>> = BTreeMap::new();
    for line in lines {
        for (dimension, group) in &line.scope.groups {
            let Some((rest, _)) = super::scopes::without(line.scope, dimension) else { continue };
            families.entry((dimension, in_order(&rest))).or_default().push((group, line));
        }
    }
    let mut reported: HashSet<&DimensionId> = HashSet::new();
    let mut last: Option<&Row> = None;
    for ((dimension, _), lines) in &families {
        if reported.contains(dimension) {
            continue;
        }
        let label = |group: &Name| {
            let groups = dimensions.get(dimension).into_iter().flat_map(|placed| placed.record.groups.iter());
            groups.into_iter().find(|known| known.id == *group).map(|known| &known.label)
        };
        if let Some((row, rule, message, fix)) = renamed(lines, label).or_else(|| stopped(lines)) {
            reported.insert(dimension);
            // A line of two dimensions that stops is one mistake.
            if last.replace(row).is_some_and(|last| std::ptr::eq(last, row)) {
                continue;
            }
            check.report(rule, series.place(row, "group"), message, fix);
        }
    }
}

type Found<'r> = (&'r Row, Rule, String, &'static str);

/// A group that begins where another of nearly the same name ends.
fn renamed<'r, 't>(
    lines: &[(&Name, &Line<'r>)],
    label: impl Fn(&Name) -> Option<&'t crate::feed::text::Text>,
) -> Option<Found<'r>> {
    lines.iter().find_map(|(new, line)| {
        let (_, first) = line.rows.first()?;
        let old = lines.iter().find(|(old, other)| {
            let ends_before =
                other.rows.last().is_some_and(|(_, last)| last.observation.period < first.observation.period);
            let alike = || {
                let (Some(a), Some(b)) = (label(old), label(new)) else { return false };
                a.versions().zip(b.versions()).any(|(a, b)| holds_the_words_of(a, b))
            };
            ends_before && alike()
        });
        let (old, _) = old?;
        let message = format!(
            "The group {} begins in {} where {} ends: they look like one group under two names.",
            quoted(new.as_str()),
            first.observation.period,
            quoted(old.as_str())
        );
        let fix = "If they are one group, use one id in all lines; else say in their definitions how they differ.";
        Some((*first, Rule::GroupLookAlike, message, fix))
    })
}

/// Whether all words of one label stand in the other: "Hispanic", "Hispanic or Latino".
fn holds_the_words_of(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(plain).collect()
    };
    let (a, b) = (words(a), words(b));
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    !few.is_empty() && few.iter().all(|word| many.contains(word))
}

/// A group that is not there in the latest period of its dimension, though it was there before.
fn stopped<'r>(lines: &[(&Name, &Line<'r>)]) -> Option<Found<'r>> {
    let last = |line: &Line<'r>| line.rows.last().map(|(_, row)| (row.observation.period, *row));
    let latest: Period = lines.iter().filter_map(|(_, line)| last(line)).map(|(period, _)| period).max()?;
    let stopped: Vec<_> = lines
        .iter()
        .filter_map(|(group, line)| Some((*group, last(line)?)))
        .filter(|(_, (period, _))| *period < latest)
        .collect();
    // If most groups are not there yet, it is the others that are early.
    let (group, (period, row)) = stopped.first().filter(|_| stopped.len() * 2 <= lines.len())?;
    let message = format!(
        "The group {} ends in {period}, but others of its dimension go on until {latest}.",
        quoted(group.as_str())
    );
    let fix = "Add the value, or a line with an empty value and the status missing, suppressed or withheld.";
    Some((*row, Rule::GroupStops, message, fix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        assert_eq!(look_alike(a, b), expected, "{a} / {b}");
        assert_eq!(look_alike(b, a), expected, "{b} / {a}");
    }

    #[test]
    fn slips_of_a_label_look_alike() {
        check("Two or more races", "two-or-more races", true);
        check("Renters", "renter", true);
        check("Hispanic", "Hispannic", true);
    }

    #[test]
    fn groups_that_differ_do_not() {
        check("Male", "Female", false);
        check("Grade 1", "Grade 10", false);
        check("typical", "atypical", false);
        check("insured", "uninsured", false);
        check("North-east", "North-west", false);
        check("Under 18", "Under 19", false);
    }

    #[test]
    fn labels_that_grew() {
        assert!(holds_the_words_of("Hispanic", "Hispanic or Latino"));
        assert!(!holds_the_words_of("Black", "White"));
        assert!(!holds_the_words_of("", "White"));
    }
}
