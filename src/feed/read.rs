//! The one reader: from the bytes of a feed, in either source form, to a checked [`Feed`] and all findings.

use std::collections::HashSet;

use chrono::NaiveDate;
use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;

use super::check;
use super::finding::{Finding, Place, Summary, quoted, sentence};
use super::id::{IndicatorId, Kind, Reference, is_id};
use super::json;
use super::model::{Changed, Feed, for_each_list};
use super::number::{ReadNumber, by_std};
use super::record::{FromNode, Reader, enough, nearest};
use super::records::{
    Activity, BudgetCycle, BudgetProposal, Coalition, Commitment, Decision, Dimension, Engagement, Event, Feedback,
    Geography, Goal, Indicator, Need, Partner, Source, Story, Strategy, Term, Update, WorkGroup,
};
use super::rule::{Rule, Severity};
use super::series::{self, Series, SeriesDraft};
use super::source::{At, SourceFile, SourceText};
use super::text::did_you_mean;
use super::waiver::{self, Waived, Waiver};
use crate::sorted::sort_by;

/// The two source forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedSource {
    /// One `feed.json` with all records in lists; also the published form.
    File(SourceFile),
    /// A folder with one JSON file a record and one CSV file a series.
    Folder(Vec<SourceFile>),
}

/// What reading gives.
#[derive(Clone, Debug)]
pub struct Reading {
    /// There if and only if no finding is an error.
    pub feed: Option<Feed>,
    /// Sorted by path, line and column.
    pub findings: Vec<Finding>,
    /// Findings that the feed's own waivers accept; they are not among the others.
    pub waived: Vec<Waived>,
}

/// Reads and checks a feed. `today` decides what lies in the future.
pub fn read(source: &FeedSource, today: NaiveDate) -> Reading {
    judge(source, None, today)
}

/// As [`read()`], and what has changed since the version before is looked at too.
pub fn read_since(source: &FeedSource, previous: &Feed, today: NaiveDate) -> Reading {
    judge(source, Some(previous), today)
}

fn judge(source: &FeedSource, previous: Option<&Feed>, today: NaiveDate) -> Reading {
    let mut waivers = Vec::new();
    let rules = |draft: &Draft<'_, '_>, findings: &mut Vec<Finding>| {
        check::all(draft, today, findings);
        if let Some(previous) = previous {
            check::since(draft, previous, today, findings);
        }
        waivers = waiver::check(draft, today, findings);
    };
    let mut reading = match source {
        FeedSource::File(file) => read_file(file, by_std, rules),
        FeedSource::Folder(files) => read_folder(files, rules),
    };
    waiver::apply(waivers, source, previous.is_some(), &mut reading);
    reading
}

/// Reads a feed that a build has published: structure, ids and references. The rules that look at more than one field
/// have been checked by the build, and their sentences need not travel to every reader. `numbers` reads the digits of a
/// number.
pub fn read_published(file: &SourceFile, numbers: ReadNumber) -> Reading {
    read_file(file, numbers, |_, _| ())
}

/// In the entry of a feed that is published in parts: where the table of its parts is.
pub(super) const PARTS: &str = "parts";
/// In a part: the address of the page that it is for, below the site's base and its language.
pub(super) const PAGE: &str = "page";

/// In the part of a page that shows records of other pages: where the parts of those are, by the pages' addresses.
pub(super) const PAGES: &str = "pages";

/// When the records were changed: published only.
pub(super) const CHANGED: &str = "changed";

/// In a part: how the indicators stand that are told in short, by their ids.
pub(super) const VERDICTS: &str = "verdicts";

/// Reads what one page of a large feed is made of. References may lead out of it: the build has checked the whole. There
/// is no feed if the part is another page's, which is reported as a missing file.
pub fn read_part(part: &SourceFile, page: &str, numbers: ReadNumber) -> Reading {
    let mut findings = Vec::new();
    let text = part.text(numbers, &mut findings);
    let root = text.as_ref().and_then(|text| json::parse(text, &mut findings));
    let mut verdicts = Vec::new();
    let mut draft = Draft { is_part: true, ..Draft::default() };
    if let (Some(text), Some(root)) = (&text, &root) {
        if matches!(json::at(root, PAGE), Value::StringLit(text) if text.value == page) {
            draft.read_file(text, root, &mut findings);
            verdicts = short(json::at(root, VERDICTS));
        } else {
            let message = sentence!("This is not the part of the page {}.", quoted(page));
            let fix = "Publish all files of one build together.";
            findings.push(Finding::new(Rule::MissingFile, Place::start_of(&part.path), message, fix));
        }
    }
    draft.check_ids(false, &mut findings);
    in_order(&mut findings);
    let good = findings.iter().all(|finding| !finding.is_error());
    let feed = if good { draft.into_feed().map(|feed| feed.into_share(verdicts)) } else { None };
    Reading { feed, findings, waived: Vec::new() }
}

/// Where the parts of other pages are, by the pages' addresses, as the part of a page says that shows their records.
pub fn read_table(file: &SourceFile, numbers: ReadNumber) -> Vec<(String, String)> {
    let mut findings = Vec::new();
    let text = file.text(numbers, &mut findings);
    let root = text.as_ref().and_then(|text| json::parse(text, &mut findings));
    root.map(|root| short(json::at(&root, PAGES))).unwrap_or_default()
}

/// Ids and codes; what is none is passed over.
fn short(node: &Value<'_>) -> Vec<(String, String)> {
    let Value::Object(object) = node else { return Vec::new() };
    let text = |property: &ObjectProp<'_>| match &property.value {
        Value::StringLit(code) => Some((property.name.as_str().to_owned(), code.value.to_string())),
        _ => None,
    };
    object.properties.iter().filter_map(text).collect()
}

/// What a build has written of changes; what is none is passed over.
fn changed(node: &Value<'_>) -> Changed {
    let mut changed = Changed::default();
    let Value::Object(object) = node else { return changed };
    for property in &object.properties {
        match (property.name.as_str(), &property.value) {
            ("since", Value::StringLit(day)) => changed.since = day.value.to_string(),
            ("records", list) => changed.records = short(list),
            ("figures", list) => changed.figures = short(list),
            _ => {}
        }
    }
    changed
}

fn read_file(file: &SourceFile, numbers: ReadNumber, rules: impl FnOnce(&Draft<'_, '_>, &mut Vec<Finding>)) -> Reading {
    let mut findings = Vec::new();
    let text = file.text(numbers, &mut findings);
    let root = text.as_ref().and_then(|text| json::parse(text, &mut findings));
    let readable = findings.iter().all(|finding| !finding.is_error());
    let mut draft = Draft::default();
    if let (Some(text), Some(root)) = (&text, &root) {
        draft.read_file(text, root, &mut findings);
    }
    draft.judged(false, readable, rules, findings)
}

fn read_folder(files: &[SourceFile], rules: impl FnOnce(&Draft<'_, '_>, &mut Vec<Finding>)) -> Reading {
    let mut findings = Vec::new();
    // Files that are no part of the feed are named, but not opened: a picture is not a text that went wrong.
    let (wanted, others): (Vec<_>, Vec<_>) = files.iter().partition(|file| belongs(&file.path));
    let texts: Vec<SourceText<'_>> = wanted.into_iter().filter_map(|file| file.text(by_std, &mut findings)).collect();
    let parsed: Vec<(&SourceText<'_>, Option<Value<'_>>)> = texts
        .iter()
        .map(|text| (text, if text.path.ends_with(".csv") { None } else { json::parse(text, &mut findings) }))
        .collect();
    let readable = findings.iter().all(|finding| !finding.is_error());
    let mut draft = Draft::default();
    draft.read_folder(&parsed, readable, &mut findings);
    draft.other_files(&others, &mut findings);
    draft.judged(true, readable, rules, findings)
}

/// A record with the way back to its place.
pub(super) struct Placed<'s, 'a, T> {
    pub(super) record: T,
    source: &'s SourceText<'a>,
    node: &'s Value<'a>,
}

impl<T> Placed<'_, '_, T> {
    /// The place of a field, given as a path such as `targets/0/by`; of the deepest part of it that is written.
    pub(super) fn at(&self, path: &str) -> Place {
        let (start, end) = json::span(json::at(self.node, path));
        self.source.place(start, end)
    }
}

macro_rules! draft {
    ($($list:ident $one:ident $Record:ident $Id:ident;)*) => {
        /// A feed on its way through the check.
        #[derive(Default)]
        pub(super) struct Draft<'s, 'a> {
            pub(super) coalition: Option<Placed<'s, 'a, Coalition>>,
            $(pub(super) $list: Vec<Placed<'s, 'a, $Record>>,)*
            pub(super) series: Vec<SeriesDraft<'s, 'a>>,
            pub(super) waivers: Vec<Placed<'s, 'a, Waiver>>,
            /// Every id that a record claims, well formed or not, so that one broken record does not break its references.
            ids: Vec<(String, Kind, At<'s, 'a>)>,
            /// The names of the records' files: a slip in an id does not break the references to it.
            names: Vec<(&'a str, Kind)>,
            /// Where the records of a single file are: first and last byte, and the id they claim.
            spans: Vec<(usize, usize, String)>,
            /// Whether an error kept whole lists from being read; then the rest is not judged.
            partial: bool,
            /// Whether it is what one page of a large feed is made of.
            is_part: bool,
            /// Whether there are observations of which it is not known whose they are.
            pub(super) lost_series: bool,
            changed: Changed,
            references: Vec<Reference<'s, 'a>>,
            any_references: Vec<(String, At<'s, 'a>)>,
        }

        impl<'s, 'a> Draft<'s, 'a> {
            fn read_record(&mut self, kind: Kind, source: &'s SourceText<'a>, node: &'s Value<'a>, findings: &mut Vec<Finding>) {
                let before = (findings.len(), self.references.len(), self.any_references.len());
                let mut reader = self.reader(source, findings);
                match kind {
                    $(Kind::$Record => {
                        if let Some(record) = $Record::from_node(node, &mut reader) {
                            self.$list.push(Placed { record, source, node });
                        }
                    })*
                }
                let errors = findings[before.0..].iter().filter(|finding| finding.is_error()).count();
                let stray = if crate::SPEAKS && errors > 1 { looks_like(source, node) } else { None };
                if let Some(other) = stray {
                    findings.truncate(before.0);
                    self.references.truncate(before.1);
                    self.any_references.truncate(before.2);
                    let (start, end) = json::span(node);
                    let message = sentence!("This looks like a record of the kind \"{}\", but it stands among the {}.", other.wire(), kind.list());
                    let fix = sentence!("Move it to \"{}\".", other.list());
                    findings.push(Finding::new(Rule::WrongType, source.place(start, end), message, fix));
                }
                let kind = stray.unwrap_or(kind);
                self.spanned(node, "id");
                if let (Value::Object(_), Value::StringLit(id)) = (node, json::at(node, "id")) {
                    self.ids.push((id.value.to_string(), kind, source.at(id.range.start, id.range.end)));
                }
                self.names.extend(source.path.rsplit('/').next().and_then(|name| name.strip_suffix(".json")).map(|name| (name, kind)));
            }

            /// `None` without a coalition record.
            fn into_feed(self) -> Option<Feed> {
                let series = self.series.into_iter().map(|draft| Series {
                    indicator: draft.indicator,
                    lines: series::lines(draft.rows),
                });
                let mut series: Vec<_> = series.collect();
                sort_by(&mut series, |a, b| a.indicator.cmp(&b.indicator));
                let coalition = self.coalition?.record;
                $(let $list = self.$list.into_iter().map(|placed| placed.record).collect();)*
                Some(Feed::new(coalition, $($list,)* series).with_changed(self.changed))
            }
        }

        /// The kind of record that a node is without any finding.
        fn looks_like(source: &SourceText<'_>, node: &Value<'_>) -> Option<Kind> {
            Kind::ALL.iter().copied().find(|kind| {
                let (mut findings, mut references, mut any_references) = (Vec::new(), Vec::new(), Vec::new());
                let mut reader =
                    Reader { source, findings: &mut findings, references: &mut references, any_references: &mut any_references };
                let read = match kind {
                    $(Kind::$Record => $Record::from_node(node, &mut reader).is_some(),)*
                };
                read && findings.is_empty()
            })
        }
    };
}
for_each_list!(draft);

impl<'s, 'a> Draft<'s, 'a> {
    /// Looks up ids and references, and applies the rules to what could be read.
    fn judged(
        self,
        folder: bool,
        readable: bool,
        rules: impl FnOnce(&Self, &mut Vec<Finding>),
        mut findings: Vec<Finding>,
    ) -> Reading {
        self.check_ids(folder, &mut findings);
        if readable && !self.partial {
            self.check_references(folder, &mut findings);
            rules(&self, &mut findings);
        }
        if crate::SPEAKS {
            for finding in findings.iter_mut().filter(|finding| finding.record.is_none()) {
                finding.record = self.record_at(folder, &finding.place);
            }
        }
        in_order(&mut findings);
        // A shared period of a series is wrong once, however many lines use it.
        findings.dedup();
        let feed = match Summary::of(&findings).error {
            0 => self.into_feed(),
            _ => None,
        };
        Reading { feed, findings, waived: Vec::new() }
    }

    /// The ids that records claim, well formed or not.
    pub(super) fn claimed(&self) -> HashSet<&str> {
        let names = self.names.iter().map(|(name, _)| *name);
        self.ids.iter().map(|(id, ..)| id.as_str()).chain(names).collect()
    }

    /// Remembers where a record stands and which id it claims.
    fn spanned(&mut self, node: &Value<'_>, name: &str) {
        if !crate::SPEAKS {
            return;
        }
        if let (Value::Object(object), Value::StringLit(id)) = (node, json::at(node, name)) {
            self.spans.push((object.range.start, object.range.end, id.value.to_string()));
        }
    }

    /// The record that a place is in.
    fn record_at(&self, folder: bool, place: &Place) -> Option<String> {
        let coalition =
            || self.coalition.as_ref().map_or("coalition".to_owned(), |found| found.record.id.as_str().to_owned());
        if folder {
            let (list, name) = place.path.rsplit_once('/').unwrap_or(("", &place.path));
            return match name.rsplit_once('.') {
                _ if place.path == "coalition.json" => Some(coalition()),
                Some((stem, _)) if !list.is_empty() && belongs(&place.path) => Some(stem.to_owned()),
                _ => None,
            };
        }
        let inside = |range: std::ops::Range<usize>| range.contains(&place.offset);
        if self.coalition.as_ref().is_some_and(|found| inside(found.node.range().start..found.node.range().end)) {
            return Some(coalition());
        }
        let found = self.spans.iter().find(|(start, end, _)| inside(*start..*end));
        found.map(|(_, _, id)| id.clone())
    }

    fn reader<'r>(&'r mut self, source: &'s SourceText<'a>, findings: &'r mut Vec<Finding>) -> Reader<'r, 's, 'a> {
        Reader { source, findings, references: &mut self.references, any_references: &mut self.any_references }
    }

    fn read_coalition(&mut self, source: &'s SourceText<'a>, node: &'s Value<'a>, findings: &mut Vec<Finding>) {
        let record = Coalition::from_node(node, &mut self.reader(source, findings));
        if let Some(record) = record {
            self.coalition = Some(Placed { record, source, node });
        }
    }

    fn read_file(&mut self, source: &'s SourceText<'a>, root: &'s Value<'a>, findings: &mut Vec<Finding>) {
        let lists: Vec<&'static str> = Kind::ALL.iter().map(|kind| kind.list()).collect();
        let waivers = crate::SPEAKS.then_some(waiver::LIST);
        let parts: &[&str] = if self.is_part { &[PAGE, PAGES, VERDICTS] } else { &[] };
        let known = ["$schema", "coalition", "series", CHANGED]
            .into_iter()
            .chain(waivers)
            .chain(lists)
            .chain(parts.iter().copied());
        let known: Vec<&'static str> = known.collect();
        let before = findings.len();
        let Some(object) = self.reader(source, findings).fields(root, "a feed", &known) else { return };
        self.partial = findings[before..].iter().any(Finding::is_error);
        let is_of_parts = |property: &ObjectProp<'_>| [PARTS, PAGE].contains(&property.name.as_str());
        if !self.is_part && object.properties.iter().any(is_of_parts) {
            self.partial = true;
            findings.truncate(before);
            let message = "This feed is published in parts, and this file is only one of them, or their entry.";
            let fix = "Read the feed where it is kept; of the published files, `parts` names the table.";
            findings.push(Finding::new(Rule::MissingFile, Place::start_of(source.path), message, fix));
            return;
        }
        let mut seen_coalition = false;
        for property in &object.properties {
            match property.name.as_str() {
                "coalition" => {
                    seen_coalition = true;
                    self.read_coalition(source, &property.value, findings);
                }
                "series" => {
                    for item in self.items(source, &property.value, findings) {
                        if enough(findings) {
                            break;
                        }
                        self.spanned(item, "indicator");
                        let series = series::read_json(source, item, &mut self.reader(source, findings));
                        self.lost_series |= series.is_none();
                        self.series.extend(series);
                    }
                }
                CHANGED => self.changed = changed(&property.value),
                waiver::LIST if crate::SPEAKS => self.read_waivers(source, &property.value, findings),
                name => {
                    let Some(kind) = Kind::from_list(name) else { continue };
                    for item in self.items(source, &property.value, findings) {
                        if enough(findings) {
                            break;
                        }
                        self.read_record(kind, source, item, findings);
                    }
                }
            }
        }
        self.partial |= enough(findings);
        let misspelt = self.partial && json::at(root, "coalition") == root;
        if !seen_coalition && !misspelt {
            let place = source.place(root.range().start, root.range().start + 1);
            findings.push(no_coalition(place));
        }
    }

    fn read_waivers(&mut self, source: &'s SourceText<'a>, node: &'s Value<'a>, findings: &mut Vec<Finding>) {
        for item in self.items(source, node, findings) {
            if enough(findings) {
                break;
            }
            let waiver = Waiver::from_node(item, &mut self.reader(source, findings));
            self.waivers.extend(waiver.map(|record| Placed { record, source, node: item }));
        }
    }

    fn items(
        &mut self,
        source: &'s SourceText<'a>,
        node: &'s Value<'a>,
        findings: &mut Vec<Finding>,
    ) -> &'s [Value<'a>] {
        match node {
            Value::Array(array) => &array.elements,
            _ => {
                self.reader(source, findings).wrong_type(node, "a list of records in [ ]");
                self.partial = true;
                &[]
            }
        }
    }

    fn read_folder(
        &mut self,
        parsed: &'s [(&'s SourceText<'a>, Option<Value<'a>>)],
        readable: bool,
        findings: &mut Vec<Finding>,
    ) {
        let mut seen_coalition = false;
        for (source, root) in parsed {
            if enough(findings) {
                self.partial = true;
                return;
            }
            let (folder, name) = source.path.split_once('/').unwrap_or(("", source.path));
            let stem = name.rsplit('/').next().unwrap_or(name);
            if source.path == "coalition.json" {
                seen_coalition = true;
                if let Some(root) = root {
                    self.read_coalition(source, root, findings);
                }
            } else if let (waiver::FILE, Some(root)) = (source.path, root) {
                let known = ["$schema", waiver::LIST];
                let object = self.reader(source, findings).fields(root, "a file of waivers", &known);
                let lists = object.into_iter().flat_map(|object| &object.properties);
                for list in lists.filter(|property| property.name.as_str() == waiver::LIST) {
                    self.read_waivers(source, &list.value, findings);
                }
            } else if folder == "series" {
                let stem = stem.trim_end_matches(".csv");
                match IndicatorId::new(stem) {
                    Some(indicator) => {
                        self.references.push(Reference {
                            kinds: &[Kind::Indicator],
                            id: stem.to_owned(),
                            at: source.at(0, 1),
                        });
                        self.series.push(series::read_table(source, indicator, findings, &mut self.references));
                    }
                    None => {
                        self.lost_series = true;
                        findings.push(Finding::new(
                            Rule::BadId,
                            Place::start_of(source.path),
                            sentence!("The file is named {}, which is not an id.", quoted(stem)),
                            "Name it after its indicator, in lower-case letters, digits and hyphens.",
                        ));
                    }
                }
            } else if let (Some(kind), Some(root)) = (Kind::from_list(folder), root) {
                self.read_record(kind, source, root, findings);
            }
        }
        if !seen_coalition && readable {
            findings.push(no_coalition(Place::start_of("coalition.json")));
        }
    }

    /// Names the files that are not read; of a folder that is none of a feed's, only the first.
    fn other_files(&mut self, others: &[&SourceFile], findings: &mut Vec<Finding>) {
        let mut unknown_folders = HashSet::new();
        for file in others {
            let (folder, _) = file.path.split_once('/').unwrap_or_default();
            if folder.is_empty() || known_folder(folder) || unknown_folders.insert(folder) {
                let finding = unknown_file(&file.path, folder);
                self.partial |= finding.is_error();
                findings.push(finding);
            }
        }
    }

    /// Ids are unique in the whole feed and, in a folder, equal to the file's name.
    fn check_ids(&self, folder: bool, findings: &mut Vec<Finding>) {
        // The sort is stable: of equal ids the first in the feed comes first.
        let mut sorted: Vec<usize> = (0..self.ids.len()).collect();
        sort_by(&mut sorted, |a, b| self.ids[*a].0.cmp(&self.ids[*b].0));
        let first = |id: &str| sorted.get(sorted.partition_point(|index| self.ids[*index].0.as_str() < id)).copied();
        for (index, (id, kind, at)) in self.ids.iter().enumerate() {
            if let Some((_, _, other)) = first(id).filter(|first| *first != index).and_then(|first| self.ids.get(first))
            {
                let message = sentence!("The id {} is taken: it is also at {}.", quoted(id), other.place());
                findings.push(Finding::new(
                    Rule::BadId,
                    at.place(),
                    message,
                    "Give one of the two another id; ids are unique in the whole feed.",
                ));
                continue;
            }
            let stem = at.path().rsplit('/').next().and_then(|name| name.strip_suffix(".json")).unwrap_or_default();
            // What is no id has been reported as such.
            if folder && stem != id && is_id(id) {
                let message =
                    sentence!("The {} has the id {}, but its file is named {}.", kind.wire(), quoted(id), quoted(stem));
                findings.push(Finding::new(
                    Rule::BadId,
                    at.place(),
                    message,
                    sentence!("Name the file {id}.json, or correct the id."),
                ));
            }
        }
    }

    fn check_references(&self, folder: bool, findings: &mut Vec<Finding>) {
        // More than one kind only where an id is taken twice, which has been reported.
        let names = self.names.iter().copied().filter(|_| folder);
        let ids = self.ids.iter().map(|(id, kind, _)| (id.as_str(), *kind));
        let mut sorted: Vec<(&str, Kind)> = ids.chain(names).collect();
        sort_by(&mut sorted, |a, b| a.0.cmp(b.0));
        let known = |id: &str| {
            let from = sorted.partition_point(|(known, _)| *known < id);
            let found = sorted[from..].iter().take_while(|(known, _)| *known == id);
            found.map(|(_, kind)| *kind).collect::<Vec<_>>()
        };
        let mut dead = |id: &str, at: &At<'_, '_>, message: String, candidates: &mut dyn Iterator<Item = &str>| {
            let meant = did_you_mean(id, candidates);
            findings.push(Finding::new(
                Rule::DeadReference,
                at.place(),
                sentence!("{message}{meant}"),
                "Add the record, or correct the id.",
            ));
        };
        let either = |kinds: &[Kind], mark: &str| {
            kinds.iter().map(|kind| format!("{mark}{}{mark}", kind.wire())).collect::<Vec<_>>().join(" or ")
        };
        for Reference { kinds, id, at } in &self.references {
            let mut same_kind = self.ids.iter().filter(|(_, k, _)| kinds.contains(k)).map(|(id, ..)| id.as_str());
            match known(id).as_slice() {
                found if found.iter().any(|kind| kinds.contains(kind)) => {}
                [found, ..] => {
                    let message = sentence!(
                        "{} is of the kind \"{}\"; an id of the kind {} is needed.",
                        quoted(id),
                        found.wire(),
                        either(kinds, "\"")
                    );
                    dead(id, at, message, &mut same_kind);
                }
                _ => {
                    let message = sentence!("There is no {} with the id {}.", either(kinds, ""), quoted(id));
                    dead(id, at, message, &mut same_kind);
                }
            }
        }
        for (id, at) in &self.any_references {
            if known(id).is_empty() {
                let mut all = self.ids.iter().map(|(id, ..)| id.as_str());
                dead(id, at, sentence!("There is no record with the id {}.", quoted(id)), &mut all);
            }
        }
    }
}

/// The order in which findings are told, whatever the order of the rules.
pub(super) fn in_order(findings: &mut Vec<Finding>) {
    sort_by(findings, |a, b| (&a.place, a.rule.code(), &a.message).cmp(&(&b.place, b.rule.code(), &b.message)));
}

fn no_coalition(place: Place) -> Finding {
    Finding::new(
        Rule::MissingFile,
        place,
        "The feed has no coalition record.",
        "Add it: coalition.json in a folder, \"coalition\": { … } in a single file. `commonweal init` writes an example.",
    )
}

/// Whether a file of the folder form is read.
pub(super) fn belongs(path: &str) -> bool {
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    match folder {
        "" => name == "coalition.json" || name == waiver::FILE,
        "series" => name.ends_with(".csv"),
        _ => Kind::from_list(folder).is_some() && name.ends_with(".json"),
    }
}

/// Whether a file of the folder form may lie at a path or, if it leads to a folder, below it.
pub fn may_be_read(path: &str) -> bool {
    belongs(path) || known_folder(path.split('/').next().unwrap_or_default())
}

fn folders() -> impl Iterator<Item = &'static str> + Clone {
    Kind::ALL.iter().map(|kind| kind.list()).chain(["series"])
}

fn known_folder(folder: &str) -> bool {
    folders().any(|known| known == folder)
}

/// A file that is not read. A slip in a folder's name is an error: all its records would be missing.
fn unknown_file(path: &str, folder: &str) -> Finding {
    let meant = nearest(folder, folders()).filter(|meant| *meant != folder);
    let (severity, message) = match meant {
        Some(meant) => {
            let message = sentence!(
                "Nothing in {} is read: it is not a folder of a feed. Did you mean \"{meant}\"?",
                quoted(folder)
            );
            (Severity::Error, message)
        }
        None if folder.is_empty() || known_folder(folder) => {
            (Severity::Warning, "This file is not read: it is neither a record nor a series.".to_owned())
        }
        None => (Severity::Warning, sentence!("Nothing in {} is read: it is not a folder of a feed.", quoted(folder))),
    };
    let fix = sentence!("The folders of a feed are {}.", folders().collect::<Vec<_>>().join(", "));
    Finding { severity, ..Finding::new(Rule::UnknownFile, Place::start_of(path), message, fix) }
}
