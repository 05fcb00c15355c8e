//! What differs from the last visit. The readers' program does not load the history of the feed, so a reader's browser
//! keeps a few marks of what it showed: standing, latest figure, and how many there were of what is counted.

use super::{Follow, Seen};
use crate::feed::Feed;
use crate::feed::date::Date;
use crate::feed::id::Kind;
use crate::feed::records::indicator::Level;
use crate::feed::records::{Geography, Indicator};
use crate::feed::series::{Line, Scope};
use crate::measure::change::standing;
use crate::present::place::lines::is_about;
use crate::present::place::near::{Where, near};
use crate::present::row::main_line;
use crate::present::{Context, place};
use crate::words::say;

/// One thing that was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it is of: an indicator's id, or one of the counts.
    pub of: String,
    /// The same in every language: what is compared.
    pub state: String,
    /// In the words of the page at that time: what is said.
    pub text: String,
}

const ACTIVITIES: &str = "activities";
const PROMISES: &str = "promises";
const ANSWERS: &str = "answers";
/// How many things are counted.
const COUNTS: usize = 3;
const FIGURE: &str = "figure:";
const STANDS: &str = "stands:";

/// Most marks of one record: what is kept has an end.
const MOST: usize = 120;
/// Most measures that have marks, which are two for each.
pub const MOST_MARKED: usize = MOST / 2;

/// What is shown of a goal, a place or a partner now. `None` if there is none with this id.
pub fn marks(context: &Context<'_>, id: &str) -> Option<Vec<Mark>> {
    let feed = context.feed;
    let mut marks = Vec::new();
    match feed.kind_of(id)? {
        Kind::Goal => {
            let goal = feed.goals.iter().find(|goal| goal.id.as_str() == id)?;
            for indicator in feed.indicators_of(&goal.id).filter(|it| it.level != Level::Performance) {
                measured(context, &mut marks, indicator, main_line(context, &indicator.id));
            }
            count(&mut marks, ACTIVITIES, feed.activities_of(&goal.id).count());
            count(&mut marks, PROMISES, feed.commitments.iter().filter(|it| it.goals.contains(&goal.id)).count());
            let answered = feed.feedback.iter().filter(|it| it.response.is_some() && is_about(context, it, &goal.id));
            count(&mut marks, ANSWERS, answered.count());
        }
        Kind::Geography => {
            let place = feed.geographies.iter().find(|place| place.id.as_str() == id)?;
            for indicator in &feed.indicators {
                measured(context, &mut marks, indicator, place::line_of(context, indicator, place));
            }
            in_place(feed, &mut marks, place);
        }
        Kind::Partner => {
            let partner = feed.partners.iter().find(|partner| partner.id.as_str() == id)?;
            for indicator in feed.indicators.iter().filter(|it| it.steward == partner.id) {
                measured(context, &mut marks, indicator, main_line(context, &indicator.id));
            }
            count(&mut marks, ACTIVITIES, feed.activities_with(&partner.id).count());
            count(&mut marks, PROMISES, feed.commitments.iter().filter(|it| it.by.as_str() == id).count());
            let answers = feed.feedback.iter().filter_map(|it| it.response.as_ref());
            count(&mut marks, ANSWERS, answers.filter(|answer| answer.by.as_str() == id).count());
        }
        _ => return None,
    }
    // Counts come last and are few; figures are cut first.
    let counts = marks.split_off(marks.len().saturating_sub(COUNTS));
    marks.truncate(MOST - COUNTS);
    marks.extend(counts);
    Some(marks)
}

fn in_place(feed: &Feed, marks: &mut Vec<Mark>, place: &Geography) {
    let here = |named: &[crate::feed::id::GeographyId]| near(feed, &place.id, named) == Where::Here;
    count(marks, ACTIVITIES, feed.activities.iter().filter(|it| here(&it.geographies)).count());
    count(marks, PROMISES, feed.commitments.iter().filter(|it| here(&it.geographies)).count());
    let answered = feed.feedback.iter().filter(|it| it.response.is_some() && here(&it.geographies));
    count(marks, ANSWERS, answered.count());
}

fn count(marks: &mut Vec<Mark>, of: &str, n: usize) {
    let n = n.to_string();
    marks.push(Mark { of: of.to_owned(), state: n.clone(), text: n });
}

fn measured(context: &Context<'_>, marks: &mut Vec<Mark>, indicator: &Indicator, line: Option<&Line>) {
    let Some(line) = line else { return };
    let Some((latest, value)) = standing(line, indicator).latest.and_then(|it| Some((it, it.value?))) else { return };
    marks.push(Mark {
        of: format!("{FIGURE}{}", indicator.id),
        state: format!("{value} {}", latest.period),
        text: say!(
            context.words,
            "place-value-in",
            value = context.value(indicator, value),
            period = context.words.period_short(latest.period)
        ),
    });
    let scope = Scope { groups: Vec::new(), geography: line.scope.geography.clone() };
    let verdict = context.verdict(&crate::measure::assess(context.feed, indicator, &scope, context.today));
    marks.push(Mark { of: format!("{STANDS}{}", indicator.id), state: verdict.code.to_owned(), text: verdict.word });
}

/// A kept day in words.
fn day(context: &Context<'_>, written: &str) -> String {
    match Date::parse(written) {
        Ok(date) => context.date(date),
        Err(_) => written.to_owned(),
    }
}

/// What differs between the visit before and now, sentence by sentence.
pub(super) fn since(context: &Context<'_>, follow: &Follow) -> Vec<String> {
    let words = context.words;
    let Some(before) = &follow.before else {
        return vec![say!(words, "mine-since", on = day(context, &follow.latest.on))];
    };
    let on = day(context, &before.on);
    let mut says = differences(context, before, &follow.latest, &on);
    if says.is_empty() {
        says.push(say!(words, "mine-same", on = on));
    }
    says
}

fn differences(context: &Context<'_>, before: &Seen, now: &Seen, on: &str) -> Vec<String> {
    let mut says = Vec::new();
    for mark in &now.marks {
        let was = before.marks.iter().find(|other| other.of == mark.of);
        if was.is_some_and(|was| was.state == mark.state) {
            continue;
        }
        says.extend(difference(context, mark, was, on));
    }
    // A figure that is gone is said, too: it can be withheld now.
    for was in &before.marks {
        if now.marks.iter().all(|mark| mark.of != was.of)
            && let Some(title) = title(context, &was.of, FIGURE)
        {
            says.push(say!(context.words, "mine-figure-gone", title = title, on = on));
        }
    }
    says
}

/// The name of the measure that a mark is of.
fn title(context: &Context<'_>, of: &str, prefix: &str) -> Option<String> {
    let id = of.strip_prefix(prefix)?;
    let indicator = context.feed.indicators.iter().find(|indicator| indicator.id.as_str() == id)?;
    Some(context.plain(&indicator.title))
}

fn difference(context: &Context<'_>, mark: &Mark, was: Option<&Mark>, on: &str) -> Option<String> {
    let words = context.words;
    let now = mark.text.as_str();
    if let Some(title) = title(context, &mark.of, FIGURE) {
        return Some(match was {
            Some(was) => say!(words, "mine-figure", title = title, now = now, was = was.text.as_str(), on = on),
            None => say!(words, "mine-figure-new", title = title, now = now),
        });
    }
    if let Some(title) = title(context, &mark.of, STANDS) {
        let was = was?.text.as_str();
        return Some(say!(words, "mine-stands", title = title, now = now, was = was, on = on));
    }
    let number = |text: &str| text.parse::<usize>().ok();
    let (n, was) = (number(&mark.state)?, number(&was?.state)?);
    Some(match mark.of.as_str() {
        ACTIVITIES => say!(words, "mine-activities", n = n, was = was, on = on),
        PROMISES => say!(words, "mine-promises", n = n, was = was, on = on),
        ANSWERS => say!(words, "mine-answers", n = n, was = was, on = on),
        _ => return None,
    })
}
