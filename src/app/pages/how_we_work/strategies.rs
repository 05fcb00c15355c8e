//! From activities to goals: the list, then the picture.

use crate::app::html::{Html, Piece, el, svg};
use crate::app::parts::{link_to, said};
use crate::app::use_shown;
use crate::chart::strategy_map::{BOX, MapBox, Step, StrategyMap};
use crate::present::Link;
use crate::present::how_we_work::{GoalMap, StrategyEntry};
use crate::words::say;

pub(super) fn maps(maps: Vec<GoalMap>, key: [String; 4], columns: [String; 4]) -> Html {
    maps.into_iter().enumerate().map(|(n, one)| map(n, one, &key, &columns)).collect()
}

fn map(n: usize, map: GoalMap, key: &[String; 4], columns: &[String; 4]) -> Html {
    let heading = match map.goal {
        Some(goal) => el("h3").class("h-item").child(link_to(goal)),
        None => el("h3").class("h-item").child(map.title),
    };
    let without = (!map.without.is_empty()).then(|| line(map.without_label, map.without));
    let meaning = |(mark, text): (&'static str, &String)| {
        el("li").child(sample(mark)).child(" ").child(el("span").child(text.clone()))
    };
    let picture = map.picture.map(|geometry| {
        let ids = (format!("map-{n}-title"), format!("map-{n}-desc"));
        let marks =
            ["map__edge map__edge--strong", "map__edge map__edge--some", "map__edge map__edge--assumed", "map__edge"];
        el("details")
            .class("more")
            .child(el("summary").child(map.draw.clone()))
            .child(
                el("div")
                    .class("scroll")
                    .attr("tabindex", "0")
                    .attr("role", "group")
                    .attr("aria-label", map.draw.clone())
                    .child(draw(geometry, columns, ids, (map.draw, map.desc))),
            )
            .child(
                el("ul")
                    .class("mxkey meta")
                    .attr("role", "list")
                    .child(marks.into_iter().zip(key).map(meaning).collect::<Html>()),
            )
    });
    el("article")
        .class("mapgoal")
        .child(heading)
        .child(map.none.map(|none| el("p").class("flag").child(none)))
        .child(
            el("ul")
                .class("strats")
                .attr("role", "list")
                .child(map.strategies.into_iter().map(strategy).collect::<Html>()),
        )
        .child(without)
        .child(map.too_much.map(|says| el("p").class("meta").child(says)))
        .child(picture)
        .html()
}

/// A label and links in one line.
fn line(label: String, links: Vec<Link>) -> impl Piece {
    let links = links.into_iter().enumerate().map(|(n, link)| ((n > 0).then_some(" · "), link_to(link)).html());
    el("p").class("meta").child(el("span").class("strat__k").child(label)).child(" ").child(links.collect::<Html>())
}

fn strategy(entry: StrategyEntry) -> impl Piece {
    let words = use_shown().words;
    let step = |(to, strength): (Link, String)| {
        el("li").child(link_to(to)).child(el("span").class("meta").child(" – ").child(strength))
    };
    let leads_to = (!entry.leads_to.is_empty()).then(|| {
        el("div")
            .class("meta")
            .child(el("span").class("strat__k").child(say!(words, "map-leads-to")))
            .child(el("ul").attr("role", "list").child(entry.leads_to.into_iter().map(step).collect::<Html>()))
    });
    let activities = match entry.no_activities {
        Some(none) => el("p").class("flag").child(none).html(),
        None => line(say!(words, "map-activities"), entry.activities).html(),
    };
    let measures = (!entry.measures.is_empty()).then(|| line(say!(words, "map-measures"), entry.measures));
    el("li")
        .class("strat")
        .attr("id", entry.id)
        .child(el("h4").child(said(entry.title)))
        .child(el("p").child(said(entry.summary)))
        .child(el("p").class("meta").child(entry.evidence).child(entry.evidence_says.map(|says| (" ", said(says)))))
        .child(leads_to)
        .child(activities)
        .child(measures)
}

/// A line of the picture, for its key.
fn sample(class: &'static str) -> impl Piece {
    svg("svg")
        .attr("width", "34")
        .attr("height", "10")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(svg("path").class(class).attr("d", "M1 5H33"))
}

fn draw(map: StrategyMap, columns: &[String; 4], ids: (String, String), texts: (String, String)) -> impl Piece {
    let edge = |edge: crate::chart::strategy_map::Edge| {
        let class = match edge.step {
            Step::Strong => "map__edge map__edge--strong",
            Step::Supported => "map__edge map__edge--some",
            Step::Assumed => "map__edge map__edge--assumed",
            Step::Belongs => "map__edge",
        };
        svg("path").class(class).attr("d", edge.path)
    };
    let head =
        |(x, name): (f64, &String)| svg("text").class("map__head").attr("x", x).attr("y", "13").child(name.clone());
    svg("svg")
        .class("net")
        .attr("width", map.width)
        .attr("height", map.height)
        .attr("direction", "ltr")
        .attr("role", "img")
        .attr("aria-labelledby", format!("{} {}", ids.0, ids.1))
        .child(svg("title").attr("id", ids.0).child(texts.0))
        .child(svg("desc").attr("id", ids.1).child(texts.1))
        .child(map.columns.into_iter().zip(columns).map(head).collect::<Html>())
        .child(map.edges.into_iter().map(edge).collect::<Html>())
        .child(map.boxes.into_iter().map(one_box).collect::<Html>())
}

fn one_box(one: MapBox) -> impl Piece {
    let class = if one.column == 3 { "map__box map__box--goal" } else { "map__box" };
    let x = one.text_x;
    let line = |(y, line): (f64, String)| svg("text").class("map__text").attr("x", x).attr("y", y).child(line);
    (
        svg("rect")
            .class(class)
            .attr("x", one.x)
            .attr("y", one.y)
            .attr("width", BOX)
            .attr("height", one.height)
            .attr("rx", "3"),
        one.lines.into_iter().map(line).collect::<Html>(),
    )
}
