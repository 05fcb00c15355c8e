//! Rules between a feed and the version before it: what has been published is not taken back in silence.

mod values;

use std::collections::{HashMap, HashSet};

use super::{Check, shown};
use crate::feed::finding::{Finding, quoted};
use crate::feed::id::Kind;
use crate::feed::model::{Feed, Record, for_each_list};
use crate::feed::read::{Draft, Placed};
use crate::feed::records::goal::GoalStatus;
use crate::feed::records::indicator::{Phase, PreviousTarget, Target, Unit};
use crate::feed::records::update::UpdateKind;
use crate::feed::records::{
    Activity, BudgetCycle, BudgetProposal, Commitment, Decision, Dimension, Engagement, Event, Feedback, Geography,
    Goal, Indicator, Need, Partner, Source, Story, Strategy, Term, Update, WorkGroup,
};
use crate::feed::rule::Rule;
use crate::feed::series::{Scope, Status};
use crate::feed::text::Text;

pub(super) fn check(draft: &Draft<'_, '_>, previous: &Feed, check: &mut Check<'_>) {
    gone(draft, previous, check);
    let corrected = corrected(draft, previous);
    for indicator in &draft.indicators {
        let Some(before) = previous.indicator(&indicator.record.id) else { continue };
        targets(indicator, before, check);
        counted_otherwise(draft, previous, indicator, before, check);
        values::check(draft, previous, indicator, before, &corrected, check);
    }
}

/// A record of the version before that is not there any more.
struct Gone<'f> {
    kind: Kind,
    id: &'f str,
    /// The record that is the same but for its id.
    renamed: Option<String>,
}

macro_rules! all_gone {
    ($($list:ident $one:ident $Record:ident $Id:ident;)*) => {
        fn all_gone<'f>(draft: &Draft<'_, '_>, previous: &'f Feed) -> Vec<Gone<'f>> {
            let claimed = draft.claimed();
            let mut gone = Vec::new();
            $(
                let lost = previous.$list.iter().filter(|record| !claimed.contains(record.id_text()));
                let lost: Vec<_> = lost.collect();
                let new = draft.$list.iter().map(|placed| &placed.record);
                let new = new.filter(|now| !lost.is_empty() && previous.kind_of(now.id_text()).is_none());
                let new: HashMap<String, &str> = new.map(|now| (but_for_its_id(now), now.id_text())).collect();
                gone.extend(lost.into_iter().map(|record| Gone {
                    kind: <$Record as Record>::KIND,
                    id: record.id_text(),
                    renamed: new.get(&but_for_its_id(record)).map(|id| (*id).to_owned()),
                }));
            )*
            gone
        }
    };
}
for_each_list!(all_gone);

/// What a record says, as text to compare.
fn but_for_its_id(record: &impl serde::Serialize) -> String {
    let mut record = serde_json::to_value(record).unwrap_or_default();
    if let Some(fields) = record.as_object_mut() {
        fields.remove("id");
    }
    record.to_string()
}

/// What had been retired may go; it is told at the coalition, the one record that is always there.
fn gone(draft: &Draft<'_, '_>, previous: &Feed, check: &mut Check<'_>) {
    let Some(coalition) = &draft.coalition else { return };
    let retired: HashSet<&str> = (previous.goals.iter().filter(|goal| goal.status == GoalStatus::Retired))
        .map(|goal| goal.id.as_str())
        .chain(previous.indicators.iter().filter(|one| one.phase == Phase::Retired).map(|one| one.id.as_str()))
        .collect();
    for Gone { kind, id, renamed } in all_gone(draft, previous) {
        if retired.contains(id) {
            continue;
        }
        let (message, fix) = match renamed {
            Some(now) => (
                format!("The {} {} is called {} now.", kind.wire(), quoted(id), quoted(&now)),
                "Give it its old id again: links to it from elsewhere lead nowhere.".to_owned(),
            ),
            None => (
                format!("The {} {} has been published, and is gone.", kind.wire(), quoted(id)),
                match kind {
                    Kind::Goal => "Put it back with \"status\": \"retired\" and \"retired_reason\".".to_owned(),
                    Kind::Indicator => "Put it back with \"phase\": \"retired\".".to_owned(),
                    Kind::Activity => "Put it back with \"status\": \"ended\" and the reason.".to_owned(),
                    Kind::Partner => "Put it back with \"left\": the date on which it left.".to_owned(),
                    _ => "Put it back, or waive R117 for it with the reason.".to_owned(),
                },
            ),
        };
        let finding =
            Finding { record: Some(id.to_owned()), ..Finding::new(Rule::RecordGone, coalition.at("id"), message, fix) };
        check.push(finding);
    }
}

/// The records that a correction names which was not there before.
fn corrected<'d>(draft: &'d Draft<'_, '_>, previous: &Feed) -> HashSet<&'d str> {
    let updates = draft.updates.iter().map(|update| &update.record);
    let new =
        updates.filter(|update| update.kind == UpdateKind::Correction && previous.update(&update.id) != Some(update));
    new.filter_map(|update| Some(update.correction.as_ref()?.record.as_str())).collect()
}

/// A target that moved, or went, without a word in "previous"; and earlier targets that went from there.
fn targets(indicator: &Placed<'_, '_, Indicator>, before: &Indicator, check: &mut Check<'_>) {
    let now = &indicator.record.targets;
    let same = |a: &Target, b: &Target| a.value == b.value && a.by == b.by && a.scope == b.scope;
    let on_record = |value: f64, by| {
        let all = now.iter().flat_map(|target| &target.previous);
        all.into_iter().any(|old: &PreviousTarget| old.value == value && old.by == by)
    };
    for old in &before.targets {
        if now.iter().any(|new| same(new, old)) || on_record(old.value, old.by) {
            continue;
        }
        let moved =
            now.iter().position(|new| new.scope == old.scope && !before.targets.iter().any(|known| same(known, new)));
        let was = format!("{} by {}", shown(old.value), old.by);
        match moved {
            Some(at) => {
                let field = if now[at].value == old.value { "by" } else { "value" };
                let message = format!("The target was {was} before, and nothing on record says that it was replaced.");
                let fix = format!(
                    "Add to its \"previous\": {{\"value\": {}, \"by\": \"{}\", \"replaced_on\": …, \"reason\": …}}.",
                    shown(old.value),
                    old.by
                );
                check.report(Rule::TargetMoved, indicator.at(&format!("targets/{at}/{field}")), message, fix);
            }
            None => {
                let place = indicator.at(if now.is_empty() { "id" } else { "targets" });
                let fix = "Put it back, or name it in \"previous\" of the target that replaces it.";
                check.report(Rule::TargetMoved, place, format!("The target {was} is gone."), fix);
            }
        }
    }
    for old in before.targets.iter().flat_map(|target| &target.previous) {
        let back = now.iter().any(|new| new.value == old.value && new.by == old.by);
        if !back && !on_record(old.value, old.by) {
            let place = indicator.at(if now.is_empty() { "id" } else { "targets" });
            let message = format!("The earlier target {} by {} is no longer on record.", shown(old.value), old.by);
            check.report(Rule::TargetMoved, place, message, "Put it back into \"previous\".");
        }
    }
}

/// A definition, method, source or unit that has changed while the series shows no new break.
fn counted_otherwise(
    draft: &Draft<'_, '_>,
    previous: &Feed,
    indicator: &Placed<'_, '_, Indicator>,
    before: &Indicator,
    check: &mut Check<'_>,
) {
    let now = &indicator.record;
    let Some(old) = previous.series_of(&now.id) else { return };
    let breaks = |period, scope: &Scope| {
        let points = old.lines.iter().filter(|line| line.scope == *scope).flat_map(|line| &line.points);
        points.into_iter().any(|point| point.period == period && point.status.has(Status::Break))
    };
    let Some(series) = draft.series.iter().find(|series| series.indicator == now.id) else { return };
    let marked = series
        .rows
        .iter()
        .any(|row| row.observation.status.has(Status::Break) && !breaks(row.observation.period, &row.scope));
    if marked {
        return;
    }
    let language = draft.coalition.as_ref().map_or("", |found| found.record.default_locale.as_str());
    let said = (previous.coalition.default_locale.as_str(), language);
    let source = before.source.iter().any(|id| !now.source.contains(id));
    let field = if !same_words(&before.definition, &now.definition, said) {
        "definition"
    } else if !same_unit(&before.unit, &now.unit) {
        "unit"
    } else if before.period_type != now.period_type {
        "period_type"
    } else if before.method != now.method {
        "method"
    } else if source {
        "source"
    } else {
        return;
    };
    let message =
        format!("\"{field}\" has changed, but the series marks no break: readers compare what cannot be compared.");
    let fix = "Write the status break at the first value that is counted in the new way.";
    check.report(Rule::UnmarkedBreak, indicator.at(field), message, fix);
}

/// Whether two texts say the same in the feeds' own languages, whatever their capitals and commas.
fn same_words(before: &Text, now: &Text, (before_in, now_in): (&str, &str)) -> bool {
    let words = |text: &Text, language: &str| {
        let (text, _) = text.in_language(language, language);
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    words(before, before_in) == words(now, now_in)
}

/// Whether a number means the same in both.
fn same_unit(before: &Unit, now: &Unit) -> bool {
    let meaning = |unit: &Unit| (unit.kind, unit.per_size, unit.currency.clone(), unit.multiplier);
    meaning(before) == meaning(now)
}
