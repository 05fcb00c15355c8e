//! Sources, and the bodies that publish them.

use std::collections::BTreeSet;

use super::ids::Ids;
use super::leftovers::Leftovers;
use super::meta::Meta;
use super::plain::line;
use super::texts::{Voices, own};
use crate::feed::id::{PartnerId, SourceId};
use crate::feed::link::Link;
use crate::feed::record::OneOrMore;
use crate::feed::records::coalition::{Contact, ContactKind, ContactValue};
use crate::feed::records::partner::{PartnerKind, PartnerRole, PartnerStatus};
use crate::feed::records::source::{PersonalData, SourceDisclosure, SourceKind};
use crate::feed::records::{Partner, Source};
use crate::feed::text::Text;

/// All sources and publishers met so far.
pub(super) struct Sources {
    locale: String,
    repository: String,
    ids: Ids,
    sources: Vec<Source>,
    partners: Vec<Partner>,
}

/// The sources of one indicator.
pub(super) struct OfIndicator {
    pub(super) sources: OneOrMore<SourceId>,
    pub(super) steward: PartnerId,
    /// The first source's, as written.
    pub(super) periodicity: Option<String>,
}

/// Where in the metadata a source stands: `source_url_2`, or the item of the newer list `sources`.
#[derive(Clone, Copy)]
enum At {
    Numbered(u32),
    Listed(usize),
}

impl At {
    fn text<'m>(self, meta: &'m Meta, name: &str) -> Option<&'m str> {
        match self {
            Self::Numbered(number) => meta.text(&format!("source_{name}_{number}")),
            Self::Listed(index) => {
                meta.get("sources").and_then(|list| list.items().get(index)).and_then(|item| item.get_text(name))
            }
        }
    }
}

impl Sources {
    pub(super) fn new(locale: &str, repository: &str) -> Self {
        let (locale, repository) = (locale.to_owned(), repository.to_owned());
        Self { locale, repository, ids: Ids::default(), sources: Vec::new(), partners: Vec::new() }
    }

    /// The sources that an indicator's metadata name; the repository itself if they name none.
    pub(super) fn of(&mut self, voices: &Voices<'_>, number: &str, leftovers: &mut Leftovers) -> Option<OfIndicator> {
        let (mut ids, mut steward, mut periodicity) = (Vec::new(), None, None);
        for (meta, at) in voices.main().into_iter().flat_map(|meta| places(meta).into_iter().map(move |at| (meta, at)))
        {
            let organisation = at.text(meta, "organisation");
            let said = ["organisation", "url", "url_text"].iter().any(|name| at.text(meta, name).is_some());
            let off = matches!(at, At::Numbered(n) if meta.text(&format!("source_active_{n}")).is_some_and(|on| on.eq_ignore_ascii_case("false")));
            if off && said {
                leftovers.dropped(meta.path.as_str(), "A source that the metadata mark as not active");
            }
            if off || !said {
                continue;
            }
            periodicity = periodicity.or_else(|| at.text(meta, "periodicity").map(str::to_owned));
            let partner = self.partner(organisation, number, &meta.path, leftovers)?;
            self.contact(&partner, meta, at, leftovers);
            steward = steward.or(Some(partner));
            let id = self.source(voices, at, organisation.is_some(), number, leftovers)?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        if ids.is_empty() {
            let place = voices.main().map_or_else(|| number.to_owned(), |meta| meta.path.clone());
            leftovers.filled_in(
                place.as_str(),
                "The source of an indicator whose metadata name none: the repository itself",
            );
            steward = self.partner(None, number, &place, leftovers);
            ids.push(self.fallback()?);
        }
        Some(OfIndicator { sources: OneOrMore::new(ids)?, steward: steward?, periodicity })
    }

    fn source(
        &mut self,
        voices: &Voices<'_>,
        at: At,
        named: bool,
        number: &str,
        leftovers: &mut Leftovers,
    ) -> Option<SourceId> {
        let mut say = |name: &str| voices.say_line(|meta| at.text(meta, name).map(str::to_owned), leftovers);
        let publisher = say("organisation").filter(|_| named);
        let title = say("url_text").or_else(|| publisher.clone());
        let limitations = voices.say(|meta| at.text(meta, "other_info").map(str::to_owned), leftovers);
        let coverage = voices.say_line(
            |meta| {
                let parts: Vec<&str> = ["geographical_coverage", "earliest_available"]
                    .iter()
                    .filter_map(|name| at.text(meta, name))
                    .collect();
                (!parts.is_empty()).then(|| parts.join("; "))
            },
            leftovers,
        );
        let refresh = voices.say_line(|meta| at.text(meta, "periodicity").map(str::to_owned), leftovers);
        let main = voices.main();
        let classification = main.and_then(|meta| at.text(meta, "statistical_classification")).unwrap_or_default();
        let place = main.map_or_else(String::new, |meta| meta.path.clone());
        let url = main.and_then(|meta| at.text(meta, "url")).and_then(|address| {
            // Addresses are often pasted with a line break or a blank at the end.
            let link = Link::new(address.trim());
            if link.is_none() {
                leftovers.dropped(
                    place.as_str(),
                    format!("The address {} of a source", crate::feed::finding::quoted(address)),
                );
            }
            link
        });
        let mut sentences = vec!["The publisher released these figures after its own disclosure control.".to_owned()];
        for (words, name) in [
            ("Classification", "statistical_classification"),
            ("Released", "release_date"),
            ("Next release", "next_release"),
        ] {
            let said = main.and_then(|meta| at.text(meta, name)).and_then(|said| line(said, &place, leftovers));
            sentences.extend(said.map(|said| format!("{words}: {}.", said.trim_end_matches('.'))));
        }
        let unofficial = classification.to_lowercase().starts_with("non");
        let title_words = title.as_ref().and_then(|title| title.versions().next()).unwrap_or(number).to_owned();
        let mut source = Source {
            id: SourceId::new("src")?,
            title: title.unwrap_or_else(|| own(&self.locale, format!("The source of indicator {number}"))),
            publisher: publisher.unwrap_or_else(|| own(&self.locale, "Not named")),
            url,
            license: None,
            kind: if unofficial { SourceKind::Partner } else { SourceKind::Official },
            retrieved_on: None,
            coverage,
            method_note: Some(own(&self.locale, sentences.join(" "))),
            limitations: limitations.unwrap_or_else(|| own(&self.locale, "The metadata of the source name none.")),
            disclosure: Some(SourceDisclosure { min_count: None, applied_by_publisher: true }),
            refresh,
            personal_data: Some(PersonalData::Aggregated),
        };
        // The same source stands in many files; where one word differs it is another record, and nothing is lost.
        if let Some(known) =
            self.sources.iter().find(|known| Source { id: known.id.clone(), ..source.clone() } == **known)
        {
            return Some(known.id.clone());
        }
        source.id = SourceId::new(self.ids.take("src", &title_words))?;
        self.sources.push(source.clone());
        Some(source.id)
    }

    /// The repository as a source.
    fn fallback(&mut self) -> Option<SourceId> {
        const ID: &str = "src-open-sdg-repository";
        let id = SourceId::new(ID)?;
        if self.sources.iter().all(|known| known.id != id) {
            self.ids.take("", ID);
            self.sources.push(Source {
                id: id.clone(),
                title: own(&self.locale, format!("Open SDG data repository {}", self.repository)),
                publisher: own(&self.locale, "Not named"),
                url: None,
                license: None,
                kind: SourceKind::Official,
                retrieved_on: None,
                coverage: None,
                method_note: Some(own(
                    &self.locale,
                    "The repository held figures that its publisher had already released.",
                )),
                limitations: own(&self.locale, "The repository names no source for these figures."),
                disclosure: Some(SourceDisclosure { min_count: None, applied_by_publisher: true }),
                refresh: None,
                personal_data: Some(PersonalData::Aggregated),
            });
        }
        Some(id)
    }

    fn partner(
        &mut self,
        organisation: Option<&str>,
        number: &str,
        place: &str,
        leftovers: &mut Leftovers,
    ) -> Option<PartnerId> {
        let name = organisation.and_then(|name| line(name, place, leftovers));
        let name = name.map_or_else(|| own(&self.locale, format!("Publisher of {}", self.repository)), Text::from);
        if let Some(known) = self.partners.iter().find(|known| known.name == name) {
            return Some(known.id.clone());
        }
        let words = name.versions().next().unwrap_or_default().to_owned();
        let id = PartnerId::new(self.ids.take("org", &words))?;
        self.partners.push(Partner {
            id: id.clone(),
            name,
            kind: kind(&words),
            legal_status: None,
            plain_summary: own(
                &self.locale,
                format!("Publishes figures that this feed shows, among them those of indicator {number}."),
            ),
            roles: OneOrMore::new(vec![PartnerRole::Data])?,
            joined: None,
            left: None,
            geographies: Vec::new(),
            website: None,
            contact: None,
            identifiers: Vec::new(),
            own_goals: Vec::new(),
            commits_to: None,
            resident_led: false,
            status: PartnerStatus::Active,
        });
        Some(id)
    }

    /// A contact page goes to the publisher. An e-mail address does not: nobody can tell here whether it is an
    /// office's or a person's, and some are a person's.
    fn contact(&mut self, partner: &PartnerId, meta: &Meta, at: At, leftovers: &mut Leftovers) {
        let Some(contact) = at.text(meta, "contact") else { return };
        let Some(partner) = self.partners.iter_mut().find(|known| known.id == *partner) else { return };
        let web = Link::new(contact)
            .filter(|link| link.as_str().starts_with("http"))
            .and_then(|link| ContactValue::new(link.as_str()));
        match web {
            Some(value) if partner.contact.is_none() => {
                partner.contact = Some(Contact { kind: ContactKind::Web, value, label: None })
            }
            Some(value) if partner.contact.as_ref().is_some_and(|known| known.value == value) => {}
            Some(_) => leftovers.dropped(meta.path.as_str(), "A second contact page of a publisher"),
            None => {
                leftovers.dropped(meta.path.as_str(), "The contact of a source: an e-mail address may be a person's")
            }
        }
    }

    pub(super) fn records(self) -> (Vec<Source>, Vec<Partner>) {
        (self.sources, self.partners)
    }
}

/// The sources that metadata have, in their order.
fn places(meta: &Meta) -> Vec<At> {
    let numbers: BTreeSet<u32> =
        meta.names().filter_map(|name| name.strip_prefix("source_")?.rsplit_once('_')?.1.parse().ok()).collect();
    for number in &numbers {
        meta.done(&format!("source_active_{number}"));
    }
    let listed = meta.get("sources").map_or(0, |list| list.items().len());
    numbers.into_iter().map(At::Numbered).chain((0..listed).map(At::Listed)).collect()
}

/// Public bodies by the words in their names; for the rest nothing is claimed.
fn kind(name: &str) -> PartnerKind {
    const PUBLIC: [&str; 14] = [
        "department",
        "ministry",
        "office",
        "agency",
        "statistics",
        "council",
        "parliament",
        "assembly",
        "commission",
        "executive",
        "eurostat",
        "bureau",
        "senedd",
        "institute of statistics",
    ];
    let lower = name.to_lowercase();
    if lower.contains("university") {
        PartnerKind::University
    } else if PUBLIC.iter().any(|word| lower.contains(word)) {
        PartnerKind::PublicAgency
    } else {
        PartnerKind::Other
    }
}
