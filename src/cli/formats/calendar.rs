//! Events as calendars (iCalendar, RFC 5545).

use chrono::{Days, NaiveDate, NaiveTime};
use icalendar::{Calendar, Component, Event as Entry, EventLike, EventStatus as State, Property};

use crate::feed::date::Moment;
use crate::feed::records::Event;
use crate::feed::records::event::EventStatus;
use crate::present::{Context, events};

/// These events as one calendar. `host` makes their ids unique in the world.
pub(in crate::cli) fn calendar(context: &Context<'_>, events: &[&Event], host: &str) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//Commonweal//Commonweal//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    for event in events {
        calendar.push(entry(context, event, host));
    }
    calendar.to_string()
}

fn entry(context: &Context<'_>, event: &Event, host: &str) -> Entry {
    let mut entry = Entry::new();
    entry.uid(&format!("{}@{host}", event.id));
    entry.summary(&context.plain(&event.title));
    let mut about: Vec<String> = event.plain_summary.iter().map(|text| context.plain(text)).collect();
    about.extend(event.venue.accessibility.iter().map(|text| context.plain(text)));
    if !about.is_empty() {
        entry.description(&about.join("\n"));
    }
    entry.location(&context.plain(&event.venue.text));
    entry.url(&context.site.absolute(&events::href(context, event)));
    entry.status(match event.status {
        EventStatus::Confirmed => State::Confirmed,
        EventStatus::Tentative => State::Tentative,
        EventStatus::Cancelled => State::Cancelled,
    });
    entry.add_property("SEQUENCE", event.sequence.unwrap_or(0).to_string());
    // The day the site was built for, not the clock: the same feed gives the same bytes.
    entry.add_property("DTSTAMP", format!("{}T000000Z", context.today.format("%Y%m%d")));
    moment(&mut entry, "DTSTART", event.start, 0);
    // A day in a calendar ends where the next one begins.
    match (event.start, event.end) {
        (_, Some(end)) => moment(&mut entry, "DTEND", end, 1),
        (Moment::Day(day), None) => moment(&mut entry, "DTEND", Moment::Day(day), 1),
        (Moment::Time { .. }, None) => {}
    }
    entry.done()
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

    #[test]
    fn moments_become_utc() {
        check("2025-03-11T18:00:00-05:00", "2025-03-11 23:00:00");
        check("2025-03-11T20:30:00-05:00", "2025-03-12 01:30:00");
        check("2025-03-11T02:00:00+05:30", "2025-03-10 20:30:00");
    }
}
