//! Groups and disclosure.

use super::Explanation;

pub(super) const RULES: &[Explanation] = &[];
