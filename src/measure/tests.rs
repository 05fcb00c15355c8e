//! The published test vectors, properties of the whole method, and what the room's tests are made with.

use chrono::NaiveDate;

use super::gap::{self, GapLabel};
use super::growth::{self, Cannot, GrowthLabel, Terms};
use super::numbers::{Sample, Spot, Way};
use super::pace::{NoPace, PaceLabel, SlopeMethod, pace};
use super::status::{Change, StatusLabel, judge};
use super::trend::{TrendLabel, trend};
use super::{Assessment, assess};
use crate::feed::records::Indicator;
use crate::feed::records::indicator::PaceModel;
use crate::feed::series::Scope;
use crate::feed::{Feed, FeedSource, SourceFile, read};

/// The day of all tests that read a feed.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// A feed of indicators `ind-0`, `ind-1` ... Each is given by fields that replace or join the usual ones, and by its
/// figures: `period value status`, or `period value status dimension group place`, with `-` for what is empty.
pub fn feed(indicators: &[(&str, &str)]) -> Feed {
    feed_of(indicators, "{}")
}

/// The same, with more fields of the coalition.
pub fn feed_of(indicators: &[(&str, &str)], coalition: &str) -> Feed {
    let mut files = vec![
        file("coalition.json", &joined(COALITION, coalition)),
        file("geographies/here.json", r#"{"id": "here", "name": "Here", "kind": "city"}"#),
        file("geographies/east.json", r#"{"id": "east", "name": "East", "kind": "neighbourhood", "parent": "here"}"#),
        file(
            "goals/goal.json",
            r#"{"id": "goal", "title": "G", "plain_summary": "S", "kind": "result", "status": "active"}"#,
        ),
        file("partners/us.json", PARTNER),
        file("sources/src.json", SOURCE),
        file("dimensions/income.json", DIMENSION),
    ];
    for (at, (fields, rows)) in indicators.iter().enumerate() {
        let id = format!("ind-{at}");
        let own = format!("{{\"id\": \"{id}\"{}{fields}}}", if fields.is_empty() { "" } else { ", " });
        files.push(file(&format!("indicators/{id}.json"), &joined(INDICATOR, &own)));
        if !rows.is_empty() {
            files.push(file(&format!("series/{id}.csv"), &table(rows)));
        }
    }
    let reading = read(&FeedSource::Folder(files), today());
    reading.feed.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile::new(path, text)
}

/// One JSON object out of two; fields of the second win.
fn joined(base: &str, own: &str) -> String {
    let mut base: serde_json::Map<String, serde_json::Value> = serde_json::from_str(base).unwrap();
    let own: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(own).unwrap_or_else(|why| panic!("{why}: {own}"));
    base.extend(own);
    serde_json::to_string(&base).unwrap()
}

fn table(rows: &str) -> String {
    let mut table = "period,geography,dimension,group,value,lower,upper,status\n".to_owned();
    for row in rows.split(", ") {
        let mut cells = row.split(' ').map(|cell| if cell == "-" { "" } else { cell });
        let mut next = || cells.next().unwrap_or_default().to_owned();
        let (period, value, status, dimension, group, place) = (next(), next(), next(), next(), next(), next());
        // An interval is written behind the value: 50±2.
        let (value, width) = value.split_once('±').map_or((value.as_str(), None), |(v, w)| (v, Some(w)));
        let bounds = width.map(|width| {
            let (value, width): (f64, f64) = (value.parse().unwrap(), width.parse().unwrap());
            (value - width, value + width)
        });
        let (lower, upper) = bounds.map_or(Default::default(), |(low, high)| (low.to_string(), high.to_string()));
        let status = status.replace('+', " ");
        table.push_str(&format!("{period},{place},{dimension},{group},{value},{lower},{upper},{status}\n"));
    }
    table
}

/// An indicator with these fields, out of a checked feed.
pub fn indicator(fields: &str) -> Indicator {
    feed(&[(fields, "")]).indicators.remove(0)
}

const COALITION: &str = r#"{"schema_version": "1.0.0", "id": "c", "name": "C", "plain_summary": "S", "vision": "V",
    "geography": "here", "population": "All", "default_locale": "en", "locales": ["en"],
    "disclosure": {"min_count": 10, "min_denominator": 30, "zero_ok": true},
    "contacts": [{"kind": "phone", "value": "+1-555-0100"}], "license": "CC0-1.0"}"#;
const PARTNER: &str = r#"{"id": "us", "name": "Us", "kind": "nonprofit", "plain_summary": "We.", "roles": ["data"],
    "status": "active"}"#;
const SOURCE: &str =
    r#"{"id": "src", "title": "S", "publisher": "P", "kind": "official", "limitations": "None known."}"#;
const DIMENSION: &str = r#"{"id": "income", "label": "Income", "exhaustive": false, "order_rule": "custom",
    "order_reason": "From low to high",
    "groups": [{"id": "low", "label": "Low"}, {"id": "middle", "label": "Middle"}, {"id": "high", "label": "High"}]}"#;
const INDICATOR: &str = r#"{"title": "T", "plain_summary": "S", "definition": "D", "level": "process",
    "unit": {"kind": "quantity", "name": "tonnes", "signed": true, "decimals": 1}, "direction": "increase",
    "aggregation": "none", "period_type": "year", "update_frequency": "yearly", "method": "administrative",
    "source": ["src"], "steward": "us", "phase": "live"}"#;

/// What a vector says of the growth-rate method.
#[derive(Clone, Copy, Debug, PartialEq)]
enum ByGrowth {
    Ratio(f64),
    /// The bare formula gives this number; the method refuses it.
    Refused(f64, Cannot),
    Cannot(Cannot),
    /// The target is met, which is all that the vector asks for.
    Achieved,
}

/// What a vector says of the size of the change.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Size {
    Ptca(f64),
    /// Magnitude of the percent change.
    Percent(f64),
    Undefined,
    /// Neither is asked for: the target was met all along.
    NotAsked,
}

use ByGrowth::{Achieved, Ratio, Refused};
use Size::{NotAsked, Percent, Ptca, Undefined};
use StatusLabel::{GettingWorse, Improving, LittleChange, TargetMet};
use Way::{Down, Up};

/// Baseline, latest value, target, way, years to the latest value, years to the target; then the status, the size of the
/// change, the linear ratio (or why there is none) and what the growth-rate method says.
type Vector = (&'static str, [f64; 3], Way, [f64; 2], StatusLabel, Size, Result<f64, Option<NoPace>>, ByGrowth);

const EQUAL: Result<f64, Option<NoPace>> = Err(Some(NoPace::BaselineIsTarget));
const MET: Result<f64, Option<NoPace>> = Err(None);
const SAME: ByGrowth = ByGrowth::Cannot(Cannot::BaselineIsTarget);
const ZERO: ByGrowth = ByGrowth::Cannot(Cannot::Zero);

/// The vectors with whole-number times; where the source gives no years, the ones that its ratios follow from.
const VECTORS: [Vector; 17] = [
    ("reading", [36.6, 33.3, 41.5], Up, [5., 13.], LittleChange, Percent(9.02), Ok(-1.75), Ratio(-1.93)),
    ("reading, tested", [36.6, 33.3, 41.5], Up, [5., 13.], GettingWorse, Percent(9.02), Ok(-1.75), Ratio(-1.93)),
    ("graduation 2011", [55., 61.7, 85.], Up, [1., 10.], Improving, Ptca(22.33), Ok(2.23), Ratio(2.74)),
    ("graduation 2014", [55., 78.3, 85.], Up, [4., 10.], Improving, Ptca(77.67), Ok(1.94), Ratio(2.07)),
    ("graduation 2018", [55., 89.3, 85.], Up, [8., 10.], TargetMet, Ptca(114.33), MET, Achieved),
    ("small move", [50., 50.9, 60.], Up, [4., 10.], LittleChange, Ptca(9.0), Ok(0.225), Ratio(0.24)),
    ("exactly at the cut-off", [50., 51., 60.], Up, [4., 10.], Improving, Ptca(10.0), Ok(0.25), Ratio(0.27)),
    ("flat", [50., 50., 60.], Up, [4., 10.], LittleChange, Ptca(0.0), Ok(0.0), Ratio(0.0)),
    ("held", [80., 80., 80.], Up, [4., 10.], TargetMet, NotAsked, MET, SAME),
    ("slipped 5 percent", [80., 76., 80.], Up, [4., 10.], LittleChange, Percent(5.0), EQUAL, SAME),
    ("slipped 12.5 percent", [80., 70., 80.], Up, [4., 10.], GettingWorse, Percent(12.5), EQUAL, SAME),
    ("still beyond", [90., 88., 85.], Up, [4., 10.], TargetMet, NotAsked, MET, Ratio(-0.98)),
    ("fell below", [90., 80., 85.], Up, [4., 10.], GettingWorse, Percent(11.11), Ok(-5.0), Ratio(-5.09)),
    ("from zero", [0., 5., 10.], Up, [4., 10.], Improving, Ptca(50.0), Ok(1.25), ZERO),
    ("to zero", [100., 50., 0.], Down, [5., 15.], Improving, Ptca(50.0), Ok(1.5), Refused(0.13, Cannot::Zero)),
    ("rose from zero", [0., 5., 0.], Down, [4., 10.], GettingWorse, Undefined, EQUAL, ZERO),
    ("food insecurity", [10.5, 13.5, 8.], Down, [3., 10.], GettingWorse, Percent(28.57), Ok(-4.0), Ratio(-3.26)),
];

fn change([b, c, goal]: [f64; 3], way: Way) -> Change {
    let sample = |value| Sample { value, se: None };
    Change {
        baseline: sample(b),
        latest: sample(c),
        goal: Some(goal),
        way,
        min_change: None,
        is_index: false,
        independent: true,
    }
}

#[test]
fn the_published_vectors_come_out() {
    let close = |found: f64, expected: f64| (found - expected).abs() < 0.0051;
    for (name, values, way, [years, goal_years], label, size, ratio, by_growth) in VECTORS {
        let mut change = change(values, way);
        if name == "reading, tested" {
            (change.baseline.se, change.latest.se) = (Some(0.5), Some(0.5));
        }
        let judgement = judge(change);
        assert_eq!(judgement.label, label, "{name}: {judgement:?}");
        match size {
            Ptca(expected) => assert!(judgement.ptca.is_some_and(|found| close(found, expected)), "{name}"),
            Percent(expected) => {
                let away = judgement.percent.is_some_and(|found| close(found.abs(), expected));
                assert!(away && judgement.ptca.is_none(), "{name}: {judgement:?}");
            }
            Undefined => assert_eq!((judgement.ptca, judgement.percent), (None, None), "{name}"),
            NotAsked => assert_eq!((judgement.ptca, judgement.met_at_baseline), (None, true), "{name}"),
        }
        let [b, c, goal] = values;
        let points = [Spot { time: 2020.5, value: b }, Spot { time: 2020.5 + years, value: c }];
        let goal_spot = Spot { time: 2020.5 + goal_years, value: goal };
        let found = pace(&points, Some(goal_spot), Some(way), PaceModel::Linear);
        match ratio {
            Ok(expected) => assert!(found.ratio.is_some_and(|found| close(found, expected)), "{name}: {found:?}"),
            Err(None) => assert_eq!((found.label, found.ratio), (PaceLabel::Met, None), "{name}"),
            Err(why) => assert_eq!((found.ratio, found.why), (None, why), "{name}"),
        }
        let terms = Terms { baseline: b, latest: c, years, goal: Some((goal, goal_years)), way, limit: None };
        let growth = growth::growth(terms);
        match by_growth {
            Ratio(expected) => assert!(growth.ratio.is_ok_and(|found| close(found, expected)), "{name}: {growth:?}"),
            ByGrowth::Cannot(why) => assert_eq!(growth.ratio, Err(why), "{name}"),
            Refused(bare, why) => {
                assert!(close(growth::bare_ratio(terms), bare) && growth.ratio == Err(why), "{name}: {growth:?}");
            }
            Achieved => assert_eq!(growth.label, Ok(GrowthLabel::Achieved), "{name}"),
        }
    }
}

/// Numbers that are the same in every run (SplitMix64): properties need many cases, not chance.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// One decimal, often round, sometimes zero or equal to another: where edges are.
    fn value(&mut self) -> f64 {
        match self.below(8) {
            0 => 0.0,
            1 => 50.0,
            2 => (self.below(20) * 10) as f64,
            _ => self.below(2001) as f64 / 10.0,
        }
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(2) == 0).then(|| make(self))
    }
}

/// A line of figures with all that it is judged by.
#[derive(Clone, Debug)]
struct Case {
    values: Vec<f64>,
    goal: Option<f64>,
    goal_time: f64,
    way: Way,
    se: Option<f64>,
    min_change: Option<f64>,
    is_index: bool,
    model: PaceModel,
}

impl Case {
    fn new(numbers: &mut Numbers) -> Self {
        let length = 2 + numbers.below(14);
        Self {
            values: (0..length).map(|_| numbers.value()).collect(),
            goal: numbers.maybe(Numbers::value),
            goal_time: 2021.0 + numbers.below(30) as f64,
            way: if numbers.below(2) == 0 { Up } else { Down },
            se: numbers.maybe(|numbers| numbers.below(40) as f64 / 8.0),
            min_change: numbers.maybe(|numbers| numbers.below(30) as f64 / 10.0),
            is_index: numbers.below(4) == 0,
            model: if numbers.below(4) == 0 { PaceModel::Compound } else { PaceModel::Linear },
        }
    }

    fn points(&self) -> Vec<Spot> {
        self.values.iter().zip(0..).map(|(&value, at)| Spot { time: 2020.5 + f64::from(at), value }).collect()
    }

    /// All labels of the case: status, pace, trend, gap between the halves of its values.
    fn labels(&self) -> (StatusLabel, PaceLabel, TrendLabel, Option<GapLabel>, Option<bool>) {
        let sample = |value: f64| Sample { value, se: self.se };
        let (first, last) = (self.values[0], self.values[self.values.len() - 1]);
        let status = judge(Change {
            baseline: sample(first),
            latest: sample(last),
            goal: self.goal,
            way: self.way,
            min_change: self.min_change,
            is_index: self.is_index,
            independent: true,
        });
        let goal = self.goal.map(|value| Spot { time: self.goal_time, value });
        let pace = pace(&self.points(), goal, Some(self.way), self.model);
        let half = self.values.len() / 2;
        let side = |values: &[f64]| values.iter().copied().map(sample).collect::<Vec<_>>();
        let gap = gap::compare(&side(&self.values[..half]), &side(&self.values[half..2 * half]), Some(self.way), true);
        let down = gap.map(|gap| gap.levelling_down);
        (status.label, pace.label, trend(&self.values, false).label, gap.map(|gap| gap.label), down)
    }

    fn scaled(&self, factor: f64) -> Self {
        let times = |value: Option<f64>| value.map(|value| value * factor);
        Self {
            values: self.values.iter().map(|value| value * factor).collect(),
            goal: times(self.goal),
            se: times(self.se),
            min_change: times(self.min_change),
            ..self.clone()
        }
    }

    fn mirrored(&self) -> Self {
        let other = if self.way == Up { Down } else { Up };
        let negative = self.scaled(-1.0);
        Self { way: other, se: self.se, min_change: self.min_change, model: PaceModel::Linear, ..negative }
    }
}

/// Many cases, the same ones each time.
fn cases() -> impl Iterator<Item = Case> {
    let mut numbers = Numbers(2026);
    (0..4000).map(move |_| Case::new(&mut numbers))
}

#[test]
fn units_do_not_matter() {
    for case in cases() {
        for factor in [0.001, 0.37, 3.0, 1024.0, 1e9] {
            assert_eq!(case.scaled(factor).labels(), case.labels(), "{factor} {case:?}");
        }
    }
}

#[test]
fn a_mirrored_line_has_the_same_labels_and_a_mirrored_direction_the_opposite() {
    for case in cases() {
        let (status, pace, trend, gap, down) = case.mirrored().labels();
        let own = Case { model: PaceModel::Linear, ..case.clone() }.labels();
        let turned = match own.2 {
            TrendLabel::Rising => TrendLabel::Falling,
            TrendLabel::Falling => TrendLabel::Rising,
            other => other,
        };
        assert_eq!((status, pace, trend, gap, down), (own.0, own.1, turned, own.3, own.4), "{case:?}");
        let free = Case { goal: None, ..case };
        let other = Case { way: if free.way == Up { Down } else { Up }, ..free.clone() };
        let opposite = match free.labels().0 {
            Improving => GettingWorse,
            GettingWorse => Improving,
            other => other,
        };
        assert_eq!(other.labels().0, opposite, "{free:?}");
    }
}

/// How good a pace is; `None` where there is none.
fn rank(label: PaceLabel) -> Option<usize> {
    [PaceLabel::MovingAway, PaceLabel::FarTooSlow, PaceLabel::TooSlow, PaceLabel::OnPace]
        .iter()
        .position(|known| *known == label)
}

/// Holds for the rate between the end points, and for any rate on a straight line. It cannot hold for a median of slopes
/// in general: 10, 9, 8, 7, 6, 20 is a fall with a jump, and every further 20 makes the jump weigh more.
#[test]
fn a_later_equal_point_never_improves_the_pace() {
    let mut compared = 0;
    for case in cases() {
        let Some(goal) = case.goal.map(|value| Spot { time: case.goal_time, value }) else { continue };
        let mut numbers = Numbers(case.values.len() as u64);
        let step = numbers.below(40) as f64 / 4.0 - 5.0;
        let straight = case.points().iter().map(|p| Spot { value: 100.0 + step * (p.time - 2020.5), ..*p }).collect();
        for mut points in [case.points(), straight] {
            let before = pace(&points, Some(goal), Some(case.way), PaceModel::Linear);
            let last = points[points.len() - 1];
            points.push(Spot { time: last.time + 1.0, ..last });
            let after = pace(&points, Some(goal), Some(case.way), PaceModel::Linear);
            if let (Some(before), Some(after)) = (before.needed_per_year, after.needed_per_year) {
                assert!(after.abs() >= before.abs(), "{case:?}");
            }
            let straight = points[..points.len() - 1].windows(2).all(|pair| pair[1].value - pair[0].value == step);
            let ends = after.recent.is_some_and(|slope| slope.method == SlopeMethod::EndPoints);
            if let (Some(was), Some(is), true) = (rank(before.label), rank(after.label), straight || ends) {
                assert!(is <= was, "{before:?} {after:?}");
                compared += 1;
            }
        }
    }
    assert!(compared > 500, "{compared}");
}

/// What is said of the same figures, however many decimals are shown.
#[test]
fn rounding_for_display_never_changes_a_label() {
    let mut numbers = Numbers(7);
    for _ in 0..60 {
        // Values just before and just beyond the target, which a rounded display shows as the target.
        let near = 70.0 + (numbers.below(9) as f64 - 4.0) / 100.0;
        let base = 60.0 + numbers.below(100) as f64 / 100.0;
        let labels = |decimals: u32| {
            let fields = format!(
                r#""baseline": {{"period": "2020"}}, "unit": {{"kind": "quantity", "name": "tonnes", "decimals": {decimals}}},
                "targets": [{{"value": 70, "by": "2030", "kind": "aspiration"}}]"#
            );
            let feed = feed(&[(&fields, &format!("2020 {base}, 2024 {near}"))]);
            let found = assess(&feed, &feed.indicators[0], &Scope::default(), today());
            (found.status.label(), found.pace.label, found.trend.label)
        };
        let exact = labels(3);
        assert_eq!(exact.0 == TargetMet, near >= 70.0);
        for decimals in 0..3 {
            assert_eq!(labels(decimals), exact);
        }
    }
}

/// Assesses the only indicator of a feed.
#[track_caller]
pub fn only<'f>(feed: &'f Feed, scope: &Scope) -> Assessment<'f> {
    assert_eq!(feed.indicators.len(), 1);
    assess(feed, &feed.indicators[0], scope, today())
}
