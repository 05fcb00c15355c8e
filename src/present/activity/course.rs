//! What becomes of an activity: who ran it first and who runs it after, what ends with the money, and what a pilot found.

use super::milestones::Step;
use super::terms::{self, Sign, State};
use crate::feed::date::Date;
use crate::feed::records::Activity;
use crate::feed::records::activity::{ActivityKind, ActivityStatus, Continuity, Handover, Verdict, Who};
use crate::present::Context;
use crate::present::chapter::Term;
use crate::routes::Page;
use crate::sorted::sort_by_key;
use crate::words::say;

/// What a pilot tries to find out, when it is looked at again, and what was decided.
pub(super) fn pilot(context: &Context<'_>, activity: &Activity) -> Vec<Term> {
    let words = context.words;
    let mut terms = Vec::new();
    if let Some(hypothesis) = &activity.hypothesis {
        terms.push(Term::new(say!(words, "pilot-hypothesis"), context.text(hypothesis)));
    }
    if let Some(review) = activity.review_on {
        terms.push(Term::new(say!(words, "pilot-review"), context.date(review)));
    }
    if activity.verdict.is_some() || !terms.is_empty() {
        terms.push(Term::new(say!(words, "pilot-verdict"), decision(context, activity)));
    }
    terms
}

/// What was decided, or that it is open or overdue.
pub(in crate::present) fn decision(context: &Context<'_>, activity: &Activity) -> String {
    match activity.verdict {
        Some(verdict) => terms::verdict(context, verdict),
        None if is_overdue(context, activity) => say!(context.words, "pilot-overdue"),
        None if is_over(activity.status) => say!(context.words, "activity-pilot-no-verdict"),
        None => say!(context.words, "pilot-open"),
    }
}

/// The day of the review has passed, and nothing has been decided.
pub(in crate::present) fn is_overdue(context: &Context<'_>, activity: &Activity) -> bool {
    let passed = activity.review_on.is_some_and(|review| review.last() < context.today);
    passed && activity.verdict.is_none()
}

/// A pilot that does not go on. It stays in sight.
pub(in crate::present) fn is_stopped(activity: &Activity) -> bool {
    let given_up = matches!(activity.status, ActivityStatus::Ended | ActivityStatus::Cancelled);
    activity.kind == ActivityKind::Pilot && (activity.verdict == Some(Verdict::Stop) || given_up)
}

/// It is over, however it ended.
pub(in crate::present) fn is_over(status: ActivityStatus) -> bool {
    matches!(status, ActivityStatus::Completed | ActivityStatus::Ended | ActivityStatus::Cancelled)
}

/// Who handed it to whom, in the order of the days.
pub(in crate::present) fn handovers(context: &Context<'_>, handovers: &[Handover]) -> Vec<Step> {
    let words = context.words;
    let mut sorted: Vec<&Handover> = handovers.iter().collect();
    sort_by_key(&mut sorted, |step| step.on.first());
    let step = |step: &&Handover| {
        let done = step.on.first() <= context.today;
        let (word, sign) = match done {
            true => (say!(words, "activity-handed-over"), Sign::Done),
            false => (say!(words, "milestone-planned"), Sign::Ahead),
        };
        let support = step.support.as_ref().map(|support| context.text(support));
        Step {
            state: State { word, sign },
            title: say!(words, "activity-handover", from = hands(context, step.from), to = hands(context, step.to))
                .into(),
            when: context.date(step.on),
            note: Some(support.unwrap_or_else(|| say!(words, "activity-handover-no-support").into())),
            more: None,
        }
    };
    sorted.iter().map(step).collect()
}

fn hands(context: &Context<'_>, who: Who) -> String {
    let words = context.words;
    say!(
        words,
        match who {
            Who::Agency => "activity-hands-agency",
            Who::Shared => "activity-hands-shared",
            Who::Residents => "activity-hands-residents",
            Who::Nobody => "activity-hands-nobody",
        }
    )
}

/// When the money ends, what is planned then, and who answers for it.
pub(super) fn continuity(context: &Context<'_>, continuity: &Continuity) -> Vec<Term> {
    let words = context.words;
    let mut terms = Vec::new();
    if let Some(ends) = continuity.funding_ends {
        terms.push(Term::new(say!(words, "continuity-funding-ends"), ends_in(context, ends)));
    }
    let plan =
        continuity.plan.as_ref().map_or_else(|| say!(words, "continuity-no-plan").into(), |plan| context.text(plan));
    terms.push(Term::new(say!(words, "continuity-plan"), plan));
    let after = continuity.owner_after.as_ref().and_then(|id| context.feed.partner(id));
    terms.push(match after {
        Some(partner) => {
            let href = context.href(&Page::Partner(partner.id.to_string()));
            Term::leading(say!(words, "continuity-owner-after"), context.text(&partner.name), href)
        }
        None => Term::new(say!(words, "continuity-owner-after"), say!(words, "continuity-no-owner")),
    });
    terms
}

/// A date ahead or behind with its distance: "June 2027, in 7 months".
pub(in crate::present) fn ends_in(context: &Context<'_>, date: Date) -> String {
    let words = context.words;
    let on = context.date(date);
    match months_until(context, date) {
        _ if date.last() < context.today => say!(words, "activity-ended-on", date = on),
        months => say!(words, "activity-ends-in", date = on, n = months.max(0)),
    }
}

/// How many months are between today and the last day that a date can mean.
pub(in crate::present) fn months_until(context: &Context<'_>, date: Date) -> i32 {
    months_between(context.today, date.last())
}

/// Whole months from one month to another.
pub(in crate::present) fn months_between(from: chrono::NaiveDate, to: chrono::NaiveDate) -> i32 {
    use chrono::Datelike;
    let month = |day: chrono::NaiveDate| day.year() * 12 + day.month0() as i32;
    month(to) - month(from)
}
