//! Rules between two versions of a feed.

use super::{Example, Explanation, Form, Rule};

pub(super) const RULES: &[Explanation] = &[
    Explanation {
        rule: Rule::WithheldLater,
        why: "Emptying a cell takes nothing back: the number stays in the history of git, in older copies of the site and in what people have downloaded.",
        fix: "If the number can point to a person, have the history rewritten by whoever keeps the repository, and tell those who use the data. Otherwise there is nothing to do.",
        example: Example {
            form: Form::Since,
            bad: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,,⟦suppressed⟧")],
            good: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,final\n2022-Q3,,suppressed")],
        },
    },
    Explanation {
        rule: Rule::CoverageShrank,
        why: "Figures that vanish without a word look hidden, and a trend is read from fewer years than there were.",
        fix: "Put the lines back. If they were taken out on purpose, waive the rule for the indicator and give the reason.",
        example: Example {
            form: Form::Since,
            bad: &[
                ("series/ind-visits.csv", "period,value", "⟦p⟧eriod,value"),
                ("series/ind-visits.csv", "2022-Q1,120,final\n", ""),
            ],
            good: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,final\n2022-Q3,117,final")],
        },
    },
    Explanation {
        rule: Rule::RecordGone,
        why: "The address of its page has been sent around and printed. A promise that disappears is worse than one that was not kept.",
        fix: "Put it back and say that it is retired, has ended or has left. If its id was changed, give it the old id again.",
        example: Example {
            form: Form::Since,
            bad: &[
                ("events/evt-table.json", "{ \"id\": \"evt-table\"", ""),
                ("coalition.json", "\"valley-together\"", "⟦\"valley-together\"⟧"),
            ],
            good: &[("events/evt-table.json", "\"status\": \"confirmed\"", "\"status\": \"cancelled\"")],
        },
    },
    Explanation {
        rule: Rule::UnmarkedBreak,
        why: "When something else is counted, a step in the line comes from the counting and not from people's lives.",
        fix: "Write the status `break` at the first value that is counted in the new way. The chart then draws two lines.",
        example: Example {
            form: Form::Since,
            bad: &[(
                "indicators/ind-visits.json",
                "\"Visits in the quarter.\"",
                "⟦\"Children who came in the quarter.\"⟧",
            )],
            good: &[("indicators/ind-visits.json", "\"Visits in the quarter.\"", "\"Visits, in the quarter\"")],
        },
    },
    Explanation {
        rule: Rule::HistoryChanged,
        why: "People have quoted the old value. Whoever compares the two finds a contradiction, and no longer knows which to trust.",
        fix: "Put the old value back, or add an update of the kind `correction` that names the indicator and says what it was and what it is. Provisional values may change freely.",
        example: Example {
            form: Form::Since,
            bad: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,⟦139⟧,final")],
            good: &[
                ("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,139,final"),
                (
                    "updates/upd-visits.json",
                    "",
                    "{ \"id\": \"upd-visits\", \"kind\": \"correction\", \"on\": \"2024-03-01\",\n  \"title\": \"More visits in spring 2022\",\n  \"body\": \"One list was left out.\",\n  \"author\": \"par-circle\",\n  \"correction\": { \"record\": \"ind-visits\", \"was\": \"118\", \"now\": \"139\" }\n}\n",
                ),
            ],
        },
    },
    Explanation {
        rule: Rule::DigitsSwapped,
        why: "Swapped digits are the commonest slip of the hand, and the new number looks as likely as the right one.",
        fix: "Compare it with the source. If the old value was the wrong one, add an update of the kind `correction`.",
        example: Example {
            form: Form::Since,
            bad: &[("series/ind-visits.csv", "2022-Q1,120,final", "2022-Q1,⟦210⟧,final")],
            good: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,final\n2022-Q3,181,final")],
        },
    },
    Explanation {
        rule: Rule::TargetMoved,
        why: "A target that is lowered in silence makes every later success doubtful. On record, it is a decision that people can follow.",
        fix: "Add the old target to `previous` of the new one, with the date and the reason. The chart keeps showing it.",
        example: Example {
            form: Form::Since,
            bad: &[("indicators/ind-reading.json", "\"value\": 60", "\"value\": ⟦58⟧")],
            good: &[(
                "indicators/ind-reading.json",
                "\"value\": 60",
                "\"value\": 58, \"previous\": [{ \"value\": 60, \"by\": \"2030\", \"replaced_on\": \"2026-10-01\", \"reason\": \"The test has changed.\" }]",
            )],
        },
    },
];
