use super::*;
use crate::feed::id::{DimensionId, GeographyId, Name};
use crate::measure::gap::{GapBasis, GapLabel, GapReason};
use crate::measure::growth::GrowthLabel;
use crate::measure::pace::SlopeMethod;
use crate::measure::status::Basis;
use crate::measure::tests::{feed, feed_of, only, today};
use crate::measure::trend::TrendLabel;

/// An indicator that is measured from 2020 on, with more fields.
fn since(fields: &str) -> String {
    let comma = if fields.is_empty() { "" } else { ", " };
    format!(r#""baseline": {{"period": "2020"}}{comma}{fields}"#)
}

/// A target for everybody.
fn target(value: f64, by: &str, more: &str) -> String {
    format!(r#""targets": [{{"value": {value}, "by": "{by}", "kind": "aspiration"{more}}}]"#)
}

/// Status, reason and pace of everybody's line.
#[track_caller]
fn check(fields: &str, rows: &str, status: StatusLabel, reason: Option<Reason>, pace: PaceLabel, why: Option<NoPace>) {
    let feed = feed(&[(fields, rows)]);
    let found = only(&feed, &Scope::default());
    let said = (found.status.label(), found.status.reason(), found.pace.label, found.pace.why);
    assert_eq!(said, (status, reason, pace, why), "{found:#?}");
}

/// Nothing could be judged.
#[track_caller]
fn check_not(fields: &str, rows: &str, status: StatusLabel, reason: Option<Reason>) {
    check(fields, rows, status, reason, NotDefined, Some(NoPace::NotAssessed));
}

#[track_caller]
fn check_judged(fields: &str, rows: &str, status: StatusLabel, pace: PaceLabel) {
    check(fields, rows, status, None, pace, None);
}

use PaceLabel::*;
use StatusLabel::*;

fn low_income() -> Scope {
    Scope { groups: vec![(DimensionId::new("income").unwrap(), Name::new("low").unwrap())], geography: None }
}

fn east() -> Scope {
    Scope { groups: Vec::new(), geography: GeographyId::new("east") }
}

#[test]
fn what_is_not_measured_yet_is_developmental_with_or_without_figures() {
    check_not(r#""phase": "developmental""#, "", Developmental, None);
    check_not(&since(r#""phase": "developmental""#), "2020 50, 2024 60", Developmental, None);
}

#[test]
fn without_figures_there_is_no_data() {
    check_not("", "", NoData, None);
    check_not("", "2020 - missing, 2021 - not_due", NoData, None);
    check_not("", "2020 - missing, 2024 50 - income low", NotAssessable, Some(Reason::NoTotal));
}

#[test]
fn withheld_figures_are_not_assessable_and_say_why() {
    check_not("", "2020 - suppressed, 2021 - suppressed", NotAssessable, Some(Reason::Suppressed));
    check_not(&since(""), "2020 50, 2021 - suppressed", NotAssessable, Some(Reason::Suppressed));
    check_not(&since(""), "2020 50, 2021 - withheld, 2022 - missing", NotAssessable, Some(Reason::Withheld));
    check_not(&since(""), "2020 50, 2021 55 unreliable", NotAssessable, Some(Reason::Unreliable));
    check_not(&since(""), "2020 50, 2021 55, 2022 56 unreliable", NotAssessable, Some(Reason::Unreliable));
    check_not(&since(""), "2020 50, 2024 55 forecast", NotAssessable, Some(Reason::Forecast));
}

#[test]
fn a_later_withheld_figure_does_not_undo_the_one_before() {
    check(&since(""), "2020 50, 2021 55, 2022 - suppressed", Improving, None, NotDefined, Some(NoPace::NoTarget));
    check(&since(""), "2020 50, 2021 55, 2022 60 forecast", Improving, None, NotDefined, Some(NoPace::NoTarget));
}

#[test]
fn one_point_is_a_baseline_only() {
    check_not(&since(""), "2018 40, 2020 50", BaselineOnly, None);
    check_not(&since(""), "2020 50, 2021 - missing", BaselineOnly, None);
    check_not(&since(""), "2020 50, 2030 60 forecast", BaselineOnly, None);
}

#[test]
fn without_a_baseline_change_is_not_judged() {
    check_not("", "2020 50, 2024 60", NotAssessable, Some(Reason::NoBaseline));
}

#[test]
fn figures_of_different_kinds_are_not_compared() {
    check_not(&since(""), "2020 50, 2022 60 break, 2024 61", NotAssessable, Some(Reason::Break));
    check_not(&since(""), "2020 50, 2022 - missing+break, 2024 61", NotAssessable, Some(Reason::Break));
    check_not(&since(""), "2020 50, 2024 60 definition_differs", NotAssessable, Some(Reason::DefinitionDiffers));
    check(&since(""), "2020 50 break, 2024 60", Improving, None, NotDefined, Some(NoPace::NoTarget));
}

#[test]
fn a_retired_indicator_is_judged_no_more() {
    check_not(&since(r#""phase": "retired""#), "2020 50, 2024 60", NotAssessable, Some(Reason::Retired));
}

#[test]
fn context_is_shown_and_not_judged() {
    let feed = feed(&[(&since(r#""direction": "none""#), "2020 50, 2024 60")]);
    let found = only(&feed, &Scope::default());
    assert_eq!((found.status.label(), found.percent_change()), (ContextOnly, Some(20.0)));
    assert_eq!(found.pace.recent.map(|slope| slope.per_year), Some(2.5));
    assert_eq!((found.pace.label, found.pace.why), (NotDefined, Some(NoPace::NotAssessed)));
    check_not(r#""direction": "none""#, "2020 50, 2024 60", ContextOnly, None);
}

#[test]
fn a_target_is_met_missed_or_awaited() {
    check_judged(&since(&target(60.0, "2030", "")), "2020 50, 2024 61", TargetMet, Met);
    check_judged(&since(&target(60.0, "2025", "")), "2020 50, 2025 61", TargetMet, Met);
    check_judged(&since(&target(60.0, "2025", "")), "2020 50, 2025 58", Improving, MissedDate);
    check_judged(&since(&target(60.0, "2025", "")), "2020 50, 2025 50", LittleChange, MissedDate);
    check_judged(&since(&target(60.0, "2025", "")), "2020 50, 2024 58", Improving, AwaitingFigure);
    let rare = format!("{}, \"update_frequency\": \"every_five_years\"", target(60.0, "2024", ""));
    check_judged(&since(&rare), "2020 50, 2023 58", Improving, MissedDate);
}

#[test]
fn a_missed_date_has_no_ratio_and_no_rate_to_go() {
    let feed = feed(&[(&since(&target(60.0, "2025", "")), "2020 50, 2025 58")]);
    let found = only(&feed, &Scope::default()).pace;
    assert_eq!((found.ratio, found.needed_per_year, found.projected), (None, None, None));
    assert_eq!(found.recent.map(|slope| slope.per_year), Some(1.6));
}

#[test]
fn the_pace_is_measured_from_the_baseline() {
    check_judged(&since(&target(60.0, "2030", "")), "2020 50, 2024 54", Improving, OnPace);
    check_judged(&since(&target(60.0, "2030", "")), "2020 50, 2024 53", Improving, TooSlow);
    check_judged(&since(&target(60.0, "2030", "")), "2020 50, 2024 51", Improving, FarTooSlow);
    check_judged(&since(&target(60.0, "2030", "")), "2020 50, 2024 49", LittleChange, MovingAway);
    let fields = since(&target(50.0, "2030", ""));
    check(&fields, "2020 50, 2024 40", GettingWorse, None, NotDefined, Some(NoPace::BaselineIsTarget));
    let now = since(&target(60.0, "2026", ""));
    check(&now, "2020 50, 2026 55 provisional", Improving, None, NotDefined, Some(NoPace::NoTime));
}

#[test]
fn five_points_since_the_baseline_make_a_median_slope() {
    let fields = since(&target(60.0, "2030", ""));
    let slope = |rows: &str| {
        let feed = feed(&[(&fields, rows)]);
        only(&feed, &Scope::default()).pace.recent.map(|slope| (slope.method, slope.points, slope.per_year))
    };
    assert_eq!(slope("2018 10, 2019 20, 2020 50, 2021 51, 2022 52"), Some((SlopeMethod::EndPoints, 3, 1.0)));
    let five = "2020 50, 2021 51, 2022 52, 2023 - missing, 2024 54, 2025 80";
    assert_eq!(slope(five), Some((SlopeMethod::TheilSen, 5, 1.0)));
    let unusable = "2020 50, 2021 51, 2022 52, 2023 9 unreliable, 2024 54";
    assert_eq!(slope(unusable), Some((SlopeMethod::EndPoints, 4, 1.0)));
    let other = "2020 50, 2021 51, 2022 52, 2023 9 definition_differs, 2024 54";
    assert_eq!(slope(other), Some((SlopeMethod::EndPoints, 4, 1.0)));
}

#[test]
fn compound_growth_can_be_chosen() {
    let fields = since(&format!(r#"{}, "pace_model": "compound""#, target(200.0, "2030", "")));
    check_judged(&fields, "2020 100, 2025 142", Improving, OnPace);
    // In a straight line 142 would be too little for half the time.
    check_judged(&since(&target(200.0, "2030", "")), "2020 100, 2025 142", Improving, TooSlow);
    check(&fields, "2020 -5, 2025 142", Improving, None, NotDefined, Some(NoPace::NotPositive));
}

#[test]
fn the_next_step_has_a_pace_of_its_own() {
    let steps = r#", "interim": [{"by": "2024", "value": 52}, {"by": "2027", "value": 53}]"#;
    let feed = feed(&[(&since(&target(70.0, "2030", steps)), "2020 50, 2024 52")]);
    let found = only(&feed, &Scope::default());
    let step = found.interim.unwrap();
    assert_eq!((step.by.to_string().as_str(), step.value, step.pace.label), ("2027", 53.0, OnPace));
    assert_eq!(found.pace.label, FarTooSlow);
}

#[test]
fn a_step_after_the_target_is_no_step_on_the_way() {
    let steps = r#", "interim": [{"by": "2031", "value": 61}]"#;
    let feed = feed(&[(&since(&target(60.0, "2030", steps)), "2020 50, 2024 52")]);
    assert_eq!(only(&feed, &Scope::default()).interim, None);
}

#[test]
fn of_several_targets_the_next_one_holds() {
    let targets = r#""targets": [{"value": 90, "by": "2035", "kind": "aspiration"},
        {"value": 60, "by": "2030", "kind": "aspiration"}, {"value": 55, "by": "2022", "kind": "aspiration"}]"#;
    let feed = feed(&[(&since(targets), "2020 50, 2024 54")]);
    let found = only(&feed, &Scope::default());
    assert_eq!(found.target.map(|target| target.value), Some(60.0));
    let past = feed.indicators[0].targets.iter().filter(|target| target.by.last() < today()).count();
    assert_eq!((past, scopes(&feed.indicators[0]).len()), (1, 1));
}

#[test]
fn a_range_is_entered_or_left() {
    let range = |more: &str| since(&format!(r#""direction": "range", "range": {{"lo": 5, "hi": 7}}{more}"#));
    let by = format!(", {}", target(5.0, "2030", ""));
    check_judged(&range(&by), "2020 3, 2024 4", Improving, OnPace);
    check_judged(&range(&by), "2020 9, 2024 8", Improving, OnPace);
    check_judged(&range(&by), "2020 4, 2024 3", GettingWorse, MovingAway);
    check_judged(&range(&by), "2020 4, 2024 6", TargetMet, Met);
    check(&range(""), "2020 4, 2024 4.5", Improving, None, NotDefined, Some(NoPace::NoTarget));
    check(&range(&by), "2020 6, 2024 8", GettingWorse, None, NotDefined, Some(NoPace::BaselineIsTarget));
}

#[test]
fn a_level_is_held_or_lost() {
    let held = |more: &str| since(&format!(r#""direction": "maintain"{more}"#));
    check(&held(""), "2020 50, 2024 54", TargetMet, None, NotDefined, Some(NoPace::NoTarget));
    check(&held(""), "2020 50, 2024 56", GettingWorse, None, NotDefined, Some(NoPace::NoTarget));
    check(&held(r#", "min_change": 1"#), "2020 50, 2024 51.5", LittleChange, None, NotDefined, Some(NoPace::NoTarget));
    let by = format!(r#", "min_change": 1, {}"#, target(50.0, "2030", ""));
    check_judged(&held(&by), "2020 50, 2024 49", TargetMet, Met);
}

#[test]
fn intervals_make_a_test() {
    let survey = since(&format!(r#""interval_level": 0.95, {}"#, target(80.0, "2030", "")));
    let basis = |rows: &str| {
        let feed = feed(&[(&survey, rows)]);
        let found = only(&feed, &Scope::default());
        let judgement = *found.status.judgement().unwrap();
        (judgement.label, judgement.basis, judgement.z.map(|z| (z * 1000.0).round()))
    };
    // A half width of 1.96 is a standard error of 1.
    assert_eq!(basis("2020 50±1.96, 2024 53±1.96"), (Improving, Basis::Tested, Some(2121.0)));
    assert_eq!(basis("2020 50±1.96, 2024 52±1.96"), (LittleChange, Basis::Tested, Some(1414.0)));
    assert_eq!(basis("2020 50±1.96, 2024 53"), (Improving, Basis::TenPercent, None));
}

#[test]
fn pooled_periods_that_overlap_are_neither_tested_nor_a_trend() {
    let pooled = r#""baseline": {"period": "2014..2016"}, "period_type": "pooled", "interval_level": 0.95"#;
    let found = |rows: &str| {
        let feed = feed(&[(pooled, rows)]);
        let found = only(&feed, &Scope::default());
        (found.status.judgement().map(|judgement| judgement.basis), found.trend.label)
    };
    let near = "2014..2016 50±1, 2015..2017 51±1, 2016..2018 52±1";
    assert_eq!(found(near), (Some(Basis::TenPercent), TrendLabel::OverlappingPeriods));
    let far = "2014..2016 50±1, 2015..2017 51±1, 2017..2019 52±1";
    assert_eq!(found(far), (Some(Basis::Tested), TrendLabel::OverlappingPeriods));
    let apart = "2014..2016 50±1, 2017..2019 51±1, 2020..2022 52±1, 2023..2025 53±1";
    assert_eq!(found(apart), (Some(Basis::Tested), TrendLabel::Rising));
}

#[test]
fn pooled_periods_stand_at_their_middle_year() {
    let fields =
        format!(r#""baseline": {{"period": "2014..2016"}}, "period_type": "pooled", {}"#, target(60.0, "2025", ""));
    let feed = feed(&[(&fields, "2014..2016 50, 2019..2021 55")]);
    let found = only(&feed, &Scope::default());
    assert_eq!(found.window.iter().map(|point| point.time).collect::<Vec<_>>(), [2015.5, 2020.5]);
    assert_eq!(found.pace.recent.map(|slope| slope.per_year), Some(1.0));
}

#[test]
fn provisional_values_are_judged_and_marked() {
    let feed = feed(&[(&since(""), "2020 50, 2024 60 provisional")]);
    let found = only(&feed, &Scope::default());
    assert_eq!((found.status.label(), found.is_provisional()), (Improving, true));
}

#[test]
fn the_trend_begins_at_the_baseline_or_the_last_break() {
    let trend = |rows: &str| {
        let feed = feed(&[(&since(""), rows)]);
        let found = only(&feed, &Scope::default()).trend;
        (found.label, found.points, found.run)
    };
    assert_eq!(trend("2018 9, 2019 8, 2020 1, 2021 2, 2022 3, 2023 4"), (TrendLabel::Rising, 4, 3));
    assert_eq!(trend("2020 9, 2021 1 break, 2022 2, 2023 3, 2024 4"), (TrendLabel::Rising, 4, 3));
    assert_eq!(trend("2020 1, 2021 2, 2022 3"), (TrendLabel::TooFewPoints, 3, 2));
}

#[test]
fn a_trend_is_told_of_the_value_and_judged_by_its_distance() {
    let range = since(r#""direction": "range", "range": {"lo": 5, "hi": 7}"#);
    let told = |rows: &str| {
        let feed = feed(&[(&range, rows)]);
        let found = only(&feed, &Scope::default());
        (found.trend.label, found.trend_towards)
    };
    assert_eq!(told("2020 4, 2021 3, 2022 2, 2023 1"), (TrendLabel::Falling, Some(false)));
    assert_eq!(told("2020 11, 2021 10, 2022 9, 2023 8"), (TrendLabel::Falling, Some(true)));
    assert_eq!(told("2020 5.1, 2021 5.2, 2022 5.3, 2023 5.4"), (TrendLabel::Rising, None));
}

#[test]
fn groups_and_places_are_judged_by_their_own_targets() {
    let scoped = r#""targets": [{"value": 60, "by": "2030", "kind": "aspiration"},
        {"value": 55, "by": "2028", "kind": "aspiration", "scope": {"dimension": "income", "group": "low"}},
        {"value": 70, "by": "2030", "kind": "aspiration", "scope": {"geography": "east"}}]"#;
    let rows = "2020 50, 2024 58, 2020 40 - income low, 2024 41 - income low, 2020 - suppressed - - east, \
        2024 - suppressed - - east";
    let feed = feed(&[(&since(scoped), rows)]);
    assert_eq!(scopes(&feed.indicators[0]), [Scope::default(), low_income(), east()]);
    let found = |scope: &Scope| {
        let found = only(&feed, scope);
        (found.status.label(), found.pace.label, found.target.map(|target| target.value))
    };
    assert_eq!(found(&Scope::default()), (Improving, OnPace, Some(60.0)));
    assert_eq!(found(&low_income()), (LittleChange, FarTooSlow, Some(55.0)));
    assert_eq!(found(&east()), (NotAssessable, NotDefined, Some(70.0)));
}

#[test]
fn a_group_without_a_baseline_says_so() {
    let rows = "2020 50, 2024 58, 2024 41 - income low, 2020 - suppressed - - east, 2024 30 - - - east";
    let feed = feed(&[(&since(""), rows)]);
    assert_eq!(only(&feed, &low_income()).status, Status::NotAssessable(Reason::BaselineMissing));
    assert_eq!(only(&feed, &east()).status, Status::NotAssessable(Reason::Suppressed));
}

#[test]
fn a_given_verdict_stands_beside_the_computed_one() {
    let given = r#""assessment_override": {"status": "little_change", "reason": "R", "by": "us", "on": "2026-05"}"#;
    let feed = feed(&[(&since(given), "2020 50, 2024 60, 2020 40 - income low, 2024 50 - income low")]);
    let found = only(&feed, &Scope::default());
    assert_eq!(
        (found.status.label(), found.given.map(|given| given.status.wire())),
        (Improving, Some("little_change"))
    );
    assert_eq!(only(&feed, &low_income()).given, None);
}

#[test]
fn a_figure_that_is_withheld_has_been_delivered() {
    let feed = feed(&[(&since(""), "2020 50, 2024 60, 2025 - suppressed, 2026 - not_due")]);
    assert_eq!(only(&feed, &Scope::default()).freshness.map(|fresh| fresh.as_of.to_string()), Some("2025".into()));
}

/// What the chosen methods say of an indicator.
#[track_caller]
fn compared(fields: &str, rows: &str) -> (Result<GrowthLabel, Cannot>, Result<f64, Cannot>) {
    let both = r#"{"assessment": {"comparisons": ["growth_rate", "percent_of_target"]}}"#;
    let feed = feed_of(&[(fields, rows)], both);
    match only(&feed, &Scope::default()).comparisons.as_slice() {
        [Comparison::Growth(growth), Comparison::PercentOfTarget(share)] => {
            (growth.and_then(|growth| growth.label), *share)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn methods_of_others_are_used_only_where_chosen() {
    let fields = since(&target(60.0, "2030", ""));
    let plain = feed(&[(&fields, "2020 50, 2024 54")]);
    assert_eq!(only(&plain, &Scope::default()).comparisons, []);
    assert_eq!(compared(&fields, "2020 50, 2024 54"), (Ok(GrowthLabel::OnTrack), Ok(90.0)));
    assert_eq!(compared(&since(""), "2020 50, 2024 54"), (Ok(GrowthLabel::OnTrack), Err(Cannot::NoTarget)));
    let share = since(r#""unit": {"kind": "percent", "decimals": 1}"#);
    assert_eq!(compared(&share, "2020 99, 2024 99.4").0, Ok(GrowthLabel::OnTrack), "near 100 little is much");
}

#[test]
fn methods_of_others_say_where_they_have_no_answer() {
    let zero = since(&format!(r#""direction": "decrease", {}"#, target(0.0, "2030", "")));
    assert_eq!(compared(&zero, "2020 50, 2024 25"), (Err(Cannot::Zero), Err(Cannot::Zero)));
    let range = since(r#""direction": "range", "range": {"lo": 5, "hi": 7}"#);
    assert_eq!(compared(&range, "2020 4, 2024 6"), (Err(Cannot::NoDirection), Err(Cannot::NoDirection)));
    let broken = compared(&since(""), "2020 50, 2022 60 break, 2024 61");
    assert_eq!(broken, (Err(Cannot::NotAssessed), Err(Cannot::NotAssessed)));
}

/// The gap between income groups: its label, the reason, the periods compared.
#[track_caller]
fn check_gap(fields: &str, rows: &str, label: GapLabel, why: Option<GapReason>, now: Option<(&str, f64)>) {
    let feed = feed(&[(fields, rows)]);
    let found = gaps(&feed, &feed.indicators[0]);
    let [found] = found.as_slice() else { panic!("{found:?}") };
    let said = found.now.map(|(period, extremes)| (period.to_string(), extremes.difference));
    let said = said.as_ref().map(|(period, difference)| (period.as_str(), *difference));
    assert_eq!((found.label, found.why, said), (label, why, now), "{found:?}");
}

#[test]
fn the_gap_is_between_groups_that_are_published() {
    let rows = |more: &str| format!("2020 40 - income low, 2020 60 - income high, {more}");
    let closed = rows("2024 50 - income low, 2024 62 - income high");
    check_gap(&since(""), &closed, GapLabel::Closing, None, Some(("2024", 12.0)));
    let later = rows("2024 50 - income low, 2024 62 - income high, 2025 51 - income low");
    check_gap(&since(""), &later, GapLabel::Closing, None, Some(("2024", 12.0)));
    let hidden = "2020 40 - income low, 2024 - suppressed income low, 2024 60 - income high";
    check_gap(&since(""), hidden, GapLabel::TooFewGroups, None, None);
}

#[test]
fn a_gap_without_a_like_for_like_baseline_is_not_compared() {
    let two = "2024 50 - income low, 2024 62 - income high";
    check_gap("", two, GapLabel::NotComparable, Some(GapReason::NoBaseline), Some(("2024", 12.0)));
    let with = |more: &str| format!("2020 50, {more}, {two}");
    let reason = Some(GapReason::TooFewGroups);
    check_gap(&since(""), &with("2020 40 - income low"), GapLabel::NotComparable, reason, Some(("2024", 12.0)));
    let broken = "2020 40 - income low, 2020 60 - income high, 2022 61 break income high";
    check_gap(&since(""), &with(broken), GapLabel::NotComparable, reason, Some(("2024", 12.0)));
    let other = "2020 40 definition_differs income low, 2020 60 - income high";
    check_gap(&since(""), &with(other), GapLabel::NotComparable, reason, Some(("2024", 12.0)));
    let only_then = "2020 40 - income low, 2020 60 - income high";
    check_gap(&since(""), only_then, GapLabel::NotComparable, Some(GapReason::BaselineOnly), Some(("2020", 20.0)));
}

#[test]
fn a_gap_between_survey_values_is_compared_by_intervals() {
    let survey = since(r#""interval_level": 0.95"#);
    let rows = "2020 40±6 - income low, 2020 60±6 - income high, 2024 46±6 - income low, 2024 60±6 - income high";
    let feed = feed(&[(&survey, rows)]);
    let found = gaps(&feed, &feed.indicators[0]);
    let change = found[0].change.unwrap();
    assert_eq!((change.label, change.basis), (GapLabel::Same, GapBasis::Intervals));
}
