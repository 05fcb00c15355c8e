//! References and records.

use super::Explanation;

pub(super) const RULES: &[Explanation] = &[];
