//! The page of a goal.

use super::overview::goal_head;
use super::stand::stand;
use super::together::together_view;
use crate::app::follow::follow;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{HeadingLevel, band, crumbs, link_list, link_to, measures, more, said};
use crate::app::share::share;
use crate::app::use_shown;
use crate::present::Link;
use crate::present::goal::{GoalPage, StrategyNote};
use crate::words::say;

/// The page of a goal.
pub fn goal_view(page: GoalPage) -> impl Piece {
    let words = use_shown().words;
    let head = goal_head(&page.section, String::new(), false);
    let section = page.section;
    let title = section.title.label;
    let meeting = |link: Link| el("li").child(link_to(link));
    (
        el("div")
            .class("wrap pagehead")
            .child(crumbs(say!(words, "nav-here"), page.crumbs))
            .child(el("h1").attr("tabindex", "-1").lang(title.lang).child(title.text))
            .child(el("p").class("lead").child(said(section.summary)))
            .child(page.status.map(|status| el("p").class("flag").child(status)))
            .child(head)
            .child(follow(section.id))
            .child(
                el("ul")
                    .class("tags meta")
                    .attr("role", "list")
                    .child(page.meeting.into_iter().map(meeting).collect::<Html>()),
            )
            .child(page.parent.map(|parent| {
                el("p").class("meta").child(say!(words, "goal-part-of")).child(" ").child(link_to(parent))
            }))
            .child(page.share.map(share)),
        page.stand.map(|all| stand(say!(words, "overview-stand"), all)),
        band(
            "measures",
            say!(words, "nav-measures"),
            None,
            (
                section.unmeasured.map(|text| el("p").class("flag").child(text)),
                measures(section.rows, HeadingLevel::Three),
                section.more.map(more),
            ),
        ),
        (!page.parts.is_empty()).then(|| band("parts", say!(words, "goal-parts"), None, link_list(page.parts))),
        (!page.strategies.is_empty()).then(|| {
            band(
                "strategies",
                say!(words, "goal-strategies"),
                None,
                el("ul")
                    .class("plain")
                    .attr("role", "list")
                    .child(page.strategies.into_iter().map(strategy).collect::<Html>()),
            )
        }),
        (!page.activities.is_empty()).then(|| {
            band(
                "activities",
                say!(words, "nav-activities"),
                Some(say!(words, "goal-activities-note")),
                (link_list(page.activities), page.more_activities.map(more)),
            )
        }),
        (!page.performance.is_empty()).then(|| {
            band(
                "performance",
                say!(words, "goal-performance"),
                Some(say!(words, "goal-performance-note")),
                (measures(page.performance, HeadingLevel::Three), page.more_performance.map(more)),
            )
        }),
        together_view(page.together),
    )
}

fn strategy(strategy: StrategyNote) -> impl Piece {
    el("li")
        .child(el("h3").class("h-item").child(said(strategy.title)))
        .child(el("p").child(said(strategy.summary)))
        .child(strategy.evidence.map(|evidence| el("p").class("meta").child(evidence)))
}
