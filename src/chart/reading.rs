//! What was read at one moment: a figure with its standing, or the reason why there is none.

/// Standing of a published figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointMark {
    Final,
    Provisional,
    Estimated,
}

/// Why there is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    NotCollected,
    /// Too few people to publish safely.
    Suppressed,
    /// Kept back so that another figure cannot be worked out.
    Withheld,
    NotYet,
}

/// A figure, or its absence. Zero is a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    Known {
        value: f64,
        /// Lower and upper bound of the interval, in the unit of the value.
        interval: Option<(f64, f64)>,
        mark: PointMark,
    },
    Absent(Absence),
}

impl Reading {
    /// A final figure without an interval.
    pub fn of(value: f64) -> Self {
        Self::Known { value, interval: None, mark: PointMark::Final }
    }

    /// The figure, if there is one that can be drawn: infinite values and NaN cannot.
    pub fn value(&self) -> Option<f64> {
        match self {
            Self::Known { value, .. } if value.is_finite() => Some(*value),
            Self::Known { .. } | Self::Absent(_) => None,
        }
    }

    /// The interval, lower bound first, if both bounds can be drawn.
    pub fn interval(&self) -> Option<(f64, f64)> {
        match self {
            Self::Known { interval: Some((low, high)), .. } if low.is_finite() && high.is_finite() => {
                Some((low.min(*high), low.max(*high)))
            }
            Self::Known { .. } | Self::Absent(_) => None,
        }
    }

    /// Whether the figure may still change.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Known { mark, .. } => match mark {
                PointMark::Final => false,
                PointMark::Provisional | PointMark::Estimated => true,
            },
            Self::Absent(_) => false,
        }
    }
}
