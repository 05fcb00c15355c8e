//! The design log of a service that residents design together with staff: what was said and decided, in order.

use crate::feed::date::Date;
use crate::feed::records::Engagement;
use crate::present::activity::State;
use crate::present::{Context, Link, Phrase, decisions, events, heard, record};
use crate::sorted::sort_by_key;
use crate::words::say;

/// An entry of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    pub date: String,
    /// The date for machines.
    pub datetime: String,
    /// What kind of entry it is: "Residents said".
    pub kind: String,
    pub title: Phrase,
    /// Where it is told in full.
    pub href: Option<String>,
    /// What was done or decided.
    pub state: Option<State>,
    pub says: Option<Phrase>,
    pub why: Option<Phrase>,
}

/// What happened up to today, the first entry first.
pub(super) fn log(context: &Context<'_>, engagement: &Engagement) -> Vec<LogEntry> {
    let mut entries = Vec::new();
    asked(context, engagement, &mut entries);
    met(context, engagement, &mut entries);
    decided(context, engagement, &mut entries);
    sort_by_key(&mut entries, |(day, _): &(Date, LogEntry)| day.last());
    entries.into_iter().filter(|(day, _)| day.first() <= context.today).map(|(_, entry)| entry).collect()
}

type Entries = Vec<(Date, LogEntry)>;

fn entry(context: &Context<'_>, on: Date, kind: String, title: Link) -> LogEntry {
    LogEntry {
        date: context.date(on),
        datetime: on.to_string(),
        kind,
        title: title.label,
        href: (!title.href.is_empty()).then_some(title.href),
        state: None,
        says: None,
        why: None,
    }
}

fn asked(context: &Context<'_>, engagement: &Engagement, entries: &mut Entries) {
    let words = context.words;
    if let Some(opens) = engagement.opens {
        let title = Link { label: context.text(&engagement.question), href: String::new() };
        entries.push((opens, entry(context, opens, say!(words, "engagement-log-asked"), title)));
    }
    let said = context.feed.feedback.iter().filter(|one| one.engagement.as_ref() == Some(&engagement.id));
    for one in said {
        let Some(title) = record::link(context, one.id.as_str()) else { continue };
        let found = heard::item(context, one);
        let mut told = entry(context, one.heard.to, say!(words, "engagement-log-said"), title);
        told.state = Some(found.state);
        told.says = found.did;
        told.why = found.why;
        entries.push((one.heard.to, told));
    }
    if let (Some(outcome), Some(on)) = (&engagement.outcome, engagement.reported_on) {
        let title = Link { label: context.text(outcome), href: String::new() };
        entries.push((on, entry(context, on, say!(words, "engagement-log-reported"), title)));
    }
}

fn met(context: &Context<'_>, engagement: &Engagement, entries: &mut Entries) {
    let past = context
        .feed
        .events
        .iter()
        .filter(|event| event.engagement.as_ref() == Some(&engagement.id) && event.start.day() < context.today);
    for event in past {
        let on = Date::Day(event.start.day());
        let title = Link { label: context.text(&event.title), href: events::href(context, event) };
        entries.push((on, entry(context, on, say!(context.words, "engagement-log-met"), title)));
    }
}

fn decided(context: &Context<'_>, engagement: &Engagement, entries: &mut Entries) {
    for decision in super::rests_on_it(context, engagement) {
        let Some(title) = record::link(context, decision.id.as_str()) else { continue };
        let mut told = entry(context, decision.on, say!(context.words, "engagement-log-decided"), title);
        told.state = Some(decisions::result(context, decision.result));
        told.says = Some(context.text(&decision.what));
        told.why = Some(context.text(&decision.reason));
        entries.push((decision.on, told));
    }
}
