//! The page of one partner: what it does for the whole, and what it answers for.

use super::activities::{ActivityRow, activity_row};
use super::activity::State;
use super::chapter::Term;
use super::together::{Together, together};
use super::{Context, Head, Link, Phrase};
use crate::feed::records::activity::RoleKind;
use crate::feed::records::coalition::{Contact, ContactKind};
use crate::feed::records::{Activity, Partner};
use crate::measure::change::standing;
use crate::present::row::main_line;
use crate::routes::Page;
use crate::words::say;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnerPage {
    pub head: Head,
    pub crumbs: Vec<Link>,
    pub id: String,
    pub name: Phrase,
    pub summary: Phrase,
    /// Said of a partner that pauses or has left.
    pub status: Option<String>,
    /// Label and value, in hairline columns.
    pub facts: Vec<(String, Phrase)>,
    /// What it has committed to, in its own words.
    pub commits_to: Option<Phrase>,
    pub own_goals: Vec<OwnGoal>,
    /// Said if it has shared none.
    pub no_own_goals: Option<String>,
    pub leads: Vec<ActivityRow>,
    /// What it does in activities of others, role by role.
    pub takes_part: Vec<TakesPart>,
    pub goals: Vec<Link>,
    pub keeps: Vec<Kept>,
    pub reach: Vec<Term>,
    /// What was promised by it and to it, and what it asked, heard and answered.
    pub together: Together,
}

/// A partner's own goal and the shared one it serves, or that it serves none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnGoal {
    pub text: Phrase,
    pub shared: Result<Link, String>,
}

/// A role, and the activities of others in which the partner has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakesPart {
    /// "Host".
    pub role: String,
    pub activities: Vec<(Link, State)>,
}

/// An indicator that it keeps up to date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub indicator: Link,
    pub fresh: String,
    /// The next figure is overdue.
    pub late: bool,
}

/// The page of a partner; `None` if the feed has none with this id.
pub fn partner_page(context: &Context<'_>, id: &str) -> Option<PartnerPage> {
    let words = context.words;
    let partner = context.feed.partners.iter().find(|partner| partner.id.as_str() == id)?;
    let (name, summary) = (context.text(&partner.name), context.text(&partner.plain_summary));
    let answers_for = context.feed.goals.iter().filter(|goal| goal.stewards.contains(&partner.id));
    let own_goal = |own: &crate::feed::records::partner::OwnGoal| OwnGoal {
        text: context.text(&own.text),
        shared: own
            .goal
            .as_ref()
            .and_then(|id| context.feed.goal(id))
            .map(|goal| context.link(&goal.title, &Page::Goal(goal.id.to_string())))
            .ok_or_else(|| say!(words, "activity-own-goal-alone")),
    };
    let leads = context.feed.activities.iter().filter(|activity| activity.lead == partner.id);
    Some(PartnerPage {
        head: context.head(&name.text, summary.text.clone()),
        crumbs: vec![
            Link { label: say!(words, "nav-overview").into(), href: context.href(&Page::Overview) },
            Link { label: say!(words, "nav-partners").into(), href: context.href(&Page::Partners) },
        ],
        id: partner.id.to_string(),
        status: super::partners::status(context, partner.status),
        facts: facts(context, partner),
        commits_to: partner.commits_to.as_ref().map(|text| context.text(text)),
        own_goals: partner.own_goals.iter().map(own_goal).collect(),
        no_own_goals: partner.own_goals.is_empty().then(|| say!(words, "activity-no-own-goals")),
        leads: leads.map(|activity| activity_row(context, activity)).collect(),
        takes_part: takes_part(context, partner),
        goals: answers_for.map(|goal| context.link(&goal.title, &Page::Goal(goal.id.to_string()))).collect(),
        keeps: keeps(context, partner),
        reach: reach(context, partner),
        together: together(context, id),
        name,
        summary,
    })
}

fn facts(context: &Context<'_>, partner: &Partner) -> Vec<(String, Phrase)> {
    let words = context.words;
    let mut facts = vec![(say!(words, "filter-kind"), Phrase::from(super::partners::kind(context, partner.kind)))];
    if let Some(form) = &partner.legal_status {
        facts.push((say!(words, "partner-legal-status"), context.text(form)));
    }
    facts.push((say!(words, "partner-roles"), super::partners::roles(context, partner).into()));
    if partner.resident_led {
        facts.push((say!(words, "partner-led-by"), say!(words, "partner-led-by-residents").into()));
    }
    facts.extend(partner.joined.map(|on| (say!(words, "partner-joined"), context.date(on).into())));
    facts.extend(partner.left.map(|on| (say!(words, "partner-left-on"), context.date(on).into())));
    let places: Vec<_> = partner.geographies.iter().filter_map(|id| context.feed.geography(id)).collect();
    match places.as_slice() {
        [] => {}
        [place] => facts.push((say!(words, "partner-places"), context.text(&place.name))),
        _ => {
            let names: Vec<_> = places.iter().map(|place| context.plain(&place.name)).collect();
            facts.push((say!(words, "partner-places"), words.list(&names).into()));
        }
    }
    facts
}

fn takes_part(context: &Context<'_>, partner: &Partner) -> Vec<TakesPart> {
    let others: Vec<_> = context.feed.activities.iter().filter(|activity| activity.lead != partner.id).collect();
    let in_role = |role: &RoleKind| {
        let has = |activity: &&&Activity| {
            activity.partners.iter().any(|part| part.partner == partner.id && part.role == *role)
        };
        let entry = |activity: &&Activity| {
            let link = context.link(&activity.title, &Page::Activity(activity.id.to_string()));
            (link, super::activity::status(context, activity.status))
        };
        let activities: Vec<_> = others.iter().filter(has).map(entry).collect();
        (!activities.is_empty()).then(|| TakesPart { role: super::activity::role(context, *role), activities })
    };
    RoleKind::ALL.iter().filter_map(in_role).collect()
}

fn keeps(context: &Context<'_>, partner: &Partner) -> Vec<Kept> {
    let kept = context.feed.indicators.iter().filter(|indicator| indicator.steward == partner.id);
    kept.map(|indicator| {
        let latest = main_line(context, &indicator.id).and_then(|line| standing(line, indicator).latest);
        let (fresh, late) = match latest {
            Some(latest) => context.fresh(indicator, latest),
            None => (say!(context.words, "value-not-measured"), false),
        };
        Kept { indicator: context.link(&indicator.title, &Page::Indicator(indicator.id.to_string())), fresh, late }
    })
    .collect()
}

/// Website and office: never a person's.
fn reach(context: &Context<'_>, partner: &Partner) -> Vec<Term> {
    let words = context.words;
    let mut ways = Vec::new();
    if let Some(link) = &partner.website {
        let says = super::activity::shown(link.as_str());
        ways.push(Term::leading(say!(words, "partner-website"), says, super::news::local(context, link)));
    }
    ways.extend(partner.contact.as_ref().map(|known| contact(context, known)));
    ways
}

/// A way to reach an office, with its label.
pub(super) fn contact(context: &Context<'_>, contact: &Contact) -> Term {
    let says = context.words.apart(contact.value.as_str()).into_owned().into();
    Term { label: contact_label(context, contact), says, href: contact_href(contact) }
}

/// What a contact is called: by its own name, else by its kind.
pub(super) fn contact_label(context: &Context<'_>, contact: &Contact) -> Phrase {
    match &contact.label {
        Some(label) => context.text(label),
        None => Phrase::from(say!(
            context.words,
            match contact.kind {
                ContactKind::Phone => "contact-phone",
                ContactKind::Email => "contact-email",
                ContactKind::Address => "contact-address",
                ContactKind::Web => "partner-website",
            }
        )),
    }
}

/// What a device can do with a contact.
pub(super) fn contact_href(contact: &Contact) -> Option<String> {
    let value = contact.value.as_str();
    match contact.kind {
        ContactKind::Phone => {
            let digits: String = value.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            Some(format!("tel:{digits}"))
        }
        ContactKind::Email => Some(format!("mailto:{value}")),
        ContactKind::Web => crate::feed::link::Link::new(value).map(|link| link.as_str().to_owned()),
        ContactKind::Address => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::{READING, Small};

    const LIBRARY: (&str, &str) = (
        "partners/par-library.json",
        r#"{"id": "par-library", "name": "Library", "kind": "public_agency", "legal_status": "County department",
        "plain_summary": {"en": "Keeps the table.", "es": "Cuida la mesa."}, "roles": ["backbone", "data"], "joined": "2020-01",
        "geographies": ["geo-east", "geo-west"], "website": "https://library.example.org/", "status": "active",
        "contact": {"kind": "phone", "value": "+1-555-0101"}, "commits_to": "A desk that answers.",
        "own_goals": [{"text": "A card for every child", "goal": "goal-read"}, {"text": "Longer hours"}]}"#,
    );

    const TUTORING: (&str, &str) = (
        "activities/act-tutoring.json",
        r#"{"id": "act-tutoring", "title": "Tutoring", "plain_summary": "S", "kind": "programme", "status": "active",
        "lead": "par-circle", "goals": ["goal-read"], "partners": [{"partner": "par-library", "role": "host"},
        {"partner": "par-library", "role": "fund"}]}"#,
    );

    #[track_caller]
    fn check(lang: &str, id: &str, expect: impl FnOnce(PartnerPage)) {
        let small = Small::new(&[READING[0], READING[1], LIBRARY, TUTORING]);
        expect(partner_page(&small.context(lang), id).unwrap());
    }

    #[test]
    fn facts_say_who_a_partner_is() {
        check("en", "par-library", |page| {
            let facts: Vec<_> = page.facts.iter().map(|(label, value)| format!("{label}: {}", value.text)).collect();
            let roles = "Roles: Keeps the whole together · Data";
            let places = "Works in: Eastside and Westside";
            assert_eq!(
                facts,
                ["Kind: Public agency", "Legal form: County department", roles, "Joined: January 2020", places]
            );
        });
    }

    #[test]
    fn a_partner_sees_what_it_is_on_the_hook_for() {
        check("en", "par-library", |page| {
            let parts = page.takes_part.iter().map(|part| (part.role.as_str(), part.activities.len()));
            assert_eq!(parts.collect::<Vec<_>>(), [("Fund", 1), ("Host", 1)]);
            assert_eq!(page.takes_part[1].activities[0].0.label.text, "Tutoring");
            assert_eq!(page.goals[0].label.text, "Children read well");
            let kept = &page.keeps[0];
            assert!(kept.late, "{kept:?}");
            assert_eq!(kept.indicator.href, "/indicators/ind-reading/");
            assert!(page.leads.is_empty());
        });
        check("en", "par-circle", |page| {
            assert_eq!(page.leads[0].title.label.text, "Tutoring");
            assert!(page.takes_part.is_empty() && page.keeps.is_empty());
        });
    }

    #[test]
    fn own_goals_lead_to_the_shared_ones() {
        check("es", "par-library", |page| {
            let own = |at: usize| (page.own_goals[at].text.lang.as_deref(), page.own_goals[at].shared.as_ref().ok());
            let shared =
                Link { label: "Los niños leen bien".to_owned().into(), href: "/es/goals/goal-read/".to_owned() };
            assert_eq!((own(0), own(1)), ((Some("en"), Some(&shared)), (Some("en"), None)));
            assert_eq!(page.summary, "Cuida la mesa.".to_owned().into());
            assert_eq!(
                page.own_goals[1].shared.as_ref().err().unwrap(),
                "No coincide todavía con un objetivo compartido"
            );
            assert_eq!(page.no_own_goals, None);
        });
        check("en", "par-circle", |page| {
            assert_eq!(page.no_own_goals.unwrap(), "This partner has not shared goals of its own yet.");
        });
    }

    #[test]
    fn ways_to_reach_it_can_be_followed() {
        check("en", "par-library", |page| {
            let ways = page
                .reach
                .iter()
                .map(|way| format!("{}: {} {}", way.label.text, way.says.text, way.href.as_deref().unwrap_or("")));
            let expected =
                ["Website: library.example.org https://library.example.org/", "Phone: +1-555-0101 tel:+15550101"];
            assert_eq!(ways.collect::<Vec<_>>(), expected);
        });
    }

    #[test]
    fn an_unknown_partner_has_no_page() {
        assert!(partner_page(&Small::new(&[]).context("en"), "par-nobody").is_none());
    }
}
