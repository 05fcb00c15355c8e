//! Slips in dates and periods.

defects! {
    a_line_is_pasted_twice: DuplicatePeriod in Sample [
        ("series/median-rent.csv", "2024,,,,1097,,,,,,final,\n", "2024,,,,1097,,,,,,final,\n⟦2024,,,,1097,,,,,,final,⟧\n"),
    ];
    the_year_of_the_line_above_is_kept: DuplicatePeriod in Sample [
        ("series/median-rent.csv", "\n2025,,,,1128,", "\n⟦2024⟧,,,,1128,"),
    ];
    the_newest_line_is_put_on_top: OutOfOrder in Sample [
        ("series/market-basket-price.csv", "2026-Q3,,,,27.95,,,,,,final,\n", ""),
        ("series/market-basket-price.csv", "2024-Q2,,,,24.1,", "2026-Q3,,,,27.95,,,,,,final,\n⟦2024-Q2⟧,,,,24.1,"),
    ];
    november_has_31_days: ImpossibleDate in Sample [
        (
            "updates/upd-2026-11-path-lights.json",
            r#""on": "2026-11-08""#,
            r#""on": ⟦"2026-11-31"⟧"#,
        ),
    ];
    a_quarter_is_the_fifth: ImpossibleDate in Sample [
        ("series/evictions.csv", "2026-Q2,,,,9.4,", "⟦2026-Q5⟧,,,,9.4,"),
    ];
    a_day_is_written_as_in_a_letter: UnclearDate in Sample [
        ("updates/upd-2026-11-path-lights.json", r#""on": "2026-11-08""#, r#""on": ⟦"11/08/2026"⟧"#),
    ];
    a_school_year_is_written_as_people_say_it: UnclearDate in Sample [
        ("series/graduation.csv", "SY2025,,,,88.6,", "⟦2025-26⟧,,,,88.6,"),
    ];
    a_year_stands_among_school_years: MixedPeriods in Sample [
        ("series/graduation.csv", "SY2025,,,,88.6,", "⟦2025⟧,,,,88.6,"),
    ];
    a_year_has_not_begun: FutureValue in Sample [
        ("series/median-rent.csv", "2025,,,,1128,,,,,,final,\n", "2025,,,,1128,,,,,,final,\n⟦2027⟧,,,,1160,,,,,,final,\n"),
    ];
    a_step_is_done_next_year: FutureValue in Sample [
        ("activities/play-streets.json", r#""done_on": "2026-09-13""#, r#""done_on": ⟦"2027-09-13"⟧"#),
    ];
    a_year_has_its_digits_swapped: FarAway in Sample [
        ("activities/evening-pantry.json", r#""start": "2023-02""#, r#""start": ⟦"2203-02"⟧"#),
    ];
    a_partner_joined_in_the_middle_ages: FarAway in Sample [
        ("partners/larkin-congregations.json", r#""joined": "2019-10""#, r#""joined": ⟦"1019-10"⟧"#),
    ];
    a_year_is_deleted_from_a_table: Gap in Sample [
        ("series/median-rent.csv", "2019,,,,838,,,,,,final,\n2020,,,,851,", "⟦2020⟧,,,,851,"),
    ];
    a_verdict_is_given_before_there_are_figures: VerdictWithoutFigures in Sample [
        (
            "indicators/child-walks-to-friend.json",
            r#""phase": "developmental""#,
            r#""phase": "developmental",
  "assessment_override": {
    "status": ⟦"improving"⟧,
    "reason": {
      "en": "Parents say so.",
      "es": "Lo dicen los padres."
    },
    "by": "eastbank-neighbors",
    "on": "2026-10-10"
  }"#,
        ),
    ];
    a_target_is_due_before_its_baseline: TargetDate in Sample [
        ("indicators/belonging.json", r#""by": "2031""#, r#"⟦"by": "2013"⟧"#),
    ];
    the_way_of_counting_changed_after_the_baseline: BreakAfterBaseline in Sample [
        ("series/median-rent.csv", "2023,,,,1058,,,,,,final,", "2023,,,,1058,,,,,,final break,New survey of rents."),
        (
            "indicators/median-rent.json",
            "\"baseline\": {\n    \"period\"",
            "\"baseline\": {\n    ⟦\"period\"⟧",
        ),
    ];
}
