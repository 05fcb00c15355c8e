//! Rules between two versions of a feed.

use super::Explanation;

pub(super) const RULES: &[Explanation] = &[];
