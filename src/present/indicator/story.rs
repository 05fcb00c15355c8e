//! The story behind the curve: why the figure is where it is, what holds it back, and who is asked to do what.

use crate::feed::date::Date;
use crate::feed::id::PartnerId;
use crate::feed::records::indicator::Direction;
use crate::feed::records::story::{Idea, NextStep, Proof, Restriction};
use crate::feed::records::{self, Indicator};
use crate::present::frame::{ContactLine, contacts};
use crate::present::{Context, Link, Phrase};
use crate::routes::Page;
use crate::sorted::sort_by_key;
use crate::words::say;

/// Where the story stands on the page of its indicator.
pub const ANCHOR: &str = "story";

/// The newest story of an indicator, and the older ones. What is empty is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// When and by whom it was agreed, and how many residents helped.
    pub note: String,
    pub summary: Phrase,
    pub pushes_title: String,
    pub pushes: Vec<Force>,
    pub holds_title: String,
    pub holds: Vec<Force>,
    pub ideas: Vec<IdeaRow>,
    pub partners_needed: Vec<Phrase>,
    /// How to answer, if partners are needed and there is somebody to answer to.
    pub answer: Vec<ContactLine>,
    pub steps: Vec<Step>,
    /// The newest first.
    pub earlier: Vec<Earlier>,
    /// What opens the earlier stories.
    pub show_earlier: String,
}

/// Something that moves a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Force {
    pub says: Phrase,
    pub root_cause: bool,
    pub ask: Option<Ask>,
}

/// What somebody is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// "Ask", in the form that fits what follows.
    pub label: String,
    pub whom: Option<Link>,
    pub what: Phrase,
}

/// An idea, its proof and its cost in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdeaRow {
    pub says: Phrase,
    pub proof: String,
    pub cost: String,
}

/// What somebody does next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub says: Phrase,
    pub by: String,
    pub owner: Option<Link>,
}

/// A story that a newer one has replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    pub date: String,
    /// The date for machines.
    pub datetime: String,
    pub summary: Phrase,
}

/// The address of a story.
pub(in crate::present) fn href(context: &Context<'_>, story: &records::Story) -> String {
    format!("{}#{ANCHOR}", context.href(&Page::Indicator(story.indicator.to_string())))
}

/// What is told about an indicator; `None` if nothing has been agreed yet.
pub(super) fn story(context: &Context<'_>, indicator: &Indicator) -> Option<Story> {
    let words = context.words;
    let mut all: Vec<_> = context.feed.stories_of(&indicator.id).collect();
    sort_by_key(&mut all, |story| std::cmp::Reverse((story.as_of.last(), story.as_of.first())));
    let (newest, older) = all.split_first()?;
    let (pushes_title, holds_title) = match indicator.direction {
        Direction::Neither => (say!(words, "story-raises"), say!(words, "story-lowers")),
        _ => (say!(words, "story-pushes"), say!(words, "story-holds")),
    };
    let needed: Vec<_> = newest.partners_needed.iter().map(|text| context.text(text)).collect();
    Some(Story {
        note: note(context, newest),
        summary: context.text(&newest.summary),
        pushes_title,
        pushes: newest
            .contributing
            .iter()
            .map(|force| Force { says: context.text(&force.text), root_cause: force.root_cause, ask: None })
            .collect(),
        holds_title,
        holds: newest.restricting.iter().map(|force| hold(context, force)).collect(),
        ideas: newest.what_works.iter().map(|idea| idea_row(context, idea)).collect(),
        answer: if needed.is_empty() { Vec::new() } else { contacts(context) },
        partners_needed: needed,
        steps: newest.next_steps.iter().map(|next| step(context, next)).collect(),
        show_earlier: say!(words, "story-show-earlier", n = older.len()),
        earlier: older
            .iter()
            .map(|story| Earlier {
                date: context.date(story.as_of),
                datetime: story.as_of.to_string(),
                summary: context.text(&story.summary),
            })
            .collect(),
    })
}

fn note(context: &Context<'_>, story: &records::Story) -> String {
    let words = context.words;
    let names = story.authors.iter().filter_map(|id| context.feed.partner(id));
    let who = words.list(&names.map(|partner| context.plain(&partner.name)).collect::<Vec<_>>());
    let agreed =
        say!(words, "story-agreed", precision = precision(story.as_of), on = context.date(story.as_of), who = who);
    match &story.resident_voices {
        Some(voices) if voices.count > 0 => {
            format!("{agreed} {}", say!(words, "story-voices", n = voices.count))
        }
        _ => agreed,
    }
}

/// Languages say "on the 14th" and "in October" with different words.
fn precision(date: Date) -> &'static str {
    match date {
        Date::Day(_) => "day",
        Date::Month(..) | Date::Year(_) => "longer",
    }
}

fn partner(context: &Context<'_>, id: &PartnerId) -> Option<Link> {
    let partner = context.feed.partner(id)?;
    Some(context.link(&partner.name, &Page::Partner(id.to_string())))
}

fn hold(context: &Context<'_>, force: &Restriction) -> Force {
    let whom = force.owner.as_ref().and_then(|id| partner(context, id));
    let label = match whom {
        Some(_) => say!(context.words, "story-ask-of"),
        None => say!(context.words, "story-ask"),
    };
    let ask = force.ask.as_ref().map(|ask| Ask { label, whom, what: context.text(ask) });
    Force { says: context.text(&force.text), root_cause: force.root_cause, ask }
}

fn idea_row(context: &Context<'_>, idea: &Idea) -> IdeaRow {
    let words = context.words;
    IdeaRow {
        says: context.text(&idea.text),
        proof: say!(
            words,
            match idea.evidence {
                Proof::Strong => "story-proof-strong",
                Proof::Promising => "story-proof-promising",
                Proof::Mixed => "story-proof-mixed",
                Proof::Unknown => "story-proof-unknown",
            }
        ),
        cost: if idea.low_cost { say!(words, "story-cost-low") } else { say!(words, "story-cost-some") },
    }
}

fn step(context: &Context<'_>, next: &NextStep) -> Step {
    Step {
        says: context.text(&next.text),
        by: say!(context.words, "story-step-by", precision = precision(next.by), by = context.date(next.by)),
        owner: partner(context, &next.owner),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::indicator::indicator_page;
    use crate::present::testing::{READING, Small};

    #[track_caller]
    fn check(lang: &str, stories: &[(&str, &str)], expect: impl FnOnce(Option<Story>)) {
        let records: Vec<_> = READING.iter().chain(stories).copied().collect();
        let small = Small::new(&records);
        expect(indicator_page(&small.context(lang), "ind-reading").and_then(|page| page.story));
    }

    const WHOLE: (&str, &str) = (
        "stories/sto-whole.json",
        r#"{"id": "sto-whole", "indicator": "ind-reading", "as_of": "2025-10-14", "authors": ["par-library", "par-circle"],
        "summary": {"en": "It stopped.", "es": "Se detuvo."}, "resident_voices": {"count": 41, "consent": true},
        "contributing": [{"text": "Tutoring grew.", "root_cause": true}],
        "restricting": [{"text": "The bus was cut.", "ask": "Write to the city.", "owner": "par-circle"}, {"text": "Rain."}],
        "what_works": [{"text": "Tutoring", "evidence": "strong"}, {"text": "Cards", "evidence": "unknown", "low_cost": true}],
        "partners_needed": ["The bus company"],
        "next_steps": [{"text": "Count again", "by": "2027-06", "owner": "par-library"}]}"#,
    );
    const OLD: (&str, &str) = (
        "stories/sto-old.json",
        r#"{"id": "sto-old", "indicator": "ind-reading", "as_of": "2023", "authors": ["par-library"], "summary": "It rose."}"#,
    );
    const OLDER: (&str, &str) = (
        "stories/sto-a.json",
        r#"{"id": "sto-a", "indicator": "ind-reading", "as_of": "2022-12", "authors": ["par-library"], "summary": "It began."}"#,
    );

    #[test]
    fn without_a_story_nothing_is_said() {
        check("en", &[], |story| assert_eq!(story, None));
    }

    #[test]
    fn the_note_says_when_by_whom_and_with_whom() {
        check("en", &[WHOLE], |story| {
            let note = "Agreed on 14 October 2025 by Library and Reading Circle. \
                        41 residents helped to write it and agreed that it is published.";
            assert_eq!(story.unwrap().note, note);
        });
        check("es", &[OLD], |story| assert_eq!(story.unwrap().note, "Acordada en 2023 por Library."));
    }

    #[test]
    fn an_ask_names_whom() {
        check("en", &[WHOLE], |story| {
            let story = story.unwrap();
            let ask = story.holds[0].ask.clone().unwrap();
            assert_eq!(ask.label, "Ask");
            let whom = ask.whom.unwrap();
            assert_eq!((whom.label.text.as_str(), whom.href.as_str()), ("Reading Circle", "/partners/par-circle/"));
            assert_eq!((ask.what.text.as_str(), &story.holds[1].ask), ("Write to the city.", &None));
            assert_eq!((story.pushes[0].root_cause, story.holds[0].root_cause), (true, false));
        });
    }

    #[test]
    fn proof_and_cost_are_words() {
        check("en", &[WHOLE], |story| {
            let ideas: Vec<_> = story.unwrap().ideas.into_iter().map(|idea| (idea.proof, idea.cost)).collect();
            let said = [("Strong", "Needs money"), ("Not known yet", "Little or none")];
            assert_eq!(ideas, said.map(|(proof, cost)| (proof.to_owned(), cost.to_owned())));
        });
    }

    #[test]
    fn a_next_step_has_a_date_and_a_partner() {
        check("es", &[WHOLE], |story| {
            let step = story.unwrap().steps.remove(0);
            let (by, owner) = (step.by.as_str(), step.owner.unwrap().href);
            assert_eq!((by, owner.as_str()), ("Para junio de 2027", "/es/partners/par-library/"));
        });
    }

    #[test]
    fn who_is_needed_learns_whom_to_tell() {
        check("en", &[WHOLE], |story| assert_eq!(story.unwrap().answer[0].value, "+1-555-0100"));
        check("en", &[OLD], |story| assert_eq!(story.unwrap().answer, []));
    }

    #[test]
    fn earlier_stories_follow_the_newest_first() {
        check("en", &[OLDER, OLD, WHOLE], |story| {
            let story = story.unwrap();
            assert_eq!(story.summary.text, "It stopped.");
            let earlier: Vec<_> =
                story.earlier.iter().map(|old| (old.date.as_str(), old.summary.text.as_str())).collect();
            assert_eq!(earlier, [("2023", "It rose."), ("December 2022", "It began.")]);
            assert_eq!(story.show_earlier, "Show the 2 earlier stories");
        });
    }

    #[test]
    fn texts_in_another_language_say_so() {
        check("es", &[WHOLE], |story| {
            let story = story.unwrap();
            assert_eq!((story.summary.lang, story.holds[0].says.lang.as_deref()), (None, Some("en")));
        });
    }

    #[test]
    fn what_has_no_better_side_is_raised_and_lowered() {
        let neither = READING[0].1.replace("\"increase\"", "\"none\"");
        check("en", &[WHOLE], |story| assert_eq!(story.unwrap().pushes_title, "What moves it the right way"));
        let records = [(READING[0].0, neither.as_str()), READING[1], WHOLE];
        let small = Small::new(&records);
        let story = indicator_page(&small.context("en"), "ind-reading").and_then(|page| page.story).unwrap();
        assert_eq!((story.pushes_title.as_str(), story.holds_title.as_str()), ("What raises it", "What lowers it"));
    }
}
