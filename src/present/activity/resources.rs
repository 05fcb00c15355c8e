//! Money and other means of an activity: planned beside spent, a row for each year, kind and giver.

use super::terms;
use crate::feed::date::Date;
use crate::feed::id::PartnerId;
use crate::feed::records::activity::{Basis, Resource, ResourceKind};
use crate::present::{Context, Link};
use crate::routes::Page;
use crate::sorted::sort_by_key;
use crate::words::{Arg, say};

/// What was planned and what was spent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceRow {
    pub year: String,
    pub kind: String,
    pub from: Option<Link>,
    /// In words; "not given" if the feed does not say.
    pub planned: String,
    pub actual: String,
    /// Spent against planned, in words.
    pub difference: String,
}

/// One row of the table while it is added up.
struct Row<'f> {
    year: Date,
    kind: ResourceKind,
    from: Option<&'f PartnerId>,
    currency: Option<&'f str>,
    planned: Option<f64>,
    actual: Option<f64>,
}

/// The rows, the newest year first. Only what has the same year, kind, giver and currency is added up.
pub(super) fn rows(context: &Context<'_>, resources: &[Resource]) -> Vec<ResourceRow> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for resource in resources {
        let currency = resource.currency.as_ref().map(|code| code.as_str());
        let key = (resource.year, resource.kind, resource.from.as_ref(), currency);
        let at = rows.iter().position(|row| (row.year, row.kind, row.from, row.currency) == key).unwrap_or_else(|| {
            let (year, kind, from, currency) = key;
            rows.push(Row { year, kind, from, currency, planned: None, actual: None });
            rows.len() - 1
        });
        let sum = match resource.basis {
            Basis::Planned => &mut rows[at].planned,
            Basis::Actual => &mut rows[at].actual,
        };
        *sum = Some(sum.unwrap_or(0.0) + resource.amount);
    }
    sort_by_key(&mut rows, |row| std::cmp::Reverse(row.year.first()));
    rows.into_iter().map(|row| in_words(context, row)).collect()
}

fn in_words(context: &Context<'_>, row: Row<'_>) -> ResourceRow {
    let amount = |amount: Option<f64>| match amount {
        Some(amount) => said(context, amount, row.kind, row.currency),
        None => say!(context.words, "resource-not-given"),
    };
    let giver = row.from.and_then(|id| context.feed.partner(id));
    ResourceRow {
        year: context.date(row.year),
        kind: terms::resource(context, row.kind),
        from: giver.map(|partner| context.link(&partner.name, &Page::Partner(partner.id.to_string()))),
        planned: amount(row.planned),
        actual: amount(row.actual),
        difference: difference(context, &row),
    }
}

fn difference(context: &Context<'_>, row: &Row<'_>) -> String {
    let words = context.words;
    let (Some(planned), Some(actual)) = (row.planned, row.actual) else {
        return say!(words, "activity-difference-unknown");
    };
    let size = said(context, (actual - planned).abs(), row.kind, row.currency);
    match actual.total_cmp(&planned) {
        std::cmp::Ordering::Less => say!(words, "activity-difference-less", amount = size),
        std::cmp::Ordering::Equal => say!(words, "activity-difference-none"),
        std::cmp::Ordering::Greater => say!(words, "activity-difference-more", amount = size),
    }
}

/// An amount with a currency is money; without one, cash is a bare number and everything else is hours.
fn said(context: &Context<'_>, amount: f64, kind: ResourceKind, currency: Option<&str>) -> String {
    let whole = amount.fract() == 0.0;
    match (currency, kind) {
        (Some(code), _) => context.words.money(amount, code, if whole { 0 } else { 2 }),
        (None, ResourceKind::Cash) => context.words.number(amount, if whole { 0 } else { 2 }),
        (None, ResourceKind::InKind | ResourceKind::People | ResourceKind::Space) => {
            say!(context.words, "resource-hours", n = Arg::Number(amount, if whole { 0 } else { 1 }))
        }
    }
}
