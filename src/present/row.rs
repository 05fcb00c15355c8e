//! An indicator in a list: its sentence, its shape, its latest value, its target, its age.

use super::standing::Verdict;
use super::{Context, Phrase};
use crate::chart::reading::{Absence, PointMark, Reading};
use crate::chart::spark::{Spark, SparkPoint, SparkSize, spark};
use crate::feed::id::IndicatorId;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Direction, Target};
use crate::feed::series::{Line, Observation, Status};
use crate::measure::change::{is_measured, standing};
use crate::measure::freshness::freshness;
use crate::routes::Page;
use crate::words::say;

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureRow {
    pub id: String,
    pub href: String,
    pub headline: Phrase,
    pub title: Phrase,
    pub steward: Phrase,
    /// The first measure of the north star, which is drawn larger.
    pub large: bool,
    /// `None` while nothing has been measured.
    pub now: Option<Now>,
    /// What is said in place of a value.
    pub not_measured: String,
}

/// What is known of an indicator that has been measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Now {
    pub value: String,
    /// Where the unit is more than a sign.
    pub unit: Option<String>,
    pub target: Option<String>,
    /// "Lower is better", where that is not what one expects.
    pub direction: Option<String>,
    /// How it stands.
    pub verdict: Verdict,
    /// "2025; next figure due 12 August 2026".
    pub fresh: String,
    pub late: bool,
    pub spark: Spark,
    /// First and last period of the sparkline.
    pub span: (String, String),
}

/// The line that speaks for an indicator: everybody if there is such a line, else the first, which its headline names.
pub fn main_line<'a>(context: &Context<'a>, id: &IndicatorId) -> Option<&'a Line> {
    let series = context.feed.series_of(id)?;
    series.total().or_else(|| series.lines.first())
}

/// The target for everybody.
pub fn main_target(indicator: &Indicator) -> Option<&Target> {
    indicator.targets.iter().find(|target| target.scope.is_none())
}

/// An observation as charts have it.
pub fn reading(observation: &Observation) -> Reading {
    let status = observation.status;
    let absent = [
        (Status::Suppressed, Absence::Suppressed),
        (Status::Withheld, Absence::Withheld),
        (Status::Unreliable, Absence::Withheld),
        (Status::NotDue, Absence::NotYet),
        (Status::Forecast, Absence::NotYet),
    ];
    let mark = match () {
        () if status.has(Status::Provisional) => PointMark::Provisional,
        () if [Status::Estimated, Status::Imputed, Status::Unreliable].iter().any(|one| status.has(*one)) => {
            PointMark::Estimated
        }
        () => PointMark::Final,
    };
    match observation.value.filter(|_| is_measured(observation)) {
        Some(value) => Reading::Known { value, interval: observation.lower.zip(observation.upper), mark },
        None => {
            let why = absent.into_iter().find(|(word, _)| status.has(*word)).map(|(_, why)| why);
            Reading::Absent(why.unwrap_or(Absence::NotCollected))
        }
    }
}

impl Context<'_> {
    /// The row of an indicator.
    pub fn measure_row(&self, indicator: &Indicator, size: SparkSize) -> MeasureRow {
        let line = main_line(self, &indicator.id);
        let steward = self.feed.partner(&indicator.steward).map(|partner| self.text(&partner.name)).unwrap_or_default();
        MeasureRow {
            id: indicator.id.to_string(),
            href: self.href(&Page::Indicator(indicator.id.to_string())),
            headline: self.headline(indicator, line),
            title: self.text(&indicator.title),
            steward,
            large: size == SparkSize::Large,
            now: line.and_then(|line| self.now(indicator, line, size)),
            not_measured: say!(self.words, "value-not-measured"),
        }
    }

    fn now(&self, indicator: &Indicator, line: &Line, size: SparkSize) -> Option<Now> {
        let standing = standing(line, indicator);
        let latest = standing.latest?;
        let target = main_target(indicator);
        let points: Vec<SparkPoint> = line
            .points
            .iter()
            .map(|point| SparkPoint {
                at: point.period.middle(),
                reading: reading(point),
                break_before: point.status.has(Status::Break),
            })
            .collect();
        let baseline = standing.baseline.and_then(|baseline| line.points.iter().position(|point| point == baseline));
        let first = line.points.first().unwrap_or(latest);
        let (fresh, late) = self.fresh(indicator, latest);
        let (value, unit) = self.value_and_unit(indicator, latest.value?);
        Some(Now {
            value,
            unit,
            target: target.map(|target| {
                let value = self.value_and_unit(indicator, target.value).0;
                say!(self.words, "row-target", value = value, by = self.date(target.by))
            }),
            direction: (indicator.direction == Direction::Decrease).then(|| say!(self.words, "row-lower-is-better")),
            verdict: self.verdict(&self.assessed(indicator)),
            fresh,
            late,
            spark: spark(&points, baseline, target.map(|target| target.value), size),
            span: (self.words.period_short(first.period), self.words.period_short(latest.period)),
        })
    }

    /// The age of a figure in words, and whether the next one is overdue.
    pub fn fresh(&self, indicator: &Indicator, latest: &Observation) -> (String, bool) {
        let fresh = freshness(indicator, latest.period, self.today);
        let period = self.words.period(latest.period);
        let provisional = latest.status.has(Status::Provisional);
        let due = fresh.due.map(|due| self.words.day(due));
        let text = match (due, fresh.is_late(), provisional) {
            (None, _, false) => period,
            (None, _, true) => say!(self.words, "fresh-provisional", period = period),
            (Some(due), true, _) => say!(self.words, "fresh-late", period = period, due = due),
            (Some(due), false, true) => say!(self.words, "fresh-provisional-next", period = period, due = due),
            (Some(due), false, false) => say!(self.words, "fresh-next", period = period, due = due),
        };
        (text, fresh.is_late())
    }
}
