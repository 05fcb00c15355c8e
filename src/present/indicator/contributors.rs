//! Who contributes to an indicator, through which activity. A claim of contribution, not of cause.

use crate::feed::records::{Activity, Indicator};
use crate::present::activity::status;
use crate::present::{Context, Link, Phrase};
use crate::routes::Page;
use crate::words::say;

/// An activity and those who do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contributor {
    pub activity: Link,
    pub status: String,
    pub lead: Option<Link>,
    pub with: Vec<Link>,
    /// "262 of 300 children"; empty if nobody has counted.
    pub reached: Phrase,
}

/// The activity that the indicator measures, then those that hope to move it.
pub(super) fn contributors(context: &Context<'_>, indicator: &Indicator) -> Vec<Contributor> {
    let owner = indicator.activity.as_ref().and_then(|id| context.feed.activity(id));
    let hoping = context.feed.activities.iter().filter(|activity| activity.indicators.contains(&indicator.id));
    owner.into_iter().chain(hoping).map(|activity| contributor(context, activity)).collect()
}

fn contributor(context: &Context<'_>, activity: &Activity) -> Contributor {
    let partner = |id| {
        let partner = context.feed.partner(id)?;
        Some(context.link(&partner.name, &Page::Partner(partner.id.to_string())))
    };
    let mut others: Vec<_> = activity.partners.iter().map(|role| &role.partner).collect();
    // Who has two roles is one partner.
    let mut seen = vec![&activity.lead];
    others.retain(|id| {
        !seen.contains(id) && {
            seen.push(id);
            true
        }
    });
    Contributor {
        activity: context.link(&activity.title, &Page::Activity(activity.id.to_string())),
        status: status(context, activity.status).word,
        lead: partner(&activity.lead),
        with: others.into_iter().filter_map(partner).collect(),
        reached: reached(context, activity).unwrap_or_default(),
    }
}

fn reached(context: &Context<'_>, activity: &Activity) -> Option<Phrase> {
    let serves = activity.serves.as_ref()?;
    let whom = context.text(&serves.population);
    let number = |n: u32| context.words.number(f64::from(n), 0);
    let text = match (serves.reached.map(number), serves.planned.map(number)) {
        (Some(reached), Some(planned)) => {
            say!(context.words, "contributor-of", reached = reached, planned = planned, whom = whom.text)
        }
        (Some(reached), None) => say!(context.words, "contributor-reached", reached = reached, whom = whom.text),
        (None, Some(planned)) => say!(context.words, "contributor-planned", planned = planned, whom = whom.text),
        (None, None) => return None,
    };
    Some(Phrase { text, lang: whom.lang })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::{READING, Small};

    /// What is said of those whom an activity reached.
    #[track_caller]
    fn check(serves: &str, expected: &str) {
        let activity = format!(
            r#"{{"id": "act-one", "title": "Tutoring", "plain_summary": "S", "kind": "service", "status": "active",
            "lead": "par-library", "partners": [{{"partner": "par-circle", "role": "deliver"}},
            {{"partner": "par-circle", "role": "design"}}, {{"partner": "par-library", "role": "fund"}}],
            "goals": ["goal-read"], "indicators": ["ind-reading"], "serves": {serves}}}"#
        );
        let small = Small::new(&[READING[0], READING[1], ("activities/act-one.json", &activity)]);
        let context = small.context("en");
        let indicator = context.feed.indicators.iter().find(|one| one.id.as_str() == "ind-reading").unwrap();
        let all = contributors(&context, indicator);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].reached.text, expected);
        let names = |links: &[Link]| links.iter().map(|link| link.label.text.clone()).collect::<Vec<_>>();
        assert_eq!(names(&all[0].with), ["Reading Circle"], "each partner once, without the lead");
        assert_eq!(names(all[0].lead.as_slice()), ["Library"]);
    }

    #[test]
    fn reached_and_planned_are_said_where_they_are_known() {
        check(r#"{"population": "children", "planned": 300, "reached": 262}"#, "262 of 300 children");
        check(r#"{"population": "children", "reached": 262}"#, "262 children");
        check(r#"{"population": "children", "planned": 300}"#, "planned: 300 children");
        check(r#"{"population": "children"}"#, "");
    }
}
