//! Meetings, deadlines and data releases.

use super::activities::state;
use super::method::text_head;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{band, said};
use crate::app::use_shown;
use crate::present::Phrase;
use crate::present::events::{EventItem, EventsPage};
use crate::words::say;

/// The page of the events.
pub fn events_view(page: EventsPage) -> impl Piece {
    let words = use_shown().words;
    let all = page
        .calendar
        .map(|href| el("p").class("meta").add(el("a").attr("href", href).add(say!(words, "events-add-all"))));
    (
        text_head(page.title, page.lead.into()),
        band(
            "coming",
            say!(words, "events-coming"),
            None,
            (page.none_coming.map(|text| el("p").class("flag").add(text)), list(page.coming), all),
        ),
        (!page.past.is_empty()).then(|| band("past", say!(words, "events-past"), None, list(page.past))),
    )
}

fn list(items: Vec<EventItem>) -> impl Piece {
    el("ul").class("dates dates--wide").attr("role", "list").add(items.into_iter().map(item).collect::<Html>())
}

fn item(event: EventItem) -> impl Piece {
    let words = use_shown().words;
    let row = |label: String, says: Phrase| el("div").add(el("dt").add(label)).add(el("dd").add(said(says)));
    let place = match event.place_url {
        Some(url) => el("a").attr("href", url).attr("lang", event.place.lang).add(event.place.text).html(),
        None => said(event.place).html(),
    };
    let add = event.calendar.map(|href| {
        let name = event.title.text.clone();
        let name = el("span").class("vh").add(": ").add(name);
        el("p").class("meta").add(el("a").attr("href", href).add(say!(words, "event-add")).add(name))
    });
    el("li")
        .attr("id", event.id)
        .add(el("span").class("dates__d num").attr("aria-hidden", "true").add(el("b").add(event.day)).add(event.month))
        .add(
            el("div")
                .class("stack-s")
                .add(el("h3").class("h-item").attr("lang", event.title.lang).add(event.title.text))
                .add(event.state.map(|word| el("p").add(state(word))))
                .add(el("p").add(el("time").attr("datetime", event.datetime).add(event.when)))
                .add(el("p").add(place))
                .add(event.summary.into_iter().map(|text| el("p").add(said(text))).collect::<Html>())
                .add(el("p").class("meta").add(event.kind).add(" · ").add(event.open_to))
                .add(
                    el("dl")
                        .class("pairs meta")
                        .add(event.accessibility.map(|text| row(say!(words, "access-accessibility"), text)))
                        .add(event.languages.map(|text| row(say!(words, "access-languages"), text.into()))),
                )
                .add(add),
        )
}
