//! Sorting, compiled once. The sort of `std` is made anew for every type and every order, some 4 kB of app each time;
//! here the places are sorted, and the things follow.

use std::cmp::Ordering;

/// Sorts by an order. What is equal stays as it was.
pub(crate) fn sort_by<T>(items: &mut Vec<T>, order: impl Fn(&T, &T) -> Ordering) {
    let mut places: Vec<usize> = (0..items.len()).collect();
    sort_places(&mut places, &|a, b| order(&items[a], &items[b]));
    let mut old: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.into_iter().filter_map(|place| old[place].take()));
}

/// Sorts by a key, which is made once for each thing. What is equal stays as it was.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let mut keyed: Vec<(K, T)> = items.drain(..).map(|item| (key(&item), item)).collect();
    sort_by(&mut keyed, |(a, _), (b, _)| a.cmp(b));
    items.extend(keyed.into_iter().map(|(_, item)| item));
}

fn sort_places(places: &mut [usize], order: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|a, b| order(*a, *b));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &[&str], sorted: &[&str]) {
        let mut by_length = words.to_vec();
        sort_by_key(&mut by_length, |word| word.len());
        assert_eq!(by_length, sorted);
    }

    #[test]
    fn sorts_and_keeps_the_order_of_equals() {
        check(&[], &[]);
        check(&["a"], &["a"]);
        check(&["ccc", "b", "aa", "a", "bb"], &["b", "a", "aa", "bb", "ccc"]);
    }

    #[test]
    fn any_order_will_do() {
        let mut numbers = vec![2.0, f64::NAN, -1.0, 0.5];
        sort_by(&mut numbers, f64::total_cmp);
        assert_eq!(numbers[..3], [-1.0, 0.5, 2.0]);
    }
}
