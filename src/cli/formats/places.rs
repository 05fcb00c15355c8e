//! Places for maps (GeoJSON, RFC 7946): the places of the feed, and the points at which something happens.
//!
//! A feed draws no borders. Its places stand here without a shape, which the form allows, with their codes in registers,
//! by which a map of borders can be joined to them. Houses, parks and corners have points where the feed has them.

use serde_json::{Value, json};

use super::address::{absolute, languages, said};
use super::license;
use crate::feed::records::Geography;
use crate::feed::records::budget::Point;
use crate::present::Context;
use crate::present::record::href;
use crate::routes::Page;
use crate::words::say;

/// All places and points.
pub(super) fn places(context: &Context<'_>) -> Value {
    let feed = context.feed;
    let coalition = &feed.coalition;
    let name = context.plain(&coalition.name);
    let mut features: Vec<Value> = feed.geographies.iter().map(|place| area(context, place)).collect();
    for activity in &feed.activities {
        for (n, location) in activity.locations.iter().enumerate() {
            let properties = json!({
                "kind": "activity_location",
                "activity": activity.id.as_str(),
                "name": languages(context, &location.text),
                "page": href(context, activity.id.as_str()).and_then(|path| absolute(context, &path)),
            });
            features.push(feature(&format!("{}/{}", activity.id, n + 1), location.point.as_ref(), properties));
        }
    }
    for proposal in &feed.budget_proposals {
        let Some(point) = &proposal.location else { continue };
        let properties = json!({
            "kind": "budget_proposal",
            "budget_cycle": proposal.cycle.as_str(),
            "name": languages(context, &proposal.title),
            "page": href(context, proposal.id.as_str()).and_then(|path| absolute(context, &path)),
        });
        features.push(feature(proposal.id.as_str(), Some(point), properties));
    }
    said(json!({
        "type": "FeatureCollection",
        "name": format!("{}-places", coalition.id.as_str()),
        "sample": coalition.sample,
        "note": coalition.sample.then(|| say!(context.words, "sample-strip", name = name)),
        "license": coalition.license,
        "license_url": license::address(&coalition.license),
        "features": features,
    }))
}

fn area(context: &Context<'_>, place: &Geography) -> Value {
    let population = place.population.as_ref();
    let properties = json!({
        "kind": place.kind.wire(),
        "name": languages(context, &place.name),
        "parent": place.parent.as_ref().map(|id| id.as_str()),
        "code": place.code.as_ref().map(|code| json!({"scheme": code.scheme, "value": code.value})),
        "population": population.map(|count| count.value),
        "population_year": population.map(|count| count.year.to_string()),
        "page": absolute(context, &context.href(&Page::Place(place.id.to_string()))),
    });
    feature(place.id.as_str(), None, properties)
}

/// A feature at a point, or without a shape. Longitude comes first.
fn feature(id: &str, point: Option<&Point>, properties: Value) -> Value {
    let geometry = point.map(|point| json!({"type": "Point", "coordinates": [point.longitude, point.latitude]}));
    json!({"type": "Feature", "id": id, "geometry": geometry, "properties": said(properties)})
}
