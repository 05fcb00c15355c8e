//! Slips in figures, targets and units.

const FILLED_DOWN: &str = "\
period,value,status
2025-Q1,⟦150⟧,final
2025-Q2,150,final
2025-Q3,150,final
2025-Q4,150,final
2026-Q1,150,final
2026-Q2,150,final
";

defects! {
    a_share_has_lost_its_point: OutsideLimits in Sample [
        ("series/fresh-food-walk.csv", "2019,,,,44.1,", "2019,,,,⟦441⟧,"),
    ];
    a_county_has_lost_its_point: OutsideLimits in Sample [
        ("series/fresh-food-walk.csv", "2015,alder-county,,,44.2,", "2015,alder-county,,,⟦442⟧,"),
    ];
    a_share_is_written_as_a_fraction: FractionForPercent in Sample [
        ("series/fresh-food-walk.csv", "2022,,,,46.4,", "2022,,,,⟦0.464⟧,"),
    ];
    a_count_has_a_dash_before_it: BelowZero in Sample [
        ("series/homelessness.csv", "2019,,,,603,", "2019,,,,⟦-603⟧,"),
    ];
    people_are_counted_in_halves: NotWhole in Sample [
        ("series/homelessness.csv", "2026,,,,702,", "2026,,,,⟦702.5⟧,"),
    ];
    a_count_has_a_zero_too_many: Jump in Sample [
        ("series/home-visit-families.csv", "2019,,,,331,", "2019,,,,⟦3310⟧,"),
    ];
    a_price_is_written_in_cents: PowerOfTen in Sample [
        ("series/market-basket-price.csv", "2025-Q3,,,,26.15,", "2025-Q3,,,,⟦2615⟧,"),
    ];
    a_rent_is_written_in_thousands: PowerOfTen in Sample [
        ("series/median-rent.csv", "\n2019,,,,838,", "\n⟦2019,,,,0.838⟧,"),
    ];
    a_first_digit_is_wrong: Outlier in Sample [
        ("series/pantry-visits.csv", "2022-03,,,,10035,", "2022-03,,,,⟦16035⟧,"),
    ];
    a_target_is_below_where_it_should_rise: TargetWrongSide in Sample [
        ("indicators/graduation.json", r#""value": 88,"#, r#""value": ⟦78⟧,"#),
    ];
    a_direction_is_the_wrong_way_round: TargetWrongSide in Sample [
        ("indicators/belonging.json", r#""direction": "increase""#, r#""direction": "decrease""#),
    ];
    a_step_goes_past_its_target: InterimTarget in Sample [
        ("indicators/evictions.json", r#""value": 10.5"#, r#""value": ⟦1.05⟧"#),
    ];
    low_and_high_are_swapped: IntervalBounds in Sample [
        ("series/food-insecurity.csv", "2025,,,,13.7,12.2,15.2,", "2025,,,,13.7,⟦15.2,12.2⟧,"),
    ];
    nobody_says_how_sure_the_intervals_are: IntervalBounds in Sample [
        ("indicators/food-insecurity.json", "  \"interval_level\": 0.95,\n", ""),
        ("series/food-insecurity.csv", "\n2015,,,,14.8,", "\n⟦2015,,,,14.8⟧,"),
    ];
    a_table_is_filled_down_from_its_first_line: SameValues in Sample [
        ("series/eviction-desk-homes.csv", "", FILLED_DOWN),
    ];
    a_missing_year_is_written_as_9999: StandIn in Sample [
        ("series/home-visit-families.csv", "2021,,,,312,", "2021,,,,⟦9999⟧,"),
    ];
    a_small_survey_gives_all_its_decimals: TooPrecise in Sample [
        ("series/belonging.csv", "2025,eastbank,,,63.6,54.8,72.5,4.52,,,", "2025,eastbank,,,⟦63.608⟧,54.8,72.5,4.52,,113,"),
    ];
    a_numerator_has_two_digits_swapped: NotTheQuotient in Sample [
        ("series/graduation.csv", "SY2025,,,,88.6,,,,3831,", "SY2025,,,,88.6,,,,⟦3381⟧,"),
    ];
    a_share_has_two_digits_swapped: NotTheQuotient in Sample [
        ("series/graduation.csv", "SY2025,,home-language,english,89.4,", "SY2025,,home-language,english,⟦84.9⟧,"),
    ];
    a_share_is_rounded_the_wrong_way: NearTheQuotient in Sample [
        ("series/graduation.csv", "SY2025,,,,88.6,", "SY2025,,,,⟦88.7⟧,"),
    ];
    the_line_of_a_place_is_pasted_over_the_whole: TotalOutside in Sample [
        ("series/belonging.csv", "\n2025,,,,60.6,58.4,62.8,1.11,", "\n⟦2025,,,,72⟧,63.7,80.3,4.22,"),
    ];
    a_range_is_upside_down: RangeBounds in Sample [
        ("indicators/rental-vacancy.json", "\"range\": {\n    \"lo\": 5,\n    \"hi\": 7", "⟦\"range\": {⟧\n    \"lo\": 7,\n    \"hi\": 5"),
    ];
    a_baseline_is_the_year_without_a_survey: BaselineUnusable in Sample [
        (
            "indicators/food-insecurity.json",
            "\"baseline\": {\n    \"period\": \"2019\"",
            "\"baseline\": {\n    \"period\": ⟦\"2020\"⟧",
        ),
    ];
    a_baseline_is_before_the_first_figure: BaselineUnusable in Sample [
        ("indicators/evictions.json", r#""period": "2019-Q3""#, r#""period": ⟦"2018-Q3"⟧"#),
    ];
    a_price_has_no_currency: UnitIncomplete in Sample [
        ("indicators/market-basket-price.json", "    \"kind\": \"currency\",\n    \"currency\": \"USD\",\n", "    ⟦\"kind\": \"currency\"⟧,\n"),
    ];
    a_walk_is_called_a_sample: NoUncertainty in Sample [
        ("indicators/fresh-food-walk.json", "\"method\": \"model\"", "⟦\"method\": \"sample\"⟧"),
    ];
}
