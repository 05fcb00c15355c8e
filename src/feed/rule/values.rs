//! Values.

use super::{Example, Explanation, Form, Rule};

pub(super) const RULES: &[Explanation] = &[
    Explanation {
        rule: Rule::OutsideLimits,
        why: "A share above 100 percent cannot be; a reader who sees one stops to trust the other figures.",
        fix: "Correct the value or the limits; a share lies between 0 and 100, and disclosure limits can only be raised.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-reading.csv",
                r#"2023,,,,54.0,49.0,59.0,,216,400,final,"Counted in May, at school""#,
                r#"2023,,,,⟦540⟧,49.0,59.0,,216,400,final,"Counted in May, at school""#,
            )],
            good: &[(
                "series/ind-reading.csv",
                r#"2023,,,,54.0,49.0,59.0,,216,400,final,"Counted in May, at school""#,
                r#"2023,,,,54,49.0,59.0,,216,400,final,"Counted in May, at school""#,
            )],
        },
    },
    Explanation {
        rule: Rule::FractionForPercent,
        why: "0.54 in a series of percent is shown as half a percent, where more than half was meant.",
        fix: "Write 54 for 0.54, in every line. If shares really are that small, add `limits` with a `max` of 1 to the indicator, or a note to the value.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-reading.csv",
                "",
                "period,value,lower,upper,status\n2021,⟦0.5⟧,0.45,0.55,final\n2022,0.52,0.47,0.57,final\n2023,0.54,0.49,0.59,final\n",
            )],
            good: &[(
                "series/ind-reading.csv",
                "",
                "period,value,lower,upper,status\n2021,50,45,55,final\n2022,52,47,57,final\n2023,54,49,59,final\n",
            )],
        },
    },
    Explanation {
        rule: Rule::BelowZero,
        why: "Nobody can serve fewer than no people or spend less than nothing: a sign slipped in.",
        fix: r#"Correct the value, or write `"signed": true` in the unit if values below zero are real."#,
        example: Example {
            form: Form::Folder,
            bad: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,⟦-118⟧,final")],
            good: &[
                ("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,-118,final"),
                (
                    "indicators/ind-visits.json",
                    r#""unit": { "kind": "count", "decimals": 0 }"#,
                    r#""unit": { "kind": "count", "decimals": 0, "signed": true }"#,
                ),
            ],
        },
    },
    Explanation {
        rule: Rule::NotWhole,
        why: "Half a person is no count: the figure is a mean or a rate, and is read wrongly as a count.",
        fix: "Correct the value, or use the unit `quantity` or `rate`.",
        example: Example {
            form: Form::Folder,
            bad: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,⟦118.5⟧,final")],
            good: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118.0,final")],
        },
    },
    Explanation {
        rule: Rule::Jump,
        why: "A digit too many makes a success of a slip, and the axis of the chart makes all other figures flat.",
        fix: "Correct it, or add a note to the line that says what happened. A `break` or `definition_differs` in the status explains it too.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-visits.csv",
                "",
                "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,118,final,\n2022-Q3,⟦1190⟧,final,\n",
            )],
            good: &[(
                "series/ind-visits.csv",
                "",
                "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,118,final,\n2022-Q3,1190,final,A second site opened\n",
            )],
        },
    },
    Explanation {
        rule: Rule::PowerOfTen,
        why: "A figure typed in dollars among thousands of dollars is a thousand times too large, and looks like a real one.",
        fix: "Write it in the unit of the others; add a note, or the status `break`, if it is real.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-visits.csv",
                "",
                "period,value,status\n2022-Q1,120,final\n2022-Q2,118,final\n2022-Q3,⟦118000⟧,final\n",
            )],
            good: &[(
                "series/ind-visits.csv",
                "",
                "period,value,status\n2022-Q1,120,final\n2022-Q2,118,final\n2022-Q3,118000,final break\n",
            )],
        },
    },
    Explanation {
        rule: Rule::Outlier,
        why: "Digits that changed places often stay within all limits; they show as a change that the series never made before.",
        fix: "Compare the figure with its source, then correct it or add a note that says what happened.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-visits.csv",
                "",
                "period,value,status\n2022-Q1,120,final\n2022-Q2,118,final\n2022-Q3,121,final\n2022-Q4,119,final\n2023-Q1,122,final\n2023-Q2,⟦221⟧,final\n",
            )],
            good: &[(
                "series/ind-visits.csv",
                "",
                "period,value,status\n2022-Q1,120,final\n2022-Q2,118,final\n2022-Q3,121,final\n2022-Q4,119,final\n2023-Q1,122,final\n2023-Q2,138,final\n",
            )],
        },
    },
    Explanation {
        rule: Rule::TargetWrongSide,
        why: "A target that the baseline has reached already shows success on the first day.",
        fix: r#"Correct the target or the direction, or write `"kind": "maintain"` if the level is to be held."#,
        example: Example {
            form: Form::Both,
            bad: &[(
                "indicators/ind-reading.json",
                r#""targets": [{ "value": 60, "by": "2030", "kind": "aspiration" }]"#,
                r#""targets": [{ "value": ⟦50⟧, "by": "2030", "kind": "aspiration" }]"#,
            )],
            good: &[(
                "indicators/ind-reading.json",
                r#""targets": [{ "value": 60, "by": "2030", "kind": "aspiration" }]"#,
                r#""targets": [{ "value": 50, "by": "2030", "kind": "maintain" }]"#,
            )],
        },
    },
    Explanation {
        rule: Rule::InterimTarget,
        why: "An interim target behind the start or beyond the end makes a good year look bad, or a bad one good.",
        fix: "Correct the interim target's value or date: it lies after the baseline and before the target, and no step goes back.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "indicators/ind-reading.json",
                r#""targets": [{ "value": 60, "by": "2030", "kind": "aspiration" }]"#,
                r#""targets": [{ "value": 60, "by": "2030", "kind": "aspiration", "interim": [{ "by": "2027", "value": ⟦49⟧ }] }]"#,
            )],
            good: &[(
                "indicators/ind-reading.json",
                r#""targets": [{ "value": 60, "by": "2030", "kind": "aspiration" }]"#,
                r#""targets": [{ "value": 60, "by": "2030", "kind": "aspiration", "interim": [{ "by": "2027", "value": 57 }] }]"#,
            )],
        },
    },
    Explanation {
        rule: Rule::IntervalBounds,
        why: "A value outside its own interval is drawn beside its whisker, and one of the three numbers is wrong.",
        fix: "Correct value or bounds; add `interval_level` to the indicator.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-reading.csv",
                r#"2023,,,,54.0,49.0,59.0,,216,400,final,"Counted in May, at school""#,
                r#"2023,,,,⟦54.0⟧,55.0,59.0,,216,400,final,"Counted in May, at school""#,
            )],
            good: &[(
                "series/ind-reading.csv",
                r#"2023,,,,54.0,49.0,59.0,,216,400,final,"Counted in May, at school""#,
                r#"2023,,,,54.0,54.0,59.0,,216,400,final,"Counted in May, at school""#,
            )],
        },
    },
    Explanation {
        rule: Rule::SameValues,
        why: "A series of one value, or the values of another indicator, was mostly put in to try the feed and then forgotten.",
        fix: "Put in the measured values, or add a note if they really stay the same; of two equal indicators keep one.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-visits.csv",
                "",
                "period,value,status\n2022-Q1,⟦120⟧,final\n2022-Q2,120,final\n2022-Q3,120,final\n2022-Q4,120,final\n",
            )],
            good: &[(
                "series/ind-visits.csv",
                "",
                "period,value,status\n2022-Q1,120,final\n2022-Q2,120,final\n2022-Q3,120,final\n2022-Q4,121,final\n",
            )],
        },
    },
    Explanation {
        rule: Rule::StandIn,
        why: "999, -1 or 0 for “missing” is drawn and added up like a measured value.",
        fix: "Empty the cell and write `missing` in the column `status`, or add a note if the value is real.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-visits.csv",
                "",
                "period,value,status\n2022-Q1,120,final\n2022-Q2,118,final\n2022-Q3,121,final\n2022-Q4,⟦999⟧,final\n",
            )],
            good: &[(
                "series/ind-visits.csv",
                "",
                "period,value,status\n2022-Q1,120,final\n2022-Q2,118,final\n2022-Q3,121,final\n2022-Q4,,missing\n2023-Q1,998,final\n",
            )],
        },
    },
    Explanation {
        rule: Rule::TooPrecise,
        why: "Decimals that a small survey cannot give make readers take chance for change.",
        fix: "Round the shares of a survey with fewer than 1,000 answers to one decimal, or two at most.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-reading.csv",
                "2023,geo-east,,,50.0,,,,100,200,final,",
                "2023,geo-east,,,⟦50.128⟧,,,,,200,final,",
            )],
            good: &[(
                "series/ind-reading.csv",
                "2023,geo-east,,,50.0,,,,100,200,final,",
                "2023,geo-east,,,50.13,,,,,200,final,",
            )],
        },
    },
    Explanation {
        rule: Rule::NotTheQuotient,
        why: "One of the three numbers is wrong, and the page would show the wrong one.",
        fix: "Correct the value, the numerator or the denominator.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-reading.csv",
                r#"2023,,,,54.0,49.0,59.0,,216,400,final,"Counted in May, at school""#,
                r#"2023,,,,⟦45.0⟧,40.0,50.0,,216,400,final,"Counted in May, at school""#,
            )],
            good: &[(
                "series/ind-reading.csv",
                r#"2023,,,,54.0,49.0,59.0,,216,400,final,"Counted in May, at school""#,
                r#"2023,,,,54.0,49.0,59.0,,216.1,400,final,"Counted in May, at school""#,
            )],
        },
    },
    Explanation {
        rule: Rule::TotalOutside,
        why: "A mean lies between the lowest and the highest of its parts; if it does not, one of the figures is wrong.",
        fix: "Correct the whole or the group that is wrong, or add a note to the whole that says how it can be.",
        example: Example {
            form: Form::Folder,
            bad: &[
                (
                    "series/ind-reading.csv",
                    r#"2023,,,,54.0,49.0,59.0,,216,400,final,"Counted in May, at school""#,
                    "2023,,,,⟦54.0⟧,49.0,59.0,,216,400,final,",
                ),
                (
                    "series/ind-reading.csv",
                    "2023,,dim-age,young,48.0,,,,96,200,final,",
                    "2023,,dim-age,young,58.0,,,,116,200,final,",
                ),
            ],
            good: &[(
                "series/ind-reading.csv",
                "2023,,dim-age,young,48.0,,,,96,200,final,",
                "2023,,dim-age,young,53.0,,,,106,200,final,",
            )],
        },
    },
    Explanation {
        rule: Rule::NearTheQuotient,
        why: "A value that was rounded twice differs from the one that readers work out.",
        fix: "Work the value out from numerator and denominator, and round it once.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-reading.csv",
                r#"2023,,,,54.0,49.0,59.0,,216,400,final,"Counted in May, at school""#,
                r#"2023,,,,⟦54.2⟧,49.0,59.0,,216,400,final,"Counted in May, at school""#,
            )],
            good: &[(
                "series/ind-reading.csv",
                r#"2023,,,,54.0,49.0,59.0,,216,400,final,"Counted in May, at school""#,
                r#"2023,,,,54.1,49.0,59.0,,217,401,final,"Counted in May, at school""#,
            )],
        },
    },
    Explanation {
        rule: Rule::RangeBounds,
        why: "No value can lie between a low end and a high end that have changed places.",
        fix: "Write the low end in `lo` or `min` and the high end in `hi` or `max`; the direction `range` needs a `range`.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "indicators/ind-visits.json",
                r#""direction": "none","#,
                r#""direction": "range", "range": ⟦{⟧ "lo": 200, "hi": 100 },"#,
            )],
            good: &[(
                "indicators/ind-visits.json",
                r#""direction": "none","#,
                r#""direction": "range", "range": { "lo": 100, "hi": 200 },"#,
            )],
        },
    },
    Explanation {
        rule: Rule::BaselineUnusable,
        why: "All change is measured from the baseline; without a final value there, nothing can be said.",
        fix: "Choose a baseline period that has a value and is not provisional, unreliable or a forecast.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "indicators/ind-reading.json",
                r#""baseline": { "period": "2021" }"#,
                r#""baseline": { "period": ⟦"2020"⟧ }"#,
            )],
            good: &[(
                "indicators/ind-reading.json",
                r#""baseline": { "period": "2021" }"#,
                r#""baseline": { "period": "2022" }"#,
            )],
        },
    },
    Explanation {
        rule: Rule::UnitIncomplete,
        why: "A rate of unknown people, or money of unknown currency, cannot be read.",
        fix: "Add `per` to a rate, `currency` to money, `name` to a quantity; `decimals` is 0 to 3.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "indicators/ind-visits.json",
                r#""unit": { "kind": "count", "decimals": 0 }"#,
                r#""unit": { "kind": ⟦"rate"⟧, "decimals": 0 }"#,
            )],
            good: &[(
                "indicators/ind-visits.json",
                r#""unit": { "kind": "count", "decimals": 0 }"#,
                r#""unit": { "kind": "rate", "per": "week", "decimals": 0 }"#,
            )],
        },
    },
    Explanation {
        rule: Rule::NoUncertainty,
        why: "Without it a reader cannot tell a change from chance.",
        fix: "Fill the column `denominator`, `se`, or `lower` and `upper`; if everybody was asked, write another `method`.",
        example: Example {
            form: Form::Folder,
            bad: &[
                (
                    "series/ind-reading.csv",
                    "",
                    "period,value,status\n2021,50.0,final\n2022,52.0,final\n2023,54.0,final\n",
                ),
                (
                    "indicators/ind-reading.json",
                    r#""method": "sample", "interval_level": 0.95,"#,
                    r#""method": ⟦"sample"⟧, "interval_level": 0.95,"#,
                ),
            ],
            good: &[(
                "series/ind-reading.csv",
                "",
                "period,value,se,status\n2021,50.0,2.5,final\n2022,52.0,2.5,final\n2023,54.0,2.5,final\n",
            )],
        },
    },
    Explanation {
        rule: Rule::RevisionUnclear,
        why: "Whoever remembers another number wants to know what it was and when it changed; one without the other answers nothing.",
        fix: "Fill both columns, `was` with the value that was published before and `revised` with the day, or empty both. Out of a git repository the build fills them in by itself.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-visits.csv",
                "",
                "period,value,status,was,revised\n2022-Q1,120,final,⟦112⟧,\n2022-Q2,118,final,,\n",
            )],
            good: &[(
                "series/ind-visits.csv",
                "",
                "period,value,status,was,revised\n2022-Q1,120,final,112,2023-03-04\n2022-Q2,118,final,,\n",
            )],
        },
    },
];
