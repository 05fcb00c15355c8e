//! Fields and what they say, in words.

use chrono::{NaiveDate, NaiveTime};

use crate::feed::date::Date;
use crate::feed::diff::{Change, Said, Subject};
use crate::feed::id::{ActivityId, IndicatorId};
use crate::feed::period::Period;
use crate::feed::records::Indicator;
use crate::present::{Context, Phrase, record};
use crate::words::{endonym, say};

/// What a field is called. `None` for one that has no name here, such as one that a newer program has written.
pub(super) fn known_label(context: &Context<'_>, field: &str) -> Option<String> {
    let words = context.words;
    let label = say!(
        words,
        match field {
            "about" => "field-about",
            "access" => "field-access",
            "acronym" => "field-acronym",
            "activities" => "field-activities",
            "activity" => "field-activity",
            "affects" => "field-affects",
            "aggregation" => "field-aggregation",
            "allocation_rule" => "field-allocation-rule",
            "as_of" => "field-as-of",
            "assessment" => "field-assessment",
            "assessment_override" => "field-assessment-override",
            "assumptions" => "field-assumptions",
            "author" => "field-author",
            "authors" => "field-authors",
            "backbone" => "field-backbone",
            "ballots" => "field-ballots",
            "baseline" => "field-baseline",
            "body" => "field-body",
            "by" => "field-by",
            "categories" => "field-categories",
            "caveats" => "field-caveats",
            "chairs" => "field-chairs",
            "channels" => "field-channels",
            "closes" => "field-closes",
            "code" => "field-code",
            "commits_to" => "field-commits-to",
            "contact" => "field-contact",
            "contacts" => "field-contacts",
            "continuity" => "field-continuity",
            "contributing" => "field-contributing",
            "coproduction" => "field-coproduction",
            "correction" => "field-correction",
            "cost_estimated" => "field-cost-estimated",
            "cost_final" => "field-cost-final",
            "counts" => "field-counts",
            "coverage" => "field-coverage",
            "currency" => "field-currency",
            "cycle" => "field-cycle",
            "decided_by" => "field-decided-by",
            "decision_rule" => "field-decision-rule",
            "default_locale" => "field-default-locale",
            "defined_by" => "field-defined-by",
            "definition" => "field-definition",
            "delivery" => "field-delivery",
            "delivery_style" => "field-delivery-style",
            "direction" => "field-direction",
            "disclaimer" => "field-disclaimer",
            "disclosure" => "field-disclosure",
            "dispute" => "field-dispute",
            "dissent" => "field-dissent",
            "due" => "field-due",
            "eligible" => "field-eligible",
            "end" => "field-end",
            "engagement" => "field-engagement",
            "evidence" => "field-evidence",
            "evidence_links" => "field-evidence-links",
            "exhaustive" => "field-exhaustive",
            "expected_dimensions" => "field-expected-dimensions",
            "expected_lag_days" => "field-expected-lag-days",
            "extra_funding_note" => "field-extra-funding-note",
            "follow_up_months" => "field-follow-up-months",
            "forecasts" => "field-forecasts",
            "framework" => "field-framework",
            "geographies" => "field-geographies",
            "geography" => "field-geography",
            "goals" => "field-goals",
            "groups" => "field-groups",
            "handover" => "field-handover",
            "headline_indicators" => "field-headline-indicators",
            "heard" => "field-heard",
            "hypothesis" => "field-hypothesis",
            "id" => "field-id",
            "identifiers" => "field-identifiers",
            "image" => "field-image",
            "indicator" => "field-indicator",
            "indicators" => "field-indicators",
            "inputs" => "field-inputs",
            "interval_level" => "field-interval-level",
            "joined" => "field-joined",
            "kind" => "field-kind",
            "label" => "field-label",
            "languages" => "field-languages",
            "lead" => "field-lead",
            "leads_to" => "field-leads-to",
            "left" => "field-left",
            "legal_status" => "field-legal-status",
            "lessons" => "field-lessons",
            "level" => "field-level",
            "leverage" => "field-leverage",
            "license" => "field-license",
            "limitations" => "field-limitations",
            "limits" => "field-limits",
            "locales" => "field-locales",
            "location" => "field-location",
            "locations" => "field-locations",
            "low_cost" => "field-low-cost",
            "made_by" => "field-made-by",
            "made_on" => "field-made-on",
            "mandate" => "field-mandate",
            "max_choices" => "field-max-choices",
            "meets" => "field-meets",
            "members" => "field-members",
            "merged_into" => "field-merged-into",
            "method" => "field-method",
            "method_note" => "field-method-note",
            "milestones" => "field-milestones",
            "min_change" => "field-min-change",
            "money" => "field-money",
            "name" => "field-name",
            "next_steps" => "field-next-steps",
            "not_collected" => "field-not-collected",
            "on" => "field-on",
            "open_to" => "field-open-to",
            "opens" => "field-opens",
            "options_considered" => "field-options-considered",
            "order" => "field-order",
            "order_reason" => "field-order-reason",
            "order_rule" => "field-order-rule",
            "outcome" => "field-outcome",
            "own_goals" => "field-own-goals",
            "pace_model" => "field-pace-model",
            "parent" => "field-parent",
            "participants" => "field-participants",
            "partners" => "field-partners",
            "partners_needed" => "field-partners-needed",
            "people" => "field-people",
            "period_type" => "field-period-type",
            "personal_data" => "field-personal-data",
            "phase" => "field-phase",
            "phases" => "field-phases",
            "phrase" => "field-phrase",
            "plain_summary" => "field-plain-summary",
            "population" => "field-population",
            "problem_statement" => "field-problem-statement",
            "promise" => "field-promise",
            "proposer_kind" => "field-proposer-kind",
            "public" => "field-public",
            "publisher" => "field-publisher",
            "purpose" => "field-purpose",
            "question" => "field-question",
            "quotes" => "field-quotes",
            "range" => "field-range",
            "rba" => "field-rba",
            "reach" => "field-reach",
            "reason" => "field-reason",
            "refresh" => "field-refresh",
            "related" => "field-related",
            "report_form" => "field-report-form",
            "reported_on" => "field-reported-on",
            "repository" => "field-repository",
            "resident_led" => "field-resident-led",
            "resident_voices" => "field-resident-voices",
            "resources" => "field-resources",
            "response" => "field-response",
            "restricting" => "field-restricting",
            "result" => "field-result",
            "retired_reason" => "field-retired-reason",
            "retrieved_on" => "field-retrieved-on",
            "review_on" => "field-review-on",
            "roles" => "field-roles",
            "rule" => "field-rule",
            "sample" => "field-sample",
            "schema_version" => "field-schema-version",
            "score" => "field-score",
            "seats" => "field-seats",
            "sequence" => "field-sequence",
            "serves" => "field-serves",
            "set_by" => "field-set-by",
            "settled_on" => "field-settled-on",
            "site" => "field-site",
            "source" => "field-source",
            "spent" => "field-spent",
            "sphere" => "field-sphere",
            "stage" => "field-stage",
            "stage_dates" => "field-stage-dates",
            "stage_reason" => "field-stage-reason",
            "start" => "field-start",
            "state" => "field-state",
            "state_reason" => "field-state-reason",
            "status" => "field-status",
            "status_reason" => "field-status-reason",
            "steward" => "field-steward",
            "stewards" => "field-stewards",
            "strategies" => "field-strategies",
            "summary" => "field-summary",
            "support" => "field-support",
            "targets" => "field-targets",
            "term" => "field-term",
            "text" => "field-text",
            "theme" => "field-theme",
            "title" => "field-title",
            "to" => "field-to",
            "tz" => "field-tz",
            "unit" => "field-unit",
            "until" => "field-until",
            "update_frequency" => "field-update-frequency",
            "url" => "field-url",
            "verdict" => "field-verdict",
            "vision" => "field-vision",
            "vote_type" => "field-vote-type",
            "votes" => "field-votes",
            "website" => "field-website",
            "what" => "field-what",
            "what_works" => "field-what-works",
            "where" => "field-where",
            "workgroup" => "field-workgroup",
            "you_said" => "field-you-said",
            _ => "field-other",
        }
    );
    (label != say!(words, "field-other")).then_some(label)
}

/// What the field of a change is called, with the language of its text if it is one of several.
pub(super) fn label(context: &Context<'_>, change: &Change) -> String {
    let steps = change.steps();
    let label = steps.first().and_then(|field| known_label(context, field));
    let label = label.unwrap_or_else(|| say!(context.words, "field-other"));
    match steps.last().filter(|_| steps.len() > 1 && steps.first() != Some(&"locales")).and_then(|last| endonym(last)) {
        Some(language) => say!(context.words, "change-in-language", field = label, language = language),
        None => label,
    }
}

/// The word for a state, as it stands inside a sentence.
pub(super) fn word(context: &Context<'_>, wire: &str) -> Option<String> {
    let known = say!(
        context.words,
        match wire {
            "achieved" => "word-achieved",
            "active" => "word-active",
            "adapt" => "word-adapt",
            "adopt" => "word-adopt",
            "adopted" => "word-adopted",
            "agreed" => "word-agreed",
            "at_risk" => "word-at-risk",
            "broken" => "word-broken",
            "cancelled" => "word-cancelled",
            "closed" => "word-closed",
            "completed" => "word-completed",
            "confirmed" => "word-confirmed",
            "deferred" => "word-deferred",
            "developmental" => "word-developmental",
            "doing" => "word-doing",
            "done" => "word-done",
            "drafted" => "word-drafted",
            "dropped" => "word-dropped",
            "ended" => "word-ended",
            "exploring" => "word-exploring",
            "funded" => "word-funded",
            "idea" => "word-idea",
            "in_delivery" => "word-in-delivery",
            "in_force" => "word-in-force",
            "kept" => "word-kept",
            "late" => "word-late",
            "left" => "word-left",
            "live" => "word-live",
            "merged" => "word-merged",
            "met" => "word-met",
            "not_doing" => "word-not-doing",
            "not_funded" => "word-not-funded",
            "not_ours" => "word-not-ours",
            "not_taken_forward" => "word-not-taken-forward",
            "on_ballot" => "word-on-ballot",
            "on_track" => "word-on-track",
            "open" => "word-open",
            "partly_kept" => "word-partly-kept",
            "paused" => "word-paused",
            "planned" => "word-planned",
            "promised" => "word-promised",
            "proposed" => "word-proposed",
            "rejected" => "word-rejected",
            "reported" => "word-reported",
            "retired" => "word-retired",
            "reviewed" => "word-reviewed",
            "stop" => "word-stop",
            "stopped" => "word-stopped",
            "tentative" => "word-tentative",
            "under_review" => "word-under-review",
            "withdrawn" => "word-withdrawn",
            _ => "field-other",
        }
    );
    (known != say!(context.words, "field-other")).then_some(known)
}

/// What a field says, as a reader expects it. `None` if it can only be said that it changed.
pub(super) fn says(context: &Context<'_>, change: &Change, said: &Said) -> Option<String> {
    let steps = change.steps();
    let last = steps.last().copied().unwrap_or_default();
    let text = said.text.as_str();
    match last {
        _ if said.is_hidden() => None,
        "status" | "state" | "phase" | "stage" | "verdict" | "result" => word(context, text),
        "value" if steps.first() == Some(&"targets") => {
            let indicator = indicator(context, change)?;
            Some(context.value(indicator, text.parse().ok()?))
        }
        "order" | "sequence" => None,
        _ => match text {
            "true" => Some(say!(context.words, "change-yes")),
            "false" => Some(say!(context.words, "change-no")),
            // Of a promise it is who it is made to, of a phase a day.
            _ if is_day(last) => when(context, text).or_else(|| record_name(context, text)),
            _ => record_name(context, text).or_else(|| number(context, text)).or_else(|| quoted(context, text)),
        },
    }
}

/// Fields that hold a date or a period.
fn is_day(field: &str) -> bool {
    let days = "start end by due done_on on joined left review_on retrieved_on funding_ends as_of made_on replaced_on year \
                period settled_on opens closes reported_on from to since until";
    days.split(' ').any(|day| day == field)
}

/// A day, a less precise date, a moment or a period in words.
fn when(context: &Context<'_>, text: &str) -> Option<String> {
    if let Ok(date) = Date::parse(text) {
        return Some(context.date(date));
    }
    if let Ok(period) = Period::parse(text) {
        return Some(context.words.period(period));
    }
    let day: NaiveDate = text.get(..10)?.parse().ok()?;
    let time = NaiveTime::parse_from_str(text.get(11..16)?, "%H:%M").ok()?;
    Some(say!(context.words, "event-when-at", day = context.words.day(day), time = context.words.time(time)))
}

fn number(context: &Context<'_>, text: &str) -> Option<String> {
    let number: f64 = text.parse().ok()?;
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len().min(3));
    Some(context.words.number(number, u8::try_from(decimals).unwrap_or(3)))
}

/// A text in the quotes of the language. `None` for a word of a closed list, which is no text for readers.
pub(super) fn quoted(context: &Context<'_>, text: &str) -> Option<String> {
    let closed = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-~".contains(&byte));
    // The sentence around it ends with a full stop of its own.
    let bare = if text.ends_with("..") { text } else { text.trim_end_matches('.') };
    (!closed).then(|| say!(context.words, "change-quoted", text = bare))
}

/// The indicator that a change is about, as it is now.
pub(super) fn indicator<'a>(context: &Context<'a>, change: &Change) -> Option<&'a Indicator> {
    let id = change.id.as_ref().filter(|_| change.of == Subject::Indicator)?;
    context.feed.indicator(&IndicatorId::new(id.as_str())?)
}

/// The title of a step of an activity, as it is now.
pub(super) fn milestone(context: &Context<'_>, change: &Change, step: &str) -> Option<String> {
    let id = change.id.as_ref().filter(|_| change.of == Subject::Activity)?;
    let activity = context.feed.activity(&ActivityId::new(id.as_str())?)?;
    let milestone = activity.milestones.iter().find(|milestone| milestone.id.as_str() == step)?;
    quoted(context, &context.plain(&milestone.title))
}

/// What the record with this id is called now.
pub(super) fn record_name(context: &Context<'_>, id: &str) -> Option<String> {
    record::name(context, id).map(|name| name.text)
}

/// The name of the record that a change is about: as the change has it, which may be an earlier one.
pub(super) fn name(context: &Context<'_>, change: &Change) -> Phrase {
    let id = change.id.as_ref().map_or("", |id| id.as_str());
    match &change.name {
        Some(name) => context.text(name),
        None => record_name(context, id).unwrap_or_else(|| id.to_owned()).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::schema::schema;
    use crate::present::testing::Small;

    /// The names of the fields of every kind of record.
    fn fields() -> Vec<String> {
        let schema = serde_json::to_value(schema()).unwrap();
        let names = |record: &str| -> Vec<String> {
            schema["$defs"][record]["properties"].as_object().unwrap().keys().cloned().collect()
        };
        let records = "Coalition Goal Strategy Indicator Source Dimension Geography Partner Activity Story Update Event WorkGroup \
             Commitment Engagement Feedback Decision BudgetCycle BudgetProposal Need Term";
        records.split(' ').flat_map(names).collect()
    }

    #[test]
    fn every_field_of_a_record_has_a_name() {
        let small = Small::new(&[]);
        let nameless: Vec<_> =
            fields().into_iter().filter(|field| known_label(&small.context("es"), field).is_none()).collect();
        assert!(nameless.is_empty(), "{nameless:?}");
    }

    #[track_caller]
    fn check(path: &str, text: &str, expected: Option<&str>) {
        let small = Small::new(&[]);
        let change = Change {
            what: crate::feed::diff::What::Field,
            of: Subject::Activity,
            id: None,
            name: None,
            path: Some(path.to_owned()),
            was: None,
            now: None,
            whom: None,
            figures: Vec::new(),
        };
        let said = Said { text: text.to_owned(), mark: None };
        assert_eq!(says(&small.context("en"), &change, &said).as_deref(), expected);
    }

    #[test]
    fn values_are_said_as_the_site_says_them() {
        check("status", "in_force", Some("in force"));
        check("start", "2026-05-01", Some("1 May 2026"));
        check("start", "2027-01-12T18:00:00-06:00", Some("12 January 2027, 6\u{a0}pm"));
        check("serves/planned", "12500", Some("12,500"));
        check("sample", "true", Some("yes"));
        check("lead", "par-library", Some("Library"));
        check("title/es", "Los niños leen", Some("“Los niños leen”"));
    }

    #[test]
    fn words_of_closed_lists_are_not_shown_raw() {
        check("kind", "north_star", None);
        check("status", "unheard-of", None);
    }
}
