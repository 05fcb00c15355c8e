//! People.

use super::{Example, Explanation, Form, Rule};

pub(super) const RULES: &[Explanation] = &[
    Explanation {
        rule: Rule::NoConsent,
        why: "Who speaks at a meeting has not yet agreed to appear on a public page, not even as one of a number.",
        fix: "Ask them and write `\"consent\": true`, or leave `resident_voices` or the quote out.",
        example: Example {
            form: Form::Both,
            bad: &[("stories/sto-second.json", "\"consent\": true", "\"consent\": ⟦false⟧")],
            good: &[(
                "stories/sto-second.json",
                "\"count\": 41, \"consent\": true",
                "\"count\": 0, \"consent\": false",
            )],
        },
    },
    Explanation {
        rule: Rule::EmailInText,
        why: "Addresses on public pages are collected by machines, and a person may not want to be found.",
        fix: "Remove the address; an office's address belongs in a contact.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "updates/upd-open.json",
                "\"body\": \"Tutoring has begun at Hill Street.\"",
                "\"body\": ⟦\"Ask maria@example.org.\"⟧",
            )],
            good: &[(
                "updates/upd-open.json",
                "\"body\": \"Tutoring has begun at Hill Street.\"",
                "\"body\": \"Ask @maria at 6 @ the library.\"",
            )],
        },
    },
    Explanation {
        rule: Rule::PhoneInText,
        why: "A person's number stays on the page, and in git, long after the person has left.",
        fix: "Remove the number if it is a person's; an office's number belongs in a contact.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "updates/upd-open.json",
                "\"body\": \"Tutoring has begun at Hill Street.\"",
                "\"body\": ⟦\"Call 555-0199.\"⟧",
            )],
            good: &[(
                "updates/upd-open.json",
                "\"body\": \"Tutoring has begun at Hill Street.\"",
                "\"body\": \"From 2024-05-17, 1,312 of 2,100,000.\"",
            )],
        },
    },
    Explanation {
        rule: Rule::PersonAndNeed,
        why: "Health, need and trouble of a person who can be known from the name follow that person for years.",
        fix: "Ask the person, or tell it without the name.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "updates/upd-open.json",
                "\"body\": \"Tutoring has begun at Hill Street.\"",
                "\"body\": ⟦\"When Maria was evicted, the circle met at her aunt's.\"⟧",
            )],
            good: &[(
                "updates/upd-open.json",
                "\"body\": \"Tutoring has begun at Hill Street.\"",
                "\"body\": \"When a mother was evicted, the circle met at Santa Maria Church.\"",
            )],
        },
    },
    Explanation {
        rule: Rule::BirthDate,
        why: "With a name and a date of birth, strangers can take out loans.",
        fix: "Delete the date, or give the age in years if it matters.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "updates/upd-open.json",
                "\"body\": \"Tutoring has begun at Hill Street.\"",
                "\"body\": ⟦\"Our oldest reader, born on 3 May 1931, began last week.\"⟧",
            )],
            good: &[(
                "updates/upd-open.json",
                "\"body\": \"Tutoring has begun at Hill Street.\"",
                "\"body\": \"Children born in 2015 began on 3 May.\"",
            )],
        },
    },
    Explanation {
        rule: Rule::IdentityNumber,
        why: "The number of an identity paper opens bank accounts, and cannot be changed.",
        fix: "Delete it. If it has been published, tell the person, and take it out of git's history.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "updates/upd-open.json",
                "\"body\": \"Tutoring has begun at Hill Street.\"",
                "\"body\": ⟦\"Registered as 219-09-9999.\"⟧",
            )],
            good: &[(
                "updates/upd-open.json",
                "\"body\": \"Tutoring has begun at Hill Street.\"",
                "\"body\": \"Registered as 2019-09-99 and 12345678A.\"",
            )],
        },
    },
    Explanation {
        rule: Rule::HomeAddress,
        why: "Where a person lives is nobody's business, and can be dangerous.",
        fix: "Delete the address, or name the neighborhood only.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "updates/upd-open.json",
                "\"body\": \"Tutoring has begun at Hill Street.\"",
                "\"body\": ⟦\"Ask the reader who lives at 12 Hill Street.\"⟧",
            )],
            good: &[(
                "updates/upd-open.json",
                "\"body\": \"Tutoring has begun at Hill Street.\"",
                "\"body\": \"Ask at 12 Hill Street. The reader lives in the valley.\"",
            )],
        },
    },
    Explanation {
        rule: Rule::ManyQuotes,
        why: "Few words show what many said. With each more, it is easier to find out who spoke.",
        fix: "Keep at most three quotes.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "feedback/fb-evening.json",
                "\"about\": [\"act-tutoring\", \"str-books\"]",
                "\"quotes\": [{ \"text\": \"I come home at six.\", \"consent\":true }, { \"text\": \"So do I.\", \"consent\":true }, { \"text\": \"I work nights.\", \"consent\":true }, ⟦{⟧ \"text\": \"And I on Sundays.\", \"consent\":true }], \"about\": [\"act-tutoring\", \"str-books\"]",
            )],
            good: &[(
                "feedback/fb-evening.json",
                "\"about\": [\"act-tutoring\", \"str-books\"]",
                "\"quotes\": [{ \"text\": \"I come home at six.\", \"consent\":true }, { \"text\": \"So do I.\", \"consent\":true }, { \"text\": \"I work nights.\", \"consent\":true }], \"about\": [\"act-tutoring\", \"str-books\"]",
            )],
        },
    },
];
