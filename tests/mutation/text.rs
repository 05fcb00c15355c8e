//! Slips in texts.

defects! {
    a_word_is_made_bold_with_stars: Markup in Sample [
        ("activities/evening-pantry.json", "Monday nights until eleven", "⟦**Monday nights** until eleven⟧"),
    ];
    a_line_break_is_copied_from_a_page: Markup in Sample [
        ("activities/evening-pantry.json", "Ring at the blue door.", "⟦Ring at the blue door.<br>Come in.⟧"),
    ];
    a_copied_word_brings_an_invisible_sign: HiddenCharacter in Sample [
        ("activities/evening-pantry.json", "Ring at the blue door.", "⟦Ring at the \u{202e}blue door.⟧"),
    ];
    a_title_ends_with_a_blank: StrayBlank in Sample [
        ("goals/enough-food.json", "Everyone has enough good food", "⟦Everyone has enough good food ⟧"),
    ];
    a_picture_has_no_words: AltMissing in Sample [
        (
            "updates/upd-2026-11-path-lights.json",
            "\"author\": \"eastbank-neighbors\"\n",
            "\"author\": \"eastbank-neighbors\",\n  ⟦\"image\": {\n    \"src\": \"/pictures/path.jpg\"\n  }⟧\n",
        ),
    ];
    a_picture_is_described_by_its_file_name: EmptyAlt in Sample [
        (
            "updates/upd-2026-11-path-lights.json",
            "\"author\": \"eastbank-neighbors\"\n",
            "\"author\": \"eastbank-neighbors\",\n  \"image\": {\n    \"src\": \"/pictures/path.jpg\",\n    ⟦\"alt\": {⟧\n      \"en\": \"IMG_2041.jpg\",\n      \"es\": \"Un farol junto al río, de noche\"\n    }\n  }\n",
        ),
    ];
    an_official_source_cannot_be_looked_up: SourceUnclear in Sample [
        ("sources/january-count.json", "\"title\": {\n    \"en\": \"January", "⟦\"title\"⟧: {\n    \"en\": \"January"),
        ("sources/january-count.json", r#""kind": "survey""#, r#""kind": "official""#),
    ];
    a_title_is_a_whole_paragraph: LongTitle in Sample [
        (
            "activities/evening-pantry.json",
            "Pantry open after the late shift",
            "⟦Pantry open on Monday nights after the late shift for everyone who works at the foundry or lives close to it⟧",
        ),
    ];
    a_sentence_does_not_end: LongSentence in Sample [
        (
            "activities/mobile-market.json",
            "A truck with fresh food stops at three corners in Eastbank and two in Millrace each week.",
            "⟦A truck with fresh food stops at three corners in Eastbank and two in Millrace each week, where neighbors chose the corners and the goods, and where the food bank, the growers and the grocery share the costs.⟧",
        ),
    ];
    an_invitation_shouts: Shouting in Sample [
        ("events/evt-2026-12-sign-up-night.json", "Bring a pay stub and any letter you do not understand.", "⟦BRING A PAY STUB AND ANY LETTER!!!⟧"),
    ];
    a_translation_is_pasted_under_the_wrong_language: WrongScript in Sample [
        ("activities/evening-pantry.json", "Toque en la puerta azul.", "⟦اطرق الباب الأزرق.⟧"),
    ];
    people_are_named_after_their_situation: Label in Sample [
        ("activities/evening-pantry.json", "Workers on late shifts and their families", "⟦The homeless and addicts of Eastbank⟧"),
    ];
    a_fall_is_claimed_as_ones_own_work: CausalClaim in Sample [
        (
            "indicators/overdose-deaths.json",
            "That is a third fewer than at the peak in 2022 and still more than in 2018.",
            "Thanks to our peer coaches, that is a third fewer than at the peak in 2022.⟦⟧",
        ),
    ];
    a_tick_stands_for_a_word: SignAlone in Sample [
        ("activities/evening-pantry.json", "\"en\": \"Free\"", "⟦\"en\": \"✅\"⟧"),
    ];
    the_spanish_version_is_forgotten: Untranslated in Sample [
        (
            "activities/evening-pantry.json",
            "\"how\": {\n      \"en\": \"Ring at the blue door.\",\n      \"es\": \"Toque en la puerta azul.\"\n",
            "\"how\": ⟦{⟧\n      \"en\": \"Ring at the blue door.\"\n",
        ),
    ];
    a_source_of_the_draft_is_still_invented: SampleMixed in Live [
        ("sources/pantry-log.json", r#""kind": "partner""#, r#""kind": ⟦"synthetic"⟧"#),
    ];
    the_mark_of_invented_figures_is_taken_out: SampleMixed in Live [
        ("sources/pantry-log.json", r#""kind": "partner""#, r#""kind": "synthetic""#),
        ("sources/program-logs.json", r#""kind": "partner""#, r#""kind": "synthetic""#),
        ("coalition.json", r#""sample": false"#, r#""sample": ⟦false⟧"#),
    ];
}
