//! Values that are well formed and yet hardly what was meant: fractions for percent, numbers that stand for "missing",
//! slips by a power of ten. What a note, a break or another definition explains is passed over.

use std::collections::HashSet;

use super::lines::{Line, Point, comparable, median};
use super::{Check, shown};
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::UnitKind;
use crate::feed::rule::Rule;
use crate::feed::series::SeriesDraft;

/// How many times as large as its neighbour a value has to be.
const JUMP: f64 = 10.0;
/// Below this share of the line's median, values are too small to be compared by division.
const NOISE: f64 = 0.05;
/// Below this, counts are too small for it.
const SMALL: f64 = 10.0;
/// How near to a power of ten a slip has to be, as a share.
const NEAR: f64 = 0.05;
/// Largest of a series of percent, all at most 1, that is taken for a fraction. Below it, shares may be that small.
const FRACTION: f64 = 0.1;

/// Looks at the lines of a series and adds what it reports to `odd`, the rows that other rules leave alone.
pub(super) fn check(
    series: &SeriesDraft<'_, '_>,
    lines: &[Line<'_>],
    indicator: &Indicator,
    odd: &mut HashSet<usize>,
    check: &mut Check<'_>,
) {
    if fractions(series, lines, indicator, odd, check) {
        odd.extend(0..series.rows.len());
        return;
    }
    let percent = indicator.unit.kind == UnitKind::Percent;
    // The same slip in all lines of a period is one mistake: it is reported at the first, mostly the total.
    let mut reported: HashSet<Period> = HashSet::new();
    for line in lines {
        let mut points = line.points(|index| odd.contains(&index));
        let stand_ins: Vec<usize> = (0..points.len()).filter(|at| stands_for_missing(&points, *at)).collect();
        for at in &stand_ins {
            let point = points[*at];
            odd.insert(point.index);
            if reported.insert(point.row.observation.period) {
                let message = format!(
                    "{} is often written where a value is missing; the others of this line are quite unlike it.",
                    shown(point.value)
                );
                let fix = "Empty the cell and write missing in the column status, or add a note if the value is real.";
                check.report(Rule::StandIn, series.place(point.row, "value"), message, fix);
            }
        }
        points.retain(|point| !odd.contains(&point.index));
        let noise = NOISE * median(points.iter().map(|point| point.value.abs()).collect()).unwrap_or(0.0);
        // Small numbers of people or things vary by more than ten times.
        let noise = if indicator.unit.kind == UnitKind::Count { noise.max(SMALL) } else { noise };
        for stretch in comparable(&points) {
            for (point, beside, slip) in slips(stretch, noise, percent) {
                odd.insert(point.index);
                if reported.insert(point.row.observation.period) {
                    slip.report(series, point, beside, check);
                }
            }
        }
    }
}

/// Whether all values of a series of percent look like fractions; reported at the first of them.
fn fractions(
    series: &SeriesDraft<'_, '_>,
    lines: &[Line<'_>],
    indicator: &Indicator,
    odd: &HashSet<usize>,
    check: &mut Check<'_>,
) -> bool {
    let said = indicator.limits.as_ref().and_then(|limits| limits.max).is_some_and(|max| max <= 1.0);
    if indicator.unit.kind != UnitKind::Percent || said {
        return false;
    }
    let points: Vec<_> = lines.iter().flat_map(|line| line.points(|index| odd.contains(&index))).collect();
    let largest = points.iter().map(|point| point.value).fold(0.0, f64::max);
    let whole = points.iter().all(|point| point.value == 0.0 || point.value == 1.0);
    if points.len() < 2 || !(FRACTION..=1.0).contains(&largest) || whole {
        return false;
    }
    let Some(first) = points.iter().find(|point| point.value > 0.0) else { return false };
    let message = format!(
        "The unit is percent, but no value is above 1 (the largest is {}), as if they were fractions.",
        shown(largest)
    );
    let fix = "Write 64 for 0.64, in every line; if the shares are that small, add \"limits\": {\"max\": 1} to the indicator.";
    check.report(Rule::FractionForPercent, series.place(first.row, "value"), message, fix);
    true
}

/// Whether a value is one that tables write for "missing" and lies far from all others of its line.
fn stands_for_missing(points: &[Point<'_>], at: usize) -> bool {
    let value = points[at].value;
    if points[at].explained {
        return false;
    }
    let others = || points.iter().map(|point| point.value).filter(|other| *other != value);
    let (smallest, largest) = others().fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(v), high.max(v)));
    if others().count() < 3 {
        return false;
    }
    match value {
        99.0 | 999.0 | 9999.0 | 99_999.0 | 999_999.0 => smallest >= 0.0 && value >= 2.0 * largest,
        -1.0 | -9.0 => smallest >= 20.0,
        -99.0 | -999.0 | -9999.0 => smallest > 0.0,
        0.0 => smallest >= 50.0,
        _ => false,
    }
}

/// What happened between a value and the one beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Slip {
    /// A fraction among percent, or the other way round.
    Fraction,
    /// Almost exactly 100, 1,000, … times as much, or that part.
    Power(f64),
    /// At least ten times as much, or a tenth.
    Jump,
}

impl Slip {
    /// How `b` slipped against its neighbour `a`.
    fn between(a: f64, b: f64, noise: f64, percent: bool) -> Option<Self> {
        let (small, large) = if a.abs() < b.abs() { (a.abs(), b.abs()) } else { (b.abs(), a.abs()) };
        if small == 0.0 || a.signum() != b.signum() {
            return None;
        }
        let times = large / small;
        let power = 10f64.powf(times.log10().round());
        if percent && small <= 1.0 && (75.0..=133.0).contains(&times) {
            return Some(Self::Fraction);
        }
        if power >= 100.0 && (times / power - 1.0).abs() <= NEAR {
            return Some(Self::Power(power));
        }
        (times >= JUMP - 1e-9 && small >= noise).then_some(Self::Jump)
    }

    fn report(self, series: &SeriesDraft<'_, '_>, point: Point<'_>, beside: Point<'_>, check: &mut Check<'_>) {
        let (value, other, period) = (shown(point.value), shown(beside.value), beside.row.observation.period);
        let more = point.value.abs() > beside.value.abs();
        let place = series.place(point.row, "value");
        match self {
            Self::Fraction => {
                let meant = shown(if more { point.value / 100.0 } else { point.value * 100.0 });
                let message =
                    format!("{value} stands beside {other} ({period}) in a series of percent. Did you mean {meant}?");
                check.report(
                    Rule::FractionForPercent,
                    place,
                    message,
                    "Write all shares as percent, or add a note if it is real.",
                );
            }
            Self::Power(power) => {
                let times = if more { format!("{} times", shown(power)) } else { format!("1/{} of", shown(power)) };
                let message = format!("{value} is almost exactly {times} the value {other} of {period}.");
                let fix = "Check whether it was written in the unit of the others, such as thousands; add a note if it is real.";
                check.report(Rule::PowerOfTen, place, message, fix);
            }
            Self::Jump => {
                let times = point.value / beside.value;
                let times = if more { format!("{times:.0} times") } else { format!("1/{:.0} of", 1.0 / times) };
                let message = format!(
                    "{value} is {times} the value {other} of {period}: a digit too many, or a wrong decimal point, it seems."
                );
                check.report(Rule::Jump, place, message, "Correct it, or add a note to this line if it is real.");
            }
        }
    }
}

/// The points that have slipped, each with the neighbour it is compared with. Of two neighbours the one is meant that
/// goes back afterwards, or that stands at the beginning before values that agree; else the later.
fn slips<'r>(stretch: &[Point<'r>], noise: f64, percent: bool) -> Vec<(Point<'r>, Point<'r>, Slip)> {
    let between = |at: usize| {
        let (a, b) = (stretch.get(at)?, stretch.get(at + 1)?);
        let slip = Slip::between(a.value, b.value, noise, percent)?;
        (!a.explained && !b.explained).then_some(slip)
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at + 1 < stretch.len() {
        if let Some(slip) = between(at) {
            let back = between(at + 1).is_some();
            // Next to a value that a note explains nothing is reported, but it tells which of the two is the odd one.
            let apart = |b: &Point<'_>, c: &Point<'_>| Slip::between(b.value, c.value, noise, percent).is_some();
            let odd = matches!(stretch.get(1..3), Some([b, c]) if apart(b, c));
            if at == 0 && stretch.len() > 2 && !odd {
                found.push((stretch[0], stretch[1], slip));
            } else {
                found.push((stretch[at + 1], stretch[at], slip));
            }
            at += usize::from(back);
        }
        at += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: f64, b: f64, expected: Option<Slip>) {
        assert_eq!(Slip::between(a, b, 1.0, false), expected);
        assert_eq!(Slip::between(b, a, 1.0, false), expected);
    }

    #[test]
    fn ten_times_is_a_jump_and_nine_times_is_none() {
        check(71.0, 710.0, Some(Slip::Jump));
        check(71.0, 639.0, None);
        check(0.9, 10.0, None);
        check(1.0, 10.0, Some(Slip::Jump));
    }

    #[test]
    fn powers_of_ten_are_told_from_other_jumps() {
        check(118.0, 117_000.0, Some(Slip::Power(1000.0)));
        check(118.0, 11_800.0, Some(Slip::Power(100.0)));
        check(118.0, 13_000.0, Some(Slip::Jump));
    }

    #[test]
    fn nothing_and_other_signs_are_not_compared() {
        check(0.0, 500.0, None);
        check(-5.0, 500.0, None);
        check(-5.0, -50.0, Some(Slip::Jump));
    }

    #[test]
    fn a_fraction_is_one_in_a_series_of_percent_only() {
        assert_eq!(Slip::between(57.0, 0.57, 1.0, true), Some(Slip::Fraction));
        assert_eq!(Slip::between(57.0, 0.57, 1.0, false), Some(Slip::Power(100.0)));
    }
}
