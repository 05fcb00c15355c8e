//! Facts of a sheet beside what the feed has: what would be added, corrected, left as it is, and what is not taken.

use super::facts::{Fact, Given};
use super::heads::Field;
use super::kept::{Kept, Key};
use super::refusal::Refusal;
use crate::feed::series::{Observation, Scope, Status, StatusSet};

/// One cell of an observation that changes. Texts as the feed's tables write them, empty for none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CellEdit {
    pub(super) field: Field,
    pub(super) old: String,
    pub(super) new: String,
}

/// One observation that changes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Edit {
    /// The row of the sheet, counted from 0.
    pub(super) row: usize,
    pub(super) key: Key,
    /// As the series writes it.
    pub(super) scope: Scope,
    pub(super) kind: Kind,
    /// At least one; of a new observation, all that it has.
    pub(super) cells: Vec<CellEdit>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    New,
    /// A figure that was not final, or something beside the figure.
    Changed,
    /// A published figure that was not said to be provisional.
    Correction,
}

/// What an import would do.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) edits: Vec<Edit>,
    pub(super) same: usize,
    pub(super) refused: Vec<Refusal>,
}

/// Statuses that say that there is no value.
const ABSENT: [Status; 4] = [Status::Missing, Status::Suppressed, Status::Withheld, Status::NotDue];

/// Compares facts with what the feed has.
pub(super) fn merge(facts: &[Fact], kept: &Kept) -> Plan {
    let mut plan = Plan::default();
    for fact in facts {
        let merged = match kept.known.get(&fact.key) {
            _ if kept.twice.contains(&fact.key) => {
                Err("The feed has this observation twice. Run `commonweal check` and keep the right one first."
                    .to_owned())
            }
            Some(known) => changed(known, &fact.given),
            None => added(&fact.given).map(|cells| (Kind::New, cells)),
        };
        match merged {
            Ok((_, cells)) if cells.is_empty() => plan.same += 1,
            Ok((kind, cells)) => {
                plan.edits.push(Edit {
                    row: fact.row,
                    key: fact.key.clone(),
                    scope: kept.written(&fact.key.scope),
                    kind,
                    cells,
                });
            }
            Err(why) => plan.refused.push(Refusal { column: Some(fact.column), ..Refusal::row(fact.row, why) }),
        }
    }
    plan
}

fn added(given: &Given) -> Result<Vec<CellEdit>, String> {
    let status = wanted_status(given)?;
    if given.value().is_none() && !status.is_some_and(StatusSet::explains_absence) {
        return Err("There is no value, and nothing says why. Write the value, or n/a.".to_owned());
    }
    let mut cells: Vec<CellEdit> = Vec::new();
    if given.value().is_some() {
        cells.extend(numbers(given).filter_map(|(field, new)| Some(edit(field, String::new(), new?.to_string()))));
    }
    cells.extend(status.map(|status| edit(Field::Status, String::new(), status.written())));
    cells.extend(given.note.clone().map(|note| edit(Field::Note, String::new(), note)));
    cells.retain(|cell| !cell.new.is_empty());
    Ok(cells)
}

/// The status that a sheet names, in words or by a sign in place of the value.
fn wanted_status(given: &Given) -> Result<Option<StatusSet>, String> {
    let named = given.status.filter(|status| *status != StatusSet::default());
    let absent = |status: StatusSet| ABSENT.into_iter().find(|absent| status.has(*absent));
    if let (Some(_), Some(absent)) = (given.value(), named.and_then(absent)) {
        return Err(format!("There is a value, but the status says {}. Correct one of them.", absent.wire()));
    }
    Ok(match (named, given.mark) {
        (Some(named), Some(mark)) if absent(named).is_none() => Some(named.with(mark)),
        (Some(named), _) => Some(named),
        (None, mark) => mark.map(|mark| StatusSet::default().with(mark)),
    })
}

/// The kind of change, and the cells that change; none if the sheet says what the feed says.
fn changed(known: &Observation, given: &Given) -> Result<(Kind, Vec<CellEdit>), String> {
    let wanted = wanted_status(given)?;
    let has = |status| known.status.has(status);
    let is_withheld = has(Status::Suppressed) || has(Status::Withheld);
    let withdraws =
        given.value().is_none() && wanted.is_some_and(|status| ABSENT.into_iter().any(|absent| status.has(absent)));
    let mut status = given.status.filter(|status| *status != StatusSet::default()).unwrap_or(known.status);
    let mut cells = Vec::new();
    if given.value().is_some() {
        if known.value.is_none() && is_withheld {
            let why = "The feed withholds this figure, and an import does not publish what was withheld. Change the status in the series by hand if that is meant.";
            return Err(why.to_owned());
        }
        status = without(status, &[Status::Missing, Status::NotDue]);
    } else if withdraws && known.value.is_some() {
        if given.status.is_none() && given.mark == Some(Status::Missing) {
            let why = "The sheet has no figure where the feed has one. Delete it in the series by hand if it is wrong.";
            return Err(why.to_owned());
        }
        status = withdrawn(known.status, wanted.unwrap_or_default());
        let all = Field::NUMBERS.into_iter().zip(known_numbers(known));
        cells.extend(all.filter_map(|(field, old)| Some(edit(field, old?.to_string(), String::new()))));
    } else if withdraws && given.status.is_none() && given.mark == Some(Status::Suppressed) && !is_withheld {
        status = withdrawn(known.status, wanted.unwrap_or_default());
    } else if given.value().is_none() && known.value.is_none() && given.status.is_some() && !status.explains_absence() {
        return Err(
            "The status speaks of a figure, but there is none. Write the value, or the status missing.".to_owned()
        );
    }
    if cells.is_empty() && !withdraws {
        for ((field, new), old) in numbers(given).zip(known_numbers(known)) {
            if let Some(new) = new
                && old != Some(new)
            {
                cells.push(edit(field, old.map_or(String::new(), |old| old.to_string()), new.to_string()));
            }
        }
    }
    if status != known.status {
        cells.push(edit(Field::Status, known.status.written(), status.written()));
    }
    let old_note = known.note.as_deref().unwrap_or_default();
    if let Some(note) = &given.note
        && !same_note(note, old_note)
    {
        cells.push(edit(Field::Note, old_note.to_owned(), note.clone()));
    }
    let was_final =
        known.value.is_some() && ![Status::Provisional, Status::Estimated, Status::Forecast].into_iter().any(has);
    let moves = cells.iter().any(|cell| cell.field == Field::Value);
    Ok((if was_final && moves { Kind::Correction } else { Kind::Changed }, cells))
}

fn numbers(given: &Given) -> impl Iterator<Item = (Field, Option<f64>)> {
    Field::NUMBERS.into_iter().zip(given.numbers)
}

fn known_numbers(known: &Observation) -> [Option<f64>; 6] {
    [known.value, known.lower, known.upper, known.se, known.numerator, known.denominator]
}

fn edit(field: Field, old: String, new: String) -> CellEdit {
    CellEdit { field, old, new }
}

fn without(status: StatusSet, left_out: &[Status]) -> StatusSet {
    status.iter().filter(|one| !left_out.contains(one)).fold(StatusSet::default(), StatusSet::with)
}

/// The status of an observation whose value is taken back: what spoke of the value goes.
fn withdrawn(status: StatusSet, wanted: StatusSet) -> StatusSet {
    const OF_VALUES: [Status; 8] = [
        Status::Final,
        Status::Provisional,
        Status::Estimated,
        Status::Forecast,
        Status::Imputed,
        Status::Unreliable,
        Status::Missing,
        Status::NotDue,
    ];
    wanted.iter().fold(without(status, &OF_VALUES), StatusSet::with)
}

/// Notes are compared as a reader sees them: line ends and blanks do not count, nor do apostrophes in front, which can be
/// those of the site's tables.
fn same_note(a: &str, b: &str) -> bool {
    let words = |text: &str| {
        let text = text.trim_start_matches(|c: char| c == '\'' || c.is_whitespace());
        text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    words(a) == words(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::period::Period;

    fn known(value: Option<f64>, status: &str, note: &str) -> Observation {
        Observation {
            period: Period::Year(2021),
            value,
            lower: None,
            upper: None,
            se: None,
            numerator: value.map(|_| 200.0),
            denominator: None,
            status: StatusSet::parse(status).unwrap(),
            note: Some(note.to_owned()).filter(|note| !note.is_empty()),
            was: None,
            revised: None,
        }
    }

    fn value(value: f64) -> Given {
        Given { numbers: [Some(value), None, None, None, None, None], ..Given::default() }
    }

    fn mark(mark: Status) -> Given {
        Given { mark: Some(mark), ..Given::default() }
    }

    #[track_caller]
    fn check(known: Option<Observation>, given: Given, expected: &str) {
        let mut kept = Kept::default();
        if let Some(known) = known {
            kept.add(Scope::default(), known);
        }
        let key = Key::new(Period::Year(2021), Scope::default());
        let plan = merge(&[Fact { row: 0, column: 0, key, given }], &kept);
        let edits = plan.edits.iter().map(|edit| {
            let cells: Vec<String> =
                edit.cells.iter().map(|cell| format!("{} {:?}->{:?}", cell.field.name(), cell.old, cell.new)).collect();
            format!("{:?}: {}", edit.kind, cells.join(", "))
        });
        let refused = plan.refused.iter().map(|refusal| format!("Refused: {}", refusal.why));
        let same = std::iter::repeat_n("Same".to_owned(), plan.same);
        let found: Vec<String> = edits.chain(refused).chain(same).collect();
        assert!(found.len() == 1 && found[0].starts_with(expected), "{found:?}");
    }

    #[test]
    fn new_observations_bring_what_is_given() {
        check(None, value(5.5), "New: value \"\"->\"5.5\"");
        check(None, mark(Status::Suppressed), "New: status \"\"->\"suppressed\"");
        check(None, Given { note: Some("n".into()), ..Given::default() }, "Refused: There is no value");
    }

    #[test]
    fn what_is_the_same_stays() {
        check(Some(known(Some(50.0), "final", "")), value(50.0), "Same");
        check(Some(known(None, "withheld", "")), mark(Status::Suppressed), "Same");
        check(Some(known(None, "suppressed", "")), mark(Status::Missing), "Same");
        let note = Given { note: Some("=1\r\n two".into()), ..value(50.0) };
        check(Some(known(Some(50.0), "final", "'=1\ntwo")), note, "Same");
    }

    #[test]
    fn corrections_of_final_figures_are_told_apart() {
        check(Some(known(Some(50.0), "final", "")), value(51.0), "Correction: value \"50\"->\"51\"");
        check(Some(known(Some(50.0), "", "")), value(51.0), "Correction:");
        check(Some(known(Some(50.0), "provisional", "")), value(51.0), "Changed:");
        let status = Given { status: StatusSet::parse("final").ok(), ..value(50.0) };
        check(Some(known(Some(50.0), "provisional", "")), status, "Changed: status \"provisional\"->\"final\"");
    }

    #[test]
    fn what_was_missing_can_be_filled_in() {
        check(Some(known(None, "missing", "")), value(5.0), "Changed: value \"\"->\"5\", status \"missing\"->\"\"");
        check(
            Some(known(None, "missing break", "")),
            value(5.0),
            "Changed: value \"\"->\"5\", status \"break missing\"->\"break\"",
        );
    }

    #[test]
    fn what_was_withheld_is_never_published() {
        check(Some(known(None, "suppressed", "")), value(5.0), "Refused: The feed withholds");
        check(
            Some(known(None, "withheld", "")),
            Given { status: StatusSet::parse("final").ok(), ..value(5.0) },
            "Refused: The feed withholds",
        );
    }

    #[test]
    fn a_figure_is_withdrawn_with_all_its_numbers() {
        let all =
            "Correction: value \"50\"->\"\", numerator \"200\"->\"\", status \"final break\"->\"break suppressed\"";
        check(Some(known(Some(50.0), "final break", "")), mark(Status::Suppressed), all);
        check(Some(known(Some(50.0), "final", "")), mark(Status::Missing), "Refused: The sheet has no figure");
        check(
            Some(known(None, "missing", "")),
            mark(Status::Suppressed),
            "Changed: status \"missing\"->\"suppressed\"",
        );
    }

    #[test]
    fn contradictions_are_refused() {
        let both = Given { status: StatusSet::parse("suppressed").ok(), ..value(5.0) };
        check(None, both, "Refused: There is a value, but the status says suppressed.");
        let none = Given { status: StatusSet::parse("final").ok(), ..Given::default() };
        check(Some(known(None, "missing", "")), none, "Refused: The status speaks of a figure");
    }
}
