use super::*;
use crate::present::testing::{READING, Small};

const LATER: (&str, &str) =
    ("series/ind-reading.csv", "period,value,status\n2022,50.4,final\n2024,56.2,final\n2025,58,final\n");
const CLUB: (&str, &str) = (
    "activities/act-club.json",
    r#"{"id": "act-club", "title": "Book club", "plain_summary": "S", "kind": "programme", "status": "active",
    "lead": "par-circle", "goals": ["goal-read"], "geographies": ["geo-east"]}"#,
);

/// What is said after a visit to the first feed on an earlier day and one to the second now.
#[track_caller]
fn check(lang: &str, id: &str, first: &[(&str, &str)], second: &[(&str, &str)], expected: &[&str]) {
    let (first, second) = (Small::new(first), Small::new(second));
    let mut earlier = first.context("en");
    earlier.today = chrono::NaiveDate::from_ymd_opt(2026, 11, 3).unwrap();
    let mut mine = Mine::default();
    mine.turn(&earlier, id);
    // What is kept comes back as it was.
    let mut mine = read(&mine.written()).unwrap();
    let context = second.context(lang);
    mine.visit(&|_| Some(context));
    assert_eq!(followed(&context, &|_| Some(context), &mine)[0].says, expected);
    // A second look on the same day says the same.
    mine.visit(&|_| Some(context));
    assert_eq!(followed(&context, &|_| Some(context), &mine)[0].says, expected);
}

#[test]
fn what_differs_from_the_last_visit_is_said() {
    let both = [
        "Reading at grade level: the figure is now 58.0% (2025); it was 56.2% (2024) at your last visit on 3 November 2026.",
        "There is now 1 activity; there were 0 on 3 November 2026.",
    ];
    check("en", "goal-read", &READING, &[READING[0], LATER, CLUB], &both);
    check("en", "geo-east", &[], &[CLUB], &["There is now 1 activity; there were 0 on 3 November 2026."]);
    check("en", "goal-read", &READING, &READING, &["Nothing has changed since your last visit on 3 November 2026."]);
}

#[test]
fn another_language_is_no_change() {
    check(
        "es",
        "goal-read",
        &READING,
        &READING,
        &["Nada ha cambiado desde su última visita, el 3 de noviembre de 2026."],
    );
}

#[test]
fn figures_that_are_gone_are_said() {
    let east = ("series/ind-reading.csv", "period,geography,value,status\n2022,,50.4,final\n2024,geo-east,48,final\n");
    check(
        "en",
        "geo-east",
        &[READING[0], east],
        &READING,
        &["Reading at grade level: the figure that was here on 3 November 2026 is no longer shown."],
    );
}

#[test]
fn following_begins_today_and_ends() {
    let small = Small::new(&[]);
    let context = small.context("en");
    let mut mine = Mine::default();
    mine.turn(&context, "goal-read");
    assert_eq!(
        followed(&context, &|_| Some(context), &mine)[0].says,
        ["You follow this since 22 November 2026. What changes will stand here."]
    );
    mine.turn(&context, "goal-read");
    mine.turn(&context, "no-such-goal");
    assert!(mine.follows.is_empty());
    mine.follows.push(Follow { id: "old".into(), latest: Seen::default(), before: None });
    assert_eq!(followed(&context, &|_| Some(context), &mine)[0].says, ["This is no longer in the agenda."]);
}

#[test]
fn own_goals_are_kept_with_their_steps() {
    let small = Small::new(&[]);
    let mut mine = Mine::default();
    mine.add_goal("  Read \"aloud\"\n every evening ");
    mine.add_goal(" ");
    mine.add_step(0, "Get a card \\ today");
    mine.add_step(0, "Ask Ana");
    mine.tick(0, 1, true);
    mine.rename_goal(0, "");
    mine.remove_step(0, 7);
    mine.remove_goal(4);
    let again = read(&mine.written()).unwrap();
    assert_eq!(again, mine);
    assert_eq!((again.goals.len(), again.goals[0].text.as_str()), (1, "Read \"aloud\"\n every evening"));
    assert_eq!(progress(&small.context("en"), &again.goals[0]).unwrap(), "1 of 2 steps done");
    assert_eq!(progress(&small.context("en"), &OwnGoal::default()), None);
}

#[test]
fn what_is_none_of_ours_is_not_read() {
    let long = format!("{{\"form\":\"commonweal-my-page 1\",\"x\":\"{}\"}}", "a".repeat(MOST_BYTES));
    let deep = "[".repeat(100_000);
    for text in [
        "",
        "null",
        "[]",
        "{",
        "{}",
        r#"{"form":"another 1"}"#,
        r#"{"form":"commonweal-my-page 1","goals":[{"text":1}]}"#,
        r#"{"form":"commonweal-my-page 1","follows":{}}"#,
        &long,
        &deep,
    ] {
        assert_eq!(read(text), None, "{}", text.chars().take(60).collect::<String>());
    }
    assert_eq!(read(r#"{"form":"commonweal-my-page 1","later":[1]}"#), Some(Mine::default()));
}
