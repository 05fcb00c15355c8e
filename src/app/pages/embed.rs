//! A measure, a goal or an activity in a frame of another site: without masthead and foot, and without the app.

use super::activities::state;
use super::indicator::{picture_view, table};
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{HeadingLevel, icon, measures, said, sign, sprite, verdict};
use crate::app::use_shown;
use crate::present::activity::ActivityPage;
use crate::present::embed::{Content, Embed};
use crate::present::goal::GoalPage;
use crate::present::indicator::{ChartPart, IndicatorPage};
use crate::present::stand::StandCount;
use crate::present::{Link, Phrase};
use crate::words::Catalog;

/// The whole body of the page.
pub fn embed_view(embed: Embed) -> impl Piece {
    let words = use_shown().words;
    let content = match embed.content {
        Content::Indicator(page, chart) => indicator(*page, *chart, &words),
        Content::Goal(page) => goal(*page),
        Content::Activity(page) => activity(*page),
    };
    let strip = embed.sample.map(|strip| {
        el("aside").class("sample").attr("aria-label", strip.label).child(el("p").class("embed__in").child(strip.says))
    });
    (
        sprite(),
        el("div").class("embed").child(strip).child(el("main").class("embed__in").child(content)).child(
            el("footer")
                .class("embed__in embed__foot")
                .child(el("p").child(leaving(embed.full)).child(" · ").child(leaving(embed.by)))
                .child(el("p").class("meta").child(embed.imprint.join(" "))),
        ),
    )
}

/// A link that leaves the frame.
fn leaving(link: Link) -> impl Piece {
    el("a")
        .attr("href", link.href)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .lang(link.label.lang)
        .child(link.label.text)
}

fn heading(phrase: Phrase) -> impl Piece {
    el("h1").class("embed__say").lang(phrase.lang).child(phrase.text)
}

fn indicator(page: IndicatorPage, chart: ChartPart, words: &Catalog) -> Html {
    let stands = el("p")
        .class("embed__stands")
        .child(verdict(page.verdict))
        .child(page.more.into_iter().map(|more| (" ", el("span").child(more))).collect::<Html>());
    let figure = match chart.figure {
        Some(figure) => {
            let name = figure.downloads.headline;
            el("figure")
                .class("fig")
                .child(
                    el("figcaption")
                        .class("fig__head")
                        .child(el("p").class("fig__title").child(said(figure.title)))
                        .child(el("p").class("meta").child(figure.subtitle)),
                )
                .child(el("div").class("stage").child(picture_view(figure.picture, name, figure.description, "curve")))
                .child(
                    el("details")
                        .class("more")
                        .child(el("summary").child(figure.show_table))
                        .child(table(figure.table, words)),
                )
        }
        None => el("p").class("flag").child(chart.not_measured),
    };
    (heading(page.headline), stands, figure).html()
}

fn goal(page: GoalPage) -> Html {
    let count = |one: StandCount| {
        let (class, name) = sign(one.verdict.sign);
        el("li").child(
            el("span")
                .class(class)
                .child(icon(name))
                .child(el("b").class("stand__n num").child(one.count))
                .child(" ")
                .child(el("span").child(one.verdict.word)),
        )
    };
    let section = page.section;
    let stand = page.stand.map(|stand| {
        let counts = stand.counts.into_iter().map(count).collect::<Html>();
        el("ul").class("stand").attr("role", "list").child(counts)
    });
    (
        section.north_star.map(|kind| el("p").class("meta").child(kind)),
        heading(section.title.label),
        el("p").child(said(section.summary)),
        page.status.map(|status| el("p").class("flag").child(status)),
        stand,
        section.unmeasured.map(|text| el("p").class("flag").child(text)),
        measures(section.rows, HeadingLevel::Two),
    )
        .html()
}

fn activity(page: ActivityPage) -> Html {
    let fact =
        |(label, value): (String, Phrase)| el("div").child(el("dt").child(label)).child(el("dd").child(said(value)));
    (
        heading(page.title),
        el("p").class("embed__stands").child(state(page.status)),
        el("p").child(said(page.summary)),
        el("dl").class("strip").child(page.facts.into_iter().map(fact).collect::<Html>()),
        el("p").child(page.coproduction.says),
    )
        .html()
}
