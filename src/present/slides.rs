//! For a projector: the common agenda, a slide for each goal, what is at risk, what is asked, what comes next.

use super::place::lines::{self, Item};
use super::row::MeasureRow;
use super::{Context, Head, Link, Phrase, goal, sheet};
use crate::feed::records::Indicator;
use crate::feed::records::indicator::Level;
use crate::routes::{Page, Query};
use crate::words::say;

/// Most measures and most lines on a slide: what is read from the last row is large.
const MEASURES: usize = 3;
const LINES: usize = 5;

/// What the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct SlidesPage {
    pub head: Head,
    pub crumbs: Vec<Link>,
    pub title: String,
    pub lead: String,
    /// To the first slide.
    pub start: Link,
    pub slides: Vec<Slide>,
}

/// One slide.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    pub title: Phrase,
    /// What it is about, small above the title.
    pub kicker: String,
    pub lead: Option<Phrase>,
    /// How many measures stand how.
    pub counts: Vec<(super::standing::Verdict, usize)>,
    pub measures: Vec<MeasureRow>,
    pub items: Vec<Item>,
    pub note: Option<String>,
}

/// Where one is in the slides, and the addresses of those around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// From 0.
    pub at: usize,
    /// "Slide 3 of 9".
    pub says: String,
    pub first: String,
    pub back: Option<String>,
    pub next: Option<String>,
    pub last: String,
    /// To all slides below each other.
    pub end: String,
}

/// The slides.
pub fn slides_page(context: &Context<'_>) -> SlidesPage {
    let words = context.words;
    let title = say!(words, "slides-title");
    let lead = say!(words, "slides-lead");
    SlidesPage {
        head: context.head(&title, lead.clone()),
        crumbs: vec![Link { label: say!(words, "nav-overview").into(), href: context.href(&Page::Overview) }],
        start: Link { label: say!(words, "slides-start").into(), href: href(context, 0) },
        slides: slides(context),
        title,
        lead,
    }
}

fn href(context: &Context<'_>, at: usize) -> String {
    context.href_with(&Page::Present, &Query::default().with("slide", &(at + 1).to_string()))
}

/// The slide that the address asks for. `None` shows all below each other; a number that is too large is the last one.
pub fn position(context: &Context<'_>, query: &Query, slides: usize) -> Option<Position> {
    let asked = query.get("slide")?.parse::<usize>().ok()?;
    let last = slides.checked_sub(1)?;
    let at = asked.saturating_sub(1).min(last);
    Some(Position {
        at,
        says: say!(context.words, "slides-position", n = at + 1, total = slides),
        first: href(context, 0),
        back: at.checked_sub(1).map(|at| href(context, at)),
        next: (at < last).then(|| href(context, at + 1)),
        last: href(context, last),
        end: context.href(&Page::Present),
    })
}

/// The measures whose lines are drawn on slides. All others are counted only.
pub(super) fn drawn<'a>(context: &Context<'a>) -> Vec<&'a Indicator> {
    goal::active(context)
        .into_iter()
        .flat_map(|goal| goal::measures_of(context, goal).into_iter().take(MEASURES))
        .collect()
}

fn slides(context: &Context<'_>) -> Vec<Slide> {
    let (words, feed) = (context.words, context.feed);
    let goals = goal::active(context);
    let plain = |title: Phrase, kicker: String| Slide {
        title,
        kicker,
        lead: None,
        counts: Vec::new(),
        measures: Vec::new(),
        items: Vec::new(),
        note: None,
    };
    let mut counts = Vec::new();
    let mut first = plain(context.text(&feed.coalition.vision), context.plain(&feed.coalition.name));
    let spoken = feed.indicators.iter().filter(|it| it.goals.iter().any(|id| goals.iter().any(|goal| goal.id == *id)));
    if let Some(stand) = context.stand(Level::Population, spoken) {
        first.lead = Some(stand.says.into());
        counts.extend(stand.counts.into_iter().map(|count| (count.verdict, count.count)));
    }
    first.counts = counts;
    let mut all = vec![first];
    for (number, goal) in goals.iter().enumerate() {
        let mut slide = plain(context.text(&goal.title), say!(words, "slides-goal", n = number + 1));
        let (measures, left) = sheet::measures(context, goal, MEASURES);
        slide.lead = Some(context.text(&goal.plain_summary));
        slide.note = match (measures.len(), left) {
            (0, _) => Some(say!(words, "goal-unmeasured")),
            (_, 0) => None,
            (_, n) => Some(say!(words, "slides-more", n = n)),
        };
        slide.measures = measures;
        all.push(slide);
    }
    let risk = lines::open_promises(context).into_iter().filter(|it| lines::is_at_risk(context, it));
    let asks = goals.iter().flat_map(|goal| sheet::asks(context, goal));
    let dates = super::events::coming(context);
    let listed = |title: String, kicker: String, mut items: Vec<Item>, nothing: String| {
        let left = items.len().saturating_sub(LINES);
        items.truncate(LINES);
        let note = match (items.len(), left) {
            (0, _) => Some(nothing),
            (_, 0) => None,
            (_, n) => Some(say!(words, "slides-more", n = n)),
        };
        Slide { items, note, ..plain(title.into(), kicker) }
    };
    all.push(listed(
        say!(words, "slides-risk"),
        say!(words, "place-promised"),
        risk.map(|it| lines::promise(context, it)).collect(),
        say!(words, "slides-risk-none"),
    ));
    // One ask can hold back several measures: it is asked once.
    let mut unique: Vec<Item> = Vec::new();
    for ask in asks {
        if unique.iter().all(|known| known.text != ask.text) {
            unique.push(ask);
        }
    }
    all.push(listed(say!(words, "slides-asks"), say!(words, "sheet-asks"), unique, say!(words, "slides-asks-none")));
    all.push(listed(
        say!(words, "slides-dates"),
        say!(words, "nav-events"),
        dates.into_iter().map(|it| lines::event(context, it)).collect(),
        say!(words, "events-none"),
    ));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::{READING, Small};

    #[track_caller]
    fn check(query: &str, expected: Option<(usize, Option<&str>, Option<&str>)>) {
        let small = Small::new(&[]);
        let found = position(&small.context("en"), &Query::parse(query), 6);
        let found = found.as_ref().map(|it| (it.at, it.back.as_deref(), it.next.as_deref()));
        assert_eq!(found, expected);
    }

    #[test]
    fn the_address_says_which_slide() {
        check("", None);
        check("slide=x", None);
        check("slide=1", Some((0, None, Some("/present/?slide=2"))));
        check("slide=3", Some((2, Some("/present/?slide=2"), Some("/present/?slide=4"))));
        check("slide=99", Some((5, Some("/present/?slide=5"), None)));
        check("slide=0", Some((0, None, Some("/present/?slide=2"))));
    }

    #[test]
    fn there_is_a_slide_for_each_goal_and_four_more() {
        let small = Small::new(&READING);
        let page = slides_page(&small.context("en"));
        let titles: Vec<_> = page.slides.iter().map(|slide| slide.title.text.as_str()).collect();
        let expected = [
            "Every child reads well.",
            "Children read well",
            "Families read at home",
            "Promises at risk",
            "What we are asked to decide and do",
            "What comes next",
        ];
        assert_eq!(titles, expected);
        assert_eq!(page.slides[1].measures.len(), 1);
        assert_eq!(page.slides[2].note.as_deref(), Some("Nothing measures this goal yet."));
        assert_eq!(page.slides[3].note.as_deref(), Some("No promise is at risk or overdue."));
    }
}
