//! What a page is about, for machines that search (schema.org as JSON-LD).

use serde_json::{Value, json};

use crate::present::{Context, Head, PageModel};
use crate::routes::Page;
use crate::words::endonym;

/// The page for machines that search (schema.org): who the coalition is, or which figures a page holds.
pub(in crate::cli) fn linked_data(context: &Context<'_>, which: &Page, model: &PageModel) -> Value {
    let coalition = &context.feed.coalition;
    let Head { title, description } = model.head();
    let home = context.site.absolute(&context.href(&Page::Overview));
    let organization = json!({
        "@type": "Organization",
        "name": context.plain(&coalition.name),
        "description": context.plain(&coalition.plain_summary),
        "url": home,
    });
    let here = context.site.absolute(&context.href(which));
    match (which, model) {
        (Page::Overview, _) => {
            let mut organization = organization;
            organization["@context"] = "https://schema.org".into();
            organization
        }
        (Page::Indicator(id), PageModel::Indicator(page)) => json!({
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": page.title.text,
            "description": format!("{description} {}", page.definition.text),
            "url": here,
            "license": coalition.license,
            "isAccessibleForFree": true,
            "creator": organization,
            "distribution": [{
                "@type": "DataDownload",
                "encodingFormat": "text/csv",
                "contentUrl": context.site.absolute(&context.site.indicator_csv(id)),
            }],
        }),
        _ => json!({
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": title,
            "description": description,
            "url": here,
            "inLanguage": endonym(context.lang()).map(|_| context.lang()),
            "publisher": organization,
        }),
    }
}
