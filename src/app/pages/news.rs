//! News, the newest first.

use leptos::prelude::*;

use super::method::text_head;
use crate::app::parts::{LinkTo, Said};
use crate::app::use_shown;
use crate::present::news::{Corrected, NewsItem, NewsPage};
use crate::present::{Link, Phrase};
use crate::words::say;

/// The page of the news.
#[component]
pub fn NewsView(
    /// What it says.
    page: NewsPage,
) -> impl IntoView {
    let title = page.title.clone();
    view! {
        {text_head(page.title, page.lead.into())}
        <section class="wrap actsec" aria-label=title>
            {page.empty.map(|text| view! { <p class="flag">{text}</p> })}
            <ol class="log log--wide" role="list">{page.items.into_iter().map(item).collect_view()}</ol>
        </section>
    }
}

fn item(item: NewsItem) -> impl IntoView {
    let words = use_shown().words;
    let heading = format!("{}-title", item.id);
    let labelled_by = heading.clone();
    let about = (!item.about.is_empty()).then(|| {
        let link = |link: Link| view! { <LinkTo link=link/> };
        view! {
            <p class="tags meta">
                <span>{say!(words, "news-about")}</span>
                {item.about.into_iter().map(link).collect_view()}
            </p>
        }
    });
    view! {
        <li id=item.id>
            <span class="log__when"><time datetime=item.datetime>{item.date}</time> {item.kind}</span>
            <article class="stack" aria-labelledby=labelled_by>
                <h2 id=heading class="h-item" lang=item.title.lang>{item.title.text}</h2>
                {item.picture.map(|picture| view! {
                    <img class="picture" src=picture.src alt=picture.alt.text lang=picture.alt.lang loading="lazy"/>
                })}
                {item.paragraphs.into_iter().map(|text| view! { <p><Said phrase=text/></p> }).collect_view()}
                {item.correction.map(corrected)}
                <p class="meta">{say!(words, "news-by")} " " <LinkTo link=item.author/></p>
                {about}
            </article>
        </li>
    }
}

fn corrected(correction: Corrected) -> impl IntoView {
    let words = use_shown().words;
    let row = |label: String, says: Phrase| view! { <div><dt>{label}</dt><dd><Said phrase=says/></dd></div> };
    view! {
        {correction.record.map(|record| view! { <p><LinkTo link=record/></p> })}
        <dl class="defs">
            {row(say!(words, "news-was"), correction.was)}
            {row(say!(words, "news-now"), correction.now)}
        </dl>
    }
}
