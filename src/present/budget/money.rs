//! Where the money of a round went: what there is, what was given, what is spent, what is left.

use super::amount;
use crate::chart::stack::{Stretch, stack};
use crate::feed::records::budget::{BudgetCycle, BudgetProposal, ProposalStage};
use crate::present::{Context, Phrase};
use crate::words::say;

/// The money as sentence, bar and table: all from the same amounts.
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    pub says: String,
    /// Spent, given and not yet spent, left. Empty if there is nothing to draw.
    pub bar: Vec<(MoneyPart, Stretch)>,
    /// Label and amount.
    pub rows: Vec<MoneyRow>,
    /// What nobody has said, and where the rest comes from if more was given than there is.
    pub notes: Vec<Phrase>,
}

/// A part of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyPart {
    Spent,
    Given,
    Left,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyRow {
    /// The part of the bar that it is.
    pub part: Option<MoneyPart>,
    pub label: String,
    pub amount: String,
}

/// What a chosen proposal was given: what it was meant to cost, or else what it did cost.
pub(super) fn given_to(proposal: &BudgetProposal) -> Option<f64> {
    proposal.cost_estimated.or(proposal.cost_final)
}

/// What has been spent on it: as said, or else what a finished one did cost.
fn spent_on(proposal: &BudgetProposal) -> Option<f64> {
    let cost = (proposal.stage == ProposalStage::Done).then_some(proposal.cost_final).flatten();
    proposal.spent.or(cost)
}

pub(super) fn money(context: &Context<'_>, cycle: &BudgetCycle, proposals: &[&BudgetProposal]) -> Money {
    let words = context.words;
    let chosen: Vec<_> = proposals.iter().filter(|proposal| proposal.stage.is_chosen()).collect();
    let costs: Vec<f64> = chosen.iter().filter_map(|proposal| given_to(proposal)).collect();
    let bills: Vec<f64> = chosen.iter().filter_map(|proposal| spent_on(proposal)).collect();
    let (given, spent): (f64, f64) = (costs.iter().sum(), bills.iter().sum());
    let left = cycle.money - given;
    let said = |sum: f64| amount(context, cycle, sum);
    let row = |part: Option<MoneyPart>, label: String, amount: String| MoneyRow { part, label, amount };
    let mut rows = vec![row(None, say!(words, "budget-money"), said(cycle.money))];
    let mut notes = Vec::new();
    if !chosen.is_empty() {
        rows.push(row(Some(MoneyPart::Given), say!(words, "budget-given"), said(given)));
        let spent = if bills.is_empty() { say!(words, "budget-not-said") } else { said(spent) };
        rows.push(row(Some(MoneyPart::Spent), say!(words, "budget-spent"), spent));
        rows.push(match left < 0.0 {
            true => row(None, say!(words, "budget-over"), said(-left)),
            false => row(Some(MoneyPart::Left), say!(words, "budget-left"), said(left)),
        });
        let (no_cost, no_bill) = (chosen.len() - costs.len(), chosen.len() - bills.len());
        if no_cost > 0 {
            notes.push(say!(words, "budget-no-cost", n = no_cost).into());
        }
        if no_bill > 0 {
            notes.push(say!(words, "budget-no-bill", n = no_bill, total = chosen.len()).into());
        }
    }
    if left < 0.0 {
        let more = cycle.extra_funding_note.as_ref().map(|note| context.text(note));
        notes.push(more.unwrap_or_else(|| say!(words, "budget-over-unexplained").into()));
    }
    let says = match (chosen.is_empty(), left < 0.0) {
        (true, _) => say!(words, "budget-money-open", money = said(cycle.money)),
        (false, false) => {
            say!(
                words,
                "budget-money-says",
                n = chosen.len(),
                given = said(given),
                money = said(cycle.money),
                left = said(left)
            )
        }
        (false, true) => {
            say!(
                words,
                "budget-money-over",
                n = chosen.len(),
                given = said(given),
                money = said(cycle.money),
                over = said(-left)
            )
        }
    };
    let parts = [MoneyPart::Spent, MoneyPart::Given, MoneyPart::Left];
    let bar = parts.into_iter().zip(stack(&[spent, given, cycle.money])).collect();
    Money { says, bar, rows, notes }
}
