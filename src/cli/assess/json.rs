//! The assessments as one JSON object: for each row the columns of the table, then what they were made from.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::Found;
use crate::feed::Feed;
use crate::feed::records::Indicator;
use crate::feed::series::Scope;
use crate::measure::Assessment;
use crate::measure::aim::Scale;
use crate::measure::assess::{Comparison, DimensionGap, Point};
use crate::measure::gap::Extremes;
use crate::measure::growth::{Cannot, Growth};
use crate::measure::numbers::{Spot, Way, Z_ONE_SIDED};
use crate::measure::pace::Pace;
use crate::measure::status::Judgement;
use crate::measure::tally::Tally;
use crate::measure::trend::{Test, Trend};
use crate::measure::{gap, growth, pace, status};

/// Version of the JSON report. A new first number means that a program has to look again.
const REPORT_VERSION: &str = "1.0";

pub(super) fn report(feed: &Feed, found: &[Found<'_>], tallies: &[Tally], today: NaiveDate) -> Value {
    let rows: Vec<Value> = found.iter().flat_map(rows).collect();
    json!({
        "version": REPORT_VERSION,
        "tool": concat!("commonweal ", env!("CARGO_PKG_VERSION")),
        "as_of": today.to_string(),
        "coalition": feed.coalition.id.as_str(),
        "thresholds": {
            "z_one_sided": Z_ONE_SIDED,
            "percent": status::TEN_PERCENT,
            "pace_ratio": pace::THRESHOLDS,
            "gap_share": gap::TEN_PERCENT,
            "gap_interval_level": gap::INTERVAL_LEVEL,
            "growth_ratio": growth::THRESHOLDS,
            "growth_percent_without_target": growth::THRESHOLDS_WITHOUT_TARGET,
        },
        "tally": tallies.iter().map(counted).collect::<Vec<_>>(),
        "rows": rows,
    })
}

/// What is said of one indicator.
pub(super) fn rows(found: &Found<'_>) -> Vec<Value> {
    let gaps = found.gaps.iter().map(|gap| between(found.indicator, gap));
    found.parts.iter().map(part).chain(gaps).collect()
}

fn part(found: &Assessment<'_>) -> Value {
    let judgement = found.status.judgement();
    json!({
        "indicator": found.indicator.id.to_string(),
        "scope": scope(&found.scope),
        "status": found.status.label().code(),
        "basis": judgement.map(|judgement| judgement.basis.code()),
        "ptca": judgement.and_then(|judgement| judgement.ptca),
        "pct_change": found.percent_change(),
        "pace_ratio": found.pace.ratio,
        "pace_label": found.pace.label.code(),
        "needed_per_year": found.pace.needed_per_year,
        "recent_per_year": found.pace.recent.map(|slope| slope.per_year),
        "projected_year": found.pace.projected_year(),
        "trend": trend(&found.trend, found.trend_towards),
        "gap": Value::Null,
        "freshness": found.freshness.map(|fresh| json!({
            "as_of": fresh.as_of.to_string(),
            "due": fresh.due.map(|due| due.to_string()),
            "state": fresh.state.code(),
        })),
        "reason": found.status.reason().map(|reason| reason.code()),
        "level": found.indicator.level.wire(),
        "provisional": found.is_provisional(),
        "override": found.given.map(|given| json!({
            "status": given.status.wire(),
            "reason": &given.reason,
            "by": given.by.to_string(),
            "on": given.on.to_string(),
        })),
        "judgement": judgement.map(judged),
        "pace": pace_inputs(&found.pace),
        "interim": found.interim.map(|step| json!({
            "by": step.by.to_string(),
            "value": step.value,
            "pace_label": step.pace.label.code(),
            "pace": pace_inputs(&step.pace),
        })),
        "comparisons": found.comparisons.iter().map(comparison).collect::<Vec<_>>(),
        "inputs": {
            "unit": found.indicator.unit.kind.wire(),
            "direction": found.indicator.direction.wire(),
            "scale": scale(found.aim.scale),
            "goal": found.aim.goal,
            "tolerance": found.aim.tolerance,
            "min_change": found.indicator.min_change,
            "target": found.target.map(|target| json!({"value": target.value, "by": target.by.to_string()})),
            "baseline": found.baseline.map(point),
            "latest": found.latest.map(point),
            "points": found.window.iter().copied().map(point).collect::<Vec<_>>(),
        },
    })
}

/// A row for the gap of a dimension; everything else is null in it.
fn between(indicator: &Indicator, gap: &DimensionGap<'_>) -> Value {
    let mut row: Map<String, Value> = super::COLUMNS.iter().map(|column| ((*column).to_owned(), Value::Null)).collect();
    row.insert("indicator".into(), indicator.id.to_string().into());
    row.insert("scope".into(), json!({"dimension": gap.dimension.id.to_string()}));
    row.insert("level".into(), indicator.level.wire().into());
    let groups = |which: fn(&crate::measure::assess::GroupGap<'_>) -> bool| -> Vec<&str> {
        gap.groups.iter().filter(|group| which(group)).map(|group| group.group.as_str()).collect()
    };
    let now = groups(|group| group.now.is_some());
    let both = groups(|group| group.now.is_some() && group.then.is_some());
    let change = gap.change.map(|change| {
        json!({
            "then": extremes(change.then, &both),
            "now": extremes(change.now, &both),
            "basis": change.basis.code(),
            "threshold": change.threshold,
            "ratio_label": change.ratio_label.map(|label| label.code()),
            "levelling_down": change.levelling_down,
        })
    });
    let values = gap.groups.iter().map(
        |group| json!({"group": group.group.as_str(), "then": group.then.map(point), "now": group.now.map(point)}),
    );
    let found = json!({
        "label": gap.label.code(),
        "reason": gap.why.map(|why| why.code()),
        "period": gap.now.map(|(period, _)| period.to_string()),
        "now": gap.now.map(|(_, found)| extremes(found, &now)),
        "change": change,
        "groups": values.collect::<Vec<_>>(),
    });
    row.insert("gap".into(), found);
    Value::Object(row)
}

fn extremes(found: Extremes, groups: &[&str]) -> Value {
    json!({
        "highest": groups.get(found.highest),
        "lowest": groups.get(found.lowest),
        "difference": found.difference,
        "ratio": found.ratio,
        "se": found.se,
    })
}

/// Empty for everybody.
fn scope(scope: &Scope) -> Value {
    let mut found = Map::new();
    if !scope.groups.is_empty() {
        found.insert("dimension".into(), scope.dimension().into());
        found.insert("group".into(), scope.group().into());
    }
    if let Some(place) = &scope.geography {
        found.insert("geography".into(), place.to_string().into());
    }
    Value::Object(found)
}

fn scale(scale: Scale) -> Value {
    match scale {
        Scale::Value => json!({"kind": "value"}),
        Scale::Distance { lo, hi } => json!({"kind": "distance", "lo": lo, "hi": hi}),
    }
}

fn point(point: Point) -> Value {
    json!({
        "period": point.period.to_string(),
        "time": point.time,
        "value": point.value,
        "judged": point.judged,
        "se": point.se,
        "status": point.status.written(),
    })
}

fn judged(judgement: &Judgement) -> Value {
    let (figure, value, threshold) = match judgement.compared {
        Some((figure, value, threshold)) => (Some(figure.code()), Some(value), Some(threshold)),
        None => (None, None, None),
    };
    json!({
        "by": if judgement.change.goal.is_some() { "target" } else { "direction" },
        "way": judgement.change.way.code(),
        "figure": figure,
        "value": value,
        "threshold": threshold,
        "z": judgement.z,
        "met_at_baseline": judgement.met_at_baseline,
        "independent": judgement.change.independent,
    })
}

fn spot(spot: Spot) -> Value {
    json!({"time": spot.time, "value": spot.value})
}

fn pace_inputs(pace: &Pace) -> Value {
    json!({
        "reason": pace.why.map(|why| why.code()),
        "model": pace.model.wire(),
        "slope": pace.recent.map(|slope| json!({
            "per_year": slope.per_year,
            "method": slope.method.code(),
            "points": slope.points,
        })),
        "ratio": pace.ratio,
        "planned_per_year": pace.planned_per_year,
        "needed_per_year": pace.needed_per_year,
        "projected": pace.projected,
        "start": pace.start.map(spot),
        "end": pace.end.map(spot),
        "goal": pace.goal.map(spot),
    })
}

fn trend(trend: &Trend, towards: Option<bool>) -> Value {
    let test = trend.test.map(|test| match test {
        Test::Exact { critical } => json!({"kind": "exact", "critical": critical}),
        Test::Normal { z } => json!({"kind": "normal", "z": z, "critical": Z_ONE_SIDED}),
    });
    json!({
        "label": trend.label.code(),
        "direction": trend.direction.map(Way::code),
        "periods": trend.run,
        "significant": test.is_some().then(|| trend.is_towards(Way::Up).is_some()),
        "towards_goal": towards,
        "points": trend.points,
        "s": trend.test.map(|_| trend.s),
        "test": test,
    })
}

fn comparison(found: &Comparison) -> Value {
    let answer = match found {
        Comparison::Growth(Ok(growth)) => by_growth(growth),
        Comparison::PercentOfTarget(Ok(share)) => json!({"percent": share}),
        Comparison::Growth(Err(why)) | Comparison::PercentOfTarget(Err(why)) => json!({"reason": why.code()}),
    };
    json!({"method": found.method().wire(), "answer": answer})
}

fn by_growth(growth: &Growth) -> Value {
    let code = |why: Cannot| why.code();
    json!({
        "label": growth.label.ok().map(|label| label.code()),
        "reason": growth.label.err().map(code),
        "ratio": growth.ratio.ok(),
        "ratio_reason": growth.ratio.err().map(code),
        "observed_percent": growth.observed.ok(),
        "required_percent": growth.required.ok(),
        "limit": growth.terms.limit,
        "limit_factor": growth.factor,
        "years": growth.terms.years,
        "goal_years": growth.terms.goal.map(|(_, years)| years),
    })
}

fn counted(tally: &Tally) -> Value {
    let object = |counts: Vec<(&'static str, usize)>| -> Map<String, Value> {
        counts.into_iter().map(|(label, count)| (label.to_owned(), count.into())).collect()
    };
    json!({
        "level": tally.level.wire(),
        "total": tally.total,
        "judged": tally.judged,
        "context": tally.context,
        "missing": tally.missing,
        "statuses": object(tally.statuses.iter().map(|(label, count)| (label.code(), *count)).collect()),
        "reasons": object(tally.reasons.iter().map(|(reason, count)| (reason.code(), *count)).collect()),
        "paces": object(tally.paces.iter().map(|(label, count)| (label.code(), *count)).collect()),
        "overridden": tally.overridden,
    })
}
