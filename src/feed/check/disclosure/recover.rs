//! Complementary suppression: a withheld value must not follow from the figures around it.
//!
//! Every family of cells (a whole and its parts) is a sum. From the withheld cells on, all sums that hold an unknown cell
//! are put together, through exhaustive dimensions, several levels of places and breakdowns by two dimensions. Nothing
//! withheld may then have one solution only; and what is withheld of a whole may not be a small count together.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::families::{Families, Family};
use super::solve::{Sum, solve};
use super::{Limits, shown};
use crate::feed::series::Scope;

/// Most unknown cells that are followed from one withheld cell to the next, in one period of one series.
pub(super) const MOST_UNKNOWN: usize = 2_000;

/// What is published in one period.
pub(super) struct Period<'p> {
    /// Counts of people.
    pub(super) counts: HashMap<Scope, f64>,
    /// People that a share is of.
    pub(super) bases: HashMap<Scope, f64>,
    pub(super) withheld: BTreeSet<Scope>,
    /// The combinations of dimensions that the series is broken down by.
    pub(super) breakdowns: &'p HashSet<Breakdown>,
}

/// The dimensions of a cell, and whether it is a place.
pub(super) type Breakdown = (Vec<crate::feed::id::DimensionId>, bool);

pub(super) fn breakdown(cell: &Scope) -> Breakdown {
    (cell.groups.iter().map(|(dimension, _)| dimension.clone()).collect(), cell.geography.is_some())
}

impl Period<'_> {
    /// The withheld cells that can be worked out, each with a sentence that says how; and whether all sums around them
    /// have been looked at.
    pub(super) fn recoverable(&self, families: &Families, limits: &Limits) -> (Vec<(Scope, String)>, bool) {
        let (all, whole) = self.families(families);
        let direct: Vec<_> = all.iter().filter_map(|family| self.by_one_sum(family, limits)).collect();
        // What follows from several sums is looked at once none gives a value away by itself: else one hole would be
        // reported at everything that is seen through it.
        (if direct.is_empty() { self.by_many_sums(&all) } else { direct }, whole)
    }

    /// All families with an unknown cell that are connected with a withheld one through unknown cells, and whether none
    /// was left out.
    fn families(&self, families: &Families) -> (BTreeSet<Family>, bool) {
        let mut found = BTreeSet::new();
        let mut seen: HashSet<Scope> = self.withheld.iter().cloned().collect();
        let mut open: Vec<Scope> = self.withheld.iter().cloned().collect();
        while let Some(cell) = open.pop() {
            let around = families.above(&cell).into_iter().chain(families.below(&cell, |part| self.is_used(part)));
            for family in around {
                let cells = family.parts.iter().chain([&family.whole]);
                let unknown = cells.filter(|cell| !self.counts.contains_key(*cell));
                for cell in unknown {
                    if seen.len() < MOST_UNKNOWN && seen.insert(cell.clone()) {
                        open.push(cell.clone());
                    }
                }
                found.insert(family);
            }
        }
        (found, seen.len() < MOST_UNKNOWN)
    }

    /// Whether some line of the series is broken down at least as far as a cell.
    fn is_used(&self, cell: &Scope) -> bool {
        let (dimensions, place) = breakdown(cell);
        self.breakdowns.iter().any(|(known, known_place)| {
            dimensions.iter().all(|dimension| known.contains(dimension)) && (*known_place || !place)
        })
    }

    /// What is left of a published whole when the published parts are taken away.
    fn by_one_sum(&self, family: &Family, limits: &Limits) -> Option<(Scope, String)> {
        let withheld = family.parts.iter().find(|part| self.withheld.contains(*part))?;
        let (known, unknown): (Vec<&Scope>, Vec<_>) =
            family.parts.iter().partition(|part| self.counts.contains_key(*part));
        let total = *self.counts.get(&family.whole)?;
        // A whole of which nothing else is known tells no more than itself.
        if known.is_empty() && unknown.len() > 1 {
            return None;
        }
        let sum: f64 = known.iter().filter_map(|part| self.counts.get(*part)).sum();
        let rest = total - sum;
        let few = self.base_left(family, &unknown).is_some_and(|base| base > 0.0 && base < limits.min_denominator);
        // Of several that are nothing together, each is nothing.
        let nothing = family.complete && rest.abs() < 0.5;
        let alone = family.complete && unknown.len() == 1;
        if !(alone || nothing || limits.is_small(rest) || (!family.complete && few)) {
            return None;
        }
        let (total, sum, rest) = (shown(total), shown(sum), shown(rest));
        let message = match unknown.len() {
            1 if known.is_empty() => {
                format!("The withheld value can be worked out: the whole has no other part and is {total}.")
            }
            1 => format!("The withheld value can be worked out: {total} less {sum} is {rest}."),
            many => format!("The {many} values that are missing here are {rest} together: {total} less {sum}."),
        };
        Some((withheld.clone(), message))
    }

    fn base_left(&self, family: &Family, unknown: &[&Scope]) -> Option<f64> {
        let known = family.parts.iter().filter(|part| !unknown.contains(part));
        let sum: Option<f64> = known.map(|part| self.bases.get(part).copied()).sum();
        Some(self.bases.get(&family.whole)? - sum?)
    }

    fn by_many_sums(&self, families: &BTreeSet<Family>) -> Vec<(Scope, String)> {
        let mut numbers: HashMap<&Scope, usize> = HashMap::new();
        let mut sums = Vec::new();
        for family in families.iter().filter(|family| family.complete) {
            let mut sum = Sum::default();
            let factors = family.parts.iter().map(|part| (part, 1.0)).chain([(&family.whole, -1.0)]);
            for (cell, factor) in factors {
                match self.counts.get(cell) {
                    Some(count) => sum.gives -= factor * count,
                    None => {
                        let next = numbers.len();
                        *sum.terms.entry(*numbers.entry(cell).or_insert(next)).or_default() += factor;
                    }
                }
            }
            sums.push(sum);
        }
        let solved = solve(&sums);
        let found = self.withheld.iter().filter_map(|cell| Some((cell, *solved.get(numbers.get(cell)?)?)));
        let message = |value: f64| {
            format!("The withheld value follows from several sums of this period together: it is {}.", shown(value))
        };
        found.take(1).map(|(cell, value)| (cell.clone(), message(value))).collect()
    }
}
