//! One bar cut into parts that follow each other, such as money: in percent of the whole.

use super::round;

/// Where a part begins and how long it is, in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    pub x: f64,
    pub width: f64,
}

/// The parts between ascending limits that begin at 0. A limit below the one before it makes a part of no length. Without
/// a whole there is no bar.
pub fn stack(limits: &[f64]) -> Vec<Stretch> {
    let whole = limits.iter().copied().fold(0.0, f64::max);
    if whole <= 0.0 || !whole.is_finite() {
        return Vec::new();
    }
    let mut from = 0.0;
    let stretch = |limit: &f64| {
        let to = limit.max(from);
        let stretch = Stretch { x: round(from / whole * 100.0), width: round((to - from) / whole * 100.0) };
        from = to;
        stretch
    };
    limits.iter().map(stretch).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(limits: &[f64], expected: &[(f64, f64)]) {
        let parts: Vec<_> = stack(limits).iter().map(|part| (part.x, part.width)).collect();
        assert_eq!(parts, expected);
    }

    #[test]
    fn parts_follow_each_other() {
        check(&[50.0, 75.0, 100.0], &[(0.0, 50.0), (50.0, 25.0), (75.0, 25.0)]);
        check(&[0.0, 30.0], &[(0.0, 0.0), (0.0, 100.0)]);
    }

    #[test]
    fn a_limit_that_goes_back_makes_no_part() {
        check(&[120.0, 100.0], &[(0.0, 100.0), (100.0, 0.0)]);
    }

    #[test]
    fn nothing_is_no_bar() {
        check(&[0.0, 0.0], &[]);
        check(&[], &[]);
        check(&[f64::INFINITY], &[]);
    }
}
