//! Ballots are counted while the file is read, and nothing else of them is kept: not who voted, not for what.

use std::collections::HashMap;

/// What the section VOTES adds up to.
#[derive(Debug, Default)]
pub(super) struct Votes {
    /// How many ballots there are.
    pub(super) ballots: u32,
    /// The column with the projects of a ballot.
    column: Option<usize>,
    /// Ballots that name a project.
    named: HashMap<String, u32>,
}

impl Votes {
    pub(super) fn head(&mut self, row: &csv::StringRecord) {
        self.column = row.iter().position(|name| name.trim() == "vote");
    }

    /// One ballot. A project that it names twice has it once.
    pub(super) fn count(&mut self, row: &csv::StringRecord) {
        self.ballots = self.ballots.saturating_add(1);
        let Some(projects) = self.column.and_then(|column| row.get(column)) else { return };
        let mut known: Vec<&str> = Vec::new();
        for project in projects.split(',').map(str::trim).filter(|project| !project.is_empty()) {
            if known.contains(&project) {
                continue;
            }
            known.push(project);
            match self.named.get_mut(project) {
                Some(count) => *count = count.saturating_add(1),
                None => drop(self.named.insert(project.to_owned(), 1)),
            }
        }
    }

    /// How many ballots name a project. `None` if the ballots do not say what they are for.
    pub(super) fn of(&self, project: &str) -> Option<u32> {
        let told = self.ballots > 0 && self.column.is_some();
        told.then(|| self.named.get(project).copied().unwrap_or(0))
    }

    /// How many names on ballots are no project's.
    pub(super) fn strangers<'p>(&self, projects: impl Iterator<Item = &'p str>) -> usize {
        let known = projects.filter(|project| self.named.contains_key(*project)).count();
        self.named.len().saturating_sub(known)
    }
}
