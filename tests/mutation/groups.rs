//! Slips in groups, and in what must not be published.

defects! {
    the_line_of_last_year_is_copied_with_a_new_period: ShareSum in Sample [
        (
            "series/chronic-absence.csv",
            "SY2025,,meal-status,lower-income,31.5,,,,9079,28842,",
            "SY2025,,meal-status,lower-income,32,,,,9287,29035,",
        ),
        ("series/chronic-absence.csv", "\nSY2025,,,,", "\n⟦SY2025⟧,,,,"),
    ];
    a_new_breakdown_does_not_add_up: GroupSum in Sample [
        (
            "series/homelessness.csv",
            "2026,larkin-county,,,101,,,,,,final,\n",
            "2026,larkin-county,,,101,,,,,,final,\n2026,,disability,with-disability,231,,,,,,final,\n2026,,disability,without-disability,417,,,,,,final,\n",
        ),
        ("series/homelessness.csv", "\n2026,,,,", "\n⟦2026⟧,,,,"),
    ];
    a_county_is_too_small_to_show: SmallCount in Sample [
        ("series/homelessness.csv", "2026,larkin-county,,,101,", "2026,larkin-county,,,⟦10⟧,"),
    ];
    few_people_were_reached: SmallCount in Sample [
        ("activities/evening-pantry.json", r#""reached": 173"#, r#""reached": ⟦7⟧"#),
    ];
    a_class_is_too_small_for_a_rate: SmallBase in Sample [
        (
            "series/graduation.csv",
            "SY2025,,race-ethnicity,american-indian,,,,,,,suppressed,",
            "SY2025,,race-ethnicity,american-indian,⟦50⟧,,,,13,26,final,",
        ),
    ];
    a_cell_is_withheld_beside_its_total: Recoverable in Sample [
        (
            "series/homelessness.csv",
            "2026,larkin-county,,,101,,,,,,final,",
            "⟦2026,larkin-county,,,,,,,,,suppressed,⟧",
        ),
    ];
    the_second_withheld_group_is_shown: Recoverable in Sample [
        (
            "series/graduation.csv",
            "SY2025,,race-ethnicity,american-indian,,,,,,,suppressed,",
            "SY2025,,race-ethnicity,american-indian,78.1,,,,25,32,final,",
        ),
        (
            "series/graduation.csv",
            "SY2025,,race-ethnicity,pacific-islander,,,,,,,suppressed,",
            "⟦SY2025,,race-ethnicity,pacific-islander,,,,,,,suppressed,⟧",
        ),
    ];
    a_group_is_added_under_another_spelling: GroupLookAlike in Sample [
        (
            "dimensions/sex.json",
            "\"groups\": [\n",
            "\"groups\": [\n    {\n      \"id\": \"women\",\n      \"label\": {\n        \"en\": \"Females\",\n        \"es\": \"Mujer\"\n      }\n    },\n",
        ),
    ];
    a_group_has_no_line_this_year: GroupStops in Sample [
        ("series/overdose-deaths.csv", "2025,,sex,male,31.5,,,,64,203332,provisional,\n", ""),
    ];
    a_withheld_line_keeps_its_numbers: SuppressedValue in Sample [
        (
            "series/graduation.csv",
            "SY2025,,race-ethnicity,asian,93.1,,,,161,173,final,",
            "SY2025,,race-ethnicity,asian,⟦93.1⟧,,,,161,173,suppressed,",
        ),
    ];
    residents_have_not_agreed_yet: NoConsent in Sample [
        ("stories/sto-2026-10-absence.json", r#""consent": true"#, r#"⟦"consent": false⟧"#),
    ];
}
