//! How much did we do, how well did we do it, is anyone better off: the performance measures of an activity by the three
//! questions of Results-Based Accountability (Friedman 2005), as a table with figures.

use crate::feed::records::indicator::Rba;
use crate::feed::records::{Activity, Indicator};
use crate::measure::assess::Point;
use crate::present::standing::Verdict;
use crate::present::{Context, Link};
use crate::routes::Page;
use crate::words::say;

/// The table.
#[derive(Clone, Debug, PartialEq)]
pub struct Quadrant {
    pub columns: [String; 5],
    /// Every question stands there, also one that nothing answers.
    pub questions: Vec<Question>,
}

/// One of the questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub title: String,
    pub rows: Vec<Answer>,
    /// Said if nothing answers it.
    pub gap: Option<String>,
}

/// A measure that answers a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub measure: Link,
    /// Value and period; empty without one.
    pub baseline: String,
    pub latest: String,
    pub target: String,
    pub verdict: Verdict,
}

/// `None` if the activity has no performance measure.
pub(super) fn quadrant(context: &Context<'_>, activity: &Activity) -> Option<Quadrant> {
    let words = context.words;
    let own = |indicator: &&Indicator| indicator.activity.as_ref() == Some(&activity.id);
    let measures: Vec<&Indicator> = context.feed.indicators.iter().filter(own).collect();
    let question = |rba: Option<Rba>| {
        let rows: Vec<Answer> = (measures.iter())
            .filter(|indicator| indicator.rba == rba)
            .map(|indicator| answer(context, indicator))
            .collect();
        let title = say!(
            words,
            match rba {
                Some(Rba::HowMuch) => "quadrant-how-much",
                Some(Rba::HowWell) => "quadrant-how-well",
                Some(Rba::BetterOff) => "quadrant-better-off",
                None => "quadrant-other",
            }
        );
        let gap = (rows.is_empty() && rba.is_some()).then(|| say!(words, "quadrant-gap"));
        (gap.is_some() || !rows.is_empty()).then_some(Question { title, rows, gap })
    };
    let all = [Some(Rba::HowMuch), Some(Rba::HowWell), Some(Rba::BetterOff), None];
    (!measures.is_empty()).then(|| Quadrant {
        columns: [
            say!(words, "ways-measure"),
            say!(words, "table-baseline"),
            say!(words, "table-latest"),
            say!(words, "table-target"),
            say!(words, "fact-standing"),
        ],
        questions: all.into_iter().filter_map(question).collect(),
    })
}

fn answer(context: &Context<'_>, indicator: &Indicator) -> Answer {
    let words = context.words;
    let assessment = context.assessed(indicator);
    let when =
        |value: f64, when: String| say!(words, "sum-value", value = context.value(indicator, value), when = when);
    let point =
        |point: Option<Point>| point.map_or(String::new(), |point| when(point.value, words.period_short(point.period)));
    Answer {
        measure: context.link(&indicator.title, &Page::Indicator(indicator.id.to_string())),
        baseline: point(assessment.baseline),
        latest: point(assessment.latest),
        target: assessment.target.map_or(String::new(), |target| when(target.value, context.date_short(target.by))),
        verdict: context.verdict(&assessment),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::testing::Small;

    /// Measures by their question, and what the table says: each question with its measures, or its gap.
    #[track_caller]
    fn check(questions: &[&str], expected: Option<&[(&str, &str)]>) {
        let activity = r#"{"id": "act-one", "title": "Tutoring", "plain_summary": "S", "kind": "service",
            "status": "active", "lead": "par-library", "goals": ["goal-read"]}"#;
        let mut files = vec![("activities/act-one.json".to_owned(), activity.to_owned())];
        for (at, question) in questions.iter().enumerate() {
            let record = format!(
                r#"{{"id": "ind-{at}", "title": "M{at}", "plain_summary": "S", "definition": "D",
                "level": "performance", "activity": "act-one", "rba": "{question}",
                "unit": {{"kind": "percent", "decimals": 0}}, "direction": "increase", "aggregation": "none",
                "period_type": "year", "update_frequency": "yearly", "method": "administrative",
                "source": ["src-test"], "steward": "par-library", "phase": "live", "baseline": {{"period": "2024"}}}}"#
            );
            files.push((format!("indicators/ind-{at}.json"), record));
            files.push((format!("series/ind-{at}.csv"), "period,value\n2024,50\n2025,60\n".to_owned()));
        }
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let small = Small::new(&files);
        let context = small.context("en");
        let found = quadrant(&context, &context.feed.activities[0]).map(|table| {
            let say = |question: Question| {
                let rows = question.rows.iter().map(|row| format!("{} {}", row.measure.label.text, row.latest));
                (question.title, rows.chain(question.gap).collect::<Vec<_>>().join("; "))
            };
            table.questions.into_iter().map(say).collect::<Vec<_>>()
        });
        let expected =
            expected.map(|rows| rows.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>());
        assert_eq!(found, expected);
    }

    #[test]
    fn a_question_that_nothing_answers_is_a_gap() {
        let gap = "Nobody measures this yet.";
        check(
            &["better_off", "how_much", "how_much"],
            Some(&[
                ("How much did we do?", "M1 60%, 2025; M2 60%, 2025"),
                ("How well did we do it?", gap),
                ("Is anyone better off?", "M0 60%, 2025"),
            ]),
        );
    }

    #[test]
    fn without_measures_there_is_no_table() {
        check(&[], None);
    }
}
