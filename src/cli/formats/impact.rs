//! Goals, indicators and figures in the words of the Common Impact Data Standard 3, basic tier (JSON-LD).
//!
//! The form is that of the standard's own tools: a list of objects, each with its context, each named by an address.
//! Goals are outcomes, themes are themes, and each value for everybody is an indicator report. Groups, targets and
//! baselines belong to higher tiers and are left out; texts stand in the default language, as the form has one.

use serde::Serializer as _;
use serde::ser::SerializeSeq as _;
use serde_json::{Value, json};

use super::address::{name, said};
use crate::feed::records::{Goal, Indicator};
use crate::feed::series::{Observation, Status};
use crate::measure::change::is_measured;
use crate::present::Context;
use crate::present::row::main_line;
use crate::routes::{Page, encode_strictly};
use crate::words::say;

const CONTEXT: &str = "https://ontology.commonapproach.org/contexts/cidsContext.jsonld";

/// Organisations, themes, outcomes, indicators and their reports. Written one by one: a report takes far more room than
/// the figure that it is of, and a feed can have millions.
///
/// # Errors
/// None that a list of objects can have.
pub(super) fn impact(context: &Context<'_>) -> Result<Vec<u8>, serde_json::Error> {
    let feed = context.feed;
    let mut bytes = Vec::new();
    let mut writer = serde_json::Serializer::pretty(&mut bytes);
    let mut out = writer.serialize_seq(None)?;
    out.serialize_element(&coalition(context))?;
    for partner in &feed.partners {
        let page = Page::Partner(partner.id.to_string());
        out.serialize_element(&object(
            "cids:Organization",
            id(context, &page),
            json!({
                "org:hasLegalName": context.plain(&partner.name),
                "hasDescription": context.plain(&partner.plain_summary),
            }),
        ))?;
    }
    let mut themes: Vec<String> = Vec::new();
    for theme in feed.goals.iter().filter_map(|goal| goal.theme.as_ref()).map(|theme| context.plain(theme)) {
        if !themes.contains(&theme) {
            out.serialize_element(&object("cids:Theme", theme_id(context, &theme), json!({"org:hasName": theme})))?;
            themes.push(theme);
        }
    }
    for goal in &feed.goals {
        out.serialize_element(&outcome(context, goal))?;
    }
    for indicator in &feed.indicators {
        let reports = reports(context, indicator);
        out.serialize_element(&self::indicator(context, indicator, &reports))?;
        reports.iter().try_for_each(|report| out.serialize_element(report))?;
    }
    out.end()?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn object(kind: &str, id: String, fields: Value) -> Value {
    let mut out = json!({"@context": CONTEXT, "@type": kind, "@id": id});
    if let (Value::Object(out), Value::Object(fields)) = (&mut out, fields) {
        out.extend(fields);
    }
    said(out)
}

fn id(context: &Context<'_>, page: &Page) -> String {
    name(context, &context.href(page))
}

fn theme_id(context: &Context<'_>, theme: &str) -> String {
    format!("{}#theme-{}", id(context, &Page::Overview), encode_strictly(theme))
}

fn coalition_id(context: &Context<'_>) -> String {
    format!("{}#coalition", id(context, &Page::Overview))
}

fn outcome_id(context: &Context<'_>, goal: &str) -> String {
    id(context, &Page::Goal(goal.to_owned()))
}

fn indicator_id(context: &Context<'_>, indicator: &Indicator) -> String {
    id(context, &Page::Indicator(indicator.id.to_string()))
}

fn coalition(context: &Context<'_>) -> Value {
    let (feed, coalition) = (context.feed, &context.feed.coalition);
    let name = context.plain(&coalition.name);
    let about = context.plain(&coalition.plain_summary);
    let about = match coalition.sample {
        true => format!("{} {about}", say!(context.words, "sample-strip", name = name.clone())),
        false => about,
    };
    object(
        "cids:Organization",
        coalition_id(context),
        json!({
            "org:hasLegalName": name,
            "hasDescription": about,
            "hasOutcome": feed.goals.iter().map(|goal| outcome_id(context, goal.id.as_str())).collect::<Vec<_>>(),
            "hasIndicator": feed.indicators.iter().map(|one| indicator_id(context, one)).collect::<Vec<_>>(),
        }),
    )
}

fn outcome(context: &Context<'_>, goal: &Goal) -> Value {
    let indicators: Vec<String> = context.feed.indicators_of(&goal.id).map(|one| indicator_id(context, one)).collect();
    object(
        "cids:Outcome",
        outcome_id(context, goal.id.as_str()),
        json!({
            "org:hasName": context.plain(&goal.title),
            "hasDescription": context.plain(&goal.plain_summary),
            "forTheme": goal.theme.iter().map(|theme| theme_id(context, &context.plain(theme))).collect::<Vec<_>>(),
            "forOrganization": coalition_id(context),
            "hasIndicator": indicators,
        }),
    )
}

fn indicator(context: &Context<'_>, indicator: &Indicator, reports: &[Value]) -> Value {
    let outcomes: Vec<String> = indicator.goals.iter().map(|goal| outcome_id(context, goal.as_str())).collect();
    let reports: Vec<&Value> = reports.iter().filter_map(|report| report.get("@id")).collect();
    object(
        "cids:Indicator",
        indicator_id(context, indicator),
        json!({
            "org:hasName": context.plain(&indicator.title),
            "hasDescription": context.plain(&indicator.definition),
            "i72:unit_of_measure": context.unit(indicator),
            "forOrganization": coalition_id(context),
            "forOutcome": outcomes,
            "hasIndicatorReport": reports,
        }),
    )
}

/// A report for each value of the line that speaks for the indicator. What is withheld or not measured has none.
fn reports(context: &Context<'_>, indicator: &Indicator) -> Vec<Value> {
    // A report is of everybody: a group that stands in for them has none.
    let everybody = main_line(context, &indicator.id).filter(|line| line.scope.is_total());
    let points = everybody.map(|line| line.points.as_slice()).unwrap_or_default();
    points.iter().filter(|point| is_measured(point)).filter_map(|point| report(context, indicator, point)).collect()
}

fn report(context: &Context<'_>, indicator: &Indicator, point: &Observation) -> Option<Value> {
    let value = point.value?;
    let (first, last) = point.period.bounds();
    let title = context.plain(&indicator.title);
    let synthetic = context.feed.coalition.sample || point.status.has(Status::Synthetic);
    let comment: Vec<String> = [
        synthetic.then(|| say!(context.words, "data-sample")),
        Some(point.status.written()).filter(|status| !status.is_empty()),
        point.note.clone(),
    ]
    .into_iter()
    .flatten()
    .collect();
    let id = format!("{}#{}", indicator_id(context, indicator), point.period);
    Some(object(
        "cids:IndicatorReport",
        id,
        json!({
            "org:hasName": say!(context.words, "cids-report", title = title, period = context.words.period(point.period)),
            "hasComment": (!comment.is_empty()).then(|| comment.join(" · ")),
            "i72:value": {"@type": "i72:Measure", "i72:hasNumericalValue": value.to_string()},
            "i72:unit_of_measure": context.unit(indicator),
            "prov:startedAtTime": format!("{first}T00:00:00Z"),
            "prov:endedAtTime": format!("{last}T23:59:59Z"),
            "forIndicator": indicator_id(context, indicator),
        }),
    ))
}
