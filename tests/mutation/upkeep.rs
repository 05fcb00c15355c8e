//! Upkeep that is forgotten: the calendar goes on, the feed does not.

/// What makes the sample a real feed, as far as the check can tell.
pub(crate) const LIVE: &[Edit] = &[
    ("coalition.json", r#""sample": true"#, r#""sample": false"#),
    ("sources/birth-death-register.json", r#""kind": "synthetic""#, r#""kind": "partner""#),
    ("sources/city-inspections.json", r#""kind": "synthetic""#, r#""kind": "partner""#),
    ("sources/court-filings.json", r#""kind": "synthetic""#, r#""kind": "partner""#),
    ("sources/population-estimates.json", r#""kind": "synthetic""#, r#""kind": "partner""#),
    ("sources/school-records.json", r#""kind": "synthetic""#, r#""kind": "partner""#),
    ("sources/store-map.json", r#""kind": "synthetic""#, r#""kind": "partner""#),
    // What is overdue in it on purpose, to show it on the pages.
    ("indicators/uninsured.json", r#""by": "2025""#, r#""by": "2029""#),
    ("indicators/fresh-food-walk.json", r#""update_frequency": "yearly""#, r#""update_frequency": "irregular""#),
    (
        "indicators/residents-per-clinician.json",
        r#""update_frequency": "yearly""#,
        r#""update_frequency": "irregular""#,
    ),
];

defects! {
    a_quarter_is_not_brought: LateFigure in Live [
        ("series/market-basket-price.csv", "2026-Q2,,,,27.48,,,,,,final,\n2026-Q3,,,,27.95,,,,,,final,\n", "⟦2026-Q2,,,,27.48,,,,,,final,⟧\n"),
    ];
    a_target_passes_without_a_successor: TargetPast in Live [
        ("indicators/belonging.json", r#""by": "2031""#, r#"⟦"by": "2025"⟧"#),
    ];
    an_activity_is_over_and_called_active: ActivityPastEnd in Live [
        (
            "activities/evening-pantry.json",
            r#""start": "2023-02","#,
            "\"start\": \"2023-02\",\n  ⟦\"end\": \"2026-06\",⟧",
        ),
    ];
    a_milestone_passes_unnoticed: MilestonePast in Live [
        (
            "activities/river-path-lights.json",
            "\"due\": \"2026-12\",\n      \"state\": \"doing\"",
            "⟦\"due\": \"2026-09\",⟧\n      \"state\": \"doing\"",
        ),
    ];
    a_pilot_is_not_looked_at: ReviewPast in Live [
        ("activities/barbershop-pressure.json", r#""review_on": "2027-02-15""#, r#"⟦"review_on": "2026-08-15"⟧"#),
    ];
    a_story_is_older_than_the_figures: OldStory in Live [
        ("stories/sto-2026-11-evictions.json", r#""as_of": "2026-11-10""#, r#"⟦"as_of": "2024-11-10"⟧"#),
    ];
    a_goal_is_retired_while_others_rest_on_it: RetiredInUse in Live [
        (
            "goals/enough-food.json",
            r#""status": "active","#,
            r#""status": ⟦"retired"⟧,
  "retired_reason": {
    "en": "It is a part of the goal of safe homes now.",
    "es": "Ahora es parte de la meta de viviendas seguras."
  },"#,
        ),
    ];
    a_partner_has_left_and_still_leads: RetiredInUse in Sample [
        ("partners/eastbank-interfaith.json", r#""status": "active""#, r#""status": ⟦"left"⟧"#),
    ];
}
