//! The way from a baseline to a target, gone so far: one line, small enough for a table.

use super::round;
use super::scale::{Clamped, Scale};

/// Height of the picture in px.
pub const HEIGHT: f64 = 22.;
/// Where the baseline stands, in percent. Left of it is room for values that are worse.
pub const BASELINE_AT: f64 = 33.33;
/// The target stands at the end.
pub const TARGET_AT: f64 = 100.;
/// The share of the way at the left end.
const WORST: f64 = -0.5;

/// What a mark says by its colour. The word for it stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// On pace, or reached.
    Good,
    /// Too slow.
    Slow,
    /// Moving away from the target.
    Away,
    /// No judgement.
    Neutral,
}

/// Geometry of a way, in percent across.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    pub tone: Tone,
    /// The figure may still change.
    pub is_open: bool,
    /// Where it stands. `outside`: it is farther off than the picture reaches, and an arrow says so.
    pub latest: Option<Clamped>,
    /// Where it should be by now.
    pub due: Option<Clamped>,
}

/// What a way is made from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrackInput {
    /// The share of the way gone: 0 at the baseline, 1 at the target, negative where it is worse than the baseline.
    pub share: Option<f64>,
    /// The share that was due by now.
    pub due: Option<f64>,
    pub tone: Tone,
    pub is_open: bool,
}

impl Track {
    /// Where the one datum stands: (percent, px).
    pub fn stops(&self) -> [Option<(f64, f64)>; 1] {
        [self.latest.map(|latest| (latest.position, HEIGHT / 2.))]
    }
}

/// Lays out a way. Without a share there is only the rail.
pub fn track(input: TrackInput) -> Track {
    let better = Scale::new((0., 1.), (BASELINE_AT, TARGET_AT));
    let worse = Scale::new((WORST, 0.), (0., BASELINE_AT));
    let at = |share: f64| {
        let Clamped { position, outside } = if share < 0. { worse.clamped(share) } else { better.clamped(share) };
        Clamped { position: round(position), outside }
    };
    let sound = |share: Option<f64>| share.filter(|share| share.is_finite()).map(at);
    Track { tone: input.tone, is_open: input.is_open, latest: sound(input.share), due: sound(input.due) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(share: Option<f64>, due: Option<f64>) -> Track {
        track(TrackInput { share, due, tone: Tone::Slow, is_open: false })
    }

    #[track_caller]
    fn check(share: f64, position: f64, outside: bool) {
        let expected = Some(Clamped { position, outside });
        let way = drawn(Some(share), Some(share));
        assert_eq!((way.latest, way.due), (expected, expected));
        assert_eq!(way.stops(), [Some((position, 11.))]);
    }

    #[test]
    fn runs_from_baseline_to_target() {
        check(0., 33.33, false);
        check(0.5, 66.66, false);
        check(1., 100., false);
    }

    #[test]
    fn worse_than_the_baseline_is_left_of_it() {
        check(-0.25, 16.67, false);
        check(-0.5, 0., false);
    }

    #[test]
    fn beyond_either_end_is_said() {
        check(1.001, 100., true);
        check(1e12, 100., true);
        check(-0.51, 0., true);
        check(-1e300, 0., true);
    }

    #[test]
    fn tiny_shares_are_at_the_baseline() {
        check(1e-9, 33.33, false);
        check(-1e-9, 33.33, false);
        check(-0., 33.33, false);
    }

    #[test]
    fn what_is_not_known_has_no_mark() {
        for share in [None, Some(f64::NAN), Some(f64::INFINITY)] {
            let way = drawn(share, share);
            assert_eq!((way.latest, way.due, way.stops()), (None, None, [None]));
        }
    }

    #[test]
    fn a_larger_share_is_farther_right() {
        let places: Vec<f64> =
            (-80..140).filter_map(|n| drawn(Some(f64::from(n) / 100.), None).latest).map(|at| at.position).collect();
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!(places.len(), 220);
    }
}
