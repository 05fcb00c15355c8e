//! What a coalition has a few of: itself, goals, strategies, places, sources, the dimension.

use std::io;

use serde_json::{Value, json};

use super::chance::Chance;
use super::words::{GOALS, PLACES, STRATEGIES};
use super::{Plan, Put, place, place_id, record, said, text};

pub const REGION: &str = "whole-region";
/// The first places are counties, in which the others lie.
pub const COUNTIES: usize = 5;
pub const DIMENSION: &str = "age";
pub const SOURCES: usize = 12;

pub fn write(plan: &Plan, put: &mut Put<'_>) -> io::Result<()> {
    coalition(plan, put)?;
    goals(plan, put)?;
    strategies(plan, put)?;
    geographies(put)?;
    sources(put)?;
    if plan.groups > 0 { dimension(plan, put) } else { Ok(()) }
}

fn coalition(plan: &Plan, put: &mut Put<'_>) -> io::Result<()> {
    let headline: Vec<_> = (0..plan.population.min(12)).map(super::figures::id).collect();
    let record = json!({
        "schema_version": "1.0.0",
        "id": "large-region",
        "name": {"en": "Large Region Together", "es": "Gran Región Unida"},
        "plain_summary": text(
            "Agencies, nonprofits and residents of an invented region share one agenda. It shows what sizes do.",
            "Agencias, asociaciones y residentes de una región inventada comparten una agenda. Muestra qué hacen los tamaños.",
        ),
        "vision": {"en": "Where you live decides nothing about how long.", "es": "El lugar donde vive no decide cuánto vive."},
        "geography": REGION,
        "population": {"en": "Everybody who lives in the region", "es": "Todas las personas que viven en la región"},
        "backbone": plan.partner(0),
        "default_locale": "en",
        "locales": ["en", "es"],
        "disclosure": {"min_count": 11, "min_denominator": 30},
        "contacts": [{"kind": "phone", "value": "+1-555-0100", "label": {"en": "Desk of the coalition", "es": "Mesa de la coalición"}}],
        "site": "https://large.example.org/",
        "license": "CC-BY-4.0",
        "headline_indicators": headline,
        "sample": true
    });
    put("coalition.json", &format!("{record:#}\n"))
}

fn goals(plan: &Plan, put: &mut Put<'_>) -> io::Result<()> {
    for (number, (title, theme, _)) in GOALS.iter().enumerate().take(plan.goals) {
        let id = plan.goal(number);
        let goal = json!({
            "id": id,
            "title": said(*title),
            "plain_summary": text(
                "Residents named it first at the tables of last autumn. We look at it together four times a year.",
                "La gente lo nombró primero en las mesas del otoño pasado. Lo miramos juntos cuatro veces al año.",
            ),
            "kind": "result",
            "theme": said(*theme),
            "set_by": {"who": "residents", "on": "2024-10"},
            "stewards": [plan.partner(number), plan.partner(number * 7 + 1)],
            "status": "active",
            "order": number * 10 + 10
        });
        record(put, "goals", &id, &goal)?;
    }
    Ok(())
}

pub fn strategy(plan: &Plan, number: usize) -> String {
    format!("way-{:03}", number % (plan.goals * STRATEGIES.len()))
}

fn strategies(plan: &Plan, put: &mut Put<'_>) -> io::Result<()> {
    for number in 0..plan.goals * STRATEGIES.len() {
        let (title, kind) = STRATEGIES[number % STRATEGIES.len()];
        let goal = number / STRATEGIES.len();
        let theme = GOALS[goal].1;
        let strength = ["assumed", "supported", "strong"][number % 3];
        let level = ["promising", "mixed", "emerging", "strong"][number % 4];
        let id = strategy(plan, number);
        let strategy = json!({
            "id": id,
            "title": text(&format!("{}: {}", theme.0, title.0), &format!("{}: {}", theme.1, title.1)),
            "plain_summary": text(
                "Partners agreed on it after a year of trying, and say each spring what came of it.",
                "Los socios lo acordaron tras un año de pruebas, y cada primavera dicen qué resultó.",
            ),
            "goals": [plan.goal(goal)],
            "kind": kind,
            "leads_to": [{"to": plan.goal(goal), "strength": strength}],
            "evidence": {"level": level},
            "status": "active"
        });
        record(put, "strategies", &id, &strategy)?;
    }
    Ok(())
}

fn geographies(put: &mut Put<'_>) -> io::Result<()> {
    let region = json!({"id": REGION, "name": {"en": "The Large Region", "es": "La Gran Región"}, "kind": "region"});
    record(put, "geographies", REGION, &region)?;
    for number in 0..PLACES.len() {
        let id = place_id(number);
        let (kind, parent) = match number.checked_sub(COUNTIES) {
            None => ("county", REGION.to_owned()),
            Some(rest) => ("neighbourhood", place_id(rest % COUNTIES)),
        };
        let county = if number < COUNTIES { (" County", "Condado de ") } else { ("", "") };
        let name = place(number);
        let geography = json!({
            "id": id,
            "name": text(&format!("{name}{}", county.0), &format!("{}{name}", county.1)),
            "kind": kind,
            "parent": parent
        });
        record(put, "geographies", &id, &geography)?;
    }
    Ok(())
}

pub fn source(number: usize) -> String {
    format!("source-{:02}", number % SOURCES)
}

fn sources(put: &mut Put<'_>) -> io::Result<()> {
    for number in 0..SOURCES {
        let (id, name) = (source(number), place(number));
        let source = json!({
            "id": id,
            "title": text(&format!("Register of {name}"), &format!("Registro de {name}")),
            "publisher": "Office of Invented Figures",
            "license": "CC-BY-4.0",
            "kind": "synthetic",
            "retrieved_on": "2026-10-15",
            "limitations": text(
                "No person stands behind these figures: they are invented.",
                "Detrás de estas cifras no hay ninguna persona: son inventadas.",
            ),
            "personal_data": "none"
        });
        record(put, "sources", &id, &source)?;
    }
    Ok(())
}

/// Names of the groups, which are bands of age, in order.
pub fn groups(plan: &Plan) -> Vec<String> {
    bands(plan).map(|(from, to)| format!("age-{from:02}-{to:02}")).collect()
}

fn bands(plan: &Plan) -> impl Iterator<Item = (usize, usize)> {
    let width = 100 / plan.groups.max(1);
    (0..plan.groups).map(move |number| (number * width, number * width + width - 1))
}

fn dimension(plan: &Plan, put: &mut Put<'_>) -> io::Result<()> {
    let group = |((from, to), id): ((usize, usize), String)| json!({"id": id, "label": text(&format!("{from} to {to} years old"), &format!("De {from} a {to} años"))});
    let groups: Vec<Value> = bands(plan).zip(groups(plan)).map(group).collect();
    let dimension = json!({
        "id": DIMENSION,
        "label": {"en": "Age", "es": "Edad"},
        "order_rule": "custom",
        "order_reason": {"en": "From young to old", "es": "De menor a mayor"},
        "groups": groups
    });
    record(put, "dimensions", DIMENSION, &dimension)
}

/// A day of the year `year`, on which something was done or will be.
pub fn day(chance: &mut Chance, year: usize) -> String {
    format!("{year}-{:02}-{:02}", chance.below(10) + 1, chance.below(28) + 1)
}
