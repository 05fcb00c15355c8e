//! What a page is about, for machines that search (schema.org as JSON-LD).

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::address::{changed_on, page, said};
use super::license;
use crate::feed::history::History;
use crate::feed::id::{IndicatorId, PartnerId};
use crate::feed::records::event::EventStatus;
use crate::feed::records::indicator::UnitKind;
use crate::feed::records::partner::PartnerKind;
use crate::feed::records::{Event, Indicator, Partner};
use crate::present::indicator::IndicatorPage;
use crate::present::{Context, Head, PageModel, events};
use crate::routes::{Form, Page};
use crate::words::say;

/// Characters that a description of a dataset has at least and at most, as Google's dataset search asks.
const DESCRIPTION: std::ops::RangeInclusive<usize> = 50..=5000;

/// The page for machines that search: who the coalition or a partner is, which figures a page holds, what takes place.
pub(in crate::cli) fn linked_data(
    context: &Context<'_>,
    history: Option<&History>,
    which: &Page,
    model: &PageModel,
) -> Value {
    let mut found = match (which, model) {
        (Page::Overview, _) => json!({"@graph": [coalition(context), catalog(context)]}),
        (Page::Indicator(id), PageModel::Indicator(model)) => {
            match IndicatorId::new(id).and_then(|id| context.feed.indicator(&id)) {
                Some(indicator) => dataset(context, history, indicator, model),
                None => plain(context, which, model_head(&model.head)),
            }
        }
        (Page::Partner(id), _) => match PartnerId::new(id).and_then(|id| context.feed.partner(&id)) {
            Some(known) => partner(context, known),
            None => plain(context, which, model_head(model.head())),
        },
        (Page::Events, _) if !context.feed.events.is_empty() => {
            json!({"@graph": context.feed.events.iter().map(|one| event(context, one)).collect::<Vec<_>>()})
        }
        _ => plain(context, which, model_head(model.head())),
    };
    let mut out = json!({"@context": "https://schema.org"});
    if let (Some(out), Some(found)) = (out.as_object_mut(), found.as_object_mut()) {
        out.append(found);
    }
    out
}

fn model_head(head: &Head) -> (&str, &str) {
    (&head.title, &head.description)
}

/// The name of a node: the address of a page and a part of it. Without a known site it is relative, which JSON-LD reads as
/// counted from the page it stands on.
fn node(context: &Context<'_>, which: &Page, part: &str) -> String {
    format!("{}#{part}", context.site.absolute(&context.href(which)))
}

fn plain(context: &Context<'_>, which: &Page, (title, description): (&str, &str)) -> Value {
    said(json!({
        "@type": "WebPage",
        "name": title,
        "description": description,
        "url": page(context, which),
        "inLanguage": context.lang(),
        "publisher": {"@id": node(context, &Page::Overview, COALITION), "@type": "Organization",
                      "name": context.plain(&context.feed.coalition.name)},
    }))
}

const COALITION: &str = "coalition";

/// The coalition. Its partners name it on their own pages, so that the overview stays small.
fn coalition(context: &Context<'_>) -> Value {
    let coalition = &context.feed.coalition;
    said(json!({
        "@type": "Organization",
        "@id": node(context, &Page::Overview, COALITION),
        "name": context.plain(&coalition.name),
        "description": told(context, context.plain(&coalition.plain_summary)),
        "slogan": context.plain(&coalition.vision),
        "url": page(context, &Page::Overview),
        "areaServed": context.feed.geography(&coalition.geography).map(|place| context.plain(&place.name)),
    }))
}

/// All the data as a catalogue. Its datasets name it; so the overview stays small.
fn catalog(context: &Context<'_>) -> Value {
    let coalition = &context.feed.coalition;
    let title = say!(context.words, "catalog-title", name = context.plain(&coalition.name));
    said(json!({
        "@type": "DataCatalog",
        "@id": node(context, &Page::Overview, CATALOG),
        "name": title,
        "description": description(context, context.plain(&coalition.plain_summary)),
        "url": page(context, &Page::Data),
        "license": license_of(context),
        "isAccessibleForFree": true,
        "inLanguage": context.site.languages(),
        "publisher": {"@id": node(context, &Page::Overview, COALITION)},
    }))
}

const CATALOG: &str = "data";
const PARTNER: &str = "partner";

fn license_of(context: &Context<'_>) -> String {
    let license = &context.feed.coalition.license;
    license::address(license).unwrap_or_else(|| license.clone())
}

/// A text; of invented data it says so first.
fn told(context: &Context<'_>, text: String) -> String {
    let coalition = &context.feed.coalition;
    match coalition.sample {
        true => format!("{} {text}", say!(context.words, "sample-strip", name = context.plain(&coalition.name))),
        false => text,
    }
}

/// A description with the length that dataset search takes.
fn description(context: &Context<'_>, text: String) -> String {
    let coalition = &context.feed.coalition;
    let name = context.plain(&coalition.name);
    let mut whole = told(context, text);
    if whole.chars().count() < *DESCRIPTION.start() {
        whole = format!("{whole} {name}: {}", context.plain(&coalition.plain_summary));
    }
    whole.chars().take(*DESCRIPTION.end()).collect()
}

fn dataset(context: &Context<'_>, history: Option<&History>, indicator: &Indicator, model: &IndicatorPage) -> Value {
    let feed = context.feed;
    let here = Page::Indicator(indicator.id.to_string());
    let text = format!("{} {}", model.head.description, context.plain(&indicator.definition));
    let has_figures = feed.series_of(&indicator.id).is_some();
    let files = [
        (Form::Table, context.site.indicator_csv(indicator.id.as_str()), has_figures),
        (Form::Record, context.site.indicator_json(indicator.id.as_str()), true),
    ];
    let distribution: Vec<Value> = files
        .into_iter()
        .filter(|(.., there)| *there)
        .map(|(form, path, _)| {
            json!({
                "@type": "DataDownload",
                "encodingFormat": form.media_type(),
                "contentUrl": context.site.absolute(&path),
            })
        })
        .collect();
    let keywords: Vec<String> =
        indicator.goals.iter().filter_map(|id| feed.goal(id)).map(|goal| context.plain(&goal.title)).collect();
    said(json!({
        "@type": "Dataset",
        "@id": node(context, &here, "dataset"),
        "name": model.title.text,
        "description": description(context, text),
        "url": page(context, &here),
        "identifier": indicator.id.as_str(),
        "inLanguage": context.lang(),
        "license": license_of(context),
        "isAccessibleForFree": true,
        "keywords": keywords,
        "creator": {
            "@type": "Organization",
            "@id": node(context, &Page::Overview, COALITION),
            "name": context.plain(&feed.coalition.name),
            "url": page(context, &Page::Overview),
        },
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "@id": node(context, &Page::Overview, CATALOG),
            "name": say!(context.words, "catalog-title", name = context.plain(&feed.coalition.name)),
        },
        "temporalCoverage": temporal(context, indicator),
        "spatialCoverage": spatial(context, indicator),
        "variableMeasured": said(json!({
            "@type": "PropertyValue",
            "name": context.plain(&indicator.title),
            "description": context.plain(&indicator.definition),
            "unitText": context.unit(indicator),
            "unitCode": (indicator.unit.kind == UnitKind::Percent).then_some("P1"),
            "measurementTechnique": indicator.method.wire(),
        })),
        "dateModified": history.and_then(|history| changed_on(history, indicator.id.as_str())).map(|day| day.to_string()),
        "distribution": distribution,
    }))
}

/// First and last day of its figures, as ISO 8601 writes an interval.
pub(super) fn temporal(context: &Context<'_>, indicator: &Indicator) -> Option<String> {
    let lines = &context.feed.series_of(&indicator.id)?.lines;
    let days = || lines.iter().flat_map(|line| &line.points).map(|point| point.period.bounds());
    let first: NaiveDate = days().map(|(first, _)| first).min()?;
    let last: NaiveDate = days().map(|(_, last)| last).max()?;
    Some(format!("{first}/{last}"))
}

/// The coalition's area, and the places that its figures are broken down by.
fn spatial(context: &Context<'_>, indicator: &Indicator) -> Vec<Value> {
    let feed = context.feed;
    let lines = feed.series_of(&indicator.id).map_or(&[][..], |series| &series.lines);
    let mut ids = vec![&feed.coalition.geography];
    for id in lines.iter().filter_map(|line| line.scope.geography.as_ref()) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.into_iter()
        .filter_map(|id| feed.geography(id))
        .map(|place| json!({"@type": "Place", "name": context.plain(&place.name)}))
        .collect()
}

fn partner(context: &Context<'_>, partner: &Partner) -> Value {
    let here = Page::Partner(partner.id.to_string());
    let identifiers: Vec<Value> = partner
        .identifiers
        .iter()
        .map(|one| json!({"@type": "PropertyValue", "propertyID": one.scheme, "value": one.value}))
        .collect();
    let kind = match partner.kind {
        PartnerKind::PublicAgency | PartnerKind::TribalGovernment => "GovernmentOrganization",
        PartnerKind::Nonprofit => "NGO",
        PartnerKind::School => "EducationalOrganization",
        PartnerKind::University => "CollegeOrUniversity",
        PartnerKind::Media => "NewsMediaOrganization",
        PartnerKind::Health => "MedicalOrganization",
        _ => "Organization",
    };
    said(json!({
        "@type": kind,
        "@id": node(context, &here, PARTNER),
        "name": context.plain(&partner.name),
        "description": told(context, context.plain(&partner.plain_summary)),
        "url": partner.website.as_ref().filter(|link| link.leaves_site()).map(|link| link.as_str().to_owned()).or_else(|| page(context, &here)),
        "mainEntityOfPage": page(context, &here),
        "identifier": (!identifiers.is_empty()).then_some(identifiers),
        "memberOf": {
            "@type": "Organization",
            "@id": node(context, &Page::Overview, COALITION),
            "name": context.plain(&context.feed.coalition.name),
        },
    }))
}

fn event(context: &Context<'_>, event: &Event) -> Value {
    let languages: Vec<String> = event.languages.iter().map(|language| context.plain(language)).collect();
    let state = match event.status {
        EventStatus::Cancelled => "https://schema.org/EventCancelled",
        EventStatus::Confirmed | EventStatus::Tentative => "https://schema.org/EventScheduled",
    };
    let organizer = event.workgroup.as_ref().and_then(|id| context.feed.workgroup(id));
    let organizer =
        organizer.map_or_else(|| context.plain(&context.feed.coalition.name), |group| context.plain(&group.title));
    let about = told(context, event.plain_summary.as_ref().map(|text| context.plain(text)).unwrap_or_default());
    said(json!({
        "@type": "Event",
        "@id": context.site.absolute(&events::href(context, event)),
        "name": context.plain(&event.title),
        "description": Some(about.trim()).filter(|text| !text.is_empty()),
        "startDate": event.start.to_string(),
        "endDate": event.end.map(|end| end.to_string()),
        "eventStatus": state,
        "location": {
            "@type": "Place",
            "name": context.plain(&event.venue.text),
            "address": context.plain(&event.venue.text),
        },
        "organizer": {"@type": "Organization", "name": organizer},
        "inLanguage": (!languages.is_empty()).then_some(languages),
    }))
}
