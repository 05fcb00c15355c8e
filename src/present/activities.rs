//! The list of all activities, with search and filters whose state is in the address.

use super::activity::{State, Step, goals, kind, lead, next, shared, status, when, with_residents};
use super::filters::{Facet, narrow};
use super::labels::{Label, label};
use super::list::{List, ListPage, Nothing};
use super::{Context, Link, Phrase};
use crate::feed::id::GeographyId;
use crate::feed::records::Activity;
use crate::feed::records::activity::{ActivityKind, ActivityStatus};
use crate::routes::{Page, Query};
use crate::sorted::{sort_by, sort_by_key};
use crate::words::{fold, say};

/// An activity in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ActivityRow {
    pub id: String,
    pub title: Link,
    pub summary: Phrase,
    pub status: State,
    pub kind: String,
    pub when: Option<String>,
    pub lead: Link,
    /// "with 2 more partners".
    pub others: Option<String>,
    pub goals: Vec<Link>,
    /// The step that is late, or else the next one.
    pub next: Option<Step>,
    /// "Money ends June 2026. No plan yet."
    pub money: Option<String>,
    /// "Shared with residents in 3 of 4 steps"
    pub shared: Option<String>,
}

/// The frame of the list.
pub fn activities_page(context: &Context<'_>) -> ListPage {
    let words = context.words;
    let n = context.feed.activities.len();
    let count = context.counted(say!(words, "count-activities", n = n), &Query::default(), n);
    let page = context.list_page(
        Page::Activities,
        label(context, Label::Activities).text,
        say!(words, "activities-lead"),
        count,
    );
    let portfolio = Link { label: say!(words, "portfolio-title").into(), href: context.href(&Page::Portfolio) };
    ListPage { see: vec![portfolio], ..page }
}

/// The list under a query: `q` (words), `goal`, `status`, `kind`, `place`, `residents`; and what other pages link to:
/// `partner` (leads it or has a part in it) and `going=on` (not over).
pub fn activity_list(context: &Context<'_>, query: &Query) -> List<ActivityRow> {
    let words = context.words;
    let mut records: Vec<&Activity> = context.feed.activities.iter().collect();
    sort_by_key(&mut records, |activity| (rank(activity.status), fold(&context.plain(&activity.title))));
    let total = records.len();
    let texts = |activity: &Activity| {
        vec![context.plain(&activity.title), context.plain(&activity.plain_summary), lead(context, activity).label.text]
    };
    let (filters, chosen) = narrow(context, &Page::Activities, query, &facets(context, query), records, texts);
    let n = chosen.len();
    let (shown, paging) = context.paged(&Page::Activities, query, n);
    List {
        filters,
        paging,
        count: context.counted(say!(words, "count-activities", n = n), query, n),
        empty: match total {
            0 => Some(Nothing {
                says: say!(words, "activities-none"),
                way_out: say!(words, "nav-overview"),
                href: context.href(&Page::Overview),
            }),
            _ if chosen.is_empty() => {
                Some(context.nothing_matches(say!(words, "filter-no-activities", n = total), &Page::Activities))
            }
            _ => None,
        },
        rows: chosen[shown].iter().map(|activity| activity_row(context, activity)).collect(),
    }
}

/// An activity as a row.
pub(super) fn activity_row(context: &Context<'_>, activity: &Activity) -> ActivityRow {
    let words = context.words;
    let mut others: Vec<_> =
        activity.partners.iter().map(|role| &role.partner).filter(|id| **id != activity.lead).collect();
    sort_by(&mut others, Ord::cmp);
    others.dedup();
    let money = activity.continuity.as_ref().and_then(|after| {
        let ends = context.date(after.funding_ends?);
        Some(match after.plan {
            Some(_) => say!(words, "continuity-ends", date = ends),
            None => say!(words, "continuity-ends-no-plan", date = ends),
        })
    });
    ActivityRow {
        id: activity.id.to_string(),
        title: context.link(&activity.title, &Page::Activity(activity.id.to_string())),
        summary: context.text(&activity.plain_summary),
        status: status(context, activity.status),
        kind: kind(context, activity.kind),
        when: when(context, activity),
        lead: lead(context, activity),
        others: (!others.is_empty()).then(|| say!(words, "activity-more-partners", n = others.len())),
        goals: goals(context, activity),
        next: next(context, &activity.milestones),
        money,
        shared: activity.coproduction.as_ref().map(|coproduction| shared(context, coproduction)),
    }
}

/// What is going on stands first, what is over last.
pub(super) fn rank(status: ActivityStatus) -> u8 {
    match status {
        ActivityStatus::Active => 0,
        ActivityStatus::Paused => 1,
        ActivityStatus::Planned => 2,
        ActivityStatus::Idea => 3,
        ActivityStatus::Completed => 4,
        ActivityStatus::Ended => 5,
        ActivityStatus::Cancelled => 6,
    }
}

fn facets<'a>(context: &Context<'a>, query: &Query) -> Vec<Facet<'a, Activity>> {
    let (words, feed) = (context.words, context.feed);
    let used = |test: &dyn Fn(&Activity) -> bool| feed.activities.iter().any(test);
    let statuses = ActivityStatus::ALL.iter().filter(|known| used(&|activity| activity.status == **known));
    let goals = super::goal::active(context);
    let kinds = ActivityKind::ALL.iter().filter(|known| used(&|activity| activity.kind == **known));
    let places = feed.geographies.iter().filter(|place| used(&|activity| activity.geographies.contains(&place.id)));
    let by_hand =
        |activity: &Activity| activity.coproduction.as_ref().is_some_and(|shared| with_residents(shared.deliver));
    let residents = used(&by_hand).then(|| (say!(words, "filter-residents-deliver").into(), "deliver"));
    // A list of all partners would be too long a filter: it is offered only to be left again.
    let partner = feed.partners.iter().find(|partner| query.get("partner") == Some(partner.id.as_str()));
    let going = query.get("going").map(|_| (say!(words, "who-filter-going-on").into(), "on"));
    let facets = vec![
        Facet {
            name: "partner",
            title: say!(words, "who-filter-partner"),
            options: partner.map(|partner| (context.text(&partner.name), partner.id.as_str())).into_iter().collect(),
            has: Box::new(|activity: &Activity, value| has_part(activity, value)),
        },
        Facet {
            name: "going",
            title: say!(words, "who-filter-going"),
            options: going.into_iter().collect(),
            has: Box::new(|activity: &Activity, value| value == "on" && is_going(activity)),
        },
        Facet {
            name: "status",
            title: say!(words, "filter-status"),
            options: statuses.map(|known| (status(context, *known).word.into(), known.wire())).collect(),
            has: Box::new(|activity: &Activity, value| activity.status.wire() == value),
        },
        Facet {
            name: "goal",
            title: say!(words, "filter-goal"),
            options: goals.into_iter().map(|goal| (context.text(&goal.title), goal.id.as_str())).collect(),
            has: Box::new(|activity: &Activity, value| activity.goals.iter().any(|id| id.as_str() == value)),
        },
        Facet {
            name: "kind",
            title: say!(words, "filter-kind"),
            options: kinds.map(|known| (kind(context, *known).into(), known.wire())).collect(),
            has: Box::new(|activity: &Activity, value| activity.kind.wire() == value),
        },
        Facet {
            name: "place",
            title: say!(words, "table-place"),
            options: places.map(|place| (context.text(&place.name), place.id.as_str())).collect(),
            has: Box::new({
                let context = *context;
                move |activity: &Activity, value| happens_in(&context, activity, value)
            }),
        },
        Facet {
            name: "residents",
            title: say!(words, "filter-residents"),
            options: residents.into_iter().collect(),
            has: Box::new(move |activity: &Activity, value| value == "deliver" && by_hand(activity)),
        },
    ];
    facets
}

/// Whether a partner leads an activity or has a part in it.
pub(super) fn has_part(activity: &Activity, partner: &str) -> bool {
    activity.lead.as_str() == partner || activity.partners.iter().any(|role| role.partner.as_str() == partner)
}

/// Whether an activity is not over: it runs, pauses, or is meant to come.
pub(super) fn is_going(activity: &Activity) -> bool {
    rank(activity.status) < rank(ActivityStatus::Completed)
}

/// Whether an activity happens in a place: somewhere inside it, in a place around it, or everywhere.
pub(super) fn happens_in(context: &Context<'_>, activity: &Activity, place: &str) -> bool {
    let inside = |inner: &str, outer: &str| {
        let parent = |id: &GeographyId| context.feed.geography(id).and_then(|place| place.parent.as_ref());
        let first = GeographyId::new(inner);
        let mut above = std::iter::successors(first.as_ref(), |id| parent(id));
        above.any(|id| id.as_str() == outer)
    };
    let known = context.feed.geographies.iter().any(|known| known.id.as_str() == place);
    let near = |id: &GeographyId| inside(id.as_str(), place) || inside(place, id.as_str());
    known && (activity.geographies.is_empty() || activity.geographies.iter().any(near))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    fn activity(id: &str, fields: &str) -> String {
        format!(r#"{{"id": "{id}", "title": "{id}", "plain_summary": "What {id} does.", {fields}}}"#,)
    }

    /// Titles and the sentences of the rows that a query leaves, of four activities.
    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let files = [
            (
                "activities/act-help.json",
                activity(
                    "act-help",
                    r#""kind": "service", "status": "active", "lead": "par-library",
                "partners": [{"partner": "par-circle", "role": "deliver"}, {"partner": "par-circle", "role": "design"}],
                "goals": ["goal-read", "goal-home"], "geographies": ["geo-east"], "start": "2022-09",
                "coproduction": {"commission": "agency", "design": "shared", "deliver": "shared", "assess": "agency"},
                "milestones": [{"id": "m", "title": "Open", "due": "2027-01", "state": "planned"},
                               {"id": "n", "title": "Staff", "due": "2026-01", "state": "late"}],
                "continuity": {"funding_ends": "2027-06"}"#,
                ),
            ),
            (
                "activities/act-all.json",
                activity(
                    "act-all",
                    r#""kind": "programme", "status": "ended", "status_reason": "Done",
                "lead": "par-circle", "goals": ["goal-home"]"#,
                ),
            ),
            (
                "activities/act-valley.json",
                activity(
                    "act-valley",
                    r#""kind": "programme", "status": "active",
                "lead": "par-circle", "goals": ["goal-home"], "geographies": ["geo-valley"],
                "continuity": {"funding_ends": "2027", "plan": "School budget"}"#,
                ),
            ),
            (
                "activities/act-west.json",
                activity(
                    "act-west",
                    r#""kind": "service", "status": "planned",
                "lead": "par-circle", "goals": ["goal-home"], "geographies": ["geo-west"],
                "milestones": [{"id": "m", "title": "Second", "due": "2028", "state": "planned"},
                               {"id": "n", "title": "First", "due": "2027", "state": "doing"}]"#,
                ),
            ),
        ];
        let small = Small::new(&files.each_ref().map(|(path, text)| (*path, text.as_str())));
        let list = activity_list(&small.context("en"), &Query::parse(query));
        let said = list.rows.iter().map(|row| {
            let next = row.next.as_ref().map(|step| format!("{} {}", step.state.word, step.title.text));
            let parts =
                [Some(row.status.word.clone()), row.others.clone(), next, row.money.clone(), row.shared.clone()];
            format!("{}: {}", row.id, parts.into_iter().flatten().collect::<Vec<_>>().join("; "))
        });
        assert_eq!(said.collect::<Vec<_>>(), expected);
        assert_eq!(list.empty.is_some(), expected.is_empty());
    }

    const HELP: &str = "act-help: Active; with 1 more partner; Late Staff; Money ends June 2027. No plan yet.; Shared with residents in 2 of 4 steps";
    const VALLEY: &str = "act-valley: Active; Money ends 2027.";
    const WEST: &str = "act-west: Planned; Under way First";
    const ALL: &str = "act-all: Ended";

    #[test]
    fn what_runs_stands_first_and_what_is_over_last() {
        check("", &[HELP, VALLEY, WEST, ALL]);
    }

    #[test]
    fn the_list_can_be_narrowed() {
        check("goal=goal-read", &[HELP]);
        check("kind=service", &[HELP, WEST]);
        check("status=ended", &[ALL]);
        check("residents=deliver", &[HELP]);
        check("q=CIRCLE+west", &[WEST]);
        check("status=active&kind=programme", &[VALLEY]);
        check("partner=par-library", &[HELP]);
        check("partner=par-circle&going=on", &[HELP, VALLEY, WEST]);
        check("partner=nobody", &[]);
    }

    #[test]
    fn what_happens_everywhere_happens_in_each_place() {
        check("place=geo-west", &[VALLEY, WEST, ALL]);
        check("place=geo-valley", &[HELP, VALLEY, WEST, ALL]);
        check("place=nowhere", &[]);
    }

    #[test]
    fn a_list_without_a_match_leads_back() {
        let small = Small::new(&[(
            "activities/act-one.json",
            &activity(
                "act-one",
                r#""kind": "service", "status": "active",
            "lead": "par-circle", "goals": ["goal-read"]"#,
            ),
        )]);
        let list = activity_list(&small.context("en"), &Query::parse("q=zebra"));
        let Nothing { says: text, way_out: clear, href } = list.empty.unwrap();
        assert_eq!((clear.as_str(), href.as_str()), ("Clear filters", "/activities/"));
        assert_eq!(text, "No activities match. Clear the filters to see the only one.");
        assert_eq!(list.count, "0 activities");
    }

    #[test]
    fn a_feed_without_activities_says_so() {
        let list = activity_list(&Small::new(&[]).context("en"), &Query::default());
        assert_eq!(list.empty.map(|nothing| nothing.href).as_deref(), Some("/"));
    }
}
