//! Rules about observations: periods, values, intervals.

use super::*;

cases! {
    a_revision_without_the_old_value: RevisionUnclear in Folder,
        broken [("series/ind-visits.csv", "", "period,value,was,revised\n2022-Q1,120,,⟦2023-03-04⟧\n2022-Q2,118,,\n")],
        fine [("series/ind-visits.csv", "", "period,value,was,revised\n2022-Q1,120,,\n2022-Q2,118,117,2023\n")];
    a_revision_without_its_day_in_a_list: RevisionUnclear in File,
        broken [("feed.json", "\"value\": [120, 118]", "\"value\": [120, 118], \"was\": [⟦112⟧, null]")],
        fine [("feed.json", "\"value\": [120, 118]", "\"value\": [120, 118], \"was\": [112, null], \"revised\": [\"2023-03\", null]")];
    a_revision_that_changes_nothing: RevisionUnclear in Folder,
        broken [("series/ind-visits.csv", "", "period,value,was,revised\n2022-Q1,120,⟦120.0⟧,2023-03-04\n2022-Q2,118,,\n")],
        fine [("series/ind-visits.csv", "", "period,value,was,revised\n2022-Q1,120,121,2023-03-04\n2022-Q2,118,,\n")];
    a_revision_to_come: FutureValue in Folder,
        broken [("series/ind-visits.csv", "", "period,value,was,revised\n2022-Q1,120,112,⟦2026-11-24⟧\n2022-Q2,118,,\n")],
        fine [("series/ind-visits.csv", "", "period,value,was,revised\n2022-Q1,120,112,2026-11-23\n2022-Q2,118,,\n")];
    a_day_of_a_revision_that_can_be_read_in_two_ways: UnclearDate in Folder,
        broken [("series/ind-visits.csv", "", "period,value,was,revised\n2022-Q1,120,112,⟦03/04/2023⟧\n2022-Q2,118,,\n")],
        fine [("series/ind-visits.csv", "", "period,value,was,revised\n2022-Q1,120,112,2023-03-04\n2022-Q2,118,,\n")];
    a_day_of_a_revision_that_is_none: ImpossibleDate in File,
        broken [("feed.json", "\"value\": [120, 118]", "\"value\": [120, 118], \"was\": [112, null], \"revised\": [⟦\"2023-02-30\"⟧, null]")],
        fine [("feed.json", "\"value\": [120, 118]", "\"value\": [120, 118], \"was\": [112, null], \"revised\": [\"2023-02-28\", null]")];
    a_series_of_nothing: DeadReference in Folder,
        broken [("series/ind-vists.csv", "", "⟦p⟧eriod,value\n2022-Q1,120\n")],
        fine [("series/ind-visits.csv", "2022-Q2,118,final", "\n\n2022-Q2,118,final")];
    a_group_that_is_not_there: DeadReference in Folder,
        broken [("series/ind-reading.csv", "dim-age,old,", "dim-age,⟦olds⟧,")],
        fine [("series/ind-reading.csv", "2023,,dim-age,old,60.0,,,,120,200,final,\n", "")];
    a_group_that_is_not_there_in_a_list: DeadReference in File,
        broken [("feed.json", "\"group\": \"old\", \"value\"", "\"group\": ⟦\"olds\"⟧, \"value\"")],
        fine [("feed.json", "\"group\": \"old\", \"value\"", "\"x_group\": 1, \"group\": \"old\", \"value\"")];
    a_place_that_is_not_there: DeadReference in Folder,
        broken [("series/ind-reading.csv", "2023,geo-west,", "2023,⟦geo-wets⟧,")],
        fine [("series/ind-reading.csv", "2023,geo-west,", "2023, geo-west ,")];
    a_bad_cell_after_quoted_commas: WrongType in Folder,
        broken [("series/ind-visits.csv", "", "period,note,value\n2022-Q1,\"Ñandú, \"\"twice\"\", and so on\",⟦12O⟧\n")],
        fine [("series/ind-visits.csv", "", "period,note,value\n2022-Q1,\"Ñandú, \"\"twice\"\", and so on\",120\n")];
    a_bad_cell_after_a_quoted_line_break: WrongType in Folder,
        broken [("series/ind-visits.csv", "", "period,note,value\n2022-Q1,\"one,\ntwo\",⟦12O⟧\n2022-Q2,,118\n")],
        fine [("series/ind-visits.csv", "", "period,note,value\n2022-Q1,\"one,\ntwo\",120\n2022-Q2,,118\n")];
    a_bad_cell_after_empty_lines: WrongType in Folder,
        broken [("series/ind-visits.csv", "", "period,value\n\n\n2022-Q1,120\n,\n\n2022-Q2,⟦many⟧")],
        fine [("series/ind-visits.csv", "", "period,value\n\n\n2022-Q1,120\n,\n\n2022-Q2,118")];
    an_address_in_a_note: EmailInText in Folder,
        broken [("series/ind-reading.csv", "\"Counted in May, at school\"", "⟦\"Contéo: ask, maria@example.org\"⟧")],
        fine [("series/ind-reading.csv", "\"Counted in May, at school\"", "\"Contéo: ask, @maria\"")];
    a_number_that_no_program_keeps: WrongType in File,
        broken [("feed.json", "\"value\": [120, 118]", "\"value\": [120, ⟦1e999⟧]")],
        fine [("feed.json", "\"value\": [120, 118]", "\"value\": [120, 118e0]")];
    a_year_that_is_there_twice: DuplicatePeriod in Folder,
        broken [("series/ind-reading.csv", "2022,,,,52.0", "⟦2021⟧,,,,52.0")],
        fine [("series/ind-reading.csv", "2022,,,,52.0", "2020,,,,52.0"), ("series/ind-reading.csv", "2021,,,,50.0,45.0,55.0,,200,400,final,\n", ""), ("indicators/ind-reading.json", "\"2021\"", "\"2020\"")];
    a_year_that_is_there_twice_and_too_late: DuplicatePeriod in Folder,
        broken [("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,final\n2022-Q3,117,final\n⟦2022-Q1⟧,12,final")],
        fine [("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,final\n2022-Q3,117,final")];
    a_year_that_is_listed_twice: DuplicatePeriod in File,
        broken [("feed.json", "[\"2021\", \"2022\", \"2023\"]", "[\"2021\", \"2023\", ⟦\"2023\"⟧]")],
        fine [("feed.json", "[\"2021\", \"2022\", \"2023\"]", "[\"2021\", \"2019\", \"2023\"]")];
    a_line_that_is_there_twice: DuplicatePeriod in File,
        broken [("feed.json", "[{ \"value\": [120, 118]", "[{ \"value\": [120, 118] }, ⟦{⟧ \"value\": [120, 118]")],
        fine [("feed.json", "[{ \"value\": [120, 118]", "[{ \"geography\": \"geo-east\", \"value\": [60, 50] }, { \"value\": [120, 118]")];
    two_series_of_one_indicator: DuplicatePeriod in Folder,
        broken [("series/z/ind-visits.csv", "", "⟦p⟧eriod,value\n2023-Q1,120\n")],
        fine [("series/ind-visits.csv", "2022-Q2,118,final", "2022-Q2,118,final\n2023-Q1,120,final")];
    two_series_of_one_indicator_in_a_list: DuplicatePeriod in File,
        broken [("feed.json", "\"series\": [", "\"series\": [{\"indicator\": \"ind-visits\", \"periods\": [\"2023-Q1\"], \"lines\": [{\"value\": [12]}]},"), ("feed.json", "{\n      \"indicator\": \"ind-visits\"", "⟦{⟧\n      \"indicator\": \"ind-visits\"")],
        fine [("feed.json", "\"series\": [", "\"x_series\": [], \"series\": [")];
    a_month_that_no_year_has: ImpossibleDate in Folder,
        broken [("series/ind-visits.csv", "2022-Q2", "⟦2022-Q5⟧")],
        fine [("series/ind-visits.csv", "2022-Q2", "2022-Q4")];
    a_baseline_that_could_not_be_read: UnclearDate in Folder,
        broken [("series/ind-reading.csv", "2021,,,,50.0", "⟦21⟧,,,,50.0")],
        fine [("series/ind-reading.csv", "2021,,,,50.0", " 2021 ,,,,50.0")];
    a_baseline_that_could_not_be_read_in_a_list: UnclearDate in File,
        broken [("feed.json", "[\"2021\", \"2022\", \"2023\"]", "[⟦\"2021/22\"⟧, \"2022\", \"2023\"]")],
        fine [("feed.json", "[\"2021\", \"2022\", \"2023\"]", "[\"2021\", \"2022\", \"2024\"]")];
    a_quarter_among_years: MixedPeriods in Folder,
        broken [("series/ind-reading.csv", "2022,,,,52.0", "⟦2022-Q1⟧,,,,52.0")],
        fine [("series/ind-reading.csv", "2022,,,,52.0", "2022 ,,,,52.0")];
    a_kind_of_period_that_no_line_has: MixedPeriods in Folder,
        broken [("indicators/ind-visits.json", "\"quarter\"", "\"half\""), ("series/ind-visits.csv", "2022-Q1", "⟦2022-Q1⟧")],
        fine [("indicators/ind-visits.json", "\"quarter\"", "\"half\""), ("series/ind-visits.csv", "Q1", "H1"), ("series/ind-visits.csv", "Q2", "H2")];
    a_kind_of_period_that_no_list_has: MixedPeriods in File,
        broken [("feed.json", "\"quarter\"", "\"school_year\""), ("feed.json", "\"2022-Q1\"", "⟦\"2022-Q1\"⟧")],
        fine [("feed.json", "\"quarter\"", "\"school_year\""), ("feed.json", "[\"2022-Q1\", \"2022-Q2\"]", "[\"SY2021\", \"SY2022\"]")];
    a_year_to_come_in_a_list: FutureValue in File,
        broken [("feed.json", "[\"2021\", \"2022\", \"2023\"]", "[\"2021\", \"2022\", ⟦\"2027\"⟧]")],
        fine [("feed.json", "[\"2021\", \"2022\", \"2023\"]", "[\"2021\", \"2022\", \"2026\"]")];
    a_decimal_point_that_went_missing_in_a_list: OutsideLimits in File,
        broken [("feed.json", "[50.0, 52.0, 54.0]", "[50.0, 52.0, ⟦540⟧]")],
        fine [("feed.json", "[50.0, 52.0, 54.0]", "[50.0, 52.0, 54]")];
    a_value_beyond_the_limits: OutsideLimits in Folder,
        broken [("indicators/ind-visits.json", "\"direction\"", "\"limits\": {\"max\": 119}, \"direction\""), ("series/ind-visits.csv", "2022-Q1,120", "2022-Q1,⟦120⟧")],
        fine [("indicators/ind-visits.json", "\"direction\"", "\"limits\": {\"max\": 120}, \"direction\"")];
    an_interval_of_no_level: IntervalBounds in Folder,
        broken [("indicators/ind-reading.json", ", \"interval_level\": 0.95", ""), ("series/ind-reading.csv", "50.0,45.0,", "50.0,⟦45.0⟧,")],
        fine [("indicators/ind-reading.json", "0.95", "0.99")];
    an_upper_end_of_no_level: IntervalBounds in Folder,
        broken [("series/ind-visits.csv", "", "period,value,upper\n2022-Q1,120,⟦140⟧\n")],
        fine [("series/ind-visits.csv", "", "period,value,upper\n2022-Q1,120,140\n"), ("indicators/ind-visits.json", "\"direction\"", "\"interval_level\": 0.9, \"direction\"")];
    a_standard_error_below_zero: IntervalBounds in Folder,
        broken [("series/ind-reading.csv", "54.0,49.0,59.0,,", "54.0,49.0,59.0,⟦-2⟧,")],
        fine [("series/ind-reading.csv", "54.0,49.0,59.0,,", "54.0,49.0,59.0,0,")];
    a_numerator_that_lost_its_digits: NotTheQuotient in Folder,
        broken [("series/ind-reading.csv", "2023,,,,54.0,49.0,59.0,,216,400", "2023,,,,⟦54.0⟧,49.0,59.0,,2,400")],
        fine [("series/ind-reading.csv", "2023,,,,54.0,49.0,59.0,,216,400", "2023,,,,54.0,49.0,59.0,,,400")];
    nobody_below_the_line: NotTheQuotient in Folder,
        broken [("series/ind-reading.csv", ",116,200,", ",116,⟦0⟧,")],
        fine [("series/ind-reading.csv", ",116,200,", ",116,,")];
    a_provisional_baseline: BaselineUnusable in Folder,
        broken [("series/ind-reading.csv", "55.0,,200,400,final", "55.0,,200,400,provisional"), ("indicators/ind-reading.json", "\"period\": \"2021\"", "\"period\": ⟦\"2021\"⟧")],
        fine [("series/ind-reading.csv", "57.0,,208,400,final", "57.0,,208,400,provisional")];
}
