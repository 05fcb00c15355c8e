//! Slips in links, and private matters in public texts.

defects! {
    an_address_is_written_as_people_say_it: UnsafeLink in Sample [
        ("partners/tri-river-food-bank.json", "https://food-bank.example.org/", "⟦www.food-bank.example.org⟧"),
    ];
    a_bookmarklet_is_pasted_for_an_address: UnsafeLink in Sample [
        ("partners/tri-river-food-bank.json", "https://food-bank.example.org/", "⟦javascript:void(0)⟧"),
    ];
    an_address_is_an_old_one: PlainHttp in Sample [
        ("partners/tri-river-food-bank.json", "https://food-bank.example.org/", "⟦http://food-bank.example.org/⟧"),
    ];
    an_address_is_shortened: OddHost in Sample [
        ("activities/first-year-visits.json", "https://library.example.org/reviews/home-visits", "⟦https://bit.ly/3xYz12⟧"),
    ];
    a_colleagues_address_stands_in_a_text: EmailInText in Sample [
        ("activities/evening-pantry.json", "Ring at the blue door.", "⟦Write to ana.ruiz@interfaith.example.org first.⟧"),
    ];
    a_volunteers_number_stands_in_a_story: PhoneInText in Sample [
        (
            "stories/sto-2026-10-absence.json",
            "97 children walk to school with two adults in yellow vests.",
            "⟦97 children walk to school with two adults; call Dana at (555) 010-4477.⟧",
        ),
    ];
    a_neighbor_is_named_with_her_illness: PersonAndNeed in Sample [
        (
            "updates/upd-2026-11-path-lights.json",
            "A woman who cleans offices downtown now walks home instead of paying for a ride.",
            "⟦Maria Delgado, who has diabetes, now walks home instead of paying for a ride.⟧",
        ),
    ];
    a_child_is_told_with_its_birthday: BirthDate in Sample [
        (
            "stories/sto-2026-10-absence.json",
            "97 children walk to school with two adults in yellow vests.",
            "⟦A girl, born on March 4, 2017, walks to school with two adults in yellow vests.⟧",
        ),
    ];
    a_number_is_copied_from_a_form: IdentityNumber in Sample [
        (
            "stories/sto-2026-10-absence.json",
            "97 children walk to school with two adults in yellow vests.",
            "⟦One family (SSN 219-09-9999) walks to school with two adults in yellow vests.⟧",
        ),
    ];
    a_story_says_where_a_family_lives: HomeAddress in Sample [
        (
            "updates/upd-2026-11-path-lights.json",
            "A woman who cleans offices downtown now walks home instead of paying for a ride.",
            "⟦A woman who lives at 48 Mill Street now walks home instead of paying for a ride.⟧",
        ),
    ];
}
