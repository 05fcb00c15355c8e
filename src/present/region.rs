//! Several coalitions on one page: each with its own address and agenda, and side by side what they count in the same
//! way. Nothing is added up, and nothing that is counted differently is put together.

mod shared;

use super::standing::Verdict;
use super::{Context, Head, Link, Phrase};
use crate::chart::spark::SparkSize;
use crate::feed::records::Indicator;
use crate::routes::Page;
use crate::words::{Catalog, say};
use shared::{Differs, groups};

/// A coalition of the region, in the language of the page.
#[derive(Clone, Copy)]
pub struct Member<'a> {
    pub context: Context<'a>,
}

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionPage {
    pub head: Head,
    pub title: String,
    pub lead: String,
    pub coalitions: Vec<Coalition>,
    pub shared: Vec<SharedMeasure>,
    /// Said where nothing is shared.
    pub nothing: Option<String>,
    pub apart: Vec<Apart>,
    /// Said of invented data.
    pub sample: Option<String>,
}

/// One coalition.
#[derive(Clone, Debug, PartialEq)]
pub struct Coalition {
    pub name: Link,
    /// The root of its site.
    pub home: String,
    pub summary: Phrase,
    pub area: Phrase,
    /// How many goals, measures and partners it has.
    pub counts: Vec<(String, String)>,
}

/// A measure that several coalitions define in the same way.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedMeasure {
    pub title: Phrase,
    pub definition: Phrase,
    pub rows: Vec<SharedRow>,
}

/// The figure of one of them.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedRow {
    /// Leads to the measure on the coalition's own page.
    pub coalition: Link,
    /// With its unit; says so if nothing has been measured.
    pub latest: String,
    /// Of which period, and when the next one comes.
    pub fresh: String,
    pub target: String,
    pub verdict: Option<Verdict>,
}

/// Measures of one name that are counted differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Apart {
    pub title: Phrase,
    /// In what they differ.
    pub why: String,
    /// Coalition, and how it defines the measure.
    pub rows: Vec<(Link, Phrase)>,
}

/// The page of a region with this name; an empty name gives it a plain one.
pub fn region_page(words: &Catalog, name: &str, members: &[Member<'_>]) -> RegionPage {
    let title = if name.is_empty() { say!(words, "region-title") } else { name.to_owned() };
    let lead = say!(words, "region-lead", n = members.len());
    let groups = groups(members);
    let shared: Vec<_> = groups.shared.iter().map(|group| shared_measure(group)).collect();
    let is_sample = members.iter().any(|member| member.context.feed.coalition.sample);
    RegionPage {
        head: Head { title: title.clone(), description: lead.clone() },
        coalitions: members.iter().map(|member| coalition(words, *member)).collect(),
        nothing: shared.is_empty().then(|| say!(words, "region-nothing-shared")),
        shared,
        apart: groups.apart.iter().map(|(differs, group)| apart(words, *differs, group)).collect(),
        sample: is_sample.then(|| say!(words, "region-sample")),
        title,
        lead,
    }
}

impl<'a> Member<'a> {
    /// The address of a page of this coalition: in the language of the region's page, if the coalition has it.
    fn href(self, page: &Page) -> String {
        let (site, lang) = (self.context.site, self.context.lang());
        let has_it = site.languages().iter().any(|known| known == lang);
        site.path(if has_it { lang } else { site.default_language() }, page)
    }

    fn link(self, page: &Page) -> Link {
        Link { label: self.context.text(&self.context.feed.coalition.name), href: self.href(page) }
    }
}

fn coalition(words: &Catalog, member: Member<'_>) -> Coalition {
    let Context { feed, .. } = member.context;
    let area = feed.geographies.iter().find(|place| place.id == feed.coalition.geography);
    let count = |label: String, n: usize| (label, words.number(n as f64, 0));
    Coalition {
        name: member.link(&Page::Overview),
        home: member.context.site.base().to_owned(),
        summary: member.context.text(&feed.coalition.plain_summary),
        area: area.map(|place| member.context.text(&place.name)).unwrap_or_default(),
        counts: vec![
            count(say!(words, "data-goals"), feed.goals.len()),
            count(say!(words, "nav-measures"), feed.indicators.len()),
            count(say!(words, "nav-partners"), feed.partners.len()),
            count(say!(words, "nav-activities"), feed.activities.len()),
        ],
    }
}

/// An indicator of a member.
type Own<'a> = (Member<'a>, &'a Indicator);

fn page_of((_, indicator): &Own<'_>) -> Page {
    Page::Indicator(indicator.id.to_string())
}

fn shared_measure(group: &[Own<'_>]) -> SharedMeasure {
    let row = |own: &Own<'_>| {
        let (member, indicator) = own;
        let row = member.context.measure_row(indicator, SparkSize::Small);
        let coalition = member.link(&page_of(own));
        match row.now {
            Some(now) => SharedRow {
                coalition,
                latest: [Some(now.value), now.unit].into_iter().flatten().collect::<Vec<_>>().join(" "),
                fresh: now.fresh,
                target: now.target.unwrap_or_default(),
                verdict: Some(now.verdict),
            },
            None => SharedRow {
                coalition,
                latest: row.not_measured,
                fresh: String::new(),
                target: String::new(),
                verdict: None,
            },
        }
    };
    let text = |of: fn(&Indicator) -> &crate::feed::Text| {
        group.first().map(|(member, indicator)| member.context.text(of(indicator))).unwrap_or_default()
    };
    SharedMeasure {
        title: text(|indicator| &indicator.title),
        definition: text(|indicator| &indicator.definition),
        rows: group.iter().map(row).collect(),
    }
}

fn apart(words: &Catalog, differs: Differs, group: &[Own<'_>]) -> Apart {
    let what = [
        (differs.definition, say!(words, "region-differs-definition")),
        (differs.unit, say!(words, "region-differs-unit")),
        (differs.direction, say!(words, "region-differs-direction")),
        (differs.level, say!(words, "region-differs-level")),
    ];
    let what: Vec<String> = what.into_iter().filter_map(|(differs, word)| differs.then_some(word)).collect();
    let rows = group.iter().map(|own| (own.0.link(&page_of(own)), own.0.context.text(&own.1.definition)));
    Apart {
        title: group.first().map(|(member, indicator)| member.context.text(&indicator.title)).unwrap_or_default(),
        why: say!(words, "region-differs", what = words.list(&what)),
        rows: rows.collect(),
    }
}

#[cfg(test)]
mod tests;
