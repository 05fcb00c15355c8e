//! What the methods of others say of an indicator, each by its own name, beside this program's own facts.

use super::Fact;
use crate::feed::records::Indicator;
use crate::feed::records::indicator::Direction;
use crate::measure::assess::{Assessment, Comparison};
use crate::measure::growth::{Cannot, Growth, GrowthLabel, THRESHOLDS, THRESHOLDS_WITHOUT_TARGET};
use crate::present::Context;
use crate::words::say;

impl Context<'_> {
    /// One fact for each method that the coalition has chosen to compare with.
    pub(super) fn comparisons(&self, assessment: &Assessment<'_>) -> Vec<Fact> {
        let fact = |comparison: &Comparison| match comparison {
            Comparison::Growth(growth) => self.by_growth(assessment.indicator, growth),
            Comparison::PercentOfTarget(share) => self.by_share(assessment, *share),
        };
        assessment.comparisons.iter().map(fact).collect()
    }

    fn by_growth(&self, indicator: &Indicator, growth: &Result<Growth, Cannot>) -> Fact {
        let words = self.words;
        let (label, found) = match growth {
            Ok(growth) => (growth.label, Some(growth)),
            Err(why) => (Err(*why), None),
        };
        let rate = |rate: f64| say!(words, "rate-percent", n = words.signed(rate, 2));
        let value = |value: f64| self.bare_value(indicator, value);
        let mut inputs = Vec::new();
        let mut formula = Vec::new();
        if let Some(Growth { terms, observed: Ok(observed), required, ratio, factor, .. }) = found {
            inputs.push((say!(words, "sum-baseline"), value(terms.baseline)));
            inputs.push((say!(words, "sum-latest"), value(terms.latest)));
            inputs.push((say!(words, "other-growth-so-far"), rate(*observed)));
            let root = |to: f64, years: f64, rate: f64| {
                let (to, from, years) = (value(to), value(terms.baseline), words.number(years, 1));
                format!("({to} ÷ {from})^(1 ÷ {years}) − 1 = {}", words.percent(rate, 2))
            };
            formula.push(root(terms.latest, terms.years, *observed));
            if let (Some((goal, years)), Ok(required)) = (terms.goal, required) {
                inputs.push((say!(words, "sum-target"), value(goal)));
                inputs.push((say!(words, "other-growth-needed"), rate(*required)));
                formula.push(root(goal, years, *required));
            }
            if let (Ok(ratio), Ok(required)) = (ratio, required) {
                let (observed, required) = (words.percent(*observed, 2), words.percent(required.abs(), 2));
                formula.push(format!("{observed} ÷ {required} → {}", words.number(*ratio, 2)));
            }
            if terms.goal.is_none() && *factor < 1.0 {
                inputs.push((say!(words, "other-limit-factor"), words.number(*factor, 2)));
            }
        }
        let [on, slow, _] = THRESHOLDS.map(|limit| words.number(limit, 2));
        let rule = match found {
            Some(Growth { terms, factor, .. }) if terms.goal.is_none() => {
                let [on, slow, _] = THRESHOLDS_WITHOUT_TARGET.map(|limit| words.percent(limit * factor, 2));
                say!(words, "rule-growth-free", on = on, slow = slow)
            }
            Some(_) => say!(words, "rule-growth", on = on, slow = slow),
            None => String::new(),
        };
        Fact {
            id: "fact-growth".into(),
            question: say!(words, "other-growth"),
            verdict: match label {
                Ok(label) => self.growth_word(label),
                Err(_) => say!(words, "other-cannot"),
            },
            says: vec![match label {
                Ok(_) => say!(words, "other-growth-note"),
                Err(why) => self.cannot(why),
            }],
            inputs,
            formula,
            rule,
        }
    }

    fn by_share(&self, assessment: &Assessment<'_>, share: Result<f64, Cannot>) -> Fact {
        let words = self.words;
        let value = |value: f64| self.bare_value(assessment.indicator, value);
        let formula = match (share, assessment.latest, assessment.target) {
            (Ok(share), Some(latest), Some(target)) => {
                vec![format!("{} ÷ {} = {}", value(latest.value), value(target.value), words.percent(share, 0))]
            }
            _ => Vec::new(),
        };
        Fact {
            id: "fact-share".into(),
            question: say!(words, "other-share"),
            verdict: match share {
                Ok(share) => words.percent(share, 0),
                Err(_) => say!(words, "other-cannot"),
            },
            says: vec![match share {
                // Above 100 percent is no praise there.
                Ok(_) if assessment.indicator.direction == Direction::Decrease => say!(words, "other-share-note-lower"),
                Ok(_) => say!(words, "other-share-note"),
                Err(why) => self.cannot(why),
            }],
            inputs: if share.is_ok() { self.compared(assessment) } else { Vec::new() },
            rule: if share.is_ok() { say!(words, "rule-share") } else { String::new() },
            formula,
        }
    }

    fn growth_word(&self, label: GrowthLabel) -> String {
        let words = self.words;
        say!(
            words,
            match label {
                GrowthLabel::Achieved => "growth-achieved",
                GrowthLabel::OnTrack => "growth-on-track",
                GrowthLabel::AccelerationNeeded => "growth-acceleration",
                GrowthLabel::LimitedProgress => "growth-limited",
                GrowthLabel::Deterioration => "growth-deterioration",
            }
        )
    }

    fn cannot(&self, why: Cannot) -> String {
        let words = self.words;
        say!(
            words,
            match why {
                Cannot::Zero => "other-zero",
                Cannot::SignChange => "other-sign",
                Cannot::BaselineIsTarget => "other-same",
                Cannot::NoTime => "other-time",
                Cannot::NoTarget => "other-no-target",
                Cannot::NoDirection => "other-no-direction",
                Cannot::NotAssessed => "no-pace-assessed",
            }
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::present::testing::Small;

    /// A measure towards 70 by 2030 with these figures, and what two other methods say of it: verdict, sentence, sum.
    #[track_caller]
    fn check(rows: &str, target: &str, expected: [(&str, &str, &str); 2]) {
        let coalition = r#"{"schema_version": "1.0.0", "id": "valley", "name": "V", "plain_summary": "S", "vision": "V",
            "geography": "geo-valley", "population": "All", "default_locale": "en", "locales": ["en", "es"],
            "assessment": {"comparisons": ["growth_rate", "percent_of_target"]},
            "disclosure": {"min_count": 10, "min_denominator": 30, "zero_ok": true},
            "contacts": [{"kind": "phone", "value": "+1-555-0100"}], "license": "CC0-1.0"}"#;
        let indicator = format!(
            r#"{{"id": "ind-one", "title": "T", "plain_summary": "S", "definition": "D", "level": "process",
            "unit": {{"kind": "index", "decimals": 1}}, "direction": "increase", "aggregation": "none",
            "period_type": "year", "update_frequency": "yearly", "method": "census", "source": ["src-test"],
            "steward": "par-library", "phase": "live", "baseline": {{"period": "2020"}}, "targets": [{target}]}}"#
        );
        let table = format!("period,value\n{}\n", rows.replace(' ', "\n"));
        let small = Small::new(&[
            ("coalition.json", coalition),
            ("indicators/ind-one.json", &indicator),
            ("series/ind-one.csv", &table),
        ]);
        let context = small.context("en");
        let indicator = context.feed.indicators.iter().find(|one| one.id.as_str() == "ind-one").unwrap();
        let facts = context.comparisons(&context.assessed(indicator));
        let found: Vec<_> = facts
            .iter()
            .map(|fact| (fact.verdict.as_str(), fact.says[0].as_str(), fact.formula.last().map_or("", String::as_str)))
            .collect();
        assert_eq!(found, expected);
    }

    const TO_70: &str = r#"{"value": 70, "by": "2030", "kind": "aspiration"}"#;

    #[test]
    fn both_say_their_own_verdict_with_its_sum() {
        check(
            "2020,50 2024,55",
            TO_70,
            [
                (
                    "Moving, but too slowly",
                    "This method compares growth each year with the growth that the target needs.",
                    "2.41% ÷ 3.42% → 0.70",
                ),
                ("79%", "It takes no account of where the measure began.", "55.0 ÷ 70.0 = 79%"),
            ],
        );
    }

    #[test]
    fn where_a_method_has_no_answer_it_says_so() {
        let cannot = "Cannot answer";
        let zero = "A growth rate has no meaning where a value is zero.";
        let share = "It takes no account of where the measure began.";
        check("2020,0 2024,55", TO_70, [(cannot, zero, ""), ("79%", share, "55.0 ÷ 70.0 = 79%")]);
        let none = "There is no target to compare with.";
        check("2020,50 2024,0", "", [(cannot, zero, ""), (cannot, none, "")]);
    }
}
