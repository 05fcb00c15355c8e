//! The goals that indicators are numbered by, and the coalition record of an import.

use std::collections::BTreeMap;

use super::ids::slug;
use super::texts::own;
use crate::feed::id::{GeographyId, GoalId, Name};
use crate::feed::record::OneOrMore;
use crate::feed::records::coalition::{Contact, ContactKind, ContactValue, Disclosure, Locale, Version};
use crate::feed::records::geography::GeographyKind;
use crate::feed::records::goal::{GoalKind, GoalStatus};
use crate::feed::records::{Coalition, Geography, Goal, Identifier, SetBy, Setting};

/// Short names of the United Nations' Sustainable Development Goals, 1 to 17.
const UN_GOALS: [&str; 17] = [
    "No poverty",
    "Zero hunger",
    "Good health and well-being",
    "Quality education",
    "Gender equality",
    "Clean water and sanitation",
    "Affordable and clean energy",
    "Decent work and economic growth",
    "Industry, innovation and infrastructure",
    "Reduced inequalities",
    "Sustainable cities and communities",
    "Responsible consumption and production",
    "Climate action",
    "Life below water",
    "Life on land",
    "Peace, justice and strong institutions",
    "Partnerships for the goals",
];

/// The id of a goal by its number.
pub(super) fn goal_id(number: &str) -> Option<GoalId> {
    GoalId::new(format!("goal-{}", slug(number)))
}

/// One goal, with the number of source indicators that speak for it.
pub(super) fn goal(number: &str, indicators: usize, locale: &str) -> Option<Goal> {
    let order: Option<usize> = number.parse().ok();
    let name = order.and_then(|order| UN_GOALS.get(order.checked_sub(1)?)).copied();
    let title = name.map_or_else(|| format!("Goal {number}"), |name| format!("{number}. {name}"));
    let what = match name {
        Some(_) => format!("Sustainable Development Goal {number} of the United Nations."),
        None => format!("Goal {number} of the repository that was imported."),
    };
    let figures = match indicators {
        1 => "Figures of 1 indicator were imported for it.".to_owned(),
        _ => format!("Figures of {indicators} indicators were imported for it."),
    };
    Some(Goal {
        id: goal_id(number)?,
        title: own(locale, title),
        plain_summary: own(locale, format!("{what} {figures}")),
        kind: GoalKind::Result,
        parent: None,
        theme: None,
        population: None,
        geography: None,
        set_by: Some(Setting { who: SetBy::Official, how: None, on: None }),
        stewards: Vec::new(),
        status: GoalStatus::Active,
        retired_reason: None,
        order: order.map(|order| order as f64 * 10.0),
        identifiers: name
            .map(|_| Identifier { scheme: "un-sdg".to_owned(), value: number.to_owned() })
            .into_iter()
            .collect(),
    })
}

/// The place that rows without a code speak of: the one that all metadata name, or nothing in particular.
pub(super) fn area(id: GeographyId, coverage: &BTreeMap<String, usize>, locale: &str) -> Geography {
    let mut names = coverage.keys();
    let (name, kind) = match (names.next(), names.next()) {
        (Some(only), None) => (only.clone().into(), GeographyKind::Country),
        _ => (own(locale, "The area that each indicator names"), GeographyKind::Custom),
    };
    Geography { id, name, kind, parent: None, code: None, population: None }
}

/// The coalition record. An import is no coalition: the texts that only people can write say so.
pub(super) fn coalition(
    name: &str,
    locales: &[String],
    geography: GeographyId,
    license: Option<&str>,
) -> Option<Coalition> {
    let locale = locales.first()?.as_str();
    let slug = slug(name);
    let contact =
        Contact { kind: ContactKind::Address, value: ContactValue::new("See the source repository")?, label: None };
    Some(Coalition {
        schema_version: Version::current(),
        id: Name::new(super::ids::cut(&slug, 60)).or_else(|| Name::new("open-sdg-import"))?,
        name: own(locale, format!("Open SDG import: {name}")),
        plain_summary: own(
            locale,
            format!(
                "Figures imported from the Open SDG data repository \"{name}\". No coalition has looked at them yet."
            ),
        ),
        vision: own(locale, "To be written: this feed was imported and has no common agenda yet."),
        problem_statement: None,
        geography,
        population: own(locale, "Everyone whom the imported figures cover"),
        backbone: None,
        default_locale: Locale::new(locale)?,
        locales: OneOrMore::new(locales.iter().filter_map(|locale| Locale::new(locale)).collect())?,
        framework: None,
        disclosure: Disclosure { min_count: 10, min_denominator: 30, zero_ok: true },
        assessment: None,
        contacts: OneOrMore::new(vec![contact])?,
        report_form: None,
        repository: None,
        site: None,
        license: license.unwrap_or("unknown").to_owned(),
        disclaimer: None,
        headline_indicators: Vec::new(),
        sample: false,
    })
}
