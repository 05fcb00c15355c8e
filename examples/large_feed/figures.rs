//! Indicators and their figures.

use std::fmt::Write as _;
use std::io;

use serde_json::{Value, json};

use super::chance::Chance;
use super::frame::{COUNTIES, DIMENSION, groups, source};
use super::words::{COUNTED, DEFINITIONS, GOALS, LOOKED_AT, MEASURES, Unit, WHOM};
use super::{Plan, Put, place_id, record, said, sentences, text};

/// The newest quarter, counted from the year 0: the third of 2026.
const NEWEST: usize = 2026 * 4 + 2;
const HEAD: &str = "period,geography,dimension,group,value,lower,upper,se,numerator,denominator,status,note\n";

/// The id of an indicator. Those of the population come first.
pub fn id(number: usize) -> String {
    format!("i{number:04}")
}

pub fn write(plan: &Plan, put: &mut Put<'_>) -> io::Result<()> {
    let groups = groups(plan);
    let mut table = String::new();
    for number in 0..plan.indicators {
        let kind = Kind::of(plan, number);
        let course = Course::new(plan, number, &kind);
        table.clear();
        course.write(plan, &groups, number < plan.population, &mut table);
        put(&format!("series/{}.csv", id(number)), &table)?;
        record(put, "indicators", &id(number), &indicator(plan, number, &kind, &course))?;
    }
    Ok(())
}

/// What is measured.
struct Kind {
    title: (String, String),
    unit: Unit,
    more_is_better: bool,
    /// For activities: which, and the question it answers.
    activity: Option<(usize, &'static str)>,
}

impl Kind {
    fn of(plan: &Plan, number: usize) -> Self {
        if number < plan.population {
            let (goal, at) = (number % plan.goals, number / plan.goals);
            let (condition, more_is_better) = GOALS[goal].2[at % 2];
            let whom = WHOM[(at / 2 * 5 + goal) % WHOM.len()];
            let again = super::round(at, 2 * WHOM.len());
            let title =
                (format!("{} {}{}", whom.0, condition.0, again.0), format!("{} {}{}", whom.1, condition.1, again.1));
            return Self { title, unit: Unit::Percent, more_is_better, activity: None };
        }
        let number = number - plan.population;
        let (activity, at) = (number % plan.activities, number / plan.activities);
        let (measure, question, unit, more_is_better) = MEASURES[(at + activity) % MEASURES.len()];
        let (of, again) = (super::people::title(activity), super::round(at, MEASURES.len()));
        let title = (format!("{}: {}{}", measure.0, of.0, again.0), format!("{}: {}{}", measure.1, of.1, again.1));
        Self { title, unit, more_is_better, activity: Some((activity, question)) }
    }

    fn written_unit(&self) -> Value {
        match self.unit {
            Unit::Percent => json!({"kind": "percent", "decimals": 1}),
            Unit::People => json!({"kind": "count", "name": json!({"en": "people", "es": "personas"}), "decimals": 0}),
            Unit::Sessions => {
                json!({"kind": "count", "name": json!({"en": "sessions", "es": "sesiones"}), "things": true, "decimals": 0})
            }
            Unit::Hours => {
                json!({"kind": "count", "name": json!({"en": "hours", "es": "horas"}), "things": true, "decimals": 0})
            }
            Unit::Days => json!({"kind": "days", "decimals": 1}),
            Unit::Dollars => json!({"kind": "currency", "currency": "USD", "decimals": 0}),
        }
    }

    /// Whether groups add up to the whole.
    fn adds_up(&self) -> bool {
        matches!(self.unit, Unit::People | Unit::Sessions | Unit::Hours)
    }

    fn decimals(&self) -> usize {
        if matches!(self.unit, Unit::Percent | Unit::Days) { 1 } else { 0 }
    }
}

/// How a figure goes over the years.
struct Course {
    /// For everybody, the oldest first.
    values: Vec<f64>,
    /// For shares: how many people it is a share of.
    of: Option<f64>,
    /// How far groups and places lie apart: from this much below everybody to this much above.
    apart: f64,
    adds_up: bool,
    decimals: usize,
}

impl Course {
    fn new(plan: &Plan, number: usize, kind: &Kind) -> Self {
        let mut chance = Chance::new(plan.seed, "indicator", number);
        let (low, high) = match kind.unit {
            Unit::Percent => (34.0, 66.0),
            Unit::Days => (30.0, 60.0),
            Unit::Dollars => (300.0, 900.0),
            Unit::People | Unit::Sessions | Unit::Hours => {
                let groups = plan.groups.max(1) as f64;
                (600.0 * groups, 900.0 * groups)
            }
        };
        let from = chance.between(low, high);
        let (swing, noise) = (from * 0.28, from * 0.02);
        let to = from + chance.between(-swing, swing);
        let of = (kind.unit == Unit::Percent).then(|| chance.between(4000.0, 9000.0).round());
        let values = (0..plan.periods).map(|at| {
            let along = from + (to - from) * at as f64 / plan.periods as f64 + chance.between(-noise, noise);
            of.map_or(along, |of| (of * along / 100.0).round() / of * 100.0)
        });
        let values = values.collect();
        let apart = from * chance.between(0.05, 0.2);
        Self { values, of, apart, adds_up: kind.adds_up(), decimals: kind.decimals() }
    }

    /// The table: everybody, places where the indicator speaks of the population, groups.
    fn write(&self, plan: &Plan, groups: &[String], with_places: bool, table: &mut String) {
        table.push_str(HEAD);
        let places = if with_places { COUNTIES } else { 0 };
        self.line(plan, "", "", None, table);
        for number in 0..places {
            self.line(plan, &place_id(number), "", Some((number, places)), table);
        }
        for (number, group) in groups.iter().enumerate() {
            self.line(plan, "", group, Some((number, groups.len())), table);
        }
    }

    /// One line of figures; `part` is its number among so many others.
    fn line(&self, plan: &Plan, place: &str, group: &str, part: Option<(usize, usize)>, table: &mut String) {
        let dimension = if group.is_empty() { "" } else { DIMENSION };
        for (at, whole) in self.values.iter().enumerate() {
            let quarter = NEWEST + 1 + at - plan.periods;
            let status = if at > 0 && at + 1 == plan.periods { "provisional" } else { "final" };
            let value = part.map_or(*whole, |(number, of)| self.part(*whole, number, of));
            let decimals = self.decimals;
            let (year, quarter) = (quarter / 4, quarter % 4 + 1);
            let _ = write!(table, "{year}-Q{quarter},{place},{dimension},{group},{value:.decimals$},,,,");
            if let (Some(of), None) = (self.of, part) {
                let _ = write!(table, "{},{of}", (of * whole / 100.0).round());
            } else {
                table.push(',');
            }
            let _ = writeln!(table, ",{status},");
        }
    }

    /// The figure of one of so many parts. Parts of what adds up are as large as each other, give or take a half.
    fn part(&self, whole: f64, number: usize, of: usize) -> f64 {
        // From -1 to 1, with as much below 0 as above.
        let side = (2 * number + 1) as f64 / of as f64 - 1.0;
        if self.adds_up { (whole / of as f64 * (1.0 + side / 2.0)).floor() } else { whole + side * self.apart }
    }
}

fn indicator(plan: &Plan, number: usize, kind: &Kind, course: &Course) -> Value {
    let mut chance = Chance::new(plan.seed, "texts", number);
    let adds_up = kind.adds_up();
    let baseline = plan.periods.saturating_sub(40).min(plan.periods - 1);
    let quarter = NEWEST + 1 + baseline - plan.periods;
    let mut indicator = json!({
        "id": id(number),
        "title": text(&kind.title.0, &kind.title.1),
        "plain_summary": sentences(*chance.one(&COUNTED), *chance.one(&LOOKED_AT)),
        "definition": said(*chance.one(&DEFINITIONS)),
        "level": if kind.activity.is_some() { "performance" } else { "population" }
    });
    match kind.activity {
        None => indicator["goals"] = json!([plan.goal(number)]),
        Some((activity, question)) => {
            indicator["rba"] = json!(question);
            indicator["activity"] = json!(plan.activity(activity));
        }
    }
    let rest = json!({
        "unit": kind.written_unit(),
        "direction": if kind.more_is_better { "increase" } else { "decrease" },
        "aggregation": if adds_up { "sum" } else { "mean" },
        "period_type": "quarter",
        "update_frequency": "quarterly",
        "expected_lag_days": 45,
        "baseline": {"period": format!("{}-Q{}", quarter / 4, quarter % 4 + 1)},
        "method": "administrative",
        "source": [source(number)],
        "steward": plan.partner(number * 7),
        "sphere": if kind.activity.is_some() { "control" } else { "influence" },
        "phase": "live"
    });
    if let (Value::Object(indicator), Value::Object(rest)) = (&mut indicator, rest) {
        indicator.extend(rest);
    }
    // Two of three have a target.
    if number % 3 < 2 {
        let from = course.values[baseline];
        let aim = if kind.more_is_better { from * 1.2 } else { from * 0.8 };
        let scale = 10_f64.powi(i32::try_from(kind.decimals()).unwrap_or_default());
        indicator["targets"] = json!([{
            "value": (aim * scale).round() / scale,
            "by": "2030",
            "kind": "aspiration",
            "set_by": {"who": "partners", "on": "2024-11"}
        }]);
    }
    indicator
}
