//! The versions of a feed with their days and changes, as the build publishes them beside the feed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::date::Date;
use super::diff::{Change, FigureChange, Subject, What, Whom, net};
use super::id::{IndicatorId, Name};
use super::json;
use super::model::Feed;
use super::number::ReadNumber;
use super::record::{FromNode, Reader, record};
use super::revisions::Cell;
use super::series::Line;
use super::source::SourceFile;

/// Version of the published file. A new first number means that a program has to look again.
pub const HISTORY_VERSION: &str = "1.0";
/// Most changes, and figures in them, that are kept of one version.
const MOST_CHANGES: usize = 2000;
/// Most bytes of the published file.
const MOST_BYTES: usize = 512 * 1024;
/// More than it takes to write all but the versions, and a version without changes.
const BEGINNING: usize = 1024;

record! {
    /// The known versions of a feed.
    pub struct History ("the history of a feed") {
        /// The version of this file's form.
        version: String,
        /// True if the oldest version here is the first there ever was.
        complete: bool,
        /// How many versions are left out because they had errors; what they changed is in the next version.
        passed_over: u32,
        /// The newest first. The oldest one has no changes: it is where history begins.
        versions: Vec<Version>,
    }
}

record! {
    /// The feed at one time.
    pub struct Version ("a version of a feed") {
        /// The day it was committed.
        on: Date,
        /// The beginning of the commit's name in git.
        commit: String,
        /// What differs from the version before.
        changes: Vec<Change>,
        /// How many changes are not listed, because there were too many.
        left_out: u32,
    }
}

impl History {
    /// A history from its versions, the newest first. A figure that was withheld or taken out later is repeated nowhere;
    /// nor are the texts of a record that is gone.
    pub fn new(versions: Vec<Version>, complete: bool, passed_over: u32) -> Self {
        let mut history = Self { version: HISTORY_VERSION.to_owned(), complete, passed_over, versions };
        history.hide_what_was_withheld();
        history.versions.iter_mut().for_each(Version::shorten);
        history
    }

    fn hide_what_was_withheld(&mut self) {
        let (mut withheld, mut gone) = (BTreeSet::new(), BTreeSet::new());
        for version in &mut self.versions {
            // What this version itself takes away is already hidden in it; what counts is what later ones take.
            let (mut withheld_here, mut gone_here) = (BTreeSet::new(), BTreeSet::new());
            for change in &mut version.changes {
                let record = (change.of, change.id.clone());
                let is_gone = gone.contains(&record);
                match change.what {
                    What::Removed => {
                        gone_here.insert(record);
                    }
                    What::Field if is_gone => change.hide(),
                    _ => {}
                }
                let scope = change.whom.as_ref().map(Whom::scope).unwrap_or_default();
                for figure in &mut change.figures {
                    let cell = (change.id.clone(), scope.clone(), figure.period);
                    if is_gone || withheld.contains(&cell) {
                        figure.hide();
                    } else if figure.now.as_ref().is_none_or(|now| now.value.is_none()) {
                        withheld_here.insert(cell);
                    }
                }
            }
            withheld.append(&mut withheld_here);
            gone.append(&mut gone_here);
        }
    }

    /// The same history, to be published with this feed. What has no value in it, and the texts of records that are not in
    /// it, are repeated in no version: an edit that takes something back may stand in none yet, or in one that was passed
    /// over.
    #[must_use]
    pub fn beside(mut self, feed: &Feed) -> Self {
        let mut open: BTreeMap<Name, BTreeSet<Cell>> = BTreeMap::new();
        for change in self.versions.iter_mut().flat_map(|version| &mut version.changes) {
            let Some(id) = change.id.clone() else { continue };
            let is_there = feed.kind_of(id.as_str()).is_some_and(|kind| Subject::from(kind) == change.of);
            if change.what == What::Field && !is_there {
                change.hide();
            }
            if change.figures.is_empty() {
                continue;
            }
            let open = open.entry(id).or_insert_with_key(|id| with_a_value(feed, id));
            let scope = change.whom.as_ref().map(Whom::scope).unwrap_or_default();
            let closed = change.figures.iter_mut().filter(|figure| !open.contains(&(scope.clone(), figure.period)));
            closed.for_each(FigureChange::hide);
        }
        self.number_marks();
        self
    }

    /// Gives the marks of each figure numbers, from the oldest on: equal ones stay equal. A mark made of counts could be
    /// undone by trying all counts, also where they have been taken out since.
    fn number_marks(&mut self) {
        let mut known: BTreeMap<(Name, Cell), Vec<String>> = BTreeMap::new();
        for change in self.versions.iter_mut().rev().flat_map(|version| &mut version.changes) {
            let Some(id) = change.id.clone() else { continue };
            let scope = change.whom.as_ref().map(Whom::scope).unwrap_or_default();
            for figure in &mut change.figures {
                let known = known.entry((id.clone(), (scope.clone(), figure.period))).or_default();
                let marks = figure.was.iter_mut().chain(&mut figure.now).filter_map(|figure| figure.mark.as_mut());
                for mark in marks {
                    let place = known.iter().position(|other| other == mark).unwrap_or_else(|| {
                        known.push(mark.clone());
                        known.len() - 1
                    });
                    *mark = (place + 1).to_string();
                }
            }
        }
    }

    /// The file, without the oldest versions if it would be too large.
    ///
    /// # Errors
    /// Only if a change cannot be written as JSON, which no type allows.
    pub fn written(mut self) -> Result<(Self, Vec<u8>), serde_json::Error> {
        let bytes = serde_json::to_vec(&self)?;
        let Some(most) = self.versions.len().checked_sub(2).filter(|_| bytes.len() > MOST_BYTES) else {
            return Ok((self, bytes));
        };
        // What is kept has its changes, but for the oldest one: there history begins.
        let (mut kept, mut room) = (0, MOST_BYTES - BEGINNING);
        for version in self.versions.iter().take(most) {
            let takes = serde_json::to_vec(version)?.len() + 1;
            let Some(left) = room.checked_sub(takes) else { break };
            (kept, room) = (kept + 1, left);
        }
        self.versions.truncate(kept + 1);
        self.complete = false;
        if let Some(oldest) = self.versions.last_mut() {
            oldest.changes.clear();
            oldest.left_out = 0;
        }
        let bytes = serde_json::to_vec(&self)?;
        Ok((self, bytes))
    }

    /// The published file. `None` if it is none, or of a form that is not known.
    pub fn read(bytes: Vec<u8>, numbers: ReadNumber) -> Option<Self> {
        let file = SourceFile { path: "changes.json".into(), bytes };
        let mut findings = Vec::new();
        let text = file.text(numbers, &mut findings)?;
        let root = json::parse(&text, &mut findings)?;
        let (mut references, mut any_references) = (Vec::new(), Vec::new());
        let mut reader = Reader {
            source: &text,
            findings: &mut findings,
            references: &mut references,
            any_references: &mut any_references,
        };
        Self::from_node(&root, &mut reader).filter(|history| history.version.starts_with("1."))
    }

    /// The version with this name.
    pub fn place_of(&self, commit: &str) -> Option<usize> {
        self.versions.iter().position(|version| version.commit == commit)
    }

    /// Everything in it that can be the id of a record.
    pub fn named(&self) -> impl Iterator<Item = &str> {
        self.versions.iter().flat_map(|version| &version.changes).flat_map(|change| {
            let said = change.was.iter().chain(&change.now).map(|said| said.text.as_str());
            change.id.iter().map(Name::as_str).chain(change.steps()).chain(said)
        })
    }

    /// What has changed since a day, that day included: how many versions, and their net change.
    pub fn since(&self, day: NaiveDate) -> (usize, Vec<Change>) {
        let later = self.versions.iter().take_while(|version| version.on.first() >= day).count();
        // The oldest version changed nothing that is known.
        let later = later.min(self.versions.len().saturating_sub(1));
        (later, self.net(later, 0))
    }

    /// The net change between two places in the list, the later one's place being lower.
    pub fn net(&self, older: usize, newer: usize) -> Vec<Change> {
        let steps = self.versions.get(newer..older).unwrap_or_default();
        net(steps.iter().rev().map(|version| version.changes.as_slice()))
    }

    /// Whether between two places some changes are not listed.
    pub fn has_gap(&self, older: usize, newer: usize) -> bool {
        self.versions.get(newer..older).unwrap_or_default().iter().any(|version| version.left_out > 0)
    }
}

/// The figures of an indicator that a feed tells.
fn with_a_value(feed: &Feed, indicator: &Name) -> BTreeSet<Cell> {
    let lines =
        IndicatorId::new(indicator.as_str()).and_then(|id| feed.series_of(&id)).map_or(&[][..], |all| &all.lines);
    let told = |line: &Line| {
        let points = line.points.iter().filter(|point| point.value.is_some());
        points.map(|point| (line.scope.clone(), point.period)).collect::<Vec<_>>()
    };
    lines.iter().flat_map(told).collect()
}

impl Version {
    fn shorten(&mut self) {
        let mut room = MOST_CHANGES;
        let kept = self.changes.iter().take_while(|change| {
            let takes = 1 + change.figures.len();
            let fits = takes <= room;
            room = room.saturating_sub(takes);
            fits
        });
        let kept = kept.count();
        self.left_out = u32::try_from(self.changes.len() - kept).unwrap_or(u32::MAX);
        self.changes.truncate(kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::diff::{Figure, diff};
    use crate::feed::{Feed, SourceFile, by_std, read_published};

    const SMALL: &str = include_str!("../../tests/fixtures/small.json");

    fn feed(edits: &[(&str, &str)]) -> Feed {
        let text = edits.iter().fold(SMALL.to_owned(), |text, (from, to)| text.replacen(from, to, 1));
        read_published(&SourceFile::new("feed.json", text), by_std).feed.unwrap()
    }

    /// A history of these feeds, the oldest first, one each month.
    fn history(feeds: &[&[(&str, &str)]]) -> History {
        let feeds: Vec<Feed> = feeds.iter().map(|edits| feed(edits)).collect();
        let mut versions: Vec<Version> = (feeds.iter().enumerate())
            .map(|(at, feed)| Version {
                on: Date::parse(&format!("2026-0{}-01", at + 1)).unwrap(),
                commit: format!("c{at}"),
                changes: at.checked_sub(1).map_or(Vec::new(), |before| diff(&feeds[before], feed)),
                left_out: 0,
            })
            .collect();
        versions.reverse();
        History::new(versions, true, 0)
    }

    const WEST: (&str, &str) = ("[null, null, 58.0]", "[null, null, 59.25]");
    const WITHHELD: (&str, &str) = (
        "\"value\": [null, null, 58.0], \"numerator\": [null, null, 116], \"denominator\": [null, null, 200], \"status\": [null, null, \"final\"]",
        "\"value\": [null, null, null], \"status\": [null, null, \"suppressed\"]",
    );

    #[track_caller]
    fn check(history: &History, day: &str, versions: usize, changes: usize) {
        let (count, net) = history.since(day.parse().unwrap());
        assert_eq!((count, net.len()), (versions, changes), "{net:#?}");
    }

    #[test]
    fn what_is_written_is_read_again() {
        let history = history(&[&[], &[WEST], &[WITHHELD]]);
        let (kept, bytes) = history.clone().written().unwrap();
        assert_eq!((&kept, History::read(bytes, by_std)), (&history, Some(history.clone())));
        assert_eq!(History::read(b"{\"version\": \"2.0\", \"versions\": []}".to_vec(), by_std), None);
        assert_eq!(History::read(b"<html>".to_vec(), by_std), None);
    }

    #[test]
    fn what_was_withheld_later_is_repeated_in_no_version() {
        let (_, open) = history(&[&[], &[WEST]]).written().unwrap();
        assert!(String::from_utf8(open).unwrap().contains("59.25"));
        let (_, closed) = history(&[&[], &[WEST], &[WITHHELD]]).written().unwrap();
        let closed = String::from_utf8(closed).unwrap();
        assert!(!closed.contains("59.25") && !closed.contains("58"), "{closed}");
    }

    #[test]
    fn the_texts_of_a_record_that_is_gone_are_not_repeated() {
        let news = ("\"title\": \"Hill Street is open\"", "\"title\": \"A name that was a mistake\"");
        let start = SMALL.find("    { \"id\": \"upd-open\"").unwrap();
        let end = start + SMALL[start..].find("\n    }\n").unwrap() + 7;
        let gone = (&SMALL[start..end], "");
        let (_, bytes) = history(&[&[], &[news], &[gone]]).written().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("\"removed\"") && !text.contains("\"was\":{\"text\":\"Hill"), "{text}");
    }

    /// What is published of these versions beside a feed that is in none of them.
    #[track_caller]
    fn beside(feeds: &[&[(&str, &str)]], now: &[(&str, &str)], shown: &[&str], hidden: &[&str]) {
        let (_, bytes) = history(feeds).beside(&feed(now)).written().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(shown.iter().all(|shown| text.contains(shown)), "{text}");
        assert_eq!(hidden.iter().find(|hidden| text.contains(**hidden)), None, "{text}");
    }

    #[test]
    fn what_is_withheld_now_is_repeated_in_no_version() {
        let visits = ("\"value\": [120, 118]", "\"value\": [120, 117]");
        beside(&[&[], &[WEST, visits]], &[WEST, visits], &["59.25", "58", "117", "118"], &[]);
        beside(&[&[], &[WEST, visits]], &[WITHHELD, visits], &["117", "118", "\"hidden\""], &["59.25", "58"]);
    }

    #[test]
    fn counts_cannot_be_found_by_trying() {
        const BARE: (&str, &str) = (
            "\"value\": [null, null, 58.0], \"numerator\": [null, null, 116], \"denominator\": [null, null, 200], ",
            "\"value\": [null, null, 58.0], ",
        );
        let other = ("[null, null, 116]", "[null, null, 115]");
        let again = history(&[&[], &[other], &[], &[BARE]]).beside(&feed(&[BARE]));
        let marks = again.versions.iter().rev().flat_map(|version| &version.changes).flat_map(|change| &change.figures);
        let mark = |figure: &Option<Figure>| figure.as_ref().and_then(|figure| figure.mark.clone());
        let marks: Vec<_> = marks.map(|figure| (mark(&figure.was), mark(&figure.now))).collect();
        let number = |n: &str| Some(n.to_owned());
        assert_eq!(marks, [(number("1"), number("2")), (number("2"), number("1")), (number("1"), None)]);
    }

    #[test]
    fn what_is_taken_out_now_is_repeated_in_no_version() {
        let line = SMALL.split_inclusive('\n').find(|line| line.contains("58.0")).unwrap();
        beside(&[&[], &[WEST]], &[(line, "")], &["\"hidden\""], &["59.25", "58"]);
    }

    #[test]
    fn the_texts_of_a_record_that_is_gone_now_are_not_repeated() {
        let news = ("\"title\": \"Hill Street is open\"", "\"title\": \"Hill Street\"");
        let start = SMALL.find("    { \"id\": \"upd-open\"").unwrap();
        let end = start + SMALL[start..].find("\n    }\n").unwrap() + 7;
        beside(&[&[], &[news]], &[news], &["\"was\":{\"text\":\"Hill Street is open"], &[]);
        beside(&[&[], &[news]], &[(&SMALL[start..end], "")], &["upd-open"], &["is open"]);
    }

    #[test]
    fn a_day_counts_itself() {
        let history = history(&[&[], &[WEST], &[]]);
        check(&history, "2026-03-01", 1, 1);
        check(&history, "2026-02-01", 2, 0);
        check(&history, "2020-01-01", 2, 0);
        check(&history, "2026-04-01", 0, 0);
    }

    #[test]
    fn a_file_that_would_be_too_large_loses_its_oldest_versions() {
        let mut long = history(&[&[], &[WEST]]);
        let version = Version { changes: vec![long.versions[0].changes[0].clone(); 700], ..long.versions[0].clone() };
        long.versions = vec![version; 10];
        let (kept, bytes) = long.written().unwrap();
        assert!(bytes.len() <= MOST_BYTES && kept.versions.len() < 10 && kept.versions.len() > 1 && !kept.complete);
        assert!(kept.versions.last().unwrap().changes.is_empty());
    }
}
