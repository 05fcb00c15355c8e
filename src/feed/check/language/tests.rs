use super::*;

fn passage<'t>(text: &'t str, tag: &'t str) -> Passage<'t> {
    let language = tag.split('-').next().unwrap_or_default();
    Passage { text, language, tag, field: "body", population: true }
}

/// The code of what a rule says, and nothing for a text that it lets pass.
#[track_caller]
fn check(rule: fn(Passage<'_>) -> Option<Remark>, tag: &str, text: &str, code: &str) {
    let found = rule(passage(text, tag));
    assert_eq!(found.as_ref().map_or("", |remark| remark.rule.code()), code, "{text}");
    if let Some(Remark { message, fix, .. }) = found {
        assert!(message.chars().count() <= 200 && message.ends_with('.') && fix.ends_with('.'), "{message} {fix}");
    }
}

#[test]
fn markup_is_seen_and_mathematics_is_not() {
    for marked in [
        "<p>Six</p>",
        "Six<br/>ten",
        "See <a href=\"https://x.example\">here</a>",
        "Six &amp; ten",
        "**Six** in ten",
        "[here](https://x.example)",
        "# Six\nten",
    ] {
        check(markup::markup, "en", marked, "X504");
    }
    for plain in
        ["5 < 6 and 7 > 6", "<10", "write to <your office>", "2 ** 3 ** 4", "a * b", "Q&A", "[sic] (2020)", "#1 of 5"]
    {
        check(markup::markup, "en", plain, "");
    }
}

#[test]
fn blanks_that_nobody_sees() {
    for stray in [" Six", "Six ", "Six\n", "Six  ten", "Six \u{a0}ten", "Si\u{200d}x"] {
        check(blanks::blanks, "en", stray, "X506");
    }
    for fine in ["Six ten", "Six\n  ten", "Six\n\nten", "نه\u{200c}در", "👩\u{200d}🏫 here", "Six\u{a0}%"] {
        check(blanks::blanks, "en", fine, "");
    }
}

#[test]
fn letters_that_pretend_to_be_of_another_script() {
    check(script::mixed, "en", "The Сlinic", "X506");
    check(script::mixed, "en", "Ηealth", "X506");
    for fine in ["Клиника", "μg of lead", "Δt", "Ñandú café", "5Ω"] {
        check(script::mixed, "en", fine, "");
    }
}

#[test]
fn a_text_stands_in_the_script_of_its_language() {
    check(script::wrong, "en", "Дети читают хорошо", "X517");
    check(script::wrong, "ar", "Children read well", "X517");
    check(script::wrong, "sr-Latn", "Деца читају добро", "X517");
    for (tag, fine) in [
        ("en", "Дом"),
        ("en", "The house Дом культуры stays open"),
        ("ru", "Дети читают хорошо"),
        ("ja", "こどもは本をよく読みます"),
        ("sr", "Деца читају добро"),
        ("es", "Ñandú, cigüeña y corazón"),
        ("en", "1,312 of 2,100,000"),
    ] {
        check(script::wrong, tag, fine, "");
    }
}

#[test]
fn signs_need_words() {
    for alone in ["🔴", "Reading: 🔴", "Reading ✅.", "🟢 🔴 🟢"] {
        check(signs::alone, "en", alone, "X520");
    }
    for fine in ["🔴 Behind", "✔\u{fe0f} done", "🦤 Six in ten", "Reading"] {
        check(signs::alone, "en", fine, "");
    }
}

#[test]
fn shouting_is_three_loud_words_or_two_marks() {
    for loud in ["Come now!!", "Really?!", "PLEASE READ THIS FIRST", "Note: DO NOT DELETE this line"] {
        check(signs::shouting, "en", loud, "X516");
    }
    for fine in ["Come now!", "The YMCA and the NAACP", "UN, EU and UK", "COVID-19 in 2020"] {
        check(signs::shouting, "en", fine, "");
    }
}

#[test]
fn people_come_before_their_situation() {
    for (tag, labelled) in [
        ("en", "Beds for the homeless."),
        ("en", "The elderly are welcome"),
        ("en", "Help for at-risk youth"),
        ("en", "Drug addicts"),
        ("es", "Camas para los indigentes"),
        ("es", "Apoyo a jóvenes en riesgo"),
    ] {
        check(wording::label, tag, labelled, "X518");
    }
    for (tag, fine) in [
        ("en", "The homeless shelter opens at six"),
        ("en", "The poor figures of 2020"),
        ("en", "Felony records"),
        ("es", "Personas sin hogar"),
        ("es", "The homeless."),
        ("fr", "Les addicts"),
    ] {
        check(wording::label, tag, fine, "");
    }
}

#[test]
fn a_cause_is_claimed_only_for_a_whole_population() {
    check(wording::cause, "en", "It fell thanks to our desk", "X519");
    check(wording::cause, "es", "Bajó gracias a nuestra mesa", "X519");
    check(wording::cause, "en", "Thanks to ourselves", "");
    check(wording::cause, "en", "The desk contributed to it", "");
    let programme = Passage { population: false, ..passage("It fell thanks to our desk", "en") };
    assert!(wording::cause(programme).is_none());
}

#[test]
fn sentences_are_counted_in_words() {
    let words = |count: usize| format!("{}.", vec!["word"; count].join(" "));
    check(length::sentences, "en", &words(25), "");
    check(length::sentences, "en", &words(26), "X515");
    check(length::sentences, "es", &words(30), "");
    check(length::sentences, "es", &words(31), "X515");
    check(length::sentences, "en", &format!("{} {}", words(20), words(20)), "");
    check(length::sentences, "en", &"About 3.5 of 10. ".repeat(20), "");
    let hard = "Institutional accountability necessitates comprehensive interdisciplinary documentation. ".repeat(10);
    check(length::sentences, "en", &hard, "X515");
    check(length::sentences, "es", &hard, "");
    assert!(length::sentences(Passage { field: "definition", ..passage(&words(40), "en") }).is_none());
}

#[test]
fn a_person_and_what_is_private_in_one_sentence() {
    for (tag, told) in [
        ("en", "Maria was evicted in March."),
        ("en", "We met Mr. Okafor, who is in rehab."),
        ("es", "Juan perdió su casa. A la señora Carmen la encontraron embarazada."),
    ] {
        check(persons::need, tag, told, "X509");
    }
    for (tag, fine) in [
        ("en", "Maria leads the circle. Ten families were evicted."),
        ("en", "The Maria Center helps people with cancer."),
        ("en", "Evicted families meet at Santa Maria."),
        ("es", "Las familias desalojadas se reúnen en San Juan."),
    ] {
        check(persons::need, tag, fine, "");
    }
}

#[test]
fn dates_of_birth() {
    for told in
        ["born on 3 May 1931", "Born 1931-05-03.", "DOB: 3/4/1987", "nacida el 3 de mayo de 1987", "born May 3rd, 1931"]
    {
        check(persons::birth, "en", told, "X523");
    }
    for fine in [
        "born in 2015",
        "born 3 weeks early in 2019",
        "born before 1 May",
        "The plan was born",
        "Stubborn on 3 May 1931",
    ] {
        check(persons::birth, "en", fine, "");
    }
}

#[test]
fn numbers_of_identity_papers() {
    for number in ["219-09-9999", "AB123456C", "12345678Z", "X1234567L", "GODE561231HDFRRN09"] {
        check(persons::identity, "en", &format!("It is {number}."), "X524");
    }
    for fine in
        ["2019-09-99", "000-12-3456", "219-00-9999", "12345678A", "GB123456A", "ISO 3166-1", "555-0100", "2024-05-17"]
    {
        check(persons::identity, "en", &format!("It is {fine}."), "");
    }
}

#[test]
fn where_somebody_lives() {
    check(persons::home, "en", "She lives at 12 Hill Street.", "X525");
    check(persons::home, "es", "Vive en la calle Mayor 12", "X525");
    check(persons::home, "en", "She lives at Hill Street", "");
    check(persons::home, "en", "The desk is at 12 Hill Street.", "");
    check(persons::home, "es", "Vive en el valle desde 2012", "");
}

#[test]
fn sentences_end_at_points_before_blanks() {
    let all: Vec<_> = sentences("About 3.5 km. Two!\nThree").collect();
    assert_eq!(all, ["About 3.5 km.", "Two!", "Three"]);
}
