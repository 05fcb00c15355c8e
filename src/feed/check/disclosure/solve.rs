//! What a patient reader can work out: which unknowns of a system of sums have only one solution.
//!
//! Taking sums from each other again and again is Gauss's elimination. An unknown is determined if, and only if, a row of
//! the reduced system holds it alone.

use std::collections::{BTreeMap, BTreeSet};

/// Below this, a coefficient is nothing: all of them begin as 1 or -1.
const NOTHING: f64 = 1e-9;

/// A sum of unknowns, each by its number and with its factor, and what it gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sum {
    pub(super) terms: BTreeMap<usize, f64>,
    pub(super) gives: f64,
}

/// Sums on their way to the reduced form, in which each has an unknown that stands in no other.
#[derive(Default)]
struct System {
    sums: Vec<Sum>,
    /// For each unknown, the sums that hold it.
    holders: BTreeMap<usize, BTreeSet<usize>>,
    /// Sums that have not been used yet, the shortest first: that keeps the others short.
    open: BTreeSet<(usize, usize)>,
}

impl System {
    fn new(sums: &[Sum]) -> Self {
        let mut system = Self { sums: sums.to_vec(), ..Self::default() };
        for (at, sum) in sums.iter().enumerate().filter(|(_, sum)| !sum.terms.is_empty()) {
            system.open.insert((sum.terms.len(), at));
            for unknown in sum.terms.keys() {
                system.holders.entry(*unknown).or_default().insert(at);
            }
        }
        system
    }

    /// Takes the pivot away from a sum as many times as makes the unknown disappear.
    fn take_away(&mut self, at: usize, pivot: &Sum, unknown: usize) {
        let Some(sum) = self.sums.get_mut(at) else { return };
        let (Some(own), Some(theirs)) = (sum.terms.get(&unknown), pivot.terms.get(&unknown)) else { return };
        let (times, length) = (own / theirs, sum.terms.len());
        for (term, factor) in &pivot.terms {
            let left = sum.terms.get(term).unwrap_or(&0.0) - times * factor;
            let holders = self.holders.entry(*term).or_default();
            if *term == unknown || left.abs() <= NOTHING {
                sum.terms.remove(term);
                holders.remove(&at);
            } else {
                sum.terms.insert(*term, left);
                holders.insert(at);
            }
        }
        sum.gives -= times * pivot.gives;
        if self.open.remove(&(length, at)) && !sum.terms.is_empty() {
            self.open.insert((sum.terms.len(), at));
        }
    }
}

/// The unknowns that follow from the sums, with their values.
pub(super) fn solve(sums: &[Sum]) -> BTreeMap<usize, f64> {
    let mut system = System::new(sums);
    while let Some((_, at)) = system.open.pop_first() {
        let Some(pivot) = system.sums.get(at).cloned() else { continue };
        let Some(unknown) = pivot.terms.keys().next().copied() else { continue };
        for other in system.holders.get(&unknown).cloned().unwrap_or_default() {
            if other != at {
                system.take_away(other, &pivot, unknown);
            }
        }
    }
    let alone = system.sums.iter().filter(|sum| sum.terms.len() == 1);
    alone
        .filter_map(|sum| sum.terms.first_key_value().map(|(unknown, factor)| (*unknown, sum.gives / factor)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sums: &[(&[(usize, f64)], f64)], expected: &[(usize, f64)]) {
        let sums: Vec<Sum> =
            sums.iter().map(|(terms, gives)| Sum { terms: terms.iter().copied().collect(), gives: *gives }).collect();
        assert_eq!(solve(&sums).into_iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn one_unknown_of_one_sum() {
        check(&[(&[(0, 1.0)], 4.0)], &[(0, 4.0)]);
        check(&[(&[(0, 1.0), (1, 1.0)], 4.0)], &[]);
    }

    #[test]
    fn three_sums_of_three() {
        check(
            &[(&[(0, 1.0), (1, 1.0)], 5.0), (&[(1, 1.0), (2, 1.0)], 7.0), (&[(0, 1.0), (2, 1.0)], 6.0)],
            &[(0, 2.0), (1, 3.0), (2, 4.0)],
        );
    }

    #[test]
    fn a_ring_of_four_stays_hidden() {
        check(
            &[
                (&[(0, 1.0), (1, 1.0)], 5.0),
                (&[(2, 1.0), (3, 1.0)], 7.0),
                (&[(0, 1.0), (2, 1.0)], 6.0),
                (&[(1, 1.0), (3, 1.0)], 6.0),
            ],
            &[],
        );
    }

    #[test]
    fn only_some_of_the_unknowns_follow() {
        check(
            &[(&[(0, 1.0), (1, 1.0), (2, 1.0)], 9.0), (&[(1, 1.0), (2, 1.0)], 7.0), (&[(2, 1.0), (3, -1.0)], 0.0)],
            &[(0, 2.0)],
        );
    }

    #[test]
    fn nothing_is_known_of_nothing() {
        check(&[], &[]);
        check(&[(&[], 3.0)], &[]);
    }
}
