//! Slips in files and fields.

use crate::GONE;

const WAIVED_ERROR: &str = r#"{
  "waivers": [
    {
      "rule": ⟦"D403"⟧,
      "record": "homelessness",
      "reason": "The counties know these figures anyway.",
      "by": "data lead",
      "until": "2027-06-30"
    }
  ]
}
"#;

const WAIVED_TOO_LONG_AGO: &str = r#"{
  "waivers": [
    {
      "rule": "V309",
      "record": "graduation",
      "reason": "The boards will look at the target in fall.",
      "by": "data lead",
      "until": ⟦"2026-06-30"⟧
    }
  ]
}
"#;

const WAIVED_FOR_NOTHING: &str = r#"{
  "waivers": [
    {
      "rule": ⟦"V309"⟧,
      "record": "graduation",
      "reason": "The boards will look at the target in spring.",
      "by": "data lead",
      "until": "2027-06-30"
    }
  ]
}
"#;

defects! {
    an_old_editor_saved_the_file: NotUtf8 in Sample [
        ("indicators/graduation.json", "Más de 88", "M⟦␦⟧s de 88"),
    ];
    a_windows_editor_put_its_mark_first: ByteOrderMark in Sample [
        ("goals/enough-food.json", "{\n  \"id\"", "\u{feff}⟦{⟧\n  \"id\""),
    ];
    a_comma_is_deleted_between_fields: JsonSyntax in Sample [
        ("activities/evening-pantry.json", r#""kind": "service","#, r#"⟦"kind": "service"⟧"#),
    ];
    a_comma_is_left_after_the_last_item: JsonSyntax in Sample [
        ("goals/stable-homes.json", r#""millrace-tenants""#, r#""millrace-tenants"⟦,⟧"#),
    ];
    a_word_processor_curled_the_quotes: JsonSyntax in Sample [
        ("partners/millrace-tenants.json", r#""joined": "2019-09""#, r#""joined": ⟦“2019-09”⟧"#),
    ];
    a_quote_is_not_closed: JsonSyntax in Sample [
        ("partners/larkin-congregations.json", r#""kind": "faith","#, r#""kind": ⟦"faith⟧,"#),
    ];
    the_last_brace_is_lost: JsonSyntax in Sample [
        ("partners/larkin-congregations.json", "\"active\"\n}", "\"active\"\n"),
    ];
    somebody_is_quoted_inside_a_text: JsonSyntax in Sample [
        ("activities/evening-pantry.json", "Ring at the blue door.", r#"⟦Ring at the door that says "Welcome".⟧"#),
    ];
    a_remark_is_left_for_a_colleague: JsonSyntax in Sample [
        ("goals/enough-food.json", r#""order": 20,"#, r#""order": 20, ⟦// ask Ines⟧"#),
    ];
    a_merge_left_both_versions_of_a_field: ConflictMarker in Sample [
        (
            "goals/enough-food.json",
            r#"  "order": 20,"#,
            "⟦<<<<<<< HEAD⟧\n  \"order\": 20,\n=======\n  \"order\": 25,\n>>>>>>> new-order",
        ),
    ];
    a_merge_left_both_versions_of_a_figure: ConflictMarker in Sample [
        (
            "series/median-rent.csv",
            "2025,,,,1128,,,,,,final,\n",
            "⟦<<<<<<< HEAD⟧\n2025,,,,1128,,,,,,final,\n=======\n2025,,,,1131,,,,,,final,\n>>>>>>> rents\n",
        ),
    ];
    a_field_is_written_again_at_the_end: DuplicateKey in Sample [
        (
            "partners/larkin-congregations.json",
            "\"status\": \"active\"\n",
            "\"status\": \"active\",\n  ⟦\"joined\"⟧: \"2020-01\"\n",
        ),
    ];
    goals_are_hung_below_each_other: TooLarge in Sample [
        ("goals/enough-food.json", r#""parent": "long-healthy-lives""#, r#""parent": "stable-homes""#),
        (
            "goals/neighbors-connected.json",
            r#""parent": "long-healthy-lives""#,
            r#"⟦"parent"⟧: "enough-food""#,
        ),
    ];
    the_name_of_a_field_has_one_letter_less: MisspeltField in Sample [
        ("indicators/graduation.json", r#""plain_summary""#, r#"⟦"plain_sumary"⟧"#),
    ];
    the_name_of_a_field_is_british: MisspeltField in Sample [
        ("sources/pantry-log.json", r#""license""#, r#"⟦"licence"⟧"#),
    ];
    the_direction_is_forgotten: MissingField in Sample [
        ("indicators/evictions.json", "  \"direction\": \"decrease\",\n", ""),
    ];
    news_have_no_author: MissingField in Sample [
        ("updates/upd-2026-11-path-lights.json", "],\n  \"author\": \"eastbank-neighbors\"\n", "]\n"),
    ];
    a_number_stands_in_quotes: WrongType in Sample [
        ("indicators/food-insecurity.json", r#""value": 9,"#, r#""value": ⟦"9"⟧,"#),
    ];
    a_word_is_not_on_the_list: WrongType in Sample [
        ("activities/evening-pantry.json", r#""status": "active""#, r#""status": ⟦"running"⟧"#),
    ];
    a_list_has_lost_its_brackets: WrongType in Sample [
        ("partners/larkin-congregations.json", "[\n    \"delivery\"\n  ]", "⟦\"delivery\"⟧"),
    ];
    a_figure_has_a_percent_sign: WrongType in Sample [
        ("series/fresh-food-walk.csv", "2019,,,,44.1,", "2019,,,,⟦44.1%⟧,"),
    ];
    the_version_is_raised_with_every_edit: TooNew in Sample [
        ("coalition.json", r#""schema_version": "1.0.0""#, r#""schema_version": ⟦"2.0.0"⟧"#),
    ];
    an_id_is_not_the_name_of_its_file: BadId in Sample [
        ("activities/evening-pantry.json", r#""id": "evening-pantry""#, r#""id": ⟦"late-pantry"⟧"#),
    ];
    an_id_has_a_capital_and_a_blank: BadId in Sample [
        ("goals/enough-food.json", r#""id": "enough-food""#, r#""id": ⟦"Enough food"⟧"#),
    ];
    a_spreadsheet_gave_all_its_digits: LossyNumber in Sample [
        ("indicators/life-expectancy.json", r#""min_change": 0.3"#, r#""min_change": ⟦0.29999999999999998890⟧"#),
    ];
    a_day_of_update_is_kept_by_hand: UnknownField in Sample [
        ("goals/enough-food.json", r#""order": 20,"#, "\"order\": 20,\n  ⟦\"last_updated\"⟧: \"2026-11-20\","),
    ];
    the_head_of_a_column_is_misspelt: CsvStructure in Sample [
        ("series/homelessness.csv", "group,value,lower", "group,⟦valeu⟧,lower"),
    ];
    a_line_has_lost_two_commas: CsvStructure in Sample [
        ("series/homelessness.csv", "2019,,,,603,,,,,,final,", "⟦2019,,603,,,,,,final,⟧"),
    ];
    a_figure_has_a_decimal_comma: CsvStructure in Sample [
        ("series/fresh-food-walk.csv", "2019,,,,44.1,,,,,,final,", "⟦2019,,,,44,1,,,,,,final,⟧"),
    ];
    a_sign_in_page_is_saved_for_a_record: NotJson in Sample [
        ("partners/larkin-congregations.json", "", "⟦<!DOCTYPE html>⟧\n<html><body>Sign in</body></html>\n"),
    ];
    a_file_is_saved_empty: NotJson in Sample [
        ("strategies/no-wrong-day.json", "", ""),
    ];
    a_spreadsheet_lies_beside_its_series: UnknownFile in Sample [
        ("series/median-rent.xlsx", "", "PK\u{3}\u{4}"),
    ];
    a_record_lies_in_a_folder_with_another_name: UnknownFile in Sample [
        ("activity/radio-hour.json", "", "{}\n"),
    ];
    the_coalition_is_deleted: MissingFile in Sample [
        ("coalition.json", "", GONE),
    ];
    an_error_is_waived: WaiverRefused in Sample [
        ("waivers.json", "", WAIVED_ERROR),
        ("series/homelessness.csv", "2026,larkin-county,,,101,", "2026,larkin-county,,,7,"),
    ];
    a_waiver_has_run_out: WaiverExpired in Sample [
        ("waivers.json", "", WAIVED_TOO_LONG_AGO),
        ("indicators/graduation.json", r#""value": 88,"#, r#""value": 78,"#),
    ];
    a_waiver_is_left_behind: WaiverUnused in Sample [
        ("waivers.json", "", WAIVED_FOR_NOTHING),
    ];
}
