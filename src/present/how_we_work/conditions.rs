//! The five conditions, answered by counting what the feed holds. Nothing is a mark and nothing is summed up.

use chrono::NaiveDate;

use super::groups;
use crate::feed::date::Date;
use crate::feed::id::PartnerId;
use crate::feed::records::activity::ActivityStatus;
use crate::feed::records::event::{EventKind, EventStatus};
use crate::feed::records::indicator::Phase;
use crate::feed::records::partner::PartnerStatus;
use crate::feed::records::{Activity, Goal, Indicator, Partner, SetBy};
use crate::measure::change::standing;
use crate::measure::freshness::freshness;
use crate::present::activities::has_part;
use crate::present::labels::{Label, label};
use crate::present::row::main_line;
use crate::present::who_does_what::Gap;
use crate::present::{Context, Link, Phrase, record};
use crate::routes::Page;
use crate::words::say;

/// A condition: what was counted, and what is missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    pub name: Phrase,
    /// What it asks for, in plain words.
    pub asks: String,
    pub facts: Vec<Fact>,
    pub missing: Vec<Gap>,
}

/// Something that was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub says: Phrase,
    pub href: Option<String>,
}

impl From<String> for Fact {
    fn from(says: String) -> Self {
        Self { says: says.into(), href: None }
    }
}

pub(super) fn conditions(context: &Context<'_>) -> Vec<Condition> {
    vec![agenda(context), measurement(context), activities(context), communication(context), backbone(context)]
}

fn condition(
    context: &Context<'_>,
    name: Label,
    asks: String,
    facts: Vec<Fact>,
    missing: Vec<Option<Gap>>,
) -> Condition {
    Condition { name: label(context, name), asks, facts, missing: missing.into_iter().flatten().collect() }
}

/// A sentence about something missing, with one way on.
fn lacking(says: String, label: String, href: String) -> Gap {
    Gap { says, links: vec![Link { label: label.into(), href }], more: None }
}

fn agenda(context: &Context<'_>) -> Condition {
    let words = context.words;
    let goals = crate::present::goal::active(context);
    let of = goals.len();
    let with = |test: &dyn Fn(&Goal) -> bool| goals.iter().filter(|goal| test(goal)).count();
    let without = |test: &dyn Fn(&Goal) -> bool| -> Vec<Link> {
        goals.iter().filter(|goal| !test(goal)).filter_map(|goal| record::link(context, goal.id.as_str())).collect()
    };
    let kept = |goal: &Goal| !goal.stewards.is_empty();
    let said = |goal: &Goal| goal.set_by.is_some();
    let by_residents = |goal: &Goal| goal.set_by.as_ref().is_some_and(|set| set.who == SetBy::Residents);
    let (no_steward, no_setter) = (without(&kept), without(&said));
    condition(
        context,
        Label::CommonAgenda,
        say!(words, "condition-agenda-asks"),
        vec![
            say!(words, "condition-agenda-kept", n = with(&kept), of = of).into(),
            say!(words, "condition-agenda-residents", n = with(&by_residents), of = of).into(),
        ],
        vec![
            Gap::of(context, say!(words, "condition-agenda-no-steward", n = no_steward.len()), no_steward),
            Gap::of(context, say!(words, "condition-agenda-no-setter", n = no_setter.len()), no_setter),
        ],
    )
}

fn measurement(context: &Context<'_>) -> Condition {
    let words = context.words;
    let live: Vec<&Indicator> = context.feed.indicators.iter().filter(|one| one.phase == Phase::Live).collect();
    let of = live.len();
    let figures = |one: &Indicator| {
        main_line(context, &one.id).map_or(0, |line| line.points.iter().filter(|point| point.value.is_some()).count())
    };
    let late = |one: &Indicator| {
        main_line(context, &one.id)
            .and_then(|line| standing(line, one).latest)
            .is_some_and(|latest| freshness(one, latest.period, context.today).is_late())
    };
    let links = |test: &dyn Fn(&Indicator) -> bool| -> Vec<Link> {
        live.iter().filter(|one| test(one)).filter_map(|one| record::link(context, one.id.as_str())).collect()
    };
    let (few, overdue) = (links(&|one| figures(one) < 2), links(&late));
    let with_target = live.iter().filter(|one| !one.targets.is_empty()).count();
    let planned = context.feed.indicators.iter().filter(|one| one.phase == Phase::Developmental).count();
    let mut facts: Vec<Fact> = vec![
        say!(words, "condition-measurement-points", n = of - few.len(), of = of).into(),
        say!(words, "condition-measurement-targets", n = with_target, of = of).into(),
        say!(words, "condition-measurement-fresh", n = of - overdue.len(), of = of).into(),
    ];
    if planned > 0 {
        facts.push(say!(words, "condition-measurement-planned", n = planned).into());
    }
    condition(
        context,
        Label::SharedMeasurement,
        say!(words, "condition-measurement-asks"),
        facts,
        vec![
            (of == 0).then(|| {
                lacking(
                    say!(words, "condition-measurement-none"),
                    say!(words, "nav-overview"),
                    context.href(&Page::Overview),
                )
            }),
            Gap::of(context, say!(words, "condition-measurement-few", n = few.len()), few),
            Gap::of(context, say!(words, "condition-measurement-late", n = overdue.len()), overdue),
        ],
    )
}

fn activities(context: &Context<'_>) -> Condition {
    let words = context.words;
    let feed = context.feed;
    let running: Vec<&Activity> =
        feed.activities.iter().filter(|activity| activity.status == ActivityStatus::Active).collect();
    let here: Vec<&Partner> = feed.partners.iter().filter(|one| one.status != PartnerStatus::Left).collect();
    let busy = here.iter().filter(|partner| running.iter().any(|one| has_part(one, partner.id.as_str()))).count();
    let measured = |activity: &Activity| {
        !activity.indicators.is_empty() || feed.indicators.iter().any(|one| one.activity.as_ref() == Some(&activity.id))
    };
    let shared = running.iter().filter(|activity| activity.partners.iter().any(|role| role.partner != activity.lead));
    let unmeasured: Vec<Link> = (running.iter())
        .filter(|activity| !measured(activity))
        .filter_map(|activity| record::link(context, activity.id.as_str()))
        .collect();
    let of = running.len();
    condition(
        context,
        Label::Reinforcing,
        say!(words, "condition-activities-asks"),
        vec![
            say!(words, "condition-activities-partners", n = busy, of = here.len()).into(),
            say!(words, "condition-activities-together", n = shared.count(), of = of).into(),
            say!(words, "condition-activities-measured", n = of - unmeasured.len(), of = of).into(),
        ],
        vec![
            (busy < here.len()).then(|| {
                lacking(
                    say!(words, "condition-activities-idle", n = here.len() - busy),
                    say!(words, "who-title"),
                    context.href(&Page::WhoDoesWhat),
                )
            }),
            Gap::of(context, say!(words, "condition-activities-unmeasured", n = unmeasured.len()), unmeasured),
        ],
    )
}

/// How far back, and ahead, meetings are counted.
const NEAR: i64 = 90;
/// How far back decisions are counted.
const YEAR: i64 = 365;

fn communication(context: &Context<'_>) -> Condition {
    let words = context.words;
    let feed = context.feed;
    let days_since = |day: NaiveDate| (context.today - day).num_days();
    let latest = feed.updates.iter().filter(|one| one.on.first() <= context.today).max_by_key(|one| one.on.last());
    let meetings: Vec<i64> = (feed.events.iter())
        .filter(|event| {
            event.status != EventStatus::Cancelled && matches!(event.kind, EventKind::Meeting | EventKind::OpenHouse)
        })
        .map(|event| days_since(event.start.day()))
        .collect();
    let past = meetings.iter().filter(|days| (1..=NEAR).contains(*days)).count();
    let coming = meetings.iter().filter(|days| (-NEAR..=0).contains(*days)).count();
    let decided = feed.decisions.iter().filter(|one| (0..=YEAR).contains(&days_since(one.on.last()))).count();
    let answered = feed.feedback.iter().filter(|theme| theme.response.is_some()).count();
    let (said, open) = (feed.feedback.len(), feed.feedback.len() - answered);
    let mut facts: Vec<Fact> = Vec::new();
    if let Some(update) = latest {
        let says = match update.on {
            Date::Day(day) => {
                say!(words, "condition-communication-news", date = context.date(update.on), n = days_since(day))
            }
            _ => say!(words, "condition-communication-news-about", date = context.date(update.on)),
        };
        facts.push(Fact { says: says.into(), href: record::href(context, update.id.as_str()) });
    }
    facts.push(say!(words, "condition-communication-meetings", past = past, coming = coming).into());
    facts.push(say!(words, "condition-communication-decisions", n = decided).into());
    if said > 0 {
        facts.push(say!(words, "condition-communication-answers", n = answered, of = said).into());
    }
    let to = |says: String, title: String, page: Page| lacking(says, title, context.href(&page));
    condition(
        context,
        Label::Communication,
        say!(words, "condition-communication-asks"),
        facts,
        vec![
            latest
                .is_none()
                .then(|| to(say!(words, "condition-communication-no-news"), say!(words, "nav-news"), Page::News)),
            (coming == 0).then(|| {
                to(say!(words, "condition-communication-no-meeting"), say!(words, "nav-events"), Page::Events)
            }),
            (said == 0).then(|| {
                let take_part = label(context, Label::TakePart).text;
                to(say!(words, "condition-communication-no-feedback"), take_part, Page::TakePart)
            }),
            (open > 0).then(|| {
                let take_part = label(context, Label::TakePart).text;
                to(say!(words, "condition-communication-open", n = open), take_part, Page::TakePart)
            }),
        ],
    )
}

fn backbone(context: &Context<'_>) -> Condition {
    let words = context.words;
    let found = context.feed.coalition.backbone.as_ref().and_then(|id| context.feed.partner(id));
    let asks = say!(words, "condition-backbone-asks");
    let Some(partner) = found else {
        let none = lacking(
            say!(words, "condition-backbone-none"),
            label(context, Label::Partners).text,
            context.href(&Page::Partners),
        );
        return condition(context, Label::Backbone, asks, Vec::new(), vec![Some(none)]);
    };
    let name = context.plain(&partner.name);
    let mut facts = vec![Fact {
        says: say!(words, "condition-backbone-who", name = &name).into(),
        href: record::href(context, partner.id.as_str()),
    }];
    facts.extend(partner.commits_to.as_ref().map(|text| Fact { says: context.text(text), href: None }));
    let staff = staff(context, &partner.id);
    if let Some((posts, said, of)) = staff {
        let decimals = if posts.fract() == 0. { 0 } else { 1 };
        let posts = words.number(posts, decimals);
        facts.push(say!(words, "condition-backbone-staff", posts = posts, n = said, of = of).into());
    }
    let chairs = context.feed.workgroups.iter().filter(|group| group.chairs.contains(&partner.id)).count();
    let groups = context.feed.workgroups.len();
    if groups > 0 {
        facts.push(Fact {
            says: say!(words, "condition-backbone-chairs", n = chairs, of = groups).into(),
            href: Some(groups::section(context)),
        });
    }
    let no_staff = staff.is_none().then(|| {
        lacking(say!(words, "condition-backbone-no-staff"), name, context.href(&Page::Partner(partner.id.to_string())))
    });
    condition(context, Label::Backbone, asks, facts, vec![no_staff])
}

/// Full-time posts of the running activities that a partner leads, of how many that is known, and how many there are.
fn staff(context: &Context<'_>, partner: &PartnerId) -> Option<(f64, usize, usize)> {
    let leads =
        context.feed.activities.iter().filter(|one| one.lead == *partner && one.status == ActivityStatus::Active);
    let of = leads.clone().count();
    let posts: Vec<f64> = leads.filter_map(|one| one.people.as_ref()?.staff_fte).collect();
    (!posts.is_empty()).then(|| (posts.iter().sum(), posts.len(), of))
}
