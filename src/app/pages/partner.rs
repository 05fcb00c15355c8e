//! The page of a partner.

use super::activities::{activity_row, state};
use super::method::terms;
use super::together::together_view;
use crate::app::follow::follow;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{band, crumbs, icon, link_list, link_to, said};
use crate::app::use_shown;
use crate::present::Phrase;
use crate::present::partner::{Kept, OwnGoal, PartnerPage, TakesPart};
use crate::words::say;

/// The page of a partner.
pub fn partner_view(page: PartnerPage) -> impl Piece {
    let words = use_shown().words;
    let fact =
        |(label, value): (String, Phrase)| el("div").child(el("dt").child(label)).child(el("dd").child(said(value)));
    let shared_goal = say!(words, "partner-shared-goal");
    let own_goal = move |own: OwnGoal| {
        let shared = el("p").class("meta");
        let shared = match own.shared {
            Ok(goal) => shared.child(shared_goal.clone()).child(": ").child(link_to(goal)),
            Err(alone) => shared.child(alone),
        };
        el("li").child(el("p").child(said(own.text))).child(shared)
    };
    (
        el("div")
            .class("wrap pagehead")
            .child(crumbs(say!(words, "nav-here"), page.crumbs))
            .child(el("h1").attr("tabindex", "-1").lang(page.name.lang).child(page.name.text))
            .child(el("p").class("lead").child(said(page.summary)))
            .child(page.status.map(|status| el("p").class("flag").child(status)))
            .child(el("dl").class("strip").child(page.facts.into_iter().map(fact).collect::<Html>()))
            .child(follow(page.id)),
        page.commits_to.map(|text| {
            band("commits", say!(words, "partner-commits-to"), None, el("p").class("lead").child(said(text)))
        }),
        band(
            "own-goals",
            say!(words, "partner-own-goals"),
            Some(say!(words, "partner-own-goals-note")),
            match page.no_own_goals {
                Some(none) => el("p").class("flag").child(none),
                None => el("ul")
                    .class("plain")
                    .attr("role", "list")
                    .child(page.own_goals.into_iter().map(own_goal).collect::<Html>()),
            },
        ),
        (!page.leads.is_empty()).then(|| {
            band(
                "leads",
                say!(words, "partner-leads"),
                None,
                el("ul")
                    .class("acts--within")
                    .attr("role", "list")
                    .child(page.leads.into_iter().map(activity_row).collect::<Html>()),
            )
        }),
        (!page.takes_part.is_empty()).then(|| {
            band(
                "takes-part",
                say!(words, "partner-takes-part"),
                None,
                el("div").class("stack-l").child(page.takes_part.into_iter().map(takes_part).collect::<Html>()),
            )
        }),
        (!page.goals.is_empty()).then(|| band("goals", say!(words, "partner-goals"), None, link_list(page.goals))),
        (!page.keeps.is_empty()).then(|| {
            band(
                "keeps",
                say!(words, "partner-keeps"),
                None,
                el("ul").class("plain").attr("role", "list").child(page.keeps.into_iter().map(kept).collect::<Html>()),
            )
        }),
        together_view(page.together),
        (!page.reach.is_empty()).then(|| band("reach", say!(words, "partner-reach"), None, terms(page.reach))),
    )
}

fn takes_part(part: TakesPart) -> impl Piece {
    let activity = |(link, status)| el("li").child(link_to(link)).child(el("span").child(state(status)));
    el("div").child(el("h3").class("h-small").child(part.role)).child(
        el("ul").class("plain").attr("role", "list").child(part.activities.into_iter().map(activity).collect::<Html>()),
    )
}

fn kept(kept: Kept) -> impl Piece {
    let class = if kept.late { "fresh fresh--late" } else { "fresh" };
    el("li")
        .child(link_to(kept.indicator))
        .child(el("span").class(class).child(kept.late.then(|| icon("i-late"))).child(el("span").child(kept.fresh)))
}
