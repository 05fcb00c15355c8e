//! Scopes as cells of a table: one spelling for each, and the way to the cells beside and above.

use crate::feed::id::{DimensionId, Name};
use crate::feed::read::Draft;
use crate::feed::series::Scope;
use crate::sorted::sort_by;

/// The groups of every exhaustive dimension: together they are everybody.
pub(super) type Exhaustive = Vec<(DimensionId, Vec<Name>)>;

pub(super) fn exhaustive(draft: &Draft<'_, '_>) -> Exhaustive {
    let dimensions = draft.dimensions.iter().map(|dimension| &dimension.record).filter(|record| record.exhaustive);
    dimensions.map(|d| (d.id.clone(), d.groups.iter().map(|group| group.id.clone()).collect())).collect()
}

/// The same scope with its dimensions sorted: `a*b` and `b*a` are one cell.
pub(super) fn in_order(scope: &Scope) -> Scope {
    let mut scope = scope.clone();
    sort_by(&mut scope.groups, Ord::cmp);
    scope
}

/// The part of a scope that belongs to a group. `None` if the scope is broken down by that dimension already.
pub(super) fn with(scope: &Scope, dimension: &DimensionId, group: &Name) -> Option<Scope> {
    if scope.groups.iter().any(|(known, _)| known == dimension) {
        return None;
    }
    let mut part = scope.clone();
    part.groups.push((dimension.clone(), group.clone()));
    Some(in_order(&part))
}

/// The whole that a scope is a part of by a dimension, and its group there.
pub(super) fn without<'s>(scope: &'s Scope, dimension: &DimensionId) -> Option<(Scope, &'s Name)> {
    let (_, group) = scope.groups.iter().find(|(known, _)| known == dimension)?;
    let groups = scope.groups.iter().filter(|(known, _)| known != dimension).cloned().collect();
    Some((in_order(&Scope { groups, geography: scope.geography.clone() }), group))
}
