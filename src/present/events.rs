//! Meetings, deadlines and data releases: what comes, then what has been.

use super::activity::{Sign, State};
use super::{Context, Head, Phrase};
use crate::feed::date::Moment;
use crate::feed::records::Event;
use crate::feed::records::event::{EventKind, EventStatus, OpenTo};
use crate::routes::Page;
use crate::sorted::sort_by_key;
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct EventsPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    pub coming: Vec<EventItem>,
    /// Said if nothing is planned.
    pub none_coming: Option<String>,
    /// The latest first.
    pub past: Vec<EventItem>,
    /// All events as a calendar, if there are any.
    pub calendar: Option<String>,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventItem {
    /// The fragment of its address.
    pub id: String,
    pub title: Phrase,
    pub kind: String,
    /// Day of the month, and month with year: to be seen at a glance.
    pub day: String,
    pub month: String,
    /// The beginning for machines.
    pub datetime: String,
    /// "Tuesday 12 January 2027, 6 pm to 7:30 pm".
    pub when: String,
    pub state: Option<State>,
    pub place: Phrase,
    pub place_url: Option<String>,
    pub accessibility: Option<Phrase>,
    pub summary: Vec<Phrase>,
    /// "English and Spanish".
    pub languages: Option<String>,
    pub open_to: String,
    /// Its calendar file; a thing of the past has none.
    pub calendar: Option<String>,
}

/// All events.
pub fn events_page(context: &Context<'_>) -> EventsPage {
    let words = context.words;
    let (title, lead) = (say!(words, "nav-events"), say!(words, "events-lead"));
    let coming: Vec<_> = coming(context).into_iter().map(|event| item(context, event, true)).collect();
    let mut past: Vec<_> = context.feed.events.iter().filter(|event| is_over(event, context)).collect();
    sort_by_key(&mut past, |event| std::cmp::Reverse(event.start.minutes()));
    EventsPage {
        head: context.head(&title, lead.clone()),
        none_coming: coming.is_empty().then(|| say!(words, "events-none")),
        coming,
        past: past.into_iter().map(|event| item(context, event, false)).collect(),
        calendar: (!context.feed.events.is_empty()).then(|| context.site.calendar(context.lang())),
        title,
        lead,
    }
}

/// What is today or later, the earliest first. Cancelled events stay, so that nobody comes in vain.
pub fn coming<'a>(context: &Context<'a>) -> Vec<&'a Event> {
    let mut events: Vec<_> = context.feed.events.iter().filter(|event| !is_over(event, context)).collect();
    sort_by_key(&mut events, |event| event.start.minutes());
    events
}

/// Whether its last day has passed.
fn is_over(event: &Event, context: &Context<'_>) -> bool {
    event.end.unwrap_or(event.start).day() < context.today
}

/// The word for a kind of event.
pub fn kind(context: &Context<'_>, kind: EventKind) -> String {
    let words = context.words;
    say!(
        words,
        match kind {
            EventKind::Meeting => "event-kind-meeting",
            EventKind::OpenHouse => "event-kind-open-house",
            EventKind::Deadline => "event-kind-deadline",
            EventKind::DataRelease => "event-kind-data-release",
            EventKind::Celebration => "event-kind-celebration",
        }
    )
}

/// Where an event stands.
pub fn href(context: &Context<'_>, event: &Event) -> String {
    format!("{}#{}", context.href(&Page::Events), event.id)
}

/// An event with all there is to say of it.
pub(super) fn item(context: &Context<'_>, event: &Event, comes: bool) -> EventItem {
    use chrono::Datelike;
    let words = context.words;
    let day = event.start.day();
    let languages: Vec<_> = event.languages.iter().map(|language| context.plain(language)).collect();
    EventItem {
        id: event.id.to_string(),
        title: context.text(&event.title),
        kind: kind(context, event.kind),
        day: day.day().to_string(),
        month: words.month_short(day.year(), day.month()),
        datetime: event.start.to_string(),
        when: when(context, event.start, event.end),
        state: match event.status {
            EventStatus::Confirmed => None,
            EventStatus::Tentative => Some(State { word: say!(words, "event-tentative"), sign: Sign::Vague }),
            EventStatus::Cancelled => Some(State { word: say!(words, "event-cancelled"), sign: Sign::Stopped }),
        },
        place: context.text(&event.venue.text),
        place_url: event.venue.url.as_ref().map(|url| super::news::local(context, url)),
        accessibility: event.venue.accessibility.as_ref().map(|text| context.text(text)),
        summary: event.plain_summary.as_ref().map_or(Vec::new(), |text| super::news::paragraphs(context, text)),
        languages: (!languages.is_empty()).then(|| words.list(&languages)),
        open_to: match event.open_to {
            OpenTo::Public => say!(words, "event-open-to-all"),
            OpenTo::Partners => say!(words, "event-open-to-partners"),
        },
        calendar: comes.then(|| context.site.event_calendar(event.id.as_str(), context.lang())),
    }
}

/// Day and time of day, at the place of the event.
fn when(context: &Context<'_>, start: Moment, end: Option<Moment>) -> String {
    let words = context.words;
    let day = words.weekday(start.day());
    match (start, end) {
        (Moment::Time { day: from, time, .. }, Some(Moment::Time { day: to, time: until, .. })) if from == to => {
            say!(words, "event-when-from-to", day = day, from = words.time(time), to = words.time(until))
        }
        (Moment::Time { time, .. }, Some(Moment::Time { day: to, time: until, .. })) => {
            let from = say!(words, "event-when-at", day = day, time = words.time(time));
            let to = say!(words, "event-when-at", day = words.weekday(to), time = words.time(until));
            say!(words, "event-when-days", from = from, to = to)
        }
        (Moment::Time { day: from, time, .. }, end) => {
            let begins = say!(words, "event-when-at", day = day, time = words.time(time));
            match end {
                Some(end) if end.day() > from => {
                    say!(words, "event-when-days", from = begins, to = words.weekday(end.day()))
                }
                _ => begins,
            }
        }
        (Moment::Day(from), Some(end)) if end.day() > from => {
            say!(words, "event-when-days", from = day, to = words.weekday(end.day()))
        }
        (Moment::Day(_), _) => day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    /// What an event with these fields says about its time.
    #[track_caller]
    fn check(lang: &str, times: &str, expected: &str) {
        let small = Small::new(&[("events/evt-one.json", &event("evt-one", times))]);
        let page = events_page(&small.context(lang));
        let item = page.coming.first().or(page.past.first()).unwrap();
        assert_eq!(item.when, expected);
    }

    fn event(id: &str, fields: &str) -> String {
        let (title, place) = ("Reading table", r#""where": {"text": "Library"}"#);
        format!(
            r#"{{"id": "{id}", "title": "{title}", "kind": "meeting", "open_to": "public", "tz": "America/Chicago", {place},
            {}{fields}}}"#,
            if fields.contains("\"status\"") { "" } else { r#""status": "confirmed", "# }
        )
    }

    #[test]
    fn times_are_said_in_full() {
        let evening = r#""start": "2027-01-12T18:00:00-06:00", "end": "2027-01-12T19:30:00-06:00""#;
        check("en", evening, "Tuesday 12 January 2027, 6\u{a0}pm to 7:30\u{a0}pm");
        check("en", r#""start": "2027-01-12T12:00:00-06:00""#, "Tuesday 12 January 2027, noon");
        check("en", r#""start": "2027-01-12""#, "Tuesday 12 January 2027");
        check(
            "en",
            r#""start": "2027-01-12", "end": "2027-01-13""#,
            "Tuesday 12 January 2027 to Wednesday 13 January 2027",
        );
        let fair = r#""start": "2027-01-12T18:00:00-06:00", "end": "2027-01-13""#;
        check("en", fair, "Tuesday 12 January 2027, 6\u{a0}pm to Wednesday 13 January 2027");
        let that_day = r#""start": "2027-01-12T18:00:00-06:00", "end": "2027-01-12""#;
        check("en", that_day, "Tuesday 12 January 2027, 6\u{a0}pm");
        let night = r#""start": "2027-01-12T22:00:00-06:00", "end": "2027-01-13T01:00:00-06:00""#;
        check("en", night, "Tuesday 12 January 2027, 10\u{a0}pm to Wednesday 13 January 2027, 1\u{a0}am");
    }

    #[test]
    fn times_are_said_in_spanish() {
        let evening = r#""start": "2027-01-12T18:00:00-06:00", "end": "2027-01-12T19:30:00-06:00""#;
        check("es", evening, "martes 12 de enero de 2027, de 6\u{a0}p.\u{a0}m. a 7:30\u{a0}p.\u{a0}m.");
    }

    #[test]
    fn what_comes_stands_first_and_what_was_last() {
        let files = [
            ("events/evt-late.json", event("evt-late", r#""start": "2027-03-01""#)),
            ("events/evt-today.json", event("evt-today", r#""start": "2026-11-22", "status": "cancelled""#)),
            (
                "events/evt-long.json",
                event("evt-long", r#""start": "2026-11-20", "end": "2026-11-22", "status": "tentative""#),
            ),
            ("events/evt-gone.json", event("evt-gone", r#""start": "2026-11-21""#)),
            ("events/evt-old.json", event("evt-old", r#""start": "2025-11-21""#)),
        ];
        let small = Small::new(&files.each_ref().map(|(path, text)| (*path, text.as_str())));
        let page = events_page(&small.context("en"));
        let said = |items: &[EventItem]| -> Vec<String> {
            let word =
                |item: &EventItem| item.state.as_ref().map(|state| format!(" {}", state.word)).unwrap_or_default();
            items.iter().map(|item| format!("{}{}", item.id, word(item))).collect()
        };
        assert_eq!(said(&page.coming), ["evt-long Not certain yet", "evt-today Canceled", "evt-late"]);
        assert_eq!(said(&page.past), ["evt-gone", "evt-old"]);
        assert_eq!(page.coming[2].calendar.as_deref(), Some("/data/events/evt-late.ics"));
        assert_eq!((page.past[0].calendar.as_ref(), page.calendar.as_deref()), (None, Some("/data/events.ics")));
    }

    #[test]
    fn no_events_are_said() {
        let page = events_page(&Small::new(&[]).context("en"));
        assert_eq!((page.none_coming.is_some(), page.calendar), (true, None));
    }
}
