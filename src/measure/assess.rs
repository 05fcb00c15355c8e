//! From a feed to an assessment: which figures are compared, with which target, and what stands in the way.

use chrono::NaiveDate;

use super::aim::{Aim, time_of};
use super::change::standing;
use super::freshness::{Freshness, freshness};
use super::growth::{Cannot, Growth};
use super::numbers::{Sample, Spot};
use super::pace::{NoPace, Pace, PaceLabel, pace};
use super::status::{Change, Judgement, Reason, StatusLabel, judge, percent_change};
use super::trend::{Trend, trend};
use crate::feed::Feed;
use crate::feed::date::Date;
use crate::feed::due::next_end;
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::records::coalition::ComparisonMethod;
use crate::feed::records::indicator::{AssessmentOverride, PaceModel, Step, Target, UnitKind};
use crate::feed::series::{Observation, Scope, Status as Mark, StatusSet};

mod figures;
mod groups;
mod others;

pub use groups::{DimensionGap, GroupGap, gap, gaps};

use figures::{delivered, measures, obstacle, overlap, point, window};
use others::comparisons;

/// Everything that is said of one indicator, for everybody or for one group or place. Plain data: what was compared,
/// how, and what came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment<'f> {
    pub indicator: &'f Indicator,
    pub scope: Scope,
    pub target: Option<&'f Target>,
    pub aim: Aim,
    /// The value of the baseline period.
    pub baseline: Option<Point>,
    /// The last measured value.
    pub latest: Option<Point>,
    pub status: Status,
    /// What the coalition says of it where it disagrees; for everybody only. The computed status stands beside it.
    pub given: Option<&'f AssessmentOverride>,
    /// The pace to the target's date.
    pub pace: Pace,
    /// The pace to the next step on the way.
    pub interim: Option<Interim>,
    /// Of the values as the series has them.
    pub trend: Trend,
    /// Whether the trend goes the wanted way; `None` without a clear trend, or where neither way is better. Where a
    /// distance is judged, this is the trend of the distance.
    pub trend_towards: Option<bool>,
    /// The points that rates and trend were read from, from the baseline or the last break on.
    pub window: Vec<Point>,
    /// `None` while there is no figure.
    pub freshness: Option<Freshness>,
    /// Methods of others that the coalition has chosen to compare with.
    pub comparisons: Vec<Comparison>,
}

impl Assessment<'_> {
    /// Whether one of the two compared values may still change.
    pub fn is_provisional(&self) -> bool {
        [self.baseline, self.latest].into_iter().flatten().any(|point| point.status.has(Mark::Provisional))
    }

    /// Percent change from the baseline, with its sign, on the scale that is judged; also where it is not judged.
    pub fn percent_change(&self) -> Option<f64> {
        match &self.status {
            Status::Judged(judgement) => judgement.percent,
            Status::ContextOnly { percent } => *percent,
            Status::Developmental | Status::NoData | Status::NotAssessable(_) | Status::BaselineOnly => None,
        }
    }
}

/// A value that takes part in an assessment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub period: Period,
    /// The middle of the period in decimal years.
    pub time: f64,
    /// As the series has it.
    pub value: f64,
    /// On the scale that is judged: the value itself, or its distance from the wanted band.
    pub judged: f64,
    pub se: Option<f64>,
    pub status: StatusSet,
}

/// Status since the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Status {
    Developmental,
    NoData,
    NotAssessable(Reason),
    BaselineOnly,
    /// Neither direction is better; the percent change from the baseline, where there is one.
    ContextOnly {
        percent: Option<f64>,
    },
    Judged(Judgement),
}

impl Status {
    /// What is said of it, without its figures.
    pub fn label(&self) -> StatusLabel {
        match self {
            Self::Developmental => StatusLabel::Developmental,
            Self::NoData => StatusLabel::NoData,
            Self::NotAssessable(_) => StatusLabel::NotAssessable,
            Self::BaselineOnly => StatusLabel::BaselineOnly,
            Self::ContextOnly { .. } => StatusLabel::ContextOnly,
            Self::Judged(judgement) => judgement.label,
        }
    }

    /// Why it could not be assessed.
    pub fn reason(&self) -> Option<Reason> {
        match self {
            Self::NotAssessable(reason) => Some(*reason),
            Self::Developmental | Self::NoData | Self::BaselineOnly | Self::ContextOnly { .. } | Self::Judged(_) => {
                None
            }
        }
    }

    /// The sum behind it, where it was judged.
    pub fn judgement(&self) -> Option<&Judgement> {
        match self {
            Self::Judged(judgement) => Some(judgement),
            Self::Developmental
            | Self::NoData
            | Self::NotAssessable(_)
            | Self::BaselineOnly
            | Self::ContextOnly { .. } => None,
        }
    }
}

/// A step on the way to a target, and the pace to it. It is measured from the baseline like the pace to the target, so
/// that both are the same sum with another end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interim {
    pub by: Date,
    /// As the feed has it.
    pub value: f64,
    pub pace: Pace,
}

/// What another method says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Comparison {
    /// `Err` where the values cannot be compared at all.
    Growth(Result<Growth, Cannot>),
    PercentOfTarget(Result<f64, Cannot>),
}

impl Comparison {
    /// Which method it is.
    pub fn method(&self) -> ComparisonMethod {
        match self {
            Self::Growth(_) => ComparisonMethod::GrowthRate,
            Self::PercentOfTarget(_) => ComparisonMethod::PercentOfTarget,
        }
    }
}

/// The scopes that are assessed on their own: everybody, and every group or place that has a target.
pub fn scopes(indicator: &Indicator) -> Vec<Scope> {
    let mut scopes = vec![Scope::default()];
    for scope in indicator.targets.iter().map(scope_of) {
        if !scopes.contains(&scope) {
            scopes.push(scope);
        }
    }
    scopes
}

/// Whom a target is for.
pub fn scope_of(target: &Target) -> Scope {
    let Some(scope) = &target.scope else { return Scope::default() };
    let groups = scope.dimension.clone().zip(scope.group.clone()).into_iter().collect();
    Scope { groups, geography: scope.geography.clone() }
}

/// The target that holds for a scope: the next one that is not yet over, else the last one.
pub fn target_for<'f>(indicator: &'f Indicator, scope: &Scope, today: NaiveDate) -> Option<&'f Target> {
    let own = || indicator.targets.iter().filter(|target| scope_of(target) == *scope);
    let ahead = own().filter(|target| target.by.last() >= today).min_by_key(|target| target.by.last());
    ahead.or_else(|| own().max_by_key(|target| target.by.last()))
}

/// Assesses an indicator for a scope on a day.
pub fn assess<'f>(feed: &'f Feed, indicator: &'f Indicator, scope: &Scope, today: NaiveDate) -> Assessment<'f> {
    let series = feed.series_of(&indicator.id);
    let line = series.and_then(|series| series.lines.iter().find(|line| line.scope == *scope));
    let target = target_for(indicator, scope, today);
    let standing = line.map(|line| standing(line, indicator)).unwrap_or_default();
    let aim = Aim::of(indicator, target, standing.baseline.and_then(|baseline| baseline.value));
    let point = |observation: &Observation| point(observation, indicator, aim);
    let (baseline, latest) = (standing.baseline.and_then(point), standing.latest.and_then(point));
    let window: Vec<Point> =
        line.map(|line| window(line, &standing)).unwrap_or_default().into_iter().filter_map(point).collect();
    let elsewhere = scope.is_total() && series.is_some_and(|series| series.lines.iter().any(measures));
    let status = match obstacle(indicator, line, &standing, elsewhere, today) {
        Some(status) => status,
        None => judged(indicator, aim, baseline, latest),
    };
    let ways = Ways { indicator, aim, status: &status, window: &window, today };
    let overlapping = window.windows(2).any(|pair| overlap(pair[0].period, pair[1].period));
    let trend_of = |value: fn(&Point) -> f64| trend(&window.iter().map(value).collect::<Vec<_>>(), overlapping);
    let step = target.and_then(|target| next_step(target, today));
    Assessment {
        indicator,
        scope: scope.clone(),
        target,
        aim,
        baseline,
        latest,
        status,
        given: indicator.assessment_override.as_ref().filter(|_| scope.is_total()),
        pace: ways.pace(target.map(|target| target.by), aim.goal),
        interim: step.map(|step| Interim {
            by: step.by,
            value: step.value,
            pace: ways.pace(Some(step.by), Some(aim.scale.of(step.value))),
        }),
        trend: trend_of(|point| point.value),
        trend_towards: aim.way.and_then(|way| trend_of(|point| point.judged).is_towards(way)),
        freshness: line.and_then(delivered).map(|period| freshness(indicator, period, today)),
        comparisons: comparisons(feed, indicator, &status, target, baseline.zip(latest)),
        window,
    }
}

fn judged(indicator: &Indicator, aim: Aim, baseline: Option<Point>, latest: Option<Point>) -> Status {
    let Some((from, to)) = baseline.zip(latest) else { return Status::NoData };
    let Some(way) = aim.way else {
        return Status::ContextOnly { percent: percent_change(from.value, to.value) };
    };
    let sample = |point: Point| Sample { value: point.judged, se: point.se };
    Status::Judged(judge(Change {
        baseline: sample(from),
        latest: sample(to),
        goal: aim.goal,
        way,
        min_change: indicator.min_change,
        is_index: indicator.unit.kind == UnitKind::Index,
        independent: !overlap(from.period, to.period),
    }))
}

/// The first step whose date is still ahead.
fn next_step(target: &Target, today: NaiveDate) -> Option<&Step> {
    let ahead = target.interim.iter().filter(|step| step.by.last() >= today);
    ahead.min_by_key(|step| step.by.last()).filter(|step| step.by.last() < target.by.last())
}

/// What every pace on a line begins with.
struct Ways<'a> {
    indicator: &'a Indicator,
    aim: Aim,
    status: &'a Status,
    window: &'a [Point],
    today: NaiveDate,
}

impl Ways<'_> {
    /// The pace to a goal on the scale by a date.
    fn pace(&self, by: Option<Date>, goal: Option<f64>) -> Pace {
        let model = self.indicator.pace_model.unwrap_or(PaceModel::Linear);
        if !matches!(self.status, Status::Judged(_) | Status::ContextOnly { percent: Some(_) }) {
            return Pace::none(NoPace::NotAssessed, model);
        }
        let spot = |point: &Point| Spot { time: point.time, value: point.judged };
        let points: Vec<Spot> = self.window.iter().map(spot).collect();
        let goal = by.zip(goal).map(|(by, value)| Spot { time: time_of(by), value });
        let mut found = pace(&points, goal, self.aim.way, model);
        let is_over = by.filter(|by| by.last() < self.today);
        if let (Some(by), Some(latest)) = (is_over, self.window.last())
            && found.label != PaceLabel::Met
        {
            let label =
                if self.counts_for(by, latest.period) { PaceLabel::MissedDate } else { PaceLabel::AwaitingFigure };
            found = Pace { label, why: None, ratio: None, needed_per_year: None, projected: None, ..found };
        }
        found
    }

    /// Whether a period is the last that can be asked whether a target for this date was met: it ends on that day or
    /// later, or the period after it does.
    fn counts_for(&self, by: Date, latest: Period) -> bool {
        let next = next_end(self.indicator.update_frequency, latest);
        latest.bounds().1 >= by.last() || next.is_some_and(|next| next > by.last())
    }
}

#[cfg(test)]
mod tests;
