//! What people said, and the answers.

use chrono::Days;

use super::super::Check;
use super::super::records::order;
use super::{Around, not_yet, unexplained};
use crate::feed::read::{Draft, Placed};
use crate::feed::records::Feedback;
use crate::feed::records::feedback::ResponseState;
use crate::feed::rule::Rule;

/// Most quotes of a theme: it is about what many said, not about who said it.
const MAX_QUOTES: usize = 3;

pub(super) fn check(draft: &Draft<'_, '_>, around: &Around<'_>, check: &mut Check<'_>) {
    for theme in &draft.feedback {
        quotes(theme, check);
        response(theme, check);
        if around.live {
            unanswered(theme, check);
        }
    }
}

fn quotes(theme: &Placed<'_, '_, Feedback>, check: &mut Check<'_>) {
    let quotes = &theme.record.quotes;
    for (index, _) in quotes.iter().enumerate().filter(|(_, quote)| !quote.consent) {
        check.report(
            Rule::NoConsent,
            theme.at(&format!("quotes/{index}/consent")),
            "Whoever said this has not agreed that it is published.",
            "Ask them and write \"consent\": true, or take the quote out.",
        );
    }
    if quotes.len() > MAX_QUOTES {
        check.report(
            Rule::ManyQuotes,
            theme.at(&format!("quotes/{MAX_QUOTES}")),
            format!("There are {} quotes; with more than {MAX_QUOTES}, people can be made out.", quotes.len()),
            format!("Keep the {MAX_QUOTES} that say most."),
        );
    }
}

fn response(theme: &Placed<'_, '_, Feedback>, check: &mut Check<'_>) {
    let heard = &theme.record.heard;
    order(Some(heard.from), Some(heard.to), "from", "to", || theme.at("heard/to"), check);
    not_yet(Some(heard.to), "This was heard", || theme.at("heard/to"), check);
    let Some(response) = &theme.record.response else { return };
    let what = match response.state {
        ResponseState::NotDoing => "Nothing is done about it",
        ResponseState::NotOurs => "Somebody else decides it",
        _ => "",
    };
    if !what.is_empty() && response.why.is_none() {
        unexplained(what, "why", theme.at("response/state"), check);
    }
    order(Some(heard.from), Some(response.on), "from", "on", || theme.at("response/on"), check);
    not_yet(Some(response.on), "The answer was given", || theme.at("response/on"), check);
}

fn unanswered(theme: &Placed<'_, '_, Feedback>, check: &mut Check<'_>) {
    let heard = theme.record.heard.to;
    let late = heard.last().checked_add_days(Days::new(Feedback::ANSWER_DAYS)).is_some_and(|day| day < check.today);
    if late && theme.record.response.is_none() {
        check.report(
            Rule::Unanswered,
            theme.at("heard/to"),
            format!("This was heard until {heard}, and nobody has answered."),
            "Add \"response\"; \"exploring\" and \"not_doing\" are answers too.",
        );
    }
}
