//! What an indicator is to become: on which scale it is judged, which way is better there, and what the target is.

use super::numbers::{TOLERANCE, Way};
use super::status::TEN_PERCENT;
use crate::feed::date::Date;
use crate::feed::period::{Period, decimal_year};
use crate::feed::records::Indicator;
use crate::feed::records::indicator::{Direction, Target, TargetKind};

/// The scale that values are judged on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scale {
    /// The value itself.
    Value,
    /// How far the value lies outside a wanted band; inside it is 0.
    Distance { lo: f64, hi: f64 },
}

impl Scale {
    /// A value on this scale.
    pub fn of(self, value: f64) -> f64 {
        match self {
            Self::Value => value,
            Self::Distance { lo, hi } => (lo - value).max(0.0).max(value - hi),
        }
    }
}

/// What a line of figures is judged by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aim {
    pub scale: Scale,
    /// `None` where neither direction is better.
    pub way: Option<Way>,
    /// The target on the scale.
    pub goal: Option<f64>,
    /// For a level that is to be held: how far below or above it still counts as held, in the unit.
    pub tolerance: Option<f64>,
}

impl Aim {
    /// The aim of an indicator, with the target that holds for the line and the value of the baseline.
    pub fn of(indicator: &Indicator, target: Option<&Target>, baseline: Option<f64>) -> Self {
        let plain = |way, goal, tolerance| Self { scale: Scale::Value, way, goal, tolerance };
        let towards = |way: Way| match target {
            // A floor or a ceiling: a little less than the target is still held.
            Some(target) if target.kind == TargetKind::Maintain => {
                let tolerance = indicator.min_change.unwrap_or(0.0);
                plain(Some(way), Some(target.value - way.sign() * widened(tolerance)), Some(tolerance))
            }
            _ => plain(Some(way), target.map(|target| target.value), None),
        };
        match indicator.direction {
            Direction::Increase => towards(Way::Up),
            Direction::Decrease => towards(Way::Down),
            Direction::Neither => plain(None, None, None),
            Direction::Maintain => match target.map(|target| target.value).or(baseline) {
                Some(level) => Self::held(level, baseline, indicator.min_change),
                None => plain(None, None, None),
            },
            Direction::Range => match &indicator.range {
                Some(range) => {
                    let scale = Scale::Distance { lo: range.lo, hi: range.hi };
                    let goal = target.map_or(0.0, |target| scale.of(target.value));
                    Self { scale, way: Some(Way::Down), goal: Some(goal), tolerance: None }
                }
                None => plain(None, None, None),
            },
        }
    }

    /// A level that is to be held, with neither side better: within a tolerance of the level, of the baseline, or of
    /// what lies between them. Which side of a level is the worse one cannot be told from the figures; who means a floor
    /// or a ceiling writes the direction and a target of the kind "maintain".
    fn held(level: f64, baseline: Option<f64>, min_change: Option<f64>) -> Self {
        let tolerance = min_change.unwrap_or(level.abs() * TEN_PERCENT / 100.0);
        let (other, within) = (baseline.unwrap_or(level), widened(tolerance));
        let scale = Scale::Distance { lo: level.min(other) - within, hi: level.max(other) + within };
        Self { scale, way: Some(Way::Down), goal: Some(0.0), tolerance: Some(tolerance) }
    }
}

/// A tolerance that binary fractions cannot make too narrow.
fn widened(tolerance: f64) -> f64 {
    tolerance * (1.0 + TOLERANCE)
}

/// When a target is for, in decimal years: the middle of the year, month or day that is named, as for periods. So the
/// target for 2030 stands thirteen years after the baseline of 2017.
pub fn time_of(date: Date) -> f64 {
    match date {
        Date::Year(year) => Period::Year(year).middle(),
        Date::Month(year, month) => Period::Month(year, month).middle(),
        Date::Day(day) => decimal_year(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::tests::indicator;

    #[track_caller]
    fn check(fields: &str, baseline: f64, value: f64, on_scale: f64, met: bool) {
        let indicator = indicator(fields);
        let aim = Aim::of(&indicator, indicator.targets.first(), Some(baseline));
        let found = aim.scale.of(value);
        let meets = aim.way.zip(aim.goal).is_some_and(|(way, goal)| way.sign() * (found - goal) >= 0.0);
        assert!((found - on_scale).abs() < 1e-6, "{found} {aim:?}");
        assert_eq!(meets, met, "{aim:?}");
    }

    const HELD: &str = r#""direction": "maintain""#;
    const LEVEL: &str = r#""direction": "maintain", "min_change": 0.5,
        "targets": [{"value": 95, "by": "2028", "kind": "maintain"}]"#;
    const KEEP: &str = r#""direction": "increase", "min_change": 0.1,
        "targets": [{"value": 0.8, "by": "2028", "kind": "maintain"}]"#;
    const RANGE: &str = r#""direction": "range", "range": {"lo": 5, "hi": 7}"#;

    #[test]
    fn a_range_is_a_distance_to_be_closed() {
        check(RANGE, 4.0, 3.4, 1.6, false);
        check(RANGE, 4.0, 5.0, 0.0, true);
        check(RANGE, 4.0, 6.0, 0.0, true);
        check(RANGE, 4.0, 7.5, 0.5, false);
        let step = format!(r#"{RANGE}, "targets": [{{"value": 4, "by": "2028", "kind": "aspiration"}}]"#);
        check(&step, 3.0, 4.0, 1.0, true);
        check(&step, 3.0, 3.9, 1.1, false);
    }

    #[test]
    fn a_level_is_held_within_its_tolerance() {
        check(HELD, 50.0, 45.0, 0.0, true);
        check(HELD, 50.0, 44.0, 1.0, false);
        check(HELD, 50.0, 56.0, 1.0, false);
        check(HELD, 0.0, 0.1, 0.1, false);
    }

    #[test]
    fn the_way_between_baseline_and_level_is_held_too() {
        check(LEVEL, 95.8, 94.5, 0.0, true);
        check(LEVEL, 95.8, 96.3, 0.0, true);
        check(LEVEL, 95.8, 92.8, 1.7, false);
        check(LEVEL, 95.8, 97.3, 1.0, false);
        check(LEVEL, 90.0, 89.5, 0.0, true);
        check(LEVEL, 90.0, 80.0, 9.5, false);
    }

    #[test]
    fn a_target_to_be_maintained_forgives_the_smallest_change_that_matters() {
        check(KEEP, 0.8, 0.7, 0.7, true);
        check(KEEP, 0.8, 0.699, 0.699, false);
        check(
            r#""direction": "increase", "targets": [{"value": 0.8, "by": "2028", "kind": "maintain"}]"#,
            0.8,
            0.79,
            0.79,
            false,
        );
    }

    #[test]
    fn dates_stand_in_the_middle_of_what_they_name() {
        let time = |date: &str| time_of(Date::parse(date).unwrap());
        assert_eq!((time("2030"), time("2030-07"), time("2030-01-01")), (2030.5, 2030.0 + 6.5 / 12.0, 2030.0));
    }
}
