//! Slips in what people do together: promises, questions to residents, answers, decisions and shared budgets. Each is made
//! in a record that somebody has just added.

defects! {
    a_promise_is_broken_without_a_word: ReasonMissing in Sample [
        (
            "commitments/com-ramp.json",
            "",
            r#"{
  "id": "com-ramp",
  "text": {
    "en": "The ramp at the hall is repaired.",
    "es": "Se repara la rampa del salón."
  },
  "by": "city-of-port-wendell",
  "to": "public",
  "made_on": "2026-03-02",
  "state": ⟦"broken"⟧
}
"#,
        ),
    ];
    a_promise_is_kept_and_nothing_shows_it: PromiseUnshown in Sample [
        (
            "commitments/com-ramp.json",
            "",
            r#"{
  "id": "com-ramp",
  "text": {
    "en": "The ramp at the hall is repaired.",
    "es": "Se repara la rampa del salón."
  },
  "by": "city-of-port-wendell",
  "to": "public",
  "made_on": "2026-03-02",
  "state": ⟦"kept"⟧
}
"#,
        ),
    ];
    a_promise_is_due_before_it_is_made: EndBeforeStart in Sample [
        (
            "commitments/com-ramp.json",
            "",
            r#"{
  "id": "com-ramp",
  "text": {
    "en": "The ramp at the hall is repaired.",
    "es": "Se repara la rampa del salón."
  },
  "by": "city-of-port-wendell",
  "to": "public",
  "made_on": "2026-03-02",
  "state": "promised",
  "due": ⟦"2025-03"⟧
}
"#,
        ),
    ];
    a_promise_is_forgotten: PromisePast in Live [
        (
            "commitments/com-ramp.json",
            "",
            r#"{
  "id": "com-ramp",
  "text": {
    "en": "The ramp at the hall is repaired.",
    "es": "Se repara la rampa del salón."
  },
  "by": "city-of-port-wendell",
  "to": "public",
  "made_on": "2026-03-02",
  "state": "promised",
  "due": ⟦"2026-09"⟧
}
"#,
        ),
    ];
    residents_are_asked_for_nothing: NothingPromised in Sample [
        (
            "engagements/eng-ramp.json",
            "",
            r#"{
  "id": "eng-ramp",
  "title": {
    "en": "Where is a ramp missing?",
    "es": "¿Dónde falta una rampa?"
  },
  "plain_summary": {
    "en": "Tell us which door is too high.",
    "es": "Díganos qué puerta es demasiado alta."
  },
  "kind": "meeting",
  "level": ⟦"consult"⟧,
  "question": {
    "en": "Which door can you not use?",
    "es": "¿Qué puerta no puede usar?"
  },
  "status": "open",
  "by": "city-of-port-wendell",
  "opens": "2026-11-01",
  "closes": "2026-12-15",
  "channels": [
    {
      "kind": "in_person"
    }
  ]
}
"#,
        ),
    ];
    a_process_is_reported_without_a_word: OutcomeMissing in Sample [
        (
            "engagements/eng-ramp.json",
            "",
            r#"{
  "id": "eng-ramp",
  "title": {
    "en": "Where is a ramp missing?",
    "es": "¿Dónde falta una rampa?"
  },
  "plain_summary": {
    "en": "Tell us which door is too high.",
    "es": "Díganos qué puerta es demasiado alta."
  },
  "kind": "meeting",
  "level": "consult",
  "promise": {
    "en": "We publish the list of doors.",
    "es": "Publicamos la lista de puertas."
  },
  "question": {
    "en": "Which door can you not use?",
    "es": "¿Qué puerta no puede usar?"
  },
  "status": ⟦"reported"⟧,
  "by": "city-of-port-wendell",
  "opens": "2026-11-01",
  "closes": "2026-11-15",
  "channels": [
    {
      "kind": "in_person"
    }
  ]
}
"#,
        ),
    ];
    residents_need_a_computer: OnlineOnly in Sample [
        (
            "engagements/eng-ramp.json",
            "",
            r#"{
  "id": "eng-ramp",
  "title": {
    "en": "Where is a ramp missing?",
    "es": "¿Dónde falta una rampa?"
  },
  "plain_summary": {
    "en": "Tell us which door is too high.",
    "es": "Díganos qué puerta es demasiado alta."
  },
  "kind": "meeting",
  "level": "consult",
  "promise": {
    "en": "We publish the list of doors.",
    "es": "Publicamos la lista de puertas."
  },
  "question": {
    "en": "Which door can you not use?",
    "es": "¿Qué puerta no puede usar?"
  },
  "status": "open",
  "by": "city-of-port-wendell",
  "opens": "2026-11-01",
  "closes": "2026-12-15",
  "channels": [
    {
      "kind": "web"
    }
  ]
}
"#,
        ),
    ];
    a_process_is_over_and_called_open: EngagementPast in Live [
        (
            "engagements/eng-ramp.json",
            "",
            r#"{
  "id": "eng-ramp",
  "title": {
    "en": "Where is a ramp missing?",
    "es": "¿Dónde falta una rampa?"
  },
  "plain_summary": {
    "en": "Tell us which door is too high.",
    "es": "Díganos qué puerta es demasiado alta."
  },
  "kind": "meeting",
  "level": "consult",
  "promise": {
    "en": "We publish the list of doors.",
    "es": "Publicamos la lista de puertas."
  },
  "question": {
    "en": "Which door can you not use?",
    "es": "¿Qué puerta no puede usar?"
  },
  "status": "open",
  "by": "city-of-port-wendell",
  "opens": "2026-11-01",
  "closes": ⟦"2026-11-15"⟧,
  "channels": [
    {
      "kind": "in_person"
    }
  ]
}
"#,
        ),
    ];
    six_people_came: SmallCount in Sample [
        (
            "engagements/eng-ramp.json",
            "",
            r#"{
  "id": "eng-ramp",
  "title": {
    "en": "Where is a ramp missing?",
    "es": "¿Dónde falta una rampa?"
  },
  "plain_summary": {
    "en": "Tell us which door is too high.",
    "es": "Díganos qué puerta es demasiado alta."
  },
  "kind": "meeting",
  "level": "consult",
  "promise": {
    "en": "We publish the list of doors.",
    "es": "Publicamos la lista de puertas."
  },
  "question": {
    "en": "Which door can you not use?",
    "es": "¿Qué puerta no puede usar?"
  },
  "status": "open",
  "by": "city-of-port-wendell",
  "opens": "2026-11-01",
  "closes": "2026-12-15",
  "channels": [
    {
      "kind": "in_person"
    }
  ],
  "participants": 6
}
"#,
        ),
    ];
    nobody_answers: Unanswered in Live [
        (
            "feedback/fb-ramp.json",
            "",
            r#"{
  "id": "fb-ramp",
  "you_said": {
    "en": "The door of the hall is too high.",
    "es": "La puerta del salón es demasiado alta."
  },
  "heard": {
    "from": "2026-06",
    "to": "2026-07",
    "channel": "meeting",
    "people": "10-49"
  }
}
"#,
        ),
    ];
    a_quote_is_taken_without_asking: NoConsent in Sample [
        (
            "feedback/fb-ramp.json",
            "",
            r#"{
  "id": "fb-ramp",
  "you_said": {
    "en": "The door of the hall is too high.",
    "es": "La puerta del salón es demasiado alta."
  },
  "heard": {
    "from": "2026-06",
    "to": "2026-07",
    "channel": "meeting",
    "people": "10-49"
  },
  "quotes": [
    {
      "text": {
        "en": "I wait outside.",
        "es": "Espero afuera."
      },
      "consent": false
    }
  ]
}
"#,
        ),
    ];
    everybody_is_quoted: ManyQuotes in Sample [
        (
            "feedback/fb-ramp.json",
            "",
            r#"{
  "id": "fb-ramp",
  "you_said": {
    "en": "The door of the hall is too high.",
    "es": "La puerta del salón es demasiado alta."
  },
  "heard": {
    "from": "2026-06",
    "to": "2026-07",
    "channel": "meeting",
    "people": "10-49"
  },
  "quotes": [
    {
      "text": {
        "en": "I wait outside.",
        "es": "Espero afuera."
      },
      "consent": true
    },
    {
      "text": {
        "en": "I wait outside.",
        "es": "Espero afuera."
      },
      "consent": true
    },
    {
      "text": {
        "en": "I wait outside.",
        "es": "Espero afuera."
      },
      "consent": true
    },
    {
      "text": {
        "en": "I wait outside.",
        "es": "Espero afuera."
      },
      "consent": true
    }
  ]
}
"#,
        ),
    ];
    a_council_of_residents_has_none: NoResidents in Sample [
        (
            "workgroups/wg-ramp.json",
            "",
            r#"{
  "id": "wg-ramp",
  "title": {
    "en": "Table for open doors",
    "es": "Mesa de puertas abiertas"
  },
  "purpose": {
    "en": "Looks at every door.",
    "es": "Mira cada puerta."
  },
  "kind": ⟦"resident_council"⟧,
  "chairs": [
    "city-of-port-wendell"
  ],
  "members": [
    {
      "partner": "city-of-port-wendell"
    }
  ],
  "decision_rule": "consent"
}
"#,
        ),
    ];
    a_chair_sits_elsewhere: ChairOutside in Sample [
        (
            "workgroups/wg-ramp.json",
            "",
            r#"{
  "id": "wg-ramp",
  "title": {
    "en": "Table for open doors",
    "es": "Mesa de puertas abiertas"
  },
  "purpose": {
    "en": "Looks at every door.",
    "es": "Mira cada puerta."
  },
  "kind": "action_network",
  "chairs": [
    ⟦"port-wendell-schools"⟧
  ],
  "members": [
    {
      "partner": "city-of-port-wendell"
    }
  ],
  "decision_rule": "consent"
}
"#,
        ),
    ];
    a_decision_is_not_looked_at_again: DecisionPast in Live [
        (
            "decisions/dec-ramp.json",
            "",
            r#"{
  "id": "dec-ramp",
  "title": {
    "en": "A ramp at the hall",
    "es": "Una rampa en el salón"
  },
  "what": {
    "en": "Build a ramp at the hall.",
    "es": "Construir una rampa en el salón."
  },
  "made_by": "city-of-port-wendell",
  "on": "2026-03-02",
  "result": "agreed",
  "reason": {
    "en": "Many cannot get in.",
    "es": "Mucha gente no puede entrar."
  },
  "review_on": ⟦"2026-09"⟧
}
"#,
        ),
    ];
    people_vote_before_there_are_ideas: StageOrder in Sample [
        (
            "budget_cycles/pb-ramp.json",
            "",
            r#"{
  "id": "pb-ramp",
  "title": {
    "en": "Doors for all",
    "es": "Puertas para todos"
  },
  "money": 5000,
  "currency": "USD",
  "phases": [
    {
      "kind": "ideas",
      "from": "2026-06-15"
    },
    {
      "kind": "vote",
      "from": ⟦"2026-05-04"⟧
    }
  ],
  "vote_type": "approval",
  "max_choices": 2,
  "allocation_rule": "greedy",
  "ballots": 120
}
"#,
        ),
    ];
    more_is_chosen_than_there_is: OverBudget in Sample [
        (
            "budget_cycles/pb-ramp.json",
            "",
            r#"{
  "id": "pb-ramp",
  "title": {
    "en": "Doors for all",
    "es": "Puertas para todos"
  },
  "money": 3500,
  "currency": "USD",
  "phases": [
    {
      "kind": "ideas",
      "from": "2026-01-15"
    },
    {
      "kind": "vote",
      "from": "2026-05-04"
    }
  ],
  "vote_type": "approval",
  "max_choices": 2,
  "allocation_rule": "greedy",
  "ballots": 120
}
"#,
        ),
        (
            "budget_proposals/pbp-ramp.json",
            "",
            r#"{
  "id": "pbp-ramp",
  "cycle": "pb-ramp",
  "title": {
    "en": "A ramp at the library",
    "es": "Una rampa en la biblioteca"
  },
  "stage": "funded",
  "cost_final": 4000,
  "votes": 90
}
"#,
        ),
    ];
    there_are_more_votes_than_ballots: VotesDoNotFit in Sample [
        (
            "budget_proposals/pbp-ramp.json",
            "",
            r#"{
  "id": "pbp-ramp",
  "cycle": "pb-ramp",
  "title": {
    "en": "A ramp at the library",
    "es": "Una rampa en la biblioteca"
  },
  "stage": "funded",
  "cost_final": 4000,
  "votes": 900
}
"#,
        ),
        (
            "budget_cycles/pb-ramp.json",
            "",
            r#"{
  "id": "pb-ramp",
  "title": {
    "en": "Doors for all",
    "es": "Puertas para todos"
  },
  "money": 5000,
  "currency": "USD",
  "phases": [
    {
      "kind": "ideas",
      "from": "2026-01-15"
    },
    {
      "kind": "vote",
      "from": "2026-05-04"
    }
  ],
  "vote_type": "approval",
  "max_choices": 2,
  "allocation_rule": "greedy",
  "ballots": 120
}
"#,
        ),
    ];
    more_is_spent_than_it_cost: OverSpent in Sample [
        (
            "budget_proposals/pbp-ramp.json",
            "",
            r#"{
  "id": "pbp-ramp",
  "cycle": "pb-ramp",
  "title": {
    "en": "A ramp at the library",
    "es": "Una rampa en la biblioteca"
  },
  "stage": "funded",
  "cost_final": 4000,
  "votes": 90,
  "spent": 4400
}
"#,
        ),
        (
            "budget_cycles/pb-ramp.json",
            "",
            r#"{
  "id": "pb-ramp",
  "title": {
    "en": "Doors for all",
    "es": "Puertas para todos"
  },
  "money": 5000,
  "currency": "USD",
  "phases": [
    {
      "kind": "ideas",
      "from": "2026-01-15"
    },
    {
      "kind": "vote",
      "from": "2026-05-04"
    }
  ],
  "vote_type": "approval",
  "max_choices": 2,
  "allocation_rule": "greedy",
  "ballots": 120
}
"#,
        ),
    ];
    an_idea_is_merged_into_itself: MergedElsewhere in Sample [
        (
            "budget_proposals/pbp-ramp.json",
            "",
            r#"{
  "id": "pbp-ramp",
  "cycle": "pb-ramp",
  "title": {
    "en": "A ramp at the library",
    "es": "Una rampa en la biblioteca"
  },
  "stage": "merged",
  "cost_final": 4000,
  "votes": 90,
  "stage_reason": {
    "en": "It is the same.",
    "es": "Es lo mismo."
  },
  "merged_into": ⟦"pbp-ramp"⟧
}
"#,
        ),
        (
            "budget_cycles/pb-ramp.json",
            "",
            r#"{
  "id": "pb-ramp",
  "title": {
    "en": "Doors for all",
    "es": "Puertas para todos"
  },
  "money": 5000,
  "currency": "USD",
  "phases": [
    {
      "kind": "ideas",
      "from": "2026-01-15"
    },
    {
      "kind": "vote",
      "from": "2026-05-04"
    }
  ],
  "vote_type": "approval",
  "max_choices": 2,
  "allocation_rule": "greedy",
  "ballots": 120
}
"#,
        ),
    ];
    a_need_is_long_over: NeedPast in Live [
        (
            "needs/need-ramp.json",
            "",
            r#"{
  "id": "need-ramp",
  "kind": "need",
  "what": "skill",
  "text": {
    "en": "A builder for one Saturday.",
    "es": "Alguien que construya un sábado."
  },
  "by": "city-of-port-wendell",
  "until": ⟦"2026-06"⟧,
  "state": "open"
}
"#,
        ),
    ];
}
