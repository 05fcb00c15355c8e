//! Groups and disclosure.

use super::{Example, Explanation, Form, Rule};

pub(super) const RULES: &[Explanation] = &[
    Explanation {
        rule: Rule::GroupSum,
        why: "If the groups are everybody and do not add up, one of the figures is wrong, or people are missing.",
        fix: "Correct the figure that is wrong; if some people are in no group, add a group for them, such as not known.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-visits.csv",
                "",
                "period,dimension,group,value,status\n2022-Q1,,,⟦121⟧,final\n2022-Q1,dim-age,old,70,final\n2022-Q1,dim-age,young,41,final\n",
            )],
            good: &[(
                "series/ind-visits.csv",
                "",
                "period,dimension,group,value,status\n2022-Q1,,,121,final\n2022-Q1,dim-age,old,70,final\n2022-Q1,dim-age,young,51,final\n",
            )],
        },
    },
    Explanation {
        rule: Rule::ShareSum,
        why: "The share of everybody is the mean of the groups, weighted by their size. If it is not, one of the figures is wrong.",
        fix: "Correct the figure that is wrong; if some people are in no group, add a group for them, such as not known.",
        example: Example {
            form: Form::Folder,
            bad: &[
                ("indicators/ind-reading.json", r#""method": "sample""#, r#""method": "census""#),
                (
                    "series/ind-reading.csv",
                    r#"2023,,,,54.0,49.0,59.0,,216,400,final,"Counted in May, at school""#,
                    "2023,,,,⟦54.0⟧,49.0,59.0,,216,400,final,",
                ),
                (
                    "series/ind-reading.csv",
                    "2023,,dim-age,old,60.0,,,,120,200,final,",
                    "2023,,dim-age,old,50.0,,,,100,200,final,",
                ),
            ],
            good: &[
                ("indicators/ind-reading.json", r#""method": "sample""#, r#""method": "census""#),
                (
                    "series/ind-reading.csv",
                    "2023,,dim-age,old,60.0,,,,120,200,final,",
                    "2023,,dim-age,old,60.2,,,,121,201,final,",
                ),
                (
                    "series/ind-reading.csv",
                    "2023,,dim-age,young,48.0,,,,96,200,final,",
                    "2023,,dim-age,young,47.7,,,,95,199,final,",
                ),
            ],
        },
    },
    Explanation {
        rule: Rule::SmallCount,
        why: "A neighbour can tell who one of four children is. Nearly all of a known number gives the few others away too.",
        fix: "Empty the number cells of the line and write `suppressed` in the column `status`; leave out `reached` in an activity.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-reading.csv",
                "2023,,dim-age,young,48.0,,,,96,200,final,",
                "2023,,dim-age,young,4.5,,,,⟦9⟧,200,final,",
            )],
            good: &[(
                "series/ind-reading.csv",
                "2023,,dim-age,young,48.0,,,,96,200,final,",
                "2023,,dim-age,young,5.0,,,,10,200,final,",
            )],
        },
    },
    Explanation {
        rule: Rule::SmallBase,
        why: "A share of very few people moves by chance, and points to them.",
        fix: "Empty the number cells of the line and write `suppressed` in the column `status`.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-reading.csv",
                "2023,,dim-age,young,48.0,,,,96,200,final,",
                "2023,,dim-age,young,48.3,,,,14,⟦29⟧,final,",
            )],
            good: &[(
                "series/ind-reading.csv",
                "2023,,dim-age,young,48.0,,,,96,200,final,",
                "2023,,dim-age,young,50.0,,,,15,30,final,",
            )],
        },
    },
    Explanation {
        rule: Rule::Recoverable,
        why: "What was withheld to protect people is public again if it follows from the other figures by subtraction.",
        fix: "Withhold a second group or place for the same period, or the total. What is withheld together must not be a small count either.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-reading.csv",
                "2023,,dim-age,young,48.0,,,,96,200,final,",
                "2023,,dim-age,young,,,,,,,⟦suppressed⟧,",
            )],
            good: &[
                (
                    "series/ind-reading.csv",
                    "2023,,dim-age,old,60.0,,,,120,200,final,",
                    "2023,,dim-age,old,,,,,,,suppressed,",
                ),
                (
                    "series/ind-reading.csv",
                    "2023,,dim-age,young,48.0,,,,96,200,final,",
                    "2023,,dim-age,young,,,,,,,suppressed,",
                ),
            ],
        },
    },
    Explanation {
        rule: Rule::GroupLookAlike,
        why: "One group under two names is two half lines on the chart, and neither of them is right.",
        fix: "If they are one group, keep one of them in the dimension and in the series; else name them apart.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "dimensions/dim-age.json",
                r#"{ "id": "young", "label": "Six and seven" }"#,
                r#"{ "id": "young", "label": ⟦"Eight-and-nine"⟧ }"#,
            )],
            good: &[(
                "dimensions/dim-age.json",
                r#"{ "id": "young", "label": "Six and seven" }"#,
                r#"{ "id": "young", "label": "Eight and ten" }"#,
            )],
        },
    },
    Explanation {
        rule: Rule::GroupStops,
        why: "A group that silently drops out was often the one that did worst.",
        fix: "Add the value, or a line with an empty value and the status `missing`, `suppressed` or `withheld`.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-reading.csv",
                "2023,,dim-age,old,60.0,,,,120,200,final,\n2023,,dim-age,young,48.0,,,,96,200,final,",
                "2022,,dim-age,old,58.0,,,,116,200,final,\n2023,,dim-age,old,60.0,,,,120,200,final,\n2022,,dim-age,⟦young⟧,46.0,,,,92,200,final,",
            )],
            good: &[(
                "series/ind-reading.csv",
                "2023,,dim-age,old,60.0,,,,120,200,final,\n2023,,dim-age,young,48.0,,,,96,200,final,",
                "2022,,dim-age,old,58.0,,,,116,200,final,\n2023,,dim-age,old,60.0,,,,120,200,final,\n2022,,dim-age,young,46.0,,,,92,200,final,\n2023,,dim-age,young,,,,,,,missing,",
            )],
        },
    },
    Explanation {
        rule: Rule::SuppressedValue,
        why: "Nothing is hidden on the screen that the file gives away: the file is public.",
        fix: "Empty all number cells of the line, or correct the status.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "series/ind-reading.csv",
                "2023,,dim-age,young,48.0,,,,96,200,final,",
                "2023,,dim-age,young,⟦4.0⟧,,,,8,200,suppressed,",
            )],
            good: &[(
                "series/ind-reading.csv",
                "2023,,dim-age,young,48.0,,,,96,200,final,",
                "2023,,dim-age,young,48.0,,,,96,200,unreliable,",
            )],
        },
    },
];
