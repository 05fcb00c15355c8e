//! A page for frames of other sites: complete as it is. It loads one small script, and no program.

use leptos::prelude::*;

use super::{Documents, Spoken, escape};
use crate::app::Shown;
use crate::app::html::Piece;
use crate::app::pages::embed::embed_view;
use crate::cli::app_files::Asset;
use crate::cli::serve::headers;
use crate::present::Head;
use crate::present::embed::{Embed, embed};
use crate::routes::Page;

/// Takes the theme from the address, and tells the page around how high the frame would have to be.
pub(in crate::cli) fn embed_script() -> Asset {
    Asset::new("embed.js", include_bytes!("embed.js").to_vec())
}

impl Documents {
    /// The file of a page that is an embed; `None` for other pages, and for ids that the feed does not have.
    pub(in crate::cli) fn embed(&self, spoken: &Spoken, which: &Page) -> Option<String> {
        let Page::Embed(page) = which else { return None };
        let context = spoken.shown.context();
        let model = embed(&context, page)?;
        let (lang, dir, base) = (context.lang(), context.words.dir().as_str(), context.site.base());
        let Head { title, description } = &model.head;
        let (policy, title, description) =
            (escape(&headers::embed_policy_for_meta()), escape(title), escape(description));
        let file = |asset: &Asset| {
            let path = format!("{base}{}", asset.file.path);
            (path, asset.integrity.clone())
        };
        let (style, style_hash) = file(&self.app.style);
        let (script, script_hash) = file(&self.embed_script);
        let full = context.site.absolute(&context.href(page));
        let body = body(spoken.shown.clone(), model);
        // Links within would otherwise open the pages of the site in the frame, which they refuse.
        Some(format!(
            "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n\
             <meta name=\"description\" content=\"{description}\">\n\
             <meta name=\"robots\" content=\"noindex\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <base target=\"_blank\">\n\
             <link rel=\"stylesheet\" href=\"{style}\" integrity=\"{style_hash}\">\n\
             <script src=\"{script}\" integrity=\"{script_hash}\"></script>\n\
             <link rel=\"icon\" href=\"{base}favicon.svg\" type=\"image/svg+xml\">\n\
             <link rel=\"canonical\" href=\"{full}\">\n\
             </head>\n<body>\n{body}\n</body>\n</html>\n"
        ))
    }
}

fn body(shown: Shown, model: Embed) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(shown);
        embed_view(model).html().to_text()
    });
    owner.cleanup();
    html
}
