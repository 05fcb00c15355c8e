//! What residents were asked, what was promised, what was said and when people meet.

use std::io;

use serde_json::{Value, json};

use super::chance::Chance;
use super::frame::day;
use super::words::{PROMISES, QUESTIONS, REASONS, THEMES};
use super::{Plan, Put, filled, place, place_id, record, said, text};

/// Most promises, processes and stories, as a region of half a million people would have them.
const MOST: (usize, usize, usize) = (3000, 1000, 500);

pub fn write(plan: &Plan, put: &mut Put<'_>) -> io::Result<()> {
    for number in 0..(plan.activities * 3 / 2).min(MOST.0) {
        let id = format!("promise-{number:04}");
        record(put, "commitments", &id, &commitment(plan, number, &id))?;
    }
    for number in 0..(plan.activities / 2).min(MOST.1) {
        let id = format!("asked-{number:04}");
        record(put, "engagements", &id, &engagement(plan, number, &id))?;
    }
    for number in 0..plan.indicators.div_ceil(10).min(MOST.2) {
        let id = format!("story-{number:04}");
        record(put, "stories", &id, &story(plan, number, &id))?;
    }
    for number in 0..plan.partners.div_ceil(3) {
        let id = format!("news-{number:04}");
        record(put, "updates", &id, &update(plan, number, &id))?;
    }
    for number in 0..plan.partners.div_ceil(10) {
        let id = format!("date-{number:03}");
        record(put, "events", &id, &event(number, &id))?;
    }
    Ok(())
}

fn commitment(plan: &Plan, number: usize, id: &str) -> Value {
    let mut chance = Chance::new(plan.seed, "commitment", number);
    let (at, name) = (chance.below(48), *chance.one(&PROMISES));
    let activity = plan.activity(number);
    let state = *chance.one(&["promised", "on_track", "on_track", "kept", "kept", "at_risk", "partly_kept", "broken"]);
    let open = matches!(state, "promised" | "on_track" | "at_risk");
    let mut commitment = json!({
        "id": id,
        "text": filled(name, (place(at), place(at))),
        "by": plan.partner(number * 5 + 1),
        "to": "public",
        "made_on": day(&mut chance, 2025),
        "due": day(&mut chance, if open { 2027 } else { 2026 }),
        "state": state
    });
    if !matches!(state, "promised" | "on_track" | "kept") {
        commitment["state_reason"] = said(*chance.one(&REASONS));
    }
    if !open {
        commitment["settled_on"] = json!(day(&mut chance, 2026));
    }
    if state == "kept" {
        commitment["evidence"] = json!([activity]);
    }
    commitment["activities"] = json!([activity]);
    commitment["geographies"] = json!([place_id(at)]);
    commitment
}

fn engagement(plan: &Plan, number: usize, id: &str) -> Value {
    let mut chance = Chance::new(plan.seed, "engagement", number);
    let (at, theme) = (chance.below(48), *chance.one(&THEMES));
    let question = QUESTIONS[number % QUESTIONS.len()];
    let level = *chance.one(&["consult", "involve", "collaborate", "empower"]);
    let kind = *chance.one(&["consultation", "co_design", "survey", "meeting", "evaluation", "deliberation"]);
    let over = chance.percent(70);
    let mut engagement = json!({
        "id": id,
        "title": text(
            &format!("Talking about {} in {}", theme.0, place(at)),
            &format!("Hablar de {} en {}", theme.1, place(at)),
        ),
        "plain_summary": text(
            "Three evenings and a letter to every home. Whoever cannot come is called.",
            "Tres noches y una carta a cada casa. A quien no puede venir se le llama.",
        ),
        "kind": kind,
        "level": level,
        "promise": text(
            "We write down every answer and say in ten weeks what follows.",
            "Anotamos cada respuesta y en diez semanas decimos qué sigue.",
        ),
        "question": text(
            &question.0.replace('~', theme.0).replace('^', place(at)),
            &question.1.replace('~', theme.1).replace('^', place(at)),
        ),
        "status": if over { "reported" } else { "planned" },
        "by": plan.partner(number * 3),
        "opens": if over { "2026-02-03" } else { "2027-02-03" },
        "closes": if over { "2026-04-10" } else { "2027-04-10" },
        "channels": [
            {"kind": "in_person", "note": text("Three evenings at the library", "Tres noches en la biblioteca")},
            {"kind": "phone"}
        ],
        "support": {"childcare": true, "interpretation": true}
    });
    if over {
        engagement["participants"] = json!(chance.below(300) + 40);
        engagement["outcome"] = said((
            "The hours were changed, and two chairs at the table are theirs now.",
            "Cambiaron las horas, y dos sillas de la mesa ahora son suyas.",
        ));
        engagement["reported_on"] = json!("2026-05-20");
    }
    engagement["goals"] = json!([plan.goal(number)]);
    engagement["activities"] = json!([plan.activity(number * 2)]);
    engagement["geographies"] = json!([place_id(at)]);
    engagement
}

fn story(plan: &Plan, number: usize, id: &str) -> Value {
    let mut chance = Chance::new(plan.seed, "story", number);
    let mut reasons = |count| {
        let first = chance.below(REASONS.len());
        (0..count).map(|at| json!({"text": said(REASONS[(first + at) % REASONS.len()])})).collect::<Vec<Value>>()
    };
    json!({
        "id": id,
        "indicator": super::figures::id(number),
        "as_of": "2026-10-20",
        "summary": text(
            "The figure moves slowly, as it does when many small things have to change. The last three quarters point the same way.",
            "La cifra se mueve despacio, como pasa cuando deben cambiar muchas cosas pequeñas. Los tres últimos trimestres van en la misma dirección.",
        ),
        "contributing": reasons(2),
        "restricting": reasons(2),
        "next_steps": [{
            "text": said(("Ask the people who stayed away why", "Preguntar por qué a quienes no vinieron")),
            "by": "2027-03",
            "owner": plan.partner(number)
        }],
        "authors": [plan.partner(number * 11)]
    })
}

fn update(plan: &Plan, number: usize, id: &str) -> Value {
    let mut chance = Chance::new(plan.seed, "update", number);
    let name = super::people::title(number * 5 % plan.activities);
    json!({
        "id": id,
        "title": text(&format!("Three years on: {}", name.0), &format!("Tres años después: {}", name.1)),
        "body": text(
            "It began with a borrowed room and eleven chairs. Today the room is full, and others ask how it is done.",
            "Empezó con una sala prestada y once sillas. Hoy la sala está llena y otros preguntan cómo se hace.",
        ),
        "on": day(&mut chance, 2026),
        "kind": "news",
        "about": [plan.activity(number * 5)],
        "author": plan.partner(number)
    })
}

fn event(number: usize, id: &str) -> Value {
    let (month, day) = (number % 12 + 1, number % 27 + 1);
    json!({
        "id": id,
        "title": text(&format!("Table talk in {}", place(number)), &format!("Mesa abierta en {}", place(number))),
        "start": format!("2027-{month:02}-{day:02}T18:00:00-06:00"),
        "end": format!("2027-{month:02}-{day:02}T20:00:00-06:00"),
        "tz": "America/Chicago",
        "where": {"text": text(&format!("Library of {}", place(number)), &format!("Biblioteca de {}", place(number)))},
        "kind": "meeting",
        "status": "confirmed",
        "open_to": "public",
        "geographies": [place_id(number)]
    })
}
