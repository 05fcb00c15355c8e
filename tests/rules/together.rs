//! Rules about what people do together. What only these rules say has its first example beside the rule itself.

use super::*;

const LIVE: Edit<'static> = ("coalition.json", "\"sample\": true", "\"sample\": false");

cases! {
    a_record_called_public: BadId in Folder,
        broken [("terms/public.json", "", "{ \"id\": ⟦\"public\"⟧, \"term\": \"Everybody\", \"definition\": \"All of us.\" }")],
        fine [("terms/publics.json", "", "{ \"id\": \"publics\", \"term\": \"Everybody\", \"definition\": \"All of us.\" }")];
    a_broken_promise_without_a_reason: ReasonMissing in Both,
        broken [("commitments/com-bus.json", "\"state\": \"on_track\"", "\"state\": ⟦\"broken\"⟧")],
        fine [("commitments/com-bus.json", "\"state\": \"on_track\"", "\"state\": \"broken\", \"state_reason\": \"No driver was found.\"")];
    a_promise_at_risk_without_a_reason: ReasonMissing in Both,
        broken [("commitments/com-bus.json", "\"state\": \"on_track\"", "\"state\": ⟦\"at_risk\"⟧")],
        fine [("commitments/com-bus.json", "\"state\": \"on_track\"", "\"state\": \"at_risk\", \"state_reason\": \"A driver is missing.\"")];
    a_promise_kept_on_a_page_elsewhere: PromiseUnshown in Both,
        broken [("commitments/com-bus.json", "\"state\": \"on_track\"", "\"state\": ⟦\"kept\"⟧, \"evidence\": [], \"settled_on\": \"2026-09\"")],
        fine [("commitments/com-bus.json", "\"state\": \"on_track\"", "\"state\": \"kept\", \"evidence_links\": [\"https://bus.example.org/\"], \"settled_on\": \"2026-09\"")];
    a_promise_due_before_it_was_made: EndBeforeStart in Both,
        broken [("commitments/com-bus.json", "\"due\": \"2027-03\"", "\"due\": ⟦\"2026-02\"⟧")],
        fine [("commitments/com-bus.json", "\"due\": \"2027-03\"", "\"due\": \"2027\"")];
    a_promise_kept_next_year: FutureValue in Both,
        broken [("commitments/com-bus.json", "\"state\": \"on_track\"", "\"state\": \"kept\", \"evidence\": [\"act-tutoring\"], \"settled_on\": ⟦\"2027-01\"⟧")],
        fine [("commitments/com-bus.json", "\"state\": \"on_track\"", "\"state\": \"kept\", \"evidence\": [\"act-tutoring\"], \"settled_on\": \"2026\"")];
    a_dispute_before_the_promise: EndBeforeStart in Both,
        broken [("commitments/com-bus.json", "\"state\": \"on_track\"", "\"state\": \"on_track\", \"dispute\": { \"text\": \"No bus came.\", \"by\": \"Parents\", \"on\": ⟦\"2026-02\"⟧ }")],
        fine [("commitments/com-bus.json", "\"state\": \"on_track\"", "\"state\": \"on_track\", \"dispute\": { \"text\": \"No bus came.\", \"by\": \"Parents\", \"on\": \"2026-10\" }")];
    a_sample_owes_no_promise: PromisePast in Both,
        broken [LIVE, ("commitments/com-bus.json", "\"due\": \"2027-03\"", "\"due\": ⟦\"2026-10\"⟧")],
        fine [("commitments/com-bus.json", "\"due\": \"2027-03\"", "\"due\": \"2026-10\"")];
    a_promise_by_a_goal: DeadReference in Both,
        broken [("commitments/com-bus.json", "\"by\": \"par-library\", \"to\"", "\"by\": ⟦\"goal-read\"⟧, \"to\"")],
        fine [("commitments/com-bus.json", "\"by\": \"par-library\", \"to\": \"public\"", "\"by\": \"wg-table\", \"to\": \"par-library\"")];
    a_process_that_closes_before_it_opens: EndBeforeStart in Both,
        broken [("engagements/eng-hours.json", "\"opens\": \"2026-11-02\"", "\"opens\": \"2026-12-12\""), ("engagements/eng-hours.json", "\"closes\": \"2026-12-11\"", "\"closes\": ⟦\"2026-12-11\"⟧")],
        fine [("engagements/eng-hours.json", "\"opens\": \"2026-11-02\"", "\"opens\": \"2026-12-11\"")];
    a_process_that_should_have_opened: EngagementPast in Both,
        broken [LIVE, ("engagements/eng-hours.json", "\"status\": \"open\"", "\"status\": \"planned\""), ("engagements/eng-hours.json", "\"opens\": \"2026-11-02\"", "\"opens\": ⟦\"2026-11-02\"⟧")],
        fine [LIVE, ("engagements/eng-hours.json", "\"status\": \"open\"", "\"status\": \"planned\""), ("engagements/eng-hours.json", "\"opens\": \"2026-11-02\"", "\"opens\": \"2026-11\"")];
    a_process_that_nobody_reports: EngagementPast in Both,
        broken [LIVE, ("engagements/eng-hours.json", "\"status\": \"open\"", "\"status\": \"closed\""), ("engagements/eng-hours.json", "\"opens\": \"2026-11-02\", \"closes\": \"2026-12-11\"", "\"opens\": \"2026-08-02\", \"closes\": ⟦\"2026-08-23\"⟧")],
        fine [LIVE, ("engagements/eng-hours.json", "\"status\": \"open\"", "\"status\": \"closed\""), ("engagements/eng-hours.json", "\"opens\": \"2026-11-02\", \"closes\": \"2026-12-11\"", "\"opens\": \"2026-08-02\", \"closes\": \"2026-08-24\"")];
    a_process_of_few: SmallCount in Both,
        broken [("engagements/eng-hours.json", "\"participants\": 40", "\"participants\": ⟦9⟧"), ("engagements/eng-hours.json", "\"group\": \"old\", \"count\": 22", "\"group\": \"old\"")],
        fine [("engagements/eng-hours.json", "\"participants\": 40", "\"participants\": 0"), ("engagements/eng-hours.json", "\"group\": \"old\", \"count\": 22", "\"group\": \"old\"")];
    a_group_of_few: SmallCount in Both,
        broken [("engagements/eng-hours.json", "\"count\": 22", "\"count\": ⟦9⟧")],
        fine [("engagements/eng-hours.json", "\"count\": 22", "\"count\": 10")];
    a_group_whose_count_can_be_worked_out: Recoverable in Both,
        broken [("engagements/eng-hours.json", "\"count\": 22", "\"count\": 32"), ("engagements/eng-hours.json", "\"group\": \"young\" }]", "\"group\": ⟦\"young\"⟧ }]")],
        fine [("engagements/eng-hours.json", "\"count\": 22", "\"count\": 30")];
    a_group_that_the_dimension_does_not_have: DeadReference in Both,
        broken [("engagements/eng-hours.json", "\"group\": \"old\", \"count\": 22", "\"group\": ⟦\"olds\"⟧, \"count\": 22")],
        fine [("engagements/eng-hours.json", "\"group\": \"old\", \"count\": 22", "\"group\": \"old\", \"count\": 23")];
    a_web_survey_that_is_over: OnlineOnly in Both,
        broken [("engagements/eng-hours.json", "\"channels\": [{ \"kind\": \"phone\", \"note\": \"Ask at the desk\" }, ", "\"channels\": ⟦[⟧")],
        fine [("engagements/eng-hours.json", "\"status\": \"open\"", "\"status\": \"closed\""), ("engagements/eng-hours.json", "\"channels\": [{ \"kind\": \"phone\", \"note\": \"Ask at the desk\" }, ", "\"channels\": [")];
    a_no_without_a_reason: ReasonMissing in Both,
        broken [("feedback/fb-evening.json", "\"state\": \"done\", \"we_did\"", "\"state\": ⟦\"not_doing\"⟧, \"we_did\"")],
        fine [("feedback/fb-evening.json", "\"state\": \"done\", \"we_did\"", "\"state\": \"not_doing\", \"why\": \"The school closes at six.\", \"we_did\"")];
    an_answer_before_the_question: EndBeforeStart in Both,
        broken [("feedback/fb-evening.json", "\"on\": \"2026-09-02\"", "\"on\": ⟦\"2026-02-02\"⟧")],
        fine [("feedback/fb-evening.json", "\"on\": \"2026-09-02\"", "\"on\": \"2026-03-31\"")];
    an_answer_in_two_days: FutureValue in Both,
        broken [("feedback/fb-evening.json", "\"on\": \"2026-09-02\"", "\"on\": ⟦\"2026-11-24\"⟧")],
        fine [("feedback/fb-evening.json", "\"on\": \"2026-09-02\"", "\"on\": \"2026-11-23\"")];
    a_quote_that_nobody_agreed_to: NoConsent in Both,
        broken [("feedback/fb-evening.json", "\"about\": [\"act-tutoring\", \"str-books\"]", "\"quotes\": [{ \"text\": \"I come home at six.\", \"consent\": ⟦false⟧ }], \"about\": [\"act-tutoring\", \"str-books\"]")],
        fine [("feedback/fb-evening.json", "\"about\": [\"act-tutoring\", \"str-books\"]", "\"quotes\": [{ \"text\": \"I come home at six.\", \"consent\":true }], \"about\": [\"act-tutoring\", \"str-books\"]")];
    a_number_in_what_was_said: PhoneInText in Both,
        broken [("feedback/fb-evening.json", "\"Lessons end before parents get home.\"", "⟦\"Call me at 555-0199.\"⟧")],
        fine [("feedback/fb-evening.json", "\"Lessons end before parents get home.\"", "\"Lessons end at 5:30.\"")];
    an_address_in_a_quote: HomeAddress in Both,
        broken [("feedback/fb-evening.json", "\"about\": [\"act-tutoring\", \"str-books\"]", "\"quotes\": [{ \"text\": ⟦\"My mother lives at 12 Mill Street.\"⟧, \"consent\":true }], \"about\": [\"act-tutoring\", \"str-books\"]")],
        fine [("feedback/fb-evening.json", "\"about\": [\"act-tutoring\", \"str-books\"]", "\"quotes\": [{ \"text\": \"My mother lives far away.\", \"consent\":true }], \"about\": [\"act-tutoring\", \"str-books\"]")];
    a_mail_in_a_need: EmailInText in Both,
        broken [("needs/need-van.json", "\"A van on two Saturdays a month.\"", "⟦\"Write to maria@example.org.\"⟧")],
        fine [("needs/need-van.json", "\"until\": \"2027-02\"", "\"until\": \"2027-02\", \"contact\": { \"kind\": \"email\", \"value\": \"desk@example.org\" }")];
    a_decision_in_two_days: FutureValue in Both,
        broken [("decisions/dec-hours.json", "\"on\": \"2026-06-09\"", "\"on\": ⟦\"2026-11-24\"⟧")],
        fine [("decisions/dec-hours.json", "\"result\": \"agreed\"", "\"result\": \"deferred\""), ("decisions/dec-hours.json", "\"on\": \"2026-06-09\"", "\"on\": \"2026-11-24\"")];
    a_decision_where_it_is_tomorrow_already: FutureValue in Both,
        broken [("decisions/dec-hours.json", "\"on\": \"2026-06-09\"", "\"on\": ⟦\"2026-11-24\"⟧")],
        fine [("decisions/dec-hours.json", "\"on\": \"2026-06-09\"", "\"on\": \"2026-11-23\"")];
    a_review_before_the_decision: EndBeforeStart in Both,
        broken [("decisions/dec-hours.json", "\"review_on\": \"2027-06-09\"", "\"review_on\": ⟦\"2026-05\"⟧")],
        fine [("decisions/dec-hours.json", "\"review_on\": \"2027-06-09\"", "\"review_on\": \"2026-06\"")];
    a_decision_that_the_next_one_rests_on: DecisionPast in Folder,
        broken [LIVE, ("decisions/dec-hours.json", "\"review_on\": \"2027-06-09\"", "\"review_on\": ⟦\"2026-09\"⟧")],
        fine [LIVE, ("decisions/dec-hours.json", "\"review_on\": \"2027-06-09\"", "\"review_on\": \"2026-09\""), ("decisions/dec-next.json", "", "{ \"id\": \"dec-next\", \"result\": \"rejected\", \"title\": \"Two rooms\", \"what\": \"Open a second room.\", \"made_by\": \"wg-table\", \"on\": \"2026-10-13\", \"reason\": \"One is enough.\", \"inputs\": [\"dec-hours\"] }")];
    a_budget_below_zero: BelowZero in Both,
        broken [("budget_cycles/pb-east.json", "\"money\": 25000", "\"money\": ⟦-25000⟧")],
        fine [("budget_cycles/pb-east.json", "\"money\": 25000", "\"money\": 9500")];
    a_cost_below_zero: BelowZero in Both,
        broken [("budget_proposals/pbp-lights.json", "\"cost_estimated\": 9500", "\"cost_estimated\": ⟦-9500⟧")],
        fine [("budget_proposals/pbp-lights.json", "\"cost_estimated\": 9500", "\"cost_estimated\": 0")];
    a_proposal_that_was_given_up_costs_what_was_spent: OverBudget in Both,
        broken [("budget_cycles/pb-east.json", "\"money\": 25000", "\"money\": ⟦9000⟧")],
        fine [("budget_cycles/pb-east.json", "\"money\": 25000", "\"money\": 9000"), ("budget_proposals/pbp-lights.json", "\"stage\": \"in_delivery\"", "\"stage\": \"stopped\", \"stage_reason\": \"The poles rust.\", \"spent\": 800")];
    votes_without_ballots: VotesDoNotFit in Both,
        broken [("budget_cycles/pb-east.json", "\"ballots\": 412,", ""), ("budget_proposals/pbp-lights.json", "\"votes\": 231", "\"votes\": ⟦231⟧")],
        fine [("budget_cycles/pb-east.json", "\"ballots\": 412,", ""), ("budget_proposals/pbp-lights.json", "\"votes\": 231", "\"votes\": 0")];
    votes_where_nobody_votes: VotesDoNotFit in Both,
        broken [("budget_cycles/pb-east.json", "\"vote_type\": \"approval\"", "\"vote_type\": \"none\""), ("budget_proposals/pbp-lights.json", "\"votes\": 231", "\"votes\": ⟦231⟧")],
        fine [("budget_cycles/pb-east.json", "\"vote_type\": \"approval\"", "\"vote_type\": \"knapsack\"")];
    more_votes_than_all_ballots_hold: VotesDoNotFit in Folder,
        broken [("budget_cycles/pb-east.json", "\"max_choices\": 3", "\"max_choices\": 1"), ("budget_cycles/pb-east.json", "\"ballots\": 412", "\"ballots\": ⟦412⟧"), ("budget_proposals/pbp-pool.json", "", "{ \"id\": \"pbp-pool\", \"cycle\": \"pb-east\", \"stage\": \"not_funded\", \"title\": \"A pool\", \"votes\": 182 }")],
        fine [("budget_cycles/pb-east.json", "\"max_choices\": 3", "\"max_choices\": 1"), ("budget_proposals/pbp-pool.json", "", "{ \"id\": \"pbp-pool\", \"cycle\": \"pb-east\", \"stage\": \"not_funded\", \"title\": \"A pool\", \"votes\": 181 }")];
    a_proposal_that_stopped_without_a_reason: ReasonMissing in Both,
        broken [("budget_proposals/pbp-lights.json", "\"stage\": \"in_delivery\"", "\"stage\": ⟦\"stopped\"⟧")],
        fine [("budget_proposals/pbp-lights.json", "\"stage\": \"in_delivery\"", "\"stage\": \"stopped\", \"stage_reason\": \"The poles rust.\"")];
    a_proposal_merged_into_another_cycle: MergedElsewhere in Folder,
        broken [("budget_cycles/pb-west.json", "", "{ \"id\": \"pb-west\", \"title\": \"West decides\", \"money\": 100, \"currency\": \"USD\", \"phases\": [{ \"kind\": \"ideas\", \"from\": \"2026\" }], \"vote_type\": \"approval\", \"allocation_rule\": \"greedy\" }"), ("budget_proposals/pbp-pool.json", "", "{ \"id\": \"pbp-pool\", \"cycle\": \"pb-west\", \"stage\": \"merged\", \"stage_reason\": \"Both are about light.\", \"title\": \"A brighter path\", \"merged_into\": ⟦\"pbp-lights\"⟧ }")],
        fine [("budget_proposals/pbp-pool.json", "", "{ \"id\": \"pbp-pool\", \"cycle\": \"pb-east\", \"stage\": \"merged\", \"stage_reason\": \"Both are about light.\", \"title\": \"A brighter path\", \"merged_into\": \"pbp-lights\" }")];
    a_proposal_merged_and_still_done: MergedElsewhere in Folder,
        broken [("budget_proposals/pbp-pool.json", "", "{ \"id\": \"pbp-pool\", \"cycle\": \"pb-east\", \"stage\": \"idea\", \"stage_reason\": \"Both are about light.\", \"title\": \"A brighter path\", \"merged_into\": ⟦\"pbp-lights\"⟧ }")],
        fine [("budget_proposals/pbp-pool.json", "", "{ \"id\": \"pbp-pool\", \"cycle\": \"pb-east\", \"stage\": \"merged\", \"stage_reason\": \"Both are about light.\", \"title\": \"A brighter path\", \"merged_into\": \"pbp-lights\" }")];
    a_phase_that_ends_before_it_begins: EndBeforeStart in Both,
        broken [("budget_cycles/pb-east.json", "\"to\": \"2026-03-01\"", "\"to\": ⟦\"2026-01-01\"⟧")],
        fine [("budget_cycles/pb-east.json", "\"to\": \"2026-03-01\"", "\"to\": \"2026-01\"")];
    a_point_beyond_the_pole: OutsideLimits in Both,
        broken [("budget_proposals/pbp-lights.json", "\"latitude\": 41.5", "\"latitude\": ⟦91⟧")],
        fine [("budget_proposals/pbp-lights.json", "\"latitude\": 41.5", "\"latitude\": -90")];
    a_step_that_was_done_in_two_days: FutureValue in Both,
        broken [("budget_proposals/pbp-lights.json", "\"on\": \"2026-09-10\"", "\"on\": ⟦\"2026-11-24\"⟧")],
        fine [("budget_proposals/pbp-lights.json", "\"on\": \"2026-09-10\"", "\"on\": \"2026-11-23\"")];
    a_step_that_passes_unnoticed: MilestonePast in Both,
        broken [LIVE, ("budget_proposals/pbp-lights.json", "\"on\": \"2026-09-10\", \"note\": \"The lamps are chosen\", \"state\": \"done\"", "\"on\": ⟦\"2026-09-10\"⟧, \"note\": \"The lamps are chosen\", \"state\": \"planned\"")],
        fine [LIVE, ("budget_proposals/pbp-lights.json", "\"note\": \"The lamps are chosen\", \"state\": \"done\"", "\"note\": \"The lamps are chosen\", \"state\": \"late\"")];
    more_residents_than_seats: OutsideLimits in Both,
        broken [("workgroups/wg-table.json", "\"resident_count\": 6", "\"resident_count\": ⟦7⟧")],
        fine [("workgroups/wg-table.json", "\"resident_count\": 6", "\"resident_count\": 0")];
    a_member_who_left_before_coming: EndBeforeStart in Both,
        broken [("workgroups/wg-table.json", "\"role\": \"Takes notes\"", "\"since\": \"2024\", \"until\": ⟦\"2023\"⟧")],
        fine [("workgroups/wg-table.json", "\"role\": \"Takes notes\"", "\"since\": \"2024\", \"until\": \"2024\"")];
    a_network_needs_no_residents: NoResidents in Both,
        broken [("workgroups/wg-table.json", "\"kind\": \"resident_council\"", "\"kind\": ⟦\"steering\"⟧"), ("workgroups/wg-table.json", "\"seats\": [{ \"sector\": \"residents\", \"count\": 6, \"resident_count\": 6, \"paid\": true }],", "")],
        fine [("workgroups/wg-table.json", "\"kind\": \"resident_council\"", "\"kind\": \"action_network\""), ("workgroups/wg-table.json", "\"seats\": [{ \"sector\": \"residents\", \"count\": 6, \"resident_count\": 6, \"paid\": true }],", "")];
    two_work_groups_of_one_name: LookAlike in Folder,
        broken [("workgroups/wg-two.json", "", "{ \"id\": \"wg-two\", \"kind\": \"data\", \"title\": ⟦\"Parents at the Table\"⟧, \"purpose\": \"Counts.\", \"members\": [{ \"partner\": \"par-library\" }], \"decision_rule\": \"consent\" }")],
        fine [("workgroups/wg-two.json", "", "{ \"id\": \"wg-two\", \"kind\": \"data\", \"title\": \"Parents at the desk\", \"purpose\": \"Counts.\", \"members\": [{ \"partner\": \"par-library\" }], \"decision_rule\": \"consent\" }")];
    a_strategy_that_leads_to_itself: Cycle in Both,
        broken [("strategies/str-books.json", "\"title\": \"Books at home\"", "\"title\": \"Books at home\", \"leads_to\": [{ \"to\": \"goal-read\", \"strength\": \"assumed\" }, { \"to\": ⟦\"str-books\"⟧, \"strength\": \"assumed\" }]")],
        fine [("strategies/str-books.json", "\"title\": \"Books at home\"", "\"title\": \"Books at home\", \"leads_to\": [{ \"to\": \"ind-reading\", \"strength\": \"assumed\" }]")];
    two_strategies_that_lead_to_each_other: Cycle in Folder,
        broken [("strategies/str-books.json", "\"title\": \"Books at home\"", "\"title\": \"Books at home\", \"leads_to\": [{ \"to\": ⟦\"str-walk\"⟧, \"strength\": \"assumed\" }]"), ("strategies/str-walk.json", "", "{ \"id\": \"str-walk\", \"kind\": \"policy\", \"status\": \"active\", \"title\": \"Walk\", \"plain_summary\": \"We walk to school.\", \"goals\": [\"goal-read\"], \"leads_to\": [{ \"to\": \"str-books\", \"strength\": \"strong\" }] }")],
        fine [("strategies/str-books.json", "\"title\": \"Books at home\"", "\"title\": \"Books at home\", \"leads_to\": [{ \"to\": \"str-walk\", \"strength\": \"assumed\" }]"), ("strategies/str-walk.json", "", "{ \"id\": \"str-walk\", \"kind\": \"policy\", \"status\": \"active\", \"title\": \"Walk\", \"plain_summary\": \"We walk to school.\", \"goals\": [\"goal-read\"], \"leads_to\": [{ \"to\": \"goal-home\", \"strength\": \"strong\" }] }")];
    a_rule_in_force_before_it_was_adopted: StageOrder in Both,
        broken [("activities/act-tutoring.json", "\"start\": \"2022-09\"", "\"stage_dates\": [{ \"stage\": \"adopted\", \"on\": \"2025-03\" }, { \"stage\": \"in_force\", \"on\": ⟦\"2025-01\"⟧ }], \"start\": \"2022-09\"")],
        fine [("activities/act-tutoring.json", "\"start\": \"2022-09\"", "\"stage_dates\": [{ \"stage\": \"in_force\", \"on\": \"2025-06\" }, { \"stage\": \"adopted\", \"on\": \"2025-03\" }], \"start\": \"2022-09\"")];
    a_style_beyond_its_end: WrongType in Both,
        broken [("activities/act-tutoring.json", "\"start\": \"2022-09\"", "\"delivery_style\": { \"control\": ⟦6⟧ }, \"start\": \"2022-09\"")],
        fine [("activities/act-tutoring.json", "\"start\": \"2022-09\"", "\"delivery_style\": { \"control\": 5, \"outcomes\": 1, \"note\": \"Agreed in May.\" }, \"start\": \"2022-09\"")];
    a_handover_of_next_year: FutureValue in Both,
        broken [("activities/act-tutoring.json", "\"start\": \"2022-09\"", "\"handover\": [{ \"from\": \"agency\", \"to\": \"shared\", \"on\": ⟦\"2027-05\"⟧ }], \"start\": \"2022-09\"")],
        fine [("activities/act-tutoring.json", "\"start\": \"2022-09\"", "\"handover\": [{ \"from\": \"agency\", \"to\": \"shared\", \"on\": \"2026\" }], \"start\": \"2022-09\"")];
    a_park_beyond_the_date_line: OutsideLimits in Both,
        broken [("activities/act-tutoring.json", "\"start\": \"2022-09\"", "\"locations\": [{ \"text\": \"Mill Park\", \"point\": { \"latitude\": 41, \"longitude\": ⟦-187⟧ } }], \"start\": \"2022-09\"")],
        fine [("activities/act-tutoring.json", "\"start\": \"2022-09\"", "\"locations\": [{ \"text\": \"Mill Park\", \"point\": { \"latitude\": 41, \"longitude\": -87 } }], \"start\": \"2022-09\"")];
    two_terms_of_one_word: LookAlike in Folder,
        broken [("terms/tutor-two.json", "", "{ \"id\": \"tutor-two\", \"term\": ⟦\"tutor\"⟧, \"definition\": \"Somebody who helps.\" }")],
        fine [("terms/tutor-two.json", "", "{ \"id\": \"tutor-two\", \"term\": \"Helper\", \"definition\": \"Somebody who helps.\" }")];
    two_terms_of_one_short_form: LookAlike in Folder,
        broken [("terms/term-tutor.json", "\"term\": \"Tutor\"", "\"term\": \"Tutor\", \"acronym\": \"TUT\""), ("terms/tutor-two.json", "", "{ \"id\": \"tutor-two\", \"term\": \"Tutor unit\", \"acronym\": ⟦\"TUT\"⟧, \"definition\": \"A group of helpers.\" }")],
        fine [("terms/term-tutor.json", "\"term\": \"Tutor\"", "\"term\": \"Tutor\", \"acronym\": \"TUT\""), ("terms/tutor-two.json", "", "{ \"id\": \"tutor-two\", \"term\": \"Tutor unit\", \"acronym\": \"TUN\", \"definition\": \"A group of helpers.\" }")];
    a_term_explains_its_short_form: Shouting in Both,
        broken [("goals/goal-home.json", "\"Ten minutes a day.\"", "⟦\"Ten minutes of ELOB a day.\"⟧")],
        fine [("goals/goal-home.json", "\"Ten minutes a day.\"", "\"Ten minutes of ELOB a day.\""), ("terms/term-tutor.json", "\"term\": \"Tutor\"", "\"term\": \"Each learns out of books\", \"acronym\": \"ELOB\"")];
    a_promise_of_the_year_206: FarAway in Both,
        broken [("commitments/com-bus.json", "\"made_on\": \"2026-03-02\"", "\"made_on\": ⟦\"0206-03-02\"⟧")],
        fine [("commitments/com-bus.json", "\"made_on\": \"2026-03-02\"", "\"made_on\": \"2016-03-02\"")];
    a_chair_that_has_left: RetiredInUse in Folder,
        broken [("partners/par-circle.json", "\"status\": \"active\"", "\"status\": ⟦\"left\"⟧")],
        fine [("partners/par-circle.json", "\"status\": \"active\"", "\"status\": \"paused\"")];
}
