//! Meetings, deadlines and data releases.

use leptos::prelude::*;

use super::activities::state;
use super::method::text_head;
use crate::app::parts::{Band, Said};
use crate::app::use_shown;
use crate::present::Phrase;
use crate::present::events::{EventItem, EventsPage};
use crate::words::say;

/// The page of the events.
#[component]
pub fn EventsView(
    /// What it says.
    page: EventsPage,
) -> impl IntoView {
    let words = use_shown().words;
    let all = page.calendar.map(|href| {
        view! { <p class="meta"><a href=href>{say!(words, "events-add-all")}</a></p> }
    });
    view! {
        {text_head(page.title, page.lead.into())}
        <Band id="coming" title=say!(words, "events-coming")>
            {page.none_coming.map(|text| view! { <p class="flag">{text}</p> })}
            {list(page.coming)}
            {all}
        </Band>
        {(!page.past.is_empty()).then(|| view! {
            <Band id="past" title=say!(words, "events-past")>{list(page.past)}</Band>
        })}
    }
}

fn list(items: Vec<EventItem>) -> impl IntoView {
    view! { <ul class="dates dates--wide" role="list">{items.into_iter().map(item).collect_view()}</ul> }
}

fn item(event: EventItem) -> impl IntoView {
    let words = use_shown().words;
    let row = |label: String, says: Phrase| view! { <div><dt>{label}</dt><dd><Said phrase=says/></dd></div> };
    let place = match event.place_url {
        Some(url) => view! { <a href=url lang=event.place.lang>{event.place.text}</a> }.into_any(),
        None => view! { <Said phrase=event.place/> }.into_any(),
    };
    let add = event.calendar.map(|href| {
        let name = event.title.text.clone();
        let name = view! { <span class="vh">": " {name}</span> };
        view! { <p class="meta"><a href=href>{say!(words, "event-add")} {name}</a></p> }
    });
    view! {
        <li id=event.id>
            <span class="dates__d num" aria-hidden="true"><b>{event.day}</b> {event.month}</span>
            <div class="stack-s">
                <h3 class="h-item" lang=event.title.lang>{event.title.text}</h3>
                {event.state.map(|word| view! { <p>{state(word)}</p> })}
                <p><time datetime=event.datetime>{event.when}</time></p>
                <p>{place}</p>
                {event.summary.into_iter().map(|text| view! { <p><Said phrase=text/></p> }).collect_view()}
                <p class="meta">{event.kind} " · " {event.open_to}</p>
                <dl class="pairs meta">
                    {event.accessibility.map(|text| row(say!(words, "access-accessibility"), text))}
                    {event.languages.map(|text| row(say!(words, "access-languages"), text.into()))}
                </dl>
                {add}
            </div>
        </li>
    }
}
