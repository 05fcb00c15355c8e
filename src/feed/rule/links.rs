//! Links.

use super::{Example, Explanation, Form, Rule};

pub(super) const RULES: &[Explanation] = &[Explanation {
    rule: Rule::UnsafeLink,
    why: "A link of another kind can run a program in the reader's browser, or lead nowhere.",
    fix: "Use an address that starts with `https://`, `mailto:` or `tel:`, or a path of the same site that starts with `/`.",
    example: Example {
        form: Form::Both,
        bad: &[("sources/src-survey.json", "\"https://survey.example.org/\"", "⟦\"survey.example.org\"⟧")],
        good: &[],
    },
}];
