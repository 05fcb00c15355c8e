//! The order of fields: as the records declare them; what they do not declare after it, in the order of the file.

use super::points;
use super::tree::{Field, Tree};
use crate::feed::id::Kind;
use crate::feed::model::for_each_list;
use crate::feed::record::{FromNode, Shape};
use crate::feed::records::{
    Activity, Coalition, Dimension, Event, Geography, Goal, Indicator, Partner, Source, Story, Strategy, Update,
};
use crate::feed::series::COLUMNS;

/// A whole feed in one file.
pub(super) fn feed(tree: Tree) -> Tree {
    let Tree::Object(fields) = tree else { return tree };
    let lists = Kind::ALL.iter().map(|kind| kind.list());
    let names: Vec<&str> = ["$schema", "coalition"].into_iter().chain(lists).chain(["series"]).collect();
    let each = |Field { written, name, value }: Field| {
        let value = match name.as_str() {
            "coalition" => coalition(value),
            "series" => items(value, series),
            list => match Kind::from_list(list) {
                Some(kind) => items(value, |item| record(item, kind)),
                None => value,
            },
        };
        Field { written, name, value }
    };
    Tree::Object(in_order(fields, &names).into_iter().map(each).collect())
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
    };
}
for_each_list!(shapes);

/// The observations of one indicator. Where they can stand in a table without loss, lines and periods are sorted as a
/// table's are; else only the fields are put in order.
fn series(tree: Tree) -> Tree {
    if let Ok(sorted) = points::table_of(&tree).and_then(|(indicator, table)| points::series_of(&indicator, &table)) {
        return sorted;
    }
    let Tree::Object(fields) = tree else { return tree };
    let fields = in_order(fields, &["indicator", "periods", "lines"]).into_iter().map(|mut field| {
        if field.name == "lines" {
            field.value = items(field.value, |line| match line {
                Tree::Object(fields) => Tree::Object(in_order(fields, &COLUMNS)),
                other => other,
            });
        }
        field
    });
    Tree::Object(fields.collect())
}

fn items(tree: Tree, each: impl Fn(Tree) -> Tree) -> Tree {
    match tree {
        Tree::List(items) => Tree::List(items.into_iter().map(each).collect()),
        other => other,
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
