//! What was published of a measure on earlier days: its figures from day to day, and what else changed in it.

mod table;
mod vintages;

use std::collections::BTreeSet;

use super::changes::{begins_note, records};
use super::{Context, Head, Link, Phrase};
use crate::feed::date::Date;
use crate::feed::diff::{Change, Subject, What};
use crate::feed::history::History;
use crate::feed::id::IndicatorId;
use crate::feed::records::Indicator;
use crate::feed::revisions::{Begins, Cell, Past, differ, past};
use crate::feed::series::Scope;
use crate::routes::Page;
use crate::words::say;
use table::table;

pub use self::vintages::vintages_csv;

/// So many days are columns. More would not fit beside each other; the page of changes has them all.
const MOST_DAYS: usize = 8;
/// So many groups and places have a table.
const MOST_TABLES: usize = 24;
/// So many days of other changes are listed.
const MOST_OTHERS: usize = 20;

/// The page without what the history says.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedPage {
    pub head: Head,
    pub id: String,
    pub crumbs: Vec<Link>,
    pub title: String,
}

/// What the history says of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// How much was revised.
    pub lead: String,
    /// How the tables are read, and how far back they go.
    pub notes: Vec<String>,
    /// One for everybody and each group or place that changed.
    pub tables: Vec<PublishedTable>,
    pub others_title: String,
    /// Changes of the definition, the target and all else but figures: the newest first.
    pub others: Vec<OtherChange>,
    /// Where all changes are, for people and for programs.
    pub more: Vec<Link>,
}

/// The figures of one group or place: periods by days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedTable {
    pub whom: Phrase,
    pub unit: String,
    pub corner: String,
    /// "As published on 12 January 2026", the newest first.
    pub days: Vec<String>,
    pub rows: Vec<PublishedRow>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedRow {
    pub period: String,
    pub cells: Vec<PublishedCell>,
}

/// A figure, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedCell {
    pub text: String,
    pub known: bool,
    /// What happened to it on that day, in a word.
    pub mark: Option<String>,
}

/// What else changed on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherChange {
    pub date: String,
    /// The date for machines.
    pub datetime: String,
    pub lines: Vec<String>,
}

/// The page of a measure's earlier figures; `None` if no earlier ones are known.
pub fn published_page(context: &Context<'_>, id: &str) -> Option<PublishedPage> {
    context.feed.figures_changed_on(id)?;
    let indicator = context.feed.indicator(&IndicatorId::new(id)?)?;
    let words = context.words;
    let title = say!(words, "published-title", name = context.plain(&indicator.title));
    let home = Link { label: say!(words, "nav-measures").into(), href: context.href(&Page::Indicators) };
    Some(PublishedPage {
        head: context.head(&title, say!(words, "published-about")),
        id: id.to_owned(),
        crumbs: vec![home, context.link(&indicator.title, &Page::Indicator(id.to_owned()))],
        title,
    })
}

/// What the history says of the measure with this id. `None` if it knows nothing of earlier figures.
pub fn published(context: &Context<'_>, history: &History, id: &str) -> Option<Published> {
    let indicator = context.feed.indicator(&IndicatorId::new(id)?)?;
    let past = past(context.feed, history, id)?;
    let words = context.words;
    let changed = changed_scopes(&past);
    let scopes = scopes(context, indicator, &past, |scope| changed.contains(scope));
    let tables = scopes.iter().take(MOST_TABLES).map(|scope| table(context, indicator, &past, scope)).collect();
    let mut notes = vec![say!(words, "published-how")];
    let earlier = past.versions.len().saturating_sub(MOST_DAYS);
    notes.extend((earlier > 0).then(|| say!(words, "published-more-days", n = earlier)));
    let left_out = scopes.len().saturating_sub(MOST_TABLES);
    notes.extend((left_out > 0).then(|| say!(words, "published-more-groups", n = left_out)));
    notes.extend(begins(context, history, &past));
    Some(Published {
        lead: lead(context, indicator, &past),
        notes,
        tables,
        others_title: say!(words, "published-others"),
        others: others(context, history, id),
        more: vec![
            Link { label: say!(words, "published-vintages").into(), href: context.site.indicator_vintages(id) },
            Link { label: say!(words, "published-all").into(), href: context.href(&Page::Changes) },
            Link { label: say!(words, "published-file").into(), href: context.site.changes() },
        ],
    })
}

/// How many figures were revised, and by how much at most.
fn lead(context: &Context<'_>, indicator: &Indicator, past: &Past) -> String {
    let words = context.words;
    let all: BTreeSet<&Cell> = past.versions.iter().flat_map(|version| version.figures.keys()).collect();
    let mut revised = BTreeSet::new();
    let mut largest: Option<(f64, Date)> = None;
    for pair in past.versions.windows(2) {
        let [newer, older] = pair else { continue };
        for (cell, now) in &newer.figures {
            let was = older.figures.get(cell).and_then(|was| was.value);
            let Some((was, now)) = was.zip(now.value).filter(|(was, now)| was != now) else { continue };
            revised.insert(cell);
            let by = (now - was).abs();
            if largest.is_none_or(|(most, _)| by > most) {
                largest = Some((by, newer.on));
            }
        }
    }
    match largest {
        Some((by, _)) if !context.shows(indicator, by) => {
            say!(words, "published-revised-little", n = revised.len(), all = all.len())
        }
        Some((by, on)) => {
            let by = context.change(indicator, by);
            say!(words, "published-revised", n = revised.len(), all = all.len(), by = by, on = context.date(on))
        }
        None => say!(words, "published-none"),
    }
}

/// The groups and places of which a figure changed.
fn changed_scopes(past: &Past) -> BTreeSet<&Scope> {
    let changed = past.versions.windows(2).flat_map(|pair| match pair {
        [newer, older] => newer
            .figures
            .keys()
            .chain(older.figures.keys())
            .filter(|cell| differ(newer.figures.get(*cell), older.figures.get(*cell)))
            .collect(),
        _ => Vec::new(),
    });
    changed.map(|(scope, _)| scope).collect()
}

/// Everybody, then groups and places, in the order of the series; last, those that it has no more.
fn scopes(context: &Context<'_>, indicator: &Indicator, past: &Past, is_wanted: impl Fn(&Scope) -> bool) -> Vec<Scope> {
    let lines = context.feed.series_of(&indicator.id).map_or(&[][..], |series| &series.lines);
    let all: BTreeSet<&Scope> =
        past.versions.iter().flat_map(|version| version.figures.keys()).map(|(scope, _)| scope).collect();
    let now = lines.iter().map(|line| &line.scope);
    let gone = all.into_iter().filter(|scope| !lines.iter().any(|line| line.scope == **scope));
    now.chain(gone).filter(|scope| is_wanted(scope)).cloned().collect()
}

/// Why nothing earlier is shown.
fn begins(context: &Context<'_>, history: &History, past: &Past) -> Vec<String> {
    let words = context.words;
    let on = past.versions.last().map_or(String::new(), |oldest| context.date(oldest.on));
    match past.begins {
        Begins::History => begins_note(context, history).into_iter().collect(),
        Begins::Indicator => vec![say!(words, "published-begins-new", on = on)],
        Begins::Unit => vec![say!(words, "published-begins-unit", on = on)],
        Begins::LeftOut => vec![say!(words, "published-begins-gap", on = on)],
    }
}

/// What changed besides figures, the newest first.
fn others(context: &Context<'_>, history: &History, id: &str) -> Vec<OtherChange> {
    let own = |change: &&Change| {
        change.of == Subject::Indicator
            && change.what == What::Field
            && change.id.as_ref().is_some_and(|own| own.as_str() == id)
    };
    let changes = history.versions.iter().filter_map(|version| {
        let changes: Vec<Change> = version.changes.iter().filter(own).cloned().collect();
        let lines: Vec<String> = records(context, &changes).into_iter().flat_map(|record| record.lines).collect();
        (!lines.is_empty()).then(|| OtherChange {
            date: context.date(version.on),
            datetime: version.on.to_string(),
            lines,
        })
    });
    changes.take(MOST_OTHERS).collect()
}

#[cfg(test)]
mod tests;
