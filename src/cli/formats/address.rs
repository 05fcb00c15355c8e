//! Addresses and names in files that leave the site: absolute, or not at all.
//!
//! A coalition may publish its feed before it knows where its site will be. Files then hold no addresses that would lead
//! nowhere. Where a form cannot be without an absolute name, the name is below `.invalid`, a domain that is kept free for
//! this (RFC 6761): it is well-formed, unique as far as the coalition's own name is, and nobody can take it for a page.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::feed::Text;
use crate::feed::history::History;
use crate::present::Context;
use crate::routes::Page;

/// The address of a path of the site, if it is known where the site is.
pub(super) fn absolute(context: &Context<'_>, path: &str) -> Option<String> {
    context.site.home().map(|_| context.site.absolute(path))
}

/// The address of a page in the context's language.
pub(super) fn page(context: &Context<'_>, page: &Page) -> Option<String> {
    absolute(context, &context.href(page))
}

/// A name for a path of the site that is unique in the world and has the form of an address.
pub(super) fn name(context: &Context<'_>, path: &str) -> String {
    absolute(context, path).unwrap_or_else(|| {
        let below = path.strip_prefix(context.site.base()).unwrap_or(path);
        format!("https://{}/{below}", host(context))
    })
}

/// The host of the published site, for ids that are unique in the world.
pub(super) fn host(context: &Context<'_>) -> String {
    let home = context.site.home().unwrap_or_default();
    let host = home.split("//").nth(1).and_then(|rest| rest.split('/').next()).filter(|host| !host.is_empty());
    host.map_or_else(|| format!("{}.invalid", context.feed.coalition.id.as_str()), str::to_owned)
}

/// A text in every language it is written in: `{"en": …, "es": …}`.
pub(super) fn languages(context: &Context<'_>, text: &Text) -> Value {
    match text {
        Text::Plain(plain) => {
            let default = context.feed.coalition.default_locale.as_str().to_owned();
            Value::Object(Map::from_iter([(default, plain.clone().into())]))
        }
        Text::Languages(texts) => texts.iter().map(|(tag, text)| (tag.clone(), Value::from(text.clone()))).collect(),
    }
}

/// The day on which a record was last changed, as far as the history tells: the day of the newest version that changed
/// it, or of the oldest one that is known, since which it is the same. `None` where there is no history.
pub(super) fn changed_on(history: &History, id: &str) -> Option<NaiveDate> {
    let about = |change: &crate::feed::diff::Change| change.id.as_ref().is_some_and(|known| known.as_str() == id);
    let newest = history.versions.iter().find(|version| version.changes.iter().any(about));
    newest.or(history.versions.last()).map(|version| version.on.first())
}

/// The day of the newest version.
pub(super) fn newest(history: &History) -> Option<NaiveDate> {
    history.versions.first().map(|version| version.on.first())
}

/// Takes out of an object what is null, at its top.
pub(super) fn said(mut value: Value) -> Value {
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|_, field| !field.is_null());
    }
    value
}
