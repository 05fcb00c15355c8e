//! The parts of a title that a search has found.

use super::fold::places;
use super::index::letters;
use super::rank::Typed;

/// A piece of a title, and whether it was found.
pub type Piece = (String, bool);

/// A title in pieces: joined they are the title. Of each word the best fit is marked.
pub(super) fn marked(title: &str, typed: &[Typed]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut done = 0;
    for place in places(title) {
        let length = place.at.len() - 1;
        let mask = letters(&place.word);
        let fits = typed.iter().filter_map(|word| word.fit(&place.word, length, mask));
        let Some(best) = fits.max_by_key(|fit| (fit.counts, fit.to - fit.from)) else { continue };
        let (Some(from), Some(to)) = (place.at.get(best.from), place.at.get(best.to)) else { continue };
        // Half of a letter that folding made two of is marked as the whole.
        let half = best.to.checked_sub(1).and_then(|last| place.at.get(last)) == Some(to);
        let to = place.at.iter().find(|at| **at > *to).filter(|_| half).unwrap_or(to);
        add(&mut pieces, &title[done..*from], false);
        add(&mut pieces, &title[*from..*to], true);
        done = *to;
    }
    add(&mut pieces, &title[done..], false);
    pieces
}

fn add(pieces: &mut Vec<Piece>, text: &str, found: bool) {
    if !text.is_empty() {
        pieces.push((text.to_owned(), found));
    }
}
