//! References and records.

use super::{Example, Explanation, Form, Rule};

pub(super) const RULES: &[Explanation] = &[
    Explanation {
        rule: Rule::DeadReference,
        why: "A link to a record that is not there leads readers nowhere.",
        fix: "Add the record, the group or the indicator that is meant, or correct the id.",
        example: Example {
            form: Form::Both,
            bad: &[("activities/act-tutoring.json", "\"lead\": \"par-circle\"", "\"lead\": ⟦\"par-cirkle\"⟧")],
            good: &[("activities/act-tutoring.json", "\"lead\": \"par-circle\"", "\"lead\": \"par-library\"")],
        },
    },
    Explanation {
        rule: Rule::GoalUnmeasured,
        why: "A goal that nothing measures is a wish: nobody can see how it is going.",
        fix: "Add the goal to the `goals` of an indicator whose `phase` is `live`; a goal is also measured through the goals that serve it.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("indicators/ind-visits.json", "\"goals\": [\"goal-home\"],", ""),
                (
                    "goals/goal-home.json",
                    "\"title\": \"Families read at home\"",
                    "\"title\": ⟦\"Families read at home\"⟧",
                ),
            ],
            good: &[
                (
                    "goals/goal-home.json",
                    "\"kind\": \"result\", \"status\": \"active\"",
                    "\"kind\": \"result\", \"status\": \"achieved\"",
                ),
                ("indicators/ind-visits.json", "\"goals\": [\"goal-home\"],", ""),
            ],
        },
    },
    Explanation {
        rule: Rule::IdlePartner,
        why: "A list of names says nothing; readers want to know who does what.",
        fix: "Name the partner where it takes part, say in `commits_to` what it will do, or write `\"status\": \"paused\"`.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "partners/par-bus.json",
                "",
                "{ \"id\": \"par-bus\", \"kind\": \"business\", \"status\": \"active\",\n  \"name\": ⟦\"Bus company\"⟧,\n  \"plain_summary\": \"Runs the late bus.\",\n  \"roles\": [\"ally\"]\n}\n",
            )],
            good: &[(
                "partners/par-bus.json",
                "",
                "{ \"id\": \"par-bus\", \"kind\": \"business\", \"status\": \"active\",\n  \"name\": \"Bus company\",\n  \"plain_summary\": \"Runs the late bus.\",\n  \"roles\": [\"ally\"],\n  \"commits_to\": \"A bus home after the last lesson.\"\n}\n",
            )],
        },
    },
    Explanation {
        rule: Rule::Cycle,
        why: "A goal that lies inside itself has no place in any list or tree.",
        fix: "Remove one of the `parent` fields on the way round.",
        example: Example {
            form: Form::Both,
            bad: &[("goals/goal-home.json", "\"parent\": \"goal-read\"", "\"parent\": ⟦\"goal-home\"⟧")],
            good: &[("goals/goal-home.json", "\"parent\": \"goal-read\"", "\"order\": 20")],
        },
    },
    Explanation {
        rule: Rule::LookAlike,
        why: "Two names that the eye takes for one are either the same thing twice, or a trap for readers.",
        fix: "Make the names differ, or keep one of the two records.",
        example: Example {
            form: Form::Both,
            bad: &[("partners/par-library.json", "\"name\": \"Library\"", "\"name\": ⟦\"READING circle\"⟧")],
            good: &[("partners/par-library.json", "\"name\": \"Library\"", "\"name\": \"Reading Room\"")],
        },
    },
    Explanation {
        rule: Rule::LevelMixed,
        why: "Nobody alone answers for a whole population, and a programme answers for its own work only. Mixed, both are judged wrongly.",
        fix: "Give a performance measure its `activity` and `rba`, and a population indicator its `goals` and no `activity`.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "indicators/ind-reading.json",
                "\"direction\": \"increase\"",
                "\"direction\": \"increase\", \"activity\": ⟦\"act-tutoring\"⟧",
            )],
            good: &[(
                "indicators/ind-reading.json",
                "\"direction\": \"increase\"",
                "\"direction\": \"increase\", \"activity\": null",
            )],
        },
    },
    Explanation {
        rule: Rule::ReasonMissing,
        why: "Who took part in something that ended wants to know why, and so will your successor.",
        fix: "Add `status_reason` to an activity, `retired_reason` to a goal, `state_reason` to a promise, `stage_reason` to a proposal, `why` to an answer.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "goals/goal-songs.json",
                "",
                "{ \"id\": \"goal-songs\", \"kind\": \"result\", \"status\": ⟦\"retired\"⟧,\n  \"title\": \"Children sing\",\n  \"plain_summary\": \"A song a day.\"\n}\n",
            )],
            good: &[(
                "goals/goal-songs.json",
                "",
                "{ \"id\": \"goal-songs\", \"kind\": \"result\", \"status\": \"retired\",\n  \"title\": \"Children sing\",\n  \"plain_summary\": \"A song a day.\",\n  \"retired_reason\": \"The schools do it now.\"\n}\n",
            )],
        },
    },
    Explanation {
        rule: Rule::AskOfNobody,
        why: "What is asked of nobody is done by nobody.",
        fix: "Add `owner` with the id of a partner, or `ask`; ask somebody who is no partner yet in `partners_needed`.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "stories/sto-second.json",
                "\"ask\": \"Bring it back\", \"owner\": \"par-circle\"",
                "\"ask\": ⟦\"Bring it back\"⟧",
            )],
            good: &[(
                "stories/sto-second.json",
                "\"ask\": \"Bring it back\", \"owner\": \"par-circle\"",
                "\"root_cause\": true",
            )],
        },
    },
    Explanation {
        rule: Rule::SameStoryDate,
        why: "The page shows the newest story first, and cannot tell which of the two that is.",
        fix: "Correct one `as_of`, or keep one of the two stories.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("stories/sto-first.json", "\"as_of\": \"2023-10\"", "\"as_of\": \"2024-10-15\""),
                (
                    "stories/sto-second.json",
                    "\"sto-second\", \"indicator\": \"ind-reading\", \"as_of\": \"2024-10-15\"",
                    "\"sto-second\", \"indicator\": \"ind-reading\", \"as_of\": ⟦\"2024-10-15\"⟧",
                ),
            ],
            good: &[("stories/sto-first.json", "\"as_of\": \"2023-10\"", "\"as_of\": \"2024-10\"")],
        },
    },
    Explanation {
        rule: Rule::GoalWithoutActivity,
        why: "A goal that nobody works on is a promise without a hand behind it.",
        fix: "Add the goal to the `goals` of an activity that runs or is planned; a goal is also served through the goals that serve it.",
        example: Example {
            form: Form::Folder,
            bad: &[
                (
                    "activities/act-tutoring.json",
                    "\"goals\": [\"goal-read\", \"goal-home\"]",
                    "\"goals\": [\"goal-read\"]",
                ),
                (
                    "goals/goal-home.json",
                    "\"title\": \"Families read at home\"",
                    "\"title\": ⟦\"Families read at home\"⟧",
                ),
            ],
            good: &[(
                "activities/act-tutoring.json",
                "\"goals\": [\"goal-read\", \"goal-home\"]",
                "\"goals\": [\"goal-home\"]",
            )],
        },
    },
    Explanation {
        rule: Rule::TooManyIndicators,
        why: "Twelve figures can be known by heart; thirty are looked at by nobody.",
        fix: "Keep at most 12 headline indicators, and at most 15 live indicators for one goal.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "coalition.json",
                "\"headline_indicators\": [\"ind-reading\"]",
                "\"headline_indicators\": [\"ind-reading\", \"ind-visits\", \"ind-reading\", \"ind-visits\", \"ind-reading\", \"ind-visits\", \"ind-reading\", \"ind-visits\", \"ind-reading\", \"ind-visits\", \"ind-reading\", \"ind-visits\", ⟦\"ind-reading\"⟧]",
            )],
            good: &[(
                "coalition.json",
                "\"headline_indicators\": [\"ind-reading\"]",
                "\"headline_indicators\": [\"ind-reading\", \"ind-visits\"]",
            )],
        },
    },
];
