//! The page of a partner.

use super::activities::{activity_row, state};
use super::method::terms;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{band, crumbs, icon, link_list, link_to, said};
use crate::app::use_shown;
use crate::present::Phrase;
use crate::present::partner::{Kept, OwnGoal, PartnerPage, TakesPart};
use crate::words::say;

/// The page of a partner.
pub fn partner_view(page: PartnerPage) -> impl Piece {
    let words = use_shown().words;
    let fact = |(label, value): (String, Phrase)| el("div").add(el("dt").add(label)).add(el("dd").add(said(value)));
    let shared_goal = say!(words, "partner-shared-goal");
    let own_goal = move |own: OwnGoal| {
        let shared_goal = shared_goal.clone();
        el("li")
            .add(el("p").add(said(own.text)))
            .add(own.shared.map(|goal| el("p").class("meta").add(shared_goal).add(": ").add(link_to(goal))))
    };
    (
        el("div")
            .class("wrap pagehead")
            .add(crumbs(say!(words, "nav-here"), page.crumbs))
            .add(el("h1").attr("tabindex", "-1").attr("lang", page.name.lang).add(page.name.text))
            .add(el("p").class("lead").add(said(page.summary)))
            .add(page.status.map(|status| el("p").class("flag").add(status)))
            .add(el("dl").class("strip").add(page.facts.into_iter().map(fact).collect::<Html>())),
        page.commits_to.map(|text| {
            band("commits", say!(words, "partner-commits-to"), None, el("p").class("lead").add(said(text)))
        }),
        (!page.own_goals.is_empty()).then(|| {
            band(
                "own-goals",
                say!(words, "partner-own-goals"),
                Some(say!(words, "partner-own-goals-note")),
                el("ul")
                    .class("plain")
                    .attr("role", "list")
                    .add(page.own_goals.into_iter().map(own_goal).collect::<Html>()),
            )
        }),
        (!page.leads.is_empty()).then(|| {
            band(
                "leads",
                say!(words, "partner-leads"),
                None,
                el("ul")
                    .class("acts--within")
                    .attr("role", "list")
                    .add(page.leads.into_iter().map(activity_row).collect::<Html>()),
            )
        }),
        (!page.takes_part.is_empty()).then(|| {
            band(
                "takes-part",
                say!(words, "partner-takes-part"),
                None,
                el("ul")
                    .class("plain")
                    .attr("role", "list")
                    .add(page.takes_part.into_iter().map(takes_part).collect::<Html>()),
            )
        }),
        (!page.goals.is_empty()).then(|| band("goals", say!(words, "partner-goals"), None, link_list(page.goals))),
        (!page.keeps.is_empty()).then(|| {
            band(
                "keeps",
                say!(words, "partner-keeps"),
                None,
                el("ul").class("plain").attr("role", "list").add(page.keeps.into_iter().map(kept).collect::<Html>()),
            )
        }),
        (!page.reach.is_empty()).then(|| band("reach", say!(words, "partner-reach"), None, terms(page.reach))),
    )
}

fn takes_part(part: TakesPart) -> impl Piece {
    el("li")
        .add(link_to(part.activity))
        .add(el("span").class("meta").add(part.roles))
        .add(el("span").add(state(part.status)))
}

fn kept(kept: Kept) -> impl Piece {
    let class = if kept.late { "fresh fresh--late" } else { "fresh" };
    el("li")
        .add(link_to(kept.indicator))
        .add(el("span").class(class).add(kept.late.then(|| icon("i-late"))).add(el("span").add(kept.fresh)))
}
