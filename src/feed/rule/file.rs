//! Files and fields.

use super::{Example, Explanation, Form, Rule};

pub(super) const RULES: &[Explanation] = &[
    Explanation {
        rule: Rule::WaiverRefused,
        why: "An error makes a page wrong, and rules about people protect somebody who was not asked. Neither is the coalition's to waive.",
        fix: "Mend what the rule finds, then delete the waiver.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "waivers.json",
                "",
                "{ \"waivers\": [\n  { \"rule\": ⟦\"D403\"⟧, \"record\": \"ind-visits\", \"reason\": \"Everybody knows anyway.\",\n    \"by\": \"data lead\", \"until\": \"2027-06-30\" }\n] }\n",
            )],
            good: &[
                ("indicators/ind-reading.json", "\"value\": 60", "\"value\": 40"),
                (
                    "waivers.json",
                    "",
                    "{ \"waivers\": [\n  { \"rule\": \"V309\", \"record\": \"ind-reading\", \"reason\": \"A new test, on which fewer pass at first.\",\n    \"by\": \"data lead\", \"until\": \"2027-06-30\" }\n] }\n",
                ),
            ],
        },
    },
    Explanation {
        rule: Rule::WaiverExpired,
        why: "Waivers end so that somebody looks again: the person who decided may have left, and the reason with them.",
        fix: "Mend what was waived and delete the waiver, or decide anew and give a later date.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "waivers.json",
                "",
                "{ \"waivers\": [\n  { \"rule\": \"V309\", \"record\": \"ind-reading\", \"reason\": \"A new test, on which fewer pass at first.\",\n    \"by\": \"data lead\", \"until\": ⟦\"2026-11-21\"⟧ }\n] }\n",
            )],
            good: &[
                ("indicators/ind-reading.json", "\"value\": 60", "\"value\": 40"),
                (
                    "waivers.json",
                    "",
                    "{ \"waivers\": [\n  { \"rule\": \"V309\", \"record\": \"ind-reading\", \"reason\": \"A new test, on which fewer pass at first.\",\n    \"by\": \"data lead\", \"until\": \"2026-11-22\" }\n] }\n",
                ),
            ],
        },
    },
    Explanation {
        rule: Rule::WaiverUnused,
        why: "A waiver that is left behind would silently accept the next mistake of the same kind.",
        fix: "Delete the waiver, or correct its rule, record, field or period.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "waivers.json",
                "",
                "{ \"waivers\": [\n  { \"rule\": ⟦\"V309\"⟧, \"record\": \"ind-reading\", \"reason\": \"A new test, on which fewer pass at first.\",\n    \"by\": \"data lead\", \"until\": \"2027\" }\n] }\n",
            )],
            good: &[
                ("indicators/ind-reading.json", "\"value\": 60", "\"value\": 40"),
                (
                    "waivers.json",
                    "",
                    "{ \"waivers\": [\n  { \"rule\": \"V309\", \"record\": \"ind-reading\", \"field\": \"targets/0\", \"reason\": \"A new test, on which fewer pass at first.\",\n    \"by\": \"data lead\", \"until\": \"2027\" }\n] }\n",
                ),
            ],
        },
    },
];
