//! Upkeep.

use super::{Example, Explanation, Form, Rule};

pub(super) const RULES: &[Explanation] = &[
    Explanation {
        rule: Rule::LateFigure,
        why: "A dashboard with old figures is soon closed. Late is no shame, silence is.",
        fix: "Add the figure, or a line with the status `missing`, or `not_due` if it comes later.",
        example: Example {
            form: Form::Folder,
            bad: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                (
                    "indicators/ind-visits.json",
                    "\"update_frequency\": \"irregular\"",
                    "\"update_frequency\": \"quarterly\"",
                ),
                ("series/ind-visits.csv", "2022-Q2,118,final", "⟦2022-Q2⟧,118,final"),
            ],
            good: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                (
                    "indicators/ind-visits.json",
                    "\"update_frequency\": \"irregular\"",
                    "\"update_frequency\": \"every_five_years\"",
                ),
            ],
        },
    },
    Explanation {
        rule: Rule::TargetPast,
        why: "After the date of its last target, nobody knows any more what an indicator is aiming at.",
        fix: "Agree on the next target and add it to `targets`, or write `\"phase\": \"retired\"`.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                ("indicators/ind-reading.json", "\"by\": \"2030\"", "\"by\": ⟦\"2025\"⟧"),
            ],
            good: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                ("indicators/ind-reading.json", "\"by\": \"2030\"", "\"by\": \"2026\""),
            ],
        },
    },
    Explanation {
        rule: Rule::ActivityPastEnd,
        why: "People come to a door that is closed.",
        fix: "Write `\"status\": \"completed\"`, or correct `end`.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                ("activities/act-tutoring.json", "\"end\": \"2027-06\"", "\"end\": ⟦\"2026-10\"⟧"),
            ],
            good: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                ("activities/act-tutoring.json", "\"end\": \"2027-06\"", "\"end\": \"2026-11\""),
            ],
        },
    },
    Explanation {
        rule: Rule::MilestonePast,
        why: "A step that is late and says so is trusted; one that is only old is not.",
        fix: "Write `done` with `done_on`, `late` with a `note`, or `dropped`.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                (
                    "activities/act-tutoring.json",
                    "\"due\": \"2024-01\", \"done_on\": \"2024-02-12\", \"state\": \"done\"",
                    "\"due\": ⟦\"2026-01\"⟧, \"state\": \"doing\"",
                ),
            ],
            good: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                (
                    "activities/act-tutoring.json",
                    "\"due\": \"2024-01\", \"done_on\": \"2024-02-12\", \"state\": \"done\"",
                    "\"due\": \"2026-01\", \"state\": \"late\", \"note\": \"The room is not ready.\"",
                ),
            ],
        },
    },
    Explanation {
        rule: Rule::ReviewPast,
        why: "A pilot is a question. Without an answer, it was only money spent.",
        fix: "Add `verdict`: `adopt`, `adapt` or `stop`; or a later `review_on`.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                (
                    "activities/act-tutoring.json",
                    "\"act-tutoring\", \"kind\": \"programme\"",
                    "\"act-tutoring\", \"kind\": \"pilot\", \"hypothesis\": \"Three afternoons are enough\", \"review_on\": ⟦\"2026-03\"⟧",
                ),
            ],
            good: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                (
                    "activities/act-tutoring.json",
                    "\"act-tutoring\", \"kind\": \"programme\"",
                    "\"act-tutoring\", \"kind\": \"pilot\", \"hypothesis\": \"Three afternoons are enough\", \"review_on\": \"2026-03\", \"verdict\": \"adapt\"",
                ),
            ],
        },
    },
    Explanation {
        rule: Rule::OldStory,
        why: "A story that does not know the newest figures explains a curve that readers no longer see.",
        fix: "Talk about the new figures, and add a story.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                ("stories/sto-first.json", "\"as_of\": \"2023-10\"", "\"as_of\": \"2021-10\""),
                ("stories/sto-second.json", "\"as_of\": \"2024-10-15\"", "\"as_of\": ⟦\"2022-10-15\"⟧"),
            ],
            good: &[("coalition.json", "\"sample\": true", "\"sample\": false")],
        },
    },
    Explanation {
        rule: Rule::RetiredInUse,
        why: "Readers follow a link to something that is no longer there, or call somebody who has left.",
        fix: "Name another record in the live ones, take the reference out, or correct the status.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "partners/par-circle.json",
                "\"par-circle\", \"kind\": \"informal_group\", \"status\": \"active\"",
                "\"par-circle\", \"kind\": \"informal_group\", \"status\": ⟦\"left\"⟧",
            )],
            good: &[(
                "partners/par-circle.json",
                "\"par-circle\", \"kind\": \"informal_group\", \"status\": \"active\"",
                "\"par-circle\", \"kind\": \"informal_group\", \"status\": \"paused\"",
            )],
        },
    },
];
