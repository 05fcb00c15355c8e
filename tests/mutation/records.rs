//! Slips in references and between records.

/// A goal that is new, with nothing that leads to it.
const NEW_GOAL: &str = r#"{
  "id": "quiet-nights",
  ⟦"title"⟧: {
    "en": "Everyone sleeps through the night",
    "es": "Todos duermen la noche entera"
  },
  "plain_summary": {
    "en": "Trucks and alarms wake fewer people along the river road.",
    "es": "Los camiones y las alarmas despiertan a menos personas junto al río."
  },
  "kind": "result",
  "parent": "long-healthy-lives",
  "status": "active"
}
"#;

const NEW_PARTNER: &str = r#"{
  "id": "bell-street-bakery",
  ⟦"name"⟧: "Bell Street Bakery",
  "kind": "business",
  "plain_summary": {
    "en": "Gives what is left at six in the evening.",
    "es": "Da lo que queda a las seis de la tarde."
  },
  "roles": [
    "ally"
  ],
  "status": "active"
}
"#;

const SECOND_STORY: &str = r#"{
  "id": "sto-2026-11-absence",
  "indicator": "chronic-absence",
  "as_of": ⟦"2026-10-27"⟧,
  "summary": {
    "en": "The reasons behind absence were asked again in four schools.",
    "es": "En cuatro escuelas se preguntó otra vez por los motivos de las faltas."
  },
  "authors": [
    "port-wendell-schools"
  ]
}
"#;

defects! {
    a_steward_is_misspelt: DeadReference in Sample [
        (
            "indicators/food-insecurity.json",
            r#""steward": "tri-river-food-bank""#,
            r#""steward": ⟦"tri-river-foodbank"⟧"#,
        ),
    ];
    a_group_is_misspelt_in_a_table: DeadReference in Sample [
        ("series/graduation.csv", "SY2025,,home-language,spanish,", "SY2025,,home-language,⟦spansih⟧,"),
    ];
    a_place_is_misspelt_in_a_table: DeadReference in Sample [
        ("series/homelessness.csv", "2026,larkin-county,", "2026,⟦larkin-conty⟧,"),
    ];
    a_headline_indicator_has_another_name: DeadReference in Sample [
        ("coalition.json", r#""overdose-deaths","#, r#"⟦"overdose-death"⟧,"#),
    ];
    a_target_is_for_a_group_that_is_not_there: DeadReference in Sample [
        ("indicators/food-insecurity.json", r#""group": "under-35k""#, r#""group": ⟦"under-30k"⟧"#),
    ];
    a_partner_stands_where_a_goal_belongs: DeadReference in Sample [
        (
            "activities/evening-pantry.json",
            "\"goals\": [\n    \"enough-food\"",
            "\"goals\": [\n    ⟦\"tri-river-food-bank\"⟧",
        ),
    ];
    nothing_measures_a_new_goal: GoalUnmeasured in Sample [
        ("goals/quiet-nights.json", "", NEW_GOAL),
        (
            "activities/play-streets.json",
            r#""neighbors-connected","#,
            "\"neighbors-connected\",\n    \"quiet-nights\",",
        ),
    ];
    nobody_works_for_a_new_goal: GoalWithoutActivity in Sample [
        ("goals/quiet-nights.json", "", NEW_GOAL),
        (
            "indicators/belonging.json",
            r#""neighbors-connected","#,
            "\"neighbors-connected\",\n    \"quiet-nights\",",
        ),
    ];
    a_new_partner_has_no_part_in_anything: IdlePartner in Sample [
        ("partners/bell-street-bakery.json", "", NEW_PARTNER),
    ];
    a_place_lies_in_itself: Cycle in Sample [
        ("geographies/millrace.json", r#""parent": "port-wendell""#, r#""parent": ⟦"millrace"⟧"#),
    ];
    a_copied_record_keeps_its_title: LookAlike in Sample [
        (
            "indicators/eviction-desk-homes.json",
            r#""en": "Homes helped at the court desk""#,
            r#""en": "Eviction filings""#,
        ),
        // The first of two that look alike is the one that is named.
        ("indicators/evictions.json", "\"id\": \"evictions\",\n  \"title\"", "\"id\": \"evictions\",\n  ⟦\"title\"⟧"),
    ];
    an_evening_ends_in_the_morning: EndBeforeStart in Sample [
        (
            "events/evt-2026-12-sign-up-night.json",
            r#""end": "2026-12-09T21:00:00-06:00""#,
            r#""end": ⟦"2026-12-09T09:00:00-06:00"⟧"#,
        ),
    ];
    a_pilot_ends_before_it_starts: EndBeforeStart in Sample [
        ("activities/late-bus-14.json", r#""end": "2025-03""#, r#""end": ⟦"2023-03"⟧"#),
    ];
    a_count_of_clients_is_called_a_condition_of_all: LevelMixed in Sample [
        ("indicators/eviction-desk-homes.json", r#""level": "performance""#, r#""level": "population""#),
        ("indicators/eviction-desk-homes.json", r#""activity": "court-help-desk""#, r#""activity": ⟦"court-help-desk"⟧"#),
    ];
    a_service_is_cancelled_without_a_word: ReasonMissing in Sample [
        ("activities/evening-pantry.json", r#""status": "active""#, r#"⟦"status": "cancelled"⟧"#),
    ];
    an_ask_has_nobody_to_answer_it: AskOfNobody in Sample [
        (
            "stories/sto-2026-10-absence.json",
            "\"es\": \"Cerrar en mayo el horario para el timbre de las 8:45.\"\n      },\n      \"owner\": \"tri-river-transit\"\n",
            "\"es\": \"Cerrar en mayo el horario para el timbre de las 8:45.\"\n      }\n",
        ),
    ];
    a_copied_story_keeps_its_date: SameStoryDate in Sample [
        ("stories/sto-2026-11-absence.json", "", SECOND_STORY),
    ];
    every_indicator_is_a_headline: TooManyIndicators in Sample [
        (
            "coalition.json",
            "\"belonging\"\n",
            "\"belonging\",\n    \"uninsured\",\n    \"median-rent\",\n    \"school-lunch\",\n    \"dental-visit\"\n",
        ),
    ];
}
