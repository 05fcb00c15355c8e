//! Text.

use super::{Example, Explanation, Form, Rule};

pub(super) const RULES: &[Explanation] = &[
    Explanation {
        rule: Rule::Markup,
        why: "A text is shown just as it is written, so readers would see the marks.",
        fix: "Take the marks out and keep the words; an address belongs in a link field.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "goals/goal-read.json",
                "\"plain_summary\": \"Six in ten by 2030.\"",
                "\"plain_summary\": ⟦\"<b>Six in ten</b> by 2030.\"⟧",
            )],
            good: &[(
                "goals/goal-read.json",
                "\"plain_summary\": \"Six in ten by 2030.\"",
                "\"plain_summary\": \"Six in ten (> 59 in 100) by 2030.\"",
            )],
        },
    },
    Explanation {
        rule: Rule::HiddenCharacter,
        why: "A character that nobody sees can make a text read differently from what it says.",
        fix: "Retype the phrase by hand.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "goals/goal-read.json",
                "\"plain_summary\": \"Six in ten by 2030.\"",
                "\"plain_summary\": \"Six ⟦\u{202e}⟧net ni\"",
            )],
            good: &[],
        },
    },
    Explanation {
        rule: Rule::StrayBlank,
        why: "Sorting and searching stumble over blanks and look-alike letters that nobody sees.",
        fix: "Delete the blank, or retype the word by hand.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "goals/goal-read.json",
                "\"plain_summary\": \"Six in ten by 2030.\"",
                "\"plain_summary\": ⟦\"Six in ten by 2030. \"⟧",
            )],
            good: &[(
                "goals/goal-read.json",
                "\"plain_summary\": \"Six in ten by 2030.\"",
                "\"plain_summary\": \"Six in ten\\nby 2030.\"",
            )],
        },
    },
    Explanation {
        rule: Rule::AltMissing,
        why: "Who cannot see the picture is told nothing.",
        fix: "Add `alt`: what the picture shows.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "updates/upd-open.json",
                "\"image\": { \"src\": \"/hill-street.jpg\", \"alt\": \"Children at a table with books\" }",
                "\"image\": ⟦{⟧ \"src\": \"/hill-street.jpg\" }",
            )],
            good: &[],
        },
    },
    Explanation {
        rule: Rule::EmptyAlt,
        why: "The name of a file read aloud tells nobody what the picture shows.",
        fix: "Say in a few words what is to be seen, in at most 150 characters.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "updates/upd-open.json",
                "\"alt\": \"Children at a table with books\"",
                "\"alt\": ⟦\"hill-street.jpg\"⟧",
            )],
            good: &[],
        },
    },
    Explanation {
        rule: Rule::SourceUnclear,
        why: "Whoever doubts an official figure has to be able to look it up, and to know whether it may be used.",
        fix: "Add `url`, the page where the figures are, and `license`; where only the licence is missing, this is a notice.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                (
                    "sources/src-log.json",
                    "\"id\": \"src-log\", \"kind\": \"partner\"",
                    "\"id\": \"src-log\", \"kind\": \"official\"",
                ),
                ("sources/src-log.json", "\"title\": \"Tutoring log\"", "\"title\": ⟦\"Tutoring log\"⟧"),
            ],
            good: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                (
                    "sources/src-log.json",
                    "\"id\": \"src-log\", \"kind\": \"partner\"",
                    "\"id\": \"src-log\", \"kind\": \"official\", \"url\": \"https://log.example.org/\", \"license\": \"CC0-1.0\"",
                ),
            ],
        },
    },
    Explanation {
        rule: Rule::LongTitle,
        why: "Titles stand in lists and charts, summaries on cards; what is too long is cut or passed over.",
        fix: "Shorten a title to 80 characters (100 where it is not English) and a summary to 280; let the summary say more than the title.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "goals/goal-home.json",
                "\"plain_summary\": \"Ten minutes a day.\"",
                "\"plain_summary\": ⟦\"Families read at home.\"⟧",
            )],
            good: &[],
        },
    },
    Explanation {
        rule: Rule::LongSentence,
        why: "Many people read on a phone, in a hurry, in their second language. A long sentence loses them.",
        fix: "Make two sentences of it: at most 25 words in English, 30 in other languages. Use short words.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "goals/goal-read.json",
                "\"plain_summary\": \"Six in ten by 2030.\"",
                "\"plain_summary\": ⟦\"By 2030 six in ten of all the children who live in the valley and go to one of its schools will read so well that they like to.\"⟧",
            )],
            good: &[(
                "goals/goal-read.json",
                "\"plain_summary\": \"Six in ten by 2030.\"",
                "\"plain_summary\": \"Of all the children who live in the valley and go to one of its schools, six in ten read well by 2030. They will like to.\"",
            )],
        },
    },
    Explanation {
        rule: Rule::Shouting,
        why: "Capitals and rows of marks are slow to read, and letters that only insiders know shut readers out.",
        fix: "Write in small letters, with one mark; write an abbreviation out where it comes first.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "goals/goal-read.json",
                "\"plain_summary\": \"Six in ten by 2030.\"",
                "\"plain_summary\": ⟦\"Six in ten by 2030!!\"⟧",
            )],
            good: &[(
                "goals/goal-read.json",
                "\"plain_summary\": \"Six in ten by 2030.\"",
                "\"plain_summary\": \"Six in ten by 2030, in the Early Reading Test (ERT)!\"",
            )],
        },
    },
    Explanation {
        rule: Rule::WrongScript,
        why: "Screen readers speak a text in the language of its tag; in another script they say nothing or spell it out.",
        fix: "Put the text under the tag of its own language.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "goals/goal-read.json",
                "\"plain_summary\": \"Six in ten by 2030.\"",
                "\"plain_summary\": ⟦\"Шесть из десяти к 2030 году.\"⟧",
            )],
            good: &[(
                "goals/goal-read.json",
                "\"plain_summary\": \"Six in ten by 2030.\"",
                "\"plain_summary\": {\"en\": \"Six in ten by 2030.\", \"ru\": \"Шесть из десяти к 2030 году.\"}",
            )],
        },
    },
    Explanation {
        rule: Rule::Label,
        why: "People are more than their situation. A label turns away those whom the text is about.",
        fix: "Name the people first, then what they live with.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "updates/upd-open.json",
                "\"body\": \"Tutoring has begun at Hill Street.\"",
                "\"body\": ⟦\"Books for the homeless and their children.\"⟧",
            )],
            good: &[(
                "updates/upd-open.json",
                "\"body\": \"Tutoring has begun at Hill Street.\"",
                "\"body\": \"Books for the homeless shelter and its children.\"",
            )],
        },
    },
    Explanation {
        rule: Rule::CausalClaim,
        why: "A figure of a whole population shows that something changed, not why. Who claims the cause loses trust when the figure turns.",
        fix: "Say what was done beside the figure: \"contributed to\".",
        example: Example {
            form: Form::Both,
            bad: &[(
                "indicators/ind-reading.json",
                "\"plain_summary\": \"54 in 100 read well.\"",
                "\"plain_summary\": ⟦\"54 in 100 read well, thanks to our tutoring.\"⟧",
            )],
            good: &[(
                "indicators/ind-reading.json",
                "\"plain_summary\": \"54 in 100 read well.\"",
                "\"plain_summary\": \"54 in 100 read well. Tutoring contributed to it.\"",
            )],
        },
    },
    Explanation {
        rule: Rule::SignAlone,
        why: "Not everybody sees a colour, and read aloud a sign says \"red circle\".",
        fix: "Write the word after the sign, or the word alone.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "goals/goal-read.json",
                "\"plain_summary\": \"Six in ten by 2030.\"",
                "\"plain_summary\": ⟦\"Reading: 🔴\"⟧",
            )],
            good: &[(
                "goals/goal-read.json",
                "\"plain_summary\": \"Six in ten by 2030.\"",
                "\"plain_summary\": \"🔴 Behind the plan for 2030.\"",
            )],
        },
    },
    Explanation {
        rule: Rule::Untranslated,
        why: "A site that is offered in a language and then speaks another lets its readers down.",
        fix: "Write the text in each language of `locales`, or take the language out.",
        example: Example {
            form: Form::Both,
            bad: &[("coalition.json", "\"locales\": [\"en\"]", "\"locales\": [\"en\", ⟦\"es\"⟧]")],
            good: &[],
        },
    },
    Explanation {
        rule: Rule::SampleMixed,
        why: "Readers must be able to tell invented figures from real ones, on every page.",
        fix: "Write `\"sample\": true` in the coalition if figures are invented, and `\"kind\": \"synthetic\"` in their sources; else neither.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                ("sources/src-survey.json", "\"kind\": \"survey\"", "\"kind\": ⟦\"synthetic\"⟧"),
            ],
            good: &[("sources/src-survey.json", "\"kind\": \"survey\"", "\"kind\": \"synthetic\"")],
        },
    },
];
