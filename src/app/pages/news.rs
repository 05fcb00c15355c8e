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
            .child(page.empty.map(|text| el("p").class("flag").child(text)))
            .child(
                el("ol")
                    .class("log log--wide")
                    .attr("role", "list")
                    .child(page.items.into_iter().map(item).collect::<Html>()),
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
            .child(el("span").child(say!(words, "news-about")))
            .child(item.about.into_iter().map(link).collect::<Html>())
    });
    el("li")
        .attr("id", item.id)
        .child(
            el("span")
                .class("log__when")
                .child(el("time").attr("datetime", item.datetime).child(item.date))
                .child(item.kind),
        )
        .child(
            el("article")
                .class("stack")
                .attr("aria-labelledby", labelled_by)
                .child(el("h2").attr("id", heading).class("h-item").lang(item.title.lang).child(item.title.text))
                .child(item.picture.map(|picture| {
                    el("img")
                        .class("picture")
                        .attr("src", picture.src)
                        .attr("alt", picture.alt.text)
                        .lang(picture.alt.lang)
                        .attr("loading", "lazy")
                }))
                .child(item.paragraphs.into_iter().map(|text| el("p").child(said(text))).collect::<Html>())
                .child(item.correction.map(corrected))
                .child(el("p").class("meta").child(say!(words, "news-by")).child(" ").child(link_to(item.author)))
                .child(about),
        )
}

fn corrected(correction: Corrected) -> impl Piece {
    let words = use_shown().words;
    let row = |label: String, says: Phrase| el("div").child(el("dt").child(label)).child(el("dd").child(said(says)));
    (
        correction.record.map(|record| el("p").child(link_to(record))),
        el("dl")
            .class("defs")
            .child(row(say!(words, "news-was"), correction.was))
            .child(row(say!(words, "news-now"), correction.now)),
    )
}
