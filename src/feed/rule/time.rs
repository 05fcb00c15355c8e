//! Time.

use super::{Example, Explanation, Form, Rule};

pub(super) const RULES: &[Explanation] = &[
    Explanation {
        rule: Rule::EndBeforeStart,
        why: "What ends before it starts stands in the wrong list, and its time line runs backwards.",
        fix: "Correct one of the two dates.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "activities/act-tutoring.json",
                r#""start": "2022-09", "end": "2027-06""#,
                r#""start": "2022-09", "end": ⟦"2022-08"⟧"#,
            )],
            good: &[(
                "activities/act-tutoring.json",
                r#""start": "2022-09", "end": "2027-06""#,
                r#""start": "2022-09", "end": "2022""#,
            )],
        },
    },
    Explanation {
        rule: Rule::DuplicatePeriod,
        why: "With two values for one period nobody knows which of them the page shows.",
        fix: "Keep the right one of the two lines; put all lines of an indicator into one series.",
        example: Example {
            form: Form::Folder,
            bad: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,final\n⟦2022-Q2⟧,181,final")],
            good: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,final\n2022-Q3,181,final")],
        },
    },
    Explanation {
        rule: Rule::OutOfOrder,
        why: "Two people who add figures to a sorted table touch different lines, so that git can put both changes together.",
        fix: "Sort the lines by dimension, group, geography and period, blanks first.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-visits.csv",
                "2022-Q1,120,final\n2022-Q2,118,final",
                "2022-Q2,118,final\n⟦2022-Q1⟧,120,final",
            )],
            good: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,final\n2022-Q4,118,final")],
        },
    },
    Explanation {
        rule: Rule::ImpossibleDate,
        why: "A day that no calendar has is a slip; the page cannot guess which day was meant.",
        fix: "Correct the date: no calendar has it.",
        example: Example {
            form: Form::Both,
            bad: &[("updates/upd-open.json", r#""on": "2024-02-13""#, r#""on": ⟦"2023-02-29"⟧"#)],
            good: &[("updates/upd-open.json", r#""on": "2024-02-13""#, r#""on": "2024-02-29""#)],
        },
    },
    Explanation {
        rule: Rule::UnclearDate,
        why: "02/03/2024 is a day in February for some readers and a day in March for others.",
        fix: "Write year-month-day for dates, and one of the forms in [feed.md](feed.md#dates-and-periods) for periods.",
        example: Example {
            form: Form::Both,
            bad: &[("updates/upd-open.json", r#""on": "2024-02-13""#, r#""on": ⟦"02/03/2024"⟧"#)],
            good: &[("updates/upd-open.json", r#""on": "2024-02-13""#, r#""on": "2024-02""#)],
        },
    },
    Explanation {
        rule: Rule::MixedPeriods,
        why: "A quarter beside a year looks like a fall to a quarter on the chart.",
        fix: "Use one kind of period in a series, correct `period_type`, or make two indicators.",
        example: Example {
            form: Form::Folder,
            bad: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,final\n⟦2023⟧,470,final")],
            good: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,final\n2023-Q1,120,final")],
        },
    },
    Explanation {
        rule: Rule::FutureValue,
        why: "Nobody can have measured what has not happened. Readers would take a hope for a fact. Days are compared with the day in UTC, and one day more is allowed: east of there it is tomorrow already.",
        fix: "Correct the date; put expected values into the indicator's `forecasts`.",
        example: Example {
            form: Form::Folder,
            bad: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,final\n⟦2027-Q1⟧,118,final")],
            good: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,final\n2027-Q1,,not_due")],
        },
    },
    Explanation {
        rule: Rule::FarAway,
        why: "One wrong digit moves a date by centuries; a chart then has room for nothing else.",
        fix: "Correct the year.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "indicators/ind-reading.json",
                r#""targets": [{ "value": 60, "by": "2030", "kind": "aspiration" }]"#,
                r#""targets": [{ "value": 60, "by": ⟦"2300"⟧, "kind": "aspiration" }]"#,
            )],
            good: &[(
                "indicators/ind-reading.json",
                r#""targets": [{ "value": 60, "by": "2030", "kind": "aspiration" }]"#,
                r#""targets": [{ "value": 60, "by": "2100", "kind": "aspiration" }]"#,
            )],
        },
    },
    Explanation {
        rule: Rule::Gap,
        why: "A line that runs through a missing year hides that nobody counted; a break with a reason is honest.",
        fix: "Add the value, or a line with an empty value, the status `missing` and a note that says why. A period that the total names as missing is explained for groups and places too.",
        example: Example {
            form: Form::Folder,
            bad: &[
                (
                    "indicators/ind-visits.json",
                    "\"update_frequency\": \"irregular\"",
                    "\"update_frequency\": \"quarterly\", \"expected_lag_days\": 2000",
                ),
                (
                    "series/ind-visits.csv",
                    "",
                    "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,118,final,\n2022-Q3,121,final,\n⟦2023-Q1⟧,119,final,\n",
                ),
            ],
            good: &[
                (
                    "indicators/ind-visits.json",
                    "\"update_frequency\": \"irregular\"",
                    "\"update_frequency\": \"quarterly\", \"expected_lag_days\": 2000",
                ),
                (
                    "series/ind-visits.csv",
                    "",
                    "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,118,final,\n2022-Q3,121,final,\n2022-Q4,,missing,The log was lost\n2023-Q1,119,final,\n",
                ),
            ],
        },
    },
    Explanation {
        rule: Rule::VerdictWithoutFigures,
        why: "A verdict about change that rests on one figure, or on none, is an opinion that looks like a measurement.",
        fix: "Add the figures, or take `assessment_override` away until there are some.",
        example: Example {
            form: Form::Folder,
            bad: &[
                (
                    "indicators/ind-visits.json",
                    r#""direction": "none","#,
                    "\"direction\": \"none\",\n  \"assessment_override\": { \"status\": ⟦\"improving\"⟧, \"reason\": \"Parents say so.\", \"by\": \"par-circle\", \"on\": \"2022-06\" },",
                ),
                ("series/ind-visits.csv", "2022-Q2,118,final\n", ""),
            ],
            good: &[(
                "indicators/ind-visits.json",
                r#""direction": "none","#,
                "\"direction\": \"none\",\n  \"assessment_override\": { \"status\": \"improving\", \"reason\": \"Parents say so.\", \"by\": \"par-circle\", \"on\": \"2022-06\" },",
            )],
        },
    },
    Explanation {
        rule: Rule::TargetDate,
        why: "Progress towards a target is measured from the baseline; a target that lies before it has no way to it.",
        fix: "Correct the target's date or the baseline.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "indicators/ind-reading.json",
                r#""targets": [{ "value": 60, "by": "2030", "kind": "aspiration" }]"#,
                r#""targets": [{ "value": 60, "by": ⟦"2021"⟧, "kind": "aspiration" }]"#,
            )],
            good: &[(
                "indicators/ind-reading.json",
                r#""targets": [{ "value": 60, "by": "2030", "kind": "aspiration" }]"#,
                r#""targets": [{ "value": 60, "by": "2022-01", "kind": "aspiration" }]"#,
            )],
        },
    },
    Explanation {
        rule: Rule::BreakAfterBaseline,
        why: "Figures before and after a break cannot be compared, so the page can say nothing about progress since the baseline.",
        fix: "Set the baseline to the break or later, and look at the targets again.",
        example: Example {
            form: Form::Folder,
            bad: &[
                (
                    "series/ind-reading.csv",
                    "2022,,,,52.0,47.0,57.0,,208,400,final,",
                    "2022,,,,52.0,47.0,57.0,,208,400,final break,",
                ),
                (
                    "indicators/ind-reading.json",
                    r#""baseline": { "period": "2021" }"#,
                    r#""baseline": { "period": ⟦"2021"⟧ }"#,
                ),
            ],
            good: &[
                (
                    "series/ind-reading.csv",
                    "2022,,,,52.0,47.0,57.0,,208,400,final,",
                    "2022,,,,52.0,47.0,57.0,,208,400,final break,",
                ),
                (
                    "indicators/ind-reading.json",
                    r#""baseline": { "period": "2021" }"#,
                    r#""baseline": { "period": "2022" }"#,
                ),
            ],
        },
    },
];
