//! Values that are well formed and yet hardly meant: slips, holes, copies, sums that do not add up.

use super::*;

cases! {
    a_value_that_goes_up_and_back: Jump in Folder,
        broken [("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,⟦1210⟧,final,\n2022-Q3,118,final,\n2022-Q4,121,final,\n")],
        fine [("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,1190,final,\n2022-Q3,120,final,\n2022-Q4,121,final,\n")];
    a_first_value_that_slipped: Jump in Folder,
        broken [("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,⟦1210⟧,final,\n2022-Q2,118,final,\n2022-Q3,120,final,\n")],
        fine [("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,1210,final,The old count\n2022-Q2,118,final,\n2022-Q3,120,final,\n")];
    a_jump_beside_a_value_with_a_note: Jump in Folder,
        broken [("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,⟦1210⟧,final,\n2022-Q3,90,final,Closed in August\n")],
        fine [("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,1210,final,A second site\n2022-Q3,90,final,Closed in August\n")];
    a_jump_before_a_break: Jump in Folder,
        broken [("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,118,final,\n2022-Q3,⟦1210⟧,estimated,\n")],
        fine [("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,118,final,\n2022-Q3,1210,estimated break,\n")];
    a_jump_to_another_definition: Jump in Folder,
        broken [("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,118,final,\n2022-Q3,⟦1210⟧,final,\n")],
        fine [("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,118,final,\n2022-Q3,1210,final definition_differs,\n")];
    a_jump_in_a_list: Jump in File,
        broken [("feed.json", "\"value\": [120, 118]", "\"value\": [120, ⟦1210⟧]")],
        fine [("feed.json", "\"value\": [120, 118]", "\"value\": [120, 1190]")];
    the_same_slip_in_all_lines: Jump in Folder,
        broken [("series/ind-visits.csv", "", "period,geography,dimension,group,value,status\n2022-Q1,,,,121,final\n2022-Q2,,,,⟦1220⟧,final\n2022-Q1,,dim-age,old,70,final\n2022-Q2,,dim-age,old,710,final\n2022-Q1,,dim-age,young,51,final\n2022-Q2,,dim-age,young,510,final\n")],
        fine [("series/ind-visits.csv", "", "period,dimension,group,value,status,note\n2022-Q1,,,121,final,\n2022-Q2,,,1220,final,A second site\n2022-Q1,dim-age,old,70,final,\n2022-Q2,dim-age,old,710,final,\n2022-Q1,dim-age,young,51,final,\n2022-Q2,dim-age,young,510,final,\n")];
    a_part_that_was_written_in_thousands: PowerOfTen in Folder,
        broken [("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,118000,final,\n2022-Q2,⟦119⟧,final,\n")],
        fine [("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,118000,final,\n2022-Q2,119,final,In thousands\n")];
    a_fraction_among_percent: FractionForPercent in Folder,
        broken [("series/ind-reading.csv", "", "period,geography,dimension,group,value,se,status\n2021,,,,50,2,final\n2022,,,,52,2,final\n2023,,,,⟦0.54⟧,0.02,final\n")],
        fine [("series/ind-reading.csv", "", "period,geography,dimension,group,value,se,status\n2021,,,,50,2,final\n2022,,,,52,2,final\n2023,,,,5.4,0.2,final\n")];
    shares_that_are_that_small: FractionForPercent in Folder,
        broken [("series/ind-reading.csv", "", "period,geography,dimension,group,value,se,status\n2021,,,,⟦0.5⟧,0.02,final\n2022,,,,0.52,0.02,final\n")],
        fine [("indicators/ind-reading.json", "\"direction\": \"increase\",", "\"direction\": \"increase\", \"limits\": { \"max\": 1 },"), ("indicators/ind-reading.json", "\"value\": 60", "\"value\": 0.9"), ("series/ind-reading.csv", "", "period,geography,dimension,group,value,se,status\n2021,,,,0.5,0.02,final\n2022,,,,0.52,0.02,final\n")];
    nothing_among_many: StandIn in Folder,
        broken [("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,118,final,\n2022-Q3,121,final,\n2022-Q4,⟦0⟧,final,\n")],
        fine [("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,118,final,\n2022-Q3,121,final,\n2022-Q4,0,final,Closed for repairs\n")];
    a_sign_for_missing: StandIn in Folder,
        broken [("indicators/ind-visits.json", "\"kind\": \"count\",", "\"kind\": \"count\", \"signed\": true,"), ("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,118,final,\n2022-Q3,121,final,\n2022-Q4,⟦-99⟧,final,\n")],
        fine [("indicators/ind-visits.json", "\"kind\": \"count\",", "\"kind\": \"count\", \"signed\": true,"), ("series/ind-visits.csv", "", "period,value,status,note\n2022-Q1,120,final,\n2022-Q2,-118,final,\n2022-Q3,121,final,\n2022-Q4,-99,final,\n")];
    a_series_that_was_copied: SameValues in Folder,
        broken [("indicators/ind-visits.json", "\"period_type\": \"quarter\", \"update_frequency\": \"irregular\"", "\"period_type\": \"year\", \"update_frequency\": \"irregular\""), ("series/ind-visits.csv", "", "period,value,status,note\n2021,⟦50⟧,final,\n2022,52,final,\n2023,54,final,\n")],
        fine [("indicators/ind-visits.json", "\"period_type\": \"quarter\", \"update_frequency\": \"irregular\"", "\"period_type\": \"year\", \"update_frequency\": \"irregular\""), ("series/ind-visits.csv", "", "period,value,status,note\n2021,50,final,\n2022,52,final,\n2023,55,final,\n")];
    shares_that_do_not_make_a_hundred: ShareSum in Folder,
        broken [("series/ind-reading.csv", "", "period,geography,dimension,group,value,se,status\n2021,,dim-age,old,60,2,final\n2022,,dim-age,old,61,2,final\n2023,,dim-age,old,⟦60⟧,2,final\n2021,,dim-age,young,40,2,final\n2022,,dim-age,young,39,2,final\n2023,,dim-age,young,30,2,final\n")],
        fine [("series/ind-reading.csv", "", "period,geography,dimension,group,value,se,status\n2021,,dim-age,old,60,2,final\n2022,,dim-age,old,61,2,final\n2023,,dim-age,old,60,2,final\n2021,,dim-age,young,40,2,final\n2022,,dim-age,young,39,2,final\n2023,,dim-age,young,41,2,final\n")];
    denominators_that_do_not_add_up: ShareSum in Folder,
        broken [("indicators/ind-reading.json", "\"method\": \"sample\"", "\"method\": \"census\""), ("series/ind-reading.csv", "2023,,,,54.0,49.0,59.0,,216,400,final,", "2023,,,,⟦54.0⟧,49.0,59.0,,216,400,final,"), ("series/ind-reading.csv", "2023,,dim-age,young,48.0,,,,96,200,final,", "2023,,dim-age,young,48.0,,,,72,150,final,")],
        fine [("series/ind-reading.csv", "2023,,dim-age,young,48.0,,,,96,200,final,", "2023,,dim-age,young,48.0,,,,72,150,final,")];
    a_name_that_grew: GroupLookAlike in Folder,
        broken [("dimensions/dim-age.json", "\"Six and seven\"", "\"Eight and nine years\""), ("series/ind-reading.csv", "2023,,dim-age,old,60.0,,,,120,200,final,\n2023,,dim-age,young,48.0,,,,96,200,final,", "2022,,dim-age,old,58.0,,,,116,200,final,\n2023,,dim-age,⟦young⟧,48.0,,,,96,200,final,")],
        fine [("dimensions/dim-age.json", "\"Six and seven\"", "\"Eight and nine years\""), ("series/ind-reading.csv", "2023,,dim-age,old,60.0,,,,120,200,final,\n", "2022,,dim-age,old,58.0,,,,116,200,final,\n2023,,dim-age,old,60.0,,,,120,200,final,\n")];
    a_step_after_the_target: InterimTarget in Both,
        broken [("indicators/ind-reading.json", "\"value\": 60, \"by\": \"2030\"", "\"value\": 60, \"by\": \"2030\", \"interim\": [{ \"by\": ⟦\"2030\"⟧, \"value\": 57 }]")],
        fine [("indicators/ind-reading.json", "\"value\": 60, \"by\": \"2030\"", "\"value\": 60, \"by\": \"2030\", \"interim\": [{ \"by\": \"2029-12\", \"value\": 57 }]")];
    a_step_beyond_the_target: InterimTarget in Both,
        broken [("indicators/ind-reading.json", "\"value\": 60, \"by\": \"2030\"", "\"value\": 60, \"by\": \"2030\", \"interim\": [{ \"by\": \"2027\", \"value\": ⟦61⟧ }]")],
        fine [("indicators/ind-reading.json", "\"value\": 60, \"by\": \"2030\"", "\"value\": 60, \"by\": \"2030\", \"interim\": [{ \"by\": \"2027\", \"value\": 60 }]")];
    a_step_back: InterimTarget in Both,
        broken [("indicators/ind-reading.json", "\"value\": 60, \"by\": \"2030\"", "\"value\": 60, \"by\": \"2030\", \"interim\": [{ \"by\": \"2028\", \"value\": ⟦55⟧ }, { \"by\": \"2027\", \"value\": 57 }]")],
        fine [("indicators/ind-reading.json", "\"value\": 60, \"by\": \"2030\"", "\"value\": 60, \"by\": \"2030\", \"interim\": [{ \"by\": \"2028\", \"value\": 57 }, { \"by\": \"2027\", \"value\": 57 }]")];
    a_step_from_a_worse_year: InterimTarget in Folder,
        broken [("indicators/ind-reading.json", "\"value\": 60, \"by\": \"2030\"", "\"value\": 60, \"by\": \"2030\", \"interim\": [{ \"by\": \"2027\", \"value\": ⟦45⟧ }]")],
        fine [("indicators/ind-reading.json", "\"value\": 60, \"by\": \"2030\"", "\"value\": 60, \"by\": \"2030\", \"interim\": [{ \"by\": \"2027\", \"value\": 45 }]"), ("series/ind-reading.csv", "", "period,geography,dimension,group,value,se,status\n2021,,,,50,2,final\n2022,,,,44,2,final\n")];
    a_year_of_long_ago: FarAway in Folder,
        broken [("series/ind-visits.csv", "2022-Q1,120", "⟦1022-Q1⟧,120")],
        fine [("series/ind-visits.csv", "2022-Q1,120", "1922-Q1,120")];
    a_milestone_of_a_far_century: FarAway in Both,
        broken [("activities/act-tutoring.json", "\"due\": \"2024-01\"", "\"due\": ⟦\"2204-01\"⟧")],
        fine [("activities/act-tutoring.json", "\"due\": \"2024-01\"", "\"due\": \"2042-01\"")];
    a_hole_that_the_total_explains: Gap in Folder,
        broken [("indicators/ind-reading.json", "\"update_frequency\": \"irregular\"", "\"update_frequency\": \"yearly\", \"expected_lag_days\": 2000"), ("series/ind-reading.csv", "", "period,geography,dimension,group,value,se,status\n2019,,,,48,2,final\n2020,,,,49,2,final\n2021,,,,50,2,final\n2022,,,,51,2,final\n2023,,,,52,2,final\n2019,geo-east,,,47,2,final\n2020,geo-east,,,47.5,2,final\n2021,geo-east,,,48,2,final\n⟦2023⟧,geo-east,,,50,2,final\n")],
        fine [("indicators/ind-reading.json", "\"update_frequency\": \"irregular\"", "\"update_frequency\": \"yearly\", \"expected_lag_days\": 2000"), ("series/ind-reading.csv", "", "period,geography,dimension,group,value,se,status\n2019,,,,48,2,final\n2020,,,,49,2,final\n2021,,,,50,2,final\n2022,,,,,,missing\n2023,,,,52,2,final\n2019,geo-east,,,47,2,final\n2020,geo-east,,,47.5,2,final\n2021,geo-east,,,48,2,final\n2023,geo-east,,,50,2,final\n")];
    years_that_are_counted_every_two_years: Gap in Folder,
        broken [("indicators/ind-reading.json", "\"update_frequency\": \"irregular\"", "\"update_frequency\": \"yearly\", \"expected_lag_days\": 2000"), ("series/ind-reading.csv", "", "period,geography,dimension,group,value,se,status\n2017,,,,48,2,final\n2018,,,,49,2,final\n2019,,,,50,2,final\n⟦2021⟧,,,,51,2,final\n")],
        fine [("indicators/ind-reading.json", "\"update_frequency\": \"irregular\"", "\"update_frequency\": \"every_two_years\", \"expected_lag_days\": 2000"), ("series/ind-reading.csv", "", "period,geography,dimension,group,value,se,status\n2017,,,,48,2,final\n2019,,,,49,2,final\n2021,,,,50,2,final\n2023,,,,51,2,final\n")];
    a_verdict_on_a_met_target: VerdictWithoutFigures in Folder,
        broken [("indicators/ind-visits.json", "\"direction\": \"none\",", "\"direction\": \"none\", \"assessment_override\": { \"status\": ⟦\"target_met\"⟧, \"reason\": \"So it is.\", \"by\": \"par-circle\", \"on\": \"2022-06\" },"), ("series/ind-visits.csv", "", "period,value,status\n2022-Q1,,missing\n")],
        fine [("indicators/ind-visits.json", "\"direction\": \"none\",", "\"direction\": \"none\", \"assessment_override\": { \"status\": \"target_met\", \"reason\": \"So it is.\", \"by\": \"par-circle\", \"on\": \"2022-06\" },"), ("series/ind-visits.csv", "2022-Q2,118,final\n", "")];
}
