//! The words of the form and those of a feed, both ways. Import and export use the same ones, so that what comes in goes
//! out again.

use super::values::{count, number, written_date};
use crate::feed::records::Identifier;
use crate::feed::records::budget::{AllocationRule, BudgetCycle, BudgetPhase, PhaseKind, ProposalStage, VoteType};

/// What the scheme of an identifier begins with that keeps a value of a `.pb` file for which a feed has no field.
pub(in crate::cli) const SCHEME: &str = "pabulib-";
/// The scheme of a project's own name in the file.
pub(in crate::cli) const PROJECT: &str = "pabulib-project";

/// The keys of META in the order in which they are written; others follow by name.
pub(in crate::cli) const META: [&str; 39] = [
    "description",
    "country",
    "unit",
    "district",
    "subunit",
    "instance",
    "num_projects",
    "num_votes",
    "budget",
    "vote_type",
    "rule",
    "date_begin",
    "date_end",
    "min_length",
    "max_length",
    "min_sum_cost",
    "max_sum_cost",
    "scoring_fn",
    "min_points",
    "max_points",
    "min_sum_points",
    "max_sum_points",
    "default_score",
    "min_project_cost",
    "max_project_cost",
    "min_project_score_threshold",
    "neighborhoods",
    "subdistricts",
    "categories",
    "edition",
    "language",
    "currency",
    "fully_funded",
    "experimental",
    "comment",
    "acknowledgments",
    "leftover_budget",
    "budget_per_category",
    "budget_per_neighborhood",
];

/// The keys that every file has to have.
pub(in crate::cli) const OBLIGATORY: [&str; 11] = [
    "description",
    "country",
    "unit",
    "instance",
    "num_projects",
    "num_votes",
    "budget",
    "vote_type",
    "rule",
    "date_begin",
    "date_end",
];

/// The columns of PROJECTS in the order in which they are written; others follow by name.
pub(in crate::cli) const PROJECTS: [&str; 15] = [
    "project_id",
    "cost",
    "votes",
    "score",
    "name",
    "category",
    "target",
    "selected",
    "neighborhood",
    "subunit",
    "district",
    "description",
    "public_id",
    "latitude",
    "longitude",
];

/// Columns that name people. A feed says what kind of somebody an idea comes from, never who.
pub(super) const PEOPLE: [&str; 8] =
    ["proposer", "proposers", "author", "authors", "applicant", "contact", "email", "phone"];

/// Where a name stands in the order of a list; names that are not in it come after it.
pub(in crate::cli) fn rank(list: &[&str], name: &str) -> usize {
    list.iter().position(|known| *known == name).unwrap_or(list.len())
}

/// What is kept under a name of the form.
pub(in crate::cli) fn kept<'i>(identifiers: &'i [Identifier], name: &str) -> Option<&'i str> {
    let known = |one: &&Identifier| one.scheme.strip_prefix(SCHEME) == Some(name);
    identifiers.iter().find(known).map(|one| one.value.as_str())
}

pub(in crate::cli) fn vote_type(word: &str) -> Option<VoteType> {
    match word.to_ascii_lowercase().as_str() {
        "approval" | "choose-1" => Some(VoteType::Approval),
        "ordinal" => Some(VoteType::Ranking),
        "cumulative" => Some(VoteType::Cumulative),
        "scoring" => Some(VoteType::Scoring),
        _ => None,
    }
}

/// Whether a ballot names one project alone.
pub(in crate::cli) fn is_single(word: &str) -> bool {
    word.eq_ignore_ascii_case("choose-1")
}

pub(in crate::cli) fn rule(word: &str) -> AllocationRule {
    match word.to_ascii_lowercase().as_str() {
        "greedy" => AllocationRule::Greedy,
        word if word.split('/').next() == Some("equalshares") => AllocationRule::EqualShares,
        _ => AllocationRule::Other,
    }
}

/// A project's stage by its flag: 0 is not chosen; all others are, 2 and 3 for a reason that the file's comment gives.
pub(super) fn stage(selected: u32) -> ProposalStage {
    if selected == 0 { ProposalStage::NotFunded } else { ProposalStage::Funded }
}

/// The phase in which people vote.
pub(in crate::cli) fn vote(cycle: &BudgetCycle) -> Option<&BudgetPhase> {
    cycle.phases.iter().find(|phase| phase.kind == PhaseKind::Vote)
}

/// What a key of META is by the fields of a cycle. The description is the title, which the export takes by itself.
pub(in crate::cli) fn of_fields(cycle: &BudgetCycle, key: &str) -> Option<String> {
    match key {
        "budget" => Some(cycle.money.to_string()),
        "currency" => Some(cycle.currency.as_str().to_owned()),
        "vote_type" => match cycle.vote_type {
            VoteType::Approval | VoteType::Knapsack => Some("approval".to_owned()),
            VoteType::Ranking => Some("ordinal".to_owned()),
            VoteType::Cumulative => Some("cumulative".to_owned()),
            VoteType::Scoring => Some("scoring".to_owned()),
            VoteType::NoVote => None,
        },
        "rule" => Some(
            match cycle.allocation_rule {
                AllocationRule::Greedy => "greedy",
                AllocationRule::EqualShares => "equalshares",
                AllocationRule::Panel | AllocationRule::Other => "unknown",
            }
            .to_owned(),
        ),
        "date_begin" => vote(cycle).map(|phase| written_date(phase.from)),
        "date_end" => vote(cycle).and_then(|phase| phase.to).map(written_date),
        "max_length" if !kept(&cycle.identifiers, "vote_type").is_some_and(is_single) => {
            cycle.max_choices.map(|most| most.to_string())
        }
        "max_sum_cost" if cycle.vote_type == VoteType::Knapsack => Some(cycle.money.to_string()),
        _ => None,
    }
}

/// Whether what is kept under a key still says what the fields say: fields may have been edited since the import.
pub(in crate::cli) fn still_says(cycle: &BudgetCycle, key: &str, value: &str) -> bool {
    match key {
        "vote_type" => match cycle.vote_type {
            VoteType::Knapsack => vote_type(value) == Some(VoteType::Approval),
            other => vote_type(value) == Some(other),
        },
        "rule" => match cycle.allocation_rule {
            AllocationRule::Panel => false,
            other => rule(value) == other,
        },
        "max_length" => count(value).is_ok_and(|most| cycle.max_choices == Some(most)),
        "max_sum_cost" => cycle.vote_type != VoteType::Knapsack,
        "description" | "num_projects" | "num_votes" | "budget" | "currency" | "date_begin" | "date_end" => false,
        _ => true,
    }
}

/// Whether two texts say the same, as numbers if they are some.
pub(super) fn same(one: &str, other: &str) -> bool {
    one == other || matches!((number(one, true), number(other, true)), (Ok(one), Ok(other)) if one == other)
}
