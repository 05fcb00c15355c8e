//! Events as calendars (iCalendar, RFC 5545).

use chrono::{Days, NaiveDate, NaiveTime};
use icalendar::{Calendar, Component, Event as Entry, EventLike, EventStatus as State, Property};

use super::address;
use crate::feed::date::Moment;
use crate::feed::records::Event;
use crate::feed::records::event::EventStatus;
use crate::present::{Context, events};
use crate::words::say;

/// These events as one calendar.
pub(super) fn calendar(context: &Context<'_>, events: &[&Event]) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//Commonweal//Commonweal//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    // A file with one event goes into a calendar that its reader has; a name would make a new one of it.
    if let [_, _, ..] = events {
        let name = context.plain(&context.feed.coalition.name);
        let name = say!(context.words, "calendar-name", name = name);
        // The library writes NAME (RFC 7986, 5.1) as it is given, and the name that came before it as a text.
        calendar.append_property(("NAME", text(&name).as_str()));
        calendar.append_property(("X-WR-CALNAME", name.as_str()));
        sample(context).iter().for_each(|says| {
            calendar.description(says);
        });
    }
    for event in events {
        calendar.push(entry(context, event));
    }
    folded(&calendar.to_string())
}

/// A value of the kind TEXT (RFC 5545, 3.3.11).
fn text(value: &str) -> String {
    let value = value.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    value.replace("\r\n", "\\n").replace(['\r', '\n'], "\\n")
}

/// The same lines, none with more than 75 bytes (RFC 5545, 3.1). The library leaves the last 75 bytes of a line whole, and
/// with the blank before them they are 76.
fn folded(text: &str) -> String {
    const MOST: usize = 75;
    let mut out = String::with_capacity(text.len());
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut length = 0;
        for sign in line.chars() {
            if length + sign.len_utf8() > MOST {
                out.push_str("\r\n ");
                length = 1;
            }
            out.push(sign);
            length += sign.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}

/// Said of invented events, in each of them: a calendar shows them beside real ones.
fn sample(context: &Context<'_>) -> Option<String> {
    let name = context.plain(&context.feed.coalition.name);
    context.feed.coalition.sample.then(|| say!(context.words, "sample-strip", name = name))
}

fn entry(context: &Context<'_>, event: &Event) -> Entry {
    let mut entry = Entry::new();
    // The id is the same in every language: whoever takes both calendars sees each event once.
    entry.uid(&format!("{}@{}", event.id, address::host(context)));
    entry.summary(&context.plain(&event.title));
    let mut about: Vec<String> = event.plain_summary.iter().map(|text| context.plain(text)).collect();
    about.extend(event.venue.accessibility.iter().map(|text| context.plain(text)));
    about.extend(sample(context));
    if !about.is_empty() {
        entry.description(&about.join("\n"));
    }
    entry.location(&context.plain(&event.venue.text));
    // Only an absolute address is one for a calendar (RFC 5545, 3.3.13).
    if let Some(page) = address::absolute(context, &events::href(context, event)) {
        entry.url(&page);
    }
    entry.add_property("CATEGORIES", events::kind(context, event.kind).replace(',', " "));
    entry.status(match event.status {
        EventStatus::Confirmed => State::Confirmed,
        EventStatus::Tentative => State::Tentative,
        EventStatus::Cancelled => State::Cancelled,
    });
    entry.add_property("SEQUENCE", event.sequence.unwrap_or(0).to_string());
    // The day the site was built for, not the clock: the same feed gives the same bytes.
    entry.add_property("DTSTAMP", format!("{}T000000Z", context.today.format("%Y%m%d")));
    span(&mut entry, event.start, event.end);
    entry.done()
}

/// From when until when. Both have to be of one kind (RFC 5545, 3.8.2.2): where one of them is a day, so is the other.
fn span(entry: &mut Entry, start: Moment, end: Option<Moment>) {
    let (start, end) = match (start, end) {
        (Moment::Time { .. }, None | Some(Moment::Time { .. })) => (start, end),
        // And the end has to be later.
        (start, end) => (Moment::Day(start.day()), Some(Moment::Day(end.unwrap_or(start).day().max(start.day())))),
    };
    moment(entry, "DTSTART", start, 0);
    // A day in a calendar ends where the next one begins.
    if let Some(end) = end {
        moment(entry, "DTEND", end, 1);
    }
}

fn moment(entry: &mut Entry, name: &str, moment: Moment, days_later: u64) {
    match moment {
        Moment::Day(day) => {
            let day = day.checked_add_days(Days::new(days_later)).unwrap_or(day);
            let mut property = Property::new(name, day.format("%Y%m%d").to_string());
            property.add_parameter("VALUE", "DATE");
            entry.append_property(property);
        }
        Moment::Time { .. } => {
            let (day, time) = utc(moment.minutes());
            entry.add_property(name, format!("{}T{}Z", day.format("%Y%m%d"), time.format("%H%M%S")));
        }
    }
}

/// Day and time in UTC of a number of minutes as [`Moment::minutes`] counts them.
fn utc(minutes: i64) -> (NaiveDate, NaiveTime) {
    let day = i32::try_from(minutes.div_euclid(24 * 60)).ok().and_then(NaiveDate::from_num_days_from_ce_opt);
    let seconds = u32::try_from(minutes.rem_euclid(24 * 60) * 60).unwrap_or(0);
    let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0);
    (day.unwrap_or_default(), time.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(moment: &str, expected: &str) {
        let (day, time) = utc(Moment::parse(moment).unwrap().minutes());
        assert_eq!(format!("{day} {time}"), expected);
    }

    #[track_caller]
    fn check_folded(line: &str, expected: &str) {
        assert_eq!(folded(line), expected);
    }

    #[test]
    fn no_line_has_more_than_75_bytes() {
        let (full, letters) = ("a".repeat(75), "ñ".repeat(40));
        check_folded(&format!("{full}\r\n"), &format!("{full}\r\n"));
        check_folded(&format!("{full}b\r\n"), &format!("{full}\r\n b\r\n"));
        // 37 letters of two bytes fit into the first line; the blank counts in the second.
        check_folded(&format!("{letters}\r\n"), &format!("{}\r\n {}\r\n", "ñ".repeat(37), "ñ".repeat(3)));
        check_folded("A:b\r\n  c\r\nD:e\r\n", "A:b c\r\nD:e\r\n");
    }

    #[test]
    fn a_name_breaks_no_line() {
        assert_eq!(text("North, South; \\ and\nBEGIN:VEVENT"), r"North\, South\; \\ and\nBEGIN:VEVENT");
    }

    #[track_caller]
    fn check_span(start: &str, end: Option<&str>, expected: &[&str]) {
        let mut entry = Entry::new();
        span(&mut entry, Moment::parse(start).unwrap(), end.map(|end| Moment::parse(end).unwrap()));
        let text = entry.to_string();
        let of_span = |line: &&str| line.starts_with("DTSTART") || line.starts_with("DTEND");
        let mut lines: Vec<_> = text.lines().filter(of_span).collect();
        lines.sort_by(|one, other| other.cmp(one));
        assert_eq!(lines, expected);
    }

    #[test]
    fn begin_and_end_are_of_one_kind() {
        let (start, end) = ("DTSTART;VALUE=DATE:20250311", "DTEND;VALUE=DATE:20250314");
        let (evening, later) = ("2025-03-11T20:30:00-05:00", "2025-03-13T20:30:00-05:00");
        check_span("2025-03-11", Some("2025-03-13"), &[start, end]);
        check_span(evening, Some(later), &["DTSTART:20250312T013000Z", "DTEND:20250314T013000Z"]);
        check_span(evening, Some("2025-03-13"), &[start, end]);
        check_span("2025-03-11", Some(later), &[start, end]);
        check_span("2025-03-11", None, &[start, "DTEND;VALUE=DATE:20250312"]);
        check_span(evening, None, &["DTSTART:20250312T013000Z"]);
        // Counted from the day's own midnight, the end is not before the beginning; on the wall, it is.
        check_span("2025-03-11", Some("2025-03-10T23:00:00-05:00"), &[start, "DTEND;VALUE=DATE:20250312"]);
    }

    #[test]
    fn moments_become_utc() {
        check("2025-03-11T18:00:00-05:00", "2025-03-11 23:00:00");
        check("2025-03-11T20:30:00-05:00", "2025-03-12 01:30:00");
        check("2025-03-11T02:00:00+05:30", "2025-03-10 20:30:00");
    }
}
