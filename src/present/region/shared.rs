//! Which measures of several coalitions are the same, and which only have the same name.

use std::collections::BTreeMap;

use super::{Member, Own};
use crate::feed::Text;
use crate::feed::records::Indicator;
use crate::sorted::sort_by;

/// In what measures of the same name differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Differs {
    pub(super) definition: bool,
    pub(super) unit: bool,
    pub(super) direction: bool,
    pub(super) level: bool,
}

impl Differs {
    fn between(one: &Indicator, other: &Indicator) -> Self {
        let (a, b) = (&one.unit, &other.unit);
        let amount = |unit: &crate::feed::records::indicator::Unit| unit.per_size.map(f64::to_bits);
        let unit = a.kind == b.kind
            && amount(a) == amount(b)
            && a.currency.as_ref().map(|code| code.as_str()) == b.currency.as_ref().map(|code| code.as_str())
            && (a.name.is_none() || b.name.is_none() || says_the_same(a.name.as_ref(), b.name.as_ref()));
        Self {
            definition: !says_the_same(Some(&one.definition), Some(&other.definition)),
            unit: !unit,
            direction: one.direction != other.direction,
            level: one.level != other.level,
        }
    }

    fn is_nothing(self) -> bool {
        self == Self::default()
    }

    fn or(self, other: Self) -> Self {
        Self {
            definition: self.definition || other.definition,
            unit: self.unit || other.unit,
            direction: self.direction || other.direction,
            level: self.level || other.level,
        }
    }
}

/// Whether two texts have a version with the same words. Capitals and blanks do not count; anything else does.
fn says_the_same(one: Option<&Text>, other: Option<&Text>) -> bool {
    let Some((one, other)) = one.zip(other) else { return one.is_none() && other.is_none() };
    one.versions().any(|one| other.versions().any(|other| plain(one) == plain(other)))
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Measures of more than one coalition.
pub(super) struct Groups<'a> {
    /// Defined in the same way, in the order of the first coalition.
    pub(super) shared: Vec<Vec<Own<'a>>>,
    /// Of one name, but not defined in the same way.
    pub(super) apart: Vec<(Differs, Vec<Own<'a>>)>,
}

/// Looks for them by definition, then by name.
pub(super) fn groups<'a>(members: &[Member<'a>]) -> Groups<'a> {
    let all: Vec<(usize, Own<'a>)> = members
        .iter()
        .enumerate()
        .flat_map(|(n, member)| member.context.feed.indicators.iter().map(move |one| (n, (*member, one))))
        .collect();
    let mut taken = vec![false; all.len()];
    let by_definition = index(&all, |indicator| &indicator.definition);
    let mut shared = Vec::new();
    for (at, (_, (_, indicator))) in all.iter().enumerate() {
        if taken[at] {
            continue;
        }
        let same: Vec<usize> = others(&by_definition, &indicator.definition)
            .filter(|other| !taken[*other] && Differs::between(indicator, all[*other].1.1).is_nothing())
            .collect();
        if members_of(&all, &same) > 1 {
            same.iter().for_each(|one| taken[*one] = true);
            shared.push(same.iter().map(|one| all[*one].1).collect());
        }
    }
    let by_title = index(&all, |indicator| &indicator.title);
    let (mut apart, mut named) = (Vec::new(), vec![false; all.len()]);
    for (at, (_, (_, indicator))) in all.iter().enumerate() {
        if named[at] {
            continue;
        }
        let same: Vec<usize> = others(&by_title, &indicator.title).filter(|other| !named[*other]).collect();
        let differs = same.iter().map(|other| Differs::between(indicator, all[*other].1.1));
        let differs = differs.fold(Differs::default(), Differs::or);
        if members_of(&all, &same) > 1 && !differs.is_nothing() {
            same.iter().for_each(|one| named[*one] = true);
            apart.push((differs, same.iter().map(|one| all[*one].1).collect()));
        }
    }
    Groups { shared, apart }
}

/// The indicators by each version of one of their texts.
fn index<'a>(all: &[(usize, Own<'a>)], text: fn(&Indicator) -> &Text) -> BTreeMap<String, Vec<usize>> {
    let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, (_, (_, indicator))) in all.iter().enumerate() {
        for version in text(indicator).versions() {
            index.entry(plain(version)).or_default().push(at);
        }
    }
    index
}

/// Who has a version of this text, each once and in order.
fn others<'i>(index: &'i BTreeMap<String, Vec<usize>>, text: &Text) -> impl Iterator<Item = usize> + use<'i> {
    let mut found: Vec<usize> =
        text.versions().filter_map(|version| index.get(&plain(version))).flatten().copied().collect();
    sort_by(&mut found, Ord::cmp);
    found.dedup();
    found.into_iter()
}

/// How many coalitions these belong to.
fn members_of(all: &[(usize, Own<'_>)], some: &[usize]) -> usize {
    let mut members: Vec<usize> = some.iter().map(|one| all[*one].0).collect();
    sort_by(&mut members, Ord::cmp);
    members.dedup();
    members.len()
}
