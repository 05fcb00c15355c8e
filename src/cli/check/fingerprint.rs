//! What tells one finding from another, and stays the same when lines are added above it.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::feed::locate::Locator;
use crate::feed::{FeedSource, Finding};

/// Gives each finding its fingerprint, in their order.
pub(super) struct Fingerprints<'f> {
    locator: Locator<'f>,
    seen: HashMap<String, usize>,
}

impl<'f> Fingerprints<'f> {
    pub(super) fn new(source: &'f FeedSource) -> Self {
        Self { locator: Locator::new(source), seen: HashMap::new() }
    }

    /// From the rule, the record (the file if there is none) and the field; a number tells apart what has all of these
    /// in common.
    pub(super) fn of(&mut self, finding: &Finding) -> String {
        let spot = self.locator.spot(&finding.place);
        let row = spot.row.unwrap_or_default();
        let record = finding.record.as_deref().unwrap_or(&finding.place.path);
        let parts = [finding.rule.code(), record, &spot.field, &row.period, &row.geography, &row.dimension, &row.group];
        let hash = Sha256::digest(parts.join("\0"));
        let hash: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        let times = self.seen.entry(hash.clone()).or_default();
        *times += 1;
        format!("{hash}:{times}")
    }
}
