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
        .map(|href| el("p").class("meta").child(el("a").attr("href", href).child(say!(words, "events-add-all"))));
    (
        text_head(page.title, page.lead.into()),
        band(
            "coming",
            say!(words, "events-coming"),
            None,
            (page.none_coming.map(|text| el("p").class("flag").child(text)), list(page.coming), all),
        ),
        (!page.past.is_empty()).then(|| band("past", say!(words, "events-past"), None, list(page.past))),
    )
}

/// Events with their day in front.
pub(super) fn list(items: Vec<EventItem>) -> impl Piece {
    el("ul").class("dates dates--wide").attr("role", "list").child(items.into_iter().map(item).collect::<Html>())
}

fn item(event: EventItem) -> impl Piece {
    let words = use_shown().words;
    let row = |label: String, says: Phrase| el("div").child(el("dt").child(label)).child(el("dd").child(said(says)));
    let place = match event.place_url {
        Some(url) => el("a").attr("href", url).lang(event.place.lang).child(event.place.text).html(),
        None => said(event.place).html(),
    };
    let add = event.calendar.map(|href| {
        let name = event.title.text.clone();
        let name = el("span").class("vh").child(": ").child(name);
        el("p").class("meta").child(el("a").attr("href", href).child(say!(words, "event-add")).child(name))
    });
    el("li")
        .attr("id", event.id)
        .child(
            el("span")
                .class("dates__d num")
                .attr("aria-hidden", "true")
                .child(el("b").child(event.day))
                .child(event.month),
        )
        .child(
            el("div")
                .class("stack-s")
                .child(el("h3").class("h-item").lang(event.title.lang).child(event.title.text))
                .child(event.state.map(|word| el("p").child(state(word))))
                .child(el("p").child(el("time").attr("datetime", event.datetime).child(event.when)))
                .child(el("p").child(place))
                .child(event.summary.into_iter().map(|text| el("p").child(said(text))).collect::<Html>())
                .child(el("p").class("meta").child(event.kind).child(" · ").child(event.open_to))
                .child(
                    el("dl")
                        .class("pairs meta")
                        .child(event.accessibility.map(|text| row(say!(words, "access-accessibility"), text)))
                        .child(event.languages.map(|text| row(say!(words, "access-languages"), text.into()))),
                )
                .child(add),
        )
}
