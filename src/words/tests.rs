//! What words say, checked against the language files that ship.

mod calls;
mod files;

use chrono::{NaiveDate, NaiveTime};

use super::*;
use crate::feed::period::Period;

/// The source folder, for tests that read it.
const SRC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

fn en() -> Catalog {
    Catalog::parse(include_str!("en.json")).unwrap()
}

fn es() -> Catalog {
    Catalog::parse(include_str!("es.json")).unwrap()
}

fn ar() -> Catalog {
    Catalog::parse(include_str!("ar.json")).unwrap()
}

/// A language with one message "test", and everything else as in English.
fn saying(message: &str) -> Catalog {
    let mut words = en();
    words.messages.insert("test".into(), message.into());
    words
}

/// Checks the same thing said in English and in Spanish. A `~` in the expected text is a no-break space, a `_` a
/// narrow one.
#[track_caller]
fn check(say: impl Fn(&Catalog) -> String, english: &str, spanish: &str) {
    let plain = |text: &str| text.replace('~', "\u{a0}").replace('_', "\u{202f}");
    assert_eq!((say(&en()), say(&es())), (plain(english), plain(spanish)));
}

#[track_caller]
fn check_message(message: &str, args: &[(&str, Arg)], expected: &str) {
    assert_eq!(saying(message).fill(Some(&message.to_owned()), "test", args), expected);
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn thousands_are_set_apart() {
    check(|w| w.number(0.0, 0), "0", "0");
    check(|w| w.number(999.0, 0), "999", "999");
    check(|w| w.number(1234.5, 1), "1,234.5", "1234,5");
    check(|w| w.number(12345.0, 0), "12,345", "12_345");
    check(|w| w.number(1234567.891, 2), "1,234,567.89", "1_234_567,89");
}

#[test]
fn halves_round_away_from_zero() {
    check(|w| w.number(0.05, 1), "0.1", "0,1");
    check(|w| w.number(-0.05, 1), "−0.1", "−0,1");
    check(|w| w.number(2.5, 0), "3", "3");
    check(|w| w.number(1.005, 2), "1.01", "1,01");
    check(|w| w.number(2.675, 2), "2.68", "2,68");
    check(|w| w.number(8.345, 2), "8.35", "8,35");
    check(|w| w.number(2_271_444.55, 1), "2,271,444.6", "2_271_444,6");
    check(|w| w.number(0.0449, 1), "0.0", "0,0");
    check(|w| w.number(9.95, 1), "10.0", "10,0");
    check(|w| w.number(999.5, 0), "1,000", "1000");
}

#[test]
fn a_difference_rounds_like_its_decimals_on_paper() {
    check(|w| w.number(100.05 - 100.0, 1), "0.1", "0,1");
    check(|w| w.number(56.15 - 50.4, 1), "5.8", "5,8");
    check(|w| w.number(0.1 + 0.2, 1), "0.3", "0,3");
}

#[test]
fn zero_has_no_sign() {
    check(|w| w.number(-0.0, 1), "0.0", "0,0");
    check(|w| w.number(-0.04, 1), "0.0", "0,0");
    check(|w| w.signed(-0.04, 1), "0.0", "0,0");
    check(|w| w.signed(0.04, 1), "0.0", "0,0");
    check(|w| w.money(-0.3, "USD", 0), "$0", "$0");
}

#[test]
fn changes_have_a_sign() {
    check(|w| w.signed(2.1, 1), "+2.1", "+2,1");
    check(|w| w.signed(-0.3, 1), "−0.3", "−0,3");
    check(|w| w.signed(-12345.0, 0), "−12,345", "−12_345");
}

#[test]
fn numbers_that_are_none_are_seen() {
    check(|w| w.number(f64::NAN, 1), "[number]", "[number]");
    check(|w| w.signed(f64::INFINITY, 1), "[number]", "[number]");
    check(|w| w.compact(f64::NEG_INFINITY), "[number]", "[number]");
    assert_eq!(in_100(f64::NAN), 0);
}

#[test]
fn the_ends_of_the_number_range_are_written_out() {
    let en = en();
    assert!(en.number(f64::MAX, 2).starts_with("179,769,313,486,231,57"));
    assert_eq!(en.number(f64::MIN_POSITIVE, 0), "0");
    assert_eq!(en.number(1.0, 255).len(), 257);
}

#[test]
fn percent_and_shares() {
    check(|w| w.percent(56.2, 1), "56.2%", "56,2~%");
    check(|w| w.percent(-45.0, 0), "−45%", "−45~%");
    check(|w| w.share_in_100(56.2), "56 in 100", "56 de cada 100");
    check(|w| w.share_in_100(0.0), "0 in 100", "0 de cada 100");
    check(|w| w.share_in_100(0.4), "fewer than 1 in 100", "menos de 1 de cada 100");
    check(|w| w.share_in_100(99.7), "more than 99 in 100", "más de 99 de cada 100");
    check(|w| w.share_in_100(100.0), "100 in 100", "100 de cada 100");
}

#[test]
fn in_100_is_a_whole_number_from_0_to_100() {
    assert_eq!([56.2, 56.5, -3.0, 120.0].map(in_100), [56, 57, 0, 100]);
}

#[test]
fn large_numbers_have_words() {
    check(|w| w.compact(812.0), "812", "812");
    check(|w| w.compact(949_999.6), "950,000", "950_000");
    check(|w| w.compact(999_999.6), "1 million", "1 millón");
    check(|w| w.compact(6_000_000.0), "6 million", "6 millones");
    check(|w| w.compact(-6_320_000.0), "−6.3 million", "−6,3 millones");
    check(|w| w.compact(999_940_000.0), "999.9 million", "999,9 millones");
    check(|w| w.compact(999_960_000.0), "1 billion", "1 mil millones");
    check(|w| w.compact(1.24e9), "1.2 billion", "1,2 mil millones");
    check(|w| w.compact(1e12), "1 trillion", "1 billón");
    check(|w| w.compact(2.5e16), "25,000 trillion", "25_000 billones");
}

#[test]
fn money_has_its_sign() {
    check(|w| w.money(84000.0, "USD", 0), "$84,000", "$84_000");
    check(|w| w.money(-1234.5, "EUR", 2), "−€1,234.50", "−€1234,50");
    check(|w| w.money(250.0, "MXN", 0), "MX$250", "MX$250");
    check(|w| w.money(20.0, "CHF", 0), "CHF~20", "CHF~20");
    check(|w| w.money(-20.0, "CHF", 0), "−CHF~20", "−CHF~20");
    check(|w| w.compact_money(2_100_000.0, "USD"), "$2.1 million", "$2,1 millones");
    check(|w| w.compact_money(-2_100_000.0, "USD"), "−$2.1 million", "−$2,1 millones");
}

#[test]
fn dates_are_as_exact_as_they_are_known() {
    check(|w| w.year(2025), "2025", "2025");
    check(|w| w.month(2025, 11), "November 2025", "noviembre de 2025");
    check(|w| w.month_short(2025, 9), "Sep 2025", "sep 2025");
    check(|w| w.day(date(2025, 11, 14)), "14 November 2025", "14 de noviembre de 2025");
    check(|w| w.day_short(date(2025, 11, 4)), "4 Nov 2025", "4 nov 2025");
    check(|w| w.weekday(date(2025, 3, 11)), "Tuesday 11 March 2025", "martes 11 de marzo de 2025");
    check(|w| w.weekday(date(2025, 3, 16)), "Sunday 16 March 2025", "domingo 16 de marzo de 2025");
}

#[test]
fn a_month_that_is_none_is_seen() {
    check(|w| w.month(2025, 0), "? 2025", "? de 2025");
    check(|w| w.month(2025, 13), "? 2025", "? de 2025");
}

#[test]
fn months_without_a_day_can_have_their_own_form() {
    let mut words = en();
    words.months_alone = Some(std::array::from_fn(|i| format!("alone-{}", i + 1)));
    assert_eq!(
        (words.month(2025, 12), words.day(date(2025, 12, 1))),
        ("alone-12 2025".into(), "1 December 2025".into())
    );
}

#[test]
fn times_of_day() {
    let check = |hour, minute, english: &str, spanish: &str| {
        check(|w| w.time(NaiveTime::from_hms_opt(hour, minute, 59).unwrap()), english, spanish);
    };
    check(18, 0, "6~pm", "6~p.~m.");
    check(19, 30, "7:30~pm", "7:30~p.~m.");
    check(9, 5, "9:05~am", "9:05~a.~m.");
    check(0, 0, "midnight", "12 de la medianoche");
    check(0, 15, "12:15~am", "12:15~a.~m.");
    check(12, 0, "noon", "12 del mediodía");
    check(12, 45, "12:45~pm", "12:45~p.~m.");
}

#[test]
fn a_24_hour_language_needs_only_its_formats() {
    let mut words = en();
    for key in ["time", "time-full-hour", "time-noon", "time-midnight"] {
        words.formats.insert(key.into(), "{hour}:{minute}".into());
    }
    let times = [(18, 0), (0, 0), (12, 0), (9, 5)].map(|(h, m)| words.time(NaiveTime::from_hms_opt(h, m, 0).unwrap()));
    assert_eq!(times, ["18:00", "0:00", "12:00", "9:05"]);
}

#[test]
fn periods_in_sentences_and_in_tables() {
    #[track_caller]
    fn check(period: &str, english: [&str; 2], spanish: [&str; 2]) {
        let period = Period::parse(period).unwrap();
        let said = |words: Catalog| [words.period(period), words.period_short(period)];
        assert_eq!((said(en()), said(es())), (english.map(String::from), spanish.map(String::from)));
    }
    check("2024", ["2024", "2024"], ["2024", "2024"]);
    check("2024-H1", ["first half of 2024", "H1 2024"], ["primer semestre de 2024", "S1 2024"]);
    check("2024-H2", ["second half of 2024", "H2 2024"], ["segundo semestre de 2024", "S2 2024"]);
    check("2024-Q3", ["third quarter of 2024", "Q3 2024"], ["tercer trimestre de 2024", "T3 2024"]);
    check("2024-Q4", ["fourth quarter of 2024", "Q4 2024"], ["cuarto trimestre de 2024", "T4 2024"]);
    check("2024-05", ["May 2024", "May 2024"], ["mayo de 2024", "may 2024"]);
    check(
        "2024-W07",
        ["week of 12 February 2024", "week of 12 Feb 2024"],
        ["semana del 12 de febrero de 2024", "semana del 12 feb 2024"],
    );
    check("2024-05-17", ["17 May 2024", "17 May 2024"], ["17 de mayo de 2024", "17 may 2024"]);
    check("2019..2023", ["2019 to 2023", "2019–2023"], ["2019 a 2023", "2019–2023"]);
    check("SY2023", ["2023-24 school year", "2023-24"], ["año escolar 2023-24", "2023-24"]);
    check("SY1999", ["1999-00 school year", "1999-00"], ["año escolar 1999-00", "1999-00"]);
    check("FY2023", ["2023/24 financial year", "2023/24"], ["año fiscal 2023/24", "2023/24"]);
}

#[test]
fn lists_read_like_a_sentence() {
    check(|w| w.list::<&str>(&[]), "", "");
    check(|w| w.list(&["Escuelas"]), "Escuelas", "Escuelas");
    check(|w| w.list(&["Salud", "Artes"]), "Salud and Artes", "Salud y Artes");
    check(|w| w.list(&["a", "b", "c"]), "a, b and c", "a, b y c");
    check(|w| w.list(&["a", "b", "c", "d"]), "a, b, c and d", "a, b, c y d");
}

/// Checks what Arabic says. A `~` is a no-break space, `<` and `>` are around what runs from left to right, `!` is the
/// mark that holds a sign to its number.
#[track_caller]
fn check_arabic(said: impl AsRef<str>, expected: &str) {
    let marks = [('~', '\u{a0}'), ('<', '\u{2066}'), ('>', '\u{2069}'), ('!', '\u{200e}')];
    let expected =
        marks.into_iter().fold(expected.to_owned(), |text, (sign, mark)| text.replace(sign, &mark.to_string()));
    assert_eq!(said.as_ref(), expected);
}

#[test]
fn arabic_has_six_plural_forms() {
    let said = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111].map(|n| say!(ar(), "count-measures", n = n));
    let expected = [
        "لا مؤشرات",
        "مؤشر واحد",
        "مؤشران",
        "3 مؤشرات",
        "10 مؤشرات",
        "11 مؤشرًا",
        "99 مؤشرًا",
        "100 مؤشر",
        "102 مؤشر",
        "103 مؤشرات",
        "111 مؤشرًا",
    ];
    assert_eq!(said, expected);
}

#[test]
fn arabic_numbers_keep_their_signs() {
    let ar = ar();
    check_arabic(ar.number(1_234_567.8, 1), "1,234,567.8");
    check_arabic(ar.signed(2.1, 1), "!+2.1");
    check_arabic(ar.number(-0.3, 1), "!−0.3");
    check_arabic(ar.percent(56.2, 1), "56.2!%!");
    check_arabic(ar.money(84000.0, "USD", 0), "84,000~دولار");
    check_arabic(ar.money(-20.0, "CHF", 0), "!−20~<CHF>");
    check_arabic(ar.compact(6_320_000.0), "6.3 مليون");
    check_arabic(ar.share_in_100(56.2), "56 من كل 100");
}

#[test]
fn arabic_dates_and_periods() {
    let ar = ar();
    check_arabic(ar.day(date(2025, 11, 14)), "14 نوفمبر 2025");
    check_arabic(ar.weekday(date(2025, 11, 14)), "الجمعة، 14 نوفمبر 2025");
    check_arabic(ar.time(NaiveTime::from_hms_opt(18, 30, 0).unwrap()), "6:30~مساءً");
    let period = |text| ar.period(Period::parse(text).unwrap());
    check_arabic(period("2024-Q3"), "الربع الثالث من عام 2024");
    check_arabic(period("SY2023"), "العام الدراسي 2023/2024");
    check_arabic(ar.period_in(Period::parse("2024").unwrap()), "عام 2024");
    check_arabic(ar.period_in(Period::parse("2019..2023").unwrap()), "الفترة من 2019 إلى 2023");
}

#[test]
fn names_from_left_to_right_are_set_apart_in_a_language_from_right_to_left() {
    let ar = ar();
    check_arabic(ar.list(&["Eastside", "المدرسة", "Valley Library"]), "<Eastside>، المدرسة و<Valley Library>");
    let list = ar.list(&["Eastside", "Valley Library"]);
    check_arabic(say!(ar, "goal-kept-by", partners = list), "يتولاه: <Eastside> و<Valley Library>.");
    check_arabic(say!(ar, "mending-report-phone", phone = "+1-555-0100"), "هل من خطأ هنا؟ اتصل على <+1-555-0100>");
    check_arabic(say!(ar, "about-residents-in", n = 9400, year = ar.year(2025)), "9,400 (2025)");
    check(|w| w.list(&["عربي", "b"]), "عربي and b", "عربي y b");
}

#[test]
fn the_direction_of_a_language_is_known() {
    assert_eq!(
        ["ar", "ar-EG", "fa", "en", "xx"].map(|tag| Direction::of(tag).as_str()),
        ["rtl", "rtl", "rtl", "ltr", "ltr"]
    );
}

#[test]
fn spanish_and_changes_before_the_sound_i() {
    let es = es();
    let and = |item: &str| es.list(&["Agua", item]);
    assert_eq!(
        ["Infancia", "Ítaca", "hijos", "hielo", "iones", "Higiene", "Ya"].map(and),
        [
            "Agua e Infancia",
            "Agua e Ítaca",
            "Agua e hijos",
            "Agua y hielo",
            "Agua y iones",
            "Agua e Higiene",
            "Agua y Ya"
        ]
    );
}

#[test]
fn messages_take_arguments_of_any_kind() {
    let words = saying("{name} has {n} of {total} in {year}");
    let name = String::from("Eastside");
    let said = say!(words, "test", name = &name, n = 1234_u64, total = Arg::Number(2.5, 1), year = words.year(2025));
    assert_eq!(said, "Eastside has 1,234 of 2.5 in 2025");
}

#[test]
fn plurals_count_what_is_shown() {
    check(|w| say!(w, "count-measures", n = 1), "1 measure", "1 indicador");
    check(|w| say!(w, "count-measures", n = 0), "0 measures", "0 indicadores");
    check(|w| say!(w, "count-measures", n = 12000), "12,000 measures", "12_000 indicadores");
    let none = |english: &str| format!("No measures match. Clear the filters to see {english}.");
    let ninguno = |spanish: &str| format!("Ningún indicador coincide. Quite los filtros para ver {spanish}.");
    check(|w| say!(w, "filter-no-measures", n = 1), &none("the only one"), &ninguno("el único que hay"));
    check(|w| say!(w, "filter-no-measures", n = 38), &none("all 38"), &ninguno("los 38"));
    check(|w| say!(w, "value-points", n = Arg::Number(1.04, 1)), "1.0 points", "1,0 punto");
    check(|w| say!(w, "value-points", n = Arg::Number(-5.75, 1)), "−5.8 points", "−5,8 puntos");
    let message = "{n, plural, =0 {none} =2 {a pair} one {just #} other {all #}}";
    let said = |n| saying(message).say("test", "n ", &[n]);
    assert_eq!([0, 1, 2, 3].map(|n| said(n.into())), ["none", "just 1", "a pair", "all 3"]);
    assert_eq!([0.04, 2.0, 2.1].map(|n| said(Arg::Number(n, 1))), ["none", "a pair", "all 2.1"]);
}

#[test]
fn selects_go_by_text_or_plain_number() {
    let message = "{kind, select, school {a school} 1000 {a thousand} other {someone}}";
    check_message(message, &[("kind", "school".into())], "a school");
    check_message(message, &[("kind", 1000.into())], "a thousand");
    check_message(message, &[("kind", "clinic".into())], "someone");
}

#[test]
fn choices_can_be_nested() {
    let message = "{who, select, us {{n, plural, one {our # {what}} other {our # {what}s}}} other {{n} # theirs}}";
    check_message(message, &[("who", "us".into()), ("n", 2.into()), ("what", "goal".into())], "our 2 goals");
    check_message(message, &[("who", "you".into()), ("n", 2.into())], "2 # theirs");
    let message = "{n, plural, one {one} other {{kind, select, a {# a’s} other {# in {m, plural, other {#}}, #}}}}";
    check_message(message, &[("n", 3.into()), ("kind", "a".into())], "3 a’s");
    check_message(message, &[("n", 3.into()), ("kind", "b".into()), ("m", 7.into())], "3 in 7, 3");
}

#[test]
fn texts_are_not_read_as_messages() {
    check_message("{name}", &[("name", "{n} # }".into())], "{n} # }");
}

#[test]
fn what_cannot_be_said_gives_its_key() {
    check_message("{name} is here", &[], "[test]");
    check_message("{n, plural, other {#}}", &[("n", "five".into())], "[test]");
    check_message("{n, plural, other {#}}", &[("n", Arg::Number(f64::NAN, 0))], "[test]");
    check_message("{n", &[("n", 1.into())], "[test]");
    assert_eq!(en().say("no-such-message", "", &[]), "[no-such-message]");
}

#[test]
fn broken_messages_say_why() {
    let why = |message: &str| message::parse(message).unwrap_err().0;
    assert_eq!(why("a } b"), "a closing brace too many");
    assert_eq!(why("a {b"), "a slot without a closing brace");
    assert_eq!(why("{}"), "one word is wanted as name or case");
    assert_eq!(why("{two words}"), "one word is wanted as name or case");
    assert_eq!(why("{n, number}"), "neither plural nor select");
    assert_eq!(why("{n, plural}"), "no comma after plural or select");
    assert_eq!(why("{n, plural, one {#}}"), "no case for other");
    assert_eq!(why("{n, plural, other}"), "a case without an opening brace");
    assert_eq!(why("{n, plural, other {#"), "a case without a closing brace");
    assert_eq!(why(&"{n, plural, other {".repeat(5000)), "nested too deep");
}

#[test]
fn no_message_whatever_panics() {
    let pieces = ["{", "}", "n", ",", "plural", "select", "#", " ", "other", "=0", "é", "'"];
    // A walk over many combinations, the same in every run.
    let words = en();
    let mut state = 7_u64;
    for _ in 0..20_000 {
        let mut message = String::new();
        for _ in 0..12 {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            message.push_str(pieces[(state >> 33) as usize % pieces.len()]);
        }
        let said = words.fill(Some(&message), "test", &[("n", 1.into())]);
        assert!(said == "[test]" || message::parse(&message).is_ok(), "{message}");
    }
}

#[test]
fn a_language_file_that_is_none_says_where() {
    let error = Catalog::parse("{ \"numbers\": {},\n  \"lang\": 5 }").unwrap_err().to_string();
    assert_eq!(error, "the language file cannot be used: \"lang\" should be a text, on line 2 column 11");
    let eleven_months = include_str!("en.json").replacen("\"January\", ", "", 1);
    assert!(Catalog::parse(&eleven_months).is_err());
    let unknown_family = include_str!("en.json").replacen("one_other", "klingon", 1);
    assert!(Catalog::parse(&unknown_family).is_err());
}

#[test]
fn a_newer_language_file_is_read() {
    let newer = include_str!("en.json").replacen('{', "{ \"collation\": \"simple\",", 1);
    assert!(Catalog::parse(&newer).is_ok());
}
