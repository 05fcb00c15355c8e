//! The growth-rate method of Statistics Canada and Open SDG, which comes from Eurostat. For comparison only: a coalition
//! chooses it by name, and it stands beside this program's own pace.
//!
//! It differs from the published code on purpose. A zero is not replaced by a small number, since the answer would
//! depend on which one; values and target of different sign are refused; and a target that equals the baseline is a
//! reason, not an error.

use super::numbers::{TOLERANCE, Way};

super::codes! {
    /// The method's own categories.
    pub enum GrowthLabel {
        Achieved = "target_achieved",
        OnTrack = "on_track",
        AccelerationNeeded = "acceleration_needed",
        LimitedProgress = "limited_progress",
        Deterioration = "deterioration",
    }
}

super::codes! {
    /// Why a method of others cannot answer.
    pub enum Cannot {
        /// Baseline, latest value or target is zero.
        Zero = "zero",
        /// Baseline, latest value and target are not all above or all below zero.
        SignChange = "sign_change",
        BaselineIsTarget = "baseline_equals_target",
        NoTime = "no_time_between",
        NoTarget = "no_target",
        /// Neither direction is better, or the indicator is to stay within a range.
        NoDirection = "no_direction",
        /// The values cannot be compared at all.
        NotAssessed = "not_assessed",
    }
}

/// Ratios at which categories change, with a target.
pub const THRESHOLDS: [f64; 3] = [0.95, 0.60, 0.0];

/// Growth in percent each year at which categories change, without a target; to be multiplied by the limit factor.
pub const THRESHOLDS_WITHOUT_TARGET: [f64; 3] = [1.5, 0.5, 0.0];

/// The exponent of the limit factor.
const LIMIT_EXPONENT: f64 = 4.44;

/// What the method is asked: plain numbers, times in decimal years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    pub baseline: f64,
    pub latest: f64,
    /// Years from the baseline to the latest value.
    pub years: f64,
    /// The target, and the years from the baseline to it.
    pub goal: Option<(f64, f64)>,
    pub way: Way,
    /// The value that cannot be passed in the wanted direction.
    pub limit: Option<f64>,
}

/// What the method says, and what it was made from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    pub terms: Terms,
    pub label: Result<GrowthLabel, Cannot>,
    /// Growth so far in percent each year.
    pub observed: Result<f64, Cannot>,
    /// Growth from the baseline to the target in percent each year.
    pub required: Result<f64, Cannot>,
    /// Signed ratio of the two; below zero is the unwanted direction.
    pub ratio: Result<f64, Cannot>,
    /// The limit factor C, used without a target only.
    pub factor: f64,
}

/// Compound growth each year as a share; not a number where there is none.
fn rate(from: f64, to: f64, years: f64) -> f64 {
    (to / from).powf(1.0 / years) - 1.0
}

/// Compound growth in percent each year, refused where it means nothing.
fn percent(from: f64, to: f64, years: f64) -> Result<f64, Cannot> {
    if from == 0.0 || to == 0.0 {
        return Err(Cannot::Zero);
    }
    if (from > 0.0) != (to > 0.0) {
        return Err(Cannot::SignChange);
    }
    if years <= 0.0 {
        return Err(Cannot::NoTime);
    }
    Ok(100.0 * rate(from, to, years))
}

/// The bare formula R = d · CAGR_o / |CAGR_r|, turned round where all values are below zero. Not a number, or infinite,
/// where it has no answer; at a target of zero it gives a number that says nothing, which [`growth`] does not use.
pub fn bare_ratio(terms: Terms) -> f64 {
    let Some((goal, goal_years)) = terms.goal else { return f64::NAN };
    let observed = rate(terms.baseline, terms.latest, terms.years);
    let required = rate(terms.baseline, goal, goal_years);
    terms.way.sign() * flip(terms) * observed / required.abs()
}

/// Growth of values below zero is shrinkage.
fn flip(terms: Terms) -> f64 {
    if terms.baseline < 0.0 { -1.0 } else { 1.0 }
}

/// Judges by growth rates.
pub fn growth(terms: Terms) -> Growth {
    let observed = percent(terms.baseline, terms.latest, terms.years);
    let required = match terms.goal {
        Some((goal, years)) => percent(terms.baseline, goal, years),
        None => Err(Cannot::NoTarget),
    };
    let ratio = match (observed, required) {
        (Ok(_), Ok(0.0)) => Err(Cannot::BaselineIsTarget),
        (Ok(_), Ok(_)) => Ok(bare_ratio(terms)),
        (Err(why), _) | (_, Err(why)) => Err(why),
    };
    let factor = limit_factor(terms.baseline, terms.limit.filter(|_| terms.goal.is_none()));
    let achieved = terms.goal.is_some_and(|(goal, _)| terms.way.sign() * (terms.latest - goal) >= 0.0);
    let label = match terms.goal {
        Some(_) if achieved => Ok(GrowthLabel::Achieved),
        Some(_) => ratio.map(|ratio| label(ratio, THRESHOLDS)),
        None => observed.map(|rate| {
            label(terms.way.sign() * flip(terms) * rate, THRESHOLDS_WITHOUT_TARGET.map(|from| from * factor))
        }),
    };
    Growth { terms, label, observed, required, ratio, factor }
}

fn label(value: f64, thresholds: [f64; 3]) -> GrowthLabel {
    let labels = [GrowthLabel::OnTrack, GrowthLabel::AccelerationNeeded, GrowthLabel::LimitedProgress];
    let found = labels.into_iter().zip(thresholds).find(|(_, from)| value >= from - TOLERANCE);
    found.map_or(GrowthLabel::Deterioration, |(label, _)| label)
}

/// How much lower the thresholds are near a limit, where growth has to slow down: 1 far from it, near 0 beside it.
pub fn limit_factor(baseline: f64, limit: Option<f64>) -> f64 {
    let (b, Some(l)) = (baseline.abs(), limit.map(f64::abs)) else { return 1.0 };
    if b >= 2.0 * l {
        1.0
    } else if b <= l {
        1.0 - (b / l).powf(LIMIT_EXPONENT)
    } else {
        1.0 - ((2.0 * l - b) / l).powf(LIMIT_EXPONENT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(baseline: f64, latest: f64, goal: Option<f64>, way: Way) -> Terms {
        Terms { baseline, latest, years: 5.0, goal: goal.map(|goal| (goal, 10.0)), way, limit: None }
    }

    #[track_caller]
    fn check(terms: Terms, label: Result<GrowthLabel, Cannot>) -> Growth {
        let found = growth(terms);
        assert_eq!(found.label, label, "{found:?}");
        found
    }

    use GrowthLabel::*;

    #[test]
    fn with_a_target_the_ratio_decides() {
        check(terms(50.0, 55.0, Some(60.0), Way::Up), Ok(OnTrack));
        check(terms(50.0, 54.0, Some(60.0), Way::Up), Ok(AccelerationNeeded));
        check(terms(50.0, 51.0, Some(60.0), Way::Up), Ok(LimitedProgress));
        check(terms(50.0, 49.0, Some(60.0), Way::Up), Ok(Deterioration));
        check(terms(50.0, 61.0, Some(60.0), Way::Up), Ok(Achieved));
        check(terms(60.0, 55.0, Some(50.0), Way::Down), Ok(OnTrack));
    }

    #[test]
    fn without_a_target_the_rate_decides_and_a_limit_lowers_the_bar() {
        check(terms(50.0, 54.0, None, Way::Up), Ok(OnTrack));
        check(terms(50.0, 52.0, None, Way::Up), Ok(AccelerationNeeded));
        check(terms(50.0, 51.0, None, Way::Up), Ok(LimitedProgress));
        check(terms(50.0, 49.0, None, Way::Up), Ok(Deterioration));
        check(terms(90.0, 92.0, None, Way::Up), Ok(LimitedProgress));
        check(Terms { limit: Some(100.0), ..terms(90.0, 92.0, None, Way::Up) }, Ok(AccelerationNeeded));
        let with_target =
            check(Terms { limit: Some(100.0), ..terms(90.0, 92.0, Some(99.0), Way::Up) }, Ok(LimitedProgress));
        assert_eq!(with_target.factor, 1.0);
    }

    #[test]
    fn the_limit_factor_is_that_of_the_published_table() {
        let expected = [(80.0, 0.63), (90.0, 0.37), (95.0, 0.20), (99.0, 0.04), (120.0, 0.63), (200.0, 1.0)];
        for (baseline, factor) in expected {
            assert!((limit_factor(baseline, Some(100.0)) - factor).abs() < 0.005, "{baseline}");
        }
        assert_eq!((limit_factor(50.0, Some(0.0)), limit_factor(50.0, None)), (1.0, 1.0));
    }

    #[test]
    fn where_it_cannot_answer_it_says_why() {
        check(terms(0.0, 5.0, Some(10.0), Way::Up), Err(Cannot::Zero));
        check(terms(5.0, 0.0, Some(10.0), Way::Up), Err(Cannot::Zero));
        check(terms(100.0, 50.0, Some(0.0), Way::Down), Err(Cannot::Zero));
        check(terms(10.0, 5.0, Some(-5.0), Way::Down), Err(Cannot::SignChange));
        check(terms(-2.0, 3.0, None, Way::Up), Err(Cannot::SignChange));
        check(terms(80.0, 70.0, Some(80.0), Way::Up), Err(Cannot::BaselineIsTarget));
        check(Terms { years: 0.0, ..terms(50.0, 55.0, Some(60.0), Way::Up) }, Err(Cannot::NoTime));
        let held = check(terms(80.0, 80.0, Some(80.0), Way::Up), Ok(Achieved));
        assert_eq!(held.ratio, Err(Cannot::BaselineIsTarget));
    }

    #[test]
    fn below_zero_growth_is_turned_round() {
        check(terms(-10.0, -8.0, Some(-5.0), Way::Up), Ok(AccelerationNeeded));
        check(terms(-10.0, -12.0, Some(-5.0), Way::Up), Ok(Deterioration));
        check(terms(-10.0, -8.0, None, Way::Up), Ok(OnTrack));
    }
}
