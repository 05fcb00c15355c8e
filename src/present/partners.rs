//! The list of all partners, with search and filters whose state is in the address.

use super::filters::{Facet, ListIndex};
use super::labels::{Label, label};
use super::list::{Asked, List, ListPage};
use super::{Context, Link, Phrase};
use crate::feed::records::Partner;
use crate::feed::records::partner::{PartnerKind, PartnerRole, PartnerStatus};
use crate::routes::Page;
use crate::sorted::sort_by_key;
use crate::words::{fold, say};

/// A partner in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerRow {
    pub id: String,
    pub name: Link,
    pub summary: Phrase,
    pub kind: String,
    /// What it does in the coalition: "Delivery and data".
    pub roles: String,
    /// "Led by residents".
    pub resident_led: Option<String>,
    /// Said of a partner that pauses or has left.
    pub status: Option<String>,
    /// How much it leads and takes part in.
    pub activities: String,
}

/// The frame of the list.
pub fn partners_page(context: &Context<'_>) -> ListPage {
    let words = context.words;
    let n = context.feed.partners.len();
    let title = label(context, Label::Partners).text;
    let see = |title: String, page: Page| Link { label: title.into(), href: context.href(&page) };
    ListPage {
        see: vec![see(say!(words, "who-title"), Page::WhoDoesWhat), see(say!(words, "how-title"), Page::HowWeWork)],
        ..context.list_page(
            Page::Partners,
            title,
            say!(words, "partners-lead"),
            n,
            say!(words, "count-partners", n = n),
        )
    }
}

/// What the list is narrowed down by. Sorted by name; those who left stand last.
pub fn partner_index(context: &Context<'_>) -> ListIndex {
    let mut records: Vec<&Partner> = context.feed.partners.iter().collect();
    sort_by_key(&mut records, |partner| (partner.status == PartnerStatus::Left, fold(&context.plain(&partner.name))));
    let order = records.iter().filter_map(|partner| context.feed.place_of(*partner)).collect();
    ListIndex::new(order, facets(context, &records))
}

/// The list under a query: `q` (words), `kind`, `role`.
pub fn partner_list(context: &Context<'_>, index: &ListIndex, asked: Asked<'_>) -> List<PartnerRow> {
    let words = context.words;
    let total = index.len();
    let texts = |partner: &Partner| vec![context.plain(&partner.name), context.plain(&partner.plain_summary)];
    let (filters, chosen) = index.narrow(context, &Page::Partners, asked, &context.feed.partners, texts);
    let n = chosen.len();
    let shown = context.listed(&Page::Partners, asked, &chosen, say!(words, "count-partners", n = n));
    List {
        filters,
        paging: shown.paging,
        count: shown.count,
        empty: context.no_rows(
            &Page::Partners,
            total,
            n,
            say!(words, "partners-none"),
            say!(words, "filter-no-partners", n = total),
        ),
        rows: chosen[shown.rows].iter().map(|partner| partner_row(context, partner)).collect(),
    }
}

fn partner_row(context: &Context<'_>, partner: &Partner) -> PartnerRow {
    PartnerRow {
        id: partner.id.to_string(),
        name: context.link(&partner.name, &Page::Partner(partner.id.to_string())),
        summary: context.text(&partner.plain_summary),
        kind: kind(context, partner.kind),
        roles: roles(context, partner),
        resident_led: partner.resident_led.then(|| say!(context.words, "partner-resident-led")),
        status: status(context, partner.status),
        activities: say!(context.words, "count-activities", n = context.feed.activities_with(&partner.id).count()),
    }
}

fn facets<'a>(context: &Context<'a>, records: &[&'a Partner]) -> Vec<Facet> {
    let (words, partners) = (context.words, &context.feed.partners);
    let kinds = PartnerKind::ALL.iter().filter(|known| partners.iter().any(|partner| partner.kind == **known));
    let roles = PartnerRole::ALL.iter().filter(|known| partners.iter().any(|partner| partner.roles.contains(known)));
    vec![
        Facet::new(
            "kind",
            say!(words, "filter-kind"),
            kinds.map(|known| (kind(context, *known).into(), known.wire())).collect(),
            &mut records.iter().map(|partner| vec![partner.kind.wire()]),
        ),
        Facet::new(
            "role",
            say!(words, "filter-role"),
            roles.map(|known| (role(context, *known).into(), known.wire())).collect(),
            &mut records.iter().map(|partner| partner.roles.iter().map(|role| role.wire()).collect()),
        ),
    ]
}

/// What kind of body a partner is.
pub fn kind(context: &Context<'_>, kind: PartnerKind) -> String {
    let words = context.words;
    say!(
        words,
        match kind {
            PartnerKind::PublicAgency => "partner-kind-public-agency",
            PartnerKind::Nonprofit => "partner-kind-nonprofit",
            PartnerKind::School => "partner-kind-school",
            PartnerKind::Business => "partner-kind-business",
            PartnerKind::Funder => "partner-kind-funder",
            PartnerKind::Faith => "partner-kind-faith",
            PartnerKind::ResidentGroup => "partner-kind-resident-group",
            PartnerKind::InformalGroup => "partner-kind-informal-group",
            PartnerKind::University => "partner-kind-university",
            PartnerKind::Health => "partner-kind-health",
            PartnerKind::Media => "partner-kind-media",
            PartnerKind::TribalGovernment => "partner-kind-tribal-government",
            PartnerKind::Other => "partner-kind-other",
        }
    )
}

fn role(context: &Context<'_>, role: PartnerRole) -> String {
    let words = context.words;
    say!(
        words,
        match role {
            PartnerRole::Backbone => "partner-role-backbone",
            PartnerRole::Steering => "partner-role-steering",
            PartnerRole::Delivery => "partner-role-delivery",
            PartnerRole::Funder => "partner-role-funder",
            PartnerRole::Data => "partner-role-data",
            PartnerRole::Convener => "partner-role-convener",
            PartnerRole::ResidentVoice => "partner-role-resident-voice",
            PartnerRole::Ally => "partner-role-ally",
        }
    )
}

/// What a partner does in the coalition, as a list without "and": "Delivery, Data".
pub(super) fn roles(context: &Context<'_>, partner: &Partner) -> String {
    partner.roles.iter().map(|known| role(context, *known)).collect::<Vec<_>>().join(" · ")
}

/// Said of a partner that is not fully with us.
pub(super) fn status(context: &Context<'_>, status: PartnerStatus) -> Option<String> {
    match status {
        PartnerStatus::Active => None,
        PartnerStatus::Paused => Some(say!(context.words, "partner-paused")),
        PartnerStatus::Left => Some(say!(context.words, "partner-left")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;
    use crate::routes::Query;

    const GONE: (&str, &str) = (
        "partners/par-bank.json",
        r#"{"id": "par-bank", "name": "A Bank", "kind": "business", "plain_summary": "Gave books.", "roles": ["funder", "ally"],
        "status": "left", "left": "2024"}"#,
    );

    /// Names and what is said of each, joined by commas.
    #[track_caller]
    fn check(lang: &str, query: &str, rows: &[&str]) {
        let small = Small::new(&[GONE]);
        let context = small.context(lang);
        let list = partner_list(&context, &partner_index(&context), (&Query::parse(query)).into());
        let said = list.rows.iter().map(|row| {
            let notes = [
                Some(&row.kind),
                Some(&row.roles),
                row.resident_led.as_ref(),
                row.status.as_ref(),
                Some(&row.activities),
            ];
            let notes: Vec<_> = notes.into_iter().flatten().map(String::as_str).collect();
            format!("{}: {}", row.name.label.text, notes.join(", "))
        });
        assert_eq!(said.collect::<Vec<_>>(), rows);
        assert_eq!(list.empty.is_some(), rows.is_empty());
    }

    #[test]
    fn partners_are_sorted_and_the_gone_stand_last() {
        let library = "Library: Public agency, Keeps the whole together · Data, 0 activities";
        let circle = "Reading Circle: Informal group, Delivery, Led by residents, 0 activities";
        let bank = "A Bank: Business, Funder · Ally, No longer a partner, 0 activities";
        check("en", "", &[library, circle, bank]);
        check("en", "kind=business", &[bank]);
        check("en", "role=data", &[library]);
        check("en", "q=parents", &[circle]);
        check("en", "q=nobody", &[]);
    }

    #[test]
    fn partners_are_said_in_spanish() {
        let circle = "Reading Circle: Grupo informal, Realización, Dirigido por residentes, 0 actividades";
        check("es", "role=delivery", &[circle]);
    }
}
