//! What people do together.

use super::{Example, Explanation, Form, Rule};

pub(super) const RULES: &[Explanation] = &[
    Explanation {
        rule: Rule::PromiseUnshown,
        why: "Anybody can say that a promise is kept; readers want to see it for themselves.",
        fix: "Name in `evidence` the records that show it, or in `evidence_links` pages that do.",
        example: Example {
            form: Form::Both,
            bad: &[("commitments/com-bus.json", "\"state\": \"on_track\"", "\"state\": ⟦\"kept\"⟧")],
            good: &[(
                "commitments/com-bus.json",
                "\"state\": \"on_track\"",
                "\"state\": \"kept\", \"evidence\": [\"act-tutoring\"]",
            )],
        },
    },
    Explanation {
        rule: Rule::NothingPromised,
        why: "People give an evening of their lives. They have a right to know beforehand what it is good for.",
        fix: "Say in `promise` what will be done with what people say; only where they are merely told (`inform`), it may be left out.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("engagements/eng-hours.json", "\"level\": \"consult\"", "\"level\": ⟦\"consult\"⟧"),
                ("engagements/eng-hours.json", "\"promise\": \"We write back what we heard.\",", ""),
            ],
            good: &[
                ("engagements/eng-hours.json", "\"level\": \"consult\"", "\"level\": \"inform\""),
                ("engagements/eng-hours.json", "\"promise\": \"We write back what we heard.\",", ""),
            ],
        },
    },
    Explanation {
        rule: Rule::OutcomeMissing,
        why: "Who is asked and hears nothing will not come again.",
        fix: "Write in `outcome` what came of it, even if it is little, or `closed` until it is known.",
        example: Example {
            form: Form::Both,
            bad: &[("engagements/eng-hours.json", "\"status\": \"open\"", "\"status\": ⟦\"reported\"⟧")],
            good: &[(
                "engagements/eng-hours.json",
                "\"status\": \"open\"",
                "\"status\": \"reported\", \"outcome\": \"Two more evenings.\"",
            )],
        },
    },
    Explanation {
        rule: Rule::OnlineOnly,
        why: "Those without the internet are often those whom it is about.",
        fix: "Add a way that needs none to `channels`: `in_person`, `phone` or `post`.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "engagements/eng-hours.json",
                "\"channels\": [{ \"kind\": \"phone\", \"note\": \"Ask at the desk\" }, ",
                "\"channels\": ⟦[⟧",
            )],
            good: &[("engagements/eng-hours.json", "\"kind\": \"phone\", \"note\"", "\"kind\": \"post\", \"note\"")],
        },
    },
    Explanation {
        rule: Rule::NoResidents,
        why: "Readers ask who decides. A council of residents without residents is a name only.",
        fix: "Say in `seats` how many seats residents hold, or choose another `kind`.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("workgroups/wg-table.json", "\"kind\": \"resident_council\"", "\"kind\": ⟦\"resident_council\"⟧"),
                (
                    "workgroups/wg-table.json",
                    "\"sector\": \"residents\", \"count\": 6, \"resident_count\": 6",
                    "\"sector\": \"agencies\", \"count\": 6",
                ),
            ],
            good: &[(
                "workgroups/wg-table.json",
                "\"sector\": \"residents\", \"count\": 6, \"resident_count\": 6",
                "\"sector\": \"agencies\", \"count\": 6, \"resident_count\": 2",
            )],
        },
    },
    Explanation {
        rule: Rule::ChairOutside,
        why: "Who leads a table and is not on its list has been forgotten there, or has left it.",
        fix: "Add the partner to `members`, or take it out of `chairs`.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("workgroups/wg-table.json", "\"chairs\": [\"par-circle\"]", "\"chairs\": [⟦\"par-circle\"⟧]"),
                (
                    "workgroups/wg-table.json",
                    "\"since\": \"2023-05\"",
                    "\"since\": \"2023-05\", \"until\": \"2025-06\"",
                ),
            ],
            good: &[(
                "workgroups/wg-table.json",
                "\"since\": \"2023-05\"",
                "\"since\": \"2023-05\", \"until\": \"2027-06\"",
            )],
        },
    },
    Explanation {
        rule: Rule::MergedElsewhere,
        why: "Whoever brought an idea wants to follow it. A trail that ends nowhere looks like a trick.",
        fix: "Name another proposal of the same cycle in `merged_into` and write `merged` as its stage.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "budget_proposals/pbp-lights.json",
                "\"proposer_kind\": \"resident\"",
                "\"merged_into\": ⟦\"pbp-lights\"⟧, \"proposer_kind\": \"resident\"",
            )],
            good: &[(
                "budget_proposals/pbp-lights.json",
                "\"proposer_kind\": \"resident\"",
                "\"merged_into\": null, \"proposer_kind\": \"resident\"",
            )],
        },
    },
    Explanation {
        rule: Rule::StageOrder,
        why: "Nobody can vote on ideas that have not been brought yet: one of the days is wrong.",
        fix: "Correct the day, in `phases` of a budget cycle or in `stage_dates` of a policy change.",
        example: Example {
            form: Form::Both,
            bad: &[("budget_cycles/pb-east.json", "\"from\": \"2026-05-04\"", "\"from\": ⟦\"2025-05-04\"⟧")],
            good: &[("budget_cycles/pb-east.json", "\"from\": \"2026-05-04\"", "\"from\": \"2026-01\"")],
        },
    },
    Explanation {
        rule: Rule::PromisePast,
        why: "A promise that is late and says so is trusted; one that is only old is not.",
        fix: "Write how it stands: `kept` with `evidence`, or `at_risk`, `partly_kept` or `broken` with `state_reason`.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                ("commitments/com-bus.json", "\"due\": \"2027-03\"", "\"due\": ⟦\"2026-10\"⟧"),
            ],
            good: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                ("commitments/com-bus.json", "\"due\": \"2027-03\"", "\"due\": \"2026-11\""),
            ],
        },
    },
    Explanation {
        rule: Rule::EngagementPast,
        why: "People come to an evening that is over, or wait for word that nobody writes.",
        fix: "Correct `status` or the day; within 90 days of the end, say in `outcome` what came of it.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                ("engagements/eng-hours.json", "\"closes\": \"2026-12-11\"", "\"closes\": ⟦\"2026-11-21\"⟧"),
            ],
            good: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                ("engagements/eng-hours.json", "\"closes\": \"2026-12-11\"", "\"closes\": \"2026-11-22\""),
            ],
        },
    },
    Explanation {
        rule: Rule::Unanswered,
        why: "Who speaks up and hears nothing for two months has been told that it was no use.",
        fix: "Add `response`. That something is looked into, or will not be done and why, is an answer too.",
        example: Example {
            form: Form::Folder,
            bad: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                (
                    "feedback/fb-evening.json",
                    "\"heard\": { \"from\": \"2026-03\", \"to\": \"2026-04\"",
                    "\"heard\": { \"from\": \"2026-03\", \"to\": ⟦\"2026-04\"⟧",
                ),
                (
                    "feedback/fb-evening.json",
                    ",\n  \"response\": { \"state\": \"done\", \"we_did\": \"One room stays open until seven.\", \"by\": \"par-circle\", \"on\": \"2026-09-02\" }",
                    "",
                ),
            ],
            good: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                (
                    "feedback/fb-evening.json",
                    "\"from\": \"2026-03\", \"to\": \"2026-04\"",
                    "\"from\": \"2026-03\", \"to\": \"2026-10\"",
                ),
                (
                    "feedback/fb-evening.json",
                    ",\n  \"response\": { \"state\": \"done\", \"we_did\": \"One room stays open until seven.\", \"by\": \"par-circle\", \"on\": \"2026-09-02\" }",
                    "",
                ),
            ],
        },
    },
    Explanation {
        rule: Rule::DecisionPast,
        why: "A day on which something is looked at again is a promise, too.",
        fix: "Add the next decision, with this one in its `inputs`, or write a later `review_on`.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                ("decisions/dec-hours.json", "\"review_on\": \"2027-06-09\"", "\"review_on\": ⟦\"2026-09\"⟧"),
            ],
            good: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                ("decisions/dec-hours.json", "\"review_on\": \"2027-06-09\"", "\"review_on\": \"2026-11\""),
            ],
        },
    },
    Explanation {
        rule: Rule::NeedPast,
        why: "People offer what is no longer needed, or go where nothing is left.",
        fix: "Write `met` or `withdrawn`, or a later day in `until`.",
        example: Example {
            form: Form::Both,
            bad: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                ("needs/need-van.json", "\"until\": \"2027-02\"", "\"until\": ⟦\"2026-02\"⟧"),
            ],
            good: &[
                ("coalition.json", "\"sample\": true", "\"sample\": false"),
                ("needs/need-van.json", "\"until\": \"2027-02\"", "\"until\": \"2026-02\""),
                (
                    "needs/need-van.json",
                    "\"what\": \"space\", \"state\": \"open\"",
                    "\"what\": \"space\", \"state\": \"met\"",
                ),
            ],
        },
    },
    Explanation {
        rule: Rule::OverBudget,
        why: "Money that is not there cannot be spent; readers will add it up.",
        fix: "Correct the costs, or say in `extra_funding_note` where the rest comes from.",
        example: Example {
            form: Form::Both,
            bad: &[("budget_cycles/pb-east.json", "\"money\": 25000", "\"money\": ⟦9000⟧")],
            good: &[(
                "budget_cycles/pb-east.json",
                "\"money\": 25000",
                "\"money\": 9000, \"extra_funding_note\": \"The library adds 500.\"",
            )],
        },
    },
    Explanation {
        rule: Rule::VotesDoNotFit,
        why: "A count that cannot be right takes away the trust in all the others.",
        fix: "Correct `votes`, or `ballots`, `max_choices` and `vote_type` of the cycle.",
        example: Example {
            form: Form::Both,
            bad: &[("budget_proposals/pbp-lights.json", "\"votes\": 231", "\"votes\": ⟦413⟧")],
            good: &[("budget_proposals/pbp-lights.json", "\"votes\": 231", "\"votes\": 412")],
        },
    },
    Explanation {
        rule: Rule::OverSpent,
        why: "Readers see a sum that is higher than the cost, and nobody tells them why.",
        fix: "Correct `spent` or `cost_final`, or say in `stage_reason` why it was more.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "budget_proposals/pbp-lights.json",
                "\"cost_estimated\": 9500",
                "\"cost_final\": 9500, \"spent\": ⟦9900⟧",
            )],
            good: &[(
                "budget_proposals/pbp-lights.json",
                "\"cost_estimated\": 9500",
                "\"cost_final\": 9500, \"spent\": 9900, \"stage_reason\": \"Steel cost more.\"",
            )],
        },
    },
];
