//! How an indicator stands, in words: the verdict beside its value, and the separate facts with their sums.
//!
//! What is said is decided by [`crate::measure`]; here only words are chosen for it.

mod others;

use super::Context;
use crate::feed::records::Indicator;
use crate::feed::series::Scope;
use crate::measure::assess;
use crate::measure::assess::{Assessment, DimensionGap, Point, Status, gaps};
use crate::measure::gap::{GapBasis, GapLabel, GapReason};
use crate::measure::numbers::Way;
use crate::measure::pace::{NoPace, Pace, PaceLabel, SlopeMethod};
use crate::measure::status::{Basis, Figure, Judgement, Reason, StatusLabel};
use crate::measure::trend::{Test, TrendLabel};
use crate::words::say;

/// What stands beside a value: an icon, a word, and the colour of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub sign: Sign,
    pub word: String,
    /// The same for programs: the state of a filter.
    pub code: &'static str,
}

/// The order in which verdicts are counted: what goes well, what does not, what is not known.
pub const VERDICTS: [&str; 15] = [
    "target_met",
    "on_pace",
    "improving",
    "too_slow",
    "far_too_slow",
    "little_change",
    "getting_worse",
    "moving_away",
    "missed_date",
    "awaiting_figure",
    "context_only",
    "baseline_only",
    "not_assessable",
    "no_data",
    "developmental",
];

/// The icon and the colour of a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Met,
    OnPace,
    /// Better than at the baseline, and no more is known.
    Better,
    Slow,
    Still,
    Away,
    Unknown,
}

/// One question about an indicator with its answer, and how the answer was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Unique on the page.
    pub id: String,
    pub question: String,
    pub verdict: String,
    /// Sentences after the verdict.
    pub says: Vec<String>,
    /// What went into the sum: name and value.
    pub inputs: Vec<(String, String)>,
    /// The sum, line by line.
    pub formula: Vec<String>,
    /// The rule that the result was held against.
    pub rule: String,
}

impl Context<'_> {
    /// The assessment of an indicator for everybody.
    pub fn assessed<'c>(&'c self, indicator: &'c Indicator) -> Assessment<'c> {
        assess(self.feed, indicator, &Scope::default(), self.today)
    }

    /// The pace to the target where there is one, else the status since the baseline.
    pub fn verdict(&self, assessment: &Assessment<'_>) -> Verdict {
        let given = self.feed.verdict_of(&assessment.indicator.id).filter(|_| assessment.scope.is_total());
        let known = given.and_then(|code| {
            let pace = PaceLabel::ALL.iter().copied().find(|label| label.code() == code);
            let status = StatusLabel::ALL.iter().copied().find(|label| label.code() == code);
            Some((pace.unwrap_or(PaceLabel::NotDefined), status)).filter(|_| pace.is_some() || status.is_some())
        });
        let (pace, status) = known.unwrap_or((assessment.pace.label, None));
        if pace == PaceLabel::NotDefined {
            let label = status.unwrap_or_else(|| assessment.status.label());
            return Verdict { sign: status_sign(label), word: self.status_word(label), code: label.code() };
        }
        let sign = match pace {
            PaceLabel::Met => Sign::Met,
            PaceLabel::OnPace => Sign::OnPace,
            PaceLabel::TooSlow | PaceLabel::FarTooSlow => Sign::Slow,
            PaceLabel::MovingAway | PaceLabel::MissedDate => Sign::Away,
            PaceLabel::AwaitingFigure | PaceLabel::NotDefined => Sign::Unknown,
        };
        Verdict { sign, word: self.pace_word(pace), code: pace.code() }
    }

    /// The word for a status since the baseline.
    pub fn status_word(&self, label: StatusLabel) -> String {
        let words = self.words;
        say!(
            words,
            match label {
                StatusLabel::Developmental => "stands-developmental",
                StatusLabel::NoData => "stands-no-data",
                StatusLabel::NotAssessable => "stands-not-assessable",
                StatusLabel::BaselineOnly => "stands-baseline-only",
                StatusLabel::ContextOnly => "stands-context",
                StatusLabel::TargetMet => "stands-met",
                StatusLabel::Improving => "stands-improving",
                StatusLabel::LittleChange => "stands-little-change",
                StatusLabel::GettingWorse => "stands-worse",
            }
        )
    }

    /// The word for a pace.
    pub fn pace_word(&self, label: PaceLabel) -> String {
        let words = self.words;
        say!(
            words,
            match label {
                PaceLabel::OnPace => "pace-on",
                PaceLabel::TooSlow => "pace-slow",
                PaceLabel::FarTooSlow => "pace-far",
                PaceLabel::MovingAway => "pace-away",
                PaceLabel::Met => "stands-met",
                PaceLabel::MissedDate => "pace-missed",
                PaceLabel::AwaitingFigure => "pace-awaiting",
                PaceLabel::NotDefined => "pace-none",
            }
        )
    }

    /// The word for a trend.
    pub fn trend_word(&self, label: TrendLabel) -> String {
        let words = self.words;
        say!(
            words,
            match label {
                TrendLabel::Rising => "trend-rising",
                TrendLabel::Falling => "trend-falling",
                TrendLabel::Unclear => "trend-unclear",
                TrendLabel::TooFewPoints => "trend-too-few",
                TrendLabel::OverlappingPeriods => "trend-overlapping",
            }
        )
    }

    /// The word for a gap between groups.
    pub fn gap_word(&self, label: GapLabel) -> String {
        let words = self.words;
        say!(
            words,
            match label {
                GapLabel::Closing => "gap-closing",
                GapLabel::Widening => "gap-widening",
                GapLabel::Same => "gap-same",
                GapLabel::NotComparable => "gap-not-comparable",
                GapLabel::TooFewGroups => "gap-too-few",
            }
        )
    }

    /// The separate facts of an indicator, in the order of their questions.
    pub fn standing_facts(&self, indicator: &Indicator) -> Vec<Fact> {
        let assessment = self.assessed(indicator);
        let mut facts = vec![self.moved(&assessment), self.fast_enough(&assessment)];
        facts.extend((!assessment.window.is_empty()).then(|| self.heading(&assessment)));
        facts.extend(gaps(self.feed, indicator).iter().map(|gap| self.closing(indicator, gap)));
        facts.extend(self.comparisons(&assessment));
        facts
    }

    fn moved(&self, assessment: &Assessment<'_>) -> Fact {
        let (words, indicator) = (self.words, assessment.indicator);
        let mut says = Vec::new();
        if let Some(reason) = assessment.status.reason() {
            says.push(self.reason(reason));
        }
        if let (Some(from), Some(to)) = (assessment.baseline, assessment.latest)
            && matches!(assessment.status, Status::Judged(_) | Status::ContextOnly { percent: Some(_) })
        {
            let (by, since) = (to.value - from.value, words.period_in(from.period));
            let change = self.change(indicator, by);
            says.push(match () {
                () if !self.shows(indicator, by) => say!(words, "moved-same", since = since),
                () if by > 0.0 => say!(words, "moved-up", change = change, since = since),
                () => say!(words, "moved-down", change = change, since = since),
            });
        }
        let judgement = assessment.status.judgement();
        if let (Some(share), Some(from), Some(target)) =
            (judgement.and_then(|judgement| judgement.ptca), assessment.baseline, assessment.target)
        {
            let (from, to) = (self.value(indicator, from.value), self.value(indicator, target.value));
            says.push(say!(words, "moved-part", share = words.percent(share, 0), from = from, to = to));
        }
        if let Some(given) = assessment.given {
            let reason = self.text(&given.reason).text;
            says.push(say!(words, "moved-override", verdict = self.overridden(given.status), reason = reason));
        }
        Fact {
            id: "fact-moved".into(),
            question: say!(words, "fact-moved"),
            verdict: self.status_word(assessment.status.label()),
            says,
            inputs: self.compared(assessment),
            formula: judgement.map(|judgement| self.status_sum(indicator, judgement)).unwrap_or_default(),
            rule: judgement.map(|judgement| self.status_rule(indicator, judgement)).unwrap_or_default(),
        }
    }

    fn overridden(&self, status: crate::feed::records::indicator::GivenStatus) -> String {
        let label = StatusLabel::ALL.iter().find(|label| label.code() == status.wire());
        label.map_or_else(|| status.wire().to_owned(), |label| self.status_word(*label))
    }

    fn compared(&self, assessment: &Assessment<'_>) -> Vec<(String, String)> {
        let (words, indicator) = (self.words, assessment.indicator);
        let point = |point: Point| {
            let (value, period) = (self.value(indicator, point.value), words.period(point.period));
            say!(words, "sum-value", value = value, when = period)
        };
        let mut inputs = Vec::new();
        inputs.extend(assessment.baseline.map(|from| (say!(words, "sum-baseline"), point(from))));
        inputs.extend(assessment.latest.map(|to| (say!(words, "sum-latest"), point(to))));
        inputs.extend(assessment.target.map(|target| {
            let value = self.value(indicator, target.value);
            (say!(words, "sum-target"), say!(words, "sum-value", value = value, when = self.date(target.by)))
        }));
        inputs
    }

    fn status_sum(&self, indicator: &Indicator, judgement: &Judgement) -> Vec<String> {
        let words = self.words;
        let number = |value: f64| self.bare_value(indicator, value);
        let (b, c) = (judgement.change.baseline.value, judgement.change.latest.value);
        let (baseline, latest) = (number(b), number(c));
        let two = |value: f64| words.number(value, 2);
        match judgement.compared {
            Some((Figure::TargetedChange, share, _)) => {
                let goal = judgement.change.goal.map(number).unwrap_or_default();
                vec![
                    say!(words, "sum-way"),
                    format!("({latest} − {baseline}) ÷ ({goal} − {baseline}) = {}", words.percent(share, 1)),
                ]
            }
            Some((Figure::PercentChange, size, _)) => {
                vec![
                    say!(words, "sum-percent"),
                    format!("|{latest} − {baseline}| ÷ {baseline} = {}", words.percent(size, 1)),
                ]
            }
            Some((Figure::Change, size, _)) => {
                vec![say!(words, "sum-change"), format!("|{latest} − {baseline}| = {}", number(size))]
            }
            Some((Figure::Z, z, _)) => {
                let error = if z > 0.0 { (c - b).abs() / z } else { 0.0 };
                vec![say!(words, "sum-z"), format!("|{latest} − {baseline}| ÷ {} = {}", two(error), two(z))]
            }
            None => Vec::new(),
        }
    }

    fn status_rule(&self, indicator: &Indicator, judgement: &Judgement) -> String {
        let words = self.words;
        match judgement.basis {
            Basis::Compared => say!(words, "rule-compared"),
            Basis::Unchanged => say!(words, "rule-unchanged"),
            Basis::Tested => say!(words, "rule-tested"),
            Basis::TenPercent => match judgement.compared {
                Some((Figure::TargetedChange, ..)) => say!(words, "rule-ten-percent-way"),
                _ => say!(words, "rule-ten-percent"),
            },
            Basis::MinChange => {
                let least = judgement.change.min_change.unwrap_or_default();
                say!(words, "rule-min-change", least = self.change(indicator, least))
            }
            Basis::FromZero => say!(words, "rule-from-zero"),
        }
    }

    fn reason(&self, reason: Reason) -> String {
        let words = self.words;
        say!(
            words,
            match reason {
                Reason::Suppressed => "cannot-suppressed",
                Reason::Withheld => "cannot-withheld",
                Reason::Unreliable => "cannot-unreliable",
                Reason::Forecast => "cannot-forecast",
                Reason::BaselineMissing => "cannot-baseline-missing",
                Reason::NoBaseline => "cannot-no-baseline",
                Reason::Break => "cannot-break",
                Reason::DefinitionDiffers => "cannot-definition",
                Reason::NoTotal => "cannot-no-total",
                Reason::Retired => "cannot-retired",
            }
        )
    }

    fn fast_enough(&self, assessment: &Assessment<'_>) -> Fact {
        let (words, indicator, pace) = (self.words, assessment.indicator, &assessment.pace);
        let rate = |rate: f64| self.rate(pace, indicator, rate);
        let mut says = Vec::new();
        if let Some(why) = pace.why {
            says.push(self.no_pace(why));
        }
        if let (Some(recent), Some(needed)) = (pace.recent, pace.needed_per_year)
            && pace.ratio.is_some()
        {
            says.push(say!(words, "pace-rates", recent = rate(recent.per_year), needed = rate(needed)));
        }
        if let (Some(year), Some(target)) = (pace.projected_year(), assessment.target)
            && pace.ratio.is_some()
        {
            says.push(say!(
                words,
                "pace-arrives",
                value = self.value(indicator, target.value),
                year = words.year(year)
            ));
        }
        if let Some(interim) = assessment.interim
            && interim.pace.label != PaceLabel::NotDefined
        {
            let value = self.value(indicator, interim.value);
            let verdict = self.pace_word(interim.pace.label);
            says.push(say!(words, "pace-step", value = value, by = self.date(interim.by), verdict = verdict));
        }
        let mut inputs = Vec::new();
        if let Some(recent) = pace.recent {
            let how = match recent.method {
                SlopeMethod::EndPoints => say!(words, "sum-end-points", rate = rate(recent.per_year)),
                SlopeMethod::TheilSen => say!(words, "sum-theil-sen", rate = rate(recent.per_year), n = recent.points),
            };
            inputs.push((say!(words, "sum-so-far"), how));
        }
        inputs.extend(pace.planned_per_year.map(|planned| (say!(words, "sum-planned"), rate(planned))));
        inputs.extend(pace.needed_per_year.map(|needed| (say!(words, "sum-needed"), rate(needed))));
        let formula = match (pace.ratio, pace.recent, pace.planned_per_year) {
            (Some(ratio), Some(recent), Some(planned)) => {
                let two = |value: f64| words.number(value, 2);
                let sum = format!("{} ÷ {} = {}", two(recent.per_year), two(planned), two(ratio));
                vec![say!(words, "sum-pace"), sum]
            }
            _ => Vec::new(),
        };
        let rule = if pace.ratio.is_some() { say!(words, "rule-pace") } else { String::new() };
        let (question, verdict) = (say!(words, "fact-fast"), self.pace_word(pace.label));
        Fact { id: "fact-fast".into(), question, verdict, says, inputs, formula, rule }
    }

    /// A rate each year with its sign; in percent where growth is compound.
    fn rate(&self, pace: &Pace, indicator: &Indicator, rate: f64) -> String {
        use crate::feed::records::indicator::PaceModel;
        match pace.model {
            PaceModel::Compound => say!(self.words, "rate-percent", n = self.words.signed(rate, 1)),
            PaceModel::Linear => {
                let decimals = u8::try_from(indicator.unit.decimals.min(3)).unwrap_or(3).max(1);
                // A rate that would be shown as nothing gets the decimals it needs.
                let shown = if rate.abs() * 10f64.powi(i32::from(decimals)) < 0.5 { 3 } else { decimals };
                say!(self.words, "rate-unit", n = self.words.signed(rate, shown), unit = self.unit_of_change(indicator))
            }
        }
    }

    /// What changes are counted in: points for shares, else the unit.
    fn unit_of_change(&self, indicator: &Indicator) -> String {
        use crate::feed::records::indicator::UnitKind;
        match indicator.unit.kind {
            UnitKind::Percent | UnitKind::PercentChange | UnitKind::PercentRatio => say!(self.words, "unit-points"),
            UnitKind::Count | UnitKind::Index | UnitKind::Ratio if indicator.unit.name.is_none() => String::new(),
            _ => self.unit(indicator),
        }
    }

    fn no_pace(&self, why: NoPace) -> String {
        let words = self.words;
        say!(
            words,
            match why {
                NoPace::NoTarget => "no-pace-target",
                NoPace::NotAssessed => "no-pace-assessed",
                NoPace::BaselineIsTarget => "no-pace-baseline",
                NoPace::NoTime => "no-pace-time",
                NoPace::NotPositive => "no-pace-positive",
            }
        )
    }

    fn heading(&self, assessment: &Assessment<'_>) -> Fact {
        let (words, trend) = (self.words, &assessment.trend);
        let verdict = self.trend_word(trend.label);
        let says = match trend.direction {
            Some(Way::Up) => vec![say!(words, "trend-run-up", n = trend.run)],
            Some(Way::Down) => vec![say!(words, "trend-run-down", n = trend.run)],
            None => Vec::new(),
        };
        let values: Vec<String> =
            assessment.window.iter().map(|point| self.bare_value(assessment.indicator, point.value)).collect();
        let mut inputs = vec![(say!(words, "sum-values"), values.join("; "))];
        if trend.test.is_some() {
            inputs.push((say!(words, "sum-pairs"), words.signed(trend.s as f64, 0)));
        }
        let formula = match trend.test {
            Some(Test::Exact { critical }) => {
                vec![say!(words, "sum-exact", s = trend.s.abs().to_string(), critical = critical.to_string())]
            }
            Some(Test::Normal { z: Some(z) }) => vec![say!(words, "sum-normal", z = words.number(z, 2))],
            Some(Test::Normal { z: None }) | None => Vec::new(),
        };
        let rule = if trend.test.is_some() { say!(words, "rule-trend") } else { String::new() };
        Fact { id: "fact-heading".into(), question: say!(words, "fact-heading"), verdict, says, inputs, formula, rule }
    }

    /// What is said of a gap: its dimension, the verdict, and how large it is.
    pub fn gap_sentence(&self, indicator: &Indicator, gap: &DimensionGap<'_>) -> String {
        let dimension = self.text(&gap.dimension.label).text;
        let verdict = say!(self.words, "review-gap", dimension = dimension, gap = self.gap_word(gap.label));
        std::iter::once(format!("{verdict}.")).chain(self.gap_says(indicator, gap)).collect::<Vec<_>>().join(" ")
    }

    /// How large a gap is and was, and what else there is to know about it.
    fn gap_says(&self, indicator: &Indicator, gap: &DimensionGap<'_>) -> Vec<String> {
        let words = self.words;
        let mut says = Vec::new();
        let change = gap.change.as_ref();
        let now = gap.now.as_ref();
        if let Some((period, now)) = now {
            let size = self.change(indicator, change.map_or(now.difference, |change| change.now.difference));
            says.push(match (change, indicator.baseline.as_ref()) {
                (Some(change), Some(baseline)) => say!(
                    words,
                    "gap-was",
                    gap = size,
                    when = words.period_in(*period),
                    was = self.change(indicator, change.then.difference),
                    since = words.period_in(baseline.period)
                ),
                _ => say!(words, "gap-is", gap = size, when = words.period_in(*period)),
            });
        }
        says.extend(gap.why.map(|why| {
            say!(
                words,
                match why {
                    GapReason::NoBaseline => "gap-no-baseline",
                    GapReason::BaselineOnly => "gap-baseline-only",
                    GapReason::TooFewGroups => "gap-few-comparable",
                }
            )
        }));
        if change.is_some_and(|change| change.levelling_down) {
            says.push(say!(words, "gap-levelling-down"));
        }
        says
    }

    fn closing(&self, indicator: &Indicator, gap: &DimensionGap<'_>) -> Fact {
        let words = self.words;
        let dimension = self.text(&gap.dimension.label).text;
        let verdict = self.gap_word(gap.label);
        let says = self.gap_says(indicator, gap);
        let change = gap.change.as_ref();
        let value = |value: f64| self.bare_value(indicator, value);
        let group = |name: &crate::feed::id::Name| {
            let found = gap.dimension.groups.iter().find(|group| group.id == *name);
            found.map_or_else(|| name.as_str().to_owned(), |group| self.text(&group.label).text)
        };
        let inputs = gap.groups.iter().filter_map(|one| {
            let now = one.now?;
            let value = match one.then {
                Some(then) => say!(words, "sum-then-now", then = value(then.value), now = value(now.value)),
                None => value(now.value),
            };
            Some((group(one.group), value))
        });
        let formula = change.map(|change| {
            let (then, now) = (change.then.difference, change.now.difference);
            let mut lines = vec![
                say!(words, "sum-gap"),
                format!(
                    "{} − {} = {}",
                    value(now),
                    value(then),
                    words.signed(now - then, u8::try_from(indicator.unit.decimals.min(3)).unwrap_or(3))
                ),
            ];
            if then != 0.0 && change.basis == GapBasis::TenPercent {
                lines.push(format!(
                    "{} ÷ {} = {}",
                    value((now - then).abs()),
                    value(then),
                    words.percent(100.0 * (now - then).abs() / then, 0)
                ));
            }
            lines
        });
        let rule = change.map(|change| {
            say!(
                words,
                match change.basis {
                    GapBasis::Intervals => "rule-gap-intervals",
                    GapBasis::TenPercent => "rule-gap",
                    GapBasis::FromZero => "rule-gap-zero",
                }
            )
        });
        Fact {
            id: format!("fact-gap-{}", gap.dimension.id.as_str()),
            question: say!(words, "fact-gap", dimension = dimension),
            verdict,
            says,
            inputs: inputs.collect(),
            formula: formula.unwrap_or_default(),
            rule: rule.unwrap_or_default(),
        }
    }
}

fn status_sign(label: StatusLabel) -> Sign {
    match label {
        StatusLabel::TargetMet => Sign::Met,
        StatusLabel::Improving => Sign::Better,
        StatusLabel::LittleChange => Sign::Still,
        StatusLabel::GettingWorse => Sign::Away,
        StatusLabel::Developmental
        | StatusLabel::NoData
        | StatusLabel::NotAssessable
        | StatusLabel::BaselineOnly
        | StatusLabel::ContextOnly => Sign::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    /// An indicator with more fields and a table, and what is made of it.
    #[track_caller]
    fn check(fields: &str, rows: &str, lang: &str, read: impl Fn(&Context<'_>, &Indicator)) {
        let indicator = format!(
            r#"{{"id": "ind-one", "title": "Reading", "plain_summary": "S", "definition": "D", "level": "process",
            "unit": {{"kind": "percent", "decimals": 1}}, "direction": "increase", "aggregation": "none",
            "period_type": "year", "update_frequency": "yearly", "expected_lag_days": 400, "method": "census",
            "source": ["src-test"], "steward": "par-library", "phase": "live", {fields}}}"#
        );
        let table = format!("period,value\n{}\n", rows.replace(' ', "\n"));
        let small = Small::new(&[("indicators/ind-one.json", &indicator), ("series/ind-one.csv", &table)]);
        let context = small.context(lang);
        let indicator = context.feed.indicators.iter().find(|one| one.id.as_str() == "ind-one").unwrap();
        read(&context, indicator);
    }

    const TO_70: &str = r#""baseline": {"period": "2022"},
        "targets": [{"value": 70, "by": "2030-06-30", "kind": "aspiration"}]"#;
    const FOUR_YEARS: &str = "2022,50.4 2023,53.9 2024,57.1 2025,56.2";

    #[test]
    fn pace_comes_before_status() {
        check(TO_70, FOUR_YEARS, "en", |context, indicator| {
            let verdict = context.verdict(&context.assessed(indicator));
            assert_eq!((verdict.sign, verdict.word.as_str(), verdict.code), (Sign::Slow, "Too slow", "too_slow"));
        });
        check(r#""baseline": {"period": "2022"}"#, FOUR_YEARS, "en", |context, indicator| {
            let verdict = context.verdict(&context.assessed(indicator));
            assert_eq!((verdict.sign, verdict.word.as_str()), (Sign::Better, "Improving"));
        });
    }

    #[test]
    fn every_fact_has_its_sum() {
        check(TO_70, FOUR_YEARS, "en", |context, indicator| {
            let facts = context.standing_facts(indicator);
            let said: Vec<String> =
                facts.iter().map(|fact| format!("{}. {}", fact.verdict, fact.says.join(" "))).collect();
            assert_eq!(
                said,
                [
                    "Improving. Up 5.8 points since 2022. That is 30% of the way from 50.4% to 70.0%.",
                    "Too slow. So far +1.9 points a year; from now on +2.8 points a year would be needed. At this rate \
                     it reaches 70.0% in 2032.",
                    "No clear trend. Down once.",
                ]
            );
            assert_eq!(
                facts[0].formula,
                ["(latest − baseline) ÷ (target − baseline)", "(56.2 − 50.4) ÷ (70.0 − 50.4) = 29.6%"]
            );
            assert_eq!(facts[2].formula, ["A trend needs 6; it is 4"]);
            assert!(facts.iter().all(|fact| !fact.inputs.is_empty() && fact.rule.starts_with("Rule: ")));
        });
    }

    #[test]
    fn what_cannot_be_judged_says_why() {
        check(r#""related": []"#, FOUR_YEARS, "en", |context, indicator| {
            let facts = context.standing_facts(indicator);
            assert_eq!(facts[0].verdict, "Cannot be judged");
            assert_eq!(facts[0].says, ["Nobody has said yet from when change is measured."]);
            assert_eq!(facts[1].says, ["The change since the baseline could not be judged."]);
        });
    }

    #[test]
    fn the_facts_are_said_in_spanish_too() {
        check(TO_70, FOUR_YEARS, "es", |context, indicator| {
            let facts = context.standing_facts(indicator);
            assert_eq!(facts[0].says[0], "5,8 puntos más que en 2022.");
            assert_eq!(facts[1].verdict, "Demasiado lento");
        });
    }

    #[test]
    fn both_verdicts_are_said_where_people_disagree() {
        let given = r#""assessment_override": {"status": "little_change", "reason": "The test got easier.",
            "by": "par-library", "on": "2026-01-10"}"#;
        check(&format!("{TO_70}, {given}"), FOUR_YEARS, "en", |context, indicator| {
            let facts = context.standing_facts(indicator);
            assert_eq!(facts[0].verdict, "Improving");
            assert_eq!(facts[0].says[2], "The coalition says: Little or no change. The test got easier.");
        });
    }

    #[test]
    fn every_verdict_has_a_place_in_the_count() {
        let codes = StatusLabel::ALL.iter().map(|label| label.code());
        let paces = PaceLabel::ALL.iter().filter(|label| **label != PaceLabel::NotDefined).map(|label| label.code());
        for code in codes.chain(paces) {
            assert!(VERDICTS.contains(&code), "{code}");
        }
    }
}
