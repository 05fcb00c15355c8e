//! What a patient reader can work out: which unknowns of a system of sums have only one solution.
//!
//! Taking sums from each other again and again is Gauss's elimination. An unknown is determined if, and only if, a row of
//! the reduced system holds it alone.

use std::collections::BTreeMap;

/// Below this, a coefficient is nothing: all of them begin as 1 or -1.
const NOTHING: f64 = 1e-9;

/// A sum of unknowns, each by its number and with its factor, and what it gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sum {
    pub(super) terms: BTreeMap<usize, f64>,
    pub(super) gives: f64,
}

impl Sum {
    /// Takes another sum away as many times as makes the term of an unknown disappear.
    fn without(&mut self, unknown: usize, other: &Self) {
        let (Some(own), Some(theirs)) = (self.terms.get(&unknown), other.terms.get(&unknown)) else { return };
        let times = own / theirs;
        for (term, factor) in &other.terms {
            *self.terms.entry(*term).or_default() -= times * factor;
        }
        self.terms.retain(|term, factor| *term != unknown && factor.abs() > NOTHING);
        self.gives -= times * other.gives;
    }
}

/// The unknowns that follow from the sums, with their values.
pub(super) fn solve(sums: &[Sum]) -> BTreeMap<usize, f64> {
    let mut open: Vec<Sum> = sums.iter().filter(|sum| !sum.terms.is_empty()).cloned().collect();
    let mut reduced: Vec<(usize, Sum)> = Vec::new();
    // The shortest first: that keeps the others short.
    while let Some(at) = (0..open.len()).min_by_key(|at| open[*at].terms.len()) {
        let pivot = open.swap_remove(at);
        let Some(unknown) = pivot.terms.keys().next().copied() else { continue };
        open.iter_mut().for_each(|sum| sum.without(unknown, &pivot));
        open.retain(|sum| !sum.terms.is_empty());
        reduced.iter_mut().for_each(|(_, sum)| sum.without(unknown, &pivot));
        reduced.push((unknown, pivot));
    }
    let alone = reduced.iter().filter(|(_, sum)| sum.terms.len() == 1);
    alone.filter_map(|(unknown, sum)| Some((*unknown, sum.gives / sum.terms.get(unknown)?))).collect()
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
