//! Links.

use super::{Example, Explanation, Form, Rule};

pub(super) const RULES: &[Explanation] = &[
    Explanation {
        rule: Rule::UnsafeLink,
        why: "A link of another kind can run a program in the reader's browser, or lead nowhere.",
        fix: "Use an address that starts with `https://`, `mailto:` or `tel:`, or a path of the same site that starts with `/`.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "sources/src-survey.json",
                "\"url\": \"https://survey.example.org/\"",
                "\"url\": ⟦\"survey.example.org\"⟧",
            )],
            good: &[(
                "sources/src-survey.json",
                "\"url\": \"https://survey.example.org/\"",
                "\"url\": \"mailto:desk@survey.example.org\"",
            )],
        },
    },
    Explanation {
        rule: Rule::PlainHttp,
        why: "On the way, others can read along and change what the page says.",
        fix: "Try the same address with `https://`.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "sources/src-survey.json",
                "\"url\": \"https://survey.example.org/\"",
                "\"url\": ⟦\"http://survey.example.org/\"⟧",
            )],
            good: &[(
                "sources/src-survey.json",
                "\"url\": \"https://survey.example.org/\"",
                "\"url\": \"HTTPS://survey.example.org/\"",
            )],
        },
    },
    Explanation {
        rule: Rule::OddHost,
        why: "Readers must see where a link leads before they follow it, and it has to lead there next year too.",
        fix: "Use the site's own name in plain letters, without a port and without a service that shortens addresses.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "sources/src-survey.json",
                "\"url\": \"https://survey.example.org/\"",
                "\"url\": ⟦\"https://192.0.2.7/survey\"⟧",
            )],
            good: &[(
                "sources/src-survey.json",
                "\"url\": \"https://survey.example.org/\"",
                "\"url\": \"https://survey.example.org:443/2020\"",
            )],
        },
    },
];
