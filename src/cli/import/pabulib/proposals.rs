//! PROJECTS to budget proposals.

use super::Voice;
use super::file::{File, Note};
use super::ids::{Ids, cut};
use super::terms::{PEOPLE, PROJECT, PROJECTS, SCHEME, rank, stage};
use super::values::{count, number, text};
use crate::feed::id::{BudgetCycleId, BudgetProposalId};
use crate::feed::records::Identifier;
use crate::feed::records::budget::{BudgetProposal, Point, ProposalStage};
use crate::feed::text::Text;

/// Room that the cycle's id has in a proposal's.
const ROOM: usize = 40;
/// Longest plain summary, in characters.
const SUMMARY: usize = 280;
/// Columns that have a field of their own.
const FIELDS: [&str; 10] =
    ["project_id", "cost", "votes", "score", "name", "category", "target", "selected", "latitude", "longitude"];

/// What a project without a name is called.
pub(in crate::cli) fn nameless(project: &str) -> String {
    format!("Project {project}")
}

/// Makes the proposals of a cycle. What does not fit goes to the file's notes.
///
/// # Errors
/// A sentence if an id cannot be made, which no file should bring about.
pub(super) fn proposals(
    file: &mut File,
    cycle: &BudgetCycleId,
    ids: &mut Ids,
    voice: &Voice,
) -> Result<Vec<BudgetProposal>, String> {
    let rows = std::mem::take(&mut file.projects);
    let mut work = Work { file, voice, differ: 0 };
    work.columns();
    let prefix = cut(cycle.as_str(), ROOM).to_owned();
    let mut made = Vec::with_capacity(rows.len());
    for row in &rows {
        let cells = Cells { line: row.line, cells: &row.cells };
        let project = work.raw(&cells, "project_id").unwrap_or_default().to_owned();
        let Some(known) = work.clean(&cells, "project_id") else {
            work.note(&cells, "project_id", "A project_id without a visible character");
            continue;
        };
        let id = BudgetProposalId::new(ids.take(&prefix, &known));
        let id = id.ok_or_else(|| "The import made an id that a feed does not allow.".to_owned())?;
        made.push(work.proposal(id, cycle, &project, known, &cells));
    }
    let at = work.file.column("project_id").unwrap_or_default();
    let projects: Vec<&str> = rows.iter().filter_map(|row| row.cells.get(at).map(String::as_str)).collect();
    work.sums(&projects);
    file.projects = rows;
    Ok(made)
}

struct Cells<'c> {
    line: usize,
    cells: &'c [String],
}

struct Work<'w> {
    file: &'w mut File,
    voice: &'w Voice,
    /// Projects whose votes are not those of the ballots.
    differ: usize,
}

impl Work<'_> {
    /// Columns that are not carried over at all.
    fn columns(&mut self) {
        let mut notes = Vec::new();
        for (at, name) in self.file.columns.iter().enumerate() {
            let scheme = format!("{SCHEME}{name}");
            let reason = if PEOPLE.contains(&name.to_lowercase().as_str()) {
                "A column with people's names or addresses: a feed says what kind of somebody an idea is from, not who"
            } else if scheme == PROJECT || text(&scheme).0.as_deref() != Some(&scheme) {
                "A column whose name cannot be kept"
            } else {
                continue;
            };
            notes.push(Note { line: 1, column: Some((at + 1, name.clone())), reason: reason.to_owned() });
        }
        self.file.notes.extend(notes);
    }

    fn raw<'c>(&self, cells: &Cells<'c>, column: &str) -> Option<&'c str> {
        let cell = cells.cells.get(self.file.column(column)?)?;
        (!cell.is_empty()).then_some(cell.as_str())
    }

    fn note(&mut self, cells: &Cells<'_>, column: &str, reason: impl Into<String>) {
        let at = self.file.column(column).map_or(1, |at| at + 1);
        let column = Some((at, column.to_owned()));
        self.file.notes.push(Note { line: cells.line, column, reason: reason.into() });
    }

    fn clean(&mut self, cells: &Cells<'_>, column: &str) -> Option<String> {
        let (clean, changes) = text(self.raw(cells, column)?);
        for change in changes {
            self.note(cells, column, change);
        }
        clean
    }

    fn good<T>(&mut self, cells: &Cells<'_>, column: &str, read: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        match read(self.raw(cells, column)?) {
            Ok(value) => Some(value),
            Err(why) => {
                self.note(cells, column, why);
                None
            }
        }
    }

    fn proposal(
        &mut self,
        id: BudgetProposalId,
        cycle: &BudgetCycleId,
        project: &str,
        known: String,
        cells: &Cells<'_>,
    ) -> BudgetProposal {
        let title = match self.clean(cells, "name") {
            Some(name) => self.voice.say(name),
            None => self.voice.own(nameless(&known)),
        };
        let description = self.clean(cells, "description");
        let short = description.filter(|text| text.chars().count() <= SUMMARY);
        let selected = self.good(cells, "selected", count);
        if selected.is_some_and(|selected| selected > 1) {
            let reason = "A project that was chosen in another way; the file's comment may say why. Read it, and write \
                          it into stage_reason";
            self.note(cells, "selected", reason);
        }
        let named = self.file.votes.of(project);
        let said = self.good(cells, "votes", count);
        self.differ += usize::from(said.zip(named).is_some_and(|(said, named)| said != named));
        BudgetProposal {
            id,
            cycle: cycle.clone(),
            title,
            plain_summary: short.map(|text| self.voice.say(text)),
            stage: selected.map_or(ProposalStage::OnBallot, stage),
            stage_reason: None,
            merged_into: None,
            cost_estimated: self.cost(cells),
            cost_final: None,
            spent: None,
            votes: if self.file.column("votes").is_some() { said } else { named },
            score: self.good(cells, "score", |text| number(text, true)),
            proposer_kind: None,
            categories: self.list(cells, "category"),
            serves: self.list(cells, "target"),
            geographies: Vec::new(),
            location: self.location(cells),
            activity: None,
            delivery: Vec::new(),
            identifiers: self.identifiers(cells, known),
        }
    }

    fn cost(&mut self, cells: &Cells<'_>) -> Option<f64> {
        if self.raw(cells, "cost").is_none() && self.file.column("cost").is_some() {
            self.note(cells, "cost", "A project without its cost");
        }
        self.good(cells, "cost", |text| number(text, false))
    }

    fn list(&mut self, cells: &Cells<'_>, column: &str) -> Vec<Text> {
        let text = self.clean(cells, column).unwrap_or_default();
        let words = text.split(',').map(str::trim).filter(|word| !word.is_empty());
        words.map(|word| self.voice.say(word.to_owned())).collect()
    }

    fn location(&mut self, cells: &Cells<'_>) -> Option<Point> {
        let degrees = |most: f64| {
            move |text: &str| match number(text, true)? {
                value if value.abs() <= most => Ok(value),
                _ => Err(format!("Degrees are between -{most} and {most}")),
            }
        };
        let latitude = self.good(cells, "latitude", degrees(90.0));
        let longitude = self.good(cells, "longitude", degrees(180.0));
        if latitude.is_some() != longitude.is_some() {
            self.note(cells, "latitude", "A place on the map needs latitude and longitude");
        }
        latitude.zip(longitude).map(|(latitude, longitude)| Point { latitude, longitude })
    }

    fn identifiers(&mut self, cells: &Cells<'_>, project: String) -> Vec<Identifier> {
        let mut kept = vec![Identifier { scheme: PROJECT.to_owned(), value: project }];
        let mut names: Vec<String> = self.file.columns.clone();
        crate::sorted::sort_by(&mut names, |a, b| rank(&PROJECTS, a).cmp(&rank(&PROJECTS, b)).then_with(|| a.cmp(b)));
        for name in names {
            let Some(raw) = self.raw(cells, &name) else { continue };
            let scheme = format!("{SCHEME}{name}");
            let wanted = match name.as_str() {
                "description" => raw.trim().chars().count() > SUMMARY,
                "selected" => count(raw).is_ok_and(|selected| selected > 1),
                name if FIELDS.contains(&name) || PEOPLE.contains(&name.to_lowercase().as_str()) => false,
                _ => scheme != PROJECT && text(&scheme).0.as_deref() == Some(&scheme),
            };
            if wanted {
                // What was changed has been noted where the text is a field.
                let value = if name == "description" { text(raw).0 } else { self.clean(cells, &name) };
                kept.extend(value.map(|value| Identifier { scheme, value }));
            }
        }
        kept
    }

    /// What only shows when all projects are there.
    fn sums(&mut self, projects: &[&str]) {
        let mut say = |reason: String| self.file.notes.push(Note { line: 1, column: None, reason });
        if self.differ > 0 {
            say(format!("The column votes and the ballots differ for {} projects: the column counts", self.differ));
        }
        let strangers = self.file.votes.strangers(projects.iter().copied());
        if strangers > 0 && self.file.votes.ballots > 0 {
            say(format!("Ballots name {strangers} projects that are not in PROJECTS"));
        }
    }
}
