//! Where something is, seen from one place.

use crate::feed::Feed;
use crate::feed::id::GeographyId;

/// Places lie in places at most this deep; a feed whose places go round in a circle ends here.
pub const DEEPEST: usize = 12;

/// How the places of a record relate to one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// It names the place, or one inside it.
    Here,
    /// It names a place that this one lies in.
    Wider,
    /// It names none.
    Everywhere,
    /// It names others only.
    Elsewhere,
}

/// The places that a place lies in, the nearest first.
pub fn around<'f>(feed: &'f Feed, place: &GeographyId) -> Vec<&'f GeographyId> {
    let mut found: Vec<&GeographyId> = Vec::new();
    let mut at = feed.geography(place);
    while let Some(parent) = at.and_then(|place| place.parent.as_ref()) {
        if found.len() == DEEPEST || found.contains(&parent) {
            break;
        }
        found.push(parent);
        at = feed.geography(parent);
    }
    found
}

/// Where a record with these places is.
pub fn near(feed: &Feed, place: &GeographyId, named: &[GeographyId]) -> Where {
    if named.is_empty() {
        return Where::Everywhere;
    }
    if named.iter().any(|other| other == place || around(feed, other).contains(&place)) {
        return Where::Here;
    }
    let wider = around(feed, place);
    if named.iter().any(|other| wider.contains(&other)) { Where::Wider } else { Where::Elsewhere }
}
