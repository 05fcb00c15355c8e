//! What could not be carried over, what was carried over with a change, and what had to be filled in.

use std::collections::BTreeMap;

/// Most lines of the short report; beyond it every heading says how much more there is.
const MOST_LINES: usize = 60;
/// Places shown of one reason in the short report.
const MOST_PLACES: usize = 3;

/// How something differs from the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fate {
    Dropped,
    Changed,
    FilledIn,
}

impl Fate {
    const ALL: [Self; 3] = [Self::Dropped, Self::Changed, Self::FilledIn];

    fn heading(self) -> &'static str {
        match self {
            Self::Dropped => "Not carried over",
            Self::Changed => "Carried over with a change",
            Self::FilledIn => "Filled in, because a feed needs it and the source does not say",
        }
    }
}

/// The list: for each reason the places it holds for, in the order in which they were met, and how often each.
#[derive(Debug, Default)]
pub(super) struct Leftovers(BTreeMap<(Fate, String), Vec<(String, usize)>>);

impl Leftovers {
    /// `place` is a file, or a file and a line: `data/indicator_1-1-1.csv:17`.
    pub(super) fn add(&mut self, fate: Fate, place: impl Into<String>, reason: impl Into<String>) {
        let (places, place) = (self.0.entry((fate, reason.into())).or_default(), place.into());
        // Places come file by file, so that only the last few can be the same.
        match places.iter_mut().rev().take(8).find(|(known, _)| *known == place) {
            Some((_, times)) => *times += 1,
            None => places.push((place, 1)),
        }
    }

    pub(super) fn dropped(&mut self, place: impl Into<String>, reason: impl Into<String>) {
        self.add(Fate::Dropped, place, reason);
    }

    pub(super) fn changed(&mut self, place: impl Into<String>, reason: impl Into<String>) {
        self.add(Fate::Changed, place, reason);
    }

    pub(super) fn filled_in(&mut self, place: impl Into<String>, reason: impl Into<String>) {
        self.add(Fate::FilledIn, place, reason);
    }

    /// The list as text: reasons with their places, the most frequent first; with `all`, every place.
    pub(super) fn report(&self, all: bool) -> String {
        let mut lines = Vec::new();
        let groups = |fate: Fate| {
            let mut groups: Vec<_> =
                self.0.iter().filter(|((f, _), _)| *f == fate).map(|((_, why), places)| (why, places)).collect();
            groups.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
            groups
        };
        let used = Fate::ALL.into_iter().filter(|fate| !groups(*fate).is_empty()).count();
        let mut left = MOST_LINES.saturating_sub(2 * used);
        for fate in Fate::ALL {
            let groups = groups(fate);
            if groups.is_empty() {
                continue;
            }
            lines.push(format!("{}:", fate.heading()));
            let shown = if all { groups.len() } else { groups.len().min(left) };
            left -= shown.min(left);
            for (why, places) in &groups[..shown] {
                lines.push(format!("- {why} ({})", places_of(places, all)));
            }
            if shown < groups.len() {
                lines.push(format!("- and {} more reasons; --all lists them.", groups.len() - shown));
            }
        }
        if lines.is_empty() {
            lines.push("Everything was carried over.".to_owned());
        }
        lines.join("\n") + "\n"
    }
}

fn places_of(places: &[(String, usize)], all: bool) -> String {
    let shown = if all { places.len() } else { places.len().min(MOST_PLACES) };
    let written =
        |(place, times): &(String, usize)| if *times > 1 { format!("{place} {times} times") } else { place.clone() };
    let mut text = places[..shown].iter().map(written).collect::<Vec<_>>().join(", ");
    if shown < places.len() {
        text.push_str(&format!(" and {} more", places.len() - shown));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn many(reasons: usize, places: usize) -> Leftovers {
        let mut leftovers = Leftovers::default();
        for reason in 0..reasons {
            for place in 0..places {
                leftovers.dropped(format!("f{place}"), format!("reason {reason}"));
            }
        }
        leftovers
    }

    #[track_caller]
    fn check(leftovers: &Leftovers, all: bool, expected: &str) {
        assert_eq!(leftovers.report(all), expected);
    }

    #[test]
    fn places_are_grouped_by_reason_and_counted() {
        check(&many(1, 5), false, "Not carried over:\n- reason 0 (f0, f1, f2 and 2 more)\n");
        check(&many(1, 5), true, "Not carried over:\n- reason 0 (f0, f1, f2, f3, f4)\n");
        let mut twice = many(1, 1);
        twice.dropped("f0", "reason 0");
        check(&twice, false, "Not carried over:\n- reason 0 (f0 2 times)\n");
        check(&Leftovers::default(), false, "Everything was carried over.\n");
    }

    #[test]
    fn the_short_list_stays_short_and_says_so() {
        let report = many(200, 1).report(false);
        assert_eq!(report.lines().count(), MOST_LINES);
        assert!(report.ends_with("- and 142 more reasons; --all lists them.\n"), "{report}");
        assert_eq!(many(200, 1).report(true).lines().count(), 201);
    }
}
