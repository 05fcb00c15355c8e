//! The datasets for catalogues of open data that harvest: DCAT-US 1.1, the form of `data.json`.

use serde_json::{Value, json};

use super::address::{absolute, changed_on, newest, said};
use super::{Material, license, linked_data};
use crate::feed::records::Indicator;
use crate::feed::records::coalition::ContactKind;
use crate::feed::records::indicator::Frequency;
use crate::present::Context;
use crate::routes::{Form, Lack, Page};
use crate::words::say;

const SCHEMA: &str = "https://project-open-data.cio.gov/v1.1/schema";

/// The catalogue: the whole feed, then a dataset for each indicator with figures. In the default language.
///
/// # Errors
/// A sentence if the coalition says neither where its site is nor how to write to it.
pub(super) fn catalog(material: &Material<'_>) -> Result<Value, String> {
    let context = material.context(None)?;
    if let Some(lack) = Form::Catalog.lacks(context.feed) {
        return Err(lacking(lack).to_owned());
    }
    let own = context.feed.indicators.iter().filter(|one| context.feed.series_of(&one.id).is_some());
    let own = own.map(|indicator| of_indicator(material, context, indicator));
    Ok(json!({
        "@context": format!("{SCHEMA}/catalog.jsonld"),
        "@type": "dcat:Catalog",
        "conformsTo": SCHEMA,
        "describedBy": format!("{SCHEMA}/catalog.json"),
        "dataset": std::iter::once(whole(material, context)).chain(own).collect::<Vec<_>>(),
    }))
}

/// What is missing, and how to mend it.
pub(in crate::cli) fn lacking(lack: Lack) -> &'static str {
    match lack {
        Lack::Site => {
            "This form needs absolute addresses, and the feed does not say where its site is. \
             Add \"site\": \"https://…\" to the coalition."
        }
        Lack::Email => {
            "This form needs an e-mail address for questions. Add a contact with \"kind\": \"email\" to the coalition."
        }
    }
}

/// What every dataset says alike.
fn dataset(context: &Context<'_>, title: String, text: String, page: &Page) -> Value {
    let coalition = &context.feed.coalition;
    let name = context.plain(&coalition.name);
    let email = coalition.contacts.iter().find(|contact| contact.kind == ContactKind::Email);
    let text = match coalition.sample {
        true => format!("{} {text}", say!(context.words, "sample-strip", name = name.clone())),
        false => text,
    };
    json!({
        "@type": "dcat:Dataset",
        "title": title,
        "description": text,
        "identifier": absolute(context, &context.href(page)),
        "landingPage": absolute(context, &context.href(page)),
        "accessLevel": "public",
        "publisher": {"@type": "org:Organization", "name": name},
        "contactPoint": {
            "@type": "vcard:Contact",
            "fn": name,
            "hasEmail": email.map(|contact| format!("mailto:{}", contact.value.as_str())),
        },
        "license": license::address(&coalition.license),
        "language": context.site.languages(),
        "spatial": context.feed.geography(&coalition.geography).map(|place| context.plain(&place.name)),
    })
}

fn with(mut dataset: Value, more: Value) -> Value {
    if let (Value::Object(fields), Value::Object(more)) = (&mut dataset, more) {
        fields.extend(more);
    }
    said(dataset)
}

fn distribution(context: &Context<'_>, form: Form, path: &str, format: &str) -> Value {
    said(json!({
        "@type": "dcat:Distribution",
        "downloadURL": absolute(context, path),
        "mediaType": form.media_type(),
        "format": format,
    }))
}

/// The whole feed.
fn whole(material: &Material<'_>, context: &Context<'_>) -> Value {
    let coalition = &context.feed.coalition;
    let title = say!(context.words, "catalog-title", name = context.plain(&coalition.name));
    let file = |form: Form, format: &str| {
        let path = context.site.form(form, context.feed, context.lang())?;
        Some(distribution(context, form, &path, format))
    };
    let files = [(Form::Package, "Frictionless Data Package"), (Form::Feed, "JSON"), (Form::Impact, "JSON-LD")];
    // An entry to parts is not the whole; the package has it.
    let is_whole = |(form, _): &(Form, &str)| *form != Form::Feed || !context.site.is_in_parts();
    let files: Vec<Value> =
        files.into_iter().filter(is_whole).filter_map(|(form, format)| file(form, format)).collect();
    let keywords: Vec<String> = context.feed.goals.iter().map(|goal| context.plain(&goal.title)).collect();
    let keywords = if keywords.is_empty() { vec![context.plain(&coalition.name)] } else { keywords };
    let modified = newest(material.history).unwrap_or(context.today);
    with(
        dataset(context, title, context.plain(&coalition.plain_summary), &Page::Data),
        json!({
            "keyword": keywords,
            "modified": modified.to_string(),
            "describedBy": absolute(context, &context.site.schema()),
            "describedByType": Form::Schema.media_type(),
            "distribution": files,
        }),
    )
}

fn of_indicator(material: &Material<'_>, context: &Context<'_>, indicator: &Indicator) -> Value {
    let feed = context.feed;
    let id = indicator.id.as_str();
    let title = context.plain(&indicator.title);
    let text = format!("{} {}", context.plain(&indicator.plain_summary), context.plain(&indicator.definition));
    let goals = indicator.goals.iter().filter_map(|id| feed.goal(id)).map(|goal| context.plain(&goal.title));
    let keywords: Vec<String> = std::iter::once(title.clone()).chain(goals).collect();
    // Without a history nothing tells when a record changed; the file itself was made on the day of the build.
    let modified = changed_on(material.history, id).unwrap_or(context.today);
    let period = match indicator.update_frequency {
        Frequency::Weekly => "R/P1W",
        Frequency::Monthly => "R/P1M",
        Frequency::Quarterly => "R/P3M",
        Frequency::HalfYearly => "R/P6M",
        Frequency::Yearly => "R/P1Y",
        Frequency::EveryTwoYears => "R/P2Y",
        Frequency::EveryThreeYears => "R/P3Y",
        Frequency::EveryFiveYears => "R/P5Y",
        Frequency::Irregular => "irregular",
    };
    with(
        dataset(context, title, text, &Page::Indicator(id.to_owned())),
        json!({
            "keyword": keywords,
            "modified": modified.to_string(),
            "accrualPeriodicity": period,
            "temporal": linked_data::temporal(context, indicator),
            "distribution": [
                distribution(context, Form::Table, &context.site.indicator_csv(id), "CSV"),
                distribution(context, Form::Record, &context.site.indicator_json(id), "JSON"),
            ],
        }),
    )
}
