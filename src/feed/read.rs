//! The one reader: from the bytes of a feed, in either source form, to a checked [`Feed`] and all findings.

use std::collections::HashMap;

use chrono::NaiveDate;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;

use super::check;
use super::finding::{Finding, Place, Summary, quoted};
use super::id::{IndicatorId, Kind, Reference};
use super::json;
use super::model::{Feed, for_each_list};
use super::record::{FromNode, Reader, nearest};
use super::records::{Activity, Coalition, Dimension, Event, Geography, Goal, Indicator, Partner, Source, Strategy, Update};
use super::rule::Rule;
use super::series::{self, Series, SeriesDraft};
use super::source::{At, SourceFile, SourceText};
use super::text::did_you_mean;

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
}

/// Reads and checks a feed. `today` decides what lies in the future.
pub fn read(source: &FeedSource, today: NaiveDate) -> Reading {
    let files: &[SourceFile] = match source {
        FeedSource::File(file) => std::slice::from_ref(file),
        FeedSource::Folder(files) => files,
    };
    let mut findings = Vec::new();
    let texts: Vec<SourceText<'_>> = files.iter().filter_map(|file| file.text(&mut findings)).collect();
    let parsed: Vec<(&SourceText<'_>, Option<Value<'_>>)> = texts
        .iter()
        .map(|text| (text, if text.path.ends_with(".csv") { None } else { json::parse(text, &mut findings) }))
        .collect();
    let readable = findings.iter().all(|finding| !finding.is_error());
    let mut draft = Draft::default();
    match source {
        FeedSource::File(_) => {
            if let Some((text, Some(root))) = parsed.first() {
                draft.read_file(text, root, &mut findings);
            }
        }
        FeedSource::Folder(_) => draft.read_folder(&parsed, readable, &mut findings),
    }
    draft.check_ids(matches!(source, FeedSource::Folder(_)), &mut findings);
    if readable {
        draft.check_references(&mut findings);
        check::all(&draft, today, &mut findings);
    }
    findings.sort_by(|a, b| (&a.place, a.rule.code()).cmp(&(&b.place, b.rule.code())));
    let feed = match Summary::of(&findings).error {
        0 => draft.into_feed(),
        _ => None,
    };
    Reading { feed, findings }
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
            /// Every id that a record claims, well formed or not, so that one broken record does not break its references.
            ids: Vec<(String, Kind, At<'s, 'a>)>,
            references: Vec<Reference<'s, 'a>>,
            any_references: Vec<(String, At<'s, 'a>)>,
        }

        impl<'s, 'a> Draft<'s, 'a> {
            fn read_record(&mut self, kind: Kind, source: &'s SourceText<'a>, node: &'s Value<'a>, findings: &mut Vec<Finding>) {
                if let Some(id) = json::at(node, "id").as_string_lit() {
                    self.ids.push((id.value.to_string(), kind, source.at(id.range.start, id.range.end)));
                }
                let mut reader = Reader {
                    source,
                    findings,
                    references: &mut self.references,
                    any_references: &mut self.any_references,
                };
                match kind {
                    $(Kind::$Record => {
                        if let Some(record) = $Record::from_node(node, &mut reader) {
                            self.$list.push(Placed { record, source, node });
                        }
                    })*
                }
            }

            /// `None` without a coalition record.
            fn into_feed(self) -> Option<Feed> {
                let series = self.series.into_iter().map(|draft| Series {
                    indicator: draft.indicator,
                    lines: series::lines(draft.rows),
                });
                let mut series: Vec<_> = series.collect();
                series.sort_by(|a, b| a.indicator.cmp(&b.indicator));
                let coalition = self.coalition?.record;
                $(let $list = self.$list.into_iter().map(|placed| placed.record).collect();)*
                Some(Feed::new(coalition, $($list,)* series))
            }
        }
    };
}
for_each_list!(draft);

impl<'s, 'a> Draft<'s, 'a> {
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
        let known: Vec<&'static str> = ["$schema", "coalition", "series"].into_iter().chain(lists).collect();
        let Some(object) = self.reader(source, findings).fields(root, "a feed", &known) else { return };
        let mut seen_coalition = false;
        for property in &object.properties {
            match property.name.as_str() {
                "coalition" => {
                    seen_coalition = true;
                    self.read_coalition(source, &property.value, findings);
                }
                "series" => {
                    for item in self.items(source, &property.value, findings) {
                        let mut reader = self.reader(source, findings);
                        if let Some(series) = series::read_json(source, item, &mut reader) {
                            self.series.push(series);
                        }
                    }
                }
                name => {
                    let Some(kind) = Kind::from_list(name) else { continue };
                    for item in self.items(source, &property.value, findings) {
                        self.read_record(kind, source, item, findings);
                    }
                }
            }
        }
        if !seen_coalition {
            let place = source.place(root.range().start, root.range().start + 1);
            findings.push(no_coalition(place));
        }
    }

    fn items(&mut self, source: &'s SourceText<'a>, node: &'s Value<'a>, findings: &mut Vec<Finding>) -> &'s [Value<'a>] {
        match node {
            Value::Array(array) => &array.elements,
            _ => {
                self.reader(source, findings).wrong_type(node, "a list of records in [ ]");
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
            let (folder, name) = source.path.split_once('/').unwrap_or(("", source.path));
            let stem = name.rsplit('/').next().unwrap_or(name);
            if source.path == "coalition.json" {
                seen_coalition = true;
                if let Some(root) = root {
                    self.read_coalition(source, root, findings);
                }
            } else if folder == "series" && name.ends_with(".csv") {
                let stem = stem.trim_end_matches(".csv");
                match IndicatorId::new(stem) {
                    Some(indicator) => {
                        self.references.push(Reference { kind: Kind::Indicator, id: stem.to_owned(), at: source.at(0, 1) });
                        let series = series::read_table(source, indicator, findings, &mut self.references);
                        self.series.extend(series);
                    }
                    None => findings.push(Finding::new(
                        Rule::BadId,
                        Place::start_of(source.path),
                        format!("The file is named {}, which is not an id.", quoted(stem)),
                        "Name it after its indicator, in lower-case letters, digits and hyphens.",
                    )),
                }
            } else if let (Some(kind), true) = (Kind::from_list(folder), name.ends_with(".json")) {
                if let Some(root) = root {
                    self.read_record(kind, source, root, findings);
                }
            } else {
                findings.push(unknown_file(source.path, folder));
            }
        }
        if !seen_coalition && readable {
            findings.push(no_coalition(Place::start_of("coalition.json")));
        }
    }

    /// Ids are unique in the whole feed and, in a folder, equal to the file's name.
    fn check_ids(&self, folder: bool, findings: &mut Vec<Finding>) {
        let mut first: HashMap<&str, &At<'_, '_>> = HashMap::new();
        for (id, kind, at) in &self.ids {
            if let Some(other) = first.get(id.as_str()) {
                let message = format!("The id {} is taken: it is also at {}.", quoted(id), other.place());
                findings.push(Finding::new(Rule::BadId, at.place(), message, "Give one of the two another id; ids are unique in the whole feed."));
                continue;
            }
            first.insert(id, at);
            let stem = at.path().rsplit('/').next().and_then(|name| name.strip_suffix(".json")).unwrap_or_default();
            if folder && stem != id {
                let message = format!("The {} has the id {}, but its file is named {}.", kind.wire(), quoted(id), quoted(stem));
                findings.push(Finding::new(Rule::BadId, at.place(), message, format!("Name the file {id}.json, or correct the id.")));
            }
        }
    }

    fn check_references(&self, findings: &mut Vec<Finding>) {
        let known: HashMap<&str, Kind> = self.ids.iter().map(|(id, kind, _)| (id.as_str(), *kind)).collect();
        let mut dead = |id: &str, at: &At<'_, '_>, message: String, candidates: &mut dyn Iterator<Item = &str>| {
            let meant = did_you_mean(id, candidates);
            findings.push(Finding::new(Rule::DeadReference, at.place(), format!("{message}{meant}"), "Add the record, or correct the id."));
        };
        for Reference { kind, id, at } in &self.references {
            let mut same_kind = self.ids.iter().filter(|(_, k, _)| k == kind).map(|(id, ..)| id.as_str());
            match known.get(id.as_str()) {
                Some(found) if found == kind => {}
                Some(found) => dead(id, at, format!("{} is the id of a {}; the id of a {} is needed.", quoted(id), found.wire(), kind.wire()), &mut same_kind),
                None => dead(id, at, format!("There is no {} with the id {}.", kind.wire(), quoted(id)), &mut same_kind),
            }
        }
        for (id, at) in &self.any_references {
            if !known.contains_key(id.as_str()) {
                let mut all = self.ids.iter().map(|(id, ..)| id.as_str());
                dead(id, at, format!("There is no record with the id {}.", quoted(id)), &mut all);
            }
        }
    }
}

fn no_coalition(place: Place) -> Finding {
    Finding::new(
        Rule::MissingFile,
        place,
        "The feed has no coalition record.",
        "Add it: coalition.json in a folder, \"coalition\": { … } in a single file. `commonweal init` writes an example.",
    )
}

fn unknown_file(path: &str, folder: &str) -> Finding {
    let lists = Kind::ALL.iter().map(|kind| kind.list()).chain(["series"]);
    let message = match nearest(folder, lists.clone()) {
        Some(meant) if meant != folder => format!("This file is not read: {} is not a folder of a feed. Did you mean \"{meant}\"?", quoted(folder)),
        _ => "This file is not read: it is neither a record nor a series.".to_owned(),
    };
    let fix = format!("The folders of a feed are {}.", lists.collect::<Vec<_>>().join(", "));
    Finding::new(Rule::UnknownFile, Place::start_of(path), message, fix)
}
