//! A measure, a goal or an activity as other sites show it in a frame: what is said first on its page, and the way there.

use super::activity::{ActivityPage, activity_page};
use super::frame::SampleStrip;
use super::goal::{GoalPage, goal_page};
use super::indicator::{ChartPart, IndicatorPage, chart_part, indicator_page};
use super::{Context, Head, Link};
use crate::routes::{Page, Query};
use crate::words::say;

/// What the frame shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed {
    pub head: Head,
    /// Said in every frame of a sample.
    pub sample: Option<SampleStrip>,
    pub content: Content,
    /// Source, licence and date, one line each.
    pub imprint: Vec<String>,
    /// The coalition and its first page.
    pub by: Link,
    /// The page that this is a part of.
    pub full: Link,
}

/// The page it is a part of. The view takes the beginning of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Indicator(Box<IndicatorPage>, Box<ChartPart>),
    Goal(Box<GoalPage>),
    Activity(Box<ActivityPage>),
}

/// The frame of a page; `None` for pages that have none, and for ids that the feed does not have.
pub fn embed(context: &Context<'_>, page: &Page) -> Option<Embed> {
    let words = context.words;
    let coalition = &context.feed.coalition;
    let name = context.plain(&coalition.name);
    let content = match page {
        Page::Indicator(id) => {
            let chart = chart_part(context, id, &Query::default())?;
            Content::Indicator(Box::new(indicator_page(context, id)?), Box::new(chart))
        }
        Page::Goal(id) => Content::Goal(Box::new(goal_page(context, id)?)),
        Page::Activity(id) => Content::Activity(Box::new(activity_page(context, id)?)),
        _ => return None,
    };
    let (head, figure) = match &content {
        Content::Indicator(page, chart) => (page.head.clone(), chart.figure.as_ref()),
        Content::Goal(page) => (page.head.clone(), None),
        Content::Activity(page) => (page.head.clone(), None),
    };
    // Sources and date. The address is behind the link, and a sample has its strip.
    let beside = 1 + usize::from(coalition.sample);
    let imprint = figure.map_or(&[][..], |figure| &figure.downloads.imprint);
    let sources = imprint.iter().take(imprint.len().saturating_sub(beside)).cloned();
    let license = say!(words, "embed-license", license = &coalition.license);
    // Sources come with their date.
    let date = figure.is_none().then(|| say!(words, "embed-date", today = words.day(context.today)));
    Some(Embed {
        head,
        sample: coalition.sample.then(|| SampleStrip {
            label: say!(words, "sample-label"),
            says: say!(words, "sample-strip", name = &name),
        }),
        imprint: sources.chain([license]).chain(date).collect(),
        content,
        by: context.link(&coalition.name, &Page::Overview),
        full: Link { label: say!(words, "embed-full").into(), href: context.href(page) },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::{READING, Small};

    #[track_caller]
    fn check(page: &Page, imprint: &[&str], full: &str) {
        let small = Small::new(&READING);
        let embed = embed(&small.context("es"), page).unwrap();
        assert_eq!(
            (embed.imprint, embed.full.href.as_str()),
            (imprint.iter().map(ToString::to_string).collect(), full)
        );
        assert!(embed.sample.is_none());
    }

    #[test]
    fn a_frame_says_where_its_figures_come_from_and_leads_to_the_page() {
        let measure = Page::Indicator("ind-reading".into());
        let figures = ["Fuente: School test, Schools.", "Última cifra: 2024. Guardado el 22 de noviembre de 2026."];
        let license = "Licencia: CC-BY-4.0.";
        check(&measure, &[figures[0], figures[1], license], "/es/indicators/ind-reading/");
        let goal = Page::Goal("goal-read".into());
        check(&goal, &[license, "Datos al 22 de noviembre de 2026."], "/es/goals/goal-read/");
    }

    #[test]
    fn other_pages_and_unknown_records_have_no_frame() {
        let small = Small::new(&READING);
        for page in [Page::Overview, Page::Indicators, Page::Partner("par-library".into()), Page::Goal("nobody".into())]
        {
            assert!(embed(&small.context("en"), &page).is_none(), "{page:?}");
        }
    }
}
