//! Needs and offers that are still open.

use crate::feed::records::Need;
use crate::feed::records::need::{NeedKind, NeedState, NeedWhat};
use crate::present::pairs::{Item, Pair, links, party};
use crate::present::partner::{contact_href, contact_label};
use crate::present::{Context, Phrase};
use crate::sorted::sort_by_key;
use crate::words::say;

/// Something that is looked for or offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedItem {
    /// The fragment of its address.
    pub id: String,
    /// "Looked for: rooms or land".
    pub kind: String,
    pub text: Phrase,
    pub facts: Vec<Pair>,
}

/// What is open today, the nearest last day first.
pub fn needs(context: &Context<'_>) -> Vec<NeedItem> {
    let mut open: Vec<&Need> = context.feed.needs.iter().filter(|need| is_open(context, need)).collect();
    sort_by_key(&mut open, |need| need.until.map_or(chrono::NaiveDate::MAX, |until| until.last()));
    open.into_iter().map(|need| item(context, need)).collect()
}

fn is_open(context: &Context<'_>, need: &Need) -> bool {
    need.state == NeedState::Open && need.until.is_none_or(|until| until.last() >= context.today)
}

fn item(context: &Context<'_>, need: &Need) -> NeedItem {
    let words = context.words;
    let what = say!(
        words,
        match need.what {
            NeedWhat::Space => "need-space",
            NeedWhat::Time => "need-time",
            NeedWhat::Skill => "need-skill",
            NeedWhat::Money => "need-money",
            NeedWhat::Data => "need-data",
        }
    );
    let kind = match need.kind {
        NeedKind::Need => say!(words, "need-wanted", what = what),
        NeedKind::Offer => say!(words, "need-offered", what = what),
    };
    let until = match need.until {
        Some(until) => {
            say!(words, "need-until", date = context.date(until), n = (until.last() - context.today).num_days())
        }
        None => say!(words, "need-until-open"),
    };
    let by = party(context, need.by.as_str());
    let about = need.activity.iter().map(|id| id.as_str()).chain(need.goals.iter().map(|id| id.as_str()));
    let about = about.chain(need.geographies.iter().map(|id| id.as_str()));
    let mut facts = vec![Pair::new(say!(words, "need-by"), by.clone()), Pair::new(say!(words, "need-when"), until)];
    facts.push(Pair { label: say!(words, "need-answer").into(), says: answer(context, need, by) });
    facts.extend(Pair::links(say!(words, "need-for"), links(context, about)));
    NeedItem { id: need.id.to_string(), kind, text: context.text(&need.text), facts }
}

/// How to answer: its own contact, else whoever has put it there.
fn answer(context: &Context<'_>, need: &Need, by: Item) -> Vec<Item> {
    let Some(contact) = &need.contact else { return vec![by] };
    let value = contact.value.as_str().to_owned();
    vec![contact_label(context, contact).into(), Item { text: value.into(), href: contact_href(contact) }]
}
