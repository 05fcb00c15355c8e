//! Partners and what they do together.

use std::io;

use serde_json::{Value, json};

use super::chance::Chance;
use super::frame::{COUNTIES, day, strategy};
use super::words::{FORMS, OPEN_TO, PARTNERS, PLACES, THEMES};
use super::{Plan, Put, place, place_id, record, round, said, sentences, spread, text};

pub fn write(plan: &Plan, put: &mut Put<'_>) -> io::Result<()> {
    for number in 0..plan.partners {
        record(put, "partners", &plan.partner(number), &partner(plan, number))?;
    }
    for number in 0..plan.activities {
        record(put, "activities", &plan.activity(number), &activity(plan, number))?;
    }
    Ok(())
}

fn partner(plan: &Plan, number: usize) -> Value {
    let all = PLACES.len() * PARTNERS.len();
    let at = spread(number, all);
    let (place_at, (name, kind, role, works_on)) = (at % PLACES.len(), PARTNERS[at / PLACES.len()]);
    let (place, again) = (place(place_at), round(number, all));
    let mut roles = vec![role];
    if number == 0 {
        roles.insert(0, "backbone");
    }
    json!({
        "id": plan.partner(number),
        "name": text(&format!("{place} {}{}", name.0, again.0), &format!("{} de {place}{}", name.1, again.1)),
        "kind": kind,
        "plain_summary": text(
            &format!("Works in {place} for {}, and brings its own figures to the table.", works_on.0),
            &format!("Trabaja en {place} por {}, y trae sus propias cifras a la mesa.", works_on.1),
        ),
        "roles": roles,
        "joined": format!("{}-0{}", 2016 + number % 10, number % 9 + 1),
        "geographies": [place_id(place_at)],
        "website": format!("https://partner-{number}.example.org/"),
        "commits_to": text(
            "We bring one figure each quarter, and come to every second meeting.",
            "Traemos una cifra cada trimestre y venimos a una de cada dos reuniones.",
        ),
        "status": "active"
    })
}

/// What an activity is called, in both languages, in small letters where it stands in a sentence.
pub fn title(number: usize) -> (String, String) {
    let all = PLACES.len() * THEMES.len() * FORMS.len();
    let at = spread(number, all);
    let (place, theme) = (place(at), THEMES[at / PLACES.len() % THEMES.len()]);
    let (form, again) = (FORMS[at / PLACES.len() / THEMES.len()].0, round(number, all));
    let english = format!("{} in {place}{}", form.0.replace('~', theme.0), again.0);
    (super::capital(&english), format!("{} en {place}{}", form.1.replace('~', theme.1), again.1))
}

fn activity(plan: &Plan, number: usize) -> Value {
    let mut chance = Chance::new(plan.seed, "activity", number);
    let at = spread(number, PLACES.len() * THEMES.len() * FORMS.len());
    let theme = THEMES[at / PLACES.len() % THEMES.len()];
    let title = title(number);
    let roles = ["deliver", "design", "fund", "host", "measure", "advise", "refer"];
    let mut others: Vec<usize> = (0..chance.below(4)).map(|_| chance.below(plan.partners)).collect();
    others.sort_unstable();
    others.dedup();
    others.retain(|other| *other != number % plan.partners);
    let others: Vec<Value> =
        others.iter().map(|other| json!({"partner": plan.partner(*other), "role": chance.one(&roles)})).collect();
    let goal = number % plan.goals;
    let mut goals = vec![plan.goal(goal)];
    if plan.goals > 1 && chance.percent(35) {
        goals.push(plan.goal(goal + 1 + chance.below(plan.goals - 1)));
    }
    // A population indicator of the same goal: they are dealt out to the goals in turn.
    let indicators: Vec<_> = (goal < plan.population && chance.percent(60))
        .then(|| super::figures::id(goal + plan.goals * chance.below((plan.population - goal).div_ceil(plan.goals))))
        .into_iter()
        .collect();
    let (planned, reached) = (chance.below(400) + 100, chance.below(90) + 40);
    let state = *chance.one(&["active", "active", "active", "active", "planned", "paused", "completed"]);
    let begun = if state == "planned" { "2027".to_owned() } else { day(&mut chance, 2019 + number % 7) };
    let mut activity = json!({
        "id": plan.activity(number),
        "title": text(&title.0, &title.1),
        "plain_summary": sentences(
            *chance.one(&OPEN_TO),
            (
                &format!("What we learn about {} goes to all partners.", theme.0),
                &format!("Lo que aprendemos de {} llega a todos los socios.", theme.1),
            ),
        ),
        "kind": FORMS[at / PLACES.len() / THEMES.len()].1,
        "status": state,
        "start": begun
    });
    if state == "completed" {
        activity["end"] = json!("2026-08-31");
    }
    let rest = json!({
        "lead": plan.partner(number),
        "partners": others,
        "goals": goals,
        "strategies": [strategy(plan, goal * 10 + chance.below(10))],
        "indicators": indicators,
        "geographies": [place_id(at), place_id(chance.below(COUNTIES))],
        "serves": {
            "population": text("Everybody who lives near", "Toda persona que vive cerca"),
            "planned": planned,
            "reached": reached,
            "as_of": "2026-09"
        },
        "milestones": [
            {"id": "first", "title": said(("The room is found", "Hay sala")), "due": "2026-03", "done_on": "2026-03-12", "state": "done"},
            {"id": "next", "title": said(("The first look back together", "La primera mirada atrás en común")), "due": "2027-04", "state": "planned"}
        ],
        "resources": [
            {"kind": "cash", "amount": (chance.below(90) + 10) * 1000, "currency": "USD", "year": "2026", "basis": "planned", "from": plan.partner(chance.below(plan.partners))}
        ],
        "people": {"staff_fte": chance.below(9) + 1, "volunteers": chance.below(40)}
    });
    if let (Value::Object(activity), Value::Object(rest)) = (&mut activity, rest) {
        // What is empty is left out.
        activity.extend(rest.into_iter().filter(|(_, value)| value.as_array().is_none_or(|list| !list.is_empty())));
        if activity.get("geographies").and_then(|list| list.as_array()).is_some_and(|list| list[0] == list[1]) {
            activity["geographies"] = json!([place_id(at)]);
        }
    }
    activity
}
