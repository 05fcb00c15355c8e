//! Rules about files, fields and ids.

use super::*;

cases! {
    an_invisible_mark_before_a_table: ByteOrderMark in Folder,
        broken [("series/ind-visits.csv", "period,value", "\u{feff}⟦p⟧eriod,value")],
        fine [("series/ind-visits.csv", "period,value", " period , value ")];
    a_conflict_in_the_single_file: ConflictMarker in File,
        broken [("feed.json", "\n  \"goals\": [", "\n⟦<<<<<<<⟧ ours\n=======\n>>>>>>> theirs\n  \"goals\": [")],
        fine [("feed.json", "Six in ten", "<<<<<<< ours")];
    a_conflict_in_a_table: ConflictMarker in Folder,
        broken [("series/ind-visits.csv", "2022-Q2,118,final", "⟦<<<<<<<⟧ ours\n2022-Q2,118,final\n=======\n2022-Q2,119,final\n>>>>>>> theirs")],
        fine [("series/ind-reading.csv", "Counted in May", "Counted <<<<<<< in May")];
    a_language_written_twice: DuplicateKey in Both,
        broken [("coalition.json", "\"es\": \"Juntos", "\"es\": \"Juntos\", ⟦\"es\"⟧: \"Juntos")],
        fine [("coalition.json", "\"es\": \"Juntos", "\"es-MX\": \"Juntos\", \"es\": \"Juntos")];
    a_column_written_twice: DuplicateKey in Folder,
        broken [("series/ind-visits.csv", "period,value,status", "period,value,⟦value⟧")],
        fine [("series/ind-visits.csv", "period,value,status", "period,value,x_value")];
    goals_four_deep: TooLarge in Folder,
        broken [
            ("goals/goal-c.json", "", "{\"id\": \"goal-c\", \"kind\": \"result\", \"status\": \"achieved\", \"title\": \"C\", \"plain_summary\": \"For C.\", \"parent\": \"goal-home\"}"),
            ("goals/goal-d.json", "", "{\"id\": \"goal-d\", \"kind\": \"result\", \"status\": \"achieved\", \"title\": \"D\", \"plain_summary\": \"For D.\", \"parent\": ⟦\"goal-c\"⟧}"),
            ("goals/goal-e.json", "", "{\"id\": \"goal-e\", \"kind\": \"result\", \"status\": \"achieved\", \"title\": \"E\", \"plain_summary\": \"For E.\", \"parent\": \"goal-d\"}")
        ],
        fine [("goals/goal-c.json", "", "{\"id\": \"goal-c\", \"kind\": \"result\", \"status\": \"achieved\", \"title\": \"C\", \"plain_summary\": \"For C.\", \"parent\": \"goal-home\"}")];
    a_slip_in_a_required_field_name: MisspeltField in Both,
        broken [("goals/goal-read.json", "\"title\": \"Children read well\"", "⟦\"titel\"⟧: \"Children read well\"")],
        fine [("goals/goal-read.json", "\"title\": \"Children read well\"", "\"title\": \"Titel\"")];
    a_slip_in_the_name_of_a_list_that_others_need: MisspeltField in File,
        broken [("feed.json", "\"partners\": [\n", "⟦\"partnrs\"⟧: [\n")],
        fine [("feed.json", "\"partners\": [\n", "\"x_partnrs\": [], \"partners\": [\n")];
    a_slip_in_a_list_name: MisspeltField in File,
        broken [("feed.json", "\"events\": [", "⟦\"event\"⟧: [")],
        fine [("feed.json", "\"events\": [", "\"x_event\": [")];
    a_field_that_is_not_there: MissingField in Both,
        broken [
            ("updates/upd-open.json", "{ \"id\": \"upd-open\"", "⟦{⟧ \"id\": \"upd-open\""),
            ("updates/upd-open.json", "\"body\": \"Tutoring has begun at Hill Street.\",", "")
        ],
        fine [("goals/goal-read.json", "\"theme\": \"Reading\",", "")];
    a_list_that_is_empty: MissingField in Both,
        broken [("partners/par-circle.json", "[\"delivery\"]", "⟦[⟧]")],
        fine [("activities/act-tutoring.json", "[\"str-books\"]", "[]")];
    a_correction_of_nothing: MissingField in Both,
        broken [("updates/upd-open.json", "\"upd-open\", \"kind\": \"news\"", "\"upd-open\", \"kind\": ⟦\"correction\"⟧")],
        fine [("updates/upd-open.json", "\"upd-open\", \"kind\": \"news\"", "\"upd-open\", \"kind\": \"correction\", \"correction\": {\"record\": \"ind-reading\", \"was\": \"55\", \"now\": \"54\"}")];
    a_pilot_without_a_question: MissingField in Both,
        broken [("activities/act-tutoring.json", "\"act-tutoring\", \"kind\": \"programme\"", "\"act-tutoring\", \"kind\": ⟦\"pilot\"⟧")],
        fine [("activities/act-tutoring.json", "\"act-tutoring\", \"kind\": \"programme\"", "\"act-tutoring\", \"kind\": \"pilot\", \"hypothesis\": \"They come\", \"review_on\": \"2027\"")];
    a_policy_without_its_stage: MissingField in Both,
        broken [("activities/act-tutoring.json", "\"act-tutoring\", \"kind\": \"programme\"", "\"act-tutoring\", \"kind\": ⟦\"policy_change\"⟧")],
        fine [("activities/act-tutoring.json", "\"act-tutoring\", \"kind\": \"programme\"", "\"act-tutoring\", \"kind\": \"policy_change\", \"stage\": \"drafted\"")];
    a_milestone_done_on_no_day: MissingField in Both,
        broken [("activities/act-tutoring.json", "\"done_on\": \"2024-02-12\", \"state\": \"done\"", "\"state\": ⟦\"done\"⟧")],
        fine [("activities/act-tutoring.json", "\"done_on\": \"2024-02-12\", \"state\": \"done\"", "\"state\": \"late\"")];
    a_value_that_nothing_explains: MissingField in Folder,
        broken [("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,⟦⟧,final")],
        fine [("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,,missing")];
    a_value_that_nothing_explains_in_a_list: MissingField in File,
        broken [("feed.json", "\"value\": [120, 118]", "\"value\": [120, ⟦null⟧]")],
        fine [("feed.json", "\"value\": [120, 118], \"status\": [\"final\", \"final\"]", "\"value\": [120, null], \"status\": [\"final\", \"missing\"]")];
    a_word_that_the_field_does_not_know: WrongType in Both,
        broken [("partners/par-library.json", "\"public_agency\"", "⟦\"public agency\"⟧")],
        fine [("partners/par-library.json", "\"public_agency\"", "\"tribal_government\"")];
    a_text_where_a_list_is_meant: WrongType in Both,
        broken [("partners/par-circle.json", "[\"delivery\"]", "⟦\"delivery\"⟧")],
        fine [("partners/par-circle.json", "[\"delivery\"]", "[\"delivery\", \"ally\"]")];
    an_empty_text: WrongType in Both,
        broken [("goals/goal-home.json", "\"Families read at home\"", "⟦\" \"⟧")],
        fine [("goals/goal-home.json", "\"Families read at home\"", "\".\"")];
    a_language_that_is_none: WrongType in Both,
        broken [("coalition.json", "\"es\": \"Juntos por el Valle Ñandú\"", "⟦\"Spanish\"⟧: \"Juntos por el Valle Ñandú\"")],
        fine [("coalition.json", "\"es\": \"Juntos", "\"hmn\": \"Juntos")];
    a_sign_in_a_number_cell: WrongType in Folder,
        broken [("series/ind-visits.csv", "2022-Q2,118,", "2022-Q2,⟦<10⟧,")],
        fine [("series/ind-visits.csv", "2022-Q2,118,", "2022-Q2, 118 ,")];
    a_status_that_is_none: WrongType in Folder,
        broken [("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,⟦finl⟧")],
        fine [("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,final break")];
    a_record_in_the_wrong_folder: WrongType in Folder,
        broken [("goals/geo-north.json", "", "⟦{⟧\"id\": \"geo-north\", \"kind\": \"city\", \"name\": \"North\"}")],
        fine [("geographies/geo-north.json", "", "{\"id\": \"geo-north\", \"kind\": \"city\", \"name\": \"North\"}")];
    a_record_in_the_wrong_list: WrongType in File,
        broken [("feed.json", "\n  \"goals\": [", "\n  \"goals\": [⟦{⟧\"id\": \"geo-north\", \"kind\": \"city\", \"name\": \"North\"}, ")],
        fine [("feed.json", "\"geographies\": [", "\"geographies\": [{\"id\": \"geo-north\", \"kind\": \"city\", \"name\": \"North\"}, ")];
    an_id_with_a_capital: BadId in Both,
        broken [("events/evt-table.json", "\"evt-table\"", "⟦\"Evt-table\"⟧")],
        fine [("events/evt-table.json", "\"Reading table\"", "\"Reading table\", \"x_id\": \"Evt-table\"")];
    an_id_that_is_not_the_file_name: BadId in Folder,
        broken [("goals/goal-read.json", "\"goal-read\"", "⟦\"goal-reed\"⟧")],
        fine [("goals/2026/goal-9.json", "", "{\"id\": \"goal-9\", \"kind\": \"result\", \"status\": \"achieved\", \"title\": \"C\", \"plain_summary\": \"For C.\"}")];
    an_id_that_two_records_have: BadId in Both,
        broken [("updates/upd-open.json", "\"upd-open\"", "⟦\"goal-read\"⟧")],
        fine [("updates/upd-open.json", "\"Hill Street is open\"", "\"Hill Street is open\", \"x_id\": \"goal-read\"")];
    an_id_that_two_milestones_have: BadId in Both,
        broken [("activities/act-tutoring.json", "\"milestones\": [", "\"milestones\": [{ \"id\": \"open\", \"title\": \"Open\", \"due\": \"2024\", \"state\": \"planned\" }, "), ("activities/act-tutoring.json", "\"open\", \"title\": \"Open at", "⟦\"open\"⟧, \"title\": \"Open at")],
        fine [("activities/act-tutoring.json", "\"milestones\": [", "\"milestones\": [{ \"id\": \"plan\", \"title\": \"Open\", \"due\": \"2024\", \"state\": \"planned\" }, ")];
    an_id_that_two_groups_have: BadId in Both,
        broken [("dimensions/dim-age.json", "\"groups\": [", "\"groups\": [{ \"id\": \"young\", \"label\": \"Five\" },"), ("dimensions/dim-age.json", "\"young\", \"label\": \"Six", "⟦\"young\"⟧, \"label\": \"Six")],
        fine [("dimensions/dim-age.json", "\"groups\": [", "\"groups\": [{ \"id\": \"younger\", \"label\": \"Five\" },")];
    a_table_named_after_nothing: BadId in Folder,
        broken [("series/Reading 2.csv", "", "⟦p⟧eriod,value\n")],
        fine [("series/ind-visits.csv", "2022-Q2,118,final", "\n2022-Q2,118,final")];
    a_column_that_is_none: CsvStructure in Folder,
        broken [("series/ind-reading.csv", "period,geography,", "period,⟦place⟧,")],
        fine [("series/ind-visits.csv", "period,value,status", "period,value,x_status")];
    a_column_that_is_missing: CsvStructure in Folder,
        broken [("series/ind-visits.csv", "period,value,status", "⟦p⟧eriod,x_value,status")],
        fine [("series/ind-visits.csv", "", "value,period\n12,2022-Q1\n")];
    a_table_without_lines: CsvStructure in Folder,
        broken [("series/ind-visits.csv", "", "⟦\n⟧")],
        fine [("series/ind-visits.csv", "", "period,value\n")];
    a_column_that_is_too_short: CsvStructure in File,
        broken [("feed.json", "\"value\": [120, 118]", "\"value\": ⟦[⟧120]")],
        fine [("feed.json", "\"status\": [\"final\", \"final\"] }]", "\"status\": [] }]")];
    a_group_without_its_dimension: CsvStructure in Folder,
        broken [("series/ind-reading.csv", "2023,,dim-age,old,", "2023,,,⟦old⟧,")],
        fine [("series/ind-reading.csv", "2023,,dim-age,old,", "2023,, dim-age ,old,")];
    a_slip_in_a_folder_name: UnknownFile in Folder,
        broken [("goal/goal-8.json", "", "⟦{⟧}"), ("goal/goal-9.json", "", "{}"), ("updates/upd-open.json", "\"act-tutoring\"", "\"goal-8\"")],
        fine [("goals/goal-8.json", "", "{\"id\": \"goal-8\", \"kind\": \"result\", \"status\": \"achieved\", \"title\": \"C\", \"plain_summary\": \"For C.\"}")];
    a_picture_among_the_records: UnknownFile in Folder,
        broken [("photos/one.jpg", "", "⟦␦⟧"), ("photos/two.jpg", "", "␦")],
        fine [("goals/goal-read.json", "Six in ten", "Six in ten, see photo.jpg")];
    a_file_that_nobody_reads: UnknownFile in Folder,
        broken [("goals/notes.txt", "", "⟦N⟧otes")],
        fine [("goals/goal-9.json", "", "{\"id\": \"goal-9\", \"kind\": \"result\", \"status\": \"achieved\", \"title\": \"C\", \"plain_summary\": \"For C.\"}")];
    a_story_without_authors: MissingField in Both,
        broken [("stories/sto-second.json", "\"authors\": [\"par-circle\", \"par-library\"]", "\"authors\": ⟦[⟧]")],
        fine [("stories/sto-second.json", "\"authors\": [\"par-circle\", \"par-library\"]", "\"authors\": [\"par-circle\"]")];
    a_proof_that_is_no_word: WrongType in Both,
        broken [("stories/sto-second.json", "\"evidence\": \"promising\"", "\"evidence\": ⟦\"proven\"⟧")],
        fine [("stories/sto-second.json", "\"evidence\": \"promising\"", "\"evidence\": \"unknown\"")];
}
