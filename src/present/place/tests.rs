use super::*;
use crate::present::testing::{READING, Small};

const FIGURES: (&str, &str) = (
    "series/ind-reading.csv",
    "period,geography,value,status\n2022,,50.4,final\n2024,,56.2,final\n2022,geo-east,44,final\n2024,geo-east,48,final\n2024,geo-west,,suppressed\n",
);
const CLUB: (&str, &str) = (
    "activities/act-club.json",
    r#"{"id": "act-club", "title": "Book club", "plain_summary": "S", "kind": "programme", "status": "active",
    "lead": "par-circle", "goals": ["goal-read"], "geographies": ["geo-east"]}"#,
);
const RADIO: (&str, &str) = (
    "activities/act-radio.json",
    r#"{"id": "act-radio", "title": "Story hour on the radio", "plain_summary": "S", "kind": "service",
    "status": "active", "lead": "par-library", "goals": ["goal-read", "goal-home"]}"#,
);
const PROMISE: (&str, &str) = (
    "commitments/com-hours.json",
    r#"{"id": "com-hours", "text": "The library opens on Sundays.", "by": "par-library", "to": "public",
    "made_on": "2026-01-10", "due": "2026-12", "state": "on_track", "goals": ["goal-read"], "geographies": ["geo-east"]}"#,
);

#[track_caller]
fn check(lang: &str, place: &str, records: &[(&str, &str)], expect: impl FnOnce(PlacePage)) {
    let small = Small::new(records);
    expect(place_page(&small.context(lang), place).unwrap());
}

#[track_caller]
fn sentences(lang: &str, place: &str, records: &[(&str, &str)], expected: [&str; 3]) {
    check(lang, place, records, |page| assert_eq!(page.goals[0].says, expected));
}

#[test]
fn a_goal_is_told_in_three_sentences() {
    sentences(
        "en",
        "geo-east",
        &[READING[0], FIGURES, CLUB, RADIO, PROMISE],
        [
            "In Eastside: Reading at grade level: 48.0%, up 4.0 points since 2022. In the whole area it is 56.2%.",
            "One activity is going on here: Book club. One more is for everybody.",
            "Library has promised by December 2026: “The library opens on Sundays”.",
        ],
    );
    sentences(
        "es",
        "geo-east",
        &[READING[0], FIGURES, CLUB, RADIO, PROMISE],
        [
            "En Eastside: Reading at grade level: 48,0\u{a0}%, 4,0 puntos más que en 2022. En toda la zona es 56,2\u{a0}%.",
            "Aquí hay una actividad en marcha: Book club. Otra es para todo el mundo.",
            "Library ha prometido: «The library opens on Sundays». Fecha: diciembre de 2026.",
        ],
    );
}

#[test]
fn what_is_not_measured_here_is_said_with_the_wider_figure() {
    sentences(
        "en",
        "geo-west",
        &[READING[0], READING[1], RADIO],
        [
            "Nobody measures this for Westside alone. In The valley: Reading at grade level: 56.2%, up 5.8 points since 2022.",
            "Nothing is for this place alone; one activity is for everybody: Story hour on the radio.",
            "Ask Library, who keeps this goal, what is planned here.",
        ],
    );
}

#[test]
fn withheld_figures_are_never_nothing() {
    check("en", "geo-west", &[READING[0], FIGURES], |page| {
        assert!(page.goals[0].says[0].starts_with("In Westside no figure is shown for “Reading at grade level”"));
        let row = &page.figures.as_ref().unwrap().rows[0];
        assert!(row.verdict.is_none() && !row.here.contains('0'), "{row:?}");
    });
}

#[test]
fn a_place_without_anything_says_so() {
    check("en", "geo-west", &[], |page| {
        assert_eq!(page.goals[0].says[0], "Nothing measures this goal yet, here or elsewhere.");
        assert_eq!(page.goals[0].says[1], "No activity for this goal is going on here yet.");
        assert!(page.lists.is_empty() && page.nothing.is_some() && page.no_activity.is_some());
    });
}

#[test]
fn promises_stand_where_they_are_for() {
    check("en", "geo-east", &[PROMISE], |page| {
        assert_eq!(page.lists[0].items[0].notes[0].text, "Library, due December 2026: on track");
    });
    check("en", "geo-west", &[PROMISE], |page| assert!(page.lists.is_empty()));
    // The county holds what is inside it.
    check("en", "geo-valley", &[PROMISE, CLUB], |page| assert_eq!((page.lists.len(), page.activities.len()), (1, 1)));
}

#[test]
fn an_unknown_place_has_no_page() {
    assert!(place_page(&Small::new(&[]).context("en"), "geo-nowhere").is_none());
}
