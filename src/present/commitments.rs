//! Promises as lines, for every page that shows some of them.

use super::activity::{Sign, State, shown};
use super::pairs::{Item, Pair, links, party};
use super::{Context, Link, Phrase, news};
use crate::feed::id::{PartnerId, PublicOrParty, WorkGroupId};
use crate::feed::records::Commitment;
use crate::feed::records::commitment::{CommitmentState, Dispute};
use crate::feed::records::partner::PartnerKind;
use crate::feed::records::workgroup::WorkGroupKind;
use crate::sorted::sort_by_key;
use crate::words::say;

/// A promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseLine {
    /// The fragment of its address.
    pub id: String,
    pub text: Phrase,
    pub state: State,
    /// "11 days past its day". Said of what is overdue.
    pub overdue: Option<String>,
    /// Who to whom, when made, when due, and what it is about.
    pub facts: Vec<Pair>,
    pub reason: Option<Phrase>,
    /// Records and pages that show how it stands.
    pub evidence: Vec<Link>,
    pub dispute: Option<DisputeNote>,
}

/// Somebody sees the state of a promise otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisputeNote {
    /// "The Reading Circle, 3 May 2026".
    pub from: String,
    pub says: Phrase,
    /// The answer, or the gap that there is none.
    pub answer: Result<Phrase, String>,
}

/// How a promise stands today. The feed says what was reported; a day that has passed without a word is seen here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Overdue,
    AtRisk,
    Broken,
    PartlyKept,
    OnTrack,
    Promised,
    Kept,
    Withdrawn,
}

impl Standing {
    /// What needs attention stands first.
    pub const ALL: [Self; 8] = [
        Self::Overdue,
        Self::AtRisk,
        Self::Broken,
        Self::PartlyKept,
        Self::OnTrack,
        Self::Promised,
        Self::Kept,
        Self::Withdrawn,
    ];

    /// Its word in addresses and messages.
    pub fn wire(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::AtRisk => "at_risk",
            Self::Broken => "broken",
            Self::PartlyKept => "partly_kept",
            Self::OnTrack => "on_track",
            Self::Promised => "promised",
            Self::Kept => "kept",
            Self::Withdrawn => "withdrawn",
        }
    }

    fn rank(self) -> usize {
        Self::ALL.iter().position(|known| *known == self).unwrap_or_default()
    }
}

/// How a promise stands today.
pub fn standing(context: &Context<'_>, commitment: &Commitment) -> Standing {
    let overdue = commitment.due.is_some_and(|due| due.last() < context.today);
    match commitment.state {
        CommitmentState::Promised | CommitmentState::OnTrack | CommitmentState::AtRisk if overdue => Standing::Overdue,
        CommitmentState::Promised => Standing::Promised,
        CommitmentState::OnTrack => Standing::OnTrack,
        CommitmentState::AtRisk => Standing::AtRisk,
        CommitmentState::Kept => Standing::Kept,
        CommitmentState::PartlyKept => Standing::PartlyKept,
        CommitmentState::Broken => Standing::Broken,
        CommitmentState::Withdrawn => Standing::Withdrawn,
    }
}

/// The same in a word, with its sign.
pub fn state(context: &Context<'_>, standing: Standing) -> State {
    let words = context.words;
    let (word, sign) = match standing {
        Standing::Overdue => (say!(words, "promise-overdue"), Sign::Late),
        Standing::AtRisk => (say!(words, "promise-at-risk"), Sign::Risk),
        Standing::Broken => (say!(words, "promise-broken"), Sign::Broken),
        Standing::PartlyKept => (say!(words, "promise-partly"), Sign::Partly),
        Standing::OnTrack => (say!(words, "promise-on-track"), Sign::Running),
        Standing::Promised => (say!(words, "promise-promised"), Sign::Ahead),
        Standing::Kept => (say!(words, "promise-kept"), Sign::Done),
        Standing::Withdrawn => (say!(words, "promise-withdrawn"), Sign::Stopped),
    };
    State { word, sign }
}

/// From whom to whom a promise goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Residents promise something to their neighbourhood.
    FromResidents,
    /// An agency or another partner promises something to residents.
    ToResidents,
    /// Partners promise something to each other.
    Between,
}

impl Direction {
    pub const ALL: [Self; 3] = [Self::ToResidents, Self::FromResidents, Self::Between];

    /// Its word in addresses.
    pub fn wire(self) -> &'static str {
        match self {
            Self::FromResidents => "from-residents",
            Self::ToResidents => "to-residents",
            Self::Between => "between",
        }
    }
}

/// From whom to whom a promise goes.
pub fn direction(context: &Context<'_>, commitment: &Commitment) -> Direction {
    let to_residents = match &commitment.to {
        PublicOrParty::Public => true,
        PublicOrParty::Party(id) => is_residents(context, id.as_str()),
    };
    match (is_residents(context, commitment.by.as_str()), to_residents) {
        (true, _) => Direction::FromResidents,
        (false, true) => Direction::ToResidents,
        (false, false) => Direction::Between,
    }
}

/// Whether a partner or a work group is one of residents.
fn is_residents(context: &Context<'_>, id: &str) -> bool {
    let partner = PartnerId::new(id).and_then(|id| context.feed.partner(&id));
    let of_residents = partner.is_some_and(|partner| {
        partner.resident_led || matches!(partner.kind, PartnerKind::ResidentGroup | PartnerKind::InformalGroup)
    });
    let group = WorkGroupId::new(id).and_then(|id| context.feed.workgroup(&id));
    of_residents || group.is_some_and(|group| group.kind == WorkGroupKind::ResidentCouncil)
}

/// Whether a promise is by, to or about the record with this id.
pub fn concerns(commitment: &Commitment, id: &str) -> bool {
    let to = matches!(&commitment.to, PublicOrParty::Party(party) if party.as_str() == id);
    to || commitment.by.as_str() == id
        || commitment.goals.iter().any(|goal| goal.as_str() == id)
        || commitment.activities.iter().any(|activity| activity.as_str() == id)
        || commitment.geographies.iter().any(|place| place.as_str() == id)
}

/// The promises that are meant, what needs attention first.
pub fn lines(context: &Context<'_>, is_meant: &dyn Fn(&Commitment) -> bool) -> Vec<PromiseLine> {
    let mut meant: Vec<_> = context.feed.commitments.iter().filter(|commitment| is_meant(commitment)).collect();
    put_in_order(context, &mut meant);
    meant.into_iter().map(|commitment| line(context, commitment)).collect()
}

/// What needs attention first; of the same standing, what is due first.
pub(super) fn put_in_order(context: &Context<'_>, commitments: &mut Vec<&Commitment>) {
    sort_by_key(commitments, |commitment| {
        let due = commitment.due.map_or(chrono::NaiveDate::MAX, |due| due.last());
        (standing(context, commitment).rank(), due)
    });
}

/// One promise.
pub fn line(context: &Context<'_>, commitment: &Commitment) -> PromiseLine {
    let words = context.words;
    let standing = standing(context, commitment);
    let overdue = commitment.due.filter(|_| standing == Standing::Overdue);
    let pages = commitment.evidence_links.iter();
    let pages = pages.map(|link| Link { label: shown(link.as_str()).into(), href: news::local(context, link) });
    let records = links(context, commitment.evidence.iter().map(|id| id.as_str()));
    PromiseLine {
        id: commitment.id.to_string(),
        text: context.text(&commitment.text),
        state: state(context, standing),
        overdue: overdue.map(|due| say!(words, "promise-overdue-days", n = (context.today - due.last()).num_days())),
        facts: facts(context, commitment, standing),
        reason: commitment.state_reason.as_ref().map(|reason| context.text(reason)),
        evidence: records.into_iter().chain(pages).collect(),
        dispute: commitment.dispute.as_ref().map(|dispute| disputed(context, dispute)),
    }
}

fn facts(context: &Context<'_>, commitment: &Commitment, standing: Standing) -> Vec<Pair> {
    let words = context.words;
    let to = match &commitment.to {
        PublicOrParty::Public => Item::from(say!(words, "promise-everyone")),
        PublicOrParty::Party(id) => party(context, id.as_str()),
    };
    let due = match commitment.due {
        Some(due) => context.date(due),
        None => say!(words, "promise-no-day"),
    };
    let about = commitment.goals.iter().map(|id| id.as_str());
    let about = about.chain(commitment.activities.iter().map(|id| id.as_str()));
    let about = about.chain(commitment.geographies.iter().map(|id| id.as_str()));
    let mut facts = vec![
        Pair::new(say!(words, "promise-by"), party(context, commitment.by.as_str())),
        Pair::new(say!(words, "promise-to"), to),
        Pair::new(say!(words, "promise-made"), context.date(commitment.made_on)),
        Pair::new(say!(words, "promise-due"), due),
    ];
    if let Some(on) = commitment.settled_on {
        let label = match standing {
            Standing::Kept | Standing::PartlyKept => say!(words, "promise-kept-on"),
            Standing::Broken => say!(words, "promise-broken-on"),
            _ => say!(words, "promise-settled-on"),
        };
        facts.push(Pair::new(label, context.date(on)));
    }
    facts.extend(Pair::links(say!(words, "promise-about"), links(context, about)));
    facts
}

fn disputed(context: &Context<'_>, dispute: &Dispute) -> DisputeNote {
    let words = context.words;
    let on = context.date(dispute.on);
    DisputeNote {
        from: match &dispute.by {
            Some(by) => say!(words, "promise-dispute-by", who = context.plain(by), date = on),
            None => say!(words, "promise-dispute", date = on),
        },
        says: context.text(&dispute.text),
        answer: match &dispute.answer {
            Some(answer) => Ok(context.text(answer)),
            None => Err(say!(words, "promise-dispute-unanswered")),
        },
    }
}
