//! The page of a goal.

use super::overview::goal_head;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{HeadingLevel, band, crumbs, link_list, link_to, measures, said};
use crate::app::use_shown;
use crate::present::goal::{GoalPage, StrategyNote};
use crate::words::say;

/// The page of a goal.
pub fn goal_view(page: GoalPage) -> impl Piece {
    let words = use_shown().words;
    let head = goal_head(&page.section, String::new(), false);
    let section = page.section;
    let title = section.title.label;
    (
        el("div")
            .class("wrap pagehead")
            .add(crumbs(say!(words, "nav-here"), page.crumbs))
            .add(el("h1").attr("tabindex", "-1").attr("lang", title.lang).add(title.text))
            .add(el("p").class("lead").add(said(section.summary)))
            .add(page.status.map(|status| el("p").class("flag").add(status)))
            .add(head)
            .add(
                page.parent
                    .map(|parent| el("p").class("meta").add(say!(words, "goal-part-of")).add(" ").add(link_to(parent))),
            ),
        band(
            "measures",
            say!(words, "nav-measures"),
            None,
            (
                section.unmeasured.map(|text| el("p").class("flag").add(text)),
                measures(section.rows, HeadingLevel::Three),
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
                    .add(page.strategies.into_iter().map(strategy).collect::<Html>()),
            )
        }),
        (!page.activities.is_empty()).then(|| {
            band(
                "activities",
                say!(words, "nav-activities"),
                Some(say!(words, "goal-activities-note")),
                link_list(page.activities),
            )
        }),
        (!page.performance.is_empty()).then(|| {
            band(
                "performance",
                say!(words, "goal-performance"),
                Some(say!(words, "goal-performance-note")),
                measures(page.performance, HeadingLevel::Three),
            )
        }),
    )
}

fn strategy(strategy: StrategyNote) -> impl Piece {
    el("li")
        .add(el("h3").class("h-item").add(said(strategy.title)))
        .add(el("p").add(said(strategy.summary)))
        .add(strategy.evidence.map(|evidence| el("p").class("meta").add(evidence)))
}
