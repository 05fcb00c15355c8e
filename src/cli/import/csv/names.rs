//! The groups and places of a feed, by their ids and by their names in every language.

use std::cell::Cell;
use std::collections::HashMap;

use crate::feed::Feed;
use crate::feed::finding::quoted;
use crate::feed::id::{DimensionId, GeographyId, Name};
use crate::feed::series::Scope;
use crate::words::fold;

/// Words for everybody, everywhere.
const EVERYBODY: [&str; 17] = [
    "all",
    "total",
    "overall",
    "everyone",
    "everybody",
    "all groups",
    "all people",
    "all residents",
    "all students",
    "all places",
    "total population",
    "grand total",
    "todo",
    "todos",
    "todas",
    "total general",
    "general",
];

/// Most names for which the nearest known one is looked for; comparing takes a while.
const MOST_GUESSES: usize = 200;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Everybody,
    Place(GeographyId),
    Group(DimensionId, Name),
}

/// What kind of name is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted<'d> {
    Place,
    /// Of one dimension, or of any.
    Group(Option<&'d DimensionId>),
    Either,
}

/// All names of a feed.
pub(super) struct Names {
    by_key: HashMap<String, Vec<Named>>,
    dimensions: HashMap<String, Vec<DimensionId>>,
    /// As a person reads them, with what they stand for.
    shown: Vec<(String, Named)>,
    guesses: Cell<usize>,
}

/// A text as names are compared: small letters without accents, one blank for every gap and hyphen.
pub(super) fn key(text: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || "+<>≤≥%$€£&/".contains(c);
    let folded = fold(text);
    folded.split(|c| !kept(c)).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a text is a word for everybody.
pub(super) fn is_everybody(text: &str) -> bool {
    EVERYBODY.contains(&key(text).as_str())
}

impl Names {
    /// `own_place_is_written`: whether the series names the coalition's own place where it speaks of everybody.
    pub(super) fn of(feed: &Feed, own_place_is_written: bool) -> Self {
        let mut names =
            Self { by_key: HashMap::new(), dimensions: HashMap::new(), shown: Vec::new(), guesses: Cell::new(0) };
        for place in &feed.geographies {
            let own = place.id == feed.coalition.geography && !own_place_is_written;
            let named = if own { Named::Everybody } else { Named::Place(place.id.clone()) };
            names.add(place.id.as_str(), place.name.versions(), &named);
        }
        for dimension in &feed.dimensions {
            for text in dimension.label.versions().chain([dimension.id.as_str()]) {
                let known = names.dimensions.entry(key(text)).or_default();
                if !known.contains(&dimension.id) {
                    known.push(dimension.id.clone());
                }
            }
            for group in dimension.groups.iter() {
                let named = Named::Group(dimension.id.clone(), group.id.clone());
                names.add(group.id.as_str(), group.label.versions(), &named);
            }
        }
        names
    }

    fn add<'t>(&mut self, id: &'t str, texts: impl Iterator<Item = &'t str>, named: &Named) {
        for text in texts.chain([id]) {
            let known = self.by_key.entry(key(text)).or_default();
            if !known.contains(named) {
                known.push(named.clone());
                self.shown.push((text.to_owned(), named.clone()));
            }
        }
    }

    /// The dimension of this id or label, if it is one and only one.
    pub(super) fn dimension(&self, text: &str) -> Option<&DimensionId> {
        match self.dimensions.get(&key(text)).map(Vec::as_slice) {
            Some([one]) => Some(one),
            _ => None,
        }
    }

    /// Whether a text is the name of a group or a place.
    pub(super) fn is_name(&self, text: &str) -> bool {
        let known = self.by_key.get(&key(text));
        known.is_some_and(|known| known.iter().any(|named| *named != Named::Everybody))
    }

    /// What a name stands for, if it is one thing and only one.
    pub(super) fn get(&self, text: &str, wanted: Wanted<'_>) -> Option<Named> {
        match self.all(text, wanted).as_slice() {
            [one] => Some((*one).clone()),
            [] if is_everybody(text) => Some(Named::Everybody),
            _ => None,
        }
    }

    fn all(&self, text: &str, wanted: Wanted<'_>) -> Vec<&Named> {
        self.by_key.get(&key(text)).into_iter().flatten().filter(|named| wanted.fits(named)).collect()
    }

    /// As [`Self::get`].
    ///
    /// # Errors
    /// A sentence if it stands for nothing, or for more than one thing.
    pub(super) fn find(&self, text: &str, wanted: Wanted<'_>) -> Result<Named, String> {
        if let Some(named) = self.get(text, wanted) {
            return Ok(named);
        }
        if let [first, second, ..] = self.all(text, wanted).as_slice() {
            let (first, second) = (first.written(), second.written());
            return Err(format!(
                "{} can be {first} or {second}. Say which, with a column for the dimension.",
                quoted(text)
            ));
        }
        let what = match wanted {
            Wanted::Place => "place",
            Wanted::Group(_) => "group",
            Wanted::Either => "group or place",
        };
        Err(format!("It is no {what} of the feed.{}", self.nearest(text, wanted)))
    }

    /// The known name that looks most like a text, as half a message.
    fn nearest(&self, text: &str, wanted: Wanted<'_>) -> String {
        self.guesses.set(self.guesses.get() + 1);
        if text.len() > 80 || self.guesses.get() > MOST_GUESSES {
            return " Correct it, or add it to the feed first.".to_owned();
        }
        let text = key(text);
        let alike = |(shown, named): &(String, Named)| {
            let alike = strsim::normalized_damerau_levenshtein(&text, &key(shown));
            (alike, shown.clone(), named.written())
        };
        let fitting = self.shown.iter().filter(|(_, named)| wanted.fits(named));
        let best = fitting.map(alike).max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1)));
        match best {
            Some((alike, shown, id)) if alike >= 0.4 => {
                format!(" The nearest is {} ({id}). Write that, or add the new one to the feed first.", quoted(&shown))
            }
            _ => " Correct it, or add it to the feed first.".to_owned(),
        }
    }
}

impl Wanted<'_> {
    fn fits(self, named: &Named) -> bool {
        match (self, named) {
            (Self::Place | Self::Either, Named::Place(_) | Named::Everybody) => true,
            (Self::Group(None) | Self::Either, Named::Group(..)) => true,
            (Self::Group(Some(wanted)), Named::Group(dimension, _)) => wanted == dimension,
            _ => false,
        }
    }
}

impl Named {
    /// Its id, as the feed writes it.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Everybody => "everybody".to_owned(),
            Self::Place(id) => id.to_string(),
            Self::Group(dimension, group) => format!("{dimension}/{}", group.as_str()),
        }
    }
}

/// Groups and a place together as one scope, dimensions in alphabetical order. `None` if two places or two groups of one
/// dimension are among them.
pub(super) fn scope(named: &[Named]) -> Option<Scope> {
    let mut scope = Scope::default();
    for one in named {
        match one {
            Named::Everybody => {}
            Named::Place(id) => {
                if scope.geography.replace(id.clone()).is_some_and(|other| other != *id) {
                    return None;
                }
            }
            Named::Group(dimension, group) => match scope.groups.iter().find(|(known, _)| known == dimension) {
                Some((_, known)) if known == group => {}
                Some(_) => return None,
                None => scope.groups.push((dimension.clone(), group.clone())),
            },
        }
    }
    scope.groups.sort();
    Some(scope)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, wanted: Wanted<'_>, expected: &str) {
        let names = Names::of(&super::super::testing::feed(), false);
        let found = names.find(text, wanted).map_or_else(|why| why, |named| named.written());
        assert!(found.starts_with(expected), "{text}: {found}");
        assert!(found.chars().count() <= 200, "{found}");
    }

    #[test]
    fn names_are_found_by_id_and_in_every_language() {
        check("geo-east", Wanted::Place, "geo-east");
        check(" EAST ", Wanted::Place, "geo-east");
        check("Este", Wanted::Either, "geo-east");
        check("Eight  and nine", Wanted::Either, "dim-age/old");
        check("young", Wanted::Group(None), "dim-age/young");
        check("The Valley", Wanted::Place, "everybody");
        check("Total", Wanted::Either, "everybody");
        check("todos", Wanted::Group(None), "everybody");
    }

    #[test]
    fn unknown_names_come_with_the_nearest() {
        check("Easst", Wanted::Place, "It is no place of the feed. The nearest is \"East\" (geo-east).");
        check("Eight-nine", Wanted::Either, "It is no group or place of the feed. The nearest is \"Eight and");
        check("East", Wanted::Group(None), "It is no group of the feed.");
        check("Zyzzyx Road", Wanted::Place, "It is no place of the feed. Correct it");
    }

    #[test]
    fn two_groups_of_one_dimension_are_no_scope() {
        let group = |name: &str| Named::Group(DimensionId::new("dim-age").unwrap(), Name::new(name).unwrap());
        assert_eq!(scope(&[group("old"), group("young")]), None);
        assert!(scope(&[group("old"), group("old"), Named::Everybody]).is_some());
    }
}
