//! An indicator with everything that is known of it: what it counts, its targets, how it stands in codes and in words,
//! and every observation. Texts stand in every language they are written in.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::address::{absolute, languages, said};
use super::{Material, license, unwritable};
use crate::cli::assess;
use crate::feed::records::Indicator;
use crate::feed::series::{Line, Observation};
use crate::feed::{Feed, write};
use crate::present::Context;
use crate::present::row::main_line;
use crate::routes::Page;

/// Version of the file. A new first number means that a program has to look again.
const VERSION: &str = "1.0";

/// Fields of an indicator, at whatever depth, that hold texts. A test holds this against the schema.
const TEXTS: [&str; 11] =
    ["title", "plain_summary", "definition", "phrase", "per", "name", "caveats", "how", "reason", "assumption", "note"];

/// The file of an indicator.
///
/// # Errors
/// A sentence if the record cannot be written as JSON, which no record type allows.
pub(super) fn record(material: &Material<'_>, indicator: &Indicator) -> Result<Value, String> {
    let context = material.context(None)?;
    let (feed, today) = (context.feed, context.today);
    let coalition = &feed.coalition;
    let mut record = serde_json::to_value(indicator).map_err(unwritable)?;
    texts_by_language(&mut record, coalition.default_locale.as_str());
    let sources: Vec<Value> = indicator
        .source
        .iter()
        .filter_map(|id| feed.source(id))
        .map(|source| {
            said(json!({
                "id": source.id.as_str(),
                "title": languages(context, &source.title),
                "publisher": languages(context, &source.publisher),
                "url": source.url.as_ref().map(|url| url.as_str()),
                "license": source.license.as_ref().map(|text| languages(context, text)),
                "limitations": languages(context, &source.limitations),
            }))
        })
        .collect();
    let page = |context: &Context<'_>| absolute(context, &context.href(&Page::Indicator(indicator.id.to_string())));
    let pages: Map<String, Value> = material
        .contexts
        .iter()
        .filter_map(|context| Some((context.lang().to_owned(), page(context)?.into())))
        .collect();
    let table = feed.series_of(&indicator.id).map(|_| context.site.indicator_csv(indicator.id.as_str()));
    let vintages =
        feed.figures_changed_on(indicator.id.as_str()).map(|_| context.site.indicator_vintages(indicator.id.as_str()));
    let words: Map<String, Value> =
        material.contexts.iter().map(|context| (context.lang().to_owned(), in_words(context, indicator))).collect();
    let mut out = said(json!({
        "version": VERSION,
        "sample": coalition.sample,
        "as_of": today.to_string(),
        "coalition": {"id": coalition.id.as_str(), "name": languages(context, &coalition.name)},
        "license": said(json!({"name": coalition.license, "url": license::address(&coalition.license)})),
        "addresses": said(json!({
            "pages": pages,
            "csv": table.and_then(|path| absolute(context, &path)),
            "vintages": vintages.and_then(|path| absolute(context, &path)),
            "feed": absolute(context, &context.site.feed()),
        })),
        "indicator": record,
        "steward": feed.partner(&indicator.steward).map(|partner| languages(context, &partner.name)),
        "goals": indicator.goals.iter().filter_map(|id| feed.goal(id)).map(|goal| {
            json!({"id": goal.id.as_str(), "title": languages(context, &goal.title)})
        }).collect::<Vec<_>>(),
        "sources": sources,
        "baseline": baseline(context, indicator),
        "assessment": {"rows": assess::rows(feed, indicator, today), "words": words},
        "places": places(context, indicator),
        "groups": groups(context, indicator),
        "observations": observations(feed, indicator),
    }));
    write::plain_numbers(&mut out);
    Ok(out)
}

/// Makes every text an object with one text for each language.
fn texts_by_language(value: &mut Value, default: &str) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                if TEXTS.contains(&name.as_str()) {
                    by_language(field, default);
                }
                texts_by_language(field, default);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| texts_by_language(item, default)),
        _ => {}
    }
}

fn by_language(text: &mut Value, default: &str) {
    match text {
        Value::String(plain) => {
            *text = Value::Object(Map::from_iter([(default.to_owned(), Value::from(std::mem::take(plain)))]));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| by_language(item, default)),
        _ => {}
    }
}

/// What the page says of it.
fn in_words(context: &Context<'_>, indicator: &Indicator) -> Value {
    let verdict = context.verdict(&context.assessed(indicator));
    let facts: Vec<Value> = context
        .standing_facts(indicator)
        .into_iter()
        .map(|fact| json!({"question": fact.question, "answer": fact.verdict, "says": fact.says, "rule": fact.rule}))
        .collect();
    json!({
        "headline": context.headline(indicator, main_line(context, &indicator.id)).text,
        "verdict": verdict.word,
        "code": verdict.code,
        "facts": facts,
    })
}

/// The value of the whole at the baseline's period.
fn baseline(context: &Context<'_>, indicator: &Indicator) -> Option<Value> {
    let period = indicator.baseline.as_ref()?.period;
    let points = context.feed.series_of(&indicator.id)?.total().map(|line| line.points.as_slice()).unwrap_or_default();
    let point = points.iter().find(|point| point.period == period)?;
    Some(json!({"period": period.to_string(), "value": point.value, "status": statuses(point)}))
}

fn lines<'f>(feed: &'f Feed, indicator: &Indicator) -> &'f [Line] {
    feed.series_of(&indicator.id).map_or(&[], |series| &series.lines)
}

/// The names of the places that its lines name.
fn places(context: &Context<'_>, indicator: &Indicator) -> Value {
    let mut named = Map::new();
    for id in lines(context.feed, indicator).iter().filter_map(|line| line.scope.geography.as_ref()) {
        if let Some(place) = context.feed.geography(id) {
            named.insert(id.to_string(), languages(context, &place.name));
        }
    }
    Value::Object(named)
}

/// The names of the dimensions and groups that its lines name.
fn groups(context: &Context<'_>, indicator: &Indicator) -> Value {
    let mut named = Map::new();
    for (dimension, _) in lines(context.feed, indicator).iter().flat_map(|line| &line.scope.groups) {
        let Some(known) = context.feed.dimension(dimension).filter(|_| !named.contains_key(dimension.as_str())) else {
            continue;
        };
        let groups: Map<String, Value> =
            known.groups.iter().map(|group| (group.id.as_str().to_owned(), languages(context, &group.label))).collect();
        named.insert(dimension.to_string(), json!({"label": languages(context, &known.label), "groups": groups}));
    }
    Value::Object(named)
}

/// Every observation. One that is withheld has its reason, and no value.
fn observations(feed: &Feed, indicator: &Indicator) -> Vec<Value> {
    let of_line = |line: &Line| -> Vec<Value> {
        let whole = said(json!({
            "place": line.scope.geography.as_ref().map(ToString::to_string),
            "dimension": Some(line.scope.dimension()).filter(|text| !text.is_empty()),
            "group": Some(line.scope.group()).filter(|text| !text.is_empty()),
        }));
        let point = |point: &Observation| {
            let (first, last): (NaiveDate, NaiveDate) = point.period.bounds();
            let mut fields = Map::new();
            fields.insert("period".into(), point.period.to_string().into());
            fields.insert("from".into(), first.to_string().into());
            fields.insert("to".into(), last.to_string().into());
            fields.extend(whole.as_object().cloned().unwrap_or_default());
            // Null is said: it is a statement, with its reason in the status.
            fields.insert("value".into(), point.value.into());
            let more = [
                ("lower", point.lower),
                ("upper", point.upper),
                ("standard_error", point.se),
                ("numerator", point.numerator),
                ("denominator", point.denominator),
            ];
            fields.extend(more.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.into()))));
            fields.insert("status".into(), statuses(point).into());
            fields.extend(point.note.clone().map(|note| ("note".to_owned(), note.into())));
            if let Some((was, on)) = point.revision() {
                fields.insert("value_before".into(), was.into());
                fields.insert("revised_on".into(), on.to_string().into());
            }
            Value::Object(fields)
        };
        line.points.iter().map(point).collect()
    };
    lines(feed, indicator).iter().flat_map(of_line).collect()
}

fn statuses(point: &Observation) -> Vec<&'static str> {
    point.status.iter().map(|status| status.wire()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Names of the fields below a definition of the schema that hold texts, or lists of texts.
    fn texts(schema: &Value, of: &str, found: &mut BTreeSet<String>) {
        let fields = schema["$defs"][of]["properties"].as_object().cloned().unwrap_or_default();
        for (name, field) in fields {
            let written = field.to_string();
            if written.contains("\"#/$defs/Text\"") {
                found.insert(name);
            }
            for part in written.split("#/$defs/").skip(1) {
                let next = part.split('"').next().unwrap();
                if next != "Text" && next != of {
                    texts(schema, next, found);
                }
            }
        }
    }

    #[test]
    fn every_text_of_an_indicator_is_known() {
        let schema = serde_json::to_value(crate::feed::schema::schema()).unwrap();
        let mut found = BTreeSet::new();
        texts(&schema, "Indicator", &mut found);
        assert!(found.len() > 5, "{found:?}");
        let unknown: Vec<_> = found.iter().filter(|name| !TEXTS.contains(&name.as_str())).collect();
        assert!(unknown.is_empty(), "{unknown:?} hold texts");
    }

    #[test]
    fn texts_become_maps() {
        let mut value = json!({"title": "A", "unit": {"name": {"en": "B"}}, "caveats": ["C"], "id": "D"});
        texts_by_language(&mut value, "en");
        let expected =
            json!({"title": {"en": "A"}, "unit": {"name": {"en": "B"}}, "caveats": [{"en": "C"}], "id": "D"});
        assert_eq!(value, expected);
    }
}
