//! People.

use super::Explanation;

pub(super) const RULES: &[Explanation] = &[];
