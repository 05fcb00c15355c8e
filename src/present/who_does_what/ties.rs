//! Who works with whom: partners tied by the activities they share.

use crate::chart::network::{Network, NodeIn, TieIn, network};
use crate::feed::records::partner::PartnerKind;
use crate::feed::records::{Activity, Partner};
use crate::present::{Context, Link};
use crate::routes::Page;
use crate::sorted::{sort_by, sort_by_key};
use crate::words::{fold, say};

/// The picture and the table that is its equal.
#[derive(Clone, Debug, PartialEq)]
pub struct Ties {
    pub title: String,
    pub note: String,
    /// What the picture shows, in a sentence.
    pub says: String,
    pub picture: Network,
    /// What its marks mean: squares and circles, thin and thick lines.
    pub key: [String; 4],
    /// Said if names or partners found no room.
    pub missing: Option<String>,
    pub columns: [String; 3],
    pub rows: Vec<TiesRow>,
}

/// A partner and with whom it works.
#[derive(Clone, Debug, PartialEq)]
pub struct TiesRow {
    pub partner: Link,
    pub count: String,
    /// "Library (3), Schools", those it shares most with first; or that it works with nobody.
    pub with: String,
}

pub(super) fn ties(context: &Context<'_>, partners: &[&Partner], going: &[&Activity]) -> Ties {
    let words = context.words;
    let ties = pairs(partners, going);
    let nodes: Vec<_> = (partners.iter())
        .map(|partner| NodeIn { name: context.plain(&partner.name), round: is_informal(partner.kind) })
        .collect();
    let picture = network(&nodes, &ties);
    let missing = match (picture.left_out, picture.without_name) {
        (0, 0) => None,
        (0, n) => Some(say!(words, "who-ties-no-name", n = n)),
        (n, _) => Some(say!(words, "who-ties-left-out", n = n)),
    };
    let row = |at: usize| {
        let mut others: Vec<(usize, usize)> = (ties.iter())
            .filter_map(|tie| match (tie.from == at, tie.to == at) {
                (true, _) => Some((tie.to, tie.shared)),
                (_, true) => Some((tie.from, tie.shared)),
                _ => None,
            })
            .collect();
        sort_by(&mut others, |a, b| b.1.cmp(&a.1));
        let name = |(other, shared): &(usize, usize)| {
            let name = nodes[*other].name.clone();
            if *shared > 1 { say!(words, "who-ties-shared", name = name, n = *shared) } else { name }
        };
        let with: Vec<_> = others.iter().map(name).collect();
        TiesRow {
            partner: context.link(&partners[at].name, &Page::Partner(partners[at].id.to_string())),
            count: words.number(others.len() as f64, 0),
            with: if with.is_empty() { say!(words, "who-ties-none") } else { words.list(&with) },
        }
    };
    let tied = (0..partners.len()).filter(|at| ties.iter().any(|tie| tie.from == *at || tie.to == *at)).count();
    Ties {
        title: say!(words, "who-view-ties"),
        note: say!(words, "who-ties-note"),
        says: say!(words, "who-ties-says", n = tied, of = partners.len(), pairs = ties.len()),
        picture,
        key: [
            say!(words, "who-ties-square"),
            say!(words, "who-ties-circle"),
            say!(words, "who-ties-thin"),
            say!(words, "who-ties-thick"),
        ],
        missing,
        columns: [say!(words, "who-partner"), say!(words, "who-ties-count"), say!(words, "who-ties-with")],
        rows: (0..partners.len()).map(row).collect(),
    }
}

/// How many activities each two partners share, by their places in the list.
fn pairs(partners: &[&Partner], going: &[&Activity]) -> Vec<TieIn> {
    let place = |id: &str| partners.iter().position(|partner| partner.id.as_str() == id);
    let mut all: Vec<(usize, usize)> = Vec::new();
    for activity in going {
        let ids = activity.partners.iter().map(|role| &role.partner).chain([&activity.lead]);
        let mut here: Vec<usize> = ids.filter_map(|id| place(id.as_str())).collect();
        sort_by(&mut here, |a, b| a.cmp(b));
        here.dedup();
        for (n, one) in here.iter().enumerate() {
            all.extend(here[n + 1..].iter().map(|other| (*one, *other)));
        }
    }
    sort_by(&mut all, |a, b| a.cmp(b));
    let mut ties: Vec<TieIn> = Vec::new();
    for (from, to) in all {
        match ties.last_mut() {
            Some(last) if (last.from, last.to) == (from, to) => last.shared += 1,
            _ => ties.push(TieIn { from, to, shared: 1 }),
        }
    }
    ties
}

/// Whether a partner is a group of residents: by kind, or because residents lead it.
pub(super) fn is_residents(partner: &Partner) -> bool {
    partner.resident_led || is_informal(partner.kind)
}

/// Groups that are no legal bodies are circles, after the custom of network maps in the field.
fn is_informal(kind: PartnerKind) -> bool {
    matches!(kind, PartnerKind::ResidentGroup | PartnerKind::InformalGroup)
}

/// By kind, then by name.
pub(super) fn by_kind<'a>(context: &Context<'_>, mut partners: Vec<&'a Partner>) -> Vec<&'a Partner> {
    sort_by_key(&mut partners, |partner| (place(partner.kind), fold(&context.plain(&partner.name))));
    partners
}

/// Kinds of partners that stand together, residents first.
fn place(kind: PartnerKind) -> usize {
    match kind {
        PartnerKind::ResidentGroup | PartnerKind::InformalGroup => 0,
        PartnerKind::PublicAgency | PartnerKind::TribalGovernment => 1,
        PartnerKind::School | PartnerKind::University => 2,
        PartnerKind::Health => 3,
        PartnerKind::Nonprofit | PartnerKind::Faith => 4,
        PartnerKind::Funder => 5,
        PartnerKind::Business | PartnerKind::Media => 6,
        PartnerKind::Other => 7,
    }
}

/// Where a kind stands, and what those who stand there are called.
pub(super) fn shelf(context: &Context<'_>, kind: PartnerKind) -> (usize, String) {
    let place = place(kind);
    let title = say!(
        context.words,
        match place {
            0 => "who-kind-residents",
            1 => "who-kind-public",
            2 => "who-kind-schools",
            3 => "who-kind-health",
            4 => "who-kind-nonprofits",
            5 => "who-kind-funders",
            6 => "who-kind-business",
            _ => "who-kind-other",
        }
    );
    (place, title)
}
