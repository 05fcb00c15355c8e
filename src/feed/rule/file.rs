//! Files and fields.

use super::Explanation;

pub(super) const RULES: &[Explanation] = &[];
