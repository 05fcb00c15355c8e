//! Slips that only the version before can show.

use crate::GONE;

defects! {
    a_county_is_withheld_that_was_published: WithheldLater in Since [
        (
            "series/overdose-deaths.csv",
            "2020,larkin-falls,,,31.4,,,,12,38233,final,",
            "⟦2020,larkin-falls,,,,,,,,,suppressed,⟧",
        ),
    ];
    lines_are_cut_from_a_table: CoverageShrank in Since [
        (
            "series/rental-vacancy.csv",
            "2014,terrace-hill,,,4.9,,,,93,1908,final,\n2015,terrace-hill,,,4.6,,,,89,1933,final,\n",
            "",
        ),
    ];
    a_record_is_deleted: RecordGone in Since [
        ("events/evt-2026-10-assembly.json", "", GONE),
        ("coalition.json", r#""id": "tri-river""#, r#"⟦"id"⟧: "tri-river""#),
    ];
    a_definition_is_new_and_the_series_goes_on: UnmarkedBreak in Since [
        (
            "indicators/homelessness.json",
            "\"definition\": {\n    \"en\": \"People in shelters, cars, tents or outdoors on the last Wednesday of January.",
            "⟦\"definition\"⟧: {\n    \"en\": \"People in shelters, hotels paid by the county, cars, tents or on a friend's couch on the last Wednesday of January.",
        ),
    ];
    a_past_figure_is_changed_without_a_word: HistoryChanged in Since [
        ("series/median-rent.csv", "\n2019,,,,838,", "\n⟦2019,,,,846,⟧"),
    ];
    a_past_figure_has_two_digits_swapped: DigitsSwapped in Since [
        ("series/homelessness.csv", "2020,,,,628,", "⟦2020,,,,682,⟧"),
    ];
    a_target_moves_without_its_record: TargetMoved in Since [
        ("indicators/belonging.json", r#""value": 70,"#, r#"⟦"value": 66,⟧"#),
    ];
}
