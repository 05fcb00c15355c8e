//! The latest value as a percentage of the target. For comparison only: it takes no account of where things began, so
//! an indicator that never moved can stand at 95 percent.

use super::growth::Cannot;

/// 100 c / t.
///
/// # Errors
/// Why it says nothing: the target is zero, or lies on the other side of zero.
pub fn percent_of_target(latest: f64, target: f64) -> Result<f64, Cannot> {
    if target == 0.0 {
        Err(Cannot::Zero)
    } else if latest * target.signum() < 0.0 {
        Err(Cannot::SignChange)
    } else {
        Ok(100.0 * latest / target)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(latest: f64, target: f64, expected: Result<f64, Cannot>) {
        assert_eq!(percent_of_target(latest, target), expected);
    }

    #[test]
    fn it_is_a_plain_share_of_the_target() {
        check(45.0, 60.0, Ok(75.0));
        check(66.0, 60.0, Ok(110.0));
        check(0.0, 60.0, Ok(0.0));
        check(-3.0, -6.0, Ok(50.0));
    }

    #[test]
    fn a_share_of_nothing_is_not_said() {
        check(5.0, 0.0, Err(Cannot::Zero));
        check(5.0, -5.0, Err(Cannot::SignChange));
        check(-5.0, 5.0, Err(Cannot::SignChange));
    }
}
