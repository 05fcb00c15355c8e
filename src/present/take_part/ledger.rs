//! The ledger "You said, we did": sums over all that was heard, and the list under a query.

use crate::feed::records::Feedback;
use crate::feed::records::feedback::ResponseState;
use crate::present::Context;
use crate::present::filters::{Facet, ListIndex};
use crate::present::heard::{HeardItem, days_to_answer, item, state, waiting};
use crate::present::list::{Asked, List};
use crate::routes::Page;
use crate::sorted::{sort_by, sort_by_key};
use crate::words::{Arg, say};

/// A sum in one sentence, and how it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    pub says: String,
    pub how: String,
}

/// The word in the address for what nobody has answered.
const UNANSWERED: &str = "unanswered";

/// What stands above the ledger.
pub(super) fn sums(context: &Context<'_>) -> Vec<Sum> {
    let words = context.words;
    let all = &context.feed.feedback;
    let answers: Vec<ResponseState> = all.iter().filter_map(|one| Some(one.response.as_ref()?.state)).collect();
    let open = all.iter().filter(|one| one.response.is_none());
    let longest = open.map(|one| waiting(context, one)).max();
    let (total, answered) = (all.len(), answers.len());
    let mut sums = vec![Sum {
        says: say!(words, "heard-answered", n = answered, total = total),
        how: match longest {
            Some(days) => {
                let missing = total - answered;
                say!(words, "heard-answered-how", total = total, missing = missing, n = answered, days = days)
            }
            None => say!(words, "heard-answered-all"),
        },
    }];
    let mut days: Vec<i64> = all.iter().filter_map(days_to_answer).collect();
    sort_by(&mut days, Ord::cmp);
    if let Some((middle, decimals)) = median(&days) {
        let first = days.first().copied().unwrap_or_default();
        let last = days.last().copied().unwrap_or_default();
        sums.push(Sum {
            says: say!(words, "heard-median", n = Arg::Number(middle, decimals)),
            how: say!(words, "heard-median-how", n = days.len(), first = first, last = last),
        });
        let with = |wanted: ResponseState| answers.iter().filter(|state| **state == wanted).count();
        let (done, doing) = (with(ResponseState::Done), with(ResponseState::Doing));
        sums.push(Sum {
            says: say!(words, "heard-changed", n = done + doing, total = answered),
            how: say!(
                words,
                "heard-changed-how",
                done = done,
                doing = doing,
                planned = with(ResponseState::Planned),
                exploring = with(ResponseState::Exploring),
                refused = with(ResponseState::NotDoing),
                elsewhere = with(ResponseState::NotOurs)
            ),
        });
    }
    sums
}

/// The middle of sorted numbers, with the decimals it needs.
fn median(sorted: &[i64]) -> Option<(f64, u8)> {
    let half = sorted.len() / 2;
    let upper = *sorted.get(half)?;
    if sorted.len() % 2 == 1 {
        return Some((upper as f64, 0));
    }
    let sum = upper + *sorted.get(half.checked_sub(1)?)?;
    Some((sum as f64 / 2.0, u8::from(sum % 2 != 0)))
}

/// How many themes there are, in words.
pub(super) fn count(context: &Context<'_>, n: usize) -> String {
    say!(context.words, "heard-count", n = n)
}

/// What the ledger is narrowed down by. What was heard last stands first.
pub fn heard_index(context: &Context<'_>) -> ListIndex {
    let mut records: Vec<&Feedback> = context.feed.feedback.iter().collect();
    sort_by_key(&mut records, |one| std::cmp::Reverse(one.heard.to.last()));
    let order = records.iter().filter_map(|one| context.feed.place_of(*one)).collect();
    ListIndex::new(order, facets(context, &records))
}

/// The ledger under a query: `q` (words), `state`, `theme`, `place`.
pub fn heard_list(context: &Context<'_>, index: &ListIndex, asked: Asked<'_>) -> List<HeardItem> {
    let total = index.len();
    let texts = |one: &Feedback| {
        let answer = one.response.iter().flat_map(|response| std::iter::once(&response.we_did).chain(&response.why));
        std::iter::once(&one.you_said).chain(&one.theme).chain(answer).map(|text| context.plain(text)).collect()
    };
    let (filters, chosen) = index.narrow(context, &Page::TakePart, asked, &context.feed.feedback, texts);
    let nothing = || context.nothing_matches(say!(context.words, "heard-no-match", n = total), &Page::TakePart);
    let n = chosen.len();
    let shown = context.listed(&Page::TakePart, asked, &chosen, count(context, n));
    List {
        filters,
        paging: shown.paging,
        count: shown.count,
        empty: chosen.is_empty().then(nothing),
        rows: chosen[shown.rows].iter().map(|one| item(context, one)).collect(),
    }
}

/// A theme as the address names it: in the feed's own language, so that a link holds in every language.
fn theme<'a>(context: &Context<'a>, feedback: &'a Feedback) -> Option<&'a str> {
    let default = context.feed.coalition.default_locale.as_str();
    feedback.theme.as_ref().map(|theme| theme.in_language(default, default).0)
}

fn facets<'a>(context: &Context<'a>, records: &[&'a Feedback]) -> Vec<Facet> {
    let (words, feed) = (context.words, context.feed);
    let is = |one: &Feedback, wanted: Option<ResponseState>| one.response.as_ref().map(|given| given.state) == wanted;
    let answers = ResponseState::ALL.iter().map(|known| (Some(*known), known.wire()));
    let states = std::iter::once((None, UNANSWERED)).chain(answers);
    let states = states.filter(|(known, _)| feed.feedback.iter().any(|one| is(one, *known)));
    let mut themes: Vec<(crate::present::Phrase, &'a str)> = Vec::new();
    for one in &feed.feedback {
        if let (Some(name), Some(text)) = (theme(context, one), &one.theme)
            && !themes.iter().any(|(_, known)| *known == name)
        {
            themes.push((context.text(text), name));
        }
    }
    sort_by(&mut themes, |a, b| a.0.text.cmp(&b.0.text));
    let places =
        feed.geographies.iter().filter(|place| feed.feedback.iter().any(|one| one.geographies.contains(&place.id)));
    vec![
        Facet::new(
            "state",
            say!(words, "heard-filter-answer"),
            states.map(|(known, wire)| (state(context, known).word.into(), wire)).collect(),
            &mut records.iter().map(|one| vec![one.response.as_ref().map_or(UNANSWERED, |given| given.state.wire())]),
        ),
        Facet::new(
            "theme",
            say!(words, "heard-filter-theme"),
            themes,
            &mut records.iter().map(|one| theme(context, one).into_iter().collect()),
        ),
        Facet::new(
            "place",
            say!(words, "table-place"),
            places.map(|place| (context.text(&place.name), place.id.as_str())).collect(),
            &mut records.iter().map(|one| one.geographies.iter().map(|id| id.as_str()).collect()),
        ),
    ]
}
