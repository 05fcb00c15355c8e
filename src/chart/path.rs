//! SVG path data from points. Line paths live in a box 1000 wide that is stretched to the plot: see [`across`].

use std::fmt::Write;

use super::round;

/// Width of the box that holds the paths of a chart: `viewBox="0 0 1000 height"`.
pub const BOX_WIDTH: f64 = 1000.;

/// From percent of the plot's width to the box of the paths.
pub fn across(percent: f64) -> f64 {
    percent / 100. * BOX_WIDTH
}

/// One line through the points (percent, px) in their order. Empty without points.
pub fn through(points: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (index, &(x, y)) in points.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(path, "{}{} {}", if index == 0 { 'M' } else { 'L' }, round(across(x)), round(y));
    }
    path
}

/// A closed outline through the points.
pub fn around(points: &[(f64, f64)]) -> String {
    let mut path = through(points);
    if !path.is_empty() {
        path.push('Z');
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(points: &[(f64, f64)], path: &str) {
        assert_eq!(through(points), path);
    }

    #[test]
    fn rounds_to_two_decimals() {
        check(&[(0., 1. / 3.), (33.3333333, 12.)], "M0 0.33L333.33 12");
    }

    #[test]
    fn nothing_and_one_point() {
        check(&[], "");
        check(&[(50., 20.)], "M500 20");
    }

    #[test]
    fn outline_closes() {
        assert_eq!(around(&[(0., 0.), (10., 0.), (10., 5.)]), "M0 0L100 0L100 5Z");
        assert_eq!(around(&[]), "");
    }
}
