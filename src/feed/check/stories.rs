//! Rules about the stories behind the figures.

use std::collections::HashMap;

use super::Check;
use crate::feed::read::{Draft, Placed};
use crate::feed::records::Story;
use crate::feed::rule::Rule;

pub(super) fn check(draft: &Draft<'_, '_>, check: &mut Check<'_>) {
    let mut dated = HashMap::new();
    for story in &draft.stories {
        let record = &story.record;
        if let Some(other) = dated.insert((record.indicator.as_str(), record.as_of), record.id.as_str()) {
            let message = format!(
                "The story \"{other}\" of the same indicator is of {} too: nobody can tell which is newer.",
                record.as_of
            );
            check.report(
                Rule::SameStoryDate,
                story.at("as_of"),
                message,
                "Correct one of the dates, or keep one story.",
            );
        }
        if check.is_to_come(record.as_of.first()) {
            let message = format!("The story is of {}, which lies in the future.", record.as_of);
            check.report(Rule::FutureValue, story.at("as_of"), message, "Write the day on which it was agreed.");
        }
        asks(story, check);
        voices(story, check);
    }
}

fn asks(story: &Placed<'_, '_, Story>, check: &mut Check<'_>) {
    for (index, restriction) in story.record.restricting.iter().enumerate() {
        let at = |field: &str| story.at(&format!("restricting/{index}/{field}"));
        match (&restriction.ask, &restriction.owner) {
            (Some(_), None) => check.report(
                Rule::AskOfNobody,
                at("ask"),
                "Something is asked for here, but of nobody.",
                "Name who is asked: add \"owner\" with the id of a partner.",
            ),
            (None, Some(_)) => check.report(
                Rule::AskOfNobody,
                at("owner"),
                "A partner is named here, but nothing is asked.",
                "Add \"ask\": what the partner is asked to do, or leave \"owner\" out.",
            ),
            _ => {}
        }
    }
}

/// Who speaks at a meeting has not yet agreed to appear on a public page, not even as one of a number.
fn voices(story: &Placed<'_, '_, Story>, check: &mut Check<'_>) {
    let Some(voices) = &story.record.resident_voices else { return };
    if voices.count > 0 && !voices.consent {
        check.report(
            Rule::NoConsent,
            story.at("resident_voices/consent"),
            "Nothing says that the residents agreed to the publication of what they told.",
            "Ask them, then write \"consent\": true; until then leave \"resident_voices\" out.",
        );
    }
}
