//! The first page.

use super::stand::stand;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{HeadingLevel, icon, link_to, measures, said};
use crate::present::Link;
use crate::present::goal::GoalSection;
use crate::present::overview::{Block, BlockItem, Overview};

/// The overview.
pub fn overview_view(page: Overview) -> impl Piece {
    let others = (!page.others.is_empty()).then(|| {
        el("section")
            .class("goal")
            .attr("aria-labelledby", "others")
            .child(el("div").class("goal__head").child(el("h3").attr("id", "others").child(page.others_title)))
            .child(measures(page.others, HeadingLevel::Four))
    });
    let trio = [("open", page.open), ("news", page.news), ("events", page.events)];
    let trio: Vec<_> = trio.into_iter().filter_map(|(id, found)| found.map(|found| block(id, found).html())).collect();
    let trio = (!trio.is_empty()).then(|| el("div").class("wrap trio").child(trio.into_iter().collect::<Html>()));
    (
        el("div")
            .class("wrap hero")
            .child(el("p").class("label hero__kick").child(page.kicker))
            .child(el("h1").class("vision").attr("tabindex", "-1").lang(page.vision.lang).child(page.vision.text))
            .child(
                el("div")
                    .class("hero__side")
                    .child(el("p").class("lead").child(said(page.summary)))
                    .child(el("p").class("meta").child(said(page.population))),
            ),
        page.stand.map(|all| stand(page.stand_title, all)),
        el("section")
            .class("wrap goals")
            .attr("aria-labelledby", "goals")
            .child(el("div").class("goals__head").child(el("h2").attr("id", "goals").child(page.goals_title)))
            .child(page.goals.into_iter().map(goal).collect::<Html>())
            .child(others)
            .child(el("p").class("claim").child(page.claim)),
        trio,
        el("section")
            .class("wrap band")
            .attr("aria-labelledby", "partners")
            .child(
                el("div")
                    .class("band__rail")
                    .child(el("h2").attr("id", "partners").class("label").child(page.partners_title))
                    .child(el("p").class("meta").child(link_to(page.partners_more))),
            )
            .child(el("div").class("band__main kinds").child(page.partners.into_iter().map(kind).collect::<Html>())),
    )
}

/// A goal with its indicators.
fn goal(goal: GoalSection) -> impl Piece {
    let id = format!("goal-{}", goal.id);
    let head = goal_head(&goal, id.clone(), true);
    el("section").class("goal").attr("aria-labelledby", id).child(head).child(
        el("div")
            .child(goal.unmeasured.map(|text| el("p").class("flag").child(text)))
            .child(measures(goal.rows, HeadingLevel::Four))
            .child(goal.more.map(|more| el("p").class("meta").child(link_to(more)))),
    )
}

/// Name, summary and stewards of a goal.
pub(super) fn goal_head(goal: &GoalSection, id: String, titled: bool) -> impl Piece + use<> {
    let title = titled.then(|| {
        el("h3")
            .attr("id", id)
            .child(el("span").class("goal__n").attr("aria-hidden", "true").child(goal.number))
            .child(link_to(goal.title.clone()))
    });
    let kept = match goal.kept_by.clone() {
        Ok(kept) => el("p").class("meta").child(kept).html(),
        Err(gap) => el("p")
            .class("meta")
            .child(el("span").class("gapflag").child(icon("i-gap")).child(el("span").child(gap)))
            .html(),
    };
    el("div")
        .class("goal__head")
        .child(goal.north_star.clone().map(|text| el("p").class("goal__north").child(text)))
        .child(title)
        .child(titled.then(|| el("p").class("goal__sum").child(said(goal.summary.clone()))))
        .child(goal.set_by.clone().map(|text| el("p").class("meta").child(text)))
        .child(kept)
}

fn block(id: &'static str, block: Block) -> impl Piece {
    let item = |item: BlockItem| {
        let date = (!item.date.is_empty()).then(|| el("time").child(item.date));
        el("li").child(el("span").class("log__when").child(date).child(item.kind)).child(
            el("span")
                .child(link_to(item.link))
                .child(item.note.map(|note| el("span").class("meta log__note").child(said(note)))),
        )
    };
    el("section")
        .attr("aria-labelledby", id)
        .child(el("h2").attr("id", id).class("h-sub").child(block.title))
        .child(el("ul").class("log").attr("role", "list").child(block.items.into_iter().map(item).collect::<Html>()))
        .child(el("p").class("meta").child(link_to(block.more)))
}

fn kind((title, links): (String, Vec<Link>)) -> impl Piece {
    let item = |link: Link| el("li").child(link_to(link));
    el("div")
        .child(el("h3").child(title))
        .child(el("ul").attr("role", "list").child(links.into_iter().map(item).collect::<Html>()))
}
