//! A linear scale: from a value to a position.

/// Maps the values `from.0..=from.1` to the positions `to.0..=to.1`. Either may run downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: (f64, f64),
    to: (f64, f64),
}

/// A position that was kept inside the scale, and whether it had to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clamped {
    pub position: f64,
    /// The value itself lies outside: a view has to say so, or the mark lies.
    pub outside: bool,
}

impl Scale {
    pub fn new(from: (f64, f64), to: (f64, f64)) -> Self {
        Self { from, to }
    }

    /// Position of a value, also beyond the ends. A scale without a span puts everything in its middle.
    pub fn at(&self, value: f64) -> f64 {
        let (start, end) = self.to;
        // Halves first: the span of the largest numbers would overflow.
        let span = self.from.1 / 2. - self.from.0 / 2.;
        let share = (value / 2. - self.from.0 / 2.) / span;
        if span == 0. || !share.is_finite() { start + (end - start) / 2. } else { start + share * (end - start) }
    }

    /// Position of a value, kept between the ends.
    pub fn clamped(&self, value: f64) -> Clamped {
        let position = self.at(value);
        let inside = position.clamp(self.to.0.min(self.to.1), self.to.0.max(self.to.1));
        Clamped { position: inside, outside: inside != position }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: (f64, f64), to: (f64, f64), value: f64, position: f64) {
        assert_eq!(Scale::new(from, to).at(value), position);
    }

    #[test]
    fn ends_and_middle() {
        check((0., 10.), (0., 100.), 0., 0.);
        check((0., 10.), (0., 100.), 5., 50.);
        check((0., 10.), (0., 100.), 10., 100.);
    }

    #[test]
    fn runs_downwards() {
        check((0., 10.), (300., 100.), 2.5, 250.);
        check((10., 0.), (0., 100.), 2.5, 75.);
    }

    #[test]
    fn crosses_zero() {
        check((-10., 30.), (0., 100.), 0., 25.);
    }

    #[test]
    fn goes_beyond_its_ends_unless_clamped() {
        check((0., 10.), (0., 100.), 15., 150.);
        let scale = Scale::new((0., 10.), (100., 0.));
        assert_eq!(scale.clamped(15.), Clamped { position: 0., outside: true });
        assert_eq!(scale.clamped(-1.), Clamped { position: 100., outside: true });
        assert_eq!(scale.clamped(10.), Clamped { position: 0., outside: false });
    }

    #[test]
    fn without_a_span_everything_is_in_the_middle() {
        check((7., 7.), (0., 100.), 7., 50.);
        check((7., 7.), (0., 100.), 8., 50.);
    }

    #[test]
    fn huge_and_tiny() {
        check((0., 1e12), (0., 100.), 2.5e11, 25.);
        check((0., 1e-9), (0., 100.), 5e-10, 50.);
        check((-1e308, 1e308), (0., 100.), 0., 50.);
    }

    #[test]
    fn not_a_number_is_in_the_middle() {
        check((0., 10.), (0., 100.), f64::NAN, 50.);
        check((f64::NAN, 10.), (0., 100.), 3., 50.);
    }
}
