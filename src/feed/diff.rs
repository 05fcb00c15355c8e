//! What differs between two feeds, as data without a language.
//!
//! Every difference gives at least one [`Change`]. Changes of several steps can be put together to the net change
//! ([`net()`]), and a change never repeats a value that has been withheld or taken out.

mod figures;
mod leaves;
mod net;
mod said;

use std::cell::LazyCell;
use std::collections::BTreeMap;

use serde::Serialize;

use super::id::{Kind, Name};
use super::model::{Feed, Record, for_each_list};
use super::period::Period;
use super::record::{choice, record};
use super::series::{Scope, Series, Status};
use super::text::Text;
use super::write::table;

pub(super) use figures::hide;
pub use leaves::ORDER;
pub use net::net;
pub use said::Said;
pub(crate) use said::mark;

choice! {
    /// What a change is.
    pub enum What {
        /// The record is new.
        Added = "added",
        /// The record is no longer there.
        Removed = "removed",
        /// The record was taken out, and another one came back under its id.
        Replaced = "replaced",
        /// One field of the record, or one item of a list in it.
        Field = "field",
        /// Figures of an indicator, of one group at one place.
        Figures = "figures",
        /// The records of one kind stand in another order.
        Order = "order",
    }
}

choice! {
    /// What a change is about: the coalition itself, or a record of one of the kinds.
    pub enum Subject {
        Coalition = "coalition",
        Goal = "goal",
        Strategy = "strategy",
        Indicator = "indicator",
        Source = "source",
        Dimension = "dimension",
        Geography = "geography",
        Partner = "partner",
        Activity = "activity",
        Story = "story",
        Update = "update",
        Event = "event",
        WorkGroup = "workgroup",
        Commitment = "commitment",
        Engagement = "engagement",
        Feedback = "feedback",
        Decision = "decision",
        BudgetCycle = "budget_cycle",
        BudgetProposal = "budget_proposal",
        Need = "need",
        Term = "term",
    }
}

impl From<Kind> for Subject {
    fn from(kind: Kind) -> Self {
        Self::from_wire(kind.wire()).unwrap_or(Self::Coalition)
    }
}

record! {
    /// One difference.
    pub struct Change ("a change") {
        /// What it is.
        what: What,
        /// What kind of record it is about.
        of: Subject,
        /// The record; not there for the coalition and for orders.
        id: Option<Name>,
        /// What the record is called, so that one which is gone can be named.
        name: Option<Text>,
        /// The field, its steps parted by slashes: "status", "targets/all/value", "goals/goal-read", "title/es".
        path: Option<String>,
        /// What stood there; not there if nothing did. Of a whole record only a mark.
        was: Option<Said>,
        /// What stands there; not there if nothing does.
        now: Option<Said>,
        /// For figures: the group and place; not there for everybody in the whole area.
        whom: Option<Whom>,
        /// For figures: each period that differs, in time order.
        figures: Vec<FigureChange>,
    }
}

record! {
    /// A group and a place, as a table of observations writes them.
    pub struct Whom ("a group and place") {
        /// The place.
        geography: Option<String>,
        /// The dimension, or several with * between them.
        dimension: Option<String>,
        /// The group, or several with * between them.
        group: Option<String>,
    }
}

record! {
    /// One figure that differs.
    pub struct FigureChange ("a changed figure") {
        /// Its period.
        period: Period,
        /// What it was; not there if there was none.
        was: Option<Figure>,
        /// What it is; not there if it was taken out.
        now: Option<Figure>,
    }
}

record! {
    /// A figure at one time.
    pub struct Figure ("a figure") {
        /// In the indicator's unit; not there if there is none, or if it must not be repeated.
        value: Option<f64>,
        /// What was known of it.
        status: Vec<Status>,
        /// Stands for interval, counts and note, to tell whether these differ.
        mark: Option<String>,
        /// True if there was a value that is not repeated, because it was withheld or taken out later.
        hidden: bool,
    }
}

impl Whom {
    fn of(scope: &Scope) -> Option<Self> {
        let some = |text: String| (!text.is_empty()).then_some(text);
        (!scope.is_total()).then(|| Self {
            geography: scope.geography.as_ref().map(ToString::to_string),
            dimension: some(scope.dimension()),
            group: some(scope.group()),
        })
    }

    /// The other way round; parts that are no ids are left out.
    pub fn scope(&self) -> Scope {
        let parts = |text: &Option<String>| -> Vec<String> {
            text.iter().flat_map(|text| text.split('*').map(str::to_owned)).collect()
        };
        let groups = parts(&self.dimension).into_iter().zip(parts(&self.group));
        let groups =
            groups.filter_map(|(dimension, group)| Some((super::id::DimensionId::new(dimension)?, Name::new(group)?)));
        Scope { groups: groups.collect(), geography: self.geography.clone().and_then(super::id::GeographyId::new) }
    }
}

impl Change {
    fn new(what: What, of: Subject) -> Self {
        Self { what, of, id: None, name: None, path: None, was: None, now: None, whom: None, figures: Vec::new() }
    }

    /// Takes out what was said, of a record that must not be repeated.
    pub(super) fn hide(&mut self) {
        let hidden = |said: &mut Said| *said = Said::hidden();
        self.was.iter_mut().chain(&mut self.now).for_each(hidden);
    }

    /// The field's steps: name, then items and parts.
    pub fn steps(&self) -> Vec<&str> {
        self.path.iter().flat_map(|path| path.split('/')).collect()
    }
}

impl FigureChange {
    /// Takes out the values of a figure that must not be repeated.
    pub(super) fn hide(&mut self) {
        self.was.iter_mut().chain(&mut self.now).for_each(figures::hide);
    }
}

/// All differences: the coalition's, then by kind, in the order of the new feed; what is gone comes last in its kind.
pub fn diff(old: &Feed, new: &Feed) -> Vec<Change> {
    let mut changes = Vec::new();
    if old.coalition != new.coalition {
        let name = Some(new.coalition.name.clone());
        changes.extend(
            leaves::changes(&value(&old.coalition), &value(&new.coalition))
                .into_iter()
                .map(|change| Change { name: name.clone(), ..Change { of: Subject::Coalition, ..change } }),
        );
    }
    all_lists(old, new, &mut changes);
    if changes.is_empty() && old != new {
        // All that is left are tables in another order, or a table without a single figure.
        changes.push(Change::new(What::Order, Subject::Coalition));
    }
    changes
}

macro_rules! every_list {
    ($($list:ident $one:ident $Record:ident $Id:ident;)*) => {
        fn all_lists(old: &Feed, new: &Feed, changes: &mut Vec<Change>) {
            $(list((old, &old.$list), (new, &new.$list), changes);)*
        }
    };
}
for_each_list!(every_list);

/// The differences of one list of records.
fn list<R: Record + Serialize + PartialEq>(
    (old_feed, old): (&Feed, &[R]),
    (new_feed, new): (&Feed, &[R]),
    changes: &mut Vec<Change>,
) {
    let of = Subject::from(R::KIND);
    let before: BTreeMap<&str, &R> = old.iter().map(|record| (record.id_text(), record)).collect();
    let after: BTreeMap<&str, &R> = new.iter().map(|record| (record.id_text(), record)).collect();
    for record in new {
        let id = Name::new(record.id_text());
        // Many figures of a record may have changed, and of most records nothing.
        let called = LazyCell::new(|| name(&value(record)));
        let about = |what| Change { id: id.clone(), name: (*called).clone(), ..Change::new(what, of) };
        let Some(known) = before.get(record.id_text()) else {
            changes.push(Change { now: Some(print(new_feed, record)), ..about(What::Added) });
            continue;
        };
        if *known != record {
            let fields = leaves::changes(&value(*known), &value(record));
            changes.extend(fields.into_iter().map(|change| Change {
                path: change.path,
                was: change.was,
                now: change.now,
                ..about(What::Field)
            }));
        }
        if R::KIND == Kind::Indicator {
            let (old, new) = (series(old_feed, record), series(new_feed, record));
            let differ = figures::changes(old, new).into_iter();
            changes.extend(differ.map(|(whom, figures)| Change { whom, figures, ..about(What::Figures) }));
        }
    }
    for record in old.iter().filter(|record| !after.contains_key(record.id_text())) {
        let (id, name) = (Name::new(record.id_text()), name(&value(record)));
        changes.push(Change { id, name, was: Some(print(old_feed, record)), ..Change::new(What::Removed, of) });
    }
    let order = |records: &[R], other: &BTreeMap<&str, &R>| -> Vec<String> {
        records.iter().map(|record| record.id_text().to_owned()).filter(|id| other.contains_key(id.as_str())).collect()
    };
    if order(old, &after) != order(new, &before) {
        let all = |records: &[R]| {
            let ids: Vec<_> = records.iter().map(Record::id_text).collect();
            Some(Said::mark_only(&ids.join(" ")))
        };
        changes.push(Change { was: all(old), now: all(new), ..Change::new(What::Order, of) });
    }
}

fn series<'f, R: Record>(feed: &'f Feed, record: &R) -> Option<&'f Series> {
    super::id::IndicatorId::new(record.id_text()).and_then(|id| feed.series_of(&id))
}

/// Stands for all of a record, with its figures.
fn print<R: Record + Serialize>(feed: &Feed, record: &R) -> Said {
    let table = series(feed, record).map(table).unwrap_or_default();
    Said::mark_only(&format!("{}{}", value(record), String::from_utf8_lossy(&table)))
}

/// A record as JSON. No record type fails to be written.
fn value(record: &impl Serialize) -> serde_json::Value {
    serde_json::to_value(record).unwrap_or_default()
}

/// What a record is called. Stories have no name.
fn name(record: &serde_json::Value) -> Option<Text> {
    let text = ["title", "name", "label"].into_iter().find_map(|field| record.get(field))?;
    match text {
        serde_json::Value::String(text) => Some(Text::Plain(text.clone())),
        serde_json::Value::Object(texts) => {
            let text = |(tag, text): (&String, &serde_json::Value)| Some((tag.clone(), text.as_str()?.to_owned()));
            Some(Text::Languages(texts.iter().filter_map(text).collect()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
