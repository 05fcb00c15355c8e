//! Small parts that many pages use.

use leptos::prelude::use_context;

use crate::app::Shown;
use crate::app::charts::sparkline;
use crate::app::html::{Element, Html, Piece, el, svg};
use crate::present::row::{MeasureRow, Now};
use crate::present::standing::{Sign, Verdict};
use crate::present::{Link, Phrase};
use crate::words::Direction;

impl Element {
    /// Names the language of what is inside if it is not the page's, and its direction if that is not the page's either.
    #[must_use]
    pub fn lang(self, lang: Option<String>) -> Self {
        let page = use_context::<Shown>().map_or(Direction::Ltr, |shown| shown.words.dir());
        let own = lang.as_deref().map(Direction::of).filter(|own| *own != page);
        self.attr("lang", lang).attr("dir", own.map(Direction::as_str))
    }
}

/// A text of the feed; names its language if that is not the page's.
pub fn said(phrase: Phrase) -> impl Piece {
    match phrase.lang {
        Some(lang) => el("span").lang(Some(lang)).child(phrase.text).html(),
        None => phrase.text.html(),
    }
}

/// A link to a page of the site.
pub fn link_to(link: Link) -> impl Piece {
    el("a").attr("href", link.href).lang(link.label.lang).child(link.label.text)
}

/// Links to the pages above this one.
pub fn crumbs(label: String, links: Vec<Link>) -> impl Piece {
    let item = |link: Link| el("li").child(link_to(link));
    el("nav")
        .class("crumbs")
        .attr("aria-label", label)
        .child(el("ol").attr("role", "list").child(links.into_iter().map(item).collect::<Html>()))
}

/// A section with its heading in the narrow column and its content in the wide one.
pub fn band(id: &'static str, title: String, note: Option<String>, children: impl Piece) -> impl Piece {
    el("section")
        .class("wrap band")
        .attr("aria-labelledby", id)
        .child(
            el("div")
                .class("band__rail")
                .child(el("h2").attr("id", id).class("label").child(title))
                .child(note.map(|note| el("p").class("meta").child(note))),
        )
        .child(el("div").class("band__main").child(children))
}

/// A list of links.
pub fn link_list(links: Vec<Link>) -> impl Piece {
    let item = |link: Link| el("li").child(link_to(link));
    el("ul").class("plain").attr("role", "list").child(links.into_iter().map(item).collect::<Html>())
}

/// The way to the list of all, where some are shown.
pub fn more(link: Link) -> impl Piece {
    el("p").child(link_to(link))
}

/// Indicators as rows.
pub fn measures(rows: Vec<MeasureRow>, level: HeadingLevel) -> impl Piece {
    el("ul")
        .class("measures")
        .attr("role", "list")
        .child(rows.into_iter().map(|row| measure(row, level)).collect::<Html>())
}

/// Which heading a row has, so that the outline of the page has no holes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingLevel {
    Two,
    Three,
    Four,
}

fn measure(row: MeasureRow, level: HeadingLevel) -> impl Piece {
    let link = el("a").attr("href", row.href).lang(row.headline.lang).child(row.headline.text);
    let heading = match level {
        HeadingLevel::Two => el("h2").class("measure__h").child(link).html(),
        HeadingLevel::Three => el("h3").class("measure__h").child(link).html(),
        HeadingLevel::Four => el("h4").class("measure__h").child(link).html(),
    };
    let class = match (&row.now, row.large) {
        (None, _) => "measure measure--none",
        (Some(_), true) => "measure measure--north",
        (Some(_), false) => "measure",
    };
    let not_measured = row.not_measured;
    el("li")
        .class(class)
        .child(
            el("div")
                .class("measure__say")
                .child(heading)
                .child(el("p").class("meta").child(said(row.title)).child(" · ").child(said(row.steward))),
        )
        .child({
            match row.now {
                Some(now) => measured(now).html(),
                None => el("div")
                    .class("measure__state")
                    .child(
                        el("span")
                            .class("status status--none")
                            .child(icon("i-none"))
                            .child(el("span").child(not_measured)),
                    )
                    .html(),
            }
        })
}

/// How something stands: icon, word and colour.
pub fn verdict(verdict: Verdict) -> impl Piece {
    let (class, name) = sign(verdict.sign);
    el("span").class(class).child(icon(name)).child(" ").child(el("span").child(verdict.word))
}

/// Class and icon of a verdict.
pub fn sign(sign: Sign) -> (&'static str, &'static str) {
    match sign {
        Sign::Met => ("status status--good", "i-met"),
        Sign::OnPace => ("status status--good", "i-pace"),
        Sign::Better => ("status status--good", "i-slow"),
        Sign::Slow => ("status status--slow", "i-slow"),
        Sign::Still => ("status status--slow", "i-stall"),
        Sign::Away => ("status status--away", "i-away"),
        Sign::Unknown => ("status status--none", "i-none"),
    }
}

fn measured(now: Now) -> impl Piece {
    let (from, to) = now.span;
    let fresh = if now.late { "fresh fresh--late" } else { "fresh" };
    (
        el("div").class("measure__chart").child(sparkline(now.spark)).child(
            el("span")
                .class("measure__span num")
                // As the line above it, which runs from left to right in every language.
                .attr("dir", "ltr")
                .attr("aria-hidden", "true")
                .child(el("span").child(from))
                .child(el("span").child(to)),
        ),
        el("p")
            .class("measure__now")
            .child(el("span").class("measure__val num").child(now.value))
            .child(now.unit.map(|unit| el("span").class("measure__low").child(unit)))
            .child(now.target.map(|target| el("span").class("measure__tgt num").child(target)))
            .child(now.direction.map(|direction| el("span").class("measure__low").child(direction))),
        el("div")
            .class("measure__state")
            .child(verdict(now.verdict))
            .child(el("span").class(fresh).child(now.late.then(|| icon("i-late"))).child(el("span").child(now.fresh))),
    )
}

/// An icon of the sprite. Always beside a word.
pub fn icon(name: &'static str) -> impl Piece {
    svg("svg")
        .class("icon")
        .attr("width", "16")
        .attr("height", "16")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(svg("use").attr("href", format!("#{name}")))
}

/// The mark of the product: many lines that become one.
pub fn brand_mark() -> impl Piece {
    svg("svg")
        .class("brand__mark")
        .attr("width", "40")
        .attr("height", "28")
        .attr("viewBox", "0 0 40 28")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(
            svg("path").attr(
                "d",
                "M1 2C14 2 16 14 39 14M1 8c13 0 15 6 38 6M1 14h38M1 20c13 0 15-6 38-6M1 26c13 0 15-12 38-12",
            ),
        )
}

/// The icons that the pages use, drawn once.
pub fn sprite() -> impl Piece {
    let ring = || svg("circle").class("line").attr("cx", "8").attr("cy", "8").attr("r", "6.5");
    let disc = |r| svg("circle").attr("cx", "8").attr("cy", "8").attr("r", r).attr("fill", "currentColor");
    let square = |from, size| {
        svg("rect").attr("x", from).attr("y", from).attr("width", size).attr("height", size).attr("rx", "2")
    };
    let line = |d| svg("path").class("line").attr("d", d);
    let knock = |d| svg("path").class("knock").attr("d", d);
    const TICK: &str = "M4.4 8.3l2.5 2.5 4.8-5.4";
    let all = [
        ("i-met", (disc("7.25"), knock(TICK)).html()),
        ("i-pace", (disc("7.25"), knock("M4.4 4.9L7.3 8l-2.9 3.1M8.4 4.9L11.3 8l-2.9 3.1")).html()),
        ("i-slow", (ring(), line("M6.7 4.9L9.7 8l-3 3.1")).html()),
        (
            "i-away",
            (
                svg("path").attr("d", "M8 .2L15.8 8 8 15.8.2 8z").attr("fill", "currentColor"),
                knock("M9.4 4.9L6.4 8l3 3.1"),
            )
                .html(),
        ),
        ("i-stall", (ring(), line("M4.8 8h6.4")).html()),
        ("i-none", svg("circle").class("line dotted").attr("cx", "8").attr("cy", "8").attr("r", "6.5").html()),
        ("i-late", (ring(), line("M8 4.2V8l2.7 1.8")).html()),
        ("i-open", (ring(), disc("3.2")).html()),
        ("i-gap", line("M1.8 5V1.8H5M11 1.8h3.2V5M14.2 11v3.2H11M5 14.2H1.8V11").html()),
        ("i-kept", (square("1", "14").attr("fill", "currentColor"), knock(TICK)).html()),
        ("i-wait", (square("1.7", "12.6").class("line"), line("M8 4.6V8l2.4 2")).html()),
        ("i-no", (ring(), line("M3.6 3.6l8.8 8.8")).html()),
        ("i-partly", (square("1.7", "12.6").class("line"), line("M4.8 8h6.4")).html()),
        ("i-risk", (line("M8 1.8L15 14.2H1z"), line("M8 6.2v3.9M8 11.9v.5")).html()),
        (
            "i-broken",
            (square("1", "14").attr("fill", "currentColor"), knock("M4.8 4.8l6.4 6.4M11.2 4.8l-6.4 6.4")).html(),
        ),
        ("i-ours", line("M9.5 2H14v4.5M14 2L7.5 8.5M11.5 9.5V14H2V4.5h4.5").html()),
    ];
    let symbol =
        |(id, parts): (&'static str, Html)| svg("symbol").attr("id", id).attr("viewBox", "0 0 16 16").child(parts);
    svg("svg")
        .class("sprite")
        .attr("width", "0")
        .attr("height", "0")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(all.into_iter().map(symbol).collect::<Html>())
}
