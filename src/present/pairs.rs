//! Labels and what stands behind them: texts and links, side by side.

use super::{Context, Link, Phrase, record};

/// A text, and where it leads if it leads anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub text: Phrase,
    pub href: Option<String>,
}

/// A label and what stands behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub label: Phrase,
    pub says: Vec<Item>,
}

impl From<String> for Item {
    fn from(text: String) -> Self {
        Self { text: text.into(), href: None }
    }
}

impl From<Phrase> for Item {
    fn from(text: Phrase) -> Self {
        Self { text, href: None }
    }
}

impl From<Link> for Item {
    fn from(link: Link) -> Self {
        Self { text: link.label, href: Some(link.href) }
    }
}

impl Pair {
    pub(super) fn new(label: impl Into<Phrase>, says: impl Into<Item>) -> Self {
        Self { label: label.into(), says: vec![says.into()] }
    }

    /// With links; `None` if there are none.
    pub(super) fn links(label: String, links: Vec<Link>) -> Option<Self> {
        (!links.is_empty()).then(|| Self { label: label.into(), says: links.into_iter().map(Item::from).collect() })
    }
}

/// Whoever has this id, by name, with a link to where it is shown.
pub(super) fn party(context: &Context<'_>, id: &str) -> Item {
    Item { text: record::name(context, id).unwrap_or_default(), href: record::href(context, id) }
}

/// Links to records; what no page shows is left out.
pub(super) fn links<'i>(context: &Context<'_>, ids: impl Iterator<Item = &'i str>) -> Vec<Link> {
    ids.filter_map(|id| record::link(context, id)).collect()
}
