//! The figures of one chart: the one value that its picture, its table, its file and its sentences are made from, so
//! that they cannot disagree.

use super::reading::Reading;

/// Periods by lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// In order of time, each once.
    pub moments: Vec<Moment>,
    /// The main line first.
    pub lines: Vec<SheetLine>,
}

/// One period.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Where it stands on a time axis, in decimal years.
    pub at: f64,
    /// In words: "spring 2025".
    pub name: String,
    /// In words after "in": "the 2024-25 school year".
    pub inside: String,
    /// In words, for narrow places.
    pub short: String,
}

/// The figures of everybody, of a group or of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetLine {
    pub name: String,
    /// The language of the name, if it is not the page's.
    pub lang: Option<String>,
    /// One for each moment; `None` where the series says nothing of it.
    pub entries: Vec<Option<Entry>>,
}

/// What the series says of one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub reading: Reading,
    /// The figure without its unit, or the reason why there is none.
    pub text: String,
    /// Not comparable with what came before.
    pub broken: bool,
    /// What was published before, if the figure has been revised.
    pub revised: Option<Revised>,
}

/// A figure that another one has replaced.
#[derive(Clone, Debug, PartialEq)]
pub struct Revised {
    pub was: f64,
    /// The figure and until when it was published, in words.
    pub says: String,
}

impl Sheet {
    /// The figures of some moments only.
    #[must_use]
    pub fn at(&self, moments: &[usize]) -> Self {
        let line = |line: &SheetLine| SheetLine {
            entries: moments.iter().map(|&index| line.entries.get(index).cloned().flatten()).collect(),
            ..line.clone()
        };
        Self {
            moments: moments.iter().filter_map(|&index| self.moments.get(index).cloned()).collect(),
            lines: self.lines.iter().map(line).collect(),
        }
    }

    /// The last moment at which a line has a figure.
    pub fn latest(&self) -> Option<usize> {
        let known = |index: &usize| self.lines.iter().any(|line| line.value(*index).is_some());
        (0..self.moments.len()).rev().find(known)
    }
}

impl SheetLine {
    pub fn entry(&self, moment: usize) -> Option<&Entry> {
        self.entries.get(moment)?.as_ref()
    }

    /// The figure of a moment, if there is one that can be drawn.
    pub fn value(&self, moment: usize) -> Option<f64> {
        self.entry(moment)?.reading.value()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::reading::Absence;

    fn sheet() -> Sheet {
        let entry = |reading| Some(Entry { reading, text: String::new(), broken: false, revised: None });
        let moment = |at| Moment { at, name: String::new(), inside: String::new(), short: String::new() };
        let line = |entries| SheetLine { name: String::new(), lang: None, entries };
        Sheet {
            moments: [2020., 2021., 2022.].map(moment).into(),
            lines: vec![
                line(vec![entry(Reading::of(1.)), entry(Reading::of(0.)), entry(Reading::Absent(Absence::NotYet))]),
                line(vec![None, entry(Reading::of(3.)), None]),
            ],
        }
    }

    #[track_caller]
    fn check<T: PartialEq + std::fmt::Debug>(found: T, expected: T) {
        assert_eq!(found, expected);
    }

    #[test]
    fn zero_is_a_figure_and_what_is_missing_is_none() {
        check(sheet().lines[0].value(0), Some(1.));
        check(sheet().lines[0].value(1), Some(0.));
        check(sheet().lines[0].value(2), None);
        check(sheet().lines[1].entry(0), None);
    }

    #[test]
    fn the_latest_is_the_last_that_is_known() {
        check(sheet().latest(), Some(1));
        check(Sheet::default().latest(), None);
    }

    #[test]
    fn some_moments_only() {
        let some = sheet().at(&[0, 2, 7]);
        check(some.moments.iter().map(|moment| moment.at).collect::<Vec<_>>(), vec![2020., 2022.]);
        check(some.lines[0].value(0), Some(1.));
        check(some.lines[1].entry(1), None);
    }
}
