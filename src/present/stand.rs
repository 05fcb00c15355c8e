//! Roll-ups: how several measures stand, as counts and as one way each. Never one score, and never a mean.

use super::standing::{Sign, VERDICTS, Verdict};
use super::{Context, Link};
use crate::chart::track::{Tone, Track, TrackInput, track};
use crate::feed::id::IndicatorId;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::Level;
use crate::measure::assess::Assessment;
use crate::measure::tally::tally;
use crate::routes::{Page, Query};
use crate::sorted::sort_by_key;
use crate::words::say;

/// More ways than this are read in the list of all measures.
const MOST_WAYS: usize = 12;

/// How measures of one level stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Stand {
    /// "7 of 11 measures can be judged; 4 cannot, or not yet."
    pub says: String,
    pub method: Link,
    pub counts: Vec<StandCount>,
    pub ways: Option<Ways>,
}

/// How many measures have one verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct StandCount {
    pub verdict: Verdict,
    pub count: usize,
    /// The list of these measures.
    pub href: String,
}

/// Each measure's own way from its baseline to its target.
#[derive(Clone, Debug, PartialEq)]
pub struct Ways {
    pub title: String,
    pub columns: [String; 4],
    /// Names of the ends of a way: baseline and target, and what lies beyond the baseline.
    pub ends: [String; 3],
    pub rows: Vec<Way>,
    pub note: String,
    /// All measures, if these are not all.
    pub more: Option<Link>,
}

/// The way of one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    pub measure: Link,
    pub track: Track,
    pub value: String,
    /// The same in words.
    pub says: String,
    pub verdict: Verdict,
}

impl Context<'_> {
    /// How these measures stand. Those of other levels than the first one's are left out: population and performance are
    /// never counted together. `None` for no measures.
    pub fn stand<'i>(&self, level: Level, indicators: impl Iterator<Item = &'i Indicator>) -> Option<Stand> {
        let own: Vec<&Indicator> = indicators.filter(|indicator| indicator.level == level).collect();
        let assessments: Vec<Assessment<'_>> = own
            .iter()
            .map(|indicator| {
                crate::measure::assess(self.feed, indicator, &crate::feed::series::Scope::default(), self.today)
            })
            .collect();
        let tally = tally(assessments.iter()).into_iter().next()?;
        let verdicts: Vec<Verdict> = assessments.iter().map(|assessment| self.verdict(assessment)).collect();
        let counts = VERDICTS.iter().filter_map(|code| {
            let verdict = verdicts.iter().find(|verdict| verdict.code == *code)?;
            let count = verdicts.iter().filter(|verdict| verdict.code == *code).count();
            let query = Query::default().with("standing", code).with("level", level.wire());
            Some(StandCount { verdict: verdict.clone(), count, href: self.href_with(&Page::Indicators, &query) })
        });
        let words = self.words;
        let mut says = say!(words, "stand-judged", n = tally.judged, total = tally.total);
        for part in [
            (tally.missing > 0).then(|| say!(words, "stand-missing", n = tally.missing)),
            (tally.context > 0).then(|| say!(words, "stand-context", n = tally.context)),
            (tally.overridden > 0).then(|| say!(words, "stand-overridden", n = tally.overridden)),
        ]
        .into_iter()
        .flatten()
        {
            says = format!("{says} {part}");
        }
        Some(Stand {
            says,
            method: Link { label: say!(words, "facts-method").into(), href: self.href(&Page::Method) },
            counts: counts.collect(),
            ways: self.ways(&assessments),
        })
    }

    fn ways(&self, assessments: &[Assessment<'_>]) -> Option<Ways> {
        let words = self.words;
        let headline = &self.feed.coalition.headline_indicators;
        let mut chosen: Vec<&Assessment<'_>> = assessments.iter().collect();
        // The measures that the coalition names first come first, in its order; all others keep theirs.
        let place = |id: &IndicatorId| headline.iter().position(|known| known == id).unwrap_or(headline.len());
        sort_by_key(&mut chosen, |assessment| place(&assessment.indicator.id));
        let mut rows: Vec<Way> = chosen.into_iter().filter_map(|assessment| self.way(assessment)).collect();
        let all = rows.len();
        rows.truncate(MOST_WAYS);
        let more = (all > rows.len()).then(|| Link {
            label: say!(words, "ways-more", n = rows.len(), total = all).into(),
            href: self.href(&Page::Review),
        });
        (!rows.is_empty()).then(|| Ways {
            more,
            title: say!(words, "ways-title"),
            columns: [
                say!(words, "ways-measure"),
                say!(words, "ways-way"),
                say!(words, "ways-share"),
                say!(words, "fact-standing"),
            ],
            ends: [say!(words, "table-baseline"), say!(words, "table-target"), say!(words, "ways-worse")],
            note: say!(words, "ways-note"),
            rows,
        })
    }

    /// The way of a measure; `None` without a target on a scale.
    fn way(&self, assessment: &Assessment<'_>) -> Option<Way> {
        let words = self.words;
        let change = &assessment.status.judgement()?.change;
        let (began, goal) = (change.baseline.value, change.goal?);
        // A target that was met when it was set has no way to it.
        let share =
            (change.way.sign() * (goal - began) > 0.0).then(|| (change.latest.value - began) / (goal - began))?;
        let target = assessment.target?;
        let (from, to) = assessment.baseline.zip(assessment.latest)?;
        let whole = crate::measure::aim::time_of(target.by) - from.time;
        // Where the straight line to the target was at the time of the latest figure.
        let due = (whole > 0.0).then(|| ((to.time - from.time) / whole).min(1.0));
        let percent = |share: f64| words.percent(100.0 * share, 0);
        let value = percent(share);
        let size = percent(share.abs());
        let verdict = self.verdict(assessment);
        let says = match due {
            _ if matches!(verdict.sign, Sign::Met) => say!(words, "ways-says-met"),
            Some(due) if share < 0.0 => say!(words, "ways-says-away", share = size, due = percent(due)),
            Some(due) => say!(words, "ways-says", share = size, due = percent(due)),
            None if share < 0.0 => say!(words, "ways-says-away-only", share = size),
            None => say!(words, "ways-says-only", share = size),
        };
        let indicator = assessment.indicator;
        let measure = self.link(&indicator.title, &Page::Indicator(indicator.id.to_string()));
        let tone = match verdict.sign {
            Sign::Met | Sign::OnPace | Sign::Better => Tone::Good,
            Sign::Slow | Sign::Still => Tone::Slow,
            Sign::Away => Tone::Away,
            Sign::Unknown => Tone::Neutral,
        };
        let is_open = to.status.has(crate::feed::series::Status::Provisional);
        let track = track(TrackInput { share: Some(share), due, tone, is_open });
        Some(Way { measure, track, value, says, verdict })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    /// Measures by their fields and tables, and what is said of them.
    #[track_caller]
    fn check(measures: &[(&str, &str)], read: impl Fn(Option<Stand>)) {
        let files: Vec<(String, String)> = measures
            .iter()
            .enumerate()
            .flat_map(|(at, (fields, rows))| {
                let record = format!(
                    r#"{{"id": "ind-{at}", "title": "M{at}", "plain_summary": "S", "definition": "D", "level": "process",
                    "unit": {{"kind": "percent", "decimals": 1}}, "direction": "increase", "aggregation": "none",
                    "period_type": "year", "update_frequency": "yearly", "expected_lag_days": 400, "method": "census",
                    "source": ["src-test"], "steward": "par-library", {fields}}}"#
                );
                let table = format!("period,value\n{}\n", rows.replace(' ', "\n"));
                let mut files = vec![(format!("indicators/ind-{at}.json"), record)];
                if !rows.is_empty() {
                    files.push((format!("series/ind-{at}.csv"), table));
                }
                files
            })
            .collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let small = Small::new(&files);
        let context = small.context("en");
        read(context.stand(Level::Process, context.feed.indicators.iter()));
    }

    const TO_70: &str = r#""phase": "live", "baseline": {"period": "2022"},
        "targets": [{"value": 70, "by": "2030-06-30", "kind": "aspiration"}]"#;
    const WANTED: &str = r#""phase": "developmental""#;

    #[test]
    fn what_is_missing_is_counted() {
        check(&[(TO_70, "2022,50 2025,56"), (WANTED, ""), (WANTED, "")], |stand| {
            let stand = stand.unwrap();
            assert_eq!(stand.says, "1 of 3 measures can be judged. 2 cannot, or not yet.");
            let counts: Vec<_> = stand.counts.iter().map(|one| (one.verdict.code, one.count)).collect();
            assert_eq!(counts, [("too_slow", 1), ("developmental", 2)]);
        });
        check(&[], |stand| assert_eq!(stand, None));
    }

    #[test]
    fn each_measure_has_its_own_way() {
        check(&[(TO_70, "2022,50 2025,55"), (TO_70, "2022,50 2025,45"), (WANTED, "")], |stand| {
            let ways = stand.unwrap().ways.unwrap();
            let said: Vec<_> = ways.rows.iter().map(|way| (way.value.as_str(), way.says.as_str())).collect();
            assert_eq!(
                said,
                [
                    ("25%", "25% of the way; 38% was due by then"),
                    ("−25%", "25% of the distance in the wrong direction; 38% of the way was due by then"),
                ]
            );
        });
    }

    #[test]
    fn without_a_target_there_is_no_way() {
        check(&[(r#""phase": "live", "baseline": {"period": "2022"}"#, "2022,50 2025,55")], |stand| {
            assert_eq!(stand.unwrap().ways, None);
        });
    }
}
