//! The gap between groups: how far apart are the best off and the worst off, and is that getting less?
//!
//! The difference and the ratio of the highest and the lowest group, now and at the baseline (Healthy People 2030 keeps
//! both). They can disagree: when all values fall, the difference may shrink while the ratio grows. So both are given.

use super::numbers::{Sample, Way, interval_reach, reaches};

super::codes! {
    /// What is said of a gap.
    pub enum GapLabel {
        Closing = "closing",
        Widening = "widening",
        Same = "about_the_same",
        /// There is no gap to compare with; see [`GapReason`].
        NotComparable = "not_comparable",
        /// Fewer than two groups are published.
        TooFewGroups = "too_few_groups",
    }
}

super::codes! {
    /// Why a gap cannot be compared with the one at the baseline.
    pub enum GapReason {
        NoBaseline = "no_baseline",
        /// The only figures are those of the baseline.
        BaselineOnly = "baseline_only",
        /// Fewer than two groups are published at both times and can be compared.
        TooFewGroups = "too_few_groups",
    }
}

super::codes! {
    /// What the comparison of two gaps rests on.
    pub enum GapBasis {
        /// The intervals of the two gaps do not overlap, or do.
        Intervals = "intervals",
        /// A change of at least 10 percent of the gap at the baseline.
        TenPercent = "ten_percent",
        /// There was no gap at the baseline: any gap is wider.
        FromZero = "from_zero",
    }
}

/// Share of the gap at the baseline that a change has to reach where intervals are not known.
pub const TEN_PERCENT: f64 = 0.10;

/// Level of the intervals of the two gaps.
pub const INTERVAL_LEVEL: f64 = 0.95;

/// The highest and the lowest of several groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extremes {
    /// Positions in the list of groups.
    pub highest: usize,
    pub lowest: usize,
    /// Highest less lowest.
    pub difference: f64,
    /// Highest over lowest; `None` unless both are above zero.
    pub ratio: Option<f64>,
    /// Standard error of the difference.
    pub se: Option<f64>,
}

/// Two gaps between the same groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GapChange {
    pub then: Extremes,
    pub now: Extremes,
    /// Of the difference.
    pub label: GapLabel,
    pub basis: GapBasis,
    /// How much the difference had to change.
    pub threshold: f64,
    /// Of the ratio, by the 10-percent rule on what it exceeds 1 by; `None` where there is no ratio.
    pub ratio_label: Option<GapLabel>,
    /// The gap is closing only because the group that was best off got worse.
    pub levelling_down: bool,
}

/// The gap between groups; `None` for fewer than two.
pub fn extremes(groups: &[Sample]) -> Option<Extremes> {
    let find = |better: fn(f64, f64) -> bool| {
        let first = groups.first()?;
        let pick = |best: (usize, Sample), (at, &next): (usize, &Sample)| match better(next.value, best.1.value) {
            true => (at, next),
            false => best,
        };
        Some(groups.iter().enumerate().fold((0, *first), pick))
    };
    let ((highest, high), (lowest, low)) = (find(|a, b| a > b)?, find(|a, b| a < b)?);
    let (difference, se) = (high.value - low.value, high.se.zip(low.se).map(|(a, b)| a.hypot(b)));
    let ratio = (low.value > 0.0).then(|| high.value / low.value);
    (groups.len() > 1).then_some(Extremes { highest, lowest, difference, ratio, se })
}

/// Compares the gap between the same groups at two times, in the same order. `way` says which end is better off;
/// `independent` is false for pooled periods that overlap, which are not tested.
pub fn compare(then: &[Sample], now: &[Sample], way: Option<Way>, independent: bool) -> Option<GapChange> {
    let (from, to) = (extremes(then)?, extremes(now)?);
    let (label, basis, threshold) = judge(from, to, independent);
    let ratio_label = from.ratio.zip(to.ratio).map(|(from, to)| by_ten_percent(from - 1.0, to - 1.0).0);
    let levelling_down = label == GapLabel::Closing
        && way.is_some_and(|way| {
            let best = if way == Way::Up { from.highest } else { from.lowest };
            let Some((before, after)) = then.get(best).zip(now.get(best)) else { return false };
            // Would the gap be closing, had the best-off group stayed where it was?
            let mut held = now.to_vec();
            held[best] = *before;
            let worse = way.sign() * (after.value - before.value) < 0.0;
            worse && extremes(&held).is_some_and(|held| judge(from, held, independent).0 != GapLabel::Closing)
        });
    Some(GapChange { then: from, now: to, label, basis, threshold, ratio_label, levelling_down })
}

fn judge(then: Extremes, now: Extremes, independent: bool) -> (GapLabel, GapBasis, f64) {
    let errors = then.se.zip(now.se).filter(|(a, b)| independent && a + b > 0.0);
    let Some(((then_se, now_se), reach)) = errors.zip(interval_reach(INTERVAL_LEVEL)) else {
        return by_ten_percent(then.difference, now.difference);
    };
    let (change, threshold) = (now.difference - then.difference, reach * (then_se + now_se));
    let label = if change.abs() > threshold { towards(change) } else { GapLabel::Same };
    (label, GapBasis::Intervals, threshold)
}

fn by_ten_percent(then: f64, now: f64) -> (GapLabel, GapBasis, f64) {
    let (change, threshold) = (now - then, then * TEN_PERCENT);
    let basis = if then == 0.0 { GapBasis::FromZero } else { GapBasis::TenPercent };
    let large = change != 0.0 && reaches(change.abs(), threshold);
    (if large { towards(change) } else { GapLabel::Same }, basis, threshold)
}

fn towards(change: f64) -> GapLabel {
    if change < 0.0 { GapLabel::Closing } else { GapLabel::Widening }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples(values: &[f64], se: Option<f64>) -> Vec<Sample> {
        values.iter().map(|&value| Sample { value, se }).collect()
    }

    #[track_caller]
    fn check(then: &[f64], now: &[f64], way: Way, label: GapLabel, levelling_down: bool) -> GapChange {
        let found = compare(&samples(then, None), &samples(now, None), Some(way), true).unwrap();
        assert_eq!((found.label, found.levelling_down), (label, levelling_down), "{found:?}");
        found
    }

    use GapLabel::*;

    #[test]
    fn a_gap_closes_or_widens_by_ten_percent() {
        check(&[40.0, 60.0], &[42.0, 60.0], Way::Up, Closing, false);
        check(&[40.0, 60.0], &[41.9, 60.0], Way::Up, Same, false);
        check(&[40.0, 60.0], &[40.0, 62.0], Way::Up, Widening, false);
        check(&[0.1, 0.3], &[0.12, 0.3], Way::Up, Closing, false);
        let new = check(&[50.0, 50.0], &[50.0, 51.0], Way::Up, Widening, false);
        assert_eq!(new.basis, GapBasis::FromZero);
        check(&[50.0, 50.0], &[55.0, 55.0], Way::Up, Same, false);
    }

    #[test]
    fn a_gap_that_closes_from_above_is_levelling_down() {
        check(&[40.0, 60.0], &[40.0, 50.0], Way::Up, Closing, true);
        check(&[40.0, 60.0], &[48.0, 59.0], Way::Up, Closing, false);
        check(&[40.0, 60.0], &[30.0, 40.0], Way::Up, Closing, true);
        // Both got better, and the order turned round.
        check(&[40.0, 60.0], &[90.0, 80.0], Way::Up, Closing, false);
        // Lower is better: the best off is the lowest.
        check(&[10.0, 30.0], &[20.0, 30.0], Way::Down, Closing, true);
        check(&[10.0, 30.0], &[10.0, 20.0], Way::Down, Closing, false);
    }

    #[test]
    fn difference_and_ratio_can_disagree() {
        let falling = check(&[10.0, 30.0], &[4.0, 14.0], Way::Down, Closing, false);
        assert_eq!(falling.ratio_label, Some(Widening));
        let zero = check(&[0.0, 30.0], &[0.0, 14.0], Way::Down, Closing, false);
        assert_eq!((zero.then.ratio, zero.ratio_label), (None, None));
    }

    #[test]
    fn with_intervals_chance_is_not_taken_for_change() {
        let compared = |se: f64, independent: bool| {
            let (then, now) = (samples(&[40.0, 60.0], Some(se)), samples(&[46.0, 60.0], Some(se)));
            let found = compare(&then, &now, Some(Way::Up), independent).unwrap();
            (found.label, found.basis)
        };
        assert_eq!(compared(3.0, true), (Same, GapBasis::Intervals));
        assert_eq!(compared(1.0, true), (Closing, GapBasis::Intervals));
        // The change of 6 lies beyond one interval of the gap (4.2), not beyond both (8.3).
        assert_eq!(compared(1.5, true), (Same, GapBasis::Intervals));
        assert_eq!(compared(3.0, false), (Closing, GapBasis::TenPercent));
    }

    #[test]
    fn one_group_has_no_gap() {
        assert_eq!(extremes(&samples(&[40.0], None)), None);
        assert_eq!(compare(&[], &[], Some(Way::Up), true), None);
    }
}
