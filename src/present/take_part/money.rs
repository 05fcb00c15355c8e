//! Participatory budgets in one sentence each: how much money, and which stage it is at today.

use crate::feed::records::BudgetCycle;
use crate::feed::records::budget::BudgetPhase;
use crate::present::{Context, Link};
use crate::routes::Page;
use crate::words::say;

/// A budget and its stage now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyLine {
    pub title: Link,
    pub says: String,
}

/// All budgets, in the feed's order.
pub(super) fn money(context: &Context<'_>) -> Vec<MoneyLine> {
    let line = |cycle: &BudgetCycle| MoneyLine {
        title: context.link(&cycle.title, &Page::Budget(cycle.id.to_string())),
        says: stage(context, cycle),
    };
    context.feed.budget_cycles.iter().map(line).collect()
}

fn stage(context: &Context<'_>, cycle: &BudgetCycle) -> String {
    let (words, today) = (context.words, context.today);
    let money = words.money(cycle.money, cycle.currency.as_str(), 0);
    let begun = |phase: &&BudgetPhase| phase.from.first() <= today;
    let runs = |phase: &&BudgetPhase| phase.to.is_none_or(|to| to.last() >= today);
    let now = cycle.phases.iter().filter(begun).filter(runs).max_by_key(|phase| phase.from.first());
    let next = cycle.phases.iter().filter(|phase| !begun(phase)).min_by_key(|phase| phase.from.first());
    let stage = |phase: &BudgetPhase| say!(words, "take-stage", stage = phase.kind.wire());
    match (now, next) {
        (Some(now), _) => match now.to {
            Some(to) => say!(words, "take-money-until", money = money, stage = stage(now), date = context.date(to)),
            None => say!(words, "take-money-now", money = money, stage = stage(now)),
        },
        (None, Some(next)) => {
            say!(words, "take-money-next", money = money, stage = stage(next), date = context.date(next.from))
        }
        (None, None) => say!(words, "take-money-over", money = money),
    }
}
