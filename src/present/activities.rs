//! The list of all activities, with search and filters whose state is in the address.

use super::activity::{State, Step, goals, kind, lead, next, shared, status, when, with_residents};
use super::filters::{Facet, ListIndex};
use super::labels::{Label, label};
use super::list::{Asked, List, ListPage};
use super::{Context, Link, Phrase};
use crate::feed::id::GeographyId;
use crate::feed::records::Activity;
use crate::feed::records::activity::{ActivityKind, ActivityStatus};
use crate::routes::Page;
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
    let page = context.list_page(
        Page::Activities,
        label(context, Label::Activities).text,
        say!(words, "activities-lead"),
        n,
        say!(words, "count-activities", n = n),
    );
    let portfolio = Link { label: say!(words, "portfolio-title").into(), href: context.href(&Page::Portfolio) };
    ListPage { see: vec![portfolio], ..page }
}

/// What the list is narrowed down by. What is going on stands first.
pub fn activity_index(context: &Context<'_>) -> ListIndex {
    let (order, records) = in_order(context);
    ListIndex::new(order, facets(context, &records))
}

/// The activities in the order of lists, and their places in the feed.
pub(super) fn in_order<'a>(context: &Context<'a>) -> (Vec<usize>, Vec<&'a Activity>) {
    let mut records: Vec<&Activity> = context.feed.activities.iter().collect();
    sort_by_key(&mut records, |activity| (rank(activity.status), fold(&context.plain(&activity.title))));
    (records.iter().filter_map(|activity| context.feed.place_of(*activity)).collect(), records)
}

/// The list under a query: `q` (words), `goal`, `status`, `kind`, `place`, `residents`; and what other pages link to:
/// `partner` (leads it or has a part in it) and `going=on` (not over).
pub fn activity_list(context: &Context<'_>, index: &ListIndex, asked: Asked<'_>) -> List<ActivityRow> {
    let words = context.words;
    let total = index.len();
    let texts = |activity: &Activity| {
        vec![context.plain(&activity.title), context.plain(&activity.plain_summary), lead(context, activity).label.text]
    };
    let (filters, chosen) = index.narrow(context, &Page::Activities, asked, &context.feed.activities, texts);
    let n = chosen.len();
    let shown = context.listed(&Page::Activities, asked, &chosen, say!(words, "count-activities", n = n));
    List {
        filters,
        paging: shown.paging,
        count: shown.count,
        empty: context.no_rows(
            &Page::Activities,
            total,
            n,
            say!(words, "activities-none"),
            say!(words, "filter-no-activities", n = total),
        ),
        rows: chosen[shown.rows].iter().map(|activity| activity_row(context, activity)).collect(),
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

fn facets<'a>(context: &Context<'a>, records: &[&'a Activity]) -> Vec<Facet> {
    let (words, feed) = (context.words, context.feed);
    let used = |test: &dyn Fn(&Activity) -> bool| feed.activities.iter().any(test);
    let statuses = ActivityStatus::ALL.iter().filter(|known| used(&|activity| activity.status == **known));
    let kinds = ActivityKind::ALL.iter().filter(|known| used(&|activity| activity.kind == **known));
    let by_hand =
        |activity: &Activity| activity.coproduction.as_ref().is_some_and(|shared| with_residents(shared.deliver));
    let residents = used(&by_hand).then(|| (say!(words, "filter-residents-deliver").into(), "deliver"));
    // A list of all partners would be too long a filter: it is offered only to be left again.
    let partners = feed.partners.iter().map(|partner| (context.text(&partner.name), partner.id.as_str()));
    vec![
        Facet::new(
            "partner",
            say!(words, "who-filter-partner"),
            partners.collect(),
            &mut records.iter().map(|activity| {
                let others = activity.partners.iter().map(|role| role.partner.as_str());
                std::iter::once(activity.lead.as_str()).chain(others).collect()
            }),
        )
        .offering(0),
        Facet::new(
            "going",
            say!(words, "who-filter-going"),
            vec![(say!(words, "who-filter-going-on").into(), "on")],
            &mut records.iter().map(|activity| is_going(activity).then_some("on").into_iter().collect()),
        )
        .offering(0),
        Facet::new(
            "status",
            say!(words, "filter-status"),
            statuses.map(|known| (status(context, *known).word.into(), known.wire())).collect(),
            &mut records.iter().map(|activity| vec![activity.status.wire()]),
        ),
        of_goals(context, records),
        Facet::new(
            "kind",
            say!(words, "filter-kind"),
            kinds.map(|known| (kind(context, *known).into(), known.wire())).collect(),
            &mut records.iter().map(|activity| vec![activity.kind.wire()]),
        ),
        of_places(context, records),
        Facet::new(
            "residents",
            say!(words, "filter-residents"),
            residents.into_iter().collect(),
            &mut records.iter().map(|activity| by_hand(activity).then_some("deliver").into_iter().collect()),
        ),
    ]
}

/// The goals that activities serve.
pub(super) fn of_goals<'a>(context: &Context<'a>, records: &[&'a Activity]) -> Facet {
    let (goals, offered) = super::goal::choices(context);
    Facet::new(
        "goal",
        say!(context.words, "filter-goal"),
        goals,
        &mut records.iter().map(|activity| activity.goals.iter().map(|id| id.as_str()).collect()),
    )
    .offering(offered)
}

/// The places where activities happen.
pub(super) fn of_places<'a>(context: &Context<'a>, records: &[&'a Activity]) -> Facet {
    let used = |place: &GeographyId| records.iter().any(|activity| activity.geographies.contains(place));
    // What other pages link to can be a place around them, or one where nothing is only for it.
    let (mut places, others): (Vec<_>, Vec<_>) = context.feed.geographies.iter().partition(|place| used(&place.id));
    let offered = places.len();
    places.extend(others);
    let options = places.iter().map(|place| (context.text(&place.name), place.id.as_str())).collect();
    Facet::new(
        "place",
        say!(context.words, "table-place"),
        options,
        &mut records.iter().map(|activity| {
            let there = places.iter().map(|place| place.id.as_str());
            there.filter(|place| happens_in(context, activity, place)).collect()
        }),
    )
    .offering(offered)
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
    use crate::present::list::Nothing;
    use crate::present::testing::Small;
    use crate::routes::Query;

    fn activity(id: &str, fields: &str) -> String {
        format!(r#"{{"id": "{id}", "title": "{id}", "plain_summary": "What {id} does.", {fields}}}"#,)
    }

    fn listed(small: &Small, query: &str) -> List<ActivityRow> {
        let context = small.context("en");
        activity_list(&context, &activity_index(&context), (&Query::parse(query)).into())
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
        let list = listed(&small, query);
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
        let list = listed(&small, "q=zebra");
        let Nothing { says: text, way_out: clear, href } = list.empty.unwrap();
        assert_eq!((clear.as_str(), href.as_str()), ("Clear filters", "/activities/"));
        assert_eq!(text, "No activities match. Clear the filters to see the only one.");
        assert_eq!(list.count, "0 activities");
    }

    #[test]
    fn a_feed_without_activities_says_so() {
        let small = Small::new(&[]);
        let list = listed(&small, "");
        assert_eq!(list.empty.map(|nothing| nothing.href).as_deref(), Some("/"));
        // Nor is there anything to search or to choose.
        assert_eq!((activities_page(&small.context("en")).search_label, list.filters), (None, Vec::new()));
    }
}
