//! What is new, as JSON (JSON Feed 1.1).

use serde_json::{Value, json};

use super::address::{absolute, said};
use super::news::{Item, items};
use crate::feed::history::History;
use crate::present::{Context, changes};
use crate::routes::{Form, Page};
use crate::words::say;

/// The items of a language as a JSON Feed.
pub(super) fn json_feed(context: &Context<'_>, history: &History) -> Value {
    let coalition = &context.feed.coalition;
    let name = context.plain(&coalition.name);
    let own = context.site.form(Form::JsonFeed, context.feed, context.lang());
    said(json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": changes::news_feed_title(context),
        "home_page_url": absolute(context, &context.href(&Page::News)),
        "feed_url": own.and_then(|path| absolute(context, &path)),
        "description": coalition.sample.then(|| say!(context.words, "sample-strip", name = name.clone())),
        "language": context.lang(),
        "authors": [said(json!({"name": name, "url": absolute(context, &context.href(&Page::Overview))}))],
        // A name of our own begins with an underscore, as the form asks.
        "_commonweal": {"sample": coalition.sample, "license": coalition.license},
        "items": items(context, history).into_iter().map(|one| item(context, one)).collect::<Vec<_>>(),
    }))
}

fn item(context: &Context<'_>, item: Item) -> Value {
    said(json!({
        "id": item.id,
        "url": absolute(context, &item.href),
        "title": item.title,
        "content_text": item.text,
        "summary": item.summary,
        "date_published": format!("{}T00:00:00Z", item.on),
        "authors": item.author.map(|name| json!([{"name": name}])),
        "tags": [item.kind.code()],
        "language": context.lang(),
    }))
}
