//! The order of fields: as the records declare them; what they do not declare after it, in the order of the file.

use super::points;
use super::tree::{Field, Tree};
use crate::feed::id::Kind;
use crate::feed::model::for_each_list;
use crate::feed::record::{FromNode, Shape};
use crate::feed::records::{
    Activity, BudgetCycle, BudgetProposal, Coalition, Commitment, Decision, Dimension, Engagement, Event, Feedback,
    Geography, Goal, Indicator, Need, Partner, Source, Story, Strategy, Term, Update, WorkGroup,
};

/// A whole feed in one file.
pub(super) fn feed(tree: Tree) -> Tree {
    let mut tree = shaped(tree, FEED);
    let fields = if let Tree::Object(fields) = &mut tree { fields.as_mut_slice() } else { &mut [] };
    for field in fields.iter_mut().filter(|field| field.name == "series") {
        if let Tree::List(items) = &mut field.value {
            items.iter_mut().for_each(sort_figures);
        }
    }
    tree
}

pub(super) fn coalition(tree: Tree) -> Tree {
    shaped(tree, Coalition::shape())
}

/// A record of a kind.
pub(super) fn record(tree: Tree, kind: Kind) -> Tree {
    shaped(tree, shape(kind))
}

macro_rules! shapes {
    ($($list:ident $one:ident $Record:ident $Id:ident;)*) => {
        /// The form of a kind of record.
        pub(crate) fn shape(kind: Kind) -> Shape {
            match kind { $(Kind::$Record => $Record::shape(),)* }
        }

        /// The form of a whole feed in one file.
        pub(crate) const FEED: Shape = Shape::Record(&[
            ("$schema", || Shape::Other),
            ("coalition", Coalition::shape),
            $((stringify!($list), || Shape::List($Record::shape)),)*
            ("series", || Shape::List(|| SERIES)),
        ]);
    };
}
for_each_list!(shapes);

const SERIES: Shape = Shape::Record(&[
    ("indicator", || Shape::Other),
    ("periods", || Shape::List(|| Shape::Date)),
    ("lines", || Shape::List(|| LINE)),
]);

const TEXTS: fn() -> Shape = || Shape::List(|| Shape::Other);
const NUMBERS: fn() -> Shape = || Shape::List(|| Shape::Number);

/// In the order of a table's columns.
const LINE: Shape = Shape::Record(&[
    ("geography", || Shape::Other),
    ("dimension", || Shape::Other),
    ("group", || Shape::Other),
    ("value", NUMBERS),
    ("lower", NUMBERS),
    ("upper", NUMBERS),
    ("se", NUMBERS),
    ("numerator", NUMBERS),
    ("denominator", NUMBERS),
    ("status", TEXTS),
    ("note", TEXTS),
    ("was", NUMBERS),
    ("revised", || Shape::List(|| Shape::Date)),
]);

/// Where the observations of an indicator can stand in a table without loss, lines and periods are sorted as a table's
/// are.
fn sort_figures(series: &mut Tree) {
    let sorted = points::table_of(series).and_then(|(indicator, table)| points::series_of(&indicator, &table));
    if let Ok(sorted) = sorted {
        *series = sorted;
    }
}

fn shaped(tree: Tree, shape: Shape) -> Tree {
    match (tree, shape) {
        (Tree::Object(fields), Shape::Record(known)) => {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            let fields = in_order(fields, &names).into_iter().map(|mut field| {
                if let Some((_, shape)) = known.iter().find(|(name, _)| *name == field.name) {
                    field.value = shaped(field.value, shape());
                }
                field
            });
            Tree::Object(fields.collect())
        }
        (Tree::List(items), Shape::List(shape)) => {
            Tree::List(items.into_iter().map(|item| shaped(item, shape())).collect())
        }
        (tree, _) => tree,
    }
}

/// Known fields first, in their order. A name that is there twice stays twice: to choose is a person's work.
fn in_order(mut fields: Vec<Field>, names: &[&str]) -> Vec<Field> {
    let place = |field: &Field| names.iter().position(|name| *name == field.name).unwrap_or(names.len());
    crate::sorted::sort_by_key(&mut fields, place);
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::series::COLUMNS;

    fn names(shape: Shape) -> Vec<&'static str> {
        match shape {
            Shape::Record(fields) => fields.iter().map(|(name, _)| *name).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn lists_and_columns_are_those_of_the_reader() {
        assert_eq!(names(LINE), COLUMNS[1..]);
        let lists: Vec<&str> = Kind::ALL.iter().map(|kind| kind.list()).collect();
        assert_eq!(names(FEED), [&["$schema", "coalition"], lists.as_slice(), &["series"]].concat());
    }
}
