//! Small parts that many pages use.

use leptos::prelude::*;

use crate::app::charts::Sparkline;
use crate::present::row::{MeasureRow, Now};
use crate::present::{Link, Phrase};

/// A text of the feed; names its language if that is not the page's.
#[component]
pub fn Said(
    /// The text.
    phrase: Phrase,
) -> impl IntoView {
    match phrase.lang {
        Some(lang) => view! { <span lang=lang>{phrase.text}</span> }.into_any(),
        None => phrase.text.into_any(),
    }
}

/// A link to a page of the site.
#[component]
pub fn LinkTo(
    /// Where to, and the words for it.
    link: Link,
) -> impl IntoView {
    view! { <a href=link.href lang=link.label.lang>{link.label.text}</a> }
}

/// Links to the pages above this one.
#[component]
pub fn Crumbs(
    /// "You are here".
    label: String,
    /// From the top down.
    links: Vec<Link>,
) -> impl IntoView {
    let item = |link: Link| view! { <li><LinkTo link=link/></li> };
    view! {
        <nav class="crumbs" aria-label=label>
            <ol role="list">{links.into_iter().map(item).collect_view()}</ol>
        </nav>
    }
}

/// A section with its heading in the narrow column and its content in the wide one.
#[component]
pub fn Band(
    /// Unique on the page.
    id: &'static str,
    /// The heading.
    title: String,
    /// A line under the heading.
    #[prop(optional)]
    note: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <section class="wrap band" aria-labelledby=id>
            <div class="band__rail">
                <h2 id=id class="label">{title}</h2>
                {note.map(|note| view! { <p class="meta">{note}</p> })}
            </div>
            <div class="band__main">{children()}</div>
        </section>
    }
}

/// A list of links.
#[component]
pub fn LinkList(
    /// The links.
    links: Vec<Link>,
) -> impl IntoView {
    let item = |link: Link| view! { <li><LinkTo link=link/></li> };
    view! { <ul class="plain" role="list">{links.into_iter().map(item).collect_view()}</ul> }
}

/// Indicators as rows.
#[component]
pub fn Measures(
    /// The rows.
    rows: Vec<MeasureRow>,
    /// Level of the headings of the rows.
    level: HeadingLevel,
) -> impl IntoView {
    view! { <ul class="measures" role="list">{rows.into_iter().map(|row| measure(row, level)).collect_view()}</ul> }
}

/// Which heading a row has, so that the outline of the page has no holes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingLevel {
    Two,
    Three,
    Four,
}

fn measure(row: MeasureRow, level: HeadingLevel) -> impl IntoView {
    let link = view! { <a href=row.href lang=row.headline.lang>{row.headline.text}</a> };
    let heading = match level {
        HeadingLevel::Two => view! { <h2 class="measure__h">{link}</h2> }.into_any(),
        HeadingLevel::Three => view! { <h3 class="measure__h">{link}</h3> }.into_any(),
        HeadingLevel::Four => view! { <h4 class="measure__h">{link}</h4> }.into_any(),
    };
    let class = match (&row.now, row.large) {
        (None, _) => "measure measure--none",
        (Some(_), true) => "measure measure--north",
        (Some(_), false) => "measure",
    };
    let not_measured = row.not_measured;
    view! {
        <li class=class>
            <div class="measure__say">
                {heading}
                <p class="meta"><Said phrase=row.title/> " · " <Said phrase=row.steward/></p>
            </div>
            {match row.now {
                Some(now) => measured(now).into_any(),
                None => view! {
                    <div class="measure__state">
                        <span class="status status--none">{icon("i-none")} <span>{not_measured}</span></span>
                    </div>
                }.into_any(),
            }}
        </li>
    }
}

fn measured(now: Now) -> impl IntoView {
    let (from, to) = now.span;
    let fresh = if now.late { "fresh fresh--late" } else { "fresh" };
    view! {
        <div class="measure__chart">
            <Sparkline spark=now.spark/>
            <span class="measure__span num" aria-hidden="true"><span>{from}</span><span>{to}</span></span>
        </div>
        <p class="measure__now">
            <span class="measure__val num">{now.value}</span>
            {now.unit.map(|unit| view! { <span class="measure__low">{unit}</span> })}
            {now.target.map(|target| view! { <span class="measure__tgt num">{target}</span> })}
            {now.direction.map(|direction| view! { <span class="measure__low">{direction}</span> })}
        </p>
        <div class="measure__state">
            <span class=fresh>{now.late.then(|| icon("i-late"))} <span>{now.fresh}</span></span>
        </div>
    }
}

/// An icon of the sprite. Always beside a word.
pub fn icon(name: &'static str) -> impl IntoView {
    view! {
        <svg class="icon" width="16" height="16" aria-hidden="true" focusable="false">
            <use href=format!("#{name}")></use>
        </svg>
    }
}

/// The mark of the product: many lines that become one.
pub fn brand_mark() -> impl IntoView {
    view! {
        <svg class="brand__mark" width="40" height="28" viewBox="0 0 40 28" aria-hidden="true" focusable="false">
            <path d="M1 2C14 2 16 14 39 14M1 8c13 0 15 6 38 6M1 14h38M1 20c13 0 15-6 38-6M1 26c13 0 15-12 38-12"></path>
        </svg>
    }
}

/// The icons that the pages use, drawn once.
pub fn sprite() -> impl IntoView {
    view! {
        <svg class="sprite" width="0" height="0" aria-hidden="true" focusable="false">
            <symbol id="i-none" viewBox="0 0 16 16"><circle class="line dotted" cx="8" cy="8" r="6.5"></circle></symbol>
            <symbol id="i-late" viewBox="0 0 16 16">
                <circle class="line" cx="8" cy="8" r="6.5"></circle>
                <path class="line" d="M8 4.2V8l2.7 1.8"></path>
            </symbol>
            <symbol id="i-open" viewBox="0 0 16 16">
                <circle class="line" cx="8" cy="8" r="6.5"></circle>
                <circle cx="8" cy="8" r="3.2" fill="currentColor"></circle>
            </symbol>
            <symbol id="i-stall" viewBox="0 0 16 16">
                <circle class="line" cx="8" cy="8" r="6.5"></circle>
                <path class="line" d="M4.8 8h6.4"></path>
            </symbol>
            <symbol id="i-gap" viewBox="0 0 16 16">
                <path class="line" d="M1.8 5V1.8H5M11 1.8h3.2V5M14.2 11v3.2H11M5 14.2H1.8V11"></path>
            </symbol>
            <symbol id="i-kept" viewBox="0 0 16 16">
                <rect x="1" y="1" width="14" height="14" rx="2" fill="currentColor"></rect>
                <path class="knock" d="M4.4 8.3l2.5 2.5 4.8-5.4"></path>
            </symbol>
            <symbol id="i-wait" viewBox="0 0 16 16">
                <rect class="line" x="1.7" y="1.7" width="12.6" height="12.6" rx="2"></rect>
                <path class="line" d="M8 4.6V8l2.4 2"></path>
            </symbol>
            <symbol id="i-no" viewBox="0 0 16 16">
                <circle class="line" cx="8" cy="8" r="6.5"></circle>
                <path class="line" d="M3.6 3.6l8.8 8.8"></path>
            </symbol>
        </svg>
    }
}
