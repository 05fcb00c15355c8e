//! The observations that the feed already has, whichever source form they stand in.

use std::collections::{HashMap, HashSet};

use crate::feed::period::Period;
use crate::feed::series::{Observation, Scope};

/// What makes an observation the one it is. Groups are in alphabetical order of their dimensions.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub(super) period: Period,
    pub(super) scope: Scope,
}

impl Key {
    pub(super) fn new(period: Period, mut scope: Scope) -> Self {
        scope.groups.sort();
        Self { period, scope }
    }
}

/// The order of a table: dimension, group, place; blanks first.
pub(super) fn rank(scope: &Scope) -> (String, String, String) {
    let place = scope.geography.as_ref().map_or(String::new(), ToString::to_string);
    (scope.dimension(), scope.group(), place)
}

/// A series as it is now.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) known: HashMap<Key, Observation>,
    /// What is there twice; the check reports it, and an import must not choose.
    pub(super) twice: HashSet<Key>,
    /// The order in which the series writes the dimensions of a scope.
    scopes: HashMap<Scope, Scope>,
}

impl Kept {
    pub(super) fn add(&mut self, scope: Scope, observation: Observation) {
        let key = Key::new(observation.period, scope.clone());
        self.scopes.entry(key.scope.clone()).or_insert(scope);
        if self.known.insert(key.clone(), observation).is_some() {
            self.twice.insert(key);
        }
    }

    /// A scope as the series writes it.
    pub(super) fn written(&self, scope: &Scope) -> Scope {
        self.scopes.get(scope).unwrap_or(scope).clone()
    }

    /// Whether some observation names a place.
    pub(super) fn names_place(&self, id: &str) -> bool {
        self.scopes.keys().any(|scope| scope.geography.as_ref().is_some_and(|place| place.as_str() == id))
    }
}
