//! News, the newest first.

use super::method::text_head;
use crate::app::html::{Html, Piece, el};
use crate::app::parts::{link_to, said};
use crate::app::use_shown;
use crate::present::news::{Corrected, NewsItem, NewsPage};
use crate::present::{Link, Phrase};
use crate::words::say;

/// The page of the news.
pub fn news_view(page: NewsPage) -> impl Piece {
    let title = page.title.clone();
    (
        text_head(page.title, page.lead.into()),
        el("section")
            .class("wrap actsec")
            .attr("aria-label", title)
            .add(page.empty.map(|text| el("p").class("flag").add(text)))
            .add(
                el("ol")
                    .class("log log--wide")
                    .attr("role", "list")
                    .add(page.items.into_iter().map(item).collect::<Html>()),
            ),
    )
}

fn item(item: NewsItem) -> impl Piece {
    let words = use_shown().words;
    let heading = format!("{}-title", item.id);
    let labelled_by = heading.clone();
    let about = (!item.about.is_empty()).then(|| {
        let link = |link: Link| link_to(link);
        el("p")
            .class("tags meta")
            .add(el("span").add(say!(words, "news-about")))
            .add(item.about.into_iter().map(link).collect::<Html>())
    });
    el("li")
        .attr("id", item.id)
        .add(
            el("span").class("log__when").add(el("time").attr("datetime", item.datetime).add(item.date)).add(item.kind),
        )
        .add(
            el("article")
                .class("stack")
                .attr("aria-labelledby", labelled_by)
                .add(el("h2").attr("id", heading).class("h-item").attr("lang", item.title.lang).add(item.title.text))
                .add(item.picture.map(|picture| {
                    el("img")
                        .class("picture")
                        .attr("src", picture.src)
                        .attr("alt", picture.alt.text)
                        .attr("lang", picture.alt.lang)
                        .attr("loading", "lazy")
                }))
                .add(item.paragraphs.into_iter().map(|text| el("p").add(said(text))).collect::<Html>())
                .add(item.correction.map(corrected))
                .add(el("p").class("meta").add(say!(words, "news-by")).add(" ").add(link_to(item.author)))
                .add(about),
        )
}

fn corrected(correction: Corrected) -> impl Piece {
    let words = use_shown().words;
    let row = |label: String, says: Phrase| el("div").add(el("dt").add(label)).add(el("dd").add(said(says)));
    (
        correction.record.map(|record| el("p").add(link_to(record))),
        el("dl")
            .class("defs")
            .add(row(say!(words, "news-was"), correction.was))
            .add(row(say!(words, "news-now"), correction.now)),
    )
}
