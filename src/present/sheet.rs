//! A goal on one side of paper, for a meeting.
//!
//! A page of paper does not grow. So what stands on it is counted here, before it is drawn: each list has a number of
//! lines, and what does not fit is said as a number.

use super::place::lines::{self, Item};
use super::row::MeasureRow;
use super::{Context, Head, Link, Phrase, goal};
use crate::chart::spark::SparkSize;
use crate::feed::records::Goal;
use crate::feed::records::activity::ActivityStatus;
use crate::routes::Page;
use crate::words::say;

/// Most measures in the table.
const MEASURES: usize = 6;
/// Lines of text in a list, and about how many characters fit on a line of half a page.
const LINES: usize = 9;
const LINE: usize = 52;

/// What the sheet says.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetPage {
    pub head: Head,
    pub crumbs: Vec<Link>,
    pub coalition: Phrase,
    /// "Meeting sheet, 22 November 2026".
    pub kicker: String,
    /// Said on the sheet of a sample.
    pub sample: Option<String>,
    pub title: Phrase,
    pub summary: Phrase,
    pub kept_by: Result<String, String>,
    pub caption: String,
    pub columns: [String; 4],
    pub measures: Vec<MeasureRow>,
    /// Said if nothing measures the goal, or if there are more measures.
    pub measures_note: Option<String>,
    pub lists: Vec<SheetList>,
    /// What there is nothing of.
    pub nothing: Option<String>,
    /// "This page on the web: https://…".
    pub address: String,
    pub print: String,
}

/// A list with what did not fit.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetList {
    pub id: &'static str,
    pub title: String,
    pub items: Vec<Item>,
    /// "and 3 more on the page".
    pub more: Option<String>,
}

/// The sheet of a goal; `None` if there is none with this id.
pub fn sheet_page(context: &Context<'_>, id: &str) -> Option<SheetPage> {
    let words = context.words;
    let goal = context.feed.goals.iter().find(|goal| goal.id.as_str() == id)?;
    let section = goal::goal_section(context, goal, 0, usize::MAX);
    let (title, summary) = (context.text(&goal.title), context.text(&goal.plain_summary));
    let (measures, left) = measures(context, goal, MEASURES);
    let note = match (measures.len(), left) {
        (0, _) => Some(say!(words, "goal-unmeasured")),
        (_, 0) => None,
        (_, n) => Some(say!(words, "sheet-more", n = n)),
    };
    let page = context.href(&Page::Goal(goal.id.to_string()));
    let all = [
        list("promised", say!(words, "sheet-promised"), promises(context, goal)),
        list("asks", say!(words, "sheet-asks"), asks(context, goal)),
        list("open", say!(words, "sheet-open"), open_now(context, goal)),
        list("who", say!(words, "sheet-who"), who(context, goal)),
        list("dates", say!(words, "sheet-dates"), dates(context, goal)),
    ];
    let all =
        all.map(|(list, left)| SheetList { more: (left > 0).then(|| say!(words, "sheet-more", n = left)), ..list });
    let (lists, empty): (Vec<_>, Vec<_>) = all.into_iter().partition(|list| !list.items.is_empty());
    let missing: Vec<String> = empty.into_iter().map(|list| list.title).collect();
    Some(SheetPage {
        head: context.head(&say!(words, "sheet-title", goal = &title.text), summary.text.clone()),
        crumbs: vec![
            Link { label: say!(words, "nav-overview").into(), href: context.href(&Page::Overview) },
            context.link(&goal.title, &Page::Goal(goal.id.to_string())),
        ],
        coalition: context.text(&context.feed.coalition.name),
        kicker: say!(words, "sheet-kicker", date = words.day(context.today)),
        sample: context.feed.coalition.sample.then(|| say!(words, "sheet-sample")),
        kept_by: section.kept_by,
        caption: say!(words, "sheet-caption"),
        columns: [
            say!(words, "ways-measure"),
            say!(words, "sheet-way"),
            say!(words, "sheet-now"),
            say!(words, "fact-standing"),
        ],
        measures,
        measures_note: note,
        lists,
        nothing: (!missing.is_empty()).then(|| say!(words, "sheet-nothing", what = missing.join(" · "))),
        address: say!(words, "sheet-address", address = context.site.absolute(&page)),
        print: say!(words, "sheet-print"),
        title,
        summary,
    })
}

/// The first measures of a goal, and how many are left out.
pub(super) fn measures(context: &Context<'_>, goal: &Goal, most: usize) -> (Vec<MeasureRow>, usize) {
    let all = goal::measures_of(context, goal);
    let rows = all.iter().take(most).map(|one| context.measure_row(one, SparkSize::Small)).collect();
    (rows, all.len().saturating_sub(most))
}

/// A list with as many items as it has room for, and how many are left out.
fn list(id: &'static str, title: String, items: Vec<Item>) -> (SheetList, usize) {
    let all = items.len();
    let mut room = LINES;
    let items: Vec<Item> = items
        .into_iter()
        .take_while(|item| {
            let takes = lines_of(item);
            let fits = takes <= room;
            room = room.saturating_sub(takes);
            fits
        })
        .collect();
    let left = all - items.len();
    (SheetList { id, title, items, more: None }, left)
}

/// About how many lines an item takes.
fn lines_of(item: &Item) -> usize {
    let lines = |text: &str| text.chars().count().div_ceil(LINE);
    lines(&item.text.text) + item.notes.iter().map(|note| lines(&note.text)).sum::<usize>()
}

fn promises(context: &Context<'_>, goal: &Goal) -> Vec<Item> {
    let open = lines::open_promises(context).into_iter().filter(|it| it.goals.contains(&goal.id));
    open.map(|it| lines::promise(context, it)).collect()
}

/// What somebody is asked to do about what holds a measure back.
pub(super) fn asks(context: &Context<'_>, goal: &Goal) -> Vec<Item> {
    let words = context.words;
    let mut asks = Vec::new();
    for indicator in context.feed.indicators_of(&goal.id) {
        // Of an older story it is not known whether it still holds.
        let newest = context.feed.stories_of(&indicator.id).max_by_key(|story| story.as_of.last());
        for barrier in newest.iter().flat_map(|story| &story.restricting) {
            let Some(ask) = &barrier.ask else { continue };
            let note = match barrier.owner.as_ref().and_then(|id| context.feed.partner(id)) {
                Some(owner) => say!(words, "sheet-asked-of", who = context.plain(&owner.name)),
                None => say!(words, "sheet-asked-of-nobody"),
            };
            let href = Some(context.href(&Page::Indicator(indicator.id.to_string())));
            asks.push(Item { text: context.text(ask), href, notes: vec![note.into()] });
        }
    }
    asks
}

fn open_now(context: &Context<'_>, goal: &Goal) -> Vec<Item> {
    let asked =
        context.feed.engagements.iter().filter(|it| it.goals.contains(&goal.id) && lines::takes_part_now(context, it));
    let wanted = context.feed.needs.iter().filter(|it| it.goals.contains(&goal.id) && lines::is_wanted(context, it));
    asked.map(|it| lines::engagement(context, it)).chain(wanted.map(|it| lines::need(context, it))).collect()
}

/// Activities that are running, with who leads them.
fn who(context: &Context<'_>, goal: &Goal) -> Vec<Item> {
    let running = context.feed.activities_of(&goal.id).filter(|it| it.status == ActivityStatus::Active);
    running
        .map(|activity| Item {
            text: context.text(&activity.title),
            href: Some(context.href(&Page::Activity(activity.id.to_string()))),
            notes: vec![super::activity::lead(context, activity).label],
        })
        .collect()
}

/// What comes: events of work groups and processes of this goal, and those that are for everything.
fn dates(context: &Context<'_>, goal: &Goal) -> Vec<Item> {
    let feed = context.feed;
    let of_goal = |event: &&crate::feed::records::Event| {
        let group = event.workgroup.as_ref().and_then(|id| feed.workgroup(id)).map(|group| &group.goals);
        let asked = event.engagement.as_ref().and_then(|id| feed.engagement(id)).map(|asked| &asked.goals);
        group.or(asked).is_none_or(|goals| goals.is_empty() || goals.contains(&goal.id))
    };
    super::events::coming(context).into_iter().filter(of_goal).map(|it| lines::event(context, it)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::{READING, Small};

    const PROMISES: [(&str, &str); 2] = [
        (
            "commitments/com-hours.json",
            r#"{"id": "com-hours", "text": "The library opens on Sundays.", "by": "par-library", "to": "public",
            "made_on": "2026-01-10", "due": "2026-12", "state": "on_track", "goals": ["goal-read"]}"#,
        ),
        (
            "commitments/com-cards.json",
            r#"{"id": "com-cards", "text": "Every child gets a card.", "by": "par-circle", "to": "public",
            "made_on": "2026-01-10", "due": "2026-10", "state": "promised", "goals": ["goal-read"]}"#,
        ),
    ];

    #[track_caller]
    fn check(lang: &str, records: &[(&str, &str)], expect: impl FnOnce(SheetPage)) {
        let small = Small::new(records);
        let mut context = small.context(lang);
        let site = crate::routes::Site::new("/", vec!["en".into(), "es".into()]).at("https://valley.example.org");
        context.site = &site;
        expect(sheet_page(&context, "goal-read").unwrap());
    }

    #[test]
    fn the_sheet_has_figures_promises_and_the_address() {
        check("en", &[READING[0], READING[1], PROMISES[0], PROMISES[1]], |page| {
            assert_eq!(page.measures.len(), 1);
            let notes: Vec<_> = page.lists[0].items.iter().map(|item| item.notes[0].text.as_str()).collect();
            assert_eq!(notes, ["Reading Circle, due October 2026: overdue", "Library, due December 2026: on track"]);
            assert_eq!(page.address, "On the web: https://valley.example.org/goals/goal-read/");
            assert_eq!(page.kicker, "Meeting sheet, 22 November 2026");
        });
    }

    #[test]
    fn a_goal_without_anything_says_what_is_missing() {
        check("en", &[], |page| {
            assert!(page.lists.is_empty() && page.measures.is_empty());
            assert_eq!(page.measures_note.unwrap(), "Nothing measures this goal yet.");
            assert!(page.nothing.unwrap().contains("Promises that are due"));
        });
    }

    #[test]
    fn what_does_not_fit_is_counted() {
        let item = |length: usize| Item { text: "a".repeat(length).into(), href: None, notes: vec![] };
        let (fits, left) = list("who", String::new(), (0..12).map(|_| item(LINE)).collect());
        assert_eq!((fits.items.len(), left), (LINES, 12 - LINES));
        let (fits, left) = list("who", String::new(), vec![item(LINE * 4 + 1), item(LINE * 5), item(1)]);
        assert_eq!((fits.items.len(), left), (1, 2));
    }
}
