//! The first page.

use crate::app::html::{Html, Piece, el};
use crate::app::parts::{HeadingLevel, icon, link_to, measures, said, sign};
use crate::present::Link;
use crate::present::goal::GoalSection;
use crate::present::overview::{Block, BlockItem, Overview, Stand, StandCount};

/// The overview.
pub fn overview_view(page: Overview) -> impl Piece {
    let others = (!page.others.is_empty()).then(|| {
        el("section")
            .class("goal")
            .attr("aria-labelledby", "others")
            .add(el("div").class("goal__head").add(el("h3").attr("id", "others").add(page.others_title)))
            .add(measures(page.others, HeadingLevel::Four))
    });
    (
        el("div")
            .class("wrap hero")
            .add(el("p").class("label hero__kick").add(page.kicker))
            .add(el("h1").class("vision").attr("tabindex", "-1").attr("lang", page.vision.lang).add(page.vision.text))
            .add(
                el("div")
                    .class("hero__side")
                    .add(el("p").class("lead").add(said(page.summary)))
                    .add(el("p").class("meta").add(said(page.population))),
            ),
        page.stand.map(stand),
        el("section")
            .class("wrap goals")
            .attr("aria-labelledby", "goals")
            .add(el("div").class("goals__head").add(el("h2").attr("id", "goals").add(page.goals_title)))
            .add(page.goals.into_iter().map(goal).collect::<Html>())
            .add(others)
            .add(el("p").class("claim").add(page.claim)),
        el("div")
            .class("wrap trio")
            .add(page.news.map(|news| block("news", news)))
            .add(page.events.map(|events| block("events", events))),
        el("section")
            .class("wrap band")
            .attr("aria-labelledby", "partners")
            .add(
                el("div")
                    .class("band__rail")
                    .add(el("h2").attr("id", "partners").class("label").add(page.partners_title))
                    .add(el("p").class("meta").add(link_to(page.partners_more))),
            )
            .add(el("div").class("band__main kinds").add(page.partners.into_iter().map(kind).collect::<Html>())),
    )
}

/// How the measures stand, as counts that lead to the measures.
fn stand(stand: Stand) -> impl Piece {
    let count = |one: StandCount| {
        let (class, name) = sign(one.verdict.sign);
        el("li").add(
            el("a")
                .class(class)
                .attr("href", one.href)
                .add(icon(name))
                .add(el("b").class("stand__n num").add(one.count))
                .add(" ")
                .add(el("span").add(one.verdict.word)),
        )
    };
    el("section")
        .class("wrap band")
        .attr("aria-labelledby", "stand")
        .add(
            el("div")
                .class("band__rail")
                .add(el("h2").attr("id", "stand").class("label").add(stand.title))
                .add(el("p").class("meta").add(stand.note).add(" ").add(link_to(stand.method))),
        )
        .add(
            el("ul")
                .class("band__main stand")
                .attr("role", "list")
                .add(stand.counts.into_iter().map(count).collect::<Html>()),
        )
}

/// A goal with its indicators.
fn goal(goal: GoalSection) -> impl Piece {
    let id = format!("goal-{}", goal.id);
    let head = goal_head(&goal, id.clone(), true);
    el("section").class("goal").attr("aria-labelledby", id).add(head).add(
        el("div")
            .add(goal.unmeasured.map(|text| el("p").class("flag").add(text)))
            .add(measures(goal.rows, HeadingLevel::Four)),
    )
}

/// Name, summary and stewards of a goal.
pub(super) fn goal_head(goal: &GoalSection, id: String, titled: bool) -> impl Piece + use<> {
    let title = titled.then(|| {
        el("h3")
            .attr("id", id)
            .add(el("span").class("goal__n").attr("aria-hidden", "true").add(goal.number))
            .add(link_to(goal.title.clone()))
    });
    let kept = match goal.kept_by.clone() {
        Ok(kept) => el("p").class("meta").add(kept).html(),
        Err(gap) => {
            el("p").class("meta").add(el("span").class("gapflag").add(icon("i-gap")).add(el("span").add(gap))).html()
        }
    };
    el("div")
        .class("goal__head")
        .add(goal.north_star.clone().map(|text| el("p").class("goal__north").add(text)))
        .add(title)
        .add(titled.then(|| el("p").class("goal__sum").add(said(goal.summary.clone()))))
        .add(goal.set_by.clone().map(|text| el("p").class("meta").add(text)))
        .add(kept)
}

fn block(id: &'static str, block: Block) -> impl Piece {
    let item = |item: BlockItem| {
        el("li").add(el("span").class("log__when").add(el("time").add(item.date)).add(item.kind)).add(
            el("span")
                .add(link_to(item.link))
                .add(item.note.map(|note| el("span").class("meta log__note").add(said(note)))),
        )
    };
    el("section")
        .attr("aria-labelledby", id)
        .add(el("h2").attr("id", id).class("h-sub").add(block.title))
        .add(el("ul").class("log").attr("role", "list").add(block.items.into_iter().map(item).collect::<Html>()))
        .add(el("p").class("meta").add(link_to(block.more)))
}

fn kind((title, links): (String, Vec<Link>)) -> impl Piece {
    let item = |link: Link| el("li").add(link_to(link));
    el("div")
        .add(el("h3").add(title))
        .add(el("ul").attr("role", "list").add(links.into_iter().map(item).collect::<Html>()))
}
