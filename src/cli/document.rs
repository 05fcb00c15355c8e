//! A page as a file: the document around what the app renders.

mod embed;

use leptos::prelude::*;
use serde_json::Value;

pub(super) use self::embed::embed_script;
use super::app_files::{App, Asset, Program};
use super::build::Parts;
use super::formats::linked_data::linked_data;
use super::pictures::{CARD_HEIGHT, CARD_WIDTH};
use super::serve::headers;
use crate::app::behind::{Behind, behind};
use crate::app::html::Piece;
use crate::app::{Shown, app};
use crate::present::{Context, Head, PageModel, changes, page};
use crate::routes::{Address, Form, Page, Query, Site};

/// What all pages of a site have in common.
pub(super) struct Documents {
    pub(super) app: App,
    /// How the feed is published.
    pub(super) published: Published,
    /// Whether the site has a preview card for its pages.
    pub(super) has_cards: bool,
    /// All that runs in a frame of another site.
    pub(super) embed_script: Asset,
}

/// In which form the feed is published.
pub(super) enum Published {
    /// As one file. Under its hash it is there once more: what a page falls back to. Its print tells that of this build from
    /// others.
    Whole { shipped: String, print: u32 },
    /// Of a large feed. Then no page is made of the whole.
    Parts(Box<Parts>),
}

impl Published {
    pub(super) fn parts(&self) -> Option<&Parts> {
        match self {
            Self::Whole { .. } => None,
            Self::Parts(parts) => Some(parts),
        }
    }
}

/// A language of the site with its published file.
pub(super) struct Spoken {
    pub(super) shown: Shown,
    pub(super) words: Asset,
    /// What can be found.
    pub(super) search: Asset,
}

impl Documents {
    /// The file of one page.
    pub(super) fn page(&self, spoken: &Spoken, which: &Page) -> String {
        let mut shown = spoken.shown.clone();
        if let Some(feed) = self.published.parts().and_then(|parts| parts.in_short(which)) {
            shown.feed = feed.clone();
        }
        let context = shown.context();
        let address = Address { lang: context.lang().to_owned(), page: which.clone(), query: Query::default() };
        let model = page(&context, which);
        let body = body(shown.clone(), address);
        let (lang, dir) = (context.lang(), context.words.dir().as_str());
        let notice = crate::present::frame::not_started(&context);
        let head = self.head(spoken, &context, which, &model);
        let read = if self.behind(which) == Behind::Nothing { " data-read" } else { "" };
        format!(
            "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\"{read}>\n<head>\n{head}</head>\n<body>\n\
             <p id=\"notice\" class=\"notice\" role=\"status\" data-not-started=\"{}\"></p>\n\
             <div id=\"app\">{body}</div>\n</body>\n</html>\n",
            escape(&notice)
        )
    }

    /// What runs behind a page. Without its part, a page of a large feed is only read.
    fn behind(&self, which: &Page) -> Behind {
        match &self.published {
            Published::Parts(parts) if parts.page(which).is_none() => Behind::Nothing,
            _ => behind(which),
        }
    }

    fn head(&self, spoken: &Spoken, context: &Context<'_>, which: &Page, model: &PageModel) -> String {
        let site = context.site;
        let Head { title, description } = model.head();
        let (title, description) = (escape(title), escape(description));
        let mut out = String::new();
        let mut line = |text: String| {
            out.push_str(&text);
            out.push('\n');
        };
        // The policy comes first: it does not hold for what stands before it.
        line(format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
            escape(&headers::policy_for_meta())
        ));
        line("<meta charset=\"utf-8\">".into());
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">".into());
        line(format!("<title>{title}</title>"));
        line(format!("<meta name=\"description\" content=\"{description}\">"));
        line("<meta name=\"referrer\" content=\"no-referrer\">".into());
        line("<meta name=\"color-scheme\" content=\"light dark\">".into());
        let file = |asset: &Asset| format!("{}{}", site.base(), asset.file.path);
        let App { style, boot, .. } = &self.app;
        let behind = self.behind(which);
        let Program { script, wasm } = self.app.program(behind);
        line(format!("<link rel=\"stylesheet\" href=\"{}\" integrity=\"{}\">", file(style), style.integrity));
        line(format!("<link rel=\"modulepreload\" href=\"{}\" integrity=\"{}\">", file(script), script.integrity));
        let mut fetched = vec![("words", file(&spoken.words))];
        match &self.published {
            // That of this build, whatever has been published since.
            Published::Parts(parts) => {
                fetched.extend(parts.page(which).map(|part| ("part", format!("{}{part}", site.base()))))
            }
            Published::Whole { .. } => fetched.push(("feed", site.feed())),
        }
        match which {
            Page::Search => fetched.push(("search", file(&spoken.search))),
            Page::Changes => fetched.push(("changes", site.changes())),
            _ => {}
        }
        if behind == Behind::Nothing {
            fetched.clear();
        }
        for path in std::iter::once(&file(wasm)).chain(fetched.iter().map(|(_, path)| path)) {
            line(format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{path}\">"));
        }
        let mut fetched: String = fetched.iter().map(|(name, path)| format!(" data-{name}=\"{path}\"")).collect();
        if let Published::Whole { shipped, print } = &self.published {
            fetched.push_str(&format!(" data-shipped=\"{}{shipped}\" data-print=\"{print}\"", site.base()));
        }
        line(format!(
            "<script type=\"module\" id=\"boot\" src=\"{}\" integrity=\"{}\" data-base=\"{}\" data-script=\"{}\" \
             data-wasm=\"{}\" data-wasm-integrity=\"{}\"{fetched} \
             data-built=\"{}\" data-languages=\"{}\"></script>",
            file(boot),
            boot.integrity,
            site.base(),
            file(script),
            file(wasm),
            wasm.integrity,
            context.today,
            site.languages().join(" "),
        ));
        line(format!("<link rel=\"icon\" href=\"{}favicon.svg\" type=\"image/svg+xml\">", site.base()));
        if !which.is_for_crawlers() {
            line("<meta name=\"robots\" content=\"noindex\">".into());
        }
        if *which == Page::NotFound {
            return out;
        }
        addresses(site, context.lang(), which).into_iter().for_each(&mut line);
        line(format!(
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{}\" href=\"{}\">",
            escape(&changes::news_feed_title(context)),
            site.news_feed(context.lang())
        ));
        if let Some(feed) = site.form(Form::JsonFeed, context.feed, context.lang()) {
            line(format!("<link rel=\"alternate\" type=\"{}\" href=\"{feed}\">", Form::JsonFeed.media_type()));
        }
        let history = spoken.shown.changes.as_ref().map(|changes| &changes.history);
        preview(site, context.lang(), which, model.head(), self.has_cards).into_iter().for_each(&mut line);
        line(format!(
            "<script type=\"application/ld+json\">{}</script>",
            for_script(&linked_data(context, history, which, model))
        ));
        out
    }
}

/// Where a page is, and where it is in other languages.
pub(super) fn addresses(site: &Site, lang: &str, which: &Page) -> Vec<String> {
    let mut lines = vec![format!("<link rel=\"canonical\" href=\"{}\">", site.absolute(&site.path(lang, which)))];
    for tag in site.languages().iter().filter(|_| site.languages().len() > 1) {
        let href = site.absolute(&site.path(tag, which));
        lines.push(format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\">"));
    }
    lines
}

/// What messengers and networks show of a link to a page.
pub(super) fn preview(site: &Site, lang: &str, which: &Page, head: &Head, has_card: bool) -> Vec<String> {
    let (title, description) = (escape(&head.title), escape(&head.description));
    let mut lines = vec![
        "<meta property=\"og:type\" content=\"website\">".to_owned(),
        format!("<meta property=\"og:title\" content=\"{title}\">"),
        format!("<meta property=\"og:description\" content=\"{description}\">"),
        format!("<meta property=\"og:url\" content=\"{}\">", site.absolute(&site.path(lang, which))),
    ];
    if has_card {
        let card = site.absolute(&site.card(lang, which));
        lines.extend([
            format!("<meta property=\"og:image\" content=\"{card}\">"),
            format!("<meta property=\"og:image:width\" content=\"{CARD_WIDTH}\">"),
            format!("<meta property=\"og:image:height\" content=\"{CARD_HEIGHT}\">"),
            format!("<meta property=\"og:image:alt\" content=\"{title}: {description}\">"),
            "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
        ]);
    }
    lines
}

/// What the app renders for an address.
pub(super) fn body(shown: Shown, address: Address) -> String {
    let owner = Owner::new();
    let html = owner.with(|| app(shown, Signal::stored(address), None).html().to_text());
    owner.cleanup();
    html
}

/// JSON that can stand in a script element: no `<` ends it early.
fn for_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

/// Text as it stands in HTML, in an attribute too.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, attribute: &str, script: &str) {
        assert_eq!((escape(text), for_script(&Value::from(text))), (attribute.to_owned(), script.to_owned()));
    }

    #[test]
    fn text_stays_text() {
        check("a & b", "a &amp; b", "\"a & b\"");
        check("</script><b \"x\">", "&lt;/script&gt;&lt;b &quot;x&quot;&gt;", "\"\\u003c/script>\\u003cb \\\"x\\\">\"");
    }
}
