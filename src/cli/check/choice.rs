//! Rules as they are named on the command line.

use crate::feed::Rule;
use crate::feed::finding::quoted;

/// One word of `--only` or `--skip`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    One(Rule),
    /// All rules whose code begins with this letter.
    Letter(char),
}

impl Choice {
    fn holds(self, rule: Rule) -> bool {
        match self {
            Self::One(chosen) => chosen == rule,
            Self::Letter(letter) => rule.code().starts_with(letter),
        }
    }
}

/// Whether a rule is asked for. No `only` means all.
pub(super) fn wanted(rule: Rule, only: &[Choice], skip: &[Choice]) -> bool {
    let holds = |choices: &[Choice]| choices.iter().any(|choice| choice.holds(rule));
    (only.is_empty() || holds(only)) && !holds(skip)
}

pub(super) fn parse(text: &str) -> Result<Choice, String> {
    let known = |letter: &char| Rule::ALL.iter().any(|rule| rule.code().starts_with(*letter));
    let mut letters = text.trim().chars();
    match (letters.next().map(|letter| letter.to_ascii_uppercase()).filter(known), letters.next()) {
        (Some(letter), None) => Ok(Choice::Letter(letter)),
        _ => rule(text).map(Choice::One),
    }
}

pub(super) fn rule(text: &str) -> Result<Rule, String> {
    let code = text.trim().to_ascii_uppercase();
    Rule::from_code(&code).ok_or_else(|| {
        let nearest = Rule::ALL.iter().map(|rule| (strsim::damerau_levenshtein(&code, rule.code()), rule.code())).min();
        let meant = nearest.filter(|(distance, _)| *distance <= 2);
        let meant = meant.map_or(String::new(), |(_, code)| format!(" Did you mean {code}?"));
        format!("there is no rule {}.{meant} A letter such as X stands for all its rules.", quoted(text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_letters() {
        assert_eq!(parse("x501"), Ok(Choice::One(Rule::UnsafeLink)));
        assert_eq!(parse("x"), Ok(Choice::Letter('X')));
        assert!(parse("X5O1").unwrap_err().contains("Did you mean X501?"));
        assert!(parse("W").is_err());
        assert!(parse("").is_err());
    }

    #[track_caller]
    fn check(only: &str, skip: &str, expected: bool) {
        let choices = |text: &str| text.split_whitespace().map(|word| parse(word).unwrap()).collect::<Vec<_>>();
        assert_eq!(wanted(Rule::UnsafeLink, &choices(only), &choices(skip)), expected, "{only} / {skip}");
    }

    #[test]
    fn what_is_asked_for() {
        check("", "", true);
        check("X", "", true);
        check("F V", "", false);
        check("", "X501", false);
        check("X", "X502", true);
        check("X501", "X", false);
    }
}
