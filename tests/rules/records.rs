//! Rules about records: references, trees, levels, targets, units, links and texts.

use super::*;

cases! {
    a_reference_to_the_wrong_kind: DeadReference in Both,
        broken [("activities/act-tutoring.json", "\"lead\": \"par-circle\"", "\"lead\": ⟦\"goal-read\"⟧")],
        fine [("updates/upd-open.json", "[\"act-tutoring\"]", "[\"act-tutoring\", \"goal-read\"]")];
    news_about_nothing: DeadReference in Both,
        broken [("updates/upd-open.json", "[\"act-tutoring\"]", "[⟦\"act-nothing\"⟧]")],
        fine [("updates/upd-open.json", "[\"act-tutoring\"]", "[\"dim-age\"]")];
    a_target_for_a_group_that_is_not_there: DeadReference in Both,
        broken [("indicators/ind-reading.json", "\"value\": 60,", "\"value\": 60, \"scope\": {\"dimension\": \"dim-age\", \"group\": ⟦\"old-2\"⟧},")],
        fine [("indicators/ind-reading.json", "\"value\": 60,", "\"value\": 60, \"scope\": {\"dimension\": \"dim-age\", \"group\": \"old\"},")];
    two_goals_that_contain_each_other: Cycle in Both,
        broken [
            ("goals/goal-home.json", "\"parent\": \"goal-read\"", "\"parent\": ⟦\"goal-read\"⟧"),
            ("goals/goal-read.json", "\"order\": 10", "\"order\": 10, \"parent\": \"goal-home\"")
        ],
        fine [("goals/goal-home.json", "\"parent\": \"goal-read\"", "\"order\": 20")];
    three_places_in_a_ring: Cycle in Both,
        broken [
            ("geographies/geo-east.json", "\"geo-east\", \"kind\": \"neighbourhood\", \"parent\": \"geo-valley\"", "\"geo-east\", \"kind\": \"neighbourhood\", \"parent\": ⟦\"geo-valley\"⟧"),
            ("geographies/geo-valley.json", "\"kind\": \"region\"", "\"kind\": \"region\", \"parent\": \"geo-west\""),
            ("geographies/geo-west.json", "\"geo-west\", \"kind\": \"neighbourhood\", \"parent\": \"geo-valley\"", "\"geo-west\", \"kind\": \"neighbourhood\", \"parent\": \"geo-east\"")
        ],
        fine [("geographies/geo-west.json", "\"geo-west\", \"kind\": \"neighbourhood\", \"parent\": \"geo-valley\"", "\"geo-west\", \"kind\": \"neighbourhood\", \"parent\": \"geo-east\"")];
    a_strategy_that_is_its_own_part: Cycle in Both,
        broken [("strategies/str-books.json", "\"Books at home\"", "\"Books at home\", \"parent\": ⟦\"str-books\"⟧")],
        fine [("strategies/str-books.json", "\"Books at home\"", "\"Books at home\", \"parent\": null")];
    an_event_that_ends_before_it_begins: EndBeforeStart in Both,
        broken [("events/evt-table.json", "\"2027-01-12T19:30:00-06:00\"", "⟦\"2027-01-12T19:30:00-04:00\"⟧")],
        fine [("events/evt-table.json", "\"2027-01-12T19:30:00-06:00\"", "\"2027-01-13T00:00:00Z\"")];
    an_event_of_a_time_that_ends_a_day_before: EndBeforeStart in Both,
        broken [("events/evt-table.json", "\"2027-01-12T19:30:00-06:00\"", "⟦\"2027-01-11\"⟧")],
        fine [("events/evt-table.json", "\"2027-01-12T19:30:00-06:00\"", "\"2027-01-12\"")];
    a_partner_that_left_before_it_came: EndBeforeStart in Both,
        broken [("partners/par-library.json", "\"joined\": \"2020-01\"", "\"joined\": \"2020-01\", \"left\": ⟦\"2019\"⟧")],
        fine [("partners/par-library.json", "\"joined\": \"2020-01\"", "\"joined\": \"2020-01\", \"left\": \"2020\"")];
    a_population_indicator_called_performance: LevelMixed in Both,
        broken [("indicators/ind-reading.json", "\"population\", \"phase\"", "⟦\"performance\"⟧, \"phase\"")],
        fine [("indicators/ind-reading.json", "\"population\", \"phase\"", "\"process\", \"phase\"")];
    a_performance_measure_without_its_question: LevelMixed in Both,
        broken [("indicators/ind-visits.json", "\"rba\": \"how_much\", ", ""), ("indicators/ind-visits.json", "\"performance\"", "⟦\"performance\"⟧")],
        fine [("indicators/ind-visits.json", "\"rba\": \"how_much\"", "\"rba\": \"how_well\"")];
    an_indicator_of_no_goal: LevelMixed in Both,
        broken [("indicators/ind-reading.json", "\"goals\": [\"goal-read\"],", ""), ("indicators/ind-reading.json", "\"population\", \"phase\"", "⟦\"population\"⟧, \"phase\"")],
        fine [("indicators/ind-reading.json", "\"goals\": [\"goal-read\"],", "\"goals\": [\"goal-home\"],")];
    an_end_without_a_reason: ReasonMissing in Folder,
        broken [("activities/act-songs.json", "", "{\"id\": \"act-songs\", \"kind\": \"service\", \"status\": ⟦\"ended\"⟧, \"title\": \"Songs\", \"plain_summary\": \"A song a day.\", \"lead\": \"par-circle\", \"goals\": [\"goal-read\"]}")],
        fine [("activities/act-songs.json", "", "{\"id\": \"act-songs\", \"kind\": \"service\", \"status\": \"completed\", \"title\": \"Songs\", \"plain_summary\": \"A song a day.\", \"lead\": \"par-circle\", \"goals\": [\"goal-read\"]}")];
    a_milestone_done_in_two_days: FutureValue in Both,
        broken [("activities/act-tutoring.json", "\"2024-02-12\"", "⟦\"2026-11-24\"⟧")],
        fine [("activities/act-tutoring.json", "\"2024-02-12\"", "\"2026-11-23\"")];
    a_target_above_all: OutsideLimits in Both,
        broken [("indicators/ind-reading.json", "\"value\": 60", "\"value\": ⟦600⟧")],
        fine [("indicators/ind-reading.json", "\"value\": 60", "\"value\": 100")];
    a_target_below_all: OutsideLimits in Both,
        broken [("indicators/ind-reading.json", "\"value\": 60", "\"value\": ⟦-60⟧")],
        fine [("indicators/ind-reading.json", "\"increase\"", "\"decrease\""), ("indicators/ind-reading.json", "\"value\": 60", "\"value\": 0")];
    a_step_above_all: OutsideLimits in Both,
        broken [("indicators/ind-reading.json", "\"value\": 60", "\"interim\": [{\"by\": \"2026\", \"value\": ⟦101⟧}], \"value\": 60")],
        fine [("indicators/ind-reading.json", "\"value\": 60", "\"interim\": [{\"by\": \"2026\", \"value\": 100}], \"value\": 100")];
    a_limit_that_is_too_low: OutsideLimits in Both,
        broken [("coalition.json", "\"min_count\": 10", "\"min_count\": ⟦9⟧")],
        fine [("coalition.json", "\"min_count\": 10", "\"min_count\": 11")];
    a_source_that_is_too_lax: OutsideLimits in Both,
        broken [("sources/src-log.json", "\"publisher\": \"Reading Circle\"", "\"publisher\": \"Reading Circle\", \"disclosure\": {\"min_count\": ⟦9⟧}")],
        fine [("sources/src-log.json", "\"publisher\": \"Reading Circle\"", "\"publisher\": \"Reading Circle\", \"disclosure\": {\"min_count\": 10}")];
    a_level_in_percent: OutsideLimits in Both,
        broken [("indicators/ind-reading.json", "0.95", "⟦95⟧")],
        fine [("indicators/ind-reading.json", "0.95", "0.9")];
    an_amount_below_zero: BelowZero in Both,
        broken [("activities/act-tutoring.json", "84000", "⟦-84000⟧")],
        fine [("activities/act-tutoring.json", "84000", "0")];
    a_target_above_when_less_is_better: TargetWrongSide in Both,
        broken [("indicators/ind-reading.json", "\"increase\"", "\"decrease\""), ("indicators/ind-reading.json", "\"value\": 60", "\"value\": ⟦60⟧")],
        fine [("indicators/ind-reading.json", "\"increase\"", "\"decrease\""), ("indicators/ind-reading.json", "\"value\": 60", "\"value\": 49.9")];
    a_range_without_ends: RangeBounds in Both,
        broken [("indicators/ind-visits.json", "\"direction\": \"none\"", "\"direction\": ⟦\"range\"⟧")],
        fine [("indicators/ind-visits.json", "\"direction\": \"none\"", "\"direction\": \"maintain\"")];
    limits_upside_down: RangeBounds in Both,
        broken [("indicators/ind-reading.json", "\"direction\": \"increase\"", "\"direction\": \"increase\", \"limits\": ⟦{⟧\"min\": 90, \"max\": 10}")],
        fine [("indicators/ind-reading.json", "\"direction\": \"increase\"", "\"direction\": \"increase\", \"limits\": {\"min\": 10, \"max\": 90}")];
    a_baseline_after_the_target: BaselineUnusable in Both,
        broken [("indicators/ind-reading.json", "\"period\": \"2021\"", "\"period\": ⟦\"2201\"⟧")],
        fine [("indicators/ind-reading.json", "\"period\": \"2021\"", "\"period\": \"2023\"")];
    money_without_a_currency: UnitIncomplete in Both,
        broken [("indicators/ind-visits.json", "\"kind\": \"count\"", "\"kind\": ⟦\"currency\"⟧")],
        fine [("indicators/ind-visits.json", "\"kind\": \"count\"", "\"kind\": \"currency\", \"currency\": \"USD\"")];
    cash_without_a_currency: UnitIncomplete in Both,
        broken [("activities/act-tutoring.json", "\"kind\": \"cash\", \"amount\": 84000, \"currency\": \"USD\"", "\"kind\": ⟦\"cash\"⟧, \"amount\": 84000")],
        fine [("activities/act-tutoring.json", "\"kind\": \"cash\", \"amount\": 84000, \"currency\": \"USD\"", "\"kind\": \"space\", \"amount\": 84000")];
    too_many_decimals: UnitIncomplete in Both,
        broken [("indicators/ind-visits.json", "\"decimals\": 0", "\"decimals\": ⟦4⟧")],
        fine [("indicators/ind-visits.json", "\"decimals\": 0", "\"decimals\": 3")];
    few_people_reached: SmallCount in Both,
        broken [("activities/act-tutoring.json", "\"reached\": 262", "\"reached\": ⟦9⟧")],
        fine [("activities/act-tutoring.json", "\"reached\": 262", "\"reached\": 0")];
    a_link_that_runs_a_script: UnsafeLink in Both,
        broken [("sources/src-survey.json", "\"https://survey.example.org/\"", "⟦\"java\\u0073cript:alert(1)\"⟧")],
        fine [("sources/src-survey.json", "\"https://survey.example.org/\"", "\"mailto:desk@example.org\"")];
    a_character_that_turns_the_text: HiddenCharacter in Both,
        broken [("goals/goal-read.json", "Six in ten", "Ñandú ⟦\u{202e}⟧net ni xiS")],
        fine [("goals/goal-read.json", "\"Six in ten by 2030.\"", "{\"en\": \"Six in ten.\", \"fa\": \"نه\u{200c}در ده \u{200f}شش\"}")];
    a_character_that_turns_the_text_in_disguise: HiddenCharacter in Both,
        broken [("goals/goal-read.json", "\"Six in ten by 2030.\"", "⟦\"Six \\u202e ten\"⟧")],
        fine [("goals/goal-read.json", "\"Six in ten by 2030.\"", "\"Six \\u00e9\\nten\"")];
    a_story_of_an_indicator_that_is_not_there: DeadReference in Both,
        broken [("stories/sto-second.json", "\"sto-second\", \"indicator\": \"ind-reading\"", "\"sto-second\", \"indicator\": ⟦\"ind-writing\"⟧")],
        fine [("stories/sto-second.json", "\"sto-second\", \"indicator\": \"ind-reading\"", "\"sto-second\", \"indicator\": \"ind-visits\"")];
    an_ask_of_a_partner_that_is_not_there: DeadReference in Both,
        broken [("stories/sto-second.json", "\"Bring it back\", \"owner\": \"par-circle\"", "\"Bring it back\", \"owner\": ⟦\"par-bus\"⟧")],
        fine [("stories/sto-second.json", "\"Bring it back\", \"owner\": \"par-circle\"", "\"Bring it back\", \"owner\": \"par-library\"")];
    a_next_step_of_the_wrong_kind: DeadReference in Both,
        broken [("stories/sto-second.json", "\"2027-06\", \"owner\": \"par-library\"", "\"2027-06\", \"owner\": ⟦\"geo-east\"⟧")],
        fine [("stories/sto-second.json", "\"2027-06\", \"owner\": \"par-library\"", "\"2027-06\", \"owner\": \"par-circle\"")];
    a_story_of_next_month: FutureValue in Both,
        broken [("stories/sto-second.json", "\"2024-10-15\"", "⟦\"2026-12\"⟧")],
        fine [("stories/sto-second.json", "\"2024-10-15\"", "\"2026-11\"")];
    a_story_in_two_days: FutureValue in Both,
        broken [("stories/sto-second.json", "\"2024-10-15\"", "⟦\"2026-11-24\"⟧")],
        fine [("stories/sto-second.json", "\"2024-10-15\"", "\"2026-11-23\"")];
    a_partner_who_is_asked_nothing: AskOfNobody in Both,
        broken [("stories/sto-second.json", "\"ask\": \"Bring it back\", \"owner\": \"par-circle\"", "\"owner\": ⟦\"par-circle\"⟧")],
        fine [("stories/sto-second.json", "\"ask\": \"Bring it back\", \"owner\": \"par-circle\"", "\"ask\": null, \"owner\": null")];
    residents_who_were_not_asked: NoConsent in Both,
        broken [("stories/sto-second.json", "{ \"count\": 41, \"consent\": true }", "⟦{⟧ \"count\": 41 }")],
        fine [("stories/sto-second.json", "{ \"count\": 41, \"consent\": true }", "null")];
    a_number_that_is_almost_nothing_in_a_table: LossyNumber in Folder,
        broken [("series/ind-visits.csv", "2022-Q2,118,", "2022-Q2,⟦118.00000000000000000001⟧,")],
        fine [("series/ind-visits.csv", "2022-Q2,118,", "2022-Q2,118.000000000000000000,")];
    a_goal_measured_through_the_one_that_serves_it: GoalUnmeasured in Both,
        broken [
            ("indicators/ind-visits.json", "\"goals\": [\"goal-home\"],", ""),
            ("indicators/ind-reading.json", "\"goals\": [\"goal-read\"],", "\"goals\": [\"goal-home\"],"),
            ("goals/goal-home.json", "\"parent\": \"goal-read\"", "\"order\": 20"),
            ("goals/goal-read.json", "\"title\": \"Children read well\"", "\"title\": ⟦\"Children read well\"⟧")
        ],
        fine [
            ("indicators/ind-visits.json", "\"goals\": [\"goal-home\"],", ""),
            ("indicators/ind-reading.json", "\"goals\": [\"goal-read\"],", "\"goals\": [\"goal-home\"],")
        ];
    two_places_of_one_name_side_by_side: LookAlike in Both,
        broken [("geographies/geo-west.json", "\"name\": \"West\"", "\"name\": ⟦\"EAST\"⟧")],
        fine [("geographies/geo-west.json", "\"name\": \"West\"", "\"name\": \"The valley\"")];
    a_language_that_nothing_is_written_in: Untranslated in Both,
        broken [
            ("coalition.json", "\"locales\": [\"en\"]", "\"locales\": [\"en\", ⟦\"es\"⟧]")
        ],
        fine [("coalition.json", "\"locales\": [\"en\"]", "\"locales\": [\"en\", \"en\"]")];
    the_second_language_of_a_text: StrayBlank in Both,
        broken [("goals/goal-read.json", "\"Six in ten by 2030.\"", "{\"en\": \"Six in ten.\", \"es\": ⟦\"Seis  de diez.\"⟧}")],
        fine [("goals/goal-read.json", "\"Six in ten by 2030.\"", "{\"en\": \"Six in ten.\", \"es\": \"Seis de diez.\"}")];
    one_notice_for_all_languages_of_a_text: Shouting in Both,
        broken [("goals/goal-read.json", "\"Six in ten by 2030.\"", "{\"en\": ⟦\"Six in ten!!\"⟧, \"es\": \"¡¡Seis de diez!!\"}")],
        fine [("goals/goal-read.json", "\"Six in ten by 2030.\"", "{\"en\": \"Six in ten!\", \"es\": \"¡Seis de diez!\"}")];
    an_abbreviation_is_asked_for_once: Shouting in Both,
        broken [
            ("goals/goal-home.json", "\"Ten minutes a day.\"", "⟦\"Ten minutes of ELOB a day.\"⟧"),
            ("goals/goal-read.json", "\"Six in ten by 2030.\"", "\"ELOB for six in ten.\"")
        ],
        fine [
            ("goals/goal-home.json", "\"Ten minutes a day.\"", "\"Ten minutes of ELOB a day.\""),
            ("goals/goal-read.json", "\"Six in ten by 2030.\"", "\"Each learns out of books (ELOB), grade II.\"")
        ];
    a_picture_called_picture: EmptyAlt in Both,
        broken [("updates/upd-open.json", "\"Children at a table with books\"", "⟦\"Photo.\"⟧")],
        fine [("updates/upd-open.json", "\"Children at a table with books\"", "\"Photo of a table\"")];
    official_figures_without_a_licence: SourceUnclear in Both,
        broken [
            ("coalition.json", "\"sample\": true", "\"sample\": false"),
            ("sources/src-survey.json", "\"kind\": \"survey\"", "\"kind\": \"official\""),
            ("sources/src-survey.json", "\"title\": \"Reading survey\"", "\"title\": ⟦\"Reading survey\"⟧")
        ],
        fine [
            ("coalition.json", "\"sample\": true", "\"sample\": false"),
            ("sources/src-survey.json", "\"kind\": \"survey\"", "\"kind\": \"official\", \"license\": \"CC0-1.0\"")
        ];
    a_mark_that_several_sources_miss: SampleMixed in Both,
        broken [
            ("coalition.json", "\"sample\": true", "\"sample\": ⟦false⟧"),
            ("sources/src-log.json", "\"kind\": \"partner\"", "\"kind\": \"synthetic\""),
            ("sources/src-survey.json", "\"kind\": \"survey\"", "\"kind\": \"synthetic\"")
        ],
        fine [
            ("sources/src-log.json", "\"kind\": \"partner\"", "\"kind\": \"synthetic\""),
            ("sources/src-survey.json", "\"kind\": \"survey\"", "\"kind\": \"synthetic\"")
        ];
    official_figures_in_a_sample: SampleMixed in Both,
        broken [("sources/src-survey.json", "\"kind\": \"survey\"", "\"license\": \"CC0-1.0\", \"kind\": ⟦\"official\"⟧")],
        fine [("sources/src-survey.json", "\"kind\": \"survey\"", "\"kind\": \"resident_collected\"")];
    a_claim_in_the_story_of_a_population: CausalClaim in Both,
        broken [("stories/sto-first.json", "\"summary\": \"Half the children read well.\"", "\"summary\": ⟦\"Half read well because of our tutors.\"⟧")],
        fine [("activities/act-tutoring.json", "\"plain_summary\": \"Three afternoons a week.\"", "\"plain_summary\": \"They come because of our tutors.\"")];
    a_figure_that_is_late_in_the_single_file: LateFigure in File,
        broken [
            ("feed.json", "\"sample\": true", "\"sample\": false"),
            ("feed.json", "\"period_type\": \"quarter\", \"update_frequency\": \"irregular\"", "\"period_type\": \"quarter\", \"update_frequency\": \"quarterly\""),
            ("feed.json", "\"2022-Q2\"", "⟦\"2022-Q2\"⟧")
        ],
        fine [("feed.json", "\"period_type\": \"quarter\", \"update_frequency\": \"irregular\"", "\"period_type\": \"quarter\", \"update_frequency\": \"quarterly\"")];
    a_figure_that_somebody_has_looked_for: LateFigure in Folder,
        broken [
            ("coalition.json", "\"sample\": true", "\"sample\": false"),
            ("indicators/ind-visits.json", "\"update_frequency\": \"irregular\"", "\"update_frequency\": \"every_two_years\""),
            ("series/ind-visits.csv", "2022-Q2,118,final", "⟦2022-Q2⟧,118,final")
        ],
        fine [
            ("coalition.json", "\"sample\": true", "\"sample\": false"),
            ("indicators/ind-visits.json", "\"update_frequency\": \"irregular\"", "\"update_frequency\": \"every_two_years\", \"expected_lag_days\": 900")
        ];
    an_activity_whose_end_is_only_a_year: ActivityPastEnd in Both,
        broken [
            ("coalition.json", "\"sample\": true", "\"sample\": false"),
            ("activities/act-tutoring.json", "\"end\": \"2027-06\"", "\"end\": ⟦\"2025\"⟧")
        ],
        fine [
            ("coalition.json", "\"sample\": true", "\"sample\": false"),
            ("activities/act-tutoring.json", "\"end\": \"2027-06\"", "\"end\": \"2026\"")
        ];
    a_retired_indicator_that_stands_first: RetiredInUse in Both,
        broken [("indicators/ind-reading.json", "\"population\", \"phase\": \"live\"", "\"population\", \"phase\": ⟦\"retired\"⟧")],
        fine [
            ("indicators/ind-reading.json", "\"population\", \"phase\": \"live\"", "\"population\", \"phase\": \"retired\""),
            ("coalition.json", "\"headline_indicators\": [\"ind-reading\"]", "\"headline_indicators\": []"),
            ("activities/act-tutoring.json", "\"indicators\": [\"ind-reading\"]", "\"indicators\": []")
        ];
}
