//! Take part.

use super::activities::state;
use super::events;
use super::heard::ledger;
use super::list::list_within;
use super::method::text_head;
use super::open_now::{open_items, promised, row};
use super::pairs::pairs;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{band, link_to, said};
use crate::app::shell::contacts;
use crate::app::use_shown;
use crate::present::list::Asked;
use crate::present::take_part::{Ledger, MoneyLine, NeedItem, PastItem, Sum, TakePartPage, heard_index, heard_list};
use crate::routes::Page;
use crate::words::{Catalog, say};

/// The page.
pub fn take_part_view(page: TakePartPage) -> impl Piece {
    let words = use_shown().words;
    let money = |line: MoneyLine| el("li").child(link_to(line.title)).child(el("span").child(line.says));
    let all = el("p")
        .class("tags meta")
        .child(link_to(page.events))
        .child(page.calendar.map(|href| el("a").attr("href", href).child(say!(words, "events-add-all"))));
    let rhythm = (!page.rhythms.is_empty())
        .then(|| (el("h3").class("h-small").child(say!(words, "take-rhythm")), pairs("defs", page.rhythms)));
    let none = page.none_open.map(|says| (el("p").class("flag").child(says), contacts(page.contacts)));
    (
        text_head(page.title, page.lead.into()),
        band(
            "open",
            say!(words, "take-open"),
            (!page.open.is_empty()).then(|| say!(words, "take-level-note")),
            (none, open_items(page.open)),
        ),
        (!page.soon.is_empty()).then(|| band("soon", say!(words, "take-soon"), None, open_items(page.soon))),
        page.ledger.map(|found| {
            band("ledger", say!(words, "take-ledger"), Some(say!(words, "take-ledger-note")), heard(found, &words))
        }),
        (!page.past.is_empty()).then(|| {
            let list = page.past.into_iter().map(|one| past(one, &words)).collect::<Html>();
            band("past", say!(words, "take-past"), Some(say!(words, "take-past-note")), list)
        }),
        band(
            "meetings",
            say!(words, "take-meetings"),
            None,
            el("div")
                .class("stack")
                .child(page.no_meeting.map(|says| el("p").class("flag").child(says)))
                .child(events::list(page.meetings))
                .child(all)
                .child(rhythm),
        ),
        (!page.needs.is_empty()).then(|| {
            let list = el("ul").class("proms").attr("role", "list");
            let list = list.child(page.needs.into_iter().map(need).collect::<Html>());
            band("needs", say!(words, "take-needs"), Some(say!(words, "take-needs-note")), list)
        }),
        (!page.money.is_empty()).then(|| {
            let list = el("ul").class("plain").attr("role", "list");
            band(
                "money",
                say!(words, "take-money"),
                None,
                list.child(page.money.into_iter().map(money).collect::<Html>()),
            )
        }),
    )
}

fn heard(found: Ledger, words: &Catalog) -> Html {
    let shown = use_shown();
    let index = heard_index(&shown.context());
    let list = move |asked: Asked<'_>| heard_list(&shown.context(), &index, asked);
    let says = |sum: &Sum| el("span").child(sum.says.clone());
    let how = |sum: Sum| el("p").child(sum.how);
    let sums = el("p").class("stand").child(found.sums.iter().map(says).collect::<Html>());
    let counted = el("details")
        .class("sum")
        .child(el("summary").child(say!(words, "heard-sums")))
        .child(el("div").class("sum__body").child(found.sums.into_iter().map(how).collect::<Html>()));
    let around = (found.count, found.search_label, Page::TakePart);
    (sums, counted, list_within(around, list, ledger)).html()
}

fn past(one: PastItem, words: &Catalog) -> impl Piece + use<> {
    el("article")
        .class("openq")
        .child(
            el("div")
                .class("openq__main")
                .child(el("p").class("level").child(one.level))
                .child(el("h3").child(link_to(one.title)))
                .child(el("p").class("openq__q").child(said(one.question)))
                .child(el("p").child(state(one.state)))
                .child(el("p").class("meta").child(one.when)),
        )
        .child(
            el("dl")
                .class("openq__dl")
                .child(row(say!(words, "engagement-promise"), promised(one.promise)))
                .child(row(say!(words, "engagement-after"), promised(one.outcome))),
        )
}

fn need(need: NeedItem) -> impl Piece {
    el("li")
        .class("prom")
        .attr("id", need.id)
        .child(
            el("div")
                .class("prom__main")
                .child(el("p").class("level").child(need.kind))
                .child(el("p").class("ysq").child(said(need.text))),
        )
        .child(pairs("pairs meta", need.facts))
}
