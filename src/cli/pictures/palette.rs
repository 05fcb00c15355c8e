//! The colours of a picture as a palette, which makes its file a third as large and as long to pack.
//!
//! Charts have few colours, and between any two of them the steps at the edges of letters and lines. Where these are more
//! than a palette holds, the rarest take the nearest of the others: a step of a step, which nobody sees.

use std::collections::BTreeMap;

/// Red, green, blue.
pub(super) type Colour = [u8; 3];

/// How many colours a palette holds.
const MOST: usize = 256;

/// A picture as places in a palette.
pub(super) struct Indexed {
    /// The most frequent colour first.
    pub(super) palette: Vec<Colour>,
    pub(super) places: Vec<u8>,
}

/// Finds the palette of a picture.
pub(super) fn indexed(pixels: impl Iterator<Item = Colour> + Clone) -> Indexed {
    // Most pixels are like the one before them.
    let mut counts: BTreeMap<Colour, usize> = BTreeMap::new();
    let (mut run, mut length) = ([0; 3], 0);
    for colour in pixels.clone() {
        if colour != run {
            *counts.entry(run).or_default() += length;
            (run, length) = (colour, 0);
        }
        length += 1;
    }
    *counts.entry(run).or_default() += length;
    counts.retain(|_, count| *count > 0);
    let mut by_count: Vec<(Colour, usize)> = counts.into_iter().collect();
    // The sort is stable, so that equal counts stay in the order of their colours: a picture has one file.
    by_count.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let palette: Vec<Colour> = by_count.iter().take(MOST).map(|(colour, _)| *colour).collect();
    let place = |colour: Colour| {
        let nearest = palette.iter().enumerate().min_by_key(|(_, known)| distance(colour, **known));
        nearest.and_then(|(place, _)| u8::try_from(place).ok()).unwrap_or_default()
    };
    let known: BTreeMap<Colour, u8> = by_count.iter().map(|(colour, _)| (*colour, place(*colour))).collect();
    let mut last = None;
    let places = pixels.map(|colour| match last {
        Some((before, place)) if before == colour => place,
        _ => {
            let place = known.get(&colour).copied().unwrap_or_default();
            last = Some((colour, place));
            place
        }
    });
    Indexed { places: places.collect(), palette }
}

fn distance(a: Colour, b: Colour) -> u32 {
    a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pixels: &[Colour], palette: &[Colour], places: &[u8]) {
        let found = indexed(pixels.iter().copied());
        assert_eq!((found.palette.as_slice(), found.places.as_slice()), (palette, places));
    }

    #[test]
    fn the_most_frequent_colour_is_the_first() {
        let (paper, ink) = ([250, 248, 241], [0, 0, 0]);
        check(&[ink, paper, paper], &[paper, ink], &[1, 0, 0]);
        check(&[ink], &[ink], &[0]);
        check(&[], &[], &[]);
    }

    #[test]
    fn of_too_many_colours_the_rarest_take_the_nearest() {
        let step = |n: usize| [(n % 256) as u8, (n / 256) as u8, 0];
        let mut pixels: Vec<Colour> = (0..MOST).flat_map(|n| [step(n), step(n)]).collect();
        pixels.push([7, 0, 1]);
        let found = indexed(pixels.iter().copied());
        assert_eq!(found.palette.len(), MOST);
        assert_eq!(found.palette[usize::from(*found.places.last().unwrap())], step(7));
        let kept = |at: usize| found.palette[usize::from(found.places[at])];
        assert!((0..2 * MOST).all(|at| kept(at) == pixels[at]));
    }
}
