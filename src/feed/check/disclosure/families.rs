//! Who makes up a whole: the groups of an exhaustive dimension, the places inside a place.

use std::collections::{BTreeSet, HashMap};

use crate::feed::id::{DimensionId, GeographyId, Name};
use crate::feed::read::Draft;
use crate::feed::series::Scope;

use super::super::scopes::{exhaustive, in_order, with};

/// A whole and all its parts: what is published of them adds up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Family {
    pub(super) whole: Scope,
    pub(super) parts: Vec<Scope>,
    /// Whether the parts are all there are. If not, they still are no more than the whole.
    pub(super) complete: bool,
}

pub(super) struct Families {
    groups: HashMap<DimensionId, Vec<Name>>,
    parent: HashMap<GeographyId, GeographyId>,
    children: HashMap<GeographyId, Vec<GeographyId>>,
    /// Places whose known parts have as many residents as they have: no part is missing.
    filled: BTreeSet<GeographyId>,
    area: GeographyId,
}

/// How far the residents of the parts of a place may be from its own, as a share: the figures may be of two years.
const SAME_RESIDENTS: f64 = 0.01;

impl Families {
    pub(super) fn new(draft: &Draft<'_, '_>, area: GeographyId) -> Self {
        let mut parent = HashMap::new();
        let mut children: HashMap<GeographyId, Vec<GeographyId>> = HashMap::new();
        let mut residents: HashMap<&GeographyId, f64> = HashMap::new();
        for place in draft.geographies.iter().map(|place| &place.record) {
            residents.extend(place.population.as_ref().map(|count| (&place.id, f64::from(count.value))));
            if let Some(above) = &place.parent {
                parent.insert(place.id.clone(), above.clone());
                children.entry(above.clone()).or_default().push(place.id.clone());
            }
        }
        let is_filled = |(place, parts): &(&GeographyId, &Vec<GeographyId>)| {
            let sum: Option<f64> = parts.iter().map(|part| residents.get(part).copied()).sum();
            let own = residents.get(place).copied();
            matches!((sum, own), (Some(sum), Some(own)) if (sum - own).abs() <= SAME_RESIDENTS * own)
        };
        let filled = children.iter().filter(is_filled).map(|(place, _)| place.clone()).collect();
        Self { groups: exhaustive(draft).into_iter().collect(), parent, children, filled, area }
    }

    /// One spelling for each cell: dimensions sorted, no place where the whole area is meant.
    pub(super) fn cell(&self, scope: &Scope) -> Scope {
        let mut cell = in_order(scope);
        cell.geography = cell.geography.filter(|place| *place != self.area);
        cell
    }

    /// Every family that a cell is a part of.
    pub(super) fn above(&self, cell: &Scope) -> Vec<Family> {
        let mut families = Vec::new();
        for (at, (dimension, _)) in cell.groups.iter().enumerate() {
            let mut whole = cell.clone();
            whole.groups.remove(at);
            families.extend(self.by_dimension(&whole, dimension));
        }
        if let Some(above) = cell.geography.as_ref().and_then(|place| self.parent.get(place)) {
            families.extend(self.by_place(cell, above));
        }
        families
    }

    /// Every family that a cell is the whole of, as far as some published line is broken down so.
    pub(super) fn below(&self, cell: &Scope, is_used: impl Fn(&Scope) -> bool) -> Vec<Family> {
        let by_dimension = self.groups.keys().filter_map(|dimension| self.by_dimension(cell, dimension));
        let place = cell.geography.as_ref().unwrap_or(&self.area);
        let families = by_dimension.chain(self.by_place(cell, place));
        families.filter(|family| family.parts.first().is_some_and(&is_used)).collect()
    }

    fn by_dimension(&self, whole: &Scope, dimension: &DimensionId) -> Option<Family> {
        let parts: Option<Vec<Scope>> =
            self.groups.get(dimension)?.iter().map(|group| with(whole, dimension, group)).collect();
        Some(Family { whole: whole.clone(), parts: parts?, complete: true })
    }

    fn by_place(&self, like: &Scope, place: &GeographyId) -> Option<Family> {
        let at =
            |place: &GeographyId| self.cell(&Scope { geography: Some(place.clone()), groups: like.groups.clone() });
        let parts = self.children.get(place)?.iter().map(at).collect();
        Some(Family { whole: at(place), parts, complete: self.filled.contains(place) })
    }
}
