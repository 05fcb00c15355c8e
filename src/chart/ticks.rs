//! Round numbers for an axis: 1, 2, 2.5 or 5 times a power of ten for values, whole years for time.
//!
//! No logarithm and no power function: their last digit may differ between platforms, and the browser has to draw
//! what the build drew.

/// The marks of a value axis, lowest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    pub values: Vec<f64>,
    /// Decimals that tell neighbouring ticks apart.
    pub decimals: usize,
}

/// A step is `mantissa` tenths times ten to the `power`: 25 and 0 is a step of 2.5.
#[derive(Clone, Copy)]
struct Step {
    tenths: f64,
    power: i32,
}

const MANTISSAS: [f64; 4] = [10., 20., 25., 50.];
const MOST_TICKS: f64 = 6.;
/// The tick above the highest value is kept when it is this close, in steps. Farther off it would only waste room.
const NEAR_TOP: f64 = 0.35;

/// Three to six ticks for the values from `low` to `high`. The first is at or below `low`; the last may lie below
/// `high`, by less than one step. With `whole`, no tick has decimals, so a small span gets a wider axis.
///
/// Without a span (or with bounds that are not numbers) the ticks run from zero to the value.
pub fn value_ticks(low: f64, high: f64, whole: bool) -> Ticks {
    let (low, high) = spread(low, high);
    let high = if whole { high.max(low.floor() + 2.) } else { high };
    // A fifth of the span needs at most six ticks. Start a decade below it.
    let mut power = decade((high / 5. - low / 5.).abs()) - 1;
    loop {
        for tenths in MANTISSAS {
            let step = Step { tenths, power };
            let (first, last) = step.reach(low, high);
            if last - first < MOST_TICKS && !(whole && step.decimals() > 0) {
                let values = (0..=(last - first) as u32).map(|n| step.times(first + f64::from(n))).collect();
                return Ticks { values, decimals: step.decimals() };
            }
        }
        power += 1;
    }
}

/// Whole years from `first` to `last` (decimal years), every 1, 2, 5, 10, 20, 50 ... years, at most `at_most` of
/// them. Steps below ten begin with the first year if they then meet the last one, and only for that may be 3 or 4;
/// all others are multiples of the step. Empty if no new year lies between.
pub fn year_ticks(first: f64, last: f64, at_most: usize) -> Vec<i32> {
    if !first.is_finite() || !last.is_finite() {
        return Vec::new();
    }
    // Years beyond these are no dates; the bound also keeps the loop short.
    let (first, last) = (first.clamp(-1e5, 1e5).ceil() as i32, last.clamp(-1e5, 1e5).floor() as i32);
    let mut scale = 1;
    loop {
        for step in [1, 2, 3, 4, 5].map(|n| n * scale) {
            let meets_both = step < 10 && (last - first).rem_euclid(step) == 0;
            if [3 * scale, 4 * scale].contains(&step) && !meets_both {
                continue;
            }
            let start = if meets_both { first } else { first + (-first).rem_euclid(step) };
            let n_years = if start > last { 0 } else { (last - start) / step + 1 };
            if n_years as usize <= at_most.max(1) {
                return (0..n_years).map(|n| start + n * step).collect();
            }
        }
        scale *= 10;
    }
}

/// Bounds with a span that can be divided: equal ones are widened to zero, nonsense becomes 0 to 1.
fn spread(low: f64, high: f64) -> (f64, f64) {
    let (low, high) = (low.min(high), low.max(high));
    let largest = low.abs().max(high.abs());
    // Close to the limits of numbers a step would overflow, or vanish.
    if !low.is_finite() || !high.is_finite() || !(1e-300..=1e300).contains(&largest) {
        (0., 1.)
    } else if high / 2. - low / 2. > largest * 1e-9 {
        (low, high)
    } else {
        (low.min(0.), high.max(0.))
    }
}

/// The n for which 10^n <= value < 10^(n+1).
fn decade(value: f64) -> i32 {
    let mut n = 0;
    while n < 308 && power_of_ten(n + 1) <= value {
        n += 1;
    }
    while n > -308 && 1. / power_of_ten(-n) > value {
        n -= 1;
    }
    n
}

fn power_of_ten(n: i32) -> f64 {
    (0..n).fold(1., |power, _| power * 10.)
}

impl Step {
    /// `count` steps from zero. Dividing by a whole power of ten gives 0.3, where 3 * 0.1 gives 0.30000000000000004.
    fn times(self, count: f64) -> f64 {
        let tenths = count * self.tenths;
        let power = self.power - 1;
        if power >= 0 { tenths * power_of_ten(power) } else { tenths / power_of_ten(-power) }
    }

    /// Numbers of the first and last tick.
    fn reach(self, low: f64, high: f64) -> (f64, f64) {
        let size = self.times(1.);
        // A hair of room: 0.3 / 0.1 is a little less than 3.
        let first = (low / size + 1e-9).floor();
        (first, (high / size + NEAR_TOP).floor().max(first + 1.))
    }

    fn decimals(self) -> usize {
        let of_mantissa = i32::from(self.tenths == 25.);
        usize::try_from(of_mantissa - self.power).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(low: f64, high: f64, values: &[f64], decimals: usize) {
        assert_eq!(value_ticks(low, high, false), Ticks { values: values.to_vec(), decimals });
    }

    #[track_caller]
    fn check_years(first: f64, last: f64, at_most: usize, years: &[i32]) {
        assert_eq!(year_ticks(first, last, at_most), years);
    }

    #[test]
    fn percentages() {
        check(47.8, 70., &[45., 50., 55., 60., 65., 70.], 0);
        check(0., 100., &[0., 20., 40., 60., 80., 100.], 0);
        check(12., 71., &[0., 20., 40., 60.], 0);
    }

    #[test]
    fn a_tick_close_above_is_kept() {
        check(0., 97., &[0., 20., 40., 60., 80., 100.], 0);
    }

    #[test]
    fn decimals_are_exact() {
        check(0.1, 0.52, &[0.1, 0.2, 0.3, 0.4, 0.5], 1);
        check(0., 0.125, &[0., 0.025, 0.05, 0.075, 0.1, 0.125], 3);
    }

    #[test]
    fn negative_and_across_zero() {
        check(-9.5, -1., &[-10., -8., -6., -4., -2.], 0);
        check(-12., 31., &[-20., -10., 0., 10., 20., 30.], 0);
    }

    #[test]
    fn huge_and_tiny() {
        check(0., 1e12, &[0., 2e11, 4e11, 6e11, 8e11, 1e12], 0);
        check(0., 1e-9, &[0., 2e-10, 4e-10, 6e-10, 8e-10, 1e-9], 10);
    }

    #[test]
    fn one_value_starts_at_zero() {
        check(50., 50., &[0., 10., 20., 30., 40., 50.], 0);
        check(-50., -50., &[-50., -40., -30., -20., -10., 0.], 0);
        check(0., 0., &[0., 0.2, 0.4, 0.6, 0.8, 1.], 1);
        check(1e12, 1e12 + 1., &[0., 2e11, 4e11, 6e11, 8e11, 1e12], 0);
    }

    #[test]
    fn nonsense_gives_an_axis_all_the_same() {
        for (low, high) in [(f64::NAN, 1.), (f64::NEG_INFINITY, f64::INFINITY), (-1e308, 1e308), (0., 5e-324)] {
            check(low, high, &[0., 0.2, 0.4, 0.6, 0.8, 1.], 1);
        }
    }

    #[test]
    fn whole_numbers_have_no_decimals() {
        for high in [0.2, 1., 2., 3., 7., 9., 13., 240.] {
            let ticks = value_ticks(0., high, true);
            assert_eq!(ticks.decimals, 0, "{high}");
            assert!(ticks.values.len() >= 3 && ticks.values.iter().all(|tick| tick.fract() == 0.), "{ticks:?}");
        }
    }

    #[test]
    fn always_three_to_six_that_enclose_the_lowest() {
        let mut low = -3.7e6;
        for n in 1..4000_u32 {
            low = low * 0.983 + f64::from(n % 7) - 2.9;
            let high = low + 1e-7 * f64::from(n) * f64::from(n) * f64::from(n);
            let Ticks { values, decimals } = value_ticks(low, high, false);
            assert!((3..=6).contains(&values.len()), "{low} {high} {values:?}");
            let step = values[1] - values[0];
            assert!(
                values[0] <= low + 1e-6 * step.abs() && low - values[0] < step * 1.000001,
                "{low} {high} {values:?}"
            );
            assert!(high - values[values.len() - 1] < step, "{low} {high} {values:?}");
            assert!(decimals <= 12);
        }
    }

    #[test]
    fn years() {
        check_years(2014., 2030., 20, &(2014..=2030).collect::<Vec<_>>());
        check_years(2014., 2030., 10, &[2014, 2016, 2018, 2020, 2022, 2024, 2026, 2028, 2030]);
        check_years(2014., 2030., 6, &[2014, 2018, 2022, 2026, 2030]);
        check_years(2013., 2030., 6, &[2015, 2020, 2025, 2030]);
        check_years(2019., 2031., 8, &[2019, 2021, 2023, 2025, 2027, 2029, 2031]);
        check_years(1900.5, 2030., 6, &[1920, 1940, 1960, 1980, 2000, 2020]);
    }

    #[test]
    fn years_of_one_moment_and_between_new_years() {
        check_years(2024., 2024., 6, &[2024]);
        check_years(2024.2, 2024.9, 6, &[]);
        check_years(f64::NAN, 2024., 0, &[]);
    }

    #[test]
    fn years_before_zero() {
        check_years(-7., 7., 4, &[-5, 0, 5]);
    }
}
