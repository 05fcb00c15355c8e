//! Work groups: what for, who sits there, how they decide, when they meet; and their seats by sector.

use crate::feed::records::WorkGroup;
use crate::feed::records::workgroup::{DecisionRule, Sector, WorkGroupKind};
use crate::present::{Context, Link, Phrase, events, record};
use crate::routes::Page;
use crate::words::say;

/// A work group. Its id is its place on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub id: String,
    pub title: Phrase,
    pub kind: String,
    pub purpose: Phrase,
    /// Label and text: how it decides, when it meets, who may listen.
    pub facts: Vec<(String, Phrase)>,
    /// The next meeting, if one is planned.
    pub next: Option<Link>,
    pub no_next: Option<String>,
    pub goals: Vec<Link>,
    pub members: Vec<Member>,
    /// "5 of 12 seats are residents’; 4 are paid."
    pub seats: String,
    pub seats_by_sector: Vec<String>,
    /// Nobody counted seats.
    pub seats_missing: bool,
}

/// A partner at a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub partner: Link,
    /// "chairs; gives the room; since 2023".
    pub note: Option<String>,
}

/// Seats by sector over all groups.
#[derive(Clone, Debug, PartialEq)]
pub struct SeatTable {
    pub title: String,
    pub says: String,
    pub columns: [String; 4],
    pub rows: Vec<SeatRow>,
    pub total: SeatRow,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRow {
    pub sector: String,
    /// Seats, of them residents', of them paid.
    pub cells: [String; 3],
}

pub(super) fn groups(context: &Context<'_>) -> Vec<Group> {
    context.feed.workgroups.iter().map(|group| one(context, group)).collect()
}

fn one(context: &Context<'_>, group: &WorkGroup) -> Group {
    let words = context.words;
    let mut facts = vec![(say!(words, "how-decides"), Phrase::from(rule(context, group.decision_rule)))];
    let meets =
        group.meets.as_ref().map_or_else(|| say!(words, "how-meets-unknown").into(), |meets| context.text(meets));
    facts.push((say!(words, "how-meets"), meets));
    let open = if group.public { say!(words, "how-public") } else { say!(words, "how-not-public") };
    facts.push((say!(words, "how-listen"), open.into()));
    let next = events::coming(context).into_iter().find(|event| {
        event.workgroup.as_ref() == Some(&group.id)
            && event.status != crate::feed::records::event::EventStatus::Cancelled
    });
    let next = next.map(|event| {
        let says = say!(words, "how-next", title = context.plain(&event.title), date = words.day(event.start.day()));
        Link { label: says.into(), href: record::href(context, event.id.as_str()).unwrap_or_default() }
    });
    let goals = group.goals.iter().filter_map(|id| record::link(context, id.as_str())).collect();
    let total = Total::of(std::slice::from_ref(group));
    Group {
        id: group.id.to_string(),
        title: context.text(&group.title),
        kind: kind(context, group.kind),
        purpose: context.text(&group.purpose),
        facts,
        no_next: next.is_none().then(|| say!(words, "how-no-next")),
        next,
        goals,
        members: members(context, group),
        seats: if group.seats.is_empty() { say!(words, "how-seats-unknown") } else { seats_says(context, &total) },
        seats_by_sector: (group.seats.iter())
            .map(|seats| say!(words, "how-seats-of", sector = sector(context, seats.sector), n = seats.count))
            .collect(),
        seats_missing: group.seats.is_empty(),
    }
}

fn members(context: &Context<'_>, group: &WorkGroup) -> Vec<Member> {
    let words = context.words;
    let link = |id: &crate::feed::id::PartnerId| record::link(context, id.as_str());
    let has_left = |until: Option<crate::feed::date::Date>| until.is_some_and(|until| until.last() < context.today);
    let chairs_only = group.chairs.iter().filter(|chair| !group.members.iter().any(|member| member.partner == **chair));
    let mut members: Vec<Member> = chairs_only
        .filter_map(|chair| Some(Member { partner: link(chair)?, note: Some(say!(words, "how-chairs")) }))
        .collect();
    for member in group.members.iter().filter(|member| !has_left(member.until)) {
        let Some(partner) = link(&member.partner) else { continue };
        let chairs = group.chairs.contains(&member.partner).then(|| say!(words, "how-chairs"));
        let role = member.role.as_ref().map(|role| context.plain(role));
        let since = member.since.map(|since| say!(words, "how-since", date = context.date(since)));
        let notes: Vec<String> = [chairs, role, since].into_iter().flatten().collect();
        members.push(Member { partner, note: (!notes.is_empty()).then(|| notes.join(" · ")) });
    }
    members
}

/// Seats, summed up.
#[derive(Default)]
struct Total {
    seats: u32,
    /// Of those seats for which it was counted.
    residents: u32,
    /// Seats for which nobody said how many are residents'.
    unknown: u32,
    paid: u32,
}

impl Total {
    fn of(groups: &[WorkGroup]) -> Self {
        let mut total = Self::default();
        groups.iter().flat_map(|group| &group.seats).for_each(|seats| total.add(seats));
        total
    }

    fn add(&mut self, seats: &crate::feed::records::workgroup::Seats) {
        self.seats = self.seats.saturating_add(seats.count);
        self.paid = self.paid.saturating_add(if seats.paid { seats.count } else { 0 });
        match residents_of(seats) {
            Some(n) => self.residents = self.residents.saturating_add(n),
            None => self.unknown = self.unknown.saturating_add(seats.count),
        }
    }
}

/// Seats of the sector of residents are residents', also where nobody counted.
fn residents_of(seats: &crate::feed::records::workgroup::Seats) -> Option<u32> {
    seats.resident_count.or((seats.sector == Sector::Residents).then_some(seats.count))
}

fn seats_says(context: &Context<'_>, total: &Total) -> String {
    let words = context.words;
    let says = say!(words, "how-seats", n = total.residents, of = total.seats, paid = total.paid);
    if total.unknown == 0 {
        return says;
    }
    say!(words, "how-seats-partly", says = says, n = total.unknown)
}

/// The seats of all groups; `None` if nobody counted any.
pub(super) fn seats(context: &Context<'_>) -> Option<SeatTable> {
    let words = context.words;
    let groups = &context.feed.workgroups;
    let total = Total::of(groups);
    if total.seats == 0 {
        return None;
    }
    let rows = Sector::ALL.iter().filter_map(|known| {
        let mut sum = Total::default();
        groups.iter().flat_map(|group| &group.seats).filter(|seats| seats.sector == *known).for_each(|s| sum.add(s));
        (sum.seats > 0).then(|| row(context, sector(context, *known), &sum))
    });
    let counted = groups.iter().filter(|group| !group.seats.is_empty()).count();
    Some(SeatTable {
        title: say!(words, "how-seats-title"),
        says: say!(words, "how-seats-lead", says = seats_says(context, &total), n = counted, of = groups.len()),
        columns: [
            say!(words, "how-sector"),
            say!(words, "how-seats-column"),
            say!(words, "how-seats-residents"),
            say!(words, "how-seats-paid"),
        ],
        rows: rows.collect(),
        total: row(context, say!(words, "how-seats-all"), &total),
    })
}

fn row(context: &Context<'_>, sector: String, sum: &Total) -> SeatRow {
    let words = context.words;
    let number = |n: u32| words.number(f64::from(n), 0);
    let residents = match sum.unknown {
        0 => number(sum.residents),
        unknown if unknown == sum.seats => say!(words, "how-not-counted"),
        unknown => say!(words, "how-partly-counted", n = sum.residents, unknown = unknown),
    };
    SeatRow { sector, cells: [number(sum.seats), residents, number(sum.paid)] }
}

fn kind(context: &Context<'_>, kind: WorkGroupKind) -> String {
    let words = context.words;
    say!(
        words,
        match kind {
            WorkGroupKind::Steering => "how-kind-steering",
            WorkGroupKind::ActionNetwork => "how-kind-network",
            WorkGroupKind::Data => "how-kind-data",
            WorkGroupKind::ResidentCouncil => "how-kind-residents",
            WorkGroupKind::Advisory => "how-kind-advisory",
        }
    )
}

fn rule(context: &Context<'_>, rule: DecisionRule) -> String {
    let words = context.words;
    say!(
        words,
        match rule {
            DecisionRule::Consensus => "how-rule-consensus",
            DecisionRule::Consent => "how-rule-consent",
            DecisionRule::Majority => "how-rule-majority",
            DecisionRule::Delegated => "how-rule-delegated",
        }
    )
}

fn sector(context: &Context<'_>, sector: Sector) -> String {
    let words = context.words;
    say!(
        words,
        match sector {
            Sector::Residents => "how-sector-residents",
            Sector::Agencies => "how-sector-agencies",
            Sector::Nonprofits => "how-sector-nonprofits",
            Sector::Schools => "how-sector-schools",
            Sector::Health => "how-sector-health",
            Sector::Business => "how-sector-business",
            Sector::Funders => "how-sector-funders",
            Sector::Faith => "how-sector-faith",
            Sector::Other => "how-sector-other",
        }
    )
}

/// Where work groups stand on the site.
pub(super) fn section(context: &Context<'_>) -> String {
    format!("{}#groups", context.href(&Page::HowWeWork))
}
