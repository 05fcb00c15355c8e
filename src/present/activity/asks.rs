//! What an activity still needs, and what somebody offers for it.

use crate::feed::records::Activity;
use crate::feed::records::need::{Need, NeedKind, NeedState, NeedWhat};
use crate::present::chapter::Term;
use crate::present::{Context, Link, Phrase, partner, record};
use crate::words::say;

/// A need or an offer that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// "Needed: time".
    pub kind: String,
    pub text: Phrase,
    /// Who asks.
    pub by: Option<Link>,
    /// "Until 5 January 2027", or that the day has passed.
    pub until: Option<String>,
    /// How to answer.
    pub contact: Option<Term>,
}

/// The open needs and offers of an activity.
pub(super) fn asks(context: &Context<'_>, activity: &Activity) -> Vec<Ask> {
    let open = context.feed.needs.iter().filter(|need| need.state == NeedState::Open);
    open.filter(|need| need.activity.as_ref() == Some(&activity.id)).map(|need| ask(context, need)).collect()
}

fn ask(context: &Context<'_>, need: &Need) -> Ask {
    let words = context.words;
    let what = say!(
        words,
        match need.what {
            NeedWhat::Space => "activity-ask-space",
            NeedWhat::Time => "activity-ask-time",
            NeedWhat::Skill => "activity-ask-skill",
            NeedWhat::Money => "activity-ask-money",
            NeedWhat::Data => "activity-ask-data",
        }
    );
    let until = need.until.map(|until| {
        let date = context.date(until);
        match until.last() < context.today {
            true => say!(words, "activity-ask-passed", date = date),
            false => say!(words, "activity-ask-until", date = date),
        }
    });
    let own = context.feed.partners.iter().find(|partner| partner.id.as_str() == need.by.as_str());
    let contact = need.contact.as_ref().or_else(|| own.and_then(|partner| partner.contact.as_ref()));
    Ask {
        kind: match need.kind {
            NeedKind::Need => say!(words, "activity-ask-needed", what = what),
            NeedKind::Offer => say!(words, "activity-ask-offered", what = what),
        },
        text: context.text(&need.text),
        by: record::link(context, need.by.as_str()),
        until,
        contact: contact.map(|contact| partner::contact(context, contact)),
    }
}
