//! The coalition's own words for the parts of the framework and of the site; the usual ones where it has none.

use super::{Context, Phrase};
use crate::feed::records::coalition::{FrameworkVersion, Labels};
use crate::words::say;

/// What a coalition may call by a word of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    CommonAgenda,
    SharedMeasurement,
    Reinforcing,
    Communication,
    Backbone,
    Measures,
    Activities,
    Partners,
    TakePart,
    Promises,
}

/// The coalition's own word, else that of the version of the framework it follows, else the usual one.
pub fn label(context: &Context<'_>, label: Label) -> Phrase {
    let framework = context.feed.coalition.framework.as_ref();
    let own = framework.and_then(|framework| framework.labels.as_ref()).and_then(|labels| own(labels, label));
    if let Some(own) = own {
        return context.text(own);
    }
    let words = context.words;
    let newer = framework.is_some_and(|framework| framework.version == FrameworkVersion::ThreePointZero);
    Phrase::from(say!(
        words,
        match label {
            Label::CommonAgenda if newer => "condition-agenda-newer",
            Label::SharedMeasurement if newer => "condition-measurement-newer",
            Label::Reinforcing if newer => "condition-activities-newer",
            Label::Communication if newer => "condition-communication-newer",
            Label::Backbone if newer => "condition-backbone-newer",
            Label::CommonAgenda => "condition-agenda",
            Label::SharedMeasurement => "condition-measurement",
            Label::Reinforcing => "condition-activities",
            Label::Communication => "condition-communication",
            Label::Backbone => "condition-backbone",
            Label::Measures => "nav-measures",
            Label::Activities => "nav-activities",
            Label::Partners => "nav-partners",
            Label::TakePart => "take-part-title",
            Label::Promises => "promises-title",
        }
    ))
}

fn own(labels: &Labels, label: Label) -> Option<&crate::feed::Text> {
    let own = match label {
        Label::CommonAgenda => &labels.common_agenda,
        Label::SharedMeasurement => &labels.shared_measurement,
        Label::Reinforcing => &labels.mutually_reinforcing_activities,
        Label::Communication => &labels.continuous_communication,
        Label::Backbone => &labels.backbone_support,
        Label::Measures => &labels.measures,
        Label::Activities => &labels.activities,
        Label::Partners => &labels.partners,
        Label::TakePart => &labels.take_part,
        Label::Promises => &labels.promises,
    };
    own.as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    #[track_caller]
    fn check(framework: &str, lang: &str, which: Label, expected: &str) {
        let coalition = format!(
            r#"{{"schema_version": "1.0.0", "id": "valley", "name": "Valley", "plain_summary": "Two groups.",
            "vision": "V.", "geography": "geo-valley", "population": "All", "default_locale": "en", "locales": ["en", "es"],
            {framework} "disclosure": {{"min_count": 10, "min_denominator": 30}},
            "contacts": [{{"kind": "phone", "value": "+1-555-0100"}}], "license": "CC-BY-4.0"}}"#
        );
        let small = Small::new(&[("coalition.json", &coalition)]);
        assert_eq!(label(&small.context(lang), which).text, expected);
    }

    #[test]
    fn without_a_framework_the_usual_words_are_said() {
        check("", "en", Label::CommonAgenda, "Common agenda");
        check("", "es", Label::Partners, "Socios");
    }

    #[test]
    fn a_newer_framework_has_its_own_words() {
        check(r#""framework": {"version": "ci-3.0"},"#, "en", Label::CommonAgenda, "Shared aspiration");
        check(r#""framework": {"version": "ci-3.0"},"#, "en", Label::Measures, "Measures");
    }

    #[test]
    fn the_coalitions_own_word_wins() {
        let own =
            r#""framework": {"version": "custom", "labels": {"partners": {"en": "Neighbors", "es": "Vecinos"}}},"#;
        check(own, "en", Label::Partners, "Neighbors");
        check(own, "es", Label::Partners, "Vecinos");
        check(own, "en", Label::Backbone, "Backbone support");
    }
}
