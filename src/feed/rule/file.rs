//! Files and fields.

use super::{Example, Explanation, Form, Rule};

pub(super) const RULES: &[Explanation] = &[
    Explanation {
        rule: Rule::NotUtf8,
        why: "Read in another encoding, letters such as ñ turn into signs that nobody can read.",
        fix: "Save the file again as UTF-8 (in most editors: Save as, then UTF-8).",
        example: Example {
            form: Form::Both,
            bad: &[(
                "goals/goal-read.json",
                "\"plain_summary\": \"Six in ten by 2030.\"",
                "\"plain_summary\": \"Ñandú ⟦␦⟧ six in ten.\"",
            )],
            good: &[(
                "goals/goal-read.json",
                "\"plain_summary\": \"Six in ten by 2030.\"",
                "\"plain_summary\": \"Ñandú 🦤 six in ten.\"",
            )],
        },
    },
    Explanation {
        rule: Rule::ByteOrderMark,
        why: "Some programs take the mark for a part of the first word, and then do not know the file any more.",
        fix: "Save the file as UTF-8, not as \"UTF-8 with BOM\".",
        example: Example {
            form: Form::Folder,
            bad: &[("goals/goal-read.json", "{ \"id\": \"goal-read\"", "\u{feff}⟦{⟧ \"id\": \"goal-read\"")],
            good: &[],
        },
    },
    Explanation {
        rule: Rule::JsonSyntax,
        why: "One comma or quote in the wrong place makes the whole file unreadable for every program.",
        fix: "Mend the comma, quote or bracket that the finding points at.",
        example: Example {
            form: Form::Both,
            bad: &[("goals/goal-read.json", "\"order\": 10", "\"order\": 10⟦,⟧")],
            good: &[("goals/goal-read.json", "\"order\": 10", "\"order\": 10, \"x_note\": \"a comma,}\"")],
        },
    },
    Explanation {
        rule: Rule::ConflictMarker,
        why: "Two people changed the same lines, and git left both versions for a person to choose from.",
        fix: "Keep one of the two versions and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "goals/goal-read.json",
                "  \"order\": 10",
                "⟦<<<<<<<⟧ ours\n  \"order\": 10\n=======\n  \"order\": 20\n>>>>>>> theirs",
            )],
            good: &[("goals/goal-read.json", "  \"order\": 10", "  \"order\": 20")],
        },
    },
    Explanation {
        rule: Rule::DuplicateKey,
        why: "Programs keep only one of the two, and not all of them the same one.",
        fix: "Keep one of the two.",
        example: Example {
            form: Form::Both,
            bad: &[("goals/goal-read.json", "\"order\": 10", "\"order\": 10, ⟦\"order\"⟧: 20")],
            good: &[("goals/goal-read.json", "\"order\": 10", "\"order\": 20")],
        },
    },
    Explanation {
        rule: Rule::TooLarge,
        why: "A page that takes minutes to load, or a tree that nobody can follow, shows nothing.",
        fix: "Split the file or the list, shorten the text, or hang the goal higher up; the finding names the limit.",
        example: Example {
            form: Form::Folder,
            bad: &[(
                "goals/goal-read.json",
                "\"order\": 10",
                "\"order\": 10, \"x_tree\": [[[[[[[[[[[[[[[⟦[⟧]]]]]]]]]]]]]]]]",
            )],
            good: &[(
                "goals/goal-read.json",
                "\"order\": 10",
                "\"order\": 10, \"x_tree\": [[[[[[[[[[[[[[[]]]]]]]]]]]]]]]",
            )],
        },
    },
    Explanation {
        rule: Rule::MisspeltField,
        why: "A field with a slip in its name is not read, and what it says is missing on the page.",
        fix: "Take the name that the finding proposes, or start the name with `x_` if the field is your own.",
        example: Example {
            form: Form::Both,
            bad: &[("goals/goal-read.json", "\"theme\": \"Reading\"", "⟦\"themee\"⟧: \"Reading\"")],
            good: &[("goals/goal-read.json", "\"theme\": \"Reading\"", "\"x_themee\": \"Reading\"")],
        },
    },
    Explanation {
        rule: Rule::MissingField,
        why: "Without this field a page would have a hole where readers look first.",
        fix: "Add the field; the fix shows what it looks like.",
        example: Example {
            form: Form::Both,
            bad: &[(
                "updates/upd-open.json",
                "{ \"id\": \"upd-open\", \"kind\": \"news\", \"on\": \"2024-02-13\",",
                "⟦{⟧ \"id\": \"upd-open\", \"kind\": \"news\",",
            )],
            good: &[],
        },
    },
    Explanation {
        rule: Rule::WrongType,
        why: "A number in quotes cannot be drawn, and a word that is not on the list means nothing to the page.",
        fix: "Write the kind of value that the fix names: a number without quotes, a date in quotes, one word of the list.",
        example: Example {
            form: Form::Both,
            bad: &[("indicators/ind-reading.json", "\"value\": 60,", "\"value\": ⟦\"60%\"⟧,")],
            good: &[("indicators/ind-reading.json", "\"value\": 60,", "\"value\": 6.0e1,")],
        },
    },
    Explanation {
        rule: Rule::TooNew,
        why: "A newer feed may say things that an older program would get wrong.",
        fix: "Use a newer version of the program.",
        example: Example {
            form: Form::Both,
            bad: &[("coalition.json", "\"schema_version\": \"1.0.0\"", "\"schema_version\": ⟦\"2.0.0\"⟧")],
            good: &[("coalition.json", "\"schema_version\": \"1.0.0\"", "\"schema_version\": \"1.9.3\"")],
        },
    },
    Explanation {
        rule: Rule::BadId,
        why: "An id is the address of a page and the name by which other records know it.",
        fix: "Use lower-case letters, digits and hyphens, an id that no other record has, and the same name for the file.",
        example: Example {
            form: Form::Folder,
            bad: &[("goals/goal-read.json", "\"id\": \"goal-read\"", "\"id\": ⟦\"goal-reed\"⟧")],
            good: &[],
        },
    },
    Explanation {
        rule: Rule::LossyNumber,
        why: "Programs keep about 15 digits of a number; what is beyond them changes on the way to the page.",
        fix: "Round the number, or use a larger unit.",
        example: Example {
            form: Form::Both,
            bad: &[("goals/goal-read.json", "\"order\": 10", "\"order\": ⟦10000000000000000999⟧")],
            good: &[("goals/goal-read.json", "\"order\": 10", "\"order\": 33.333333333333336")],
        },
    },
    Explanation {
        rule: Rule::UnknownField,
        why: "What the program does not know, it passes over without a word; perhaps you count on it.",
        fix: "Delete the field, or start its name with `x_` if it is your own.",
        example: Example {
            form: Form::Both,
            bad: &[("goals/goal-read.json", "\"order\": 10", "⟦\"mood\"⟧: 1, \"order\": 10")],
            good: &[("goals/goal-read.json", "\"order\": 10", "\"x_mood\": 1, \"order\": 10")],
        },
    },
    Explanation {
        rule: Rule::CsvStructure,
        why: "One comma too many moves every number of a line into the wrong column.",
        fix: "Compare the first line with the columns in [feed.md](feed.md#series), and count the commas or the items of the list.",
        example: Example {
            form: Form::Folder,
            bad: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,⟦final⟧,")],
            good: &[("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,\"final\"")],
        },
    },
    Explanation {
        rule: Rule::NotJson,
        why: "A sign-in page or a table was saved in place of the feed; nothing in it can be read.",
        fix: "Check that it is the right file: a web page, a table or an empty file was found where a JSON record belongs.",
        example: Example {
            form: Form::Both,
            bad: &[("goals/goal-read.json", "", "⟦<⟧!doctype html>\n<html></html>\n")],
            good: &[],
        },
    },
    Explanation {
        rule: Rule::UnknownFile,
        why: "A record in the wrong folder is missing on the site, and nobody notices.",
        fix: "Move the file to the folder it belongs in, or out of the feed; a folder whose name is a slip of a known one is an error.",
        example: Example {
            form: Form::Folder,
            bad: &[("goals/notes.txt", "", "⟦N⟧otes of the meeting\n")],
            good: &[("goals/goal-read.json", "\"order\": 10", "\"order\": 10, \"x_notes\": \"Notes of the meeting\"")],
        },
    },
    Explanation {
        rule: Rule::MissingFile,
        why: "Without the coalition there is no name, no language and no contact to put on the pages.",
        fix: "Add `coalition.json`, or `\"coalition\"` in a single file; `commonweal init` writes an example.",
        example: Example {
            form: Form::File,
            bad: &[("feed.json", "{\n  \"coalition\": {", "⟦{⟧\n  \"x_coalition\": {")],
            good: &[],
        },
    },
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
